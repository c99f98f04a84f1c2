"""What Prometheus is told, where it was asked for: all processes together, and of no reader."""

import os
import signal
import socket
from contextlib import suppress
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from app.metrics import kind_of
from tests.drafting import run
from tests.test_serving import SECONDS, read, serving, wait_until, workers_of
from tools.server import free_port

Numbers = dict[tuple[str, ...], float]


def ask(port: int) -> Numbers:
    """What is told, by its name and its labels."""
    told = read(f"http://127.0.0.1:{port}/metrics")
    return {
        (sample.name, *(value for _, value in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(told)
        for sample in family.samples
    }


@pytest.mark.parametrize("workers", [1, 2])
def test_it_counts_for_all_processes(database: Path, tmp_path: Path, workers: int) -> None:
    port, log = free_port(), tmp_path / "log"
    place = tmp_path / "place"
    place.mkdir()
    settings = {"DASHBOARD_METRICS_PORT": str(port), "TMPDIR": str(place)}
    with serving(database, log, "--workers", str(workers), settings=settings) as (server, address):
        wait_until(lambda: len(workers_of(log)) == workers)
        for _ in range(20):
            read(f"{address}/en/quotes")
            read(f"{address}/en/topics/iran?q=secret")
        wait_until(lambda: ask(port)["dashboard_requests_total", "quotes", "200"] == 20)
        numbers = ask(port)
        assert numbers["dashboard_requests_total", "topic", "200"] == 20
        assert numbers["dashboard_seconds_count", "topic"] == 20
        assert 0 < numbers["dashboard_kept_hits_total",] <= 40 - 2
        assert numbers["dashboard_record_number",] >= 1
        assert "secret" not in str(numbers)
        with socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2]))):
            wait_until(lambda: ask(port)["dashboard_connections",] == 1)
            if workers == 2:
                for worker in workers_of(log):
                    os.kill(worker, signal.SIGKILL)
                wait_until(lambda: ask(port).get(("dashboard_connections",), 0) == 0)
                assert ask(port)["dashboard_requests_total", "quotes", "200"] == 20
        server.terminate()
        assert server.wait(SECONDS) == 0
    assert list(place.iterdir()) == []
    assert "Traceback" not in log.read_text()


def test_without_being_asked_for_there_is_no_port(database: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with serving(database, log, "--workers", "1") as (server, _):
        ports = Path(f"/proc/{server.pid}/net/tcp").read_text()
        sockets = set()
        for link in Path(f"/proc/{server.pid}/fd").iterdir():
            with suppress(FileNotFoundError):  # closed since it was listed
                sockets.add(link.readlink().name)
        listening = [line.split() for line in ports.splitlines() if " 0A " in line]
        assert len([one for one in listening if f"socket:[{one[9]}]" in sockets]) == 1


def test_a_port_that_is_taken_is_told_in_a_line(database: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = run("serve", DASHBOARD_DATABASE=str(database), DASHBOARD_METRICS_PORT=port)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"port {port} for metrics: ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/en/", "home"),
        ("/fr/quotes", "quotes"),
        ("/fr/quotes/one", "quote"),
        ("/en/search", "search"),
        ("/static/a.css", "static"),
        ("/api/v1/quotes", "api"),
        ("/ready", "ready"),
        ("/", "other"),
        ("/x" * 100, "other"),
        ("/en/whatever/is/asked", "other"),
    ],
)
def test_kinds_are_few(path: str, kind: str) -> None:
    assert kind_of(path) == kind
