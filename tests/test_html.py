"""The Nu HTML checker finds no error in any kind of page, nor in the style sheet."""

import shutil
import subprocess
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.conftest import ROOT
from tests.reading import LANGUAGES

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
PAGES = [
    "/",
    "/?measure=words",
    "/about",
    "/articles",
    "/articles/2020-08-trump-al-kazimi",
    "/quotes",
    "/quotes?kind=full&speaker=mike-pompeo&speaker=none",
    "/quotes?kind=term&topic=no-such-topic",
    "/quotes?view=table",
    "/quotes/pompeo-lowest-level-as-fast-as-possible",
    "/quotes/challenge-of-armed-groups",
    "/actors",
    "/actors/moustafa-al-kazimi",
    "/actors/fouad-hussein",
    "/events",
    "/events/trump-receives-al-kazimi",
    "/events/daily-attacks",
    "/topics",
    "/topics/us-politics",
    "/search?q=troupes",
    "/search?q=kadhimi",
    "/search?q=solaimanie",
    "/quotes?q=troupes+-d%C3%A9fi&view=table",
    "/corrections",
    "/about/api",
    "/nothing",
]
EMBEDS = [
    "/embed/quotes/trump-very-respected-man?lang=en",
    "/embed/quotes/challenge-of-armed-groups?lang=fr",
    "/embed/events/trump-receives-al-kazimi?lang=en",
]
# It runs for too short a time for the compiler that takes its time, and is deep in recursion.
JAVA = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss2m"]
# CSS of 2020, which the checker does not know yet.
UNKNOWN = ["paint-order"]


def check(*files: Path, language: str) -> list[str]:
    """The errors that the checker finds in files of a language (html or css)."""
    command = [*JAVA, "-jar", str(CHECKER), "--errors-only", "--exit-zero-always"]
    if language == "css":
        command.append("--css")
    done = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=True)
    return [line for line in done.stderr.splitlines() if not any(word in line for word in UNKNOWN)]


needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="the checker needs Java")


@needs_java
def test_the_checker_finds_no_error_in_any_kind_of_page(client: TestClient, tmp_path: Path) -> None:
    files = []
    addresses = [f"/{language}{page}" for page in PAGES for language in LANGUAGES]
    for number, address in enumerate(addresses + EMBEDS):
        file = tmp_path / f"{number}.html"
        file.write_text(client.get(address).text, "utf-8")
        files.append(file)
    assert check(*files, language="html") == []


@needs_java
def test_the_checker_finds_no_error_in_the_style_sheet() -> None:
    assert check(ROOT / "static" / "site.css", language="css") == []


def test_the_style_sheet_names_fonts_that_are_there() -> None:
    css = (ROOT / "static" / "site.css").read_text("utf-8")
    fonts = [part.split('"')[0] for part in css.split('url("')[1:]]
    assert len(fonts) == 3
    assert [font for font in fonts if not (ROOT / "static" / font).is_file()] == []


def test_no_page_asks_for_much(client: TestClient) -> None:
    """Home, with all but its fonts: one style sheet, one script, under 100 kB compressed."""
    home = client.get("/en/", headers={"Accept-Encoding": "gzip"})
    weight = int(home.headers["Content-Length"])
    for address in ("/static/site.css", "/static/site.js", "/static/favicon.svg"):
        answer = client.get(address, headers={"Accept-Encoding": "gzip"})
        weight += int(answer.headers.get("Content-Length", len(answer.content)))
    assert weight < 100_000
    assert home.text.count("<script") == 1
    assert home.text.count('rel="stylesheet"') == 1
    fonts = (ROOT / "static" / "vendor").glob("*.woff2")
    assert max(font.stat().st_size for font in fonts) <= 60_000
