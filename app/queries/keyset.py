"""Pages that begin after a row: however far into a list, each is found at once, and none of its
rows is missed or seen twice when others come in between."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    UnaryExpression,
    and_,
    or_,
    select,
)
from sqlalchemy.orm import Session
from sqlalchemy.sql.operators import desc_op

# What a list is ordered by, ending with what tells any two rows apart; and a row's values of it.
Order = Sequence[SQLColumnExpression[Any]]
Key = tuple[Any, ...]


def column_of(part: SQLColumnExpression[Any]) -> Any:
    """What a part of an order compares."""
    return part.element if isinstance(part, UnaryExpression) else part


def is_beyond(order: Order, key: Key) -> ColumnElement[bool]:
    """The condition that a row stands after the one with a key."""
    found: list[ColumnElement[bool]] = []
    equal: list[ColumnElement[bool]] = []
    for part, value in zip(order, key, strict=True):
        column = column_of(part)
        descends = isinstance(part, UnaryExpression) and part.modifier is desc_op
        found.append(and_(*equal, column < value if descends else column > value))
        equal.append(column == value)
    return or_(*found)


def where_now(session: Session, table: Any, key: Key | None) -> Key | None:
    """A key of a number and a slug, by the number that the slug has now.

    A number in the order of days moves when a record of the same day comes in; the slug stays.
    """
    if key is None:
        return None
    found = session.scalars(select(table.id).where(table.slug == key[1])).one_or_none()
    return (key[0] if found is None else found, key[1])


def list_after(
    session: Session,
    statement: Select[*tuple[Any, ...]],
    order: Order,
    after: Key | None,
    limit: int,
) -> tuple[list[Any], Key | None]:
    """The rows of a statement after a key, and the last one's key where more follow."""
    if after is not None:
        statement = statement.where(is_beyond(order, after))
    keys = [column_of(part) for part in order]
    statement = statement.order_by(None).order_by(*order).add_columns(*keys).limit(limit + 1)
    rows = [(row[: -len(keys)], row[-len(keys) :]) for row in session.execute(statement)]
    last = tuple(rows[limit - 1][1]) if len(rows) > limit else None
    return [row for row, _ in rows[:limit]], last
