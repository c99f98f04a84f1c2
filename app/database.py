"""Engine, pragmas and transactions of the SQLite file."""

import fcntl
import math
import os
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from app.trouble import undo_unfinished

SECONDS = 1.0  # for the questions of a page, from the first to the end of the last
STEPS = 10_000  # of SQLite's machine, about a millisecond, between two looks at the clock
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


def open_database(path: Path, *, write: bool = False) -> Engine:
    """An engine on the file at `path`: read-only as the pages use it, or for the loader to write.

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
            # What was changed stays in memory until the commit: to write it to the file sooner
            # would shut readers out for the rest of the transaction.
            connection.execute("PRAGMA cache_spill = OFF")
            # A commit is on the disk before it is told, the end of its journal too.
            connection.execute("PRAGMA synchronous = EXTRA")
        else:
            connection.execute("PRAGMA query_only = ON")
            record.info["limit"] = limit = Limit()
            connection.set_progress_handler(limit.is_over, STEPS)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if not write:
            allow(connection, SECONDS)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
        if not write:
            hold_state(connection.connection.driver_connection, path)

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
    """When the transaction that a connection is in runs out of time."""

    def __init__(self) -> None:
        self.end = math.inf

    def is_over(self) -> bool:
        """Asked by SQLite every some steps; it stops where the answer is yes."""
        return time.monotonic() > self.end


def allow(connection: Connection, seconds: float) -> None:
    """Let the transaction of a reader take so long from now."""
    connection.info["limit"].end = time.monotonic() + seconds


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


def remember_more(connection: Connection) -> None:
    """Keep 128 MB of the file at hand, and no more, for who writes all of it while nobody reads:
    each index of a large table is written to all over."""
    connection.exec_driver_sql("PRAGMA cache_size = -131072")
    connection.exec_driver_sql("PRAGMA cache_spill = ON")


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


class Watch:
    """Tells whether pages would still be made from what they were made from.

    Its number changes with every commit, at once, by SQLite's own counter; within a second with
    another file in the place of the database, which pages then open, and with a change of the files
    named beside it; and with the day, which citations print.
    """

    SECONDS = 1.0  # between two looks at the files

    def __init__(self, database: Engine, path: Path, beside: Iterable[Path] = ()) -> None:
        self.database = database
        self.address = f"file:{quote(str(path.resolve()))}?mode=ro"
        self.files = (path, *beside)
        self.connection: sqlite3.Connection | None = None
        self.file = Head(path)
        self.seen: Any = None  # of the files
        self.state: Any = None  # of the database and the calendar
        self.next_look = 0.0
        self.number = 0
        self.sure = False  # whether the number is that of this moment
        event.listen(database, "engine_disposed", lambda _engine: self.close())

    def ask(self) -> int | None:
        """The number of what can be read now; None where nothing can."""
        now = time.monotonic()
        if now >= self.next_look:
            self.next_look = now + self.SECONDS
            self.look()
        self.sure = False
        if self.connection is None:
            return None
        head, day = self.file.read(), time.time() // 86_400
        # Ten times as quick as to ask SQLite, which would compare the same bytes.
        if head is None or self.state is None or head != self.state[0] or day != self.state[1]:
            return self.ask_database(self.connection, head, day)
        self.sure = True
        return self.number

    def ask_database(
        self, connection: sqlite3.Connection, head: bytes | None, day: float
    ) -> int | None:
        """The number by SQLite's word, where the head of the file does not tell that it stays."""
        try:
            ((version,),) = connection.execute("PRAGMA data_version").fetchall()
        except sqlite3.Error as error:
            # While a writer holds the file to itself, what was committed last is still the record.
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
                return self.number
            self.close()
            return None
        if self.state is None or self.state[1:] != (day, version):
            self.number += 1
        self.state = head, day, version
        self.sure = True
        return self.number

    def look(self) -> None:
        """Open the database anew, for pages too, where it is another file than before."""
        seen = [stamp_of(file) for file in self.files]
        if seen == self.seen and self.connection is not None:
            return
        self.seen = seen
        self.database.dispose()  # which closes our connection too
        self.state = None
        with suppress(sqlite3.Error):
            self.connection = sqlite3.connect(
                self.address, uri=True, timeout=0, isolation_level=None, check_same_thread=False
            )
            self.file.open()

    def close(self) -> None:
        if self.connection is not None:
            self.connection.close()
            self.connection = None


class Head:
    """The bytes at the beginning of SQLite's file that every commit changes.

    By them SQLite itself tells whether what it remembers of the file still holds (the file format's
    change counter, 1.3.7), before it has asked for any lock.
    """

    START, LENGTH = 18, 22  # from the file's write version to the end of what SQLite compares
    LOGGED = 2  # the write version of a file whose commits go to a log beside it

    def __init__(self, path: Path) -> None:
        self.path = path
        self.number: int | None = None  # of the open file
        self.place: tuple[int, int] | None = None

    def open(self) -> None:
        """Open the file that has the name now.

        The one before is closed when another has its name, and no sooner: closing takes off every
        lock that this process has on a file (POSIX), those of pages that are being made too.
        """
        with suppress(OSError):
            found = self.path.stat()
            if self.place != (found.st_dev, found.st_ino):
                self.__del__()
                self.number = os.open(self.path, os.O_RDONLY)
                self.place = found.st_dev, found.st_ino

    def __del__(self) -> None:
        if self.number is not None:
            os.close(self.number)
            self.number = self.place = None

    def read(self) -> bytes | None:
        """What changes with every commit; None where a file does not tell by it."""
        if self.number is None:
            return None
        try:
            head = os.pread(self.number, self.LENGTH, self.START)
        except OSError:
            return None
        return head if len(head) == self.LENGTH and head[0] != self.LOGGED else None


def stamp_of(file: Path) -> tuple[int, ...] | None:
    """What differs where a file was replaced or written to."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size
