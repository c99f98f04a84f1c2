"""The application: its routes, middleware, static files and error pages."""

import re
from string import punctuation
from urllib.parse import quote as percent_encode

from fastapi import FastAPI
from starlette.routing import Mount
from starlette.types import ASGIApp, Receive, Scope, Send

from app.api import page as api_page
from app.api.late import PREFIX, LateApi
from app.assets import STATIC, Assets, own_assets
from app.base import LANGUAGES
from app.conditions import Conditions
from app.database import open_database
from app.environment import site_environment
from app.headers import Guarded
from app.hosts import Hosts
from app.kept import KeptPages, pages_of
from app.logs import AccessLog
from app.pieces import Pieces
from app.plain import tell_fault
from app.settings import Settings
from app.views import (
    actors,
    annotations,
    articles,
    citations,
    corrections,
    data,
    embeds,
    errors,
    events,
    feeds,
    health,
    home,
    pictures,
    quotes,
    redirects,
    search,
    site_files,
    topics,
)
from app.watch import Watch

# Other forms of a record first: the address of its page takes any slug, one with an ending too. The
# framework tries one route after the other, so what is asked for less stands last.
FORMS = (citations, pictures, annotations, embeds)
PAGES = (
    data,
    home,
    quotes,
    articles,
    actors,
    events,
    topics,
    corrections,
    search,
    api_page,
    feeds,
    site_files,
)

SECONDS = 1.0  # for a question to the database, of which a page has some ten


class Site(FastAPI):
    """The application behind what stands before all routes: headers, hosts, log, pages kept.

    The framework's own way to the routes takes longer than to send a page that is kept.
    """

    front: ASGIApp
    kept: KeptPages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.front(scope, receive, send)

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """What is not kept; bytes that no address has (RFC 3986) as a browser writes them."""
        query = scope.get("query_string", b"")
        if not query.isascii():
            scope = {**scope, "query_string": percent_encode(query, safe=punctuation).encode()}
        await super().__call__(scope, receive, send)


def create_app(settings: Settings, *, served: bool = True) -> Site:
    """The application on the database of some settings, which it only reads.

    Pages that are not to be served but kept as files have nothing that only a server can do.
    """
    app = Site(openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    app.state.settings = settings
    app.state.environments = {
        language: site_environment(app, settings, language, served=served) for language in LANGUAGES
    }
    app.state.database = open_database(settings.database, seconds=SECONDS)
    app.state.preview = None
    app.state.pieces = Pieces()
    # As they are: to include a router makes each of its routes anew, at the first request.
    forms = [route for module in FORMS for route in module.router.routes]
    pages = [route for module in PAGES for route in module.router.routes]
    others = [*redirects.make_redirects(pages).routes, *health.router.routes]
    app.router.routes += [*forms, *pages, *others]
    api = Mount(PREFIX, LateApi(settings, app.state.database), name="api-mount")
    # What stands after the prefix is the API's, a line break (%0A) too.
    api.path_regex = re.compile(api.path_regex.pattern, re.DOTALL)
    app.router.routes.append(api)
    app.mount("/static", Assets(directory=STATIC), name="static")
    errors.handle_errors(app)
    app.kept = KeptPages(
        app.answer,
        watch=Watch(app.state.database, settings.database, own_assets()),
        pages=pages_of([*forms, *pages]),
        size=settings.keep * 1_000_000 if served else 0,
    )
    answering = Conditions(app.kept)
    logged = AccessLog(answering) if settings.access_log else answering
    app.front = Guarded(Hosts(logged, settings), settings.public_address, tell_fault())
    return app
