"""Servers to measure: started on a core, awaited, asked, and stopped by their number."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.client import HTTPConnection
from pathlib import Path

from bench.machine import pinned

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60.0  # seconds for a server to answer first


@dataclass(frozen=True)
class Reply:
    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key.lower() == name), "")


@dataclass
class Server:
    """A process that answers on a port, and how long it took to."""

    process: subprocess.Popen[bytes]
    port: int
    started: float

    @property
    def number(self) -> int:
        return self.process.pid

    def get(self, address: str, headers: Mapping[str, str] | None = None) -> Reply:
        return get(self.port, address, headers)

    def page(self, address: str) -> str:
        """The text of a page, which must be there."""
        reply = self.get(address)
        if reply.status != 200:
            raise RuntimeError(f"{address} answers {reply.status}")
        return reply.body.decode()

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def get(port: int, address: str, headers: Mapping[str, str] | None = None) -> Reply:
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        connection.request("GET", address, headers=dict(headers or {}))
        answer = connection.getresponse()
        return Reply(answer.status, answer.getheaders(), answer.read())
    finally:
        connection.close()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def start(
    command: list[str],
    port: int,
    address: str,
    core: int | None,
    settings: Mapping[str, str] | None = None,
) -> Server:
    """Start a server and wait for its first answer."""
    environment = {key: value for key, value in os.environ.items() if "DASHBOARD_" not in key}
    begun = time.perf_counter()
    with pinned(core):  # a child begins on its parent's core
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment | dict(settings or {}),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    server = Server(process, port, 0.0)
    while time.perf_counter() - begun < PATIENCE and process.poll() is None:
        try:
            get(port, address)
        except OSError:
            time.sleep(0.002)
            continue
        server.started = time.perf_counter() - begun
        return server
    server.stop()
    raise RuntimeError(f"does not answer: {' '.join(command[1:4])}")


def start_site(
    database: Path, core: int | None, keep: int | None = 0, address: str = "/health"
) -> Server:
    """The site on a database, one worker; `keep` is how many megabytes of pages it may keep."""
    port = free_port()
    settings = {"DASHBOARD_DATABASE": str(database.resolve()), "DASHBOARD_PORT": str(port)}
    settings |= {"DASHBOARD_ACCESS_LOG": "false"}
    if keep is not None:
        settings["DASHBOARD_KEEP"] = str(keep)
    workers = ["--workers", "1"] if knows_workers() else []
    return start([sys.executable, "-m", "app", "serve", *workers], port, address, core, settings)


@cache
def knows_workers() -> bool:
    """Whether `serve` can be told how many workers to have."""
    return bool(re.search("--workers", (ROOT / "app" / "__main__.py").read_text("utf-8")))


def keeps_pages() -> bool:
    """Whether the site has the setting that keeps pages."""
    from app.settings import Settings

    return "keep" in Settings.model_fields


@contextmanager
def open_locally(database: Path) -> Iterator[Callable[[str], str]]:
    """Pages of the site on a database, by their addresses, without a server."""
    from starlette.testclient import TestClient

    from app.main import create_app
    from app.settings import Settings

    settings = Settings.model_validate({"database": database})
    app = create_app(settings)
    client = TestClient(app, base_url=settings.public_address)
    yield lambda address: str(client.get(address).raise_for_status().text)
    app.state.database.dispose()
