"""How the full-text index is asked: all that only SQLite has (FTS5) stands here."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    bindparam,
    column,
    func,
    literal,
    select,
    table,
    union_all,
)
from sqlalchemy.orm import Session

from app.base import NOUNS
from app.derived import SearchEntry, entry_key, key_of_entry
from app.keys import KEY_BITS
from app.queries.chosen import MOST_COUNTED, Count
from app.queries.overview import get_overview
from app.terms import Search

index = table("search_words", column("rowid"), column("rank"), column("search_words"))
vocabulary = table("search_vocabulary", column("term"), column("col"))

LARGEST = (1 << KEY_BITS) - 1  # key

# Quotes of a record in which FTS5 ranks what it finds: it looks at every entry that has one of the
# words first, whatever else is asked, for a word that few have weighs more.
MOST_RANKED = 20_000

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


# Statements are built once: that takes longer than to run most of them.
@cache
def entries_of(noun: str, wanted: bool) -> Select[int]:
    """The entries of a noun that an expression finds, or does not, in the order of lists."""
    bounds = entry_key(noun, 0), entry_key(noun, LARGEST)
    number, found = index.c.rowid, matching(bindparam("expression"))
    if wanted:
        return select(number.label("id")).where(found, number.between(*bounds)).order_by("id")
    # Of an index FTS5 can tell what has a word, not what has none.
    entry = SearchEntry.id
    lacking = entry.not_in(select(number).where(found))
    return select(entry.label("id")).where(entry.between(*bounds), lacking).order_by("id")


@cache
def count_entries(wanted: bool) -> CompoundSelect[str, int]:
    """How many of each noun; no more are counted than one past what is told."""
    return union_all(
        *(
            select(literal(noun), func.count()).select_from(
                entries_of(noun, wanted).limit(MOST_COUNTED + 1).subquery()
            )
            for noun in NOUNS
        )
    )


@cache
def page_of(noun: str, wanted: bool, order: str) -> Select[int]:
    statement = entries_of(noun, wanted)
    if order == "rank":
        statement = statement.order_by(None).order_by(index.c.rank, index.c.rowid)
    elif order == "brevity":
        statement = statement.join(SearchEntry, SearchEntry.id == index.c.rowid)
        statement = statement.order_by(None).order_by(func.length(SearchEntry.words), index.c.rowid)
    return statement.limit(bindparam("limit")).offset(bindparam("offset"))


def order_of(session: Session, search: Search, total: Count) -> str:
    """How hits come: ranked by FTS5; in a large record the shortest first, which hold least besides
    what was looked for; and the newest first, where there are more than are counted."""
    if not search.wanted or not total.exact:
        return "newest"
    return "rank" if get_overview(session).quotes <= MOST_RANKED else "brevity"


def expression_of(search: Search) -> dict[str, str]:
    """What a search puts into them: what is wanted or else, where nothing is, what is not."""
    return {"expression": write_expression(search) or search.unwanted}


def count_found(session: Session, search: Search) -> dict[str, Count]:
    """How many entries of each noun a search finds; those of none left out."""
    if not search:
        return {}
    run = session.connection().execute
    rows = run(count_entries(bool(search.wanted)), expression_of(search))
    return {
        noun: Count(min(number, MOST_COUNTED), number <= MOST_COUNTED)
        for noun, number in rows
        if number
    }


def list_found(
    session: Session, search: Search, noun: str, total: Count, limit: int, offset: int = 0
) -> list[int]:
    """The keys of a noun that a search finds, the most relevant first."""
    statement = page_of(noun, bool(search.wanted), order_of(session, search, total))
    values = expression_of(search) | {"limit": limit, "offset": offset}
    found = session.connection().execute(statement, values).scalars()
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
