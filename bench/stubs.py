"""What the application will provide itself: keys in the order of lists, and rows in bulk."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Engine, insert, text

from app.base import Base
from app.index import add_search_entries
from app.record import Record

Row = dict[str, Any]
Batch = Mapping[str, Sequence[Row]]
LAST_DAY = dt.date(2100, 1, 1).toordinal()


def article_key(day: dt.date, serial: int) -> int:
    """The number of an article: the newest day has the smallest."""
    return (LAST_DAY - day.toordinal()) << 12 | serial


def quote_key(article_id: int, number: int) -> int:
    """The number of a quote, by its place in the article."""
    return article_id << 9 | number


class Rows:
    """As much of a record as search entries are made from."""

    def __init__(self, rows: Batch) -> None:
        self.rows = rows
        self.entries: list[Row] = []

    def add(self, _table: str, **columns: Any) -> None:
        self.entries.append(columns)


def load_rows(
    database: Engine, batches: Iterable[Batch], progress: Callable[[int], None] | None = None
) -> None:
    """Write rows of the base tables, and what is derived from them, in one transaction."""
    tables = Base.metadata.sorted_tables
    done = 0
    with database.begin() as connection:
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        for batch in batches:
            for table in tables:
                if rows := batch.get(table.name):
                    connection.execute(insert(table), rows)
            found = Rows(batch)
            add_search_entries(cast(Record, found))
            connection.execute(insert(Base.metadata.tables["search_entry"]), found.entries)
            done += len(batch.get("quote", ()))
            if progress:
                progress(done)
