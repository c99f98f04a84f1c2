"""How Alembic reaches the database: one transaction on the engine that it is given."""

from alembic import context
from sqlalchemy import Engine

from app.database import open_database
from app.models import Base
from app.settings import Settings


def ours(_object: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
    """Whether a table is ours to migrate; SQLite makes some for itself."""
    return not (kind == "table" and (name or "").startswith("sqlite_"))


engine: Engine = context.config.attributes.get("engine") or open_database(
    Settings().database, write=True
)
with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        include_object=ours,
        render_as_batch=True,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()
