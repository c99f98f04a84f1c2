"""`python -m app preview`: what is under review, shown as drafts; and `serve` shows none of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.preview.site import create_preview, make_preview
from app.settings import Settings
from tests.conftest import make_database, open_client
from tests.drafting import FRENCH, Command, drafts_of, write
from tests.editing import ARTICLE, dump, edit
from tests.reading import LANGUAGES, engine_of, links, node, open_page, text, texts, words
from tests.test_html import check, needs_java

SLUG = "2022-05-quill-stone"
QUOTES = f"articles/{SLUG}/quotes.toml"


@pytest.fixture
def drafted(command: Command, seeds: Path, tmp_path: Path) -> Path:
    """The real seeds with a draft beside them."""
    done = command("draft", write(tmp_path / "a.txt", FRENCH), DASHBOARD_SEEDS=seeds)
    assert done.status == 0
    assert [folder.name for folder in drafts_of(seeds)] == [SLUG]
    return seeds


@pytest.fixture
def preview(drafted: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A reader of the preview."""
    settings = Settings(seeds=drafted)
    app = create_preview(settings, make_preview(drafted, tmp_path / "preview.db"))
    client = TestClient(app, base_url=settings.public_address, follow_redirects=False)
    yield client
    engine_of(client).dispose()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_lists_what_is_under_review(preview: TestClient, language: str) -> None:
    page = open_page(preview, f"/{language}/drafts")
    assert f"/{language}/drafts/{SLUG}" in links(page, "main a")
    assert SLUG in texts(page, "main code")
    assert ARTICLE not in words(node(page, "main"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_shows_the_text_with_its_marks_proposals_and_reasons(
    preview: TestClient, language: str
) -> None:
    page = open_page(preview, f"/{language}/drafts/{SLUG}")
    printed = "".join(found.text() for found in page.css("p.source"))
    assert "".join(printed.split()) == "".join(FRENCH.removeprefix(" date 2022-05 ").split())
    assert [mark.text() for mark in page.css("p.source mark")] == [
        "Le pont restera ouvert",
        "Nous n'avons rien à craindre de nos voisins",
        "un cadeau aux contrebandiers",
    ]
    notes = texts(page, ".proposal")
    assert len(notes) == 3
    assert all("Dora Quill" in note for note in notes[:2])
    assert "Evan Stone" in notes[2]
    assert all("0." in note or "1.00" in note for note in notes)
    word = {"en": "draft", "fr": "brouillon"}[language]
    assert texts(page, ".proposal strong") == [word] * 3
    actors = text(page, ".source-box ul")
    assert "Dora Quill" in actors
    assert "Evan Stone" in actors


def test_reasons_are_told_in_the_language_of_the_page(preview: TestClient) -> None:
    told = {
        "en": "“elle” takes up Dora Quill, the nearest who can be meant",
        "fr": "«\u00a0elle\u00a0» reprend Dora Quill, le nom le plus proche qui puisse être visé",
    }
    for language, reason in told.items():
        page = open_page(preview, f"/{language}/drafts/{SLUG}")
        assert any(reason in note for note in texts(page, ".proposal"))
        assert page.css(".proposal span[lang]") == []


@pytest.mark.parametrize(
    ("address", "is_draft"),
    [
        (f"articles/{SLUG}", True),
        ("actors/dora-quill", True),
        (f"articles/{ARTICLE}", False),
        ("actors/donald-trump", False),
        ("quotes", False),
    ],
)
def test_every_page_says_that_it_is_a_preview_and_drafts_that_they_are(
    preview: TestClient, address: str, is_draft: bool
) -> None:
    notice = text(open_page(preview, f"/en/{address}"), ".draft-notice")
    assert "Preview, with what is not published yet." in notice
    assert ("This record is a draft" in notice) == is_draft


def test_it_follows_the_files(preview: TestClient, drafted: Path) -> None:
    edit(drafted, QUOTES, 'kind = "full"', 'kind = "partial"')
    edit(drafted, QUOTES, "review = true\n", "")
    page = open_page(preview, f"/en/drafts/{SLUG}")
    assert "Partial quote" in texts(page, ".proposal")[0]
    # The article is under review, and so all that is in it.
    assert len(page.css(".proposal strong")) == 3


def test_it_tells_what_is_wrong_and_shows_what_was_there(
    preview: TestClient, drafted: Path
) -> None:
    edit(drafted, QUOTES, 'text = "Le pont restera ouvert"', 'text = "Le pont restera fermé"')
    page = open_page(preview, f"/en/drafts/{SLUG}")
    assert "'Le pont restera fermé' stands nowhere" in text(page, ".draft-problems")
    assert "Le pont restera ouvert" in text(page, "p.source mark")
    edit(drafted, QUOTES, 'text = "Le pont restera fermé"', 'text = "Le pont restera ouvert"')
    assert open_page(preview, f"/en/drafts/{SLUG}").css(".draft-problems") == []


def test_it_is_an_aid_to_read(preview: TestClient, drafted: Path) -> None:
    before = {path: path.read_bytes() for path in drafted.rglob("*.*")}
    for address in ("drafts", f"drafts/{SLUG}"):
        assert preview.post(f"/en/{address}").status_code == 405
        assert preview.get(f"/en/{address}").status_code == 200
    assert {path: path.read_bytes() for path in drafted.rglob("*.*")} == before


@needs_java
def test_its_pages_are_valid_html(preview: TestClient, tmp_path: Path) -> None:
    files = [
        write(tmp_path / f"{language}-{number}.html", preview.get(f"/{language}/{address}").text)
        for language in LANGUAGES
        for number, address in enumerate(["drafts", f"drafts/{SLUG}"])
    ]
    assert check(*files, language="html") == []


def test_an_unknown_draft_is_not_found(preview: TestClient) -> None:
    assert preview.get("/en/drafts/nothing").status_code == 404


def test_serve_shows_no_draft(drafted: Path, real_database: Path, tmp_path: Path) -> None:
    database = make_database(tmp_path / "served.db", drafted)
    assert dump(database) == dump(real_database)
    client = open_client(database)
    for address in ("drafts", f"drafts/{SLUG}", f"articles/{SLUG}", "actors/dora-quill"):
        assert client.get(f"/en/{address}").status_code == 404
    assert open_page(client, "/en/").css(".draft-notice") == []
    engine_of(client).dispose()


def test_seeds_that_are_wrong_are_told_as_check_tells_them(command: Command, drafted: Path) -> None:
    edit(drafted, QUOTES, 'text = "Le pont restera ouvert"', 'text = "Le pont restera fermé"')
    done = command("preview", DASHBOARD_SEEDS=drafted)
    assert (done.status, done.out) == (1, "")
    assert "'Le pont restera fermé' stands nowhere" in done.err
    assert "1 wrong in" in done.err
