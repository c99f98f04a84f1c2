"""Engine, pragmas and transactions of the SQLite file."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event


def open_database(path: Path, *, write: bool = False) -> Engine:
    """An engine on the file at `path`: read-only as the pages use it, or for the loader to write.

    Every transaction begins with an explicit BEGIN, which Python's driver leaves out before a
    SELECT and before DDL: so a page never mixes two states, and a migration is all or nothing.
    """
    address = f"file:{quote(str(path.resolve()))}?mode={'rwc' if write else 'ro'}&uri=true"
    engine = create_engine(f"sqlite+pysqlite:///{address}")

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA busy_timeout = 5000")
        if not write:
            connection.execute("PRAGMA query_only = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine
