"""Engine, pragmas and transactions of the SQLite file."""

import fcntl
import math
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from app.trouble import STEPS, undo_unfinished

BULK = 131_072  # kB of a file that is kept in memory while it is filled and nobody reads it
# Pages of 4 kB that a writer may have changed before it writes any: a gigabyte. Of this number
# SQLite takes the last byte for a yes or a no as well.
CHANGED = 1 << 18 | 1
SECONDS_TO_WAIT = 300  # for another writer; a load of everything takes some minutes at most


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Be the only writer of the database at `path`: a lock beside it, which the kernel takes off
    when the process ends, however it does.

    Waits for another writer, and says so. Raises OSError where the lock cannot be had in time.
    """
    path = path.resolve()
    lock = path.with_name(f"{path.name}.lock")
    # Never deleted: a new file of the name would be another lock.
    with lock.open("ab") as file:
        deadline = time.monotonic() + SECONDS_TO_WAIT
        told = False
        while not try_lock(file.fileno()):
            if time.monotonic() > deadline:
                raise OSError(f"another process has been writing it for {SECONDS_TO_WAIT} seconds")
            if not told:
                print(f"{path}: waiting for another process to write it", file=sys.stderr)
                told = True
            time.sleep(0.05)
        yield


def try_lock(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def open_database(path: Path, *, write: bool = False, seconds: float = math.inf) -> Engine:
    """An engine on the file at `path`: read-only as the pages use it, or for the loader to write.

    A reader's question is stopped where it takes longer than `seconds`.

    Every transaction begins with an explicit BEGIN, which Python's driver leaves out before a
    SELECT and before DDL: so a page never mixes two states, and a migration is all or nothing.
    """
    address = f"file:{quote(str(path.resolve()))}?mode={'rwc' if write else 'ro'}"
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: sqlite3.connect(address, uri=True, check_same_thread=False),
        poolclass=QueuePool,
        max_overflow=-1,  # else a page that waits for a connection holds up all others
    )

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, record: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA busy_timeout = 5000")
        if write:
            # What was changed stays in memory until the commit, as far as it may: to write it to
            # the file sooner would shut readers out for the rest of the transaction.
            connection.execute(f"PRAGMA cache_spill = {CHANGED}")
            # A commit is on the disk before it is told, the end of its journal too.
            connection.execute("PRAGMA synchronous = EXTRA")
        else:
            connection.execute("PRAGMA query_only = ON")
            record.info["limit"] = limit = Limit()
            connection.set_progress_handler(limit.is_over, STEPS)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
        if not write:
            allow(connection, seconds)
            hold_state(connection.connection.driver_connection, path)

    if not write:

        @event.listens_for(engine, "before_cursor_execute")
        def ask(connection: Connection, *_: Any) -> None:
            connection.info["limit"].begin()

    return engine


def hold_state(connection: Any, path: Path) -> None:
    """Look at the file, so that nobody writes to it while this transaction reads.

    The first look may find what a writer that died just now left half written, and is refused until
    that is taken back. Any other fault is told by the statement that asks for something.
    """
    for _ in range(3):
        try:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
            return
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_READONLY:
                return
            undo_unfinished(path)


class Limit:
    """When the question that a connection is at runs out of time: of a processor's time in its
    thread, for on a busy machine every question would run out of time by the clock.
    """

    def __init__(self) -> None:
        self.seconds = self.end = math.inf

    def begin(self) -> None:
        self.end = time.thread_time() + self.seconds

    def is_over(self) -> bool:
        """Asked by SQLite every some steps; it stops where the answer is yes."""
        return time.thread_time() > self.end


def allow(connection: Connection, seconds: float) -> None:
    """Let each question of a reader's transaction take so long."""
    connection.info["limit"].seconds = seconds


def is_out_of_time(error: BaseException) -> bool:
    """Whether a question was stopped because its time was over."""
    code = getattr(getattr(error, "orig", None), "sqlite_errorcode", None)
    return code == sqlite3.SQLITE_INTERRUPT


def defer_foreign_keys(connection: Connection) -> None:
    """Let rows of this transaction refer to others that come later in it."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")


@contextmanager
def unwatched(connection: Connection, table: str) -> Iterator[None]:
    """Take a table's triggers off meanwhile."""
    triggers = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
    ).all()
    for name, _ in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    for _, made_by in triggers:
        connection.exec_driver_sql(made_by)


def remember_less(connection: Connection) -> None:
    """Keep no more than `BULK` of the file in memory, for who writes all of it while nobody reads.

    Whether pages are written before the commit SQLite heeds only between transactions; how many
    may be changed before, at once.
    """
    connection.exec_driver_sql(f"PRAGMA cache_size = -{BULK}")
    connection.exec_driver_sql("PRAGMA cache_spill = 1")


def rebuild_index(connection: Connection, index: str) -> None:
    """Make a full-text index anew from the table that it stands for.

    FTS5 gathers words in memory before it writes a segment: with 64 MB instead of 1 (`hashsize`, of
    which its documents say nothing) there are few to merge, which halves the time.
    """
    options = f"INSERT INTO {index}({index}, rank) VALUES ('hashsize', ?)"
    connection.exec_driver_sql(options, (64 << 20,))
    connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
    connection.exec_driver_sql(options, (1 << 20,))


def analyse(connection: Connection) -> None:
    """Count what stands in each index, for the planner of queries."""
    connection.exec_driver_sql("ANALYZE")


def copy_database(source: Path, target: Path) -> None:
    """Copy the file as it is at one moment, whoever writes to it meanwhile."""
    address = f"file:{quote(str(source.resolve()))}?mode=ro"
    with (
        closing(sqlite3.connect(address, uri=True)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new, sleep=0.01)


def pack_database(path: Path) -> None:
    """Give back what deleted rows took, and leave one file without others beside it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("VACUUM")
