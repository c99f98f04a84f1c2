"""What is wrong in the seeds, each in a line."""

from dataclasses import dataclass

LONGEST = 1_000  # characters of one part of a message
SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"  # of French titles; both have a width


@dataclass(frozen=True)
class Problem:
    """Something wrong in the seeds: in which file, in which record, and what.

    One that is `addable` is only an address that the ledger lacks: `check --add` mends it.
    """

    file: str
    record: str
    reason: str
    addable: bool = False

    def __str__(self) -> str:
        parts = (self.file, self.record, self.reason)
        return ": ".join(in_a_line(part) for part in parts if part)


def in_a_line(text: str) -> str:
    """A text as one line that shows all that stands in it, what moves a terminal's cursor too."""
    half = LONGEST // 2
    shown = text if len(text) <= LONGEST else f"{text[:half]} […] {text[-half:]}"
    if shown.isprintable():
        return shown
    return "".join(one if one.isprintable() or one in SPACES else ascii(one)[1:-1] for one in shown)
