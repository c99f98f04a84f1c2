"""The server's processes: how many, what they print, how they end, what follows a dead one."""

import gc
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from resource import RLIMIT_NOFILE, setrlimit

import pytest

from app.serving import settle
from tests.conftest import ROOT
from tests.editing import change
from tests.test_commands import run
from tools.server import free_port, wait_until_ready

SECONDS = 60  # for what takes two, on a machine that does other things


@contextmanager
def serving(
    database: Path, log: Path, *options: str, files: int | None = None
) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A server and its address; it can open no more than a number of files, if one is given."""
    port = free_port()
    env = {k: v for k, v in os.environ.items() if not k.startswith("DASHBOARD_")}
    env |= {"DASHBOARD_DATABASE": str(database), "DASHBOARD_PORT": str(port)}
    with log.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "app", "serve", *options],
            cwd=ROOT,
            env=env,
            stdout=output,
            stderr=subprocess.STDOUT,
            preexec_fn=lambda: setrlimit(RLIMIT_NOFILE, (files, files)) if files else None,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_ready(server, address, log)
        yield server, address
    finally:
        server.kill()
        server.wait()


def workers_of(log: Path) -> list[int]:
    """The processes that said they serve, in their order."""
    lines = [line for line in log.read_text().splitlines() if "Started server process" in line]
    return [int(line.split("process [")[1].split("]")[0]) for line in lines]


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=SECONDS) as answer:
        return str(answer.read().decode())


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_workers_begin_and_end_together(database: Path, tmp_path: Path, stop: int) -> None:
    log = tmp_path / "log"
    with serving(database, log, "--workers", "2") as (server, address):
        wait_until(lambda: len(workers_of(log)) == 2)
        workers = workers_of(log)
        assert server.pid not in workers
        read(f"{address}/en/topics/iran")
        change(database, "UPDATE topic SET name_en = 'Persia' WHERE slug = 'iran'")
        assert all("Persia" in read(f"{address}/en/topics/iran") for _ in range(8))
        if stop == signal.SIGTERM:
            os.kill(workers[0], signal.SIGKILL)
            wait_until(lambda: len(workers_of(log)) == 3)
            workers = workers_of(log)
            assert "Persia" in read(f"{address}/en/topics/iran")
        server.send_signal(stop)
        assert server.wait(SECONDS) == 0
        wait_until(lambda: not any(is_alive(worker) for worker in workers))
    lines = [line for line in log.read_text().splitlines() if not line.startswith("{")]
    assert lines == [f"Serving on {address}"]


def test_one_worker_has_nobody_above_it(database: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with serving(database, log, "--workers", "1") as (server, address):
        wait_until(lambda: workers_of(log) == [server.pid])
        assert "Started parent process" not in log.read_text()
        server.terminate()
        assert server.wait(SECONDS) in (0, -signal.SIGTERM)
    assert log.read_text().startswith(f"Serving on {address}\n")


def test_trouble_is_told_before_any_worker_starts(tmp_path: Path) -> None:
    done = run("serve", "--workers", "2", DASHBOARD_DATABASE=str(tmp_path / "none.db"))
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", "99999", "١"])
def test_a_bad_number_of_workers_is_refused(number: str) -> None:
    done = run("serve", "--workers", number)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--workers" in done.stderr


def test_the_collector_is_kept_from_what_stays() -> None:
    thresholds = gc.get_threshold()
    try:
        settle()
        assert gc.get_freeze_count() > 10_000
        assert gc.get_threshold()[0] > thresholds[0]
    finally:
        gc.unfreeze()
        gc.set_threshold(*thresholds)
