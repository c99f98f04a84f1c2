"""The number of SQL statements of every page: fixed, however much the record holds."""

import pytest
from starlette.testclient import TestClient

from app.pieces import Pieces
from tests.editing import ARTICLE
from tests.reading import LANGUAGES, app_of, noted_statements, page_names

# The page, its address on the real article and on the cast, and its statements on either.
PAGES = {
    "home": ("/", "/", 13),
    "about": ("/about", "/about", 0),
    "api": ("/about/api", "/about/api", 0),
    "article-list": ("/articles", "/articles", 2),
    "article-detail": (f"/articles/{ARTICLE}", "/articles/2022-01-crowd", 5),
    "quote-list": ("/quotes", "/quotes", 12),
    "quote-list, next page": ("/quotes?page=1", "/quotes?page=2", 12),
    "quote-list, a speaker": ("/quotes?speaker=mike-pompeo", "/quotes?speaker=ana-verne", 13),
    "quote-list, two speakers and a topic": (
        "/quotes?speaker=mike-pompeo&speaker=donald-trump&topic=timetable",
        "/quotes?speaker=ana-verne&speaker=delegate-01&topic=border",
        14,
    ),
    "quote-list, every facet": (
        f"/quotes?article={ARTICLE}&kind=full&speaker=mike-pompeo&topic=timetable",
        "/quotes?article=2022-01-crowd&kind=full&speaker=ana-verne&topic=border",
        15,
    ),
    "quote-list, nothing found": (
        "/quotes?kind=term&speaker=mike-pompeo",
        "/quotes?kind=term&speaker=ana-verne",
        13,
    ),
    "quote-detail": ("/quotes/washington-reduce", "/quotes/verne-never-again", 5),
    "quote-detail, no speaker": (
        "/quotes/challenge-of-armed-groups",
        "/quotes/inner-never-again",
        5,
    ),
    "actor-list": ("/actors", "/actors", 3),
    "actor-list, speakers": ("/actors?quoted=yes", "/actors?quoted=yes", 3),
    "actor-detail": ("/actors/mike-pompeo", "/actors/ana-verne", 15),
    "actor-detail, never quoted": ("/actors/fouad-hussein", "/actors/valdoria", 13),
    "event-list": ("/events", "/events", 3),
    "event-detail": ("/events/trump-receives-al-kazimi", "/events/pact-signed", 12),
    "event-detail, undated": ("/events/daily-attacks", "/events/kept-by-other", 8),
    "search": ("/search", "/search", 0),
    "search, all but a word": ("/search?q=-zzzzzz", "/search?q=-zzzzzz", 16),
    "search, quotes": ("/search?in=quotes&q=troupes", "/search?in=quotes&q=never", 5),
    "search, nothing found": ("/search?q=zzzzzz", "/search?q=zzzzzz", 2),
    "topic-list": ("/topics", "/topics", 2),
    "topic-detail": ("/topics/troop-withdrawal", "/topics/border", 9),
    "correction-list": ("/corrections", "/corrections", 2),
    "correction-list, next page": ("/corrections?page=1", "/corrections?page=2", 2),
}


def count(client: TestClient, path: str) -> dict[str, int]:
    counts = {}
    for language in LANGUAGES:
        app_of(client).state.pieces = Pieces()  # as at the first time
        with noted_statements(client) as statements:
            assert client.get(f"/{language}{path}").status_code == 200
        counts[language] = len(statements)
    return counts


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_so_many_statements(client: TestClient, page: str) -> None:
    path, _, number = PAGES[page]
    assert count(client, path) == {"en": number, "fr": number}


@pytest.mark.parametrize("page", PAGES)
def test_it_asks_no_more_of_a_larger_record(cast_client: TestClient, page: str) -> None:
    _, path, number = PAGES[page]
    assert count(cast_client, path) == {"en": number, "fr": number}


def test_every_page_is_in_the_table() -> None:
    assert {page.partition(",")[0] for page in PAGES} == set(page_names())
