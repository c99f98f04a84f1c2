"""Back and Forward: ticks, results, count, chips, title and address agree at every step."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import wait_until
from tests.browser.quote_list import (
    POMPEO,
    TRUMP,
    WITHDRAWAL,
    Held,
    State,
    cold_state,
    expect_address,
    expect_state,
    focused,
    read_state,
)

# What is clicked, and the address it leads to.
STEPS = [
    (TRUMP, "/en/quotes?speaker=donald-trump"),
    (POMPEO, "/en/quotes?speaker=donald-trump&speaker=mike-pompeo"),
    (WITHDRAWAL, "/en/quotes?speaker=donald-trump&speaker=mike-pompeo&topic=troop-withdrawal"),
    (".chip >> nth=0", "/en/quotes?speaker=mike-pompeo&topic=troop-withdrawal"),
]
ADDRESSES = ["/en/quotes", *(address for _, address in STEPS)]


def walk(page: Page, steps: int = len(STEPS)) -> list[State]:
    """Take the steps from an unfiltered list; what the list showed at each address."""
    page.goto(ADDRESSES[0])
    states = [read_state(page)]
    for click, address in STEPS[:steps]:
        page.locator(click).click()
        states.append(expect_address(page, address))
    return states


def test_back_and_forward_four_times_show_each_state_again(page: Page) -> None:
    states = walk(page)
    page.evaluate("window.stillHere = true")
    for state in reversed(states[:-1]):
        page.go_back()
        expect_state(page, state)
    for state in states[1:]:
        page.go_forward()
        expect_state(page, state)
    assert page.evaluate("window.stillHere")


def test_the_states_differ_in_all_that_is_compared(page: Page) -> None:
    states = walk(page)
    for part in ("address", "title", "switch", "chips", "ticks", "options", "quotes"):
        seen = [str(state[part]) for state in states]
        assert len(set(seen)) == len(states), part


def test_filtering_goes_on_after_back(page: Page) -> None:
    walk(page, 2)
    page.go_back()
    expect_address(page, ADDRESSES[1])
    page.locator(WITHDRAWAL).click()
    expect_address(page, "/en/quotes?speaker=donald-trump&topic=troop-withdrawal")
    assert focused(page) == WITHDRAWAL[1:]
    page.go_back()
    expect_address(page, ADDRESSES[1])


def test_the_theme_switch_still_works_after_back(page: Page) -> None:
    """Back brings a new body: what a script had tied to the old one is gone."""
    walk(page, 1)
    page.go_back()
    expect_address(page, ADDRESSES[0])
    page.locator("#theme-switch").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")


def test_quickly_repeated_back_ends_at_the_first_state(page: Page) -> None:
    states = walk(page)
    for address in reversed(ADDRESSES[:-1]):
        page.evaluate("history.back()")
        wait_until(page, "address => location.href.endsWith(address)", arg=address)
    expect_state(page, states[0])


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_answers_to_back_that_come_out_of_order_end_at_the_address(
    page: Page, order: tuple[int, ...]
) -> None:
    states = walk(page)
    held = Held(page)
    for number, address in enumerate(reversed(ADDRESSES[1:-1]), 1):
        page.evaluate("history.back()")
        wait_until(page, "address => location.href.endsWith(address)", arg=address)
        held.wait_for(number)
    for number in order:
        held.release(number)
    held.stop()
    expect_state(page, states[1])


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["tick first", "back first"])
def test_back_while_a_tick_is_under_way_ends_where_back_leads(
    page: Page, order: tuple[int, ...]
) -> None:
    states = walk(page, 2)
    held = Held(page)
    page.locator(WITHDRAWAL).click()
    held.wait_for(1)
    page.evaluate("history.back()")
    held.wait_for(2)
    for number in order:
        held.release(number)
    held.stop()
    expect_state(page, states[1])


def test_a_tick_while_back_is_under_way_and_address_and_list_agree(page: Page) -> None:
    walk(page, 2)
    held = Held(page)
    page.evaluate("history.back()")
    held.wait_for(1)
    page.locator(WITHDRAWAL).click()
    held.wait_for(2)
    held.release(1)
    held.release(0)
    held.stop()
    expect_state(page, cold_state(page, page.url))


def test_leaving_for_a_quote_and_coming_back_shows_the_filtered_list(page: Page) -> None:
    states = walk(page, 3)
    page.locator("#results blockquote a").first.click()
    expect(page.locator("#passage")).to_be_visible()
    page.go_back()
    expect_state(page, states[3])
    page.reload()
    expect_state(page, states[3])
    page.go_back()
    expect_state(page, states[2])
    page.go_forward()
    expect_state(page, states[3])


def test_a_tick_that_was_never_answered_is_not_there_after_leaving_and_coming_back(
    page: Page,
) -> None:
    """The browser fills forms in again as they were left: the address must win."""
    states = walk(page, 1)
    held = Held(page)
    page.locator(POMPEO).click()
    held.wait_for(1)
    page.locator("#results blockquote a").first.click()
    expect(page.locator("#passage")).to_be_visible()
    held.stop()
    page.go_back()
    expect_state(page, states[1])


def test_reloading_a_filtered_list_changes_nothing(page: Page) -> None:
    states = walk(page, 3)
    page.reload()
    expect_state(page, states[3])
