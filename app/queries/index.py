"""How the full-text index is asked: all that only SQLite has (FTS5) stands here."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, column, false, func, select, table
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.derived import SearchEntry
from app.terms import Search

index = table("search_words", column("rowid"), column("rank"), column("search_words"))
vocabulary = table("search_vocabulary", column("term"), column("col"))

# How many words of the record a word that it does not hold is compared with.
MOST_COMPARED = 5000


def matching(expression: str) -> ColumnElement[bool]:
    """The condition that the index finds an entry by an FTS5 expression."""
    return index.c.search_words.op("MATCH")(expression)


def is_found(search: Search) -> ColumnElement[bool]:
    """The condition that an entry has every term of a search, and none that is left out."""
    if not search:
        return false()
    found: ColumnElement[bool] = SearchEntry.id.is_not(None)
    if search.wanted:
        found &= SearchEntry.id.in_(select(index.c.rowid).where(matching(search.wanted)))
    if search.unwanted:
        found &= SearchEntry.id.not_in(select(index.c.rowid).where(matching(search.unwanted)))
    return found


def found_by(search: Search, noun: str, number: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """The condition that a record of a noun is found by a search."""
    return number.in_(
        select(SearchEntry.record_id).where(SearchEntry.noun == noun, is_found(search))
    )


def count_found(session: Session, search: Search) -> dict[str, int]:
    """How many entries of each noun a search finds."""
    statement = (
        select(SearchEntry.noun, func.count()).where(is_found(search)).group_by(SearchEntry.noun)
    )
    return {row[0]: row[1] for row in session.execute(statement)}


def list_found(
    session: Session, search: Search, noun: str, limit: int, offset: int = 0
) -> list[tuple[int, int]]:
    """The (record, part) pairs of a noun that a search finds, the most relevant first."""
    statement: Select[int, int] = select(SearchEntry.record_id, SearchEntry.part).where(
        SearchEntry.noun == noun, is_found(search)
    )
    if search.wanted:
        statement = statement.join(index, index.c.rowid == SearchEntry.id).where(
            matching(search.wanted)
        )
        statement = statement.order_by(index.c.rank)
    statement = statement.order_by(SearchEntry.id).limit(limit).offset(offset)
    return [(record, part) for record, part in session.execute(statement)]


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
