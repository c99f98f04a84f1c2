"""How tests change seeds, load them, and see what became of the database."""

import hashlib
import re
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from app.database import open_database
from app.loader import SeedError, check_seeds, load_seeds

ARTICLE = "2020-08-trump-al-kazimi"
FOLDER = f"articles/{ARTICLE}"
ACTORS, EVENTS, TOPICS, LEDGER = "actors.toml", "events.toml", "topics.toml", "permalinks.txt"
QUOTES = f"{FOLDER}/quotes.toml"
MENTIONS = f"{FOLDER}/mentions.toml"
FACTS = f"{FOLDER}/article.toml"
SOURCE = f"{FOLDER}/source.txt"


def edit(seeds: Path, file: str, old: str, new: str) -> None:
    """Replace the first place where a text stands in a seed file; it must stand there."""
    content = (seeds / file).read_bytes()
    assert old.encode() in content, f"{file} does not hold {old!r}"
    (seeds / file).write_bytes(content.replace(old.encode(), new.encode(), 1))


def append(seeds: Path, file: str, text: str) -> None:
    """Add a text at the end of a seed file."""
    with (seeds / file).open("a", encoding="utf-8") as opened:
        opened.write(text)


def edit_source(seeds: Path, old: str, new: str) -> None:
    """Change the source and, as if it had been received so, its hash."""
    before = hashlib.sha256((seeds / SOURCE).read_bytes()).hexdigest()
    edit(seeds, SOURCE, old, new)
    edit(seeds, FACTS, before, hashlib.sha256((seeds / SOURCE).read_bytes()).hexdigest())


def load(database: Path, seeds: Path) -> int:
    """Load seeds into a database that is there already."""
    engine = open_database(database, write=True)
    try:
        return load_seeds(engine, seeds).rows
    finally:
        engine.dispose()


def ask(database: Path, sql: str, *values: Any) -> list[Any]:
    """The rows that a statement finds."""
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(sql, values).fetchall()


def change(database: Path, sql: str, *values: Any) -> None:
    """Change rows behind the loader's back; one must be changed."""
    with closing(sqlite3.connect(database)) as connection, connection:
        assert connection.execute(sql, values).rowcount > 0


def dump(database: Path) -> Counter[str]:
    """Every row of every table, as SQL, but those of the search index, which follow from them, the
    one that tells a load from every other, what a load remembers of files, and statistics."""
    with closing(sqlite3.connect(database)) as connection:
        lines = [line for line in connection.iterdump() if line.startswith("INSERT")]
    return Counter(
        line
        for line in lines
        if not re.match('INSERT INTO "(search_|overview|loaded_folder|sqlite_stat)', line)
    )


class Mistake(NamedTuple):
    """Something wrong to write into the seeds, and the message that must come of it."""

    file: str
    old: str  # the words to replace, in the first place where they stand; none to add at the end
    new: str
    record: str  # the record that the message names; none where it is about the file
    reason: str  # words of the message
    told_of: str = ""  # the file that the message names, where it is another one

    def make(self, seeds: Path) -> None:
        if self.old:
            edit(seeds, self.file, self.old, self.new)
        else:
            append(seeds, self.file, self.new)

    def is_named(self, problems: list[str]) -> bool:
        start = f"seeds/{self.told_of or self.file}: " + (f"{self.record}: " if self.record else "")
        return any(
            line.startswith(start) and self.reason in line[len(start) :] for line in problems
        )


def list_problems(seeds: Path) -> list[str]:
    """All that is said to be wrong with a folder of seeds, a line each."""
    try:
        check_seeds(seeds)
    except SeedError as error:
        return lines_of(error, seeds)
    return []


def lines_of(error: SeedError, seeds: Path) -> list[str]:
    """What is wrong, the folder called `seeds` wherever the test has its copy."""
    return [line.replace(f"{seeds}/", "seeds/", 1) for line in str(error).splitlines()]


def check_refusal(mistake: Mistake, seeds: Path, database: Path) -> None:
    """Make a mistake: loading must name it, and leave the database as it was, byte for byte."""
    mistake.make(seeds)
    before = database.read_bytes()
    with pytest.raises(SeedError) as raised:
        load(database, seeds)
    assert mistake.is_named(lines_of(raised.value, seeds)), str(raised.value)
    assert database.read_bytes() == before
