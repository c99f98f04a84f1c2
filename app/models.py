"""Tables and their constraints: what a row can be. Holds the data, asks and answers nothing.

The numbers of articles, quotes and events are keys in the order of lists (`keys.py`). The counts
beside a record are the loader's, made from the other tables.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, UniqueConstraint, desc
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.base import (
    ACTOR_KINDS,
    ATTRIBUTION_BASES,
    COLOURS,
    DATE_BASES,
    ENCODINGS,
    EVIDENCE_FIELDS,
    LANGUAGES,
    NAME_BASES,
    NAME_SOURCES,
    QUOTE_KINDS,
    TEXT,
    WORDINGS,
    Base,
    Bilingual,
    Span,
    bilingual,
    both_or_neither,
    one_of,
)


def links(owner: str, one: str, *, index: bool = True) -> Table:
    """The table that ties records to others; its key is all it has, and holds its rows."""
    return Table(
        f"{owner}_{one}",
        Base.metadata,
        Column(f"{owner}_id", ForeignKey(f"{owner}.id"), primary_key=True),
        Column(f"{one}_id", ForeignKey(f"{one}.id"), primary_key=True, index=index),
        sqlite_with_rowid=False,
    )


quote_topic = links("quote", "topic", index=False)  # `listing` has the quotes of a topic
event_topic = links("event", "topic")
event_actor = links("event", "actor")


class Article(Base):
    """One source text, kept byte for byte, with what is known of it."""

    __tablename__ = "article"
    __table_args__ = (
        # What a span's foreign key points at: it makes an offset past the body impossible.
        UniqueConstraint("id", "body_length"),
        CheckConstraint(one_of("language", LANGUAGES), "language"),
        CheckConstraint(one_of("encoding", ENCODINGS), "encoding"),
        CheckConstraint("body_length = length(body) AND body_length > 0", "body_length"),
        CheckConstraint("length(sha256) = 64", "sha256"),
        CheckConstraint("length(page_sha256) = 64", "page_sha256"),
        CheckConstraint("(page_name IS NULL) = (page_sha256 IS NULL)", "page"),
        CheckConstraint("date_earliest <= date_latest", "date_order"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[Bilingual] = bilingual("title")
    language: Mapped[str]
    date: Mapped[str]  # EDTF
    date_earliest: Mapped[dt.date]
    date_latest: Mapped[dt.date]
    encoding: Mapped[str]
    sha256: Mapped[str]
    # The saved web page that the source was taken out of, where it was.
    page_name: Mapped[str | None]
    page_sha256: Mapped[str | None]
    # Large, and needed by few pages: a query says so with undefer_group("text").
    source: Mapped[bytes] = mapped_column(**TEXT)
    header: Mapped[str] = mapped_column(**TEXT)
    body: Mapped[str] = mapped_column(**TEXT)
    body_length: Mapped[int]
    added: Mapped[dt.date]
    changed: Mapped[dt.date | None]
    quote_count: Mapped[int] = mapped_column(server_default="0")

    quotes: Mapped[list[Quote]] = relationship(
        back_populates="article", lazy="raise", order_by="Quote.start"
    )
    mentions: Mapped[list[Mention]] = relationship(
        back_populates="article", lazy="raise", order_by="Mention.start"
    )


# The names of the columns, for the index; `queries/actors.py` asks in this order.
MOST_QUOTED_FIRST: tuple[Any, ...] = (desc("quote_count"), desc("mention_count"), "name", "slug")


class Actor(Base):
    """A named person, organisation or state, or an unnamed person one article quotes."""

    __tablename__ = "actor"
    __table_args__ = (
        CheckConstraint(one_of("kind", ACTOR_KINDS), "kind"),
        CheckConstraint(one_of("language", LANGUAGES), "language"),
        CheckConstraint("(kind = 'unnamed') = (article_id IS NOT NULL)", "unnamed_has_article"),
        CheckConstraint("(kind = 'unnamed') = (colour IS NULL)", "unnamed_has_no_colour"),
        CheckConstraint(f"colour BETWEEN 1 AND {COLOURS}", "colour"),
        CheckConstraint("length(letter) IN (1, 2)", "letter"),
        Index("ix_actor_most_quoted", *MOST_QUOTED_FIRST),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    language: Mapped[str]
    kind: Mapped[str]
    # What marks the actor's words on every page: a colour of the set, and a letter beside it.
    colour: Mapped[int | None]
    letter: Mapped[str]
    wikidata: Mapped[str | None]
    article_id: Mapped[int | None] = mapped_column(ForeignKey("article.id"), index=True)
    quote_count: Mapped[int] = mapped_column(server_default="0")
    word_count: Mapped[int] = mapped_column(server_default="0")  # of the quotes
    mention_count: Mapped[int] = mapped_column(server_default="0")
    event_count: Mapped[int] = mapped_column(server_default="0")

    names: Mapped[list[ActorName]] = relationship(lazy="raise", order_by="ActorName.position")
    roles: Mapped[list[ActorRole]] = relationship(lazy="raise", order_by="ActorRole.start")


class ActorName(Base):
    """Another form of an actor's name, and how we know it."""

    __tablename__ = "actor_name"
    __table_args__ = (
        UniqueConstraint("actor_id", "text"),
        CheckConstraint(one_of("basis", NAME_BASES), "basis"),
        CheckConstraint(one_of("source", NAME_SOURCES), "source"),
        CheckConstraint("(basis = 'outside') = (source IS NOT NULL)", "outside_has_source"),
        CheckConstraint("length(language) IN (2, 3)", "language"),
        CheckConstraint("length(script) = 4", "script"),
    )

    actor_id: Mapped[int] = mapped_column(ForeignKey("actor.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    language: Mapped[str]
    script: Mapped[str]
    basis: Mapped[str]
    source: Mapped[str | None]


class ActorRole(Span, Base):
    """A role of an actor in the article's own words."""

    __tablename__ = "actor_role"
    __table_args__ = Span.constraints()

    actor_id: Mapped[int] = mapped_column(ForeignKey("actor.id"), primary_key=True)
    article_id: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int] = mapped_column("span_start", primary_key=True)

    article: Mapped[Article] = relationship(lazy="raise")


class Mention(Span, Base):
    """A place where an article names or means an actor."""

    __tablename__ = "mention"
    __table_args__ = (*Span.constraints(), Index(None, "actor_id", "article_id", "span_start"))

    article_id: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int] = mapped_column("span_start", primary_key=True)
    end: Mapped[int] = mapped_column("span_end", primary_key=True)
    actor_id: Mapped[int] = mapped_column(ForeignKey("actor.id"), primary_key=True)

    actor: Mapped[Actor] = relationship(lazy="raise")
    article: Mapped[Article] = relationship(back_populates="mentions", lazy="raise")


class Topic(Base):
    """What a quote or an event is about."""

    __tablename__ = "topic"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[Bilingual] = bilingual("name")
    definition: Mapped[Bilingual] = bilingual("definition")
    quote_count: Mapped[int] = mapped_column(server_default="0")
    event_count: Mapped[int] = mapped_column(server_default="0")


class Event(Base):
    """Something that happens, dated as precisely as the source allows and no more."""

    __tablename__ = "event"
    __table_args__ = (
        CheckConstraint(one_of("basis", DATE_BASES), "basis"),
        CheckConstraint("(date IS NULL) = (basis IS NULL)", "date_has_basis"),
        CheckConstraint(
            "(date IS NULL) = (date_earliest IS NULL)"
            " AND (date_earliest IS NULL) = (date_latest IS NULL)",
            "date_has_bounds",
        ),
        CheckConstraint("date_earliest <= date_latest", "date_order"),
        CheckConstraint("basis <> 'inferred' OR note_en IS NOT NULL", "inferred_has_note"),
        CheckConstraint("basis <> 'outside' OR source_en IS NOT NULL", "outside_has_source"),
        CheckConstraint("NOT (ongoing AND date IS NOT NULL)", "ongoing_is_undated"),
        *both_or_neither("note", "source", "conflict", "place"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[Bilingual] = bilingual("title")
    date: Mapped[str | None]  # EDTF
    date_earliest: Mapped[dt.date | None]
    date_latest: Mapped[dt.date | None]
    ongoing: Mapped[bool]
    foreseen: Mapped[bool]  # still to come when the articles that tell it were written
    basis: Mapped[str | None]
    note: Mapped[Bilingual | None] = bilingual("note", optional=True)
    source: Mapped[Bilingual | None] = bilingual("source", optional=True)
    conflict: Mapped[Bilingual | None] = bilingual("conflict", optional=True)
    place: Mapped[Bilingual | None] = bilingual("place", optional=True)
    added: Mapped[dt.date]
    changed: Mapped[dt.date | None]

    actors: Mapped[list[Actor]] = relationship(
        secondary=event_actor, lazy="raise", order_by="Actor.name"
    )
    topics: Mapped[list[Topic]] = relationship(
        secondary=event_topic, lazy="raise", order_by="Topic.slug"
    )
    evidence: Mapped[list[Evidence]] = relationship(
        lazy="raise", order_by="(Evidence.article_id, Evidence.start)"
    )


class Evidence(Span, Base):
    """A passage that shows one field of an event (what, who, when, where) to be the article's."""

    __tablename__ = "evidence"
    __table_args__ = (
        *Span.constraints(),
        CheckConstraint(one_of("field", EVIDENCE_FIELDS), "field"),
    )

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int] = mapped_column("span_start", primary_key=True)

    article: Mapped[Article] = relationship(lazy="raise")


class Quote(Span, Base):
    """A span of the body that stands between quotation marks, and who says it."""

    __tablename__ = "quote"
    __table_args__ = (
        *Span.constraints(),
        UniqueConstraint("article_id", "span_start", "span_end"),
        CheckConstraint(one_of("kind", QUOTE_KINDS), "kind"),
        CheckConstraint(one_of("wording", WORDINGS), "wording"),
        CheckConstraint("words > 0", "words"),
        CheckConstraint(one_of("basis", ATTRIBUTION_BASES), "basis"),
        CheckConstraint(one_of("event_basis", ATTRIBUTION_BASES), "event_basis"),
        CheckConstraint("kind <> 'term' OR speaker_id IS NULL", "term_has_no_speaker"),
        CheckConstraint(
            "(speaker_id IS NULL) = (basis IS NULL)"
            " AND (speaker_id IS NULL) = (wording IS NULL)"
            " AND (speaker_id IS NULL) = (words_start IS NULL)"
            " AND (words_start IS NULL) = (words_end IS NULL)"
            " AND (words_start IS NULL) = (words_text IS NULL)"
            " AND (speaker_id IS NOT NULL OR reports_id IS NULL)",
            "speaker_is_shown",
        ),
        CheckConstraint(
            "0 <= words_start AND words_start < words_end AND words_end <= body_length"
            " AND length(words_text) = words_end - words_start",
            "speaker_words",
        ),
        *both_or_neither("note", "event_note"),
        CheckConstraint("basis <> 'inferred' OR note_en IS NOT NULL", "inferred_has_note"),
        CheckConstraint("(event_id IS NULL) = (event_basis IS NULL)", "event_has_basis"),
        CheckConstraint(
            "event_basis <> 'inferred' OR event_note_en IS NOT NULL", "inferred_event_has_note"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    words: Mapped[int]  # how many, as spaces part them
    speaker_id: Mapped[int | None] = mapped_column(ForeignKey("actor.id"))
    words_start: Mapped[int | None]
    words_end: Mapped[int | None]
    words_text: Mapped[str | None]
    basis: Mapped[str | None]
    note: Mapped[Bilingual | None] = bilingual("note", optional=True)
    reports_id: Mapped[int | None] = mapped_column(ForeignKey("actor.id"))
    wording: Mapped[str | None]
    translation: Mapped[str | None]  # ours, into the other language of the interface
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id"), index=True)
    event_basis: Mapped[str | None]
    event_note: Mapped[Bilingual | None] = bilingual("event_note", optional=True)

    article: Mapped[Article] = relationship(back_populates="quotes", lazy="raise")
    speaker: Mapped[Actor | None] = relationship(foreign_keys=[speaker_id], lazy="raise")
    reports: Mapped[Actor | None] = relationship(foreign_keys=[reports_id], lazy="raise")
    event: Mapped[Event | None] = relationship(lazy="raise")
    topics: Mapped[list[Topic]] = relationship(
        secondary=quote_topic, lazy="raise", order_by="Topic.slug"
    )
