"""Quoted spans: every kind of mark, nesting, apostrophes, paragraphs, and any text at all."""

from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.extraction.draft import extract
from app.extraction.marks import find_quotations
from app.extraction.signs import find_marks


def spans(text: str, language: str = "en") -> list[str]:
    return [text[one.start : one.end] for one in find_quotations(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("fr", '"Oui", « non » et “peut-être”.', ["Oui", "non", "peut-être"]),
        ("fr", "«\u202fOui\u202f», «\u00a0non\u00a0», «ici»", ["Oui", "non", "ici"]),
        ("fr", "d'\"aide\" et d'« appui »", ["aide", "appui"]),
        ("fr", 'L\'Irak dit qu\'"il" l\'aime', ["il"]),
        ("fr", "« Il a dit : “Viens” hier »", ["Il a dit : “Viens” hier", "Viens"]),
        ("fr", '"Il m\'a dit "viens" et je suis venu"', ['Il m\'a dit "viens" et je suis venu', "viens"]),  # noqa: E501
        ("fr", "« Un. \n\n« Deux. »", ["Un.", "Deux."]),
        ("en", "“One.\n\nTwo.\n\nThree.”", ["One.", "Two.", "Three."]),
        ("en", "'It's the boys' turn,' he said.", ["It's the boys' turn,"]),
        ("en", "‘It’s Ann’s,’ he said. The ’90s.", ["It’s Ann’s,"]),
        ("en", "The players' bonuses and the dogs' home.", []),
        ("en", "\"He said 'no' twice\"", ["He said 'no' twice", "no"]),
        ("en", '"It is money. He then left the room. The end', ["It is money."]),
        ("en", '"It is ours. We will keep it.', ["It is ours. We will keep it."]),
        ("en", 'A 12" ruler', []),
        ("fr", "« Un. \n\n» Deux. », a dit Luc.", ["Un.", "Deux."]),
        ("fr", "« Un.\n\nLa fuite\n\nDeux », a dit Luc.", ["Un.", "Deux"]),
        ("fr", "„Oui”, a dit Piotr. „Non“, a dit Hans.", ["Oui", "Non"]),
        ("fr", '« Nous partons", a dit Luc Rey.', ["Nous partons"]),
        ("fr", "“Nous partons », a dit Luc Rey.", ["Nous partons"]),
        ("en", "'Long live rock 'n' roll,' he said.", ["Long live rock 'n' roll,"]),
        ("en", '""""""" and “”', []),
    ],
)  # fmt: skip
def test_spans(language: str, text: str, wanted: list[str]) -> None:
    assert spans(text, language) == wanted


def test_a_wrapped_text_is_one_paragraph() -> None:
    lines = [
        "He said that the line was long and so",
        "was broken, and “the quote",
        "goes on here” until",
        "the end of it all, said",
        "somebody.",
    ]
    assert spans("\n".join(lines)) == ["the quote\ngoes on here"]


PIECES = st.sampled_from(
    [
        '"',
        "'",
        "“",
        "”",
        "«",
        "»",
        "‘",
        "’",
        "\n",
        "\n\n",
        " ",
        ". ",
        "a dit ",
        "said ",
        "Paul Durand ",
        "le ministre ",
        "he ",
        "il ",
        "Monday ",
        "a",
        "Bb",
        "l'",
        ": ",
        ", ",
    ]
)


@settings(max_examples=80)
@given(st.lists(PIECES | st.characters(), max_size=60), st.sampled_from(["fr", "en"]))
def test_any_text_gives_spans_that_nest(pieces: list[str], language: Literal["fr", "en"]) -> None:
    text = "".join(pieces)
    draft = extract(text, language, "2020-08-20")
    for one in draft.quotes:
        assert 0 <= one.start < one.end <= len(text)
        assert one.text == text[one.start : one.end]
        assert one.text == one.text.strip()
    for at, one in enumerate(draft.quotes):
        for other in draft.quotes[at + 1 :]:
            assert one.end <= other.start or other.end <= one.end
            assert (one.start, one.end) != (other.start, other.end)


@pytest.mark.parametrize("piece", ['"', "«»", "« a » ", "“", "'a "])
def test_work_grows_with_the_length(piece: str) -> None:
    marks = [len(list(find_marks(piece * n, 0, len(piece) * n))) for n in (1000, 2000)]
    assert marks[1] <= 2 * marks[0] + 2
    sizes = [
        sum(one.end - one.start for one in find_quotations(piece * n, "fr")) for n in (1000, 2000)
    ]
    assert sizes[1] <= 5 * 2 * len(piece) * 1000


def test_a_megabyte_of_marks_ends() -> None:
    assert extract('"' * 1_000_000, "fr").quotes == []
