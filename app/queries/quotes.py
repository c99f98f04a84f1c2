"""Questions about quotes."""

from collections.abc import Iterator, Sequence

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session, contains_eager, joinedload, load_only, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from app.base import CHUNK
from app.filters import PAGE_SIZE
from app.keys import keys_within
from app.models import Event, Quote
from app.queries.chosen import Chosen
from app.queries.keyset import Key, where_now
from app.queries.lists import list_ids, select_ids
from app.queries.parts import load_part

# Newest article first, then in the order of the text: that is how quotes are numbered.
NEWEST_FIRST = (Quote.id,)
BY_PLACE = (Quote.id, Quote.slug)  # what tells where a page ended
# Built once: to build a statement takes longer than to run it.
_said = Quote.event_id == bindparam("event")
COUNT_SAID = select(func.count()).where(_said)
SAID = (
    select(Quote.id, Quote.event_basis)
    .where(_said)
    .order_by(*NEWEST_FIRST)
    .limit(PAGE_SIZE)
    .offset(bindparam("offset"))
)
BY_SLUG = (
    select(Quote)
    .join(Quote.article)
    .where(Quote.slug == bindparam("slug"))
    .options(
        contains_eager(Quote.article).undefer_group("text"),
        joinedload(Quote.speaker),
        joinedload(Quote.reports),
        joinedload(Quote.event),
    )
)
_beside = select(Quote).options(load_only(Quote.slug, Quote.text), joinedload(Quote.article))
_beside = _beside.limit(1)
BEFORE = _beside.where(Quote.id >= bindparam("first"), Quote.id < bindparam("id")).order_by(
    Quote.id.desc()
)
AFTER = _beside.where(Quote.id > bindparam("id"), Quote.id <= bindparam("last")).order_by(Quote.id)


def card_options() -> tuple[ORMOption, ...]:
    """What a quote's card shows, loaded with it; the article without its text."""
    return (
        contains_eager(Quote.article),
        joinedload(Quote.speaker),
        joinedload(Quote.reports),
        joinedload(Quote.event),
        selectinload(Quote.topics),
    )


def list_quotes(session: Session, numbers: Sequence[int]) -> Sequence[Quote]:
    """Quotes by their numbers, with what their cards show, in the order of every list."""
    statement = (
        select(Quote)
        .join(Quote.article)
        .where(Quote.id.in_(numbers))
        .order_by(*NEWEST_FIRST)
        .options(*card_options())
    )
    return session.scalars(statement).all()


def list_page(session: Session, chosen: Chosen, page: int = 1) -> Sequence[Quote]:
    """One page of the quotes of a filter."""
    return list_quotes(session, list_ids(session, chosen, PAGE_SIZE, (page - 1) * PAGE_SIZE))


def stream_quotes(session: Session, chosen: Chosen) -> Iterator[Quote]:
    """Every quote of a filter, whatever its page, a chunk of rows at a time."""
    after, more = None, True
    while more:
        numbers = session.scalars(select_ids(chosen, after).limit(CHUNK)).all()
        yield from list_quotes(session, numbers)
        session.expunge_all()  # what was written down is not kept in memory
        more = len(numbers) == CHUNK
        after = numbers[-1] if more else None


def list_quotes_after(
    session: Session, chosen: Chosen, after: Key | None, limit: int
) -> tuple[Sequence[Quote], Key | None]:
    """Quotes of a filter after one with a key, and the key that the next ones follow."""
    after = where_now(session, Quote, after)
    statement = select_ids(chosen, after[0] if after else None)
    numbers = session.scalars(statement.limit(limit + 1)).all()
    quotes = list_quotes(session, numbers[:limit])
    last = (quotes[-1].id, quotes[-1].slug) if len(numbers) > limit else None
    return quotes, last


def count_said_at(session: Session, event: Event) -> int:
    """How many quotes were said at an event."""
    return session.connection().execute(COUNT_SAID, {"event": event.id}).scalar_one()


def list_said_at(session: Session, event: Event, page: int) -> dict[int, str | None]:
    """The numbers of the quotes that were said at an event, each with how that is known."""
    values = {"event": event.id, "offset": (page - 1) * PAGE_SIZE}
    return {row[0]: row[1] for row in session.connection().execute(SAID, values)}


def list_event_quotes(session: Session, event: Event) -> Sequence[Quote]:
    """What was said at an event."""
    statement = (
        select(Quote)
        .join(Quote.article)
        .where(Quote.event_id == event.id)
        .order_by(*NEWEST_FIRST)
        .options(*card_options())
    )
    return session.scalars(statement).all()


def get_quote(session: Session, slug: str) -> Quote | None:
    """A quote with all that its page shows, its article's text and bytes included."""
    quote = session.scalars(BY_SLUG, {"slug": slug}).one_or_none()
    if quote is not None:
        load_part(session, quote, Quote.topics)
    return quote


def list_neighbours(session: Session, quote: Quote) -> tuple[Quote | None, Quote | None]:
    """The quotes before and after a quote in its article."""
    first, last = keys_within(quote.article_id)
    before = session.scalars(BEFORE, {"id": quote.id, "first": first})
    after = session.scalars(AFTER, {"id": quote.id, "last": last})
    return before.one_or_none(), after.one_or_none()
