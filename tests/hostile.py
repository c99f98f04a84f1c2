"""Requests that nobody who means well sends, made at random from a seed number: addresses, queries,
headers, bodies and methods that are cut, doubled, mistyped, too long, or no text at all.

The tests ask thousands, the soak millions. Whatever comes is answered whole and never by a fault
of ours.
"""

import asyncio
import random
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes, unquote_to_bytes

from starlette.types import ASGIApp, Message

Header = tuple[bytes, bytes]

Text = str | dict[str, Any]


def spell(text: Text) -> str:
    """Text that the file gives whole, or by what stands in it so many times."""
    if isinstance(text, str):
        return text
    return str(text.get("start", "") + text["text"] * text["times"] + text.get("end", ""))


def spell_all(texts: Iterable[Text]) -> list[str]:
    return [spell(text) for text in texts]


STOCK = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
PATHS, KEYS, METHODS = STOCK["paths"], STOCK["keys"], STOCK["methods"]
VALUES = [*spell_all(STOCK["values"]), "\ud800"]  # half a character, which no file can hold
HEADERS = {name: spell_all(values) for name, values in STOCK["headers"].items()}


@dataclass(frozen=True)
class HostileRequest:
    """A request as a server would hand it on, told by the number that makes it again."""

    number: int
    method: str
    path: bytes
    query: bytes
    headers: list[Header] = field(default_factory=list)
    body: bytes = b""


def make_request(number: int) -> HostileRequest:
    """The request of a number: the same for ever."""
    chance = random.Random(number)
    path = chance.choice(PATHS).encode()
    for _ in range(chance.choice((0, 0, 0, 1, 1, 3))):
        path = mutate(path, chance)
    return HostileRequest(
        number,
        chance.choice(METHODS),
        b"/" + path.lstrip(b"/") if chance.random() < 0.9 else path,
        make_query(chance),
        make_headers(chance),
        chance.randbytes(chance.choice((0, 0, 0, 5, 9_000))),
    )


def make_query(chance: random.Random) -> bytes:
    parts = []
    for _ in range(chance.choice((0, 1, 1, 2, 3, 6, 80))):
        key = chance.choice(KEYS) if chance.random() < 0.9 else chance.choice(VALUES)
        pair = [text.encode("utf-8", "surrogatepass") for text in (key, chance.choice(VALUES))]
        parts.append(b"=".join(quote_from_bytes(part).encode() for part in pair))
    query = b"&".join(parts)
    return mutate(query, chance) if chance.random() < 0.3 else query


def make_headers(chance: random.Random) -> list[Header]:
    headers = [(b"host", b"127.0.0.1:8000")] if chance.random() < 0.9 else []
    for _ in range(chance.choice((0, 0, 1, 2, 4))):
        name = chance.choice(list(HEADERS))
        value = chance.choice(HEADERS[name]).encode("latin-1")
        headers.append((name.encode(), mutate(value, chance) if chance.random() < 0.1 else value))
    return headers


def mutate(text: bytes, chance: random.Random) -> bytes:
    """Text with a piece cut out, doubled or put in."""
    at = chance.randrange(len(text) + 1)
    piece = chance.choice(VALUES).encode("utf-8", "surrogatepass")
    changes: list[Callable[[], bytes]] = [
        lambda: text[:at] + text[at + chance.randrange(5) :],
        lambda: text[:at] + text[max(0, at - 7) :],
        lambda: text[:at] + chance.randbytes(chance.randrange(1, 4)) + text[at:],
        lambda: text[:at] + quote_from_bytes(piece).encode() + text[at:],
        lambda: (
            text[:at]
            + chance.choice((b"%00", b"%", b"%zz", b"//", b"/../", b"%2e/", b";", b"?"))
            + text[at:]
        ),
        lambda: text.upper(),
    ]
    return chance.choice(changes)()


@dataclass
class HostileAnswer:
    """An answer as a server would send it."""

    status: int = 0
    headers: list[Header] = field(default_factory=list)
    body: bytes = b""
    is_whole: bool = False

    def header(self, name: bytes) -> bytes | None:
        return next((value for key, value in self.headers if key == name), None)


async def ask(app: ASGIApp, request: HostileRequest) -> HostileAnswer:
    """Ask an application as a server would, which reads a path's escapes and nothing else of it."""
    answer = HostileAnswer()
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": "http",
        "path": unquote_to_bytes(request.path).decode("utf-8", "replace"),
        "raw_path": request.path,
        "query_string": request.query,
        "root_path": "",
        "headers": request.headers,
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8000),
        "state": {},
    }

    heard = False

    async def receive() -> Message:
        nonlocal heard
        if heard:  # and nothing more comes: the reader waits for the answer
            await asyncio.Event().wait()
        heard = True
        return {"type": "http.request", "body": request.body, "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            assert answer.status == 0, "two answers to one request"
            answer.status, answer.headers = message["status"], list(message["headers"])
        else:
            answer.body += message.get("body", b"")
            answer.is_whole = not message.get("more_body", False)

    await app(scope, receive, send)
    return answer


def faults_of(request: HostileRequest, answer: HostileAnswer) -> Iterator[str]:
    """What is wrong with an answer, whatever was asked."""
    # 501 is how an oEmbed provider says that it has no such format (oEmbed 1.0, 2.3.6).
    if not 200 <= answer.status < 500 and (answer.status, request.path) != (501, b"/oembed"):
        yield f"status {answer.status}"
    if not answer.is_whole:
        yield "the answer has no end"
    length = answer.header(b"content-length")
    has_body = request.method != "HEAD" and answer.status != 304
    if length is not None and has_body and int(length) != len(answer.body):
        yield f"{len(answer.body)} bytes under a Content-Length of {length.decode()}"
    place = answer.header(b"location")
    if place is not None and (not place.startswith(b"/") or place[1:2] in (b"/", b"\\")):
        yield f"leads to {place!r}"
    if any(char in b"\r\n\0" for _, value in answer.headers for char in value):
        yield "a header of several lines"
    if not (answer.header(b"content-security-policy") or b"").startswith(b"default-src 'none'; "):
        yield "without the policy of every answer"
    if answer.header(b"set-cookie") is not None:
        yield "a cookie"


async def find_faults(app: ASGIApp, numbers: Iterable[int]) -> list[str]:
    """The faults of the answers to some requests, each with the number that makes it again."""
    found = []
    for number in numbers:
        request = make_request(number)
        try:
            answer = await asyncio.wait_for(ask(app, request), timeout=10)
        except Exception as error:
            found.append(f"{number}: {error!r}: {request}"[:2_000])
            continue
        found += [f"{number}: {fault}: {request}"[:2_000] for fault in faults_of(request, answer)]
    return found
