"""Copying a citation and the code of a frame; the frame in a page of another origin."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import EVENT, LANGUAGES, QUOTE
from tests.browser.conftest import Guard, NewContext


@pytest.fixture
def put_elsewhere(guard: Guard) -> Iterator[Callable[[str], str]]:
    """Put HTML into a page of another origin, a server of its own; its address."""
    html = b""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(html)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/page"
        guard.expect(f"request to another host: {address}")

        def put(body: str) -> str:
            nonlocal html
            html = f"<!doctype html><title>x</title><link rel=icon href=data:,>{body}".encode()
            return address

        yield put
        server.shutdown()


@pytest.fixture
def reader(new_context: NewContext) -> Page:
    """A reader whose browser lets pages copy."""
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    return context.new_page()


def copied(page: Page, button: str) -> str:
    """What stands on the clipboard once a button has said that it copied."""
    page.locator(f"button[data-copy-from={button}]").click()
    done = page.locator(f"button[data-copy-from={button}]").get_attribute("data-done") or ""
    expect(page.locator("#status")).to_have_text(done)
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_citation_is_copied_with_one_click(reader: Page, language: str) -> None:
    reader.goto(f"/{language}{QUOTE}")
    sentence = copied(reader, "cite-text")
    assert sentence == reader.locator("#cite-text").text_content()
    assert f"{QUOTE}, " in sentence
    reader.locator(".cite summary").first.click()
    assert copied(reader, "cite-bib").startswith("@misc{")
    assert copied(reader, "cite-ris").startswith("TY  - GEN\n")
    assert copied(reader, "cite-csl-json").startswith("[\n")


def test_what_cannot_be_copied_is_selected(reader: Page) -> None:
    reader.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    reader.goto(f"/en{QUOTE}")
    reader.locator("button[data-copy-from=embed-code]").click()
    expect(reader.locator("#embed-code")).to_be_visible()
    assert reader.evaluate("getSelection().toString()").startswith("<iframe ")


def test_without_a_script_citations_can_be_read_and_downloaded(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"/fr{QUOTE}")
    expect(page.locator(".cite button").first).to_be_hidden()
    page.locator(".cite summary").first.click()
    expect(page.locator("#cite-bib")).to_be_visible()
    with page.expect_download() as download:
        page.locator(".cite a[download]").first.click()
    assert download.value.suggested_filename == f"{QUOTE.rpartition('/')[2]}.bib"


@pytest.mark.parametrize("path", [QUOTE, EVENT])
@pytest.mark.parametrize("width", [600, 320])
def test_a_card_stands_in_a_page_of_another_origin(
    reader: Page, put_elsewhere: Callable[[str], str], path: str, width: int
) -> None:
    reader.goto(f"/en{path}")
    code = copied(reader, "embed-code")
    if width < 600:
        address = reader.locator("link[type='application/json+oembed']").get_attribute("href")
        code = reader.request.get(f"{address}&maxwidth={width}").json()["html"]
    reader.goto(put_elsewhere(code))
    frame = reader.frame_locator("iframe")
    expect(frame.locator(".provenance a")).to_be_visible()
    expect(frame.locator(".provenance a")).to_have_attribute("target", "_blank")
    # All of the card is seen without scrolling in it.
    reader.wait_for_load_state("networkidle")
    room = "html => [html.scrollHeight <= html.clientHeight, html.scrollWidth <= html.clientWidth]"
    assert frame.locator("html").evaluate(room) == [True, True]


def test_a_page_stands_in_no_frame(
    reader: Page, guard: Guard, site: str, put_elsewhere: Callable[[str], str]
) -> None:
    guard.expect("frame-ancestors")
    with reader.expect_console_message(lambda message: "frame-ancestors" in message.text):
        reader.goto(put_elsewhere(f'<iframe src="{site}/en{QUOTE}"></iframe>'))
