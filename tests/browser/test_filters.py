"""Ticking filters with htmx: everything on the page follows, in whatever order answers come."""

from itertools import permutations
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.quote_list import (
    POMPEO,
    TRUMP,
    WITHDRAWAL,
    Held,
    cold_state,
    expect_address,
    expect_state,
    focused,
    read_state,
)

THREE = "/en/quotes?speaker=donald-trump&speaker=mike-pompeo&topic=troop-withdrawal"


def test_a_tick_swaps_the_results_without_loading_the_page(page: Page) -> None:
    page.goto("/en/quotes")
    page.evaluate("window.stillHere = true")
    page.locator(TRUMP).click()
    expect(page.locator("#results blockquote")).to_have_count(5)
    assert page.evaluate("window.stillHere")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_everything_on_the_page_follows_a_tick(page: Page, language: str) -> None:
    page.goto(f"/{language}/quotes")
    page.locator(TRUMP).click()
    state = expect_address(page, f"/{language}/quotes?speaker=donald-trump")
    assert state["ticks"] == ["speaker-donald-trump"]
    assert state["count"].startswith("5 ")
    assert len(state["quotes"]) == 5
    assert "Donald Trump" in state["title"]
    assert [href for _, href in state["chips"]] == [f"/{language}/quotes"]
    assert "(1)" in state["filter_count"]
    other = "fr" if language == "en" else "en"
    assert state["switch"] == [f"/{other}/quotes?speaker=donald-trump"]


def test_the_counts_of_the_other_facets_follow_a_tick(page: Page) -> None:
    page.goto("/en/quotes")
    expect(page.locator(f"label[for={WITHDRAWAL[1:]}]")).to_contain_text("8")
    page.locator(POMPEO).click()
    expect(page.locator(f"label[for={WITHDRAWAL[1:]}]")).to_contain_text("2")
    expect(page.locator(f"label[for={TRUMP[1:]}]")).to_contain_text("5")
    expect(page.locator("#topic-bilateral-relations")).to_be_disabled()


def test_a_second_value_of_a_facet_adds_and_another_facet_narrows(page: Page) -> None:
    page.goto("/en/quotes")
    for box, address, count in [
        (TRUMP, "/en/quotes?speaker=donald-trump", 5),
        (POMPEO, "/en/quotes?speaker=donald-trump&speaker=mike-pompeo", 11),
        (WITHDRAWAL, THREE, 5),
    ]:
        page.locator(box).click()
        state = expect_address(page, address)
        assert len(state["quotes"]) == count


def test_unticking_widens_the_list_again(page: Page) -> None:
    page.goto(THREE)
    page.locator(WITHDRAWAL).click()
    expect_address(page, "/en/quotes?speaker=donald-trump&speaker=mike-pompeo")


def test_a_filtered_address_opened_cold_shows_its_ticks_count_and_chips(page: Page) -> None:
    page.goto(THREE)
    state = read_state(page)
    assert state["ticks"] == ["speaker-donald-trump", "speaker-mike-pompeo", WITHDRAWAL[1:]]
    assert state["count"].startswith("5 ")
    assert len(state["quotes"]) == 5
    assert len(state["chips"]) == 4
    assert "(3)" in state["filter_count"]


def test_a_filter_without_a_box_outlives_a_tick(page: Page) -> None:
    page.goto("/en/quotes?article=2020-08-trump-al-kazimi")
    page.locator(TRUMP).click()
    state = expect_address(page, "/en/quotes?article=2020-08-trump-al-kazimi&speaker=donald-trump")
    assert len(state["chips"]) == 3


@pytest.mark.parametrize("pause", [0, 5, 20, 150])
def test_three_ticks_within_half_a_second_end_as_three(page: Page, pause: int) -> None:
    """Milliseconds from tick to tick: some fall before an answer, some after, some into it."""
    wanted = cold_state(page, THREE)
    for boxes in permutations([TRUMP, POMPEO, WITHDRAWAL]):
        page.goto("/en/quotes")
        page.evaluate(
            """([boxes, pause]) => boxes.forEach((box, number) => setTimeout(
                () => document.querySelector(box).click(), number * pause))""",
            [boxes, pause],
        )
        expect_state(page, wanted)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_answers_that_come_out_of_order_end_as_the_last_tick(
    page: Page, order: tuple[int, ...]
) -> None:
    page.goto("/en/quotes")
    held = Held(page)
    for number, box in enumerate([TRUMP, POMPEO, WITHDRAWAL], 1):
        page.locator(box).click()
        held.wait_for(number)
    for number in order:
        held.release(number)
    held.stop()
    expect_address(page, THREE)


@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
def test_a_tick_begun_before_an_answer_and_ended_after_it_counts(page: Page, hand: str) -> None:
    """A press lasts a tenth of a second: on a slow line an answer falls into it sooner or later."""
    page.goto("/en/quotes")
    held = Held(page)
    page.locator(TRUMP).click()
    held.wait_for(1)
    if hand == "mouse":
        page.locator(POMPEO).hover()
        page.mouse.down()
    else:
        page.locator(POMPEO).focus()
        page.keyboard.down("Space")
    held.release(0)
    expect(page.locator(".chip")).to_have_count(1)
    held.stop()
    if hand == "mouse":
        page.mouse.up()
    else:
        page.keyboard.up("Space")
    expect_address(page, "/en/quotes?speaker=donald-trump&speaker=mike-pompeo")


def test_a_tick_right_after_the_boxes_were_swapped_stays(page: Page) -> None:
    """A swap goes on for a moment after its content is in place; what is ticked then is not the
    swap's to undo, else the next tick sends the filter without it."""
    page.goto("/en/quotes")
    held = Held(page)
    page.locator(TRUMP).click()
    held.wait_for(1)
    page.evaluate(
        """box => new MutationObserver((_, observer) => {
          observer.disconnect();
          document.querySelector(box).click();
        }).observe(document.getElementById("facets"),
          {subtree: true, attributes: true, childList: true, characterData: true})""",
        POMPEO,
    )
    held.release(0)
    held.wait_for(2)
    page.locator(WITHDRAWAL).click()
    held.wait_for(3)
    held.release(2)
    held.stop()
    expect_address(page, THREE)


def test_options_keep_their_places_while_filters_are_ticked(page: Page) -> None:
    """Else the box under the pointer is another one by the time it is pressed."""
    page.goto("/en/quotes")
    before = [option[0] for option in read_state(page)["options"]]
    page.locator(POMPEO).click()
    expect(page.locator(".chip")).to_have_count(1)
    assert [option[0] for option in read_state(page)["options"]] == before


def test_removing_a_chip_drops_that_filter_alone(page: Page) -> None:
    page.goto(THREE)
    page.evaluate("window.stillHere = true")
    page.locator(".chip").nth(1).click()
    expect_address(page, "/en/quotes?speaker=donald-trump&topic=troop-withdrawal")
    assert page.evaluate("window.stillHere")


def test_clearing_all_filters_shows_every_quote(page: Page) -> None:
    page.goto(THREE)
    page.locator("#chip-all").click()
    state = expect_address(page, "/en/quotes")
    assert len(state["quotes"]) == 19
    assert state["ticks"] == []
    assert state["chips"] == []


def test_an_empty_list_offers_which_filter_to_drop(page: Page) -> None:
    page.goto("/en/quotes?kind=term&speaker=mike-pompeo")
    page.locator("#without-kind").click()
    state = expect_address(page, "/en/quotes?speaker=mike-pompeo")
    assert len(state["quotes"]) == 6


def test_focus_stays_on_the_ticked_box(page: Page) -> None:
    page.goto("/en/quotes")
    page.locator(TRUMP).focus()
    page.keyboard.press("Space")
    expect(page.locator(".chip")).to_have_count(1)
    assert focused(page) == TRUMP[1:]


@pytest.mark.parametrize(
    ("address", "chip"),
    [
        ("/en/quotes?speaker=donald-trump&topic=troop-withdrawal", ".chip >> nth=0"),
        ("/en/quotes?speaker=donald-trump&speaker=mike-pompeo", ".chip >> nth=0"),
        ("/en/quotes?speaker=donald-trump&speaker=mike-pompeo", "#chip-all"),
    ],
    ids=["one of two facets", "one of two in a facet", "all"],
)
def test_focus_goes_to_the_count_when_a_chip_is_gone(page: Page, address: str, chip: str) -> None:
    """Not to the chip that took its place: the next key would remove that one too."""
    page.goto(address)
    before = page.locator(".chip").count()
    page.locator(chip).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".chip")).not_to_have_count(before)
    expect(page.locator("#count")).to_be_focused()


def test_the_count_is_announced_and_nothing_else(page: Page) -> None:
    page.goto("/en/quotes")
    status = page.get_by_role("status")
    expect(status).to_have_count(1)
    expect(status).to_have_text("")
    page.locator(TRUMP).click()
    expect(status).to_contain_text("5")
    expect(status).to_have_text(page.locator("#count").inner_text())


def test_the_query_string_is_in_its_canonical_order(page: Page) -> None:
    page.goto("/en/quotes")
    for box in (WITHDRAWAL, POMPEO, TRUMP):
        page.locator(box).click()
    page.wait_for_url(f"**{THREE}")
    query = parse_qsl(urlsplit(page.url).query)
    assert query == sorted(query)
