"""A page a quote: what a reader can check, and what it says when the check fails."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient

from tests.editing import ARTICLE, ask, change
from tests.reading import (
    LANGUAGES,
    attribute,
    count_of,
    links,
    node,
    number_in,
    open_page,
    quotes_of,
    text,
    texts,
)

Open = Callable[..., TestClient]

REPORT = "pompeo-lowest-level-as-fast-as-possible"
SHA256 = "3929e74752d392d03a3fa387407be746e0109a0f150ddf05aa23dd9d995662d3"
SLUGS = [
    line.removeprefix("quotes/")
    for line in (Path(__file__).parent.parent / "seeds" / "permalinks.txt").read_text().split()
    if line.startswith("quotes/")
]


@pytest.mark.parametrize("slug", SLUGS)
def test_it_marks_the_span_in_its_paragraph(
    client: TestClient, real_database: Path, slug: str
) -> None:
    ((quote, body),) = ask(
        real_database, "SELECT text, body FROM quote, article WHERE quote.slug = ?", slug
    )
    page = open_page(client, f"/en/quotes/{slug}")
    assert node(page, "main mark").text() == quote
    paragraph = node(page, ".here").text()
    assert paragraph in body
    assert paragraph in body.split("\n\n")


def test_it_marks_the_whole_sentence_round_the_span(client: TestClient) -> None:
    page = open_page(client, "/en/quotes/pompeo-replaced-by-local-police")
    parts = texts(page, ".here .sentence, .here mark")
    assert "".join(parts) == (
        '"Ces groupes doivent être remplacés par la police locale le plus tôt possible."'
    )


def test_it_shows_the_paragraphs_before_and_after(client: TestClient) -> None:
    page = open_page(client, f"/fr/quotes/{REPORT}")
    before, after = (found.text() for found in page.css(".around"))
    assert before.startswith("Face à l'insistance des journalistes")
    assert after == "La situation sur le terrain est toutefois loin d'être totalement stabilisée."


def test_the_last_paragraph_has_none_after(client: TestClient) -> None:
    page = open_page(client, "/en/quotes/us-official-persistent-problem")
    assert len(page.css(".around")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_that_it_is_identical_to_the_source(client: TestClient, language: str) -> None:
    page = open_page(client, f"/{language}/quotes/{REPORT}")
    assert len(page.css("#identity .identical")) == 3
    assert page.css(".mismatch, .warning") == []


def test_it_gives_the_offsets_and_the_hash(client: TestClient) -> None:
    page = open_page(client, f"/en/quotes/{REPORT}")
    digits = re.sub(r"[,\s]", "", text(page, "#identity"))
    assert "2924" in digits
    assert "3041" in digits
    assert text(page, "#identity code") == SHA256


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_shows_the_words_that_give_the_speaker(client: TestClient, language: str) -> None:
    page = open_page(client, f"/{language}/quotes/{REPORT}")
    assert texts(page, "#evidence ~ dl .words") == ["a-t-il encore éludé"]
    assert text(page, "#evidence ~ dl .note")


def test_it_belongs_to_who_speaks_not_to_whom_they_report(client: TestClient) -> None:
    page = open_page(client, f"/en/quotes/{REPORT}")
    assert links(page, ".attribution a") == ["/en/actors/mike-pompeo", "/en/actors/donald-trump"]
    assert attribute(page, ".speaker a", "href") == "/en/actors/mike-pompeo"
    assert text(page, "title").startswith("Mike Pompeo")


def test_a_term_has_no_speaker(client: TestClient) -> None:
    page = open_page(client, "/en/quotes/challenge-of-armed-groups")
    assert [link for link in links(page, "main a") if "/actors/" in link] == []
    assert texts(page, "#evidence ~ dl .words") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_is_explained_in_its_own_words(client: TestClient, language: str) -> None:
    slugs = ("washington-reduce", "challenge-of-armed-groups", REPORT)
    pages = [open_page(client, f"/{language}/quotes/{slug}") for slug in slugs]
    about = open_page(client, f"/{language}/about")
    meanings = texts(about, "main dl dd")
    for page, kind in zip(pages, ("partial", "term", "full"), strict=True):
        (place,) = [m for m in meanings if m in text(page, "#evidence ~ dl")]
        assert links(about, "main dl dt a")[meanings.index(place)].endswith(f"kind={kind}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_wording_has_a_line_of_its_own(
    client: TestClient, cast_client: TestClient, language: str
) -> None:
    rendering = open_page(client, f"/{language}/quotes/{REPORT}")
    unknown = open_page(client, f"/{language}/quotes/washington-reduce")
    original = open_page(cast_client, f"/{language}/quotes/verne-never-again")
    shown = [texts(page, "#evidence ~ dl > dd")[1] for page in (rendering, unknown, original)]
    assert len(set(shown)) == 3


def test_our_translation_is_labelled_and_not_in_quotation_marks(client: TestClient) -> None:
    page = open_page(client, "/en/quotes/trump-very-respected-man")
    assert text(page, ".translation").endswith("a very respected man")
    assert text(page, ".translation .label")
    assert not set('“”"«»') & set(text(page, ".translation"))
    assert node(page, "h1").attributes["lang"] == "fr"


def test_the_other_way_round_the_translation_is_french(cast_client: TestClient) -> None:
    slug = "verne-never-again"
    french = open_page(cast_client, f"/fr/quotes/{slug}")
    assert "Nous leur avons dit" in text(french, ".translation")
    assert open_page(cast_client, f"/en/quotes/{slug}").css(".translation") == []


@pytest.mark.parametrize("slug", SLUGS)
def test_it_leads_to_its_passage_by_anchor_and_by_text(
    client: TestClient, real_database: Path, slug: str
) -> None:
    ((quote,),) = ask(real_database, "SELECT text FROM quote WHERE slug = ?", slug)
    path, _, fragment = attribute(
        open_page(client, f"/fr/quotes/{slug}"), "#passage", "href"
    ).partition("#")
    anchor, _, directive = fragment.partition(":~:text=")
    assert (path, anchor) == (f"/fr/articles/{ARTICLE}", slug)
    parts = [p for p in directive.split(",") if not p.endswith("-") and not p.startswith("-")]
    decoded = [unquote(part) for part in parts]
    assert quote.startswith(decoded[0])
    assert quote.endswith(decoded[-1])


def test_it_leads_to_its_event_with_the_reason(client: TestClient) -> None:
    page = open_page(client, f"/en/quotes/{REPORT}")
    assert "/en/events/trump-receives-al-kazimi" in links(page, "#evidence ~ dl a")
    stated = open_page(client, "/en/quotes/washington-reduce")
    assert len(stated.css("#evidence ~ dl .note")) < len(page.css("#evidence ~ dl .note"))


def test_it_leads_to_the_quotes_beside_it(client: TestClient) -> None:
    page = open_page(client, f"/en/quotes/{REPORT}")
    assert links(page, "a[rel=prev]") == ["/en/quotes/pompeo-once-our-mission-is-done"]
    assert links(page, "a[rel=next]") == ["/en/quotes/pompeo-armed-groups-hampered-progress"]


def test_the_first_and_the_last_quote_have_one_beside_them(client: TestClient) -> None:
    first = open_page(client, "/en/quotes/challenge-of-armed-groups")
    last = open_page(client, "/en/quotes/us-official-persistent-problem")
    assert (links(first, "a[rel=prev]"), len(links(first, "a[rel=next]"))) == ([], 1)
    assert (links(last, "a[rel=next]"), len(links(last, "a[rel=prev]"))) == ([], 1)


def test_a_quote_in_a_quote_shows_the_inner_one(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/quotes/inner-never-again")
    assert text(page, "main mark") == "never again"
    assert node(page, ".here").text().startswith("“We told them ‘never again’ and")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_changed_letter_of_the_body_is_shown(
    open_site: Open, database: Path, language: str
) -> None:
    sql = "UPDATE article SET body = replace(body, 'le plus rapidement', 'le plus rapIdement')"
    change(database, sql)
    page = open_page(open_site(database), f"/{language}/quotes/{REPORT}")
    assert page.css(".warning[role=alert]")
    assert len(page.css("#identity .mismatch")) == 2
    assert texts(page, "#identity .words")[0].endswith("le plus rapidement possible")
    assert texts(page, "#identity .words")[1].endswith("le plus rapIdement possible")


def test_a_letter_changed_elsewhere_is_shown_too(open_site: Open, database: Path) -> None:
    change(database, "UPDATE article SET body = replace(body, 'jeudi', 'lundi')")
    page = open_page(open_site(database), f"/en/quotes/{REPORT}")
    assert page.css(".warning")
    assert len(page.css("#identity .mismatch")) == 1


def test_changed_bytes_of_the_source_are_shown(open_site: Open, database: Path) -> None:
    source = ask(database, "SELECT source FROM article")[0][0]
    change(database, "UPDATE article SET source = ?", source.replace(b"jeudi", b"lundi"))
    page = open_page(open_site(database), f"/en/quotes/{REPORT}")
    assert page.css(".warning")
    assert len(page.css("#identity .mismatch")) == 2


def test_bytes_that_are_not_of_the_encoding_are_shown(open_site: Open, database: Path) -> None:
    change(database, "UPDATE article SET source = ?", b"\xff\xfe\xfd")
    assert open_page(open_site(database), f"/en/quotes/{REPORT}").css("#identity .mismatch")


def test_a_changed_hash_is_shown(open_site: Open, database: Path) -> None:
    change(database, "UPDATE article SET sha256 = ?", "0" * 64)
    page = open_page(open_site(database), f"/en/quotes/{REPORT}")
    assert page.css(".warning")
    assert len(page.css("#identity .mismatch")) == 1


def test_what_the_editor_typed_is_kept_as_it_was(open_site: Open, database: Path) -> None:
    change(database, "UPDATE quote SET text = 'réduirE' WHERE slug = 'washington-reduce'")
    page = open_page(open_site(database), "/en/quotes/washington-reduce")
    assert texts(page, "#identity .words") == ["réduirE", "réduire"]


def test_its_permalink_has_no_language(client: TestClient) -> None:
    page = open_page(client, f"/fr/quotes/{REPORT}")
    assert text(page, "#permalink") == f"http://127.0.0.1:8000/quotes/{REPORT}"


def test_its_topics_lead_to_their_pages(client: TestClient) -> None:
    page = open_page(client, f"/fr/quotes/{REPORT}")
    topics = [link for link in links(page, "main a") if "/topics/" in link]
    assert topics == ["/fr/topics/timetable", "/fr/topics/troop-withdrawal"]
    assert REPORT in quotes_of(open_page(client, topics[0]))


def test_every_quote_of_the_list_has_a_page(client: TestClient) -> None:
    page = open_page(client, "/en/quotes")
    assert sorted(quotes_of(page)) == SLUGS
    assert count_of(page) == len(SLUGS) == number_in(text(page, "#count"))
