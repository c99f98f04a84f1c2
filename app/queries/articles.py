"""Questions about articles."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload, selectinload, undefer_group

from app.base import CHUNK
from app.filters import PAGE_SIZE
from app.models import Article, Mention, Quote
from app.queries.keyset import Key, list_after

NEWEST_FIRST = (Article.date_earliest.desc(), Article.added.desc(), Article.slug)


@dataclass(frozen=True)
class ArticleRow:
    """An article as a list shows it."""

    article: Article
    quotes: int


def select_articles() -> Select[Article, int]:
    """All articles, newest first, each with its number of quotes."""
    quotes = select(func.count()).where(Quote.article_id == Article.id).scalar_subquery()
    return select(Article, quotes).order_by(*NEWEST_FIRST)


def list_articles(session: Session, page: int = 1) -> list[ArticleRow]:
    """One page of the articles."""
    statement = select_articles().limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE)
    return [ArticleRow(article, count) for article, count in session.execute(statement)]


def stream_articles(session: Session, *, texts: bool = False) -> Iterator[ArticleRow]:
    """Every article, a few at a time where their texts and mentions come with them."""
    statement = select_articles()
    if texts:
        mentions = selectinload(Article.mentions).joinedload(Mention.actor)
        statement = statement.options(undefer_group("text"), mentions)
    statement = statement.execution_options(yield_per=20 if texts else CHUNK)
    return (ArticleRow(article, count) for article, count in session.execute(statement))


def list_articles_after(
    session: Session, after: Key | None, limit: int
) -> tuple[list[ArticleRow], Key | None]:
    """Articles after one with a key, and the key that the next ones follow."""
    rows, last = list_after(session, select_articles(), NEWEST_FIRST, after, limit)
    return [ArticleRow(*row) for row in rows], last


def count_articles(session: Session) -> int:
    return session.scalars(select(func.count()).select_from(Article)).one()


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
    statement = (
        select(Article)
        .where(Article.slug == slug)
        .options(
            undefer_group("text"),
            selectinload(Article.quotes).options(
                joinedload(Quote.speaker), joinedload(Quote.reports), selectinload(Quote.topics)
            ),
            selectinload(Article.mentions).joinedload(Mention.actor),
        )
    )
    return session.scalars(statement).one_or_none()
