"""The search of the whole record, as one types and without a script."""

from dataclasses import replace
from typing import Annotated, Literal

from fastapi import Depends, Query, Request, Response

from app.filters import PAGE_SIZE
from app.queries.chosen import add_up
from app.queries.search import SHOWN, list_groups, suggest
from app.render import Page, is_fragment, render
from app.terms import Search, read_search
from app.views.cards import Cards
from app.views.requests import PageNumber, PageRouter, Reading, count_pages

router = PageRouter()


async def read_typed(q: Annotated[str, Query()] = "") -> Search:
    """What a reader looks for; nothing that is typed is an error."""
    return read_search(q)


Typed = Annotated[Search, Depends(read_typed)]
# `in` is a word of Python's.
Noun = Annotated[Literal["actors", "quotes", "articles", "events", "topics", ""], Query(alias="in")]


@router.page("/search", "search")
def search(
    request: Request,
    lang: str,
    session: Reading,
    search: Typed,
    noun: Noun = "",
    page: PageNumber = 1,
) -> Response:
    offset = (page - 1) * PAGE_SIZE
    limit = PAGE_SIZE if noun else SHOWN
    groups = [
        replace(group, hits=Cards.of(request, session, lang).write(group.hits, search))
        if group.noun == "quotes"
        else group
        for group in list_groups(session, search, noun or None, limit, offset if noun else 0)
    ]
    total = add_up(group.total for group in groups)
    parts = [("in", noun), ("page", str(page) if noun and page > 1 else ""), ("q", search.typed)]
    query = [(key, value) for key, value in parts if value]
    context = {
        "search": search,
        "noun": noun,
        "groups": groups,
        "total": total,
        "number": page,
        "pages": count_pages(total.number, PAGE_SIZE, page) if noun else 1,
        "suggestion": suggest(session, search) if search and not total else None,
    }
    headers = {"Vary": "HX-Request, HX-Request-Type"}
    template = "search.html"
    if is_fragment(request):
        template = "search/_fragment.html"
        # Typing makes no history: Back leaves the search, it does not take back letters.
        headers["HX-Replace-Url"] = Page(request.url.path, tuple(query)).address(lang)
    return render(request, template, lang, context, query=query, index=False, headers=headers)
