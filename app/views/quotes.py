"""The list of quotes with its filters, and a page a quote."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Depends, Query, Request, Response
from fastapi.responses import RedirectResponse
from markupsafe import Markup
from pydantic import StringConstraints

from app.checks import check_identity
from app.derived import Overview
from app.filters import FACETS, PAGE_SIZE, Choice, QuoteFilter
from app.formats.citations import cite_quote
from app.formats.embeds import embed_quote
from app.formats.jsonld import describe_quote
from app.pieces import Key
from app.queries.chosen import MOST_COUNTED, Chosen, Count, choose
from app.queries.corrections import list_corrections_of
from app.queries.facets import Facet, count_without, list_facets
from app.queries.lists import list_ids
from app.queries.overview import get_overview
from app.queries.quotes import get_quote, list_neighbours
from app.queries.slugs import list_moved_slugs
from app.queries.tallies import count_quotes
from app.render import Page, fill, is_fragment, render
from app.spans import cut_segments, find_blocks, find_sentence
from app.views.cards import Cards
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

# Far more than any slug or any list of options, and nothing a page could not show.
Value = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")]
Values = Annotated[list[Value], Query(max_length=50)]
View = Annotated[Literal["table", ""], Query()]
NOUN_OF_FACET = {"speaker": "actors", "topic": "topics", "article": "articles"}


async def read_filter(
    speaker: Values = [],  # noqa: B006
    topic: Values = [],  # noqa: B006
    kind: Values = [],  # noqa: B006
    article: Values = [],  # noqa: B006
    q: Annotated[str, Query()] = "",
    page: PageNumber = 1,
    view: View = "",
) -> QuoteFilter:
    """The filter that an address asks for; a key it does not know is left alone."""
    values = zip(FACETS, (speaker, topic, kind, article), strict=True)
    return QuoteFilter.of(((facet, one) for facet, many in values for one in many), page, view, q)


Wanted = Annotated[QuoteFilter, Depends(read_filter)]


@router.page("/quotes", "quote-list")
async def quote_list(request: Request, lang: str, session: Reading, wanted: Wanted) -> Response:
    overview = get_overview(session)
    cards = Cards(request, session, lang, overview.edition)
    found = find_filtered(cards, wanted, overview)
    chosen, total = found.chosen, found.total
    unknown = [choice for choice in wanted.choices if choice not in chosen.labels]
    if unknown and (moved := find_moved(request, session, wanted)):
        return moved
    pages = count_pages(total.number, PAGE_SIZE, wanted.page)
    numbers = list_ids(session, chosen, PAGE_SIZE, (wanted.page - 1) * PAGE_SIZE) if total else []
    as_table = wanted.view == "table"
    context = {
        "wanted": wanted,
        "total": total,
        "pages": pages,
        "rows": cards.write(numbers, wanted.search, "row") if as_table else [],
        "cards": [] if as_table else cards.write(numbers, wanted.search),
        "facets": found.facets,
        "labels": chosen.labels,
        "unknown": unknown,
        "without": count_without(session, chosen) if not total else [],
    }
    headers = {"Vary": "HX-Request, HX-Request-Type"}
    template = "quotes/list.html"
    if is_fragment(request):
        template = "quotes/_fragment.html"
        # Typing makes no history: Back goes to the filter before, it does not take back letters.
        headers["Vary"] += ", HX-Source"
        typing = request.headers.get("HX-Source") == "input#q"
        address = Page(request.url.path, tuple(wanted.query())).address(lang)
        headers["HX-Replace-Url" if typing else "HX-Push-Url"] = address
    return render(
        request,
        template,
        lang,
        context,
        query=wanted.query(),
        index=len(wanted.choices) < 2 and not wanted.search.typed,
        headers=headers,
    )


def find_moved(request: Request, session: Reading, wanted: QuoteFilter) -> Response | None:
    """The answer to a filter by the old slug of a record: the same address with the new one."""
    moved = moved_choices(session, wanted)
    if not moved:
        return None
    page = Page(request.url.path, tuple(wanted.rename(moved).query()))
    return RedirectResponse(page.address(request.path_params["lang"]), 301)


def moved_choices(session: Reading, wanted: QuoteFilter) -> dict[Choice, str]:
    """The present slug of each choice whose record was renamed."""
    slugs = [
        (NOUN_OF_FACET[facet], value) for facet, value in wanted.choices if facet in NOUN_OF_FACET
    ]
    moved = list_moved_slugs(session, slugs) if slugs else {}
    facet_of = {noun: facet for facet, noun in NOUN_OF_FACET.items()}
    return {(facet_of[noun], old): new for (noun, old), new in moved.items()}


@dataclass(frozen=True, slots=True)
class Filtered:
    """What a filter comes to: its values as the database knows them, the form's facets as written,
    and how many quotes there are."""

    chosen: Chosen
    facets: Markup
    total: Count

    def __len__(self) -> int:
        return len(self.facets)


def find_filtered(cards: Cards, wanted: QuoteFilter, overview: Overview) -> Filtered:
    """What a filter comes to, on whichever page; made once, as cards are."""

    def make(_: list[Key]) -> list[Filtered]:
        chosen = choose(cards.session, wanted)
        # First, for the number of quotes of a search comes with the numbers of its options.
        facets = list_facets(cards.session, chosen, overview)
        context = {
            "wanted": wanted,
            "facets": facets,
            "most": MOST_COUNTED,
            "kept": choices_without_box(wanted, facets),
        }
        block = fill(cards.request, "quotes/_facet_block.html", cards.language, context)
        return [Filtered(chosen, Markup(block), count_quotes(cards.session, chosen))]

    key = ("filtered", cards.language, wanted.on_page(1))
    filtered: Filtered = cards.pieces.get(overview.edition, [key], make)[0]
    return filtered


def choices_without_box(wanted: QuoteFilter, facets: list[Facet]) -> list[Choice]:
    """The choices that no option stands for, which the form keeps all the same."""
    boxes = {(facet.key, option.value) for facet in facets for option in facet.options}
    return [choice for choice in wanted.choices if choice not in boxes]


@router.page("/quotes/{slug}", "quote-detail")
async def quote_detail(request: Request, lang: str, slug: str, session: Reading) -> Response:
    quote = get_quote(session, slug)
    if quote is None:
        answer_missing(request, session, "quotes", slug, "quote-detail")
    body = quote.article.body
    blocks = find_blocks(body)
    at = next(i for i, block in enumerate(blocks) if quote.start < block.end)
    sentence = find_sentence(body, blocks[at], quote.start, quote.end)
    marks = [(*sentence, "sentence"), (quote.start, quote.end, "quote")]
    before, after = list_neighbours(session, quote)
    edition = edition_of(request, lang)
    context = {
        "quote": quote,
        "identity": check_identity(quote.article, quote),
        "block": blocks[at],
        "before": blocks[at - 1] if at else None,
        "after": blocks[at + 1] if at + 1 < len(blocks) else None,
        "segments": list(cut_segments(blocks[at].start, blocks[at].end, marks)),
        "previous": before,
        "next": after,
        "citations": forms_of(cite_quote(quote, edition, today())),
        "embed": embed_quote(quote, edition),
        "structured": describe_quote(quote, edition),
        "corrections": list_corrections_of(session, "quotes", slug),
    }
    return render(request, "quotes/detail.html", lang, context)
