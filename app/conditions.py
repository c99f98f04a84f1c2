"""Conditions under which nothing is to be answered: If-Match and If-Unmodified-Since (RFC 9110,
13.1.1 and 13.1.4). The others, by which less is sent, are for who answers.
"""

import re
from email.utils import parsedate_to_datetime

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.outgoing import BODY, START, Header, value_of, without

REFUSING = (b"if-match", b"if-unmodified-since")
STRONG = re.compile(rb'(?<!W/)"[^"]*"')  # a weak tag is like none (8.8.3.2)


class Conditions:
    """Answers 412 to who wants a page or a file only as it was, where it is so no more."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        said = [line for line in scope.get("headers", ()) if line[0] in REFUSING]
        if not said or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        is_refused = False

        async def send_if(message: Message) -> None:
            nonlocal is_refused
            if message["type"] == START and message["status"] in (200, 206, 304):
                is_refused = not holds(said, message["headers"])
                if is_refused:
                    about = [line for line in message["headers"] if line[0][:8] != b"content-"]
                    about = [*without(about, b"cache-control"), (b"content-length", b"0")]
                    await send({**message, "status": 412, "headers": about})
                    await send({"type": BODY, "body": b""})
            if not is_refused:
                await send(message)

        await self.app(scope, receive, send_if)


def holds(said: list[Header], headers: list[Header]) -> bool:
    """Whether what would be answered is what a request wants; a tag counts before a date (13.2.2).

    What is no date counts for nothing, nor does one where no day is told.
    """
    if any(name == b"if-match" for name, _ in said):
        wanted = value_of(said, b"if-match")
        return wanted.strip() == b"*" or value_of(headers, b"etag") in STRONG.findall(wanted)
    written = value_of(headers, b"last-modified").decode("latin-1")
    since = value_of(said, b"if-unmodified-since").decode("latin-1")
    try:
        return parsedate_to_datetime(written) <= parsedate_to_datetime(since)
    except (TypeError, ValueError):  # of a date with a zone and one without too
        return True
