"""A real browser on a really running server.

Every page that a test opens is guarded: an error or a warning in its console, an uncaught exception
or a request to another host than the site's fails the test, whatever else it looked at. What a test
provokes on purpose it names: `guard.expect("status of 404")`.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    WebError,
    expect,
    sync_playwright,
)

from tools.server import serving

# Chromium calls home, many times over, unless told not to; a container has neither the sandbox's
# privileges nor a graphics card. Playwright adds --headless and a fresh profile of its own.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A process for each page, started ahead, and one that draws take a fifth of the tests' time.
    "--renderer-process-limit=1",
    "--in-process-gpu",
]

NewContext = Callable[..., BrowserContext]

# For a condition that a test waits for; far more than it takes, for other work may be going on.
MILLISECONDS_TO_WAIT = 15_000
expect.set_options(timeout=MILLISECONDS_TO_WAIT)


def wait_until(page: Page, expression: str, arg: object = None) -> None:
    """Wait for what an expression or a function of the page says; the policy forbids the page to
    look for itself, which would make code of a text again and again."""
    for _ in range(MILLISECONDS_TO_WAIT // 50):
        if page.evaluate(expression, arg):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"it never came: {expression}")


class Guard:
    """What went wrong in the pages of one test."""

    def __init__(self, site: str) -> None:
        self.host = urlsplit(site).netloc
        self.troubles: list[str] = []
        self.expected: list[str] = []

    def expect(self, part: str) -> None:
        """Let pass, in this test, troubles that contain these words."""
        self.expected.append(part)

    def watch(self, context: BrowserContext) -> None:
        """Listen to every page of a context, those it opens later too."""
        context.on("console", self.on_console)
        context.on("weberror", self.on_exception)
        context.on("request", self.on_request)

    def leave(self, context: BrowserContext) -> None:
        """Listen no longer."""
        context.remove_listener("console", self.on_console)
        context.remove_listener("weberror", self.on_exception)
        context.remove_listener("request", self.on_request)

    def on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            where = message.location.get("url", "")
            self.troubles.append(f"console {message.type}: {message.text} ({where})")

    def on_exception(self, error: WebError) -> None:
        self.troubles.append(f"uncaught: {error.error}")

    def on_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob", "about") and address.netloc != self.host:
            self.troubles.append(f"request to another host: {request.url}")

    def check(self) -> None:
        """Fail if a page had a trouble that nobody expected."""
        surprises = [
            trouble
            for trouble in self.troubles
            if not any(part in trouble for part in self.expected)
        ]
        assert not surprises, "\n".join(surprises)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that `-m 'not browser'` leaves them out."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that tools/browser.py found."""
    path = os.environ.get("DASHBOARD_BROWSER")
    if not path:
        reason = "no Chromium: DASHBOARD_BROWSER, which `make test` sets, names none"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of its own, on a database loaded from seeds/."""
    with serving(tmp_path_factory.mktemp("site")) as address:
        yield address


@pytest.fixture
def guard(site: str) -> Iterator[Guard]:
    """What watches the pages of this test; checked when the test is over."""
    guard = Guard(site)
    yield guard
    guard.check()


@pytest.fixture(scope="session")
def idle() -> dict[str, list[BrowserContext]]:
    """Contexts that no test uses at the moment, by their options: a page in a new one takes five
    times as long as in one that has shown a page before."""
    return {}


@pytest.fixture
def new_context(
    browser: Browser, site: str, guard: Guard, idle: dict[str, list[BrowserContext]]
) -> Iterator[NewContext]:
    """Open a context with Playwright's options: java_script_enabled, color_scheme, viewport …

    It has no page, no cookie and no route; only its cache is that of a reader who comes back.
    """
    used: list[tuple[BrowserContext, list[BrowserContext]]] = []

    def open_context(**options: Any) -> BrowserContext:
        options = {"locale": "en-US", "base_url": site} | options
        alike = idle.setdefault(repr(sorted(options.items())), [])
        if alike:
            context = alike.pop()
        else:
            context = browser.new_context(**options)
            context.set_default_timeout(MILLISECONDS_TO_WAIT)
        guard.watch(context)
        used.append((context, alike))
        return context

    yield open_context
    for context, alike in used:
        for page in context.pages:
            page.close()
        context.unroute_all()
        context.clear_cookies()
        guard.leave(context)
        alike.append(context)


@pytest.fixture
def page(new_context: NewContext) -> Page:
    """An empty page of an English-speaking reader; `page.goto("/en/quotes")` opens one of ours."""
    return new_context().new_page()
