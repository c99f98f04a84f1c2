"""Questions about topics."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, selectinload

from app.base import CHUNK
from app.filters import PAGE_SIZE
from app.models import Event, Topic, event_topic, quote_topic
from app.queries.events import LATEST_FIRST
from app.queries.keyset import Key, list_after


@dataclass(frozen=True)
class TopicRow:
    """A topic with how many quotes and events are about it."""

    topic: Topic
    quotes: int
    events: int


quotes_about = select(func.count()).where(quote_topic.c.topic_id == Topic.id).scalar_subquery()
events_about = select(func.count()).where(event_topic.c.topic_id == Topic.id).scalar_subquery()

MOST_QUOTES_FIRST = (quotes_about.desc(), Topic.slug)


def select_topics() -> Select[Topic, int, int]:
    """All topics, those with most quotes first."""
    return select(Topic, quotes_about, events_about).order_by(*MOST_QUOTES_FIRST)


def list_topics(session: Session, page: int = 1) -> list[TopicRow]:
    """One page of the topics."""
    statement = select_topics().limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE)
    return [TopicRow(*row) for row in session.execute(statement)]


def stream_topics(session: Session) -> Iterator[TopicRow]:
    """Every topic, a chunk of rows at a time."""
    statement = select_topics().execution_options(yield_per=CHUNK)
    return (TopicRow(*row) for row in session.execute(statement))


def list_topics_after(
    session: Session, after: Key | None, limit: int
) -> tuple[list[TopicRow], Key | None]:
    """Topics after one with a key, and the key that the next ones follow."""
    rows, last = list_after(session, select_topics(), MOST_QUOTES_FIRST, after, limit)
    return [TopicRow(*row) for row in rows], last


def count_topics(session: Session) -> int:
    return session.scalars(select(func.count()).select_from(Topic)).one()


def get_topic(session: Session, slug: str) -> TopicRow | None:
    statement = select(Topic, quotes_about, events_about).where(Topic.slug == slug)
    row = session.execute(statement).one_or_none()
    return TopicRow(*row) if row else None


def list_topic_events(session: Session, topic: Topic) -> Sequence[Event]:
    """The latest events about a topic."""
    statement = (
        select(Event)
        .join(event_topic, event_topic.c.event_id == Event.id)
        .where(event_topic.c.topic_id == topic.id)
        .order_by(*LATEST_FIRST)
        .limit(PAGE_SIZE)
        .options(selectinload(Event.actors))
    )
    return session.scalars(statement).all()
