"""What every view takes from a request: its session, its language, its page number."""

import hashlib
import re
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import ExitStack
from tempfile import SpooledTemporaryFile
from typing import Annotated, Any, NoReturn

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import HTMLResponse, StreamingResponse
from pydantic import BeforeValidator
from sqlalchemy.orm import Session
from starlette.background import BackgroundTask
from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException

from app.base import LANGUAGES, Bilingual
from app.database import allow
from app.formats.edition import Edition
from app.queries.slugs import get_retired_slug

# One part of Accept-Language (RFC 9110, 12.5.4): a language, and how much it is wanted.
PREFERENCE = re.compile(r"\s*([a-zA-Z]{1,8})(?:-[\w-]*)?\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*")


class WordConvertor(Convertor[str]):
    """A part of an address that is one of a few words: any other is an unknown address."""

    def __init__(self, words: Iterable[str]) -> None:
        self.regex = "|".join(re.escape(word) for word in words)  # type: ignore[misc]

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("lang", WordConvertor(LANGUAGES))
# The ending of a list's or a record's address that asks for its rows.
register_url_convertor("table", WordConvertor(("json", "csv")))

View = Callable[..., Any]
DOWNLOAD = 300.0  # seconds to write down an answer of any length, which keeps nobody else waiting
METHODS = "GET, HEAD, OPTIONS"
BY_READER = "Cookie, Accept-Language"  # what an answer in the reader's language varies by
PIECE = 64 * 1024  # bytes that are sent at a time
MEMORY = 1024 * 1024  # bytes of an answer that wait in memory; the rest wait in a file


class PageRouter(APIRouter):
    """Routes of pages: each address begins with its language and answers GET and HEAD."""

    def page(self, path: str, name: str) -> Callable[[View], View]:
        """Register a view at `/{lang}` and a path, under a name that links are made from."""
        return self.api_route(
            "/{lang:lang}" + path,
            methods=["GET", "HEAD"],
            name=name,
            response_class=HTMLResponse,
            response_model=None,
        )


class DataRouter(APIRouter):
    """Routes of data: each address begins with its language and says its format by its ending."""

    def data(self, path: str, name: str) -> Callable[[View], View]:
        """Register a view at `/{lang}` and a path, under a name that links are made from."""
        return self.api_route(
            "/{lang:lang}" + path, methods=["GET", "HEAD"], name=name, response_model=None
        )


# A slug has no dot: so an address that ends like this asks for data, be it there or not.
DATA = re.compile(r"\.(?:json|csv|ndjson|atom|ics|bib|ris|jsonld)$")


async def open_session(request: Request) -> AsyncIterator[Session]:
    """A session that ends with the request."""
    with Session(request.app.state.database) as session:
        yield session


async def open_long_session(request: Request) -> AsyncIterator[Session]:
    """The same for what is as long as the record."""
    with Session(request.app.state.database) as session:
        allow(session.connection(), DOWNLOAD)
        yield session


Reading = Annotated[Session, Depends(open_session)]
Downloading = Annotated[Session, Depends(open_long_session)]
PageNumber = Annotated[int, BeforeValidator(lambda page: page or 1), Query(ge=1, le=100_000)]


class WithdrawnError(Exception):
    """The record of an address was withdrawn, for a reason."""

    def __init__(self, reason: Bilingual) -> None:
        super().__init__(reason.en)
        self.reason = reason


def answer_missing(
    request: Request, session: Session, noun: str, slug: str, route: str
) -> NoReturn:
    """Answer for a slug that names no record: 301 to its new one, 410 with the reason, or 404."""
    retired = get_retired_slug(session, noun, slug)
    if retired is None:
        raise HTTPException(404)
    if retired.reason is not None:
        raise WithdrawnError(retired.reason)
    path = request.app.url_path_for(route, **{**request.path_params, "slug": retired.moved_to})
    query = f"?{request.url.query}" if request.url.query else ""
    raise HTTPException(301, headers={"Location": f"{path}{query}"})


def site_of(request: Request) -> str:
    """The public address that permalinks are written with."""
    address: str = request.app.state.settings.public_address
    return address


def answer_stream(
    request: Request,
    session: Session,
    chunks: Iterable[str],
    media_type: str,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Answer with a text of any length in little memory, or 304 to who has it already.

    It is written down, in a file if it is long, before it is sent: so a slow reader keeps no
    connection to the database and no lock on it, and a fault on the way is an answer of 500.
    """
    content = hashlib.sha256()
    with ExitStack() as stack:
        spool = stack.enter_context(SpooledTemporaryFile(max_size=MEMORY))
        for chunk in chunks:
            piece = chunk.encode()
            content.update(piece)
            spool.write(piece)
        session.close()
        tag = weak_tag(content.hexdigest())
        headers = {"Cache-Control": "no-cache", "ETag": tag, **(headers or {})}
        if is_known(request, tag):
            return Response(status_code=304, headers=headers)
        spool.seek(0)
        opened = stack.pop_all()
    return StreamingResponse(
        iter(lambda: spool.read(PIECE), b""),
        media_type=media_type,
        headers=headers,
        background=BackgroundTask(opened.close),
    )


def weak_tag(content_hash: str) -> str:
    """The ETag of a text that is sent compressed or not."""
    return f'W/"{content_hash[:32]}"'


def is_known(request: Request, tag: str) -> bool:
    """Whether If-None-Match names a tag, weak or not (RFC 9110, 13.1.2)."""
    known = [part.strip() for part in request.headers.get("If-None-Match", "").split(",")]
    return "*" in known or tag.removeprefix("W/") in [one.removeprefix("W/") for one in known]


def edition_of(request: Request, language: str) -> Edition:
    """The site in a language, for formats that are no page."""
    return Edition(language, request.app.state.settings.public_address)


class PastLastPageError(HTTPException):
    """A list has fewer pages than were asked for: an unknown address, which tells how many."""

    def __init__(self, pages: int) -> None:
        super().__init__(404)
        self.pages = pages


def count_pages(total: int, size: int, page: int) -> int:
    """How many pages a list has."""
    pages = max(1, -(-total // size))
    if page > pages:
        raise PastLastPageError(pages)
    return pages


def preferred_language(request: Request) -> str:
    """The reader's language: cookie, then Accept-Language, then English."""
    cookies = request.cookies
    chosen = cookies.get("__Host-language") or cookies.get("language")  # over TLS, and without
    if chosen in LANGUAGES:
        return chosen
    weights: dict[str, float] = {}
    for part in request.headers.get("Accept-Language", "")[:500].split(","):
        if found := PREFERENCE.fullmatch(part):
            language = found[1].lower()
            weights[language] = max(weights.get(language, 0), float(found[2] or 1))
    best = max(LANGUAGES, key=lambda language: weights.get(language, 0))
    return best if weights.get(best) else LANGUAGES[0]


def named_language(request: Request) -> str | None:
    """The language that an address names."""
    first = request.url.path.removeprefix("/").partition("/")[0]
    return first if first in LANGUAGES else None


def language_of(request: Request) -> str:
    """The language of an address that may have none, for pages that no route made."""
    return named_language(request) or preferred_language(request)
