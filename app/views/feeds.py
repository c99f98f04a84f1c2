"""What a reader subscribes to: quotes, events and corrections as feeds, events as a calendar."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from fastapi import Request, Response

from app.filters import Query
from app.models import Article, Event
from app.queries.chosen import choose
from app.queries.corrections import list_corrections
from app.queries.events import list_events, list_events_by_day
from app.queries.overview import get_overview
from app.queries.quotes import list_page
from app.render import Page, fill
from app.views.quotes import Wanted, find_moved
from app.views.requests import DataRouter, Reading, site_of

router = DataRouter()

# What a text may hold and XML 1.0 (section 2.2) may not, not even as a reference.
NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@router.data("/quotes.atom", "quote-list-feed")
def quote_feed(request: Request, lang: str, session: Reading, wanted: Wanted) -> Response:
    """The first page of a list, whatever page its address names."""
    if moved := find_moved(request, session, wanted):
        return moved
    wanted = wanted.on_page(1).seen_as("")
    chosen = choose(session, wanted)
    quotes = list_page(session, chosen)
    context = {
        "wanted": wanted,
        "quotes": quotes,
        "labels": chosen.labels,
        "updated": last_change(session, (quote.article for quote in quotes)),
    }
    return answer_feed(request, "quotes/feed.atom", lang, context, wanted.query())


@router.data("/events.atom", "event-list-feed")
def event_feed(request: Request, lang: str, session: Reading) -> Response:
    events = list_events(session)
    context = {"events": events, "updated": last_change(session, events)}
    return answer_feed(request, "events/feed.atom", lang, context, [])


def last_change(session: Reading, records: Iterable[Article | Event]) -> dt.date:
    """The day a feed last changed, by the files; that of the whole record where it is empty."""
    if days := [record.changed or record.added for record in records]:
        return max(days)
    # A feed must say a moment (RFC 4287, 4.2.15), and a record that holds nothing has none.
    return get_overview(session).changed or dt.date(1970, 1, 1)


def answer_feed(
    request: Request, template: str, lang: str, context: dict[str, Any], query: Query
) -> Response:
    path = request.url.path
    addresses = {
        "feed": Page(path, tuple(query)).address(lang),
        "list": Page(path.removesuffix(".atom"), tuple(query)).address(lang),
    }
    xml = NOT_XML.sub("\ufffd", fill(request, template, lang, {**context, **addresses}))
    headers = {"Content-Language": lang}
    return Response(xml, headers=headers, media_type="application/atom+xml; charset=utf-8")


@router.data("/corrections.atom", "correction-list-feed")
def correction_feed(request: Request, lang: str, session: Reading) -> Response:
    """The newest corrections, each as old as its day."""
    rows = list_corrections(session)
    newest = rows[0].correction.date if rows else last_change(session, [])
    context = {"corrections": rows, "updated": newest}
    return answer_feed(request, "corrections/feed.atom", lang, context, [])


@router.data("/events.ics", "event-list-calendar")
def calendar(request: Request, lang: str, session: Reading) -> Response:
    """The events whose day is known."""
    from app.formats.calendar import write_calendar  # late, for few ask for it

    content = write_calendar(list_events_by_day(session), site_of(request), lang)
    headers = {
        "Content-Disposition": 'attachment; filename="events.ics"',
        "Content-Language": lang,
    }
    return Response(content, headers=headers, media_type="text/calendar; charset=utf-8")
