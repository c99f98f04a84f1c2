"""The rows of the table that are no page's speed: start, memory, bytes on the wire, loading."""

import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from app.base import Base
from app.bulk import Rows, load_rows
from app.database import open_database
from app.loader import load_seeds, migrate
from bench.corpus import Corpus
from bench.load import Order, measure
from bench.machine import Foreign, memory_of
from bench.oracle import Oracle, random_questions
from bench.pages import heaviest
from bench.peers import start_bare
from bench.rounds import Bench, Goal, Row
from bench.seeds import write_seeds
from bench.sites import Server, get, start_site

AT_ONCE = 5000  # rows that are read, then written


def start_up(bench: Bench) -> Iterator[Row]:
    """From start to first answer, by turns."""
    goal = Goal(f"start to first answer, {bench.large:,}", "bare FastAPI hello", 2, at_most=True)
    corpus, core = bench.corpora[bench.large], bench.contest.serving
    address = heaviest(corpus).address()
    taken: list[tuple[float, float]] = []
    for _ in range(bench.contest.rounds):
        site = bench.contest.calm(lambda: first_answer(start_site(corpus, core, None, address)))
        hello = bench.contest.calm(lambda: first_answer(start_bare("hello", core)))
        taken.append((site, hello))
    ours, bare = (statistics.median(many) for many in zip(*taken, strict=True))
    yield Row(goal, ours / bare, f"{ours:.2f} and {bare:.2f} s")


def first_answer(server: Server) -> float:
    """The seconds that a server took to it; it has done its work then."""
    server.stop()
    return server.started


def memory(bench: Bench) -> Iterator[Row]:
    """What a worker holds after many random pages, at either size."""
    held, asked = {}, {}
    most, seconds = (2_000, 4.0) if bench.quick else (20_000, 600.0)
    for size in (bench.large, bench.small):
        server = start_site(bench.corpora[size], bench.contest.serving, None)
        addresses = random_addresses(bench.corpora[size], bench.seed)
        order = Order(server.port, addresses, seconds, 4, at_random=True, most=most)
        try:
            asked[size] = measure(order, bench.contest.loading).requests
            held[size] = memory_of(server.number)
        finally:
            server.stop()
    large, small = held[bench.large], held[bench.small]
    how = f"{large:.0f} and {small:.0f} MB after {asked[bench.large]:,} and {asked[bench.small]:,}"
    page = f"memory of a worker after 20,000 random pages, {bench.large:,}"
    yield Row(Goal(page, f"at {bench.small:,}", 1.5, at_most=True), large / small, how)
    yield Row(Goal(page, "–", 150, at_most=True, unit="MB"), large, how)


def random_addresses(corpus: Path, seed: int, most: int = 5000) -> list[str]:
    """Pages of every kind: half of them lists with filters."""
    questions = random_questions(corpus, most // 2, seed, [])
    addresses = [one.address(("en", "fr")[turn % 2]) for turn, one in enumerate(questions)]
    oracle = Oracle(corpus)
    for noun in ("quote", "article", "actor", "event", "topic"):
        statement = f"SELECT slug, 0 FROM {noun} ORDER BY id LIMIT {most}"
        slugs = [row[0] for row in oracle.rows(statement)]
        chosen = random.Random(seed).sample(slugs, min(len(slugs), most // 10))
        addresses += [f"/en/{noun}s/{slug}" for slug in chosen]
    oracle.close()
    return addresses


def home_page(bench: Bench) -> Iterator[Row]:
    """The bytes of the home page, compressed as a browser asks."""
    goal = Goal(f"home page on the wire, {bench.large:,}", "–", 30, at_most=True, unit="kB")
    server = start_site(bench.corpora[bench.large], bench.contest.serving)
    reply = get(server.port, "/en/", {"Accept-Encoding": "gzip, deflate, br, zstd"})
    server.stop()
    if reply.status != 200:
        raise RuntimeError(f"the home page answers {reply.status}")
    yield Row(goal, len(reply.body) / 1000, reply.header("content-encoding") or "not compressed")


# Loading


def loading(bench: Bench) -> Iterator[Row]:
    """The loader's own bulk path, and SQLite's executemany of the same rows."""
    quotes = 3_000 if bench.quick else bench.large
    rounds = bench.contest.rounds if bench.quick else 1
    goal = Goal(f"loading {quotes:,} quotes", "executemany into bare tables", 0.4)
    ours, bare = [], []
    with tempfile.TemporaryDirectory(dir=bench.corpora[bench.small].parent) as folder:
        for number in range(rounds):
            path = Path(folder) / f"{number}.db"
            with watched(bench):
                ours.append(time_load(path, quotes, bench.seed))
                bare.append(time_bare(path, Path(folder) / f"bare-{number}.db"))
    loaded, written = statistics.median(ours), statistics.median(bare)
    yield Row(goal, written / loaded, f"{loaded:.1f} and {written:.1f} s")


@contextmanager
def watched(bench: Bench) -> Iterator[None]:
    """Note the foreign load of what takes too long to be run again."""
    watch = Foreign([])
    yield
    bench.contest.foreign.append(watch.share())


class Timed:
    """Batches, and the seconds that went into making them."""

    def __init__(self, batches: Iterator[Rows]) -> None:
        self.batches = batches
        self.seconds = 0.0

    def __iter__(self) -> Iterator[Rows]:
        while True:
            begun = time.perf_counter()
            batch = next(self.batches, None)
            self.seconds += time.perf_counter() - begun
            if batch is None:
                return
            yield batch


def time_load(path: Path, quotes: int, seed: int) -> float:
    """The seconds that a load takes, without those that its rows take to make."""
    engine = open_database(path, write=True)
    migrate(engine)
    batches = Timed(Corpus(quotes, seed).batches())
    begun = time.perf_counter()
    load_rows(engine, batches)
    taken = time.perf_counter() - begun - batches.seconds
    engine.dispose()
    return taken


def time_bare(loaded: Path, path: Path) -> float:
    """The seconds that the same rows take into tables without a constraint or an index."""
    taken = 0.0
    with (
        closing(sqlite3.connect(loaded)) as source,
        closing(sqlite3.connect(path, isolation_level=None)) as target,
    ):
        target.execute("BEGIN")
        for table in Base.metadata.sorted_tables:
            if table.name in BASE:
                taken += copy_rows(source, target, table.name, [one.name for one in table.columns])
        begun = time.perf_counter()
        target.execute("COMMIT")
        return taken + time.perf_counter() - begun


BASE = {
    *("article", "actor", "topic", "event", "quote", "mention", "evidence"),
    *("quote_topic", "event_actor", "event_topic"),
}


def copy_rows(
    source: sqlite3.Connection, target: sqlite3.Connection, table: str, columns: list[str]
) -> float:
    """Copy a table; the seconds of writing."""
    taken = 0.0
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    target.execute(f"CREATE TABLE {table} ({names})")
    rows = source.execute(f"SELECT {names} FROM {table}")
    while some := rows.fetchmany(AT_ONCE):
        begun = time.perf_counter()
        target.executemany(f"INSERT INTO {table} VALUES ({marks})", some)
        taken += time.perf_counter() - begun
    return taken


def changed_article(bench: Bench) -> Iterator[Row]:
    """A load from seeds in which one article differs, beside a full one."""
    quotes = 2_000 if bench.quick else bench.middle
    page = f"a load that changes one article of {quotes // 10:,}"
    goal = Goal(page, "a full load", 2, at_most=True, unit="%")
    with tempfile.TemporaryDirectory(dir=bench.corpora[bench.small].parent) as folder:
        seeds, path = Path(folder) / "seeds", Path(folder) / "seeds.db"
        write_seeds(seeds, quotes, bench.seed)
        with watched(bench):
            full, _ = time_seeds(path, seeds)
        (file, *_) = sorted(seeds.glob("articles/*/article.toml"))
        text = file.read_text("utf-8")
        file.write_text(text.replace('title.en = "', 'title.en = "Changed: '), "utf-8")
        with watched(bench):
            again, rows = time_seeds(path, seeds)
    if not rows:
        raise RuntimeError("the load that was to change an article changed nothing")
    yield Row(goal, again / full * 100, f"{again:.2f} and {full:.2f} s")


def time_seeds(path: Path, seeds: Path) -> tuple[float, int]:
    """The seconds that a load of a folder takes, and the rows that it changes."""
    engine = open_database(path, write=True)
    migrate(engine)
    begun = time.perf_counter()
    done = load_seeds(engine, seeds)
    taken = time.perf_counter() - begun
    engine.dispose()
    return taken, done.rows
