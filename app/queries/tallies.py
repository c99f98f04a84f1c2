"""How many quotes a filter has, by speaker, topic and kind.

What one speaker says on one topic or on two is kept counted (`tally`): so a filter of any speakers,
any kinds and up to two topics is a sum of few rows. Of any other filter the newest quotes are
counted, and the answer says where there are more.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, reduce
from operator import add
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, case, func, select
from sqlalchemy.orm import Session

from app.base import QUOTE_KINDS, Base
from app.derived import ANY, Facets, Tally
from app.queries.chosen import Chosen, Count
from app.queries.lists import select_ids

COLUMNS = (Tally.full, Tally.partial, Tally.term)  # in the order of QUOTE_KINDS


def is_tallied(chosen: Chosen) -> bool:
    """Whether the numbers of a filter are kept."""
    plain = not chosen.search.typed and chosen.of("article") is None
    return plain and len(chosen.of("topic") or ()) <= 2


def weight(chosen: Chosen) -> Any:
    """The number of a row that counts the chosen kinds."""
    kinds = chosen.of("kind")
    if kinds is None or len(set(kinds)) == len(QUOTE_KINDS):
        return Tally.quotes
    return reduce(add, (COLUMNS[kind] for kind in kinds))


def signed(chosen: Chosen, number: Any) -> Any:
    """A number of a row of the chosen topics: what has both of two was counted with either."""
    if len(chosen.of("topic") or ()) < 2:
        return number
    return case((Tally.other_id == ANY, number), else_=-number)


def of_topics(chosen: Chosen) -> list[ColumnElement[bool]]:
    """The rows that count the chosen topics, one or two or any."""
    topics = chosen.of("topic") or (ANY,)
    if len(topics) == 1:
        return [Tally.topic_id == topics[0], Tally.other_id == ANY]
    return [Tally.topic_id.in_(topics), Tally.other_id.in_((ANY, max(topics)))]


def of_speakers(chosen: Chosen) -> ColumnElement[bool]:
    return Tally.speaker_id.in_(chosen.of("speaker") or (ANY,))


def count_quotes(session: Session, chosen: Chosen) -> Count:
    """How many quotes a filter has."""
    if chosen.is_empty:
        return Count(0)
    if not is_tallied(chosen):
        return find(session, chosen).total
    topics, kinds = chosen.of("topic") or (ANY,), chosen.of("kind")
    values = {
        "speakers": chosen.of("speaker") or (ANY,),
        "topics": topics,
        "others": (ANY, max(topics)) if len(topics) > 1 else (ANY,),
    }
    statement = sum_of(None if kinds is None else frozenset(kinds), len(topics) > 1)
    return Count(session.connection().execute(statement, values).scalar_one())


@cache
def sum_of(kinds: frozenset[int] | None, several: bool) -> Select[Any]:
    """The statement that counts quotes of some kinds as `signed` and `of_topics` do, built once."""
    row = Base.metadata.tables["tally"].c
    every = kinds is None or len(kinds) == len(QUOTE_KINDS)
    chosen = [row[QUOTE_KINDS[kind]] for kind in kinds or ()]
    number: Any = row.quotes if every else reduce(add, chosen)
    if several:
        number = case((row.other_id == ANY, number), else_=-number)
    return select(func.coalesce(func.sum(number), 0)).where(
        row.topic_id.in_(bindparam("topics", expanding=True)),
        row.other_id.in_(bindparam("others", expanding=True)),
        row.speaker_id.in_(bindparam("speakers", expanding=True)),
    )


Counts = dict[int, int]  # how many quotes of each value of a facet, by its number


def count_kinds(session: Session, chosen: Chosen) -> Counts:
    """How many quotes of each kind a filter has, whatever the kinds chosen in it."""
    chosen = chosen.clear("kind")
    if chosen.is_empty:
        return {}
    if not is_tallied(chosen):
        return find(session, chosen).kinds
    sums = (func.coalesce(func.sum(signed(chosen, column)), 0) for column in COLUMNS)
    statement = select(*sums).where(*of_topics(chosen), of_speakers(chosen))
    return dict(enumerate(session.execute(statement).one()))


def count_speakers(session: Session, chosen: Chosen, limit: int, kept: Sequence[int]) -> Counts:
    """How many quotes the heaviest speakers, and some more, have in a filter, whoever it names."""
    chosen = chosen.clear("speaker")
    if chosen.is_empty:
        return {}
    if not is_tallied(chosen):
        return heaviest(find(session, chosen).speakers, limit, kept)
    where = (*of_topics(chosen), Tally.speaker_id != ANY)
    number: Any = weight(chosen)
    several = len(chosen.of("topic") or ()) > 1
    if several:
        number = func.sum(signed(chosen, number))
    statement = select(Tally.speaker_id, number).where(*where)
    if several:
        statement = statement.group_by(Tally.speaker_id)
    return run(session, statement, Tally.speaker_id, number, limit, kept)


def count_topics(session: Session, chosen: Chosen, limit: int, kept: Sequence[int]) -> Counts:
    """How many quotes the heaviest topics, and some more, have in a filter, whatever it names."""
    chosen = chosen.clear("topic")
    if chosen.is_empty:
        return {}
    if not is_tallied(chosen):
        return heaviest(find(session, chosen).topics, limit, kept)
    number: Any = weight(chosen)
    where = (of_speakers(chosen), Tally.other_id == ANY, Tally.topic_id != ANY)
    several = len(chosen.of("speaker") or ()) > 1
    if several:
        number = func.sum(number)
    statement = select(Tally.topic_id, number).where(*where)
    if several:
        statement = statement.group_by(Tally.topic_id)
    return run(session, statement, Tally.topic_id, number, limit, kept)


def run(
    session: Session,
    statement: Select[Any, Any],
    owner: Any,
    number: Any,
    limit: int,
    kept: Sequence[int],
) -> Counts:
    """The heaviest rows of a statement, and those of some owners."""
    found = session.execute(statement.order_by(number.desc(), owner).limit(limit))
    counts: Counts = {row[0]: row[1] for row in found if row[1]}
    missing = [one for one in kept if one not in counts]
    if missing:
        counts |= {row[0]: row[1] for row in session.execute(statement.where(owner.in_(missing)))}
    return counts


def heaviest(counts: Counts, limit: int, kept: Sequence[int]) -> Counts:
    ordered = sorted(counts, key=lambda one: (-counts[one], one))
    return {one: counts[one] for one in ordered[:limit]} | {
        one: counts[one] for one in kept if one in counts
    }


@dataclass(frozen=True)
class Found:
    """The newest quotes of a filter by the values that they have; not all, where not exact."""

    total: Count
    speakers: Counts
    topics: Counts
    kinds: Counts


def find(session: Session, chosen: Chosen) -> Found:
    """The quotes of a filter, counted one by one: once a request, for several facets ask."""
    known: dict[Chosen, Found] = session.info.setdefault("found", {})
    if chosen not in known:
        known[chosen] = count_one_by_one(session, chosen)
    return known[chosen]


def count_one_by_one(session: Session, chosen: Chosen) -> Found:
    most = chosen.most
    # One more than are counted, which tells whether these are all.
    ids = select_ids(chosen).limit(None if most is None else most + 1).subquery()
    columns = (Facets.speaker_id, Facets.kind, Facets.topics)
    statement = (
        select(*columns, func.count())
        .join_from(ids, Facets, Facets.quote_id == ids.c.id)
        .group_by(*columns)
    )
    total = 0
    speakers, topics, kinds = Counter[int](), Counter[str](), Counter[int]()
    for speaker, kind, about, number in session.execute(statement):
        total += number
        speakers[speaker] += number
        kinds[kind] += number
        for topic in about.split():
            topics[topic] += number
    exact = most is None or total <= most
    by_topic = {int(topic): number for topic, number in topics.items()}
    return Found(Count(total if exact else most or 0, exact), speakers, by_topic, kinds)


def is_exact(session: Session, chosen: Chosen) -> bool:
    """Whether all quotes of a filter are counted."""
    return is_tallied(chosen) or chosen.is_empty or find(session, chosen).total.exact
