"""What could not be answered, as a problem document (RFC 9457)."""

from http import HTTPStatus
from typing import Any

from app.formats.json_list import write_json

MEDIA_TYPE = "application/problem+json"


def write_problem(status: int, **members: Any) -> str:
    """A problem that its status describes, with members of its own that say more."""
    return write_json(
        {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, **members}
    )
