"""The home page, and the page that says how the record is made."""

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import Query, Request, Response
from pydantic import BeforeValidator

from app.drawing import draw_ribbon, draw_timeline
from app.models import Quote
from app.queries.articles import get_latest_article
from app.queries.events import list_latest_events
from app.queries.overview import GROUPS, get_matrix, get_overview, list_voices
from app.render import render
from app.views.requests import PageRouter, Reading

router = PageRouter()


Measure = Annotated[
    Literal["quotes", "words"], BeforeValidator(lambda measure: measure or "quotes"), Query()
]


@router.page("/", "home")
async def home(
    request: Request, lang: str, session: Reading, measure: Measure = "quotes"
) -> Response:
    events = list_latest_events(session, dated=20, undated=10)
    article = get_latest_article(session)
    context = {
        "dateline": get_overview(session),
        "matrix": get_matrix(session),
        "measure": measure,
        "voices": list_voices(session, measure),
        "groups": GROUPS,
        "events": events,
        "timeline": draw_timeline(events),
        "article": article,
        "opening": find_opening(article.quotes) if article else None,
        "ribbon": draw_ribbon(article) if article else [],
    }
    query = [("measure", measure)] if measure == "words" else []
    return render(request, "home.html", lang, context, query=query)


def find_opening(quotes: Sequence[Quote]) -> Quote | None:
    """The first quote that is speech of its own and has a speaker: chosen by rule, not by taste."""
    return next((quote for quote in quotes if quote.kind == "full" and quote.speaker), None)


@router.page("/about", "about")
async def about(request: Request, lang: str) -> Response:
    return render(request, "about.html", lang, {})
