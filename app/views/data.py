"""The lists and pages as data: `.json` and `.csv` of each, and the whole record as NDJSON."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from fastapi import Request, Response

from app.formats.csv_table import write_table
from app.formats.json_list import write_json, write_lines, write_list
from app.formats.records import (
    Record,
    actor_record,
    article_record,
    correction_record,
    event_record,
    quote_record,
    text_of_article,
    topic_record,
)
from app.queries.actors import ActorRow, count_actors, get_actor, stream_actors
from app.queries.articles import get_article, stream_articles
from app.queries.chosen import ANYTHING, choose, only
from app.queries.corrections import count_corrections, stream_corrections
from app.queries.events import get_event, stream_events
from app.queries.facets import count_options
from app.queries.overview import get_overview
from app.queries.quotes import get_quote, list_event_quotes, stream_quotes
from app.queries.tallies import count_quotes
from app.queries.topics import get_topic, stream_topics
from app.views.actors import Quoted
from app.views.quotes import Wanted, find_moved
from app.views.requests import DataRouter, Downloading, answer_missing, answer_stream, site_of

router = DataRouter()

# A search engine is to list the page, not the same rows as data.
NOT_LISTED = {"X-Robots-Tag": "noindex"}


def answer_list(
    request: Request,
    session: Downloading,
    noun: str,
    total: int,
    records: Iterable[Record],
    **rest: Mapping[str, Any],
) -> Response:
    """All rows of a list, in the format that the address ends with."""
    if request.path_params["ending"] == "json":
        chunks = write_list(noun, total, records, rest)
        return answer_stream(request, session, chunks, "application/json", NOT_LISTED)
    return answer_table(request, session, noun, records, noun)


def answer_record(
    request: Request, session: Downloading, noun: str, record: Record, **rest: Any
) -> Response:
    """One record, with all that belongs to it where the format has room for it."""
    if request.path_params["ending"] == "json":
        chunks = [write_json({**record, **rest}), "\n"]
        return answer_stream(request, session, chunks, "application/json", NOT_LISTED)
    return answer_table(request, session, noun, [record], record["slug"])


def answer_table(
    request: Request, session: Downloading, noun: str, records: Iterable[Record], name: str
) -> Response:
    language = request.path_params["lang"]
    headers = NOT_LISTED | {
        "Content-Disposition": f'attachment; filename="{name}.csv"',
        "Content-Language": language,
    }
    chunks = write_table(noun, records, language)
    return answer_stream(
        request, session, chunks, "text/csv; charset=utf-8; header=present", headers
    )


def record_of_actor(row: ActorRow, site: str) -> Record:
    return actor_record(row.actor, site, article=row.article)


@router.data("/articles.{ending:table}", "article-list-data")
def article_list(request: Request, session: Downloading) -> Response:
    site = site_of(request)
    records = (article_record(article, site) for article in stream_articles(session))
    total = get_overview(session).articles
    return answer_list(request, session, "articles", total, records)


@router.data("/articles/{slug}.{ending:table}", "article-detail-data")
def article_data(request: Request, slug: str, session: Downloading) -> Response:
    article, site = get_article(session, slug), site_of(request)
    if article is None:
        answer_missing(request, session, "articles", slug, "article-detail-data")
    record, text = article_record(article, site), text_of_article(article, site)
    quotes = stream_quotes(session, only("article", article.id))
    return answer_record(
        request,
        session,
        "articles",
        record,
        **text,
        quotes=[quote_record(quote, site) for quote in quotes],
    )


@router.data("/quotes.{ending:table}", "quote-list-data")
def quote_list(request: Request, session: Downloading, wanted: Wanted) -> Response:
    if moved := find_moved(request, session, wanted):
        return moved
    site, chosen = site_of(request), choose(session, wanted).exactly()
    return answer_list(
        request,
        session,
        "quotes",
        count_quotes(session, chosen).number,
        (quote_record(quote, site) for quote in stream_quotes(session, chosen)),
        facets=count_options(session, chosen),
    )


@router.data("/quotes/{slug}.{ending:table}", "quote-detail-data")
def quote_data(request: Request, slug: str, session: Downloading) -> Response:
    quote = get_quote(session, slug)
    if quote is None:
        answer_missing(request, session, "quotes", slug, "quote-detail-data")
    return answer_record(request, session, "quotes", quote_record(quote, site_of(request)))


@router.data("/actors.{ending:table}", "actor-list-data")
def actor_list(request: Request, session: Downloading, quoted: Quoted = "") -> Response:
    site = site_of(request)
    rows = stream_actors(session, quoted=bool(quoted))
    total = count_actors(session, quoted=bool(quoted))
    records = (record_of_actor(row, site) for row in rows)
    return answer_list(request, session, "actors", total, records)


@router.data("/actors/{slug}.{ending:table}", "actor-detail-data")
def actor_data(request: Request, slug: str, session: Downloading) -> Response:
    row = get_actor(session, slug)
    if row is None:
        answer_missing(request, session, "actors", slug, "actor-detail-data")
    return answer_record(request, session, "actors", record_of_actor(row, site_of(request)))


@router.data("/events.{ending:table}", "event-list-data")
def event_list(request: Request, session: Downloading) -> Response:
    site = site_of(request)
    records = (event_record(event, site) for event in stream_events(session))
    return answer_list(request, session, "events", get_overview(session).events, records)


@router.data("/events/{slug}.{ending:table}", "event-detail-data")
def event_data(request: Request, slug: str, session: Downloading) -> Response:
    event, site = get_event(session, slug), site_of(request)
    if event is None:
        answer_missing(request, session, "events", slug, "event-detail-data")
    quotes = [quote_record(quote, site) for quote in list_event_quotes(session, event)]
    return answer_record(request, session, "events", event_record(event, site), quotes=quotes)


@router.data("/topics.{ending:table}", "topic-list-data")
def topic_list(request: Request, session: Downloading) -> Response:
    site = site_of(request)
    records = (topic_record(topic, site) for topic in stream_topics(session))
    return answer_list(request, session, "topics", get_overview(session).topics, records)


@router.data("/topics/{slug}.{ending:table}", "topic-detail-data")
def topic_data(request: Request, slug: str, session: Downloading) -> Response:
    topic = get_topic(session, slug)
    if topic is None:
        answer_missing(request, session, "topics", slug, "topic-detail-data")
    return answer_record(request, session, "topics", topic_record(topic, site_of(request)))


@router.data("/corrections.{ending:table}", "correction-list-data")
def correction_list(request: Request, session: Downloading) -> Response:
    site = site_of(request)
    records = (correction_record(row, site) for row in stream_corrections(session))
    return answer_list(request, session, "corrections", count_corrections(session), records)


@router.data("/record.ndjson", "record")
def whole_record(request: Request, session: Downloading) -> Response:
    """Every live record, a line each: an article with its text, a quote on a line of its own."""
    site = site_of(request)
    lines = chain(
        write_lines(
            "articles",
            (
                article_record(article, site) | text_of_article(article, site)
                for article in stream_articles(session, texts=True)
            ),
        ),
        write_lines("actors", (record_of_actor(row, site) for row in stream_actors(session))),
        write_lines("topics", (topic_record(topic, site) for topic in stream_topics(session))),
        write_lines("events", (event_record(event, site) for event in stream_events(session))),
        write_lines(
            "quotes", (quote_record(quote, site) for quote in stream_quotes(session, ANYTHING))
        ),
        write_lines(
            "corrections", (correction_record(row, site) for row in stream_corrections(session))
        ),
    )
    return answer_stream(request, session, lines, "application/x-ndjson", NOT_LISTED)
