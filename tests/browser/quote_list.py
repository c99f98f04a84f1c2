"""What the list of quotes shows, read from the page at once, and requests held back on purpose."""

import contextlib
import json
import time
from typing import Any
from weakref import WeakKeyDictionary

from playwright.sync_api import BrowserContext, Page, Response, Route
from playwright.sync_api import TimeoutError as BrowserTimeoutError

from tests.browser.conftest import wait_until

TRUMP = "#speaker-donald-trump"
POMPEO = "#speaker-mike-pompeo"
WITHDRAWAL = "#topic-troop-withdrawal"

# All that must agree with each other and with the address, whatever way led to it.
READ = """() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const words = (element) => element.textContent.replace(/\\s+/g, " ").trim();
  return {
    address: location.pathname + location.search,
    title: document.title,
    count: words(document.getElementById("count")),
    filter_count: words(document.getElementById("filter-count")),
    switch: all("#language-switch a").map((link) => link.getAttribute("href")),
    chips: all(".chip").map((chip) => [words(chip), chip.getAttribute("href")]),
    ticks: all("#facets input:checked").map((box) => box.id).sort(),
    options: all("#facets input[type=checkbox]").map(
      (box) => [box.id, words(box.labels[0]), box.disabled]),
    kept: all("#facets input[type=hidden]").map((input) => [input.name, input.value]),
    quotes: all("#results blockquote a").map((link) => link.getAttribute("href")),
  };
}"""

State = dict[str, Any]

# What was seen cold, by context, whose site is one and stays as it is, and by address.
seen_cold: WeakKeyDictionary[BrowserContext, dict[str, State]] = WeakKeyDictionary()


def read_state(page: Page) -> State:
    """What the list shows now."""
    state: State = page.evaluate(READ)
    return state


def cold_state(page: Page, address: str) -> State:
    """What a page newly opened at an address shows: the truth that htmx must arrive at.

    It is opened once: a tab of its own costs more than all that most tests do besides.
    """
    seen = seen_cold.setdefault(page.context, {})
    if address not in seen:
        fresh = page.context.new_page()
        fresh.goto(address)
        seen[address] = read_state(fresh)
        fresh.close()
    return seen[address]


def expect_state(page: Page, state: State) -> None:
    """Wait until the list shows exactly this, and no request is under way."""
    same = f"""(wanted) => !document.querySelector(".htmx-request")
        && document.getElementById("count") && JSON.stringify(({READ})()) === wanted"""
    wanted = json.dumps(state, ensure_ascii=False, separators=(",", ":"))
    # The comparison below tells what differs; running out of time does not.
    with contextlib.suppress(BrowserTimeoutError):
        wait_until(page, same, arg=wanted)
    shown = read_state(page)
    wrong = {key: (shown[key], state[key]) for key in state if shown[key] != state[key]}
    assert not wrong, f"shown, wanted: {wrong}"


def expect_address(page: Page, address: str) -> State:
    """Wait until the list shows what this address, opened cold, shows."""
    state = cold_state(page, address)
    expect_state(page, state)
    return state


def focused(page: Page) -> str:
    """The id of the element that has the focus."""
    name: str = page.evaluate("document.activeElement.id")
    return name


class Held:
    """Requests of scripts, held back from now on until a test lets each go."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.routes: list[Route] = []
        page.route("**/quotes*", self.hold)

    def hold(self, route: Route) -> None:
        if route.request.resource_type == "fetch":
            self.routes.append(route)
        else:
            route.continue_()

    def wait_for(self, number: int) -> None:
        """Return once so many requests have been made."""
        deadline = time.monotonic() + 10
        while len(self.routes) < number and time.monotonic() < deadline:
            self.page.evaluate("new Promise(requestAnimationFrame)")
        assert len(self.routes) == number, [route.request.url for route in self.routes]

    def release(self, number: int) -> None:
        """Answer the request made as such and such (from 0), and wait until it is over."""
        route = self.routes[number]
        if route.request.failure is None:
            route.fulfill(response=route.fetch())
            response: Response | None = route.request.response()
            if response:
                response.finished()
        # Two frames: what the page does with an answer, it has done.
        self.page.evaluate("new Promise((go) => requestAnimationFrame(() => setTimeout(go)))")

    def stop(self) -> None:
        """Hold no more requests from now on."""
        self.page.unroute("**/quotes*", self.hold)
