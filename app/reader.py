"""How the folder `seeds/` is read: each file by itself, and every mistake in it at once.

What must hold between files, and against the texts, is checked in `record.py` and `rows.py`.
"""

import datetime as dt
import hashlib
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from app import seeds
from app.files import BadFile, check_inside, list_folder, parse_toml, read_file
from app.problems import Problem

# Bytes of the largest file that is read: to check a text of millions takes minutes.
MOST_OF_TABLES = 8_000_000
MOST_OF_A_SOURCE = 4_000_000
MOST_OF_THE_LEDGER = 32_000_000


Shape = TypeVar("Shape", bound=BaseModel)


@dataclass(frozen=True)
class Filed(Generic[Shape]):
    """A record with the file that states it, and its place among those of such files.

    Actors and events stand in the files of the whole folder, or in those of an article's own.
    """

    record: Shape
    file: str
    place: int
    article: str  # whose folder has the file; empty where it is the whole one's


@dataclass
class Article:
    """A folder of `seeds/articles/`: its slug is the folder's name."""

    slug: str
    facts: seeds.ArticleFacts
    source: bytes | None  # None where it cannot be read
    quotes: list[seeds.Quote] = field(default_factory=list)
    mentions: list[seeds.Mention] = field(default_factory=list)


@dataclass(frozen=True)
class Unread:
    """What must be known of an article's folder that is left unread."""

    added: dt.date
    actors: int  # how many its files state


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

    def read_bytes(self, file: str, most: int) -> bytes | None:
        try:
            return read_file(self.folder, file, most)
        except BadFile as error:
            self.report(file, "", str(error))
        return None

    def read_toml(self, file: str) -> dict[str, Any] | None:
        try:
            return parse_toml(read_file(self.folder, file, MOST_OF_TABLES))
        except BadFile as error:
            self.report(file, "", str(error))
        self.whole = False
        return None

    def read_records(self, file: str, key: str, shape: type[Shape]) -> list[Shape]:
        """The valid tables `[[key]]` of a file; each one that is not is a problem of its own."""
        content = self.read_toml(file) or {}
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
            for detail in error.errors(include_input=False, include_url=False):
                self.report(file, record, worded(detail))
            if isinstance(table, dict) and isinstance(table.get("slug"), str):
                self.broken.add(table["slug"])
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


def read_seeds(
    folder: Path,
    unread: Mapping[str, Unread] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Seeds:
    """Read a whole folder of seeds, but for articles `unread`; `problems` holds everything wrong
    with single files. The `progress` is told how many articles of how many are read."""
    unread = unread or {}
    reader: Reader[Any] = Reader(folder)
    ledger = read_ledger(reader)
    actors = read_filed(reader, [""], "actor", seeds.Actor)
    topics = reader.read_records("topics.toml", "topic", seeds.Topic)
    events = read_filed(reader, [""], "event", seeds.Event)
    articles = read_articles(reader, unread, progress)
    # By the day they were added: so what comes with a new article moves no older actor's colour.
    added = {slug: one.added for slug, one in unread.items()}
    added |= {article.slug: article.facts.added for article in articles}
    ordered = sorted(added, key=lambda slug: (added[slug], slug))
    slugs = [slug for slug in ordered if slug not in unread]
    return Seeds(
        name=str(folder),
        actors=actors + read_filed(reader, ordered, "actor", seeds.Actor, unread),
        topics=topics,
        events=events + read_filed(reader, slugs, "event", seeds.Event),
        articles=articles,
        corrections=reader.read_records("corrections.toml", "correction", seeds.Correction),
        permalinks=ledger,
        problems=reader.problems,
        broken=reader.broken,
        whole=reader.whole,
        aside=dict(read_aside(reader, slugs)),
    )


def read_ledger(reader: Reader[Any]) -> list[str]:
    """The published addresses."""
    content = reader.read_bytes("permalinks.txt", MOST_OF_THE_LEDGER) or b""
    try:
        return content.decode("ascii").split()
    except UnicodeDecodeError as error:
        reader.report("permalinks.txt", "", f"is not ASCII (byte {error.start})")
    return []


def read_filed(
    reader: Reader[Any],
    articles: Iterable[str],
    key: str,
    shape: type[Shape],
    unread: Mapping[str, Unread] | None = None,
) -> list[Filed[Shape]]:
    """The records of one file in the folders of some articles, which need not have it; or, of the
    article "", in the whole folder. Actors that are unread keep their places."""
    found: list[Filed[Shape]] = []
    place = 0
    for article in articles:
        if unread and article in unread:
            place += unread[article].actors
            continue
        file = f"articles/{article}/{key}s.toml" if article else f"{key}s.toml"
        if article and not os.path.lexists(reader.folder / file):
            continue
        for record in reader.read_records(file, key, shape):
            found.append(Filed(record, f"{reader.folder}/{file}", place, article))
            place += 1
    return found


def read_aside(reader: Reader[Any], articles: list[str]) -> Iterator[tuple[str, str]]:
    """The actors that a draft keeps as comments, for another draft has them: slug and file."""
    for file in (f"articles/{article}/actors.toml" for article in articles):
        with suppress(BadFile):  # told when its records were read
            text = read_file(reader.folder, file, MOST_OF_TABLES).decode("utf-8", "replace")
            for slug in re.findall(r'^# slug = "([^"\n]+)"$', text, re.MULTILINE):
                yield slug, f"{reader.folder}/{file}"


def list_articles(reader: Reader[Any]) -> Iterator[str]:
    """The names of the folders of `articles/`; what is none is a problem."""
    folder = reader.folder / "articles"
    try:
        names = list_folder(folder)
    except BadFile as error:
        reader.report("articles", "", str(error))
        reader.whole = False
        return
    if not names:
        reader.report("articles", "", "holds no article")
    for name in names:
        try:
            seeds.check_slug(name)
            if (folder / name).is_symlink():
                check_inside(reader.folder, folder / name)
            if not (folder / name).is_dir():
                raise BadFile("is a file, and must be a folder")
        except (BadFile, ValueError) as error:
            reader.report(f"articles/{name}", "", str(error))
            reader.whole = False
        else:
            yield name


def read_articles(
    reader: Reader[Any],
    unread: Collection[str],
    progress: Callable[[int, int], None] | None,
) -> list[Article]:
    """The articles by name of their folder; of one whose `article.toml` is wrong, what is right."""
    articles = []
    names = list(list_articles(reader))
    for number, name in enumerate(names, 1):
        if progress is not None and (number % 100 == 0 or number == len(names)):
            progress(number, len(names))
        if name in unread:
            continue
        path = f"articles/{name}"
        file = f"{path}/article.toml"
        content = reader.read_toml(file)
        source = reader.read_bytes(f"{path}/source.txt", MOST_OF_A_SOURCE)
        facts = reader.shape(file, "", content, seeds.ArticleFacts) if content is not None else None
        quotes = reader.read_records(f"{path}/quotes.toml", "quote", seeds.Quote)
        mentions = reader.read_records(f"{path}/mentions.toml", "mention", seeds.Mention)
        facts = facts or stand_in(content or {}, source or b"")
        articles.append(Article(name, facts, source, quotes, mentions))
    return articles


def stand_in(content: Mapping[str, Any], source: bytes) -> seeds.ArticleFacts:
    """What is right in a wrong `article.toml`, the rest made up: so that all else is checked."""
    facts = {**seeds.MADE_UP, "sha256": hashlib.sha256(source).hexdigest()}
    with suppress(UnicodeDecodeError):
        source.decode("utf-8")
        facts["encoding"] = "utf-8-sig"
    for key, value in content.items():
        with suppress(ValidationError):
            seeds.ArticleFacts.model_validate({**facts, key: value})
            facts[key] = value
    return seeds.ArticleFacts.model_validate(facts)
