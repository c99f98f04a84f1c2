"""Pages that are kept as they were sent: never another's, never an older one, within a bound."""

import datetime as dt
import os
import shutil
import sqlite3
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import zstandard
from httpx2 import Response
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from app.database import open_database
from app.encodings import expand
from app.kept import KeptPages, canonical, pages_of
from app.outgoing import LONGEST
from app.views import home, quotes, topics
from app.watch import Watch
from tests.conftest import open_client
from tests.editing import load
from tests.reading import FULL, PARTIAL, engine_of, noted_statements, wait_for

Open = Callable[..., TestClient]

TYPED = {**PARTIAL, "HX-Source": "input#q"}
ENCODINGS = ("br", "zstd", "gzip", "identity")


@pytest.fixture
def reader(open_site: Open, database: Path) -> TestClient:
    """A reader of a site of one test, on a database that it may change."""
    return open_site(database, keep=64)


def text_of(answer: Response) -> str:
    """The text of an answer, in whatever encoding it came: the client knows no zstd."""
    is_zstd = answer.headers.get("Content-Encoding") == "zstd"
    if is_zstd and answer.content:
        return zstandard.decompress(answer.content).decode()
    return answer.text if not is_zstd else ""


def is_made(client: TestClient, address: str, **headers: str) -> bool:
    """Whether a page is made anew for a request: then the database is asked."""
    with noted_statements(client) as statements:
        client.get(address, headers={name.replace("_", "-"): v for name, v in headers.items()})
    return bool(statements)


def retitle(database: Path, title: str) -> None:
    """As a load does, which leaves another edition behind."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE topic SET name_en = ? WHERE slug = 'iran'", (title,))
        connection.execute("UPDATE overview SET edition = ?", (f"edition of {title}",))


# Kept


def test_a_page_is_made_once(reader: TestClient) -> None:
    first = reader.get("/en/quotes")
    with noted_statements(reader) as statements:
        second = reader.get("/en/quotes")
    assert statements == []
    assert (second.content, second.headers) == (first.content, first.headers)


@pytest.mark.parametrize("first", ENCODINGS)
def test_a_page_is_made_once_for_every_encoding(reader: TestClient, first: str) -> None:
    text = text_of(reader.get("/en/quotes", headers={"Accept-Encoding": first}))
    with noted_statements(reader) as statements:
        answers = [reader.get("/en/quotes", headers={"Accept-Encoding": e}) for e in ENCODINGS]
    assert statements == []
    assert [answer.headers.get("Content-Encoding", "identity") for answer in answers] == [
        *ENCODINGS
    ]
    assert {text_of(answer) for answer in answers} == {text}
    assert len({answer.headers["ETag"] for answer in answers}) == len(ENCODINGS)


@pytest.mark.parametrize(
    "address",
    [
        "/en/quotes?topic=iran&speaker=donald-trump&speaker=mike-pompeo",
        "/en/quotes?speaker=mike-pompeo&topic=iran&speaker=donald-trump",
        "/en/quotes?speaker=mike-pompeo&speaker=donald-trump&topic=iran&utm_source=letter",
        "/en/quotes?speaker=mike-pompeo&speaker=donald-trump&topic=iran&q=&page=&view=",
        "/en/quotes?page=7&page=&topic=iran&speaker=donald-trump&speaker=mike-pompeo",
        "/%65n/quotes?topic=%69ran&speaker=donald-trump&speaker=mike-pompeo",
    ],
)
def test_one_page_has_many_addresses(reader: TestClient, address: str) -> None:
    same = "/en/quotes?speaker=donald-trump&speaker=mike-pompeo&topic=iran"
    expected = reader.get(same)
    with noted_statements(reader) as statements:
        answer = reader.get(address)
    assert statements == []
    assert answer.content == expected.content


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/en/quotes", "/fr/quotes"),
        ("/en/quotes?kind=full", "/en/quotes?kind=term"),
        ("/en/quotes?q=Iran", "/en/quotes?q=iran"),
        # The last counts, whatever stood before it.
        ("/en/?measure=quotes&measure=words", "/en/?measure=words&measure=quotes"),
        ("/en/quotes?view=table&view=", "/en/quotes?view=table"),
    ],
)
def test_another_page_is_another(reader: TestClient, one: str, other: str) -> None:
    first, second = reader.get(one), reader.get(other)
    assert first.status_code == second.status_code == 200
    assert first.content != second.content


def test_a_key_that_the_page_does_not_know_makes_no_other_page(reader: TestClient) -> None:
    """`q` and `speaker` are keys of other pages: with them, nobody fills the store."""
    reader.get("/en/about/api?q=1")
    reader.get("/en/topics")
    assert not is_made(reader, "/en/topics?q=2&speaker=x")


def test_a_page_is_no_fragment(reader: TestClient) -> None:
    found: dict[str, Response] = {}
    for _ in range(2):
        for name, headers in (("page", {}), ("full", FULL), ("part", PARTIAL), ("typed", TYPED)):
            answer = reader.get("/en/quotes?kind=full", headers=headers)
            assert found.setdefault(name, answer).content == answer.content
            assert found[name].headers == answer.headers
    assert found["page"].text == found["full"].text
    assert "<html" in found["page"].text
    assert "<html" not in found["part"].text
    assert "HX-Push-Url" in found["part"].headers
    assert "HX-Replace-Url" in found["typed"].headers


# Conditional requests


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_who_has_the_page_is_told_so(reader: TestClient, encoding: str) -> None:
    headers = {"Accept-Encoding": encoding}
    full = reader.get("/en/quotes", headers=headers)
    tag = full.headers["ETag"]
    assert tag.startswith('"')
    for known in (tag, f"W/{tag}", f'"a,b", {tag}', f'"x",W/{tag} , "y"', "*", " * "):
        answer = reader.get("/en/quotes", headers={**headers, "If-None-Match": known})
        assert (answer.status_code, answer.content) == (304, b""), known
        for name in ("ETag", "Vary", "Cache-Control", "Content-Security-Policy"):
            assert answer.headers[name] == full.headers[name]
        assert "Content-Encoding" not in answer.headers
        assert "Content-Length" not in answer.headers
    for known in ('"x"', tag.strip('"'), f'"{tag}', "", '"*"', "x, *y"):
        answer = reader.get("/en/quotes", headers={**headers, "If-None-Match": known})
        assert (answer.status_code, answer.content) == (200, full.content), known


def test_a_tag_is_of_one_encoding(reader: TestClient) -> None:
    tag = reader.get("/en/quotes", headers={"Accept-Encoding": "br"}).headers["ETag"]
    answer = reader.get("/en/quotes", headers={"Accept-Encoding": "gzip", "If-None-Match": tag})
    assert answer.status_code == 200


@pytest.mark.parametrize("keep", [0, 64])
def test_data_that_is_made_for_who_has_it_has_the_tag_of_all_others(
    open_site: Open, database: Path, keep: int
) -> None:
    reader = open_site(database, keep=keep)
    unchanged = reader.get("/en/quotes.json", headers={"If-None-Match": "*"})
    for encoding in ENCODINGS:
        answer = reader.get("/en/quotes.json", headers={"Accept-Encoding": encoding})
        assert answer.headers["ETag"] == unchanged.headers["ETag"]
        known = {"Accept-Encoding": encoding, "If-None-Match": answer.headers["ETag"]}
        assert reader.get("/en/quotes.json", headers=known).status_code == 304


def test_a_page_that_is_not_kept_has_a_tag_too(open_site: Open, database: Path) -> None:
    reader = open_site(database, keep=0)
    tag = reader.get("/en/quotes").headers["ETag"]
    assert reader.get("/en/quotes", headers={"If-None-Match": tag}).status_code == 304
    assert is_made(reader, "/en/quotes")


@pytest.mark.parametrize("address", ["/en/", "/fr/quotes?kind=full", "/en/quotes.json"])
@pytest.mark.parametrize("headers", [{}, PARTIAL])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_what_an_answer_depends_on_it_says(
    reader: TestClient, address: str, headers: dict[str, str], encoding: str
) -> None:
    headers = {**headers, "Accept-Encoding": encoding}
    full = reader.get(address, headers=headers)
    again = reader.get(address, headers={**headers, "If-None-Match": full.headers["ETag"]})
    assert full.headers["Vary"] == again.headers["Vary"]
    vary = {name.strip() for name in full.headers["Vary"].split(",")}
    assert "Accept-Encoding" in vary
    if "/quotes?" in address:
        assert {"HX-Request", "HX-Request-Type"} <= vary
        assert ("HX-Source" in vary) == bool(headers.get("HX-Request"))


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_head_is_get_without_a_body(reader: TestClient, encoding: str) -> None:
    headers = {"Accept-Encoding": encoding}
    head = reader.head("/en/quotes", headers=headers)
    got = reader.get("/en/quotes", headers=headers)
    again = reader.head("/en/quotes", headers=headers)
    assert (head.content, again.content) == (b"", b"")
    assert head.headers == got.headers == again.headers
    assert got.content
    tag = got.headers["ETag"]
    assert reader.head("/en/quotes", headers={**headers, "If-None-Match": tag}).status_code == 304


# What is never kept


@pytest.mark.parametrize(
    "address",
    ["/en/nothing", "/en/quotes?page=99", "/en/quotes?page=x", "/quotes", "/health", "/ready"],
)
def test_what_is_no_page_is_not_kept(reader: TestClient, address: str) -> None:
    for _ in range(2):
        answer = reader.get(address)
        assert "ETag" not in answer.headers
        rules = answer.headers["Cache-Control"]
        assert rules == ("private, no-cache" if address == "/quotes" else "no-store")


def test_a_redirect_by_cookie_stays_one(reader: TestClient) -> None:
    for language in ("en", "fr", "en"):
        answer = reader.get("/quotes", headers={"Cookie": f"language={language}"})
        assert answer.headers["Location"] == f"/{language}/quotes"


def test_the_api_keeps_its_own_rules(reader: TestClient) -> None:
    answers = [reader.get("/api/v1/quotes", headers={"Accept-Encoding": e}) for e in ENCODINGS]
    assert [a.headers.get("Content-Encoding", "identity") for a in answers] == [*ENCODINGS]
    assert len({text_of(answer) for answer in answers}) == 1
    (tag,) = {answer.headers["ETag"] for answer in answers}
    assert {answer.headers["Vary"] for answer in answers} == {"Accept-Encoding"}
    again = reader.get("/api/v1/quotes", headers={"If-None-Match": tag})
    assert (again.status_code, again.headers["Vary"]) == (304, "Accept-Encoding")
    assert is_made(reader, "/api/v1/quotes")


def ask(app: KeptPages, path: str, *headers: tuple[bytes, bytes]) -> tuple[Message, bytes]:
    """What an application answers, as a server gets it."""
    return ask_all(app, [(path, *headers)])[-1]


def ask_all(app: KeptPages, requests: Iterable[Any]) -> list[tuple[Message, bytes]]:
    """What an application answers to one request after the other."""
    messages: list[Message] = []
    answers = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        messages.append(message)

    async def run() -> None:
        for path, *headers in requests:
            scope = {"type": "http", "method": "GET", "path": path, "query_string": b""}
            await app({**scope, "headers": headers}, receive, send)
            start, *bodies = messages
            assert [b.get("more_body", False) for b in bodies] == [True] * (len(bodies) - 1) + [
                False
            ]
            answers.append((start, b"".join(body.get("body", b"") for body in bodies)))
            messages.clear()

    wait_for(run())
    return answers


class Told:
    """An application that answers as it is told, and counts."""

    def __init__(self, pieces: list[bytes], *headers: tuple[bytes, bytes], status: int = 200):
        self.pieces, self.headers, self.status, self.asked = pieces, headers, status, 0
        self.meanwhile: Callable[[], None] = lambda: None

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        self.asked += 1
        self.meanwhile()
        headers = [(b"content-type", b"text/html"), *self.headers]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        for piece in self.pieces:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


@pytest.fixture
def keep(database: Path) -> Iterator[Callable[[Told], KeptPages]]:
    """Keep what an application answers at the home page's address."""
    engine = open_database(database)
    pages = pages_of(home.router.routes)
    yield lambda told: KeptPages(told, Watch(engine, database), pages, 1_000_000)
    engine.dispose()


@pytest.mark.parametrize(
    "header",
    [
        (b"set-cookie", b"a=b"),
        (b"cache-control", b"no-store"),
        (b"cache-control", b"private, no-cache"),
        (b"vary", b"Cookie"),
        (b"vary", b"Accept-Encoding, Accept-Language"),
        (b"vary", b"*"),
    ],
)
def test_what_is_one_readers_is_not_kept(
    keep: Callable[[Told], KeptPages], header: tuple[bytes, bytes]
) -> None:
    told = Told([b"mine"], header)
    app = keep(told)
    for count in (1, 2):
        start, body = ask(app, "/en/")
        assert (body, told.asked) == (b"mine", count)
        assert header[1] in dict(start["headers"])[header[0]]


def test_an_answer_of_any_other_status_is_not_kept(keep: Callable[[Told], KeptPages]) -> None:
    told = Told([b"text"], status=203)
    app = keep(told)
    assert [ask(app, "/en/")[0]["status"] for _ in range(2)] == [203, 203]
    assert told.asked == 2


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_long_answer_goes_on_as_it_comes(
    keep: Callable[[Told], KeptPages], encoding: str
) -> None:
    pieces = [os.urandom(100).hex().encode() * 300] * (LONGEST // 30_000)
    told = Told(pieces, (b"content-length", b"%d" % sum(map(len, pieces))))
    app = keep(told)
    for count in (1, 2):
        start, body = ask(app, "/en/", (b"accept-encoding", encoding.encode()))
        assert told.asked == count
        headers = dict(start["headers"])
        assert headers.get(b"content-encoding", b"identity") == encoding.encode()
        assert (b"content-length" in headers) == (encoding == "identity")
        assert headers[b"vary"] == b"Accept-Encoding"
        if encoding == "zstd":
            assert zstandard.ZstdDecompressor().decompressobj().decompress(body) == b"".join(pieces)
        else:
            assert expand(body, encoding) == b"".join(pieces)


# Gone with what it was made from


def test_a_load_is_seen_at_once_by_every_worker(database: Path, seeds: Path) -> None:
    workers = [open_client(database, keep=64) for _ in range(3)]
    for number in range(3):
        name = f"Persia {number}"
        retitle(database, name)
        for worker in workers:
            assert name in worker.get("/en/topics/iran").text
    before = load(database, seeds)
    assert before > 0
    for worker in workers:
        assert "Persia" not in worker.get("/en/topics/iran").text
        engine_of(worker).dispose()


def test_every_answer_after_a_commit_knows_of_it(reader: TestClient, database: Path) -> None:
    """Commits and requests by turns, as quick as they come: no clock is fine enough for that."""
    for number in range(30):
        retitle(database, f"Persia {number}")
        assert f"Persia {number}" in reader.get("/en/topics/iran").text


def test_a_file_with_a_log_beside_it_is_watched_too(reader: TestClient, database: Path) -> None:
    with closing(sqlite3.connect(database)) as writer:
        writer.execute("PRAGMA journal_mode = WAL")
        for number in range(3):
            writer.execute("UPDATE topic SET name_en = ?", (f"Persia {number}",))
            writer.commit()
            assert f"Persia {number}" in reader.get("/en/topics/iran").text


def test_a_writer_that_gives_up_changes_nothing(reader: TestClient, database: Path) -> None:
    kept = reader.get("/en/topics/iran").text
    with closing(sqlite3.connect(database, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE topic SET name_en = 'Persia'")
        writer.execute("ROLLBACK")
    assert not is_made(reader, "/en/topics/iran")
    assert reader.get("/en/topics/iran").text == kept


def test_watching_takes_no_lock_off(reader: TestClient, database: Path) -> None:
    """A process that closes a file gives up all its locks on it, those of other connections too."""
    watch: Watch = reader.app.front.app.app.app.app.watch  # type: ignore[attr-defined]
    retitle(database, "Persia")
    with engine_of(reader).connect() as reading:
        reading.exec_driver_sql("SELECT 1 FROM topic").all()
        for _ in range(2):
            watch.next_look = 0
            assert watch.ask() is not None
        locked = f"import sqlite3; sqlite3.connect({str(database)!r}, timeout=0)"
        changed = f"{locked}.executescript('BEGIN EXCLUSIVE')"
        done = subprocess.run([sys.executable, "-c", changed], capture_output=True, check=False)
        assert b"database is locked" in done.stderr


def test_a_tag_outlives_a_load_that_changes_other_pages(reader: TestClient, database: Path) -> None:
    tag = reader.get("/en/about").headers["ETag"]
    retitle(database, "Persia")
    assert reader.get("/en/about", headers={"If-None-Match": tag}).status_code == 304


def test_a_page_made_while_a_load_commits_is_not_kept(
    keep: Callable[[Told], KeptPages], database: Path
) -> None:
    told = Told([b"of the record as it was"])
    app = keep(told)

    def commit() -> None:
        """A load, and a request of somebody else's after it, who sees it."""
        retitle(database, "Persia")
        app.check()

    told.meanwhile = commit
    ask(app, "/en/")
    told.meanwhile = lambda: None
    told.pieces = [b"of the record as it is"]
    assert ask(app, "/en/")[1] == b"of the record as it is"
    assert told.asked == 2
    ask(app, "/en/")
    assert told.asked == 2


def test_what_is_kept_is_answered_while_a_writer_has_the_file(
    reader: TestClient, database: Path
) -> None:
    text = reader.get("/en/topics/iran").text
    with closing(sqlite3.connect(database, isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        writer.execute("UPDATE topic SET name_en = 'Persia'")
        assert reader.get("/en/topics/iran").text == text
        writer.execute("COMMIT")
    assert "Persia" in reader.get("/en/topics/iran").text


def make_other(database: Path, tmp_path: Path) -> Path:
    """A database with another name in it, and with as many commits: SQLite counts those."""
    other = Path(shutil.copy(database, tmp_path / "other.db"))
    retitle(other, "Persia")
    retitle(database, "Iran")
    return other


def put_in_place(other: Path, database: Path) -> None:
    other.replace(database)


def write_over(other: Path, database: Path) -> None:
    shutil.copyfile(other, database)


@pytest.mark.parametrize("replace", [put_in_place, write_over])
def test_another_file_in_its_place_is_noticed_within_a_second(
    reader: TestClient,
    database: Path,
    tmp_path: Path,
    replace: Callable[[Path, Path], None],
) -> None:
    other = make_other(database, tmp_path)
    for address in ("/en/topics/iran", "/en/topics", "/en/quotes?topic=iran"):
        assert "Persia" not in reader.get(address).text
    replace(other, database)
    time.sleep(Watch.SECONDS + 0.1)
    for address in ("/en/topics/iran", "/en/topics", "/en/quotes?topic=iran", "/fr/topics"):
        assert ("Persia" in reader.get(address).text) == address.startswith("/en/")


def test_a_day_that_begins_makes_pages_anew(
    reader: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A citation says when the record was consulted."""
    assert is_made(reader, "/en/topics/iran")
    assert not is_made(reader, "/en/topics/iran")
    tomorrow = time.time() + dt.timedelta(days=1).total_seconds()
    monkeypatch.setattr("app.database.time.time", lambda: tomorrow)
    assert is_made(reader, "/en/topics/iran")


@pytest.mark.parametrize("content", [None, b"", b"no database " * 500])
def test_a_database_that_is_gone_is_no_fault_of_the_store(
    reader: TestClient, database: Path, content: bytes | None, tmp_path: Path
) -> None:
    kept = reader.get("/en/topics/iran").text
    good = shutil.copy(database, tmp_path / "good.db")
    database.unlink()
    if content is not None:
        database.write_bytes(content)
    time.sleep(Watch.SECONDS + 0.1)
    for _ in range(2):
        assert reader.get("/en/topics/iran").status_code >= 500
        assert reader.get("/en/about").status_code == 200
    Path(good).replace(database)
    time.sleep(Watch.SECONDS + 0.1)
    assert reader.get("/en/topics/iran").text == kept


# Bounded


def test_ten_thousand_addresses_stay_within_the_bound(database: Path) -> None:
    """By what Python says that it holds, and the store says too."""
    told = Told([b"x" * 1_000, b"y" * 1_000])
    engine = open_database(database)
    limit = 4_000_000
    app = KeptPages(told, Watch(engine, database), pages_of(topics.router.routes), limit)
    ask(app, "/en/topics/warm")
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        for thousand in range(10):
            numbers = range(thousand * 1_000, (thousand + 1) * 1_000)
            ask_all(app, ((f"/en/topics/{n}", (b"accept-encoding", b"x%d" % n)) for n in numbers))
            assert app.shelf.size <= limit
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
        engine.dispose()
    assert told.asked == 10_001
    assert 500 < len(app.shelf.by_key) < 3_000
    assert after - before < limit * 1.05
    assert app.shelf.size == sum(kept.size for kept in app.shelf.by_key.values())


def test_one_address_under_many_names_stays_within_the_bound(database: Path) -> None:
    told = Told([b"x" * 1_000])
    engine = open_database(database)
    app = KeptPages(told, Watch(engine, database), pages_of(topics.router.routes), 100_000)
    ask_all(app, (("/en/topics", (b"accept-encoding", b"x%d" % n)) for n in range(2_000)))
    engine.dispose()
    assert told.asked == 1
    assert len(app.shelf.by_name) < 10


def test_a_walk_through_everything_takes_nothing_that_is_in_use(database: Path) -> None:
    told = Told([b"x" * 10_000])
    engine = open_database(database)
    app = KeptPages(told, Watch(engine, database), pages_of(topics.router.routes), 500_000)
    popular = [f"/en/topics/popular-{number}" for number in range(10)]
    for _ in range(2):
        for path in popular:
            ask(app, path)
    ask_all(app, ((f"/en/topics/{number}",) for number in range(1_000)))
    asked = told.asked
    for path in popular:
        ask(app, path)
    engine.dispose()
    assert told.asked == asked


def test_what_was_asked_for_least_lately_goes_first(database: Path) -> None:
    told = Told([b"x" * 10_000])
    engine = open_database(database)
    app = KeptPages(told, Watch(engine, database), pages_of(topics.router.routes), 50_000)
    for number in range(5):
        ask(app, f"/en/topics/{number}")
    asked = told.asked
    ask(app, "/en/topics/4")
    assert told.asked == asked
    ask(app, "/en/topics/0")
    assert told.asked == asked + 1
    engine.dispose()


# Never another's

KEYS = ("speaker", "topic", "kind", "q", "page", "view", "measure", "quoted", "in", "utm_source")
VALUES = (
    "",
    "donald-trump",
    "none",
    "iran",
    "full",
    "term",
    "table",
    "1",
    "words",
    "yes",
    "quotes",
)
PATHS = (
    "/",
    "/quotes",
    "/search",
    "/actors",
    "/topics",
    "/topics/iran",
    "/quotes.json",
    "/quotes.atom",
    "/quotes/trump-very-low-level",
    "/events/daily-attacks",
    "/topics/persia",
    "/nothing",
)
REQUESTS = st.fixed_dictionaries(
    {
        "path": st.sampled_from([f"/{lang}{path}" for lang in ("en", "fr") for path in PATHS]),
        "query": st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(VALUES)), max_size=4),
        "encoding": st.sampled_from([*ENCODINGS, "gzip;q=0.5, br", "*", "gzip, deflate, br, zstd"]),
        "part": st.sampled_from([{}, {}, FULL, PARTIAL, TYPED, {"HX-Request": "true"}]),
        "known": st.sampled_from(["", "the last", "any", "*", '"x"']),
        "loads": st.sampled_from([False] * 5 + [True]),
        "method": st.sampled_from(["GET", "GET", "GET", "HEAD"]),
    }
)


@pytest.fixture(scope="module")
def both(
    tmp_path_factory: pytest.TempPathFactory, real_database: Path
) -> Iterator[tuple[Path, list[TestClient], TestClient]]:
    """A database, two workers that keep little and much, and one that keeps nothing."""
    database = Path(shutil.copy(real_database, tmp_path_factory.mktemp("both") / "both.db"))
    clients = [open_client(database, keep=keep) for keep in (64, 1, 0)]
    yield database, clients[:2], clients[2]
    for client in clients:
        engine_of(client).dispose()


@settings(
    phases=(Phase.explicit, Phase.generate),  # every request is four pages: no shrinking
    max_examples=15,
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(REQUESTS, min_size=2, max_size=6), st.data())
def test_nobody_gets_anothers_page(
    both: tuple[Path, list[TestClient], TestClient],
    requests: list[dict[str, Any]],
    data: st.DataObject,
) -> None:
    database, workers, plain = both
    tags: list[str] = ['"none"']
    for number, request in enumerate(requests):
        if request["loads"]:
            retitle(database, f"Persia {number} {time.time_ns()}")
        address = f"{request['path']}?{urlencode(request['query'])}"
        headers = {"Accept-Encoding": request["encoding"], **request["part"]}
        fresh = plain.request(request["method"], address, headers=headers)
        whole = plain.get(address, headers={**headers, "Accept-Encoding": "identity"})
        known = {"the last": tags[-1], "any": data.draw(st.sampled_from(tags))}.get(
            request["known"], request["known"]
        )
        asked = {**headers, "If-None-Match": known} if known else headers
        for worker in workers:
            answer = worker.request(request["method"], address, headers=asked)
            if answer.status_code == 304:
                assert known == "*" or known == fresh.headers["ETag"]
                assert answer.headers["ETag"] == fresh.headers["ETag"]
                continue
            if known and fresh.status_code == 200:
                assert known not in ("*", fresh.headers["ETag"])
            assert answer.status_code == fresh.status_code
            assert answer.headers == fresh.headers
            assert text_of(answer) == (whole.text if request["method"] == "GET" else "")
        tags.append(fresh.headers.get("ETag", '"none"'))


def test_the_canonical_form_is_the_pages_own() -> None:
    (keys,) = [
        keys for pattern, keys in pages_of(quotes.router.routes) if pattern.match("/en/quotes")
    ]
    assert keys == {
        "speaker": True,
        "topic": True,
        "kind": True,
        "article": True,
        "q": False,
        "page": False,
        "view": False,
    }
    assert canonical([("q", "a"), ("x", "1"), ("q", "b"), ("kind", ""), ("kind", "z")], keys) == (
        ("kind", "z"),
        ("q", "b"),
    )
