"""What the database does for each page is bounded by what the page shows, not by what is stored.

Two corpora, one six times the other, are made once. SQLite counts the steps of its machine, and
says how it would find the rows: no clock is looked at.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import event
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from bench.corpus import make_corpus
from tests.reading import engine_of, open_page, page_names, texts

SMALL, LARGE = 3000, 18000  # quotes
STEPS = 50  # of the machine, between two counts

# Rows of these grow with the record.
SCAN = re.compile(
    r"SCAN (quote|article|event|mention|evidence|listing|quote_facets|search_entry)\b"
)
SORT = re.compile(r"USE TEMP B-TREE FOR (ORDER|GROUP) BY")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    yield from open_corpus(tmp_path_factory, LARGE)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    yield from open_corpus(tmp_path_factory, SMALL)


def open_corpus(factory: pytest.TempPathFactory, quotes: int) -> Iterator[TestClient]:
    path = factory.mktemp("plans") / "corpus.db"
    make_corpus(path, quotes, seed=3)
    settings = Settings(database=path)
    with TestClient(create_app(settings), base_url=settings.public_address) as client:
        yield client


def first(client: TestClient, statement: str) -> Any:
    with engine_of(client).connect() as connection:
        return connection.exec_driver_sql(statement).scalars().first()


def list_addresses(client: TestClient) -> dict[str, str]:
    """Each kind of page, at the records that have most."""
    most = "SELECT slug FROM {} ORDER BY quote_count DESC LIMIT 1 OFFSET {}"
    article = first(client, "SELECT slug FROM article ORDER BY id LIMIT 1 OFFSET 50")
    quote = first(client, "SELECT slug FROM quote WHERE speaker_id = 1 LIMIT 1")
    happened = first(client, "SELECT slug FROM event ORDER BY id LIMIT 1")
    actor, topic, second = (
        first(client, most.format(table, place))
        for table, place in (("actor", 0), ("topic", 0), ("topic", 1))
    )
    return {
        "home": "/",
        "home, words": "/?measure=words",
        "about": "/about",
        "api": "/about/api",
        "article-list": "/articles?page=2",
        "article-detail": f"/articles/{article}",
        "quote-list": "/quotes?page=2",
        "quote-list, speaker": f"/quotes?speaker={actor}",
        "quote-list, speaker and topic": f"/quotes?speaker={actor}&topic={topic}",
        "quote-list, kind": f"/quotes?kind=full&speaker=none&topic={topic}",
        "quote-list, two topics": f"/quotes?topic={topic}&topic={second}",
        "quote-list, article": f"/quotes?article={article}&topic={topic}",
        "quote-list, as table": "/quotes?view=table",
        "quote-list, nothing found": f"/quotes?kind=term&speaker={actor}",
        "quote-detail": f"/quotes/{quote}",
        "actor-list": "/actors?quoted=yes&page=3",
        "actor-detail": f"/actors/{actor}",
        "event-list": "/events",
        "event-detail": f"/events/{happened}",
        "topic-list": "/topics",
        "topic-detail": f"/topics/{topic}",
        "correction-list": "/corrections",
        "search, nothing found": "/search?q=zzzzq",
    }


def ask(client: TestClient, address: str) -> list[tuple[str, Any]]:
    """The statements of a page, each with its values."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        if statement != "BEGIN":
            asked.append((statement, values))

    event.listen(engine_of(client), "before_cursor_execute", note)
    try:
        assert client.get(f"/en{address}").status_code == 200, address
    finally:
        event.remove(engine_of(client), "before_cursor_execute", note)
    return asked


def count_steps(client: TestClient, address: str) -> int:
    """How many steps of its machine SQLite takes for a page."""
    asked, counted = ask(client, address), 0

    def count() -> int:
        nonlocal counted
        counted += 1
        return 0

    with engine_of(client).connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.set_progress_handler(count, STEPS)
        for statement, values in asked:
            connection.exec_driver_sql(statement, values).all()
        driver.set_progress_handler(None, 0)
    return counted * STEPS


def test_a_page_takes_no_more_steps_of_a_larger_record(
    small: TestClient, large: TestClient
) -> None:
    few, many = list_addresses(small), list_addresses(large)
    steps = {page: (count_steps(small, few[page]), count_steps(large, many[page])) for page in few}
    # The heaviest of all speakers are looked for among the speakers, of whom a larger corpus has
    # more; what is shown of each differs a little too.
    speakers = "SELECT speakers FROM overview"
    more = 1.3 * first(large, speakers) / first(small, speakers)
    assert more < LARGE / SMALL * 0.7
    assert not {page: both for page, both in steps.items() if both[1] > more * both[0] + 1000}


def test_no_page_reads_a_whole_table(large: TestClient) -> None:
    faults = []
    for page, address in list_addresses(large).items():
        for statement, values in ask(large, address):
            with engine_of(large).connect() as connection:
                rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
                plan = [row[3] for row in rows]
            # In the order of an index, a LIMIT ends it.
            ends = "LIMIT" in statement and not any(SORT.search(line) for line in plan)
            faults += [(page, line, statement) for line in plan if SCAN.match(line) and not ends]
    assert not faults


def test_every_page_is_asked(large: TestClient) -> None:
    assert {page.partition(",")[0] for page in list_addresses(large)} == set(page_names())


def test_what_is_more_than_can_be_counted_says_so(large: TestClient) -> None:
    page = open_page(large, "/en/quotes?q=-zzzzq")
    assert texts(page, "#count") == ["More than 10,000 quotes"]
    assert "Counted among the newest 10,000" in texts(page, "#facets > .meta")[0]
    counts = [text.split()[0] for text in texts(page, "#facets .option-count")]
    assert counts
    assert all(count.endswith("+") for count in counts if count != "0")
    assert texts(page, ".pager span") == ["Page 1 of 200"]
    assert open_page(large, "/en/quotes?q=-zzzzq&page=200").css("ol.quotes > li")
    found = open_page(large, "/en/search?q=-zzzzq")
    assert texts(found, "#count")[0].startswith("More than ")
    assert "10,000+" in texts(found, "#found-quotes")[0]
