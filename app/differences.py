"""How the rows of the seeds differ from those of the database, and how that is written."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, insert

from app import changes, derived, models  # noqa: F401, whose tables are compared
from app.base import Base
from app.database import analyse, defer_foreign_keys
from app.deriving import DERIVED, count_records, derive_all, forget, remember
from app.index import list_entries
from app.keys import owner_key
from app.record import Record, Row
from app.standing import Standing

METADATA = Base.metadata
# What the seeds state, and what search finds of it; the rest is derived from these.
STATED = [
    table
    for table in METADATA.sorted_tables
    if table.name not in {*(one.name for one, _ in DERIVED), "overview", "loaded_folder"}
]
# With more articles than this the derived tables are made anew, which is quicker.
MOST_TOUCHED = 200

Key = tuple[Any, ...]
Differences = dict[Table, tuple[list[Key], list[Row]]]  # the keys to take out, the rows to put in


def list_differences(record: Record, standing: Standing) -> Differences:
    """What differs in each table; a changed row is both taken out and put in."""
    languages = standing.languages(record.rows.get("actor_role", []))
    record.rows["search_entry"] = list(list_entries(record.rows, languages))
    return {table: difference(table, record, standing) for table in STATED}


def difference(table: Table, record: Record, standing: Standing) -> tuple[list[Key], list[Row]]:
    """What differs in a table."""
    # What has a default is counted by the loader, once all rows are in.
    columns = [column.name for column in table.columns if column.server_default is None]
    keys = [column.name for column in table.primary_key]
    wanted = {tuple(row[key] for key in keys): row for row in record.rows.get(table.name, [])}
    same, gone = set(), []
    for stored in standing.stored(table):
        key = tuple(stored[name] for name in keys)
        if key in wanted and all(stored[name] == wanted[key][name] for name in columns):
            same.add(key)
        else:
            gone.append(key)
    return gone, [row for key, row in wanted.items() if key not in same]


def write_changed(connection: Connection, record: Record, standing: Standing, *, anew: bool) -> int:
    """Bring the database to what a record states; how many rows that changes, those of the search
    index left out. The derived tables are kept in step, or made `anew`."""
    found = list_differences(record, standing)
    write_differences(connection, found, anew=anew)
    return sum(
        count_changed(table, old, new)
        for table, (old, new) in found.items()
        if table.name != "search_entry"
    )


def write_differences(connection: Connection, found: Differences, *, anew: bool) -> None:
    """Write what differs and keep the derived tables in step, or make them `anew`."""
    touched = touched_articles(found)
    anew = anew or len(touched) > MOST_TOUCHED
    defer_foreign_keys(connection)
    if not anew:
        forget(connection, touched)
    # All that goes, goes first: so no new row meets a slug or a span still taken.
    for table, (old, _) in reversed(found.items()):
        remove(connection, table, old)
    for table, (_, new) in found.items():
        if new:
            connection.execute(insert(table), new)
    if anew:
        derive_all(connection)
        analyse(connection)
    elif any(old or new for old, new in found.values()):
        remember(connection, touched)
        count_records(connection)


def touched_articles(found: Differences) -> set[int]:
    """The articles whose quotes, or their topics, are not what they were."""
    touched = set()
    for name, column in (("quote", "id"), ("quote_topic", "quote_id")):
        old, new = found[METADATA.tables[name]]
        touched |= {owner_key(key[0]) for key in old} | {owner_key(row[column]) for row in new}
    return touched


def count_changed(table: Table, old: list[Key], new: list[Row]) -> int:
    """How many rows differ; one that was taken out and put in again has changed once."""
    keys = [column.name for column in table.primary_key]
    return len({*old, *(tuple(row[key] for key in keys) for row in new)})


def remove(connection: Connection, table: Table, keys: Iterable[Key]) -> None:
    for key in keys:
        conditions = [column == part for column, part in zip(table.primary_key, key, strict=True)]
        connection.execute(delete(table).where(and_(*conditions)))
