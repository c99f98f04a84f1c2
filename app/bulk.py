"""Fills an empty database: rows first, then what is made from them all at once."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, Table, insert, select

from app.base import Base
from app.database import (
    analyse,
    defer_foreign_keys,
    rebuild_index,
    remember_less,
    unwatched,
)
from app.deriving import derive_all
from app.index import list_entries
from app.keys import owner_key

TOGETHER = 500  # articles of a batch

Rows = Mapping[str, Sequence[dict[str, Any]]]  # by table


def load_rows(
    database: Engine, batches: Iterable[Rows], progress: Callable[[int], None] | None = None
) -> None:
    """Write rows of the tables that seeds state, and all that the loader derives of them, in one
    transaction. Raises ValueError for a database that holds something already."""
    with database.begin() as connection:
        if not is_empty(connection):
            raise ValueError("the database is not empty")
        fill(connection, batches, progress)


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no cycles meanwhile: rows are in none, and each look would take in all of them."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def is_empty(connection: Connection) -> bool:
    """Whether a database holds nothing that seeds state."""
    return not any(
        connection.execute(select(table.primary_key.columns[0]).limit(1)).first()
        for table in Base.metadata.sorted_tables
    )


def fill(
    connection: Connection,
    batches: Iterable[Rows],
    progress: Callable[[int], None] | None = None,
    languages: Mapping[int, str] | None = None,
) -> None:
    """Fill an empty database. An article comes with all of its own in one batch; the `languages` of
    articles are needed where a batch has roles that articles of others give."""
    defer_foreign_keys(connection)
    remember_less(connection)
    with uncollected(), unwatched(connection, "search_entry"):
        written = 0
        for batch in batches:
            for table in Base.metadata.sorted_tables:
                rows: Any = batch.get(table.name)
                if table.name == "search_entry":
                    rows = list(list_entries(batch, languages))
                if rows:
                    write_rows(connection, table, rows)
            written += len(batch.get("quote", ()))
            if progress is not None:
                progress(written)
    # Quicker than entry by entry.
    rebuild_index(connection, "search_words")
    derive_all(connection)
    analyse(connection)


def cut_batches(rows: dict[str, list[dict[str, Any]]]) -> Iterator[Rows]:
    """The rows of a whole record in batches of some articles, then all that is no article's."""
    articles = rows.pop("article", [])
    owned: dict[str, dict[int, list[dict[str, Any]]]] = {}
    for name, column in (("quote", "id"), ("mention", "article_id"), ("quote_topic", "quote_id")):
        of_article = owned.setdefault(name, {})
        for row in rows.pop(name, []):
            of_article.setdefault(owner_key(row[column]), []).append(row)
    for at in range(0, len(articles), TOGETHER):
        some = articles[at : at + TOGETHER]
        batch = {"article": some}
        for name, of_article in owned.items():
            batch[name] = [row for one in some for row in of_article.pop(one["id"], ())]
        yield batch
    yield rows


def write_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows, all of the same columns, by the driver itself: what SQLAlchemy does for each
    value takes longer than to write it, and only a date needs any of it."""
    dialect = connection.dialect
    statement: Any = insert(table).compile(dialect=dialect, column_keys=list(rows[0]))
    columns: list[Sequence[Any]] = []
    for name in statement.positiontup:
        write = table.c[name].type.dialect_impl(dialect).bind_processor(dialect)
        values = [row[name] for row in rows]
        columns.append([write(value) for value in values] if write else values)
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.executemany(str(statement), zip(*columns, strict=True))
