"""Audits a database against its seeds: every row, every quoted passage, every hash, every address,
and all that is kept twice. It only reads."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, except_, func, or_, select, union_all

from app.base import Base
from app.derived import Overview
from app.deriving import DERIVED, overview
from app.differences import list_differences
from app.loader import NOUN_TABLES, check_seeds, known_ids
from app.models import Article
from app.standing import Standing

TABLES = Base.metadata.tables
SPANS = {"quote": "text", "mention": "text", "evidence": "text", "actor_role": "text"}


def verify(database: Engine, seeds: Path) -> Iterator[str]:
    """All that is not as it should be, a line each. Raises SeedError for seeds that are wrong."""
    with database.connect() as connection:
        yield from verify_rows(connection, seeds)
        yield from verify_passages(connection)
        yield from verify_sources(connection)
        yield from verify_derived(connection)
        yield from verify_addresses(connection, seeds)


def verify_rows(connection: Connection, seeds: Path) -> Iterator[str]:
    """The rows are those that the seeds state, and search looks in their words."""
    known = known_ids(connection)
    record = check_seeds(seeds, known).record
    for table, (old, new) in list_differences(record, Standing(connection, known)).items():
        if old or new:
            yield f"{table.name}: {len(old)} rows that the seeds do not state, {len(new)} missing"


def verify_passages(connection: Connection) -> Iterator[str]:
    """Each passage is the slice of the body that its offsets say."""
    body = TABLES["article"].c.body
    for name in SPANS:
        table = TABLES[name]
        joined = table.join(TABLES["article"], table.c.article_id == TABLES["article"].c.id)
        slices = [(table.c.span_start, table.c.span_end, table.c.text)]
        if name == "quote":
            slices.append((table.c.words_start, table.c.words_end, table.c.words_text))
        wrong = or_(
            *(func.substr(body, start + 1, end - start) != words for start, end, words in slices)
        )
        found = select(table.c.article_id, table.c.text).select_from(joined).where(wrong)
        for article, text in connection.execute(found):
            yield f"{name}: {text!r} is not what stands there in article {article}"


def verify_sources(connection: Connection) -> Iterator[str]:
    """Each source has the bytes that its hash says, and its body is theirs."""
    columns = (Article.slug, Article.sha256, Article.encoding, Article.header)
    rows = select(*columns, TABLES["article"].c.source, TABLES["article"].c.body)
    for slug, sha256, encoding, header, source, body in connection.execute(rows):
        if hashlib.sha256(source).hexdigest() != sha256:
            yield f"articles/{slug}: the bytes of its source have another SHA-256"
        elif source.decode(encoding) != header + body:
            yield f"articles/{slug}: its body is not that of its source"


def verify_derived(connection: Connection) -> Iterator[str]:
    """What is kept twice is what its rows would give now."""
    for table, make in DERIVED:
        kept: Any = select(*table.columns)
        fresh: Any = select(union_all(*make()).subquery())
        for one, other, words in ((kept, fresh, "too many"), (fresh, kept, "missing")):
            differing = select(func.count()).select_from(except_(one, other).subquery())
            if number := connection.scalars(differing).one():
                yield f"{table.name}: {number} rows {words}"
    columns = [column for column in Overview.__table__.columns if column.name != "edition"]
    fresh_row = overview().subquery()
    now = select(*(fresh_row.c[place] for place, column in enumerate(Overview.__table__.columns)
                   if column.name != "edition"))  # fmt: skip
    if connection.execute(select(*columns)).all() != connection.execute(now).all():
        yield "overview: its numbers are not those of the record"


def verify_addresses(connection: Connection, seeds: Path) -> Iterator[str]:
    """Every address that was ever published is answered."""
    answered = {
        f"{noun}/{slug}"
        for noun, name in NOUN_TABLES.items()
        for slug in connection.scalars(select(TABLES[name].c.slug))
    }
    retired = connection.execute(select(TABLES["retired_slug"])).all()
    answered |= {f"{row.noun}/{row.slug}" for row in retired if row.moved_to is None}
    # What was renamed leads on to an answer.
    answered |= {f"{r.noun}/{r.slug}" for r in retired if f"{r.noun}/{r.moved_to}" in answered}
    for line in (seeds / "permalinks.txt").read_text("ascii").split():
        if line not in answered:
            yield f"{line}: nothing answers it"
