"""The search: what is found by which words, in which form, and what is marked."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from app.terms import excerpt, find_words, fold_text, mark_hits, read_search
from tests.reading import (
    LANGUAGES,
    PARTIAL,
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

FOUND = [
    # word and form
    ("troupe", "quotes", ["al-kazimi-no-need-of-combat-troops"]),
    ("milice", "quotes", ["pompeo-diminish-the-militias"]),
    ("MILICES", "quotes", ["pompeo-diminish-the-militias"]),
    ("soldat", "quotes", ["trump-soldiers-out-fairly-quickly"]),
    ("probleme", "quotes", ["us-official-persistent-problem"]),
    # translations of ours, in English
    ("soldier", "quotes", ["trump-soldiers-out-fairly-quickly"]),
    ("soldiers", "quotes", ["trump-soldiers-out-fairly-quickly"]),
    # elisions and apostrophes
    ("d'irak assez", "quotes", ["trump-soldiers-out-fairly-quickly"]),
    ("d’Irak assez", "quotes", ["trump-soldiers-out-fairly-quickly"]),
    # phrases, words left out, beginnings of words
    ('"police locale"', "quotes", ["pompeo-replaced-by-local-police"]),
    ("«police locale»", "quotes", ["pompeo-replaced-by-local-police"]),
    ('"locale police"', "quotes", []),
    ("groupes -police -armés", "quotes", []),
    (
        "groupes -police",
        "quotes",
        ["armed-groups-allied-with-tehran", "pompeo-armed-groups-hampered-progress"],
    ),
    ("remplac*", "quotes", ["pompeo-replaced-by-local-police"]),
    # names in any form and script
    ("soleimani", "actors", ["qassem-soleimani"]),
    ("Soleïmani", "actors", ["qassem-soleimani"]),
    ("Kadhimi", "actors", ["moustafa-al-kazimi"]),
    ("al-Kadhimi", "actors", ["moustafa-al-kazimi"]),
    ("الكاظمي", "actors", ["moustafa-al-kazimi"]),
    ("كاظمي", "actors", ["moustafa-al-kazimi"]),
    ("سلیمانی", "actors", ["qassem-soleimani"]),
    ("Hashd", "actors", ["hachd-al-chaabi"]),
    ("PMF", "actors", ["hachd-al-chaabi"]),
    ("premier ministre irakien", "actors", ["moustafa-al-kazimi"]),
    # the other nouns
    ("jihadiste", "articles", ["p13"]),
    ("election", "events", ["us-presidential-election-2020"]),
    ("sovereignty", "topics", ["iraqi-sovereignty"]),
]

HOSTILE = [
    '"', '""', "-", "*", "'", "(", "AND", "OR NOT", "NEAR(a b)", "words:x", "a AND", '"a" b"', "^x",
    "{words}: x", "x*y*", "--x", "-\"x", "😀", "\u202e", "\x00x", "%", "_", ";--", "<b>", "\ue000",
    "ﷺ", "½", "e\u0301", "a" * 10_000, "mot " * 2_500, "«" * 10_000,
]  # fmt: skip


def found(client: TestClient, language: str, noun: str, typed: str) -> list[str]:
    """The slugs of the hits of a noun; the anchors of passages."""
    page = open_page(client, f"/{language}/search?in={noun}&q={quoted(typed)}")
    if noun == "quotes":
        return sorted(quotes_of(page))
    css = ".hits .meta a" if noun == "articles" else ".hit-name a"
    return sorted(re.split("[/#]", link.partition(":~:")[0])[-1] for link in links(page, css))


def quoted(typed: str) -> str:
    return "".join(f"%{byte:02X}" for byte in typed.encode())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("typed", "noun", "slugs"), FOUND)
def test_what_is_found(
    client: TestClient, language: str, typed: str, noun: str, slugs: list[str]
) -> None:
    assert found(client, language, noun, typed) == slugs


@pytest.mark.parametrize(("typed", "noun", "slugs"), FOUND)
def test_the_api_finds_the_same(
    client: TestClient, typed: str, noun: str, slugs: list[str]
) -> None:
    answer = client.get(f"/api/v1/search?in={noun}&q={quoted(typed)}").json()
    assert sorted(re.split("[/#]", hit["url"])[-1] for hit in answer["hits"]) == slugs
    assert answer["total"] == len(slugs)
    assert answer["counts"] == ({noun: len(slugs)} if slugs else {})


def test_the_api_gives_the_places_of_the_words(client: TestClient) -> None:
    """In the text that it shows, and of that text in the article's body."""
    body = client.get("/api/v1/articles/2020-08-trump-al-kazimi").json()["body"]
    hits = client.get("/api/v1/search?q=milices").json()["hits"]
    marked = {
        hit["noun"]: [hit["text"][mark["start"] : mark["end"]] for mark in hit["marks"]]
        for hit in hits
    }
    assert marked == {"quotes": ["milices"], "articles": ["milices"], "topics": ["milices"]}
    for hit in hits:
        if hit["start"] is None:
            assert hit["noun"] == "topics"
        else:
            assert body[hit["start"] : hit["start"] + len(hit["text"])] == hit["text"]


def test_the_api_s_pages_hold_every_hit_once(cast_client: TestClient) -> None:
    whole = cast_client.get("/api/v1/search?q=verne&limit=200").json()
    found, following = [], "/api/v1/search?q=verne&limit=3"
    while following:
        page = cast_client.get(following).json()
        found += page["hits"]
        following = page["next"]
    assert found == whole["hits"]
    assert len(found) == whole["total"] == sum(whole["counts"].values()) > 3


def test_the_api_offers_the_nearest_spelling(client: TestClient) -> None:
    answer = client.get("/api/v1/search?q=solaimanie").json()
    assert (answer["total"], answer["suggestion"]) == (0, "soleimani")


@pytest.mark.parametrize("address", ["fr/search", "fr/quotes", "api/v1/search", "api/v1/quotes"])
@pytest.mark.parametrize("typed", HOSTILE, ids=lambda typed: repr(typed[:12]))
def test_nothing_typed_is_an_error(client: TestClient, address: str, typed: str) -> None:
    assert client.get(f"/{address}?q={quoted(typed)}").status_code == 200


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("الكاظمي", "مصطفى الكاظمي"),
        ("pmf", "PMF"),
        ("kadhimi", "Mustafa al-Kadhimi"),
        ("premier ministre irakien", "Premier ministre irakien"),
    ],
)
def test_the_form_that_matched_is_said(client: TestClient, typed: str, form: str) -> None:
    page = open_page(client, f"/en/search?q={quoted(typed)}")
    assert text(page, ".hits .meta bdi") == form


def test_a_name_as_the_article_prints_it_needs_no_other_form(client: TestClient) -> None:
    page = open_page(client, "/en/search?in=actors&q=pompeo")
    assert texts(page, ".hit-name") == ["Mike Pompeo"]
    assert page.css_first(".hits .meta bdi") is None


def test_hits_are_marked_in_the_original(client: TestClient) -> None:
    page = open_page(client, "/en/search?in=articles&q=soleimani")
    assert texts(page, "mark.hit") == ["Soleïmani"]
    page = open_page(client, "/en/quotes?q=withdrawn+remplac*")
    assert texts(page, "mark.hit") == []
    assert texts(open_page(client, "/en/quotes?q=soldier"), "mark.hit") == ["soldiers"]


def test_a_passage_leads_to_its_place(client: TestClient) -> None:
    (link,) = links(open_page(client, "/fr/search?in=articles&q=jihadiste"), ".hits .meta a")
    assert link.startswith("/fr/articles/2020-08-trump-al-kazimi#p13:~:text=")
    assert "jihadiste" in link


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_number_is_the_length_of_what_is_behind_it(client: TestClient, language: str) -> None:
    page = open_page(client, f"/{language}/search?q=irak")
    total = 0
    for section in page.css("section.found"):
        noun = (section.attributes["aria-labelledby"] or "").removeprefix("found-")
        number = number_in(text(section, "h2"))
        assert len(found(client, language, noun, "irak")) == number
        total += number
    assert count_of(page) == total > 0


def test_a_long_group_leads_to_the_rest(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/search?q=-zzzzzz")
    more = links(page, "section.found > p a")
    assert "/en/quotes?q=-zzzzzz" in more
    assert count_of(open_page(cast_client, "/en/quotes?q=-zzzzzz")) == 66
    second = open_page(cast_client, "/en/search?in=actors&page=2&q=-zzzzzz")
    first = open_page(cast_client, "/en/search?in=actors&q=-zzzzzz")
    assert len(first.css(".hits > li")) == 50
    assert not {*links(first, ".hit-name a")} & {*links(second, ".hit-name a")}


def test_what_is_found_nowhere_is_offered_in_the_nearest_spelling(client: TestClient) -> None:
    page = open_page(client, "/fr/search?q=solaimanie")
    assert text(page, "#suggestion strong") == "soleimani"
    assert attribute(page, "#suggestion", "href") == "/fr/search?q=soleimani"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("slimani", "suleimani"),
        ("soleimanian", "soleimani"),
        ("simani", None),
        ("soleimaniano", None),
    ],
)
def test_a_spelling_is_offered_that_is_about_as_long(
    client: TestClient, typed: str, offered: str | None
) -> None:
    assert client.get(f"/api/v1/search?q={typed}").json()["suggestion"] == offered


def test_words_and_filters_narrow_each_other(client: TestClient) -> None:
    page = open_page(client, "/en/quotes?q=groupes")
    assert quotes_of(page) == [
        "armed-groups-allied-with-tehran",
        "pompeo-armed-groups-hampered-progress",
        "pompeo-replaced-by-local-police",
    ]
    counts = {
        attribute(row, "input", "value"): number_in(text(row, ".option-count"))
        for row in page.css("#facets li")
    }
    assert (counts["mike-pompeo"], counts["none"], counts["donald-trump"]) == (2, 1, 0)
    both = open_page(client, "/en/quotes?q=groupes&speaker=mike-pompeo")
    assert count_of(both) == 2
    assert attribute(both, "#q", "value") == "groupes"
    assert attribute(both, "#chip-q", "href") == "/en/quotes?speaker=mike-pompeo"
    assert attribute(both, "link[rel=canonical]", "href").endswith(
        "/en/quotes?q=groupes&speaker=mike-pompeo"
    )
    assert attribute(both, "meta[name=robots]", "content") == "noindex, follow"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_that_nothing_is_like_leads_on(client: TestClient, language: str) -> None:
    page = open_page(client, f"/{language}/search?q=xylophone")
    assert links(page, "main .empty a") == [
        f"/{language}/{noun}" for noun in ("quotes", "actors", "events", "topics")
    ]


SMALL_WORDS = """
a an and are as at be by for from he his in is it its of or she that the their they this to was
were with al au aux avec ce ces cette dans de des du el elle en est et eux il ils la le les leur lui
ne nous on ou par pas pour que qui sa se ses son sur un une vous y
"""


def marked(client: TestClient, typed: str) -> list[str]:
    """What a search marks in the quotes that it finds."""
    return texts(open_page(client, f"/fr/quotes?q={quoted(typed)}"), "mark.hit")


def test_small_words_are_looked_for_only_by_themselves(client: TestClient) -> None:
    assert marked(client, f"{SMALL_WORDS} milices") == ["milices"]
    assert "les" in marked(client, "les")


@pytest.mark.parametrize("sign", ["'", "’"])
def test_what_is_elided_before_a_word_is_no_word(client: TestClient, sign: str) -> None:
    plain = marked(client, "irak assez")
    assert {*plain} == {"Irak", "assez"}
    for elided in (*"ldjmtsnc", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"):
        assert marked(client, f"{elided}{sign}irak assez") == plain, elided


def test_an_empty_list_says_what_the_words_cost(client: TestClient) -> None:
    page = open_page(client, "/en/quotes?q=zzzzzz&speaker=mike-pompeo")
    assert number_in(text(page, "#without-q")) == 6
    assert attribute(page, "#without-q", "href") == "/en/quotes?speaker=mike-pompeo"


def test_typing_replaces_the_address_and_a_tick_adds_to_the_history(client: TestClient) -> None:
    typed = client.get("/en/quotes?q=groupes", headers=PARTIAL | {"HX-Source": "input#q"})
    assert typed.headers["HX-Replace-Url"] == "/en/quotes?q=groupes"
    assert "HX-Push-Url" not in typed.headers
    ticked = client.get("/en/quotes?q=groupes", headers=PARTIAL | {"HX-Source": "form#filters"})
    assert ticked.headers["HX-Push-Url"] == "/en/quotes?q=groupes"
    searched = client.get("/en/search?q=groupes&utm=x", headers=PARTIAL)
    assert searched.headers["HX-Replace-Url"] == "/en/search?q=groupes"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_the_box(client: TestClient, language: str) -> None:
    page = open_page(client, f"/{language}/events")
    form = node(page, ".site-search")
    assert form.attributes["action"] == f"/{language}/search"
    assert attribute(form, "input", "name") == "q"


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        *(("Cœur", "coeur"), ("Ægypte", "aegypte"), ("Bjørn", "bjorn"), ("Đoàn", "doan")),
        *(("Łukasz", "lukasz"), ("Ilıca", "ilica"), ("Élu", "elu"), ("Straße", "strasse")),
        *(("مصطفى", "مصطفي"), ("سلیمانی", "سليماني"), ("کاظم", "كاظم"), ("مدينة", "مدينه")),
        *(("ٱلكاظمي", "الكاظمي"), ("كـاظم", "كاظم"), ("شيء", "شي"), ("مُحَمَّد", "محمد")),
    ],
)
def test_letters_that_are_typed_one_for_the_other_are_alike(written: str, typed: str) -> None:
    assert mark_hits(written, "fr", read_search(typed)) == [(written, True)]
    assert mark_hits(typed, "fr", read_search(written)) == [(typed, True)]


@pytest.mark.parametrize(
    "written", ["l'Irak et d’autres", "Mes troupes — nos TROUPES", "مصطفى الكاظمي", "e\u0301lu"]
)
def test_marking_alters_nothing(written: str) -> None:
    search = read_search("irak troupe الكاظمي élu")
    pieces = mark_hits(written, "fr", search)
    assert "".join(piece for piece, _ in pieces) == written
    assert any(hit for _, hit in pieces)


def test_a_large_record_has_the_shortest_hits_first(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is short and has the word is about it; to rank is to look at all that has the word."""
    ranked = quotes_of(open_page(client, "/en/search?in=quotes&q=nous"))
    monkeypatch.setattr("app.queries.index.MOST_RANKED", 0)
    page = open_page(client, "/en/search?in=quotes&q=nous")
    lengths = [len(words) for words in texts(page, ".quote-card .card-words")]
    assert sorted(quotes_of(page)) == sorted(ranked)
    assert quotes_of(page) != ranked
    assert len(lengths) > 3
    assert abs(lengths[0] - min(lengths)) < 40
    assert abs(lengths[-1] - max(lengths)) < 40


def test_an_excerpt_holds_the_first_hit_and_says_where_it_was_cut() -> None:
    written = "mot " * 300 + "Soleïmani" + " fin" * 300
    pieces = excerpt(written, "fr", read_search("soleimani"))
    assert ("Soleïmani", True) in pieces
    assert (pieces[0][0], pieces[-1][0]) == ("… ", " …")
    assert {*pieces[1][0].split()} == {"mot"}  # no word is cut
    assert {*pieces[-2][0].split()} == {"fin"}
    assert sum(len(piece) for piece, _ in pieces) < 300


PIECES = [
    *("l’", "qu'", "’s", "'", "s", "Élu", "œuvre", "soldats", "irakiennes", "1", "_", "\u0301"),
    *("ال", "كاظمي", "ء", " ", "\u00a0", "\n", "-", ".", ",", "«", "»", "(", '"'),
]


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.sampled_from(LANGUAGES))
def test_what_is_indexed_is_what_is_marked(text: str, language: str) -> None:
    """The index has the words of a text as they are found where hits are marked in it."""
    words = list(find_words(text, language))
    plains, stems = fold_text(text, language)
    assert plains.split() == [word.plain for word in words]
    assert stems.split() == [word.stem for word in words]
