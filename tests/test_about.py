"""The page that says how the record is made."""

import pytest
from starlette.testclient import TestClient

from tests.reading import LANGUAGES, count_of, links, noted_statements, open_page, texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_explains_each_kind_and_leads_to_its_quotes(client: TestClient, language: str) -> None:
    page = open_page(client, f"/{language}/about")
    kinds = links(page, "main dl dt a")
    assert kinds == [f"/{language}/quotes?kind={kind}" for kind in ("full", "partial", "term")]
    assert [count_of(open_page(client, address)) for address in kinds] == [8, 8, 3]
    assert len(set(texts(page, "main dl dd"))) == 3


def test_every_page_leads_to_it(client: TestClient) -> None:
    for address in ("/en/", "/en/quotes", "/en/nothing-here"):
        assert f'href="{address[:3]}/about"' in client.get(address).text


def test_it_asks_nothing_of_the_database(client: TestClient) -> None:
    with noted_statements(client) as statements:
        open_page(client, "/en/about")
    assert statements == []
