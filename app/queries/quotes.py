"""Questions about quotes."""

from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload, load_only, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from app.base import CHUNK
from app.filters import NO_SPEAKER, PAGE_SIZE, QuoteFilter
from app.models import Actor, Article, Event, Quote, Topic, quote_topic
from app.queries.index import found_by
from app.queries.keyset import Key, list_after

# Lists run newest article first, then in the order of the text; a quotation in a quotation that
# begins with it stands after it.
NEWEST_FIRST = (
    Article.date_earliest.desc(),
    Article.added.desc(),
    Article.slug,
    Quote.start,
    Quote.end.desc(),
)


def matches(wanted: QuoteFilter) -> ColumnElement[bool]:
    """The condition that a quote is in a filter: any value of a facet, every facet."""
    conditions: list[ColumnElement[bool]] = [Quote.id.is_not(None)]
    if speaker := wanted.chosen("speaker"):
        speakers = select(Actor.id).where(Actor.slug.in_(speaker))
        said = Quote.speaker_id.in_(speakers)
        nobody = Quote.speaker_id.is_(None)
        conditions.append(or_(said, nobody) if NO_SPEAKER in speaker else said)
    if topic := wanted.chosen("topic"):
        about = (
            select(quote_topic.c.quote_id)
            .join(Topic, Topic.id == quote_topic.c.topic_id)
            .where(Topic.slug.in_(topic))
        )
        conditions.append(Quote.id.in_(about))
    if kind := wanted.chosen("kind"):
        conditions.append(Quote.kind.in_(kind))
    if article := wanted.chosen("article"):
        articles = select(Article.id).where(Article.slug.in_(article))
        conditions.append(Quote.article_id.in_(articles))
    if wanted.search.typed:
        conditions.append(found_by(wanted.search, "quotes", Quote.id))
    return and_(*conditions)


def card_options() -> tuple[ORMOption, ...]:
    """What a quote's card shows, loaded with it; the article without its text."""
    return (
        contains_eager(Quote.article),
        joinedload(Quote.speaker),
        joinedload(Quote.reports),
        joinedload(Quote.event),
        selectinload(Quote.topics),
    )


def select_quotes(wanted: QuoteFilter) -> Select[Quote]:
    """All quotes of a filter, in the order of every list."""
    return (
        select(Quote)
        .join(Quote.article)
        .where(matches(wanted))
        .order_by(*NEWEST_FIRST)
        .options(*card_options())
    )


def list_quotes(session: Session, wanted: QuoteFilter) -> Sequence[Quote]:
    """One page of the quotes of a filter."""
    statement = select_quotes(wanted).limit(PAGE_SIZE).offset((wanted.page - 1) * PAGE_SIZE)
    return session.scalars(statement).all()


def stream_quotes(session: Session, wanted: QuoteFilter) -> Iterator[Quote]:
    """Every quote of a filter, whatever its page, a chunk of rows at a time."""
    return iter(session.scalars(select_quotes(wanted).execution_options(yield_per=CHUNK)))


def list_quotes_after(
    session: Session, wanted: QuoteFilter, after: Key | None, limit: int
) -> tuple[list[Quote], Key | None]:
    """Quotes of a filter after one with a key, and the key that the next ones follow."""
    rows, last = list_after(session, select_quotes(wanted), NEWEST_FIRST, after, limit)
    return [quote for (quote,) in rows], last


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


def count_quotes(session: Session, wanted: QuoteFilter) -> int:
    """How many quotes a filter has."""
    statement = select(func.count()).select_from(Quote).where(matches(wanted))
    return session.scalars(statement).one()


def get_quote(session: Session, slug: str) -> Quote | None:
    """A quote with all that its page shows, its article's text and bytes included."""
    statement = (
        select(Quote)
        .join(Quote.article)
        .where(Quote.slug == slug)
        .options(
            contains_eager(Quote.article).undefer_group("text"),
            joinedload(Quote.speaker),
            joinedload(Quote.reports),
            joinedload(Quote.event),
            selectinload(Quote.topics),
        )
    )
    return session.scalars(statement).one_or_none()


def list_neighbours(session: Session, quote: Quote) -> tuple[Quote | None, Quote | None]:
    """The quotes before and after a quote in its article."""
    beside = select(Quote).where(Quote.article_id == quote.article_id)
    beside = beside.options(load_only(Quote.slug, Quote.text), joinedload(Quote.article))
    before = beside.where(Quote.start < quote.start).order_by(Quote.start.desc()).limit(1)
    after = beside.where(Quote.start > quote.start).order_by(Quote.start).limit(1)
    return session.scalars(before).one_or_none(), session.scalars(after).one_or_none()
