"""Records under review: checked and listed, never published, without an address."""

import datetime as dt
from pathlib import Path

import pytest

from tests.cast import write_article, write_tables
from tests.drafting import Command
from tests.editing import ARTICLE, LEDGER, QUOTES, TOPICS, append, ask, edit, list_problems, load

DRAFT = "2022-05-bridge"
BODY = 'Dora Quill met Evan Stone. "The bridge stays open," Dora Quill said. "Never", he said.\n'
REVIEW = {"review": True}


@pytest.fixture
def drafted(seeds: Path) -> Path:
    """The real seeds with an article under review, and all that a draft proposes beside it."""
    person = {"language": "en", "kind": "person", **REVIEW}
    write_article(
        seeds,
        DRAFT,
        BODY,
        date="2022-05",
        quotes=[
            {
                "slug": "quill-bridge",
                "text": "The bridge stays open,",
                "kind": "full",
                "speaker": "dora-quill",
                "speaker_words": {"text": "Dora Quill said"},
                "basis": "stated",
                "wording": "unknown",
                **REVIEW,
            }
        ],
        mentions=[{"actor": "dora-quill", "text": "Dora Quill", "occurrence": 1, **REVIEW}],
        review=True,
    )
    folder = seeds / "articles" / DRAFT
    write_tables(
        folder / "actors.toml", "actor", [{"slug": "dora-quill", "name": "Dora Quill", **person}]
    )
    event = {
        "slug": "bridge-meeting",
        "title": {"en": "They meet", "fr": "Ils se rencontrent"},
        "date": "2022-05",
        "basis": "stated",
        "actors": ["dora-quill"],
        "evidence": [{"article": DRAFT, "text": "met Evan Stone", "for": ["what"]}],
        **REVIEW,
    }
    write_tables(folder / "events.toml", "event", [event])
    (folder / "events.toml").write_text(
        (folder / "events.toml").read_text() + "added = 2026-01-01\n"
    )
    return seeds


def approve(seeds: Path, name: str) -> None:
    """Take `review` out of a file of the draft, as an editor does."""
    path = seeds / "articles" / DRAFT / name
    path.write_text(path.read_text(encoding="utf-8").replace("review = true\n", ""), "utf-8")


def test_check_lists_what_is_under_review(command: Command, drafted: Path) -> None:
    done = command("check", DASHBOARD_SEEDS=drafted)
    assert (done.status, done.err) == (0, "")
    assert "nothing wrong (1 article, 19 quotes" in done.out
    assert "1 article, 1 quote, 1 mention, 1 actor, 1 event" in done.out
    assert "mentions.toml: 1 mention\n" in done.out
    folder = f"{drafted}/articles/{DRAFT}"
    assert f"  {folder}/quotes.toml: quill-bridge\n" in done.out
    assert f"  {folder}/actors.toml: dora-quill\n" in done.out
    assert f"  {folder}/events.toml: bridge-meeting\n" in done.out


def test_check_names_files_as_an_editor_can_open_them(command: Command, drafted: Path) -> None:
    """What is under review, what is wrong, and the ledger, wherever the folder is."""
    done = command("check", DASHBOARD_SEEDS=drafted)
    listed = [line.strip().split(": ")[0] for line in done.out.splitlines() if line[:2] == "  "]
    assert len(listed) == 5
    edit(drafted, f"articles/{DRAFT}/quotes.toml", "stays open,", "stays shut,")
    edit(drafted, f"articles/{DRAFT}/events.toml", 'actors = ["dora-quill"]', 'actors = ["nobody"]')
    edit(drafted, f"articles/{DRAFT}/mentions.toml", "Dora Quill", "Dora Squill")
    edit(drafted, TOPICS, 'slug = "iran"\n', 'slug = "iran"\nwas = ["persia"]\nreview = 1\n')
    append(drafted, LEDGER, "topics/aaa\n")
    (drafted / f"articles/{ARTICLE}/source.txt").write_text("Another text.")
    done = command("check", DASHBOARD_SEEDS=drafted)
    named = [line.split(": ")[0] for line in done.err.splitlines()[:-1]]
    assert len(set(named)) >= 5
    assert [file for file in (*listed, *named) if not Path(file).is_file()] == []


def test_check_lists_titles_that_are_the_articles_own_words(
    command: Command, drafted: Path
) -> None:
    """In either language, however long, until they are worded or the event is reviewed."""
    events = f"articles/{DRAFT}/events.toml"
    told = f"  {drafted}/{events}: bridge-meeting: title still the article's own words in "
    assert told not in command("check", DASHBOARD_SEEDS=drafted).out
    edit(drafted, events, '"Ils se rencontrent"', '"Met  Evan Stone"')
    assert f"{told}French: word it\n" in command("check", DASHBOARD_SEEDS=drafted).out
    edit(drafted, events, '"They meet"', '"Met Evan…"')
    assert f"{told}English and in French: word" in command("check", DASHBOARD_SEEDS=drafted).out
    edit(drafted, events, '"Met Evan…"', '"They meet"')
    edit(drafted, events, '"Met  Evan Stone"', '"Ils se rencontrent"')
    assert told not in command("check", DASHBOARD_SEEDS=drafted).out


def test_check_says_nothing_of_review_where_nothing_is(command: Command, seeds: Path) -> None:
    assert "under review" not in command("check", DASHBOARD_SEEDS=seeds).out


def test_load_leaves_out_what_is_under_review_and_says_so(
    command: Command, drafted: Path, database: Path
) -> None:
    before = database.read_bytes()
    done = command("load", DASHBOARD_SEEDS=drafted, DASHBOARD_DATABASE=database)
    assert (done.status, done.err) == (0, "")
    assert "no rows changed" in done.out
    assert "left out, under review: 1 article, 1 quote" in done.out
    assert database.read_bytes() == before


def test_check_add_gives_no_address_to_what_is_under_review(
    command: Command, drafted: Path
) -> None:
    before = (drafted / LEDGER).read_text()
    done = command("check", "--add", DASHBOARD_SEEDS=drafted)
    assert (done.status, done.err) == (0, "")
    assert (drafted / LEDGER).read_text() == before


def test_what_is_wrong_with_a_draft_is_told(drafted: Path) -> None:
    edit(drafted, f"articles/{DRAFT}/quotes.toml", "stays open,", "stays shut,")
    assert any("stands nowhere in 2022-05-bridge" in line for line in list_problems(drafted))


def test_what_was_reviewed_is_published(command: Command, drafted: Path, database: Path) -> None:
    for name in ("article.toml", "quotes.toml", "mentions.toml", "actors.toml", "events.toml"):
        approve(drafted, name)
    done = command("check", "--add", DASHBOARD_SEEDS=drafted)
    assert (done.status, done.err) == (0, "")
    assert f"added quotes/quill-bridge to {drafted / LEDGER}\n" in done.out
    assert "under review" not in done.out
    load(database, drafted)
    speaker = "SELECT name FROM actor WHERE id = (SELECT speaker_id FROM quote WHERE slug = ?)"
    assert ask(database, speaker, "quill-bridge") == [("Dora Quill",)]
    assert ask(database, "SELECT count(*) FROM event WHERE slug = 'bridge-meeting'") == [(1,)]


def test_an_article_under_review_takes_what_rests_on_it_along(
    drafted: Path, database: Path
) -> None:
    """Its quotes and mentions, and an event that no other article tells."""
    for name in ("quotes.toml", "mentions.toml"):
        approve(drafted, name)
    edit(drafted, f"articles/{DRAFT}/events.toml", "review = true\n", "")
    edit(drafted, f"articles/{DRAFT}/events.toml", 'actors = ["dora-quill"]\n', "")
    assert list_problems(drafted) == []
    assert load(database, drafted) == 0


def test_a_quote_may_stay_under_review_in_a_published_article(
    command: Command, drafted: Path
) -> None:
    for name in ("article.toml", "actors.toml", "mentions.toml"):
        approve(drafted, name)
    done = command("check", "--add", DASHBOARD_SEEDS=drafted)
    assert (done.status, done.err) == (0, "")
    assert f"articles/{DRAFT}\n" in (drafted / LEDGER).read_text()
    assert "quill-bridge" not in (drafted / LEDGER).read_text()


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (QUOTES, 'speaker = "donald-trump"', 'speaker = "dora-quill"', "actors/dora-quill"),
        (
            QUOTES,
            'event.slug = "trump-receives-al-kazimi"',
            'event.slug = "bridge-meeting"',
            "events/bridge-meeting",
        ),
        ("events.toml", 'actors = ["donald-trump"', 'actors = ["dora-quill"', "actors/dora-quill"),
        (TOPICS, 'slug = "iran"\n', 'slug = "iran"\nreview = true\n', "topics/iran"),
    ],
)
def test_what_is_published_cannot_rest_on_what_is_not(
    drafted: Path, file: str, old: str, new: str, told: str
) -> None:
    edit(drafted, file, old, new)
    wanted = f"refers to {told}, which is under review: review that first"
    assert any(wanted in line for line in list_problems(drafted))


def test_a_mention_of_an_actor_under_review_waits_with_them(drafted: Path, database: Path) -> None:
    append(
        drafted,
        f"articles/{ARTICLE}/mentions.toml",
        '\n[[mention]]\nactor = "dora-quill"\ntext = "Maison Blanche"\n',
    )
    assert list_problems(drafted) == []
    assert load(database, drafted) == 0


def test_what_is_published_cannot_go_back_under_review(drafted: Path) -> None:
    edit(drafted, QUOTES, 'kind = "term"\n', 'kind = "term"\nreview = true\n')
    assert list_problems(drafted) == [
        "seeds/permalinks.txt: quotes/challenge-of-armed-groups is published, and its record under"
        " review: take `review` out"
    ]


def test_an_actor_whom_only_a_draft_prints_waits_for_it(drafted: Path) -> None:
    approve(drafted, "actors.toml")
    assert any(
        "no article prints the name 'Dora Quill' (those under review left aside)" in line
        for line in list_problems(drafted)
    )


def test_a_slug_of_a_draft_is_taken(drafted: Path) -> None:
    edit(drafted, f"articles/{DRAFT}/quotes.toml", "quill-bridge", "washington-reduce")
    assert any("the slug is used twice" in line for line in list_problems(drafted))


def test_only_a_draft_may_lack_its_date(drafted: Path) -> None:
    facts = f"articles/{DRAFT}/article.toml"
    edit(drafted, facts, 'date = "2022-05"\n', "")
    assert list_problems(drafted) == []
    approve(drafted, "article.toml")
    assert any("needs its `date`" in line for line in list_problems(drafted))


def test_what_comes_with_an_article_moves_no_older_colour(
    command: Command, drafted: Path, database: Path
) -> None:
    """By the day they were added, whatever the article's own date and slug."""
    before = ask(database, "SELECT slug, colour FROM actor ORDER BY slug")
    for name in ("article.toml", "quotes.toml", "mentions.toml", "actors.toml", "events.toml"):
        approve(drafted, name)
    command("check", "--add", DASHBOARD_SEEDS=drafted)
    load(database, drafted)
    after = ask(database, "SELECT slug, colour FROM actor ORDER BY slug")
    assert [row for row in after if row[0] != "dora-quill"] == before
    write_article(drafted, "2021-older", "Ida Moor.\n", date="2021", added=dt.date(2026, 2, 2))
    moor = {"slug": "ida-moor", "name": "Ida Moor", "language": "en", "kind": "person"}
    write_tables(drafted / "articles" / "2021-older" / "actors.toml", "actor", [moor])
    command("check", "--add", DASHBOARD_SEEDS=drafted)
    load(database, drafted)
    latest = ask(database, "SELECT slug, colour FROM actor ORDER BY slug")
    assert [row for row in latest if row[0] != "ida-moor"] == after
    assert len(latest) == len(after) + 1
