"""JSON-LD by schema.org in each record's page: read by other people's libraries, and compared
with what the page shows."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import extruct  # type: ignore[import-untyped]
import pytest
from pyld import jsonld  # type: ignore[import-untyped]
from starlette.testclient import TestClient

from tests.conftest import ROOT
from tests.editing import ARTICLE, ask, change
from tests.reading import LANGUAGES, attribute, links, open_page, text, texts

Open = Callable[..., TestClient]

SITE = "http://127.0.0.1:8000"
SCHEMA = "http://schema.org/"
RECORDS = (ROOT / "seeds" / "permalinks.txt").read_text().split()
TYPES = {
    "articles": {"NewsArticle"},
    "quotes": {"Quotation"},
    "events": {"Event"},
    "actors": {"Person", "Organization", "GovernmentOrganization"},
    "topics": {"DefinedTerm"},
}
NEVER = {"headline", "author", "publisher", "creator", "datePublished", "reviewRating"}


def load_context(url: str, _options: Any) -> dict[str, Any]:
    """In the place of schema.org's context, all of whose names are of one vocabulary."""
    assert url.rstrip("/") == "https://schema.org"
    document = {"@context": {"@vocab": SCHEMA}}
    return {"contentType": None, "contextUrl": None, "documentUrl": url, "document": document}


def read(client: TestClient, address: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The record and the way to it, as the data block of a page gives them."""
    response = client.get(address)
    assert response.status_code == 200
    (found,) = extruct.extract(response.text, syntaxes=["json-ld"])["json-ld"]
    thing, trail = found["@graph"]
    return thing, trail


@pytest.mark.parametrize("record", RECORDS)
def test_every_record_has_a_block_that_parses(client: TestClient, record: str) -> None:
    for language in LANGUAGES:
        thing, trail = read(client, f"/{language}/{record}")
        page = open_page(client, f"/{language}/{record}")
        assert thing["@id"] == f"{SITE}/{record}"
        assert thing["url"] == f"{SITE}/{language}/{record}"
        assert thing["@type"] in TYPES[record.partition("/")[0]]
        assert NEVER & thing.keys() == set()
        items = trail["itemListElement"]
        assert [item["position"] for item in items] == [1, 2]
        assert items[0]["item"] == f"{SITE}/{language}/{record.partition('/')[0]}"
        assert items[0]["item"].removeprefix(SITE) in links(page, "nav a, .crumbs a")
        assert items[1]["item"] == thing["url"]
        assert text(page, "h1").endswith(items[1]["name"].rstrip("…")) or items[1]["name"].rstrip(
            "…"
        ) in text(page, "h1")
        if crumbs := texts(page, ".crumbs a"):
            assert crumbs == [items[0]["name"]]


def test_it_expands_to_schema_org(client: TestClient) -> None:
    address = "/en/quotes/pompeo-lowest-level-as-fast-as-possible"
    (found,) = extruct.extract(client.get(address).text, syntaxes=["json-ld"])["json-ld"]
    expanded = jsonld.expand(found, {"documentLoader": load_context})
    by_type = {node["@type"][0].removeprefix(SCHEMA): node for node in expanded}
    assert set(by_type) == {"Quotation", "BreadcrumbList"}
    (speaker,) = by_type["Quotation"][f"{SCHEMA}spokenByCharacter"]
    assert speaker["@id"] == f"{SITE}/actors/mike-pompeo"
    assert speaker["@type"] == [f"{SCHEMA}Person"]


def test_a_quotation_says_what_the_page_shows(client: TestClient, real_database: Path) -> None:
    rows = ask(real_database, "SELECT slug, text, kind, wording FROM quote")
    for slug, words, _kind, wording in rows:
        thing, _ = read(client, f"/fr/quotes/{slug}")
        page = open_page(client, f"/fr/quotes/{slug}")
        assert thing["text"] == words == text(page, "h1")
        assert thing["inLanguage"] == attribute(page, "h1", "lang")
        assert thing["isBasedOn"] == thing["isPartOf"]["@id"] == f"{SITE}/articles/{ARTICLE}"
        assert texts(page, ".quote-face .speaker a") == [
            speaker.get("name") or speaker["description"]
            for speaker in [thing.get("spokenByCharacter")]
            if speaker
        ]
        assert [topic["name"] for topic in thing["about"]] == texts(
            page, "#evidence ~ dl .topics a"
        )
        assert ("disambiguatingDescription" in thing) == (wording == "rendering")


def test_an_article_has_no_field_that_is_not_known(client: TestClient) -> None:
    thing, _ = read(client, f"/en/articles/{ARTICLE}")
    page = open_page(client, f"/en/articles/{ARTICLE}")
    assert set(thing) == {
        "@type",
        "@id",
        "url",
        "name",
        "disambiguatingDescription",
        "inLanguage",
        "dateCreated",
        "identifier",
    }
    assert thing["name"] == text(page, "h1")
    assert thing["disambiguatingDescription"] == text(page, ".masthead .ours")
    assert thing["dateCreated"] == attribute(page, ".masthead time", "datetime") == "2020-08"
    assert thing["identifier"]["value"] == text(page, ".source-box .hash")


@pytest.mark.parametrize(
    ("slug", "start", "end"),
    [
        ("soleimani-strike", "2020-01", None),
        ("trump-receives-al-kazimi", "2020-08-20?", None),
        ("strategic-dialogue-continues", "2020-08-17?", "2020-08-23?"),
        ("us-presidential-election-2020", "2020-11-03", None),
        ("daily-attacks", None, None),
        ("anti-american-feeling", None, None),
    ],
)
def test_an_event_is_dated_as_precisely_as_is_known(
    client: TestClient, slug: str, start: str | None, end: str | None
) -> None:
    thing, _ = read(client, f"/en/events/{slug}")
    page = open_page(client, f"/en/events/{slug}")
    assert (thing.get("startDate"), thing.get("endDate")) == (start, end)
    assert thing["description"] == text(page, ".facts .fact, .facts .basis")
    assert thing["name"] == text(page, "h1")


def test_an_open_end_is_no_date(cast_client: TestClient) -> None:
    thing, _ = read(cast_client, "/en/events/border-closed")
    assert thing["startDate"] == "2021-03"
    assert "endDate" not in thing


def test_an_event_names_who_takes_part_and_what_tells_it(cast_client: TestClient) -> None:
    thing, _ = read(cast_client, "/en/events/pact-signed")
    assert [about["@id"].removeprefix(SITE) for about in thing["about"]] == [
        "/actors/ana-verne",
        "/topics/river",
    ]
    assert len(thing["subjectOf"]) == 2
    assert "location" not in thing


def test_an_actor_has_its_other_names(client: TestClient) -> None:
    thing, _ = read(client, "/fr/actors/donald-trump")
    page = open_page(client, "/fr/actors/donald-trump")
    assert thing["name"] == text(page, "h1 bdi")
    assert thing["alternateName"] == texts(page, ".facts dd > bdi")
    assert thing["sameAs"] == attribute(page, "a[href*=wikidata]", "href")
    assert thing["@type"] == "Person"
    state, _ = read(client, "/fr/actors/us-government")
    assert "sameAs" not in state


def test_somebody_unnamed_has_no_name(client: TestClient) -> None:
    thing, _ = read(client, f"/en/actors/{ARTICLE}-senior-us-official")
    assert "name" not in thing
    assert thing["description"]


def test_no_word_ends_the_block(open_site: Open, database: Path) -> None:
    evil = "</script><script>alert(1)</script><!-- & ' \u2028"
    change(database, "UPDATE article SET title_en = ?", evil)
    client = open_site(database)
    html = client.get(f"/en/articles/{ARTICLE}").text
    thing, _ = read(client, f"/en/articles/{ARTICLE}")
    assert thing["name"] == evil
    assert "<script>alert" not in html
    block = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert not set("<>&'") & set(block)
    assert json.loads(block)["@graph"][0]["name"] == evil


def test_pages_that_are_no_record_have_none(client: TestClient) -> None:
    for path in ("/", "/quotes", "/about", "/events"):
        assert "application/ld+json" not in client.get(f"/en{path}").text
