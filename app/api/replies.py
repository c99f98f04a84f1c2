"""How the API answers: JSON that caches can compare, problems (RFC 9457), links to more."""

import hashlib
from collections.abc import Mapping
from typing import Any, NoReturn

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from sqlalchemy.orm import Session
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.keys import BadQueryError
from app.database import is_out_of_time
from app.formats.json_list import write_json
from app.formats.problem import MEDIA_TYPE, write_problem
from app.formats.records import ours
from app.logs import number_of
from app.queries.slugs import get_retired_slug
from app.views.errors import RETRY, UNREAD, is_unsound, tell_unread
from app.views.requests import METHODS, WithdrawnError, is_known, weak_tag

OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Location, X-Request-Id",
}
PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}


def answer(
    request: Request, value: Mapping[str, Any], headers: Mapping[str, str] | None = None
) -> Response:
    """An object as JSON, or 304 for who has it already (RFC 9110, 13.1.2)."""
    content = write_json(value)
    tag = weak_tag(hashlib.sha256(content.encode()).hexdigest())
    headers = {"ETag": tag, "Cache-Control": "no-cache", **(headers or {})}
    if is_known(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type="application/json")


def answer_missing(request: Request, session: Session, noun: str, slug: str) -> NoReturn:
    """Answer for a slug that names no record: 301 to its new one, 410 with the reason, or 404."""
    retired = get_retired_slug(session, noun, slug)
    if retired is None:
        raise HTTPException(404, f"The record holds nothing called {slug} among its {noun}.")
    if retired.reason is not None:
        raise WithdrawnError(retired.reason)
    path = request.url.path.removesuffix(slug)
    raise HTTPException(301, headers={"Location": f"{path}{retired.moved_to}"})


def handle_errors(api: FastAPI) -> None:
    """Answer every kind of error with a problem."""
    api.add_exception_handler(HTTPException, http_error)
    api.add_exception_handler(RequestValidationError, no_such_slug)
    api.add_exception_handler(BadQueryError, bad_query)
    api.add_exception_handler(WithdrawnError, withdrawn_record)
    for kind in UNREAD:
        api.add_exception_handler(kind, unread_record)
    api.add_exception_handler(Exception, server_error)


def problem(status: int, headers: Mapping[str, str] | None = None, **members: Any) -> Response:
    """A problem; nothing keeps it, for the fault may be mended soon."""
    headers = {"Cache-Control": "no-store", **(headers or {})}
    return Response(write_problem(status, **members), status, headers, MEDIA_TYPE)


async def http_error(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code < 400:
        return Response(status_code=error.status_code, headers=error.headers)
    if error.status_code == 405:
        return problem(405, {"Allow": METHODS}, detail="This API can only be read.")
    if error.detail == "Not Found":
        return problem(404, detail="There is nothing at this address of the API.")
    return problem(error.status_code, error.headers, detail=error.detail)


async def no_such_slug(_request: Request, _error: Exception) -> Response:
    return problem(404, detail="No record is called so.")


async def bad_query(_request: Request, error: Exception) -> Response:
    assert isinstance(error, BadQueryError)
    return problem(400, detail="The address cannot be answered as it is.", errors=error.faults)


async def withdrawn_record(_request: Request, error: Exception) -> Response:
    assert isinstance(error, WithdrawnError)
    return problem(410, detail="The record was withdrawn.", reason=ours(error.reason))


async def unread_record(request: Request, error: Exception) -> Response:
    tell_unread(request, error)
    if is_out_of_time(error):
        return problem(
            503, numbered(request), detail="This takes longer to find than the API allows."
        )
    return unread(request)


def unread(request: Request) -> Response:
    return problem(503, numbered(request, RETRY), detail="The record cannot be read at the moment.")


async def server_error(request: Request, error: Exception) -> Response:
    if await is_unsound(request, error):
        return unread(request)
    return problem(500, numbered(request), detail="The fault is ours and has been noted.")


def numbered(request: Request, headers: Mapping[str, str] | None = None) -> Mapping[str, str]:
    """The headers of a fault, with the number under which the log has it."""
    return {"X-Request-Id": number_of(request.scope), **(headers or {})}


class OpenToAll:
    """Lets pages of any origin read (https://fetch.spec.whatwg.org/#http-cors-protocol)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_open(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(OPEN)
            await send(message)

        if scope["type"] == "http" and scope["method"] == "OPTIONS":
            await Response(status_code=204, headers=PREFLIGHT)(scope, receive, send_open)
        else:
            await self.app(scope, receive, send_open)
