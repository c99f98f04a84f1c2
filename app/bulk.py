"""Fills an empty database with many rows: rows first, then what is made from them all at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Engine, insert, select

from app.base import Base
from app.database import analyse, defer_foreign_keys, rebuild_index, unwatched
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
        with unwatched(connection, "search_entry"):
            written = 0
            for batch in batches:
                for table in Base.metadata.sorted_tables:
                    rows: Any = batch.get(table.name)
                    if table.name == "search_entry":
                        rows = list(list_entries(batch))
                    if rows:
                        connection.execute(insert(table), rows)
                written += len(batch.get("quote", ()))
                if progress is not None:
                    progress(written)
        # Quicker than entry by entry.
        rebuild_index(connection, "search_words")
        derive_all(connection)
        analyse(connection)
