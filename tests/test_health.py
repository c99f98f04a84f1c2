"""GET /health: the process serves."""

from collections.abc import Callable
from pathlib import Path

from starlette.testclient import TestClient


def test_it_answers_once_the_process_serves(client: TestClient) -> None:
    response = client.get("/health")
    assert (response.status_code, response.text) == (200, "ok\n")
    assert response.headers["Cache-Control"] == "no-store"


def test_it_answers_without_a_database(
    open_site: Callable[..., TestClient], tmp_path: Path
) -> None:
    assert open_site(tmp_path / "none.db").get("/health").status_code == 200
