"""The API, made when it is first asked: its shapes take a tenth of the time to start, and few
readers ask for them."""

from functools import cached_property

from sqlalchemy import Engine
from starlette.types import ASGIApp, Receive, Scope, Send

from app.settings import Settings

PREFIX = "/api"  # where the application mounts it


class LateApi:
    """Stands where the API is mounted."""

    def __init__(self, settings: Settings, database: Engine) -> None:
        self.settings = settings
        self.database = database

    @cached_property
    def app(self) -> ASGIApp:
        from app.api.application import create_api

        return create_api(self.settings, self.database)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, send)
