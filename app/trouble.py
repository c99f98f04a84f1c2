"""Whether pages can be read from the database, told before anything is served.

With the standard library alone: who starts the server's processes needs no more.
"""

import re
import sqlite3
import time
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from urllib.parse import quote

VERSIONS = Path(__file__).resolve().parent.parent / "migrations" / "versions"
REVISION = re.compile(r'^(down_)?revision = "(\w+)"', re.MULTILINE)
STEPS = 10_000  # of SQLite's machine, about a millisecond, between two looks at the clock
SMALL = 32_000_000  # bytes of a file that is read to its end in some hundredths of a second


def find_trouble(path: Path) -> str | None:
    """Why the pages cannot be read from the file, in a line that says what to do; or None."""
    remedy = "run `python -m app load`"
    if not path.is_file():
        return f"{path} does not exist: {remedy}"
    newest, known = list_revisions()
    undo_unfinished(path)
    try:
        with closing(open_file(path)) as connection:
            damage = find_damage(connection, path.stat().st_size)
            revision = read_revision(connection)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        damage, revision = str(error), None
    if damage is not None:
        return f"{path} is damaged ({damage.splitlines()[-1]}): delete it and {remedy}"
    if revision == newest:
        return None
    if revision is None or revision in known:
        return f"{path} has an older schema: {remedy}"
    return f"{path} was made by a newer version: update the code, or delete it and {remedy}"


def undo_unfinished(path: Path) -> None:
    """Take back what a writer that died left half written, by its journal beside the file.

    SQLite does so at the first look of whoever may write, and refuses whoever may not; a journal of
    a writer that lives is left alone.
    """
    if not Path(f"{path}-journal").exists():
        return
    address = f"file:{quote(str(path.resolve()))}?mode=rw"
    with (
        suppress(sqlite3.Error, UnicodeDecodeError),
        closing(sqlite3.connect(address, uri=True, timeout=0)) as connection,
    ):
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()


def find_fault(path: Path) -> str | None:
    """Why a file, read to its end, is not a whole copy of a database of ours; or None."""
    if not path.is_file():
        return "is not a file"
    try:
        with closing(open_file(path)) as connection:
            if found := find_contradiction(connection):
                return f"is damaged ({found})"
            revision = read_revision(connection)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return f"is damaged, or no database ({error})"
    if revision is None:
        return "is no database of ours: it does not say its version"
    if revision not in list_revisions()[1]:
        return "was made by a newer version: update the code"
    return None


def find_contradiction(connection: sqlite3.Connection) -> str | None:
    """What in a file does not agree with the rest of it, all of it read; or None."""
    (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        return str(found.splitlines()[-1])
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        return "rows refer to nothing"
    return None


def find_soon(path: Path, seconds: float) -> str | None:
    """The same of a file by its path, as far as it is found in some seconds."""
    end = time.monotonic() + seconds
    try:
        with closing(open_file(path)) as connection:
            connection.set_progress_handler(lambda: time.monotonic() > end, STEPS)
            return find_contradiction(connection)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        code = getattr(error, "sqlite_errorcode", None)
        return str(error) if code != sqlite3.SQLITE_INTERRUPT else None


def is_older(path: Path) -> bool:
    """Whether our migrations bring the file's schema up to date, as far as can be told."""
    newest, known = list_revisions()
    with suppress(sqlite3.Error, UnicodeDecodeError), closing(open_file(path)) as connection:
        return read_revision(connection) in known - {newest}
    return False


def open_file(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=ro", uri=True)


@cache
def list_revisions() -> tuple[str, set[str]]:
    """The newest migration, and all of them, as their files say."""
    known, before = set[str](), set[str]()
    for file in VERSIONS.glob("*.py"):
        for is_before, revision in REVISION.findall(file.read_text("utf-8")):
            (before if is_before else known).add(revision)
    (newest,) = known - before
    return newest, known


def find_damage(connection: sqlite3.Connection, size: int) -> str | None:
    """What is wrong with a file.

    A large one is not read to its end, which takes seconds: its head and length, which SQLite
    compares, its schema, and the first row of every table must do. Damage farther inside is found
    by who asks for what stands there: that page answers 503, and the log says why.
    """
    if size <= SMALL:
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        return None if found == "ok" else str(found)
    for (name,) in connection.execute("SELECT name FROM pragma_table_list WHERE type = 'table'"):
        connection.execute(f'SELECT * FROM "{name}" LIMIT 1').fetchone()
    return None


def read_revision(connection: sqlite3.Connection) -> str | None:
    """The migration that the schema has come to."""
    named = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
    if connection.execute(named).fetchone() is None:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None
