"""A record that cannot be read while it is served: 503 and a line of the log, until it can be."""

import json
import sqlite3
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy.event import listen
from starlette.testclient import TestClient

from app.database import open_database
from app.loader import alembic_config
from tests.kinds import ARTICLE
from tests.reading import LANGUAGES, attribute, engine_of, parse, text, texts
from tests.test_serving import SECONDS, read, serving, wait_until

Open = Callable[..., TestClient]
PAGES = [
    "/en/",
    "/fr/quotes",
    "/en/articles",
    "/en/actors",
    "/en/search?q=troops",
    "/en/topics/iran",
]
DATA = ["/en/quotes.json", "/en/record.ndjson", "/api/v1/quotes", "/api/v1/search?q=troops"]
ENDLESS = """
ALTER TABLE tally RENAME TO tally_kept;
CREATE VIEW tally AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
  SELECT tally_kept.* FROM tally_kept, n WHERE n.i < 0;
"""
SLOW = """
ALTER TABLE topic RENAME TO topic_kept;
CREATE VIEW topic AS
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 50000)
  SELECT topic_kept.* FROM topic_kept, (SELECT count(*) AS many FROM n) WHERE many > 0;
"""
WAITING = """
ALTER TABLE topic RENAME TO topic_kept;
CREATE VIEW topic AS
  WITH RECURSIVE waited (done) AS MATERIALIZED (SELECT wait()),
    n (i) AS (SELECT done FROM waited UNION ALL SELECT i + 1 FROM n LIMIT 50000)
  SELECT topic_kept.* FROM topic_kept, (SELECT count(*) AS many FROM n) WHERE many > 0;
"""

# Two ways in which a file contradicts itself, of which SQLite tells nobody who reads it.
ROWS_GONE = "PRAGMA foreign_keys = OFF; DELETE FROM actor;"
ROWS_OF_INDEX_ALONE = """
PRAGMA writable_schema = ON;
CREATE TABLE empty (id INTEGER PRIMARY KEY);
UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'empty')
  WHERE name = 'actor';
DELETE FROM sqlite_master WHERE name = 'empty';
"""


def script(database: Path, sql: str) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript(sql)


def migrate_to(database: Path, revision: str) -> None:
    engine = open_database(database, write=True)
    command.upgrade(alembic_config(engine), revision)
    engine.dispose()


def flip(content: bytes) -> bytes:
    """A file in which every page but the first has lost its beginning."""
    damaged = bytearray(content)
    for at in range(4096, len(damaged), 4096):
        damaged[at : at + 64] = b"\xee" * 64
    return bytes(damaged)


def breaks(path: Path) -> Iterator[Callable[[], object]]:
    """What may become of the file of a site that is served."""
    whole = path.read_bytes()
    yield lambda: path.write_bytes(flip(whole))
    yield lambda: path.write_bytes(whole[:20_000])
    yield lambda: path.write_bytes(b"no database " * 5_000)
    yield lambda: path.write_bytes(b"")
    yield path.unlink


def statuses(address: str, paths: list[str]) -> list[int]:
    found = []
    for path in paths:
        try:
            with urllib.request.urlopen(address + path, timeout=SECONDS) as answer:
                found.append(answer.status)
        except urllib.error.HTTPError as error:
            error.close()
            found.append(error.code)
    return found


def test_a_site_outlives_its_database(database: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    whole = database.read_bytes()
    with serving(database, log, "--workers", "1") as (server, address):
        for spoil in breaks(database):
            wait_until(lambda: statuses(address, ["/ready", "/en/"]) == [200, 200])
            spoil()
            wait_until(lambda: statuses(address, ["/ready", "/en/"]) == [503, 503])
            said = log.read_text().splitlines()
            answers = statuses(address, [*PAGES, *DATA])
            told = [json.loads(line) for line in log.read_text().splitlines()[len(said) :]]
            assert answers == [503] * len(answers)
            errors = [line for line in told if line["levelname"] == "ERROR"]
            assert [line["path"] for line in errors] == [
                path.partition("?")[0] for path in (*PAGES, *DATA)
            ]
            assert not [line for line in told if "Traceback" in str(line)]
            assert statuses(address, ["/health"]) == [200]
            database.write_bytes(whole)
        wait_until(lambda: statuses(address, ["/ready"]) == [200])
        assert statuses(address, [*PAGES, *DATA]) == [200] * len(answers)
        assert server.poll() is None


@pytest.mark.parametrize("spoil", [ROWS_GONE, ROWS_OF_INDEX_ALONE], ids=["rows", "index"])
def test_a_fault_that_comes_of_a_contradiction_in_the_file_is_none_of_ours(
    open_site: Open, database: Path, spoil: str, caplog: pytest.LogCaptureFixture
) -> None:
    script(database, spoil)
    site = open_site(database)
    paths = [f"/en/articles/{ARTICLE}", "/en/quotes.json", "/api/v1/facets"]
    for path in paths:
        answer = site.get(path)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10"), path
    told = [line for line in caplog.records if line.name == "app.errors"]
    assert [line.path for line in told] == paths  # type: ignore[attr-defined]
    assert all(line.getMessage().startswith("cannot read the record: ") for line in told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_a_page_that_says_so(open_site: Open, database: Path, language: str) -> None:
    site = open_site(database)
    database.write_bytes(flip(database.read_bytes()))
    answer = site.get(f"/{language}/quotes")
    page = parse(answer)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"].isdigit()
    assert answer.headers["Cache-Control"] == "no-store"
    assert attribute(page, "html", "lang") == language
    assert (
        text(page, "h1")
        == {
            "en": "The record cannot be read at the moment",
            "fr": "Le recueil ne peut pas être lu pour le moment",
        }[language]
    )
    assert not [word for word in ("malformed", "sqlite", "SELECT") if word in answer.text]


def test_a_database_without_a_record_is_not_ready(open_site: Open, tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    migrate_to(path, "head")
    site = open_site(path)
    assert [site.get(path).status_code for path in ("/ready", "/en/", "/api/v1/articles")] == [
        503
    ] * 3


def test_a_database_of_another_version_is_not_ready(open_site: Open, database: Path) -> None:
    script(database, "UPDATE alembic_version SET version_num = 'ffffffffffff'")
    answer = open_site(database).get("/ready")
    assert (answer.status_code, answer.text) == (503, "database is of another version\n")


def test_an_older_database_is_migrated_and_loaded_before_it_is_served(
    tmp_path: Path,
) -> None:
    path = tmp_path / "older.db"
    migrate_to(path, "7c41d9b0e625")
    with serving(path, tmp_path / "log", "--workers", "1") as (_, address):
        assert "Donald Trump" in read(f"{address}/en/quotes")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_that_takes_too_long_is_stopped(
    open_site: Open, database: Path, language: str
) -> None:
    script(database, ENDLESS)
    site = open_site(database)
    answer = site.get(f"/{language}/")
    page = parse(answer)
    assert answer.status_code == 503
    assert "Retry-After" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"
    assert (
        text(page, "h1")
        == {
            "en": "This takes too long to find",
            "fr": "Cette recherche prend trop de temps",
        }[language]
    )
    said = {"en": "after a second", "fr": "au bout d’une seconde"}
    assert any(said[language] in paragraph for paragraph in texts(page, "main p"))
    assert site.get(f"/{language}/articles").status_code == 200
    told = site.get("/api/v1/facets").json()
    assert (told["status"], told["detail"]) == (
        503,
        "This takes longer to find than the API allows.",
    )


def test_a_question_that_only_waits_is_not_stopped(
    open_site: Open, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its second is one of a processor: else a busy machine would stop pages for waiting."""
    limit, waits = 0.3, list[float]()

    def wait() -> int:
        waits.append(1.5 * limit)
        time.sleep(waits[-1])
        return 1

    script(database, WAITING)
    monkeypatch.setattr("app.main.SECONDS", limit)
    site = open_site(database)
    listen(engine_of(site), "connect", lambda new, _: new.create_function("wait", 0, wait))
    assert site.get("/en/topics").status_code == 200
    assert waits


def test_a_download_may_take_longer(
    open_site: Open, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(database, SLOW)
    monkeypatch.setattr("app.main.SECONDS", 0.0)
    site = open_site(database)
    assert site.get("/en/topics").status_code == 503
    assert site.get("/sitemap.xml").status_code == 200
    assert site.get("/en/record.ndjson").status_code == 200
