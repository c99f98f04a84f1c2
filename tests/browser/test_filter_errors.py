"""When the answer to a tick is an error, or none comes, the old list stays and the page says so."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Guard
from tests.browser.quote_list import POMPEO, TRUMP, WITHDRAWAL, expect_address, read_state

ERROR_PAGE = "<!doctype html><title>Error</title><h1>Wrong</h1><p id='results'>Wrong</p>"


def fail_next(page: Page, guard: Guard, trouble: str) -> None:
    """Let the next request of a script end in a trouble: a status, or `aborted`."""

    def fail(route: Route) -> None:
        if route.request.resource_type != "fetch":
            route.continue_()
        elif trouble == "aborted":
            route.abort()
        else:
            route.fulfill(status=int(trouble), content_type="text/html", body=ERROR_PAGE)

    for part in (f"status of {trouble}", "net::ERR_FAILED", "htmx:error: Failed to fetch"):
        guard.expect(part)
    page.route("**/quotes?*", fail)


@pytest.mark.parametrize("trouble", ["500", "404", "aborted"])
def test_an_error_leaves_the_old_list_and_says_so(page: Page, guard: Guard, trouble: str) -> None:
    page.goto("/en/quotes?speaker=donald-trump")
    before = read_state(page)
    expect(page.locator("#problem")).to_be_hidden()
    fail_next(page, guard, trouble)
    page.locator(POMPEO).click()
    expect(page.locator("#problem")).to_be_visible()
    expect(page.locator("#problem")).to_have_attribute("role", "alert")
    after = read_state(page)
    assert after | {"ticks": before["ticks"]} == before


@pytest.mark.parametrize("trouble", ["500", "404", "aborted"])
def test_the_next_success_takes_the_message_away(page: Page, guard: Guard, trouble: str) -> None:
    page.goto("/en/quotes")
    fail_next(page, guard, trouble)
    page.locator(TRUMP).click()
    expect(page.locator("#problem")).to_be_visible()
    page.unroute_all()
    page.locator(POMPEO).click()
    expect_address(page, "/en/quotes?speaker=donald-trump&speaker=mike-pompeo")
    expect(page.locator("#problem")).to_be_hidden()


def test_an_error_after_back_is_told_too(page: Page, guard: Guard) -> None:
    page.goto("/en/quotes")
    page.locator(TRUMP).click()
    expect_address(page, "/en/quotes?speaker=donald-trump")
    page.go_back()
    expect_address(page, "/en/quotes")
    fail_next(page, guard, "500")
    page.locator(WITHDRAWAL).click()
    expect(page.locator("#problem")).to_be_visible()
    page.unroute_all()
    page.locator(POMPEO).click()
    expect(page.locator("#problem")).to_be_hidden()


def test_an_error_on_back_is_told(page: Page, guard: Guard) -> None:
    page.goto("/en/quotes?kind=full")
    page.locator(TRUMP).click()
    expect_address(page, "/en/quotes?kind=full&speaker=donald-trump")
    fail_next(page, guard, "500")
    page.evaluate("history.back()")
    expect(page.locator("#problem")).to_be_visible()
    expect(page.locator("#results blockquote")).not_to_have_count(0)
