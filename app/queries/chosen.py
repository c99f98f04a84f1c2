"""A filter of quotes as the database knows it: the numbers of the values that an address names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.base import QUOTE_KINDS, Base, Bilingual
from app.derived import NOBODY
from app.filters import NO_SPEAKER, NOTHING, Choice, QuoteFilter
from app.terms import Search

MOST_COUNTED = 10_000


@dataclass(frozen=True)
class Name:
    """An actor's name, in the language of the article that prints it."""

    text: str
    language: str
    colour: int | None
    letter: str


@dataclass(frozen=True)
class Count:
    """How many there are or, where they were not all counted, how many at least."""

    number: int
    exact: bool = True

    def __bool__(self) -> bool:
        return self.number > 0


# What a value is called; None for one that the template has a word for.
Label = Name | Bilingual | None


@dataclass(frozen=True)
class Chosen:
    """The numbers chosen in each facet (none known: an empty tuple) and what they are called."""

    numbers: Mapping[str, tuple[int, ...]]
    labels: Mapping[Choice, Label] = field(compare=False)
    search: Search
    most: int | None = MOST_COUNTED  # quotes that are counted one by one; None: all

    def __hash__(self) -> int:
        return hash((tuple(sorted(self.numbers.items())), self.search.typed, self.most))

    def of(self, facet: str) -> tuple[int, ...] | None:
        """The numbers chosen in a facet; None where anything will do."""
        return self.numbers.get(facet)

    def clear(self, *facets: str) -> Chosen:
        """The same without any value in some facets."""
        kept = {facet: many for facet, many in self.numbers.items() if facet not in facets}
        return replace(self, numbers=kept)

    def clear_search(self) -> Chosen:
        return replace(self, search=NOTHING)

    def exactly(self) -> Chosen:
        """The same for who waits until all is counted."""
        return replace(self, most=None)

    @property
    def is_empty(self) -> bool:
        """Whether nothing can match, for a facet has unknown values only."""
        return any(not many for many in self.numbers.values())


ANYTHING = Chosen({}, {}, NOTHING)


def add_up(counts: Iterable[Count]) -> Count:
    listed = list(counts)
    return Count(sum(one.number for one in listed), all(one.exact for one in listed))


def only(facet: str, number: int) -> Chosen:
    """The filter of one value."""
    return Chosen({facet: (number,)}, {}, NOTHING)


# Built once: to build a statement takes longer than to run it.
SLUGS: Any = bindparam("slugs", expanding=True)
_actor, _topic, _article = (Base.metadata.tables[name].c for name in ("actor", "topic", "article"))
SPEAKERS = select(
    _actor.id, _actor.slug, _actor.name, _actor.language, _actor.colour, _actor.letter
).where(_actor.slug.in_(SLUGS))
TOPICS = select(_topic.id, _topic.slug, _topic.name_en, _topic.name_fr).where(
    _topic.slug.in_(SLUGS)
)
NUMBERS: Any = bindparam("numbers", expanding=True)
# What options say: number, slug, name (and mark), and number of quotes.
NAMES = select(
    _actor.id, _actor.slug, _actor.name, _actor.language, _actor.colour, _actor.letter,
    _actor.quote_count,
)  # fmt: skip
TOPIC_NAMES = select(_topic.id, _topic.slug, _topic.name_en, _topic.name_fr, _topic.quote_count)
SOME_NAMES = NAMES.where(_actor.id.in_(NUMBERS))
SOME_TOPIC_NAMES = TOPIC_NAMES.where(_topic.id.in_(NUMBERS))
ARTICLES = select(_article.id, _article.slug, _article.title_en, _article.title_fr).where(
    _article.slug.in_(SLUGS)
)


def list_named(session: Session, statement: Any, slugs: Sequence[str]) -> Sequence[Any]:
    """The rows of some slugs, without the way of the ORM, which takes as long again."""
    return session.connection().execute(statement, {"slugs": slugs}).all()


def choose(session: Session, wanted: QuoteFilter) -> Chosen:
    """What a filter chooses; a value that the record does not hold has no label."""
    numbers: dict[str, tuple[int, ...]] = {}
    labels: dict[Choice, Label] = {}
    if kinds := wanted.chosen("kind"):
        known = [kind for kind in kinds if kind in QUOTE_KINDS]
        numbers["kind"] = tuple(QUOTE_KINDS.index(kind) for kind in known)
        labels |= {("kind", kind): None for kind in known}
    if slugs := wanted.chosen("speaker"):
        rows = list_named(session, SPEAKERS, slugs)
        numbers["speaker"] = tuple(row[0] for row in rows)
        labels |= {("speaker", row[1]): Name(*row[2:6]) for row in rows}
        if NO_SPEAKER in slugs:
            numbers["speaker"] += (NOBODY,)
            labels["speaker", NO_SPEAKER] = None
    if slugs := wanted.chosen("topic"):
        rows = list_named(session, TOPICS, slugs)
        numbers["topic"] = tuple(row[0] for row in rows)
        labels |= {("topic", row[1]): Bilingual(*row[2:]) for row in rows}
    if slugs := wanted.chosen("article"):
        rows = list_named(session, ARTICLES, slugs)
        numbers["article"] = tuple(row[0] for row in rows)
        labels |= {("article", row[1]): Bilingual(*row[2:]) for row in rows}
    return Chosen(numbers, labels, wanted.search)
