"""Numbers, dates and names in words, as pages and formats print them."""

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache

from babel import Locale, dates, numbers
from markupsafe import Markup

from app.models import Actor, ActorName

LOCALES = {"en": Locale("en", "GB"), "fr": Locale("fr", "FR")}


@lru_cache(10_000)
def number_words(number: float, language: str) -> str:
    """A number with its thousands parted."""
    return numbers.format_decimal(number, locale=LOCALES[language])


@lru_cache(10_000)
def day_words(day: dt.date, language: str) -> str:
    """A day written out: 20 August 2020, 20 août 2020, 1er août 2020."""
    words = dates.format_date(day, "d MMMM y", locale=LOCALES[language])
    return words.replace("1 ", "1er ", 1) if language == "fr" and day.day == 1 else words


def month_words(day: dt.date, language: str, letters: str = "LLL") -> str:
    """A month's name by itself, short or (`LLLLL`) its first letter only."""
    return dates.format_date(day, letters, locale=LOCALES[language])


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
