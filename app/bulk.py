"""Fills an empty database with many rows: rows first, then what is made from them all at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, Table, insert, select

from app.base import Base
from app.database import (
    analyse,
    defer_foreign_keys,
    rebuild_index,
    remember_more,
    unwatched,
)
from app.deriving import derive_all
from app.index import list_entries

Rows = Mapping[str, Sequence[dict[str, Any]]]  # by table


def load_rows(
    database: Engine, batches: Iterable[Rows], progress: Callable[[int], None] | None = None
) -> None:
    """Write rows of the tables that seeds state, and all that the loader derives of them.

    The rows of a batch refer to rows of its own or of a batch before; an article comes with all of
    its own. One transaction. Raises ValueError for a database that holds something already.
    """
    with database.begin() as connection:
        if connection.execute(select(Base.metadata.tables["article"].c.id).limit(1)).first():
            raise ValueError("the database is not empty")
        defer_foreign_keys(connection)
        remember_more(connection)
        with unwatched(connection, "search_entry"):
            written = 0
            for batch in batches:
                for table in Base.metadata.sorted_tables:
                    rows: Any = batch.get(table.name)
                    if table.name == "search_entry":
                        rows = list(list_entries(batch))
                    if rows:
                        write_rows(connection, table, rows)
                written += len(batch.get("quote", ()))
                if progress is not None:
                    progress(written)
        # Quicker than entry by entry.
        rebuild_index(connection, "search_words")
        derive_all(connection)
        analyse(connection)


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
