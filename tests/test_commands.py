"""The command line: what it prints, where, and how it ends.

Processes of their own, whose start takes two seconds, are begun for each way to end.
"""

from pathlib import Path

import pytest

from app.trouble import find_trouble
from tests.drafting import Command, run
from tests.editing import LEDGER, QUOTES, TOPICS, ask, change, edit


def test_load_makes_a_database_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    done = run("load", DASHBOARD_DATABASE=str(path))
    assert (done.returncode, done.stderr) == (0, "")
    assert str(path) in done.stdout
    assert ask(path, "SELECT count(*) FROM quote") == [(19,)]


def test_a_second_load_says_that_nothing_changed(command: Command, database: Path) -> None:
    before = database.read_bytes()
    done = command("load", DASHBOARD_DATABASE=database)
    assert (done.status, done.out) == (
        0,
        f"{database}: no rows changed; 0 of 1 articles read\n",
    )
    assert database.read_bytes() == before


def test_load_refuses_broken_seeds_on_standard_error(database: Path, seeds: Path) -> None:
    edit(seeds, QUOTES, 'kind = "term"', 'kind = "shout"')
    edit(seeds, TOPICS, 'slug = "iran"\n', 'slug = "none"\n')
    before = database.read_bytes()
    done = run("load", DASHBOARD_DATABASE=str(database), DASHBOARD_SEEDS=str(seeds))
    assert (done.returncode, done.stdout) == (1, "")
    assert f"seeds/{QUOTES}: slug 'challenge-of-armed-groups': kind" in done.stderr
    assert "seeds/topics.toml: slug 'none': slug: the slug 'none' is reserved" in done.stderr
    assert database.read_bytes() == before


def test_load_says_when_the_database_cannot_be_written(command: Command, tmp_path: Path) -> None:
    done = command("load", DASHBOARD_DATABASE=tmp_path / "no-such-folder" / "new.db")
    assert (done.status, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1


def test_load_refuses_a_newer_database(command: Command, database: Path) -> None:
    change(database, "UPDATE alembic_version SET version_num = 'ffffffffffff'")
    done = command("load", DASHBOARD_DATABASE=database)
    assert (done.status, done.out) == (1, "")
    assert done.err.splitlines() == [find_trouble(database)]


def test_load_does_not_overwrite_what_is_no_database(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear reader, this is not a database at all." * 50)
    done = command("load", DASHBOARD_DATABASE=path)
    assert (done.status, len(done.err.splitlines())) == (1, 1)
    assert path.read_text().startswith("Dear reader")


def test_check_finds_nothing_wrong_with_the_seeds(tmp_path: Path) -> None:
    done = run("check", DASHBOARD_DATABASE=str(tmp_path / "none.db"))
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "none.db").exists()


def test_check_tells_what_is_wrong_on_standard_error(command: Command, seeds: Path) -> None:
    edit(seeds, QUOTES, 'kind = "term"', 'kind = "shout"')
    done = command("check", DASHBOARD_SEEDS=seeds)
    assert (done.status, done.out) == (1, "")
    assert f"seeds/{QUOTES}: slug 'challenge-of-armed-groups': kind" in done.err


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (0, "nothing else wrong in {0}; 2 permalinks to add to {0}/permalinks.txt: `{1}`"),
        (1, "1 wrong in {0}; 2 permalinks to add to {0}/permalinks.txt: `{1}` once that is right"),
    ],
)
def test_addresses_to_add_are_not_counted_as_wrong(
    command: Command, seeds: Path, wrong: int, told: str
) -> None:
    edit(seeds, TOPICS, 'slug = "iran"\n', 'slug = "iran"\nwas = ["persia", "elam"]\n')
    if wrong:
        edit(seeds, QUOTES, 'kind = "term"', 'kind = "shout"')
    done = command("check", DASHBOARD_SEEDS=seeds)
    assert (done.status, done.out) == (1, "")
    assert done.err.splitlines()[-1] == told.format(seeds, "python -m app check --add")


def test_one_row_is_told_as_one(command: Command, database: Path, seeds: Path) -> None:
    edit(seeds, TOPICS, 'name.fr = "Iran"', 'name.fr = "L’Iran"')
    done = command("load", DASHBOARD_DATABASE=database, DASHBOARD_SEEDS=seeds)
    assert done.out == f"{database}: 1 row changed; 0 of 1 articles read\n"


def test_check_add_appends_what_the_ledger_lacks(command: Command, seeds: Path) -> None:
    before = (seeds / LEDGER).read_text()
    edit(seeds, TOPICS, 'slug = "iran"\n', 'slug = "iran"\nwas = ["persia"]\n')
    done = command("check", "--add", DASHBOARD_SEEDS=seeds)
    assert (done.status, done.err) == (0, "")
    assert "topics/persia" in done.out
    assert (seeds / LEDGER).read_text() == before + "topics/persia\n"


def test_check_add_never_removes_a_line(command: Command, seeds: Path) -> None:
    edit(seeds, QUOTES, 'slug = "washington-reduce"', 'slug = "washington-cuts"')
    done = command("check", "--add", DASHBOARD_SEEDS=seeds)
    assert done.status == 1
    assert "nothing answers quotes/washington-reduce any more" in done.err
    assert "quotes/washington-reduce\n" in (seeds / LEDGER).read_text()


def test_check_add_publishes_nothing_of_broken_seeds(command: Command, seeds: Path) -> None:
    """A line in the ledger is for good: one for a slug with a slip in it would be too."""
    before = (seeds / LEDGER).read_text()
    edit(seeds, TOPICS, 'slug = "iran"\n', 'slug = "iran"\nwas = ["persia"]\n')
    edit(seeds, QUOTES, 'kind = "term"', 'kind = "shout"')
    command("check", "--add", DASHBOARD_SEEDS=seeds)
    assert (seeds / LEDGER).read_text() == before


def test_the_ledger_may_lack_its_last_line_break(command: Command, seeds: Path) -> None:
    (seeds / LEDGER).write_text((seeds / LEDGER).read_text().rstrip("\n"))
    edit(seeds, TOPICS, 'slug = "iran"\n', 'slug = "iran"\nwas = ["persia"]\n')
    done = command("check", "--add", DASHBOARD_SEEDS=seeds)
    assert (done.status, done.err) == (0, "")


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("DASHBOARD_PORT", "abc"),
        ("DASHBOARD_PORT", "0"),
        ("DASHBOARD_PUBLIC_URL", "example.org"),
        ("DASHBOARD_CONTACT", "javascript:alert(1)"),
        ("DASHBOARD_LOG_LEVEL", "loud"),
        ("DASHBOARD_ACCESS_LOG", "perhaps"),
    ],
)
def test_a_bad_setting_is_told_in_a_line(command: Command, setting: str, value: str) -> None:
    done = command("serve", **{setting: value})
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{setting}: ")
    assert len(done.err.splitlines()) == 1


def test_all_bad_settings_are_told_at_once() -> None:
    done = run("serve", DASHBOARD_PORT="abc", DASHBOARD_CONTACT="x")
    assert [line.split(":")[0] for line in sorted(done.stderr.splitlines())] == [
        "DASHBOARD_CONTACT",
        "DASHBOARD_PORT",
    ]


def test_an_unknown_command_is_refused() -> None:
    assert run("publish").returncode == 2
