"""The options of each facet of the list of quotes, with honest counts beside them.

The number beside an option is the length of the list when it is the only value chosen in its
facet and the other facets stay as they are.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from app.base import QUOTE_KINDS, Bilingual
from app.filters import FACETS, NO_SPEAKER, Choice, QuoteFilter
from app.models import Actor, Article, Quote, Topic, quote_topic
from app.queries.quotes import count_quotes, matches

SHOWN = 20


@dataclass(frozen=True)
class Name:
    """An actor's name, in the language of the article that prints it."""

    text: str
    language: str
    colour: int | None
    letter: str


# What a value is called; None for one that the template has a word for.
Label = Name | Bilingual | None


@dataclass(frozen=True)
class Option:
    """A value of a facet, and how many quotes it has: in the filter, and in the whole record."""

    value: str
    label: Label
    count: int
    total: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """The options that are shown, heaviest first, and whether there are more."""

    key: str
    options: list[Option]
    more: bool


def counted(wanted: QuoteFilter) -> ColumnElement[int]:
    """Counts the rows of a group that are in a filter, and keeps groups that have none."""
    return func.coalesce(func.sum(case((matches(wanted), 1), else_=0)), 0)


def list_facets(session: Session, wanted: QuoteFilter) -> list[Facet]:
    """The facets of speaker, topic and kind for a filter."""
    return [
        shown("speaker", list_speakers(session, wanted)),
        shown("topic", list_topics(session, wanted)),
        shown("kind", list_kinds(session, wanted)),
    ]


def count_options(session: Session, wanted: QuoteFilter) -> dict[str, dict[str, int]]:
    """The count beside every option of each facet, the heaviest first; those of none left out."""
    facets = {"speaker": list_speakers, "topic": list_topics, "kind": list_kinds}
    counts = {}
    for facet, list_options in facets.items():
        options = sorted(list_options(session, wanted), key=lambda option: -option.count)
        counts[facet] = {option.value: option.count for option in options if option.count}
    return counts


def shown(key: str, options: Iterable[Option]) -> Facet:
    """The heaviest options and those chosen; ones without quotes only where all have room."""
    # In an order that no filter changes, so that no box moves from under a finger.
    ordered = sorted(options, key=lambda option: (-option.total, option.value))
    if len(ordered) <= SHOWN:
        return Facet(key, ordered, more=False)
    heaviest = sorted(ordered, key=lambda option: -option.count)[:SHOWN]
    kept = [option for option in ordered if option.chosen or (option in heaviest and option.count)]
    return Facet(key, kept, more=True)


def list_speakers(session: Session, wanted: QuoteFilter) -> Iterable[Option]:
    statement = (
        select(Actor, counted(wanted.clear("speaker")), func.count(Quote.id))
        .select_from(Quote)
        .outerjoin(Actor, Actor.id == Quote.speaker_id)
        .group_by(Actor.id)
    )
    for row in session.execute(statement):
        speaker: Actor | None = row[0]  # an outer join, which the type of the row does not know
        value = speaker.slug if speaker else NO_SPEAKER
        label = name_of(speaker) if speaker else None
        yield Option(value, label, row[1], row[2], value in wanted.chosen("speaker"))


def name_of(actor: Actor) -> Name:
    return Name(actor.name, actor.language, actor.colour, actor.letter)


def list_topics(session: Session, wanted: QuoteFilter) -> Iterable[Option]:
    statement = (
        select(Topic, counted(wanted.clear("topic")), func.count(Quote.id))
        .outerjoin(quote_topic, quote_topic.c.topic_id == Topic.id)
        .outerjoin(Quote, Quote.id == quote_topic.c.quote_id)
        .group_by(Topic.id)
    )
    for topic, count, total in session.execute(statement):
        yield Option(topic.slug, topic.name, count, total, topic.slug in wanted.chosen("topic"))


def list_kinds(session: Session, wanted: QuoteFilter) -> Iterable[Option]:
    counted_kinds = counted(wanted.clear("kind"))
    statement = select(Quote.kind, counted_kinds, func.count()).group_by(Quote.kind)
    counts = {row[0]: (row[1], row[2]) for row in session.execute(statement)}
    for kind in QUOTE_KINDS:
        count, total = counts.get(kind, (0, 0))
        yield Option(kind, None, count, total, kind in wanted.chosen("kind"))


def get_labels(session: Session, wanted: QuoteFilter) -> dict[Choice, Label]:
    """What each chosen value is called; one that the record does not hold is not there."""
    labels: dict[Choice, Label] = {("kind", kind): None for kind in wanted.chosen("kind")}
    labels = {choice: label for choice, label in labels.items() if choice[1] in QUOTE_KINDS}
    if NO_SPEAKER in wanted.chosen("speaker"):
        labels["speaker", NO_SPEAKER] = None
    if speakers := wanted.chosen("speaker"):
        for actor in session.scalars(select(Actor).where(Actor.slug.in_(speakers))):
            labels["speaker", actor.slug] = name_of(actor)
    if topics := wanted.chosen("topic"):
        for topic in session.scalars(select(Topic).where(Topic.slug.in_(topics))):
            labels["topic", topic.slug] = topic.name
    if articles := wanted.chosen("article"):
        for article in session.scalars(select(Article).where(Article.slug.in_(articles))):
            labels["article", article.slug] = article.title
    return labels


def count_without(session: Session, wanted: QuoteFilter) -> list[tuple[str, int]]:
    """For an empty list: the facets to give up, with how many quotes there are then."""
    return [
        (facet, count)
        for facet in FACETS
        if wanted.chosen(facet) and (count := count_quotes(session, wanted.clear(facet)))
    ]
