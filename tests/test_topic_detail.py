"""A page a topic: what it is, its quotes, its events."""

import pytest
from starlette.testclient import TestClient

from tests.cast import CROWD
from tests.conftest import ROOT
from tests.reading import LANGUAGES, count_of, links, number_in, open_page, quotes_of, text, texts

SLUGS = [
    line.removeprefix("topics/")
    for line in (ROOT / "seeds" / "permalinks.txt").read_text().split()
    if line.startswith("topics/")
]


@pytest.mark.parametrize("slug", SLUGS)
def test_its_numbers_are_those_of_its_lists(client: TestClient, slug: str) -> None:
    page = open_page(client, f"/fr/topics/{slug}")
    quotes, events = (number_in(link) for link in texts(page, "h1 ~ .meta a"))
    assert (len(quotes_of(page)), len(page.css("#events ~ article"))) == (quotes, events)
    assert count_of(open_page(client, f"/fr/quotes?topic={slug}")) == quotes


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_definition_is_in_the_language_of_the_page(client: TestClient, language: str) -> None:
    page = open_page(client, f"/{language}/topics/timetable")
    definition = text(page, "h1 + p")
    assert definition.startswith({"en": "When, or how fast", "fr": "Quand, ou à quel"}[language])
    assert page.css("meta[name=description]")[0].attributes["content"] == definition


def test_a_topic_without_quotes_leads_on(client: TestClient) -> None:
    page = open_page(client, "/en/topics/us-politics")
    assert quotes_of(page) == []
    assert "/en/quotes" in links(page, "#quotes ~ p a")


def test_a_topic_without_anything_leads_on(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/topics/silence")
    assert "/en/quotes" in links(page, "main section a")
    assert "/en/events" in links(page, "main section a")


def test_more_quotes_than_a_page_holds_lead_to_their_list(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/topics/border")
    assert len(quotes_of(page)) == 50
    assert "/en/quotes?topic=border" in links(page, "#quotes ~ p a")


def test_more_events_than_a_page_holds_are_not_passed_over_in_silence(
    cast_client: TestClient,
) -> None:
    """Its head counts them all: the list below is all of them, or says what it leaves out."""
    page = open_page(cast_client, "/en/topics/border")
    told = [number_in(p) for p in texts(page, "#events ~ p") if any(c.isdigit() for c in p)]
    assert number_in(texts(page, "h1 ~ .meta a")[1]) == CROWD
    assert len(page.css("#events ~ article")) == CROWD or CROWD in told
