"""The language switch keeps page and filters, and is remembered for addresses without one."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import EVENT, PAGES
from tests.browser.conftest import Guard, NewContext
from tests.browser.quote_list import POMPEO, TRUMP, expect_address

KINDS = ["home", "article", "filtered quotes", "quote", "speakers", "event", "topic", "missing"]


@pytest.mark.parametrize(("language", "other"), [("en", "fr"), ("fr", "en")])
def test_the_switch_leads_to_the_same_page(
    page: Page, guard: Guard, site: str, language: str, other: str
) -> None:
    guard.expect("status of 404")
    for kind in KINDS:
        path = PAGES[kind]
        page.goto(f"/{language}{path}")
        page.locator("#language-switch a").click()
        # An address that is not there is not there in another language either.
        page.wait_for_url(f"{site}/{other}{'/' if kind == 'missing' else path}")
        expect(page.locator("html")).to_have_attribute("lang", other)


def test_the_switch_follows_the_filters(page: Page) -> None:
    page.goto("/en/quotes")
    page.locator(TRUMP).click()
    expect_address(page, "/en/quotes?speaker=donald-trump")
    page.locator(POMPEO).click()
    expect_address(page, "/en/quotes?speaker=donald-trump&speaker=mike-pompeo")
    page.locator("#switch-fr").click()
    state = expect_address(page, "/fr/quotes?speaker=donald-trump&speaker=mike-pompeo")
    assert len(state["quotes"]) == 11


@pytest.mark.parametrize(("locale", "other"), [("en-GB", "fr"), ("fr-FR", "en")])
def test_the_switch_is_remembered_for_addresses_without_a_language(
    new_context: NewContext, locale: str, other: str
) -> None:
    page = new_context(locale=locale).new_page()
    page.goto("/")
    assert page.url.endswith(f"/{locale[:2]}/")
    page.locator(f"#switch-{other}").click()
    expect(page.locator("html")).to_have_attribute("lang", other)
    page.goto("/")
    assert page.url.endswith(f"/{other}/")
    page.goto(EVENT)
    assert page.url.endswith(f"/{other}{EVENT}")


def test_the_switch_is_remembered_after_filtering_and_back(page: Page) -> None:
    """The list is swapped, the whole page too on Back: the switch still does both."""
    page.goto("/en/quotes")
    page.locator(TRUMP).click()
    expect_address(page, "/en/quotes?speaker=donald-trump")
    page.go_back()
    expect_address(page, "/en/quotes")
    page.locator("#switch-fr").click()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    assert [cookie.get("value") for cookie in page.context.cookies()] == ["fr"]


def test_no_cookie_is_there_before_the_switch_is_used(page: Page, guard: Guard) -> None:
    guard.expect("status of 404")
    page.goto("/")
    for path in PAGES.values():
        page.goto(f"/fr{path}")
    assert page.context.cookies() == []
    page.locator("#language-switch a").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    (cookie,) = page.context.cookies()
    assert cookie.get("name") == "language"
    assert cookie.get("value") == "en"
    assert cookie.get("sameSite") == "Lax"


def test_over_tls_the_cookie_is_of_this_host_alone(page: Page, guard: Guard, site: str) -> None:
    """The browser asks for an address of https, and is answered by the site that is there."""
    public = "https://dashboard.example"
    guard.expect(public)
    page.context.route(
        f"{public}/**",
        lambda route: route.fulfill(
            response=route.fetch(url=route.request.url.replace(public, site))
        ),
    )
    page.goto(f"{public}/fr/")
    page.locator("#switch-en").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    (cookie,) = page.context.cookies()
    assert (cookie.get("name"), cookie.get("value")) == ("__Host-language", "en")
    assert (cookie.get("secure"), cookie.get("domain")) == (True, "dashboard.example")
    page.context.unroute_all(behavior="ignoreErrors")  # a font may be on its way yet


def test_an_address_with_a_language_wins_over_the_remembered_one(page: Page) -> None:
    page.goto("/en/")
    page.locator("#switch-fr").click()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    page.goto(f"/en{EVENT}")
    expect(page.locator("html")).to_have_attribute("lang", "en")
