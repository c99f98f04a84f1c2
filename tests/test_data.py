"""Lists and pages as data: JSON, CSV and NDJSON, with the rows of the page and no formula."""

import csv
import io
import json
import shutil
import tracemalloc
from collections.abc import Iterator
from itertools import islice, repeat
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient
from starlette.types import Message

from app import outgoing
from app.models import Quote
from app.queries.quotes import stream_quotes
from app.views import data, requests
from app.views.requests import answer_stream
from tests.conftest import open_client
from tests.editing import ARTICLE, ask, change
from tests.reading import (
    LANGUAGES,
    PARTIAL,
    engine_of,
    hand_over,
    links,
    noted_statements,
    open_page,
    parse,
    quotes_of,
)

SITE = "http://127.0.0.1:8000"
NOUNS = ("articles", "quotes", "actors", "events", "topics")
QUERIES = [
    "",
    "?speaker=ana-verne",
    "?speaker=none",
    "?speaker=ana-verne&speaker=bo-marsh&kind=full",
    "?topic=river",
    "?kind=term",
    "?article=2022-01-crowd",
    "?article=2022-01-crowd&topic=border",
    "?speaker=no-such-actor",
    "?topic=silence",
    "?page=2&view=table&utm_source=letter",
    "?q=never",
    "?q=sentence&speaker=ana-verne",
]
Row = dict[str, Any]


def read_json(client: TestClient, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == 200, address
    assert response.headers["Content-Type"] == "application/json"
    return response.json()


def read_csv(client: TestClient, address: str) -> list[dict[str, str]]:
    """The rows below the heading, by its words."""
    response = client.get(address)
    assert response.status_code == 200, address
    assert response.headers["Content-Type"].startswith("text/csv; charset=utf-8")
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in response.content.replace(b"\r\n", b"")
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))


def read_lines(client: TestClient, address: str) -> list[Row]:
    response = client.get(address)
    assert response.headers["Content-Type"] == "application/x-ndjson"
    return [json.loads(line) for line in response.text.splitlines()]


def slugs(rows: list[Any]) -> list[str]:
    return [row["slug"] for row in rows]


def pages_of(client: TestClient, query: str) -> list[str]:
    """The slugs of every page of a list of quotes, in order."""
    found: list[str] = []
    for number in range(1, 9):
        keys = [query.removeprefix("?").replace("page=2&view=table&", ""), f"page={number}"]
        response = client.get("/en/quotes?" + "&".join(key for key in keys if key))
        if response.status_code == 404:
            break
        found += quotes_of(parse(response))
    return found


# The same rows


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_page_json_and_csv_have_the_same_quotes(
    cast_client: TestClient, language: str, query: str
) -> None:
    wanted = pages_of(cast_client, query)
    listed = read_json(cast_client, f"/{language}/quotes.json{query}")
    assert slugs(listed["quotes"]) == wanted
    assert listed["total"] == len(wanted)
    assert slugs(read_csv(cast_client, f"/{language}/quotes.csv{query}")) == wanted


@pytest.mark.parametrize(
    ("path", "query"),
    [("articles", ""), ("actors", ""), ("actors", "?quoted=yes"), ("events", ""), ("topics", "")],
)
def test_page_json_and_csv_have_the_same_rows(
    cast_client: TestClient, path: str, query: str
) -> None:
    wanted: list[str] = []
    for number in (1, 2, 3):
        join = "&" if query else "?"
        response = cast_client.get(f"/en/{path}{query}{join}page={number}")
        if response.status_code == 200:
            wanted += [link.rsplit("/", 1)[1] for link in links(parse(response), "main h2 a")]
    listed = read_json(cast_client, f"/en/{path}.json{query}")
    assert listed["total"] == len(listed[path])
    assert slugs(listed[path]) == wanted
    assert slugs(read_csv(cast_client, f"/fr/{path}.csv{query}")) == wanted


def test_page_json_csv_and_ndjson_have_the_same_corrections(cast_client: TestClient) -> None:
    wanted = []
    for number in (1, 2):
        page = open_page(cast_client, f"/en/corrections?page={number}")
        wanted += [link.removeprefix("/en/") for link in links(page, "main h2 a")]
    listed = read_json(cast_client, "/fr/corrections.json")
    lines = read_lines(cast_client, "/en/record.ndjson")
    assert len(wanted) == listed["total"] > 50
    for rows in (
        listed["corrections"],
        read_csv(cast_client, "/en/corrections.csv"),
        [line for line in lines if line["noun"] == "corrections"],
    ):
        assert [row["record"] for row in rows] == wanted
    assert listed["corrections"][0]["now"]["fr"].endswith("est juste.")


def test_a_list_has_one_array_named_for_its_noun(client: TestClient) -> None:
    for noun in NOUNS:
        listed = read_json(client, f"/en/{noun}.json")
        assert [key for key, value in listed.items() if isinstance(value, list)] == [noun]
        assert set(listed) - {"facets"} == {"total", noun}


def test_facets_count_as_the_page_does(client: TestClient) -> None:
    facets = read_json(client, "/en/quotes.json?speaker=mike-pompeo&kind=full")["facets"]
    assert facets["speaker"]["donald-trump"] == 3
    for facet, options in facets.items():
        kept = [pair for pair in ("speaker=mike-pompeo", "kind=full") if facet not in pair]
        for value, count in options.items():
            address = f"/en/quotes.json?{'&'.join([*kept, f'{facet}={value}'])}"
            assert read_json(client, address)["total"] == count, address


def test_the_whole_record_holds_every_live_record(
    cast_client: TestClient, cast_database: Path
) -> None:
    lines = read_lines(cast_client, "/en/record.ndjson")
    for noun in NOUNS:
        rows = ask(cast_database, f"SELECT slug FROM {noun.removesuffix('s')}")
        found = [line["slug"] for line in lines if line["noun"] == noun]
        assert sorted(found) == sorted(row[0] for row in rows)
    assert {line["noun"] for line in lines} == {*NOUNS, "corrections"}


def test_a_line_is_what_the_record_s_own_address_says(cast_client: TestClient) -> None:
    for line in read_lines(cast_client, "/en/record.ndjson"):
        if line.get("slug") in ("2021-05-river-pact", "ana-verne", "river", "pact-signed"):
            own = read_json(cast_client, f"/en/{line['noun']}/{line['slug']}.json")
            assert {"noun": line["noun"], **own} == {**own, **line}


# What a record says


def test_a_quote_says_who_what_and_how_we_know(client: TestClient) -> None:
    quote = read_json(client, "/en/quotes/pompeo-lowest-level-as-fast-as-possible.json")
    assert quote["url"] == f"{SITE}/quotes/pompeo-lowest-level-as-fast-as-possible"
    assert quote["speaker"]["slug"] == "mike-pompeo"
    assert quote["reports"]["slug"] == "donald-trump"
    assert quote["kind"] == "full"
    assert quote["wording"] == "rendering"
    assert quote["language"] == "fr"
    assert set(quote["translation"]) == {"en"}
    assert set(quote["note"]) == {"en", "fr"}
    assert quote["article"]["slug"] == ARTICLE


def test_every_offset_is_that_of_the_words(client: TestClient) -> None:
    article = read_json(client, f"/en/articles/{ARTICLE}.json")
    body = article["body"]
    assert len(body) == article["length"] == 4119
    assert len(article["quotes"]) == article["quote_count"] == 19
    passages = article["mentions"] + article["quotes"]
    passages += [quote["speaker_words"] for quote in article["quotes"] if quote["speaker_words"]]
    for event in read_json(client, "/en/events.json")["events"]:
        passages += event["evidence"]
    for actor in read_json(client, "/en/actors.json")["actors"]:
        passages += actor["roles"]
    assert len(passages) > 60
    assert [p for p in passages if body[p["start"] : p["end"]] != p["text"]] == []


def test_nobody_and_nowhere_are_null(client: TestClient) -> None:
    quote = read_json(client, "/en/quotes/challenge-of-armed-groups.json")
    assert [quote[key] for key in ("speaker", "speaker_words", "basis", "wording", "event")] == [
        None
    ] * 5
    assert (quote["date"], quote["date_of"], quote["date_basis"]) == ("2020-08", "article", None)
    undated = read_json(client, "/en/events/daily-attacks.json")
    assert (undated["date"], undated["basis"], undated["ongoing"]) == (None, None, True)


def test_a_date_is_as_precise_as_it_is_known(client: TestClient) -> None:
    quote = read_json(client, "/en/quotes/trump-very-good-relationship.json")
    assert (quote["date"], quote["date_of"], quote["date_basis"]) == (
        "2020-08-20?",
        "event",
        "inferred",
    )
    dates = {row["slug"]: row["date"] for row in read_csv(client, "/en/events.csv")}
    assert dates["soleimani-strike"] == "2020-01"
    assert dates["strategic-dialogue-continues"] == "2020-08-17?/2020-08-23?"
    assert dates["daily-attacks"] == ""


def test_json_is_the_same_in_both_languages(client: TestClient) -> None:
    for path in ("quotes.json", "events.json", f"articles/{ARTICLE}.json", "actors.json"):
        assert read_json(client, f"/en/{path}") == read_json(client, f"/fr/{path}")


def test_a_table_speaks_the_language_of_its_address(client: TestClient) -> None:
    for language, title in (("en", "Wave of anti-American"), ("fr", "Vague")):
        response = client.get(f"/{language}/events.csv")
        assert response.headers["Content-Language"] == language
        rows = {row["slug"]: row for row in read_csv(client, f"/{language}/events.csv")}
        assert rows["anti-american-feeling"]["title"].startswith(title)
    english = read_csv(client, "/en/quotes/washington-reduce.csv")[0]
    french = read_csv(client, "/fr/quotes/washington-reduce.csv")[0]
    assert (english["text"], english["translation"]) == ("réduire", "reduce")
    assert (french["text"], french["translation"]) == ("réduire", "")


def test_a_table_is_saved_under_the_name_of_what_it_holds(client: TestClient) -> None:
    for path, name in (("quotes.csv", "quotes"), ("actors/iran.csv", "iran")):
        said = client.get(f"/en/{path}").headers["Content-Disposition"]
        assert said == f'attachment; filename="{name}.csv"'


def test_an_unnamed_actor_names_its_article(client: TestClient) -> None:
    actors = {a["slug"]: a["article"] for a in read_json(client, "/en/actors.json")["actors"]}
    assert {slug: article for slug, article in actors.items() if article} == {
        f"{ARTICLE}-senior-us-official": ARTICLE
    }


# Formulas

HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", '"=1', "\u200b=1", "« =1", "＝1"]


@pytest.fixture(scope="module")
def hostile_client(
    cast_database: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestClient]:
    """The cast, with formulas in place of words, names, titles and definitions."""
    database = Path(shutil.copy(cast_database, tmp_path_factory.mktemp("hostile") / "hostile.db"))
    for number, text in enumerate(HOSTILE, start=1):
        words = text.ljust(len("Sentence 01 stands."), "0")
        change(database, "UPDATE quote SET text = ? WHERE slug = ?", words, f"crowd-{number:02}")
        for column, slug in (
            ("actor SET name", f"delegate-{number:02}"),
            ("topic SET definition_en", f"topic-{number:02}"),
            ("event SET title_en", f"session-{number:02}"),
        ):
            change(database, f"UPDATE {column} = ? WHERE slug = ?", text, slug)
    client = open_client(database)
    yield client
    engine_of(client).dispose()


@pytest.mark.parametrize(
    ("path", "column"),
    [
        ("quotes.csv", "text"),
        ("quotes.csv", "speaker_name"),
        ("actors.csv", "name"),
        ("topics.csv", "definition"),
        ("events.csv", "title"),
    ],
)
def test_no_cell_starts_a_formula(hostile_client: TestClient, path: str, column: str) -> None:
    cells = {row[column] for row in read_csv(hostile_client, f"/en/{path}")}
    assert {f"'{text}" for text in HOSTILE} <= {cell.rstrip("0") for cell in cells}
    assert [cell for cell in cells if cell.startswith(tuple(HOSTILE))] == []


def test_other_formats_keep_the_words_as_they_are(hostile_client: TestClient) -> None:
    actors = read_json(hostile_client, "/en/actors.json")["actors"]
    assert set(HOSTILE) <= {actor["name"] for actor in actors}


def test_a_cell_that_is_no_formula_is_left_alone(cast_client: TestClient) -> None:
    """Quotation marks and commas come back as they were."""
    rows = {row["slug"]: row["text"] for row in read_csv(cast_client, "/en/quotes.csv")}
    assert rows["verne-never-again"] == "We told them ‘never again’ and we meant it,"


# Addresses


def test_a_filter_by_an_old_slug_leads_to_the_new_one(cast_client: TestClient) -> None:
    response = cast_client.get("/fr/quotes.csv?speaker=anna-verne&kind=full")
    assert response.status_code == 301
    assert response.headers["Location"] == "/fr/quotes.csv?kind=full&speaker=ana-verne"


@pytest.mark.parametrize("ending", ["json", "csv"])
@pytest.mark.parametrize(
    ("noun", "old", "new"),
    [
        ("actors", "anna-verne", "ana-verne"),
        ("topics", "stream", "river"),
        ("events", "treaty-signed", "pact-signed"),
        ("quotes", "marsh-old-start", "marsh-new-start"),
        ("articles", "2021-05-old-river", "2021-05-river-pact"),
    ],
)
def test_an_old_slug_leads_to_the_new_one(
    cast_client: TestClient, noun: str, old: str, new: str, ending: str
) -> None:
    response = cast_client.get(f"/en/{noun}/{old}.{ending}?x=1")
    assert response.status_code == 301
    assert response.headers["Location"] == f"/en/{noun}/{new}.{ending}?x=1"


def read_problem(response: Response, status: int) -> Any:
    """A problem document: RFC 9457."""
    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["Cache-Control"] == "no-store"
    problem = response.json()
    assert problem["status"] == status
    assert problem["title"]
    return problem


def test_a_withdrawn_record_gives_the_reason(cast_client: TestClient) -> None:
    for noun, slug in (("events", "rumour"), ("actors", "carl-dune"), ("topics", "gossip")):
        problem = read_problem(cast_client.get(f"/en/{noun}/{slug}.json"), 410)
        assert problem["reason"] == {"en": f"Taken back: {slug}", "fr": f"Retiré : {slug}"}


def test_what_is_not_there_is_a_problem_and_not_a_page(client: TestClient) -> None:
    for path in ("quotes/x.json", "quotes/x.csv", "nothing.json", "quotes/a.b.json"):
        read_problem(client.get(f"/en/{path}"), 404)
    assert read_problem(client.get("/en/quotes.json?page=x"), 422)["keys"] == ["page"]
    assert read_problem(client.get("/en/actors.csv?quoted=no"), 422)["keys"] == ["quoted"]
    assert read_problem(client.post("/en/quotes.json"), 405)
    # Only an address that ends so asks for data.
    assert client.get("/en/quotes/x").headers["Content-Type"].startswith("text/html")
    assert client.get("/en/quotes.xml").status_code == 404


def test_a_fault_of_ours_is_a_problem_and_no_half_answer(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(quote: Quote, _site: str) -> None:
        if quote.slug == "washington-reduce":
            raise RuntimeError("a secret of the code")

    monkeypatch.setattr(data, "quote_record", fail)
    response = client.get("/en/quotes.csv")
    read_problem(response, 500)
    assert "secret" not in response.text


def test_without_a_language_it_is_the_reader_s(client: TestClient) -> None:
    for path in ("/quotes.csv?kind=full", "/actors/iran.json", "/record.ndjson"):
        response = client.get(path, headers={"Accept-Language": "fr"})
        assert (response.status_code, response.headers["Location"]) == (302, f"/fr{path}")


def test_head_answers_as_get_without_a_body(client: TestClient) -> None:
    for path in ("quotes.json", "quotes.csv?kind=full", "record.ndjson", "topics/iran.csv"):
        got, head = client.get(f"/en/{path}"), client.head(f"/en/{path}")
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers == got.headers


def test_a_search_engine_is_to_list_the_page_instead(client: TestClient) -> None:
    for path in ("quotes.json", "quotes.csv", "topics/iran.json", "record.ndjson"):
        assert client.get(f"/en/{path}").headers["X-Robots-Tag"] == "noindex"


# Links from the pages


def test_a_page_names_its_other_forms(client: TestClient) -> None:
    page = open_page(client, "/fr/quotes?kind=full&speaker=mike-pompeo&view=table")
    rest = "?kind=full&speaker=mike-pompeo"
    named = {
        link.attributes["type"]: link.attributes["href"]
        for link in page.css("link[rel=alternate][type]")
    }
    assert named == {
        "text/csv": f"/fr/quotes.csv{rest}",
        "application/json": f"/fr/quotes.json{rest}",
        "application/atom+xml": f"/fr/quotes.atom{rest}",
    }
    assert links(page, ".forms a") == list(named.values())


def test_the_links_follow_the_filter(client: TestClient) -> None:
    page = open_page(client, "/en/quotes?kind=term", PARTIAL)
    assert links(page, ".forms a")[0] == "/en/quotes.csv?kind=term"


def test_every_list_and_record_leads_to_its_data(client: TestClient) -> None:
    for path in (*NOUNS, "quotes/washington-reduce", "actors/iran", "topics/iran"):
        page = open_page(client, f"/en/{path}")
        assert links(page, ".forms a")[:2] == [f"/en/{path}.csv", f"/en/{path}.json"]
    assert links(open_page(client, "/en/actors?quoted=yes"), ".forms a")[0].endswith("?quoted=yes")
    assert links(open_page(client, "/en/about"), ".forms a, link[type='text/csv']") == []
    assert "/en/record.ndjson" in links(open_page(client, "/en/about"))


# In little memory, with few statements

STATEMENTS = {
    "/articles.json": 2,
    "/quotes.csv": 9,
    "/quotes.json?speaker=none": 11,
    "/actors.csv": 4,
    "/events.json": 5,
    "/topics.json": 2,
}


@pytest.mark.parametrize("path", STATEMENTS)
def test_it_asks_so_many_statements_however_long_the_list(
    client: TestClient, cast_client: TestClient, path: str
) -> None:
    counts = []
    for reader in (client, cast_client):
        with noted_statements(reader) as statements:
            assert reader.get(f"/en{path}").status_code == 200
        counts.append(len(statements))
    assert counts == [STATEMENTS[path]] * 2


def test_the_texts_of_articles_are_read_a_few_at_a_time(cast_client: TestClient) -> None:
    with noted_statements(cast_client) as statements:
        articles = cast_client.get("/en/record.ndjson").text.count('"noun": "articles"')
    of_mentions = [one for one in statements if "JOIN mention" in one]
    assert articles == 55
    assert len(of_mentions) == 3  # of 20 articles each


def measure(client: TestClient, path: str) -> tuple[int, int]:
    """The bytes of an answer, as a server would send it on, and the most memory meanwhile."""
    sent = 0

    def take(message: Message) -> None:
        nonlocal sent
        assert message.get("status", 200) == 200
        sent += len(message.get("body", b""))

    tracemalloc.start()
    try:
        hand_over(client, path, take)
        return sent, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_a_long_list_needs_no_large_memory(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    """The list is the real one, many times over, with less room than a real answer has."""

    def repeated(*arguments: Any) -> Iterator[Quote]:
        quotes = list(stream_quotes(*arguments))
        return islice((quote for times in repeat(quotes) for quote in times), 1000)

    monkeypatch.setattr(data, "stream_quotes", repeated)
    monkeypatch.setattr(requests, "MEMORY", 20_000)
    monkeypatch.setattr(outgoing, "LONGEST", 20_000)
    client.get(f"/en/quotes.{ending}?kind=term")  # what is kept for good is there already
    sent, most = measure(client, f"/en/quotes.{ending}")
    assert sent > 600_000
    assert most < sent / 2


def test_an_answer_says_no_length_before_it_knows_it(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outgoing, "LONGEST", 1)
    monkeypatch.setattr(requests, "PIECE", 1_000)
    for path in ("quotes.json", "quotes.csv", "record.ndjson"):
        answer = client.get(f"/en/{path}")
        assert "Content-Length" not in answer.headers
        assert answer.headers["Cache-Control"] == "no-cache"


def test_who_has_a_long_answer_is_told_so(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outgoing, "LONGEST", 1)
    for path in ("/en/quotes.json", "/en/quotes.csv", "/en/record.ndjson", "/sitemap.xml"):
        tag = client.get(path).headers["ETag"]
        again = client.get(path, headers={"If-None-Match": f'"x", {tag}'})
        assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
        assert client.get(path, headers={"If-None-Match": '"x"'}).status_code == 200


def test_no_connection_is_held_while_an_answer_is_sent(client: TestClient) -> None:
    held: list[str] = []

    def note(*arguments: Any, **more: Any) -> Any:
        answer = answer_stream(*arguments, **more)
        held.append(engine_of(client).pool.status())
        return answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(data, "answer_stream", note)
        client.get("/en/quotes.json")
    assert "Current Checked out connections: 0" in held[0]
