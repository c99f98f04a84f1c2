"""Tables that the loader derives: what search looks in, slugs that moved or were withdrawn."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.base import NOUNS, Base, Bilingual, bilingual, one_of


class SearchEntry(Base):
    """What search looks in: the words of a record, as `terms.py` folds them.

    The full-text index `search_words`, which the migrations make, follows this table by triggers.
    """

    __tablename__ = "search_entry"
    __table_args__ = (
        CheckConstraint(one_of("noun", NOUNS), "noun"),
        Index(None, "noun", "record_id", "part"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    noun: Mapped[str]
    record_id: Mapped[int]
    part: Mapped[int]  # the number of an article's block; 0 for every other noun
    words: Mapped[str]
    stems: Mapped[str]


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
    reason: Mapped[Bilingual | None] = bilingual("reason", optional=True)
