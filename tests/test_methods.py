"""HTTP by the book (RFC 9110), at every kind of address: methods, conditions, parts, caches."""

from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient
from starlette.types import Message

from app.assets import find_asset
from tests.kinds import ALL, ANSWERED, DATA, EMBEDDED, MOVED, PAGES, PROBES, REFUSED, SHARED, STATIC
from tests.reading import FULL, PARTIAL, hand_over

MARKED = f"/static/{find_asset('site.css')}"
READ_ONLY = {"GET", "HEAD", "OPTIONS"}


def names_in(header: str) -> set[str]:
    return {part.strip() for part in header.split(",") if part.strip()}


# Methods


@pytest.mark.parametrize("address", [*ALL, MARKED])
def test_head_is_get_without_its_body(client: TestClient, address: str) -> None:
    get, content = ask_raw(client, address)
    head, body = ask_raw(client, address, "HEAD")
    assert (head, body) == (get, b"")
    assert content or get["status"] in (301, 302)


@pytest.mark.parametrize("address", [*ANSWERED, *PROBES, *MOVED])
def test_options_are_told(client: TestClient, address: str) -> None:
    answer = client.options(address)
    assert (answer.status_code, answer.content) == (204, b"")
    assert names_in(answer.headers["Allow"]) == READ_ONLY
    # A page of another origin may ask the API what it may ask, and nothing else.
    asked = {"Origin": "https://other.example", "Access-Control-Request-Method": "GET"}
    preflight = client.options(address, headers=asked)
    is_open = address.startswith("/api")
    assert ("Access-Control-Allow-Methods" in preflight.headers) == is_open
    assert preflight.status_code == 204


def test_options_of_nothing_are_not_found(client: TestClient) -> None:
    assert client.options("/nothing").status_code == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"])
def test_any_other_method_is_refused(client: TestClient, method: str) -> None:
    for address in (*ANSWERED, *PROBES, *MOVED):
        answer = client.request(method, address)
        assert answer.status_code == 405, address
        assert names_in(answer.headers["Allow"]) == READ_ONLY, address
        assert answer.headers["Cache-Control"] == "no-store", address


@pytest.mark.parametrize("query", [b"x=\xff", b"\xff\xfe=1", b"speaker=\xe9", b"url=\xff&q=\xff"])
def test_no_bytes_of_a_query_are_a_fault(client: TestClient, query: bytes) -> None:
    """Which a server may hand over as they came."""
    statuses = {}
    for address in (*ANSWERED, *MOVED, *REFUSED):
        path = address.partition("?")[0]
        statuses[address] = ask_raw(client, path, query=query)[0]["status"]
    assert {address for address, status in statuses.items() if status >= 500} == set()


def ask_raw(
    client: TestClient, address: str, method: str = "GET", query: bytes = b""
) -> tuple[Message, bytes]:
    """The head and the body of an answer as a server is given them."""
    path, _, asked = address.partition("?")
    messages: list[Message] = []
    hand_over(client, path, messages.append, method=method, query=query or asked.encode())
    head, *pieces = messages
    return head, b"".join(piece.get("body", b"") for piece in pieces)


# Conditions


@pytest.mark.parametrize("address", [*ANSWERED, MARKED])
def test_who_has_it_is_told_so(client: TestClient, address: str) -> None:
    full = client.get(address)
    tag = full.headers["ETag"]
    bare = tag.removeprefix("W/")
    for known in (tag, bare, f"W/{bare}", f'"a", W/{bare} , "b"', "*"):
        for method in ("GET", "HEAD"):
            again = client.request(method, address, headers={"If-None-Match": known})
            assert (again.status_code, again.content) == (304, b""), known
            assert again.headers["Cache-Control"] == full.headers["Cache-Control"]
            assert known == "*" or again.headers["ETag"] == tag
            varies = [names_in(answer.headers.get("Vary", "")) for answer in (full, again)]
            assert varies[0] <= varies[1]
    for other in ('"other"', bare.strip('"'), f'"x{bare[1:]}', ""):
        again = client.get(address, headers={"If-None-Match": other})
        assert (again.status_code, again.content) == (200, full.content), other


def test_a_day_counts_where_no_tag_is_sent(client: TestClient) -> None:
    for address in (*STATIC, MARKED):
        full = client.get(address)
        day = full.headers["Last-Modified"]
        old, new = formatdate(0, usegmt=True), formatdate(4e9, usegmt=True)
        for since, status in ((day, 304), (new, 304), (old, 200), ("yesterday", 200)):
            answer = client.get(address, headers={"If-Modified-Since": since})
            assert answer.status_code == status, (address, since)
        both = {"If-Modified-Since": new, "If-None-Match": '"other"'}
        assert client.get(address, headers=both).status_code == 200
    assert [
        a for a in ANSWERED if a not in STATIC and "Last-Modified" in client.get(a).headers
    ] == []


def test_what_is_wanted_as_it_was_is_refused_once_it_is_another(
    open_site: Callable[..., TestClient], real_database: Path
) -> None:
    """If-Match counts before all other conditions; a weak tag is like none (RFC 9110, 13.1.1)."""
    client = open_site(real_database, keep=64)
    for address in (*PAGES[:2], *DATA[:2], *SHARED[:1], STATIC[0], MARKED):
        full = client.get(address)
        tag = full.headers["ETag"]
        weak = tag.startswith("W/")
        cases = {
            tag: 412 if weak else 200,
            f'"other", {tag}': 412 if weak else 200,
            f"W/{tag}": 412,
            "*": 200,
            '"other"': 412,
            "x": 412,
        }
        for wanted, status in cases.items():
            for again in (client.get, client.head):
                answer = again(address, headers={"If-Match": wanted})
                assert answer.status_code == status, (address, wanted)
        both = {"If-Match": '"other"', "If-None-Match": tag, "Range": "bytes=0-1"}
        refused = client.get(address, headers=both)
        assert (refused.status_code, refused.content) == (412, b"")
        assert refused.headers.get_list("Content-Length") == ["0"]
        assert "Content-Type" not in refused.headers
        assert refused.headers["Cache-Control"] == "no-store"
        assert refused.headers.get("Vary") == full.headers.get("Vary")
    assert client.get("/en/nothing", headers={"If-Match": '"other"'}).status_code == 404
    assert client.get("/", headers={"If-Match": '"other"'}).status_code == 302
    assert client.post("/en/", headers={"If-Match": '"other"'}).status_code == 405


def test_a_day_refuses_where_one_is_told(client: TestClient) -> None:
    old, new = formatdate(0, usegmt=True), formatdate(4e9, usegmt=True)
    for address in (*STATIC, MARKED):
        full = client.get(address)
        day, tag = full.headers["Last-Modified"], full.headers["ETag"]
        for since, status in ((day, 200), (new, 200), (old, 412), ("yesterday", 200)):
            answer = client.get(address, headers={"If-Unmodified-Since": since})
            assert answer.status_code == status, (address, since)
        both = {"If-Unmodified-Since": old, "If-Match": tag}
        assert client.get(address, headers=both).status_code == 200
    assert client.get("/en/", headers={"If-Unmodified-Since": old}).status_code == 200


# Parts


def ask_parts(client: TestClient, parts: str, **headers: str) -> Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.get(MARKED, headers={"Range": parts, "Accept-Encoding": "identity", **named})


def test_parts_are_offered_where_they_are_given(client: TestClient) -> None:
    for address in (*PAGES, *EMBEDDED, *SHARED, *DATA):
        answer = client.get(address, headers={"Range": "bytes=0-1"})
        assert (answer.status_code, "Accept-Ranges" in answer.headers) == (200, False), address
    assert ask_parts(client, "bytes=0-1").headers["Accept-Ranges"] == "bytes"


def test_several_parts_come_with_their_places(client: TestClient) -> None:
    whole = client.get(MARKED, headers={"Accept-Encoding": "identity"})
    size, media_type = len(whole.content), whole.headers["Content-Type"]
    answer = ask_parts(client, f"bytes=0-4, 100-109 ,-3, {size}-{size + 9}")
    assert answer.status_code == 206
    kind, _, boundary = answer.headers["Content-Type"].partition("; boundary=")
    assert (kind, "Content-Range" in answer.headers) == ("multipart/byteranges", False)
    assert int(answer.headers["Content-Length"]) == len(answer.content)
    parts = answer.content.split(f"--{boundary}".encode())
    assert (parts[0], parts[-1].strip()) == (b"", b"--")
    ends = [(0, 5), (100, 110), (size - 3, size)]
    for part, (start, end) in zip(parts[1:-1], ends, strict=True):
        head, _, content = part.partition(b"\r\n\r\n")
        assert content.removesuffix(b"\r\n") == whole.content[start:end]
        lines = head.decode().split("\r\n")[1:]
        assert lines == [
            f"Content-Type: {media_type}",
            f"Content-Range: bytes {start}-{end - 1}/{size}",
        ]


def test_one_part_that_is_there_is_enough(client: TestClient) -> None:
    size = len(client.get(MARKED).content)
    answer = ask_parts(client, f"bytes={size}-, 2-3")
    assert (answer.status_code, answer.headers["Content-Range"]) == (206, f"bytes 2-3/{size}")
    answer = ask_parts(client, f"bytes=5-{10**30}")
    assert answer.headers["Content-Range"] == f"bytes 5-{size - 1}/{size}"
    answer = ask_parts(client, f"bytes=-{10**30}")
    assert answer.headers["Content-Range"] == f"bytes 0-{size - 1}/{size}"


def test_parts_that_are_not_there_are_said_to_be_so(client: TestClient) -> None:
    size = len(client.get(MARKED).content)
    for parts in (f"bytes={size}-", f"bytes={size}-{size + 1},{10**30}-", "bytes=-0"):
        answer = ask_parts(client, parts)
        assert (answer.status_code, answer.headers["Content-Range"]) == (416, f"bytes */{size}")
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "parts",
    ["bytes=5-2", "bytes=0-1,5-2", "bytes=", "bytes=,", "bytes=-", "bytes=1", "Bytes 1-2"],
)
def test_parts_that_are_none_count_for_nothing(client: TestClient, parts: str) -> None:
    assert ask_parts(client, parts).status_code == 200


def test_more_parts_than_anybody_needs_are_the_whole(client: TestClient) -> None:
    parts = ",".join(f"{start}-{start}" for start in range(0, 4000, 2))
    answer = ask_parts(client, f"bytes={parts}")
    assert (answer.status_code, len(answer.content)) == (200, len(client.get(MARKED).content))


def test_a_part_of_another_file_is_not_given(client: TestClient) -> None:
    whole = client.get(MARKED, headers={"Accept-Encoding": "identity"})
    tag, day = whole.headers["ETag"], whole.headers["Last-Modified"]
    cases = {tag: 206, day: 206, '"other"': 200, f"W/{tag}": 200, formatdate(0, usegmt=True): 200}
    for known, status in cases.items():
        assert ask_parts(client, "bytes=0-1", If_Range=known).status_code == status, known
    # What the reader has already goes first (RFC 9110, 13.2.2).
    assert ask_parts(client, "bytes=0-1", If_None_Match=tag).status_code == 304


# Caches


# What a request may say that an answer may depend on; each with what it says in turn.
SAID = {
    "Accept-Encoding": ["identity", "br"],
    "Accept-Language": ["en", "fr"],
    "Cookie": ["language=en", "language=fr"],
    "HX-Request": ["true", "false"],
    "HX-Request-Type": ["partial", "full"],
    "HX-Source": ["input#q", "form#filters"],
    "Accept": ["text/html", "application/json"],
    "Origin": ["https://other.example", "null"],
}


VARYING = [
    "/en/",
    "/en/quotes",
    "/en/search?q=troupes",
    "/en/quotes.json",
    EMBEDDED[0],
    *SHARED[:3],
    *MOVED[:3],
    *REFUSED[:7],
    "/static/nothing.css",
]


def test_what_an_answer_varies_by_it_says(
    open_site: Callable[..., TestClient], real_database: Path
) -> None:
    client = open_site(real_database, keep=64)
    for address in VARYING:
        for start in [{}, PARTIAL, FULL] if "?q=" in address or "quotes" in address else [{}]:
            for name, values in SAID.items():
                varies, answers = set(), set()
                for value in values:
                    with client.stream("GET", address, headers={**start, name: value}) as answer:
                        body = b"".join(answer.iter_raw())
                    answers.add((answer.status_code, answer.headers.get("Location"), body))
                    varies |= names_in(answer.headers.get("Vary", ""))
                assert len(answers) == 1 or name in varies, (address, name)


def test_an_answer_in_the_reader_s_language_says_so(
    client: TestClient, cast_client: TestClient
) -> None:
    withdrawn = cast_client.get("/embed/events/rumour")
    for answer in (client.get("/"), client.get("/nothing"), client.post("/health"), withdrawn):
        assert {"Cookie", "Accept-Language"} <= names_in(answer.headers["Vary"])


def test_how_long_each_kind_is_kept(client: TestClient) -> None:
    for address in (*PAGES, *EMBEDDED, *DATA):
        assert client.get(address).headers["Cache-Control"] == "no-cache", address
    for address in REFUSED:
        assert client.get(address).headers["Cache-Control"] == "no-store", address
    marked = client.get(MARKED).headers["Cache-Control"]
    assert marked == "public, max-age=31536000, immutable"
