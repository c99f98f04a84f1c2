"""From answers to HTML: what every page says of itself, and its template filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from app.links import write_query

# The forms of a page beside HTML, by the ending of their address: name and media type.
FORMS = {
    "csv": ("CSV", "text/csv"),
    "json": ("JSON", "application/json"),
    "atom": ("Atom", "application/atom+xml"),
    "ics": ("iCalendar", "text/calendar"),
}
RECORDS = ("article", "quote", "actor", "event", "topic")
# Which route has which.
ENDINGS = {f"{noun}-{view}": ("csv", "json") for noun in RECORDS for view in ("list", "detail")} | {
    "quote-list": ("csv", "json", "atom"),
    "event-list": ("csv", "json", "atom", "ics"),
    "correction-list": ("csv", "json", "atom"),
}
END = "\0end"  # no text of the record has it
SECTIONS = ("articles", "quotes", "actors", "events", "topics", "about")
NOT_OF_ROWS = ("page", "view")  # keys that say how a list is shown, not what is in it


@dataclass(frozen=True)
class Form:
    """Another form of a page: the same rows at the same address with another ending."""

    name: str
    media_type: str
    address: str


@dataclass(frozen=True)
class Page:
    """What a page says of itself: its address in canonical form, and whether to index it."""

    path: str
    query: tuple[tuple[str, str], ...] = ()
    index: bool = True

    def address(self, language: str) -> str:
        """The address, without its host, of this page in a language."""
        parts = self.path.split("/", 2)
        path = "/".join(["", language, *parts[2:]])
        return f"{path}?{self.written}" if self.query else path

    @property
    def section(self) -> str:
        """The part of the site that it stands in, if the header has a link to it."""
        part = (*self.path.split("/"), "", "")[2]
        return part if part in SECTIONS else ""

    @cached_property
    def written(self) -> str:
        return write_query(self.query)


def render(
    request: Request,
    template: str,
    language: str,
    context: Mapping[str, Any],
    *,
    query: Sequence[tuple[str, str]] | None = None,
    index: bool = True,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> HTMLResponse:
    """Answer with a page; `query` is the canonical query string, where it has one."""
    page = Page(request.url.path, tuple(query or ()), index)
    forms = list_forms(request, page) if status == 200 else []
    html = fill(request, template, language, {**context, "page": page, "forms": forms})
    return HTMLResponse(html, status, headers={"Content-Language": language, **(headers or {})})


def fill(request: Request, template: str, language: str, context: Mapping[str, Any]) -> str:
    """The text of a template in a language."""
    state = request.app.state
    environment: Environment = state.environments[language]
    return environment.get_template(template).render(context, preview=state.preview)


def fill_each(
    request: Request, template: str, language: str, context: Mapping[str, Any]
) -> list[Markup]:
    """The pieces of a template that has a sign after each."""
    text = fill(request, template, language, {**context, "END": END})
    return [Markup(piece) for piece in text.split(END)[:-1]]


def list_forms(request: Request, page: Page) -> list[Form]:
    """The other forms of a page, with all rows of its filter."""
    query = write_query([(key, value) for key, value in page.query if key not in NOT_OF_ROWS])
    route = request.scope["route"].name
    return [
        Form(*FORMS[ending], f"{page.path}.{ending}{f'?{query}' if query else ''}")
        for ending in ENDINGS.get(route, ())
    ]


def is_fragment(request: Request) -> bool:
    """Whether htmx asks for the inside of a page; a restored history entry asks for all of it."""
    return (
        request.headers.get("HX-Request") == "true"
        and request.headers.get("HX-Request-Type") == "partial"
    )
