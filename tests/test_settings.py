"""Settings: what they are by default, and what they do to the pages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.settings import Settings
from tests.reading import attribute, links, open_page

Open = Callable[..., TestClient]


def test_the_site_is_served_on_this_machine_by_default() -> None:
    assert Settings().public_address == "http://127.0.0.1:8000"


def test_a_setting_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_PORT", "8123")
    assert Settings().public_address == "http://127.0.0.1:8123"


def test_an_ipv6_host_stands_in_brackets() -> None:
    assert Settings(host="::1").public_address == "http://[::1]:8000"


def test_the_public_address_loses_its_last_slash() -> None:
    assert Settings(public_url="https://example.org/").public_address == "https://example.org"


@pytest.mark.parametrize("empty", ["DASHBOARD_CONTACT", "DASHBOARD_PUBLIC_URL"])
def test_an_empty_setting_is_none(monkeypatch: pytest.MonkeyPatch, empty: str) -> None:
    monkeypatch.setenv(empty, "")
    assert Settings().contact is None
    assert Settings().public_address == "http://127.0.0.1:8000"


def test_canonical_links_use_the_public_address(open_site: Open, real_database: Path) -> None:
    client = open_site(real_database, public_url="https://example.org")
    page = open_page(client, "/en/events")
    assert attribute(page, "link[rel=canonical]", "href") == "https://example.org/en/events"


def test_permalinks_use_the_public_address(open_site: Open, real_database: Path) -> None:
    client = open_site(real_database, public_url="https://example.org")
    page = open_page(client, "/fr/events/daily-attacks")
    assert attribute(page, "[data-copy]", "data-copy") == (
        "https://example.org/events/daily-attacks"
    )


@pytest.mark.parametrize("contact", ["mailto:desk@example.org", "https://example.org/contact"])
def test_the_footer_leads_to_the_contact(
    open_site: Open, real_database: Path, contact: str
) -> None:
    page = open_page(open_site(real_database, contact=contact), "/en/")
    assert contact in links(page, "footer a")


def test_without_a_contact_the_footer_offers_none(client: TestClient) -> None:
    page = open_page(client, "/en/")
    assert all(link.startswith("/en/") for link in links(page, "footer a"))
