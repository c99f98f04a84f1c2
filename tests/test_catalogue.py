"""The French catalogue: complete, in step with the code, and set as French is set."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po
from selectolax.lexbor import LexborHTMLParser, LexborNode
from starlette.testclient import TestClient

from app.catalogue import translations
from app.environment import environment
from app.filters import QuoteFilter
from tests.conftest import ROOT
from tests.reading import open_page

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
# A colon within an address or a clock has no space before it.
NEEDS_NARROW = re.compile(r"(?<![\s\u00a0\u202f])[;?!»](?!\w)|(?<![\s\u00a0\u202f]):(?!\w|//)")


def read_catalogue() -> Catalog:
    path = ROOT / "app" / "locales" / "fr" / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        return read_po(file, locale="fr")


def messages() -> list[Message]:
    return [message for message in read_catalogue() if message.id]


def forms(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    """A text, or both of one that has a plural; none where there is none."""
    if text is None:
        return []
    return [text] if isinstance(text, str) else list(text)


def extracted() -> Iterator[str | tuple[str, ...]]:
    """Every message that the code and the templates say, by the mappings of pyproject.toml."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["babel"]
    for mapping in settings["mappings"]:
        options = {k: v for k, v in mapping.items() if k not in ("method", "pattern")}
        for path in sorted(ROOT.glob(mapping["pattern"].replace("**", "**/*"))):
            for _, message, *_ in extract_from_file(mapping["method"], path, options=options):
                yield message


def test_it_holds_what_code_and_templates_say_and_nothing_else() -> None:
    said = {forms(message)[0] for message in extracted()}
    held = {forms(message.id)[0] for message in messages()}
    assert len(said) > 100
    assert (said - held, held - said) == (set(), set())


def test_every_message_is_translated() -> None:
    empty = [m.id for m in messages() if not forms(m.string) or not all(forms(m.string))]
    assert empty == []


def test_no_translation_is_a_guess() -> None:
    assert [message.id for message in messages() if message.fuzzy] == []


def test_plural_messages_have_both_forms() -> None:
    plural = [message for message in messages() if message.pluralizable]
    assert plural
    assert [m.id for m in plural if len(forms(m.string)) != 2] == []


def test_translations_have_the_same_placeholders() -> None:
    wrong = []
    for message in messages():
        wanted = set(PLACEHOLDER.findall(forms(message.id)[-1]))
        if any(set(PLACEHOLDER.findall(form)) != wanted for form in forms(message.string)):
            wrong.append(message.id)
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("plain space before a high mark", r" [:;?!»]"),
        ("plain space after an opening quote", r"« "),
        ("no space after an opening quote", r"«[^\u00a0\u202f]"),
        ("no space before a high mark", NEEDS_NARROW.pattern),
        ("straight apostrophe", r"'"),
        ("straight or English quotes", r"[\"“”]"),
        ("three dots", r"\.\.\."),
    ],
)
def test_it_is_set_as_french_is_set(name: str, pattern: str) -> None:
    found = [form for m in messages() for form in forms(m.string) if re.search(pattern, form)]
    assert found == [], name


def text_of(found: LexborNode) -> Iterator[str]:
    """The texts of a page that are the interface's: not those of another language."""
    for child in found.iter(include_text=True):
        if child.is_text_node:
            yield (child.text_content or "").strip(" \t\r\n")
        elif child.attributes.get("lang", "fr") == "fr":
            yield from (
                (child.attributes.get(name) or "").strip(" \t\r\n")
                for name in ("aria-label", "title", "alt", "content", "data-done", "data-failed")
            )
            yield from text_of(child)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/about",
        "/articles",
        "/articles/2020-08-trump-al-kazimi",
        "/quotes",
        "/quotes?speaker=iran&topic=iran",
        "/quotes?speaker=nobody-here",
        "/quotes/washington-reduce",
        "/quotes/challenge-of-armed-groups",
        "/quotes/pompeo-lowest-level-as-fast-as-possible",
        "/actors",
        "/actors?quoted=yes",
        "/actors/iran",
        "/actors/donald-trump",
        "/events",
        "/events/trump-receives-al-kazimi",
        "/events/us-presidential-election-2020",
        "/topics",
        "/topics/iran",
    ],
)
def test_a_french_page_leaves_nothing_in_english(client: TestClient, path: str) -> None:
    english = {
        form
        for message in messages()
        for form in forms(message.id)
        if form not in forms(message.string)
    }
    page = open_page(client, f"/fr{path}")
    assert page.root is not None
    assert set(text_of(page.root)) & english == set()


def test_what_is_read_for_english_is_found(client: TestClient) -> None:
    """The test above would find English: it does on the English page."""
    english = {forms(message.id)[0] for message in messages()}
    page: LexborHTMLParser = open_page(client, "/en/about")
    assert page.root is not None
    assert len(set(text_of(page.root)) & english) > 5


TEMPLATES = environment("en").list_templates()
NAMES = {"SHA", "Wikidata"}  # the same in every language


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_template_has_words_past_the_catalogue(name: str) -> None:
    path = ROOT / "templates" / name
    tokens = environment("en").lex(path.read_text(encoding="utf-8"))
    html = "".join(value for _, kind, value in tokens if kind == "data")
    spoken = re.findall(r'\s(?:aria-label|alt|title|placeholder)="([^"]+)"', html)
    printed = [text for text in re.split(r"<[^>]*>", html) if '="' not in text]
    # A small word by itself is a class or a kind that a macro gives; a capital or a phrase is said.
    phrases = re.findall(r"[A-ZÀ-Þ]\w+|[a-zà-ÿ]{2,} [a-zà-ÿ]{2,}", "\n".join(printed + spoken))
    assert set(phrases) - NAMES == set()


def test_seed_texts_in_french_are_set_as_french_is_set() -> None:
    """Titles, definitions and notes of ours; what they cite of the source stays as it is there."""
    wrong = []
    for path in sorted(Path(ROOT / "seeds").rglob("*.toml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if re.match(r"[\w.]*\.?fr = ", line):
                ours = re.sub(r"«[^»]*»", "", line.split("= ", 1)[1])
                if re.search(r" [:;?!]|« |[^\u00a0\u202f]»", ours):
                    wrong.append((path.name, line))
    assert wrong == []


def test_a_phrase_that_changes_is_shown_at_the_next_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    written = ROOT / "app" / "locales" / "fr" / "LC_MESSAGES" / "messages.po"
    path = tmp_path / "fr" / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    monkeypatch.setattr("app.catalogue.LOCALES", tmp_path)
    monkeypatch.setattr("app.made.PLACE", tmp_path / "made")
    for word in ("Filtrer", "Trier"):
        path.write_text(written.read_text("utf-8").replace('"Filtrer"', f'"{word}"'), "utf-8")
        translations.cache_clear()
        template = environment.__wrapped__("fr").get_template("quotes/_filter_count.html")
        assert template.render(wanted=QuoteFilter.of([])).strip() == word
    translations.cache_clear()
