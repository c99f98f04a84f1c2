"""Any text at all is read in a number of steps that grows with its length, and no faster."""

import sys
from types import FrameType
from typing import Any, Literal

import pytest

from app.extraction import extract

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
