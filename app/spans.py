"""Where things stand in a text: blocks, quotations, sentences, occurrences, segments.

All offsets count Unicode code points of the body, 0-based, end-exclusive.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

Mark = TypeVar("Mark")

BLANK_LINES = re.compile(r"(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))+")
LINE_BREAK = re.compile(r"\r\n|\n|\r")
CLOSING_MARK = {'"': '"', "«": "»", "“": "”", "„": "“", "‘": "’", "‹": "›"}
SENTENCE_END = re.compile(r"""[.!?…]["»”’]*\s+(?=["«“‘]?\s*[A-ZÀ-ÖØ-Þ0-9])""")
# Characters of a body and of a text within which the nearest passage is looked for: it takes the
# product of both.
LOOKED_AT, COMPARED = 60_000, 500
ABBREVIATION = re.compile(r"(?:^|\s)(?:MM?|Mr|Mrs|Dr|Mme|St|[A-Z])\.\s+$")


@dataclass(frozen=True)
class Block:
    """A paragraph or sub-heading: `number` counts from 1, as its anchor `#p1` does."""

    number: int
    start: int
    end: int
    is_heading: bool


@dataclass(frozen=True)
class Segment(Generic[Mark]):
    """A run of text under the same marks, outermost first; `opens` are those that begin here."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...]


def find_blocks(body: str) -> list[Block]:
    """The paragraphs and sub-headings of a body, in order.

    Blank lines part them or, in a text without any, line breaks. A line between dashes is a
    sub-heading, as news agencies set them.
    """
    breaks = list(BLANK_LINES.finditer(body)) or list(LINE_BREAK.finditer(body))
    edges = [(0, 0), *(found.span() for found in breaks), (len(body), len(body))]
    blocks: list[Block] = []
    for (_, start), (end, _) in pairwise(edges):
        text = body[start:end]
        if text.strip():
            heading = text.startswith("- ") and text.endswith(" -") and "\n" not in text
            blocks.append(Block(len(blocks) + 1, start, end, heading))
    return blocks


def find_block(body: str, offset: int) -> Block:
    """The block that an offset stands in."""
    return next(block for block in find_blocks(body) if offset < block.end)


def find_quotations(body: str) -> list[tuple[int, int]]:
    """Every span between quotation marks, without the marks and the spaces inside guillemets.

    A mark that is not closed ends with its block. A quotation in a quotation is a span too.
    """
    found: list[tuple[int, int]] = []
    for block in find_blocks(body):
        open_marks: list[tuple[str, int]] = []
        for at in range(block.start, block.end):
            char = body[at]
            if open_marks and char == CLOSING_MARK[open_marks[-1][0]] and not elided(body, at):
                found.append((open_marks.pop()[1], at))
            elif char in CLOSING_MARK:
                open_marks.append((char, at + 1))
        found.extend((start, block.end) for _, start in open_marks)
    trimmed = (trim(body, start, end) for start, end in found)
    return sorted((start, end) for start, end in trimmed if start < end)


def elided(body: str, at: int) -> bool:
    """Whether the character is an apostrophe inside a word rather than a closing mark."""
    return body[at] == "’" and body[at + 1 : at + 2].isalpha()


def trim(body: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends."""
    text = body[start:end]
    return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())


def find_occurrences(body: str, text: str) -> list[tuple[int, int]]:
    """Every place where the text stands in the body, overlapping ones included."""
    starts = [found.start() for found in re.finditer(f"(?={re.escape(text)})", body)]
    return [(start, start + len(text)) for start in starts]


def why_nowhere(body: str, text: str) -> str:
    """How a text that does not stand in a body differs from what does."""
    if unicodedata.normalize("NFC", text) in unicodedata.normalize("NFC", body):
        return "the words are there in another Unicode normal form: copy them from the source"
    if " ".join(text.split()) in " ".join(body.split()):
        return "the words are there with other spaces or line breaks: copy them from the source"
    return f"nearest: {nearest_passage(body[:LOOKED_AT], text[:COMPARED])!r}"


def nearest_passage(body: str, text: str) -> str:
    """The passage of the body most like a text that does not stand there."""
    words = [found.span() for found in re.finditer(r"\S+", body)]
    length = min(len(words), max(1, len(text.split())))
    windows = [
        body[words[first][0] : words[first + length - 1][1]]
        for first in range(len(words) - length + 1)
    ]
    matcher = difflib.SequenceMatcher(b=text, autojunk=False)

    def likeness(window: str) -> float:
        matcher.set_seq1(window)
        return matcher.ratio() if matcher.quick_ratio() > 0.3 else 0.0

    return max(windows, key=likeness, default="")


def find_sentence(body: str, block: Block, start: int, end: int) -> tuple[int, int]:
    """The whole sentence, or sentences, of a block that a span stands in."""
    text = body[block.start : block.end]
    cuts = [
        block.start + found.end()
        for found in SENTENCE_END.finditer(text)
        if not ABBREVIATION.search(text[: found.end()])
    ]
    first = max((cut for cut in cuts if cut <= start), default=block.start)
    last = min((cut for cut in cuts if cut >= end), default=block.end)
    return trim(body, first, last)


def cut_segments(
    start: int, end: int, marks: Sequence[tuple[int, int, Mark]]
) -> Iterator[Segment[Mark]]:
    """Cut a stretch of text wherever a mark begins or ends, so that overlaps nest as HTML.

    Marks are (start, end, mark); those that only partly stand in the stretch are cut to it.
    """
    inside = sorted(
        ((max(a, start), min(b, end), mark) for a, b, mark in marks if a < end and b > start),
        key=lambda item: (item[0], -item[1]),
    )
    for a, b in pairwise(sorted({start, end, *edges(inside)})):
        yield Segment(
            a,
            b,
            tuple(mark for first, last, mark in inside if first <= a and b <= last),
            tuple(mark for first, _, mark in inside if first == a),
        )


def edges(marks: Iterable[tuple[int, int, Mark]]) -> Iterator[int]:
    """The offsets at which any of the marks begins or ends."""
    for start, end, _ in marks:
        yield start
        yield end
