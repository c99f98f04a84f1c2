"""The access log: a line of JSON a request, which can be turned off, and tells of no reader."""

import json
import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.logs import UtcFormatter, access, set_up_logging
from app.settings import Settings
from tests.reading import parse, texts


@pytest.fixture
def quiet_after() -> Iterator[None]:
    """Logging as it was, whatever a test sets up."""
    root = logging.getLogger()
    handlers, level, disabled = list(root.handlers), root.level, access.disabled
    yield
    root.handlers[:], access.disabled = handlers, disabled
    root.setLevel(level)


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.usefixtures("quiet_after")
def test_each_request_is_a_line_of_json(
    client: TestClient, capfd: pytest.CaptureFixture[str]
) -> None:
    set_up_logging(Settings())
    client.get("/en/quotes?speaker=none&topic=", headers={"Cookie": "language=fr"})
    client.get("/en/nothing")
    found = [line for line in lines(capfd.readouterr().err) if line["name"] == "app.access"]
    assert [(f["method"], f["path"], f["keys"], f["status"]) for f in found] == [
        ("GET", "/en/quotes", ["speaker", "topic"], 200),
        ("GET", "/en/nothing", [], 404),
    ]
    assert str(found[0]["asctime"]).endswith("+00:00")
    assert len({str(f["request_id"]) for f in found}) == 2


@pytest.mark.usefixtures("quiet_after")
def test_it_tells_of_no_reader(client: TestClient, capfd: pytest.CaptureFixture[str]) -> None:
    set_up_logging(Settings())
    told = {"Cookie": "language=secret", "User-Agent": "someone", "X-Request-Id": "mine"}
    client.get("/en/search?q=illness&in=quotes&Dr+Smith=1&%6dine", headers=told)
    # The client logs too what it asks for.
    (line,) = (one for one in lines(capfd.readouterr().err) if one["name"] == "app.access")
    assert line["keys"] == ["?", "in", "q"]
    words = ("secret", "someone", "testclient", "illness", "Smith", "mine")
    assert not [word for word in words if word in str(line)]


@pytest.mark.usefixtures("quiet_after")
@pytest.mark.parametrize("access_log", [True, False])
@pytest.mark.parametrize("path", ["/en/", "/fr/quotes.json", "/api/v1/quotes"])
def test_a_fault_is_found_in_the_log_by_what_the_reader_was_told(
    open_site: Callable[..., TestClient],
    database: Path,
    capfd: pytest.CaptureFixture[str],
    access_log: bool,
    path: str,
) -> None:
    set_up_logging(Settings(access_log=access_log))
    site = open_site(database, access_log=access_log)
    database.unlink()
    answer = site.get(path, headers={"X-Request-Id": "mine"})
    found = [line for line in lines(capfd.readouterr().err) if line["levelname"] == "ERROR"]
    assert [line["request_id"] for line in found] == [answer.headers["X-Request-Id"]]
    assert "mine" not in answer.headers["X-Request-Id"]
    if path == "/en/":
        assert answer.headers["X-Request-Id"] in texts(parse(answer), "main code")


@pytest.mark.usefixtures("quiet_after")
def test_it_can_be_turned_off(client: TestClient, capfd: pytest.CaptureFixture[str]) -> None:
    set_up_logging(Settings(access_log=False))
    client.get("/en/")
    assert "app.access" not in capfd.readouterr().err


def test_a_line_break_in_a_message_makes_no_line() -> None:
    record = logging.LogRecord("x", logging.INFO, "", 0, "one\r\ntwo", None, None)
    written = UtcFormatter("%(message)s").format(record)
    assert "\n" not in written
    assert json.loads(written)["message"] == "one\r\ntwo"
