"""What `python -m app draft` prints: what became of each file, and what to do next."""

import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.base import counted
from app.drafts.tables import Line, Proposal

WIDTH = 60

Outcome = Literal["drafted", "skipped", "failed"]


@dataclass(frozen=True)
class Result:
    """What became of one file."""

    name: str
    outcome: Outcome
    told: str
    proposal: Proposal | None = None


def complain(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


def print_results(results: Sequence[Result], folder: Path | None) -> None:
    """One file's proposals, lowest confidence first; of several, a line each.

    The folder is that of the drafts, where the other commands read another.
    """
    if len(results) > 1:
        rows = [
            (result.outcome, result.name, found(result.proposal), result.told) for result in results
        ]
        print_table(("", "file", "found", "where, or why not"), rows, most=1000)
        numbers = [
            f"{sum(result.outcome == outcome for result in results)} {outcome}"
            for outcome in ("drafted", "skipped", "failed")
        ]
        print(", ".join(numbers))
        for result in results:
            print_remarks(result)
    else:
        print_single(results)
    if any(result.proposal for result in results):
        before = f"DASHBOARD_SEEDS={shlex.quote(str(folder))} " if folder else ""
        print(f"all is under review: `{before}python -m app check` lists it")
    for result in results:
        print_undated(result, folder)


def print_single(results: Sequence[Result]) -> None:
    for result in results:
        if result.outcome == "failed":
            complain(f"{result.name}: {result.told}")
            continue
        print(f"{result.told}" if result.proposal else f"{result.name}: {result.told}")
        if result.proposal:
            print_proposal(result)


def print_proposal(result: Result) -> None:
    assert result.proposal is not None
    print_remarks(result)
    lines = sorted(result.proposal.lines, key=lambda line: line.confidence)
    if lines:
        head = ("sure", "kind", "speaker", "rule", "text")
        print_table(head, [shown(line) for line in lines])
    print(found(result.proposal))


def print_undated(result: Result, folder: Path | None) -> None:
    """What to do with a draft of which no date is known: its folder's name is for good."""
    if result.proposal is None or "date" in result.proposal.facts:
        return
    again = ["python", "-m", "app", "draft", result.name, "--date", "2020-08"]
    again += ["--into", str(folder)] if folder else []
    print(
        f"{result.name}: NO DATE is known: neither --date nor the text gives one, and no article is"
        f" published without.\n  Find out when it was written, delete {result.told} and draft it"
        f" again with that day or month, which names the folder, for good:\n    {shlex.join(again)}"
        f"\n  Or keep the folder's name, and give `date` in {result.told}/article.toml."
    )


def print_remarks(result: Result) -> None:
    for remark in result.proposal.remarks if result.proposal else ():
        print(f"{result.name}: {remark}")


def shown(line: Line) -> tuple[str, ...]:
    return f"{line.confidence:.2f}", line.what, line.who, line.rule, line.text


def found(proposal: Proposal | None) -> str:
    """What a draft holds."""
    if proposal is None:
        return ""
    tables = {
        "quotes": proposal.quotes,
        "new actors": [actor for actor in proposal.actors if not actor.aside],
        "events": proposal.events,
        "mentions": proposal.mentions,
    }
    return counted({noun: len(proposed) for noun, proposed in tables.items()})


def print_table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]], most: int = WIDTH) -> None:
    """Rows in columns as wide as they need, none wider than so many characters."""
    cells = [[cut(cell, most) for cell in row] for row in (head, *rows)]
    widths = [max(len(row[at]) for row in cells) for at in range(len(head))]
    for row in cells:
        parts = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        print("  ".join(parts).rstrip())


def cut(cell: str, most: int) -> str:
    """A cell on one line."""
    line = "".join(char if char.isprintable() else " " for char in " ".join(cell.split()))
    return line if len(line) <= most else f"{line[: most - 1]}…"
