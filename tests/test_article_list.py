"""The list of articles."""

import pytest
from starlette.testclient import TestClient

from tests.cast import NOTICES
from tests.editing import ARTICLE
from tests.reading import LANGUAGES, links, number_in, open_page, text, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_leads_to_the_article_and_its_quotes(client: TestClient, language: str) -> None:
    page = open_page(client, f"/{language}/articles")
    assert links(page, "main article a") == [
        f"/{language}/articles/{ARTICLE}",
        f"/{language}/quotes?article={ARTICLE}",
    ]
    assert number_in(words(page.css("main article a")[1])) == 19


def test_the_newest_comes_first_and_the_withdrawn_is_gone(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/articles")
    slugs = [link.rsplit("/", 1)[1] for link in links(page, "main h2 a, main h3 a")]
    assert slugs[:3] == ["2022-01-crowd", "2021-05-river-pact", "2021-03-border-talks"]
    assert slugs[3] == f"2019-notice-{NOTICES}"
    assert len(slugs) == 50


def test_it_is_paged(cast_client: TestClient) -> None:
    first = open_page(cast_client, "/fr/articles")
    assert links(first, "a[rel=next]") == ["/fr/articles?page=2"]
    second = open_page(cast_client, "/fr/articles?page=2")
    assert len(links(second, "main h2 a, main h3 a")) == NOTICES + 3 - 50
    assert links(second, "a[rel=prev]") == ["/fr/articles"]
    assert cast_client.get("/fr/articles?page=3").status_code == 404


def test_its_titles_are_marked_as_ours(client: TestClient) -> None:
    assert text(open_page(client, "/en/articles"), "main article .ours")
