"""Questions about articles."""

from collections.abc import Iterator, Sequence

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, joinedload, selectinload, undefer_group

from app.base import CHUNK
from app.filters import PAGE_SIZE
from app.models import Article, Mention, Quote
from app.queries.keyset import Key, list_after, where_now
from app.queries.parts import load_part

# That is how they are numbered, by their date, then the day they were added, then their slugs.
NEWEST_FIRST = (Article.id,)
BY_PLACE = (Article.id, Article.slug)  # what tells where a page ended
QUOTED = (joinedload(Quote.speaker), joinedload(Quote.reports), selectinload(Quote.topics))
NAMED = joinedload(Mention.actor)
# Built once: to build a statement takes longer than to run it.
WITH_TEXT = select(Article).where(Article.slug == bindparam("slug")).options(undefer_group("text"))


def list_articles(session: Session, page: int = 1) -> Sequence[Article]:
    """One page of the articles."""
    statement = select(Article).order_by(*NEWEST_FIRST)
    return session.scalars(statement.limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE)).all()


def stream_articles(session: Session, *, texts: bool = False) -> Iterator[Article]:
    """Every article, a few at a time where their texts and mentions come with them."""
    statement = select(Article).order_by(*NEWEST_FIRST)
    if texts:
        mentions = selectinload(Article.mentions).joinedload(Mention.actor)
        statement = statement.options(undefer_group("text"), mentions)
    return iter(session.scalars(statement.execution_options(yield_per=20 if texts else CHUNK)))


def list_articles_after(
    session: Session, after: Key | None, limit: int
) -> tuple[list[Article], Key | None]:
    """Articles after one with a key, and the key that the next ones follow."""
    after = where_now(session, Article, after)
    rows, last = list_after(session, select(Article), BY_PLACE, after, limit)
    return [article for (article,) in rows], last


def get_latest_article(session: Session) -> Article | None:
    """The newest article, without its text, with its quotes and who says them."""
    statement = (
        select(Article)
        .order_by(*NEWEST_FIRST)
        .limit(1)
        .options(
            selectinload(Article.quotes).options(
                joinedload(Quote.speaker), joinedload(Quote.event), joinedload(Quote.article)
            )
        )
    )
    return session.scalars(statement).one_or_none()


def get_article(session: Session, slug: str) -> Article | None:
    """An article with its text, its quotes and its mentions."""
    article = session.scalars(WITH_TEXT, {"slug": slug}).one_or_none()
    if article is not None:
        load_part(session, article, Article.quotes, *QUOTED)
        load_part(session, article, Article.mentions, NAMED)
    return article
