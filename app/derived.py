"""What the loader derives from the record, in the shape of the questions that pages ask.

All of it can be made again from the other tables; `deriving.py` says how.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.base import NOUNS, QUOTE_KINDS, Base
from app.keys import KEY_BITS

ANY = 0  # instead of a speaker's or a topic's number: whoever speaks, whatever it is about
NOBODY = -1  # instead of a speaker's number: the quotes that nobody says


class SearchEntry(Base):
    """What search looks in: the words of a record, as `terms.py` folds them.

    Its number is the noun's place in `NOUNS`, then the record's key: so the entries of a noun
    stand together, in the order of lists. The full-text index `search_words`, which the migrations
    make, follows this table by triggers.
    """

    __tablename__ = "search_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str]
    stems: Mapped[str]
    facets: Mapped[str]  # of a quote: what filters ask of it, as words of their own


class Listing(Base):
    """The quotes of each speaker, of each topic and of both, newest first, by kind."""

    __tablename__ = "listing"
    __table_args__ = ({"sqlite_with_rowid": False},)

    speaker_id: Mapped[int] = mapped_column(primary_key=True)  # or ANY, or NOBODY
    topic_id: Mapped[int] = mapped_column(primary_key=True)  # or ANY
    kind: Mapped[int] = mapped_column(primary_key=True)  # its place in QUOTE_KINDS
    quote_id: Mapped[int] = mapped_column(primary_key=True)


class Facets(Base):
    """What a quote counts for in each facet, in as little room as can be: for many at a time."""

    __tablename__ = "quote_facets"

    quote_id: Mapped[int] = mapped_column(primary_key=True)
    speaker_id: Mapped[int]  # or NOBODY
    kind: Mapped[int]  # its place in QUOTE_KINDS
    topics: Mapped[str]  # their numbers, with spaces between


class Tally(Base):
    """How many quotes of each kind a speaker has on a topic, or on two topics at once."""

    __tablename__ = "tally"
    __table_args__ = (
        CheckConstraint("other_id = 0 OR topic_id < other_id", "two_topics"),
        Index("ix_tally_heaviest", "topic_id", text("quotes DESC"), "speaker_id",
              sqlite_where=text("other_id = 0")),
        Index("ix_tally_speaker", "speaker_id", "topic_id", "quotes", *QUOTE_KINDS,
              sqlite_where=text("other_id = 0")),
        {"sqlite_with_rowid": False},
    )  # fmt: skip

    topic_id: Mapped[int] = mapped_column(primary_key=True)  # or ANY
    other_id: Mapped[int] = mapped_column(primary_key=True)  # the second topic, or ANY
    speaker_id: Mapped[int] = mapped_column(primary_key=True)  # or ANY, or NOBODY
    quotes: Mapped[int]  # of all kinds
    full: Mapped[int]
    partial: Mapped[int]
    term: Mapped[int]
    words: Mapped[int]


class Calendar(Base):
    """How many quotes there are on a topic, by kind, in each stretch of 8 days: so that a page far
    into a list is found without counting its way there."""

    __tablename__ = "calendar"
    __table_args__ = ({"sqlite_with_rowid": False},)

    topic_id: Mapped[int] = mapped_column(primary_key=True)  # or ANY
    stretch: Mapped[int] = mapped_column(primary_key=True)  # what `keys.py` leaves of a number
    kind: Mapped[int] = mapped_column(primary_key=True)  # its place in QUOTE_KINDS
    quotes: Mapped[int]


class Overview(Base):
    """One row: how much the record holds, and which load made it so."""

    __tablename__ = "overview"
    __table_args__ = (CheckConstraint("id = 1", "one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    edition: Mapped[str]  # another one after each load that changes anything
    articles: Mapped[int]
    quotes: Mapped[int]
    actors: Mapped[int]
    speakers: Mapped[int]
    events: Mapped[int]
    topics: Mapped[int]
    corrections: Mapped[int]
    changed: Mapped[dt.date | None]


# Begins a word that stands for a speaker, a topic or a kind. No reader can type it: it is for
# private use in Unicode.
FACET = "\ue001"


@lru_cache(10_000)  # the newest article's, and those of few speakers and topics, again and again
def facet_word(facet: str, value: object = "") -> str:
    """A value of a facet as a word of the full-text index."""
    return f"{FACET}{facet}{'none' if value == NOBODY else value}"


def entry_key(noun: str, key: int) -> int:
    """The number of the search entry of a record, or of a block of an article."""
    return NOUNS.index(noun) << KEY_BITS | key


def key_of_entry(number: int) -> int:
    return number & ((1 << KEY_BITS) - 1)
