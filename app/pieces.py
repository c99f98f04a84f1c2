"""Finished pieces of pages, kept while the record stays as it is: the card of a quote, a block of
facets; each has a length.

A load gives the record another edition, read in the transaction that the page is made in: so a
page never has a piece of another state.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from jinja2.runtime import Macro

Key = tuple[Any, ...]
MOST = 5 * 1024 * 1024  # characters of all pieces together


class Pieces:
    """The pieces of one edition; those least asked for go first."""

    def __init__(self, most: int = MOST) -> None:
        self.most = most
        self.size = 0
        self.edition = ""
        self.kept: OrderedDict[Key, Any] = OrderedDict()

    def get(self, edition: str, keys: Sequence[Key], make: "Make") -> list[Any]:
        """The pieces of some keys; those that are missing are made, all in one call."""
        if edition != self.edition:
            self.edition, self.size = edition, 0
            self.kept = OrderedDict()
        kept = self.kept
        found = [kept.get(key) for key in keys]
        for key, piece in zip(keys, found, strict=True):
            if piece is not None:
                kept.move_to_end(key)
        missing = [key for key, piece in zip(keys, found, strict=True) if piece is None]
        made = dict(zip(missing, make(missing), strict=True)) if missing else {}
        for key, piece in made.items():
            self.put(key, piece)
        return [
            made[key] if piece is None else piece for key, piece in zip(keys, found, strict=True)
        ]

    def put(self, key: Key, piece: Any) -> None:
        self.kept[key] = piece
        self.size += len(piece)
        while self.size > self.most:
            self.size -= len(self.kept.popitem(last=False)[1])


Make = Callable[[list[Key]], Sequence[Any]]


class Said(dict[tuple[Any, ...], str]):
    """What a macro says of some values, kept for the next time: for one that asks nothing else, of
    values that say all that they are (tuples, texts). Its name tells it from others."""

    MOST = 3_000

    def __call__(self, macro: Macro, *values: Any) -> str:
        key = (macro.name, *values)
        said = self.get(key)
        if said is None:  # another thread may clear it all meanwhile
            if len(self) >= self.MOST:
                self.clear()
            self[key] = said = macro(*values)
        return said
