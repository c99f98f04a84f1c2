"""Records as JSON (RFC 8259): a list as one object, or a line of NDJSON each.

See https://github.com/ndjson/ndjson-spec for the lines.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.formats.records import Record


def write_json(value: Mapping[str, Any]) -> str:
    """One object, letters as they are."""
    return json.dumps(value, ensure_ascii=False)


def write_list(
    noun: str, total: int, records: Iterable[Record], rest: Mapping[str, Any]
) -> Iterator[str]:
    """An object of the total, the one array named for its noun, and the rest; a record a line."""
    yield f'{{"total": {total}, "{noun}": ['
    separator = "\n"
    for record in records:
        yield separator + write_json(record)
        separator = ",\n"
    yield "\n]"
    for key, value in rest.items():
        yield f',\n"{key}": {write_json(value)}'
    yield "}\n"


def write_lines(noun: str, records: Iterable[Record]) -> Iterator[str]:
    """Each record on a line of its own that says its noun."""
    for record in records:
        yield write_json({"noun": noun, **record}) + "\n"
