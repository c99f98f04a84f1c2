"""Questions about slugs that name no record any more."""

from collections.abc import Iterable

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from app.changes import RetiredSlug


def get_retired_slug(session: Session, noun: str, slug: str) -> RetiredSlug | None:
    """Where a slug went, or why its record was withdrawn."""
    return session.get(RetiredSlug, (noun, slug))


def list_moved_slugs(
    session: Session, slugs: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], str]:
    """The present slug of each (noun, old slug) that was renamed."""
    statement = select(RetiredSlug).where(
        tuple_(RetiredSlug.noun, RetiredSlug.slug).in_(list(slugs)),
        RetiredSlug.moved_to.is_not(None),
    )
    return {(old.noun, old.slug): old.moved_to or "" for old in session.scalars(statement)}
