"""Whether the database still holds what pages were made from."""

import os
import sqlite3
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, event


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
