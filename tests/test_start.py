"""What a database that cannot be read is answered with, before anything is served."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.made import make_once
from app.trouble import find_trouble
from tests.conftest import make_database
from tests.drafting import run
from tests.editing import change

LOAD = "run `python -m app load`"


def break_missing(path: Path) -> None:
    path.unlink()


def break_random(path: Path) -> None:
    path.write_bytes(os.urandom(8192))


def break_truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50_000])


def break_a_page(path: Path) -> None:
    """Damage inside, that opening the file alone does not show."""
    content = path.read_bytes()
    path.write_bytes(content[:40960] + b"\xee" * 4096 + content[45056:])


def break_empty(path: Path) -> None:
    path.write_bytes(b"")


def break_unstamped(path: Path) -> None:
    change(path, "DELETE FROM alembic_version")


def break_never_migrated(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE alembic_version")


def break_newer(path: Path) -> None:
    change(path, "UPDATE alembic_version SET version_num = 'ffffffffffff'")


BREAKS = {
    break_missing: f"does not exist: {LOAD}",
    break_random: f"delete it and {LOAD}",
    break_truncated: f"delete it and {LOAD}",
    break_a_page: f"delete it and {LOAD}",
    break_empty: f"has an older schema: {LOAD}",
    break_unstamped: f"has an older schema: {LOAD}",
    break_never_migrated: f"has an older schema: {LOAD}",
    break_newer: f"was made by a newer version: update the code, or delete it and {LOAD}",
}


@pytest.mark.parametrize("spoil", BREAKS)
def test_a_database_that_cannot_be_read_is_told_in_a_line(database: Path, spoil: object) -> None:
    assert callable(spoil)
    spoil(database)
    trouble = find_trouble(database)
    assert trouble is not None
    assert trouble.startswith(str(database))
    assert trouble.endswith(BREAKS[spoil])
    assert "\n" not in trouble


def test_a_good_database_is_no_trouble(database: Path) -> None:
    assert find_trouble(database) is None


def test_looking_for_trouble_changes_nothing(database: Path) -> None:
    before = database.read_bytes()
    find_trouble(database)
    assert database.read_bytes() == before


@pytest.mark.parametrize("spoil", [break_missing, break_random, break_unstamped, break_newer])
def test_serve_ends_with_that_line(database: Path, spoil: object) -> None:
    assert callable(spoil)
    spoil(database)
    done = run("serve", DASHBOARD_DATABASE=str(database))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [find_trouble(database)]


def test_the_remedy_mends_an_empty_file(tmp_path: Path, seeds: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    make_database(path, seeds)
    assert find_trouble(path) is None


@pytest.mark.parametrize("spoil", [break_random, break_truncated, break_unstamped, break_newer])
def test_of_a_large_file_the_head_and_the_schema_tell(
    database: Path, spoil: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.trouble.SMALL", 0)
    assert find_trouble(database) is None
    assert callable(spoil)
    spoil(database)
    trouble = find_trouble(database)
    assert trouble is not None
    assert trouble.endswith(BREAKS[spoil])


def test_a_start_finds_what_the_last_one_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.made.PLACE", tmp_path / "made")
    source, asked = tmp_path / "source", list[str]()

    def make() -> bytes:
        asked.append(source.read_text())
        return source.read_bytes()

    for text in ("one", "one", "three"):
        if not source.exists() or source.read_text() != text:
            source.write_text(text)
        assert make_once(source, "it", make) == text.encode()
    assert asked == ["one", "three"]
    assert len([*(tmp_path / "made").iterdir()]) == 1
    (tmp_path / "file").touch()
    monkeypatch.setattr("app.made.PLACE", tmp_path / "file")
    assert make_once(source, "it", make) == b"three"
