"""The tables of a draft, as `proposals.py` fills them and `files.py` writes them."""

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any

from app.seeds import UNSEEN
from app.spans import find_occurrences

Table = dict[str, Any]


@dataclass(frozen=True)
class Noted:
    """A table of a seed file, and the comment above it; one set aside is a comment itself."""

    table: Table
    comment: str = ""
    aside: bool = False


@dataclass(frozen=True)
class Line:
    """A proposal as the summary tells it."""

    confidence: float
    what: str
    who: str
    rule: str
    text: str


@dataclass
class Proposal:
    """What a draft writes: each file's tables, and what an editor should be told."""

    slug: str
    facts: Table
    quotes: list[Noted] = field(default_factory=list)
    mentions: list[Noted] = field(default_factory=list)
    actors: list[Noted] = field(default_factory=list)
    events: list[Noted] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


@dataclass
class Body:
    """A body in which passages are named as seeds name them: by words and occurrence."""

    text: str
    quotations: list[tuple[int, int]]
    places: dict[str, list[int]] = field(default_factory=dict)
    quoted: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for start, end in self.quotations:
            self.quoted.setdefault(self.text[start:end], []).append(start)

    def passage(self, start: int, end: int) -> Table | None:
        """A passage by its words, and which of them where they stand more than once."""
        words = self.text[start:end]
        if not words.strip():
            return None
        if words not in self.places:
            self.places[words] = [place for place, _ in find_occurrences(self.text, words)]
        return {"text": words, **which(self.places[words], start)}

    def quotation(self, start: int, end: int) -> Table | None:
        """A quoted span likewise, counted among the whole quoted spans."""
        words = self.text[start:end]
        places = self.quoted.get(words, [])
        at = bisect_left(places, start)
        if not words.strip() or places[at : at + 1] != [start]:
            return None
        return {"text": words, **which(places, start)}

    def prints(self, words: str) -> bool:
        """Whether the body has these words, and seeds can have them as a name."""
        return bool(words.strip()) and words in self.text and not UNSEEN.search(words)


def which(places: list[int], start: int) -> Table:
    """Which of some places, counted from 1, where there is more than one."""
    return {"occurrence": bisect_left(places, start) + 1} if len(places) > 1 else {}
