"""GET /ready: the database answers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

Open = Callable[..., TestClient]


def test_it_answers_once_the_database_does(client: TestClient) -> None:
    response = client.get("/ready")
    assert (response.status_code, response.text) == (200, "ok\n")
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("content", [None, b"", b"no database " * 500])
def test_it_says_when_the_database_does_not(
    open_site: Open, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "bad.db"
    if content is not None:
        path.write_bytes(content)
    response = open_site(path).get("/ready")
    assert response.status_code == 503
    assert "Traceback" not in response.text


def test_no_answer_about_the_database_is_kept(open_site: Open, tmp_path: Path) -> None:
    response = open_site(tmp_path / "none.db").get("/ready")
    assert response.headers["Cache-Control"] == "no-store"


def test_it_answers_again_once_the_database_is_back(
    open_site: Open, database: Path, tmp_path: Path
) -> None:
    client = open_site(tmp_path / "later.db")
    assert client.get("/ready").status_code == 503
    database.rename(tmp_path / "later.db")
    assert client.get("/ready").status_code == 200
