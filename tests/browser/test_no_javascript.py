"""Everything works without JavaScript, at the same addresses."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import ARTICLE, EVENT, QUOTE
from tests.browser.conftest import NewContext
from tests.browser.quote_list import POMPEO, TRUMP, WITHDRAWAL, cold_state, read_state

CHOICES = [
    ("speaker", "donald-trump"),
    ("speaker", "mike-pompeo"),
    ("topic", "troop-withdrawal"),
]
THREE = "/en/quotes?speaker=donald-trump&speaker=mike-pompeo&topic=troop-withdrawal"


@pytest.fixture
def plain(new_context: NewContext) -> Page:
    """A page whose scripts never run."""
    return new_context(java_script_enabled=False).new_page()


def test_no_script_runs_here(plain: Page) -> None:
    plain.goto("/en/quotes")
    expect(plain.locator("html")).not_to_have_class("live-filters")


def test_ticks_apply_with_the_button_and_show_what_they_show_with_scripts(
    plain: Page, page: Page
) -> None:
    plain.goto("/en/quotes")
    for box in (TRUMP, POMPEO, WITHDRAWAL):
        plain.locator(box).check()
    plain.locator("#filters button[type=submit]").click()
    plain.wait_for_url("**/quotes?*")
    assert sorted(parse_qsl(urlsplit(plain.url).query)) == CHOICES
    here, there = read_state(plain), cold_state(page, THREE)
    assert here | {"address": there["address"]} == there
    assert here["count"].startswith("5 ")


def test_the_button_is_there_only_without_scripts(plain: Page, page: Page) -> None:
    for tab in (plain, page):
        tab.goto("/en/quotes")
    expect(plain.locator("#filters button[type=submit]")).to_be_visible()
    expect(page.locator("#filters button[type=submit]")).to_be_hidden()


@pytest.mark.parametrize("number", range(4))
def test_a_chip_is_a_link_to_the_list_without_it(plain: Page, page: Page, number: int) -> None:
    plain.goto(THREE)
    chip = plain.locator(".chip").nth(number)
    href = chip.get_attribute("href") or ""
    chip.click()
    plain.wait_for_url(f"**{href}")
    assert read_state(plain) == cold_state(page, href)


def test_an_empty_list_offers_which_filter_to_drop(plain: Page) -> None:
    plain.goto("/en/quotes?kind=term&speaker=mike-pompeo")
    plain.locator("#without-kind").click()
    plain.wait_for_url("**/en/quotes?speaker=mike-pompeo")
    assert len(read_state(plain)["quotes"]) == 6


def test_a_filter_without_a_box_outlives_the_button(plain: Page) -> None:
    plain.goto("/en/quotes?article=2020-08-trump-al-kazimi")
    plain.locator(TRUMP).check()
    plain.locator("#filters button[type=submit]").click()
    plain.wait_for_url("**speaker=donald-trump*")
    assert len(read_state(plain)["chips"]) == 3


def test_filters_can_be_opened_on_a_phone(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}).new_page()
    page.goto("/en/quotes")
    expect(page.locator(TRUMP)).to_be_hidden()
    page.locator("#filter-count").click()
    expect(page.locator(TRUMP)).to_be_visible()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_way_from_the_article_to_an_event(plain: Page, language: str) -> None:
    plain.goto(f"/{language}{ARTICLE}")
    slug = QUOTE.rsplit("/", 1)[1]
    plain.locator(f"mark#{slug} a").click()
    plain.wait_for_url(f"**/{language}{QUOTE}")
    plain.locator(".attribution .speaker a").click()
    plain.wait_for_url(f"**/{language}/actors/mike-pompeo")
    plain.locator(f".event-line a[href$='{EVENT}']").click()
    plain.wait_for_url(f"**/{language}{EVENT}")
    plain.locator(".evidence a").first.click()
    plain.wait_for_url(f"**/{language}{ARTICLE}#*")


def test_the_language_switch_keeps_page_and_filters(plain: Page) -> None:
    plain.goto(THREE)
    plain.locator("#switch-fr").click()
    plain.wait_for_url(f"**{THREE.replace('/en/', '/fr/')}")
    assert len(read_state(plain)["quotes"]) == 5


def test_buttons_that_need_a_script_are_not_shown(plain: Page) -> None:
    plain.goto(f"/en{EVENT}")
    expect(plain.locator("#permalink")).to_be_visible()
    expect(plain.locator("[data-copy]")).to_be_hidden()
    expect(plain.locator("[data-share]")).to_be_hidden()
