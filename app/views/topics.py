"""The list of topics, and a page a topic."""

from fastapi import Request, Response

from app.filters import PAGE_SIZE
from app.formats.jsonld import describe_topic
from app.queries.chosen import only
from app.queries.corrections import list_corrections_of
from app.queries.lists import list_ids
from app.queries.overview import get_overview
from app.queries.topics import get_topic, list_topic_events, list_topics
from app.render import render
from app.views.cards import Cards
from app.views.requests import (
    PageNumber,
    PageRouter,
    Reading,
    answer_missing,
    count_pages,
    edition_of,
)

router = PageRouter()


@router.page("/topics", "topic-list")
async def topic_list(
    request: Request, lang: str, session: Reading, page: PageNumber = 1
) -> Response:
    total = get_overview(session).topics
    context = {
        "topics": list_topics(session, page),
        "total": total,
        "number": page,
        "pages": count_pages(total, PAGE_SIZE, page),
    }
    query = [("page", str(page))] if page > 1 else []
    return render(request, "topics/list.html", lang, context, query=query)


@router.page("/topics/{slug}", "topic-detail")
async def topic_detail(request: Request, lang: str, slug: str, session: Reading) -> Response:
    topic = get_topic(session, slug)
    if topic is None:
        answer_missing(request, session, "topics", slug, "topic-detail")
    cards = Cards.of(request, session, lang)
    context = {
        "topic": topic,
        "cards": cards.write(list_ids(session, only("topic", topic.id), PAGE_SIZE)),
        "events": cards.write_events(list_topic_events(session, topic)),
        "structured": describe_topic(topic, edition_of(request, lang)),
        "corrections": list_corrections_of(session, "topics", slug),
    }
    return render(request, "topics/detail.html", lang, context)
