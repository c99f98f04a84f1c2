"""What cannot be answered: a readable page in the reader's language, with a way on."""

import pytest
from httpx2 import Response
from starlette.testclient import TestClient
from starlette.types import Message

from app.views import home
from tests.reading import LANGUAGES, attribute, hand_over, links, parse, text, texts

CASES = [
    ("GET", "nothing-here", 404),
    ("GET", "quotes/nothing-here", 404),
    ("GET", "quotes?page=9", 404),
    ("POST", "quotes", 405),
    ("DELETE", "events/daily-attacks", 405),
    ("PUT", "", 405),
    ("GET", "quotes?page=0", 422),
    ("GET", "articles?page=x", 422),
    ("GET", "quotes?speaker=%00", 422),
]


def check_page(response: Response, language: str, status: int) -> None:
    """An error page: the site's header, a heading, ways on; no JSON, no trace of the code."""
    assert response.status_code == status
    page = parse(response)
    assert attribute(page, "html", "lang") == response.headers["Content-Language"] == language
    assert text(page, "h1")
    assert text(page, "title")
    assert str(status) in text(page, "main")
    assert links(page, "header nav a")[:2] == [f"/{language}/articles", f"/{language}/quotes"]
    assert {f"/{language}/", f"/{language}/quotes", f"/{language}/events"} <= set(
        links(page, "main a")
    )
    assert not [
        word for word in ("Traceback", "detail", ".py", "Exception") if word in response.text
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("method", "path", "status"), CASES)
def test_an_error_is_a_page_in_the_language_of_its_address(
    client: TestClient, language: str, method: str, path: str, status: int
) -> None:
    response = client.request(method, f"/{language}/{path}")
    check_page(response, language, status)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_language_it_is_the_reader_s(client: TestClient, language: str) -> None:
    response = client.get("/nothing-here", headers={"Accept-Language": language})
    check_page(response, language, 404)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_withdrawn_record_is_such_a_page_too(cast_client: TestClient, language: str) -> None:
    check_page(cast_client.get(f"/{language}/events/rumour"), language, 410)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fault_of_ours_is_such_a_page_too(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    def fail(*_arguments: object) -> None:
        raise RuntimeError("a secret of the code")

    monkeypatch.setattr(home, "get_overview", fail)
    response = client.get(f"/{language}/")
    check_page(response, language, 500)
    assert "secret" not in response.text


def test_each_error_has_words_of_its_own(
    client: TestClient, cast_client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(home, "get_overview", fail)
    for language in LANGUAGES:
        answers = [client.request(method, f"/{language}/{path}") for method, path, _ in CASES]
        answers += [client.get(f"/{language}/"), cast_client.get(f"/{language}/events/rumour")]
        headings = {text(parse(answer), "h1") for answer in answers}
        assert len(headings) == 5


def test_what_may_be_done_is_said_with_405(client: TestClient) -> None:
    response = client.post("/en/quotes")
    assert {part.strip() for part in response.headers["Allow"].split(",")} == {
        "GET",
        "HEAD",
        "OPTIONS",
    }


def test_a_wrong_value_is_named_by_its_key_and_not_repeated(client: TestClient) -> None:
    page = parse(client.get("/en/quotes?page=%3Cscript%3E"))
    assert texts(page, "main code") == ["page"]
    assert "<script>" not in text(page, "main")


@pytest.mark.parametrize("path", ["/en/nothing", "/en/quotes?page=0"])
def test_an_error_is_neither_kept_nor_indexed(client: TestClient, path: str) -> None:
    response = client.get(path)
    page = parse(response)
    assert response.headers["Cache-Control"] == "no-store"
    assert attribute(page, "meta[name=robots]", "content").startswith("noindex")
    assert page.css("link[rel=canonical]") == []


def test_the_language_switch_of_an_error_leads_home(client: TestClient) -> None:
    page = parse(client.get("/en/nothing-here"))
    assert links(page, "#language-switch a") == ["/fr/"]


def test_an_error_has_no_style_or_script_of_its_own(client: TestClient) -> None:
    page = parse(client.get("/en/nothing-here"))
    assert page.css("[style], style") == []
    assert [script for script in page.css("script") if script.text().strip()] == []


@pytest.mark.parametrize("key", ["speaker", "topic", "kind", "article", "page", "quoted", "other"])
@pytest.mark.parametrize(
    "value",
    [
        "%00",
        "a%00b",
        "x" * 10_000,
        "%ff",
        "%ed%a0%80",
        "%F0%9F%98%80",
        "%0d%0aSet-Cookie:x",
        "%25",
        "%",
        "'%20OR%201=1--",
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "99999999999999999999",
        "-1",
        "1e9",
        "%D9%A1",
        "١",
    ],
)
def test_no_value_is_a_fault_of_ours(client: TestClient, key: str, value: str) -> None:
    for path in ("quotes", "actors", "events"):
        response = client.get(f"/en/{path}?{key}={value}")
        assert response.status_code in (200, 404, 422)
        assert "<script>alert" not in response.text
        assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize(
    "query",
    [
        "&".join(["speaker=donald-trump"] * 60),
        "&".join(f"speaker=s{number}" for number in range(60)),
        "&".join(f"k{number}=v" for number in range(2000)),
        "&&&===&?#",
        "=x",
        "speaker",
        "speaker[]=x",
        "page=1&page=2",
        "page=1;page=2",
    ],
)
def test_no_query_is_a_fault_of_ours(client: TestClient, query: str) -> None:
    assert client.get(f"/en/quotes?{query}").status_code in (200, 404, 422)


@pytest.mark.parametrize(
    "path",
    [
        "/%00",
        "/%ff",
        "/en/%ff",
        "/en/quotes/%ff%fe",
        "/en/quotes/%00",
        "/en/quotes/" + "x" * 10_000,
        "/quotes/%0d%0aX:y",
        "/en/../../etc/passwd",
        "/static/../app/main.py",
        "/static/%2e%2e/app/main.py",
        "/static/%00",
        "/static/" + "x" * 5_000,
        "/en/quotes/%2e%2e",
        "/en//quotes",
        "/quotes/a%3Fb%23c",
    ],
)
def test_no_path_is_a_fault_of_ours(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code < 500
    assert "import" not in response.text or response.status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Cookie": "language=" + "x" * 5000},
        {"Cookie": ";;;=;language"},
        {"Accept-Language": "," * 3000},
        {"Accept-Language": "fr;q=" + "9" * 1000},
        {"HX-Request": "true", "HX-Request-Type": "no such type"},
    ],
)
def test_no_header_is_a_fault_of_ours(client: TestClient, headers: dict[str, str]) -> None:
    for path in ("/quotes", "/en/quotes", "/nothing"):
        assert client.get(path, headers=headers).status_code in (200, 302, 404)


@pytest.mark.parametrize("path", ["/en/", "/static/site.js", "/api/v1/quotes", "/health"])
def test_no_request_is_echoed(client: TestClient, path: str) -> None:
    """TRACE would send back what a script may not read (RFC 9110, 9.3.8)."""
    answer = client.request("TRACE", path, headers={"X-Said": "by-a-reader"})
    assert answer.status_code == 405
    assert "by-a-reader" not in answer.text


@pytest.mark.parametrize(
    ("method", "path"), [("OPTIONS", "*"), ("OPTIONS", "/"), ("GET", ""), ("TRACE", "/en/")]
)
def test_no_request_line_is_a_fault_of_ours(client: TestClient, method: str, path: str) -> None:
    """As a server hands it over: `OPTIONS *` asks about the server itself (RFC 9110, 9.3.7)."""
    messages: list[Message] = []
    hand_over(client, path, messages.append, method=method)
    assert [one["status"] < 500 for one in messages if "status" in one] == [True]
