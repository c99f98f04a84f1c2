"""What makes the pages pleasant to read in: themes, plain text, print, reading order."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import wait_until

ARTICLE = "/en/articles/2020-08-trump-al-kazimi"
PAPER = "getComputedStyle(document.body).backgroundColor"


def test_the_theme_chosen_is_worn_on_the_next_page(page: Page) -> None:
    page.goto("/en/")
    system = page.evaluate(PAPER)
    page.locator("#theme-switch").click()
    page.locator("#theme-switch").click()
    dark = page.evaluate(PAPER)
    assert dark != system
    page.goto("/fr/quotes")
    assert page.evaluate(PAPER) == dark
    page.locator("#theme-switch").click()
    page.goto("/en/events")
    assert page.evaluate(PAPER) == system
    assert [cookie for cookie in page.context.cookies() if cookie["name"] == "theme"] == []


def test_a_chosen_theme_is_there_from_the_first_paint(page: Page) -> None:
    """The script that wears it stands before the style sheet, and waits for nothing."""
    page.goto("/en/")
    order = page.evaluate(
        "[...document.head.querySelectorAll('script, link[rel=stylesheet]')].map(e => e.tagName)"
    )
    assert order == ["SCRIPT", "LINK"]
    assert page.locator("head script[defer], head script[async]").count() == 0


def test_nothing_moves_as_a_page_loads(page: Page) -> None:
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach("
        "(entry) => { window.moved += entry.value; }))"
        ".observe({type: 'layout-shift', buffered: true});"
    )
    for path in ("/en/", ARTICLE, "/fr/quotes", "/fr/actors/mike-pompeo", "/en/events"):
        page.goto(path)
        page.evaluate("document.fonts.ready")
        assert page.evaluate("window.moved") < 0.01, path


def test_the_fonts_are_ours(page: Page) -> None:
    page.goto(ARTICLE)
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate(
        "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    )
    assert {name.strip('"') for name in loaded} >= {"Newsreader", "Public Sans"}
    assert "Markazi" not in {name.strip('"') for name in loaded}


def test_the_arabic_face_comes_where_arabic_stands(page: Page) -> None:
    page.goto("/en/actors/moustafa-al-kazimi")
    wait_until(
        page, "[...document.fonts].some(f => f.family.includes('Markazi') && f.status === 'loaded')"
    )


@pytest.mark.parametrize("scripted", [True, False])
def test_plain_text_hides_the_marks_and_the_notes(
    new_context: Callable[..., BrowserContext], scripted: bool
) -> None:
    page = new_context(java_script_enabled=scripted).new_page()
    page.goto(ARTICLE)
    expect(page.locator(".notes").first).to_be_visible()
    page.get_by_role("checkbox").check()
    expect(page.locator(".notes").first).to_be_hidden()
    expect(page.locator("#p4")).to_contain_text("Nous avons une très, très bonne relation")
    expect(page.locator(".article-map")).to_be_hidden()
    box = page.locator("#p4").bounding_box()
    assert box is not None
    assert box["width"] > 400


def test_the_map_follows_the_reading(page: Page) -> None:
    page.goto(ARTICLE)
    place = page.locator("#reading-place")
    expect(place).to_have_attribute("x", "0%")
    page.locator("#p22").scroll_into_view_if_needed()
    wait_until(page, "parseFloat(document.getElementById('reading-place').getAttribute('x')) > 40")


def test_a_mark_of_the_ribbon_leads_to_its_passage(page: Page) -> None:
    page.goto("/en/")
    page.locator('.ribbon a[href$="#pompeo-replaced-by-local-police"]').click()
    expect(page.locator("#pompeo-replaced-by-local-police")).to_be_in_viewport()


def test_forced_colours_keep_every_mark_of_the_drawings(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = new_context(forced_colors="active").new_page()
    page.goto("/en/")
    paper = page.evaluate(PAPER)
    for drawn in (".cell rect", ".bar rect", ".stretch-full rect:not(.reach)", ".mark-day circle"):
        ink = page.locator(drawn).first.evaluate(
            "(e) => [getComputedStyle(e).fill, getComputedStyle(e).stroke]"
        )
        assert set(ink) - {paper, "none"}, drawn


def test_a_printed_page_is_a_reference_sheet(page: Page) -> None:
    page.goto("/en/events/trump-receives-al-kazimi")
    page.emulate_media(media="print")
    expect(page.locator("nav").first).to_be_hidden()
    expect(page.locator("#permalink")).to_be_visible()
    expect(page.locator(".evidence").first).to_be_visible()
    expect(page.locator("#accessed")).to_have_text(re.compile(r"^\d{1,2} \w+ \d{4}$"))


def test_the_matrix_reads_as_a_table(page: Page) -> None:
    page.goto("/en/")
    tree = page.locator(".matrix").aria_snapshot()
    assert 'columnheader "Mike Pompeo"' in tree
    assert 'rowheader "Armed groups"' in tree
    assert 'link "Mike Pompeo, Armed groups: 3 quotes"' in tree


def test_the_timeline_reads_before_its_list(page: Page) -> None:
    page.goto("/en/")
    tree = page.locator("main").aria_snapshot()
    drawn = tree.index('link "1. January 2020, inferred: Strike ordered by Donald Trump')
    listed = tree.index('heading "Strike ordered by Donald Trump')
    assert tree.index('heading "The timeline"') < drawn < listed


def test_an_event_has_one_number_in_the_drawing_and_in_the_list(page: Page) -> None:
    page.goto("/en/events")  # the latest first, while the drawing's numbers run with time
    listed = page.locator(".timeline > li").evaluate_all(
        "(all) => all.map((one) => [getComputedStyle(one, '::before').content.replaceAll('\"', ''),"
        " one.querySelector('h2').textContent.trim()])"
    )
    labels = page.locator("svg a.mark > title, .tray a").evaluate_all(
        "(all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent)"
    )
    drawn = {label.partition(". ")[0]: label for label in labels}
    assert len(listed) == len(drawn) == 10
    assert [number for number, title in listed if not drawn[number].endswith(title)] == []


def test_each_note_reads_after_its_paragraph(page: Page) -> None:
    page.goto(ARTICLE)
    tree = page.locator(".source-text").aria_snapshot()
    assert tree.index("milliardaire républicain") < tree.index('"Notes on paragraph 4"')
    assert tree.index('"Notes on paragraph 4"') < tree.index("A 74 jours de")
