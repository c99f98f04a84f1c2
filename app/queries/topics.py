"""Questions about topics."""

from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.base import CHUNK
from app.filters import PAGE_SIZE
from app.models import Topic, event_topic
from app.queries.keyset import Key, list_after

MOST_QUOTES_FIRST = (Topic.quote_count.desc(), Topic.slug)


def list_topics(session: Session, page: int = 1) -> Sequence[Topic]:
    """One page of the topics, those with most quotes first."""
    statement = select(Topic).order_by(*MOST_QUOTES_FIRST)
    return session.scalars(statement.limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE)).all()


def stream_topics(session: Session) -> Iterator[Topic]:
    """Every topic, a chunk of rows at a time."""
    statement = select(Topic).order_by(*MOST_QUOTES_FIRST)
    return iter(session.scalars(statement.execution_options(yield_per=CHUNK)))


def list_topics_after(
    session: Session, after: Key | None, limit: int
) -> tuple[list[Topic], Key | None]:
    """Topics after one with a key, and the key that the next ones follow."""
    rows, last = list_after(session, select(Topic), MOST_QUOTES_FIRST, after, limit)
    return [topic for (topic,) in rows], last


def get_topic(session: Session, slug: str) -> Topic | None:
    return session.scalars(select(Topic).where(Topic.slug == slug)).one_or_none()


def list_topic_events(session: Session, topic: Topic) -> Sequence[int]:
    """The numbers of the latest events about a topic."""
    number = event_topic.c.event_id
    statement = select(number).where(event_topic.c.topic_id == topic.id).order_by(number)
    return session.scalars(statement.limit(PAGE_SIZE)).all()
