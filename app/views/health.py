"""What a machine asks: is the process alive, and can it answer?"""

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.queries.overview import get_overview

router = APIRouter()

NOT_KEPT = {"Cache-Control": "no-store"}


@router.api_route("/health", methods=["GET", "HEAD"], name="health")
def health() -> PlainTextResponse:
    return PlainTextResponse("ok\n", headers=NOT_KEPT)


@router.api_route("/ready", methods=["GET", "HEAD"], name="ready")
def ready(request: Request) -> PlainTextResponse:
    """200 once the database answers, 503 while it does not."""
    try:
        with Session(request.app.state.database) as session:
            get_overview(session)
    except DBAPIError:
        return PlainTextResponse("database does not answer\n", 503, headers=NOT_KEPT)
    return PlainTextResponse("ok\n", headers=NOT_KEPT)
