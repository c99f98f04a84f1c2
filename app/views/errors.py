"""What could not be answered: a readable page in the reader's language, with a way on, or a problem
document where data was asked for."""

import logging
from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DBAPIError, NoResultFound
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from app.base import Bilingual
from app.database import is_out_of_time
from app.formats.problem import MEDIA_TYPE, write_problem
from app.formats.records import ours
from app.logs import number_of
from app.render import render
from app.trouble import find_soon
from app.views.requests import (
    BY_READER,
    DATA,
    METHODS,
    PastLastPageError,
    WithdrawnError,
    language_of,
    named_language,
)

# What comes of a database that cannot be read, has text that is none any more, or holds no record.
UNREAD = (DBAPIError, UnicodeDecodeError, NoResultFound)
NOTE = "The database contradicts itself."  # stands below the traceback
SECONDS = 1.0  # to look whether a fault comes of the database
RETRY = {"Retry-After": "10"}  # seconds, for who asks again by itself

logger = logging.getLogger("app.errors")


def handle_errors(app: FastAPI) -> None:
    """Answer every kind of error with a page."""
    app.add_exception_handler(HTTPException, http_error)
    app.add_exception_handler(RequestValidationError, invalid_address)
    app.add_exception_handler(WithdrawnError, withdrawn_record)
    for kind in UNREAD:
        app.add_exception_handler(kind, unread_record)
    app.add_exception_handler(Exception, server_error)


def show_error(
    request: Request,
    status: int,
    headers: Any = None,
    *,
    reason: Bilingual | None = None,
    keys: Sequence[str] = (),
    pages: int = 0,
    is_slow: bool = False,
) -> Response:
    """The error page or problem; nothing keeps it, for the fault may be mended soon."""
    number = number_of(request.scope)
    last = request.url.include_query_params(page=pages).query if pages else ""
    headers = {"Cache-Control": "no-store", **(headers or {})}
    if status >= 500:
        headers["X-Request-Id"] = number
    if status == 405:
        headers["Allow"] = METHODS
    if DATA.search(request.url.path):
        detail = "This takes longer to find than the site allows." if is_slow else None
        members = {"reason": ours(reason), "keys": keys, "detail": detail}
        problem = write_problem(status, **{key: value for key, value in members.items() if value})
        return Response(problem, status, headers, MEDIA_TYPE)
    if named_language(request) is None:
        headers["Vary"] = BY_READER
    return render(
        request,
        "errors/error.html",
        language_of(request),
        {
            "status": status,
            "reason": reason,
            "keys": keys,
            "pages": pages,
            "last": f"{request.url.path}?{last}",
            "is_slow": is_slow,
            "number": number,
        },
        index=False,
        status=status,
        headers=headers,
    )


async def http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if request.method == "OPTIONS" and (error.status_code == 405 or request.url.path == "*"):
        return Response(status_code=204, headers={"Allow": METHODS})
    if error.status_code < 400:
        return Response(status_code=error.status_code, headers=error.headers)
    pages = error.pages if isinstance(error, PastLastPageError) else 0
    return show_error(request, error.status_code, error.headers, pages=pages)


async def invalid_address(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    keys = sorted({str(detail["loc"][1]) for detail in error.errors() if len(detail["loc"]) > 1})
    return show_error(request, 422, keys=keys)


async def withdrawn_record(request: Request, error: Exception) -> Response:
    assert isinstance(error, WithdrawnError)
    return show_error(request, 410, reason=error.reason)


async def unread_record(request: Request, error: Exception) -> Response:
    """The database is damaged or gone, which may be mended soon, or a question takes too long."""
    is_slow = is_out_of_time(error)
    tell_unread(request, error)
    return show_error(request, 503, None if is_slow else RETRY, is_slow=is_slow)


def tell_unread(request: Request, error: object) -> None:
    """A line of the log, without the question's values, which a reader typed."""
    number_of(request.scope)
    why = getattr(error, "orig", None) or error
    logger.error("cannot read the record: %s", why, extra={"path": request.url.path})


async def server_error(request: Request, error: Exception) -> Response:
    if await is_unsound(request, error):
        return show_error(request, 503, RETRY)
    return show_error(request, 500)


async def is_unsound(request: Request, error: Exception) -> bool:
    """Whether a fault may come of a database that contradicts itself, such as an index without
    some of its rows, which SQLite reads without an error; then the log says so.

    The log has the traceback either way, for the fault may be ours all the same.
    """
    if NOTE in getattr(error, "__notes__", ()):  # as the API, which stands inside, found
        return True
    why = await run_in_threadpool(find_soon, request.app.state.settings.database, SECONDS)
    if why is not None:
        error.add_note(NOTE)
        tell_unread(request, why)
    return why is not None
