"""The article: verbatim, block by block, with its quotes and actors marked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.spans import find_blocks
from tests.cast import BORDER, RIVER
from tests.editing import ARTICLE, ask, change
from tests.reading import LANGUAGES, attributes, links, node, number_in, open_page, text, texts

Open = Callable[..., TestClient]
PAGE = f"/en/articles/{ARTICLE}"


def rebuilt(client: TestClient, address: str, body: str) -> str:
    """The body as a page prints it: its blocks, joined by what parts them in the source."""
    blocks = find_blocks(body)
    printed = [found.text() for found in open_page(client, address).css("p.source")]
    assert len(printed) == len(blocks)
    ends = [0, *(block.end for block in blocks)]
    starts = [*(block.start for block in blocks), len(body)]
    gaps = [body[end:start] for end, start in zip(ends, starts, strict=True)]
    return gaps[0] + "".join(p + gap for p, gap in zip(printed, gaps[1:], strict=True))


def test_marks_bear_the_letter_of_who_speaks_and_terms_none(client: TestClient) -> None:
    page = open_page(client, PAGE)
    letters = {
        found.attributes["id"]: found.attributes.get("data-letter")
        for found in page.css("mark[id]")
    }
    nobodys = [
        "challenge-of-armed-groups",
        "armed-groups-allied-with-tehran",
        "strategic-dialogue-term",
    ]
    assert [slug for slug, letter in letters.items() if letter is None] == nobodys
    assert set(letters.values()) == {"T", "K", "US", "P", "?", None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_prints_the_body_character_for_character(
    client: TestClient, real_database: Path, language: str
) -> None:
    ((body,),) = ask(real_database, "SELECT body FROM article")
    assert len(body) == 4119
    assert rebuilt(client, f"/{language}/articles/{ARTICLE}", body) == body


@pytest.mark.parametrize(
    ("slug", "body"), [("2021-03-border-talks", BORDER), ("2021-05-river-pact", RIVER)]
)
def test_it_prints_other_encodings_and_line_ends_as_faithfully(
    cast_client: TestClient, slug: str, body: str
) -> None:
    printed = rebuilt(cast_client, f"/fr/articles/{slug}", body)
    assert printed.split() == body.split()
    assert printed.replace("\r\n", "\n") == body.replace("\r\n", "\n")


def test_it_keeps_what_the_source_has_odd(client: TestClient) -> None:
    source = text(open_page(client, f"/fr/articles/{ARTICLE}"), ".source-text")
    for part in ('"défi"', " -- comme", "journalistes: ", "Etats-Unis", "5.000"):
        assert part in source


def test_it_does_not_print_the_header_as_prose(client: TestClient) -> None:
    assert "date 2020-08" not in text(open_page(client, PAGE), ".source-text")


def test_its_blocks_are_numbered_the_sub_heading_too(client: TestClient) -> None:
    page = open_page(client, PAGE)
    assert attributes(page, "p.source", "id") == [f"p{number}" for number in range(1, 23)]
    assert text(page, "#p11") == "- Attaques quotidiennes -"
    assert attributes(page, "p.source.subheading", "id") == ["p11"]


def test_it_marks_every_quote_under_its_slug(client: TestClient, real_database: Path) -> None:
    page = open_page(client, PAGE)
    quotes = ask(real_database, "SELECT slug, text FROM quote ORDER BY span_start")
    assert attributes(page, "mark[id]", "id") == [slug for slug, _ in quotes]
    assert len(quotes) == 19


def test_the_marked_words_are_the_quotes(client: TestClient, real_database: Path) -> None:
    """A mention inside cuts a quote into runs: together they are the quote."""
    page = open_page(client, PAGE)
    marked = "".join(found.text() for found in page.css("p.source mark"))
    quotes = ask(real_database, "SELECT text FROM quote ORDER BY span_start")
    assert marked == "".join(quote for (quote,) in quotes)


def test_a_mark_leads_to_its_quote(client: TestClient) -> None:
    page = open_page(client, PAGE)
    assert links(page, "#washington-reduce a") == ["/en/quotes/washington-reduce"]


def test_a_mention_leads_to_its_actor(client: TestClient) -> None:
    page = open_page(client, PAGE)
    found = {(m.text(), m.attributes["href"]) for m in page.css("p.source a.mention")}
    assert ("le milliardaire républicain", "/en/actors/donald-trump") in found
    assert ("Fouad Hussein", "/en/actors/fouad-hussein") in found


def test_every_mention_is_marked(client: TestClient, real_database: Path) -> None:
    page = open_page(client, PAGE)
    ((count,),) = ask(real_database, "SELECT count(DISTINCT span_start) FROM mention")
    assert len(page.css("p.source a.mention")) == count


def test_links_never_stand_in_one_another(client: TestClient, cast_client: TestClient) -> None:
    for reader, slug in ((client, ARTICLE), (cast_client, "2021-03-border-talks")):
        assert open_page(reader, f"/en/articles/{slug}").css("a a") == []


def test_a_mention_in_a_quote_keeps_both(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/articles/2021-03-border-talks")
    assert text(page, "#verne-our-friend") == "Bo Marsh"
    assert links(page, "#verne-our-friend a") == ["/en/actors/bo-marsh"]
    assert "/en/quotes/verne-our-friend" in links(page, "mark a")


def test_a_mention_across_the_edge_of_a_quote_is_cut_there(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/articles/2021-03-border-talks")
    parts = [m.text() for m in page.css('a.mention[href="/en/actors/valdoria"]')]
    assert parts == ["it a “", "new"]
    assert node(page, "#marsh-new-start").text() == "new"
    assert links(page, "#p4 mark a") == ["/en/actors/valdoria", "/en/quotes/marsh-new-start"]


def test_a_quote_in_a_quote_has_an_anchor_of_its_own(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/articles/2021-03-border-talks")
    assert text(page, "#verne-never-again") == "We told them ‘"
    assert text(page, "#inner-never-again") == "never again"


def test_each_note_stands_by_the_paragraph_of_its_quote(client: TestClient) -> None:
    page = open_page(client, PAGE)
    for block in page.css(".block"):
        marks = attributes(block, "mark[id]", "id")
        noted = [link for link in links(block, "aside a") if "/quotes/" in link]
        assert noted == [f"/en/quotes/{slug}" for slug in marks]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_title_is_marked_as_ours(client: TestClient, language: str) -> None:
    page = open_page(client, f"/{language}/articles/{ARTICLE}")
    assert text(page, "header .ours")
    assert text(page, "h1") not in text(page, ".source-text")


def test_it_names_no_author_agency_or_headline(client: TestClient) -> None:
    html = open_page(client, PAGE).html or ""
    assert "AFP" not in html
    assert "Reuters" not in html


def test_the_number_of_quotes_leads_to_their_list(client: TestClient) -> None:
    page = open_page(client, PAGE)
    (link,) = [a for a in page.css("main header a") if "article=" in (a.attributes["href"] or "")]
    assert number_in(link.text()) == 19
    listed = open_page(client, link.attributes["href"] or "")
    assert len(links(listed, "blockquote a")) == 19


def test_it_gives_length_header_and_hash(client: TestClient) -> None:
    box = texts(open_page(client, PAGE), ".source-box dd")
    assert any(number_in(part) == 4119 for part in box if part[:1].isdigit())
    codes = [code.text() for code in open_page(client, PAGE).css(".source-box code")]
    assert codes[0] == " date 2020-08 "
    assert codes[1].startswith("3929e747")


def test_it_is_identical_to_the_source(client: TestClient) -> None:
    page = open_page(client, PAGE)
    assert page.css(".source-box .identical")
    assert page.css(".warning, .mismatch") == []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE article SET body = replace(body, 'jeudi', 'lundi')",
        "UPDATE article SET source = CAST(replace(source, 'jeudi', 'lundi') AS BLOB)",
        "UPDATE article SET sha256 = printf('%064d', 0)",
        "UPDATE quote SET text = 'réduirE' WHERE slug = 'washington-reduce'",
        "UPDATE mention SET text = 'Fouad HusseiN' WHERE text = 'Fouad Hussein'",
    ],
)
def test_it_warns_when_anything_differs(open_site: Open, database: Path, sql: str) -> None:
    change(database, sql)
    assert open_page(open_site(database), PAGE).css(".warning[role=alert]")


def test_pompeo_speaks_where_he_reports_the_president(client: TestClient) -> None:
    page = open_page(client, PAGE)
    notes = [n for n in page.css("aside li") if "fast-as-possible" in (n.html or "")]
    assert links(notes[0])[0] == "/en/actors/mike-pompeo"
