"""The addresses of the API: what each takes, and what it answers with."""

from collections.abc import Iterable
from functools import cache
from typing import Annotated, Any, TypeVar
from urllib.parse import urlencode

from fastapi import Path, Request, Response
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException

from app.api import answers, schemas
from app.api.cursors import read_cursor, write_cursor
from app.api.fields import SLUG
from app.api.keys import (
    ActorKeys,
    FacetKeys,
    ListKeys,
    NoKeys,
    QuoteKeys,
    SearchKeys,
    read_keys,
)
from app.api.replies import answer, answer_missing
from app.api.router import ApiRouter, describe
from app.filters import FACETS, QuoteFilter
from app.formats.hits import hit_record
from app.formats.records import (
    Record,
    article_record,
    event_record,
    quote_record,
    text_of_article,
    topic_record,
)
from app.queries import actors, articles, events, quotes, topics
from app.queries.chosen import Chosen, choose, only
from app.queries.facets import count_options
from app.queries.keyset import Key, Order
from app.queries.overview import get_overview
from app.queries.search import BY_PLACE, list_hits, suggest
from app.queries.tallies import count_quotes
from app.terms import read_search
from app.views.data import record_of_actor
from app.views.quotes import moved_choices
from app.views.requests import Reading, site_of

router = ApiRouter()

Listed = TypeVar("Listed", bound=ListKeys)
Filtered = TypeVar("Filtered", bound=FacetKeys)


def slug_of(example: str) -> Any:
    """The part of an address that names a record."""
    return Path(description="Its slug.", pattern=SLUG, max_length=100, examples=[example])


def read_page(
    request: Request, shape: type[Listed], noun: str, order: Order
) -> tuple[Listed, Key | None]:
    """The keys of a list, and the sort key of the row that its page begins after."""
    keys = read_keys(request, shape, noun=noun, order=order)
    return keys, read_cursor(keys.cursor, noun, order) if keys.cursor else None


def read_filter(
    request: Request, session: Session, shape: type[Filtered]
) -> tuple[Filtered, Chosen]:
    """The keys of a filter of quotes; one by the old slug of a record is answered with 301."""
    asked = request.query_params.multi_items()
    choices = [(key, value) for key, value in asked if key in FACETS]
    wanted = QuoteFilter.of(choices, q=request.query_params.get("q", ""))
    moved, chosen = moved_choices(session, wanted), choose(session, wanted).exactly()
    known = {*chosen.labels, *moved}
    keys = read_keys(request, shape, noun="quotes", order=quotes.BY_PLACE, known=known)
    if moved:
        renamed = urlencode([(key, moved.get((key, value), value)) for key, value in asked])
        raise HTTPException(301, headers={"Location": f"{request.url.path}?{renamed}"})
    return keys, chosen


def answer_page(
    request: Request,
    noun: str,
    total: int,
    records: Iterable[Record],
    last: Key | None,
    **more: object,
) -> Response:
    """A page of a list, with links (RFC 8288) to the first page and to the next."""
    asked = [item for item in request.query_params.multi_items() if item[0] != "cursor"]

    def address(query: list[tuple[str, str]]) -> str:
        return f"{site_of(request)}{request.url.path}" + (f"?{urlencode(query)}" if query else "")

    links = {"first": address(asked)}
    if last is not None:
        links["next"] = address([*asked, ("cursor", write_cursor(noun, last))])
    value = {"total": total, noun: list(records), "next": links.get("next"), **more}
    header = ", ".join(f'<{target}>; rel="{relation}"' for relation, target in links.items())
    return answer(request, value, {"Link": header})


@router.read("/v1/articles", ListKeys, answers.ArticlePage)
def list_articles(request: Request, session: Reading) -> Response:
    """The source texts, the newest first, without their text."""
    site = site_of(request)
    keys, after = read_page(request, ListKeys, "articles", articles.BY_PLACE)
    rows, last = articles.list_articles_after(session, after, keys.limit)
    records = (article_record(article, site) for article in rows)
    return answer_page(request, "articles", get_overview(session).articles, records, last)


@router.read("/v1/articles/{slug}", NoKeys, schemas.ArticleText)
def get_article(
    request: Request, session: Reading, slug: Annotated[str, slug_of("2020-08-trump-al-kazimi")]
) -> Response:
    """An article with its text, its quotes, and where it names actors."""
    read_keys(request, NoKeys)
    site, article = site_of(request), articles.get_article(session, slug)
    if article is None:
        answer_missing(request, session, "articles", slug)
    said = quotes.stream_quotes(session, only("article", article.id))
    record, text = article_record(article, site), text_of_article(article, site)
    return answer(
        request, record | text | {"quotes": [quote_record(quote, site) for quote in said]}
    )


@router.read("/v1/quotes", QuoteKeys, answers.QuotePage)
def list_quotes(request: Request, session: Reading) -> Response:
    """The quotes of a filter: the newest article first, then in the order of its text."""
    site = site_of(request)
    keys, chosen = read_filter(request, session, QuoteKeys)
    after = read_cursor(keys.cursor, "quotes", quotes.BY_PLACE) if keys.cursor else None
    rows, last = quotes.list_quotes_after(session, chosen, after, keys.limit)
    records = (quote_record(quote, site) for quote in rows)
    return answer_page(request, "quotes", count_quotes(session, chosen).number, records, last)


@router.read("/v1/quotes/{slug}", NoKeys, schemas.Quote)
def get_quote(
    request: Request,
    session: Reading,
    slug: Annotated[str, slug_of("pompeo-lowest-level-as-fast-as-possible")],
) -> Response:
    """A quote, who says it, and how we know."""
    read_keys(request, NoKeys)
    quote = quotes.get_quote(session, slug)
    if quote is None:
        answer_missing(request, session, "quotes", slug)
    return answer(request, quote_record(quote, site_of(request)))


@router.read("/v1/actors", ActorKeys, answers.ActorPage)
def list_actors(request: Request, session: Reading) -> Response:
    """People, organisations and states, the most quoted first."""
    site = site_of(request)
    keys, after = read_page(request, ActorKeys, "actors", actors.MOST_QUOTED_FIRST)
    quoted = bool(keys.quoted)
    rows, last = actors.list_actors_after(session, after, keys.limit, quoted=quoted)
    records = (record_of_actor(row, site) for row in rows)
    total = actors.count_actors(session, quoted=quoted)
    return answer_page(request, "actors", total, records, last)


@router.read("/v1/actors/{slug}", NoKeys, schemas.Actor)
def get_actor(
    request: Request, session: Reading, slug: Annotated[str, slug_of("mike-pompeo")]
) -> Response:
    """An actor with its other names and its roles."""
    read_keys(request, NoKeys)
    row = actors.get_actor(session, slug)
    if row is None:
        answer_missing(request, session, "actors", slug)
    return answer(request, record_of_actor(row, site_of(request)))


@router.read("/v1/events", ListKeys, answers.EventPage)
def list_events(request: Request, session: Reading) -> Response:
    """What the articles tell: the latest first, what has no date last."""
    site = site_of(request)
    keys, after = read_page(request, ListKeys, "events", events.BY_PLACE)
    rows, last = events.list_events_after(session, after, keys.limit)
    records = (event_record(event, site) for event in rows)
    return answer_page(request, "events", get_overview(session).events, records, last)


@router.read("/v1/events/{slug}", NoKeys, schemas.EventQuotes)
def get_event(
    request: Request, session: Reading, slug: Annotated[str, slug_of("trump-receives-al-kazimi")]
) -> Response:
    """An event with its evidence and what was said there."""
    read_keys(request, NoKeys)
    site, event = site_of(request), events.get_event(session, slug)
    if event is None:
        answer_missing(request, session, "events", slug)
    said = quotes.list_event_quotes(session, event)
    record = event_record(event, site)
    return answer(request, record | {"quotes": [quote_record(quote, site) for quote in said]})


@router.read("/v1/topics", ListKeys, answers.TopicPage)
def list_topics(request: Request, session: Reading) -> Response:
    """What quotes and events are about, topics with most quotes first."""
    site = site_of(request)
    keys, after = read_page(request, ListKeys, "topics", topics.MOST_QUOTES_FIRST)
    rows, last = topics.list_topics_after(session, after, keys.limit)
    records = (topic_record(topic, site) for topic in rows)
    return answer_page(request, "topics", get_overview(session).topics, records, last)


@router.read("/v1/topics/{slug}", NoKeys, schemas.Topic)
def get_topic(
    request: Request, session: Reading, slug: Annotated[str, slug_of("troop-withdrawal")]
) -> Response:
    """A topic with its definition."""
    read_keys(request, NoKeys)
    topic = topics.get_topic(session, slug)
    if topic is None:
        answer_missing(request, session, "topics", slug)
    return answer(request, topic_record(topic, site_of(request)))


@router.read("/v1/facets", FacetKeys, answers.Facets)
def count_facets(request: Request, session: Reading) -> Response:
    """How many quotes each value of the filter would give, all else as it is."""
    _, chosen = read_filter(request, session, FacetKeys)
    total = count_quotes(session, chosen).number
    return answer(request, {"total": total, "facets": count_options(session, chosen)})


@router.read("/v1/search", SearchKeys, answers.SearchPage)
def search(request: Request, session: Reading) -> Response:
    """What is found of each noun, by any form of a name: those in other scripts too."""
    site = site_of(request)
    keys, after = read_page(request, SearchKeys, "hits", BY_PLACE)
    typed, noun, (offset,) = read_search(keys.q), keys.noun or None, after or (0,)
    counts, hits = list_hits(session, typed, noun, keys.limit, offset)
    total, end = sum(count.number for count in counts.values()), offset + len(hits)
    return answer_page(
        request,
        "hits",
        total,
        (hit_record(found, hit, typed, site) for found, hit in hits),
        (end,) if hits and end < total else None,
        counts={found: count.number for found, count in counts.items()},
        suggestion=suggest(session, typed) if typed and not total else None,
    )


@router.api_route("/v1/openapi.json", methods=["GET", "HEAD"], include_in_schema=False)
def openapi(request: Request) -> Response:
    return answer(request, document_of(site_of(request)))


@cache
def document_of(site: str) -> dict[str, Any]:
    """The document of the API at a public address."""
    return describe(site, router.routes)
