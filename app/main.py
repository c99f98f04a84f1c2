"""The application: its routes, middleware, static files and error pages."""

import sys

import uvicorn
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware

from app.api import page as api_page
from app.api.application import create_api
from app.api.router import PREFIX
from app.database import find_trouble, open_database
from app.framing import Framing
from app.logs import AccessLog, set_up_logging
from app.pieces import Pieces
from app.render import STATIC
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

# Other forms first: the address of a page takes any slug, one with an ending too.
FORMS = (citations, pictures, annotations, embeds)
DATA = (data, feeds, site_files)
PAGES = (home, articles, quotes, actors, events, topics, corrections, search, api_page)


def create_app(settings: Settings, *, served: bool = True) -> FastAPI:
    """The application on the database of some settings, which it only reads.

    Pages that are not to be served but kept as files have nothing that only a server can do.
    """
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    app.state.settings = settings
    app.state.served = served
    app.state.database = open_database(settings.database)
    app.state.preview = None
    app.state.pieces = Pieces()
    for form in FORMS:
        app.include_router(form.router)
    for module in (*DATA, *PAGES):
        app.include_router(module.router)
        app.include_router(redirects.make_redirects(module.router.routes))
    app.include_router(health.router)
    app.mount(PREFIX, create_api(settings, app.state.database), name="api-mount")
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    errors.handle_errors(app)
    app.add_middleware(GZipMiddleware, minimum_size=500)
    app.add_middleware(Framing)
    app.add_middleware(AccessLog)
    return app


def serve_site(settings: Settings) -> int:
    """Serve until stopped; a database that cannot be read is told in one line."""
    if trouble := find_trouble(settings.database):
        print(trouble, file=sys.stderr)
        return 1
    return run_site(create_app(settings), settings)


def run_site(app: FastAPI, settings: Settings) -> int:
    """Serve an application where the settings say, until stopped."""
    set_up_logging(settings)
    print(f"Serving on {settings.public_address}", flush=True)
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        ws="none",
    )
    return 0
