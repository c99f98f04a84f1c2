"""A dispatch read whole: its quotations with who speaks and why, its actors, its dated events."""

import re
from dataclasses import dataclass
from typing import Any, Literal

from app.extraction.actors import Actor, find_actors
from app.extraction.events import Conflict, Event, find_events
from app.extraction.reader import Reader
from app.extraction.topics import suggest_topics

Language = Literal["fr", "en"]
HEADER = re.compile(r"\s*date (\d{4}(?:-\d\d(?:-\d\d)?)?) ")
COMMON = {
    "fr": re.compile(
        r"\b(?:le|la|les|des|du|une|et|est|dans|pour|que|qui|sur|au|avec|il|elle|pas)\b", re.I
    ),
    "en": re.compile(
        r"\b(?:the|of|and|to|in|is|was|that|for|on|with|said|he|she|it|not|has)\b", re.I
    ),
}


@dataclass(frozen=True)
class DraftQuote:
    """A quotation as proposed: `rule` found its speaker, `reason` says whom the rule meant."""

    start: int
    end: int
    text: str
    kind: str
    speaker: str | None
    speaker_words: tuple[int, int] | None
    rule: str
    reason: str
    confidence: float
    topics: tuple[str, ...]


@dataclass(frozen=True)
class Draft:
    """What the rules propose of a text."""

    body: str
    quotes: list[DraftQuote]
    actors: list[Actor]
    events: list[Event]
    conflicts: list[Conflict]


def extract(body: str, language: Language, date: str | None = None) -> Draft:
    """The draft of a body; offsets count its characters."""
    reading = Reader(body, language).read()
    actors = find_actors(reading)
    quotes = []
    for quote, finding in zip(reading.quotes, reading.findings, strict=True):
        text = body[quote.start : quote.end]
        said = finding.speaker if finding.kind != "term" else None
        quotes.append(
            DraftQuote(
                quote.start,
                quote.end,
                text,
                finding.kind or "partial",
                said,
                finding.words if said else None,
                finding.rule or "nobody",
                finding.reason or "nothing says who speaks",
                round(finding.confidence if finding.rule else 0.5, 2),
                tuple(suggest_topics(text)),
            )
        )
    events, conflicts = find_events(body, language, date)
    return Draft(body, quotes, actors, events, conflicts)


def split_header(text: str) -> int:
    """Where the body begins: behind a header such as “ date 2020-08 ”."""
    found = HEADER.match(text)
    return found.end() if found else 0


def header_date(text: str) -> str | None:
    """The date that a header gives."""
    found = HEADER.match(text)
    return found.group(1) if found else None


def guess_language(text: str) -> Language:
    """French or English, by their commonest words."""
    sample = text[:20000]
    french = len(COMMON["fr"].findall(sample))
    return "en" if len(COMMON["en"].findall(sample)) > french else "fr"


def to_json(draft: Draft, body_start: int = 0) -> dict[str, Any]:
    """The draft as the document that `draft --json` prints."""

    def span(start: int, end: int) -> dict[str, Any]:
        return {"start": start, "end": end, "text": draft.body[start:end]}

    return {
        "body_start": body_start,
        "quotes": [
            {
                "start": one.start,
                "end": one.end,
                "text": one.text,
                "kind": one.kind,
                "speaker": one.speaker,
                "speaker_words": span(*one.speaker_words) if one.speaker_words else None,
                "rule": one.rule,
                "confidence": one.confidence,
                "topics": list(one.topics),
            }
            for one in draft.quotes
        ],
        "actors": [
            {
                "name": one.name,
                "kind": one.kind,
                "forms": one.forms,
                "mentions": [{"start": start, "end": end} for start, end in one.mentions],
            }
            for one in draft.actors
        ],
        "events": [
            {
                "title": one.title,
                "date": one.date,
                "basis": one.basis,
                "note": one.note,
                "evidence": span(one.start, one.end),
            }
            for one in draft.events
        ],
        "conflicts": [{"note": one.note, **span(one.start, one.end)} for one in draft.conflicts],
    }
