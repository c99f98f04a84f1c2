"""From the article to a quote, its speaker, an event and back to the passage; links to share."""

import re

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from tests.browser.addresses import ARTICLE, EVENT, QUOTE
from tests.browser.conftest import NewContext
from tests.reading import attribute

SLUG = QUOTE.rsplit("/", 1)[1]
FAR_DOWN = "us-official-persistent-problem"
SMALL = {"width": 390, "height": 500}  # too low for the article: a passage must be scrolled to


@pytest.fixture
def small(new_context: NewContext) -> Page:
    """A page in which no passage of the article is in view by chance."""
    return new_context(viewport=SMALL).new_page()


def expect_path(page: Page, path: str) -> None:
    """Wait for an address, whatever its query and anchor."""
    page.wait_for_url(lambda url: url.split("?")[0].split("#")[0].endswith(path))


def copy_link(page: Page) -> str:
    """Press the copy button; what is on the clipboard then."""
    page.locator("[data-copy]").click()
    expect(page.get_by_role("status")).not_to_have_text("")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_way_from_the_article_to_an_event_and_back(small: Page, language: str) -> None:
    page = small
    page.goto(f"/{language}{ARTICLE}")
    page.locator(f"mark#{SLUG} a").click()
    expect_path(page, f"/{language}{QUOTE}")
    page.locator(".attribution .speaker a").click()
    expect_path(page, f"/{language}/actors/mike-pompeo")
    page.locator(f".event-line a[href$='{EVENT}']").click()
    expect_path(page, f"/{language}{EVENT}")
    evidence = page.locator(".evidence a").last
    anchor = (evidence.get_attribute("href") or "").partition("#")[2].partition(":~:")[0]
    evidence.click()
    expect_path(page, f"/{language}{ARTICLE}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_a_quote_leads_to_its_passage_in_the_article(small: Page) -> None:
    small.goto(f"/en/quotes/{FAR_DOWN}")
    passage = small.locator("#passage")
    assert f"#{FAR_DOWN}:~:text=" in (passage.get_attribute("href") or "")
    passage.click()
    expect_path(small, ARTICLE)
    expect(small.locator(f"#{FAR_DOWN}")).to_be_in_viewport(ratio=1)
    assert small.evaluate("location.hash") == f"#{FAR_DOWN}"


def test_the_text_alone_finds_the_passage_of_every_quote(small: Page) -> None:
    """A text directive that matches nothing goes unseen beside an anchor that does."""
    small.goto("/en/quotes")
    quotes = [link.get_attribute("href") for link in small.locator("#results blockquote a").all()]
    pages = [LexborHTMLParser(small.request.get(quote or "").text()) for quote in quotes]
    passages = [attribute(page, "#passage", "href") for page in pages]
    assert len(passages) == 19
    for number, passage in enumerate(passages):
        address, slug, directive = re.fullmatch(r"(.*)#(.*?)(:~:.*)", passage).groups()  # type: ignore[union-attr]
        # An address of its own each, of the same page: else nothing is loaded, nor looked for.
        small.goto(f"{address}?number={number}#{directive}")
        expect(small.locator(f"mark#{slug}"), directive).to_be_in_viewport()


def test_a_quote_in_a_list_leads_to_its_passage(small: Page) -> None:
    small.goto("/en/quotes?speaker=mike-pompeo")
    small.locator(f"#results a[href$='{ARTICLE}#{SLUG}']").click()
    expect(small.locator(f"#{SLUG}")).to_be_in_viewport(ratio=1)


def test_the_link_is_copied_and_the_page_says_so(new_context: NewContext, site: str) -> None:
    page = new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(f"/en{EVENT}")
    expect(page.get_by_role("status")).to_have_text("")
    assert copy_link(page) == f"{site}{EVENT}"
    expect(page.get_by_role("status")).to_have_text(
        page.locator("[data-copy]").get_attribute("data-done") or "-"
    )


@pytest.mark.parametrize(("locale", "language"), [("fr-FR", "fr"), ("en-GB", "en"), ("de", "en")])
def test_a_pasted_link_leads_to_the_page_in_the_readers_language(
    new_context: NewContext, locale: str, language: str
) -> None:
    page = new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(f"/en{EVENT}")
    address = copy_link(page)
    friend = new_context(locale=locale).new_page()
    answer = friend.goto(address)
    assert answer is not None
    assert answer.status == 200
    expect_path(friend, f"/{language}{EVENT}")
    expect(friend.locator("html")).to_have_attribute("lang", language)


def test_a_link_that_cannot_be_copied_is_selected(page: Page) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    page.goto(f"/en{EVENT}")
    page.locator("[data-copy]").click()
    expect(page.get_by_role("status")).not_to_have_text("")
    selected = page.evaluate("getSelection().toString()")
    assert selected == page.locator("#permalink").inner_text()


def test_the_share_button_hands_over_the_permalink(page: Page, site: str) -> None:
    page.add_init_script(
        "navigator.share = (data) => { window.shared = data; return Promise.resolve(); }"
    )
    page.goto(f"/en{EVENT}")
    page.locator("[data-share]").click()
    assert page.evaluate("window.shared.url") == f"{site}{EVENT}"
    assert page.evaluate("window.shared.title")


def test_a_browser_without_a_share_sheet_has_no_share_button(page: Page) -> None:
    page.add_init_script("delete Navigator.prototype.share")
    page.goto(f"/en{EVENT}")
    expect(page.locator("[data-copy]")).to_be_visible()
    expect(page.locator("[data-share]")).to_be_hidden()
