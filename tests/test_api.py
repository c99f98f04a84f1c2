"""The API under /api/v1, as programs read it, and the page that explains it."""

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from app.api import routes
from app.api.cursors import write_cursor
from tests.cast import CROWD
from tests.editing import change
from tests.reading import (
    LANGUAGES,
    links,
    noted_statements,
    open_page,
    path_of,
    quotes_of,
    texts,
)
from tests.test_redirects import OLD, WITHDRAWN

Open = Callable[..., TestClient]
SITE = "http://127.0.0.1:8000"
NOUNS = ["articles", "quotes", "actors", "events", "topics"]
FILTERS = [
    "",
    "speaker=donald-trump",
    "speaker=donald-trump&speaker=mike-pompeo",
    "speaker=none",
    "speaker=mike-pompeo&speaker=none&topic=armed-groups",
    "kind=full&kind=term",
    "article=2020-08-trump-al-kazimi&kind=partial",
    "speaker=iran",
    "kind=term&speaker=mike-pompeo",
    "q=troupe",
    "q=withdraw&speaker=donald-trump",
]
CAST_FILTERS = [
    "",
    "speaker=ana-verne",
    "topic=border&topic=river",
    "speaker=none",
    "article=2022-01-crowd&kind=full",
]


def ask(client: TestClient, path: str, **headers: str) -> Any:
    """The object at an address of the API, which must answer 200."""
    response = client.get(f"/api/v1/{path}", headers=headers)
    assert response.status_code == 200, response.text
    assert response.headers["Content-Type"] == "application/json"
    return response.json()


def check_problem(response: Response, status: int) -> Any:
    """A problem document (RFC 9457) that nothing keeps and every origin may read."""
    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    problem = response.json()
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    return problem


def walk(client: TestClient, noun: str, query: str, limit: int) -> list[Any]:
    """Every record of a list, from cursor to cursor; each page but the last is full."""
    records: list[Any] = []
    following: str | None = f"/api/v1/{noun}?limit={limit}" + (f"&{query}" if query else "")
    while following:
        page = ask(client, path_of(following).removeprefix("/api/v1/"))
        records += page[noun]
        following = page["next"]
        assert len(page[noun]) == limit or not following
        assert page["total"] >= len(records)
    assert page["total"] == len(records)
    return records


def slugs(records: list[Any]) -> list[str]:
    return [record["slug"] for record in records]


# Its rows are those of the pages


@pytest.mark.parametrize("query", FILTERS)
def test_a_filter_has_the_quotes_of_its_page(client: TestClient, query: str) -> None:
    page = quotes_of(open_page(client, f"/en/quotes?{query}"))
    for limit in (1, 4, 200):
        assert slugs(walk(client, "quotes", query, limit)) == page


@pytest.mark.parametrize("query", CAST_FILTERS)
def test_so_it_has_over_several_pages(cast_client: TestClient, query: str) -> None:
    page = quotes_of(open_page(cast_client, f"/en/quotes?{query}"))
    second = cast_client.get(f"/en/quotes?{query}&page=2")
    if second.status_code == 200:
        page += quotes_of(open_page(cast_client, f"/en/quotes?{query}&page=2"))
    for limit in (7, 50):
        assert slugs(walk(cast_client, "quotes", query, limit)) == page


@pytest.mark.parametrize(
    ("noun", "query"), [*((noun, "") for noun in NOUNS), ("actors", "quoted=yes")]
)
def test_every_list_has_the_records_of_its_table(
    cast_client: TestClient, noun: str, query: str
) -> None:
    rows = cast_client.get(f"/en/{noun}.json?{query}").json()[noun]
    for limit in (7, 50):
        assert walk(cast_client, noun, query, limit) == rows


@pytest.mark.parametrize("record", [f"{noun}/{new}" for noun, _, new in OLD])
def test_a_record_is_what_its_page_gives_as_json(cast_client: TestClient, record: str) -> None:
    assert ask(cast_client, record) == cast_client.get(f"/en/{record}.json").json()


@pytest.mark.parametrize("query", FILTERS)
def test_facets_are_those_of_the_list(client: TestClient, query: str) -> None:
    table = client.get(f"/en/quotes.json?{query}").json()
    facets = ask(client, f"facets?{query}")
    assert facets == {"total": table["total"], "facets": table["facets"]}


# Pages of a list


def test_a_page_holds_fifty_unless_asked_for_more_or_less(cast_client: TestClient) -> None:
    sizes = {
        query: len(ask(cast_client, f"quotes{query}")["quotes"])
        for query in ("", "?limit=3", "?limit=200")
    }
    assert sizes == {"": 50, "?limit=3": 3, "?limit=200": CROWD + 5 + 6}


def test_links_lead_to_the_first_and_the_next_page(client: TestClient) -> None:
    """RFC 8288; the addresses are those of the site, whatever name of it was asked."""
    headers = {"Host": "localhost:1"}
    response = client.get("/api/v1/quotes?limit=5&speaker=mike-pompeo", headers=headers)
    first = f"{SITE}/api/v1/quotes?limit=5&speaker=mike-pompeo"
    assert response.links["first"]["url"] == first
    following = response.links["next"]["url"]
    assert following == response.json()["next"]
    assert following.startswith(f"{first}&cursor=")
    last = client.get(path_of(following))
    assert last.links["first"]["url"] == first
    assert "next" not in last.links
    assert last.json()["next"] is None


def test_a_row_that_goes_moves_none_of_those_to_come(
    open_site: Open, cast_database: Path, tmp_path: Path
) -> None:
    """A cursor says after which row, not how many rows to leave out."""
    copy = Path(shutil.copy(cast_database, tmp_path / "copy.db"))
    client = open_site(copy)
    page = ask(client, "topics?limit=5")
    wanted = slugs(ask(client, "topics?limit=10")["topics"])[5:]
    change(
        copy,
        "DELETE FROM quote_topic WHERE topic_id = (SELECT id FROM topic WHERE slug = ?)",
        page["topics"][4]["slug"],
    )
    change(copy, "DELETE FROM topic WHERE slug = ?", page["topics"][4]["slug"])
    rest = ask(client, path_of(page["next"]).removeprefix("/api/v1/"))
    assert slugs(rest["topics"]) == wanted


# What is wrong is named, all at once


def faults(client: TestClient, path: str) -> list[tuple[str, str]]:
    problem = check_problem(client.get(f"/api/v1/{path}"), 400)
    assert all(fault["detail"] for fault in problem["errors"])
    return sorted((fault["key"], fault["value"]) for fault in problem["errors"])


def test_every_fault_is_named_at_once(client: TestClient) -> None:
    found = faults(
        client,
        "quotes?speaker=mike-pompeo&speaker=nobody&speaker=nowhere&topic=x&kind=shout"
        "&article=y&limit=201&cursor=abc&page=2&w=z",
    )
    assert found == [
        ("article", "y"),
        ("cursor", "abc"),
        ("kind", "shout"),
        ("limit", "201"),
        ("page", "2"),
        ("speaker", "nobody"),
        ("speaker", "nowhere"),
        ("topic", "x"),
        ("w", "z"),
    ]


def cursor_of(noun: str, *key: Any) -> str:
    return write_cursor(noun, key)


@pytest.mark.parametrize(
    ("path", "key"),
    [
        *((f"{noun}?color=red", "color") for noun in [*NOUNS, "facets"]),
        *((f"quotes?limit={limit}", "limit") for limit in ("0", "-1", "201", "x", "", "5.0", "١")),
        ("quotes?limit=5&limit=6", "limit"),
        ("actors?quoted=no", "quoted"),
        ("facets?speaker=nobody", "speaker"),
        ("facets?limit=5", "limit"),
        ("quotes/washington-reduce?limit=5", "limit"),
        ("quotes?speaker=", "speaker"),
        ("quotes?" + "&".join(["kind=full"] * 51), "kind"),
        ("quotes?cursor=", "cursor"),
        ("quotes?cursor=%00", "cursor"),
        ("quotes?cursor=WyJxdW90ZXMiXQ", "cursor"),
        ("quotes?cursor=" + "W" * 5000, "cursor"),
        # one of another list, one with another kind of value, one of a number past any row
        ("events?cursor=" + cursor_of("articles", "2020-01-01", "2020-01-01", "x"), "cursor"),
        ("topics?cursor=" + cursor_of("topics", "1", "x"), "cursor"),
        ("topics?cursor=" + cursor_of("topics", True, "x"), "cursor"),
        ("topics?cursor=" + cursor_of("topics", 2**63, "x"), "cursor"),
        ("topics?cursor=" + cursor_of("topics", -1, "x"), "cursor"),
    ],
)
def test_a_fault_is_named_by_its_key(client: TestClient, path: str, key: str) -> None:
    assert {named for named, _ in faults(client, path)} == {key}


def test_a_long_key_or_value_is_not_repeated_whole(client: TestClient) -> None:
    ((key, value),) = faults(client, f"quotes?{'k' * 5000}={'v' * 5000}")
    assert (len(key), len(value)) == (200, 200)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/", 404),
        ("GET", "/api/v1", 404),
        ("GET", "/api/v1/", 404),
        ("GET", "/api/v2/quotes", 404),
        ("GET", "/api/v1/speakers", 404),
        ("GET", "/api/v1/quotes/", 404),
        ("GET", "/api/v1/quotes/no-such-quote", 404),
        ("GET", "/api/v1/quotes/None%00", 404),
        ("GET", "/api/v1/quotes/a/b", 404),
        ("GET", "/api/docs", 404),
        ("GET", "/api/openapi.json", 404),
        ("POST", "/api/v1/quotes", 405),
        ("DELETE", "/api/v1/quotes/washington-reduce", 405),
    ],
)
def test_every_error_is_a_problem(client: TestClient, method: str, path: str, status: int) -> None:
    response = client.request(method, path)
    check_problem(response, status)
    assert (response.headers.get("Allow") == "GET, HEAD, OPTIONS") is (status == 405)


def test_a_fault_of_ours_is_a_problem_too(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise RuntimeError("a secret of the code")

    monkeypatch.setattr(routes, "count_options", fail)
    response = client.get("/api/v1/facets")
    check_problem(response, 500)
    assert "secret" not in response.text


# Slugs that were


@pytest.mark.parametrize(("noun", "old", "new"), OLD)
def test_a_renamed_record_leads_to_its_new_address(
    cast_client: TestClient, noun: str, old: str, new: str
) -> None:
    response = cast_client.get(f"/api/v1/{noun}/{old}")
    assert (response.status_code, response.headers["Location"]) == (301, f"/api/v1/{noun}/{new}")


@pytest.mark.parametrize("noun", ["quotes", "facets"])
def test_a_filter_by_an_old_slug_leads_to_the_new_one(cast_client: TestClient, noun: str) -> None:
    response = cast_client.get(f"/api/v1/{noun}?topic=border&speaker=anna-verne&topic=stream")
    wanted = f"/api/v1/{noun}?topic=border&speaker=ana-verne&topic=river"
    assert (response.status_code, response.headers["Location"]) == (301, wanted)


def test_an_old_slug_beside_a_fault_is_not_the_fault(cast_client: TestClient) -> None:
    assert faults(cast_client, "quotes?speaker=anna-verne&topic=none") == [("topic", "none")]


@pytest.mark.parametrize(("noun", "slug", "reason"), WITHDRAWN)
def test_a_withdrawn_record_gives_the_reason_in_both_languages(
    cast_client: TestClient, noun: str, slug: str, reason: str
) -> None:
    problem = check_problem(cast_client.get(f"/api/v1/{noun}/{slug}"), 410)
    assert problem["reason"] == {"en": f"Taken back: {reason}", "fr": f"Retiré : {reason}"}


def test_a_withdrawn_value_of_a_filter_is_no_value(cast_client: TestClient) -> None:
    assert faults(cast_client, "quotes?speaker=carl-dune") == [("speaker", "carl-dune")]


# HTTP


@pytest.mark.parametrize("path", ["quotes", "quotes/washington-reduce", "facets", "openapi.json"])
def test_what_has_not_changed_is_not_sent_again(client: TestClient, path: str) -> None:
    """RFC 9110, 13.1.2: weak comparison, lists, and the star."""
    full = client.get(f"/api/v1/{path}")
    tag = full.headers["ETag"]
    for known in (tag, tag.removeprefix("W/"), f'"x", {tag}', "*"):
        response = client.get(f"/api/v1/{path}", headers={"If-None-Match": known})
        assert (response.status_code, response.content) == (304, b"")
        assert response.headers["ETag"] == tag
    other = client.get(f"/api/v1/{path}", headers={"If-None-Match": 'W/"x"'})
    assert (other.status_code, other.content) == (200, full.content)


def test_another_page_has_another_tag(client: TestClient) -> None:
    tags = {client.get(f"/api/v1/quotes?limit={n}").headers["ETag"] for n in (1, 2, 3)}
    assert len(tags) == 3


def test_head_answers_as_get_without_a_body(client: TestClient) -> None:
    for path in ("quotes", "quotes/washington-reduce", "facets", "openapi.json", "nothing"):
        got, head = client.get(f"/api/v1/{path}"), client.head(f"/api/v1/{path}")
        assert (head.status_code, head.content) == (got.status_code, b"")
        assert head.headers == got.headers


def test_pages_of_every_origin_may_read_the_api_and_nothing_else(client: TestClient) -> None:
    """The CORS protocol: https://fetch.spec.whatwg.org/#http-cors-protocol"""
    origin = {"Origin": "https://reader.example"}
    for response in (
        client.get("/api/v1/quotes", headers=origin),
        client.head("/api/v1/quotes"),
        client.get("/api/nothing"),
    ):
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert "Link" in response.headers["Access-Control-Expose-Headers"]
        assert "Access-Control-Allow-Credentials" not in response.headers
    asked = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "x"}
    preflight = client.options("/api/v1/quotes", headers=origin | asked)
    assert (preflight.status_code, preflight.content) == (204, b"")
    assert preflight.headers["Access-Control-Allow-Origin"] == "*"
    assert preflight.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    for path in ("/en/quotes", "/en/quotes.json", "/health", "/en/about/api"):
        assert "Access-Control-Allow-Origin" not in client.get(path, headers=origin).headers


def test_permalinks_are_those_of_the_site(open_site: Open, real_database: Path) -> None:
    client = open_site(real_database, public_url="https://record.example/")
    page = ask(client, "quotes?limit=1")
    assert page["quotes"][0]["url"].startswith("https://record.example/quotes/")
    assert page["next"].startswith("https://record.example/api/v1/quotes?limit=1&cursor=")
    assert ask(client, "openapi.json")["servers"] == [{"url": "https://record.example"}]


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("articles", 2),
        ("quotes", 4),
        ("quotes?speaker=ana-verne&topic=border", 7),
        ("actors", 4),
        ("events", 5),
        ("topics", 2),
        ("facets", 6),
        ("quotes/verne-never-again", 2),
    ],
)
def test_an_answer_asks_so_many_statements(cast_client: TestClient, path: str, number: int) -> None:
    """However many rows it has."""
    for limit in ("limit=2", "limit=200") if "/" not in path and path != "facets" else ("",):
        with noted_statements(cast_client) as statements:
            ask(cast_client, f"{path}{'&' if '?' in path else '?'}{limit}")
        assert len(statements) == number


# The page about it


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_every_address_and_shape_of_the_document(
    client: TestClient, language: str
) -> None:
    page = open_page(client, f"/{language}/about/api")
    document = ask(client, "openapi.json")
    assert texts(page, ".operation h3") == list(document["paths"])
    assert texts(page, "#shapes ~ section h3") == list(document["components"]["schemas"])
    assert "/api/v1/openapi.json" in links(page, "main a")
    for operation, item in zip(page.css(".operation"), document["paths"].values(), strict=True):
        named = {parameter["name"] for parameter in item["get"]["parameters"]}
        assert set(texts(operation, "dt code")) == named


def test_every_example_of_the_page_answers(client: TestClient) -> None:
    examples = texts(open_page(client, "/en/about/api"), "code.example")
    assert len(examples) == 12
    for example in examples:
        command, address = shlex.split(example)
        assert (command, address.startswith(f"{SITE}/api/v1/")) == ("curl", True)
        answer = ask(client, path_of(address).removeprefix("/api/v1/"))
        assert answer.get("total", 1) > 0


def test_every_page_leads_to_it(client: TestClient) -> None:
    assert 'href="/fr/about/api"' in client.get("/fr/").text


def test_fastapi_s_own_pages_are_off(client: TestClient) -> None:
    for path in ("/docs", "/redoc", "/openapi.json", "/api/docs", "/api/redoc", "/api/v1/docs"):
        assert client.get(path).status_code == 404
    assert not re.search(r"swagger|redoc|unpkg|jsdelivr", client.get("/en/about/api").text)


def test_an_address_with_a_line_break_is_answered_as_any_other(client: TestClient) -> None:
    check_problem(client.get("/api/v1/actors/a%0Ab"), 404)
