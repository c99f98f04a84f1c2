"""The list of actors, and of speakers."""

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from tests.cast import CROWD
from tests.editing import ARTICLE
from tests.reading import LANGUAGES, count_of, links, number_in, open_page, texts, words

SPEAKERS = [
    "mike-pompeo",
    "donald-trump",
    "moustafa-al-kazimi",
    "us-government",
    f"{ARTICLE}-senior-us-official",
]


def slugs(page: LexborHTMLParser) -> list[str]:
    return [link.rsplit("/", 1)[1] for link in links(page, "main li h2 a")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_lists_all_actors_the_most_quoted_first(client: TestClient, language: str) -> None:
    found = slugs(open_page(client, f"/{language}/actors"))
    assert len(found) == 12
    assert found[:5] == SPEAKERS


@pytest.mark.parametrize("language", LANGUAGES)
def test_quoted_lists_the_speakers_alone(client: TestClient, language: str) -> None:
    assert slugs(open_page(client, f"/{language}/actors?quoted=yes")) == SPEAKERS


def test_each_number_of_quotes_leads_to_so_many(client: TestClient) -> None:
    page = open_page(client, "/en/actors")
    counted = [a for a in page.css("main li a") if "speaker=" in (a.attributes["href"] or "")]
    assert len(counted) == 5
    for link in counted:
        listed = open_page(client, link.attributes["href"] or "")
        assert count_of(listed) == number_in(words(link))


def test_each_number_of_mentions_leads_to_so_many(client: TestClient) -> None:
    page = open_page(client, "/fr/actors")
    counted = [a for a in page.css("main li a") if "#mentions" in (a.attributes["href"] or "")]
    assert len(counted) == 12
    for link in counted:
        actor = open_page(client, link.attributes["href"] or "")
        assert len(actor.css("#mentions ~ ol > li")) == number_in(words(link))


def test_a_name_stands_in_the_language_of_its_article(client: TestClient) -> None:
    page = open_page(client, "/en/actors")
    assert {n.attributes.get("lang") for n in page.css("main li h2 bdi")} == {"fr"}


def test_a_state_has_its_english_name_beside_the_french(client: TestClient) -> None:
    assert "US government" in texts(open_page(client, "/en/actors"), "main li bdi")
    assert "US government" not in texts(open_page(client, "/fr/actors"), "main li bdi")


def test_it_is_paged_and_keeps_the_choice(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/actors?quoted=yes")
    assert len(slugs(page)) == 50
    (address,) = links(page, "a[rel=next]")
    assert address == "/en/actors?page=2&quoted=yes"
    second = open_page(cast_client, address)
    assert len(slugs(second)) == CROWD + 2 - 50
    assert links(second, "a[rel=prev]") == ["/en/actors?quoted=yes"]


def test_the_withdrawn_are_not_listed(cast_client: TestClient) -> None:
    found = [
        slug
        for page in ("", "?page=2")
        for slug in slugs(open_page(cast_client, f"/en/actors{page}"))
    ]
    assert len(found) == len(set(found)) == CROWD + 3
    assert {"carl-dune", "2020-12-taken-back-witness"} & set(found) == set()


def test_an_unknown_choice_is_refused(client: TestClient) -> None:
    assert client.get("/en/actors?quoted=perhaps").status_code == 422
