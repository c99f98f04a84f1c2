"""What the loader derives from the record for search to look in."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.base import NOUNS, Base, one_of


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
