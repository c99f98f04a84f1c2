"""Any text at all is read in a number of steps that grows with its length, and no faster."""

import sys
from itertools import product
from types import FrameType
from typing import Any, Literal

import pytest

from app.extraction.draft import extract

SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma", "ne")
NAMES = ["".join(parts).capitalize() for parts in product(SYLLABLES, repeat=3)][:320]
SHORT = 6000  # characters; three times as many take about three times the steps


def steps(text: str, language: Literal["fr", "en"]) -> int:
    """How many functions the draft of a text calls."""
    count = 0
    before = sys.getprofile()

    def note(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        extract(text, language, "2031-05-16")
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        '"', "« ", "a. ", "Paul ", "dit-il, ", "le 3 mai 2030, ", '"\n', "« “ ", '"a « b ‘c ',
        "« a “ b ” c » ", '"Ab cd", ', "le ministre a dit que la ville de Paris est grande ",
    ],
)  # fmt: skip
def test_steps_grow_with_the_length(piece: str) -> None:
    text = piece * (3 * SHORT // len(piece))
    extract(text, "fr")  # what is remembered from one text to the next is no step of this one
    assert steps(text, "fr") <= 3.6 * steps(text[:SHORT], "fr") + 2000


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("fr", "M. {name} Durand a dit que la ville est belle. "),
        ("en", "{name}or Foods said it was big. The company was happy. "),
        ("fr", "Le ministre {name}el a parlé. Le directeur de {name}ie est parti. "),
        ("en", "{name}a Smith and Ben {name}i said it was late. "),
    ],
)
def test_steps_grow_with_the_people(language: Literal["fr", "en"], piece: str) -> None:
    """Many of one surname, many firms, many in office: nobody is compared with all the others."""
    pieces = [piece.format(name=name) for name in NAMES]
    few = pieces[: len(pieces) // 2]
    extract("".join(pieces), language)
    assert steps("".join(pieces), language) <= 2.4 * steps("".join(few), language) + 2000
