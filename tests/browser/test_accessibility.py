"""axe-core, with its default rules and best practices, finds nothing on any page."""

from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tests.browser.addresses import LANGUAGES, PAGES, THEMES
from tests.browser.conftest import Guard, NewContext
from tools.server import ROOT

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


COLOUR = ["color-contrast", "link-in-text-block"]
# A theme changes colours alone, a width places and sizes: each rule is tried at both widths and in
# both themes, the rules on colour in all four ways together.
WAYS: list[tuple[Literal["light", "dark"], int, list[str]]] = [
    ("light", 1440, []),
    ("dark", 1440, COLOUR),
    ("light", 390, COLOUR),
    ("dark", 390, []),
]


def violations(page: Page, rules: list[str]) -> list[str]:
    """What axe, put into the page before, finds by some rules, or by all of its default ones."""
    only = {"runOnly": {"type": "rule", "values": rules}} if rules else {}
    found: list[dict[str, Any]] = page.evaluate(
        "options => axe.run(options).then((results) => results.violations)",
        {"resultTypes": ["violations"], **only},
    )
    return [
        f"{one['id']}: {one['help']}: {[node['html'][:120] for node in one['nodes']]}"
        for one in found
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_any_page(page: Page, guard: Guard, language: str) -> None:
    guard.expect("status of 404")
    wrong = []
    for kind, path in PAGES.items():
        page.goto(f"/{language}{path}")
        page.evaluate(AXE)
        # Folded away on a phone, the filters would not be looked at.
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        for theme, width, rules in WAYS:
            page.emulate_media(color_scheme=theme)
            page.set_viewport_size({"width": width, "height": 800})
            wrong += [f"{kind}, {theme}, {width}: {one}" for one in violations(page, rules)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_after_a_tick_and_an_error(
    new_context: NewContext, guard: Guard, theme: str
) -> None:
    guard.expect("status of 500")
    page = new_context(color_scheme=theme).new_page()
    page.goto("/en/quotes")
    page.locator("#speaker-donald-trump").click()
    page.locator(".chip").wait_for()
    page.route("**/quotes?*", lambda route: route.fulfill(status=500))
    page.locator("#speaker-mike-pompeo").click()
    page.locator("#problem").wait_for()
    page.evaluate(AXE)
    wrong = violations(page, [])
    assert not wrong, "\n".join(wrong)
