"""Seed files that are wrong by themselves: each mistake is named, and the database stays."""

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from app.seeds import date_bounds
from tests.editing import (
    ACTORS,
    ARTICLE,
    EVENTS,
    FACTS,
    FOLDER,
    LEDGER,
    MENTIONS,
    QUOTES,
    SOURCE,
    TOPICS,
    Mistake,
    append,
    check_refusal,
    edit,
    list_problems,
)

IRAN = 'slug = "iran"\n'
STRIKE = 'slug = "soleimani-strike"\n'
JANUARY = 'date = "2020-01"'
DEFI = 'slug = "challenge-of-armed-groups"\n'
GOOD = 'slug = "trump-very-good-relationship"\n'
OFFICIAL = f'slug = "{ARTICLE}-senior-us-official"'
NEW_EVENT = (
    '\n[[event]]\nslug = "new"\ntitle = {{ en = "New", fr = "Nouveau" }}\nadded = 2026-01-01\n'
    f'evidence = [{{{{ article = "{ARTICLE}", text = "en janvier", for = ["what"] }}}}]\n{{}}\n'
)


def slug(old: str, reason: str) -> Mistake:
    """A slug that is none, written for a topic."""
    return Mistake(TOPICS, IRAN, f'slug = "{old}"\n', f"slug {old!r}", f"slug: {reason}")


def date(text: str, reason: str) -> Mistake:
    """A date that is none, written for an event."""
    return Mistake(EVENTS, JANUARY, f'date = "{text}"', "slug 'soleimani-strike'", reason)


def event(lines: str, reason: str) -> Mistake:
    """An event whose lines do not go together."""
    return Mistake(EVENTS, "", NEW_EVENT.format(lines), "slug 'new'", reason)


def topic(old: str, new: str, reason: str, record: str = "slug 'iran'") -> Mistake:
    return Mistake(TOPICS, old, new, record, reason)


def actor(old: str, new: str, reason: str, record: str = "slug 'donald-trump'") -> Mistake:
    return Mistake(ACTORS, old, new, record, reason)


def quote(old: str, new: str, reason: str, record: str = DEFI) -> Mistake:
    return Mistake(QUOTES, old, new, record.strip().replace(" = ", " ").replace('"', "'"), reason)


MISTAKES = {
    # keys and values
    "unknown key": topic(IRAN, IRAN + "colour = 1\n", "colour: unknown key"),
    "unknown key within": quote(
        'milliardaire républicain" }',
        'milliardaire républicain", page = 1 }',
        "speaker_words.page: unknown key",
        GOOD,
    ),
    "unknown key of an article": Mistake(
        FACTS, "language =", 'author = "X"\nlanguage =', "", "author: unknown key"
    ),
    "unknown table": Mistake(
        TOPICS, "[[topic]]", "[[theme]]", "", "unknown key 'theme'; its tables are [[topic]]"
    ),
    "missing key": quote('kind = "term"\n', "", "kind: missing key"),
    "missing key of an article": Mistake(
        FACTS, 'language = "fr"\n', "", "", "language: missing key"
    ),
    "missing language": topic('name.fr = "Iran"\n', "", "name.fr: missing key"),
    "empty text": topic('name.fr = "Iran"\n', 'name.fr = " "\n', "name.fr: is empty"),
    "number for a text": topic('name.fr = "Iran"\n', "name.fr = 5\n", "name.fr: Input should be"),
    "text for a list": quote('["armed-groups"]', '"armed-groups"', "topics: Input should be"),
    "unknown kind of quote": quote('kind = "term"', 'kind = "shout"', "kind: Input should be"),
    "unknown kind of actor": actor('kind = "person"', 'kind = "king"', "kind: Input should be"),
    "unknown encoding": Mistake(FACTS, '"utf-8"', '"latin-1"', "", "encoding: Input should be"),
    "unknown language": Mistake(FACTS, 'language = "fr"', 'language = "de"', "", "language: "),
    "no hash": Mistake(FACTS, 'sha256 = "3', 'sha256 = "', "", "sha256: String should match"),
    "wrong Wikidata identifier": actor('"Q22686"', '"22686"', "wikidata: String should match"),
    "script that is none": actor('script = "Latn"', 'script = "Latin"', "names.0.script: String"),
    "occurrence of nought": Mistake(
        MENTIONS, "occurrence = 1", "occurrence = 0", "text 'Donald Trump'", "occurrence: Input"
    ),
    # slugs
    "capital in a slug": slug("Iran", "'Iran' is not a slug"),
    "accent in a slug": slug("irén", "'irén' is not a slug"),
    "space in a slug": slug("i ran", "'i ran' is not a slug"),
    "underscore in a slug": slug("i_ran", "'i_ran' is not a slug"),
    "hyphen at a slug's end": slug("iran-", "'iran-' is not a slug"),
    "empty slug": slug("", "'' is not a slug"),
    "slug without end": slug("i" * 101, "'iiii"),
    "slug of the quotes without a speaker": slug("none", "the slug 'none' is reserved"),
    "slug of a paragraph": slug("p12", "the slug 'p12' is reserved"),
    "old slug of a paragraph": topic(IRAN, IRAN + 'was = ["p3"]\n', "was.0: the slug 'p3' is"),
    # dates
    "thirteenth month": date("2020-13", "date: '2020-13' is not a date of the calendar"),
    "30 February": date("2020-02-30", "date: '2020-02-30' is not a date of the calendar"),
    "day in words": date("20 août", "date: '20 août' is not an EDTF date"),
    "day without hyphens": date("20200820", "date: '20200820' is not an EDTF date"),
    "interval the wrong way round": date("2020-02/2020-01", "'2020-02/2020-01' ends before it"),
    "wrong date of an article": Mistake(
        FACTS, 'date = "2020-08"', 'date = "2020-00"', "", "date: '2020-00' is not a date"
    ),
    "date without basis": event('date = "2020-01"', "a date needs its `basis`"),
    "basis without date": event('basis = "stated"', "an undated event has none"),
    "inferred date without note": event(
        'date = "2020-01"\nbasis = "inferred"', "an inferred date needs a `note` that says how"
    ),
    "outside date without source": event(
        'date = "2020-01"\nbasis = "outside"', "a date from outside needs a `source`"
    ),
    "ongoing with a date": event(
        'date = "2020-01"\nbasis = "stated"\nongoing = true', "`ongoing` is for an event without"
    ),
    "event without evidence": Mistake(
        EVENTS, "evidence = [", "evidence = []\nmore = [", "slug 'soleimani-strike'", "evidence: "
    ),
    "evidence of nothing": Mistake(
        EVENTS, 'for = ["when"]', "for = []", "slug 'soleimani-strike'", "evidence.1.for: List"
    ),
    # who speaks
    "term with a speaker": quote(
        'kind = "full"', 'kind = "term"', "a term is said by nobody: it has no speaker", GOOD
    ),
    "speaker without words": quote(
        'speaker_words = { text = "a dit le milliardaire républicain" }\n',
        "",
        "speaker, speaker_words, basis and wording stand together or not at all",
        GOOD,
    ),
    "words without a speaker": quote(
        'speaker = "donald-trump"\n', "", "stand together or not at all", GOOD
    ),
    "inferred speaker without note": quote(
        'basis = "stated"\nwording = "unknown"',
        'basis = "inferred"\nwording = "unknown"',
        "an inferred speaker needs a `note` that says how",
        'slug = "al-kazimi-no-need-of-combat-troops"',
    ),
    "inferred event without note": quote(
        'event.basis = "stated"',
        'event.basis = "inferred"',
        "event: an inferred event needs a `note` that says how",
        'slug = "washington-reduce"',
    ),
    "report without a speaker": quote(
        DEFI, DEFI + 'reports = "iran"\n', "`reports` needs a speaker"
    ),
    "unnamed actor without article": actor(
        f'kind = "unnamed"\narticle = "{ARTICLE}"\n',
        'kind = "unnamed"\n',
        "an unnamed actor, and no other, names its `article`",
        OFFICIAL.replace(" = ", " ").replace('"', "'"),
    ),
    "named actor with an article": actor(
        'kind = "person"', f'kind = "person"\narticle = "{ARTICLE}"', "names its `article`"
    ),
    "unnamed actor with a slug of its own": actor(
        OFFICIAL, 'slug = "us-official"', "begins with", "slug 'us-official'"
    ),
    "outside name without source": actor(
        ', source = "press"', "", "names.1: a name from outside, and no other, says its `source`"
    ),
    "stated name with a source": actor(
        'basis = "stated"', 'basis = "stated", source = "press"', "names.0: a name from outside"
    ),
    # withdrawals
    "withdrawn without a reason": topic(
        IRAN, IRAN + 'withdrawn = { en = "Gone", fr = "" }\n', "withdrawn.fr: is empty"
    ),
    "withdrawn with a word": topic(IRAN, IRAN + "withdrawn = true\n", "withdrawn: Input should"),
    # files
    "syntax": Mistake(QUOTES, "[[quote]]", "[[quote", "", "is not TOML: "),
    "key given twice": Mistake(TOPICS, IRAN, IRAN + IRAN, "", "is not TOML: "),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_and_the_database_stays(name: str, seeds: Path, database: Path) -> None:
    check_refusal(MISTAKES[name], seeds, database)


@pytest.mark.parametrize("file", [ACTORS, EVENTS, TOPICS, LEDGER, FACTS, QUOTES, MENTIONS, SOURCE])
def test_a_missing_file_is_named(file: str, seeds: Path) -> None:
    (seeds / file).unlink()
    assert f"seeds/{file}: is missing" in list_problems(seeds)


@pytest.mark.parametrize("file", [ACTORS, EVENTS, TOPICS, FACTS, QUOTES, MENTIONS])
def test_bad_utf_8_is_named_with_its_byte(file: str, seeds: Path) -> None:
    content = (seeds / file).read_bytes()
    (seeds / file).write_bytes(content + b"# \xff\n")
    assert f"seeds/{file}: is not UTF-8 (byte {len(content) + 2})" in list_problems(seeds)


def test_an_article_folder_with_a_bad_name_is_named(seeds: Path) -> None:
    (seeds / "articles" / "New Article").mkdir()
    assert Mistake("articles/New Article", "", "", "", "is not a slug").is_named(
        list_problems(seeds)
    )


def test_a_folder_without_seeds_is_told(tmp_path: Path) -> None:
    found = list_problems(tmp_path / "seeds")
    assert "seeds/actors.toml: is missing" in found
    assert "seeds/articles: holds no article" in found


def test_all_mistakes_are_told_at_once(seeds: Path) -> None:
    mistakes = [MISTAKES[name] for name in ("unknown key", "missing key", "thirteenth month")]
    for mistake in mistakes:
        mistake.make(seeds)
    (seeds / MENTIONS).unlink()
    found = list_problems(seeds)
    assert all(mistake.is_named(found) for mistake in mistakes)
    assert f"seeds/{MENTIONS}: is missing" in found


WRONG_FACTS = {
    "language": ('language = "fr"', 'language = "xx"', "language: Input should be 'en' or 'fr'"),
    "encoding": ('encoding = "utf-8"', "", "encoding: missing key"),
    "header": ('header = " date 2020-08 "', "", "header: missing key"),
    "date": ('date = "2020-08"', "", "the article needs its `date`, or stays under `review`"),
    "sha256": ('sha256 = "', 'sha256 = "x', "sha256: String should match pattern"),
    "no TOML": ("language =", "=", "is not TOML: "),
}


@pytest.mark.parametrize("wrong", WRONG_FACTS)
def test_what_is_wrong_with_an_article_hides_nothing_else(wrong: str, seeds: Path) -> None:
    """Neither in the other files of its folder nor elsewhere; nor is anything else called wrong."""
    old, new, reason = WRONG_FACTS[wrong]
    record = "slug 'trump-very-good-relationship'"
    mistakes = [
        Mistake(FACTS, old, new, "", reason),
        Mistake(QUOTES, "une très, très bonne relation", "une relation", record, "stands nowhere"),
        Mistake(QUOTES, 'speaker = "mike-pompeo"', 'speaker = "x"', "", "refers to actors/x"),
        Mistake(MENTIONS, 'text = "', 'text = "Not ', "", "stands nowhere"),
        Mistake(EVENTS, 'text = "', 'text = "Not ', "", "stands nowhere"),
    ]
    for mistake in mistakes:
        mistake.make(seeds)
    for file in ("actors", "events"):
        append(seeds, f"{FOLDER}/{file}.toml", f'[[{file[:-1]}]]\nslug = "x y"\n')
    found = list_problems(seeds)
    named = [line for line in found for mistake in mistakes if told(mistake, line)]
    assert len(named) == len(set(named)) == len(mistakes), found
    own = [line for line in found if "slug 'x y'" in line]
    assert {line.split(":")[0] for line in own} == {
        f"seeds/{FOLDER}/{file}.toml" for file in ("actors", "events")
    }
    assert len(found) == len(named) + len(own), found


def told(mistake: Mistake, line: str) -> bool:
    return line.startswith(f"seeds/{mistake.file}: {mistake.record}") and mistake.reason in line


def test_a_source_of_a_wrong_encoding_s_name_is_read_all_the_same(seeds: Path) -> None:
    source = seeds / SOURCE
    before = hashlib.sha256(source.read_bytes()).hexdigest()
    source.write_bytes(source.read_text("utf-8").encode("windows-1252"))
    edit(seeds, FACTS, before, hashlib.sha256(source.read_bytes()).hexdigest())
    edit(seeds, FACTS, 'encoding = "utf-8"', 'encoding = "latin"')
    (found,) = list_problems(seeds)
    assert found.startswith(f"seeds/{FACTS}: encoding: Input should be")


def test_a_source_that_is_not_there_is_the_one_mistake(seeds: Path) -> None:
    (seeds / SOURCE).unlink()
    assert list_problems(seeds) == [f"seeds/{SOURCE}: is missing"]


def test_a_record_that_is_wrong_is_not_missing_to_others(seeds: Path) -> None:
    edit(seeds, ACTORS, 'slug = "mike-pompeo"\n', 'slug = "mike-pompeo"\ncolour = 1\n')
    assert list_problems(seeds) == ["seeds/actors.toml: slug 'mike-pompeo': colour: unknown key"]


def test_two_mistakes_of_one_record_are_both_told(seeds: Path) -> None:
    edit(seeds, TOPICS, IRAN, IRAN + "colour = 1\n")
    edit(seeds, TOPICS, 'name.fr = "Iran"\n', "")
    assert "seeds/topics.toml: slug 'iran': colour: unknown key" in list_problems(seeds)
    assert "seeds/topics.toml: slug 'iran': name.fr: missing key" in list_problems(seeds)


def test_a_record_without_a_slug_is_named_by_its_place(seeds: Path) -> None:
    append(seeds, TOPICS, "[[topic]]\n")
    assert "seeds/topics.toml: table 10: slug: missing key" in list_problems(seeds)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2020", (2020, 1, 1), (2020, 12, 31)),
        ("2020-02", (2020, 2, 1), (2020, 2, 29)),
        ("2020-08-20?", (2020, 8, 20), (2020, 8, 20)),
        ("2020-08~", (2020, 8, 1), (2020, 8, 31)),
        ("2020-08-17?/2020-08-23?", (2020, 8, 17), (2020, 8, 23)),
        ("2020-08/2021", (2020, 8, 1), (2021, 12, 31)),
        ("2020-08/..", (2020, 8, 1), (2020, 8, 31)),
    ],
)
def test_a_date_has_an_earliest_and_a_latest_day(
    edtf: str, earliest: tuple[int, int, int], latest: tuple[int, int, int]
) -> None:
    assert date_bounds(edtf) == (dt.date(*earliest), dt.date(*latest))


@pytest.mark.parametrize("text", ["", "2020-8", "2020/", "../2020", "[2020,2021]", "2020-21", "-1"])
def test_what_the_pages_cannot_word_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="is not a"):
        date_bounds(text)
