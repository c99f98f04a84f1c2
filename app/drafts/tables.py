"""The tables of a draft, as `proposals.py` fills them and `files.py` writes them."""

from dataclasses import dataclass, field
from typing import Any

from app.spans import find_occurrences

Table = dict[str, Any]


@dataclass(frozen=True)
class Noted:
    """A table of a seed file, and the comment above it."""

    table: Table
    comment: str = ""


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
    quoted: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for start, end in self.quotations:
            self.quoted.setdefault(self.text[start:end], []).append((start, end))

    def passage(self, start: int, end: int) -> Table | None:
        """A passage by its words, and which of them where they stand more than once."""
        words = self.text[start:end]
        if not words.strip():
            return None
        if words not in self.places:
            self.places[words] = [place for place, _ in find_occurrences(self.text, words)]
        places = self.places[words]
        return {"text": words, **which(places.index(start), len(places))}

    def quotation(self, start: int, end: int) -> Table | None:
        """A quoted span likewise, counted among the whole quoted spans."""
        words = self.text[start:end]
        places = self.quoted.get(words, [])
        if not words.strip() or (start, end) not in places:
            return None
        return {"text": words, **which(places.index((start, end)), len(places))}

    def prints(self, words: str) -> bool:
        return bool(words.strip()) and words in self.text


def which(place: int, of: int) -> Table:
    return {"occurrence": place + 1} if of > 1 else {}
