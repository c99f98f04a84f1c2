"""The files that machines look for: site map, robots.txt, security.txt, web manifest."""

import datetime as dt
import urllib.robotparser
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from starlette.testclient import TestClient

from app.formats import sitemap
from tests.conftest import ROOT
from tests.editing import FACTS, edit, load
from tests.reading import LANGUAGES, links, noted_statements, open_page, path_of

SITE = "http://127.0.0.1:8000"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def read_map(client: TestClient) -> Any:
    response = client.get("/sitemap.xml")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/xml; charset=utf-8"
    found = etree.fromstring(response.content)
    assert found.tag == f"{MAP}urlset"
    return found


def addresses(found: Any) -> list[str]:
    return [url.findtext(f"{MAP}loc") for url in found]


def test_a_site_map_names_every_record_in_both_languages(client: TestClient) -> None:
    found = addresses(read_map(client))
    records = (ROOT / "seeds" / "permalinks.txt").read_text().split()
    assert {f"{SITE}/{lang}/{path}" for lang in LANGUAGES for path in records} <= set(found)
    assert len(found) == len(set(found))


def test_every_address_is_the_canonical_one_of_a_page_and_names_its_languages(
    client: TestClient,
) -> None:
    """As https://developers.google.com/search/docs/specialty/international wants it."""
    for url in read_map(client):
        address = url.findtext(f"{MAP}loc")
        page = open_page(client, path_of(address))
        assert links(page, "link[rel=canonical]") == [address]
        assert page.css("meta[name=robots]") == []
        assert {link.get("hreflang"): link.get("href") for link in url.findall(LINK)} == {
            link.attributes["hreflang"]: link.attributes["href"]
            for link in page.css("link[rel=alternate][hreflang]")
        }


def test_the_live_records_of_the_cast_are_in_it(cast_client: TestClient) -> None:
    found = addresses(read_map(cast_client))
    assert f"{SITE}/fr/events/pact-signed" in found
    gone = ("treaty-signed", "rumour", "2020-12-taken-back", "gone-quote")
    assert [address for address in found if address.rsplit("/", 1)[1] in gone] == []


def test_a_page_says_when_its_file_changed(
    seeds: Path, database: Path, open_site: Callable[..., TestClient]
) -> None:
    edit(seeds, FACTS, "added = 2026-11-22", "added = 2026-11-22\nchanged = 2027-02-03")
    load(database, seeds)
    days = {
        url.findtext(f"{MAP}loc").removeprefix(f"{SITE}/en"): url.findtext(f"{MAP}lastmod")
        for url in read_map(open_site(database))
    }
    assert days["/quotes/washington-reduce"] == "2027-02-03"
    assert days["/articles/2020-08-trump-al-kazimi"] == "2027-02-03"
    assert days["/events/daily-attacks"] == "2026-11-22"
    assert days["/actors/iran"] is None
    assert days["/quotes"] is None


def test_a_site_map_is_no_longer_than_one_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST", 7)

    def pages() -> Iterator[tuple[str, None]]:
        for number in range(100):
            yield f"/quotes/{number}", None

    found = etree.fromstring("".join(sitemap.write_sitemap(pages(), SITE)).encode())
    assert len(found) == 6


def test_a_site_map_asks_one_statement(cast_client: TestClient) -> None:
    with noted_statements(cast_client) as statements:
        cast_client.get("/sitemap.xml")
    assert len(statements) == 1


def test_robots_may_read_everything_and_find_the_site_map(client: TestClient) -> None:
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    rules = urllib.robotparser.RobotFileParser()
    rules.parse(response.text.splitlines())
    assert rules.can_fetch("anyone", f"{SITE}/en/quotes?speaker=none")
    assert rules.site_maps() == [f"{SITE}/sitemap.xml"]


def test_addresses_are_those_of_the_public_site(
    real_database: Path, open_site: Callable[..., TestClient]
) -> None:
    client = open_site(real_database, public_url="https://quotes.example/")
    assert "https://quotes.example/sitemap.xml" in client.get("/robots.txt").text
    for path in ("sitemap.xml", "en/quotes.json", "en/quotes.atom", "en/events.ics"):
        content = client.get(f"/{path}").text
        assert "https://quotes.example/" in content
        assert "127.0.0.1" not in content


def test_without_a_contact_there_is_no_security_file(client: TestClient) -> None:
    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize("contact", ["mailto:desk@quotes.example", "https://quotes.example/tell"])
def test_a_security_file_says_whom_to_tell(
    real_database: Path, open_site: Callable[..., TestClient], contact: str
) -> None:
    client = open_site(real_database, contact=contact, public_url="https://quotes.example")
    response = client.get("/.well-known/security.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in response.text.splitlines())
    expires = dt.datetime.fromisoformat(fields.pop("Expires"))
    left = expires - dt.datetime.now(dt.UTC)
    assert dt.timedelta(days=30) < left < dt.timedelta(days=365)
    assert fields == {
        "Contact": contact,
        "Preferred-Languages": "en, fr",
        "Canonical": "https://quotes.example/.well-known/security.txt",
    }


@pytest.mark.parametrize(
    ("language", "name"), [("en", "US–Iraq relations"), ("fr", "Relations États-Unis – Irak")]
)
def test_a_manifest_says_what_goes_on_a_home_screen(
    client: TestClient, language: str, name: str
) -> None:
    page = open_page(client, f"/{language}/quotes")
    (address,) = links(page, "link[rel=manifest]")
    response = client.get(address)
    assert response.headers["Content-Type"] == "application/manifest+json"
    manifest = response.json()
    assert (manifest["name"], manifest["lang"]) == (name, language)
    assert client.get(manifest["start_url"]).status_code == 200
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        found = client.get(icon["src"])
        assert found.headers["Content-Type"].startswith(icon["type"])
        assert etree.fromstring(found.content).tag == "{http://www.w3.org/2000/svg}svg"
    colours = {tag.attributes["content"] for tag in page.css("meta[name=theme-color]")}
    assert manifest["theme_color"] in colours


def test_head_answers_as_get_without_a_body(client: TestClient) -> None:
    for path in ("/sitemap.xml", "/robots.txt", "/en/manifest.webmanifest"):
        got, head = client.get(path), client.head(path)
        assert (head.status_code, head.content, head.headers) == (200, b"", got.headers)
