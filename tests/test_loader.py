"""The loader on the real article, held against what `shared/design.md`, section 4, knows of it."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, undefer_group

from app.database import open_database
from app.models import Actor, Article, Event, Quote
from app.spans import find_blocks
from tests.conftest import make_database
from tests.editing import ARTICLE, QUOTES, append, ask, dump, edit, edit_source, load

TRUMP, POMPEO, KAZIMI = "donald-trump", "mike-pompeo", "moustafa-al-kazimi"
WASHINGTON, OFFICIAL = "us-government", f"{ARTICLE}-senior-us-official"

SPANS = [
    (221, 225, "term", None, "challenge-of-armed-groups"),
    (241, 254, "term", None, "armed-groups-allied-with-tehran"),
    (724, 780, "full", TRUMP, "trump-very-good-relationship"),
    (849, 871, "partial", TRUMP, "trump-very-respected-man"),
    (1079, 1127, "full", TRUMP, "trump-gone-at-some-point"),
    (1186, 1212, "partial", TRUMP, "trump-very-low-level"),
    (1217, 1387, "full", TRUMP, "trump-soldiers-out-fairly-quickly"),
    (1461, 1561, "full", KAZIMI, "al-kazimi-no-need-of-combat-troops"),
    (1567, 1604, "partial", KAZIMI, "al-kazimi-security-cooperation"),
    (2208, 2228, "term", None, "strategic-dialogue-term"),
    (2301, 2308, "partial", WASHINGTON, "washington-reduce"),
    (2341, 2368, "partial", WASHINGTON, "washington-over-the-coming-months"),
    (2872, 2920, "full", POMPEO, "pompeo-once-our-mission-is-done"),
    (2924, 3041, "full", POMPEO, "pompeo-lowest-level-as-fast-as-possible"),
    (3239, 3341, "full", POMPEO, "pompeo-armed-groups-hampered-progress"),
    (3392, 3469, "full", POMPEO, "pompeo-replaced-by-local-police"),
    (3712, 3754, "partial", POMPEO, "pompeo-support-iraqi-forces"),
    (3762, 3897, "partial", POMPEO, "pompeo-diminish-the-militias"),
    (3957, 4117, "partial", OFFICIAL, "us-official-persistent-problem"),
]

DATES = {
    "soleimani-strike": ("2020-01", "inferred"),
    "al-kazimi-appointed": ("2020-05", "inferred"),
    "strategic-dialogue-opens": ("2020-06", "inferred"),
    "pompeo-receives-fouad-hussein": ("2020-08-19?", "inferred"),
    "strategic-dialogue-continues": ("2020-08-17?/2020-08-23?", "inferred"),
    "trump-receives-al-kazimi": ("2020-08-20?", "inferred"),
    "us-presidential-election-2020": ("2020-11-03", "outside"),
    "anti-american-feeling": (None, None),
    "hachd-demands-expulsion": (None, None),
    "daily-attacks": (None, None),
}


def get_article(database: Path) -> Article:
    engine = open_database(database)
    with Session(engine) as session:
        article = session.scalars(select(Article).options(undefer_group("text"))).one()
    engine.dispose()
    return article


def list_spans(database: Path) -> list[Any]:
    engine = open_database(database)
    statement = (
        select(Quote.start, Quote.end, Quote.kind, Actor.slug, Quote.slug, Quote.text)
        .outerjoin(Actor, Actor.id == Quote.speaker_id)
        .order_by(Quote.start)
    )
    with Session(engine) as session:
        spans = session.execute(statement).all()
    engine.dispose()
    return [tuple(span) for span in spans]


def test_it_leaves_the_header_out_of_the_body(real_database: Path) -> None:
    article = get_article(real_database)
    assert article.header == " date 2020-08 "
    assert article.body.startswith("Donald Trump a réaffirmé jeudi")
    assert len(article.source) == 4278
    assert article.source.decode() == article.header + article.body


def test_it_counts_the_body_in_code_points_and_blocks(real_database: Path) -> None:
    article = get_article(real_database)
    blocks = find_blocks(article.body)
    assert (len(article.body), article.body_length, len(blocks)) == (4119, 4119, 22)
    assert [block.number for block in blocks if block.is_heading] == [11]


def test_it_finds_every_quote_at_its_offsets(real_database: Path) -> None:
    assert [span[:5] for span in list_spans(real_database)] == SPANS


def test_each_quote_is_the_slice_of_the_body(real_database: Path) -> None:
    body = get_article(real_database).body
    for start, end, *_, slug, text in list_spans(real_database):
        assert body[start:end] == text, slug
        assert (body[start - 1], body[end]) == ('"', '"'), slug


def test_it_holds_the_kinds_that_the_article_has(real_database: Path) -> None:
    kinds = Counter(span[2] for span in list_spans(real_database))
    assert kinds == {"full": 8, "partial": 8, "term": 3}


def test_it_gives_each_speaker_their_quotes(real_database: Path) -> None:
    speakers = Counter(span[3] for span in list_spans(real_database))
    assert speakers == {POMPEO: 6, TRUMP: 5, KAZIMI: 2, WASHINGTON: 2, OFFICIAL: 1, None: 3}


def test_the_speaker_words_are_slices_of_the_body(real_database: Path) -> None:
    body = get_article(real_database).body
    rows = ask(
        real_database,
        "SELECT words_start, words_end, words_text FROM quote WHERE speaker_id IS NOT NULL",
    )
    assert len(rows) == 16
    assert all(body[start:end] == text for start, end, text in rows)


def test_it_dates_each_event_as_precisely_as_the_source(real_database: Path) -> None:
    engine = open_database(real_database)
    with Session(engine) as session:
        events = session.execute(select(Event.slug, Event.date, Event.basis)).all()
    engine.dispose()
    assert {slug: (date, basis) for slug, date, basis in events} == DATES


def test_it_knows_what_goes_on_from_what_is_merely_undated(real_database: Path) -> None:
    engine = open_database(real_database)
    with Session(engine) as session:
        ongoing = session.scalars(select(Event.slug).where(Event.ongoing)).all()
    engine.dispose()
    assert set(ongoing) == {"hachd-demands-expulsion", "daily-attacks"}


def test_a_second_load_changes_nothing(database: Path, seeds: Path) -> None:
    before = database.read_bytes()
    assert load(database, seeds) == 0
    assert database.read_bytes() == before


def test_a_database_made_anew_holds_the_same_rows(
    tmp_path: Path, real_database: Path, seeds: Path
) -> None:
    assert dump(make_database(tmp_path / "anew.db", seeds)) == dump(real_database)


def test_an_edited_translation_changes_its_row_alone(database: Path, seeds: Path) -> None:
    before = dump(database)
    edit(seeds, QUOTES, "At some point, we will", "One day we will")
    assert load(database, seeds) == 1
    (gone,), (new,) = before - dump(database), dump(database) - before
    assert gone.replace("At some point, we will", "One day we will") == new


def test_a_new_record_leaves_the_numbers_of_the_others(database: Path, seeds: Path) -> None:
    before = dump(database)
    words = 'name = { en = "A", fr = "A" }\ndefinition = { en = "B", fr = "B" }\n'
    edit(seeds, "topics.toml", "[[topic]]", f'[[topic]]\nslug = "aaa"\n{words}\n[[topic]]')
    append(seeds, "permalinks.txt", "topics/aaa\n")
    assert load(database, seeds) == 1
    assert before < dump(database)


def test_a_withdrawn_record_leaves_its_slug_with_the_reason(database: Path, seeds: Path) -> None:
    slug = 'slug = "trump-very-respected-man"\n'
    reason = 'withdrawn = { en = "No quote", fr = "Pas une citation" }\n'
    edit(seeds, QUOTES, slug, slug + reason)
    load(database, seeds)
    assert len(list_spans(database)) == 18
    assert ask(database, "SELECT * FROM retired_slug") == [
        ("quotes", "trump-very-respected-man", None, "No quote", "Pas une citation")
    ]


def test_a_record_can_take_over_the_place_of_another(database: Path, seeds: Path) -> None:
    """Two quotes trade their texts: the unique span of each is free before it is taken."""
    edit(seeds, QUOTES, 'text = "défi"', 'text = "TRADED"')
    edit(seeds, QUOTES, 'text = "groupes armés"', 'text = "défi"')
    edit(seeds, QUOTES, 'text = "TRADED"', 'text = "groupes armés"')
    load(database, seeds)
    assert list_spans(database)[0][4] == "armed-groups-allied-with-tehran"


def test_a_renamed_actor_keeps_their_quotes(database: Path, seeds: Path) -> None:
    for path in seeds.rglob("*.toml"):
        content = path.read_text(encoding="utf-8")
        path.write_text(content.replace('"mike-pompeo"', '"michael-pompeo"'), encoding="utf-8")
    slug = 'slug = "michael-pompeo"\n'
    edit(seeds, "actors.toml", slug, slug + 'was = ["mike-pompeo"]\n')
    append(seeds, "permalinks.txt", "actors/michael-pompeo\n")
    load(database, seeds)
    assert Counter(span[3] for span in list_spans(database))["michael-pompeo"] == 6


@pytest.mark.parametrize("term", ["défi", "groupes armés"])
def test_words_inside_a_longer_quotation_are_no_span_of_their_own(
    real_database: Path, term: str
) -> None:
    body = get_article(real_database).body
    spans = [span for span in list_spans(real_database) if span[5] == term]
    assert body.count(term) == 2
    assert [span[0] for span in spans] == [body.index(term)]


def test_occurrence_tells_two_quotes_of_the_same_words_apart(database: Path, seeds: Path) -> None:
    edit_source(seeds, '"groupes armés" souvent', '"défi" souvent')
    edit(seeds, QUOTES, 'text = "défi"', 'text = "défi"\noccurrence = 1')
    edit(seeds, QUOTES, 'text = "groupes armés"', 'text = "défi"\noccurrence = 2')
    load(database, seeds)
    assert [span[0] for span in list_spans(database) if span[5] == "défi"] == [221, 241]


def test_the_planner_knows_how_much_stands_in_each_index(real_database: Path) -> None:
    counted = ask(
        real_database, "SELECT tbl, stat FROM sqlite_stat1 WHERE tbl IN ('quote', 'tally')"
    )
    quotes = {int(stat.split()[0]) for table, stat in counted if table == "quote"}
    assert quotes == {len(SPANS)}
    assert "tally" in {table for table, _ in counted}
