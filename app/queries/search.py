"""Questions of a search: what it finds of each noun, each hit with its words in context."""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import literal, select
from sqlalchemy.orm import Session, selectinload, undefer_group

from app.keys import owner_key
from app.models import Actor, ActorRole, Article, Event, Quote, Topic
from app.queries.chosen import Count
from app.queries.index import count_found, list_found, list_like
from app.queries.keyset import Order
from app.queries.quotes import card_options
from app.spans import Block, find_blocks
from app.terms import Search, find_hits, find_words

NOUNS = ("actors", "quotes", "articles", "events", "topics")
SHOWN = 5  # of each noun, where all are shown
BY_PLACE: Order = [literal(0)]  # hits come by relevance, so a page of them begins after a number


@dataclass(frozen=True)
class Passage:
    """A block of an article that a search finds."""

    article: Article
    block: Block
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class FoundActor:
    """An actor, and the form of the name, or the role, that a search matches best."""

    actor: Actor
    form: str
    language: str


@dataclass(frozen=True)
class Group:
    """What a search finds of one noun: how many, and those shown."""

    noun: str
    total: Count
    hits: Sequence[Any]


def list_groups(
    session: Session, search: Search, noun: str | None, limit: int, offset: int = 0
) -> list[Group]:
    """What a search finds, of one noun or of each; a noun of which it finds nothing is left out.

    Of quotes it tells the numbers, for their cards may have been made before.
    """
    totals = count_found(session, search)
    wanted = [one for one in NOUNS if one in totals and noun in (None, one)]
    found = {one: list_found(session, search, one, totals[one], limit, offset) for one in wanted}
    get = GET | {"quotes": lambda _session, _search, numbers: numbers}
    return [Group(one, totals[one], get[one](session, search, found[one])) for one in wanted]


def list_hits(
    session: Session, search: Search, noun: str | None, limit: int, offset: int = 0
) -> tuple[dict[str, Count], list[tuple[str, Any]]]:
    """How much a search finds of each noun, and a run of all its hits, one noun after the other."""
    totals = count_found(session, search)
    totals = {one: totals[one] for one in NOUNS if one in totals and noun in (None, one)}
    hits: list[tuple[str, Any]] = []
    for one, total in totals.items():
        room = limit - len(hits)
        if offset < total.number and room:
            found = list_found(session, search, one, total, room, offset)
            hits += [(one, hit) for hit in GET[one](session, search, found)]
        offset = max(offset - total.number, 0)
    return totals, hits


def in_order(rows: Sequence[Any], found: list[int]) -> list[Any]:
    """The rows in the order in which they were found."""
    by_number = {row.id: row for row in rows}
    return [by_number[number] for number in found]


def list_quote_hits(session: Session, _search: Search, found: list[int]) -> Sequence[Quote]:
    statement = (
        select(Quote).join(Quote.article).where(Quote.id.in_(found)).options(*card_options())
    )
    return in_order(session.scalars(statement).all(), found)


def list_passages(session: Session, search: Search, found: list[int]) -> Sequence[Passage]:
    statement = (
        select(Article)
        .where(Article.id.in_({owner_key(key) for key in found}))
        .options(undefer_group("text"))
    )
    articles = {article.id: article for article in session.scalars(statement)}
    blocks = {number: find_blocks(article.body) for number, article in articles.items()}
    return [
        make_passage(articles[number], blocks[number][part - 1], search)
        for number, part in ((owner_key(key), key - owner_key(key)) for key in found)
    ]


def make_passage(article: Article, block: Block, search: Search) -> Passage:
    """A block with the place of its first hit, which its link leads to."""
    text = article.body[block.start : block.end]
    hits = find_hits(text, article.language, search) or [(0, len(text))]
    return Passage(article, block, text, block.start + hits[0][0], block.start + hits[0][1])


def list_found_actors(session: Session, search: Search, found: list[int]) -> Sequence[FoundActor]:
    statement = (
        select(Actor)
        .where(Actor.id.in_(found))
        .options(
            selectinload(Actor.names),
            selectinload(Actor.roles).joinedload(ActorRole.article),
        )
    )
    return [best_form(actor, search) for actor in in_order(session.scalars(statement).all(), found)]


def best_form(actor: Actor, search: Search) -> FoundActor:
    """The form of an actor's name in which most of a search is found; the name itself first."""
    forms = [
        (actor.name, actor.language),
        *((name.text, name.language) for name in actor.names),
        *((role.text, role.article.language) for role in actor.roles),
    ]
    form, language = max(forms, key=lambda form: len(find_hits(form[0], form[1], search)))
    return FoundActor(actor, form, language)


def list_event_hits(session: Session, _search: Search, found: list[int]) -> Sequence[Event]:
    statement = select(Event).where(Event.id.in_(found)).options(selectinload(Event.actors))
    return in_order(session.scalars(statement).all(), found)


def list_topic_hits(session: Session, _search: Search, found: list[int]) -> Sequence[Topic]:
    statement = select(Topic).where(Topic.id.in_(found))
    return in_order(session.scalars(statement).all(), found)


GET = {
    "actors": list_found_actors,
    "quotes": list_quote_hits,
    "articles": list_passages,
    "events": list_event_hits,
    "topics": list_topic_hits,
}


def suggest(session: Session, search: Search) -> str | None:
    """What was typed, each word that the record does not hold spelled as the nearest it holds."""
    typed = search.typed
    for word in reversed(list(find_words(typed, "fr"))):
        if len(word.plain) > 40:
            continue
        near = difflib.get_close_matches(word.plain, list_like(session, word.plain), 1, 0.7)
        if near:
            typed = typed[: word.start] + near[0] + typed[word.end :]
    return typed if typed != search.typed else None
