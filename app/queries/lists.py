"""Which quotes a filter has, newest first: found in the order of an index, so that a page costs
what it shows.

A filter of few speakers and topics reads their runs of `listing` side by side. Any other, and each
search, is one expression of the full-text index, in which every value of a facet is a word.
"""

from collections.abc import Sequence
from functools import cache
from itertools import product
from typing import Any

from sqlalchemy import CompoundSelect, Select, bindparam, func, select, union
from sqlalchemy.orm import Session

from app.base import QUOTE_KINDS, Base
from app.derived import ANY, Listing, entry_key, facet_word
from app.keys import before_stretch
from app.queries.chosen import Chosen
from app.queries.index import index, matching

RUN = ("speaker_id", "topic_id", "kind")  # what a run of `listing` has in common
MOST_RUNS = 12  # of `listing` that are read side by side

BASE = entry_key("quotes", 0)  # what the numbers of quotes' entries begin from
BEYOND = entry_key("actors", 0)  # what they stay under
FAR = 250  # places into a list from which one does not count its way


Ids = Select[int] | CompoundSelect[int]

# Built once: to build a statement takes longer than to run it.
NONE = select(Listing.quote_id.label("id")).where(Listing.quote_id.is_(None))
_entry = index.c.rowid
FOUND = (
    select((_entry - BASE).label("id"))
    .where(matching(bindparam("expression")), _entry >= bindparam("first"), _entry < BEYOND)
    .order_by(_entry)
)

_calendar = Base.metadata.tables["calendar"].c
STRETCHES = (
    select(_calendar.stretch, func.sum(_calendar.quotes))
    .where(
        _calendar.topic_id == bindparam("topic"),
        _calendar.kind.in_(bindparam("kinds", expanding=True)),
    )
    .group_by(_calendar.stretch)
    .order_by(_calendar.stretch)
)


def select_ids(chosen: Chosen, after: int | None = None) -> Ids:
    """The numbers of a filter's quotes, newest first; those after one of them only."""
    statement, values = ask_ids(chosen, after)
    return statement.params(values)


def ask_ids(chosen: Chosen, after: int | None = None) -> tuple[Ids, dict[str, Any]]:
    """The same as one statement for all filters of a shape, and what this filter puts into it."""
    if chosen.is_empty or (chosen.search.typed and not chosen.search):
        return NONE, {}
    if not is_listed(chosen):
        first = BASE if after is None else BASE + after + 1
        return FOUND, {"expression": write_expression(chosen), "first": first}
    runs = list_runs(chosen)
    return side_by_side(len(runs), after is not None), values_of(runs, after)


def values_of(runs: Sequence[tuple[int, int, int]], after: int | None) -> dict[str, int]:
    """What a filter puts into `side_by_side`."""
    named = enumerate(runs)
    values = {f"{name}{n}": one for n, run in named for name, one in zip(RUN, run, strict=True)}
    return values if after is None else values | {"after": after}


@cache
def side_by_side(runs: int, after: bool = False) -> Ids:
    """The statement for so many runs, built once: that takes longer than to run it."""
    listing = Base.metadata.tables["listing"].c
    beyond = (listing.quote_id > bindparam("after"),) if after else ()
    some = [
        select(listing.quote_id.label("id")).where(
            *(listing[name] == bindparam(f"{name}{number}") for name in RUN), *beyond
        )
        for number in range(runs)
    ]
    # Ordered as a whole, for then SQLite merges the runs and stops at the limit; what stands in
    # two of them, for having both topics, comes once.
    together: Ids = union(*some) if runs > 1 else some[0]
    return together.order_by("id")


@cache
def page_of(ids: Ids) -> Ids:
    return ids.limit(bindparam("limit")).offset(bindparam("offset"))


def list_runs(chosen: Chosen) -> list[tuple[int, int, int]]:
    """The runs of `listing` that hold a filter's quotes: speaker, topic and kind."""
    kinds = chosen.of("kind")
    return list(
        product(
            chosen.of("speaker") or (ANY,),
            chosen.of("topic") or (ANY,),
            range(len(QUOTE_KINDS)) if kinds is None else kinds,
        )
    )


def is_listed(chosen: Chosen) -> bool:
    plain = not chosen.search.typed and chosen.of("article") is None
    return plain and len(list_runs(chosen)) <= MOST_RUNS


def write_expression(chosen: Chosen) -> str:
    """A filter as FTS5 reads it; slugs and what is typed come in as letters and digits alone."""
    parts = [f'facets : "{facet_word("quote")}"']
    for facet, numbers in chosen.numbers.items():
        values = [QUOTE_KINDS[n] for n in numbers] if facet == "kind" else numbers
        words = " OR ".join(f'"{facet_word(facet, value)}"' for value in values)
        parts.append(f"facets : ({words})")
    if len(parts) > 1 or chosen.search.wanted:
        parts = parts[1:]  # what every quote has narrows nothing
    if chosen.search.wanted:
        parts.append(f"({chosen.search.wanted})")
    expression = " AND ".join(parts)
    unwanted = chosen.search.unwanted
    return f"({expression}) NOT ({unwanted})" if unwanted else expression


def list_ids(session: Session, chosen: Chosen, limit: int, offset: int = 0) -> Sequence[int]:
    """A page of a filter's quotes."""
    after: int | None = None
    if offset >= FAR and has_calendar(chosen):
        after, offset = leap(session, chosen, offset)
    statement, values = ask_ids(chosen, after)
    values |= {"limit": limit, "offset": offset}
    return session.connection().execute(page_of(statement), values).scalars().all()


def has_calendar(chosen: Chosen) -> bool:
    """Whether the quotes of a filter are counted by stretches of days; of two topics together some
    would be counted twice."""
    return is_listed(chosen) and not chosen.of("speaker") and len(chosen.of("topic") or ()) <= 1


def leap(session: Session, chosen: Chosen, offset: int) -> tuple[int, int]:
    """The key that a stretch of days begins after, and how many quotes of it come before a place in
    the list: to count its way there by itself takes SQLite a fifth of a second in a million."""
    (topic,) = chosen.of("topic") or (ANY,)
    kinds = sorted({kind for _, _, kind in list_runs(chosen)})
    rows = session.connection().execute(STRETCHES, {"topic": topic, "kinds": kinds})
    for stretch, quotes in rows:
        if offset < quotes:
            return before_stretch(stretch), offset
        offset -= quotes
    return BEYOND, 0  # the end of the list
