"""A page an actor: what they said, where they are named, what they took part in."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.cast import CROWD, EXTRA
from tests.conftest import ROOT
from tests.editing import ARTICLE, ask
from tests.reading import (
    LANGUAGES,
    attribute,
    count_of,
    links,
    number_in,
    open_page,
    quotes_of,
    text,
    texts,
)

SLUGS = [
    line.removeprefix("actors/")
    for line in (ROOT / "seeds" / "permalinks.txt").read_text().split()
    if line.startswith("actors/")
]


def facts(client: TestClient, slug: str) -> tuple[list[int], int, int]:
    """The numbers under the name, and how many quotes and mentions the page lists."""
    page = open_page(client, f"/en/actors/{slug}")
    numbers = [number_in(link) for link in texts(page, "h1 ~ .meta a")]
    return numbers, len(quotes_of(page)), len(page.css("#mentions ~ ol > li"))


@pytest.mark.parametrize("slug", SLUGS)
def test_its_numbers_are_those_of_its_lists(client: TestClient, slug: str) -> None:
    numbers, quotes, mentions = facts(client, slug)
    assert numbers == ([quotes, mentions] if quotes else [mentions])
    assert count_of(open_page(client, f"/en/quotes?speaker={slug}")) == quotes


@pytest.mark.parametrize(
    ("slug", "quotes", "mentions"),
    [
        ("donald-trump", 5, 7),
        ("mike-pompeo", 6, 4),
        ("fouad-hussein", 0, 1),
        ("qassem-soleimani", 0, 1),
        (f"{ARTICLE}-senior-us-official", 1, 1),
    ],
)
def test_it_counts_quotes_and_mentions(
    client: TestClient, slug: str, quotes: int, mentions: int
) -> None:
    assert facts(client, slug)[1:] == (quotes, mentions)


@pytest.mark.parametrize("slug", ["fouad-hussein", "qassem-soleimani"])
def test_who_is_named_and_never_quoted_is_said_to_be(client: TestClient, slug: str) -> None:
    english = open_page(client, f"/en/actors/{slug}")
    french = open_page(client, f"/fr/actors/{slug}")
    assert "never quoted" in text(english, "h1 ~ .meta")
    assert "jamais" in text(french, "h1 ~ .meta")
    assert "never quoted" in (english.css("meta[name=description]")[0].attributes["content"] or "")
    assert english.css("h2#quotes") == []


def test_a_speaker_is_not_said_to_be_never_quoted(client: TestClient) -> None:
    assert "never" not in text(open_page(client, "/en/actors/mike-pompeo"), "h1 ~ .meta")


def test_its_quotes_are_those_of_its_list_in_order(client: TestClient) -> None:
    page = open_page(client, "/fr/actors/mike-pompeo")
    assert quotes_of(page) == quotes_of(open_page(client, "/fr/quotes?speaker=mike-pompeo"))


def test_each_mention_is_marked_in_its_sentence(client: TestClient, real_database: Path) -> None:
    page = open_page(client, "/en/actors/donald-trump")
    marked = [found.text() for found in page.css("#mentions ~ ol mark")]
    rows = ask(
        real_database,
        "SELECT m.text FROM mention m JOIN actor a ON a.id = m.actor_id"
        " WHERE a.slug = 'donald-trump' ORDER BY span_start",
    )
    assert marked == [row[0] for row in rows]


def test_each_mention_leads_to_its_paragraph(client: TestClient) -> None:
    page = open_page(client, "/fr/actors/fouad-hussein")
    (address,) = links(page, "#mentions ~ ol a")
    assert address.startswith(f"/fr/articles/{ARTICLE}#p18:~:text=")


def test_its_roles_are_the_article_s_words(client: TestClient) -> None:
    page = open_page(client, "/en/actors/mike-pompeo")
    roles = page.css("dl a.words")
    assert [a.text() for a in roles] == ["secrétaire d'Etat", "chef de la diplomatie américaine"]
    assert {a.attributes["lang"] for a in roles} == {"fr"}
    assert all(":~:text=" in (a.attributes["href"] or "") for a in roles)


@pytest.mark.parametrize(
    ("slug", "names"),
    [
        ("moustafa-al-kazimi", ["Kazimi", "Kadhimi", "al-Kadhimi", "Kadhemi", "مصطفى الكاظمي"]),
        ("qassem-soleimani", ["Soleimani", "Suleimani", "قاسم سليماني"]),
        (
            "hachd-al-chaabi",
            ["Hashd al-Shaabi", "Popular Mobilization Forces", "PMF", "الحشد الشعبي"],
        ),
        ("fouad-hussein", ["Fuad Hussein", "فؤاد حسين"]),
    ],
)
def test_other_forms_of_the_name_stand_beside_it(
    client: TestClient, slug: str, names: list[str]
) -> None:
    for language in LANGUAGES:
        page = open_page(client, f"/{language}/actors/{slug}")
        assert set(names) <= set(texts(page, "dl bdi"))


def test_each_form_says_its_language_and_basis(client: TestClient) -> None:
    page = open_page(client, "/en/actors/moustafa-al-kazimi")
    (arabic,) = [b for b in page.css("dl bdi") if b.attributes["lang"] == "ar"]
    assert arabic.text() == "مصطفى الكاظمي"
    assert len(texts(page, "dl bdi + .basis")) == len(page.css("dl bdi"))


def test_a_name_of_an_article_is_told_from_one_from_outside(client: TestClient) -> None:
    page = open_page(client, "/fr/actors/us-government")
    bases = dict(zip(texts(page, "dl bdi"), texts(page, "dl bdi + .basis"), strict=True))
    endings = {name: basis.split(";")[-1] for name, basis in bases.items()}
    assert len(set(endings.values())) == 3


def test_only_a_matched_actor_leads_to_wikidata(client: TestClient) -> None:
    trump = links(open_page(client, "/en/actors/donald-trump"), "dl a")
    assert "https://www.wikidata.org/wiki/Q22686" in trump
    kazimi = links(open_page(client, "/en/actors/moustafa-al-kazimi"), "dl a")
    assert not any("wikidata" in link for link in kazimi)


def test_it_lists_the_events_it_took_part_in(client: TestClient) -> None:
    page = open_page(client, "/en/actors/donald-trump")
    assert links(page, "#events ~ article h3 a") == [
        "/en/events/trump-receives-al-kazimi",
        "/en/events/soleimani-strike",
    ]


def test_it_holds_quotes_of_several_articles(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/actors/ana-verne")
    assert len(quotes_of(page)) == EXTRA + 3
    cited = [link for link in links(page, "#quotes ~ ol a") if "/articles/" in link]
    assert len({link.partition("#")[0] for link in cited}) == 3


def test_more_mentions_than_a_page_holds_stand_on_others(cast_client: TestClient) -> None:
    numbers, _, listed = facts(cast_client, "valdoria")
    assert (numbers, listed) == ([CROWD + EXTRA + 1], 50)
    first = open_page(cast_client, "/en/actors/valdoria")
    assert links(first, ".pager a") == ["/en/actors/valdoria?page=2#mentions"]
    second = open_page(cast_client, "/en/actors/valdoria?page=2")
    assert links(second, ".pager a") == ["/en/actors/valdoria#mentions"]
    places = [links(page, "#mentions ~ ol a") for page in (first, second)]
    assert len({*places[0], *places[1]}) == sum(map(len, places)) == CROWD + EXTRA + 1
    assert attribute(second, "link[rel=canonical]", "href").endswith("/en/actors/valdoria?page=2")
    assert cast_client.get("/en/actors/valdoria?page=3").status_code == 404


def test_more_events_than_a_page_holds_are_not_passed_over_in_silence(
    cast_client: TestClient,
) -> None:
    page = open_page(cast_client, "/en/actors/valdoria")
    told = [number_in(p) for p in texts(page, "#events ~ p") if any(c.isdigit() for c in p)]
    assert len(page.css("#events ~ article")) == CROWD or CROWD in told


def test_who_is_named_nowhere_has_no_empty_list(cast_client: TestClient) -> None:
    page = open_page(cast_client, "/en/actors/delegate-01")
    assert [found for found in page.css("ol, ul, dl") if not found.css("li, dd")] == []
