"""The one who writes: alone, killed, or without room on the disk; and readers meanwhile."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import text
from starlette.testclient import TestClient

from app.database import open_database, writing
from app.trouble import find_fault, find_trouble
from tests.breaking import Running, kill_load, leave_half_written, limit_files, start
from tests.conftest import make_database
from tests.drafting import Command
from tests.editing import EVENTS, QUOTES, TOPICS, dump, edit
from tests.test_verify import faults_of

KILLS = 20
FULL = 10
LOADS = 4
STATEMENTS = 220  # of a load that changes some rows, about

Open = Callable[..., TestClient]


@pytest.fixture
def new_seeds(seeds: Path) -> Path:
    """Seeds that differ from the real ones in several tables."""
    edit(seeds, TOPICS, 'name.en = "Iran"', 'name.en = "Persia"')
    edit(seeds, QUOTES, 'kind = "full"', 'kind = "partial"')
    for _ in range(8):
        edit(seeds, QUOTES, 'topics = ["', 'topics  = ["strategic-dialogue", "')
    edit(seeds, EVENTS, "added = 20", "changed = 2026-11-23\nadded = 20")
    return seeds


@pytest.fixture
def new_database(tmp_path: Path, new_seeds: Path) -> Path:
    return make_database(tmp_path / "new.db", new_seeds)


def topic_of(client: TestClient) -> str:
    """The name that the page of a topic prints now."""
    answer = client.get("/en/topics/iran")
    assert answer.status_code == 200
    return "Persia" if "Persia" in answer.text else "Iran"


def read_until_ended(client: TestClient, running: Running) -> int:
    """How many pages were read until a process ended."""
    read = 0
    while running.process.is_alive():
        topic_of(client)
        read += 1
    return read


def test_a_load_killed_at_any_moment_leaves_the_old_state_or_the_new(
    tmp_path: Path, real_database: Path, new_database: Path, new_seeds: Path
) -> None:
    states = [dump(real_database), dump(new_database)]
    chance = Random(7)
    found = []
    for number in range(KILLS):
        database, ended = kill_load(
            real_database, new_seeds, tmp_path / str(number), chance, STATEMENTS
        )
        # A reader comes first, before any writer takes back what was left.
        engine = open_database(database)
        with engine.connect() as reader:
            wanted = text("SELECT name_en FROM topic WHERE slug = 'iran'")
            name = reader.execute(wanted).scalar()
        engine.dispose()
        assert find_fault(database) is None
        found.append(states.index(dump(database)))
        assert name == ["Iran", "Persia"][found[-1]]
        if "changed" in ended.out:
            assert found[-1] == 1
        assert ended.status in (0, -9)
    assert set(found) == {0, 1}
    assert faults_of(new_database, new_seeds) == []


def test_pages_take_back_what_a_dead_writer_left(
    database: Path, real_database: Path, open_site: Open
) -> None:
    client = open_site(database)
    assert topic_of(client) == "Iran"
    leave_half_written(database)
    assert database.read_bytes() != real_database.read_bytes()
    assert topic_of(client) == "Iran"
    assert database.read_bytes() == real_database.read_bytes()


def test_half_written_is_no_trouble_for_who_starts(database: Path) -> None:
    leave_half_written(database)
    assert find_trouble(database) is None


@pytest.mark.parametrize("full", range(FULL))
def test_a_full_disk_is_told_and_readers_go_on(
    full: int, tmp_path: Path, database: Path, new_database: Path, new_seeds: Path, open_site: Open
) -> None:
    old, new = dump(database), dump(new_database)
    client = open_site(database)
    limit = 1_000 + database.stat().st_size * full // FULL
    load = start(
        "load",
        printed=tmp_path / "load",
        prepare=partial(limit_files, limit),
        DASHBOARD_DATABASE=database,
        DASHBOARD_SEEDS=new_seeds,
    )
    read_until_ended(client, load)
    ended = load.wait()
    if ended.status == 0:
        assert dump(database) == new
        return
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"{database} could not be written: ")
    assert len(ended.err.splitlines()) == 1
    assert dump(database) == old
    assert topic_of(client) == "Iran"


def test_loads_without_pause_disturb_no_reader(
    tmp_path: Path, database: Path, new_seeds: Path, open_site: Open
) -> None:
    client = open_site(database, keep=64)
    names = []
    for number in range(LOADS):
        seeds = [new_seeds, Path("seeds")][number % 2]
        load = start(
            "load",
            printed=tmp_path / str(number),
            DASHBOARD_DATABASE=database,
            DASHBOARD_SEEDS=seeds,
        )
        assert read_until_ended(client, load) > 0
        assert load.wait().status == 0
        names.append(topic_of(client))
    assert names == ["Persia", "Iran"] * (LOADS // 2)


def test_what_is_not_committed_does_not_shut_readers_out(database: Path) -> None:
    """However much it is: SQLite would write it to the file, and keep that to itself."""
    writer, reader = open_database(database, write=True), open_database(database)
    with writer.begin() as writing_now, reader.connect() as reading:
        for _ in range(12):
            writing_now.exec_driver_sql("UPDATE article SET source = source || source")
        size = writing_now.exec_driver_sql("SELECT length(source) FROM article").scalar()
        assert size is not None
        assert size > 4 * 2_000_000  # of which SQLite's cache takes two
        reading.exec_driver_sql("PRAGMA busy_timeout = 0")
        assert reading.exec_driver_sql("SELECT length(source) FROM article").scalar() == 4278
        writing_now.rollback()
    for engine in (writer, reader):
        engine.dispose()


def test_a_commit_is_on_the_disk_before_it_is_told(database: Path) -> None:
    engine = open_database(database, write=True)
    with engine.connect() as connection:
        extra = 3  # the directory too, in which the journal stood
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == extra
    engine.dispose()


def test_who_waits_too_long_for_another_writer_says_so(
    command: Command, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.database.SECONDS_TO_WAIT", 0.1)
    before = database.read_bytes()
    with writing(database):
        done = command("load", DASHBOARD_DATABASE=database)
    assert (done.status, done.out) == (1, "")
    assert done.err.splitlines() == [
        f"{database}: waiting for another process to write it",
        f"{database} could not be written: another process has been writing it for 0.1 seconds",
    ]
    assert database.read_bytes() == before
    assert command("load", DASHBOARD_DATABASE=database).status == 0


def test_by_whatever_name_the_database_goes_its_writer_is_alone(
    command: Command, tmp_path: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.database.SECONDS_TO_WAIT", 0.1)
    link = tmp_path / "link.db"
    link.symlink_to(database)
    with writing(database):
        assert command("load", DASHBOARD_DATABASE=link).status == 1


def hold_and_die(database: Path) -> None:
    """Take the lock and die with it."""
    context = writing(database)
    context.__enter__()
    os.abort()


def test_a_dead_writer_holds_nothing(command: Command, tmp_path: Path, database: Path) -> None:
    held = start("load", printed=tmp_path / "held", prepare=partial(hold_and_die, database))
    assert held.wait().status == -6
    done = command("load", DASHBOARD_DATABASE=database)
    assert (done.status, done.err) == (0, "")


def as_nobody() -> None:
    """Go on without the rights of root, which may write everywhere."""
    if os.geteuid() == 0:
        os.setuid(65534)


@pytest.fixture
def shut(database: Path) -> Iterator[Path]:
    """A database in a folder that nobody may write to, but everybody look into."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        inside = Path(shutil.move(database, folder / "site.db"))
        folder.chmod(0o555)
        yield inside
        folder.chmod(0o755)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, shut: Path) -> None:
    before = shut.read_bytes()
    load = start("load", printed=tmp_path / "load", prepare=as_nobody, DASHBOARD_DATABASE=shut)
    ended = load.wait()
    assert (ended.status, ended.out) == (1, "")
    assert len(ended.err.splitlines()) == 1
    assert ended.err.startswith(f"{shut} could not be written: ")
    assert shut.read_bytes() == before


def test_it_is_read_in_a_folder_that_cannot_be_written(tmp_path: Path, shut: Path) -> None:
    verify = start("verify", printed=tmp_path / "v", prepare=as_nobody, DASHBOARD_DATABASE=shut)
    ended = verify.wait()
    assert (ended.status, ended.err) == (0, "")
