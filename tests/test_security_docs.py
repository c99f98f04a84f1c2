"""What `docs/security.md` and `SECURITY.md` say: whole, and true of the code and its tests."""

import re
from collections import Counter
from importlib import import_module

from tests.conftest import ROOT

DOCUMENT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
POLICY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
STANDARD = DOCUMENT.partition("## The Application Security Verification Standard")[2]

# ASVS 5.0.0: how many numbers of each section are of level 1 or 2. They come first in each.
SECTIONS = {
    1: (2, 9, 11, 3, 2),
    2: (3, 3, 4, 1),
    3: (0, 2, 4, 6, 5, 0, 2),
    4: (3, 1, 2, 4),
    5: (1, 3, 2, 3),
    6: (3, 12, 4, 4, 5, 3, 0, 4),
    7: (3, 4, 2, 5, 2, 2),
    8: (2, 3, 1, 1),
    9: (3, 4),
    10: (2, 2, 4, 11, 5, 2, 3),
    11: (2, 3, 3, 4, 1, 1, 0),
    12: (3, 2, 4),
    13: (1, 5, 2, 5),
    14: (2, 4, 3),
    15: (3, 3, 7, 0),
    16: (1, 5, 4, 3, 3),
    17: (1, 4, 2),
}
OF_LEVEL_3 = {"3.4.8", "3.6.1", "13.4.6", "16.5.4"}
WANTED = OF_LEVEL_3 | {
    f"{chapter}.{section}.{number}"
    for chapter, sections in SECTIONS.items()
    for section, most in enumerate(sections, start=1)
    for number in range(1, most + 1)
}

# What runs text, makes objects of data, starts programs or asks other hosts; and broken hashes.
NEVER_IMPORTED = (
    *("pickle", "marshal", "shelve", "yaml", "subprocess", "pty"),
    *("urllib.request", "http.client", "ftplib", "smtplib", "xmlrpc"),
    *("requests", "httpx", "httpx2", "aiohttp", "urllib3"),
)
NEVER_CALLED = (
    *("eval", "exec", "__import__", "from_string", "system", "popen", "md5", "sha1"),
    *("fetch_url", "create_connection", "open_connection"),
)


def rows(text: str) -> list[list[str]]:
    """The cells of every line of the tables in a text."""
    lines = re.findall(r"^\| (.*?) ?\|$", text, re.MULTILINE)
    return [[cell.strip() for cell in line.split(" |")] for line in lines]


def numbers(cell: str) -> list[str]:
    """The numbers of the standard in a cell; `5.2.1–5.2.3` is three."""
    found = []
    for section, first, last in re.findall(r"(\d+\.\d+\.)(\d+)(?:–\1(\d+))?", cell):
        found += [f"{section}{number}" for number in range(int(first), int(last or first) + 1)]
    return found


def named_tests(text: str) -> set[tuple[str, str]]:
    """The tests that a text names: file and function."""
    return set(re.findall(r"`((?:\w+/)*\w+\.py)::(\w+)`", text))


def test_every_number_stands_there_once() -> None:
    counted = Counter(number for row in rows(STANDARD) for number in numbers(row[0]))
    assert len(WANTED) == 253 + len(OF_LEVEL_3)
    assert (WANTED - counted.keys(), counted.keys() - WANTED) == (set(), set())
    assert [number for number, count in counted.items() if count > 1] == []


def test_each_answer_is_shown_or_says_what_is_missing() -> None:
    for row in rows(STANDARD):
        if len(row) == 4 and numbers(row[0]):
            _, _, answer, shown = row
            assert "`" in shown or answer.startswith(("**Not met", "**In part")), row


def test_every_test_that_is_named_exists() -> None:
    named = named_tests(DOCUMENT + POLICY)
    missing = []
    for file, function in named:
        path = ROOT / "tests" / file
        if not path.is_file() or f"\ndef {function}(" not in path.read_text(encoding="utf-8"):
            missing.append(f"{file}::{function}")
    assert missing == []
    assert len(named) > 50


def test_every_file_that_is_named_exists() -> None:
    of_an_article = {"article.toml"}
    file = r"[\w./-]+\.(?:py|md|txt|toml|json|js)|\w[\w/]*/|Makefile"
    named = set(re.findall(f"`({file})`", DOCUMENT)) - of_an_article
    assert "app/kept.py" in named
    assert {name for name in named if not (ROOT / name).exists()} == set()


def test_bounds_are_those_of_the_code() -> None:
    bounds = re.findall(r"^\| ([\d,]+) \|.*\| `(app[\w.]*)\.([A-Z_]+)` \|$", DOCUMENT, re.MULTILINE)
    assert len(bounds) > 5
    for number, module, name in bounds:
        assert int(number.replace(",", "")) == getattr(import_module(module), name), name


def test_the_code_does_without_what_is_said() -> None:
    imported = rf"^\s*(?:import|from) (?:{'|'.join(NEVER_IMPORTED)})\b"
    called = rf"\b(?:{'|'.join(NEVER_CALLED)})\("
    pattern = re.compile(f"{imported}|{called}", re.MULTILINE)
    found = [
        (path.name, use[0].strip())
        for path in (ROOT / "app").rglob("*.py")
        for use in pattern.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []
