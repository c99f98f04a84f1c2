"""The timeline of events."""

import pytest
from starlette.testclient import TestClient

from tests.cast import CROWD
from tests.reading import LANGUAGES, attributes, links, open_page, texts

IN_ORDER = [
    "us-presidential-election-2020",
    "trump-receives-al-kazimi",
    "pompeo-receives-fouad-hussein",
    "strategic-dialogue-continues",
    "strategic-dialogue-opens",
    "al-kazimi-appointed",
    "soleimani-strike",
    "anti-american-feeling",
    "daily-attacks",
    "hachd-demands-expulsion",
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_latest_comes_first_and_the_undated_last(client: TestClient, language: str) -> None:
    page = open_page(client, f"/{language}/events")
    found = links(page, "ol.timeline h2 a, ol.timeline h3 a")
    assert found == [f"/{language}/events/{slug}" for slug in IN_ORDER]


def test_each_date_is_as_precise_as_its_source(client: TestClient) -> None:
    page = open_page(client, "/en/events")
    assert attributes(page, "ol.timeline time", "datetime") == [
        "2020-11-03",
        "2020-08-20",
        "2020-08-19",
        "2020-08-17",
        "2020-06",
        "2020-05",
        "2020-01",
    ]


def test_a_month_is_never_given_a_day(client: TestClient) -> None:
    words = texts(open_page(client, "/en/events"), "ol.timeline time")
    assert words[4:] == ["June 2020", "May 2020", "January 2020"]
    words = texts(open_page(client, "/fr/events"), "ol.timeline time")
    assert words[4:] == ["juin 2020", "mai 2020", "janvier 2020"]


def test_what_is_not_stated_says_how_it_is_known(client: TestClient) -> None:
    page = open_page(client, "/en/events")
    dates = texts(page, ".event-date")
    assert "outside" in dates[0]
    assert all("inferred" in date for date in dates[1:7])


def test_what_has_no_date_is_given_none(client: TestClient) -> None:
    page = open_page(client, "/en/events")
    undated = page.css("ol.timeline li.undated")
    assert len(undated) == 3
    assert [found.css("time") for found in undated] == [[], [], []]
    told = [texts(found, ".event-date")[0] for found in undated]
    assert told[1] == told[2] != told[0]


def test_it_is_paged(cast_client: TestClient) -> None:
    first = open_page(cast_client, "/fr/events")
    assert len(links(first, "ol.timeline h2 a, ol.timeline h3 a")) == 50
    assert links(first, "a[rel=next]") == ["/fr/events?page=2"]
    second = open_page(cast_client, "/fr/events?page=2")
    rest = links(second, "ol.timeline h2 a, ol.timeline h3 a")
    assert len(rest) == CROWD + 3 - 50
    assert rest[-1] == "/fr/events/kept-by-other"


def test_the_withdrawn_are_not_listed(cast_client: TestClient) -> None:
    for address in ("/en/events", "/en/events?page=2"):
        found = " ".join(links(open_page(cast_client, address)))
        assert "rumour" not in found
        assert "gone-with-article" not in found
