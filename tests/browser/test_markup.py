"""Markup in every text of the record and of an address is text; and where it were markup all the
same, the policy would let nothing of it run, style or load.
"""

import datetime as dt
import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Page, Response, Route, expect

from app.loader import add_permalinks
from tests.browser.conftest import Guard
from tests.cast import both, said, write_article, write_tables
from tools.server import serving

# What calls `ran` would be an uncaught exception, for there is none: the guard reports it, as it
# does a request to ELSEWHERE.
ELSEWHERE = "http://127.0.0.1:9"
PAYLOADS = [
    "<script>ran()</script>",
    "<script src=http://127.0.0.1:9/a.js></script>",
    "</script><script>ran()</script>",
    "</title><script>ran()</script>",
    "</textarea><script>ran()</script>",
    "<img src=x onerror=ran()>",
    "<img src=http://127.0.0.1:9/a.png>",
    "<svg onload=ran()></svg>",
    "<svg><script>ran()</script></svg>",
    "<svg><animate onbegin=ran() attributeName=x dur=1s></svg>",
    "<details open ontoggle=ran()>x</details>",
    "<input autofocus onfocus=ran()>",
    "<iframe srcdoc='<script>parent.ran()</script>'></iframe>",
    "<iframe src=javascript:parent.ran()></iframe>",
    "<object data=http://127.0.0.1:9/a.swf></object>",
    "<embed src=http://127.0.0.1:9/a.swf>",
    "<style>html{--styled:yes}</style>",
    "<p style=--styled:yes;position:fixed>x</p>",
    "<link rel=stylesheet href=http://127.0.0.1:9/a.css>",
    "<style>@import 'http://127.0.0.1:9/b.css';</style>",
    "<base href=http://127.0.0.1:9/>",
    "<form action=http://127.0.0.1:9/><button id=sent>x</button></form>",
    "<a href=javascript:ran()>x</a>",
    "<div hx-get=http://127.0.0.1:9/x hx-trigger=load>x</div>",
    "<div hx-on:click=ran() data-hx-on:load=ran()>x</div>",
    "<hx-partial hx-target=body><script>ran()</script></hx-partial>",
    "<meta http-equiv=refresh content=0;url=http://127.0.0.1:9/>",
    "<template><script>ran()</script></template>",
    "{{ 7 * 191 }}{% for x in y %}${7*191}#{7*191}",
    "&lt;b&gt;&amp;&#60;script&#62;ran()",
    "'\"><img src=x onerror=ran()>",
    "' onmouseover='ran()' autofocus onfocus='ran()",
]
BIDI = "\u202e<script>ran()</script>\u202c \u2066x\u2069"
IN_QUOTES = [payload for payload in PAYLOADS if '"' not in payload]
# What a page of ours never has, and each of them would be.
FOREIGN = (
    "script:not([src]):not([type='application/ld+json']), iframe, object, embed, base, style,"
    " meta[http-equiv], [style], [srcdoc], [onerror], [onload], [onfocus], [ontoggle], [onbegin],"
    " [onmouseover], [hx-get], [hx-on\\:click], form[action^=http], a[href^=javascript],"
    " [src*='127.0.0.1:9/'], [href*='127.0.0.1:9/'], template"
)
STYLED = "getComputedStyle(document.documentElement).getPropertyValue('--styled')"


def write_seeds(folder: Path) -> Path:
    """A record in which every text that is nobody's slug is one of the payloads, or holds it."""
    folder.mkdir()
    numbers = range(len(PAYLOADS))
    added = dt.date(2026, 1, 1)
    paragraphs = [f"« {text} », a dit Acteur {n:02}." for n, text in enumerate(IN_QUOTES)]
    write_article(
        folder,
        "spoken",
        "\n\n".join(paragraphs),
        date="2021-01-01",
        language="fr",
        title=both(PAYLOADS[0], PAYLOADS[5]),
        quotes=[
            said(
                f"quote-{n:02}",
                text,
                f"actor-{n:02}",
                {"text": f"a dit Acteur {n:02}"},
                topics=[f"topic-{n:02}"],
                translation=PAYLOADS[n],
            )
            for n, text in enumerate(IN_QUOTES)
        ],
    )
    write_article(
        folder,
        "written",
        "\n\n".join([*PAYLOADS, BIDI, "Il a plu."]),
        date="2021-01-02",
        language="fr",
        title=both(PAYLOADS[7], PAYLOADS[16]),
    )
    person = {"language": "fr", "kind": "person"}
    actors = [{"slug": f"actor-{n:02}", "name": PAYLOADS[n], **person} for n in numbers]
    write_tables(folder / "actors.toml", "actor", actors)
    topics = [
        {
            "slug": f"topic-{n:02}",
            "name": both(PAYLOADS[n], PAYLOADS[n]),
            "definition": both(PAYLOADS[n], PAYLOADS[-n]),
        }
        for n in numbers
    ]
    write_tables(folder / "topics.toml", "topic", topics)
    evidence = [{"article": "written", "text": "Il a plu", "for": ["what"]}]
    events = [
        {
            "slug": f"event-{n:02}",
            "title": both(PAYLOADS[n], PAYLOADS[n]),
            "place": both(PAYLOADS[n], PAYLOADS[n]),
            "date": f"2021-01-{n % 28 + 1:02}",
            "basis": "inferred",
            "note": both(PAYLOADS[n], PAYLOADS[n]),
            "conflict": both(PAYLOADS[n], PAYLOADS[n]),
            "actors": [f"actor-{n:02}"],
            "topics": [f"topic-{n:02}"],
            "evidence": evidence,
            "added": added,
        }
        for n in numbers
    ]
    write_tables(folder / "events.toml", "event", events)
    corrections = [
        {
            "date": added,
            "record": f"events/event-{n:02}",
            "was": both(PAYLOADS[n], PAYLOADS[n]),
            "now": both(PAYLOADS[n - 1], PAYLOADS[n - 1]),
        }
        for n in numbers
    ]
    write_tables(folder / "corrections.toml", "correction", corrections)
    (folder / "permalinks.txt").touch()
    add_permalinks(folder)
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of that record, in place of the real one."""
    folder = tmp_path_factory.mktemp("markup")
    with serving(folder, write_seeds(folder / "seeds")) as address:
        yield address


# What shows which payloads: a list all of them, a record its own.
PAGES = {
    "/en/": 1,
    "/en/articles": 1,
    "/en/articles/spoken": len(IN_QUOTES),
    "/en/articles/written": len(PAYLOADS),
    "/en/quotes": len(IN_QUOTES),
    "/fr/quotes?view=table": len(IN_QUOTES),
    "/en/quotes/quote-05": 1,
    "/en/actors": len(PAYLOADS),
    "/en/actors/actor-31": 1,
    "/en/events": len(PAYLOADS),
    "/en/events/event-30": 1,
    "/en/topics": len(PAYLOADS),
    "/en/topics/topic-00": 1,
    "/en/corrections": len(PAYLOADS),
    "/en/search?q=ran": 1,
    "/embed/quotes/quote-07?lang=en": 1,
    "/embed/events/event-16?lang=fr": 1,
}


def list_shown(page: Page) -> list[str]:
    """The payloads that can be read on a page."""
    text = " ".join((page.locator("body").text_content() or "").split())
    return [payload for payload in PAYLOADS if payload in text]


def check_page(page: Page) -> None:
    assert page.locator(FOREIGN).evaluate_all("found => found.map(one => one.outerHTML)") == []
    assert page.evaluate(STYLED) == ""


def test_markup_in_the_record_is_text(page: Page) -> None:
    for address, least in PAGES.items():
        page.goto(address)
        check_page(page)
        assert len(list_shown(page)) >= least, address


def test_markup_in_an_address_is_text(page: Page, guard: Guard) -> None:
    guard.expect("the server responded with a status of 4")
    values = [(key, text) for text in PAYLOADS for key in ("speaker", "topic")]
    page.goto(f"/en/quotes?{urlencode(values[:48])}")
    check_page(page)
    assert len(list_shown(page)) >= 20
    for payload in (PAYLOADS[0], PAYLOADS[3], PAYLOADS[28], PAYLOADS[30], BIDI):
        for start in ("/en/search?q=", "/en/quotes?q=", "/en/quotes?page=", "/en/"):
            page.goto(f"{start}{quote(payload, safe='')}")
            check_page(page)


def test_markup_in_what_htmx_is_answered_is_text(page: Page) -> None:
    for address, box in (("/en/quotes", "#q"), ("/en/search", "#q")):
        page.goto(address)
        for payload in (PAYLOADS[0], PAYLOADS[5], PAYLOADS[23], PAYLOADS[30], BIDI):
            with page.expect_response(lambda answer: is_fragment(answer)):
                page.locator(box).fill(payload)
            expect(page).to_have_url(re.compile(re.escape(urlencode({"q": payload})[:20])))
            check_page(page)


def is_fragment(answer: Response) -> bool:
    return answer.request.headers.get("hx-request-type") == "partial"


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """Another site, and what it was asked for."""
    asked: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


@pytest.mark.parametrize("kind", ["page", "fragment", "fragment with scripts"])
def test_the_policy_would_stop_it(
    page: Page, guard: Guard, elsewhere: tuple[str, list[str]], kind: str
) -> None:
    """As if every template had forgotten to escape; all but a refresh, which no policy stops.

    A fragment with a script in it is not shown at all: what makes it of a text makes no scripts.
    """
    for expected in ("Content Security Policy", "Trusted", "request to another host", "htmx"):
        guard.expect(expected)
    guard.expect("status of 404")
    address, asked = elsewhere
    left_out = ("refresh", "</ti", "</te", *(["<script"] if kind == "fragment" else []))
    raw = "".join(text for text in PAYLOADS if not any(part in text for part in left_out))
    raw = raw.replace(ELSEWHERE, address)

    def spoil(route: Route) -> None:
        if (route.request.headers.get("hx-request-type") == "partial") == (kind == "page"):
            route.continue_()
            return
        answer = route.fetch()
        mark = "</main>" if kind == "page" else "</title>"
        body = answer.text().replace(mark, raw + mark if kind == "page" else mark + raw, 1)
        route.fulfill(response=answer, body=body)

    page.route("**/en/quotes*", spoil)
    page.add_init_script("window.troubles = 0; window.ran = () => { window.troubles += 1; };")
    page.goto("/en/quotes")
    if kind != "page":
        with page.expect_response(lambda answer: is_fragment(answer)):
            page.locator("#q").fill("ran")
    if kind == "fragment with scripts":
        expect(page.locator("#problem")).to_be_visible()
        expect(page.locator("#sent")).to_have_count(0)
    else:
        expect(page.locator("#sent")).to_have_count(1)
        page.locator("a[href^=javascript]").first.evaluate("link => link.click()")
    page.wait_for_timeout(300)  # for what would be asked or run later
    assert page.evaluate("window.troubles") == 0
    assert page.evaluate(STYLED) == ""
    page.evaluate("document.getElementById('sent')?.click()")
    page.wait_for_timeout(300)
    assert asked == []
