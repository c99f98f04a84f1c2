"""Static files: named by their content, kept by readers, compressed when they were set up."""

import gzip
import hashlib
from pathlib import Path

import brotli
import pytest
import zstandard
from starlette.testclient import TestClient

from app import assets
from app.assets import STATIC, find_asset
from tests.conftest import ROOT
from tests.reading import attributes, links, open_page

TEXTS = ("site.css", "site.js", "favicon.svg", "htmx.min.js")
EXPAND = {"br": brotli.decompress, "zstd": zstandard.decompress, "gzip": gzip.decompress}


def address(name: str) -> str:
    return f"/static/{find_asset(name)}"


def raw(client: TestClient, name: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """An answer as it was sent, not as the client reads it."""
    with client.stream("GET", address(name), headers=headers) as answer:
        return answer.status_code, dict(answer.headers), b"".join(answer.iter_raw())


@pytest.mark.parametrize("name", ["site.css", "site.js", "favicon.svg", "maskable.svg"])
def test_one_of_ours_is_named_by_its_content(name: str) -> None:
    """Where this fails, the files were changed after set-up: `make setup` names them again."""
    source = (STATIC / name).read_bytes()
    assert hashlib.sha256(source).hexdigest()[:12] in find_asset(name)
    built = (STATIC / find_asset(name)).read_bytes()
    assert built == source.replace(b'url("vendor/', b'url("')


def test_pages_name_them_so(client: TestClient) -> None:
    page = open_page(client, "/en/quotes")
    named = links(page, "[rel=stylesheet], [rel=icon], [rel=preload]")
    named += attributes(page, "script[src]", "src")
    assert len(named) >= 5
    for path in named:
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable", path


def test_the_style_sheet_finds_its_fonts_from_there(client: TestClient) -> None:
    sheet = client.get(address("site.css")).text
    fonts = [part.split('"')[0] for part in sheet.split('url("')[1:]]
    assert len(fonts) == 3
    for font in fonts:
        answer = client.get(f"/static/vendor/{font}")
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, "font/woff2")
        assert "Vary" not in answer.headers


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_comes_in_the_encoding_that_is_wanted(client: TestClient, name: str) -> None:
    _, plain, content = raw(client, name, **{"Accept-Encoding": "identity"})
    tags = {plain["etag"]}
    for encoding, expand in EXPAND.items():
        status, headers, packed = raw(client, name, **{"Accept-Encoding": encoding})
        assert (status, headers["content-encoding"], headers["vary"]) == (
            200,
            encoding,
            "Accept-Encoding",
        )
        assert headers["content-type"] == plain["content-type"]
        assert int(headers["content-length"]) == len(packed) < len(content)
        assert expand(packed) == content
        tags.add(headers["etag"])
    assert len(tags) == 4


@pytest.mark.parametrize("encoding", ["br", "identity"])
def test_who_has_it_is_told_so(client: TestClient, encoding: str) -> None:
    headers = {"Accept-Encoding": encoding}
    full = client.get(address("site.css"), headers=headers)
    head = client.head(address("site.css"), headers=headers)
    assert (head.headers, head.content) == (full.headers, b"")
    tag = full.headers["ETag"]
    again = client.get(address("site.css"), headers={**headers, "If-None-Match": f'"x", W/{tag}'})
    assert (again.status_code, again.content) == (304, b"")
    for name in ("ETag", "Vary", "Cache-Control"):
        assert again.headers[name] == full.headers[name]


def test_a_part_is_one_of_the_file_itself(client: TestClient) -> None:
    whole = client.get(address("site.css"), headers={"Accept-Encoding": "identity"})
    assert whole.headers["Accept-Ranges"] == "bytes"
    size = len(whole.content)
    last = (size - 7, size)
    for part, (start, end) in (("5-9", (5, 10)), ("-7", last), (f"{size - 7}-", last)):
        headers = {"Range": f"bytes={part}", "Accept-Encoding": "br"}
        answer = client.get(address("site.css"), headers=headers)
        assert answer.status_code == 206
        assert answer.headers["Content-Range"] == f"bytes {start}-{end - 1}/{size}"
        assert "Content-Encoding" not in answer.headers
        assert answer.content == whole.content[start:end]
    answer = client.get(address("site.css"), headers={"Range": f"bytes={size}-"})
    assert (answer.status_code, answer.headers["Content-Range"]) == (416, f"bytes */{size}")
    stale = {"Range": "bytes=5-9", "If-Range": '"other"'}
    assert client.get(address("site.css"), headers=stale).status_code == 200


@pytest.mark.parametrize("asked", ["lines=1-2", "bytes", "bytes=a-b", "x"])
def test_what_is_no_range_of_bytes_counts_for_nothing(client: TestClient, asked: str) -> None:
    answer = client.get(address("site.css"), headers={"Range": asked})
    assert (answer.status_code, len(answer.content)) == (
        200,
        len(client.get(address("site.css")).content),
    )
    assert client.head(address("site.css"), headers={"Range": "bytes=5-9"}).status_code == 200


@pytest.mark.parametrize("suffix", [".br", ".zst", ".gz"])
def test_the_compressed_file_has_no_address_of_its_own(client: TestClient, suffix: str) -> None:
    assert (STATIC / f"{find_asset('site.css')}{suffix}").is_file()
    assert client.get(address("site.css") + suffix).status_code == 404
    assert client.get("/static/vendor/.filled").status_code == 404


@pytest.mark.parametrize("path", ["/static", "/static/", "/static/vendor", "/static/vendor/"])
def test_no_folder_is_listed(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_one_that_was_changed_since_is_served_from_where_it_stands(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = find_asset("site.css")
    sheet = tmp_path / "site.css"
    sheet.write_bytes((STATIC / "site.css").read_bytes())
    (tmp_path / "vendor").mkdir()
    (tmp_path / built).write_bytes(b"as it was built")
    monkeypatch.setattr(assets, "STATIC", tmp_path)
    assert find_asset("site.css") == built
    sheet.write_text("changed")
    assert find_asset("site.css") == "site.css"
    monkeypatch.undo()
    answer = client.get("/static/site.css")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-cache")
    tag = answer.headers["ETag"]
    assert client.get("/static/site.css", headers={"If-None-Match": tag}).status_code == 304


def test_set_up_makes_them_again_when_ours_change() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (rule,) = [line for line in makefile.splitlines() if line.startswith("static/vendor/.filled:")]
    assert {"tools/vendor.py", "node_modules/.app"} <= set(rule.split())
    for ending in ("css", "js", "svg"):
        assert f"static/*.{ending}" in rule
