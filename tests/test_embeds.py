"""Cards for other people's pages, oEmbed, and who may frame what."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from tests.editing import ARTICLE, change
from tests.reading import (
    LANGUAGES,
    attribute,
    attributes,
    links,
    node,
    open_page,
    parse,
    path_of,
    text,
    texts,
)

Open = Callable[..., TestClient]

SITE = "http://127.0.0.1:8000"
REPORT = "pompeo-lowest-level-as-fast-as-possible"
EVENT = "trump-receives-al-kazimi"


def ask_oembed(client: TestClient, url: str, more: str = "") -> dict[str, Any]:
    response = client.get(f"/oembed?url={quote(url, safe='')}{more}")
    assert response.status_code == 200, url
    assert response.headers["Content-Type"] == "application/json"
    answer: dict[str, Any] = response.json()
    return answer


def frame_of(html: str) -> dict[str, str | None]:
    return node(LexborHTMLParser(html), "iframe").attributes


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quotes_card_stands_alone(client: TestClient, language: str) -> None:
    card = open_page(client, f"/embed/quotes/{REPORT}?lang={language}")
    page = open_page(client, f"/{language}/quotes/{REPORT}")
    assert attribute(card, "html", "lang") == language
    assert text(card, "blockquote") == text(page, "h1")
    assert attribute(card, "blockquote", "lang") == "fr"
    assert text(card, ".speaker") == text(page, ".speaker")
    assert text(card, ".meta") in text(page, ".quote-face .meta")
    assert {"en": "rendering", "fr": "restitution"}[language] in text(card, ".meta")
    assert texts(card, ".translation") == texts(page, ".quote-face .translation")
    assert card.css("header, nav, footer, script, [style]") == []
    assert attribute(card, "meta[name=robots]", "content") == "noindex"
    assert links(card, "link[rel=canonical]") == [f"{SITE}/{language}/quotes/{REPORT}"]


def test_an_events_card_says_that_its_title_is_ours(client: TestClient) -> None:
    card = open_page(client, f"/embed/events/{EVENT}?lang=en")
    page = open_page(client, f"/en/events/{EVENT}")
    assert text(card, "h1") == text(page, "h1")
    assert text(card, ".ours") == "title ours"
    assert text(card, ".fact").startswith(text(page, ".facts .fact"))
    assert text(card, ".conflict") == text(page, ".conflict")


@pytest.mark.parametrize("record", [f"quotes/{REPORT}", f"events/{EVENT}"])
def test_a_card_says_where_it_is_from_and_leads_back(client: TestClient, record: str) -> None:
    card = open_page(client, f"/embed/{record}?lang=en")
    assert "an article in French, August 2020, SHA-256 3929e74752d3" in text(card, ".provenance")
    assert card.css(".provenance .identical")
    (back,) = card.css("a")
    assert back.attributes["href"] == f"{SITE}/en/{record}"
    assert (back.attributes["target"], back.attributes["rel"]) == ("_blank", "noopener")


@pytest.mark.parametrize("record", [f"quotes/{REPORT}", "events/daily-attacks"])
def test_a_card_does_not_hide_a_mismatch(open_site: Open, database: Path, record: str) -> None:
    change(database, "UPDATE article SET sha256 = ?", "0" * 64)
    assert open_page(open_site(database), f"/embed/{record}").css(".provenance .mismatch")


def test_without_a_language_a_card_has_that_of_the_article(
    client: TestClient, cast_client: TestClient
) -> None:
    french = open_page(client, f"/embed/quotes/{REPORT}", {"Accept-Language": "en"})
    english = open_page(cast_client, "/embed/events/pact-signed")
    assert [attribute(card, "html", "lang") for card in (french, english)] == ["fr", "en"]
    assert client.get(f"/embed/quotes/{REPORT}?lang=de").status_code == 422


def test_a_renamed_record_leads_on_with_its_language(cast_client: TestClient) -> None:
    moved = cast_client.get("/embed/events/treaty-signed?lang=fr")
    assert (moved.status_code, moved.headers["Location"]) == (
        301,
        "/embed/events/pact-signed?lang=fr",
    )


@pytest.mark.parametrize("record", ["quotes/verne-misheard", "events/rumour"])
def test_a_withdrawn_record_says_so_on_a_card(cast_client: TestClient, record: str) -> None:
    response = cast_client.get(f"/embed/{record}?lang=fr")
    assert response.status_code == 410
    card = parse(response)
    assert f"Retiré : {record.partition('/')[2]}" in text(card, "main")
    assert card.css("header, nav") == []


@pytest.mark.parametrize("path", ["quotes/nobody", "actors/mike-pompeo", "quotes/%00", "quotes"])
def test_there_is_no_card_of_anything_else(client: TestClient, path: str) -> None:
    assert client.get(f"/embed/{path}").status_code == 404


# Frames


def test_only_cards_may_be_framed(client: TestClient, cast_client: TestClient) -> None:
    answers = ["/en/", f"/en/quotes/{REPORT}", "/nothing", "/static/site.css", "/health", "/oembed"]
    for address in answers:
        policy = client.get(address).headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in policy, address
    for framed, at in ((client, f"quotes/{REPORT}"), (cast_client, "events/rumour")):
        headers = framed.get(f"/embed/{at}").headers
        assert "frame-ancestors *" in headers["Content-Security-Policy"]
        assert "X-Frame-Options" not in headers


# oEmbed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("record", [f"quotes/{REPORT}", f"events/{EVENT}"])
def test_the_page_leads_to_an_answer_that_holds_its_card(
    client: TestClient, language: str, record: str
) -> None:
    page = open_page(client, f"/{language}/{record}")
    (discovery,) = links(page, "link[type='application/json+oembed']")
    answer = client.get(path_of(discovery)).json()
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    frame = frame_of(answer["html"])
    assert frame["src"] == f"{SITE}/embed/{record}?lang={language}"
    assert (frame["width"], frame["height"]) == (str(answer["width"]), str(answer["height"]))
    assert frame["title"] == answer["title"]
    assert (frame["loading"], "<script" in answer["html"]) == ("lazy", False)
    assert client.get(path_of(frame["src"] or "")).status_code == 200
    assert node(page, "#embed-code").text() == answer["html"]
    assert answer["provider_url"] == f"{SITE}/{language}/"
    assert answer["thumbnail_url"] == attribute(page, "meta[property='og:image']", "content")


def test_it_is_no_larger_than_is_asked_for(client: TestClient) -> None:
    url = f"{SITE}/en/quotes/{REPORT}"
    whole = ask_oembed(client, url)
    narrow = ask_oembed(client, url, "&maxwidth=320&format=json")
    low = ask_oembed(client, url, "&maxheight=100")
    assert whole["width"] == 600
    assert (narrow["width"], low["height"]) == (320, 100)
    assert narrow["height"] > whole["height"]
    assert "thumbnail_url" in whole
    assert not {"thumbnail_url", "thumbnail_width"} & {*narrow, *low}
    assert ask_oembed(client, url, "&maxwidth=5000")["width"] == 600


@pytest.mark.parametrize(
    "url",
    [
        f"{SITE}/quotes/{REPORT}",
        f"{SITE}/fr/quotes/{REPORT}",
        f"{SITE}/fr/quotes/{REPORT}?utm_source=x#cite",
        f"HTTP://127.0.0.1:8000/events/{EVENT}",
    ],
)
def test_an_address_of_a_record_is_known(client: TestClient, url: str) -> None:
    assert frame_of(ask_oembed(client, url)["html"])["src"].endswith("?lang=fr")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "url",
    [
        f"https://127.0.0.1:8000/quotes/{REPORT}",
        f"http://evil.example/quotes/{REPORT}",
        f"http://127.0.0.1:8000@evil.example/quotes/{REPORT}",
        f"http://testserver/quotes/{REPORT}",
        f"/quotes/{REPORT}",
        f"{SITE}/quotes/nobody",
        f"{SITE}/quotes/{REPORT}/x",
        f"{SITE}/quotes/{REPORT}.bib",
        f"{SITE}/de/quotes/{REPORT}",
        f"{SITE}/actors/mike-pompeo",
        f"{SITE}/",
        "http://[::1/quotes",
        "javascript:alert(1)",
        "",
        "é\x00",
    ],
)
def test_any_other_address_is_not_found(client: TestClient, url: str) -> None:
    assert client.get(f"/oembed?url={quote(url, safe='')}").status_code == 404


@pytest.mark.parametrize(
    ("query", "status"),
    [("&format=xml", 501), ("&format=yaml", 501), ("&maxwidth=0", 422), ("&maxwidth=x", 422)],
)
def test_what_is_not_offered_is_said(client: TestClient, query: str, status: int) -> None:
    assert client.get(f"/oembed?url={SITE}/quotes/{REPORT}{query}").status_code == status
    assert client.get("/oembed").status_code == 422


def test_a_site_below_a_path_knows_its_own_addresses(open_site: Open, real_database: Path) -> None:
    client = open_site(real_database, public_url="https://example.org/record")
    answer = ask_oembed(client, f"https://example.org/record/en/quotes/{REPORT}")
    assert (frame_of(answer["html"])["src"] or "").startswith("https://example.org/record/embed/")
    elsewhere = quote(f"https://example.org/elsewhere/en/quotes/{REPORT}", safe="")
    assert client.get(f"/oembed?url={elsewhere}").status_code == 404


def test_oembed_follows_a_rename_and_refuses_what_was_withdrawn(cast_client: TestClient) -> None:
    answer = ask_oembed(cast_client, f"{SITE}/en/quotes/marsh-old-start")
    assert "/embed/quotes/marsh-new-start?" in answer["html"]
    withdrawn = cast_client.get(f"/oembed?url={SITE}/quotes/verne-misheard")
    assert withdrawn.status_code == 410


def test_a_name_breaks_out_of_no_frame(open_site: Open, database: Path) -> None:
    change(database, "UPDATE actor SET name = ? WHERE slug = 'mike-pompeo'", 'A" onload="x" <b>')
    html = ask_oembed(open_site(database), f"{SITE}/en/quotes/{REPORT}")["html"]
    assert (frame_of(html)["title"] or "").startswith('A" onload="x" <b>')
    assert not re.search(r'\sonload="', html)


# Open Graph


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "record", [f"quotes/{REPORT}", f"events/{EVENT}", "actors/iran", f"articles/{ARTICLE}"]
)
def test_a_pasted_link_unfolds_with_a_picture(
    client: TestClient, language: str, record: str
) -> None:
    page = open_page(client, f"/{language}/{record}")
    graph = {
        key: attribute(page, f"meta[property='{key}']", "content")
        for key in attributes(page, "meta[property]", "property")
    }
    cards = {
        key: attribute(page, f"meta[name='{key}']", "content")
        for key in attributes(page, "meta[name^=twitter]", "name")
    }
    assert graph["og:image"] == f"{SITE}/{language}/{record}.png"
    assert (graph["og:image:width"], graph["og:image:height"]) == ("1200", "630")
    assert graph["og:image:type"] == "image/png"
    assert graph["og:image:alt"].startswith(graph["og:title"])
    assert cards["twitter:card"] == "summary_large_image"
    assert cards["twitter:image"] == graph["og:image"]
    assert cards["twitter:image:alt"] == graph["og:image:alt"]
    assert client.head(f"/{language}/{record}.png").status_code == 200


def test_other_pages_have_no_picture(client: TestClient) -> None:
    page = open_page(client, "/en/quotes")
    assert attributes(page, "meta[name='twitter:card']", "content") == ["summary"]
    assert page.css("meta[property='og:image']") == []
