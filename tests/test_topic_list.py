"""The list of topics."""

import pytest
from starlette.testclient import TestClient

from tests.cast import CROWD
from tests.reading import LANGUAGES, count_of, links, number_in, open_page, texts, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_lists_each_topic_with_a_definition(client: TestClient, language: str) -> None:
    page = open_page(client, f"/{language}/topics")
    assert len(links(page, "main li h2 a")) == 9
    definitions = texts(page, "main li h2 + p")
    assert len(set(definitions)) == 9
    assert min(len(definition) for definition in definitions) > 30


def test_each_number_leads_to_so_many_quotes(client: TestClient) -> None:
    page = open_page(client, "/en/topics")
    counted = [a for a in page.css("main li a") if "topic=" in (a.attributes["href"] or "")]
    assert len(counted) == 9
    for link in counted:
        listed = open_page(client, link.attributes["href"] or "")
        assert count_of(listed) == number_in(words(link))


def test_each_number_leads_to_so_many_events(client: TestClient) -> None:
    page = open_page(client, "/fr/topics")
    counted = [a for a in page.css("main li a") if "#events" in (a.attributes["href"] or "")]
    assert len(counted) == 9
    for link in counted:
        topic = open_page(client, link.attributes["href"] or "")
        assert len(topic.css("#events ~ article")) == number_in(words(link))


def test_it_is_paged(cast_client: TestClient) -> None:
    first = open_page(cast_client, "/en/topics")
    assert len(links(first, "main li h2 a")) == 50
    assert links(first, "a[rel=next]") == ["/en/topics?page=2"]
    second = open_page(cast_client, "/en/topics?page=2")
    assert len(links(second, "main li h2 a")) == CROWD + 3 - 50
    assert "/en/topics/gossip" not in links(first) + links(second)
