"""Backups: taken under load, audited, put back; and files that are none."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.database import open_database
from app.trouble import find_trouble
from tests.breaking import die_at, leave_half_written, limit_files, migrate_to, start
from tests.conftest import make_database
from tests.drafting import Command
from tests.editing import TOPICS, change, dump, edit

BACKUPS = 10
Open = Callable[..., TestClient]
EARLIER = "7c41d9b0e625"  # the migration before the newest


@pytest.fixture
def new_seeds(seeds: Path) -> Path:
    edit(seeds, TOPICS, 'name.en = "Iran"', 'name.en = "Persia"')
    return seeds


@pytest.fixture
def backup(command: Command, database: Path, tmp_path: Path) -> Path:
    """A backup of the real record."""
    file = tmp_path / "kept" / "backup.db"
    file.parent.mkdir()
    assert command("backup", file, DASHBOARD_DATABASE=database).status == 0
    return file


def test_backups_under_load_are_whole(
    command: Command, tmp_path: Path, database: Path, new_seeds: Path
) -> None:
    """Each is the old state or the new, by `verify` too."""
    kept = tmp_path / "kept"
    kept.mkdir()
    states = {"old": dump(database)}
    taken: list[Path] = []
    for number, seeds in enumerate((new_seeds, Path("seeds"))):
        load = start(
            "load",
            printed=tmp_path / str(number),
            DASHBOARD_DATABASE=database,
            DASHBOARD_SEEDS=seeds,
        )
        while load.process.is_alive() or len(taken) < BACKUPS * (number + 1) // 2:
            taken.append(kept / f"{len(taken)}.db")
            done = command("backup", taken[-1], DASHBOARD_DATABASE=database)
            assert (done.status, done.err) == (0, "")
        assert load.wait().status == 0
        states.setdefault("new", dump(database))
    assert {file.name for file in kept.iterdir()} == {file.name for file in taken}
    for file in taken:
        assert dump(file) in states.values()
    assert command("verify", taken[-1]).out == f"{taken[-1]}: all as seeds states it\n"
    assert command("verify", taken[-1], DASHBOARD_SEEDS=new_seeds).status == 1


def test_a_backup_is_put_back_while_the_site_is_read(
    command: Command, backup: Path, database: Path, new_seeds: Path, open_site: Open,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("app.watch.Watch.SECONDS", 0.0)
    command("load", DASHBOARD_DATABASE=database, DASHBOARD_SEEDS=new_seeds)
    database.chmod(0o640)
    client = open_site(database, keep=64)
    assert "Persia" in client.get("/en/topics/iran").text
    done = command("restore", backup, DASHBOARD_DATABASE=database)
    assert (done.status, done.err) == (0, "")
    assert done.out == f"{database}: restored from {backup}\n"
    assert "Persia" not in client.get("/en/topics/iran").text
    assert database.stat().st_mode & 0o777 == 0o640
    assert dump(database) == dump(backup)
    assert [path.name for path in backup.parent.iterdir()] == [backup.name]
    assert not [path for path in database.parent.iterdir() if "restored" in path.name]


def spoil(database: Path) -> None:
    database.write_bytes(b"no database at all" * 500)


def lose_half_written(database: Path) -> None:
    """Only what a dead writer wrote beside it is left."""
    leave_half_written(database)
    database.unlink()


@pytest.mark.parametrize("before", [Path.unlink, spoil, leave_half_written, lose_half_written])
def test_a_backup_takes_the_place_of_what_is_broken(
    command: Command, backup: Path, database: Path, before: Callable[[Path], None]
) -> None:
    change(database, "UPDATE quote SET translation = 'newer than the backup'")
    before(database)
    assert command("restore", backup, DASHBOARD_DATABASE=database).status == 0
    assert dump(database) == dump(backup)
    assert command("verify", DASHBOARD_DATABASE=database).status == 0


def test_a_backup_with_an_older_schema_is_brought_up_to_date(
    command: Command, tmp_path: Path, database: Path, real_database: Path
) -> None:
    older = migrate_to(tmp_path / "older.db", EARLIER)
    assert command("verify", older).err == (
        f"{older} has an older schema: `restore` brings it up to date\n"
    )
    done = command("restore", older, DASHBOARD_DATABASE=database)
    assert done.status == 0
    assert done.out.endswith(", whose schema was older: it holds what seeds states now\n")
    assert dump(database) == dump(real_database)


def test_serve_brings_an_older_schema_up_to_date(
    tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = migrate_to(tmp_path / "older.db", EARLIER)
    monkeypatch.setattr("app.serving.run_site", lambda *_, **__: 0)
    done = command("serve", DASHBOARD_DATABASE=older)
    assert (done.status, done.err) == (0, "")
    assert find_trouble(older) is None
    assert command("verify", DASHBOARD_DATABASE=older).status == 0


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-5_000])


def damage_an_index(file: Path) -> None:
    """Which is found by who reads all of it."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'UNIQUE (slug)', 'UNIQUE (name)')"
            " WHERE name = 'actor'"
        )


def refer_to_nothing(file: Path) -> None:
    change(file, "DELETE FROM actor WHERE slug = 'donald-trump'")


def empty(file: Path) -> None:
    file.write_bytes(b"")


def make_newer(file: Path) -> None:
    change(file, "UPDATE alembic_version SET version_num = 'ffffffffffff'")


def make_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


SPOILT: dict[Callable[[Path], None], str] = {
    Path.unlink: "is not a file",
    make_folder: "is not a file",
    spoil: "is damaged, or no database (file is not a database)",
    cut: "is damaged",
    damage_an_index: "is damaged",
    refer_to_nothing: "is damaged (rows refer to nothing)",
    empty: "is no database of ours: it does not say its version",
    make_newer: "was made by a newer version: update the code",
}


@pytest.mark.parametrize("spoil_it", SPOILT)
def test_what_is_no_backup_is_not_put_back(
    command: Command, backup: Path, database: Path, spoil_it: Callable[[Path], None]
) -> None:
    spoil_it(backup)
    before = database.read_bytes()
    done = command("restore", backup, DASHBOARD_DATABASE=database)
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith(f"{backup} {SPOILT[spoil_it]}")
    assert done.err.endswith(f"; {database} is unchanged\n")
    assert len(done.err.splitlines()) == 1
    assert database.read_bytes() == before
    audit = command("verify", backup)
    assert (audit.status, audit.out) == (1, "")
    assert audit.err.startswith(f"{backup} {SPOILT[spoil_it]}")


def test_a_backup_takes_no_file_s_place(command: Command, backup: Path, database: Path) -> None:
    before = backup.read_bytes()
    done = command("backup", backup, DASHBOARD_DATABASE=database)
    assert (done.status, done.out) == (1, "")
    assert done.err == f"{backup} is there already: name a new file\n"
    assert backup.read_bytes() == before


def test_many_at_once_to_one_name_leave_one_whole_copy(tmp_path: Path, database: Path) -> None:
    """Each ends whole, or finds the name taken."""
    file = tmp_path / "kept" / "backup.db"
    file.parent.mkdir()
    runs = [
        start("backup", file, printed=tmp_path / str(number), DASHBOARD_DATABASE=database)
        for number in range(4)
    ]
    ended = [run.wait() for run in runs]
    taken = f"{file} is there already: name a new file\n"
    said = {(one.status, one.err) for one in ended}
    assert (0, "") in said
    assert said <= {(0, ""), (1, taken)}
    assert [*file.parent.iterdir()] == [file]
    assert dump(file) == dump(database)


def test_a_damaged_database_gives_no_backup(
    command: Command, tmp_path: Path, database: Path
) -> None:
    cut(database)
    file = tmp_path / "backup.db"
    done = command("backup", file, DASHBOARD_DATABASE=database)
    assert (done.status, len(done.err.splitlines())) == (1, 1)
    assert not file.exists()


def test_a_copy_is_read_to_its_end_before_it_is_kept(
    command: Command, tmp_path: Path, database: Path
) -> None:
    """A site starts sooner, by a look that does not find all damage."""
    refer_to_nothing(database)
    assert find_trouble(database) is None
    file = tmp_path / "backup.db"
    done = command("backup", file, DASHBOARD_DATABASE=database)
    assert (done.status, done.out) == (1, "")
    assert done.err == f"{database} is damaged (rows refer to nothing)\n"
    assert not file.exists()


def test_a_backup_without_room_leaves_nothing(tmp_path: Path, database: Path) -> None:
    folder = tmp_path / "full"
    folder.mkdir()
    taken = start(
        "backup",
        folder / "backup.db",
        printed=tmp_path / "printed",
        prepare=partial(limit_files, 100_000),
        DASHBOARD_DATABASE=database,
    ).wait()
    assert (taken.status, taken.out, len(taken.err.splitlines())) == (1, "", 1)
    assert [*folder.iterdir()] == []


def test_a_backup_where_no_folder_is_is_told(
    command: Command, tmp_path: Path, database: Path
) -> None:
    file = tmp_path / "none" / "backup.db"
    done = command("backup", file, DASHBOARD_DATABASE=database)
    assert (done.status, len(done.err.splitlines())) == (1, 1)


@pytest.mark.parametrize("statement", [1, 4, 8])
def test_a_restore_that_is_killed_can_be_run_again(
    command: Command, tmp_path: Path, backup: Path, database: Path, statement: int
) -> None:
    """What it leaves beside the database is not taken for anything."""
    change(database, "UPDATE topic SET name_en = 'Persia' WHERE slug = 'iran'")
    before = dump(database)
    older = migrate_to(tmp_path / "older.db", EARLIER)
    killed = start(
        "restore",
        older,
        printed=tmp_path / "printed",
        prepare=partial(die_at, statement * 20),
        DASHBOARD_DATABASE=database,
    )
    assert killed.wait().status == -9
    assert dump(database) == before
    assert command("restore", backup, DASHBOARD_DATABASE=database).status == 0
    assert dump(database) == dump(backup)
    assert not [path for path in database.parent.iterdir() if "restored" in path.name]


def test_verify_tells_of_an_address_that_leads_nowhere(
    command: Command, database: Path, seeds: Path
) -> None:
    edit(seeds, TOPICS, 'slug = "iran"\n', 'slug = "iran"\nwas = ["persia"]\n')
    command("check", "--add", DASHBOARD_SEEDS=seeds)
    make_database(database, seeds)
    change(database, "UPDATE retired_slug SET moved_to = 'nowhere' WHERE slug = 'persia'")
    done = command("verify", DASHBOARD_DATABASE=database, DASHBOARD_SEEDS=seeds)
    assert "topics/persia: nothing answers it" in done.err.splitlines()


def test_a_copy_is_of_one_moment(database: Path, tmp_path: Path, command: Command) -> None:
    """Not of a transaction that is under way."""
    engine = open_database(database, write=True)
    before = dump(database)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE topic SET name_en = 'half done'")
        assert command("backup", tmp_path / "b.db", DASHBOARD_DATABASE=database).status == 0
        connection.rollback()
    engine.dispose()
    assert dump(tmp_path / "b.db") == before
