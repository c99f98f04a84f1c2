"""Logging as lines of JSON in UTC."""

import datetime as dt
import logging
import sys
import time

from pythonjsonlogger.core import RESERVED_ATTRS
from pythonjsonlogger.json import JsonFormatter
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.settings import Settings

# What a record carries beside what we print: Uvicorn adds its message in colours.
UNSAID = [*RESERVED_ATTRS, "color_message"]

access = logging.getLogger("app.access")


class UtcFormatter(JsonFormatter):
    """A line of JSON a message; JSON keeps CR and LF from making lines of their own."""

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802, ARG002
        return dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds")


def set_up_logging(settings: Settings) -> None:
    """Send every message to standard error, Uvicorn's included."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        UtcFormatter("%(asctime)s %(levelname)s %(name)s %(message)s", reserved_attrs=UNSAID)
    )
    logging.basicConfig(level=settings.log_level.upper(), handlers=[handler], force=True)
    access.disabled = not settings.access_log


class AccessLog:
    """Logs each request when it is answered: no address of the reader, no cookie."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or access.disabled:
            await self.app(scope, receive, send)
            return
        started, status = time.perf_counter(), 500

        async def note_status(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, note_status)
        finally:
            access.info(
                "request",
                extra={
                    "method": scope["method"],
                    "path": scope["path"],
                    "query": scope["query_string"].decode("latin-1"),
                    "status": status,
                    "milliseconds": round((time.perf_counter() - started) * 1000, 1),
                },
            )
