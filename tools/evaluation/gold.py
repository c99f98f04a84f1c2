"""The evaluation dispatches and their gold annotations: what a valid one is.

`python -m tools.evaluation.gold` checks them all, and writes their JSON Schema anew. Offsets count
code points of the body, which begins at `body_start`; they are 0-based and end-exclusive.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.seeds import EdtfDate

ROOT = Path(__file__).resolve().parent.parent.parent
DISPATCHES = ROOT / "evaluation"
SCHEMA = DISPATCHES / "schema.json"
PARTS = ("work", "report")  # the part to work on, and the one that is only reported on
LANGUAGES = ("fr", "en")

Offset = Annotated[int, Field(ge=0)]


class Strict(BaseModel):
    """An object that has every field, and no other."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Span(Strict):
    """Words of the body, and where they stand."""

    start: Offset
    end: Offset
    text: Annotated[str, Field(min_length=1)]


class Quote(Span):
    """What stands between quotation marks, without the marks and the spaces inside them.

    `speaker` is the fullest name in the text or, for an organisation, a government or an unnamed
    source, the text's own words; null where nobody speaks. A term has none.
    """

    kind: Literal["full", "partial", "term"]
    speaker: str | None
    speaker_words: Span | None


class Actor(Strict):
    """Who is named, or quoted without a name; `mentions` are the places of a name's forms."""

    name: str
    kind: Literal["person", "organisation", "state", "unnamed"]
    mentions: list[Span]


class Event(Strict):
    """What happened, dated in EDTF as precisely as the text and the dispatch's date allow."""

    title: str
    date: EdtfDate
    basis: Literal["stated", "inferred"]
    evidence: Span


class Gold(Strict):
    """The annotations of a dispatch, which stands beside them as text."""

    language: Literal["fr", "en"]
    date: EdtfDate
    body_start: Offset
    quotes: list[Quote]
    actors: list[Actor]
    events: list[Event]


@dataclass(frozen=True)
class Dispatch:
    """A dispatch: its text with any header, and its gold."""

    name: str
    text: str
    gold: Gold

    @property
    def body(self) -> str:
        return self.text[self.gold.body_start :]


def read_part(part: str, language: str) -> list[Dispatch]:
    """The dispatches of a part in a language, by name. Raises ValueError for what is no gold."""
    return [
        Dispatch(
            path.stem,
            path.with_suffix(".txt").read_bytes().decode(),
            Gold.model_validate_json(path.read_bytes()),
        )
        for path in sorted((DISPATCHES / part / language).glob("*.json"))
    ]


def check(dispatch: Dispatch) -> Iterator[str]:
    """What is wrong with a gold, beyond its shape."""
    gold, body = dispatch.gold, dispatch.body
    for span in spans_of(gold):
        if body[span.start : span.end] != span.text:
            yield f"{span.text[:40]!r} is not what stands at {span.start}"
    for one, other in pairwise(gold.quotes):
        if one.start > other.start:
            yield f"{other.text[:40]!r} stands before {one.text[:40]!r}"
    for one, other in combinations(gold.quotes, 2):
        if one.start < other.start < one.end < other.end:
            yield f"{one.text[:40]!r} and {other.text[:40]!r} cross"
    names = [actor.name for actor in gold.actors]
    for quote in gold.quotes:
        if quote.kind == "term" and quote.speaker:
            yield f"the term {quote.text[:40]!r} has a speaker"
        if (quote.speaker is None) != (quote.speaker_words is None):
            yield f"{quote.text[:40]!r}: a speaker and the words that give it stand together"
        if quote.speaker and not any(name in quote.speaker for name in names):
            yield f"{quote.speaker!r} is not among the actors"
    for name in names:
        if name not in body:
            yield f"{name!r} does not stand in the text"


def spans_of(gold: Gold) -> Iterator[Span]:
    for quote in gold.quotes:
        yield quote
        if quote.speaker_words:
            yield quote.speaker_words
    for actor in gold.actors:
        yield from actor.mentions
    for event in gold.events:
        yield event.evidence


def write_schema() -> str:
    """The JSON Schema of the annotations."""
    return json.dumps(Gold.model_json_schema(), ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Check every dispatch, and say what is wrong; of the part reported on, only how much."""
    SCHEMA.write_text(write_schema(), encoding="utf-8")
    faulty = 0
    for part in PARTS:
        for language in LANGUAGES:
            try:
                dispatches = read_part(part, language)
            except (ValidationError, ValueError, OSError) as error:
                print(f"{part}/{language}: {error}", file=sys.stderr)
                return 1
            faults = [(one.name, fault) for one in dispatches for fault in check(one)]
            spans = sum(len(one.gold.quotes) for one in dispatches)
            words = sum(len(one.body.split()) for one in dispatches)
            print(f"{part}/{language}: {len(dispatches)} dispatches, {words} words, {spans} quotes")
            print(f"  {len(faults)} faults" if faults else "  nothing wrong")
            if part == "work":
                for name, fault in faults:
                    print(f"  {name}: {fault}", file=sys.stderr)
            faulty += len(faults)
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())
