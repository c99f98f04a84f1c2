"""Questions about corrections."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, bindparam, func, select
from sqlalchemy.orm import Session, joinedload

from app.changes import Correction
from app.filters import PAGE_SIZE
from app.models import Actor, Article, Event, Quote, Topic

NEWEST_FIRST = (Correction.date.desc(), Correction.number.desc())
# Built once: to build a statement takes longer than to run it.
OF_RECORD = (
    select(Correction)
    .where(Correction.noun == bindparam("noun"), Correction.slug == bindparam("slug"))
    .order_by(*NEWEST_FIRST)
)

Noun = Article | Quote | Actor | Event | Topic
NOUNS: dict[str, type[Noun]] = {
    "articles": Article,
    "quotes": Quote,
    "actors": Actor,
    "events": Event,
    "topics": Topic,
}


@dataclass(frozen=True)
class CorrectionRow:
    """A correction and its record; a withdrawn one is not there any more."""

    correction: Correction
    record: Noun | None


def list_corrections(session: Session, page: int = 1) -> list[CorrectionRow]:
    """One page of the corrections, the newest first."""
    statement: Select[Correction, *tuple[Any, ...]] = select(Correction, *NOUNS.values())
    for noun, table in NOUNS.items():
        statement = statement.outerjoin(
            table, and_(Correction.noun == noun, Correction.slug == table.slug)
        )
    statement = (
        statement.order_by(*NEWEST_FIRST)
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE)
        .options(joinedload(Quote.article))
    )
    return [
        CorrectionRow(row[0], next((record for record in row[1:] if record), None))
        for row in session.execute(statement)
    ]


def stream_corrections(session: Session) -> Iterator[Correction]:
    """All corrections, the newest first, a few at a time."""
    statement = select(Correction).order_by(*NEWEST_FIRST).execution_options(yield_per=500)
    yield from session.scalars(statement)


def count_corrections(session: Session) -> int:
    return session.scalars(select(func.count()).select_from(Correction)).one()


def list_corrections_of(session: Session, noun: str, slug: str) -> Sequence[Correction]:
    """The corrections of one record, the newest first."""
    return session.scalars(OF_RECORD, {"noun": noun, "slug": slug}).all()
