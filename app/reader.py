"""How the folder `seeds/` is read: each file by itself, and every mistake in it at once.

What must hold between files, and against the texts, is checked in `record.py` and `rows.py`.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from app import seeds


@dataclass(frozen=True)
class Problem:
    """Something wrong in the seeds: in which file, in which record, and what.

    One that is `addable` is only an address that the ledger lacks: `check --add` mends it.
    """

    file: str
    record: str
    reason: str
    addable: bool = False

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.record, self.reason) if part)


Shape = TypeVar("Shape", bound=BaseModel)


@dataclass(frozen=True)
class Filed(Generic[Shape]):
    """A record with the file that states it, and its place among those of such files.

    Actors and events stand in the files of the whole folder, or in those of an article's own.
    """

    record: Shape
    file: str
    place: int


@dataclass
class Article:
    """A folder of `seeds/articles/`: its slug is the folder's name."""

    slug: str
    facts: seeds.ArticleFacts
    source: bytes
    quotes: list[seeds.Quote] = field(default_factory=list)
    mentions: list[seeds.Mention] = field(default_factory=list)


@dataclass
class Seeds:
    """All that `seeds/` states, each file valid by itself, and what is wrong with the others.

    `name` is what messages call the folder: as it was asked for, so its files can be opened by it.
    """

    name: str
    actors: list[Filed[seeds.Actor]]
    topics: list[seeds.Topic]
    events: list[Filed[seeds.Event]]
    articles: list[Article]
    corrections: list[seeds.Correction]
    permalinks: list[str]
    problems: list[Problem]
    broken: set[str]  # slugs of records that are there, but could not be read
    whole: bool  # whether every file could be read at all
    aside: dict[str, str]  # actors that drafts keep as comments, with the file


@dataclass
class Reader(Generic[Shape]):
    """Reads the files of a folder of seeds and keeps every problem met."""

    folder: Path
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    whole: bool = True

    def report(self, file: str, record: str, reason: str) -> None:
        self.problems.append(Problem(f"{self.folder}/{file}", record, reason))

    def read_bytes(self, file: str) -> bytes | None:
        try:
            return (self.folder / file).read_bytes()
        except FileNotFoundError:
            self.report(file, "", "is missing")
        except OSError as error:
            self.report(file, "", f"cannot be read: {error.strerror}")
        return None

    def read_toml(self, file: str) -> dict[str, Any]:
        content = self.read_bytes(file)
        try:
            if content is not None:
                return tomllib.loads(content.decode())
        except UnicodeDecodeError as error:
            self.report(file, "", f"is not UTF-8 (byte {error.start})")
        except tomllib.TOMLDecodeError as error:
            self.report(file, "", f"is not TOML: {error}")
        self.whole = False
        return {}

    def read_records(self, file: str, key: str, shape: type[Shape]) -> list[Shape]:
        """The valid tables `[[key]]` of a file; each one that is not is a problem of its own."""
        content = self.read_toml(file)
        for unknown in content.keys() - {key}:
            self.report(file, "", f"unknown key {unknown!r}; its tables are [[{key}]]")
        tables = content.get(key, [])
        if not isinstance(tables, list):
            self.report(file, "", f"{key!r} must be written [[{key}]]")
            return []
        shaped = (
            self.shape(file, name_of(table, number), table, shape)
            for number, table in enumerate(tables, 1)
        )
        return [record for record in shaped if record is not None]

    def shape(self, file: str, record: str, table: Any, shape: type[Shape]) -> Shape | None:
        try:
            return shape.model_validate(table)
        except ValidationError as error:
            for detail in error.errors():
                self.report(file, record, worded(detail))
            if isinstance(table, dict):
                self.broken.add(str(table.get("slug")))
        return None


def name_of(table: Any, number: int) -> str:
    """How a message names a record: by its slug, its words, what it is about, or its place."""
    if isinstance(table, dict):
        for key in ("slug", "text", "record"):
            if isinstance(table.get(key), str):
                return f"{key} {table[key]!r}"
    return f"table {number}"


def worded(detail: Any) -> str:
    """A validation error as an editor reads it."""
    place = ".".join(str(part) for part in detail["loc"])
    reason = {
        "extra_forbidden": "unknown key",
        "missing": "missing key",
    }.get(detail["type"], detail["msg"].removeprefix("Value error, "))
    return f"{place}: {reason}" if place else str(reason)


def read_seeds(folder: Path) -> Seeds:
    """Read a whole folder of seeds; `problems` holds everything wrong with single files."""
    reader: Reader[Any] = Reader(folder)
    ledger = reader.read_bytes("permalinks.txt") or b""
    actors = read_filed(reader, [""], "actor", seeds.Actor)
    topics = reader.read_records("topics.toml", "topic", seeds.Topic)
    events = read_filed(reader, [""], "event", seeds.Event)
    articles = read_articles(reader)
    # By the day they were added: so what comes with a new article moves no older actor's colour.
    folders = [
        f"articles/{article.slug}/"
        for article in sorted(articles, key=lambda article: (article.facts.added, article.slug))
    ]
    return Seeds(
        name=str(folder),
        actors=actors + read_filed(reader, folders, "actor", seeds.Actor),
        topics=topics,
        events=events + read_filed(reader, folders, "event", seeds.Event),
        articles=articles,
        corrections=reader.read_records("corrections.toml", "correction", seeds.Correction),
        permalinks=ledger.decode("ascii", "replace").split(),
        problems=reader.problems,
        broken=reader.broken,
        whole=reader.whole,
        aside=dict(read_aside(reader, folders)),
    )


def read_filed(
    reader: Reader[Any], folders: list[str], key: str, shape: type[Shape]
) -> list[Filed[Shape]]:
    """The records of one file in each of some folders; an article's folder need not have it."""
    files = [f"{folder}{key}s.toml" for folder in folders]
    found = [
        (record, f"{reader.folder}/{file}")
        for file in files
        if "/" not in file or (reader.folder / file).exists()
        for record in reader.read_records(file, key, shape)
    ]
    return [Filed(record, file, place) for place, (record, file) in enumerate(found)]


def read_aside(reader: Reader[Any], folders: list[str]) -> Iterator[tuple[str, str]]:
    """The actors that a draft keeps as comments, for another draft has them: slug and file."""
    for path in (reader.folder / folder / "actors.toml" for folder in folders):
        if path.is_file():
            text = path.read_bytes().decode("utf-8", "replace")
            for slug in re.findall(r'^# slug = "([^"]+)"$', text, re.MULTILINE):
                yield slug, str(path)


def read_articles(reader: Reader[Any]) -> list[Article]:
    """The articles whose `article.toml` and `source.txt` can be read, by name of their folder."""
    folder = reader.folder / "articles"
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    if not names:
        reader.report("articles", "", "holds no article")
    articles = []
    for name in names:
        path = f"articles/{name}"
        try:
            seeds.check_slug(name)
        except ValueError as error:
            reader.report(path, "", str(error))
            continue
        facts = reader.shape(
            f"{path}/article.toml", "", reader.read_toml(f"{path}/article.toml"), seeds.ArticleFacts
        )
        source = reader.read_bytes(f"{path}/source.txt")
        quotes = reader.read_records(f"{path}/quotes.toml", "quote", seeds.Quote)
        mentions = reader.read_records(f"{path}/mentions.toml", "mention", seeds.Mention)
        if facts is not None and source is not None:
            articles.append(Article(name, facts, source, quotes, mentions))
        else:
            reader.broken |= {name, *(quote.slug for quote in quotes)}
    return articles
