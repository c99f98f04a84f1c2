"""Pages that need not be made again: kept as they are sent, until the record changes.

Each page is made once, compressed once for each encoding, and answered as bytes, or as 304 to who
has it already, before any route is looked for. Other answers are compressed on their way.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Any, get_origin
from urllib.parse import parse_qsl

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from app.base import LANGUAGES
from app.encodings import ENCODINGS, IDENTITY, SHORTEST, choose_encoding, compress, expand
from app.headers import Written
from app.outgoing import (
    Answer,
    Header,
    encoded,
    is_text,
    mark_varying,
    value_of,
    without,
)
from app.shelf import NO_BODY, Kept, Name, Shelf
from app.watch import Watch

STATIC = "/static/"  # where files answer for themselves
LONGEST_ADDRESS = 1_000  # bytes of a path or a query that is looked up
MOST_VALUES = 50  # of a query that is looked up: a page may refuse more
STARTS = tuple(f"/{language}/" for language in LANGUAGES)
# What a page that is kept may depend on beside its address; a page that names more is not kept.
VARIES = {b"accept-encoding", b"hx-request", b"hx-request-type", b"hx-source"}
WEAK = b"W/"
TAG = re.compile(rb'(?:W/)?("[^"]*")')

Keys = dict[str, bool]  # the keys that a page knows, and whether one may stand several times
Found = list[tuple[re.Pattern[str], Keys]]


class KeptPages:
    """Answers pages that were made before, keeps those that are made, compresses the rest."""

    def __init__(self, app: ASGIApp, watch: Watch, pages: Found, size: int) -> None:
        self.app = app
        self.watch = watch
        self.pages = pages
        self.shelf = Shelf(size)
        self.number: int | None = None
        self.hits = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(STATIC):
            await self.app(scope, receive, send)
            return
        # Of a header that stands twice the first counts, as it does in the views.
        said = dict(reversed(scope["headers"])).get
        method = scope["method"]
        name = (
            method if method != "HEAD" else "GET",
            scope["path"],
            scope["query_string"],
            said(b"accept-encoding"),
            said(b"hx-request"),
            said(b"hx-request-type"),
            said(b"hx-source"),
        )
        self.check()
        kept = self.shelf.find(name)
        if kept is None:
            kept = await self.make(name, scope, receive, send)
            if kept is None:
                return
        else:
            self.hits += 1
        known = said(b"if-none-match")
        if known is not None and is_known(kept.tag, known):
            await send(kept.is_unchanged)
            await send(NO_BODY)
        else:
            await send(kept.start)
            await send(kept.whole if method != "HEAD" else NO_BODY)

    async def make(self, name: Name, scope: Scope, receive: Receive, send: Send) -> Kept | None:
        """A page by another of its names or made now; None where the answer was sent already."""
        number = self.number
        encoding = choose_encoding(name[3] or b"")
        key = self.read_key(name)
        # HEAD is GET, whose body is left out further on: no view need know of it.
        if scope["method"] == "HEAD":
            scope = {**scope, "method": "GET"}
        if key is None:
            answer = Answer(send, encoding)
            await answer.take(self.app, scope, receive)
            kept = None if is_tagged(answer) else keep(answer, ())
            if kept is None:
                await answer.send_whole()
            return kept
        kept = self.find(key, encoding)
        if kept is None:
            answer = Answer(send, encoding)
            await answer.take(self.app, scope, receive)
            kept = keep(answer, (*key, encoding))
            if kept is None:
                await answer.send_whole()
                return None
            # What was committed meanwhile may stand in it or not.
            if number is not None and self.check() == number and self.watch.sure:
                self.shelf.put(kept)
        self.shelf.name(kept, name)
        return kept

    def check(self) -> int | None:
        """The number of the record as it is; what was kept of any other is thrown away."""
        number = self.watch.ask()
        if number != self.number:
            self.shelf.clear()
            self.number = number
        return number

    def find(self, key: tuple[Any, ...], encoding: str) -> Kept | None:
        """A page that is kept, be it in another encoding."""
        if kept := self.shelf.get((*key, encoding)):
            return kept
        for other in (IDENTITY, *ENCODINGS):
            if kept := self.shelf.peek((*key, other)):
                text = expand(kept.body, kept.encoding)
                again = make_kept((*key, encoding), kept.headers, text, encoding)
                self.shelf.put(again)
                return again
        return None

    def read_key(self, name: Name) -> tuple[Any, ...] | None:
        """What a page is kept under: its address in canonical form, and which part is asked for.

        None for what is no page, and for addresses that are longer than any of ours.
        """
        method, path, query, _, requested, request_type, source = name
        if method != "GET" or not path.startswith(STARTS):
            return None
        if len(path) > LONGEST_ADDRESS or len(query) > LONGEST_ADDRESS:
            return None
        keys = next((keys for pattern, keys in self.pages if pattern.match(path)), None)
        pairs = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
        if keys is None or len(pairs) > MOST_VALUES:
            return None
        part = ""
        if requested == b"true" and request_type == b"partial":
            part = "typed" if source == b"input#q" else "partial"
        return path, canonical(pairs, keys), part


def is_tagged(answer: Answer) -> bool:
    """Whether an answer says itself what it is, and so to whom it is nothing new."""
    return answer.is_whole and bool(value_of(answer.start["headers"], b"etag"))


def keep(answer: Answer, key: tuple[Any, ...]) -> Kept | None:
    """An answer as it can be kept; None if it must not be."""
    if not answer.is_whole or answer.start["status"] != 200:
        return None
    headers = list(answer.start["headers"])
    rules = value_of(headers, b"cache-control")
    if value_of(headers, b"set-cookie") or b"no-store" in rules or b"private" in rules:
        return None
    varies = {name.strip() for name in value_of(headers, b"vary").lower().split(b",")}
    if varies - VARIES - {b""}:
        return None
    return make_kept(key, headers, answer.body, answer.encoding)


def make_kept(key: tuple[Any, ...], headers: Iterable[Header], text: bytes, encoding: str) -> Kept:
    """A page in an encoding, with all that belongs to it."""
    lines = mark_varying(200, headers)
    is_compressed = encoding != IDENTITY and len(text) >= SHORTEST and is_text(lines)
    body = compress(text, encoding) if is_compressed else text
    lines = without(lines, b"content-length", b"content-encoding")
    # A view's own tag is that of the text, in whatever encoding; ours is that of the bytes.
    if is_text(lines) and not value_of(lines, b"etag").startswith(WEAK):
        lines = without(lines, b"etag")
    if not value_of(lines, b"cache-control"):
        lines.append((b"cache-control", b"no-cache"))
    if not value_of(lines, b"etag"):
        mark = hashlib.blake2b(body, digest_size=16).hexdigest()  # quicker than SHA-256
        lines.append((b"etag", b'"' + mark.encode() + b'"'))
    about = [line for line in lines if is_of_answer(line[0])]
    lines.append((b"content-length", str(len(body)).encode()))
    if is_compressed:
        lines.append(encoded(encoding))
    return Kept(
        key,
        value_of(lines, b"etag"),
        Written(lines),
        Written(about),
        body,
        encoding if is_compressed else IDENTITY,
    )


def pages_of(routes: Sequence[BaseRoute]) -> Found:
    """Which addresses are pages, and the keys of each: so that no other key makes another page."""
    found = []
    for route in routes:
        if isinstance(route, APIRoute) and route.path.startswith("/{lang:lang}"):
            found.append((route.path_regex, keys_of(route.dependant)))
    return found


def keys_of(dependant: Dependant) -> Keys:
    keys = {
        param.alias: get_origin(param.field_info.annotation) is list
        for param in dependant.query_params
    }
    for part in dependant.dependencies:
        keys |= keys_of(part)
    return keys


def canonical(pairs: Iterable[tuple[str, str]], keys: Keys) -> tuple[tuple[str, str], ...]:
    """A query as a page reads it: keys that it knows, sorted, and no empty value.

    Of a key that stands once in a filter the last value counts.
    """
    single: dict[str, str] = {}
    several = []
    for key, value in pairs:
        if keys.get(key):
            several.append((key, value))
        elif key in keys:
            single[key] = value
    return tuple(sorted(pair for pair in (*single.items(), *several) if pair[1]))


def is_known(tag: bytes, known: bytes) -> bool:
    """Whether If-None-Match names a tag: alone, in a list, as a weak one, or by `*`."""
    return known == tag or known.strip() == b"*" or tag.removeprefix(WEAK) in TAG.findall(known)


def is_of_answer(name: bytes) -> bool:
    """Whether a header belongs to a 304 too: not if it tells of the body alone."""
    return not name.startswith(b"content-") or name == b"content-location"
