"""The timeline of events, and a page an event."""

from dataclasses import dataclass

from fastapi import Request, Response

from app.base import EVIDENCE_FIELDS
from app.checks import check_identity
from app.drawing import draw_timeline
from app.filters import PAGE_SIZE
from app.formats.citations import cite_event
from app.formats.embeds import embed_event
from app.formats.jsonld import describe_event
from app.models import Event, Evidence
from app.queries.corrections import list_corrections_of
from app.queries.events import get_event, list_events, list_events_beside
from app.queries.overview import get_overview
from app.queries.quotes import count_said_at, list_said_at
from app.render import render
from app.spans import Block, find_block
from app.views.cards import Cards
from app.views.citations import forms_of, today
from app.views.requests import (
    PageNumber,
    PageRouter,
    Reading,
    answer_missing,
    count_pages,
    edition_of,
)

router = PageRouter()


@dataclass(frozen=True)
class Shown:
    """A passage that shows a field of an event, where it stands, and whether it still does."""

    evidence: Evidence
    block: Block
    holds: bool


@router.page("/events", "event-list")
async def event_list(
    request: Request, lang: str, session: Reading, page: PageNumber = 1
) -> Response:
    total = get_overview(session).events
    events = list_events(session, page)
    context = {
        "events": events,
        "timeline": draw_timeline(events),
        "total": total,
        "number": page,
        "pages": count_pages(total, PAGE_SIZE, page),
    }
    query = [("page", str(page))] if page > 1 else []
    return render(request, "events/list.html", lang, context, query=query)


@router.page("/events/{slug}", "event-detail")
async def event_detail(
    request: Request, lang: str, slug: str, session: Reading, page: PageNumber = 1
) -> Response:
    event = get_event(session, slug)
    if event is None:
        answer_missing(request, session, "events", slug, "event-detail")
    edition = edition_of(request, lang)
    earlier, later = list_events_beside(session, event)
    pages = count_pages(count_said_at(session, event), PAGE_SIZE, page)
    said = list_said_at(session, event, page)
    context = {
        "event": event,
        "evidence": {field: show(event, field) for field in EVIDENCE_FIELDS},
        "articles": sorted({e.article for e in event.evidence}, key=lambda a: a.slug),
        "cards": Cards.of(request, session, lang).write(list(said)),
        "inferred": "inferred" in said.values(),
        "number": page,
        "pages": pages,
        "earlier": earlier,
        "later": later,
        "citations": forms_of(cite_event(event, edition, today())),
        "embed": embed_event(event, edition),
        "structured": describe_event(event, edition),
        "corrections": list_corrections_of(session, "events", slug),
    }
    query = [("page", str(page))] if page > 1 else []
    return render(request, "events/detail.html", lang, context, query=query)


def show(event: Event, field: str) -> list[Shown]:
    """The evidence of one field."""
    shown = []
    for evidence in event.evidence:
        if evidence.field == field:
            block = find_block(evidence.article.body, evidence.start)
            holds = check_identity(evidence.article, evidence).holds
            shown.append(Shown(evidence, block, holds))
    return shown
