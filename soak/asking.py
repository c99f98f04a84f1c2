"""Rounds that ask a server: what is hostile, slow, without pause, or cut off by its end."""

import asyncio
import http.client
import itertools
import statistics
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from app.main import create_app
from app.settings import Settings
from soak.ground import Ground, settings_of
from soak.writing import Round
from tests.breaking import start
from tests.hostile import find_faults
from tests.slow_clients import crowding
from tests.test_serving import read, serving, stop_under_load

PAGES = (
    "/en/", "/fr/quotes", "/en/quotes?speaker=mike-pompeo", "/en/quotes?q=troupes", "/fr/events",
    "/en/articles/2020-08-trump-al-kazimi", "/en/actors/mike-pompeo", "/en/search?q=milice",
    "/fr/quotes?topic=iran&kind=full", "/api/v1/quotes", "/en/quotes.csv", "/embed/none", "/ready",
)  # fmt: skip
READERS = 8
RATE = 200  # requests a second, of all readers together
SLOW = 1_500
SECONDS = 15  # in which slow connections are closed


def hostile_requests(ground: Ground) -> Round:
    """A thousand a round, in process."""
    settings = Settings(database=ground.databases[0], access_log=False)
    site = create_app(settings)
    first = ground.chance.randrange(1 << 40)
    parts = itertools.count(first, 1_000)

    def one() -> Iterator[str]:
        number = next(parts)
        yield from asyncio.run(find_faults(site, range(number, number + 1_000)))

    return one


class Readers:
    """Readers who ask at a steady rate, and note what went wrong and how long each answer took."""

    def __init__(self, port: int, rate: float) -> None:
        self.port = port
        self.pause = READERS / rate
        self.faults: list[str] = []
        self.taken: list[float] = []
        self.over = threading.Event()
        self.threads = [threading.Thread(target=self.read, args=(n,)) for n in range(READERS)]
        for thread in self.threads:
            thread.start()

    def read(self, number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        due = time.perf_counter() + number * self.pause / READERS
        for page in itertools.islice(itertools.cycle(PAGES), number, None):
            if self.over.wait(max(0.0, due - time.perf_counter())):
                break
            try:
                connection.request("GET", page)
                answer = connection.getresponse()
                answer.read()
                if answer.status >= 500:
                    self.faults.append(f"{page}: {answer.status}")
            except (OSError, http.client.HTTPException) as error:
                self.faults.append(f"{page}: {error!r}")
                connection.close()
            # From when it was due, so that waiting in line counts.
            self.taken.append(time.perf_counter() - due)
            due += self.pause
        connection.close()

    def stop(self) -> list[str]:
        self.over.set()
        for thread in self.threads:
            thread.join()
        return self.faults

    def p99(self) -> float:
        """Milliseconds."""
        return statistics.quantiles(self.taken, n=100)[98] * 1_000


def port_of(address: str) -> int:
    return int(address.rpartition(":")[2])


def memory_of(process: int) -> float:
    """Megabytes that a process and its children hold, each page counted once (PSS)."""
    kept = 0
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    for number in (process, *map(int, children)):
        for line in Path(f"/proc/{number}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                kept += int(line.split()[1])
    return kept / 1024


def steady_load(ground: Ground, seconds: float, told: dict[str, str], *, loading: bool) -> Round:
    """Two workers under a steady rate of requests, the record loaded anew meanwhile or not."""
    folder = ground.new_folder()
    database = folder / "site.db"
    database.write_bytes(ground.databases[0].read_bytes())

    def one() -> Iterator[str]:
        with serving(database, folder / "log", "--workers", "2") as (process, address):
            warm = Readers(port_of(address), RATE)
            time.sleep(5)
            yield from warm.stop()
            before = memory_of(process.pid)
            readers = Readers(port_of(address), RATE)
            until = time.monotonic() + seconds
            for number in itertools.count():
                if time.monotonic() >= until:
                    break
                if loading:
                    seeds = ground.seeds[number % 2]
                    settings = settings_of(database, seeds)
                    ended = start("load", printed=folder / "load", **settings).wait()
                    if ended.status:
                        yield f"a load failed: {ended}"
                else:
                    time.sleep(1)
            yield from readers.stop()
            growth = (memory_of(process.pid) / before - 1) * 100
            told["measured"] = (
                f"{len(readers.taken):,} answers, p99 {readers.p99():.0f} ms,"
                f" memory {before:.0f} MB {growth:+.1f}%"
            )

    return one


def slow_clients(ground: Ground) -> Round:
    folder = ground.new_folder()

    def one() -> Iterator[str]:
        with serving(ground.databases[0], folder / "log", "--workers", "2") as (_, address):
            readers = Readers(port_of(address), 40)
            with crowding(port_of(address), SLOW) as crowd:
                while crowd.left() and time.monotonic() < crowd.opened + SECONDS:
                    time.sleep(1)
                if left := crowd.left():
                    yield f"{len(left)} of {SLOW} slow connections still there"
            yield from readers.stop()
            read(f"{address}/en/")

    return one


def stops(ground: Ground) -> Round:
    folder = ground.new_folder()

    def one() -> Iterator[str]:
        with serving(ground.databases[0], folder / "log", "--workers", "2") as (process, address):
            _, cut = stop_under_load(process, address)
            yield from cut

    return one
