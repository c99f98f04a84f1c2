"""Feeds and the calendar, as other people's libraries read them."""

import datetime as dt
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import pytest
from httpx2 import Response
from icalendar import Calendar
from lxml import etree
from starlette.testclient import TestClient

from tests.editing import EVENTS, FACTS, change, edit, load
from tests.reading import LANGUAGES, links, noted_statements, open_page, parse, quotes_of

SITE = "http://127.0.0.1:8000"
ATOM = "{http://www.w3.org/2005/Atom}"
QUERIES = [
    "",
    "?speaker=ana-verne",
    "?speaker=none",
    "?topic=river&kind=full",
    "?topic=silence",
    "?q=never",
]
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")


def read_feed(client: TestClient, address: str) -> Any:
    """A feed that a reader of feeds finds nothing wrong with."""
    response = client.get(address)
    assert response.status_code == 200, address
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = feedparser.parse(response.content, response_headers=dict(response.headers))
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


def slugs(feed: Any) -> list[str]:
    return [entry.id.rsplit("/", 1)[1] for entry in feed.entries]


# Rows


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_feed_has_the_newest_50_of_its_list(
    cast_client: TestClient, language: str, query: str
) -> None:
    feed = read_feed(cast_client, f"/{language}/quotes.atom{query}")
    assert slugs(feed) == quotes_of(open_page(cast_client, f"/{language}/quotes{query}"))
    assert len(slugs(feed)) <= 50


def test_the_feed_of_events_has_those_of_the_page(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/events")
    wanted = [link.rsplit("/", 1)[1] for link in links(page, "main h2 a")]
    assert slugs(read_feed(cast_client, "/en/events.atom")) == wanted
    assert len(wanted) == 50


def test_a_page_or_a_view_changes_no_feed(cast_client: TestClient) -> None:
    plain = cast_client.get("/en/quotes.atom?kind=full").content
    assert cast_client.get("/en/quotes.atom?page=2&kind=full&view=table&x=y").content == plain


# Structure: RFC 4287, 4.1.1 and 4.1.2


@pytest.mark.parametrize("path", ["quotes.atom", "events.atom", "quotes.atom?topic=silence"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_feed_and_entries_have_what_atom_wants(
    cast_client: TestClient, language: str, path: str
) -> None:
    feed = etree.fromstring(cast_client.get(f"/{language}/{path}").content)
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    for part in (feed, *entries):
        for name in ("id", "title", "updated"):
            (found,) = part.findall(f"{ATOM}{name}")
            assert found.text
        assert MOMENT.fullmatch(part.findtext(f"{ATOM}updated"))
        relations = {link.get("rel"): link.get("href") for link in part.findall(f"{ATOM}link")}
        assert all(address.startswith(SITE) for address in relations.values())
        assert relations["alternate"].startswith(f"{SITE}/{language}/")
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    (own,) = [link for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own.get("href") == feed.findtext(f"{ATOM}id") == f"{SITE}/{language}/{path}"
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
    for content in feed.iter(f"{ATOM}content"):
        assert content.get("type") == "xhtml"
        (child,) = content
        assert child.tag == "{http://www.w3.org/1999/xhtml}div"


def test_an_entry_says_the_words_who_and_whose(client: TestClient) -> None:
    feed = read_feed(client, "/en/quotes.atom?topic=timetable&speaker=mike-pompeo")
    entry = feed.entries[slugs(feed).index("pompeo-lowest-level-as-fast-as-possible")]
    content = entry.content[0].value
    assert "Le président a dit très clairement" in content
    assert "Our translation: The president has said very clearly" in content
    said = etree.HTML(content).xpath("string()")
    assert "Mike Pompeo, inferred, reporting the position of Donald Trump" in said
    assert "Full quote" in content
    assert "A rendering: the article prints these words in French" in content
    assert f"{SITE}/quotes/pompeo-lowest-level-as-fast-as-possible" in content
    assert entry.link == f"{SITE}/en/quotes/pompeo-lowest-level-as-fast-as-possible"
    assert [tag.term for tag in entry.tags] == ["timetable", "troop-withdrawal"]


def test_in_its_own_language_a_quote_has_no_translation(client: TestClient) -> None:
    feed = read_feed(client, "/fr/quotes.atom")
    assert [entry for entry in feed.entries if "traduction" in entry.content[0].value] == []
    assert feed.feed.language == "fr"


def test_nobody_says_a_term(client: TestClient) -> None:
    for entry in read_feed(client, "/en/quotes.atom?kind=term").entries:
        assert "nobody says it in the sentence" in entry.content[0].value
        assert ":" not in entry.title


def test_a_filter_is_in_the_title(client: TestClient) -> None:
    title = read_feed(client, "/en/quotes.atom?speaker=mike-pompeo&kind=full").feed.title
    assert title.startswith("Quotes: Full quote, Mike Pompeo")


# Dates and names that stay


def test_dates_are_those_of_the_files(
    seeds: Path, database: Path, open_site: Callable[..., TestClient]
) -> None:
    client = open_site(database)
    before = client.get("/en/quotes.atom").content
    events_before = client.get("/en/events.atom").content
    assert load(database, seeds) == 0
    assert client.get("/en/quotes.atom").content == before
    edit(seeds, FACTS, "added = 2026-11-22", "added = 2026-11-22\nchanged = 2027-02-03")
    load(database, seeds)
    feed = read_feed(client, "/en/quotes.atom")
    assert feed.feed.updated == "2027-02-03T00:00:00Z"
    assert {entry.updated for entry in feed.entries} == {"2027-02-03T00:00:00Z"}
    assert {entry.published for entry in feed.entries} == {"2026-11-22T00:00:00Z"}
    assert client.get("/en/events.atom").content == events_before
    edit(seeds, EVENTS, "added = 2026-11-22", "added = 2026-11-22\nchanged = 2027-04-05")
    load(database, seeds)
    assert read_feed(client, "/en/events.atom").feed.updated == "2027-04-05T00:00:00Z"


def test_an_id_is_the_short_permalink(client: TestClient) -> None:
    ids = {e.id for lang in LANGUAGES for e in read_feed(client, f"/{lang}/events.atom").entries}
    assert f"{SITE}/events/daily-attacks" in ids
    assert len(ids) == 10


def test_no_character_breaks_a_feed(
    cast_database: Path, tmp_path: Path, open_site: Callable[..., TestClient]
) -> None:
    """What XML cannot hold is replaced; what it marks up with is not taken for markup."""
    database = Path(shutil.copy(cast_database, tmp_path / "odd.db"))
    odd = ']]><b>&amp;\x0c\x01\uffff"'
    change(database, "UPDATE actor SET name = ? WHERE slug = 'ana-verne'", odd)
    client = open_site(database)
    feed = etree.fromstring(client.get("/en/quotes.atom?speaker=ana-verne").content)
    title = feed.findtext(f"{ATOM}entry/{ATOM}title")
    assert title.startswith(']]><b>&amp;\ufffd\ufffd\ufffd"')


# Addresses


def test_an_old_slug_leads_to_the_new_one(cast_client: TestClient) -> None:
    response = cast_client.get("/fr/quotes.atom?speaker=anna-verne&kind=full")
    assert response.status_code == 301
    assert response.headers["Location"] == "/fr/quotes.atom?kind=full&speaker=ana-verne"


def test_a_wrong_value_is_a_problem(client: TestClient) -> None:
    response = client.get("/en/quotes.atom?page=x")
    assert response.status_code == 422
    assert response.headers["Content-Type"] == "application/problem+json"


def test_head_answers_as_get_without_a_body(client: TestClient) -> None:
    for path in ("quotes.atom", "events.atom", "events.ics"):
        got, head = client.get(f"/en/{path}"), client.head(f"/en/{path}")
        assert (head.status_code, head.content, head.headers) == (200, b"", got.headers)


def test_without_a_language_it_is_the_reader_s(client: TestClient) -> None:
    for path in ("/quotes.atom?kind=full", "/events.atom", "/events.ics"):
        response = client.get(path, headers={"Accept-Language": "fr"})
        assert (response.status_code, response.headers["Location"]) == (302, f"/fr{path}")


def test_a_page_leads_to_its_feed_and_calendar(client: TestClient) -> None:
    page = open_page(client, "/fr/events?page=1")
    assert links(page, "link[type='application/atom+xml']") == ["/fr/events.atom"]
    assert links(page, "link[type='text/calendar']") == ["/fr/events.ics"]
    assert links(page, ".forms a")[2:] == ["/fr/events.atom", "/fr/events.ics"]


@pytest.mark.parametrize(
    ("path", "number"), [("quotes.atom", 3), ("events.atom", 2), ("events.ics", 1)]
)
def test_it_asks_so_many_statements_however_much_there_is(
    client: TestClient, cast_client: TestClient, path: str, number: int
) -> None:
    for reader in (client, cast_client):
        with noted_statements(reader) as statements:
            reader.get(f"/en/{path}")
        assert len(statements) == number


# Calendar


def read_calendar(response: Response) -> Calendar:
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    lines = response.content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)  # RFC 5545, 3.1
    calendar = Calendar.from_ical(response.content)
    assert isinstance(calendar, Calendar)
    return calendar


def entries_of(client: TestClient, language: str = "en") -> dict[str, Any]:
    calendar = read_calendar(client.get(f"/{language}/events.ics"))
    return {str(entry["URL"]).rsplit("/", 1)[1]: entry for entry in calendar.walk("VEVENT")}


def test_a_calendar_holds_the_events_dated_to_the_day(client: TestClient) -> None:
    days = {slug: entry.decoded("DTSTART") for slug, entry in entries_of(client).items()}
    assert days == {
        "pompeo-receives-fouad-hussein": dt.date(2020, 8, 19),
        "trump-receives-al-kazimi": dt.date(2020, 8, 20),
        "us-presidential-election-2020": dt.date(2020, 11, 3),
    }
    # A date without a time: the whole day, RFC 5545, 3.6.1.
    assert {type(day) for day in days.values()} == {dt.date}


@pytest.mark.parametrize(
    ("date", "earliest", "latest", "held"),
    [
        ("2021-03-15", "2021-03-15", "2021-03-15", True),
        ("2021-03-15?", "2021-03-15", "2021-03-15", True),
        ("2021-03-15~", "2021-03-15", "2021-03-15", False),
        ("2021-03-15%", "2021-03-15", "2021-03-15", False),
        ("2021-03-15/..", "2021-03-15", "2021-03-15", False),
        ("2021-03-15/2021-03-15", "2021-03-15", "2021-03-15", False),
        ("2021-03-15/2021-03-16", "2021-03-15", "2021-03-16", False),
        ("2021-03", "2021-03-01", "2021-03-31", False),
        ("2021", "2021-01-01", "2021-12-31", False),
    ],
)
def test_a_date_that_is_no_day_stays_out(
    cast_database: Path,
    tmp_path: Path,
    open_site: Callable[..., TestClient],
    date: str,
    earliest: str,
    latest: str,
    held: bool,
) -> None:
    database = Path(shutil.copy(cast_database, tmp_path / "dated.db"))
    change(
        database,
        "UPDATE event SET date = ?, date_earliest = ?, date_latest = ? WHERE slug = 'pact-signed'",
        *(date, earliest, latest),
    )
    assert ("pact-signed" in entries_of(open_site(database))) is held


def test_a_calendar_says_that_others_are_left_out(client: TestClient) -> None:
    for language, words in (("en", "are left out here"), ("fr", "ne figurent pas ici")):
        calendar = read_calendar(client.get(f"/{language}/events.ics"))
        assert words in str(calendar["X-WR-CALDESC"])
        assert words in str(calendar["DESCRIPTION"])


def test_an_entry_says_how_its_day_is_known(client: TestClient) -> None:
    entries = entries_of(client)
    inferred = str(entries["trump-receives-al-kazimi"]["DESCRIPTION"])
    assert "inferred" in inferred
    assert "August 2020 has four Thursdays" in inferred
    outside = str(entries["us-presidential-election-2020"]["DESCRIPTION"])
    assert "from outside the article" in outside
    assert "3 U.S.C." in outside
    assert "still to come" in outside
    assert f"{SITE}/events/us-presidential-election-2020" in outside


def test_an_entry_keeps_its_name_and_stamp(client: TestClient) -> None:
    english, french = entries_of(client), entries_of(client, "fr")
    for slug, entry in english.items():
        assert entry["UID"] == french[slug]["UID"] == entry["URL"] == f"{SITE}/events/{slug}"
        assert entry.decoded("DTSTAMP") == dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
        assert entry["SUMMARY"] != french[slug]["SUMMARY"]


def test_the_page_says_what_the_calendar_leaves_out(client: TestClient) -> None:
    assert "only the events that are dated to the day" in parse(client.get("/en/events")).text()
