"""What belongs to one record: as `selectinload` would load it, by a statement that is built once.

That builds its statement at every use, which takes three times as long as to run it.
"""

from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.interfaces import ORMOption


@cache
def belonging(part: InstrumentedAttribute[Any], *options: ORMOption) -> Select[Any]:
    """What a relationship leads to from the record of a number, in the relationship's order."""
    statement = select(part.entity).join_from(part.class_, part)
    order = part.property.order_by or ()
    return statement.where(part.class_.id == bindparam("id")).order_by(*order).options(*options)


def load_part(
    session: Session, record: Any, part: InstrumentedAttribute[Any], *options: ORMOption
) -> None:
    """Load what belongs to a record."""
    found = session.scalars(belonging(part, *options), {"id": record.id}).all()
    set_committed_value(record, part.key, found)
