"""The copy of the site, opened from files as from a stick."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Guard, NewContext


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_reader_walks_through_it(
    new_context: NewContext, guard: Guard, copy: Path, scripts: bool
) -> None:
    guard.expect("request to another host: file://")
    page = new_context(java_script_enabled=scripts).new_page()
    page.goto((copy / "index.html").as_uri())
    page.get_by_role("link", name="US–Iraq relations").click()
    page.get_by_role("link", name="Mike Pompeo, Armed groups:").click()
    expect(page.locator("#count")).to_have_text("3 quotes")
    page.locator("blockquote a").first.click()
    expect(page.locator(".identical").first).to_be_visible()
    page.locator("#switch-fr").click()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    page.locator("main").get_by_role("link", name="Mike Pompeo").first.click()
    expect(page.locator("h1")).to_contain_text("Mike Pompeo")
    page.locator(".passages a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.startswith((copy / "fr" / "articles").as_uri())
    assert (
        page.locator("h1").evaluate("h => getComputedStyle(h).fontFamily").find("Newsreader") > -1
    )


def test_its_type_and_its_switches_are_there(
    new_context: NewContext, guard: Guard, copy: Path
) -> None:
    guard.expect("request to another host: file://")
    page = new_context().new_page()
    page.goto((copy / "en" / "articles" / "2020-08-trump-al-kazimi.html").as_uri())
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate(
        "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    )
    assert {name.strip('"') for name in loaded} >= {"Newsreader", "Public Sans"}
    page.locator("#theme-switch").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
