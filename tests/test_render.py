"""Dates in words, addresses of passages, and what else the pages write."""

import datetime as dt
import gc
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient

from app.catalogue import translations
from app.links import text_fragment
from app.render import Page
from app.spans import find_blocks
from app.wording import date_words, day_words, machine_date, shorten
from tests.kinds import PAGES


def worded(edtf: str, language: str) -> str:
    return date_words(edtf, language, translations(language).gettext)


@pytest.mark.parametrize(
    ("edtf", "english", "french"),
    [
        ("2020", "2020", "2020"),
        ("2020-01", "January 2020", "janvier 2020"),
        ("2020-08", "August 2020", "août 2020"),
        ("2020-08-20", "20 August 2020", "20 août 2020"),
        ("2020-08-20?", "20 August 2020", "20 août 2020"),
        ("2020-08-01", "1 August 2020", "1er août 2020"),
        ("2020-11", "November 2020", "novembre 2020"),
        ("2020-08-11", "11 August 2020", "11 août 2020"),
    ],
)
def test_a_date_is_worded_as_precisely_as_it_is_known(edtf: str, english: str, french: str) -> None:
    assert (worded(edtf, "en"), worded(edtf, "fr")) == (english, french)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("edtf", ["2020~", "2020-08~", "2020-08-20%"])
def test_about_a_date_is_more_than_the_date(edtf: str, language: str) -> None:
    plain = worded(edtf[:-1], language)
    assert worded(edtf, language).endswith(plain)
    assert worded(edtf, language) != plain


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_open_end_is_since(language: str) -> None:
    since = worded("2020-08/..", language)
    assert worded("2020-08", language) in since
    assert since != worded("2020-08", language)


@pytest.mark.parametrize(
    ("edtf", "english", "french"),
    [
        ("2020-08-17?/2020-08-23?", ("17", "23 August 2020"), ("17", "23 août 2020")),
        (
            "2020-08-30/2020-09-02",
            ("30 August", "2 September 2020"),
            ("30 août", "2 septembre 2020"),
        ),
        ("2020-08/2020-10", ("August 2020", "October 2020"), ("août 2020", "octobre 2020")),
        ("2019/2020", ("2019", "2020"), ("2019", "2020")),
    ],
)
def test_an_interval_has_a_start_and_an_end(
    edtf: str, english: tuple[str, str], french: tuple[str, str]
) -> None:
    for language, (start, end) in (("en", english), ("fr", french)):
        assert worded(edtf, language).startswith(start)
        assert worded(edtf, language).endswith(end)


def test_an_approximate_open_start_is_since_about() -> None:
    assert worded("2020-08~/..", "en") != worded("2020-08/..", "en")


def test_the_first_of_a_month_is_1er_in_french_alone() -> None:
    first = dt.date(2020, 11, 1)
    assert (day_words(first, "en"), day_words(first, "fr")) == (
        "1 November 2020",
        "1er novembre 2020",
    )


@pytest.mark.parametrize(
    ("edtf", "machine"),
    [
        ("2020-08-20?", "2020-08-20"),
        ("2020-08", "2020-08"),
        ("2020-08-17?/2020-08-23?", "2020-08-17"),
    ],
)
def test_a_machine_reads_the_start_without_doubt_marks(edtf: str, machine: str) -> None:
    assert machine_date(edtf) == machine


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("one two three", 20, "one two three"),
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one, two", 5, "one…"),
        ("unbroken", 4, "unbr…"),
    ],
)
def test_a_text_is_shortened_at_a_words_end(text: str, length: int, short: str) -> None:
    assert shorten(text, length) == short


@pytest.mark.parametrize(
    ("marked", "fragment"),
    [
        ("One [two] three", "One-,two,-three"),
        ("[One two] three", "One two,-three"),
        ("One [two]", "One-,two"),
        ("before\n\n[alone]\n\nafter", "alone"),
        ("a [b c d e f g h i j k] l", "a-,b c d e,h i j k,-l"),
        ('he said: "[yes, no-one]".', '"-,yes, no-one,-".'),
    ],
)
def test_a_text_fragment_names_the_words_and_those_beside(marked: str, fragment: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    body = marked.replace("[", "").replace("]", "")
    block = next(block for block in find_blocks(body) if start < block.end)
    written = text_fragment(body, block, start, end)
    assert unquote(written) == f":~:text={fragment}"


def test_what_has_a_meaning_in_a_text_fragment_is_encoded() -> None:
    (block,) = find_blocks("a-b, c & d")
    assert text_fragment("a-b, c & d", block, 0, 10) == ":~:text=a%2Db%2C%20c%20%26%20d"


def test_an_address_is_the_same_in_the_other_language() -> None:
    page = Page("/en/quotes", (("kind", "full"), ("page", "2")))
    assert page.address("fr") == "/fr/quotes?kind=full&page=2"
    assert Page("/en/").address("fr") == "/fr/"


@pytest.mark.parametrize("address", PAGES)
def test_a_page_leaves_no_ring_of_templates(client: TestClient, address: str) -> None:
    """What a template makes ends with the page: the garbage collector, which would find the rest
    later, keeps a reader waiting for it."""
    assert client.get(address).status_code == 200  # what is made at the first use stays
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        client.get(address)
        gc.collect()
        left = [type(one) for one in gc.garbage]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
    assert [one for one in left if one.__module__.startswith("jinja2")] == []
