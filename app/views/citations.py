"""A record's citation as a file of BibTeX, RIS or CSL-JSON."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import Request, Response
from starlette.convertors import register_url_convertor

from app.formats.citations import (
    ENDINGS,
    Citation,
    cite_article,
    cite_event,
    cite_quote,
    sentence,
    write_citations,
)
from app.queries.articles import get_article
from app.queries.events import get_event
from app.queries.quotes import get_quote
from app.views.requests import PageRouter, Reading, WordConvertor, answer_missing, edition_of

router = PageRouter()

MEDIA_TYPES = {
    "bib": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "csl.json": "application/vnd.citationstyles.csl+json",
}
CITED: dict[str, tuple[Callable[..., Any], Callable[..., list[Citation]]]] = {
    "quotes": (get_quote, cite_quote),
    "events": (get_event, cite_event),
    "articles": (get_article, cite_article),
}

register_url_convertor("cited", WordConvertor(CITED))
register_url_convertor("citation", WordConvertor(ENDINGS))


@dataclass(frozen=True)
class Form:
    """A citation as a page shows it, with the ending of its file where it has one."""

    text: str
    ending: str


@router.page("/{noun:cited}/{slug}.{ending:citation}", "citation")
def citation(
    request: Request, lang: str, noun: str, slug: str, ending: str, session: Reading
) -> Response:
    get, cite = CITED[noun]
    record = get(session, slug)
    if record is None:
        answer_missing(request, session, noun, slug, "citation")
    return Response(
        write_citations(cite(record, edition_of(request, lang), today()), ending),
        media_type=MEDIA_TYPES[ending],
        headers={
            "Content-Disposition": f'attachment; filename="{slug}.{ending}"',
            "Content-Language": lang,
        },
    )


def today() -> dt.date:
    """The day on which a record is consulted, the same all over the world."""
    return dt.datetime.now(dt.UTC).date()


def forms_of(citations: Sequence[Citation]) -> list[Form]:
    """What a page offers to copy: the sentence, then each file."""
    sentences = "\n".join(sentence(citation) for citation in citations)
    files = [Form(write_citations(citations, ending).strip(), ending) for ending in ENDINGS]
    return [Form(sentences, ""), *files]
