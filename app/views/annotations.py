"""A quote as a Web Annotation."""

from fastapi import Request, Response
from fastapi.responses import JSONResponse

from app.formats.annotation import MEDIA_TYPE, annotate
from app.queries.quotes import get_quote
from app.views.requests import PageRouter, Reading, answer_missing, edition_of

router = PageRouter()


@router.page("/quotes/{slug}.jsonld", "quote-annotation")
def quote_annotation(request: Request, lang: str, slug: str, session: Reading) -> Response:
    quote = get_quote(session, slug)
    if quote is None:
        answer_missing(request, session, "quotes", slug, "quote-annotation")
    # Annotation clients run in pages of other sites.
    headers = {"Access-Control-Allow-Origin": "*", "Content-Language": lang}
    annotation = annotate(quote, edition_of(request, lang))
    return JSONResponse(annotation, media_type=MEDIA_TYPE, headers=headers)
