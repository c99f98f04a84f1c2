"""Cards for other people's pages, and the address at which their software asks for them."""

import re
from collections.abc import Callable
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse
from sqlalchemy.orm import Session
from starlette.convertors import register_url_convertor
from starlette.exceptions import HTTPException

from app.base import LANGUAGES
from app.checks import check_identity
from app.formats.embeds import Embed, embed_event, embed_quote, oembed
from app.models import Event, Quote
from app.queries.events import get_event
from app.queries.quotes import get_quote
from app.queries.slugs import get_retired_slug
from app.render import render
from app.views.requests import (
    BY_READER,
    Reading,
    WithdrawnError,
    WordConvertor,
    answer_missing,
    edition_of,
    preferred_language,
)

router = APIRouter()

Size = Annotated[int | None, Query(ge=1, le=100_000)]
Language = Annotated[Literal["en", "fr", ""], Query()]

EMBEDDED: dict[str, tuple[Callable[..., Any], Callable[..., Embed]]] = {
    "quotes": (get_quote, embed_quote),
    "events": (get_event, embed_event),
}
RECORD = re.compile(
    rf"(?:/(?P<language>{'|'.join(LANGUAGES)}))?"
    rf"/(?P<noun>{'|'.join(EMBEDDED)})/(?P<slug>[a-z0-9-]+)"
)

register_url_convertor("embedded", WordConvertor(EMBEDDED))


@router.api_route(
    "/embed/{noun:embedded}/{slug}", methods=["GET", "HEAD"], name="embed", response_model=None
)
def embed(
    request: Request, noun: str, slug: str, session: Reading, lang: Language = ""
) -> Response:
    """A card in the language asked for, else in that of the article."""
    record = EMBEDDED[noun][0](session, slug)
    if record is None:
        try:
            answer_missing(request, session, noun, slug, "embed")
        except WithdrawnError as error:
            return show_withdrawn(request, lang, error)
    language = lang or language_of(record)
    if isinstance(record, Quote):
        holds = check_identity(record.article, record).holds
        return render(request, "embeds/quote.html", language, {"quote": record, "holds": holds})
    holds = all(check_identity(shown.article, shown).holds for shown in record.evidence)
    return render(request, "embeds/event.html", language, {"event": record, "holds": holds})


def show_withdrawn(request: Request, language: Language, error: WithdrawnError) -> Response:
    """The reason in the language asked for, else in the reader's."""
    return render(
        request,
        "embeds/withdrawn.html",
        language or preferred_language(request),
        {"reason": error.reason},
        status=410,
        headers={"Cache-Control": "no-store"} | ({} if language else {"Vary": BY_READER}),
    )


def language_of(record: Quote | Event) -> str:
    """The language of the article that holds it, of the earliest that tells it."""
    if isinstance(record, Quote):
        return record.article.language
    articles = [shown.article for shown in record.evidence]
    return min(articles, key=lambda article: (article.date_earliest, article.slug)).language


@router.api_route("/oembed", methods=["GET", "HEAD"], name="oembed", response_model=None)
def answer_oembed(
    request: Request,
    session: Reading,
    url: Annotated[str, Query(max_length=2000)],
    format: Annotated[str, Query(max_length=20)] = "json",
    maxwidth: Size = None,
    maxheight: Size = None,
) -> Response:
    """oEmbed 1.0: 501 for a format other than JSON, 404 for an address that is no record here."""
    if format != "json":
        raise HTTPException(501)
    found = read_address(url, request.app.state.settings.public_address)
    if found is None:
        raise HTTPException(404)
    noun, slug, language = found
    record = find_record(session, noun, slug)
    edition = edition_of(request, language or language_of(record))
    answer = oembed(EMBEDDED[noun][1](record, edition), maxwidth, maxheight)
    return JSONResponse(answer, headers={"Access-Control-Allow-Origin": "*"})


def read_address(url: str, site: str) -> tuple[str, str, str | None] | None:
    """The noun, slug and language of a record's address on this site; None for any other."""
    try:
        parts, own = urlsplit(url), urlsplit(site)
    except ValueError:
        return None
    if (parts.scheme, parts.netloc.lower()) != (own.scheme, own.netloc.lower()):
        return None
    found = RECORD.fullmatch(parts.path.removeprefix(own.path))
    return (found["noun"], found["slug"], found["language"]) if found else None


def find_record(session: Session, noun: str, slug: str) -> Quote | Event:
    """The record of a slug, or of the one that it became."""
    get = EMBEDDED[noun][0]
    record: Quote | Event | None = get(session, slug)
    retired = None if record else get_retired_slug(session, noun, slug)
    if retired is not None and retired.reason is not None:
        raise WithdrawnError(retired.reason)
    if retired is not None:
        record = get(session, retired.moved_to)
    if record is None:
        raise HTTPException(404)
    return record
