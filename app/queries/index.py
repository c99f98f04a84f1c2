"""How the full-text index is asked: all that only SQLite has (FTS5) stands here."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, column, false, func, literal, select, table, union_all
from sqlalchemy.orm import Session

from app.base import NOUNS
from app.derived import SearchEntry, entry_key, key_of_entry
from app.keys import KEY_BITS
from app.queries.chosen import MOST_COUNTED, Count
from app.terms import Search

index = table("search_words", column("rowid"), column("rank"), column("search_words"))
vocabulary = table("search_vocabulary", column("term"), column("col"))

LARGEST = (1 << KEY_BITS) - 1  # key

# How many words of the record a word that it does not hold is compared with.
MOST_COMPARED = 5000


def matching(expression: Any) -> ColumnElement[bool]:
    """The condition that the index finds an entry by an FTS5 expression."""
    return index.c.search_words.op("MATCH")(expression)


def write_expression(search: Search) -> str:
    """A search as FTS5 reads it; of one that only leaves words out, nothing is wanted: empty."""
    if search.wanted and search.unwanted:
        return f"({search.wanted}) NOT ({search.unwanted})"
    return search.wanted


def entries_of(search: Search, noun: str) -> Select[int]:
    """The entries of a noun that a search finds, in the order of lists."""
    number = index.c.rowid
    inside = number.between(entry_key(noun, 0), entry_key(noun, LARGEST))
    if expression := write_expression(search):
        statement = select(number.label("id")).where(matching(expression), inside)
    elif search.unwanted:
        # Of an index FTS5 can tell what has a word, not what has none.
        lacking = select(index.c.rowid).where(matching(search.unwanted))
        entry = SearchEntry.id
        statement = select(entry.label("id")).where(
            entry.between(entry_key(noun, 0), entry_key(noun, LARGEST)), entry.not_in(lacking)
        )
    else:
        statement = select(number.label("id")).where(false())
    return statement.order_by("id")


def count_found(session: Session, search: Search) -> dict[str, Count]:
    """How many entries of each noun a search finds; those of none left out."""
    capped = [
        select(literal(noun), func.count()).select_from(
            entries_of(search, noun).limit(MOST_COUNTED + 1).subquery()
        )
        for noun in NOUNS
    ]
    found = {row[0]: row[1] for row in session.execute(union_all(*capped)) if row[1]}
    return {
        noun: Count(min(number, MOST_COUNTED), number <= MOST_COUNTED)
        for noun, number in found.items()
    }


def list_found(
    session: Session, search: Search, noun: str, total: Count, limit: int, offset: int = 0
) -> list[int]:
    """The keys of a noun that a search finds, the most relevant first.

    Of more than are counted the newest come first: to rank them all would take too long.
    """
    statement = entries_of(search, noun)
    if search.wanted and total.exact:
        statement = statement.order_by(None).order_by(index.c.rank, index.c.rowid)
    found = session.scalars(statement.limit(limit).offset(offset))
    return [key_of_entry(number) for number in found]


def list_like(session: Session, word: str) -> Sequence[str]:
    """The words of the record that begin as a word does and are about as long."""
    statement = (
        select(vocabulary.c.term)
        .where(
            vocabulary.c.col == "words",
            vocabulary.c.term >= word[0],
            vocabulary.c.term < chr(ord(word[0]) + 1),
            func.length(vocabulary.c.term).between(len(word) - 2, len(word) + 2),
        )
        .limit(MOST_COMPARED)
    )
    return session.scalars(statement).all()
