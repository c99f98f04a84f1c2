"""What a machine asks: is the process alive, and can it answer?"""

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse
from sqlalchemy.exc import DBAPIError, NoResultFound
from sqlalchemy.orm import Session

from app.queries.overview import get_overview, get_revision
from app.trouble import list_revisions

router = APIRouter()

NOT_KEPT = {"Cache-Control": "no-store"}


@router.api_route("/health", methods=["GET", "HEAD"], name="health")
def health() -> PlainTextResponse:
    return PlainTextResponse("ok\n", headers=NOT_KEPT)


@router.api_route("/ready", methods=["GET", "HEAD"], name="ready")
def ready(request: Request) -> PlainTextResponse:
    """200 once pages can be made from the database, 503 and why while they cannot."""
    try:
        with Session(request.app.state.database) as session:
            revision = get_revision(session)
            get_overview(session)
    except NoResultFound:
        return PlainTextResponse("no record is loaded\n", 503, headers=NOT_KEPT)
    except (DBAPIError, UnicodeDecodeError):
        return PlainTextResponse("database does not answer\n", 503, headers=NOT_KEPT)
    if revision != list_revisions()[0]:
        return PlainTextResponse("database is of another version\n", 503, headers=NOT_KEPT)
    return PlainTextResponse("ok\n", headers=NOT_KEPT)
