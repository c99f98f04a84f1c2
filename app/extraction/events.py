"""Dated events: one for each date that the text gives, with the clause that shows it."""

import datetime as dt
import re
from dataclasses import dataclass

from app.extraction.dates import (
    ONE_DAY,
    Dated,
    Day,
    election_day,
    find_dates,
    number_of,
    parse_day,
    weekday_before,
)
from app.extraction.datewords import patterns
from app.extraction.lexicon import load_lexicon
from app.extraction.paragraphs import find_paragraphs, sentence_ends
from app.extraction.tokens import text_start

LONGEST_TITLE = 120
LONGEST_READ = 60_000  # characters in which dates are looked for
ELECTION = {
    "fr": re.compile(r"(?:élection )?présidentielle(?! (?:fran|port|tur|ira))", re.I),
    "en": re.compile(r"presidential (?:election|vote)|election day", re.I),
}
COUNTED = {"fr": "jour", "en": "day"}
AMERICAN = re.compile(
    r"Etats-Unis|États-Unis|américain|Maison Blanche|Washington|United States|American|White House"
)


@dataclass(frozen=True)
class Event:
    """Something dated; `basis` says whether the text states all of its date."""

    title: str
    date: str
    basis: str
    note: str
    start: int
    end: int


@dataclass(frozen=True)
class Conflict:
    """Two things that the text says of a date and that do not go together."""

    note: str
    start: int
    end: int


def find_events(body: str, language: str, date: str | None) -> tuple[list[Event], list[Conflict]]:
    """Every dated clause of a text, in order, and what does not fit."""
    day = parse_day(date)
    conflicts: list[Conflict] = []
    doubtful = False
    if day and day.month and not day.day:
        fixed, found = day_by_countdown(body, day, language)
        conflicts += found
        if fixed:
            day, doubtful = Day(fixed.year, fixed.month, fixed.day), True
    events: list[Event] = []
    for paragraph in find_paragraphs(body[:LONGEST_READ]):
        first = text_start(body, paragraph)
        for end in [*sentence_ends(body, paragraph.start, paragraph.end), paragraph.end]:
            if end - first > 5:
                conflicts += countdown_conflicts(body, first, end, day, language)
                for dated in find_dates(body, first, min(end, first + 3000), day, language):
                    events.append(make_event(body, first, end, dated, doubtful))
            first = max(first, end)
    return events, conflicts


def make_event(body: str, first: int, end: int, dated: Dated, doubtful: bool) -> Event:
    start, stop = clause_around(body, first, end, dated)
    words = " ".join(body[start:stop].split())
    title = words if len(words) <= LONGEST_TITLE else words[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
    uncertain = doubtful and not dated.stated and len(dated.edtf) == 10
    edtf = dated.edtf + "?" if uncertain and not dated.edtf.endswith("~") else dated.edtf
    return Event(
        title[:1].upper() + title[1:],
        edtf,
        "stated" if dated.stated else "inferred",
        dated.note,
        start,
        stop,
    )


def clause_around(body: str, first: int, end: int, dated: Dated) -> tuple[int, int]:
    """The clause that a date stands in: from comma to comma, or the sentence if that is little."""
    start = max((body.rfind(mark, first, dated.start) + 1 for mark in ',;"«»“”'), default=first)
    start = max(start, first)
    stops = [at for mark in ',;"«»“”' if (at := body.find(mark, dated.end, end)) >= 0]
    stop = min(stops, default=end)
    if len(body[start:stop].split()) < 5:
        start, stop = (first, end) if start == first or end - first < 200 else (start, end)
    while start < stop and (body[start].isspace() or body[start] in "\"«“»”—–-,'’"):
        start += 1
    while stop > start and (body[stop - 1].isspace() or body[stop - 1] in '."»”«“,'):
        stop -= 1
    return start, max(stop, dated.end)


def day_by_countdown(body: str, day: Day, language: str) -> tuple[dt.date | None, list[Conflict]]:
    """The day of a dispatch of which the month is known: a countdown to the American election."""
    pattern = dict(patterns(language))["countdown"]
    lexicon = load_lexicon(language)
    for match in pattern.finditer(body[:20000]):
        unit = match.group("u").lower()
        after = body[match.end() - 3 : match.end() + 60]
        if not unit.startswith(("jour", "day")) or not ELECTION[language].search(after):
            continue
        if day.year % 4 or not AMERICAN.search(body[:20000]):
            continue
        vote = election_day(day.year)
        implied = vote - number_of(match.group("n"), lexicon) * ONE_DAY
        weekday = re.search(r"\b(" + "|".join(lexicon.weekdays) + r")\b", body[:600], re.I)
        if not weekday:
            return (implied, []) if implied.month == day.month else (None, [])
        nearest = weekday_before(implied, weekday.group(), lexicon)
        found = []
        if nearest != implied:
            found.append(
                Conflict(
                    f"“{match.group().strip()}” before {vote.isoformat()} would be {implied.isoformat()}, which is no "  # noqa: E501
                    f"{weekday.group()}; the nearest is {nearest.isoformat()}, {(vote - nearest).days} days before",  # noqa: E501
                    match.start(),
                    match.end(),
                )
            )
        return (nearest if nearest.month == day.month else None), found
    return None, []


def countdown_conflicts(
    body: str, first: int, end: int, day: Day | None, language: str
) -> list[Conflict]:
    """A countdown beside a whole date in one sentence, that does not lead there."""
    if not day or not day.date or COUNTED[language] not in body[first:end].lower():
        return []
    match = dict(patterns(language))["countdown"].search(body, first, end)
    if not match or not match.group("u").lower().startswith(("jour", "day")):
        return []
    lexicon = load_lexicon(language)
    implied = day.date + number_of(match.group("n"), lexicon) * ONE_DAY
    for one in find_dates(body, first, end, day, language):
        if one.start > match.end() and len(one.edtf) == 10 and one.edtf != implied.isoformat():
            days = abs((dt.date.fromisoformat(one.edtf) - day.date).days)
            if days and one.edtf > day.date.isoformat():
                note = f"“{match.group().strip()}” leads to {implied.isoformat()}, but the text says {one.edtf}, {days} days on"  # noqa: E501
                return [Conflict(note, match.start(), match.end())]
    return []
