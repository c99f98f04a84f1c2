"""Quotation marks one by one: which open, which close, which are apostrophes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.extraction.paragraphs import Paragraph

MARK = re.compile(r"""(?P<run>(?P<sign>["“”«»'‘’])(?P=sign){3,})|''|``|<<|>>|["“”„‟«»‹›'‘’‚]""")


FAMILIES = {
    '"': "straight",
    "“": "curly",
    "”": "curly",
    "„": "curly",
    "‟": "curly",
    "«": "guillemet",
    "»": "guillemet",
    "<<": "angle",
    ">>": "angle",
    "‹": "single guillemet",
    "›": "single guillemet",
    "'": "single",
    "‘": "curly single",
    "’": "curly single",
    "‚": "curly single",
    "''": "doubled single",
    "``": "doubled single",
}


ALWAYS_OPEN = {"“", "„", "‟", "«", "<<", "‹", "‘", "‚", "``"}


ALWAYS_CLOSE = {"”", "»", ">>", "›", "’"}


SINGLE = {"single", "curly single"}


# What an opening mark may stand after, beside white space.
BEFORE_OPEN = set("([{—–-/:;,…\"“«‹‘'’")


# Words that begin with an apostrophe of their own.
CLIPPED = re.compile(
    r"(?:\d0s|\d\d\b|em\b|til\b|till\b|tis\b|twas\b|cause\b|bout\b|n\b|round\b)", re.I
)


@dataclass(frozen=True)
class Mark:
    """A quotation mark, and whether it opens, closes, or could do either."""

    start: int
    end: int
    family: str
    side: str


def find_marks(body: str, start: int, end: int) -> Iterator[Mark]:
    """The quotation marks of a paragraph, apostrophes left out where they cannot be marks."""
    for found in MARK.finditer(body, start, end):
        if found.group("run"):
            continue  # a line of marks is an ornament
        sign, at, after = found.group(), found.start(), found.end()
        family = FAMILIES[sign]
        side = side_of(body, sign, at, after, start, end)
        if side:
            yield Mark(at, after, family, side)


def side_of(body: str, sign: str, at: int, after: int, start: int, end: int) -> str:
    """“open”, “close” or “either”, by what stands on the two sides; nothing for an apostrophe."""
    before = body[at - 1] if at > start else " "
    behind = body[after] if after < end else " "
    if sign in ("'", "’", "‘"):
        return side_of_single(body, sign, at, after, before, behind, end)
    if sign in ALWAYS_OPEN:
        return "open"
    if sign in ALWAYS_CLOSE and not (sign == "”" and before.isspace() and behind.isalnum()):
        return "close"
    elided = before in "'’" and at - 1 > start and body[at - 2].isalpha() and not behind.isspace()
    opens = (before.isspace() or before in BEFORE_OPEN) and not behind.isspace()
    closes = not before.isspace() and not behind.isalnum()
    if elided and behind.isalnum():
        return "open"
    if opens and not closes:
        return "open"
    if closes and not opens:
        return "close"
    return "either"


def side_of_single(
    body: str, sign: str, at: int, after: int, before: str, behind: str, end: int
) -> str:
    """As `side_of`, for a single mark, which may be an apostrophe."""
    if before.isalnum() and behind.isalnum():
        return ""
    if sign in "'’" and (body[at - 2 : at] in ("'n", "’n") or body[at - 2 : at] == "‘n"):
        return ""  # rock 'n' roll
    if before.isalnum() and behind in '"“«‹‘' and body[at - 1].isalpha():
        return "" if not behind.isspace() and before.lower() in "dlsnctjmu" else "close"
    starts = before.isspace() or (before in BEFORE_OPEN and before != sign)
    if before in ",;:…" and behind in '"”»' and sign != "‘":
        return "close"  # “…letters 'Still here,'” she said
    if starts and (behind.isalnum() or behind in '"“«…¿¡[('):
        if CLIPPED.match(body, after, min(end, after + 12)):
            return ""
        return "open" if sign != "’" else ""
    if sign == "‘":
        return "open"
    if not before.isspace():
        return "close"
    return "either" if sign == "'" and behind.isspace() else ""


def find_marks_of(body: str, paragraph: Paragraph, family: str) -> Iterator[Mark]:
    marks = find_marks(body, paragraph.start, paragraph.end)
    return (mark for mark in marks if mark.family == family)
