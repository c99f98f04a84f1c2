"""A copy of the site as files: what `python -m app export` writes."""

import json
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from datasette.app import Datasette
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from app.export import ExportError, fetch, relink
from app.main import create_app
from app.settings import Settings
from tests.conftest import ROOT
from tests.drafting import Command, run
from tests.editing import ask, change
from tests.reading import LANGUAGES, links, open_page, quotes_of, text, texts, wait_for
from tests.test_redirects import WITHDRAWN


@pytest.fixture(scope="module")
def pages(copy: Path) -> dict[Path, LexborHTMLParser]:
    return {path: LexborHTMLParser(path.read_bytes()) for path in copy.rglob("*.html")}


def open_file(copy: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((copy / path).read_bytes())


def test_every_link_leads_to_a_file_and_a_place_in_it(
    copy: Path, pages: dict[Path, LexborHTMLParser]
) -> None:
    anchors = {
        path.resolve(): {node.attributes["id"] for node in page.css("[id]")}
        for path, page in pages.items()
    }
    checked, astray = 0, []
    for path, page in pages.items():
        for node in page.css("[href], [src]"):
            link = node.attributes.get("href") or node.attributes.get("src") or ""
            if ":" in link.partition("#")[0]:  # of another site, or of this one where it is served
                continue
            target, _, anchor = link.partition("#")
            file = (path.parent / unquote(target)).resolve() if target else path.resolve()
            place = anchor.partition(":~:")[0]
            checked += 1
            is_there = copy.resolve() in file.parents and file.is_file()
            if not is_there or (place and place not in anchors[file]):
                astray.append((path, link))
    assert astray == []
    assert checked > 10_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_that_was_published_has_its_page(copy: Path, language: str) -> None:
    ledger = (ROOT / "seeds" / "permalinks.txt").read_text(encoding="utf-8").split()
    assert len(ledger) > 50
    missing = [record for record in ledger if not (copy / language / f"{record}.html").is_file()]
    assert missing == []


def test_nothing_in_it_needs_a_server(pages: dict[Path, LexborHTMLParser]) -> None:
    for path, page in pages.items():
        assert page.css_first("form, input[name], [crossorigin], [rel=manifest]") is None, path
        assert not [node for node in page.css("*") if "data-hx-get" in node.attributes], path
        assert not [link for link in links(page, "[href]") if link.startswith("/")], path


def test_it_says_what_it_is_a_copy_of(copy: Path) -> None:
    page = open_file(copy, "fr/quotes/pompeo-lowest-level-as-fast-as-possible.html")
    address = "http://127.0.0.1:8000/fr/quotes/pompeo-lowest-level-as-fast-as-possible"
    assert f"Une copie de {address}" in texts(page, "footer li")


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("quotes", "quotes"),
        ("quotes.speaker-mike-pompeo", "quotes?speaker=mike-pompeo"),
        (
            "quotes.speaker-donald-trump.topic-troop-withdrawal",
            "quotes?speaker=donald-trump&topic=troop-withdrawal",
        ),
        ("topics/armed-groups", "topics/armed-groups"),
        ("actors/mike-pompeo", "actors/mike-pompeo"),
    ],
)
def test_a_list_has_the_rows_that_the_site_shows(
    client: TestClient, copy: Path, file: str, address: str
) -> None:
    found = quotes_of(open_file(copy, f"en/{file}.html"))
    assert found
    assert [slug.removesuffix(".html") for slug in found] == quotes_of(
        open_page(client, f"/en/{address}")
    )


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("en/quotes.json", "/en/quotes.json"),
        ("fr/quotes.speaker-mike-pompeo.csv", "/fr/quotes.csv?speaker=mike-pompeo"),
        ("en/events.ics", "/en/events.ics"),
        ("fr/record.ndjson", "/fr/record.ndjson"),
        ("en/quotes/trump-very-low-level.bib", "/en/quotes/trump-very-low-level.bib"),
    ],
)
def test_other_forms_are_those_of_the_site(
    client: TestClient, copy: Path, file: str, address: str
) -> None:
    assert (copy / file).read_bytes() == client.get(address).content


def test_the_first_page_asks_for_the_language(copy: Path) -> None:
    page = open_file(copy, "index.html")
    assert links(page, "main a") == ["en/index.html", "fr/index.html"]


def test_a_query_is_part_of_a_file_s_name() -> None:
    page = '<a href="/fr/quotes?page=2&amp;topic=iran#count"> <img src="/static/favicon.svg">'
    assert relink(page, "/fr/quotes/none-such") == (
        '<a href="../quotes.page-2.topic-iran.html#count"> <img src="../../static/favicon.svg">'
    )


def test_what_was_withdrawn_is_copied_and_what_is_missing_is_told(cast_database: Path) -> None:
    app = create_app(Settings(database=cast_database), served=False)
    kind, content = wait_for(fetch(app, f"/en/{WITHDRAWN[0][0]}/{WITHDRAWN[0][1]}"))
    assert kind.startswith("text/html")
    assert content
    with pytest.raises(ExportError, match="/en/quotes/no-such answers 404: nothing was written"):
        wait_for(fetch(app, "/en/quotes/no-such"))


# The database


def question(copy: Path, path: str) -> Any:
    """What Datasette answers at a path of the exported database."""

    async def get() -> Any:
        served = Datasette([str(copy / "record.db")])
        return (await served.client.get(f"/record{path}")).text

    return json.loads(wait_for(get()))


def test_datasette_opens_the_record(copy: Path) -> None:
    quotes = question(copy, "/quote.json?_shape=array&kind=term")
    assert sorted(quote["text"] for quote in quotes) == [
        "dialogue stratégique",
        "défi",
        "groupes armés",
    ]
    spoken = (
        "select actor.name, count(*) as quotes from quote join actor on actor.id = speaker_id"
        " group by actor.id order by quotes desc limit 2"
    )
    assert question(copy, f".json?_shape=array&sql={spoken}") == [
        {"name": "Mike Pompeo", "quotes": 6},
        {"name": "Donald Trump", "quotes": 5},
    ]


def test_every_column_of_it_has_its_meaning(copy: Path) -> None:
    missing = (
        "select m.name, p.name from sqlite_schema m join pragma_table_info(m.name) p"
        " where m.type = 'table' and m.name <> 'column_meaning' and not exists"
        " (select 1 from column_meaning where table_name = m.name and column_name = p.name)"
    )
    assert ask(copy / "record.db", missing) == []
    ((meaning,),) = ask(
        copy / "record.db",
        "select meaning from column_meaning"
        " where table_name = 'quote' and column_name = 'event_note_fr'",
    )
    assert meaning == "How that was inferred, in French"


def test_it_holds_the_record_and_nothing_that_only_the_site_uses(copy: Path) -> None:
    tables = {name for (name,) in ask(copy / "record.db", "select name from sqlite_schema")}
    assert {"article", "quote", "actor", "event", "topic"} <= tables
    assert not [name for name in tables if "search" in name or "alembic" in name]
    assert ask(copy / "record.db", "pragma integrity_check") == [("ok",)]
    assert not (copy / "record.db-wal").exists()


# The command


def test_it_says_how_much_it_wrote_and_what_is_not_set(copy: Path) -> None:
    printed = (copy.parent / "printed").read_text()
    files = sum(1 for path in copy.rglob("*") if path.is_file())
    assert printed.startswith(f"{copy}: {files} files; open {copy}/index.html\n")
    assert "DASHBOARD_PUBLIC_URL is not set" in printed


def test_a_folder_that_holds_something_else_is_left_alone(
    command: Command, tmp_path: Path, real_database: Path
) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    done = command("export", tmp_path, DASHBOARD_DATABASE=real_database)
    assert (done.status, done.out) == (1, "")
    assert done.err == f"{tmp_path} holds something else: name an empty folder or a new one\n"
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_copy_that_fails_leaves_the_older_one(copy: Path, database: Path, tmp_path: Path) -> None:
    older = tmp_path / "copy"
    shutil.copytree(copy, older)
    change(database, "UPDATE event SET date = 'soon' WHERE slug = 'soleimani-strike'")
    # In a process: the tests' own has the browser's event loop.
    done = run("export", str(older), DASHBOARD_DATABASE=str(database))
    assert (done.returncode, done.stdout) == (1, "")
    assert "/en/" in done.stderr
    assert "nothing was written" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == ["copy"]
    assert text(open_file(older, "en/index.html"), "h1")


def test_without_a_database_it_says_what_to_do(command: Command, tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    done = command("export", tmp_path / "copy", DASHBOARD_DATABASE=missing)
    assert (done.status, done.out) == (1, "")
    assert done.err == f"{missing} does not exist: run `python -m app load`\n"
