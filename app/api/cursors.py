"""Cursors: where a page of a list ended, as text that an address can carry.

A cursor is the sort key of a page's last row, with the noun, as JSON in base64url (RFC 4648).
Readers of the API pass it on and look for nothing in it.
"""

import base64
import datetime as dt
import json
from typing import Any

from app.queries.keyset import Key, Order, column_of

LARGEST = 2**63 - 1  # what a database takes for a whole number


def write_cursor(noun: str, key: Key) -> str:
    parts = [part.isoformat() if isinstance(part, dt.date) else part for part in key]
    text = json.dumps([noun, *parts], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_cursor(cursor: str, noun: str, order: Order) -> Key:
    """The key that a cursor of a noun holds. Raises ValueError for any other text."""
    try:
        content = base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True)
        named, *parts = json.loads(content)
        kinds = [column_of(column).type.python_type for column in order]
        key = tuple(read_part(part, kind) for part, kind in zip(parts, kinds, strict=True))
    except (ValueError, TypeError, RecursionError) as error:
        raise ValueError("is not a cursor") from error
    # What is written in any other way than ours was not given out here.
    if named != noun or write_cursor(noun, key) != cursor:
        raise ValueError(f"is not a cursor of {noun}")
    return key


def read_part(part: Any, kind: type[Any]) -> Any:
    if kind is dt.date:
        return dt.date.fromisoformat(part)
    if type(part) is not kind or (kind is int and not 0 <= part <= LARGEST):
        raise ValueError(f"{part!r} is no {kind.__name__}")
    return part
