"""The picture of a record, for links that unfold."""

from fastapi import Request, Response
from sqlalchemy.orm import Session
from starlette.convertors import register_url_convertor

from app.formats.cards import Card, card_of_actor, card_of_article, card_of_event, card_of_quote
from app.formats.edition import Edition
from app.queries.actors import get_actor, list_names
from app.queries.articles import get_article
from app.queries.events import get_event
from app.queries.quotes import get_quote
from app.views.requests import (
    PageRouter,
    Reading,
    WordConvertor,
    answer_missing,
    edition_of,
    is_known,
)

router = PageRouter()

register_url_convertor("pictured", WordConvertor(("quotes", "events", "actors", "articles")))


# No coroutine: drawing is work, and goes to a thread.
@router.page("/{noun:pictured}/{slug}.png", "picture")
def picture(request: Request, lang: str, noun: str, slug: str, session: Reading) -> Response:
    from app.formats.picture import fingerprint, make_picture  # late, for few ask for it

    card = find_card(session, noun, slug, edition_of(request, lang))
    if card is None:
        answer_missing(request, session, noun, slug, "picture")
    headers = {"ETag": f'"{fingerprint(card)}"', "Cache-Control": "public, max-age=3600"}
    if is_known(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    folder = request.app.state.settings.cache
    return Response(make_picture(card, folder), media_type="image/png", headers=headers)


def find_card(session: Session, noun: str, slug: str, edition: Edition) -> Card | None:
    """What the picture of a record says; None where there is no such record."""
    if noun == "quotes" and (quote := get_quote(session, slug)):
        names = list_names(session, quote.speaker) if quote.speaker else []
        return card_of_quote(quote, names, edition)
    if noun == "events" and (event := get_event(session, slug)):
        return card_of_event(event, edition)
    if noun == "actors" and (row := get_actor(session, slug)):
        return card_of_actor(row.actor, edition)
    if noun == "articles" and (article := get_article(session, slug)):
        return card_of_article(article, edition)
    return None
