"""Logging as lines of JSON in UTC."""

import datetime as dt
import logging
import random
import re
import sys
import time
from contextvars import ContextVar

from pythonjsonlogger.core import RESERVED_ATTRS
from pythonjsonlogger.json import JsonFormatter
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.settings import Settings

# What a record carries beside what we print: Uvicorn adds its message in colours.
UNSAID = [*RESERVED_ATTRS, "color_message"]

MOST_KEYS = 20  # of a query that are logged
KEY = re.compile(r"[a-z_]{1,20}")

access = logging.getLogger("app.access")
request_id: ContextVar[str] = ContextVar("request_id")


class UtcFormatter(JsonFormatter):
    """A line of JSON a message; JSON keeps CR and LF from making lines of their own."""

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802, ARG002
        return dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds")


def name_request(record: logging.LogRecord) -> bool:
    """Give a line the number of the request that it comes of, where it comes of one."""
    if number := request_id.get(None):
        record.request_id = number
    return True


def set_up_logging(settings: Settings) -> None:
    """Send every message to standard error, Uvicorn's included."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        UtcFormatter("%(asctime)s %(levelname)s %(name)s %(message)s", reserved_attrs=UNSAID)
    )
    handler.addFilter(name_request)
    logging.basicConfig(level=settings.log_level.upper(), handlers=[handler], force=True)
    access.disabled = not settings.access_log


def number_of(scope: Scope) -> str:
    """The number of a request, in every line of the log that comes of it from now on.

    Ours, for what a proxy or a reader calls it may be anything.
    """
    number: str = scope.setdefault("request_id", f"{random.getrandbits(64):016x}")
    request_id.set(number)
    return number


class Watched:
    """An answer on its way, whose status and time are noted."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.status = 500  # of what never began
        self.started = time.perf_counter()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
        await self.send(message)

    @property
    def seconds(self) -> float:
        """How long it has taken until now."""
        return time.perf_counter() - self.started


class AccessLog:
    """Numbers each request, and logs it when it is answered: no address of the reader, no cookie,
    and of what was typed or chosen only under which keys."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or access.disabled:
            await self.app(scope, receive, send)
            return
        number_of(scope)
        answer = Watched(send)
        try:
            await self.app(scope, receive, answer)
        finally:
            access.info(
                "request",
                extra={
                    "method": scope["method"],
                    "path": scope["path"],
                    "keys": keys_of(scope["query_string"]),
                    "status": answer.status,
                    "milliseconds": round(answer.seconds * 1000, 1),
                },
            )


def keys_of(query: bytes) -> list[str]:
    """The keys of a query; one that is none of ours may be what somebody typed."""
    if not query:
        return []
    parts = query[:2_000].decode("latin-1").split("&", MOST_KEYS)[:MOST_KEYS]
    keys = {part.partition("=")[0] for part in parts}
    return sorted({key if KEY.fullmatch(key) else "?" for key in keys})
