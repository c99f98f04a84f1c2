"""`verify`: a database that is not what its seeds state is found out, whatever is wrong with it;
and the derived tables, kept in step by small loads, are what a whole load makes."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.database import open_database
from app.deriving import DERIVED, derive_all
from app.loader import load_seeds
from app.verify import verify
from tests.conftest import make_database
from tests.drafting import Command
from tests.editing import QUOTES, edit


def faults_of(database: Path, seeds: Path) -> list[str]:
    engine = open_database(database)
    try:
        return list(verify(engine, seeds))
    finally:
        engine.dispose()


def test_what_the_loader_made_has_no_fault(
    real_database: Path, cast_database: Path, cast_seeds: Path, seeds: Path
) -> None:
    assert faults_of(real_database, seeds) == []
    assert faults_of(cast_database, cast_seeds) == []


FAULTS = {
    "UPDATE quote SET text = upper(text) WHERE kind = 'full'": "quote: ",
    "UPDATE quote SET words_text = upper(words_text) WHERE speaker_id = 1": "quote: ",
    "UPDATE mention SET text = 'Ronald Trump' WHERE text = 'Donald Trump'": "mention: ",
    "UPDATE article SET source = x'00'": "another SHA-256",
    "UPDATE article SET body = replace(body, 'Irak', 'Iran')": "not that of its source",
    "DELETE FROM listing WHERE quote_id IN (SELECT min(id) FROM quote)": "listing: 4 rows missing",
    "UPDATE tally SET quotes = quotes + 1 WHERE topic_id = 0": "tally: ",
    "UPDATE calendar SET quotes = quotes + 1": "calendar: ",
    "UPDATE quote_facets SET kind = 2 WHERE kind = 0": "quote_facets: ",
    "UPDATE overview SET quotes = 20": "overview: ",
    "UPDATE search_entry SET words = ''": "search_entry: ",
    "DELETE FROM topic WHERE slug = 'timetable'": "topics/timetable: nothing answers it",
    "UPDATE actor SET wikidata = 'Q1' WHERE slug = 'iran'": "actor: 1 rows",
}


@pytest.mark.parametrize("damage", FAULTS)
def test_it_finds_what_was_changed_behind_the_loader(
    database: Path, seeds: Path, damage: str
) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        changed = connection.execute(damage).rowcount
        connection.commit()
    assert changed
    assert any(FAULTS[damage] in fault for fault in faults_of(database, seeds))


def test_the_command_tells_each_fault_and_fails(
    command: Command, database: Path, seeds: Path
) -> None:
    settings = {"DASHBOARD_DATABASE": database, "DASHBOARD_SEEDS": seeds}
    assert command("verify", **settings).status == 0
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE overview SET events = 1")
        connection.commit()
    done = command("verify", **settings)
    assert done.status == 1
    assert done.err.splitlines() == ["overview: its numbers are not those of the record"]


EDITS = [
    ('kind = "full"', 'kind = "partial"'),
    ('topics = ["', 'topics = ["strategic-dialogue", "'),
    (
        'slug = "trump-very-respected-man"',
        'withdrawn = { en = "No", fr = "Non" }\nslug = "trump-very-respected-man"',
    ),
]


def derived(database: Path) -> list[list[tuple[object, ...]]]:
    with closing(sqlite3.connect(database)) as connection:
        return [
            sorted(connection.execute(f"SELECT * FROM {table.name}").fetchall())
            for table, _ in DERIVED
        ]


def test_small_loads_leave_the_derived_tables_as_a_whole_one_makes_them(
    tmp_path: Path, database: Path, seeds: Path
) -> None:
    engine = open_database(database, write=True)
    for old, new in EDITS:
        edit(seeds, QUOTES, old, new)
        load_seeds(engine, seeds)
        assert faults_of(database, seeds) == []
    kept = derived(database)
    with engine.begin() as connection:
        derive_all(connection)
    assert derived(database) == kept == derived(make_database(tmp_path / "anew.db", seeds))
    engine.dispose()
