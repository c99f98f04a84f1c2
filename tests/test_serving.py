"""The server's processes: how many, what they print, how they end, what follows a dead one."""

import gc
import os
import select
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from resource import RLIMIT_NOFILE, setrlimit

import pytest

from app.serving import settle
from tests.conftest import ROOT
from tests.drafting import Command, run
from tests.editing import change
from tools.server import free_port, wait_until_ready

SECONDS = 60  # for what takes two, on a machine that does other things

NONE: Mapping[str, str] = {}


@contextmanager
def serving(
    database: Path,
    log: Path,
    *options: str,
    files: int | None = None,
    settings: Mapping[str, str] = NONE,
) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A server and its address; it can open no more than a number of files, if one is given."""
    port = free_port()
    env = {k: v for k, v in os.environ.items() if not k.startswith("DASHBOARD_")}
    env |= {"DASHBOARD_DATABASE": str(database), "DASHBOARD_PORT": str(port), **settings}
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


def stop_under_load(server: subprocess.Popen[bytes], address: str) -> tuple[int, list[str]]:
    """Stop a server that eight readers ask without pause: how much was answered, what was cut."""
    taken: list[str] = []
    cut: list[str] = []
    with ThreadPoolExecutor(8) as pool:
        for at in range(8):
            pool.submit(read_on, address, LOADED[at % len(LOADED)], taken, cut)
        wait_until(lambda: len(taken) > 20 and len(set(taken)) == len(LOADED))
        server.terminate()
        server.wait(SECONDS)
    return len(taken), cut


# Kept, made anew, made in a thread, and long.
LOADED = ("/en/quotes", "/en/nothing", "/en/articles", "/en/record.ndjson")


def read_on(address: str, path: str, taken: list[str], cut: list[str]) -> None:
    """Ask on one connection until the server says that it ends it, or has ended it in between."""
    connection = HTTPConnection(address.removeprefix("http://"), timeout=SECONDS)
    connection.connect()
    while not select.select([connection.sock], [], [], 0)[0]:
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
        except (OSError, HTTPException) as error:
            cut.append(f"{path}: {error!r}")
            break
        taken.append(path)
        if answer.will_close:
            break
    connection.close()


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


def test_workers_do_not_outlive_who_started_them(database: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with serving(database, log, "--workers", "2") as (server, _):
        wait_until(lambda: len(workers_of(log)) == 2)
        server.kill()
        wait_until(lambda: not any(is_alive(worker) for worker in workers_of(log)))


@pytest.mark.parametrize(("workers", "times"), [(1, 3), (2, 2)])
def test_every_answer_is_finished_before_the_end(
    database: Path, tmp_path: Path, workers: int, times: int
) -> None:
    for at in range(times):
        log = tmp_path / f"log-{at}"
        with serving(database, log, "--workers", str(workers)) as (server, address):
            wait_until(lambda seen=log: len(workers_of(seen)) == workers)  # type: ignore[misc]
            taken, cut = stop_under_load(server, address)
        assert taken > 20
        assert cut == []
        assert "Traceback" not in log.read_text()


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
def test_a_bad_number_of_workers_is_refused(command: Command, number: str) -> None:
    done = command("serve", "--workers", number)
    assert (done.status, done.out) == (2, "")
    assert "--workers" in done.err


def test_the_collector_is_kept_from_what_stays() -> None:
    thresholds = gc.get_threshold()
    try:
        settle()
        assert gc.get_freeze_count() > 10_000
        assert gc.get_threshold()[0] > thresholds[0]
    finally:
        gc.unfreeze()
        gc.set_threshold(*thresholds)
