"""Pages far into a list: each quote once, in its place, and no further to count than near ones."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from app.database import Limit
from bench.corpus import make_corpus
from bench.oracle import NEWEST_FIRST, Oracle, Question, where
from tests.conftest import open_client
from tests.reading import engine_of, open_page

QUOTES = 3_000


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("far") / "corpus.db"
    make_corpus(path, QUOTES, seed=3)
    return path


@pytest.fixture
def reader(corpus: Path) -> Iterator[TestClient]:
    reader = open_client(corpus)
    yield reader
    engine_of(reader).dispose()


def heaviest(oracle: Oracle, noun: str, most: int) -> list[str]:
    statement = f"SELECT slug, quote_count FROM {noun} ORDER BY 2 DESC, 1 LIMIT {most}"
    return [slug for slug, _ in oracle.rows(statement)]


def first_topic(oracle: Oracle) -> Question:
    return Question(topic=tuple(heaviest(oracle, "topic", 1)))


def two_topics(oracle: Oracle) -> Question:
    return Question(topic=tuple(heaviest(oracle, "topic", 2)))


def partial_of_topic(oracle: Oracle) -> Question:
    return Question(topic=tuple(heaviest(oracle, "topic", 1)), kind=("full", "term"))


def first_speaker(oracle: Oracle) -> Question:
    return Question(speaker=tuple(heaviest(oracle, "actor", 1)))


@pytest.mark.parametrize(
    "ask", [lambda _: Question(), first_topic, two_topics, partial_of_topic, first_speaker]
)
def test_pages_have_each_quote_once_in_its_place(
    corpus: Path, reader: TestClient, ask: Callable[[Oracle], Question]
) -> None:
    oracle = Oracle(corpus)
    question = ask(oracle)
    condition, values = where(question)
    wanted = oracle.rows(
        "SELECT q.slug, 0 FROM quote q JOIN article a ON a.id = q.article_id"
        f" WHERE {condition} ORDER BY {NEWEST_FIRST}",
        values,
    )
    oracle.close()
    assert len(wanted) > 300
    found: list[str] = []
    for number in range(1, -(-len(wanted) // 50) + 1):
        found += slugs_of(reader, question, number)
    assert found == [slug for slug, _ in wanted]


def slugs_of(reader: TestClient, question: Question, number: int) -> list[str]:
    """The quotes of a page of a list."""
    path, _, query = question.address().partition("?")
    page = urlencode({"page": number}) if number > 1 else ""
    address = f"{path}?{'&'.join(part for part in (page, query) if part)}"
    links = open_page(reader, address).css(".quote-card blockquote a")
    return [str(link.attributes["href"]).rpartition("/")[2] for link in links]


def test_a_far_page_counts_no_further_than_a_near_one(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In steps of SQLite, a hundred at a time."""
    steps: list[Limit] = []
    monkeypatch.setattr("app.database.STEPS", 100)
    monkeypatch.setattr(Limit, "is_over", lambda limit: steps.append(limit))
    reader = open_client(corpus)
    taken = {}
    for number in (1, 2, QUOTES // 50):  # the first makes what all have alike
        before = len(steps)
        assert len(slugs_of(reader, Question(), number)) == 50
        taken[number] = len(steps) - before
    engine_of(reader).dispose()
    # Counting its way there it takes a dozen times as many, and more in a longer list.
    assert taken[QUOTES // 50] < 4 * taken[2]
