"""How tests break what is written: a process of ours killed at a moment, a disk that is full, files
that a dying writer leaves behind. Each takes how often or where as a parameter, for a longer run.

Processes are real ones, forked from one that has imported the application already.
"""

import codecs
import multiprocessing
import os
import re
import resource
import shutil
import signal
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from alembic import command
from sqlalchemy import Engine, event

from app.__main__ import main
from app.database import open_database
from app.loader import alembic_config, migrate

codecs.lookup("ascii")  # which is imported at its first use, by who may not read it any more
SECONDS = 120  # for what takes one, on a machine that does other things
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload([__name__])

Prepare = Callable[[], None]


def nothing() -> None:
    """What a process does before it runs, where nothing is to break."""


class Ended(NamedTuple):
    """How a process ended, and what it printed; killed, its status is the signal's, negative."""

    status: int
    out: str
    err: str


class Running(NamedTuple):
    """A process of ours, and where it prints."""

    process: BaseProcess
    printed: Path

    def wait(self) -> Ended:
        """Wait for its end; one that hangs is killed, and its status says so."""
        self.process.join(SECONDS)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        status = self.process.exitcode
        assert status is not None
        out, err = (self.printed.with_suffix(end) for end in (".out", ".err"))
        return Ended(status, *(p.read_text() if p.exists() else "" for p in (out, err)))


def run_command(
    arguments: list[str], settings: dict[str, str], printed: Path, prepare: Prepare
) -> None:
    """What the forked process does."""
    for place, ending in ((1, ".out"), (2, ".err")):
        with printed.with_suffix(ending).open("w") as file:
            os.dup2(file.fileno(), place)
    os.environ.update(settings)
    sys.argv = ["app", *arguments]
    prepare()
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def start(
    *arguments: str | Path, printed: Path, prepare: Prepare = nothing, **settings: Any
) -> Running:
    """`python -m app …` as a process, after `prepare` in it; what it prints goes to files."""
    texts = [str(argument) for argument in arguments]
    named = {name: str(value) for name, value in settings.items()}
    # The class of such a process is a context's, and the stubs name only that of the default one.
    process: Any = FORKS.Process(target=run_command, args=(texts, named, printed, prepare))
    process.start()
    return Running(process, printed)


# Where a process breaks


def on_statements(seen: Callable[[int, str], None], engine: Any = Engine) -> None:
    """Call for every statement that connections of an engine, or of any, begin, counted from 1."""
    count = 0

    def trace(statement: str) -> None:
        nonlocal count
        if not statement.startswith("--"):  # the body of a trigger
            count += 1
            seen(count, statement)

    def watch(connection: Any, _record: Any) -> None:
        connection.set_trace_callback(trace)

    event.listen(engine, "connect", watch)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_at(statement: int, delay: float = 0.0) -> None:
    """Be killed when a statement begins or, with a delay in seconds, some time into it."""

    def seen(number: int, _statement: str) -> None:
        if number == statement:
            if delay:
                threading.Timer(delay, die).start()
            else:
                die()

    on_statements(seen)


def die_in_commit(delay: float) -> None:
    """Be killed so many seconds after a commit begins that has something to write."""
    wrote: list[bool] = []

    def seen(_number: int, statement: str) -> None:
        if statement.startswith(("INSERT", "UPDATE", "DELETE")):
            wrote.append(True)
        elif statement == "COMMIT" and wrote:
            threading.Timer(delay, die).start()

    on_statements(seen)


def limit_files(size: int) -> None:
    """As on a full disk: no file of this process grows past a size."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


# What a dying writer leaves


def journal_of(database: Path) -> Path:
    return database.with_name(f"{database.name}-journal")


def copy_files(database: Path, folder: Path) -> Path:
    """The database as a writer that is killed now would leave it, journal and all."""
    folder.mkdir()
    for file in (database, journal_of(database)):
        if file.exists():
            shutil.copy(file, folder / file.name)
    return folder / database.name


def leave_half_written(database: Path) -> None:
    """Leave the files as a writer does that is killed while it writes: a part of the pages is new,
    and the journal, on the disk already, holds them as they were."""
    folder = database.with_name(f"{database.name}-left")
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")  # so that pages go to the file before the end
        connection.execute("BEGIN")
        connection.execute("UPDATE quote SET translation = 'never committed ' || text")
        connection.execute("UPDATE topic SET name_en = upper(name_en)")
        left = copy_files(database, folder)
        connection.execute("ROLLBACK")
    for file in (left, journal_of(left)):
        file.replace(database.with_name(file.name))


SECTOR = 512  # what a disk writes whole
HEADER = 28  # bytes of a journal's header that mean something
MAGIC = bytes.fromhex("d9d505f920a163d7")


def moments_of_writing(database: Path) -> list[tuple[bytes, bytes]]:
    """The file and its journal as they stand at each statement of a transaction that writes to the
    file as it goes, and is never committed."""
    found: list[tuple[bytes, bytes]] = []

    def keep(_statement: str) -> None:
        if journal_of(database).exists():
            found.append((database.read_bytes(), journal_of(database).read_bytes()))

    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 5")
        connection.set_trace_callback(keep)
        connection.execute("BEGIN IMMEDIATE")
        for (slug,) in connection.execute("SELECT slug FROM quote").fetchall():
            new = "UPDATE quote SET translation = 'never committed ' || text WHERE slug = ?"
            connection.execute(new, (slug,))
        connection.execute("UPDATE topic SET name_en = upper(name_en)")
        connection.execute("UPDATE mention SET text = upper(text)")
        connection.execute("DELETE FROM evidence")
        connection.execute("ROLLBACK")
    return found


def end_of_synced(journal: bytes) -> int:
    """Where that part of a journal ends which was on the disk before the file was touched: by the
    number of records in each of its headers (SQLite's file format, 3)."""
    end = 0
    while journal[end : end + 8] == MAGIC:
        records = int.from_bytes(journal[end + 8 : end + 12], "big")
        sector, page = (int.from_bytes(journal[end + n : end + n + 4], "big") for n in (20, 24))
        if not records:
            break
        end += sector + records * (page + 8)
        end = -(-end // sector) * sector
    return end


def lose_power(before: bytes, moment: tuple[bytes, bytes], database: Path, chance: Random) -> None:
    """Leave the files as a power cut may: of what was not synced, each sector is as it was, as it
    was to be, or nonsense, and the journal may end anywhere."""
    written, journal = moment
    sectors = [written[at : at + SECTOR] for at in range(0, len(written), SECTOR)]
    for number in range(len(sectors)):
        if chance.random() < 0.5 and number * SECTOR < len(before):
            sectors[number] = before[number * SECTOR : (number + 1) * SECTOR]
    synced = end_of_synced(journal)
    left = bytearray(journal[: chance.randint(min(synced, len(journal)), len(journal))])
    for at in range(synced, len(left), SECTOR):
        size = len(left[at : at + SECTOR])
        if chance.random() < 0.3:
            left[at : at + SECTOR] = chance.choice([bytes(size), chance.randbytes(size)])
    for _ in range(chance.randint(0, 3)):
        if len(left) > synced + HEADER:
            left[chance.randrange(synced + HEADER, len(left))] ^= 1 << chance.randrange(8)
    database.write_bytes(b"".join(sectors))
    journal_of(database).write_bytes(left)


def spoil_journal(moment: tuple[bytes, bytes], database: Path, chance: Random) -> None:
    """Cut the journal of a dead writer anywhere, or flip a bit in it: no crash does that, but a
    disk that decays may."""
    written, journal = moment
    left = bytearray(journal)
    if chance.random() < 0.5:
        del left[chance.randrange(len(left)) :]
    else:
        left[chance.randrange(len(left))] ^= 1 << chance.randrange(8)
    database.write_bytes(written)
    journal_of(database).write_bytes(left)


def kill_load(
    old: Path, seeds: Path, folder: Path, chance: Random, statements: int
) -> tuple[Path, Ended]:
    """Load seeds into a copy of a database, and be killed at a moment of chance: at a statement, a
    little later, or while the load is being committed."""
    folder.mkdir()
    database = Path(shutil.copy(old, folder / "site.db"))
    late = chance.random() * 0.05
    prepare = chance.choice(
        [
            partial(die_in_commit, late),
            partial(die_at, chance.randint(1, statements)),
            partial(die_at, chance.randint(1, statements), late),
        ]
    )
    settings = {"DASHBOARD_DATABASE": database, "DASHBOARD_SEEDS": seeds}
    return database, start("load", printed=folder / "load", prepare=prepare, **settings).wait()


def schema_of(database: Path) -> list[Any]:
    """All that the schema is made of, and how far the migrations say it is; rolls back first."""
    with closing(sqlite3.connect(database)) as connection:
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
        assert sound == "ok"
        made = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        stamped = any(name == "alembic_version" for _, name, _ in made)
        revisions = "SELECT version_num FROM alembic_version"
        return [
            # Alembic sets the constraints of a table that it makes anew in no order.
            sorted(
                (kind, name, sorted(re.split(r",?\s*\n", sql or ""))) for kind, name, sql in made
            ),
            connection.execute(revisions).fetchall() if stamped else [],
        ]


@contextmanager
def engine_on(database: Path) -> Iterator[Engine]:
    engine = open_database(database, write=True)
    try:
        yield engine
    finally:
        engine.dispose()


def migrate_to(database: Path, revision: str) -> Path:
    """A database with the schema of a revision; of `base`, an empty file."""
    database.touch()
    if revision != "base":
        with engine_on(database) as engine:
            command.upgrade(alembic_config(engine), revision)
    return database


def states_of_a_migration(database: Path, folder: Path) -> list[tuple[int, Path]]:
    """Bring a database to the newest schema and keep, for each state of its schema that a kill at
    any statement would leave, the first such statement and a copy of the files."""
    seen: list[list[Any]] = []
    kept: list[tuple[int, Path]] = []

    def keep(number: int, _statement: str = "") -> None:
        left = copy_files(database, folder / str(number))
        schema = schema_of(left)
        if schema not in seen:
            seen.append(schema)
            kept.append((number, left))

    with engine_on(database) as engine:
        on_statements(keep, engine)
        migrate(engine)
    keep(0)  # that of the end
    return kept
