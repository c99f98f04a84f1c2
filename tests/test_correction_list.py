"""Corrections: in the seeds, on the record's page, in the list, as a feed."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import pytest
from starlette.testclient import TestClient

from tests.cast import CROWD
from tests.editing import ACTORS, QUOTES, Mistake, append, ask, check_refusal, edit, load
from tests.reading import LANGUAGES, attributes, links, node, open_page, text, texts, words

CORRECTIONS = "corrections.toml"
DEFI = "quotes/challenge-of-armed-groups"
PAGE = {"en": ("The topic was wrong.", "The topic is right."), "fr": ("était faux", "est juste")}

Open = Callable[..., TestClient]


def correction(record: str = DEFI, **changed: str) -> str:
    """A table of the file, good in all but what is changed."""
    lines = {
        "date": "2026-12-01",
        "record": f'"{record}"',
        "was.en": '"Wrong."',
        "was.fr": '"Faux."',
        "now.en": '"Right."',
        "now.fr": '"Juste."',
        **{key.replace("_", "."): value for key, value in changed.items()},
    }
    pairs = (f"{key} = {value}\n" for key, value in lines.items() if value)
    return "\n[[correction]]\n" + "".join(pairs)


def mistake(reason: str, record: str = DEFI, **changed: str) -> Mistake:
    """A correction that cannot be so."""
    return Mistake(CORRECTIONS, "", correction(record, **changed), f"record {record!r}", reason)


# In the seeds

MISTAKES = {
    "no such quote": mistake(
        "refers to quotes/none-such, which does not exist", "quotes/none-such"
    ),
    "slug of another noun": mistake("refers to actors/timetable", "actors/timetable"),
    "no such noun": mistake("'speakers/iran' is not the address of a record", "speakers/iran"),
    "no noun": mistake("'iran' is not the address of a record", "iran"),
    "no slug": mistake("'' is not a slug", "quotes/"),
    "address of a page": mistake("'/en/quotes/x' is not the address", "/en/quotes/x"),
    "no record": Mistake(
        CORRECTIONS, "", correction().replace("record =", "of ="), "table 1", "record: missing key"
    ),
    "no date": mistake("date: missing key", date=""),
    "date that is a text": mistake("date: Input should be a valid date", date='"2026-12-01"'),
    "one language": mistake("was.fr: missing key", was_fr=""),
    "nothing changed": mistake("`was` and `now` are the same", now_en='"Wrong."'),
    "unknown key": mistake("why: unknown key", why='"Because."'),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_and_the_database_stays(name: str, seeds: Path, database: Path) -> None:
    check_refusal(MISTAKES[name], seeds, database)


def test_a_record_must_be_named_by_its_present_slug(seeds: Path, database: Path) -> None:
    edit(seeds, QUOTES, 'slug = "challenge-of', 'was = ["old-challenge"]\nslug = "challenge-of')
    reason = f"refers to quotes/old-challenge, which is now {DEFI}: name it so"
    check_refusal(mistake(reason, "quotes/old-challenge"), seeds, database)


def test_the_file_must_be_there(seeds: Path, database: Path) -> None:
    (seeds / CORRECTIONS).unlink()
    missing = Mistake(ACTORS, "", "", "", "is missing", told_of=CORRECTIONS)
    check_refusal(missing, seeds, database)


def test_a_withdrawn_record_keeps_its_corrections(seeds: Path, database: Path) -> None:
    gone = '\nwithdrawn = { en = "Gone", fr = "Parti" }'
    edit(seeds, QUOTES, '"challenge-of-armed-groups"', f'"challenge-of-armed-groups"{gone}')
    append(seeds, CORRECTIONS, correction())
    load(database, seeds)
    assert ask(database, "SELECT noun, slug FROM correction") == [tuple(DEFI.split("/"))]


def test_loading_again_writes_nothing(seeds: Path, database: Path) -> None:
    append(seeds, CORRECTIONS, correction() + correction(date="2026-11-30") + correction())
    assert load(database, seeds) == 3
    assert load(database, seeds) == 0
    rows = ask(database, "SELECT date, number FROM correction ORDER BY date, number")
    assert rows == [("2026-11-30", 1), ("2026-12-01", 1), ("2026-12-01", 2)]


# On the record's page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "record",
    [
        DEFI,
        "articles/2020-08-trump-al-kazimi",
        "actors/iran",
        "events/daily-attacks",
        "topics/iran",
    ],
)
def test_a_record_shows_its_corrections_and_no_other(
    open_site: Open, seeds: Path, database: Path, record: str, language: str
) -> None:
    others = {"quotes/washington-reduce", "actors/iran", "topics/iran"} - {record}
    append(seeds, CORRECTIONS, "".join(map(correction, sorted({record, *others}))))
    load(database, seeds)
    section = node(open_page(open_site(database), f"/{language}/{record}"), ".corrections")
    assert attributes(section, "time", "datetime") == ["2026-12-01"]
    assert texts(section, "dd") == (
        ["Wrong.", "Right."] if language == "en" else ["Faux.", "Juste."]
    )
    assert links(section) == [f"/{language}/corrections"]


def test_the_newest_correction_of_a_record_comes_first(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/quotes/crowd-01")
    assert texts(page, ".corrections dd") == [
        "The kind was wrong.",
        "The kind is right.",
        "The speaker was wrong.",
        "The speaker is right.",
    ]


def test_a_record_without_corrections_says_nothing_of_them(client: TestClient) -> None:
    assert open_page(client, f"/en/{DEFI}").css_first("#corrections") is None


# The list


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_was_wrong_and_what_it_says_now(
    cast_client: TestClient, language: str
) -> None:
    page = open_page(cast_client, f"/{language}/corrections")
    third = page.css("main article")[2]
    assert links(third) == [f"/{language}/quotes/crowd-02"]
    assert text(third, "h2") == "Sentence 02 stands."
    assert attributes(third, "time", "datetime") == ["2026-04-23"]
    for words_shown, wanted in zip(texts(third, "dd"), PAGE[language], strict=True):
        assert wanted in words_shown


def test_the_newest_comes_first_and_it_is_paged(cast_client: TestClient) -> None:
    first = open_page(cast_client, "/fr/corrections")
    days = attributes(first, "main time", "datetime")
    assert (len(days), days) == (50, sorted(days, reverse=True))
    assert links(first, "a[rel=next]") == ["/fr/corrections?page=2"]
    second = open_page(cast_client, "/fr/corrections?page=2")
    assert len(second.css("main article")) == CROWD + 2 - 50
    assert cast_client.get("/fr/corrections?page=3").status_code == 404


def test_a_withdrawn_record_is_named_by_its_address(cast_client: TestClient) -> None:
    last = open_page(cast_client, "/en/corrections?page=2").css("main article")[-1]
    assert links(last) == ["/en/quotes/verne-misheard"]
    assert text(last, "h2") == "quotes/verne-misheard"
    assert "withdrawn since" in words(last)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_any_it_says_so_and_what_a_correction_is(client: TestClient, language: str) -> None:
    page = open_page(client, f"/{language}/corrections")
    wanted = {"en": "Nothing has had to be corrected", "fr": "Rien n’a dû être corrigé"}
    assert wanted[language] in text(page, "main")
    assert len(text(page, "main .note")) > 80


def test_every_page_leads_to_it(client: TestClient) -> None:
    for address in ("/fr/", "/fr/nothing-here"):
        assert 'href="/fr/corrections"' in client.get(address).text


# The feed (RFC 4287), read by feedparser


def read_feed(client: TestClient, language: str) -> Any:
    response = client.get(f"/{language}/corrections.atom")
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    feed = feedparser.parse(response.content)
    assert (feed.bozo, feed.version) == (False, "atom10")
    return feed


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_holds_the_newest_corrections(cast_client: TestClient, language: str) -> None:
    feed = read_feed(cast_client, language)
    site = "http://127.0.0.1:8000"
    assert feed.feed.language == language
    assert feed.feed.id == f"{site}/{language}/corrections.atom"
    assert (feed.feed.author, feed.feed.title.count("·")) != ("", 0)
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) == 50
    newest = feed.entries[0]
    assert newest.updated == feed.feed.updated == "2026-04-25T00:00:00Z"
    assert newest.id == f"{site}/corrections#correction-2026-04-25-2"
    assert newest.link == f"{site}/{language}/quotes/crowd-01#corrections"
    assert "Sentence 01 stands." in newest.title
    assert {"en": "The kind is right.", "fr": "The kind est juste."}[language] in newest.content[
        0
    ].value


def test_the_feed_is_found_from_the_page(client: TestClient) -> None:
    page = open_page(client, "/en/corrections")
    assert links(page, 'link[type="application/atom+xml"]') == ["/en/corrections.atom"]
    assert links(page, ".forms a")[-1] == "/en/corrections.atom"


def test_a_feed_without_corrections_is_as_old_as_the_record(client: TestClient) -> None:
    feed = read_feed(client, "en")
    assert feed.entries == []
    assert dt.date.fromisoformat(feed.feed.updated[:10]) == dt.date(2026, 11, 22)


def test_an_odd_text_stays_well_formed(open_site: Open, seeds: Path, database: Path) -> None:
    append(seeds, CORRECTIONS, correction(was_en='"<b>5 & 6</b> ]]> é"'))
    load(database, seeds)
    (entry,) = read_feed(open_site(database), "en").entries
    assert "<dd>&lt;b&gt;5 &amp; 6&lt;/b&gt; ]]&gt; é</dd>" in entry.content[0].value
