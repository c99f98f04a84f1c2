"""The pages of drafts, which only a preview serves: what is under review, and each text with it."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Annotated, Any

from fastapi import Depends, Request, Response
from starlette.exceptions import HTTPException

from app.extraction.draft import extract
from app.queries.articles import get_article
from app.reasons import reason_in
from app.render import render
from app.seeds import BothLanguages
from app.spans import find_blocks
from app.views.articles import mark_block
from app.views.requests import PageRouter, Reading

router = PageRouter()


@dataclass(frozen=True)
class Draft:
    """An article with something under review, in its own files or in its folder's."""

    slug: str
    title: BothLanguages
    under_review: int


def refreshed(request: Request) -> Any:
    """The preview, which follows the files."""
    preview = request.app.state.preview
    preview.refresh()
    return preview


Previewed = Annotated[Any, Depends(refreshed)]


@router.page("/drafts", "draft-list")
def draft_list(request: Request, lang: str, preview: Previewed) -> Response:
    return render(request, "drafts/list.html", lang, {"drafts": list_drafts(preview)}, index=False)


@router.page("/drafts/{slug}", "draft-detail")
def draft_detail(
    request: Request, lang: str, slug: str, preview: Previewed, session: Reading
) -> Response:
    article = get_article(session, slug)
    known = next((known for known in preview.seeds.articles if known.slug == slug), None)
    if article is None or known is None:
        raise HTTPException(404)
    found = extract(article.body, known.facts.language, known.facts.date)
    folder = f"{preview.seeds.name}/articles/{slug}/"
    context = {
        "article": article,
        "dated": known.facts.date is not None,
        "blocks": [mark_block(article, block) for block in find_blocks(article.body)],
        "proposals": {(quote.start, quote.end): quote for quote in found.quotes},
        "reasons": {quote.reason: reason_in(quote.reason, lang) for quote in found.quotes},
        "actors": [one.record for one in preview.seeds.actors if one.file.startswith(folder)],
        "events": [one.record for one in preview.seeds.events if one.file.startswith(folder)],
    }
    return render(request, "drafts/detail.html", lang, context, index=False)


def list_drafts(preview: Any) -> list[Draft]:
    """The articles with something under review, by slug."""
    counts: dict[str, int] = {}
    for file, names in preview.drafts.files.items():
        parts = PurePosixPath(file).relative_to(preview.seeds.name).parts
        if parts[0] == "articles":
            counts[parts[1]] = counts.get(parts[1], 0) + len(names)
    titles = {article.slug: article.facts.title for article in preview.seeds.articles}
    return [Draft(slug, titles[slug], counts[slug]) for slug in sorted(counts) if slug in titles]
