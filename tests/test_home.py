"""The home page."""

import pytest
from starlette.testclient import TestClient

from tests.reading import LANGUAGES, count_of, links, number_in, open_page, text, texts, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_number_leads_to_a_list_of_so_many(client: TestClient, language: str) -> None:
    page = open_page(client, f"/{language}/")
    numbers = [
        (link.attributes["href"], number_in(words(link))) for link in page.css(".dateline a")
    ]
    assert numbers == [
        (f"/{language}/articles", 1),
        (f"/{language}/quotes", 19),
        (f"/{language}/actors?quoted=yes", 5),
        (f"/{language}/events", 10),
    ]
    listed = [open_page(client, address or "") for address, _ in numbers]
    items = ["main article.article-row", "blockquote", "main li h2", "ol.timeline > li"]
    assert [len(p.css(i)) for p, i in zip(listed, items, strict=True)] == [1, 19, 5, 10]


def test_each_number_of_the_matrix_is_the_length_of_its_list(client: TestClient) -> None:
    cells = open_page(client, "/fr/").css(".matrix td a")
    assert len(cells) == 19
    for link in cells:
        listed = open_page(client, link.attributes["href"] or "")
        assert count_of(listed) == number_in(words(link))


def test_the_latest_correction_is_a_change_of_the_record(cast_client: TestClient) -> None:
    assert "last changed on 25 April 2026" in text(open_page(cast_client, "/en/"), ".dateline")


@pytest.mark.parametrize("measure", ["quotes", "words"])
def test_each_voice_leads_to_its_quotes(client: TestClient, measure: str) -> None:
    page = open_page(client, f"/en/?measure={measure}")
    numbers = []
    for link in page.css(".bar-count"):
        listed = open_page(client, link.attributes["href"] or "")
        spoken = sum(len(quote.split()) for quote in texts(listed, "blockquote"))
        assert number_in(words(link)) == (count_of(listed) if measure == "quotes" else spoken)
        numbers.append(number_in(words(link)))
    assert sum(numbers) == (19 if measure == "quotes" else 204)


def test_a_cell_of_the_matrix_says_what_it_counts(client: TestClient) -> None:
    labels = [a.attributes["aria-label"] for a in open_page(client, "/en/").css(".matrix td a")]
    assert "Mike Pompeo, Armed groups: 3 quotes" in labels


def test_the_matrix_has_rows_and_columns_in_order_of_weight(client: TestClient) -> None:
    page = open_page(client, "/en/")
    columns = [link.rsplit("=")[-1] for link in links(page, ".matrix thead a")]
    assert columns[:3] == ["mike-pompeo", "donald-trump", "none"]
    assert links(page, ".matrix tbody th a")[:2] == [
        "/en/topics/troop-withdrawal",
        "/en/topics/armed-groups",
    ]


def test_the_timeline_draws_each_precision_as_its_own_mark(client: TestClient) -> None:
    page = open_page(client, "/en/")
    marks = {
        (a.attributes["href"] or "").rsplit("/")[-1]: (a.attributes["class"] or "").split()[1:]
        for a in page.css(".timeline-drawing a")
    }
    assert marks["trump-receives-al-kazimi"] == ["mark-day", "mark-inferred"]
    assert marks["soleimani-strike"] == ["mark-span", "mark-inferred"]
    assert marks["strategic-dialogue-continues"] == ["mark-span", "mark-inferred"]
    assert marks["us-presidential-election-2020"] == ["mark-day", "mark-foreseen"]
    assert len(marks) == 7


def test_the_timeline_is_numbered_as_time_runs(client: TestClient) -> None:
    page = open_page(client, "/en/")
    drawn = {link.attributes["href"]: words(link.css("text")[0]) for link in page.css("a.mark")}
    assert list(drawn.values()) == ["1", "2", "3", "4", "5", "6", "7"]
    for address, first in (("/en/", "1"), ("/en/events", "7")):
        rows = open_page(client, address).css("ol.timeline > li")
        listed = {links(row, ".event-name a")[0]: row.attributes["value"] for row in rows}
        assert drawn.items() <= listed.items()
        assert next(iter(listed.values())) == first
        assert list(listed.values())[7:] == ["8", "9", "10"]


def test_the_list_bears_the_shapes_of_the_drawing(client: TestClient) -> None:
    page = open_page(client, "/en/")
    drawn = {
        a.attributes["href"]: (a.attributes["class"] or "").split()[1] for a in page.css("a.mark")
    }
    rows = page.css("ol.timeline > li:not(.undated)")
    listed = {links(row, ".event-name a")[0]: f"mark-{row.attributes['class']}" for row in rows}
    assert listed == drawn


def test_what_has_no_date_lies_in_the_tray(client: TestClient) -> None:
    assert {a.rsplit("/")[-1] for a in links(open_page(client, "/en/"), ".tray a")} == {
        "anti-american-feeling",
        "daily-attacks",
        "hachd-demands-expulsion",
    }


def test_the_list_below_the_timeline_holds_every_event(client: TestClient) -> None:
    assert len(set(links(open_page(client, "/en/"), "ol.timeline .event-name a"))) == 10


def test_the_ribbon_has_each_quote_at_its_place(client: TestClient) -> None:
    page = open_page(client, "/en/")
    places = [
        float((a.css("rect")[-1].attributes["x"] or "").rstrip("%"))
        for row in page.css(".ribbon li")
        for a in row.css("a")
    ]
    assert len(places) == 19
    assert min(places) == pytest.approx(100 * 221 / 4119, abs=0.01)
    assert max(places) == pytest.approx(100 * 3957 / 4119, abs=0.01)
    anchors = {a.rsplit("#")[-1] for a in links(page, ".ribbon a")}
    article = open_page(client, "/en/articles/2020-08-trump-al-kazimi")
    assert anchors == {mark.attributes["id"] for mark in article.css("mark[id]")}


def test_it_opens_with_the_first_full_quote_of_the_latest_article(client: TestClient) -> None:
    page = open_page(client, "/en/")
    first = open_page(client, "/en/quotes?kind=full")
    assert text(page, ".opening blockquote") == texts(first, "blockquote")[0]
    assert links(page, ".opening a") == [
        "/en/quotes/trump-very-good-relationship",
        "/en/actors/donald-trump",
    ]


def test_it_leads_to_the_article_the_speakers_and_the_events(client: TestClient) -> None:
    found = links(open_page(client, "/en/"), "main a")
    assert "/en/articles/2020-08-trump-al-kazimi" in found
    assert "/en/actors/mike-pompeo" in found
    assert "/en/events/trump-receives-al-kazimi" in found
    assert "/en/topics/troop-withdrawal" in found


def test_it_stays_short_however_much_there_is(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/")
    assert len(page.css(".matrix thead a")) == 8
    assert len(page.css(".matrix tbody tr")) <= 12
    assert len(page.css(".bars li")) <= 20
    assert len(page.css("ol.timeline > li")) <= 30


def test_it_counts_only_what_is_live(cast_client: TestClient) -> None:
    numbers = [number_in(link) for link in texts(open_page(cast_client, "/en/"), ".dateline a")]
    assert numbers == [55, 66, 57, 58]
