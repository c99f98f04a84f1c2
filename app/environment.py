"""The Jinja environments: one a language, so that a template never has to say which, and one of
each for a site, whose templates write its addresses.
"""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup
from starlette.applications import Starlette

from app.base import LANGUAGES
from app.catalogue import mark_of, translations
from app.links import absolute, asset, href, text_fragment
from app.made import Compiled
from app.pieces import Said
from app.settings import Settings
from app.terms import excerpt, mark_hits
from app.wording import (
    date_words,
    day_words,
    gloss,
    keep_names_whole,
    machine_date,
    moment,
    month_words,
    number_words,
    shorten,
)

ROOT = Path(__file__).resolve().parent.parent


@cache
def environment(language: str) -> Environment:
    """The Jinja environment of a language, with its translations and filters."""
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
    jinja.globals |= {"lang": language, "languages": LANGUAGES, "text_fragment": text_fragment}
    jinja.filters |= {
        "day": lambda day: day_words(day, language),
        "edtf": lambda date: date_words(date, language, translations(language).gettext),
        "machine_date": machine_date,
        "moment": moment,
        "month": lambda day: month_words(day, language),
        "month_initial": lambda day: month_words(day, language, "LLLLL"),
        "number": lambda number: number_words(number, language),
        "shorten": shorten,
        "marked": mark_hits,
        "excerpt": excerpt,
        "unbroken": keep_names_whole,
        "gloss": lambda actor: gloss(actor, language),
    }
    return jinja


def site_environment(
    app: Starlette, settings: Settings, language: str, *, served: bool
) -> Environment:
    """The same for the templates of a site.

    They have its addresses at hand wherever they are, so what they import needs nothing of the
    page, and Jinja makes it once: macros made for each page are rings of objects, of which only
    the garbage collector finds the end.
    """
    jinja = environment(language).overlay()
    jinja.globals = jinja.globals | {
        "settings": settings,
        "served": served,
        "href": partial(href, app, language),
        "absolute": partial(absolute, settings.public_address),
        "asset": partial(asset, app),
    }
    # A filter, for Jinja looks longer at what a template calls.
    jinja.filters = jinja.filters | {"once": Said()}
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
