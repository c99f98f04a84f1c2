"""Questions about events."""

import datetime as dt
from collections.abc import Iterator, Sequence

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from app.base import CHUNK
from app.filters import PAGE_SIZE
from app.keys import dated_key
from app.models import Event, Evidence
from app.queries.keyset import Key, list_after, where_now
from app.queries.parts import load_part

# The latest first; what has no date stands after what has one: that is how they are numbered.
LATEST_FIRST = (Event.id,)
FIRST_UNDATED = dated_key(dt.date.min, 0)
BY_PLACE = (Event.id, Event.slug)  # what tells where a page ended
SHOWN_IN = joinedload(Evidence.article).undefer_group("text")
# Built once: to build a statement takes longer than to run it.
BY_SLUG = select(Event).where(Event.slug == bindparam("slug"))
_dated = select(Event).where(Event.date_earliest.is_not(None)).limit(1)
BEFORE = _dated.where(Event.id > bindparam("id")).order_by(Event.id)
AFTER = _dated.where(Event.id < bindparam("id")).order_by(Event.id.desc())


def list_events(session: Session, page: int = 1) -> Sequence[Event]:
    """One page of the events, the latest first, those without a date last."""
    statement = (
        select(Event)
        .order_by(*LATEST_FIRST)
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE)
        .options(selectinload(Event.actors))
    )
    return session.scalars(statement).all()


def record_options() -> tuple[ORMOption, ...]:
    """All that is known of an event, loaded with it; the articles without their text."""
    return (
        selectinload(Event.actors),
        selectinload(Event.topics),
        selectinload(Event.evidence).joinedload(Evidence.article),
    )


def stream_events(session: Session) -> Iterator[Event]:
    """Every event with its evidence, a chunk of rows at a time."""
    statement = select(Event).order_by(*LATEST_FIRST).options(*record_options())
    return iter(session.scalars(statement.execution_options(yield_per=CHUNK)))


def list_events_after(
    session: Session, after: Key | None, limit: int
) -> tuple[list[Event], Key | None]:
    """Events after one with a key, and the key that the next ones follow."""
    statement = select(Event).options(*record_options())
    after = where_now(session, Event, after)
    rows, last = list_after(session, statement, BY_PLACE, after, limit)
    return [event for (event,) in rows], last


def list_events_by_day(session: Session) -> Sequence[Event]:
    """The events whose day is known, be it with doubt, in the order of days."""
    about = Event.date.contains("~") | Event.date.contains("%", autoescape=True)
    statement = (
        select(Event)
        # An interval with an open end is bounded by its start alone.
        .where(Event.date_earliest == Event.date_latest, ~Event.date.contains("/"), ~about)
        .order_by(Event.date_earliest, Event.slug)
    )
    return session.scalars(statement).all()


def list_latest_events(session: Session, dated: int, undated: int) -> list[Event]:
    """The latest events that have a date, in the order of time, then some that have none."""
    statement = select(Event).order_by(*LATEST_FIRST).options(selectinload(Event.actors))
    with_date = statement.where(Event.id < FIRST_UNDATED).limit(dated)
    without = statement.where(Event.id >= FIRST_UNDATED).limit(undated)
    return [*reversed(session.scalars(with_date).all()), *session.scalars(without)]


def list_lines(session: Session, numbers: Sequence[int]) -> list[Event]:
    """Events by their numbers, in that order, with their actors."""
    statement = select(Event).where(Event.id.in_(numbers)).options(selectinload(Event.actors))
    found = {event.id: event for event in session.scalars(statement)}
    return [found[number] for number in numbers]


def get_event(session: Session, slug: str) -> Event | None:
    """An event with its evidence and the articles that hold it, its actors and topics."""
    event = session.scalars(BY_SLUG, {"slug": slug}).one_or_none()
    if event is not None:
        load_part(session, event, Event.actors)
        load_part(session, event, Event.topics)
        load_part(session, event, Event.evidence, SHOWN_IN)
    return event


def list_events_beside(session: Session, event: Event) -> tuple[Event | None, Event | None]:
    """The events just before and just after one in time; an undated event has none."""
    if event.date_earliest is None:
        return None, None
    return (
        session.scalars(BEFORE, {"id": event.id}).one_or_none(),
        session.scalars(AFTER, {"id": event.id}).one_or_none(),
    )
