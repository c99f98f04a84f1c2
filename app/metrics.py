"""What the processes count, for Prometheus, on a port of their own that only this machine reaches.

Each process writes what it counts to a file of its own, and who started them adds up. The library
decides how it counts when it is imported: so that is late, and only where it was asked for.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send

from app.base import LANGUAGES
from app.kept import KeptPages
from app.logs import Watched

FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # the library's name for where the files are
LOOPBACK = "127.0.0.1"
LISTS = ("articles", "quotes", "actors", "events", "topics", "corrections")
ALONE = {"": "home", "search": "search", "about": "about"}  # pages that are no list's
APART = ("api", "static", "embed", "health", "ready")


@contextmanager
def exposing(port: int) -> Iterator[None]:
    """Answer Prometheus meanwhile, for this process and those that it starts.

    Raises OSError where the port is taken.
    """
    with TemporaryDirectory(prefix="metrics-") as folder:
        os.environ[FOLDER] = folder
        from prometheus_client import CollectorRegistry, start_http_server
        from prometheus_client.multiprocess import MultiProcessCollector

        class Living(MultiProcessCollector):
            """All files, without what a process that has ended had at that moment."""

            def collect(self) -> Any:
                for file in Path(folder).glob("gauge_live*_*.db"):
                    if not is_alive(int(file.stem.rpartition("_")[2])):
                        file.unlink(missing_ok=True)
                return super().collect()  # type: ignore[no-untyped-call]

        registry = CollectorRegistry()
        Living(registry, folder)  # type: ignore[no-untyped-call]
        server, thread = start_http_server(port, LOOPBACK, registry)
        try:
            yield
        finally:
            server.shutdown()
            server.server_close()
            thread.join()


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


class Metrics:
    """Counts what an application answers, by its status and its kind of page."""

    def __init__(self, app: ASGIApp, kept: KeptPages) -> None:
        from prometheus_client import Counter, Gauge, Histogram

        from app.protocol import Bounded

        self.app = app
        self.kept = kept
        self.hits = 0  # that are counted
        labels = ["kind", "status"]
        self.requests = Counter("dashboard_requests", "Requests that were answered.", labels)
        self.seconds = Histogram("dashboard_seconds", "How long an answer took.", ["kind"])
        self.kept_hits = Counter("dashboard_kept_hits", "Pages that were kept as they are sent.")
        self.record = Gauge(
            "dashboard_record_number",
            "Rises with each change of the record that a process has seen.",
            multiprocess_mode="livemax",
        )
        connections = Gauge(
            "dashboard_connections", "Connections that are open.", multiprocess_mode="livesum"
        )
        Bounded.count = connections.inc

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = Watched(send)
        try:
            await self.app(scope, receive, answer)
        finally:
            kind = kind_of(scope["path"])
            self.requests.labels(kind, str(answer.status)).inc()
            self.seconds.labels(kind).observe(answer.seconds)
            self.kept_hits.inc(self.kept.hits - self.hits)
            self.hits = self.kept.hits
            self.record.set(self.kept.watch.number)


def kind_of(path: str) -> str:
    """What kind of page an address is, of a few: whatever is asked for, no more are counted."""
    first, _, rest = path.removeprefix("/").partition("/")
    if first in APART:
        return first
    if first not in LANGUAGES:
        return "other"
    noun, _, slug = rest.partition("/")
    if noun in LISTS:
        return noun.removesuffix("s") if slug else noun
    return ALONE.get(noun, "other")
