"""From answers to HTML: the Jinja environments, dates and numbers in words.

There is one environment a language, so that a template never has to say which.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from babel import Locale, dates, numbers
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from app.base import LANGUAGES
from app.catalogue import mark_of, translations
from app.links import absolute, asset, href, text_fragment, write_query
from app.made import Compiled
from app.models import Actor, ActorName
from app.pieces import Said
from app.terms import excerpt, mark_hits

ROOT = Path(__file__).resolve().parent.parent
LOCALES = {"en": Locale("en", "GB"), "fr": Locale("fr", "FR")}


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
    return (
        environment(language)
        .get_template(template)
        .render(
            context,
            lang=language,
            app=request.app,
            settings=request.app.state.settings,
            served=request.app.state.served,
            preview=request.app.state.preview,
        )
    )


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


@cache
def environment(language: str) -> Environment:
    """The Jinja environment of a language, with its translations, filters and links."""
    jinja = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", Phrases],
        bytecode_cache=Compiled(f"{language}-{mark_of(language)}"),
        auto_reload=False,  # which would ask for the age of every template at every use
    )
    jinja.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]
    jinja.globals |= phrases(language)
    jinja.globals |= {
        "languages": LANGUAGES,
        "href": href,
        "absolute": absolute,
        "asset": asset,
        "text_fragment": text_fragment,
    }
    jinja.filters |= {
        "once": Said(),  # a filter, for Jinja looks longer at what a template calls
        "day": lambda day: day_words(day, language),
        "edtf": lambda date: date_words(date, language, translations(language).gettext),
        "machine_date": machine_date,
        "moment": moment,
        "month": lambda day: dates.format_date(day, "LLL", locale=LOCALES[language]),
        "month_initial": lambda day: dates.format_date(day, "LLLLL", locale=LOCALES[language]),
        "number": lambda number: number_words(number, language),
        "shorten": shorten,
        "marked": mark_hits,
        "excerpt": excerpt,
        "unbroken": keep_names_whole,
        "gloss": lambda actor: gloss(actor, language),
    }
    return jinja


def phrases(language: str) -> dict[str, Callable[..., str]]:
    """How templates say a phrase of the catalogue: as Jinja's own extension does, and each looked
    up and marked as safe once only. Values are escaped as they come in.
    """
    catalogue = translations(language)

    @lru_cache(2000)
    def plain(text: str) -> Markup:
        return phrase(text) % {}

    @lru_cache(2000)
    def phrase(text: str) -> Markup:
        return Markup(catalogue.gettext(text))

    def gettext(text: str, /, **values: Any) -> str:
        return phrase(text) % values if values else plain(text)

    def ngettext(one: str, many: str, number: int, **values: Any) -> str:
        """The form for a number, with the number as the language writes it."""
        values.setdefault("num", number_words(number, language))
        return Markup(catalogue.ngettext(one, many, number)) % values

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext}


class Phrases(Extension):
    """Puts a phrase without values, `_("Quotes")`, into the template as it is compiled: a page has
    a hundred of them, and a template is of one language."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for token in stream:
            call = [token]
            if token.test("name:_"):
                call += [next(stream) for _ in range(3 if stream.look().test("string") else 0)]
            if len(call) == 4 and call[3].test("rparen"):
                text = str(self.environment.globals["_"](call[2].value))  # type: ignore[operator]
                call[0] = Token(token.lineno, "lparen", "(")
                call[1:3] = [
                    Token(token.lineno, *part)
                    for part in (("string", text), ("pipe", "|"), ("name", "safe"))
                ]
            yield from call


@lru_cache(10_000)
def number_words(number: float, language: str) -> str:
    """A number with its thousands parted."""
    return numbers.format_decimal(number, locale=LOCALES[language])


@lru_cache(10_000)
def day_words(day: dt.date, language: str) -> str:
    """A day written out: 20 August 2020, 20 août 2020, 1er août 2020."""
    words = dates.format_date(day, "d MMMM y", locale=LOCALES[language])
    return words.replace("1 ", "1er ", 1) if language == "fr" and day.day == 1 else words


def date_words(edtf: str, language: str, gettext: Callable[[str], str]) -> str:
    """An EDTF date written out as precisely as it is known, and no more.

    `?` says uncertain, which the page words beside the date with its reason; `~` says about.
    """
    start, _, end = edtf.partition("/")
    about = gettext("about %(date)s") if "~" in edtf or "%" in edtf else "%(date)s"
    if end == "..":
        return gettext("since %(date)s") % {"date": about % {"date": part_words(start, language)}}
    if not end:
        return about % {"date": part_words(start, language)}
    first, last = (part.rstrip("?~%") for part in (start, end))
    if len(first) == len(last) == len("2020-08-17") and first[:7] == last[:7]:
        return about % {"date": f"{int(first[-2:])}–{part_words(last, language)}"}
    return about % {"date": f"{part_words(first, language)} – {part_words(last, language)}"}


@lru_cache(10_000)
def part_words(part: str, language: str) -> str:
    """A year, a month or a day of EDTF in words."""
    numbers_of = [int(number) for number in part.rstrip("?~%").split("-")]
    year, month, day = [*numbers_of, 1, 1][:3]
    if len(numbers_of) == 3:
        return day_words(dt.date(year, month, day), language)
    if len(numbers_of) == 2:
        return dates.format_date(dt.date(year, month, 1), "LLLL y", locale=LOCALES[language])
    return str(year)


def machine_date(edtf: str) -> str:
    """The date as HTML's `time` element takes it: the start of an interval, without doubt marks."""
    return edtf.partition("/")[0].rstrip("?~%")


def moment(day: dt.date) -> str:
    """A day of the files as the moment that a feed wants (RFC 3339)."""
    return f"{day.isoformat()}T00:00:00Z"


def shorten(text: str, length: int = 160) -> str:
    """The text up to a word's end, for descriptions and titles."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


# What is joined to a capital by a hyphen: al-Kazimi, États-Unis.
JOINED_NAME = re.compile(r"(\w+(?:-\w+)*-[A-ZÀ-ÖØ-Þ]\w*(?:-\w+)*)")


@lru_cache(10_000)
def keep_names_whole(text: str) -> Markup:
    """The text with each hyphenated name in a line of its own or none: no character is added that
    would be copied along."""
    whole = Markup('<span class="unbroken">{}</span>')
    parts = JOINED_NAME.split(text)  # by turns what is around, and a name
    return Markup().join(whole.format(p) if n % 2 else p for n, p in enumerate(parts))


def gloss(actor: Actor, language: str) -> ActorName | None:
    """A form of a name that helps a reader of another language than the article's."""
    if actor.language == language or actor.kind == "person":
        return None
    return next((name for name in actor.names if name.language == language), None)
