"""How Alembic reaches the database: one transaction on the engine that it is given."""

from alembic import context
from sqlalchemy import Engine

from app.database import open_database
from app.loader import METADATA
from app.settings import Settings


def ours(_object: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
    """Whether a table or an index is ours to compare; SQLite and its full-text index make some."""
    made = ("sqlite_", "search_words", "search_vocabulary")
    if kind == "index":
        # What has DESC in it is read back without: a test of the plans holds these.
        return name not in ("ix_actor_most_quoted", "ix_tally_heaviest")
    return not (kind == "table" and (name or "").startswith(made))


engine: Engine = context.config.attributes.get("engine") or open_database(
    Settings().database, write=True
)
with engine.connect() as connection:
    # SQLite changes a table by making it anew, which foreign keys would take for deleting its rows;
    # they can only be put off before the transaction begins.
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute("PRAGMA foreign_keys = OFF")
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        include_object=ours,
        render_as_batch=True,
        compare_type=True,
        # Alembic takes it that Python's driver commits before each CREATE; `database.py` begins
        # transactions itself. So all migrations are one: whoever dies in it leaves nothing behind,
        # and who comes at the same time waits, before it reads how far the schema is.
        transactional_ddl=True,
    )
    try:
        with context.begin_transaction():
            context.run_migrations()
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            assert not broken, f"rows that refer to nothing: {broken}"
    finally:
        driver.execute("PRAGMA foreign_keys = ON")
