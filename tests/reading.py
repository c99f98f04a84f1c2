"""How tests read pages: get one, find what stands in it, count the statements behind it."""

import asyncio
import re
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeGuard, TypeVar, cast
from urllib.parse import parse_qsl, urlsplit

import anyio
from fastapi import FastAPI
from httpx2 import Response
from selectolax.lexbor import LexborHTMLParser, LexborNode
from sqlalchemy import Engine, event
from starlette.routing import BaseRoute, Route
from starlette.testclient import TestClient
from starlette.types import Message, Scope

from app.api import page
from app.views import actors, articles, corrections, events, home, quotes, search, topics

Answer = TypeVar("Answer")

LANGUAGES = ("en", "fr")
PARTIAL = {"HX-Request": "true", "HX-Request-Type": "partial"}
FULL = {"HX-Request": "true", "HX-Request-Type": "full"}


def parse(response: Response) -> LexborHTMLParser:
    """The HTML of an answer."""
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    return LexborHTMLParser(response.text)


def open_page(
    client: TestClient, address: str, headers: dict[str, str] | None = None
) -> LexborHTMLParser:
    """The page at an address, which must answer 200."""
    response = client.get(address, headers=headers)
    assert response.status_code == 200, f"{address} answers {response.status_code}"
    return parse(response)


def node(tree: LexborHTMLParser | LexborNode, css: str) -> LexborNode:
    """The first node that a selector finds; there must be one."""
    found = tree.css_first(css)
    assert found is not None, f"nothing is {css!r}"
    return found


def words(found: LexborNode) -> str:
    """The text of a node with its white space as a browser shows it; no-break spaces stay."""
    return re.sub(r"[ \t\r\n]+", " ", found.text()).strip(" ")


def text(tree: LexborHTMLParser | LexborNode, css: str) -> str:
    """The text of the first node that a selector finds."""
    return words(node(tree, css))


def texts(tree: LexborHTMLParser | LexborNode, css: str) -> list[str]:
    """The text of every node that a selector finds."""
    return [words(found) for found in tree.css(css)]


def attribute(tree: LexborHTMLParser | LexborNode, css: str, name: str) -> str:
    """An attribute of the first node that a selector finds."""
    return node(tree, css).attributes.get(name) or ""


def attributes(tree: LexborHTMLParser | LexborNode, css: str, name: str) -> list[str]:
    """An attribute of every node that a selector finds."""
    return [found.attributes.get(name) or "" for found in tree.css(css)]


def links(tree: LexborHTMLParser | LexborNode, css: str = "a") -> list[str]:
    """The addresses that the links of a page lead to."""
    return attributes(tree, css, "href")


def number_in(phrase: str) -> int:
    """The first number of a phrase, whatever parts its thousands."""
    found = re.search(r"\d[\d,.\s\u202f\u00a0]*", phrase)
    assert found is not None, f"no number in {phrase!r}"
    return int(re.sub(r"\D", "", found[0]))


def quotes_of(tree: LexborHTMLParser | LexborNode) -> list[str]:
    """The slugs of the quotes that a page lists, in its order."""
    return [address.rsplit("/", 1)[1] for address in links(tree, "blockquote a")]


def count_of(tree: LexborHTMLParser) -> int:
    """The number that stands above a list of quotes."""
    return number_in(text(tree, "#count"))


def query_of(address: str) -> list[tuple[str, str]]:
    """The query string of an address, in its order."""
    return parse_qsl(urlsplit(address).query, keep_blank_values=True)


def path_of(address: str) -> str:
    """An address without its host."""
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def origin_of(address: str) -> str:
    """An address without its path: the site's own host, which a client asks."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def app_of(client: TestClient) -> FastAPI:
    """The application that a client reads."""
    return cast("FastAPI", client.app)


def page_names() -> list[str]:
    """The names of the routes of pages, as links are made from them."""
    nouns = (home, articles, quotes, actors, events, topics, corrections, search, page)
    return [route.name for noun in nouns for route in noun.router.routes if is_route(route)]


def is_route(route: BaseRoute) -> TypeGuard[Route]:
    return isinstance(route, Route)


def engine_of(client: TestClient) -> Engine:
    """The database that a client's application reads."""
    return cast("Engine", app_of(client).state.database)


@contextmanager
def noted_statements(client: TestClient) -> Iterator[list[str]]:
    """The SQL statements that the application issues meanwhile, the BEGIN of each read apart."""
    noted: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement != "BEGIN":
            noted.append(statement)

    event.listen(engine_of(client), "before_cursor_execute", note)
    try:
        yield noted
    finally:
        event.remove(engine_of(client), "before_cursor_execute", note)


def hand_over(
    client: TestClient,
    path: str,
    take: Callable[[Message], None],
    *,
    method: str = "GET",
    query: bytes = b"",
) -> None:
    """Ask as a server does, which takes the messages of the answer as they come."""
    scope: Scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query,
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1:8000")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8000),
    }

    async def receive() -> Message:
        await anyio.sleep_forever()
        return {}

    async def send(message: Message) -> None:
        take(message)

    async def ask() -> None:
        await app_of(client)(scope, receive, send)

    wait_for(ask())


def wait_for(task: Coroutine[Any, Any, Answer]) -> Answer:
    """What a task comes to, beside any loop that the tests of a browser left running here."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(asyncio.run, task).result()
