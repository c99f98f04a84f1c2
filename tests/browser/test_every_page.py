"""Every kind of page, in both languages: nothing from elsewhere, nothing in the console."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser.addresses import LANGUAGES, PAGES
from tests.browser.conftest import Guard


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_loads_all_it_needs_from_here(page: Page, guard: Guard, language: str) -> None:
    """What it asks of another host and what it writes to the console, the guard reports."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    for kind, path in PAGES.items():
        if kind == "missing":
            # Chromium writes to the console that the page is not there.
            guard.expect("status of 404")
        page.goto(f"/{language}{path}")
        expect(page.locator("html")).to_have_attribute("lang", language)
    failed = [answer.url for answer in answers if answer.status >= 400]
    assert [urlsplit(url).path for url in failed] == [f"/{language}{PAGES['missing']}"]
    types = {answer.request.resource_type for answer in answers}
    assert types >= {"document", "stylesheet", "script"}
