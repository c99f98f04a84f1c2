"""The only writer: brings the database to what the seeds state, in one transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, Table, and_, delete, insert, select

from app import changes, derived, models  # noqa: F401, whose tables are loaded
from app.base import Base, counted
from app.database import defer_foreign_keys
from app.deriving import count_records, derive_all, forget, remember
from app.index import list_entries
from app.keys import owner_key
from app.reader import Problem, read_seeds
from app.record import Record, Row
from app.review import LeftOut, set_aside
from app.rows import build_record

ROOT = Path(__file__).resolve().parent.parent
METADATA = Base.metadata
NOUN_TABLES = {
    "articles": "article",
    "quotes": "quote",
    "actors": "actor",
    "events": "event",
    "topics": "topic",
}

# What the seeds state, and what search finds of it; the rest is derived from these.
STATED = [
    table
    for table in METADATA.sorted_tables
    if table.name not in ("listing", "quote_facets", "tally", "overview")
]
# With more articles than this the derived tables are made anew, which is quicker.
MOST_TOUCHED = 200

Key = tuple[Any, ...]


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
    """A folder of seeds in which nothing is wrong: its rows, and what they leave out."""

    record: Record
    left_out: LeftOut

    def summary(self) -> str:
        """How many records of each noun there are."""
        return counted({noun: len(ids) for noun, ids in self.record.ids.items()})


def check_seeds(
    folder: Path, ids: dict[str, dict[str, int]] | None = None, *, drafts: bool = False
) -> Checked:
    """Read and check a whole folder of seeds and its ledger of permalinks, and make its rows:
    those of what is published or, with `drafts`, of what is under review too.

    `ids` are the numbers that the database gives to the slugs. Raises SeedError with everything
    that is wrong.
    """
    whole, published, left_out = build_both(folder, ids)
    check_ledger(published)
    refuse([*whole.problems, *published.problems])
    return Checked(whole if drafts else published, left_out)


def build_both(
    folder: Path, ids: dict[str, dict[str, int]] | None = None
) -> tuple[Record, Record, LeftOut]:
    """The record with what is under review and without it: for each must hold by itself."""
    seeds = read_seeds(folder)
    whole = build_record(seeds, ids)
    part, left_out = set_aside(seeds)
    published = build_record(part, ids, left_out.slugs) if left_out.files else whole
    return whole, published, left_out


def refuse(problems: list[Problem]) -> None:
    """Raise all that is wrong, each once."""
    if problems:
        raise SeedError(list(dict.fromkeys(problems)))


def check_ledger(record: Record) -> None:
    """Every published address is answered, and every record's address is published."""
    lines = record.seeds.permalinks
    addresses = record.addresses()
    record.at(f"{record.seeds.name}/permalinks.txt")
    for line in sorted({line for line in lines if lines.count(line) > 1}):
        record.report(f"{line} stands there twice")
    # A record that is there but wrong is not gone, and the advice would mislead.
    gone = set(lines) - set(addresses) if record.seeds.whole else set()
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
    for address in sorted(set(addresses) - set(lines)):
        record.report(f"{address} is missing: run `python -m app check --add`", addable=True)


def add_permalinks(folder: Path) -> list[str]:
    """Append the addresses that the ledger lacks, and return them.

    Raises SeedError if anything else is wrong: what is published once cannot be taken back.
    """
    whole, published, _ = build_both(folder)
    refuse([*whole.problems, *published.problems])
    missing = sorted(set(published.addresses()) - set(published.seeds.permalinks))
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


def alembic_config(database: Engine) -> Config:
    """Alembic's settings, for this engine; its own come from `pyproject.toml`."""
    config = Config(toml_file=ROOT / "pyproject.toml")
    config.attributes["engine"] = database
    return config


def migrate(database: Engine) -> None:
    """Bring the schema to the newest migration."""
    command.upgrade(alembic_config(database), "head")


@dataclass(frozen=True)
class Loaded:
    """What a load did: how many rows changed, those of the search index left out, which follow
    from the others; and what it left out."""

    rows: int
    left_out: LeftOut


def load_seeds(database: Engine, folder: Path, *, drafts: bool = False) -> Loaded:
    """Make the database hold what the seeds state, what is under review only with `drafts`.

    What has not changed is left alone. One transaction: on any error the database stays as it
    was. Raises SeedError if the seeds are not valid.
    """
    with database.begin() as connection:
        checked = check_seeds(folder, known_ids(connection), drafts=drafts)
        record = checked.record
        record.rows["search_entry"] = list(list_entries(record.rows))
        defer_foreign_keys(connection)
        changes = {table: difference(connection, table, record) for table in STATED}
        touched = touched_articles(changes)
        whole = len(touched) > MOST_TOUCHED
        if not whole:
            forget(connection, touched)
        # All that goes, goes first: so no new row meets a slug or a span still taken.
        for table, (old, _) in reversed(changes.items()):
            remove(connection, table, old)
        for table, (_, new) in changes.items():
            if new:
                connection.execute(insert(table), new)
        if whole:
            derive_all(connection)
        elif any(old or new for old, new in changes.values()):
            remember(connection, touched)
            count_records(connection)
        changed = sum(
            count_changed(table, old, new)
            for table, (old, new) in changes.items()
            if table.name != "search_entry"
        )
        return Loaded(changed, checked.left_out)


def touched_articles(differences: Mapping[Table, tuple[list[Key], list[Row]]]) -> set[int]:
    """The articles whose quotes, or their topics, are not what they were."""
    touched = set()
    for name, column in (("quote", "id"), ("quote_topic", "quote_id")):
        old, new = differences[METADATA.tables[name]]
        touched |= {owner_key(key[0]) for key in old} | {owner_key(row[column]) for row in new}
    return touched


def count_changed(table: Table, old: list[Key], new: list[Row]) -> int:
    """How many rows differ; one that was taken out and put in again has changed once."""
    keys = [column.name for column in table.primary_key]
    return len({*old, *(tuple(row[key] for key in keys) for row in new)})


def known_ids(connection: Connection) -> dict[str, dict[str, int]]:
    """The number of each slug in the database, so that a rebuild keeps them."""
    ids = {}
    for noun, name in NOUN_TABLES.items():
        table = METADATA.tables[name]
        ids[noun] = {
            row.slug: row.id for row in connection.execute(select(table.c.slug, table.c.id))
        }
    return ids


def difference(connection: Connection, table: Table, record: Record) -> tuple[list[Key], list[Row]]:
    """The keys of the rows to take out, and the rows to put in; a changed row is in both."""
    # What has a default is counted by the loader, once all rows are in.
    columns = [column.name for column in table.columns if column.server_default is None]
    keys = [column.name for column in table.primary_key]
    wanted = {tuple(row[key] for key in keys): row for row in record.rows.get(table.name, [])}
    stored = {
        tuple(row[key] for key in keys): dict(row)
        for row in connection.execute(select(table)).mappings()
    }
    same = {
        key
        for key, row in wanted.items()
        if key in stored and all(stored[key][name] == row[name] for name in columns)
    }
    return (
        [key for key in stored if key not in same],
        [row for key, row in wanted.items() if key not in same],
    )


def remove(connection: Connection, table: Table, keys: Iterable[Key]) -> None:
    for key in keys:
        conditions = [column == part for column, part in zip(table.primary_key, key, strict=True)]
        connection.execute(delete(table).where(and_(*conditions)))
