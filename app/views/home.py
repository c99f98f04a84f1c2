"""The home page, and the page that says how the record is made."""

from fastapi import Request, Response

from app.filters import QuoteFilter
from app.queries.actors import count_actors, list_actors
from app.queries.articles import count_articles, list_articles
from app.queries.events import count_events, list_events
from app.queries.quotes import count_quotes
from app.queries.topics import list_topics
from app.render import render
from app.views.requests import PageRouter, Reading

router = PageRouter()


@router.page("/", "home")
def home(request: Request, lang: str, session: Reading) -> Response:
    context = {
        "articles": list_articles(session, size=3),
        "article_count": count_articles(session),
        "quote_count": count_quotes(session, QuoteFilter()),
        "speakers": list_actors(session, quoted=True, page=1, size=8),
        "speaker_count": count_actors(session, quoted=True),
        "events": list_events(session, size=6),
        "event_count": count_events(session),
        "topics": list_topics(session),
    }
    return render(request, "home.html", lang, context)


@router.page("/about", "about")
def about(request: Request, lang: str) -> Response:
    return render(request, "about.html", lang, {})
