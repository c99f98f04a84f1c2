"""Serve the site of seeds/ for a while, on a port and a database of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS_TO_START = 30
SECONDS_TO_STOP = 15


@contextmanager
def serving(folder: Path, seeds: Path = ROOT / "seeds") -> Iterator[str]:
    """The address of a server whose database and log are in a folder; it ends with the block.

    Raises RuntimeError, with what the server wrote, if it does not start or does not end in order.
    """
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    settings = {
        "DASHBOARD_DATABASE": str(folder / "site.db"),
        "DASHBOARD_SEEDS": str(seeds),
        "DASHBOARD_HOST": "127.0.0.1",
        "DASHBOARD_PORT": str(port),
    }
    # The settings of whoever runs this are not those of this server.
    env = {k: v for k, v in os.environ.items() if not k.startswith("DASHBOARD_")} | settings
    subprocess.run([sys.executable, "-m", "app", "load"], cwd=ROOT, env=env, check=True)
    log = folder / "server.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "app", "serve", "--workers", "1"],
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_until_ready(server, address, log)
        yield address
    finally:
        server.terminate()
        try:
            status = server.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
            raise
    # Uvicorn stops in order, then dies of the signal that asked it to.
    if status not in (0, -signal.SIGTERM):
        raise RuntimeError(f"server ended with {status}:\n{log.read_text()}")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_ready(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    """Return once GET /ready answers 200."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/ready", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    raise RuntimeError(f"no answer from {address}/ready; the server wrote:\n{log.read_text()}")
