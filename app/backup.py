"""Copies of the database: taken while it is written to, checked, and put back."""

import os
import random
import shutil
from contextlib import suppress
from pathlib import Path

from app.database import copy_database, open_database
from app.loader import load_seeds, migrate
from app.trouble import find_fault, find_trouble, is_older, undo_unfinished


class BackupError(Exception):
    """Why there is no copy, or why one is not put back, in a sentence that says what to do."""


def back_up(database: Path, file: Path) -> None:
    """Copy the database as it is at one moment; the file has its name once it is whole, checked
    and on the disk.

    Raises BackupError, OSError or sqlite3.Error, and then leaves no file.
    """
    if trouble := find_trouble(database):
        raise BackupError(trouble)
    refuse_taken(file)
    # Of this run alone, for others may copy to the same name at once.
    unfinished = file.with_name(f".{file.name}.{random.getrandbits(64):016x}.unfinished")
    try:
        copy_database(database, unfinished)
        check(unfinished, database)
        refuse_taken(file)
        name_for_good(unfinished, file)
    finally:
        clear(unfinished)


def restore(file: Path, database: Path, seeds: Path) -> bool:
    """Put a copy in the place of the database, at once, while that is read; whether its schema was
    older. Then it holds what the seeds state now: an older copy lacks what is new in the schema.

    For who holds the lock of `writing`. Raises BackupError, SeedError, OSError or the database's
    errors, and then the database is as it was.
    """
    check(file)
    older = is_older(file)
    place = database.resolve()
    ready = place.with_name(f".{place.name}.restored")
    try:
        clear(ready)
        copy_database(file, ready)
        if older:
            engine = open_database(ready, write=True)
            try:
                migrate(engine)
                load_seeds(engine, seeds)
            finally:
                engine.dispose()
        check(ready, file)
        if place.exists():
            keep_owner(place, ready)
            undo_unfinished(place)
        # What a dead writer left beside it would be taken for the new file's.
        journal_of(place).unlink(missing_ok=True)
        name_for_good(ready, place)
    finally:
        clear(ready)
    return older


def refuse_taken(file: Path) -> None:
    if file.exists():
        raise BackupError(f"{file} is there already: name a new file")


def check(file: Path, told_of: Path | None = None) -> None:
    """Raise BackupError for what is no whole copy, told of the file that it was made from."""
    if fault := find_fault(file):
        raise BackupError(f"{told_of or file} {fault}")


def journal_of(database: Path) -> Path:
    return database.with_name(f"{database.name}-journal")


def clear(file: Path) -> None:
    """Remove what an earlier run left of a copy."""
    for path in (journal_of(file), file):
        path.unlink(missing_ok=True)


def keep_owner(old: Path, new: Path) -> None:
    """Let those read a file who could read the one before."""
    shutil.copymode(old, new)
    found = old.stat()
    with suppress(PermissionError):  # then it is ours, as every new file
        os.chown(new, found.st_uid, found.st_gid)


def name_for_good(file: Path, name: Path) -> None:
    """Give a file its name, once what is in it is on the disk."""
    with file.open("rb") as written:
        os.fsync(written.fileno())
    file.rename(name)
    folder = os.open(name.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
