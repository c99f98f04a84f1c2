"""Text on a picture: the site's faces, runs of one face each, lines that fit.

Raqm shapes the letters, joins those of Arabic and sets them from right to left.
"""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from PIL import ImageDraw, ImageFont

from app.assets import STATIC, find_asset

SERIF, SANS = "newsreader", "public-sans"
ARABIC = "markazi-text-arabic.woff2"
ARABIC_SCALE = 1.2  # as the style sheet has it, so that both scripts look of one size
LETTER = r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\u200c-\u200f\ufb50-\ufdff\ufe70-\ufefc]"
ARABIC_RUN = re.compile(rf"{LETTER}+(?:\s+{LETTER}+)*")
NO_CHARACTER = "\uffff"

Colour = str
Run = tuple[str, str]  # words, and the file of the face that draws them


@dataclass(frozen=True)
class Type:
    """A face at a size and weight."""

    family: str
    size: int
    weight: int

    def length(self, text: str) -> float:
        return sum(self.font(file).getlength(words) for words, file in find_runs(text, self.family))

    def font(self, file: str) -> ImageFont.FreeTypeFont:
        size = round(self.size * ARABIC_SCALE) if file == ARABIC else self.size
        # Markazi begins where the others have been for long.
        return open_font(file, size, max(self.weight, 400))

    def draw(self, draw: ImageDraw.ImageDraw, x: float, y: float, text: str, fill: Colour) -> float:
        """Set a text at a baseline; returns where it ends."""
        for words, file in find_runs(text, self.family):
            font = self.font(file)
            draw.text((x, y), words, fill, font, anchor="ls")
            x += font.getlength(words)
        return x


@lru_cache(maxsize=64)
def open_font(file: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    path = STATIC / find_asset(file)
    font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM)
    font.set_variation_by_axes([weight])
    return font


def find_runs(text: str, family: str) -> Iterator[Run]:
    """Cut a text into runs of Arabic, of common Latin letters and of rarer ones."""
    at = 0
    for found in [*ARABIC_RUN.finditer(text), None]:
        yield from latin_runs(text[at : found.start() if found else len(text)], family)
        if found:
            yield found[0], ARABIC
            at = found.end()


def latin_runs(text: str, family: str) -> Iterator[Run]:
    common, rare = f"{family}-latin.woff2", f"{family}-latin-ext.woff2"
    start = 0
    for at in range(1, len(text) + 1):
        here = is_rare(text[start], common, rare)
        if at == len(text) or is_rare(text[at], common, rare) != here:
            yield text[start:at], rare if here else common
            start = at


@lru_cache(maxsize=2048)
def is_rare(character: str, common: str, rare: str) -> bool:
    """Whether only the face of the rarer letters has it."""
    return not has(common, character) and has(rare, character)


def has(file: str, character: str) -> bool:
    return outline(file, character) != missing(file)


@cache
def missing(file: str) -> tuple[tuple[int, int], bytes]:
    """What a face draws for a letter that it does not have."""
    return outline(file, NO_CHARACTER)


def outline(file: str, character: str) -> tuple[tuple[int, int], bytes]:
    mask = open_font(file, 20, 400).getmask(character)
    return mask.size, bytes(mask)


@dataclass(frozen=True)
class Lines:
    """A text in lines of one type; `cut` says that not all of it is there."""

    type: Type
    lines: tuple[str, ...]
    leading: int
    cut: bool = False

    @property
    def height(self) -> int:
        return len(self.lines) * self.leading


def wrap(text: str, type_: Type, width: float) -> list[str]:
    """Lines no longer than a width; a word that is longer is broken."""
    space = type_.length(" ")
    lines: list[str] = []
    room = 0.0
    for word in break_words(text, type_, width):
        length = type_.length(word)
        if lines and length + space <= room:
            lines[-1] += f" {word}"
            room -= length + space
        else:
            lines.append(word)
            room = width - length
    return lines


def break_words(text: str, type_: Type, width: float) -> Iterator[str]:
    for word in re.split(r"[ \t\r\n]+", text.strip(" \t\r\n")):
        rest = word
        while type_.length(rest) > width:
            # How many characters have room: halved down to, for a word may be endless.
            end = max(bisect(range(1, len(rest)), width, key=lambda n: type_.length(rest[:n])), 1)
            yield rest[:end]
            rest = rest[end:]
        if rest:
            yield rest


def set_lines(text: str, family: str, weight: int, sizes: range, box: tuple[int, int]) -> Lines:
    """The text as large as it has room in a box, width and height; else cut, with an ellipsis."""
    width, height = box
    smallest, largest = 0, len(sizes) - 1
    best: Lines | None = None
    while smallest <= largest:
        middle = (smallest + largest) // 2
        lines = lines_of(text, Type(family, sizes[middle], weight), width)
        if lines.height <= height:
            best, smallest = lines, middle + 1
        else:
            largest = middle - 1
    return best or cut(lines_of(text, Type(family, sizes[0], weight), width), box)


def lines_of(text: str, type_: Type, width: int) -> Lines:
    return Lines(type_, tuple(wrap(text, type_, width)), round(type_.size * 1.25))


def cut(whole: Lines, box: tuple[int, int]) -> Lines:
    """The first lines that have room, the last of them with an ellipsis."""
    width, height = box
    kept = list(whole.lines[: max(height // whole.leading, 1)])
    while whole.type.length(f"{kept[-1]} …") > width:
        kept[-1] = kept[-1].rpartition(" ")[0] or kept[-1][:-1]
    kept[-1] = kept[-1].rstrip(" ,.;:") + " …"
    return Lines(whole.type, tuple(kept), whole.leading, cut=True)
