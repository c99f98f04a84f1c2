"""What the cards of quotes show, read in two statements.

A page has fifty cards: as objects of the ORM they would take four times as long.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.base import Base, Bilingual


class Source(NamedTuple):
    """The article of a quote."""

    slug: str
    language: str
    date: str
    title: Bilingual


class Person(NamedTuple):
    """Who says it, or whose position it reports."""

    slug: str
    name: str
    language: str
    colour: int | None
    letter: str


class Occasion(NamedTuple):
    """When it was said, by the event that it was said at."""

    date: str | None
    basis: str | None
    ongoing: bool
    foreseen: bool


class Subject(NamedTuple):
    """A topic of a quote."""

    slug: str
    name: Bilingual


class Card(NamedTuple):
    """A quote as a list shows it."""

    id: int
    slug: str
    text: str
    kind: str
    wording: str | None
    translation: str | None
    basis: str | None  # how we know the speaker
    event_basis: str | None  # and the occasion
    article: Source
    speaker: Person | None
    reports: Person | None
    event: Occasion | None
    topics: tuple[Subject, ...]


_tables = Base.metadata.tables
_quote, _article, _event = (_tables[name] for name in ("quote", "article", "event"))
_speaker, _reports = (_tables["actor"].alias(name) for name in ("speaker", "reports"))
_about, _topic = _tables["quote_topic"], _tables["topic"]
NUMBERS: Any = bindparam("numbers", expanding=True)


def columns(table: Any, names: str) -> list[Any]:
    return [table.c[name] for name in names.split()]


# Built once: to build a statement takes longer than to run it.
CARDS = (
    select(
        *columns(_quote, "id slug text kind wording translation basis event_basis"),
        *columns(_article, "slug language date title_en title_fr"),
        *columns(_speaker, "slug name language colour letter"),
        *columns(_reports, "slug name language colour letter"),
        *columns(_event, "id date basis ongoing foreseen"),
    )
    .join_from(_quote, _article, _article.c.id == _quote.c.article_id)
    .outerjoin(_speaker, _speaker.c.id == _quote.c.speaker_id)
    .outerjoin(_reports, _reports.c.id == _quote.c.reports_id)
    .outerjoin(_event, _event.c.id == _quote.c.event_id)
    .where(_quote.c.id.in_(NUMBERS))
)
TOPICS = (
    select(_about.c.quote_id, *columns(_topic, "slug name_en name_fr"))
    .join(_topic, _topic.c.id == _about.c.topic_id)
    .where(_about.c.quote_id.in_(NUMBERS))
    .order_by(_topic.c.slug)
)


def list_cards(session: Session, numbers: Sequence[int]) -> list[Card]:
    """The cards of some quotes, in the order of their numbers as given."""
    run = session.connection().execute
    topics: dict[int, list[Subject]] = {number: [] for number in numbers}
    for number, slug, *name in run(TOPICS, {"numbers": numbers}).all():
        topics[number].append(Subject(slug, Bilingual(*name)))
    cards = {}
    for row in run(CARDS, {"numbers": numbers}).all():
        number, event = row[0], row[23:]
        about = (
            Source._make((*row[8:11], Bilingual(row[11], row[12]))),
            Person._make(row[13:18]) if row[13] else None,
            Person._make(row[18:23]) if row[18] else None,
            Occasion._make(event[1:]) if event[0] else None,
        )
        cards[number] = Card._make((*row[:8], *about, tuple(topics[number])))
    return [cards[number] for number in numbers]
