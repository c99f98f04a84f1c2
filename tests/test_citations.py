"""Citations: on the page, and as files that other people's libraries read back."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rispy  # type: ignore[import-untyped]
from pybtex.database import Entry, parse_string  # type: ignore[import-untyped]
from pybtex.richtext import Text  # type: ignore[import-untyped]
from starlette.testclient import TestClient

from app.formats.citations import parts_of
from tests.conftest import ROOT
from tests.editing import ARTICLE, change
from tests.reading import LANGUAGES, attribute, links, node, open_page, text, texts

Open = Callable[..., TestClient]

SITE = "http://127.0.0.1:8000"
REPORT = "pompeo-lowest-level-as-fast-as-possible"
RECORDS = [
    line
    for line in (ROOT / "seeds" / "permalinks.txt").read_text().split()
    if line.startswith(("quotes/", "events/", "articles/"))
]
TITLE = "Trump receives al-Kazimi and restates his wish to withdraw from Iraq, without a timetable"
NAMES = {"en": "US–Iraq relations", "fr": "Relations États-Unis – Irak"}
NEVER = {"author", "editor", "publisher", "journal", "authors", "first_authors", "container-title"}


def today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()


def read_bibtex(client: TestClient, address: str) -> dict[str, Entry]:
    response = client.get(f"{address}.bib")
    assert response.status_code == 200
    return dict(parse_string(response.text, "bibtex").entries)


def read_ris(client: TestClient, address: str) -> list[dict[str, Any]]:
    references: list[dict[str, Any]] = rispy.loads(client.get(f"{address}.ris").text)
    return references


def read_csl(client: TestClient, address: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = client.get(f"{address}.csl.json").json()
    return items


def plain(field: str) -> str:
    """A field of BibTeX without its commands, as LaTeX sets it."""
    field = field.replace(r"\textbraceleft{}", "\ue000").replace(r"\textbraceright{}", "\ue001")
    field = field.replace(r"\textasciicircum{}", "\ue002").replace(r"\$", "\ue003")
    # None of the four is known to latexcodec; all are to LaTeX.
    return str(Text.from_latex(field)).translate(str.maketrans("\ue000\ue001\ue002\ue003", "{}^$"))


def spaced(text: str) -> str:
    """A text with every white space a plain one, as pybtex gives it."""
    return " ".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("record", RECORDS)
def test_three_formats_say_the_same_of_every_record(
    client: TestClient, language: str, record: str
) -> None:
    before = today()
    address = f"/{language}/{record}"
    ((key, entry),) = read_bibtex(client, address).items()
    (reference,) = read_ris(client, address)
    (item,) = read_csl(client, address)
    days = {before.isoformat(), today().isoformat()}
    accessed = dt.date(*item["accessed"]["date-parts"][0])

    assert accessed.isoformat() in days
    assert entry.fields["urldate"] in days
    assert dt.datetime.strptime(reference["access_date"], "%Y/%m/%d/").date().isoformat() in days
    assert key == reference["id"] == item["id"]
    assert reference["title"] == item["title"]
    assert plain(entry.fields["title"]) == spaced(item["title"])
    assert entry.fields["url"] == item["URL"] == f"{SITE}/{record}"
    assert reference["urls"] == [f"{SITE}/{record}"]
    assert reference["name_of_database"] == item["archive"] == NAMES[language]
    assert plain(entry.fields["howpublished"]) == NAMES[language]
    assert " ".join(reference["notes"]) == item["note"]
    assert plain(entry.fields["note"]) == spaced(item["note"])
    assert not NEVER & ({*entry.fields, *entry.persons, *reference, *item})


@pytest.mark.parametrize("record", RECORDS)
def test_the_article_is_the_source_with_the_date_that_is_known(
    client: TestClient, record: str
) -> None:
    address = f"/en/{record}"
    (entry,) = read_bibtex(client, address).values()
    (reference,) = read_ris(client, address)
    (item,) = read_csl(client, address)
    assert item["title"] == f"[{TITLE}]"
    assert item["issued"] == {"date-parts": [[2020, 8]]}
    assert (item["language"], reference["language"], entry.fields["language"]) == (
        "fr",
        "fr",
        "french",
    )
    assert (reference["year"], reference["date"]) == ("2020", "2020/08//")
    assert (entry.fields["year"], entry.fields["month"]) == ("2020", "August")
    assert entry.fields["date"] == "2020-08"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_title_says_that_it_is_ours(client: TestClient, language: str) -> None:
    (item,) = read_csl(client, f"/{language}/articles/{ARTICLE}")
    assert item["title"][0] + item["title"][-1] == "[]"
    wanted = {"en": "Titles in square brackets are the editors’", "fr": "Les titres entre crochets"}
    assert item["note"].startswith(wanted[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rendering_is_never_cited_as_the_speakers_very_words(
    client: TestClient, language: str
) -> None:
    (item,) = read_csl(client, f"/{language}/quotes/{REPORT}")
    quote = open_page(client, f"/{language}/quotes/{REPORT}")
    assert text(quote, "h1") in item["note"]
    words = {"en": "rendering, original wording not located", "fr": "restitution, mots d’origine"}
    assert words[language] in item["note"]
    (unknown,) = read_csl(client, f"/{language}/quotes/washington-reduce")
    assert words[language] not in unknown["note"]


def test_a_quote_names_its_speaker_and_whom_they_report(client: TestClient) -> None:
    (item,) = read_csl(client, f"/en/quotes/{REPORT}")
    assert item["note"].startswith("Mike Pompeo, reporting the position of Donald Trump: “")
    (term,) = read_csl(client, "/en/quotes/challenge-of-armed-groups")
    assert term["note"].startswith("“défi”.")


def test_an_event_says_how_its_date_is_known(client: TestClient) -> None:
    (item,) = read_csl(client, "/en/events/trump-receives-al-kazimi")
    assert "20 August 2020, inferred." in item["note"]
    (undated,) = read_csl(client, "/en/events/daily-attacks")
    assert "Ongoing, undated" in undated["note"]


def test_an_event_in_two_articles_cites_both(cast_client: TestClient) -> None:
    slugs = ["2021-03-border-talks", "2021-05-river-pact"]
    keys = [f"pact-signed:{slug}" for slug in slugs]
    address = "/en/events/pact-signed"
    assert list(read_bibtex(cast_client, address)) == keys
    assert [reference["id"] for reference in read_ris(cast_client, address)] == keys
    items = read_csl(cast_client, address)
    assert [item["id"] for item in items] == keys
    assert [item["issued"]["date-parts"] for item in items] == [[[2021, 3, 15]], [[2021, 5]]]
    assert [item["language"] for item in items] == ["en", "fr"]


@pytest.mark.parametrize(
    ("edtf", "issued", "ris", "year", "month"),
    [
        ("2020", {"date-parts": [[2020]]}, "2020///", "2020", None),
        ("2020-08-02", {"date-parts": [[2020, 8, 2]]}, "2020/08/02/", "2020", "August"),
        (
            "2020-08-20?",
            {"date-parts": [[2020, 8, 20]], "circa": True},
            "2020/08/20/2020-08-20?",
            "2020",
            "August",
        ),
        (
            "2019-12/2020-01",
            {"date-parts": [[2019, 12], [2020, 1]]},
            "2019/12//2019-12/2020-01",
            "2019--2020",
            None,
        ),
        ("2020-08/..", {"literal": "since August 2020"}, "2020/08//2020-08/..", "2020", "August"),
    ],
)
def test_a_date_is_no_more_precise_than_it_is_known(
    open_site: Open,
    database: Path,
    edtf: str,
    issued: dict[str, Any],
    ris: str,
    year: str,
    month: str | None,
) -> None:
    change(database, "UPDATE article SET date = ?", edtf)
    client, address = open_site(database), f"/en/quotes/{REPORT}"
    (entry,) = read_bibtex(client, address).values()
    assert read_csl(client, address)[0]["issued"] == issued
    assert read_ris(client, address)[0]["date"] == ris
    assert (entry.fields["date"], entry.fields["year"]) == (edtf, year)
    assert entry.fields.get("month") == month


def test_what_latex_takes_for_commands_is_escaped(open_site: Open, database: Path) -> None:
    title = r"100 % of #1_a & $5 ~ x^2 {open \ and } close é “ّ”"
    change(database, "UPDATE article SET title_en = ?", title)
    change(database, "UPDATE actor SET name = 'A } B' WHERE slug = 'mike-pompeo'")
    (entry,) = read_bibtex(open_site(database), f"/en/quotes/{REPORT}").values()
    assert plain(entry.fields["title"]) == f"[{title}]"
    assert plain(entry.fields["note"]).startswith("A } B, reporting")


def test_a_line_break_in_the_words_breaks_no_line_of_a_file(
    open_site: Open, database: Path
) -> None:
    sql = "UPDATE quote SET text = replace(text, ' a dit ', char(10) || 'a dit ') WHERE slug = ?"
    change(database, sql, REPORT)
    client = open_site(database)
    (reference,) = read_ris(client, f"/en/quotes/{REPORT}")
    assert "Le président a dit très clairement" in reference["notes"][0]
    lines = client.get(f"/en/quotes/{REPORT}.ris").text.split("\r\n")
    assert [line for line in lines if line and line[2:6] != "  - "] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "record", [f"quotes/{REPORT}", "events/daily-attacks", f"articles/{ARTICLE}"]
)
def test_the_page_shows_what_the_files_hold(client: TestClient, language: str, record: str) -> None:
    page = open_page(client, f"/{language}/{record}")
    shown = {
        e: node(page, f"#cite-{e.replace('.', '-')}").text() for e in ("bib", "ris", "csl.json")
    }
    downloads = links(page, ".cite a[download]")
    assert downloads == [f"/{language}/{record}.{ending}" for ending in shown]
    for link, content in zip(downloads, shown.values(), strict=True):
        assert client.get(link).text.replace("\r\n", "\n").strip() == content
    assert json.loads(shown["csl.json"])[0]["URL"] == f"{SITE}/{record}"


def test_the_sentence_is_in_the_readers_language(client: TestClient) -> None:
    english = text(open_page(client, f"/en/quotes/{REPORT}"), "#cite-text")
    french = text(open_page(client, f"/fr/quotes/{REPORT}"), "#cite-text")
    assert f"[{TITLE}], article in French, August 2020." in english
    assert f"{SITE}/quotes/{REPORT}, accessed " in english
    assert "article en français, août 2020." in french
    assert f"{SITE}/quotes/{REPORT}, consulté le " in french
    assert "«\u202fLe président" in french


def test_each_can_be_copied_from_where_it_stands(client: TestClient) -> None:
    page = open_page(client, f"/en/quotes/{REPORT}")
    places = [
        found.attributes.get("data-copy-from") or "" for found in page.css("[data-copy-from]")
    ]
    assert places == ["cite-text", "cite-bib", "cite-ris", "cite-csl-json", "embed-code"]
    assert [node(page, f"#{place}").text() for place in places if not page.css(f"#{place}")] == []
    assert all(texts(page, "[data-copy-from]"))


def test_a_file_says_what_it_is(client: TestClient) -> None:
    answer = client.get(f"/fr/quotes/{REPORT}.bib")
    assert answer.headers["Content-Type"] == "application/x-bibtex; charset=utf-8"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{REPORT}.bib"'
    assert answer.headers["Content-Language"] == "fr"
    assert (
        client.get(f"/fr/quotes/{REPORT}.ris")
        .headers["Content-Type"]
        .startswith("application/x-research-info-systems")
    )
    assert "csl+json" in client.get(f"/fr/quotes/{REPORT}.csl.json").headers["Content-Type"]


@pytest.mark.parametrize("ending", ["bib", "ris", "csl.json"])
def test_an_old_slug_leads_on_and_a_withdrawn_one_says_why(
    cast_client: TestClient, ending: str
) -> None:
    moved = cast_client.get(f"/fr/quotes/marsh-old-start.{ending}")
    assert (moved.status_code, moved.headers["Location"]) == (
        301,
        f"/fr/quotes/marsh-new-start.{ending}",
    )
    assert cast_client.get(f"/en/quotes/verne-misheard.{ending}").status_code == 410
    assert cast_client.get(f"/en/quotes/nobody.{ending}").status_code == 404
    assert cast_client.get(f"/en/topics/river.{ending}").status_code == 404


def test_the_address_is_the_public_one(open_site: Open, real_database: Path) -> None:
    client = open_site(real_database, public_url="https://example.org/a_b")
    (entry,) = read_bibtex(client, f"/en/quotes/{REPORT}").values()
    assert entry.fields["url"] == f"https://example.org/a_b/quotes/{REPORT}"
    assert attribute(
        open_page(client, "/en/events/daily-attacks"), "meta[property='og:image']", "content"
    ).startswith("https://example.org/a_b/")


def test_both_ends_of_an_interval_are_read() -> None:
    assert parts_of("2020-08-17?/2020-08-23~") == [[2020, 8, 17], [2020, 8, 23]]
    assert parts_of("2020/..") == [[2020]]
