"""The house rules: who may import whom, how long a module is, what is documented and tested."""

import ast
import re
import subprocess
from pathlib import Path

import pytest
from jinja2 import StrictUndefined, nodes

from app.base import LANGUAGES
from app.main import create_app
from app.settings import Settings
from tests.conftest import ROOT
from tests.reading import page_names

LONGEST = 320  # lines of a module: about 300, then it is split by noun
APP = sorted((ROOT / "app").rglob("*.py"))
BENCH = [path for name in ("bench", "soak") for path in sorted((ROOT / name).glob("*.py"))]
TEMPLATES = sorted(
    str(path.relative_to(ROOT / "templates"))
    for path in (ROOT / "templates").rglob("*.*")
    if path.suffix in (".html", ".atom")
)

ENVIRONMENTS = create_app(Settings()).state.environments

# Down the stairs: what each room may import of ours.
STAIRS = {
    "base": set(),
    "models": {"base"},
    "changes": {"base"},
    "keys": set(),
    "derived": {"base", "keys"},
    "deriving": {"base", "changes", "derived", "keys", "models"},
    "pieces": set(),
    "terms": set(),
    "database": {"trouble"},
    "trouble": set(),
    "made": set(),
    "seeds": set(),
    "spans": set(),
    "filters": {"terms"},
    "settings": set(),
    "catalogue": {"made"},
    "reasons": {"catalogue"},
    "logs": {"settings"},
    "schemas": {"seeds"},
    "extraction": {"extraction", "spans", "terms"},
    "files": set(),
    "problems": set(),
    "reader": {"files", "problems", "seeds"},
    "review": {"base", "reader", "seeds"},
    "record": {"extraction", "keys", "problems", "reader", "seeds", "spans"},
    "passages": {"record", "seeds", "spans"},
    "rows": {"base", "keys", "passages", "reader", "record", "seeds"},
    "index": {"base", "derived", "keys", "record", "spans", "terms"},
    "verify": {"base", "derived", "deriving", "differences", "loader", "models", "standing"},
    "backup": {"database", "loader", "trouble"},
    "bulk": {"base", "database", "deriving", "index", "keys"},
    "folders": {"base", "reader", "record", "review"},
    "standing": {"base", "derived", "folders", "keys", "reader", "record"},
    "differences": {
        "base",
        "changes",
        "database",
        "derived",
        "deriving",
        "index",
        "keys",
        "models",
        "record",
        "standing",
    },
    "loader": {
        "base",
        "bulk",
        "differences",
        "folders",
        "problems",
        "reader",
        "record",
        "review",
        "rows",
        "standing",
        "trouble",
    },
    "drafts": {
        "base",
        "drafts",
        "extraction",
        "reader",
        "reasons",
        "record",
        "schemas",
        "seeds",
        "spans",
        "terms",
    },
    "queries": {
        "base",
        "changes",
        "derived",
        "filters",
        "keys",
        "models",
        "queries",
        "spans",
        "terms",
    },
    "checks": {"base", "models"},
    "drawing": {"models"},
    "encodings": set(),
    "assets": {"encodings"},
    "outgoing": {"encodings"},
    "shelf": {"headers"},
    "conditions": {"outgoing"},
    "headers": set(),
    "plain": {"base", "catalogue"},
    "hosts": {"plain", "settings"},
    "links": {"assets", "filters", "spans"},
    "wording": {"models"},
    "environment": {
        "base",
        "catalogue",
        "links",
        "made",
        "pieces",
        "settings",
        "terms",
        "wording",
    },
    "render": {"links"},
    "formats": {
        "assets",
        "base",
        "catalogue",
        "changes",
        "environment",
        "filters",
        "formats",
        "models",
        "spans",
        "terms",
        "wording",
    },
    "views": {
        "assets",
        "base",
        "catalogue",
        "checks",
        "database",
        "derived",
        "drawing",
        "filters",
        "formats",
        "logs",
        "models",
        "pieces",
        "queries",
        "render",
        "spans",
        "terms",
        "trouble",
        "views",
    },
    "api": {
        "api",
        "database",
        "filters",
        "formats",
        "logs",
        "queries",
        "render",
        "settings",
        "terms",
        "views",
    },
    "columns": set(),
    "export": {
        "assets",
        "base",
        "catalogue",
        "columns",
        "database",
        "deriving",
        "main",
        "settings",
    },
    "kept": {"base", "encodings", "headers", "outgoing", "shelf", "watch"},
    "main": {
        "api",
        "assets",
        "base",
        "conditions",
        "database",
        "environment",
        "headers",
        "hosts",
        "kept",
        "logs",
        "pieces",
        "plain",
        "settings",
        "views",
        "watch",
    },
    "watch": set(),
    "protocol": {"headers"},
    "metrics": {"base", "kept", "logs", "protocol"},
    "serving": {"logs", "main", "metrics", "protocol", "settings", "trouble"},
    "preview": {
        "database",
        "extraction",
        "hosts",
        "loader",
        "main",
        "preview",
        "queries",
        "reader",
        "reasons",
        "render",
        "review",
        "seeds",
        "serving",
        "settings",
        "spans",
        "views",
    },
    "__main__": {
        "backup",
        "database",
        "drafts",
        "export",
        "loader",
        "preview",
        "schemas",
        "serving",
        "settings",
        "trouble",
        "verify",
    },
    "__init__": set(),
}


def room_of(path: Path) -> str:
    """A module of the app, or the folder that it stands in."""
    return path.relative_to(ROOT / "app").parts[0].removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    """The rooms of ours that a module imports, wherever in it."""
    found = set()
    for part in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(part, ast.Import):
            found |= {alias.name for alias in part.names}
        elif isinstance(part, ast.ImportFrom):
            assert part.level == 0, f"{path.name} imports by a relative name"
            module = part.module or ""
            names = {f"app.{alias.name}" for alias in part.names} if module == "app" else {module}
            found |= names
    return {name.split(".")[1] for name in found if name.startswith("app.")}


def test_imports_go_down_the_stairs_only() -> None:
    climbs = {
        (str(path.relative_to(ROOT)), room)
        for path in APP
        for room in imports_of(path) - STAIRS[room_of(path)]
    }
    assert climbs == set()


def test_every_room_is_on_the_stairs() -> None:
    assert {room_of(path) for path in APP} == set(STAIRS)


def test_nothing_that_serves_imports_what_measures() -> None:
    for path in APP:
        source = path.read_text(encoding="utf-8")
        assert not re.search(r"^\s*(?:from|import) (?:bench|soak)\b", source, re.MULTILINE), (
            path.name
        )


def test_no_view_holds_sql_or_html() -> None:
    for path in (ROOT / "app" / "views").glob("*.py"):
        source = path.read_text(encoding="utf-8")
        assert "select(" not in source, path.name
        assert not re.search(r"[\"']\s*</?[a-z]+", source), path.name


def test_sql_of_sqlite_alone_stays_in_modules_of_the_database() -> None:
    for path in APP:
        if path.name not in ("database.py", "trouble.py", "watch.py"):
            assert "PRAGMA" not in path.read_text(encoding="utf-8"), path.name


@pytest.mark.parametrize("path", [*APP, *BENCH], ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_is_too_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_every_module_says_what_it_is() -> None:
    for path in [*APP, *BENCH]:
        source = path.read_text(encoding="utf-8")
        assert not source or ast.get_docstring(ast.parse(source)), path.name


def test_no_module_is_a_box_of_odds_and_ends() -> None:
    assert {path.stem for path in APP} & {"utils", "helpers", "common", "misc", "services"} == set()


# Templates


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_compiles(name: str, language: str) -> None:
    ENVIRONMENTS[language].get_template(name)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_defines_macros_or_writes(name: str) -> None:
    """Macros are imported without the page that they write on, and so made once, not with each."""
    tree = ENVIRONMENTS["en"].parse((ROOT / "templates" / name).read_text(encoding="utf-8"))
    assert not any(part.with_context for part in tree.find_all((nodes.Import, nodes.FromImport)))
    if not name.endswith("_macros.html"):
        assert not list(tree.find_all(nodes.Macro))


def test_every_template_is_used() -> None:
    """By a view, by its name, or by another template."""
    jinja = ENVIRONMENTS["en"]
    used = {
        part.value
        for path in APP
        for part in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(part, ast.Constant)
        and str(part.value).endswith((".html", ".atom"))
        and not str(part.value).startswith(("/", "."))  # an address, an ending
    }
    for name in TEMPLATES:
        tree = jinja.parse((ROOT / "templates" / name).read_text(encoding="utf-8"))
        for part in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
            assert isinstance(part.template, nodes.Const)
            used.add(part.template.value)
    assert used == set(TEMPLATES)


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_template_trusts_or_styles_or_scripts(name: str) -> None:
    source = (ROOT / "templates" / name).read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape|Markup", source)
    assert not re.search(r"\sstyle=|<style", source)
    assert not re.search(r"\son[a-z]+=", source)
    # A block of data is no script: nothing of it runs.
    assert not re.search(r"<script(?! type=\"application/ld\+json\">)(?![^>]*\ssrc=)", source)


# What is HTML already: what a template made, and the texts of the catalogue, which are ours.
TRUSTED = {
    "app/formats/edition.py": ["getattr(module, macro)(value)"],
    "app/environment.py": ["catalogue.gettext(text)", "catalogue.ngettext(one, many, number)"],
    "app/render.py": ["piece"],
    "app/wording.py": ["'<span class=\"unbroken\">{}</span>'", ""],
    "app/views/cards.py": [""],
    "app/views/quotes.py": ["block"],
}


def test_no_other_text_is_trusted() -> None:
    found: dict[str, list[str]] = {}
    for path in APP:
        for part in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(part, ast.Call) and ast.unparse(part.func).endswith("Markup"):
                name = str(path.relative_to(ROOT))
                found.setdefault(name, []).append(ast.unparse(part.args[0]) if part.args else "")
    assert found == TRUSTED


def test_templates_escape_and_know_every_name() -> None:
    for language in LANGUAGES:
        jinja = ENVIRONMENTS[language]
        assert (jinja.autoescape, jinja.undefined) == (True, StrictUndefined)
        assert jinja.from_string("{{ text }}").render(text="<b>") == "&lt;b&gt;"


def test_what_is_written_once_is_known_by_its_name() -> None:
    """`once` keeps the text of a macro by its name and its values: no other may be called so. What
    it asks besides is the site's, for no macro sees a page."""
    defined: list[str] = []
    once: set[str] = set()
    for file in TEMPLATES:
        tree = ENVIRONMENTS["en"].parse((ROOT / "templates" / file).read_text(encoding="utf-8"))
        defined += [macro.name for macro in tree.find_all(nodes.Macro)]
        for part in tree.find_all(nodes.Filter):
            if part.name == "once":
                assert isinstance(part.node, nodes.Getattr)
                once.add(part.node.attr)
    assert {"attribution", "kind_name", "option_count", "sections"} <= once
    assert {name: defined.count(name) for name in once} == dict.fromkeys(once, 1)


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_template_writes_an_address_by_hand(name: str) -> None:
    """Links come from route names; an anchor and what a setting gives are the exceptions."""
    source = (ROOT / "templates" / name).read_text(encoding="utf-8")
    by_hand = [
        link
        for link in re.findall(r"\s(?:href|src|action|data-hx-get)=\"([^\"{]+)", source)
        if not link.startswith(("#", "https://www.wikidata.org/wiki/"))
    ]
    assert by_hand == []


# Routes, settings, commands


def test_every_route_has_a_test_file_of_its_name() -> None:
    names = [*page_names(), "health", "ready"]
    missing = {
        name
        for name in names
        if not (ROOT / "tests" / f"test_{name.replace('-', '_')}.py").is_file()
    }
    assert missing == set()
    assert len(names) == 17


def test_every_page_has_a_template_of_its_name() -> None:
    for name in page_names():
        noun, _, view = name.partition("-")
        assert (f"{noun}s/{view}.html" if view else f"{noun}.html") in TEMPLATES


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_documented(name: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"DASHBOARD_{name.upper()}" in readme


def test_the_readme_documents_no_setting_that_is_not_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"DASHBOARD_[A-Z_]+[A-Z]", readme))
    assert named - {f"DASHBOARD_{name.upper()}" for name in Settings.model_fields} == set()


@pytest.mark.parametrize(
    "command",
    [
        *("serve", "load", "check", "check --add", "draft", "preview", "schemas", "export"),
        *("verify", "backup", "restore"),
    ],
)
def test_every_command_is_documented(command: str) -> None:
    """By its own name, or by the target of the Makefile that runs it."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"python -m app {command}" in readme or f"make {command}" in readme


def test_make_help_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (targets,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    done = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    listed = dict(re.findall(r"^\s*make ([a-z]+)\s+(\S.*)$", done.stdout, re.MULTILINE))
    assert set(listed) == set(targets.split())
