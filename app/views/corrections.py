"""The list of corrections, and its feed."""

import datetime as dt

from fastapi import APIRouter, Request, Response

from app.filters import PAGE_SIZE
from app.queries.corrections import count_corrections, list_corrections
from app.queries.overview import get_dateline
from app.render import render
from app.views.requests import PageNumber, PageRouter, Reading, count_pages

router = PageRouter()
feeds = APIRouter()


@router.page("/corrections", "correction-list")
def correction_list(
    request: Request, lang: str, session: Reading, page: PageNumber = 1
) -> Response:
    total = count_corrections(session)
    context = {
        "corrections": list_corrections(session, page),
        "total": total,
        "number": page,
        "pages": count_pages(total, PAGE_SIZE, page),
    }
    query = [("page", str(page))] if page > 1 else []
    return render(request, "corrections/list.html", lang, context, query=query)


@feeds.api_route(
    "/{lang:lang}/corrections.atom",
    methods=["GET", "HEAD"],
    name="correction-feed",
    response_model=None,
)
def correction_feed(request: Request, lang: str, session: Reading) -> Response:
    """The newest corrections as Atom (RFC 4287). One without any is as old as the record."""
    rows = list_corrections(session)
    newest = rows[0].correction.date if rows else get_dateline(session).changed
    context = {"corrections": rows, "updated": newest or dt.date.min}
    return render(request, "corrections/feed.xml", lang, context, media_type="application/atom+xml")
