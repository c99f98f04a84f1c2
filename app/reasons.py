"""Why something is proposed, in both languages: the rules say it in English, by few patterns."""

import ast
import datetime as dt
import re
from functools import cache

from babel.dates import format_date

from app.catalogue import translations

NBSP = "\u00a0"


def N_(text: str) -> str:  # noqa: N802, the name by which the catalogue finds it
    """Mark a text for the catalogue, to be looked up later."""
    return text


GIVES = N_("%(cited)s gives %(name)s")
MEANS = N_("%(cited)s is taken to mean %(name)s")
BESIDE = N_("%(cited)s says who speaks right beside: these words are taken to be of %(name)s too")
INFERRED = N_("inferred from “%(words)s” and the text's date")
REASONS = (
    # Who speaks: `app/extraction/`, where these are given.
    GIVES,
    N_("nothing says who speaks"),
    N_("“%(words)s” is nobody in particular"),
    N_("the words before make it a name, a title or a word at a distance"),
    N_("a short name in an adverbial; the verb before does not say it"),
    N_("the speech goes on; nobody else is named after %(name)s"),
    N_("one speech over several paragraphs"),
    N_("the same words come again below, where it is said who speaks"),
    N_("the same words come again below, as a name or a term"),
    N_("told by a speaker inside the quotation"),
    N_("told by %(name)s inside the quotation"),
    N_("the speaker tells what they said themselves"),
    N_("nobody else is named since the last speech"),
    N_("“%(words)s” takes up %(name)s, the nearest who can be meant"),
    N_("%(words)s: %(name)s, of the two just named"),
    N_("%(words)s is the last one mentioned, %(name)s"),
    N_("%(words)s can only be %(name)s, of those spoken of just before"),
    N_("%(words)s is %(name)s, by the office the text gives"),
    N_("%(words)s is %(name)s, by where they come from"),
    N_("the subject of the sentence before"),
    # Which day is meant.
    N_("“%(words)s”, counted from the dispatch's day, %(day)s"),
    N_("“%(words)s”, counted from “%(other)s”"),
    N_("“%(words)s”, the year by the dispatch's date"),
    N_("“%(words)s”, by the dispatch's month"),
    N_("“%(words)s” is a whole date"),
    N_("“%(words)s” names month and year"),
    N_("“%(words)s” names the year"),
)
SHAPES = {
    "cited": r"""(?P<cited>'.*'|".*")""",  # as Python writes a text
    "day": r"(?P<day>\d{4}-\d\d-\d\d)",
}


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each reason with what it matches."""
    return tuple((reason, pattern_of(reason)) for reason in REASONS)


def pattern_of(reason: str) -> re.Pattern[str]:
    parts = re.split(r"%\((\w+)\)s", reason)
    shaped = (
        SHAPES.get(part, f"(?P<{part}>.+?)") if at % 2 else re.escape(part)
        for at, part in enumerate(parts)
    )
    return re.compile("".join(shaped), re.DOTALL)


def read_reason(said: str) -> tuple[str, dict[str, str]] | None:
    """Which reason a rule gave, and what it said of it; None for one that is not known here."""
    for reason, pattern in patterns():
        if found := pattern.fullmatch(said):
            return reason, found.groupdict()
    return None


def word_reason(reason: str, values: dict[str, str], language: str) -> str:
    """A reason in a language."""
    if language == "en" and "“" not in reason:
        reason = reason.replace("%(words)s", "“%(words)s”")  # the rules leave them bare
    shown = {key: show(key, value, language) for key, value in values.items()}
    return str(translations(language).gettext(reason) % shown)


def show(key: str, value: str, language: str) -> str:
    """What a reason says of something: a day in words, a citation between the language's marks."""
    if key == "day":
        return format_date(dt.date.fromisoformat(value), "d MMMM y", locale=language)
    if key == "cited":
        try:
            value = str(ast.literal_eval(value))
        except (SyntaxError, ValueError):
            value = value.strip("'\"")
        words = " ".join(value.split())
        return f"«{NBSP}{words}{NBSP}»" if language == "fr" else f"“{words}”"
    return " ".join(value.split())


def reason_in(said: str, language: str) -> str | None:
    """What a rule said, in a language; None where it cannot be told in that."""
    known = read_reason(said)
    if known is None:
        return said if language == "en" else None
    return word_reason(*known, language)


def sentence(text: str) -> str:
    """A reason as a note has it."""
    return f"{text[:1].upper()}{text[1:]}."
