"""The only writer: brings the database to what the seeds state, in one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, select

from app.base import Base, counted
from app.bulk import cut_batches, fill, is_empty
from app.differences import write_changed
from app.folders import Folder, Folders
from app.problems import Problem
from app.reader import read_seeds
from app.record import Record
from app.review import LeftOut, set_aside
from app.rows import build_record
from app.standing import Numbers, Standing
from app.trouble import list_revisions, read_revision

if TYPE_CHECKING:
    from alembic.config import Config

ROOT = Path(__file__).resolve().parent.parent
METADATA = Base.metadata
NOUN_TABLES = {
    "quotes": "quote",
    "articles": "article",
    "actors": "actor",
    "events": "event",
    "topics": "topic",
}

# With more folders to read than this, all are: which is as quick.
MOST_READ = 5000

Progress = Callable[[int, int], None]  # how many articles of how many are read


class SeedError(Exception):
    """The seeds are not valid; `problems` says all that is wrong."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems

    def summary(self, folder: Path) -> str:
        """How much is wrong and, apart from it, how many addresses are only to be added."""
        addable = sum(problem.addable for problem in self.problems)
        told = [f"{len(self.problems) - addable or 'nothing else'} wrong in {folder}"]
        if addable:
            told.append(
                f"{counted({'permalinks': addable})} to add to {folder / 'permalinks.txt'}:"
                " `python -m app check --add`"
                + (" once that is right" if addable < len(self.problems) else "")
            )
        return "; ".join(told)


@dataclass(frozen=True)
class Checked:
    """The record with what is under review and without it, for each must hold by itself."""

    whole: Record
    published: Record
    left_out: LeftOut
    drafts: bool  # whether the former is wanted

    @property
    def record(self) -> Record:
        return self.whole if self.drafts else self.published

    @property
    def problems(self) -> list[Problem]:
        """All that is wrong, each once."""
        return list(dict.fromkeys([*self.whole.problems, *self.published.problems]))

    def summary(self) -> str:
        """How many records of each noun there are."""
        return counted({noun: len(ids) for noun, ids in self.record.ids.items()})


def check_seeds(
    folder: Path,
    ids: Numbers | None = None,
    *,
    drafts: bool = False,
    progress: Progress | None = None,
) -> Checked:
    """Read and check a whole folder of seeds and its ledger of permalinks, and make its rows:
    those of what is published or, with `drafts`, of what is under review too.

    `ids` are the numbers that the database gives to the slugs. Raises SeedError with everything
    that is wrong.
    """
    checked = build_both(folder, ids, drafts=drafts, progress=progress)
    check_ledger(checked.published)
    refuse(checked.problems)
    return checked


def build_both(
    folder: Path,
    ids: Numbers | None = None,
    standing: Standing | None = None,
    *,
    drafts: bool = False,
    progress: Progress | None = None,
) -> Checked:
    """Make the rows of a folder of seeds, but of those that the database stands in for."""
    rest = standing.rest if standing else None
    seeds = read_seeds(folder, standing.folders() if standing else None, progress)
    whole = build_record(seeds, ids, None, rest)
    part, left_out = set_aside(seeds)
    # A file that cannot be read may say that its article is under review.
    told = left_out.files and seeds.whole
    published = build_record(part, ids, left_out.slugs, rest) if told else whole
    return Checked(whole, published, left_out, drafts)


def check_changed(
    connection: Connection,
    folder: Path,
    folders: Folders,
    *,
    drafts: bool,
    progress: Progress | None,
) -> tuple[Checked, Standing]:
    """Check a folder of seeds as `check_seeds` does, but leave unread the articles whose rows the
    database has: those that did not change since, and rest on nothing that did.

    Where anything is wrong, or much changed, all is read.
    """
    known = known_ids(connection)
    unread = {slug: row for slug, row in folders.unchanged() if is_known(row, known)}
    changed = frozenset((folders.now.keys() | known["articles"].keys()) - unread.keys())
    while unread and len(folders.now) - len(unread) <= MOST_READ:
        standing = Standing(connection, known, changed, unread)
        checked = build_both(folder, known, standing, drafts=drafts, progress=progress)
        shaken = standing.shaken(checked.record, checked.whole.seeds)
        if not (shaken or checked.problems):
            check_ledger(checked.published)
        if checked.problems:
            break
        if not shaken:
            return checked, standing
        unread = {slug: row for slug, row in unread.items() if slug not in shaken}
    standing = Standing(connection, known, changed, {})
    return check_seeds(folder, known, drafts=drafts, progress=progress), standing


def refuse(problems: list[Problem]) -> None:
    """Raise all that is wrong."""
    if problems:
        raise SeedError(problems)


def check_ledger(record: Record) -> None:
    """Every published address is answered, and every record's address is published."""
    lines = record.seeds.permalinks
    addresses = record.addresses()
    record.at(f"{record.seeds.name}/permalinks.txt")
    for line in sorted(line for line, number in Counter(lines).items() if number > 1):
        record.report(f"{line} stands there twice")
    # A record that is there but wrong is not gone, and the advice would mislead.
    gone = set(lines) - addresses if record.seeds.whole else set()
    for line in sorted(gone):
        noun, _, slug = line.partition("/")
        if slug in record.seeds.broken:
            continue
        if slug in record.reviewed.get(noun, ()):
            record.report(f"{line} is published, and its record under review: take `review` out")
            continue
        record.report(
            f"nothing answers {line} any more: its record must stay, with `was` or `withdrawn`"
        )
    for address in sorted(addresses - set(lines)):
        record.report(f"{address} is missing: run `python -m app check --add`", addable=True)


def add_permalinks(folder: Path) -> list[str]:
    """Append the addresses that the ledger lacks, and return them.

    Raises SeedError if anything else is wrong: what is published once cannot be taken back.
    """
    checked = build_both(folder)
    refuse(checked.problems)
    published = checked.published
    missing = sorted(published.addresses() - set(published.seeds.permalinks))
    if missing:
        path = folder / "permalinks.txt"
        lines = path.read_bytes() if path.exists() else b""
        # The last line may lack its break, which a line after it needs.
        between = "\n" if lines and not lines.endswith(b"\n") else ""
        added = between + "".join(f"{address}\n" for address in missing)
        # All of them or none: a part of a line would be an address that nothing answers.
        grown = path.with_name("permalinks.txt.new")
        grown.write_bytes(lines + added.encode("ascii"))
        grown.replace(path)
    return missing


class SchemaError(Exception):
    """The schema of a database is none that the migrations know."""


def alembic_config(database: Engine) -> Config:
    """Alembic's settings, for this engine; its own come from `pyproject.toml`."""
    from alembic.config import Config  # imported late: most loads find the newest schema

    config = Config(toml_file=ROOT / "pyproject.toml")
    config.attributes["engine"] = database
    return config


def migrate(database: Engine) -> None:
    """Bring the schema to the newest migration. Raises SchemaError for one that is unknown.

    Where it is there already nothing else is looked at: a migration checks every row's references.
    """
    newest, known = list_revisions()
    with closing(database.raw_connection()) as connection:
        driver: Any = connection.driver_connection
        revision = read_revision(driver)
    if revision not in {*known, None}:
        raise SchemaError(f"{revision} is unknown")
    if revision != newest:
        from alembic import command

        command.upgrade(alembic_config(database), "head")


@dataclass(frozen=True)
class Loaded:
    """What a load did: how many rows changed, those of the search index left out, which follow
    from the others; how many articles it read, of how many; and what it left out."""

    rows: int
    read: int
    articles: int
    left_out: LeftOut


def load_seeds(
    database: Engine, folder: Path, *, drafts: bool = False, progress: Progress | None = None
) -> Loaded:
    """Make the database hold what the seeds state, what is under review only with `drafts`.

    What has not changed is left alone, and the folders of articles unread. One transaction: on any
    error the database stays as it was. Raises SeedError if the seeds are not valid.
    """
    with database.begin() as connection:
        folders = Folders(connection, folder, drafts=drafts)
        checked, standing = check_changed(
            connection, folder, folders, drafts=drafts, progress=progress
        )
        if is_empty(connection):
            changed = write_all(connection, checked.record)
        else:
            changed = write_changed(connection, checked.record, standing, anew=folders.stale)
        folders.remember(checked.whole, checked.published, checked.left_out)
        articles = len(folders.now)
        return Loaded(changed, articles - len(standing.unread), articles, checked.left_out)


def write_all(connection: Connection, record: Record) -> int:
    """Write every row of a record into an empty database; how many there are."""
    number = sum(len(rows) for rows in record.rows.values())
    languages = {row["id"]: row["language"] for row in record.rows.get("article", [])}
    fill(connection, cut_batches(record.rows), languages=languages)
    return number


def known_ids(connection: Connection) -> Numbers:
    """The number of each slug in the database, so that a rebuild keeps them. Those of quotes follow
    from their articles'."""
    ids = {}
    for noun, name in NOUN_TABLES.items():
        table = METADATA.tables[name]
        if noun != "quotes":
            rows = connection.execute(select(table.c.slug, table.c.id))
            ids[noun] = {row.slug: row.id for row in rows}
    return ids


def is_known(row: Folder, known: Numbers) -> bool:
    """Whether the database has all that a folder states."""
    return (
        row.slug in known["articles"]
        and all(slug in known["actors"] for slug in row.actors.split())
        and all(slug in known["events"] for slug in row.events.split())
    )
