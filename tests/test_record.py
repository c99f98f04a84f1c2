"""Seeds that are wrong against each other or against the texts: named, and the database stays."""

import shutil
from pathlib import Path

import pytest

from tests.cast import write_article
from tests.editing import (
    ACTORS,
    ARTICLE,
    EVENTS,
    FACTS,
    LEDGER,
    MENTIONS,
    QUOTES,
    SOURCE,
    TOPICS,
    Mistake,
    append,
    check_refusal,
    edit,
    edit_source,
    list_problems,
)

IRAN = 'slug = "iran"\n'
DEFI = "slug 'challenge-of-armed-groups'"
GOOD = "slug 'trump-very-good-relationship'"
STRIKE = "slug 'soleimani-strike'"
TRUMP = "slug 'donald-trump'"
GONE = 'withdrawn = { en = "Gone", fr = "Parti" }\n'


def quote(old: str, new: str, reason: str, record: str = DEFI) -> Mistake:
    return Mistake(QUOTES, old, new, record, reason)


def event(old: str, new: str, reason: str, record: str = STRIKE) -> Mistake:
    return Mistake(EVENTS, old, new, record, reason)


def actor(old: str, new: str, reason: str, record: str = TRUMP) -> Mistake:
    return Mistake(ACTORS, old, new, record, reason)


def mention(old: str, new: str, reason: str, text: str = "Donald Trump") -> Mistake:
    return Mistake(MENTIONS, old, new, f"text {text!r}", reason)


def topic(new: str, reason: str) -> Mistake:
    """Lines that the topic of Iran cannot have."""
    return Mistake(TOPICS, IRAN, new, "slug 'iran'", reason)


def ledger(new: str, reason: str) -> Mistake:
    """Lines that cannot stand where that of the topic of Iran stands."""
    return Mistake(LEDGER, "topics/iran\n", new, "", reason)


MISTAKES = {
    # references
    "unknown speaker": quote(
        'speaker = "donald-trump"', 'speaker = "x"', "actors/x, which does not exist", GOOD
    ),
    "unknown actor reported": quote(
        'reports = "donald-trump"',
        'reports = "x"',
        "refers to actors/x, which does not exist",
        "slug 'pompeo-lowest-level-as-fast-as-possible'",
    ),
    "unknown topic of a quote": quote(
        '["armed-groups"]', '["x"]', "topics/x, which does not exist"
    ),
    "unknown event of a quote": quote(
        'event.slug = "trump', 'event.slug = "x', "events/x-receives-al-kazimi, which does", GOOD
    ),
    "unknown topic of an event": event('["iran"]', '["x"]', "topics/x, which does not exist"),
    "unknown actor of an event": event(
        'actors = ["donald-trump"', 'actors = ["x"', "actors/x, which does not exist"
    ),
    "unknown article in evidence": event(
        f'article = "{ARTICLE}"', 'article = "x"', "articles/x, which does not exist"
    ),
    "unknown article of a role": actor(
        f'article = "{ARTICLE}"', 'article = "x"', "articles/x, which does not exist"
    ),
    "unknown actor of a mention": mention(
        'actor = "donald-trump"', 'actor = "x"', "refers to actors/x, which does not exist"
    ),
    "mention given twice": mention(
        'text = "Donald Trump"\noccurrence = 2',
        'text = "Donald Trump"\noccurrence = 1',
        "is given twice for actors/donald-trump",
    ),
    "topic named twice": quote('["armed-groups"]', '["iran", "iran"]', "names topics/iran twice"),
    "actor named twice": event(
        'actors = ["donald-trump"', 'actors = ["iran", "iran"', "names actors/iran twice"
    ),
    # slugs
    "slug used twice": Mistake(
        TOPICS, IRAN, 'slug = "timetable"\n', "slug 'timetable'", "the slug is used twice"
    ),
    "slug of two quotes": quote(
        'slug = "armed-groups-allied-with-tehran"',
        'slug = "challenge-of-armed-groups"',
        "the slug is used twice",
    ),
    "old slug that another record has": topic(
        IRAN + 'was = ["timetable"]\n', "its old slug 'timetable' names another record"
    ),
    "old slug that is its own": topic(
        IRAN + 'was = ["iran"]\n', "its old slug 'iran' names another record"
    ),
    "renamed without `was`": Mistake(
        TOPICS,
        IRAN,
        'slug = "persia"\n',
        "",
        "nothing answers topics/iran any more: its record must stay, with `was` or `withdrawn`",
        told_of=LEDGER,
    ),
    # withdrawals
    "reference to a withdrawn topic": Mistake(
        TOPICS, IRAN, IRAN + GONE, STRIKE, "refers to the withdrawn topics/iran", told_of=EVENTS
    ),
    "speaker who is withdrawn": Mistake(
        ACTORS,
        'slug = "donald-trump"\n',
        'slug = "donald-trump"\n' + GONE,
        GOOD,
        "refers to the withdrawn actors/donald-trump",
        told_of=QUOTES,
    ),
    "occasion that is withdrawn": Mistake(
        EVENTS,
        'slug = "trump-receives-al-kazimi"\n',
        'slug = "trump-receives-al-kazimi"\n' + GONE,
        GOOD,
        "refers to the withdrawn events/trump-receives-al-kazimi",
        told_of=QUOTES,
    ),
    # the source
    "header that does not match": Mistake(
        FACTS,
        'header = " date',
        'header = "Date',
        "",
        "does not begin with the header 'Date 2020-08 ' of article.toml",
        told_of=SOURCE,
    ),
    "source of another hash": Mistake(SOURCE, "jeudi", "lundi", "", "and article.toml says 3929e7"),
    # passages
    "words that stand nowhere": quote(
        'text = "un homme très respecté"',
        'text = "un homme trop respecté"',
        f"'un homme trop respecté' stands nowhere in {ARTICLE};"
        " nearest: '\"un homme très respecté\",'",
        "slug 'trump-very-respected-man'",
    ),
    "words with another apostrophe": quote(
        "nous n'avons absolument",
        "nous n’avons absolument",
        "nearest: '\"nous n\\'avons absolument pas besoin de troupes de combat en Irak, mais",
        "slug 'al-kazimi-no-need-of-combat-troops'",
    ),
    "words outside quotation marks": quote(
        'text = "défi"',
        'text = "calendrier"',
        f"'calendrier' stands in {ARTICLE}, but not as a whole between quotation marks",
    ),
    "part of a quotation": quote(
        'text = "un homme très respecté"',
        'text = "un homme"',
        "but not as a whole between quotation marks",
        "slug 'trump-very-respected-man'",
    ),
    "space at the end": quote('text = "défi"', 'text = "défi "', "'défi ' stands"),
    "two quotes in one place": quote(
        'text = "groupes armés"',
        'text = "défi"',
        "stands where 'challenge-of-armed-groups' stands already",
        "slug 'armed-groups-allied-with-tehran'",
    ),
    "quote's occurrence too high": quote(
        'text = "défi"', 'text = "défi"\noccurrence = 2', "times between quotation marks, not 2"
    ),
    "mention that can be three": mention(
        "occurrence = 1\n", "", f"stands 3 times in {ARTICLE}: say which with `occurrence`"
    ),
    "mention's occurrence too high": mention(
        "occurrence = 3", "occurrence = 4", f"stands 3 times in {ARTICLE}, not 4"
    ),
    "mention that stands nowhere": mention(
        'text = "Fouad Hussein"',
        'text = "Fuad Hussein"',
        "stands nowhere in " + ARTICLE + "; nearest: 'Fouad Hussein",
        "Fuad Hussein",
    ),
    "speaker words that stand nowhere": quote(
        '"a dit le milliardaire', '"dixit le milliardaire', "nearest: 'dit le milliardaire", GOOD
    ),
    "evidence that stands nowhere": event(
        'text = "en janvier"', 'text = "en janvier 2020"', "'en janvier 2020' stands nowhere"
    ),
    "evidence that can be many": event(
        'text = "en Irak", occurrence = 4',
        'text = "en Irak"',
        "times in " + ARTICLE + ": say which with `occurrence`",
        "slug 'daily-attacks'",
    ),
    "evidence given twice": event(
        'for = ["when"]', 'for = ["when", "when"]', "'en janvier' twice as evidence for 'when'"
    ),
    "role that stands nowhere": actor(
        'text = "président des Etats-Unis"', 'text = "roi"', "'roi' stands nowhere in"
    ),
    "name that no article prints": actor(
        'name = "Donald Trump"', 'name = "D. Trump"', "no article prints the name 'D. Trump'"
    ),
    "stated name that no article prints": actor(
        'text = "le président Trump"', 'text = "D. Trump"', "no article prints the name 'D. Trump'"
    ),
    "name given twice": actor(
        'text = "Donald J. Trump"', 'text = "Donald Trump"', "'Donald Trump' is given twice"
    ),
    # the ledger
    "line that nothing answers": ledger(
        "topics/iran\ntopics/oil\n", "nothing answers topics/oil any more"
    ),
    "line with a language": ledger(
        "topics/iran\nen/topics/iran\n", "nothing answers en/topics/iran any more"
    ),
    "record without a line": ledger("", "topics/iran is missing: run `python -m app check --add`"),
    "old slug without a line": Mistake(
        TOPICS, IRAN, IRAN + 'was = ["persia"]\n', "", "topics/persia is missing", told_of=LEDGER
    ),
    "line that stands twice": ledger("topics/iran\n" * 2, "topics/iran stands there twice"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_and_the_database_stays(name: str, seeds: Path, database: Path) -> None:
    check_refusal(MISTAKES[name], seeds, database)


def test_the_seeds_of_the_site_have_nothing_wrong(seeds: Path) -> None:
    assert list_problems(seeds) == []


def test_the_seeds_of_the_cast_have_nothing_wrong(cast_seeds: Path) -> None:
    assert list_problems(cast_seeds) == []


def test_a_source_not_of_its_encoding_is_named_with_its_byte(seeds: Path) -> None:
    content = (seeds / SOURCE).read_bytes()
    (seeds / SOURCE).write_bytes(content + b"\xff")
    assert f"seeds/{SOURCE}: is not utf-8 (byte {len(content)})" in list_problems(seeds)


def test_a_source_with_a_nul_is_refused(seeds: Path) -> None:
    edit_source(seeds, "jeudi", "jeu\0di")
    assert f"seeds/{SOURCE}: holds a NUL character" in list_problems(seeds)


def test_a_source_of_nothing_but_its_header_is_refused(seeds: Path) -> None:
    (seeds / SOURCE).write_text(" date 2020-08 \n")
    assert f"seeds/{SOURCE}: holds nothing after its header" in list_problems(seeds)


def test_a_quote_that_stands_twice_must_say_which(seeds: Path) -> None:
    edit_source(seeds, '"groupes armés" souvent', '"défi" souvent')
    wrong = Mistake(QUOTES, "", "", DEFI, "'défi' stands 2 times between quotation marks: say")
    assert wrong.is_named(list_problems(seeds))


def test_a_quote_slug_of_another_article_is_used_twice(seeds: Path) -> None:
    text = 'slug = "defi"\ntext = "défi"\nkind = "term"\n'
    body = 'Encore un "défi".'
    tables = [{"slug": "challenge-of-armed-groups", "text": "défi", "kind": "term"}]
    write_article(seeds, "zzz", body, date="2020", language="fr", quotes=tables)
    append(seeds, LEDGER, "articles/zzz\n")
    wrong = Mistake("articles/zzz/quotes.toml", text, "", DEFI, "the slug is used twice")
    assert list_problems(seeds) == [f"seeds/{wrong.file}: {DEFI}: {wrong.reason}"]


def test_the_same_slug_may_name_an_actor_and_a_topic(seeds: Path) -> None:
    lines = (seeds / LEDGER).read_text().split()
    assert {"actors/iran", "topics/iran"} < set(lines)
    assert list_problems(seeds) == []


def test_two_records_cannot_have_had_one_slug(seeds: Path) -> None:
    edit(seeds, TOPICS, IRAN, IRAN + 'was = ["old"]\n')
    edit(seeds, TOPICS, 'slug = "timetable"\n', 'slug = "timetable"\nwas = ["old"]\n')
    append(seeds, LEDGER, "topics/old\n")
    assert list_problems(seeds) == [
        "seeds/topics.toml: slug 'iran': its old slug 'old' names another record"
    ]


def test_a_deleted_record_is_missed_by_the_ledger(seeds: Path) -> None:
    content = (seeds / QUOTES).read_text(encoding="utf-8")
    start = content.rindex("[[quote]]")
    (seeds / QUOTES).write_text(content[:start], encoding="utf-8")
    assert list_problems(seeds) == [
        "seeds/permalinks.txt: nothing answers quotes/us-official-persistent-problem any more:"
        " its record must stay, with `was` or `withdrawn`"
    ]


def test_a_deleted_article_is_missed_by_the_ledger(cast_seeds: Path, tmp_path: Path) -> None:
    seeds = Path(shutil.copytree(cast_seeds, tmp_path / "seeds"))
    shutil.rmtree(seeds / "articles" / "2019-notice-07")
    found = list_problems(seeds)
    assert len(found) == 1
    assert "nothing answers articles/2019-notice-07 any more" in found[0]


def test_a_quote_that_is_wrong_is_not_told_to_be_gone(seeds: Path) -> None:
    """It is still there: the ledger's advice, to withdraw it, would mislead."""
    edit(seeds, QUOTES, 'kind = "term"\n', 'kind = "shout"\n')
    assert len(list_problems(seeds)) == 1
