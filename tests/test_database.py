"""What the tables refuse, whoever writes to them; and that the migrations make these tables."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command, op
from sqlalchemy import Connection, Table, insert, select, text
from sqlalchemy.exc import IntegrityError, OperationalError

from app.base import Base
from app.database import open_database
from app.loader import alembic_config, migrate

LENGTH = 4119  # of the real article's body


@pytest.fixture
def connection(database: Path) -> Iterator[Connection]:
    engine = open_database(database, write=True)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def table(name: str) -> Table:
    return Base.metadata.tables[name]


def insert_like(connection: Connection, name: str, **values: Any) -> None:
    """A new row, good in all but what `values` say, after the pattern of the table's first."""
    patterns = select(table(name)).order_by(*table(name).primary_key)
    if name == "event":
        patterns = patterns.where(table(name).c.slug == "trump-receives-al-kazimi")
    pattern = connection.execute(patterns).first()
    assert pattern is not None
    row = dict(pattern._mapping)
    if "slug" in row:
        row |= {"id": 999, "slug": "new"}
    connection.execute(insert(table(name)).values(row | values))


# A word-long quote of nobody, in a place where no other stands.
QUOTE = {"span_start": 0, "span_end": 6, "text": "Donald", "kind": "term"}
SAID = {
    "kind": "full",
    "speaker_id": 1,
    "basis": "stated",
    "wording": "unknown",
    "words_start": 0,
    "words_end": 6,
    "words_text": "Donald",
}
MENTION = {"span_start": 0, "span_end": 5, "text": "Donal"}

GOOD: list[tuple[str, dict[str, Any]]] = [
    ("quote", QUOTE),
    ("quote", QUOTE | SAID),
    ("quote", QUOTE | {"span_start": LENGTH - 6, "span_end": LENGTH}),
    ("mention", MENTION),
    ("evidence", MENTION),
    ("actor_role", MENTION),
    ("actor_name", {"position": 99, "text": "new"}),
    ("article", {}),
    ("article", {"page_name": "page.html", "page_sha256": "0" * 64}),
    ("actor", {}),
    ("event", {}),
    ("topic", {}),
    ("correction", {}),
    ("quote_topic", {"quote_id": 1, "topic_id": 1}),
    ("event_actor", {"event_id": 2, "actor_id": 1}),
]

BAD: list[tuple[str, dict[str, Any]]] = [
    # offsets
    ("quote", QUOTE | {"span_start": LENGTH - 5, "span_end": LENGTH + 1}),
    ("quote", QUOTE | {"span_start": -6, "span_end": 0}),
    ("quote", QUOTE | {"span_start": 6, "span_end": 0}),
    ("quote", QUOTE | {"span_start": 6, "span_end": 6, "text": ""}),
    ("quote", QUOTE | {"span_end": 7}),
    ("quote", QUOTE | {"text": "Donal"}),
    ("quote", QUOTE | {"body_length": LENGTH + 100}),
    ("quote", QUOTE | {"span_start": 221, "span_end": 225, "text": "défi"}),
    ("mention", MENTION | {"span_start": LENGTH, "span_end": LENGTH + 5}),
    ("mention", MENTION | {"span_start": 5, "span_end": 0}),
    ("mention", MENTION | {"text": "Donald"}),
    ("mention", MENTION | {"body_length": 10_000}),
    ("evidence", MENTION | {"span_start": LENGTH, "span_end": LENGTH + 5}),
    ("evidence", MENTION | {"text": "Donald"}),
    ("actor_role", MENTION | {"span_end": 0}),
    ("actor_role", MENTION | {"text": "Donald"}),
    ("quote", QUOTE | SAID | {"words_end": LENGTH + 1}),
    ("quote", QUOTE | SAID | {"words_text": "Donal"}),
    ("quote", QUOTE | SAID | {"words_start": 6, "words_end": 0}),
    ("article", {"body_length": LENGTH - 1}),
    ("article", {"body": "", "body_length": 0}),
    # closed lists
    ("quote", QUOTE | {"kind": "shout"}),
    ("quote", QUOTE | SAID | {"wording": "exact"}),
    ("quote", QUOTE | SAID | {"basis": "outside"}),
    ("actor", {"kind": "king"}),
    ("actor", {"language": "de"}),
    ("actor_name", {"position": 99, "text": "new", "basis": "inferred"}),
    ("actor_name", {"position": 99, "text": "new", "source": "rumour"}),
    ("actor_name", {"position": 99, "text": "new", "script": "Latin"}),
    ("article", {"language": "de"}),
    ("article", {"encoding": "latin-1"}),
    ("article", {"sha256": "3929"}),
    ("article", {"page_name": "page.html"}),
    ("article", {"page_name": "page.html", "page_sha256": "3929"}),
    ("event", {"basis": "guessed"}),
    ("evidence", MENTION | {"field": "why"}),
    ("retired_slug", {"noun": "speakers", "slug": "x", "moved_to": "y"}),
    ("correction", {"noun": "speakers"}),
    ("correction", {"number": 0}),
    # foreign keys
    ("quote", QUOTE | {"article_id": 99}),
    ("quote", QUOTE | SAID | {"speaker_id": 99}),
    ("quote", QUOTE | SAID | {"reports_id": 99}),
    ("quote", QUOTE | {"event_id": 99, "event_basis": "stated"}),
    ("mention", MENTION | {"actor_id": 99}),
    ("evidence", MENTION | {"event_id": 99}),
    ("actor_name", {"actor_id": 99, "text": "new"}),
    ("quote_topic", {"quote_id": 1, "topic_id": 99}),
    ("event_actor", {"event_id": 99, "actor_id": 1}),
    ("event_topic", {"event_id": 1, "topic_id": 99}),
    # what goes together
    ("quote", QUOTE | SAID | {"kind": "term"}),
    ("quote", QUOTE | SAID | {"words_start": None, "words_end": None, "words_text": None}),
    ("quote", QUOTE | SAID | {"words_text": None}),
    ("quote", QUOTE | SAID | {"basis": None}),
    ("quote", QUOTE | SAID | {"wording": None}),
    ("quote", QUOTE | SAID | {"basis": "inferred"}),
    ("quote", QUOTE | SAID | {"note_en": "in one language"}),
    ("quote", QUOTE | {"reports_id": 1}),
    ("quote", QUOTE | {"event_id": 1}),
    ("quote", QUOTE | {"event_id": 1, "event_basis": "inferred"}),
    ("event", {"basis": None}),
    ("event", {"date": None}),
    ("event", {"date_latest": None}),
    ("event", {"date_latest": dt.date(1999, 1, 1)}),
    ("event", {"ongoing": True}),
    ("event", {"note_en": None, "note_fr": None}),
    ("event", {"basis": "outside"}),
    ("event", {"place_en": None}),
    ("actor", {"kind": "unnamed"}),
    ("actor", {"article_id": 1}),
    ("retired_slug", {"noun": "actors", "slug": "x"}),
    ("retired_slug", {"noun": "actors", "slug": "x", "moved_to": "y", "reason_en": "z"}),
    ("retired_slug", {"noun": "actors", "slug": "x", "reason_en": "z"}),
    # unique slugs and names
    ("quote", QUOTE | {"slug": "washington-reduce"}),
    ("actor", {"slug": "iran"}),
    ("topic", {"slug": "iran"}),
    ("event", {"slug": "daily-attacks"}),
    ("article", {"slug": "2020-08-trump-al-kazimi"}),
    ("actor_name", {"position": 99}),
]

# Columns that a pattern row has filled and a row of nobody's quote must not have.
NOBODY = dict.fromkeys(
    column.name
    for column in Base.metadata.tables["quote"].columns
    if column.nullable and column.name != "translation"
)
RETIRED = {"moved_to": None, "reason_en": None, "reason_fr": None}
CORRECTION = {
    "date": dt.date(2026, 12, 1),
    "number": 1,
    "noun": "actors",
    "slug": "iran",
    "was_en": "wrong",
    "was_fr": "faux",
    "now_en": "right",
    "now_fr": "juste",
}


def nth(connection: Connection, name: str, place: int) -> int:
    """The number of the so manieth record by its slug; past the last, one that none has."""
    numbers = connection.scalars(select(table(name).c.id).order_by(table(name).c.slug)).all()
    return numbers[place - 1] if place <= len(numbers) else place


def put(connection: Connection, name: str, values: dict[str, Any]) -> None:
    if name == "retired_slug":
        connection.execute(insert(table(name)).values(RETIRED | values))
    elif name == "correction":
        connection.execute(insert(table(name)).values(CORRECTION | values))
    elif name == "quote":
        insert_like(connection, name, **(NOBODY | values))
    elif name.endswith(("_topic", "event_actor")):
        numbers = {column: nth(connection, column[:-3], n) for column, n in values.items()}
        connection.execute(insert(table(name)).values(numbers))
    else:
        insert_like(connection, name, **values)


@pytest.mark.parametrize(("name", "values"), GOOD)
def test_a_good_row_goes_in(connection: Connection, name: str, values: dict[str, Any]) -> None:
    put(connection, name, values)


@pytest.mark.parametrize(("name", "values"), BAD)
def test_a_bad_row_is_refused(connection: Connection, name: str, values: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        put(connection, name, values)


def test_a_row_that_others_point_at_cannot_go(connection: Connection) -> None:
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        connection.execute(text("DELETE FROM actor WHERE slug = 'donald-trump'"))


def test_the_migrations_make_the_tables_of_the_models(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "new.db", write=True)
    migrate(engine)
    command.check(alembic_config(engine))
    engine.dispose()


def test_the_newest_schema_can_be_taken_down_again(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "new.db", write=True)
    migrate(engine)
    command.downgrade(alembic_config(engine), "base")
    with engine.connect() as connection:
        names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        assert set(names.scalars()) <= {"alembic_version"}
    engine.dispose()


def test_pages_cannot_write(real_database: Path) -> None:
    engine = open_database(real_database)
    with engine.connect() as connection, pytest.raises(OperationalError, match="readonly"):
        connection.execute(text("DELETE FROM quote"))
    engine.dispose()


def test_opening_a_missing_file_to_read_makes_none(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "none.db")
    with pytest.raises(OperationalError):
        engine.connect()
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("name", ["a b", "a?b", "a#b", "a%20b", "é"])
def test_a_path_with_an_odd_character_opens(tmp_path: Path, name: str) -> None:
    engine = open_database(tmp_path / name, write=True)
    migrate(engine)
    engine.dispose()
    assert (tmp_path / name).is_file()


def test_a_failed_migration_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DDL stands in the transaction: the driver would otherwise commit each statement."""
    create_table = op.create_table

    def fail(name: str, *columns: Any) -> Any:
        if name == "quote_topic":
            raise RuntimeError("in the middle")
        return create_table(name, *columns)

    monkeypatch.setattr(op, "create_table", fail)
    engine = open_database(tmp_path / "new.db", write=True)
    with pytest.raises(RuntimeError, match="in the middle"):
        migrate(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar() == 0
    engine.dispose()
