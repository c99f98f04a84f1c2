"""Migrations that are killed or begun at the same time: whoever comes next brings the schema up."""

from functools import partial
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from app.database import open_database
from app.loader import alembic_config, migrate
from tests.breaking import (
    die_at,
    engine_on,
    migrate_to,
    schema_of,
    start,
    states_of_a_migration,
)
from tests.editing import ask

KILLS = 4  # of real processes; `states_of_a_migration` looks at every statement
ROUNDS = 3


def list_revisions(tmp_path: Path) -> list[str]:
    config = alembic_config(open_database(tmp_path / "none.db", write=True))
    return [one.revision for one in ScriptDirectory.from_config(config).walk_revisions()]


def test_killed_at_any_statement_they_can_be_run_again(tmp_path: Path) -> None:
    """From an empty file and from each schema that there ever was."""
    fresh = schema_of(migrate_to(tmp_path / "fresh.db", "head"))
    for revision in ("base", *list_revisions(tmp_path)[1:]):
        folder = tmp_path / revision
        folder.mkdir()
        database = migrate_to(folder / "old.db", revision)
        before = schema_of(database)
        states = states_of_a_migration(database, folder)
        assert [schema_of(left) for _, left in states] == [before, fresh]
        for _, left in states:
            with engine_on(left) as engine:
                migrate(engine)
            assert schema_of(left) == fresh


@pytest.mark.parametrize("statement", [3 + 60 * kill for kill in range(KILLS)])
def test_a_load_after_a_killed_one_makes_the_database(tmp_path: Path, statement: int) -> None:
    database = tmp_path / "new.db"
    killed = start(
        "load",
        printed=tmp_path / "1",
        prepare=partial(die_at, statement),
        DASHBOARD_DATABASE=database,
    )
    assert killed.wait().status == -9
    again = start("load", printed=tmp_path / "2", DASHBOARD_DATABASE=database)
    assert again.wait().status == 0
    assert ask(database, "SELECT count(*) FROM quote") == [(19,)]


@pytest.mark.parametrize("number", range(ROUNDS))
def test_six_at_once_in_an_empty_folder_all_come_up(tmp_path: Path, number: int) -> None:
    database = tmp_path / f"{number}.db"
    loads = [
        start("load", printed=tmp_path / str(one), DASHBOARD_DATABASE=database) for one in range(6)
    ]
    ended = [load.wait() for load in loads]
    waited = f"{database}: waiting for another process to write it"
    assert [one.status for one in ended] == [0] * 6
    assert {line for one in ended for line in one.err.splitlines()} <= {waited}
    first = f"{database}: 235 rows changed; 1 of 1 articles read\n"
    assert [one.out for one in ended].count(first) == 1
    assert ask(database, "SELECT count(*) FROM quote") == [(19,)]
