"""The list of articles, and the text of each with its quotes and actors marked."""

from dataclasses import dataclass

from fastapi import Request, Response

from app.checks import check_identity
from app.drawing import draw_ribbon
from app.filters import PAGE_SIZE
from app.formats.citations import cite_article
from app.formats.jsonld import describe_article
from app.models import Article, Mention, Quote
from app.queries.articles import get_article, list_articles
from app.queries.corrections import list_corrections_of
from app.queries.overview import get_overview
from app.render import render
from app.spans import Block, cut_segments, find_blocks
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
class Run:
    """A stretch of source text with the innermost quote and mention that it stands in."""

    text: str
    quote: Quote | None
    mention: Mention | None
    opens: list[Quote]


@dataclass(frozen=True)
class MarkedBlock:
    """A block of the article, cut into runs, with the quotes that begin in it."""

    block: Block
    runs: list[Run]
    quotes: list[Quote]


@router.page("/articles", "article-list")
async def article_list(
    request: Request, lang: str, session: Reading, page: PageNumber = 1
) -> Response:
    total = get_overview(session).articles
    context = {
        "articles": list_articles(session, page),
        "total": total,
        "number": page,
        "pages": count_pages(total, PAGE_SIZE, page),
    }
    query = [("page", str(page))] if page > 1 else []
    return render(request, "articles/list.html", lang, context, query=query)


@router.page("/articles/{slug}", "article-detail")
def article_detail(request: Request, lang: str, slug: str, session: Reading) -> Response:
    article = get_article(session, slug)
    if article is None:
        answer_missing(request, session, "articles", slug, "article-detail")
    edition = edition_of(request, lang)
    context = {
        "article": article,
        "ribbon": draw_ribbon(article),
        "blocks": [mark_block(article, block) for block in find_blocks(article.body)],
        "identity": check_identity(article, *article.quotes, *article.mentions),
        "citations": forms_of(cite_article(article, edition, today())),
        "structured": describe_article(article, edition),
        "corrections": list_corrections_of(session, "articles", slug),
    }
    return render(request, "articles/detail.html", lang, context)


def mark_block(article: Article, block: Block) -> MarkedBlock:
    """Cut a block wherever a quote or a mention begins or ends."""
    marks: list[tuple[int, int, Quote | Mention]] = [
        *((quote.start, quote.end, quote) for quote in article.quotes),
        *((mention.start, mention.end, mention) for mention in article.mentions),
    ]
    runs = []
    for segment in cut_segments(block.start, block.end, marks):
        quotes = [mark for mark in segment.marks if isinstance(mark, Quote)]
        mentions = [mark for mark in segment.marks if isinstance(mark, Mention)]
        runs.append(
            Run(
                text=article.body[segment.start : segment.end],
                quote=quotes[-1] if quotes else None,
                mention=mentions[-1] if mentions else None,
                opens=[mark for mark in segment.opens if isinstance(mark, Quote)],
            )
        )
    inside = [quote for quote in article.quotes if block.start <= quote.start < block.end]
    return MarkedBlock(block, runs, inside)
