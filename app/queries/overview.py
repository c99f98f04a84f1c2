"""Questions about the whole record: how much it holds, who speaks on what, who speaks most."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import column, select, table
from sqlalchemy.orm import Session

from app.derived import ANY, NOBODY, Overview, Tally
from app.models import Actor, Topic

SPEAKERS_SHOWN = 8
TOPICS_SHOWN = 12
VOICES_SHOWN = 20
OF_ANYTHING = (Tally.topic_id == ANY, Tally.other_id == ANY)
OVERVIEW = select(*Overview.__table__.columns)
GROUPS = ("named", "institutional", "unnamed", "none")


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


def get_overview(session: Session) -> Overview:
    """How much the record holds, and which load made it so: asked once a session, which sees one
    state."""
    kept: Overview | None = session.info.get("overview")
    if kept is None:
        # Its row will do for it: every page asks, and to make an object takes longer than that.
        kept = cast("Overview", session.connection().execute(OVERVIEW).one())
        session.info["overview"] = kept
    return kept


def get_revision(session: Session) -> str | None:
    """The migration that the schema has come to."""
    return session.scalar(select(column("version_num")).select_from(table("alembic_version")))


def list_voices(session: Session, measure: str = "quotes") -> list[Voice]:
    """Every speaker, and nobody, by quotes or by words: the weightiest first."""
    counts = {"quotes": Actor.quote_count, "words": Actor.word_count}
    speakers = (
        select(Actor)
        .where(Actor.quote_count > 0)
        .order_by(counts[measure].desc(), Actor.slug)
        .limit(VOICES_SHOWN)
    )
    voices = [
        Voice(actor, actor.quote_count, actor.word_count) for actor in session.scalars(speakers)
    ]
    nobody = select(Tally.quotes, Tally.words).where(Tally.speaker_id == NOBODY, *OF_ANYTHING)
    voices += [Voice(None, *row) for row in session.execute(nobody)]
    # Nobody stands before a speaker of the same weight, as NULL does.
    voices.sort(
        key=lambda one: (
            -getattr(one, measure),
            one.actor is not None,
            one.actor and one.actor.slug,
        )
    )
    return voices[:VOICES_SHOWN]


def get_matrix(session: Session) -> Matrix:
    """Who speaks on what: the topics and speakers with most quotes, and the number of each pair."""
    topics = session.scalars(
        select(Topic)
        .where(Topic.quote_count > 0)
        .order_by(Topic.quote_count.desc(), Topic.slug)
        .limit(TOPICS_SHOWN + 1)
    ).all()
    voices = list_voices(session)
    numbers = [voice.actor.id if voice.actor else NOBODY for voice in voices[:SPEAKERS_SHOWN]]
    pairs = session.execute(
        select(Tally.topic_id, Tally.speaker_id, Tally.quotes).where(
            Tally.topic_id.in_([topic.id for topic in topics]),
            Tally.other_id == ANY,
            Tally.speaker_id.in_(numbers),
        )
    )
    return Matrix(
        topics=topics[:TOPICS_SHOWN],
        voices=voices[:SPEAKERS_SHOWN],
        counts={
            (topic, None if speaker == NOBODY else speaker): count
            for topic, speaker, count in pairs
        },
        more_topics=len(topics) > TOPICS_SHOWN,
        more_voices=len(voices) > SPEAKERS_SHOWN,
    )
