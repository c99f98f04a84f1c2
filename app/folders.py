"""What a load remembers of each article's folder, so that the next one need not read it again.

A folder's fingerprint is that of its bytes and of all that makes rows of them: the code, the
libraries whose rules are in the rows, the schema. So where it is the same, so are the rows, but for
what they take from elsewhere (`standing.py`).
"""

import datetime as dt
import hashlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from io import FileIO
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from app.base import Base
from app.reader import Filed
from app.record import Record, Row, record_facts
from app.review import LeftOut

FILES = ("article.toml", "source.txt", "quotes.toml", "mentions.toml", "actors.toml", "events.toml")
LIBRARIES = ("edtf", "pydantic", "pystemmer")
MAKER = 32  # characters of its fingerprint

Folder = Any  # a row of `loaded_folder`


class LoadedFolder(Base):
    """An article's folder as it was when its rows were made. The loader alone reads and writes it.

    A fingerprint that ends with the maker's is that of no folder: it is read at each load.
    """

    __tablename__ = "loaded_folder"

    slug: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]  # that of the maker, then that of the folder
    earliest: Mapped[dt.date]  # days of the article, as its number is made of them
    latest: Mapped[dt.date]
    added: Mapped[dt.date]
    actors: Mapped[str]  # the slugs of those that its files state, spaces between
    events: Mapped[str]
    place: Mapped[int]  # among the actors of all folders, of its first: colours go by it


TABLE = Base.metadata.tables[LoadedFolder.__tablename__]


def fingerprint_maker(*besides: str) -> str:
    """The fingerprint of what makes rows of seeds: code, libraries, and what else is said."""
    digest = hashlib.sha256("\n".join((sys.version, *map(version, LIBRARIES), *besides)).encode())
    for path in sorted(Path(__file__).parent.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and "locales" not in path.parts:
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:MAKER]


def fingerprint_folder(folder: str) -> str:
    """The fingerprint of a folder's files; none where that is no plain folder of plain files, which
    is for the reader to judge."""
    digest = hashlib.sha256()
    if not stat.S_ISDIR(os.lstat(folder).st_mode):
        return ""
    for file in FILES:
        try:
            if not stat.S_ISREG(os.lstat(f"{folder}/{file}").st_mode):
                return ""
            with FileIO(f"{folder}/{file}") as opened:
                content = opened.readall()
        except FileNotFoundError:
            digest.update(b"-\n")
        except OSError:
            return ""
        else:
            digest.update(b"%d\n" % len(content))
            digest.update(content)
    return digest.hexdigest()


class Folders:
    """The folders of articles as they are now, and as the load before remembered them."""

    def __init__(self, connection: Connection, seeds: Path, *, drafts: bool) -> None:
        self.connection, self.path = connection, seeds / "articles"
        schema = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        self.maker = fingerprint_maker(str(schema), str(drafts))
        names = sorted(path.name for path in self.path.iterdir()) if self.path.is_dir() else []
        self.now = {name: self.maker + fingerprint_folder(f"{self.path}/{name}") for name in names}
        rows = connection.execute(select(TABLE))
        self.before: dict[str, Folder] = {row.slug: row for row in rows}

    @property
    def stale(self) -> bool:
        """Whether other code made what the database holds, or none is known to have made it."""
        return not self.before or any(
            not row.fingerprint.startswith(self.maker) for row in self.before.values()
        )

    def unchanged(self) -> Iterator[tuple[str, Folder]]:
        """Those whose bytes, and all that makes rows of them, are as they were."""
        for slug, row in self.before.items():
            if row.fingerprint == self.now.get(slug) and len(row.fingerprint) > MAKER:
                yield slug, row

    def remember(self, whole: Record, published: Record, left_out: LeftOut) -> None:
        """Remember what was read, where the rows that were made of it tell all."""
        new, there = [], {*whole.rest.articles}
        for row, is_told in list_folders(whole, published, left_out):
            # One that was written to meanwhile is read again.
            again = self.maker + fingerprint_folder(f"{self.path}/{row['slug']}")
            sure = is_told and again == self.now[row["slug"]]
            row |= {"fingerprint": again if sure else self.maker}
            there.add(row["slug"])
            if row["slug"] not in self.before or row != self.before[row["slug"]]._asdict():
                new.append(row)
        changed = {row["slug"] for row in new}
        for slug in self.before.keys() & changed | self.before.keys() - there:
            self.connection.execute(delete(TABLE).where(TABLE.c.slug == slug))
        if new:
            self.connection.execute(insert(TABLE), new)


def list_folders(whole: Record, published: Record, left_out: LeftOut) -> Iterator[tuple[Row, bool]]:
    """The row of each folder that was read, and whether the rows of its records tell all of it.

    An article under review has none: it is read at each load.
    """
    own = {"actors": by_article(whole.seeds.actors), "events": by_article(whole.seeds.events)}
    places = {one.article: one.place for one in reversed(whole.seeds.actors)}  # of the first
    articles = f"{whole.seeds.name}/articles/"
    unpublished = {file.removeprefix(articles).split("/")[0] for file in left_out.files}
    for article in whole.seeds.articles:
        if article.facts.review:
            continue
        actors, events = (own[noun].get(article.slug, []) for noun in ("actors", "events"))
        records: list[tuple[str, Any]] = [("articles", article)]
        records += [("quotes", quote) for quote in article.quotes]
        records += [("actors", one) for one in actors] + [("events", one) for one in events]
        cited = [role.article for one in actors for role in one.roles]
        cited += [evidence.article for one in events for evidence in one.evidence]
        is_told = (
            article.slug not in unpublished
            and all(is_plain(published, noun, one) for noun, one in records)
            and all(is_there(published, slug) for slug in cited)
        )
        earliest, latest = whole.days[article.slug]
        row = {
            "slug": article.slug,
            "earliest": earliest,
            "latest": latest,
            "added": article.facts.added,
            "actors": " ".join(one.slug for one in actors),
            "events": " ".join(one.slug for one in events),
            "place": places.get(article.slug, 0),
        }
        yield row, is_told


def by_article(filed: Iterable[Filed[Any]]) -> dict[str, list[Any]]:
    """Records by the article whose folder states them."""
    found: dict[str, list[Any]] = {}
    for one in filed:
        found.setdefault(one.article, []).append(one.record)
    return found


def is_plain(record: Record, noun: str, one: Any) -> bool:
    """Whether a record is live under the one slug that it ever had."""
    return record.is_live(noun, one.slug) and not record_facts(one).was


def is_there(record: Record, article: str) -> bool:
    """Whether an article that is cited is published; else what cites it has fewer rows."""
    return article in record.ids["articles"] and record.is_live("articles", article)
