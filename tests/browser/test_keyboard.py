"""With Tab, Enter and Space alone: every stop is seen, every way is open, nothing is a trap."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import EVENT, PAGES
from tests.browser.conftest import Guard, NewContext
from tests.browser.quote_list import POMPEO, TRUMP, expect_address, focused

# How the element with the focus shows that it has it, and whether a reader can see it.
STOP = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  // A link over two lines has a box as wide as both: its longer line tells where it is.
  const lines = [...element.getClientRects()].sort((one, other) => other.width - one.width);
  const line = lines[0] ?? box;
  const above = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
  // Marks of one drawing stand at true places, and may lie over each other.
  const whole = element.closest("svg") ?? element;
  return {
    nowhere: element === document.body,
    name: element.outerHTML.slice(0, 120),
    covered: above && !above.contains(element) && !whole.contains(above) && above.outerHTML,
    outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: element.checkVisibility({visibilityProperty: true}) && box.width > 1 && box.height > 1
      && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""

# How many things there are to stop at.
STOPS = """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
  .filter((one) => one.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})
    && !one.disabled && one.type !== "hidden").length"""


def press_tab(page: Page, key: str = "Tab") -> str | None:
    """Go to the next stop, which must be seen; its HTML's beginning, or nothing past the last."""
    page.keyboard.press(key)
    stop = page.evaluate(STOP)
    if stop["nowhere"]:
        return None
    assert stop["outline"], f"no visible focus on {stop['name']}"
    assert stop["seen"], f"focus out of sight on {stop['name']}"
    assert not stop["covered"], f"{stop['name']} is hidden under {stop['covered']}"
    return str(stop["name"])


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element has the focus."""
    while press_tab(page) is not None:
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab never came to {selector}")


def test_the_first_stop_skips_to_the_content(page: Page) -> None:
    page.goto("/en/")
    assert press_tab(page)
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    assert press_tab(page)
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_from_home_to_a_filtered_quote_and_its_speaker(page: Page) -> None:
    page.goto("/en/")
    tab_to(page, "nav a[href='/en/quotes']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/quotes")
    tab_to(page, TRUMP)
    page.keyboard.press("Space")
    expect_address(page, "/en/quotes?speaker=donald-trump")
    assert focused(page) == TRUMP[1:]
    tab_to(page, "#results blockquote a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/quotes/trump-*")
    tab_to(page, ".attribution a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/actors/donald-trump")


def test_reading_goes_on_at_the_results_after_a_chip_is_removed(page: Page) -> None:
    page.goto("/en/quotes?speaker=donald-trump&speaker=mike-pompeo")
    tab_to(page, ".chip")
    page.keyboard.press("Enter")
    expect_address(page, "/en/quotes?speaker=mike-pompeo")
    assert press_tab(page)
    assert page.evaluate("document.activeElement.closest('#results') !== null")


def test_return_in_a_filter_applies_it_without_leaving_the_page(page: Page) -> None:
    page.goto("/en/quotes")
    page.evaluate("window.stillHere = true")
    page.locator(POMPEO).focus()
    page.keyboard.press("Space")
    expect_address(page, "/en/quotes?speaker=mike-pompeo")
    page.keyboard.press("Enter")
    expect_address(page, "/en/quotes?speaker=mike-pompeo")
    assert page.evaluate("window.stillHere")


def test_the_link_is_copied_by_keyboard_and_focus_stays(new_context: NewContext) -> None:
    page = new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(f"/en{EVENT}")
    tab_to(page, "[data-copy]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).not_to_have_text("")
    expect(page.locator("[data-copy]")).to_be_focused()


def test_filters_open_by_keyboard_on_a_phone(new_context: NewContext) -> None:
    page = new_context(viewport={"width": 390, "height": 844}).new_page()
    page.goto("/en/quotes")
    expect(page.locator(TRUMP)).to_be_hidden()
    tab_to(page, "#filter-count")
    page.keyboard.press("Enter")
    expect(page.locator(TRUMP)).to_be_visible()
    tab_to(page, TRUMP)
    page.keyboard.press("Space")
    expect_address(page, "/en/quotes?speaker=donald-trump")
    expect(page.locator(TRUMP)).to_be_visible()
    assert focused(page) == TRUMP[1:]


@pytest.mark.parametrize("kind", ["home", "article", "quotes", "quote", "event", "missing"])
@pytest.mark.parametrize("width", [390, 1440])
def test_tab_comes_to_every_link_once_and_out_again(
    new_context: NewContext, guard: Guard, kind: str, width: int
) -> None:
    guard.expect("status of 404")
    page = new_context(viewport={"width": width, "height": 800}).new_page()
    page.goto(f"/en{PAGES[kind]}")
    stops = page.evaluate(STOPS)
    visited = 0
    while press_tab(page):
        visited += 1
        assert visited <= stops, "Tab goes round in circles"
    assert visited == stops


def test_going_back_by_tab_nothing_is_hidden_under_the_map(page: Page) -> None:
    page.goto(f"/en{PAGES['article']}")
    page.locator(".site-footer a").first.focus()
    visited = 0
    while press_tab(page, "Shift+Tab"):
        visited += 1
    assert visited > 60
