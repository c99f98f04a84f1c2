"""Where a text is between quotation marks, whatever the marks: straight, curly, guillemets, single.

Each mark of a paragraph opens or closes by its shape (what stands on its two sides) and by what is
open; a stack pairs them. What stays open ends with its paragraph, or where the reporter speaks
again. One walk over the text: the work grows with its length and no faster.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from app.extraction.paragraphs import Paragraph, find_paragraphs, is_narration, sentence_ends
from app.extraction.signs import FAMILIES, SINGLE, Mark, find_marks, find_marks_of

DEEPEST = 4  # quotations in quotations that are told apart; more is no text that anybody wrote


LONGEST_SPEECH = 40  # paragraphs of one speech whose mark is not repeated


@dataclass
class Quotation:
    """A span between marks; `depth` is 0 outside any other, `continued` where a speech goes on."""

    start: int
    end: int
    depth: int = 0
    parent: int | None = None
    continues: bool = False  # goes on with the speech of the paragraph before
    closed: bool = True
    left: int = -1  # where its mark stands, or it begins without one
    right: int = -1  # behind its closing mark


@dataclass
class Walk:
    """What a walk over a paragraph has open, and what it found."""

    found: list[Quotation] = field(default_factory=list)
    open: list[Mark] = field(default_factory=list)
    buried: int = 0
    again: str = ""  # the family of the mark that the next paragraph begins with


def find_quotations(body: str, language: str) -> list[Quotation]:
    """Every quoted span, in order, the outer before the inner."""
    paragraphs = find_paragraphs(body)
    found: list[Quotation] = []
    going_on: tuple[str, int] | None = None
    for number, paragraph in enumerate(paragraphs):
        marks = list(find_marks(body, paragraph.start, paragraph.end))
        if going_on and not marks and is_sub_heading(body[paragraph.start : paragraph.end]):
            continue  # a speech goes on behind it
        walk = Walk(again=begins_with(body, paragraphs, number + 1))
        first = 0
        if going_on:
            first = resume(body, paragraph, marks, going_on[0], walk)
        for at in range(first, len(marks)):
            step(body, marks, at, walk)
        going_on = end_paragraph(body, paragraphs, number, marks, walk, language, going_on)
        found += [one for one in walk.found if trim(body, one)]
    found.sort(key=lambda one: (one.start, -one.end))
    return nest(found)


def is_sub_heading(text: str) -> bool:
    """A few words that no point ends, between the paragraphs of a speech."""
    words = text.split(None, 7)
    return len(words) < 7 and text.strip()[-1:].isalnum() and words[0][:1].isupper()


def begins_with(body: str, paragraphs: list[Paragraph], number: int) -> str:
    """The family of the mark that a paragraph begins with, if it does."""
    if number >= len(paragraphs):
        return ""
    place = paragraphs[number].start
    while place < paragraphs[number].end and body[place].isspace():
        place += 1
    return FAMILIES.get(body[place : place + 1], "")


def resume(body: str, paragraph: Paragraph, marks: list[Mark], family: str, walk: Walk) -> int:
    """Begin a paragraph inside a speech: its mark repeated, or not, before it goes on."""
    if marks and marks[0].family == family and not body[paragraph.start : marks[0].start].strip():
        walk.open.append(Mark(marks[0].start, marks[0].end, family, "resumed"))
        return 1
    walk.open.append(Mark(paragraph.start, paragraph.start, family, "resumed"))
    return 0


def step(body: str, marks: list[Mark], at: int, walk: Walk) -> None:
    """Take one mark: close what it closes, or open."""
    mark = marks[at]
    place = last_of(walk.open, mark.family)
    if body[mark.start] == "“" and closes_low(body, mark, walk):
        close(walk, len(walk.open) - 1, mark)  # „…“
        return
    if mark.side == "open" or (mark.side == "either" and place is None):
        if (
            mark.family in SINGLE
            and not closes_later(marks, at)
            and not opens_last(body, marks, at, walk)
        ):
            return
        if len(walk.open) < DEEPEST:
            walk.open.append(mark)
        elif mark.family not in SINGLE:
            walk.buried += 1
        return
    if walk.buried and mark.family not in SINGLE:
        walk.buried -= 1
        return
    if place is None:
        close_by_another(marks, at, walk)
        return
    if mark.family in SINGLE and is_possessive(body, marks, at):
        return
    for inner in walk.open[place + 1 :]:
        if inner.family not in SINGLE:
            walk.found.append(
                Quotation(inner.end, mark.start, closed=False, left=inner.start, right=mark.start)
            )
    close(walk, place, mark)


def repeats_closing(body: str, mark: Mark, paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with », as old print goes on with a speech, and words follow."""
    return body[mark.start] == "»" and bool(
        body[mark.end : min(mark.end + 40, paragraph.end)].strip()
    )


def close(walk: Walk, place: int, mark: Mark) -> None:
    opened = walk.open[place]
    resumed = opened.side == "resumed"
    walk.found.append(
        Quotation(opened.end, mark.start, continues=resumed, left=opened.start, right=mark.end)
    )
    del walk.open[place:]


def closes_low(body: str, mark: Mark, walk: Walk) -> bool:
    """Whether “ closes what „ opened, as in German and Polish print."""
    low = walk.open and body[walk.open[-1].start : walk.open[-1].end] == "„"
    return bool(low) and not body[mark.start - 1].isspace()


def close_by_another(marks: list[Mark], at: int, walk: Walk) -> None:
    """Close “ by a straight mark, as typists do; « by ", where no » follows."""
    mark, typed = marks[at], {"straight", "curly"}
    if not walk.open or mark.family in SINGLE:
        return
    last = walk.open[-1]
    again = any(later.family == last.family for later in marks[at + 1 : at + 40])
    mixed = {mark.family, last.family} <= typed | {"guillemet"} and last.side != "resumed"
    if {mark.family, last.family} <= typed or (mixed and not again):
        close(walk, len(walk.open) - 1, mark)


def last_of(marks: list[Mark], family: str) -> int | None:
    places = [place for place, mark in enumerate(marks) if mark.family == family]
    return places[-1] if places else None


def closes_later(marks: list[Mark], at: int) -> bool:
    """Whether a single mark that could open is closed before the next that could."""
    for later in marks[at + 1 : at + 40]:
        if later.family == marks[at].family:
            return later.side != "open"
    return False


def opens_last(body: str, marks: list[Mark], at: int, walk: Walk) -> bool:
    """Whether a single mark begins a speech that the next paragraph goes on with: its sign is
    repeated there, a sentence begins here, and nothing else of the family follows.
    """
    mark = marks[at]
    if (
        walk.again != mark.family
        or mark.side != "open"
        or not body[mark.end : mark.end + 1].isupper()
    ):
        return False
    return not any(later.family == mark.family for later in marks[at + 1 : at + 40])


def is_possessive(body: str, marks: list[Mark], at: int) -> bool:
    """Whether a mark that could close is the apostrophe of a plural: players' bonuses.

    It is if words go on after it and another closes before the next that opens.
    """
    mark = marks[at]
    before = body[mark.start - 1]
    if before not in "szx" or not re.match(r" [A-Za-z]", body[mark.end : mark.end + 2]):
        return False
    for later in marks[at + 1 : at + 40]:
        if later.family == mark.family:
            return later.side != "open"
    return False


def end_paragraph(
    body: str,
    paragraphs: list[Paragraph],
    number: int,
    marks: list[Mark],
    walk: Walk,
    language: str,
    going_on: tuple[str, int] | None,
) -> tuple[str, int] | None:
    """End what is still open; answer the family of a speech that the next paragraph goes on
    with.
    """
    paragraph = paragraphs[number]
    open_marks = [
        mark
        for mark in walk.open
        if mark.family not in SINGLE
        or mark.start == paragraph.start
        or (walk.again == mark.family and mark.side == "open")
    ]
    if not open_marks:
        return None
    ends = sentence_ends(body, paragraph.start, paragraph.end)
    left = LONGEST_SPEECH if going_on is None else going_on[1] - 1
    outer = open_marks[0]
    goes_on = left > 0 and speech_goes_on(body, paragraphs, number, outer, left)
    if goes_on and body[paragraph.start : outer.start].strip() and len(ends) > 1:
        goes_on = not is_narration(body[ends[-2] : paragraph.end], language)
    for place, mark in enumerate(open_marks):
        end = paragraph.end
        if not (goes_on and place == 0):
            end = unclosed_end(body, mark, marks, ends, paragraph.end, language)
        resumed = mark.side == "resumed"
        walk.found.append(Quotation(mark.end, end, 0, None, resumed, False, mark.start, end))
    return (outer.family, left) if goes_on else None


def speech_goes_on(
    body: str, paragraphs: list[Paragraph], number: int, mark: Mark, left: int
) -> bool:
    """Whether the next paragraph repeats the mark, or a later one closes it without opening it."""
    if number + 1 == len(paragraphs):
        return False
    following = next(find_marks_of(body, paragraphs[number + 1], mark.family), None)
    if following and not body[paragraphs[number + 1].start : following.start].strip():
        return following.side != "close" or repeats_closing(body, following, paragraphs[number + 1])
    if mark.side == "resumed" and mark.start != mark.end:
        return False
    for later in paragraphs[number + 1 : number + 1 + min(left, 6)]:
        following = next(find_marks_of(body, later, mark.family), None)
        if following:
            return following.side == "close"
    return False


def unclosed_end(
    body: str, mark: Mark, marks: list[Mark], ends: list[int], end: int, language: str
) -> int:
    """Where a mark that nobody closed ends: before the next that opens, or the reporter's voice."""
    starts = [other.start for other in marks[:400]]
    for other in marks[bisect_right(starts, mark.start) :]:
        if other.family == mark.family and other.side != "close":
            limit = other.start
            before = [one for one in ends if mark.end < one <= limit]
            end = before[-1] if before else limit
            break
    at = bisect_right(ends, mark.end)
    for stop, later in zip(ends[at:], [*ends[at + 1 :], end], strict=False):
        if stop >= end:
            break
        if is_narration(body[stop : min(later, stop + 400)], language):
            return stop
    return end


def trim(body: str, one: Quotation) -> bool:
    """Leave out the white space at a span's ends; whether anything is left."""
    while one.start < one.end and body[one.start].isspace():
        one.start += 1
    while one.end > one.start and body[one.end - 1].isspace():
        one.end -= 1
    return any(char.isalnum() for char in body[one.start : min(one.end, one.start + 200)])


def nest(found: list[Quotation]) -> list[Quotation]:
    """The spans with their depth and parent; one that would cross another is left out."""
    kept: list[Quotation] = []
    above: list[int] = []
    for one in found:
        while above and kept[above[-1]].end <= one.start:
            above.pop()
        if above and one.end > kept[above[-1]].end:
            continue
        one.depth, one.parent = len(above), above[-1] if above else None
        above.append(len(kept))
        kept.append(one)
    return kept
