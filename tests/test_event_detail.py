"""A page an event: its date and how it is known, its evidence, who was there, what was said."""

import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborNode
from starlette.testclient import TestClient

from tests.conftest import ROOT
from tests.editing import ARTICLE, ask, change
from tests.reading import LANGUAGES, links, open_page, quotes_of, text, texts

Open = Callable[..., TestClient]

MEETING = "trump-receives-al-kazimi"
ELECTION = "us-presidential-election-2020"
SLUGS = [
    line.removeprefix("events/")
    for line in (ROOT / "seeds" / "permalinks.txt").read_text().split()
    if line.startswith("events/")
]


def shown_evidence(client: TestClient, slug: str) -> dict[str, list[str]]:
    """The passages under each heading of the facts, by the heading."""
    page = open_page(client, f"/en/events/{slug}")
    found: dict[str, list[str]] = {}
    heading = ""
    for part in page.css("dl.facts > dt, dl.facts > dd"):
        if part.tag == "dt":
            heading = part.text().strip().lower()
        else:
            found[heading] = [a.text() for a in part.css("a.words")]
    return found


@pytest.mark.parametrize("slug", SLUGS)
def test_each_field_shows_its_own_evidence(
    client: TestClient, real_database: Path, slug: str
) -> None:
    rows = ask(
        real_database,
        "SELECT field, evidence.text FROM evidence JOIN event ON event.id = event_id"
        " WHERE slug = ? ORDER BY span_start",
        slug,
    )
    shown = shown_evidence(client, slug)
    for field in ("what", "who", "when", "where"):
        assert shown.get(field, []) == [text for given, text in rows if given == field]


@pytest.mark.parametrize("slug", SLUGS)
def test_each_passage_leads_to_its_words_in_the_article(client: TestClient, slug: str) -> None:
    page = open_page(client, f"/fr/events/{slug}")
    passages = page.css("dl.facts a.words")
    assert passages
    for passage in passages:
        path, _, fragment = (passage.attributes["href"] or "").partition("#")
        anchor, _, directive = fragment.partition(":~:text=")
        parts = [unquote(p) for p in directive.split(",") if p[0] != "-" and p[-1] != "-"]
        assert path == f"/fr/articles/{ARTICLE}"
        assert anchor.startswith("p")
        assert " ".join(passage.text().split()).startswith(parts[0])


def test_each_passage_stands_in_the_paragraph_it_leads_to(client: TestClient) -> None:
    article = open_page(client, f"/en/articles/{ARTICLE}")
    for slug in SLUGS:
        for passage in open_page(client, f"/en/events/{slug}").css("dl.facts a.words"):
            anchor = (passage.attributes["href"] or "").partition("#")[2].partition(":")[0]
            (paragraph,) = article.css(f"#{anchor}")
            assert passage.text() in paragraph.text()


@pytest.mark.parametrize("slug", SLUGS)
def test_its_evidence_is_identical_to_the_source(client: TestClient, slug: str) -> None:
    page = open_page(client, f"/en/events/{slug}")
    assert len(page.css("dl.facts .identical")) == len(page.css("dl.facts a.words"))
    assert page.css(".mismatch") == []


def test_changed_words_of_the_body_are_shown(open_site: Open, database: Path) -> None:
    change(database, "UPDATE article SET body = replace(body, 'A 74 jours', 'A 75 jours')")
    page = open_page(open_site(database), f"/en/events/{ELECTION}")
    assert len(page.css(".mismatch")) == len(page.css("dl.facts a.words"))


def test_changed_bytes_of_the_source_are_shown(open_site: Open, database: Path) -> None:
    sql = "UPDATE article SET source = CAST(replace(source, 'jeudi', 'lundi') AS BLOB)"
    change(database, sql)
    assert open_page(open_site(database), f"/en/events/{ELECTION}").css(".mismatch")


@pytest.mark.parametrize(
    ("slug", "machine", "english", "french"),
    [
        (MEETING, "2020-08-20", "20 August 2020", "20 août 2020"),
        (ELECTION, "2020-11-03", "3 November 2020", "3 novembre 2020"),
        ("soleimani-strike", "2020-01", "January 2020", "janvier 2020"),
        ("al-kazimi-appointed", "2020-05", "May 2020", "mai 2020"),
        ("strategic-dialogue-opens", "2020-06", "June 2020", "juin 2020"),
    ],
)
def test_its_date_is_as_precise_as_the_source(
    client: TestClient, slug: str, machine: str, english: str, french: str
) -> None:
    for language, words in (("en", english), ("fr", french)):
        page = open_page(client, f"/{language}/events/{slug}")
        assert text(page, ".fact time") == words
        assert page.css(f'.fact time[datetime="{machine}"]')


def test_a_name_in_its_heading_is_not_parted_at_a_hyphen(client: TestClient) -> None:
    page = open_page(client, f"/en/events/{MEETING}")
    title = "Donald Trump receives Moustafa al-Kazimi at the White House for the first time"
    assert text(page, "h1") == title
    assert texts(page, "h1 .unbroken") == ["al-Kazimi"]


@pytest.mark.parametrize("place", ["/en/events/{}", "/embed/events/{}?lang=en"])
def test_what_was_still_to_come_says_so(client: TestClient, place: str) -> None:
    words = "3 November 2020, from outside the text, still to come when the article was written"
    assert text(open_page(client, place.format(ELECTION)), ".fact") == words
    assert "to come" not in text(open_page(client, place.format(MEETING)), ".fact")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_basis_of_a_date_is_said_with_its_reason(client: TestClient, language: str) -> None:
    inferred = open_page(client, f"/{language}/events/{MEETING}")
    outside = open_page(client, f"/{language}/events/{ELECTION}")
    assert text(inferred, ".fact .basis") != text(outside, ".fact .basis")
    assert "jeudi" in text(inferred, "dl .note")
    assert any("3 U.S.C. § 1" in note for note in texts(outside, "dl .note"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", [MEETING, ELECTION])
def test_the_days_that_do_not_add_up_are_shown(
    client: TestClient, slug: str, language: str
) -> None:
    conflict = text(open_page(client, f"/{language}/events/{slug}"), ".conflict")
    assert all(number in conflict for number in ("74", "75", "20", "21", "3"))


def test_no_other_event_has_a_conflict(client: TestClient) -> None:
    others = [slug for slug in SLUGS if slug not in (MEETING, ELECTION)]
    assert [s for s in others if open_page(client, f"/en/events/{s}").css(".conflict")] == []


@pytest.mark.parametrize(
    "slug", ["daily-attacks", "hachd-demands-expulsion", "anti-american-feeling"]
)
def test_what_has_no_date_is_given_none(client: TestClient, slug: str) -> None:
    page = open_page(client, f"/en/events/{slug}")
    (when,) = page.css("dl.facts > dd:first-of-type")
    assert when.css("time") == []
    assert when.css(".basis")
    assert when.css(".note")


def beside(client: TestClient, slug: str) -> tuple[list[str], list[str]]:
    page = open_page(client, f"/en/events/{slug}")
    return links(page, "a[rel=prev]"), links(page, "a[rel=next]")


def test_earlier_and_later_follow_the_dates(client: TestClient) -> None:
    dated = [
        "soleimani-strike",
        "al-kazimi-appointed",
        "strategic-dialogue-opens",
        "strategic-dialogue-continues",
        "pompeo-receives-fouad-hussein",
        MEETING,
        ELECTION,
    ]
    for before, slug, after in zip([None, *dated], dated, [*dated[1:], None], strict=False):
        assert beside(client, slug) == (
            [f"/en/events/{before}"] if before else [],
            [f"/en/events/{after}"] if after else [],
        )


def test_an_undated_event_has_none_beside_it(client: TestClient) -> None:
    assert beside(client, "daily-attacks") == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_leads_to_actors_and_topics(client: TestClient, language: str) -> None:
    found = links(open_page(client, f"/{language}/events/{MEETING}"), "dl.facts a")
    for path in ("actors/donald-trump", "actors/mike-pompeo", "topics/troop-withdrawal"):
        assert f"/{language}/{path}" in found


def test_what_was_said_there_stands_in_order(client: TestClient, real_database: Path) -> None:
    rows = ask(
        real_database,
        "SELECT q.slug FROM quote q JOIN event e ON e.id = q.event_id WHERE e.slug = ?"
        " ORDER BY span_start",
        MEETING,
    )
    assert quotes_of(open_page(client, f"/en/events/{MEETING}")) == [row[0] for row in rows]
    assert len(rows) > 5


def test_quotes_of_several_articles_run_newest_article_first(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/events/pact-signed")
    assert quotes_of(page) == ["verne-river", "verne-never-again"]


def test_evidence_of_several_articles_leads_to_each(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/events/pact-signed")
    passages: list[LexborNode] = page.css("dl.facts a.words")
    assert {p.attributes["lang"] for p in passages} == {"en", "fr"}
    sources = [link for link in links(page, "dl.facts a:not(.words)") if "/articles/" in link]
    assert sorted(sources) == [
        "/en/articles/2021-03-border-talks",
        "/en/articles/2021-05-river-pact",
    ]


def test_evidence_of_several_articles_stands_by_article_and_names_each(
    open_site: Open, cast_database: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(cast_database, tmp_path / "cast.db"))
    # The older article's words stand nearer to its start than those of the newer one.
    change(copy, "UPDATE evidence SET span_end = 9, span_start = 0 WHERE text = 'on Monday'")
    page = open_page(open_site(copy), "/en/events/pact-signed")
    shown = [" ".join(line.split()) for line in texts(page, "dl.facts .evidence li")]
    assert [line.rpartition(" · ")[2] for line in shown] == [
        "Title of 2021-05-river-pact",
        "Title of 2021-03-border-talks",
    ]


def test_only_live_evidence_is_shown(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/events/kept-by-other")
    assert texts(page, "dl.facts a.words") == ["Ana Verne met Bo Marsh"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_permalink_can_be_copied_and_shared(client: TestClient, language: str) -> None:
    page = open_page(client, f"/{language}/events/{MEETING}")
    address = f"http://127.0.0.1:8000/events/{MEETING}"
    assert text(page, "#permalink") == address
    assert [b.attributes["data-copy"] for b in page.css("button[data-copy]")] == [address]
    assert [b.attributes["data-share"] for b in page.css("button[data-share]")] == [address]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_unfolds_with_title_date_and_a_line(client: TestClient, language: str) -> None:
    page = open_page(client, f"/{language}/events/{MEETING}")
    graph = {
        str(meta.attributes["property"]): str(meta.attributes["content"])
        for meta in page.css("meta[property]")
    }
    assert text(page, "h1") in graph["og:title"]
    assert "2020" in graph["og:description"]
    assert "Donald Trump" in graph["og:description"]
    assert "<" not in graph["og:description"]


def test_more_quotes_than_a_page_holds_stand_on_others(
    tmp_path: Path, cast_database: Path, open_site: Open
) -> None:
    database = Path(shutil.copy(cast_database, tmp_path / "cast.db"))
    ((number, slug),) = ask(database, "SELECT id, slug FROM event LIMIT 1")
    change(database, "UPDATE quote SET event_basis = 'stated', event_id = ?", number)
    ((quotes,),) = ask(database, "SELECT count(*) FROM quote")
    client = open_site(database)
    first, second = (open_page(client, f"/en/events/{slug}{page}") for page in ("", "?page=2"))
    assert links(first, ".pager a") == [f"/en/events/{slug}?page=2#quotes"]
    assert links(second, ".pager a") == [f"/en/events/{slug}#quotes"]
    assert [len(quotes_of(page)) for page in (first, second)] == [50, quotes - 50]
    assert client.get(f"/en/events/{slug}?page=3").status_code == 404
