"""Clients that keep the server waiting, or send what no reader sends: each connection ends, and
readers notice nothing of it."""

import socket
import subprocess
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.slow_clients import Crowd, crowding, request
from tests.test_serving import SECONDS, read, serving, wait_until

Server = tuple[subprocess.Popen[bytes], str]
Heard = tuple[int, list[tuple[str, str]], bytes]  # status, headers, body
LAST = SECONDS  # in which what the server is to end has ended, on a machine that does other things


@pytest.fixture(scope="module")
def server(real_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    log = tmp_path_factory.mktemp("slow") / "log"
    with serving(real_database, log, "--workers", "1") as found:
        yield found


@pytest.fixture(scope="module")
def crowd(server: Server) -> Iterator[Crowd]:
    """Two hundred slow clients, which are there from the first test to the last."""
    with crowding(port_of(server), 200) as opened:
        yield opened


def port_of(server: Server) -> int:
    return int(server[1].rpartition(":")[2])


def exchange(server: Server, *sent: bytes) -> bytes:
    """All that the server says to some bytes until it ends the connection."""
    heard = b""
    with socket.create_connection(("127.0.0.1", port_of(server)), timeout=LAST) as connection:
        for part in sent:
            try:
                connection.sendall(part)
            except OSError:  # what was said before may still be read
                break
        try:
            while piece := connection.recv(65_536):
                heard += piece
        except ConnectionResetError:
            return heard
    return heard


def memory_of(process: subprocess.Popen[bytes]) -> int:
    """Megabytes that a process has taken at most."""
    for line in Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) // 1024
    raise AssertionError("the system does not tell")


@pytest.mark.usefixtures("crowd")
def test_readers_get_their_pages_meanwhile(server: Server) -> None:
    for path in ("/en/", "/fr/quotes", "/en/record.ndjson", "/ready") * 5:
        assert read(server[1] + path)


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (request(b"/en/", b"X-Long: " + b"x" * 17_000), 431),
        (request(b"/en/" + b"x" * 17_000), 431),
        (request(b"/en/", *[b"X: y"] * 3_000), 431),
        (request(b"/en/", b"Content-Length: 99999999999999999999", method=b"POST"), 400),
        (request(b"/en/", b"Content-Length: -1", method=b"POST"), 400),
        (request(b"/en/\xff"), 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400),
        (b"GET /en/ HTTP/1.1\nno header\n\n", 400),
    ],
)
def test_what_cannot_be_read_is_told_and_ended(server: Server, sent: bytes, status: int) -> None:
    last = exchange(server, sent).rpartition(b"HTTP/1.1 ")[2]
    head, _, text = last.partition(b"\r\n\r\n")
    assert head.startswith(b"%d " % status)
    said = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
    assert said[b"content-security-policy"].startswith(b"default-src 'none'")
    assert said[b"x-content-type-options"] == b"nosniff"
    assert said[b"cache-control"] == b"no-store"
    assert said[b"connection"] == b"close"
    assert b"server" not in said
    assert int(said[b"content-length"]) == len(text) > 20
    assert b"uvicorn" not in last.lower()


NEXT = request(b"/en/nothing", b"Connection: close")  # what somebody would smuggle in
CHUNKED = b"Transfer-Encoding: chunked"
BEGUN = request(b"/en/", CHUNKED, method=b"POST")


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (request(b"/en/", b"Content-Length: 0", b"Content-Length: 57", method=b"POST"), 400),
        (request(b"/en/", b"Content-Length: 0", b"Content-Length: 0", method=b"POST"), 400),
        (request(b"/en/", b"Content-Length: 0, 0", method=b"POST"), 400),
        (request(b"/en/", b"Content-Length: +0", method=b"POST"), 400),
        (request(b"/en/", b"Content-Length:", method=b"POST"), 400),
        (request(b"/en/", b"Content-Length : 0", method=b"POST"), 400),
        (request(b"/en/", b"Content-Length: 5", CHUNKED, method=b"POST") + b"0\r\n\r\n", 400),
        (request(b"/en/", CHUNKED, b"Content-Length: 5", method=b"POST") + b"0\r\n\r\n", 400),
        (request(b"/en/", CHUNKED, CHUNKED, method=b"POST") + b"0\r\n\r\n", 400),
        (request(b"/en/", CHUNKED + b", identity", method=b"POST") + b"0\r\n\r\n", 400),
        (request(b"/en/", b"Transfer-Encoding : chunked", method=b"POST") + b"0\r\n\r\n", 400),
        (b"GET /en/ HTTP/1.1\nHost: localhost\n\n", 400),
        (b"GET /en/ HTTP/1.1\r\nHost: localhost\nX: y\r\n\r\n", 400),
        (b"GET /en/ HTTP/1.1\r\nHost: localhost\rX: y\r\n\r\n", 400),
        (b"GET /en/ HTTP/1.1\r\nHost: localhost\r\n\n", 400),
        (request(b"/en/", b"X: y\r\n z"), 400),
        (request(b"/en/", b"Content-Length:\r\n 0", method=b"POST"), 400),
        (request(b"/en/", b"Transfer-Encoding:\r\n chunked", method=b"POST"), 400),
        # The head is read and answered; what cannot be told to end is the last on its connection.
        (request(b"/en/", b"Transfer-Encoding: xchunked", method=b"POST") + b"0\r\n\r\n", 405),
        (BEGUN.replace(b"1.1", b"1.0", 1) + b"0\r\n\r\n", 405),
        (BEGUN + b"0\n\n", 405),
        (BEGUN + b"1\r\nx\n0\r\n\r\n", 405),
        (BEGUN + b"1\r\nxyz\r\n0\r\n\r\n", 405),
        (BEGUN + b"1;a\nx\r\n0\r\n\r\n", 405),
        (BEGUN + b"0x1\r\nx\r\n0\r\n\r\n", 405),
        (BEGUN + b"10000000000000000\r\nx\r\n0\r\n\r\n", 405),
    ],
)
def test_nothing_follows_a_request_whose_end_is_in_doubt(
    server: Server, sent: bytes, status: int
) -> None:
    """As RFC 9112 wants it (2.2, 5.1, 5.2, 6.1, 6.3, 7.1): there is one answer, and no other."""
    said = exchange(server, sent + NEXT).split(b"HTTP/1.1 ")[1:]
    assert [int(answer[:3]) for answer in said] == [status]


def test_what_follows_a_request_that_ends_is_answered(server: Server) -> None:
    whole = [
        request(b"/en/", b"Content-Length: 2", method=b"POST") + b"xx",
        BEGUN + b"1;a=b\r\nx\r\n0\r\n\r\n",
    ]
    for sent in whole:
        said = exchange(server, sent + NEXT).split(b"HTTP/1.1 ")[1:]
        assert [int(answer[:3]) for answer in said] == [405, 404]


def test_a_head_or_body_without_end_takes_no_memory(server: Server) -> None:
    before = memory_of(server[0])
    endless = [b"x" * 1_000_000] * 60
    exchange(server, request(b"/en/")[:-2] + b"X-Long: ", *endless)
    exchange(server, request(b"/en/")[:-2], *[b"X-Many: y\r\n" * 100_000] * 60)
    exchange(server, b"GET /", *endless)
    chunks = [b"186a0\r\n" + b"x" * 100_000 + b"\r\n"] * 600
    exchange(server, request(b"/en/", b"Transfer-Encoding: chunked", method=b"POST"), *chunks)
    assert memory_of(server[0]) - before < 30


def test_what_asks_for_another_protocol_is_answered_and_ended(server: Server) -> None:
    upgrade = request(b"/health", b"Connection: Upgrade, HTTP2-Settings", b"Upgrade: h2c")
    socket_of_the_web = request(b"/health", b"Connection: Upgrade", b"Upgrade: websocket")
    for sent in (upgrade, socket_of_the_web):
        said = exchange(server, sent + request(b"/health"))
        assert said.startswith(b"HTTP/1.1 200 ")
        assert said.count(b"HTTP/1.1") == 1
        assert said.endswith(b"ok\n")


@pytest.mark.parametrize("length", [b"Content-Length: 1000000", b"Transfer-Encoding: chunked"])
def test_a_body_is_not_read_to_its_end(server: Server, length: bytes) -> None:
    """What it came with is answered, once, before it is whole."""
    body = b"f4240\r\n" + b"x" * 999_000
    said = exchange(server, request(b"/en/quotes", length, method=b"POST"), body)
    assert said.startswith(b"HTTP/1.1 405 ")
    assert said.count(b"HTTP/1.1") == 1
    assert b"</html>" in said


def test_many_requests_at_once_are_answered_in_their_order(server: Server) -> None:
    last = request(b"/en/nothing", b"Connection: close")
    said = exchange(server, request(b"/health") * 50 + last)
    statuses = [part[:3] for part in said.split(b"HTTP/1.1 ")[1:]]
    assert statuses == [b"200"] * 50 + [b"404"]


def test_what_was_asked_before_is_answered_yet(server: Server) -> None:
    long = request(b"/en/", b"X-Long: " + b"x" * 40_000)
    said = exchange(server, request(b"/health") * 3 + long + request(b"/health"))
    assert [part[:3] for part in said.split(b"HTTP/1.1 ")[1:]] == [b"200"] * 3


def test_what_is_kept_is_sent_with_the_headers_of_any_answer(
    server: Server, client: TestClient
) -> None:
    """Its head is finished; each ends where the next begins, on one connection."""
    connection = HTTPConnection("127.0.0.1", port_of(server), timeout=LAST)

    def ask(method: str, headers: dict[str, str], path: str = "/en/quotes") -> Heard:
        connection.request(method, path, headers={"Accept-Encoding": "br", **headers})
        answer = connection.getresponse()
        return answer.status, [(k.lower(), v) for k, v in answer.getheaders()], answer.read()

    ask("GET", {})
    status, lines, page = ask("GET", {})
    known = {"If-None-Match": dict(lines)["etag"]}
    assert (status, int(dict(lines)["content-length"])) == (200, len(page))
    assert ask("HEAD", {})[::2] == (200, b"")
    for method, headers in (
        ("GET", {}),
        ("HEAD", {}),
        ("GET", known),
        ("GET", {"If-Match": '"x"'}),
    ):
        expected = client.request(
            method, "/en/quotes", headers={"Accept-Encoding": "br", **headers}
        )
        status, lines, _ = ask(method, headers)
        names = [name for name, _ in lines if name != "date"]
        if headers is not known:  # the address of the site stands in the page, so its tag differs
            assert (status, names) == (expected.status_code, list(expected.headers))
        else:
            assert (status, "content-length" in names) == (304, False)
            assert "content-security-policy" in names
    _, lines, last = ask("GET", {"Connection": "close"})
    assert (dict(lines)["connection"], last) == ("close", page)


def test_too_many_requests_at_once_are_not(server: Server) -> None:
    before = memory_of(server[0])
    exchange(server, request(b"/en/") * 100_000)
    assert memory_of(server[0]) - before < 30


def test_past_the_most_connections_readers_come_before_who_waits(
    real_database: Path, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    with (
        serving(real_database, log, "--workers", "1", files=160) as server,
        crowding(port_of(server), 300) as crowd,
    ):
        wait_until(lambda: len(crowd.left()) <= 60)
        for _ in range(20):
            assert read(f"{server[1]}/en/topics")
    assert "Traceback" not in log.read_text()


def test_every_slow_connection_is_ended(server: Server, crowd: Crowd) -> None:
    """The last, so that they had their time."""
    deadline = crowd.opened + LAST
    while left := crowd.left():
        assert time.monotonic() < deadline, left
        time.sleep(1)
    assert read(f"{server[1]}/en/")
