"""Searching as one types: the results follow, the address too, and Back leaves the search."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext
from tests.browser.quote_list import POMPEO, expect_address

HITS = ".found mark.hit"


def test_the_results_and_the_address_follow_what_is_typed(page: Page) -> None:
    page.goto("/en/events")
    page.goto("/en/search")
    page.locator("#q").press_sequentially("solaimani", delay=20)
    expect(page).to_have_url(re.compile(r"/en/search\?q=solaimani$"))
    expect(page.locator("#suggestion strong")).to_have_text("soleimani")
    page.locator("#q").fill("soleimani")
    expect(page).to_have_url(re.compile(r"/en/search\?q=soleimani$"))
    expect(page.locator(HITS).first).to_have_text("Soleïmani")
    expect(page.get_by_role("status")).to_contain_text("result")
    expect(page.locator("#q")).to_be_focused()
    page.go_back()
    expect(page).to_have_url(re.compile(r"/en/events$"))


def test_the_box_in_the_header_needs_no_script(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/fr/topics")
    page.locator("#site-q").fill("l'Irak")
    page.locator("#site-q").press("Enter")
    page.wait_for_url("**/fr/search?q=l%27Irak")
    assert {hit.lower() for hit in page.locator(HITS).all_inner_texts()} >= {"irak"}
    page.locator("#q").fill("milices")
    page.get_by_role("button", name="Chercher").last.click()
    page.wait_for_url("**/fr/search?q=milices")
    expect(page.locator(HITS).first).to_have_text("milices")


def test_words_and_ticks_narrow_the_list_together_and_back_undoes_the_tick(page: Page) -> None:
    page.goto("/en/quotes")
    page.locator("#q").press_sequentially("groupes", delay=20)
    expect_address(page, "/en/quotes?q=groupes")
    expect(page.locator("#count")).to_have_text("3 quotes")
    page.locator(POMPEO).check()
    expect_address(page, "/en/quotes?q=groupes&speaker=mike-pompeo")
    expect(page.locator("#count")).to_have_text("2 quotes")
    page.go_back()
    expect_address(page, "/en/quotes?q=groupes")
    expect(page.locator("#count")).to_have_text("3 quotes")
    expect(page.locator("#q")).to_have_value("groupes")
    expect(page.locator(POMPEO)).not_to_be_checked()


def test_the_words_taken_off_leave_the_box_empty(page: Page) -> None:
    page.goto("/en/quotes?q=groupes&speaker=mike-pompeo")
    page.locator("#chip-q").click()
    expect_address(page, "/en/quotes?speaker=mike-pompeo")
    expect(page.locator("#q")).to_have_value("")
    expect(page.locator("#count")).to_have_text("6 quotes")
    page.locator(POMPEO).uncheck()
    expect_address(page, "/en/quotes")
