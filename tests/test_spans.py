"""Where things stand in a text: tables of cases."""

import pytest

from app.spans import (
    cut_segments,
    find_block,
    find_blocks,
    find_occurrences,
    find_quotations,
    find_sentence,
    nearest_passage,
)


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("one", ["one"]),
        ("one\n\ntwo\n", ["one", "two\n"]),
        ("one\r\n\r\ntwo", ["one", "two"]),
        ("one\n \t\ntwo", ["one", "two"]),
        ("one\n\n\n\ntwo", ["one", "two"]),
        ("one\nstill one\n\ntwo", ["one\nstill one", "two"]),
        ("one\ntwo", ["one", "two"]),
        ("\n\none\n\n", ["one"]),
        ("", []),
    ],
)
def test_blank_lines_part_the_blocks(body: str, blocks: list[str]) -> None:
    assert [body[block.start : block.end] for block in find_blocks(body)] == blocks


def test_blocks_are_numbered_from_one_the_sub_headings_too() -> None:
    blocks = find_blocks("one\n\n- Two -\n\nthree")
    assert [(block.number, block.is_heading) for block in blocks] == [
        (1, False),
        (2, True),
        (3, False),
    ]


@pytest.mark.parametrize("text", ["- one", "one -", "-- one --", "- one\nof two -"])
def test_a_dash_alone_makes_no_sub_heading(text: str) -> None:
    assert not find_blocks(f"{text}\n\ntwo")[0].is_heading


def test_an_offset_stands_in_its_block() -> None:
    body = "one\n\ntwo"
    assert [find_block(body, offset).number for offset in (0, 2, 5, 7)] == [1, 1, 2, 2]


@pytest.mark.parametrize(
    ("body", "quotations"),
    [
        ("none at all", []),
        ('he "said" and "left"', ["said", "left"]),
        ("« dit-il »", ["dit-il"]),
        ("«\u00a0dit-il\u202f»", ["dit-il"]),
        ("“one ‘two’ three”", ["one ‘two’ three", "two"]),
        ("“it’s so”", ["it’s so"]),
        ("‘it’s so’ he said", ["it’s so"]),
        ("„so“ and ‹so›", ["so", "so"]),
        ('"not closed\n\n"closed"', ["not closed", "closed"]),
        ('an "" empty one', []),
        ('"one" "two"', ["one", "two"]),
        ("« l'un “l'autre” »", ["l'un “l'autre”", "l'autre"]),
    ],
)
def test_quotations_stand_between_their_marks(body: str, quotations: list[str]) -> None:
    assert [body[start:end] for start, end in find_quotations(body)] == quotations


def test_occurrences_are_counted_where_they_overlap() -> None:
    assert find_occurrences("aaa (a.c)", "aa") == [(0, 2), (1, 3)]
    assert find_occurrences("aaa (a.c)", "a.c") == [(5, 8)]


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("quick brown box", "quick brown fox"),
        ("the lazy cat", "the lazy dog."),
        ("jumps  over", "jumps over"),
        ("longer than the whole of it by far, in number of words at least, it is", "The quick"),
    ],
)
def test_the_nearest_passage_has_as_many_words(text: str, nearest: str) -> None:
    body = "The quick brown fox jumps over the lazy dog."
    assert nearest_passage(body, text).startswith(nearest)


@pytest.mark.parametrize(
    ("body", "words", "sentence"),
    [
        ("One. Two is here. Three.", "is", "Two is here."),
        ("One! Two? Three.", "Two", "Two?"),
        ('He said "Yes." Then he left.', "Yes", 'He said "Yes."'),
        ("Mr. Smith left. He ran.", "left", "Mr. Smith left."),
        ("M. Macron a dit non. Puis rien.", "non", "M. Macron a dit non."),
        ("It cost 5.000 dollars. So.", "cost", "It cost 5.000 dollars."),
        ("Il y a 3 ans... puis rien", "puis", "Il y a 3 ans... puis rien"),
        ("One. Two.", "One. Two", "One. Two."),
    ],
)
def test_a_span_is_shown_in_its_whole_sentence(body: str, words: str, sentence: str) -> None:
    start = body.index(words)
    (block,) = find_blocks(body)
    first, last = find_sentence(body, block, start, start + len(words))
    assert body[first:last] == sentence


def test_a_stretch_is_cut_wherever_a_mark_begins_or_ends() -> None:
    segments = cut_segments(0, 10, [(2, 6, "a"), (4, 8, "b")])
    assert [(s.start, s.end, s.marks, s.opens) for s in segments] == [
        (0, 2, (), ()),
        (2, 4, ("a",), ("a",)),
        (4, 6, ("a", "b"), ("b",)),
        (6, 8, ("b",), ()),
        (8, 10, (), ()),
    ]


def test_the_longer_of_two_marks_is_the_outer() -> None:
    (first, *_) = cut_segments(0, 10, [(0, 4, "inner"), (0, 8, "outer")])
    assert first.marks == ("outer", "inner")


def test_marks_outside_the_stretch_are_cut_to_it() -> None:
    segments = list(cut_segments(5, 10, [(0, 7, "a"), (20, 30, "b")]))
    assert [(s.start, s.end, s.marks) for s in segments] == [(5, 7, ("a",)), (7, 10, ())]
