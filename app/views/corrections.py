"""The list of corrections."""

from fastapi import Request, Response

from app.filters import PAGE_SIZE
from app.queries.corrections import count_corrections, list_corrections
from app.render import render
from app.views.requests import PageNumber, PageRouter, Reading, count_pages

router = PageRouter()


@router.page("/corrections", "correction-list")
def correction_list(
    request: Request, lang: str, session: Reading, page: PageNumber = 1
) -> Response:
    total = count_corrections(session)
    context = {
        "corrections": list_corrections(session, page),
        "total": total,
        "number": page,
        "pages": count_pages(total, PAGE_SIZE, page),
    }
    query = [("page", str(page))] if page > 1 else []
    return render(request, "corrections/list.html", lang, context, query=query)
