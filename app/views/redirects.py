"""Addresses without a language: each answers 302 to the same page in the reader's."""

from collections.abc import Iterable

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse
from starlette.routing import BaseRoute, Route

from app.base import NOUNS
from app.queries.slugs import get_retired_slug
from app.views.requests import BY_READER, Reading, preferred_language

PREFIX = "/{lang:lang}"


def make_redirects(pages: Iterable[BaseRoute]) -> APIRouter:
    """A route without the language for each route of a page."""
    router = APIRouter()
    for route in pages:
        if isinstance(route, Route) and route.path.startswith(PREFIX):
            router.add_api_route(
                route.path.removeprefix(PREFIX),
                redirect_to_language,
                methods=["GET", "HEAD"],
                name=f"{route.name}-redirect",
                response_model=None,
            )
    router.add_api_route(
        PREFIX, redirect_to_home, methods=["GET", "HEAD"], name="home-redirect-slash"
    )
    return router


def redirect_to_language(request: Request, session: Reading) -> RedirectResponse:
    """An old slug is resolved in the same hop."""
    path = request.url.path
    noun, _, slug = path.removeprefix("/").partition("/")
    if noun in NOUNS and slug:
        retired = get_retired_slug(session, noun, slug)
        if retired is not None and retired.moved_to is not None:
            path = f"/{noun}/{retired.moved_to}"
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(
        f"/{preferred_language(request)}{path}{query}",
        302,
        headers={
            "Vary": BY_READER,
            "Cache-Control": "private, no-cache",
        },
    )


def redirect_to_home(lang: str) -> RedirectResponse:
    return RedirectResponse(f"/{lang}/", 301)
