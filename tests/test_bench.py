"""What the site is measured with is right itself: the corpus holds, the oracle knows its pages.

A corpus of 300 quotes is made once; no test here looks at a clock.
"""

import http.server
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.spans import find_quotations
from bench.corpus import Corpus, make_corpus
from bench.load import Order, run, script_of
from bench.oracle import Oracle, Question, agrees, check_page, random_questions, some_words
from bench.rounds import Goal, Row
from bench.run import table
from bench.seeds import write_seeds
from bench.sites import open_locally
from tests.conftest import make_database

QUOTES = 300


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bench") / "corpus.db"
    make_corpus(path, QUOTES, seed=7)
    return path


@pytest.fixture(scope="module")
def get(corpus: Path) -> Iterator[Callable[[str], str]]:
    """Read a page of the site on the corpus."""
    with open_locally(corpus) as read:
        yield read


@pytest.fixture
def oracle(corpus: Path) -> Iterator[Oracle]:
    oracle = Oracle(corpus)
    yield oracle
    oracle.close()


def ask(path: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


def test_a_corpus_passes_every_constraint(corpus: Path) -> None:
    assert ask(corpus, "PRAGMA integrity_check") == [("ok",)]
    assert ask(corpus, "PRAGMA foreign_key_check") == []


def test_a_large_record_is_not_filled_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.database.BULK", 500)
    path = tmp_path / "corpus.db"
    told: list[tuple[int, int]] = []
    make_corpus(path, 3_000, seed=7, progress=lambda n: told.append((n, path.stat().st_size)))
    quotes, size = told[-1]
    assert quotes == 3_000
    assert size > path.stat().st_size / 5  # long before the commit


def test_a_corpus_has_what_was_asked_for(corpus: Path) -> None:
    counts = {
        table: ask(corpus, f"SELECT count(*) FROM {table}")[0][0]
        for table in ("quote", "article", "actor", "topic")
    }
    assert counts == {"quote": QUOTES, "article": 30, "actor": 2000, "topic": 40}
    assert ask(corpus, "SELECT count(*) > 0 FROM event") == [(1,)]
    unsaid = ask(corpus, "SELECT avg(speaker_id IS NULL) FROM quote")[0][0]
    assert isinstance(unsaid, float)
    assert 0.08 < unsaid < 0.25


def test_each_quote_of_a_corpus_is_found_between_its_marks(corpus: Path) -> None:
    rows = ask(
        corpus, "SELECT body, span_start, span_end FROM quote q JOIN article a ON a.id = article_id"
    )
    for body, start, end in rows:
        assert (start, end) in find_quotations(str(body))


def test_numbers_are_in_the_order_of_lists(corpus: Path) -> None:
    by_number = ask(corpus, "SELECT id FROM quote ORDER BY id")
    by_day = ask(
        corpus,
        "SELECT q.id FROM quote q JOIN article a ON a.id = q.article_id"
        " ORDER BY date_earliest DESC, added DESC, a.slug, span_start",
    )
    assert by_number == by_day


def test_a_corpus_written_as_seeds_loads_to_the_same_rows(corpus: Path, tmp_path: Path) -> None:
    write_seeds(tmp_path / "seeds", QUOTES, seed=7)
    loaded = make_database(tmp_path / "loaded.db", tmp_path / "seeds")
    for statement in ROWS:
        assert ask(loaded, statement) == ask(corpus, statement)


# What a reader sees of a row; numbers may differ.
ROWS = (
    "SELECT slug, title_en, date, added, changed, body FROM article ORDER BY slug",
    "SELECT q.slug, q.kind, text, span_start, words_start, translation, s.name FROM quote q"
    " LEFT JOIN actor s ON s.id = speaker_id ORDER BY q.slug",
    "SELECT q.slug, t.slug FROM quote_topic JOIN quote q ON q.id = quote_id"
    " JOIN topic t ON t.id = topic_id ORDER BY 1, 2",
    "SELECT e.slug, field, span_start FROM evidence JOIN event e ON e.id = event_id ORDER BY 1, 2",
    "SELECT s.slug, a.slug, span_start FROM mention m JOIN actor s ON s.id = actor_id"
    " JOIN article a ON a.id = m.article_id ORDER BY 1, 2, 3",
)


def test_a_seed_number_gives_one_corpus() -> None:
    first, second, other = (list(Corpus(50, seed).batches()) for seed in (1, 1, 2))
    assert first == second
    assert first != other


def test_a_corpus_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="one quote or more"):
        list(Corpus(0, 1).batches())


def test_the_oracle_agrees_with_the_site(
    corpus: Path, oracle: Oracle, get: Callable[[str], str]
) -> None:
    questions = random_questions(corpus, 12, 3, some_words(oracle, 3))
    assert len({question.address() for question in questions}) > 8
    for question in questions:
        for language in ("en", "fr"):
            page = get(question.address(language))
            assert check_page(page, oracle.answer(question)) == [], question


def test_the_oracle_finds_words_as_the_site_does(oracle: Oracle, get: Callable[[str], str]) -> None:
    for word in some_words(oracle, 5):
        question = Question(q=word)
        answer = oracle.answer(question)
        assert answer.total
        assert check_page(get(question.address()), answer) == []


def test_the_oracle_disagrees_where_a_row_differs(
    corpus: Path, get: Callable[[str], str], tmp_path: Path
) -> None:
    """By a speaker taken away: the total stays, a count beside an option does not."""
    changed = Path(shutil.copy(corpus, tmp_path / "changed.db"))
    with closing(sqlite3.connect(changed)) as connection:
        connection.execute(
            "UPDATE quote SET speaker_id = 2 WHERE id = "
            "(SELECT min(id) FROM quote WHERE speaker_id = 1)"
        )
        connection.commit()
    oracle = Oracle(changed)
    wrong = check_page(get("/en/quotes"), oracle.answer(Question()))
    oracle.close()
    assert len(wrong) >= 2
    assert all(line.startswith("speaker ") for line in wrong)


def test_the_oracle_disagrees_with_another_page(oracle: Oracle, get: Callable[[str], str]) -> None:
    wrong = check_page(get("/en/quotes?kind=full"), oracle.answer(Question()))
    assert [line.partition(":")[0] for line in wrong][:2] == ["total", "quotes"]


def test_a_count_that_was_not_finished_must_say_so() -> None:
    assert agrees("12 345 citations", 12_345)
    assert not agrees("12,345+", 12_345)
    assert agrees("886+", 886, more=True)
    assert not agrees("886", 886, more=True)
    assert agrees("More than 10,000 quotes", 10_000, more=True)
    assert agrees("Plus de 10 000 citations", 10_000, more=True)
    assert not agrees("More than 10,000 quotes", 12_345)
    assert not agrees("quotes", 0)


class Answers(http.server.BaseHTTPRequestHandler):
    """Answers of known length, or in chunks."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(200)
        if self.path == "/chunked":
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.wfile.write(b"5\r\nhello\r\n0\r\n\r\n")
        else:
            self.send_header("Content-Length", "100000")
            self.end_headers()
            self.wfile.write(b"x" * 100_000)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def test_the_load_generator_reads_answers_to_their_end() -> None:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        order = Order(server.server_address[1], ["/chunked", "/long"], 60.0, 2, most=20)
        done = run(order)
    finally:
        server.shutdown()
        server.server_close()
    assert done.statuses == {"200": done.requests}
    assert done.requests == 20
    assert done.bytes > 10 * 100_000
    assert 0 < done.median <= done.p99


def test_wrk_is_told_the_same() -> None:
    script = script_of(Order(1, ["/a", "/b?c=d"], headers=("Accept-Encoding: br",)))
    assert 'local paths = {"/a", "/b?c=d"}' in script
    assert '{["Accept-Encoding"] = "br"}' in script


def test_a_goal_reached_and_one_missed_and_one_not_measured() -> None:
    rows = [
        Row(Goal("a", "b", 2), 2.5, "how"),
        Row(Goal("a", "–", 30, at_most=True, unit="kB"), 31.0, "how"),
        Row(Goal("a", "b", 2), None, "why"),
    ]
    assert table(rows)[2:] == [
        "| a | b | ≥ 2 × | 2.5 × | yes | how |",
        "| a | – | ≤ 30 kB | 31 kB | no | how |",
        "| a | b | ≥ 2 × | not measured |  | why |",
    ]
