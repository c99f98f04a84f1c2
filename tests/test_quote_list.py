"""The list of quotes: its filters, their counts, its pages, its fragments."""

from collections.abc import Callable
from functools import cache
from itertools import product
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from starlette.testclient import TestClient

from app.filters import QuoteFilter
from tests.editing import ask, change
from tests.reading import (
    FULL,
    LANGUAGES,
    PARTIAL,
    attribute,
    attributes,
    count_of,
    links,
    node,
    number_in,
    open_page,
    parse,
    path_of,
    query_of,
    quotes_of,
    text,
    texts,
    words,
)

Open = Callable[..., TestClient]

ARTICLE = "2020-08-trump-al-kazimi"
OFFICIAL = f"{ARTICLE}-senior-us-official"
FACETS = {
    "speaker": [
        "donald-trump",
        "mike-pompeo",
        "moustafa-al-kazimi",
        "us-government",
        OFFICIAL,
        "none",
    ],
    "topic": [
        "armed-groups",
        "bilateral-relations",
        "iran",
        "iraqi-sovereignty",
        "security-cooperation",
        "strategic-dialogue",
        "timetable",
        "troop-withdrawal",
        "us-politics",
    ],
    "kind": ["full", "partial", "term"],
}
OPTIONS = [(facet, value) for facet, values in FACETS.items() for value in values]
ELSEWHERE = [
    (*option, *other) for option, other in product(OPTIONS, OPTIONS) if option[0] != other[0]
]


Shown = Callable[[str], LexborHTMLParser]


@pytest.fixture(scope="module")
def shown(client: TestClient) -> Shown:
    """Open a page of the list, each only once: the tables below ask for the same ones often."""
    return cache(lambda address: open_page(client, address))


def box(page: LexborHTMLParser, facet: str, value: str) -> LexborNode:
    return node(page, f'input[name="{facet}"][value="{value}"]')


def count_beside(page: LexborHTMLParser, facet: str, value: str) -> int:
    """The number that an option's label shows."""
    found = box(page, facet, value).attributes["id"]
    return number_in(text(page, f'label[for="{found}"] .option-count'))


def chips(page: LexborHTMLParser) -> list[list[tuple[str, str]]]:
    """What each chip leaves of the query when it is taken away."""
    return [query_of(link) for link in links(page, ".chips a:not(#chip-all)")]


def results(page: LexborHTMLParser) -> str:
    return (node(page, "#results").inner_html or "").strip()


# What is listed


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_lists_every_quote_in_the_order_of_the_text(client: TestClient, language: str) -> None:
    page = open_page(client, f"/{language}/quotes")
    slugs = quotes_of(page)
    assert (len(slugs), count_of(page)) == (19, 19)
    assert (slugs[0], slugs[-1]) == ("challenge-of-armed-groups", "us-official-persistent-problem")


def test_the_newest_article_comes_first(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/quotes?speaker=ana-verne")
    assert quotes_of(page) == [
        *(f"crowd-{number}" for number in range(56, 61)),
        "verne-river",
        "verne-never-again",
        "verne-our-friend",
    ]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 19),
        ("speaker=donald-trump", 5),
        ("speaker=mike-pompeo", 6),
        ("speaker=donald-trump&speaker=mike-pompeo", 11),
        ("speaker=none", 3),
        ("speaker=none&speaker=moustafa-al-kazimi", 5),
        ("kind=full", 8),
        ("kind=full&kind=term", 11),
        ("speaker=donald-trump&kind=full", 3),
        ("speaker=donald-trump&speaker=mike-pompeo&kind=full", 7),
        ("speaker=donald-trump&speaker=mike-pompeo&kind=full&topic=timetable", 3),
        ("speaker=donald-trump&kind=term", 0),
        ("topic=timetable&topic=troop-withdrawal", 8),
        (f"article={ARTICLE}", 19),
        (f"article={ARTICLE}&speaker=none", 3),
        ("speaker=iran", 0),
    ],
)
def test_values_of_a_facet_are_or_and_facets_are_and(
    client: TestClient, query: str, count: int
) -> None:
    page = open_page(client, f"/en/quotes?{query}")
    assert (len(quotes_of(page)), count_of(page)) == (count, count)


def test_quotes_without_a_speaker_are_found_by_none(client: TestClient) -> None:
    page = open_page(client, "/en/quotes?speaker=none")
    assert quotes_of(page) == [
        "challenge-of-armed-groups",
        "armed-groups-allied-with-tehran",
        "strategic-dialogue-term",
    ]


def test_the_article_filter_keeps_to_its_article(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/quotes?article=2021-05-river-pact")
    assert quotes_of(page) == ["verne-river", "nothing-is-over"]


def test_a_card_leads_to_quote_speaker_article_and_topics(client: TestClient) -> None:
    page = open_page(client, "/fr/quotes?speaker=moustafa-al-kazimi&topic=troop-withdrawal")
    assert set(links(page, "#results ol article a")) == {
        "/fr/quotes/al-kazimi-no-need-of-combat-troops",
        "/fr/actors/moustafa-al-kazimi",
        f"/fr/articles/{ARTICLE}#al-kazimi-no-need-of-combat-troops",
        "/fr/topics/security-cooperation",
        "/fr/topics/troop-withdrawal",
    }


def test_a_report_names_both_the_speaker_and_whom_they_report(client: TestClient) -> None:
    page = open_page(
        client, "/en/quotes?speaker=mike-pompeo&topic=timetable&topic=troop-withdrawal"
    )
    cards = [card for card in page.css("#results ol article") if "fast-as" in (card.html or "")]
    assert [link for link in links(cards[0]) if "/actors/" in link] == [
        "/en/actors/mike-pompeo",
        "/en/actors/donald-trump",
    ]


def test_our_translation_is_not_in_quotation_marks(client: TestClient) -> None:
    page = open_page(client, "/en/quotes?speaker=donald-trump&kind=partial")
    shown = texts(page, ".translation")
    assert any("a very respected man" in translation for translation in shown)
    assert not [part for part in shown if set('“”"«»') & set(part)]
    assert page.css("blockquote .translation") == []


def test_a_french_reader_needs_no_translation_from_french(client: TestClient) -> None:
    assert open_page(client, "/fr/quotes").css(".translation") == []


# Counts


@pytest.mark.parametrize(("facet", "value"), OPTIONS)
def test_the_count_beside_an_option_is_the_length_of_its_list(
    shown: Shown, facet: str, value: str
) -> None:
    count = count_beside(shown("/en/quotes"), facet, value)
    chosen = shown(f"/en/quotes?{facet}={value}")
    assert (len(quotes_of(chosen)), count_of(chosen)) == (count, count)


@pytest.mark.parametrize(("facet", "value", "other", "chosen"), ELSEWHERE)
def test_the_count_holds_with_another_facet_chosen(
    shown: Shown, facet: str, value: str, other: str, chosen: str
) -> None:
    page = shown(f"/en/quotes?{other}={chosen}")
    both = shown(f"/en/quotes?{other}={chosen}&{facet}={value}")
    assert count_beside(page, facet, value) == len(quotes_of(both))


def test_every_option_of_every_facet_is_in_the_table_above(shown: Shown) -> None:
    page = shown("/en/quotes")
    boxes = page.css("input[type=checkbox]")
    assert {(b.attributes["name"], b.attributes["value"]) for b in boxes} == set(OPTIONS)


@pytest.mark.parametrize(("facet", "value"), OPTIONS)
def test_a_facet_does_not_narrow_its_own_counts(shown: Shown, facet: str, value: str) -> None:
    plain = shown("/en/quotes")
    chosen = shown(f"/en/quotes?{facet}={value}")
    for option in FACETS[facet]:
        assert count_beside(chosen, facet, option) == count_beside(plain, facet, option)


def test_two_values_of_a_facet_do_not_narrow_it_either(client: TestClient) -> None:
    page = open_page(client, "/en/quotes?speaker=donald-trump&speaker=none&kind=full")
    assert count_beside(page, "speaker", "mike-pompeo") == 4
    assert count_beside(page, "speaker", "donald-trump") == 3
    assert count_beside(page, "kind", "term") == 3


def test_the_counts_of_the_cast_hold_too(cast_client: TestClient) -> None:
    plain = open_page(cast_client, "/en/quotes")
    for found in plain.css("input[type=checkbox]"):
        facet, value = str(found.attributes["name"]), str(found.attributes["value"])
        chosen = open_page(cast_client, f"/en/quotes?{facet}={value}")
        assert count_beside(plain, facet, value) == count_of(chosen), (facet, value)


def test_an_option_of_nothing_cannot_be_chosen(client: TestClient) -> None:
    page = open_page(client, "/en/quotes?speaker=donald-trump")
    for facet in ("topic", "kind"):
        for value in FACETS[facet]:
            off = "disabled" in box(page, facet, value).attributes
            assert off == (count_beside(page, facet, value) == 0), value
    assert "disabled" in box(page, "topic", "armed-groups").attributes


def test_a_chosen_option_of_nothing_can_be_given_up(client: TestClient) -> None:
    page = open_page(client, "/en/quotes?speaker=donald-trump&topic=armed-groups")
    found = box(page, "topic", "armed-groups").attributes
    assert ("checked" in found, "disabled" in found) == (True, False)


def test_what_is_chosen_is_ticked_and_nothing_else(client: TestClient) -> None:
    page = open_page(client, "/en/quotes?speaker=none&speaker=mike-pompeo&kind=full")
    ticked = [(b.attributes["name"], b.attributes["value"]) for b in page.css("input[checked]")]
    assert sorted(ticked) == [("kind", "full"), ("speaker", "mike-pompeo"), ("speaker", "none")]


def test_the_heaviest_option_comes_first(client: TestClient) -> None:
    page = open_page(client, "/en/quotes")
    shown = [number_in(t) for t in texts(page, 'input[name="speaker"] + label .option-count')]
    assert shown == sorted(shown, reverse=True)


# More than twenty options


def test_a_facet_shows_its_twenty_heaviest_options(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/quotes")
    assert len(page.css('input[name="speaker"]')) == 20
    assert attributes(page, 'input[name="speaker"]', "value")[0] == "ana-verne"
    assert attributes(page, 'input[name="topic"]', "value")[:2] == ["border", "river"]


def test_more_leads_to_the_whole_list(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/fr/quotes")
    assert "/fr/actors?quoted=yes" in links(page, "fieldset a")
    assert "/fr/topics" in links(page, "fieldset a")


def test_a_facet_that_shows_all_has_no_more(client: TestClient) -> None:
    assert links(open_page(client, "/en/quotes"), "fieldset a") == []


def test_a_chosen_option_is_shown_beside_the_twenty(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/quotes?speaker=delegate-55&topic=topic-54")
    assert "checked" in box(page, "speaker", "delegate-55").attributes
    assert "checked" in box(page, "topic", "topic-54").attributes


def test_an_option_of_nothing_has_no_room_among_many(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/quotes?speaker=bo-marsh")
    assert attributes(page, 'input[name="topic"]', "value") == ["river"]


# Unknown, empty, old


def test_an_unknown_value_matches_nothing_and_is_named(client: TestClient) -> None:
    page = open_page(client, "/en/quotes?speaker=nobody-here")
    assert quotes_of(page) == []
    assert "nobody-here" in text(page, ".notice")
    assert "nobody-here" in text(page, ".chips")


def test_an_unknown_value_beside_a_known_one_is_named_too(client: TestClient) -> None:
    page = open_page(client, "/en/quotes?speaker=nobody-here&speaker=donald-trump")
    assert (count_of(page), len(chips(page))) == (5, 2)
    assert "nobody-here" in text(page, ".notice")


@pytest.mark.parametrize("facet", ["speaker", "topic", "kind", "article"])
def test_a_value_without_a_box_stays_in_the_form(client: TestClient, facet: str) -> None:
    page = open_page(client, f"/en/quotes?{facet}=x-y-z")
    hidden = [
        (n.attributes["name"], n.attributes["value"]) for n in page.css("#facets [type=hidden]")
    ]
    assert hidden == [(facet, "x-y-z")]


def test_the_article_stays_in_the_form(client: TestClient) -> None:
    page = open_page(client, f"/en/quotes?article={ARTICLE}&kind=full")
    assert attributes(page, '[type=hidden][name="article"]', "value") == [ARTICLE]
    assert page.css("[type=hidden][name=kind]") == []


@pytest.mark.parametrize("facet", ["topic", "kind", "article"])
def test_none_means_no_speaker_among_speakers_alone(client: TestClient, facet: str) -> None:
    nobody = text(open_page(client, "/en/quotes?speaker=none"), ".chips a")
    page = open_page(client, f"/en/quotes?{facet}=none")
    label = nobody.replace(texts(page, ".chip-facet")[0], "")
    assert quotes_of(page) == []
    assert "none" in text(page, ".chips a")
    assert label not in text(page, ".chips a")
    assert "none" in text(page, ".notice")


def test_what_is_unknown_is_shown_as_text(client: TestClient) -> None:
    page = open_page(client, "/en/quotes?speaker=%3Cb%3Ebold%3C/b%3E")
    assert "<b>bold</b>" in text(page, ".notice")
    assert "<b>bold</b>" in text(page, "title")
    assert page.css("main b") == []


def test_an_unknown_key_is_left_alone(client: TestClient) -> None:
    page = open_page(client, "/en/quotes?utm_source=letter&speaker=donald-trump&fbclid=x")
    assert count_of(page) == 5
    assert path_of(attribute(page, "link[rel=canonical]", "href")) == (
        "/en/quotes?speaker=donald-trump"
    )
    assert links(page, "#language-switch a") == ["/fr/quotes?speaker=donald-trump"]


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("", ""),
        ("speaker=", ""),
        ("speaker=&kind=full&topic=", "?kind=full"),
        ("topic=iran&speaker=none&kind=term", "?kind=term&speaker=none&topic=iran"),
        ("speaker=b&speaker=a", "?speaker=a&speaker=b"),
        ("speaker=a&speaker=a", "?speaker=a"),
        ("page=1", ""),
        ("page=", ""),
        ("page=1&kind=full", "?kind=full"),
    ],
)
def test_the_canonical_address_is_sorted_and_has_nothing_empty(
    client: TestClient, query: str, canonical: str
) -> None:
    page = open_page(client, f"/en/quotes?{query}")
    found = path_of(attribute(page, "link[rel=canonical]", "href"))
    assert found == f"/en/quotes{canonical}"


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("", True),
        ("?speaker=donald-trump", True),
        ("?speaker=donald-trump&speaker=donald-trump", True),
        ("?speaker=donald-trump&speaker=none", False),
        ("?speaker=donald-trump&kind=full", False),
    ],
)
def test_two_or_more_values_are_not_indexed(client: TestClient, query: str, index: bool) -> None:
    page = open_page(client, f"/en/quotes{query}")
    robots = attributes(page, "meta[name=robots]", "content")
    assert robots == ([] if index else ["noindex, follow"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/en/quotes?speaker=anna-verne", "/en/quotes?speaker=ana-verne"),
        ("/fr/quotes?topic=stream", "/fr/quotes?topic=river"),
        ("/en/quotes?article=2021-05-old-river", "/en/quotes?article=2021-05-river-pact"),
        (
            "/en/quotes?topic=stream&speaker=anna-verne&speaker=bo-marsh&utm=1&kind=",
            "/en/quotes?speaker=ana-verne&speaker=bo-marsh&topic=river",
        ),
        (
            "/en/quotes?speaker=anna-verne&speaker=ana-verne&page=2",
            "/en/quotes?page=2&speaker=ana-verne",
        ),
    ],
)
def test_an_old_slug_leads_to_the_same_list(cast_client: TestClient, old: str, new: str) -> None:
    response = cast_client.get(old)
    assert (response.status_code, response.headers["Location"]) == (301, new)


def test_an_old_slug_of_another_noun_is_unknown(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/quotes?speaker=stream")
    assert "stream" in text(page, ".notice")


# Titles and chips


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_title_follows_the_filters(client: TestClient, language: str) -> None:
    plain = text(open_page(client, f"/{language}/quotes"), "title")
    page = open_page(client, f"/{language}/quotes?speaker=donald-trump&topic=troop-withdrawal")
    topic = {"en": "Troop withdrawal", "fr": "Retrait des troupes"}[language]
    assert text(page, "title") != plain
    assert "Donald Trump" in text(page, "title")
    assert topic in text(page, "title")


def test_each_chip_takes_one_value_away(client: TestClient) -> None:
    page = open_page(client, "/en/quotes?kind=full&speaker=donald-trump&speaker=none")
    assert chips(page) == [
        [("speaker", "donald-trump"), ("speaker", "none")],
        [("kind", "full"), ("speaker", "none")],
        [("kind", "full"), ("speaker", "donald-trump")],
    ]
    assert links(page, "#chip-all") == ["/en/quotes"]


def test_a_chip_goes_back_to_the_first_page(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/quotes?topic=border&page=2")
    assert chips(page) == [[]]


def test_without_a_filter_there_is_no_chip(client: TestClient) -> None:
    assert open_page(client, "/en/quotes").css(".chips") == []


# Pages


def test_it_keeps_the_filter_on_the_next_page(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/quotes?topic=border&kind=full")
    assert len(quotes_of(page)) == 50
    assert links(page, "a[rel=next]") == ["/en/quotes?kind=full&page=2&topic=border"]


def test_the_last_page_holds_the_rest(cast_client: TestClient) -> None:
    first = open_page(cast_client, "/en/quotes")
    last = open_page(cast_client, "/en/quotes?page=2")
    assert count_of(first) == count_of(last) == len(set(quotes_of(first) + quotes_of(last))) == 66
    assert len(quotes_of(last)) == 16
    assert attribute(last, "#results ol", "start") == "51"
    assert links(last, "a[rel=next]") == []
    assert links(last, "a[rel=prev]") == ["/en/quotes"]


def test_each_page_has_a_title_and_an_address_of_its_own(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/quotes?page=2")
    assert text(page, "title") != text(open_page(cast_client, "/en/quotes"), "title")
    assert attribute(page, "link[rel=canonical]", "href").endswith("/en/quotes?page=2")
    assert links(page, "#language-switch a") == ["/fr/quotes?page=2"]


def test_a_page_past_the_end_is_not_found(cast_client: TestClient) -> None:
    assert cast_client.get("/en/quotes?page=2").status_code == 200
    assert cast_client.get("/en/quotes?page=3").status_code == 404
    assert cast_client.get("/en/quotes?page=2&speaker=bo-marsh").status_code == 404


@pytest.mark.parametrize(
    ("path", "pages"), [("quotes?kind=full&page=7", 2), ("quotes?page=9&topic=sanctions", 1)]
)
def test_past_the_end_the_last_page_is_offered(
    cast_client: TestClient, path: str, pages: int
) -> None:
    for language, told in [("en", "This list has"), ("fr", "Cette liste compte")]:
        answer = cast_client.get(f"/{language}/{path}")
        assert answer.status_code == 404
        assert f"{told} {pages} page" in text(parse(answer), "main")
        (last,) = links(parse(answer), "main p a")
        assert f"page={pages}" in last
        assert ("kind=full" in last) == ("kind=full" in path)
        assert cast_client.get(urljoin(f"/{language}/{path}", last)).status_code == 200


@pytest.mark.parametrize("page", ["0", "-1", "x", "1.5", "99999999999999999999"])
def test_a_page_that_is_no_number_is_refused(client: TestClient, page: str) -> None:
    assert client.get(f"/en/quotes?page={page}").status_code == 422


# Nothing found


def test_an_empty_list_says_which_filter_to_drop(client: TestClient) -> None:
    page = open_page(client, "/en/quotes?speaker=donald-trump&kind=term")
    offers = {
        path_of(a.attributes["href"] or ""): number_in(words(a)) for a in page.css(".empty a")
    }
    assert offers == {"/en/quotes?kind=term": 3, "/en/quotes?speaker=donald-trump": 5}
    for address, count in offers.items():
        assert count_of(open_page(client, address)) == count


def test_only_what_helps_is_offered(client: TestClient) -> None:
    page = open_page(client, "/en/quotes?speaker=donald-trump&kind=full&topic=nothing")
    assert links(page, ".empty a") == ["/en/quotes?kind=full&speaker=donald-trump"]


def test_where_no_single_filter_helps_all_are_given_up(client: TestClient) -> None:
    page = open_page(client, "/en/quotes?speaker=nobody&topic=nothing")
    assert links(page, ".empty a") == ["/en/quotes"]


# Fragments


def test_a_partial_request_gets_the_fragment(client: TestClient) -> None:
    response = client.get("/en/quotes?speaker=donald-trump", headers=PARTIAL)
    assert response.status_code == 200
    assert "<html" not in response.text
    assert "<header" not in response.text
    assert "<title>" in response.text


@pytest.mark.parametrize(
    "headers",
    [{}, FULL, {"HX-Request": "true"}, {"HX-Request-Type": "partial"}, {"HX-Request": "false"}],
)
def test_any_other_request_gets_the_whole_page(client: TestClient, headers: dict[str, str]) -> None:
    response = client.get("/en/quotes?speaker=donald-trump", headers=headers)
    assert response.text.lstrip().startswith("<!doctype html>")
    assert "HX-Push-Url" not in response.headers


def test_a_fragment_pushes_the_canonical_address(client: TestClient) -> None:
    response = client.get("/fr/quotes?topic=&speaker=none&kind=term&utm=1", headers=PARTIAL)
    assert response.headers["HX-Push-Url"] == "/fr/quotes?kind=term&speaker=none"


@pytest.mark.parametrize("headers", [{}, PARTIAL, FULL])
@pytest.mark.parametrize("query", ["", "?speaker=none", "?speaker=iran&kind=full"])
def test_every_answer_varies_with_what_asked(
    client: TestClient, query: str, headers: dict[str, str]
) -> None:
    response = client.get(f"/en/quotes{query}", headers=headers)
    vary = {part.strip() for part in response.headers["Vary"].split(",")}
    assert {"HX-Request", "HX-Request-Type"} <= vary


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "query",
    [
        "",
        "?speaker=donald-trump",
        "?speaker=donald-trump&speaker=none&topic=armed-groups",
        "?speaker=donald-trump&kind=term",
        "?speaker=nobody-here",
        f"?article={ARTICLE}",
    ],
)
def test_a_fragment_is_what_the_page_holds(client: TestClient, language: str, query: str) -> None:
    """Results, facets, count of filters, language switch and title, each as in the full page."""
    full = open_page(client, f"/{language}/quotes{query}")
    part = client.get(f"/{language}/quotes{query}", headers=PARTIAL).text
    pieces = {
        "#results": LexborHTMLParser(part.partition("<hx-partial")[0].partition("</title>")[2])
    }
    for found in LexborHTMLParser(part).css("hx-partial"):
        target = found.attributes["hx-target"] or ""
        pieces[target] = LexborHTMLParser(found.inner_html or "")
    assert set(pieces) == {"#results", "#facets", "#filter-count", "#language-switch", "#status"}
    del pieces["#status"]
    for target, piece in pieces.items():
        whole = LexborHTMLParser(node(full, target).inner_html or "")
        assert piece.body is not None
        assert whole.body is not None
        assert (piece.body.inner_html or "").split() == (whole.body.inner_html or "").split()
    assert text(LexborHTMLParser(part), "title") == text(full, "title")


def test_a_fragment_tells_the_count_once(client: TestClient) -> None:
    response = client.get("/en/quotes?speaker=none", headers=PARTIAL)
    told = [p for p in parse(response).css("hx-partial") if p.attributes["hx-target"] == "#status"]
    assert [number_in(words(piece)) for piece in told] == [3]


def test_what_htmx_follows_works_without_it_too(client: TestClient) -> None:
    page = open_page(client, "/en/quotes?speaker=donald-trump&kind=full")
    live = page.css("a[data-hx-get]")
    assert live
    assert all(a.attributes["href"] == a.attributes["data-hx-get"] for a in live)
    assert all(a.attributes.get("id") for a in live)


def test_the_form_asks_for_what_its_boxes_say(client: TestClient) -> None:
    page = open_page(client, "/fr/quotes")
    form = node(page, "#filters")
    assert (form.attributes["action"], form.attributes["method"]) == ("/fr/quotes", "get")
    assert form.css("button[type=submit]")
    assert form.attributes["data-hx-sync"] == "this:replace"


# The filter itself


@pytest.mark.parametrize(
    ("choices", "query"),
    [
        ([], []),
        ([("topic", "b"), ("topic", "a"), ("kind", "full")], ["kind=full", "topic=a", "topic=b"]),
        ([("topic", "a"), ("topic", "a"), ("topic", "")], ["topic=a"]),
    ],
)
def test_a_filter_has_one_order(choices: list[tuple[str, str]], query: list[str]) -> None:
    assert [f"{key}={value}" for key, value in QuoteFilter.of(choices).query()] == query


def test_dropping_a_choice_goes_back_to_the_first_page() -> None:
    wanted = QuoteFilter.of([("topic", "a"), ("kind", "full")], page=3)
    assert wanted.drop(("topic", "a")).query() == [("kind", "full")]
    assert wanted.clear("kind").query() == [("topic", "a")]
    assert wanted.on_page(2).query() == [("kind", "full"), ("page", "2"), ("topic", "a")]


@pytest.mark.parametrize(
    ("address", "each", "speaker"),
    [
        ("/en/quotes", ".quote-card", ".attribution"),
        ("/en/quotes?view=table", ".quote-table tbody tr", "td"),
        (f"/en/articles/{ARTICLE}", ".notes > ul > li", "p"),
    ],
)
def test_a_speaker_who_is_inferred_is_marked_so_everywhere(
    client: TestClient, real_database: Path, address: str, each: str, speaker: str
) -> None:
    sql = "SELECT slug FROM quote WHERE basis = 'inferred' ORDER BY span_start"
    inferred = [slug for (slug,) in ask(real_database, sql)]
    assert len(inferred) > 5
    marked = []
    for found in open_page(client, address).css(each):
        addresses = [link for link in links(found) if "/quotes/" in link]
        if "inferred" in text(found, speaker):
            marked.append(addresses[0].removeprefix("/en/quotes/"))
    assert marked == inferred


def test_a_day_is_inferred_where_the_occasion_is(open_site: Open, database: Path) -> None:
    change(database, "UPDATE event SET basis = 'stated' WHERE date IS NOT NULL")
    site = open_site(database)
    when = text(open_page(site, "/en/quotes?q=partis"), ".card-facts .meta")
    assert when.startswith("20 August 2020, inferred")
    change(database, "UPDATE quote SET event_basis = 'stated' WHERE event_id IS NOT NULL")
    when = text(open_page(open_site(database), "/en/quotes?q=partis"), ".card-facts .meta")
    assert "inferred" not in when


def test_the_date_of_an_article_is_not_taken_for_the_day_it_was_said(client: TestClient) -> None:
    cards = open_page(client, "/en/quotes?speaker=none").css(".card-facts .meta time + .basis")
    assert [words(found) for found in cards] == [", date of the article"] * 3
