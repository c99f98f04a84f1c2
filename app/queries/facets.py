"""The options of each facet of the list of quotes, with honest counts beside them.

The number beside an option is the length of the list when it is the only value chosen in its
facet and the other facets stay as they are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.base import QUOTE_KINDS, Base, Bilingual
from app.derived import ANY, NOBODY, Overview
from app.filters import FACETS, NO_SPEAKER
from app.queries.chosen import (
    ANYTHING,
    NAMES,
    SOME_NAMES,
    SOME_TOPIC_NAMES,
    TOPIC_NAMES,
    Chosen,
    Count,
    Label,
    Name,
)
from app.queries.tallies import (
    Counts,
    count_kinds,
    count_quotes,
    count_speakers,
    count_topics,
    is_exact,
)

SHOWN = 20
_tally = Base.metadata.tables["tally"].c
OF_NOBODY = select(_tally.quotes).where(
    _tally.speaker_id == NOBODY, _tally.topic_id == ANY, _tally.other_id == ANY
)
EVERY = 1_000_000  # more options than any facet has


@dataclass(frozen=True)
class Option:
    """A value of a facet, and how many quotes it has: in the filter, and in the whole record."""

    value: str
    label: Label
    count: int
    total: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """The options that are shown, heaviest first, and whether there are more.

    Where not `exact`, the counts are of the newest quotes: there may be more of each.
    """

    key: str
    options: list[Option]
    more: bool
    exact: bool


def list_facets(session: Session, chosen: Chosen, overview: Overview) -> list[Facet]:
    """The facets of speaker, topic and kind for a filter."""
    named = {
        facet: [value for key, value in chosen.labels if key == facet]
        for facet in ("speaker", "topic", "kind")
    }
    return [
        list_speakers(session, chosen, overview, named["speaker"]),
        list_topics(session, chosen, overview, named["topic"]),
        list_kinds(session, chosen, named["kind"]),
    ]


def list_speakers(
    session: Session, chosen: Chosen, overview: Overview, named: Sequence[str]
) -> Facet:
    counts = count_speakers(session, chosen, SHOWN, chosen.of("speaker") or ())
    run = session.connection().execute
    silent = run(OF_NOBODY).scalar_one_or_none() or 0
    room = overview.speakers + bool(silent) <= SHOWN
    # Of few speakers all are shown, those without a quote in the filter too.
    named_too = {*counts, *(chosen.of("speaker") or ())}
    rows = run(NAMES) if room else run(SOME_NAMES, {"numbers": list(named_too)})
    options = [
        Option(slug, Name(*name), counts.get(number, 0), total, slug in named)
        for number, slug, *name, total in rows
        if total
    ]
    if silent and (room or NOBODY in named_too):
        options.append(Option(NO_SPEAKER, None, counts.get(NOBODY, 0), silent, NO_SPEAKER in named))
    return shown("speaker", options, not room, is_exact(session, chosen.clear("speaker")))


def list_topics(
    session: Session, chosen: Chosen, overview: Overview, named: Sequence[str]
) -> Facet:
    counts = count_topics(session, chosen, SHOWN, chosen.of("topic") or ())
    room = overview.topics <= SHOWN
    named_too = {*counts, *(chosen.of("topic") or ())}
    run = session.connection().execute
    rows = run(TOPIC_NAMES) if room else run(SOME_TOPIC_NAMES, {"numbers": list(named_too)})
    options = [
        Option(slug, Bilingual(*name), counts.get(number, 0), total, slug in named)
        for number, slug, *name, total in rows
    ]
    return shown("topic", options, not room, is_exact(session, chosen.clear("topic")))


def list_kinds(session: Session, chosen: Chosen, named: Sequence[str]) -> Facet:
    counts = count_kinds(session, chosen)
    totals = count_kinds(session, ANYTHING)
    options = [
        Option(kind, None, counts.get(place, 0), totals.get(place, 0), kind in named)
        for place, kind in enumerate(QUOTE_KINDS)
    ]
    return shown("kind", options, more=False, exact=is_exact(session, chosen.clear("kind")))


def shown(key: str, options: Sequence[Option], more: bool, exact: bool) -> Facet:
    """Options in an order that no filter changes, so that no box moves from under a finger."""
    kept = [option for option in options if option.count or option.chosen or not more]
    return Facet(key, sorted(kept, key=lambda one: (-one.total, one.value)), more, exact)


def count_options(session: Session, chosen: Chosen) -> dict[str, dict[str, int]]:
    """The count beside every option of each facet, the heaviest first; those of none left out."""
    speakers = count_speakers(session, chosen, EVERY, ())
    topics = count_topics(session, chosen, EVERY, ())
    kinds = count_kinds(session, chosen)
    names = {row.id: row.slug for row in session.execute(NAMES)} | {NOBODY: NO_SPEAKER}
    about = {row.id: row.slug for row in session.execute(TOPIC_NAMES)}
    return {
        "speaker": by_value(speakers, names),
        "topic": by_value(topics, about),
        "kind": by_value(kinds, dict(enumerate(QUOTE_KINDS))),
    }


def by_value(counts: Counts, names: Mapping[int, str]) -> dict[str, int]:
    """Counts by the values that addresses name, the heaviest first."""
    ordered = sorted(counts.items(), key=lambda one: (-one[1], names[one[0]]))
    return {names[number]: count for number, count in ordered if count}


def count_without(session: Session, chosen: Chosen) -> list[tuple[str, Count]]:
    """For an empty list: the facets to give up, with how many quotes there are then."""
    others: list[tuple[str, Any]] = [
        (facet, chosen.clear(facet)) for facet in FACETS if chosen.of(facet) is not None
    ]
    if chosen.search.typed:
        others.append(("q", chosen.clear_search()))
    counts = [(facet, count_quotes(session, other)) for facet, other in others]
    return [(facet, count) for facet, count in counts if count]
