"""From rows to places: where things stand in the timeline and in an article's ribbon.

Places along a drawing are percentages of its width, so that it fits any screen without a script;
places across it are lanes, counted from 0 at the top.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.models import Actor, Article, Event, Quote

# The ends of the axis, which leave room for half a mark, and the room that a mark takes at least:
# 24 pixels of the narrowest drawing.
LEFT, RIGHT = 3.0, 97.0
ROOM = 9.0


@dataclass(frozen=True)
class Mark:
    """An event on the axis. `shape` is a day, a span of days, or one that goes on (`open`)."""

    event: Event
    number: int
    shape: str
    start: float
    width: float
    lane: int

    @property
    def manner(self) -> str:
        """How the date is known: drawn full if stated, hollow if inferred, broken if to come."""
        return "foreseen" if self.event.foreseen else str(self.event.basis)


@dataclass(frozen=True)
class Tick:
    """The first day of a month or of a year, on the axis."""

    day: dt.date
    place: float
    is_year: bool


@dataclass(frozen=True)
class Timeline:
    """The dated events on an axis, and all of them in the order of the list: the number and the
    shape of each are the same in both."""

    marks: Sequence[Mark]
    ticks: Sequence[Tick]
    lanes: int
    numbered: Sequence[tuple[int, str, Event]]

    @property
    def undated(self) -> list[tuple[int, Event]]:
        """What has no place on the axis."""
        return [(number, event) for number, shape, event in self.numbered if shape == "undated"]

    @property
    def manners(self) -> set[str]:
        """How the dates that are drawn are known: what a legend must explain."""
        return {mark.manner for mark in self.marks}


def draw_timeline(events: Iterable[Event]) -> Timeline:
    """Place events on an axis that runs from left to right, and so do their numbers; what has no
    date is numbered last. An event's key counts days backwards."""
    events = list(events)
    in_time = sorted(events, key=lambda e: (e.date is None, e.id if e.date is None else -e.id))
    numbers = {event.id: number for number, event in enumerate(in_time, 1)}
    numbered = [(numbers[event.id], shape_of(event), event) for event in events]
    dated = ((n, shape, e, e.date_earliest, e.date_latest) for n, shape, e in numbered)
    spans = [(n, s, e, a, b) for n, s, e, a, b in dated if a is not None and b is not None]
    if not spans:
        return Timeline([], [], 0, numbered)
    first = min(a for _, _, _, a, _ in spans).replace(day=1)
    last = next_month(max(b for *_, b in spans))
    axis = Axis(first, last)
    marks: list[Mark] = []
    ends: list[float] = []  # where the last mark of each lane ends
    for number, shape, event, earliest, latest in sorted(spans, key=lambda span: span[3:]):
        start, end = axis.place(earliest), axis.place(latest + dt.timedelta(days=1))
        if shape == "day":
            start = end = (start + end) / 2
        elif shape == "open":
            end = RIGHT
        middle = (start + end) / 2
        room = max(end - start, ROOM) / 2
        lane = next((n for n, taken in enumerate(ends) if taken <= middle - room), len(ends))
        ends[lane : lane + 1] = [middle + room]
        marks.append(Mark(event, number, shape, start, end - start, lane))
    return Timeline(marks, list(axis.ticks()), len(ends), numbered)


def shape_of(event: Event) -> str:
    """A day, an interval or month or year, what goes on, or nothing that could be drawn."""
    if event.date is None:
        return "undated"
    if event.date.endswith("/.."):
        return "open"
    return "day" if event.date_earliest == event.date_latest else "span"


@dataclass(frozen=True)
class Axis:
    """The days from the first to the last, which is not in it."""

    first: dt.date
    last: dt.date

    def place(self, day: dt.date) -> float:
        part = (day - self.first).days / (self.last - self.first).days
        return round(LEFT + part * (RIGHT - LEFT), 2)

    def ticks(self) -> Iterable[Tick]:
        """Each month of up to two years, else each year, or each tenth or so of very many."""
        years = self.last.year - self.first.year
        if years <= 2:
            day = self.first
            while day < self.last:
                yield Tick(day, self.place(day), day.month == 1 or day == self.first)
                day = next_month(day)
        else:
            for year in range(self.first.year + 1, self.last.year + 1, years // 12 + 1):
                yield Tick(dt.date(year, 1, 1), self.place(dt.date(year, 1, 1)), is_year=True)


def next_month(day: dt.date) -> dt.date:
    return (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1)


@dataclass(frozen=True)
class Stretch:
    """A quote at its place in the body."""

    quote: Quote
    start: float
    width: float


@dataclass(frozen=True)
class RibbonRow:
    """What one speaker says, or what nobody says, along an article."""

    speaker: Actor | None
    stretches: Sequence[Stretch]


def draw_ribbon(article: Article) -> list[RibbonRow]:
    """A strip as long as the body for each speaker, in the order in which they first speak."""
    rows: dict[int | None, list[Stretch]] = {}
    speakers = {quote.speaker_id: quote.speaker for quote in article.quotes}
    for quote in article.quotes:
        start = 100 * quote.start / article.body_length
        width = 100 * (quote.end - quote.start) / article.body_length
        stretch = Stretch(quote, round(start, 2), round(max(width, 0.6), 2))
        rows.setdefault(quote.speaker_id, []).append(stretch)
    return [RibbonRow(speakers[speaker], stretches) for speaker, stretches in rows.items()]
