"""Tables and their constraints: what a row can be. Holds the data, asks and answers nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    MetaData,
    Table,
    UniqueConstraint,
)
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    composite,
    mapped_column,
    relationship,
)

LANGUAGES = ("en", "fr")
ENCODINGS = ("utf-8", "utf-8-sig", "windows-1252")
QUOTE_KINDS = ("full", "partial", "term")
WORDINGS = ("original", "rendering", "unknown")
ACTOR_KINDS = ("person", "organisation", "state", "unnamed")
ATTRIBUTION_BASES = ("stated", "inferred")
DATE_BASES = ("stated", "inferred", "outside")
NAME_BASES = ("stated", "outside")
NAME_SOURCES = ("press", "translation")
EVIDENCE_FIELDS = ("what", "who", "when", "where")
TEXT: Any = {"deferred": True, "deferred_group": "text", "deferred_raiseload": True}
COLOURS = 8
NOUNS = ("articles", "quotes", "actors", "events", "topics")


def one_of(column: str, values: tuple[str, ...]) -> str:
    """The SQL condition that a column holds one of a closed list of words (or NULL)."""
    return f"{column} IN ({', '.join(repr(value) for value in values)})"


class Base(DeclarativeBase):
    """All tables; constraints have names, so that migrations can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


@dataclass(frozen=True)
class Bilingual:
    """A text of ours in both languages of the interface."""

    en: str
    fr: str

    def __getitem__(self, language: str) -> str:
        return {"en": self.en, "fr": self.fr}[language]


quote_topic = Table(
    "quote_topic",
    Base.metadata,
    Column("quote_id", ForeignKey("quote.id"), primary_key=True),
    Column("topic_id", ForeignKey("topic.id"), primary_key=True, index=True),
)

event_topic = Table(
    "event_topic",
    Base.metadata,
    Column("event_id", ForeignKey("event.id"), primary_key=True),
    Column("topic_id", ForeignKey("topic.id"), primary_key=True, index=True),
)

event_actor = Table(
    "event_actor",
    Base.metadata,
    Column("event_id", ForeignKey("event.id"), primary_key=True),
    Column("actor_id", ForeignKey("actor.id"), primary_key=True, index=True),
)


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
        CheckConstraint("date_earliest <= date_latest", "date_order"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[Bilingual] = composite(mapped_column("title_en"), mapped_column("title_fr"))
    language: Mapped[str]
    date: Mapped[str]  # EDTF
    date_earliest: Mapped[dt.date]
    date_latest: Mapped[dt.date]
    encoding: Mapped[str]
    sha256: Mapped[str]
    # Large, and needed by few pages: a query says so with undefer_group("text").
    source: Mapped[bytes] = mapped_column(**TEXT)
    header: Mapped[str] = mapped_column(**TEXT)
    body: Mapped[str] = mapped_column(**TEXT)
    body_length: Mapped[int]
    added: Mapped[dt.date]
    changed: Mapped[dt.date | None]

    quotes: Mapped[list[Quote]] = relationship(
        back_populates="article", lazy="raise", order_by="Quote.start"
    )
    mentions: Mapped[list[Mention]] = relationship(
        back_populates="article", lazy="raise", order_by="Mention.start"
    )


class Span:
    """A passage of an article's body: offsets in code points, 0-based, end-exclusive.

    `text` is the passage as the editor typed it, so that a page can compare it with the slice.
    """

    article_id: Mapped[int]
    # The body's length stands in each row: so plain SQL can hold the offsets within the body.
    body_length: Mapped[int]
    start: Mapped[int] = mapped_column("span_start")
    end: Mapped[int] = mapped_column("span_end")
    text: Mapped[str]

    @staticmethod
    def constraints() -> tuple[Any, ...]:
        """The conditions that every table of spans carries."""
        return (
            ForeignKeyConstraint(
                ["article_id", "body_length"], ["article.id", "article.body_length"]
            ),
            CheckConstraint(
                "0 <= span_start AND span_start < span_end AND span_end <= body_length", "span"
            ),
            CheckConstraint("length(text) = span_end - span_start", "text_length"),
        )


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
    name: Mapped[Bilingual] = composite(mapped_column("name_en"), mapped_column("name_fr"))
    definition: Mapped[Bilingual] = composite(
        mapped_column("definition_en"), mapped_column("definition_fr")
    )


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
        *(
            CheckConstraint(f"({name}_en IS NULL) = ({name}_fr IS NULL)", f"{name}_both")
            for name in ("note", "source", "conflict", "place")
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[Bilingual] = composite(mapped_column("title_en"), mapped_column("title_fr"))
    date: Mapped[str | None]  # EDTF
    date_earliest: Mapped[dt.date | None]
    date_latest: Mapped[dt.date | None]
    ongoing: Mapped[bool]
    foreseen: Mapped[bool]  # still to come when the articles that tell it were written
    basis: Mapped[str | None]
    note: Mapped[Bilingual | None] = composite(
        mapped_column("note_en", nullable=True), mapped_column("note_fr", nullable=True)
    )
    source: Mapped[Bilingual | None] = composite(
        mapped_column("source_en", nullable=True), mapped_column("source_fr", nullable=True)
    )
    conflict: Mapped[Bilingual | None] = composite(
        mapped_column("conflict_en", nullable=True), mapped_column("conflict_fr", nullable=True)
    )
    place: Mapped[Bilingual | None] = composite(
        mapped_column("place_en", nullable=True), mapped_column("place_fr", nullable=True)
    )
    added: Mapped[dt.date]
    changed: Mapped[dt.date | None]

    actors: Mapped[list[Actor]] = relationship(
        secondary=event_actor, lazy="raise", order_by="Actor.name"
    )
    topics: Mapped[list[Topic]] = relationship(
        secondary=event_topic, lazy="raise", order_by="Topic.slug"
    )
    evidence: Mapped[list[Evidence]] = relationship(lazy="raise", order_by="Evidence.start")
    quotes: Mapped[list[Quote]] = relationship(
        back_populates="event", lazy="raise", order_by="Quote.start"
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
        CheckConstraint("(note_en IS NULL) = (note_fr IS NULL)", "note_both"),
        CheckConstraint("basis <> 'inferred' OR note_en IS NOT NULL", "inferred_has_note"),
        CheckConstraint("(event_id IS NULL) = (event_basis IS NULL)", "event_has_basis"),
        CheckConstraint("(event_note_en IS NULL) = (event_note_fr IS NULL)", "event_note_both"),
        CheckConstraint(
            "event_basis <> 'inferred' OR event_note_en IS NOT NULL", "inferred_event_has_note"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str] = mapped_column(index=True)
    words: Mapped[int]  # how many, as spaces part them
    speaker_id: Mapped[int | None] = mapped_column(ForeignKey("actor.id"), index=True)
    words_start: Mapped[int | None]
    words_end: Mapped[int | None]
    words_text: Mapped[str | None]
    basis: Mapped[str | None]
    note: Mapped[Bilingual | None] = composite(
        mapped_column("note_en", nullable=True), mapped_column("note_fr", nullable=True)
    )
    reports_id: Mapped[int | None] = mapped_column(ForeignKey("actor.id"))
    wording: Mapped[str | None]
    translation: Mapped[str | None]  # ours, into the other language of the interface
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id"), index=True)
    event_basis: Mapped[str | None]
    event_note: Mapped[Bilingual | None] = composite(
        mapped_column("event_note_en", nullable=True),
        mapped_column("event_note_fr", nullable=True),
    )

    article: Mapped[Article] = relationship(back_populates="quotes", lazy="raise")
    speaker: Mapped[Actor | None] = relationship(foreign_keys=[speaker_id], lazy="raise")
    reports: Mapped[Actor | None] = relationship(foreign_keys=[reports_id], lazy="raise")
    event: Mapped[Event | None] = relationship(back_populates="quotes", lazy="raise")
    topics: Mapped[list[Topic]] = relationship(
        secondary=quote_topic, lazy="raise", order_by="Topic.slug"
    )


class RetiredSlug(Base):
    """A slug that names no record any more: moved to another one, or withdrawn with a reason."""

    __tablename__ = "retired_slug"
    __table_args__ = (
        CheckConstraint(one_of("noun", NOUNS), "noun"),
        CheckConstraint(
            "(moved_to IS NULL) = (reason_en IS NOT NULL)"
            " AND (reason_en IS NULL) = (reason_fr IS NULL)",
            "moved_or_withdrawn",
        ),
    )

    noun: Mapped[str] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(primary_key=True)
    moved_to: Mapped[str | None]
    reason: Mapped[Bilingual | None] = composite(
        mapped_column("reason_en", nullable=True), mapped_column("reason_fr", nullable=True)
    )
