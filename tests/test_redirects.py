"""Permalinks: addresses without a language, old slugs, withdrawn records, unknown ones."""

import pytest
from starlette.testclient import TestClient

from tests.reading import LANGUAGES, links, parse, text

OLD = [
    ("actors", "anna-verne", "ana-verne"),
    ("topics", "stream", "river"),
    ("events", "treaty-signed", "pact-signed"),
    ("quotes", "marsh-old-start", "marsh-new-start"),
    ("articles", "2021-05-old-river", "2021-05-river-pact"),
]
WITHDRAWN = [
    ("actors", "carl-dune", "carl-dune"),
    ("topics", "gossip", "gossip"),
    ("events", "rumour", "rumour"),
    ("quotes", "verne-misheard", "verne-misheard"),
    ("articles", "2020-12-taken-back", "2020-12-taken-back"),
    # what went with the article
    ("quotes", "gone-quote", "2020-12-taken-back"),
    ("events", "gone-with-article", "2020-12-taken-back"),
    ("actors", "2020-12-taken-back-witness", "2020-12-taken-back"),
]
NOUNS = ["articles", "quotes", "actors", "events", "topics"]
SHORT = [
    "/",
    "/articles",
    "/quotes",
    "/actors",
    "/events",
    "/topics",
    "/about",
    "/about/api",
    "/corrections",
    "/articles/2021-05-river-pact",
    "/quotes/verne-river",
    "/actors/ana-verne",
    "/events/pact-signed",
    "/topics/river",
]


@pytest.mark.parametrize(("noun", "_old", "new"), OLD)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_live_record_answers(
    cast_client: TestClient, language: str, noun: str, _old: str, new: str
) -> None:
    assert cast_client.get(f"/{language}/{noun}/{new}").status_code == 200


@pytest.mark.parametrize(("noun", "old", "new"), OLD)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_renamed_record_leads_to_its_new_address(
    cast_client: TestClient, language: str, noun: str, old: str, new: str
) -> None:
    response = cast_client.get(f"/{language}/{noun}/{old}?from=letter&x=%C3%A9")
    assert response.status_code == 301
    assert response.headers["Location"] == f"/{language}/{noun}/{new}?from=letter&x=%C3%A9"


@pytest.mark.parametrize(("noun", "slug", "reason"), WITHDRAWN)
def test_a_withdrawn_record_gives_the_reason(
    cast_client: TestClient, noun: str, slug: str, reason: str
) -> None:
    for language, words in (("en", f"Taken back: {reason}"), ("fr", f"Retiré : {reason}")):
        response = cast_client.get(f"/{language}/{noun}/{slug}")
        assert response.status_code == 410
        assert words in text(parse(response), "main")


def test_what_rests_on_other_evidence_outlives_a_withdrawn_article(
    cast_client: TestClient,
) -> None:
    assert cast_client.get("/en/events/kept-by-other").status_code == 200


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("slug", ["nothing-here", "none", "p1", "ANA-VERNE", "%00", "a" * 2000])
def test_an_unknown_record_is_not_found(cast_client: TestClient, noun: str, slug: str) -> None:
    response = cast_client.get(f"/en/{noun}/{slug}")
    assert response.status_code == 404
    assert "/en/quotes" in links(parse(response), "main a")


@pytest.mark.parametrize(("noun", "old", "_new"), OLD)
def test_an_old_slug_is_old_for_its_noun_alone(
    cast_client: TestClient, noun: str, old: str, _new: str
) -> None:
    others = [other for other in NOUNS if other != noun]
    assert {cast_client.get(f"/en/{other}/{old}").status_code for other in others} == {404}


# Without a language


@pytest.mark.parametrize("path", SHORT)
def test_an_address_without_a_language_leads_to_the_reader_s(
    cast_client: TestClient, path: str
) -> None:
    response = cast_client.get(path, headers={"Accept-Language": "fr"})
    assert (response.status_code, response.headers["Location"]) == (302, f"/fr{path}")
    assert response.headers["Vary"] == "Cookie, Accept-Language"
    assert response.headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize(
    ("cookie", "accepted", "language"),
    [
        (None, None, "en"),
        (None, "", "en"),
        (None, "fr", "fr"),
        (None, "FR-ca", "fr"),
        (None, "en,fr", "en"),
        (None, "fr;q=0.9, en;q=0.8", "fr"),
        (None, "en;q=0.2,fr;q=0.7", "fr"),
        (None, "fr;q=0", "en"),
        (None, "en;q=0, fr;q=0.1", "fr"),
        (None, "de, fr;q=0.5", "fr"),
        (None, "de-CH, es;q=0.9", "en"),
        (None, "*", "en"),
        (None, "fr-FR,fr;q=0.9,en-US;q=0.8,en;q=0.7", "fr"),
        (None, "en-GB,en;q=0.9,fr;q=0.8", "en"),
        (None, ";;q=x,,fr;q=2,=", "en"),
        (None, "x" * 5000, "en"),
        ("fr", None, "fr"),
        ("fr", "en", "fr"),
        ("en", "fr", "en"),
        ("de", "fr", "fr"),
        ("", "fr", "fr"),
    ],
)
def test_the_cookie_counts_before_what_the_browser_accepts(
    client: TestClient, cookie: str | None, accepted: str | None, language: str
) -> None:
    headers = {} if accepted is None else {"Accept-Language": accepted}
    if cookie is not None:
        headers["Cookie"] = f"language={cookie}"
    assert client.get("/quotes", headers=headers).headers["Location"] == f"/{language}/quotes"


def test_the_cookie_of_this_host_alone_counts_first(client: TestClient) -> None:
    headers = {"Cookie": "language=en; __Host-language=fr"}
    assert client.get("/quotes", headers=headers).headers["Location"] == "/fr/quotes"


def test_the_query_goes_with_it(client: TestClient) -> None:
    response = client.get("/quotes?speaker=none&topic=iran&x=%C3%A9")
    assert response.headers["Location"] == "/en/quotes?speaker=none&topic=iran&x=%C3%A9"


@pytest.mark.parametrize(("noun", "old", "new"), OLD)
def test_an_old_slug_is_resolved_in_the_same_hop(
    cast_client: TestClient, noun: str, old: str, new: str
) -> None:
    response = cast_client.get(f"/{noun}/{old}?x=1", headers={"Accept-Language": "fr"})
    assert (response.status_code, response.headers["Location"]) == (302, f"/fr/{noun}/{new}?x=1")


def test_a_withdrawn_record_without_a_language_leads_to_its_reason(
    cast_client: TestClient,
) -> None:
    response = cast_client.get("/events/rumour", follow_redirects=True)
    assert response.status_code == 410


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/de/",
        "/de/quotes",
        "/EN/quotes",
        "/quote",
        "/speakers",
        "/quotes/",
        "/quotes/a/b",
        "/en/quotes/",
        "/en/quotes/a/b",
        "/fra/quotes",
        "/en/fr/quotes",
        "/index.html",
        "/docs",
        "/openapi.json",
    ],
)
def test_any_other_address_is_not_found_at_once(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_alone_leads_to_its_home(client: TestClient, language: str) -> None:
    response = client.get(f"/{language}")
    assert (response.status_code, response.headers["Location"]) == (301, f"/{language}/")


@pytest.mark.parametrize("path", ["//evil.example/", "//evil.example/quotes", "/\\evil.example"])
def test_no_redirect_leads_to_another_host(client: TestClient, path: str) -> None:
    response = client.get(f"http://127.0.0.1:8000{path}")
    assert not response.headers.get("Location", "/en/").startswith(("//", "/\\", "http"))


def test_no_redirect_sets_a_cookie(cast_client: TestClient) -> None:
    for path in (*SHORT, "/en/actors/anna-verne", "/en"):
        assert "Set-Cookie" not in cast_client.get(path).headers
