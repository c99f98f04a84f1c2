"""The list of actors, and a page an actor."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Query, Request, Response
from markupsafe import Markup

from app.filters import PAGE_SIZE
from app.formats.jsonld import describe_actor
from app.models import Actor, Mention
from app.pieces import Key
from app.queries.actors import (
    MentionKey,
    count_actors,
    count_topics,
    get_actor,
    list_actor_events,
    list_actors,
    list_companions,
    list_mention_keys,
    list_mentions,
)
from app.queries.chosen import only
from app.queries.corrections import list_corrections_of
from app.queries.lists import list_ids
from app.render import fill_each, render
from app.spans import Block, Segment, cut_segments, find_block, find_sentence
from app.views.cards import Cards
from app.views.requests import (
    PageNumber,
    PageRouter,
    Reading,
    answer_missing,
    count_pages,
    edition_of,
)

router = PageRouter()

Quoted = Annotated[Literal["yes", ""], Query()]


@dataclass(frozen=True)
class Passage:
    """A mention in its sentence."""

    mention: Mention
    block: Block
    segments: list[Segment[str]]


@router.page("/actors", "actor-list")
async def actor_list(
    request: Request, lang: str, session: Reading, quoted: Quoted = "", page: PageNumber = 1
) -> Response:
    total = count_actors(session, quoted=bool(quoted))
    context = {
        "actors": list_actors(session, quoted=bool(quoted), page=page),
        "quoted": quoted,
        "total": total,
        "number": page,
        "pages": count_pages(total, PAGE_SIZE, page),
    }
    query = [("page", str(page))] if page > 1 else []
    query += [("quoted", quoted)] if quoted else []
    return render(request, "actors/list.html", lang, context, query=query)


@router.page("/actors/{slug}", "actor-detail")
async def actor_detail(
    request: Request, lang: str, slug: str, session: Reading, page: PageNumber = 1
) -> Response:
    row = get_actor(session, slug)
    if row is None:
        answer_missing(request, session, "actors", slug, "actor-detail")
    cards = Cards.of(request, session, lang)
    context = {
        "actor": row.actor,
        "roles": [(role, find_block(role.article.body, role.start)) for role in row.actor.roles],
        "cards": cards.write(list_ids(session, only("speaker", row.actor.id), PAGE_SIZE)),
        "passages": write_passages(cards, list_mention_keys(session, row.actor, page)),
        "number": page,
        "pages": count_pages(row.actor.mention_count, PAGE_SIZE, page),
        "portrait": write_portrait(cards, row.actor),
        "events": cards.write_events(list_actor_events(session, row.actor)),
        "structured": describe_actor(row.actor, edition_of(request, lang)),
        "corrections": list_corrections_of(session, "actors", slug),
    }
    query = [("page", str(page))] if page > 1 else []
    return render(request, "actors/detail.html", lang, context, query=query)


def write_portrait(cards: Cards, actor: Actor) -> Markup:
    """Who is in the same events, and what the quotes are about; made once, as cards are."""

    def make(_: list[Key]) -> list[Markup]:
        context = {
            "actor": actor,
            "companions": list_companions(cards.session, actor),
            "topics": count_topics(cards.session, actor),
        }
        return fill_each(cards.request, "actors/_portrait.html", cards.language, context)

    portrait: Markup = cards.pieces.get(
        cards.edition, [("portrait", cards.language, actor.id)], make
    )[0]
    return portrait


def write_passages(cards: Cards, mentions: Sequence[MentionKey]) -> list[Markup]:
    """The sentences of some mentions; made once, as cards are."""

    def make(keys: list[Key]) -> list[Markup]:
        found = list_mentions(cards.session, [key[-1] for key in keys])
        context = {"passages": [show(mention) for mention in found]}
        return fill_each(cards.request, "actors/_passages.html", cards.language, context)

    keys: list[Key] = [("mention", cards.language, mention) for mention in mentions]
    return cards.pieces.get(cards.edition, keys, make)


def show(mention: Mention) -> Passage:
    """Find the sentence of a mention, and mark the mention in it."""
    body = mention.article.body
    block = find_block(body, mention.start)
    start, end = find_sentence(body, block, mention.start, mention.end)
    mark = (mention.start, mention.end, "mention")
    return Passage(mention, block, list(cut_segments(start, end, [mark])))
