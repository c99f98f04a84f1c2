"""How many quotes a filter has, by speaker, topic and kind.

What one speaker says on one topic or on two is kept counted (`tally`): so a filter of any speakers,
any kinds and up to two topics is a sum of few rows. Of any other filter the newest quotes are
counted, and the answer says where there are more.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from operator import add
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, case, func, select
from sqlalchemy.orm import Session

from app.base import QUOTE_KINDS, Base
from app.derived import ANY, Facets
from app.queries.chosen import Chosen, Count
from app.queries.lists import Ids, ask_ids

ROW = Base.metadata.tables["tally"].c

EVERY = 1 << 62  # more quotes than there are
Counts = dict[int, int]  # how many quotes of each value of a facet, by its number
Kinds = frozenset[int] | None  # those chosen, by their places in QUOTE_KINDS; None: all


def is_tallied(chosen: Chosen) -> bool:
    """Whether the numbers of a filter are kept."""
    plain = not chosen.search.typed and chosen.of("article") is None
    return plain and len(chosen.of("topic") or ()) <= 2


def has_two(chosen: Chosen) -> bool:
    """Whether the numbers of two topics are to be put together."""
    return len(chosen.of("topic") or ()) > 1


def kinds_of(chosen: Chosen) -> Kinds:
    kinds = frozenset(chosen.of("kind") or ())
    return kinds if 0 < len(kinds) < len(QUOTE_KINDS) else None


def topics_of(chosen: Chosen) -> dict[str, Any]:
    """What a filter puts into `of_topics`."""
    topics = chosen.of("topic") or (ANY,)
    if len(topics) > 1:
        return {"topics": topics, "others": (ANY, max(topics))}
    return {"topic": topics[0]}


def speakers_of(chosen: Chosen) -> dict[str, Any]:
    return {"speakers": chosen.of("speaker") or (ANY,)}


def weight(kinds: Kinds, two: bool) -> Any:
    """The number of a row that counts some kinds; what has both of two topics counts against, for
    it was counted with either."""
    number = ROW.quotes if kinds is None else reduce(add, (ROW[QUOTE_KINDS[k]] for k in kinds))
    return case((ROW.other_id == ANY, number), else_=-number) if two else number


def of_topics(two: bool) -> tuple[ColumnElement[bool], ...]:
    """The rows of one topic, or of any; or those of two and of both at once."""
    if two:
        return ROW.topic_id.in_(many("topics")), ROW.other_id.in_(many("others"))
    return ROW.topic_id == bindparam("topic"), ROW.other_id == ANY


def many(name: str) -> Any:
    return bindparam(name, expanding=True)


def total(number: Any) -> Any:
    return func.coalesce(func.sum(number), 0)


# Statements are built once for each shape of a filter: that takes longer than to run them.
@cache
def sum_quotes(kinds: Kinds, two: bool) -> Select[Any]:
    where = (*of_topics(two), ROW.speaker_id.in_(many("speakers")))
    return select(total(weight(kinds, two))).where(*where)


@cache
def sum_kinds(two: bool) -> Select[Any]:
    numbers = (total(weight(frozenset({place}), two)) for place in range(len(QUOTE_KINDS)))
    return select(*numbers).where(*of_topics(two), ROW.speaker_id.in_(many("speakers")))


@cache
def rank(owner: str, kinds: Kinds, two: bool, several: bool, kept: bool) -> Select[Any]:
    """The numbers of the heaviest speakers, or topics; or those of some that are kept beside.

    Rows of one owner are several where speakers, or topics, are put together.
    """
    column, number = ROW[owner], weight(kinds, two)
    where = of_topics(two)
    if owner == "topic_id":
        where = (ROW.speaker_id.in_(many("speakers")), ROW.other_id == ANY)
    number = func.sum(number) if several else number
    statement = select(column, number).where(*where, column != ANY)
    statement = statement.group_by(column) if several else statement
    if kept:
        return statement.where(column.in_(many("kept")))
    return statement.order_by(number.desc(), column).limit(bindparam("limit"))


def count_quotes(session: Session, chosen: Chosen) -> Count:
    """How many quotes a filter has."""
    if chosen.is_empty:
        return Count(0)
    if not is_tallied(chosen):
        found = known(session).get(chosen)
        return found.total if found else count_found(session, chosen)
    statement = sum_quotes(kinds_of(chosen), has_two(chosen))
    values = topics_of(chosen) | speakers_of(chosen)
    return Count(session.connection().execute(statement, values).scalar_one())


def count_kinds(session: Session, chosen: Chosen) -> Counts:
    """How many quotes of each kind a filter has, whatever the kinds chosen in it."""
    chosen = chosen.clear("kind")
    if chosen.is_empty:
        return {}
    if not is_tallied(chosen):
        return find(session, chosen).kinds
    values = topics_of(chosen) | speakers_of(chosen)
    row = session.connection().execute(sum_kinds(has_two(chosen)), values).one()
    return dict(enumerate(row))


def count_speakers(session: Session, chosen: Chosen, limit: int, kept: Sequence[int]) -> Counts:
    """How many quotes the heaviest speakers, and some more, have in a filter, whoever it names."""
    chosen = chosen.clear("speaker")
    if chosen.is_empty:
        return {}
    if not is_tallied(chosen):
        return heaviest(find(session, chosen).speakers, limit, kept)
    two = has_two(chosen)
    shape = ("speaker_id", kinds_of(chosen), two, two)
    return list_ranked(session, shape, topics_of(chosen), limit, kept)


def count_topics(session: Session, chosen: Chosen, limit: int, kept: Sequence[int]) -> Counts:
    """How many quotes the heaviest topics, and some more, have in a filter, whatever it names."""
    chosen = chosen.clear("topic")
    if chosen.is_empty:
        return {}
    if not is_tallied(chosen):
        return heaviest(find(session, chosen).topics, limit, kept)
    shape = ("topic_id", kinds_of(chosen), False, len(chosen.of("speaker") or ()) > 1)
    return list_ranked(session, shape, speakers_of(chosen), limit, kept)


def list_ranked(
    session: Session,
    shape: tuple[str, Kinds, bool, bool],
    values: Mapping[str, Any],
    limit: int,
    kept: Sequence[int],
) -> Counts:
    """The heaviest, and those that are to be kept beside them."""
    run = session.connection().execute
    counts: Counts = {
        row[0]: row[1] for row in run(rank(*shape, False), {**values, "limit": limit}) if row[1]
    }
    missing = [one for one in kept if one not in counts]
    if missing:
        counts |= {row[0]: row[1] for row in run(rank(*shape, True), {**values, "kept": missing})}
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
    if chosen not in known(session):
        known(session)[chosen] = count_one_by_one(session, chosen)
    return known(session)[chosen]


def known(session: Session) -> dict[Chosen, Found]:
    """What was counted one by one in this session."""
    found: dict[Chosen, Found] = session.info.setdefault("found", {})
    return found


def count_found(session: Session, chosen: Chosen) -> Count:
    """How many quotes a filter has, where nobody asks by which values: in a quarter of the time."""
    return capped(ask_newest(session, count_ids, chosen).scalar_one(), chosen)


def ask_newest(session: Session, build: Callable[[Any], Select[Any]], chosen: Chosen) -> Any:
    """Ask of the quotes of a filter that are counted, and of one more, which tells whether these
    are all."""
    ids, values = ask_ids(chosen)
    most = EVERY if chosen.most is None else chosen.most + 1
    return session.connection().execute(build(ids), {**values, "most": most})


@cache
def count_ids(ids: Ids) -> Select[Any]:
    return select(func.count()).select_from(ids.limit(bindparam("most")).subquery())


def capped(total: int, chosen: Chosen) -> Count:
    exact = chosen.most is None or total <= chosen.most
    return Count(total if exact else chosen.most or 0, exact)


def count_one_by_one(session: Session, chosen: Chosen) -> Found:
    total, speakers, kinds, topics = ask_newest(session, count_values, chosen).one()
    numbers = (count_words(column) for column in (speakers, topics, kinds))
    return Found(capped(total, chosen), *numbers)


@cache
def count_values(ids: Ids) -> Select[Any]:
    # Each column as one text: a row for each quote, or SQL's groups, take three times as long. An
    # outer join, though each quote has a row, for then SQLite does not write down the numbers.
    some = ids.limit(bindparam("most")).subquery()
    return select(func.count(), *map(together, FACETS)).select_from(
        some.outerjoin(Facets, Facets.quote_id == some.c.id)
    )


FACETS = (Facets.speaker_id, Facets.kind, Facets.topics)


def together(column: Any) -> Any:
    """A column of many rows as one text."""
    return func.aggregate_strings(column, " ")


def count_words(numbers: str | None) -> Counts:
    """How often each number stands in a text of numbers with spaces between."""
    return {int(number): times for number, times in Counter((numbers or "").split()).items()}


def is_exact(session: Session, chosen: Chosen) -> bool:
    """Whether all quotes of a filter are counted."""
    return is_tallied(chosen) or chosen.is_empty or find(session, chosen).total.exact
