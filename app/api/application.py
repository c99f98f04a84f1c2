"""The API as an application of its own, with its own errors, for the site to mount."""

from fastapi import FastAPI
from sqlalchemy import Engine
from starlette.types import ASGIApp

from app.api.replies import OpenToAll, handle_errors
from app.api.routes import router
from app.settings import Settings


def create_api(settings: Settings, database: Engine) -> ASGIApp:
    """The API on a database, which it only reads."""
    api = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    api.state.settings = settings
    api.state.database = database
    api.include_router(router)
    handle_errors(api)
    return OpenToAll(api)
