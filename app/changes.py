"""Tables of what became of published records: slugs that moved, withdrawals, corrections."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.base import NOUNS, Base, Bilingual, bilingual, one_of


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


class Correction(Base):
    """What a record said and says no more. The record may have been withdrawn since."""

    __tablename__ = "correction"
    __table_args__ = (
        CheckConstraint(one_of("noun", NOUNS), "noun"),
        CheckConstraint("number > 0", "number"),
        Index(None, "noun", "slug"),
    )

    date: Mapped[dt.date] = mapped_column(primary_key=True)
    # Which of the day, in the order of the file: with the day, the name it keeps in feeds,
    # whatever becomes of the record's slug.
    number: Mapped[int] = mapped_column(primary_key=True)
    noun: Mapped[str]
    slug: Mapped[str]
    was: Mapped[Bilingual] = bilingual("was")
    now: Mapped[Bilingual] = bilingual("now")
