"""Questions about the whole record: how much it holds, who speaks on what, who speaks most."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select, union_all
from sqlalchemy.orm import Session

from app.changes import Correction
from app.models import Actor, Article, Event, Quote, Topic, quote_topic

SPEAKERS_SHOWN = 8
TOPICS_SHOWN = 12
VOICES_SHOWN = 20
GROUPS = ("named", "institutional", "unnamed", "none")


@dataclass(frozen=True)
class Dateline:
    """How much the record holds, and when it last changed."""

    articles: int
    quotes: int
    speakers: int
    events: int
    changed: dt.date | None


@dataclass(frozen=True)
class Voice:
    """A speaker, or nobody, with how many quotes and how many words stand between the marks."""

    actor: Actor | None
    quotes: int
    words: int

    @property
    def group(self) -> str:
        if self.actor is None:
            return "none"
        kinds = {"person": "named", "unnamed": "unnamed"}
        return kinds.get(self.actor.kind, "institutional")


@dataclass(frozen=True)
class Matrix:
    """Quotes by topic and speaker; `counts` has a number for each pair that has any."""

    topics: Sequence[Topic]
    voices: Sequence[Voice]
    counts: dict[tuple[int, int | None], int]
    more_topics: bool
    more_voices: bool

    @property
    def largest(self) -> int:
        return max(self.counts.values(), default=1)

    def count(self, topic: Topic, voice: Voice) -> int:
        return self.counts.get((topic.id, voice.actor.id if voice.actor else None), 0)


def get_dateline(session: Session) -> Dateline:
    """How many articles, quotes, speakers and events there are, and the day of the last change."""
    days = union_all(
        *(
            select(func.coalesce(noun.changed, noun.added).label("day"))
            for noun in (Article, Event)
        ),
        select(Correction.date),
    ).subquery()
    row = session.execute(
        select(
            select(func.count()).select_from(Article).scalar_subquery(),
            select(func.count()).select_from(Quote).scalar_subquery(),
            select(func.count(Quote.speaker_id.distinct())).scalar_subquery(),
            select(func.count()).select_from(Event).scalar_subquery(),
            select(func.max(days.c.day)).scalar_subquery(),
        )
    ).one()
    return Dateline(*row)


def list_voices(session: Session, measure: str = "quotes") -> list[Voice]:
    """Every speaker, and nobody, by quotes or by words: the weightiest first."""
    quotes, words = func.count(Quote.id), func.sum(Quote.words)
    statement = (
        select(Actor, quotes, words)
        .select_from(Quote)
        .outerjoin(Actor, Actor.id == Quote.speaker_id)
        .group_by(Quote.speaker_id)
        .order_by({"quotes": quotes, "words": words}[measure].desc(), Actor.slug)
        .limit(VOICES_SHOWN)
    )
    return [Voice(*row) for row in session.execute(statement)]


def get_matrix(session: Session) -> Matrix:
    """Who speaks on what: the topics and speakers with most quotes, and the number of each pair."""
    about = func.count(quote_topic.c.quote_id)
    topics = session.scalars(
        select(Topic)
        .join(quote_topic, quote_topic.c.topic_id == Topic.id)
        .group_by(Topic.id)
        .order_by(about.desc(), Topic.slug)
        .limit(TOPICS_SHOWN + 1)
    ).all()
    voices = list_voices(session)
    pairs = session.execute(
        select(quote_topic.c.topic_id, Quote.speaker_id, func.count())
        .join(Quote, Quote.id == quote_topic.c.quote_id)
        .where(quote_topic.c.topic_id.in_([topic.id for topic in topics]))
        .group_by(quote_topic.c.topic_id, Quote.speaker_id)
    )
    return Matrix(
        topics=topics[:TOPICS_SHOWN],
        voices=voices[:SPEAKERS_SHOWN],
        counts={(topic, speaker): count for topic, speaker, count in pairs},
        more_topics=len(topics) > TOPICS_SHOWN,
        more_voices=len(voices) > SPEAKERS_SHOWN,
    )
