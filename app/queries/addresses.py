"""The addresses of every record, for who wants to know them all."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Date, func, literal, null, select, type_coerce, union_all
from sqlalchemy.orm import Session

from app.base import CHUNK
from app.models import Actor, Article, Event, Quote, Topic


@dataclass(frozen=True)
class RecordAddress:
    """Where a record is, and the day it last changed, where its file says it."""

    noun: str
    slug: str
    changed: dt.date | None


def stream_addresses(session: Session) -> Iterator[RecordAddress]:
    """Every record, a chunk of rows at a time; a quote changes with its article."""
    of_article = func.coalesce(Article.changed, Article.added)
    of_event = func.coalesce(Event.changed, Event.added)
    unknown = type_coerce(null(), Date)
    statement = union_all(
        select(literal("articles"), Article.slug, of_article),
        select(literal("quotes"), Quote.slug, of_article).join(Quote.article),
        select(literal("actors"), Actor.slug, unknown),
        select(literal("events"), Event.slug, of_event),
        select(literal("topics"), Topic.slug, unknown),
    ).execution_options(yield_per=CHUNK)
    return (RecordAddress(*row) for row in session.execute(statement))
