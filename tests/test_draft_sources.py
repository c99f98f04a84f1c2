"""What `draft` reads: three encodings, each told and kept; saved web pages; and what is no text."""

import hashlib
from pathlib import Path

import pytest

from app.spans import find_blocks
from tests.conftest import make_database, open_client
from tests.drafting import (
    DEBRIS,
    ENGLISH,
    FRENCH,
    PAGE,
    STORY,
    Command,
    drafts_of,
    files_of,
    make_page,
    toml,
    write,
)
from tests.editing import list_problems
from tests.reading import engine_of, node, open_page, words


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", ""),
        ("utf-8-sig", "begins with a byte order mark: encoding utf-8-sig"),
        ("windows-1252", "is not UTF-8: read as windows-1252, kept as it is"),
    ],
)
def test_an_encoding_is_recognised_told_and_kept(
    command: Command, seeds: Path, tmp_path: Path, encoding: str, told: str
) -> None:
    content = FRENCH.encode(encoding)
    done = command("draft", write(tmp_path / "a.txt", content), DASHBOARD_SEEDS=seeds)
    assert (done.status, done.err) == (0, "")
    assert told in done.out
    (folder,) = drafts_of(seeds)
    assert (folder / "source.txt").read_bytes() == content
    assert toml(folder / "article.toml")["encoding"] == encoding
    assert toml(folder / "article.toml")["header"] == " date 2022-05 "
    assert list_problems(seeds) == []


def test_an_encoding_that_needs_no_word_gets_none(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    done = command("draft", write(tmp_path / "a.txt", FRENCH), DASHBOARD_SEEDS=seeds)
    assert "UTF-8" not in done.out


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            b"One\nca\xe9 \x81 end",
            "is neither UTF-8 (byte 0xe9 at offset 6, line 2) nor windows-1252 (byte 0x81 at"
            " offset 8, line 2): save it as UTF-8",
        ),
        (b"\xef\xbb\xbfca\xe9", "with a byte order mark, but byte 0xe9 at offset 5, line 1"),
        ("Non".encode("utf-16"), "is UTF-16: save it as UTF-8 and draft that"),
        (b"", "is empty: there is nothing to draft"),
        (b" \n", "is empty: there is nothing to draft"),
        (b"\xef\xbb\xbf \n", "is empty: there is nothing to draft"),
        (b" date 2022-05 \n", "holds nothing after its header"),
        (b"a\nb\0c", "holds the control character U+0000 (character 3, line 2): is it a text?"),
        (b"<html><body></body></html>", "is HTML in which no article is found"),
    ],
)
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_what_is_no_dispatch_is_told_and_leaves_nothing(
    command: Command, seeds: Path, tmp_path: Path, content: bytes, told: str, form: list[str]
) -> None:
    before = files_of(seeds)
    file = write(tmp_path / "bad.txt", content)
    done = command("draft", file, *form, DASHBOARD_SEEDS=seeds)
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith(f"{file}: ")
    assert told in done.err
    assert files_of(seeds) == before


def test_a_web_page_gives_its_text_and_shows_what_it_left(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    file = write(tmp_path / "saved page.html", PAGE)
    done = command("draft", file, "--date", "2022-05", DASHBOARD_SEEDS=seeds)
    assert (done.status, done.err) == (0, "")
    assert "the page gives 2019-06-14 as its date" in done.out
    assert "left out: All the sport of the week" in done.out
    assert "left out: All rights reserved, subscribe to our newsletter." in done.out
    assert "tracked" not in done.out
    (folder,) = drafts_of(seeds)
    source = (folder / "source.txt").read_text(encoding="utf-8")
    assert '"The bridge stays open," Dora Quill told reporters' in source
    assert "sport" not in source
    facts = toml(folder / "article.toml")
    assert facts["extracted_from"] == {
        "name": "saved page.html",
        "sha256": hashlib.sha256(PAGE.encode()).hexdigest(),
    }
    assert facts["sha256"] == hashlib.sha256(source.encode()).hexdigest()
    assert list_problems(seeds) == []
    assert "holds it already" in command("draft", file, DASHBOARD_SEEDS=seeds).out


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_a_site_sets_among_the_paragraphs_is_left_out_and_told(
    command: Command, seeds: Path, tmp_path: Path, language: str
) -> None:
    """And nothing else is: not a sentence that begins alike, nor a quote."""
    file = write(tmp_path / "saved.html", make_page(language))
    done = command("draft", file, DASHBOARD_SEEDS=seeds)
    assert (done.status, done.err) == (0, "")
    (folder,) = drafts_of(seeds)
    lines = (folder / "source.txt").read_text(encoding="utf-8").strip().split("\n\n")
    assert [line for line in STORY[language] if line not in lines] == []
    for line in DEBRIS[language]:
        assert line not in lines
        assert f"left out: {line}\n" in done.out
    events = toml(folder / "events.toml")["event"] if (folder / "events.toml").exists() else []
    assert [event["title"]["en"] for event in events if event["date"] == "2019-03-03"] == []


def test_a_page_keeps_its_blocks(command: Command, seeds: Path, tmp_path: Path) -> None:
    """Each item of a list, each row of a table, each line of a paragraph is a block of its own."""
    command("draft", write(tmp_path / "saved.html", make_page("en")), DASHBOARD_SEEDS=seeds)
    (folder,) = drafts_of(seeds)
    body = (folder / "source.txt").read_text(encoding="utf-8")
    blocks = [body[block.start : block.end].strip() for block in find_blocks(body)]
    assert blocks[3:9] == [
        "- One lane by night;",
        "- One toll for all.",
        "The first line",
        "and the second line.",
        "Year | Lorries",
        "2017 | 12",
    ]
    assert len(blocks) == 11


@pytest.mark.parametrize(
    ("date", "taken"), [([], "2019-06-14"), (["--date", "2022-05"], "2022-05")]
)
def test_a_page_proposes_its_date_where_none_is_given(
    command: Command, seeds: Path, tmp_path: Path, date: list[str], taken: str
) -> None:
    done = command("draft", write(tmp_path / "saved.html", PAGE), *date, DASHBOARD_SEEDS=seeds)
    (folder,) = drafts_of(seeds)
    assert toml(folder / "article.toml")["date"] == taken
    assert folder.name.startswith(taken[:7])
    assert "the page gives 2019-06-14 as its date, in its metadata" in done.out
    assert ("by the page, is taken as the article's date" in done.out) == (not date)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_page_without_metadata_is_dated_by_its_line(
    command: Command, seeds: Path, tmp_path: Path, language: str
) -> None:
    file = write(tmp_path / "saved.html", make_page(language))
    done = command("draft", file, DASHBOARD_SEEDS=seeds)
    (folder,) = drafts_of(seeds)
    assert toml(folder / "article.toml")["date"] == "2019-03-03"
    assert f"as its date, in “{DEBRIS[language][0]}”" in done.out


def test_a_page_that_says_something_twice_is_kept_so(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    """Whatever pages were read before in the same run."""
    twice = make_page("en").replace("</ul>", f"</ul><p>{STORY['en'][0]}</p>")
    files = [write(tmp_path / f"{n}.html", f"{twice}<!-- {n} -->") for n in range(4)]
    command("draft", *files, DASHBOARD_SEEDS=seeds)
    assert len(drafts_of(seeds)) == 4
    texts = [(folder / "source.txt").read_text(encoding="utf-8") for folder in drafts_of(seeds)]
    assert [text.count(STORY["en"][0]) for text in texts] == [2] * 4


def test_a_web_page_is_known_by_what_it_holds(command: Command, seeds: Path) -> None:
    done = command("draft", "--date", "2022-05", stdin=PAGE.encode(), DASHBOARD_SEEDS=seeds)
    assert done.status == 0
    assert toml(drafts_of(seeds)[0] / "article.toml")["extracted_from"]["name"] == "standard input"


@pytest.mark.parametrize(
    ("language", "term"), [("en", "Extracted from HTML"), ("fr", "Extrait d’une page HTML")]
)
def test_the_article_says_which_page_it_was_extracted_from(
    command: Command, seeds: Path, tmp_path: Path, language: str, term: str
) -> None:
    file = write(tmp_path / "saved.html", PAGE)
    command("draft", file, "--date", "2022-05", DASHBOARD_SEEDS=seeds)
    (folder,) = drafts_of(seeds)
    facts = folder / "article.toml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("review = true\n", ""), "utf-8")
    assert command("check", "--add", DASHBOARD_SEEDS=seeds).status == 0
    client = open_client(make_database(tmp_path / "new.db", seeds))
    page = open_page(client, f"/{language}/articles/{folder.name}")
    box = words(node(page, ".source-box"))
    assert term in box
    assert "saved.html" in box
    assert hashlib.sha256(PAGE.encode()).hexdigest() in box
    other = open_page(client, f"/{language}/articles/2020-08-trump-al-kazimi")
    assert term not in words(node(other, ".source-box"))
    engine_of(client).dispose()


def test_the_language_is_guessed_and_can_be_given(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    for number, (text, language) in enumerate([(FRENCH, "fr"), (ENGLISH, "en")]):
        done = command("draft", write(tmp_path / f"{number}.txt", text), DASHBOARD_SEEDS=seeds)
        assert done.status == 0
        folder = drafts_of(seeds)[-1 if language == "en" else 0]
        assert toml(folder / "article.toml")["language"] == language
    given = write(tmp_path / "given.txt", "Oui. No.\n")
    command("draft", given, "--lang", "en", "--date", "2023", DASHBOARD_SEEDS=seeds)
    folder = next(folder for folder in drafts_of(seeds) if folder.name.startswith("2023"))
    assert toml(folder / "article.toml")["language"] == "en"
