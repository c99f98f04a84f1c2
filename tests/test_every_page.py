"""What holds for every page, in both languages; each test names the pages where it does not."""

import re
from collections import Counter
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from tests.conftest import ROOT
from tests.reading import (
    LANGUAGES,
    attribute,
    attributes,
    links,
    open_page,
    path_of,
    text,
    texts,
)

SITE = "http://127.0.0.1:8000"
LISTS = [
    "/",
    "/about",
    "/articles",
    "/quotes",
    "/actors",
    "/events",
    "/topics",
    "/corrections",
    "/about/api",
]
QUERIES = [
    "/actors?quoted=yes",
    "/quotes?speaker=donald-trump",
    "/quotes?kind=full&speaker=donald-trump&speaker=none",
    "/quotes?article=2020-08-trump-al-kazimi",
    "/quotes?topic=no-such-topic",
    "/quotes?speaker=iran&topic=iran",
]
RECORDS = [f"/{line}" for line in (ROOT / "seeds" / "permalinks.txt").read_text().split()]

# Where a page of the cast tells of what was withdrawn.
WITHDRAWN = ["/en/quotes/verne-misheard"]

Pages = dict[str, LexborHTMLParser]


@pytest.fixture(scope="module")
def pages(client: TestClient) -> Pages:
    """Every page of the real article, by its address."""
    addresses = [f"/{lang}{path}" for lang in LANGUAGES for path in LISTS + QUERIES + RECORDS]
    return {address: open_page(client, address) for address in addresses}


def language_of(address: str) -> str:
    return address[1:3]


def other(address: str) -> str:
    """The address in the other language."""
    return ("/fr" if language_of(address) == "en" else "/en") + address[3:]


def test_every_page_says_its_language(pages: Pages) -> None:
    said = {address: attribute(page, "html", "lang") for address, page in pages.items()}
    assert said == {address: language_of(address) for address in pages}


def test_every_answer_says_its_language(client: TestClient) -> None:
    for language in LANGUAGES:
        response = client.get(f"/{language}/about")
        assert response.headers["Content-Language"] == language


def test_every_page_has_a_title_of_its_own(pages: Pages) -> None:
    titles = Counter((language_of(address), text(page, "title")) for address, page in pages.items())
    assert [title for title, count in titles.items() if count > 1] == []
    assert all(len(title) > 10 for _, title in titles)


def test_every_page_has_one_heading_of_its_own(pages: Pages) -> None:
    headings = {address: texts(page, "h1") for address, page in pages.items()}
    assert [a for a, found in headings.items() if len(found) != 1 or not found[0]] == []


def test_every_page_describes_itself(pages: Pages) -> None:
    found = {a: attribute(page, "meta[name=description]", "content") for a, page in pages.items()}
    assert [a for a, words in found.items() if not 10 < len(words) < 400] == []


def test_every_page_unfolds_where_it_is_pasted(pages: Pages) -> None:
    """Open Graph: https://ogp.me/"""
    for address, page in pages.items():
        graph = {
            key.removeprefix("og:"): attribute(page, f"meta[property='{key}']", "content")
            for key in attributes(page, "meta[property]", "property")
        }
        assert graph["url"] == attribute(page, "link[rel=canonical]", "href"), address
        assert graph["description"] == attribute(page, "meta[name=description]", "content")
        assert text(page, "title").startswith(graph["title"])
        assert graph["locale"].startswith(language_of(address))
        assert graph["type"] in ("website", "article", "profile")


def test_every_page_names_its_canonical_address(pages: Pages) -> None:
    found = {a: attribute(page, "link[rel=canonical]", "href") for a, page in pages.items()}
    assert found == {address: SITE + address for address in pages}


def test_every_page_names_its_other_language(pages: Pages) -> None:
    for address, page in pages.items():
        alternates = {
            link.attributes["hreflang"]: link.attributes["href"]
            for link in page.css("link[rel=alternate][hreflang]")
        }
        english = address if language_of(address) == "en" else other(address)
        french = other(english)
        assert alternates == {
            "en": SITE + english,
            "fr": SITE + french,
            "x-default": SITE + english,
        }, address


def test_the_language_switch_keeps_page_and_query(pages: Pages) -> None:
    found = {a: links(page, "#language-switch a") for a, page in pages.items()}
    assert found == {address: [other(address)] for address in pages}


def test_no_page_has_an_id_twice(pages: Pages) -> None:
    for address, page in pages.items():
        ids = Counter(attributes(page, "[id]", "id"))
        assert [name for name, count in ids.items() if count > 1] == [], address


def test_every_id_is_one_that_html_allows(pages: Pages) -> None:
    for address, page in pages.items():
        assert [i for i in attributes(page, "[id]", "id") if not re.fullmatch(r"\S+", i)] == [], (
            address
        )


def test_no_link_is_empty(pages: Pages) -> None:
    for address, page in pages.items():
        empty = [link for link in page.css("a") if not link.text().strip()]
        nowhere = [a for a in page.css("a") if a.attributes.get("href") in (None, "#")]
        assert (empty, nowhere) == ([], []), address


def test_what_labels_and_describes_is_there(pages: Pages) -> None:
    for address, page in pages.items():
        ids = set(attributes(page, "[id]", "id"))
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
            wanted = {i for names in attributes(page, f"[{name}]", name) for i in names.split()}
            assert wanted <= ids, (address, name)


def test_every_box_has_a_label(pages: Pages) -> None:
    for address, page in pages.items():
        labelled = set(attributes(page, "label", "for"))
        boxes = set(attributes(page, "input:not([type=hidden])", "id"))
        assert boxes <= labelled, address


def test_headings_go_down_one_step_at_a_time(pages: Pages) -> None:
    for address, page in pages.items():
        levels = [int((found.tag or "h9")[1]) for found in page.css("h1, h2, h3, h4, h5, h6")]
        steps = [b - a for a, b in zip([0, *levels], levels, strict=False)]
        assert max(steps) == 1, (address, levels)


def test_styles_and_scripts_stand_in_files(pages: Pages) -> None:
    for address, page in pages.items():
        assert page.css("[style], style") == [], address
        assert [
            script
            for script in page.css("script")
            if script.text().strip() and script.attributes.get("type") != "application/ld+json"
        ] == [], address
        html = page.html or ""
        assert re.findall(r"<[^>]+\son\w+=", html) == [], address
        assert "javascript:" not in html, address


def test_nothing_is_asked_of_another_host(pages: Pages) -> None:
    for address, page in pages.items():
        for name in ("src", "srcset", "action", "poster", "data-hx-get", "formaction"):
            assert all(part.startswith("/") for part in attributes(page, f"[{name}]", name)), (
                address
            )
        for css in ("link[rel=stylesheet]", "link[rel=icon]"):
            assert all(part.startswith("/static/") for part in links(page, css)), address


def test_only_wikidata_is_linked_to_elsewhere(pages: Pages) -> None:
    for address, page in pages.items():
        outside = {urlsplit(link).netloc for link in links(page, "a, link")} - {""}
        assert outside <= {"127.0.0.1:8000", "www.wikidata.org"}, address
        assert "www.wikidata.org" not in {urlsplit(link).netloc for link in links(page, "link")}


def test_every_static_file_of_a_page_is_there(client: TestClient, pages: Pages) -> None:
    page = pages["/en/quotes"]
    files = {
        *links(page, "link[rel=stylesheet], link[rel=icon]"),
        *attributes(page, "script", "src"),
    }
    assert len(files) >= 4
    assert {client.get(file).status_code for file in files} == {200}


def test_source_text_says_its_language(pages: Pages) -> None:
    for address, page in pages.items():
        quotes = page.css("blockquote")
        assert {quote.attributes.get("lang") for quote in quotes} <= {"fr"}, address
        assert {found.attributes.get("lang") for found in page.css(".words")} <= {"fr"}, address


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_somewhere(client: TestClient, language: str) -> None:
    """From the home page on, through every link and redirect of the site; anchors too."""
    todo, seen, bad = [f"/{language}/"], {f"/{language}/"}, []
    anchors: dict[str, set[str]] = {}
    ids: dict[str, set[str]] = {}
    while todo:
        here = todo.pop()
        response = client.get(here)
        if response.status_code >= 400:
            bad.append((here, response.status_code))
            continue
        found = [response.headers["Location"]] if response.has_redirect_location else []
        if response.headers.get("Content-Type", "").startswith("text/html"):
            page = LexborHTMLParser(response.text)
            ids[here] = set(attributes(page, "[id]", "id"))
            found += links(page, "a") + [path_of(link) for link in links(page, "link")]
            found += [path_of(link) for link in attributes(page, "[data-copy]", "data-copy")]
        for link in found:
            parts = urlsplit(link)
            if parts.netloc or parts.scheme:
                continue
            target = path_of(link) or here
            if anchor := unquote(parts.fragment).partition(":~:")[0]:
                anchors.setdefault(target, set()).add(anchor)
            if target not in seen and not target.startswith("/fr/" if language == "en" else "/en/"):
                seen.add(target)
                todo.append(target)
    assert bad == []
    assert len(seen) > len(RECORDS) * 2
    missing = {page: names - ids[page] for page, names in anchors.items() if page in ids}
    assert {page: names for page, names in missing.items() if names} == {}


def test_every_link_of_the_cast_leads_somewhere(cast_client: TestClient) -> None:
    """One of each crowd stands for all: what ends in -02, -03 … is left out."""
    todo, seen = ["/en/"], {"/en/"}
    while todo:
        here = todo.pop()
        response = cast_client.get(here)
        assert response.status_code == (410 if here in WITHDRAWN else 200), here
        for link in links(LexborHTMLParser(response.text), "a"):
            target = path_of(link)
            one_of_many = re.search(r"-(?!01\b)\d\d$", target)
            if target.startswith("/en/") and target not in seen and not one_of_many:
                seen.add(target)
                todo.append(target)
    assert {"/en/corrections?page=2", *WITHDRAWN} <= seen
    assert {"/en/actors?page=2", "/en/events?page=2", "/en/topics?page=2"} <= seen


def test_no_get_sets_a_cookie(client: TestClient) -> None:
    addresses = [*LISTS, *RECORDS, "/en/", "/fr/quotes?speaker=none", "/en/nothing", "/nothing"]
    assert [a for a in addresses if "Set-Cookie" in client.get(a).headers] == []


@pytest.mark.parametrize("path", ["/", "/quotes", "/events/daily-attacks"])
def test_a_cookie_changes_no_page(client: TestClient, path: str) -> None:
    plain = client.get(f"/en{path}")
    chosen = client.get(f"/en{path}", headers={"Cookie": "language=fr", "Accept-Language": "fr"})
    assert chosen.text == plain.text
    assert "Cookie" not in plain.headers.get("Vary", "")


def test_head_answers_as_get_without_a_body(client: TestClient) -> None:
    for address in ("/en/", "/fr/quotes", "/en/quotes?page=9", "/nothing", "/quotes", "/health"):
        got, head = client.get(address), client.head(address)
        assert (head.status_code, head.content) == (got.status_code, b""), address
        assert head.headers == got.headers, address


def test_a_page_is_compressed_for_who_accepts_it(client: TestClient) -> None:
    packed = client.get("/en/quotes", headers={"Accept-Encoding": "gzip"})
    plain = client.get("/en/quotes", headers={"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert packed.text == plain.text
    assert "Accept-Encoding" in plain.headers["Vary"]
