"""Nothing is cut off at any width, letters may be twice as large, targets can be hit."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import LANGUAGES, PAGES, THEMES
from tests.browser.conftest import Guard, NewContext

# How far the page and each thing that no frame around it clips or scrolls, sticks out.
STICKING_OUT = """() => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  const found = [];
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) found.push(`the page is ${wide} wide`);
  const look = (element) => {
    const box = element.getBoundingClientRect();
    if (box.width > 1 && box.height > 1 && box.right > innerWidth + 1)
      found.push(`${element.outerHTML.slice(0, 80)} ends at ${Math.round(box.right)}`);
    if (getComputedStyle(element).overflowX === "visible") [...element.children].forEach(look);
  };
  look(document.body);
  // What is wide makes all around it wide: the first few tell enough.
  return found.slice(0, 4);
}"""

LOW_TARGETS = """(selector) => [...document.querySelectorAll(selector)]
  .filter((one) => one.checkVisibility())
  .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
  .filter(([, box]) => box.height < 23.9 || box.width < 23.9)
  .map(([name, box]) => `${name}: ${box.width} by ${box.height}`)"""

TARGETS = ", ".join(
    [
        ".site-header a",
        ".site-footer li a",
        "button",
        "summary",
        ".chip",
        ".facet label",
        ".topics a",
        ".dateline a",
        ".cell",
        ".matrix thead a",
        ".bar-count",
        ".measure a",
        ".views a",
        ".tray a",
        "a.mark",
        ".anchor",
        ".plain-switch label",
        ".pager a",
        ".beside a",
    ]
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_scrolls_sideways(new_context: NewContext, guard: Guard, language: str) -> None:
    """The dark theme changes colours alone: it is tried where room is scarcest."""
    guard.expect("status of 404")
    page = new_context().new_page()
    wrong = []
    for kind, path in PAGES.items():
        page.set_viewport_size({"width": 320, "height": 800})
        page.emulate_media(color_scheme="dark")
        page.goto(f"/{language}{path}")
        wrong += [f"{kind}, 320, dark: {thing}" for thing in page.evaluate(STICKING_OUT)]
        page.emulate_media(color_scheme="light")
        for width in (320, 390, 768, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            wrong += [f"{kind}, {width}: {thing}" for thing in page.evaluate(STICKING_OUT)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_scrolls_sideways_with_letters_twice_as_large(
    new_context: NewContext, guard: Guard, language: str
) -> None:
    guard.expect("status of 404")
    # The style is the reader's, whom no policy of ours binds.
    page = new_context(viewport={"width": 390, "height": 800}, bypass_csp=True).new_page()
    wrong = []
    for kind, path in PAGES.items():
        page.goto(f"/{language}{path}")
        small = page.evaluate("document.querySelector('h1').getBoundingClientRect().height")
        page.add_style_tag(content=":root { font-size: 200% }")
        large = page.evaluate("document.querySelector('h1').getBoundingClientRect().height")
        assert large > 1.3 * small, f"{kind}: the heading does not grow with the letters"
        wrong += [f"{kind}: {thing}" for thing in page.evaluate(STICKING_OUT)]
    assert not wrong, "\n".join(wrong)


def test_targets_are_at_least_24_pixels_wide_and_high(page: Page, guard: Guard) -> None:
    """WCAG 2.2, 2.5.8; links within running text are exempt."""
    guard.expect("status of 404")
    wrong = []
    for kind, path in PAGES.items():
        page.goto(f"/en{path}")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        for width in (390, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            found = page.evaluate(LOW_TARGETS, TARGETS)
            wrong += [f"{kind}, {width}: {one}" for one in found]
    assert not wrong, "\n".join(wrong)


def test_paper_and_ink_change_places_in_the_dark(page: Page) -> None:
    page.goto("/en/")
    seen = {}
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)
        seen[theme] = page.evaluate(
            """() => {
              const {backgroundColor, color} = getComputedStyle(document.body);
              return [backgroundColor, color].map((colour) =>
                colour.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0));
            }"""
        )
    assert seen["light"][0] > seen["light"][1]
    assert seen["dark"][0] < seen["dark"][1]


def test_filters_stand_beside_the_list_on_a_desk_and_fold_away_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 800})
    page.goto("/en/quotes")
    expect(page.locator("#facets")).to_be_visible()
    expect(page.locator("#filter-count")).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 800})
    expect(page.locator("#facets")).to_be_hidden()
    expect(page.locator("#filter-count")).to_be_visible()
