"""Questions about actors."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from app.base import CHUNK, Bilingual
from app.derived import ANY, Tally
from app.filters import PAGE_SIZE
from app.models import (
    Actor,
    ActorName,
    ActorRole,
    Article,
    Mention,
    Topic,
    event_actor,
)
from app.queries.cards import Person, Subject
from app.queries.keyset import Key, list_after
from app.queries.overview import get_overview
from app.queries.parts import load_part


class MentionKey(NamedTuple):
    """What tells a mention from any other."""

    article_id: int
    start: int
    end: int
    actor_id: int


MENTION_KEY = (Mention.article_id, Mention.start, Mention.end, Mention.actor_id)


@dataclass(frozen=True)
class ActorRow:
    """An actor with its article."""

    actor: Actor
    article: str | None  # the slug of the one that an unnamed actor belongs to


LATEST = 200  # events whose actors are compared
own_article = select(Article.slug).where(Article.id == Actor.article_id).scalar_subquery()

MOST_QUOTED_FIRST = (
    Actor.quote_count.desc(),
    Actor.mention_count.desc(),
    Actor.name,
    Actor.slug,
)


# Built once: to build a statement takes longer than to run it.
_number: Any = bindparam("number")
_topic = Topic.__table__.c
BY_SLUG = select(Actor, own_article).where(Actor.slug == bindparam("slug"))
SHOWN_IN = joinedload(ActorRole.article).undefer_group("text")
TOPICS = (
    select(_topic.slug, _topic.name_en, _topic.name_fr, Tally.quotes)
    .join(Tally, Tally.topic_id == Topic.id)
    .where(Tally.speaker_id == _number, Tally.other_id == ANY)
    .order_by(Tally.quotes.desc(), Topic.slug)
)
MENTIONS = (
    select(*MENTION_KEY)
    .where(Mention.actor_id == _number)
    .order_by(Mention.article_id, Mention.start)
    .limit(PAGE_SIZE)
    .offset(bindparam("offset"))
)
_event = event_actor.c.event_id
EVENTS = select(_event).where(event_actor.c.actor_id == _number).order_by(_event)
COMPANIONS = (
    select(Actor.slug, Actor.name, Actor.language, Actor.colour, Actor.letter)
    .join(event_actor, event_actor.c.actor_id == Actor.id)
    .where(_event.in_(EVENTS.limit(LATEST)), Actor.id != _number)
    .group_by(Actor.id)
    .order_by(func.count().desc(), Actor.name)
    .limit(PAGE_SIZE)
)
LATEST_EVENTS = EVENTS.limit(PAGE_SIZE)


def select_actors(*, quoted: bool) -> Select[Actor, str | None]:
    """All actors, or those quoted only, the most quoted first, with their names."""
    return (
        select(Actor, own_article)
        .where(Actor.quote_count >= int(quoted))
        .order_by(*MOST_QUOTED_FIRST)
        .options(selectinload(Actor.names))
    )


def list_actors(session: Session, *, quoted: bool, page: int) -> list[ActorRow]:
    """One page of the actors."""
    statement = select_actors(quoted=quoted).limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE)
    return [ActorRow(*row) for row in session.execute(statement)]


def select_actor_records(*, quoted: bool) -> Select[Actor, str | None]:
    """The same with the roles, and the articles that hold these, without their text."""
    roles = selectinload(Actor.roles).joinedload(ActorRole.article)
    return select_actors(quoted=quoted).options(roles)


def stream_actors(session: Session, *, quoted: bool = False) -> Iterator[ActorRow]:
    """Every actor with its names and roles, a chunk of rows at a time."""
    statement = select_actor_records(quoted=quoted).execution_options(yield_per=CHUNK)
    return (ActorRow(*row) for row in session.execute(statement))


def list_actors_after(
    session: Session, after: Key | None, limit: int, *, quoted: bool
) -> tuple[list[ActorRow], Key | None]:
    """Actors after one with a key, and the key that the next ones follow."""
    statement = select_actor_records(quoted=quoted)
    rows, last = list_after(session, statement, MOST_QUOTED_FIRST, after, limit)
    return [ActorRow(*row) for row in rows], last


def count_actors(session: Session, *, quoted: bool = False) -> int:
    overview = get_overview(session)
    return overview.speakers if quoted else overview.actors


def get_actor(session: Session, slug: str) -> ActorRow | None:
    """An actor with its names and roles, and how often it is quoted and mentioned."""
    row = session.execute(BY_SLUG, {"slug": slug}).one_or_none()
    if row is None:
        return None
    load_part(session, row[0], Actor.names)
    load_part(session, row[0], Actor.roles, SHOWN_IN)
    return ActorRow(*row)


def list_names(session: Session, actor: Actor) -> Sequence[ActorName]:
    """The other forms of an actor's name."""
    statement = select(ActorName).where(ActorName.actor_id == actor.id).order_by(ActorName.position)
    return session.scalars(statement).all()


def count_topics(session: Session, actor: Actor) -> list[tuple[Subject, int]]:
    """What a speaker's quotes are about, and how many each: the weightiest first."""
    rows = session.connection().execute(TOPICS, {"number": actor.id})
    return [(Subject(slug, Bilingual(*name)), count) for slug, *name, count in rows]


def list_companions(session: Session, actor: Actor) -> list[Person]:
    """The actors who take part in the same events, the latest of them: those of most first."""
    return [Person(*row) for row in session.connection().execute(COMPANIONS, {"number": actor.id})]


def list_mention_keys(session: Session, actor: Actor, page: int) -> list[MentionKey]:
    """The mentions of an actor, newest article first."""
    values = {"number": actor.id, "offset": (page - 1) * PAGE_SIZE}
    return [MentionKey(*row) for row in session.connection().execute(MENTIONS, values)]


def list_mentions(session: Session, keys: Sequence[MentionKey]) -> list[Mention]:
    """Some mentions, in the order of their keys, with the text round them."""
    statement = (
        select(Mention)
        .join(Mention.article)
        # By what is indexed: SQLite looks through all of them for rows of values.
        .where(
            Mention.actor_id.in_({key.actor_id for key in keys}),
            Mention.article_id.in_({key.article_id for key in keys}),
        )
        .options(contains_eager(Mention.article).undefer_group("text"))
    )
    found = {
        (one.article_id, one.start, one.end, one.actor_id): one
        for one in session.scalars(statement)
    }
    return [found[key] for key in keys]


def list_actor_events(session: Session, actor: Actor) -> Sequence[int]:
    """The numbers of the latest events that an actor takes part in."""
    return session.connection().execute(LATEST_EVENTS, {"number": actor.id}).scalars().all()
