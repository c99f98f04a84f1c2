"""The whole way of an article, from a text to its page, in both languages."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from tests.conftest import make_database, open_client
from tests.drafting import ENGLISH, FRENCH, Command, drafts_of, write
from tests.editing import dump, edit
from tests.reading import engine_of, node, open_page, text, texts, words


def approve(folder: Path) -> None:
    """Take `review` out of every file, as an editor does who has read them."""
    for path in folder.glob("*.toml"):
        path.write_text(path.read_text(encoding="utf-8").replace("review = true\n", ""), "utf-8")


@pytest.mark.parametrize(
    ("language", "source", "first", "speaker"),
    [
        ("fr", FRENCH, "Le pont restera ouvert", "Dora Quill"),
        ("en", ENGLISH, "The bridge stays open,", "Dora Quill"),
    ],
)
def test_from_a_text_to_the_page(
    command: Command,
    seeds: Path,
    real_database: Path,
    tmp_path: Path,
    language: str,
    source: str,
    first: str,
    speaker: str,
) -> None:
    settings = {"DASHBOARD_SEEDS": seeds, "DASHBOARD_DATABASE": tmp_path / "site.db"}

    done = command("draft", write(tmp_path / "a.txt", source), "--date", "2022-05", **settings)
    assert (done.status, done.err) == (0, "")
    (folder,) = drafts_of(seeds)

    done = command("check", **settings)
    assert (done.status, done.err) == (0, "")
    assert "under review, left out by `load`: 1 article, 3 quotes" in done.out
    assert "left out, under review: 1 article" in command("load", **settings).out
    assert dump(tmp_path / "site.db") == dump(real_database)

    facts = folder.relative_to(seeds) / "article.toml"
    edit(seeds, str(facts), "title.en = ", 'title.en = "The bridge" # ')
    edit(seeds, str(facts), "title.fr = ", 'title.fr = "Le pont" # ')
    approve(folder)
    done = command("check", "--add", **settings)
    assert (done.status, done.err) == (0, "")
    assert f"added articles/{folder.name} to {seeds / 'permalinks.txt'}" in done.out
    assert command("load", **settings).status == 0

    client = open_client(tmp_path / "site.db")
    page = open_page(client, f"/{language}/articles/{folder.name}")
    assert text(page, "h1") == {"fr": "Le pont", "en": "The bridge"}[language]
    assert text(page, "p.source mark") == first
    assert len(page.css("p.source mark")) == 3
    assert speaker in texts(page, ".notes li")[0]
    assert {"fr": "identique à la source", "en": "identical to the source"}[language] in words(
        node(page, ".source-box")
    )
    engine_of(client).dispose()


def test_two_drafts_of_one_run_share_who_is_new(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    files = [write(tmp_path / "a.txt", FRENCH), write(tmp_path / "b.txt", ENGLISH)]
    done = command("draft", *files, "--date", "2022-05", DASHBOARD_SEEDS=seeds)
    assert done.status == 0
    for folder in drafts_of(seeds):
        approve(folder)
    assert command("check", "--add", DASHBOARD_SEEDS=seeds).status == 0
    client = open_client(make_database(tmp_path / "new.db", seeds))
    page = open_page(client, "/en/actors/dora-quill")
    assert len(page.css("blockquote")) == 4
    engine_of(client).dispose()


def blocks_of(page: str, title: str) -> list[str]:
    """The indented blocks of a section, each without its indent."""
    (section,) = re.findall(rf"^## {title}$(.*?)^## ", page, re.MULTILINE | re.DOTALL)
    lines = r"\n\n((?: {4,}\S.*\n|\n(?= {4}))+)"
    return [dedent(block) for block in re.findall(lines, section)]


def test_what_the_readme_shows_is_what_comes(
    command: Command, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    source, drafted, shown, checked = blocks_of(readme, "Add an article")
    monkeypatch.chdir(tmp_path)
    assert seeds == tmp_path / "seeds"
    write(tmp_path / "bridge.txt", source)

    order, _, table = drafted.partition("\n")
    done = command(*order.removeprefix("$ .venv/bin/python -m app ").split())
    assert done.out.split() == table.split()
    assert shown in (tmp_path / table.split()[0] / "quotes.toml").read_text(encoding="utf-8")

    lines, _, nothing = checked.partition("  …")
    assert command("check", "--add").out.startswith(lines)
    assert nothing.strip() == ""
