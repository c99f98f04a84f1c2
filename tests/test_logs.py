"""The access log: a line of JSON a request, which can be turned off, and tells of no reader."""

import json
import logging
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from app.logs import UtcFormatter, access, set_up_logging
from app.settings import Settings


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
    client.get("/en/quotes?speaker=none", headers={"Cookie": "language=fr"})
    client.get("/en/nothing")
    found = [line for line in lines(capfd.readouterr().err) if line["name"] == "app.access"]
    assert [(f["method"], f["path"], f["query"], f["status"]) for f in found] == [
        ("GET", "/en/quotes", "speaker=none", 200),
        ("GET", "/en/nothing", "", 404),
    ]
    assert str(found[0]["asctime"]).endswith("+00:00")


@pytest.mark.usefixtures("quiet_after")
def test_it_tells_of_no_reader(client: TestClient, capfd: pytest.CaptureFixture[str]) -> None:
    set_up_logging(Settings())
    client.get("/en/", headers={"Cookie": "language=secret", "User-Agent": "someone"})
    written = capfd.readouterr().err
    assert "app.access" in written
    assert not [word for word in ("secret", "someone", "testclient") if word in written]


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
