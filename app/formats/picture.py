"""The picture that a pasted link unfolds to: a card on paper, drawn with Pillow.

A picture is kept under the fingerprint of all that is drawn: in memory the latest 64, or, where a
folder is given, as files in it. So a record that changes gets another one by itself.
"""

import hashlib
import io
import logging
import tempfile
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

from PIL import Image, ImageDraw

from app.assets import find_asset
from app.formats.cards import HEIGHT, WIDTH, Badge, Card
from app.formats.typesetting import SANS, SERIF, Lines, Type, set_lines, wrap

LEFT, RIGHT, TOP, BOTTOM = 84, 1128, 52, 574
WORD_SIZES = range(30, 84, 2)

# The light colours of the style sheet; a speaker's are numbered as there, 0 being nobody's.
PAPER, INK, QUIET, HAIRLINE, ACCENT = "#faf8f3", "#1d1b18", "#5d574c", "#d8d2c4", "#8a1f11"
SPEAKERS = (
    QUIET,
    "#1f5fa8",
    "#a8410a",
    "#1d6b4a",
    "#7a3a86",
    "#7d5a00",
    "#a32254",
    "#0b6b74",
    "#4d5866",
)

SITE = Type(SERIF, 32, 600)
KIND = Type(SANS, 25, 400)
NAME = Type(SANS, 36, 700)
LETTER = Type(SANS, 27, 700)
FACT = Type(SANS, 27, 400)
FACT_LEADING, NAME_LEADING = 38, 58

# FreeType's faces are not for two threads at once.
drawing = Lock()
log = logging.getLogger(__name__)


def make_picture(card: Card, folder: Path | None) -> bytes:
    """The PNG of a card: kept from before, or drawn and kept."""
    if folder is None:
        return draw_and_remember(card)
    path = folder / f"{fingerprint(card)}.png"
    if path.is_file():
        return path.read_bytes()
    png = draw_card(card)
    try:
        write_whole(path, png)
    except OSError as error:
        log.warning("%s could not be written: %s", path, error)
    return png


@lru_cache(maxsize=64)
def draw_and_remember(card: Card) -> bytes:
    return draw_card(card)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever reads a part of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
        file.write(content)
    Path(file.name).replace(path)


def fingerprint(card: Card) -> str:
    """What tells a picture from any other: the card, and how cards are drawn."""
    return hashlib.sha256(manner() + repr(card).encode()).hexdigest()


@cache
def manner() -> bytes:
    """The code that draws, and the fonts, which have their versions in their names."""
    code = [Path(__file__), Path(__file__).with_name("typesetting.py")]
    fonts = [find_asset(f"{family}-latin.woff2") for family in (SERIF, SANS)]
    return b"".join(path.read_bytes() for path in code) + repr(fonts).encode()


def draw_card(card: Card) -> bytes:
    with drawing:
        image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        draw = ImageDraw.Draw(image)
        draw_head(draw, card)
        words, facts = lay_out(card)
        draw_words(draw, words, bottom=HEIGHT - TOP - foot_height(card, facts))
        draw_foot(draw, card, facts)
        file = io.BytesIO()
        image.save(file, "PNG")
        return file.getvalue()


def lay_out(card: Card) -> tuple[Lines, list[str]]:
    """The words as large as the rest leaves room; if they are cut, the facts say so."""
    facts = [line for fact in card.facts for line in wrap(fact, FACT, RIGHT - LEFT)]
    words = set_lines(card.words, SERIF, 400, WORD_SIZES, room_for_words(card, facts))
    if words.cut:
        facts = [*facts, card.shortened]
        words = set_lines(card.words, SERIF, 400, WORD_SIZES, room_for_words(card, facts))
    return words, facts


def room_for_words(card: Card, facts: list[str]) -> tuple[int, int]:
    return RIGHT - LEFT, HEIGHT - TOP - foot_height(card, facts) - (TOP + 78)


def foot_height(card: Card, facts: list[str]) -> int:
    named = NAME_LEADING if card.badge else 0
    return len(facts) * FACT_LEADING + named + 24


def draw_head(draw: ImageDraw.ImageDraw, card: Card) -> None:
    """The speaker's colour down the side, the site's name, and what it is a picture of."""
    draw.rectangle((0, 0, 24, HEIGHT), fill=SPEAKERS[card.badge.colour] if card.badge else ACCENT)
    SITE.draw(draw, LEFT, TOP + 28, card.site, INK)
    KIND.draw(draw, RIGHT - KIND.length(card.kind), TOP + 28, card.kind, QUIET)
    draw.line((LEFT, TOP + 52, RIGHT, TOP + 52), fill=HAIRLINE, width=2)


def draw_words(draw: ImageDraw.ImageDraw, words: Lines, bottom: int) -> None:
    """In the middle of what is left between head and foot."""
    top = TOP + 78
    y = top + (bottom - top - words.height) / 2
    for line in words.lines:
        y += words.leading
        words.type.draw(draw, LEFT, y - words.leading * 0.27, line, INK)


def draw_foot(draw: ImageDraw.ImageDraw, card: Card, facts: list[str]) -> None:
    """Who speaks, then the facts, each on its lines, from the bottom up."""
    y = BOTTOM - (len(facts) - 1) * FACT_LEADING
    if card.badge:
        x = draw_badge(draw, card.badge, y - NAME_LEADING + 6)
        x = NAME.draw(draw, x, y - NAME_LEADING + 6, card.name, INK)
        x = FACT.draw(draw, x, y - NAME_LEADING + 6, card.name_basis, QUIET)
        if card.name_in_arabic:
            gap = 24 if card.name else 0
            NAME.draw(draw, x + gap, y - NAME_LEADING + 6, card.name_in_arabic, INK)
    for line in facts:
        FACT.draw(draw, LEFT, y, line, QUIET)
        y += FACT_LEADING


def draw_badge(draw: ImageDraw.ImageDraw, badge: Badge, y: float) -> float:
    """A letter in a square of the speaker's colour, for nobody in an outline; where it ends."""
    length = LETTER.length(badge.letter)
    width = max(length + 18, 42)
    box = (LEFT, y - 34, LEFT + width, y + 8)
    if badge.colour:
        draw.rectangle(box, fill=SPEAKERS[badge.colour])
    else:
        draw.rectangle(box, outline=QUIET, width=2)
    ink = PAPER if badge.colour else QUIET
    LETTER.draw(draw, LEFT + (width - length) / 2, y - 4, badge.letter, ink)
    return LEFT + width + 20
