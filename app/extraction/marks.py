"""Where a text is between quotation marks, whatever the marks: straight, curly, guillemets, single.

Each mark of a paragraph opens or closes by its shape (what stands on its two sides) and by what is
open; a stack pairs them. What stays open ends with its paragraph, or where the reporter speaks
again. One walk over the text: the work grows with its length and no faster.
"""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

DEEPEST = 4  # quotations in quotations that are told apart; more is no text that anybody wrote
LONGEST_SPEECH = 40  # paragraphs of one speech whose mark is not repeated

MARK = re.compile(r"""(?P<run>(?P<sign>["“”«»'‘’])(?P=sign){3,})|''|``|<<|>>|["“”„‟«»‹›'‘’‚]""")
FAMILIES = {
    '"': "straight",
    "“": "curly",
    "”": "curly",
    "„": "curly",
    "‟": "curly",
    "«": "guillemet",
    "»": "guillemet",
    "<<": "angle",
    ">>": "angle",
    "‹": "single guillemet",
    "›": "single guillemet",
    "'": "single",
    "‘": "curly single",
    "’": "curly single",
    "‚": "curly single",
    "''": "doubled single",
    "``": "doubled single",
}
ALWAYS_OPEN = {"“", "„", "‟", "«", "<<", "‹", "‘", "‚", "``"}
ALWAYS_CLOSE = {"”", "»", ">>", "›", "’"}
SINGLE = {"single", "curly single"}
# What an opening mark may stand after, beside white space.
BEFORE_OPEN = set("([{—–-/:;,…\"“«‹‘'’")
# Words that begin with an apostrophe of their own.
CLIPPED = re.compile(
    r"(?:\d0s|\d\d\b|em\b|til\b|till\b|tis\b|twas\b|cause\b|bout\b|n\b|round\b)", re.I
)
SENTENCE_END = re.compile(r"(?:[.!?…]|\.\.\.)[\"'”’»›\u00a0\u202f ]*(?=\s|$)")
NO_END = re.compile(
    r"(?:^|[\s(«“\"'’])(?:MM?|Mr|Mrs|Ms|Dr|Pr|Me|Mgr|St|Ste|Sen|Rep|Gen|Gov|Lt|Col|Capt|Maj|Sgt|Prof|Rev|Hon"
    r"|Jr|Sr|No|vs|cf|etc|env|art|av|[A-Z]|(?:[A-Z]\.)+[A-Z])\.$"
)
# A sentence in the reporter's voice: somebody did something, and no “I”, “we” or “you” is there.
SPEAKING = re.compile(
    r"\b(?:je|j['’]|nous|notre|nos|vous|votre|vos|moi|mon|ma|mes|tu|ton|ta|tes"
    r"|I|I['’]\w+|we|we['’]\w+|our|ours|us|you|your|my|me|mine)\b",
    re.I,
)
NARRATING = {
    "fr": re.compile(
        r"\b(?:a|ont|avait|avaient|est|sont|était|étaient|s['’]est|s['’]était|fut)\s+"
        r"(?:\w+ment\s+|ensuite\s+|alors\s+|aussi\s+|aussitôt\s+|également\s+)?\w+(?:é|ée|és|ées|i|u|it|is|ert)\b"
        r"|^(?:Puis|Ensuite|Selon|Pour (?:lui|elle)|Interrogé|Une? )\b"
        r"|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b",
    ),
    "en": re.compile(
        r"^(?:He|She|They|It|The|An?|His|Her|Their|[A-Z]\w+(?: [A-Z][\w-]+)*)\s+(?:\w+ly\s+|then\s+|later\s+|also\s+)*"
        r"(?:\w+ed|said|told|left|went|came|took|gave|made|spoke|was|were|had|did|wrote|held|met|stood|sat)\b"
        r"|\b(?:then|later) (?:\w+ed|left|went|took)\b"
        r"|\b(?:on|late|early) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
    ),
}


@dataclass(frozen=True)
class Paragraph:
    """A stretch of text that quotations keep to."""

    start: int
    end: int


@dataclass(frozen=True)
class Mark:
    """A quotation mark, and whether it opens, closes, or could do either."""

    start: int
    end: int
    family: str
    side: str


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


def find_paragraphs(body: str) -> list[Paragraph]:
    """The paragraphs of a text: blank lines part them, and line breaks unless the text is wrapped."""
    pattern = r"(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))+" if is_wrapped(body) else r"[\r\n]+"
    edges = [0]
    for found in re.finditer(pattern, body):
        edges += [found.start(), found.end()]
    edges.append(len(body))
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [Paragraph(start, end) for start, end in pairs if body[start:end].strip()]


def is_wrapped(body: str) -> bool:
    """Whether lines were broken to a width: most go on with a small letter after no full stop."""
    lines = [line.strip() for line in body.splitlines()]
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if a and b]
    if len(pairs) < 4:
        return False
    going_on = sum(1 for a, b in pairs if a[-1] not in ".!?:…»”\"'’;" and len(a) <= 120 and b)
    return going_on * 2 > len(pairs)


def find_marks(body: str, start: int, end: int) -> Iterator[Mark]:
    """The quotation marks of a paragraph, apostrophes left out where they cannot be marks."""
    for found in MARK.finditer(body, start, end):
        if found.group("run"):
            continue  # a line of marks is an ornament
        sign, at, after = found.group(), found.start(), found.end()
        family = FAMILIES[sign]
        side = side_of(body, sign, at, after, start, end)
        if side:
            yield Mark(at, after, family, side)


def side_of(body: str, sign: str, at: int, after: int, start: int, end: int) -> str:
    """“open”, “close” or “either”, by what stands on the two sides; nothing for an apostrophe."""
    before = body[at - 1] if at > start else " "
    behind = body[after] if after < end else " "
    if sign in ("'", "’", "‘"):
        return side_of_single(body, sign, at, after, before, behind, end)
    if sign in ALWAYS_OPEN:
        return "open"
    if sign in ALWAYS_CLOSE and not (sign == "”" and before.isspace() and behind.isalnum()):
        return "close"
    elided = before in "'’" and at - 1 > start and body[at - 2].isalpha() and not behind.isspace()
    opens = (before.isspace() or before in BEFORE_OPEN) and not behind.isspace()
    closes = not before.isspace() and not behind.isalnum()
    if elided and behind.isalnum():
        return "open"
    if opens and not closes:
        return "open"
    if closes and not opens:
        return "close"
    return "either"


def side_of_single(
    body: str, sign: str, at: int, after: int, before: str, behind: str, end: int
) -> str:
    """As `side_of`, for a single mark, which may be an apostrophe."""
    if before.isalnum() and behind.isalnum():
        return ""
    if before.isalnum() and behind in '"“«‹‘' and body[at - 1].isalpha():
        return "" if not behind.isspace() and before.lower() in "dlsnctjmu" else "close"
    starts = before.isspace() or (before in BEFORE_OPEN and before != sign)
    if starts and (behind.isalnum() or behind in '"“«…¿¡[('):
        if CLIPPED.match(body, after, min(end, after + 12)):
            return ""
        return "open" if sign != "’" else ""
    if sign == "‘":
        return "open"
    if not before.isspace():
        return "close"
    return "either" if sign == "'" and behind.isspace() else ""


def sentence_ends(body: str, start: int, end: int) -> list[int]:
    """Where sentences of a stretch end, after the full stop, before any closing mark."""
    ends = []
    for found in SENTENCE_END.finditer(body, start, end):
        stop = found.start() + (3 if found.group().startswith("...") else 1)
        if not NO_END.search(body, max(start, found.start() - 12), found.start() + 1):
            ends.append(stop)
    return ends


def find_quotations(body: str, language: str) -> list[Quotation]:
    """Every quoted span, in order, the outer before the inner."""
    paragraphs = find_paragraphs(body)
    found: list[Quotation] = []
    going_on: tuple[str, int] | None = None
    for number, paragraph in enumerate(paragraphs):
        marks = list(find_marks(body, paragraph.start, paragraph.end))
        walk = Walk()
        first = 0
        if going_on:
            first = resume(body, paragraph, marks, going_on[0], walk)
        for at in range(first, len(marks)):
            step(body, marks, at, walk)
        going_on = end_paragraph(body, paragraphs, number, marks, walk, language, going_on)
        found += [one for one in walk.found if trim(body, one)]
    found.sort(key=lambda one: (one.start, -one.end))
    return nest(found)


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
    if mark.side == "open" or (mark.side == "either" and place is None):
        if mark.family in SINGLE and not closes_later(body, marks, at):
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
        close_by_another(mark, walk)
        return
    if mark.family in SINGLE and is_possessive(body, marks, at):
        return
    for inner in walk.open[place + 1 :]:
        if inner.family not in SINGLE:
            walk.found.append(
                Quotation(inner.end, mark.start, closed=False, left=inner.start, right=mark.start)
            )
    close(walk, place, mark)


def close(walk: Walk, place: int, mark: Mark) -> None:
    opened = walk.open[place]
    resumed = opened.side == "resumed"
    walk.found.append(
        Quotation(opened.end, mark.start, continues=resumed, left=opened.start, right=mark.end)
    )
    del walk.open[place:]


def close_by_another(mark: Mark, walk: Walk) -> None:
    """Close “ by a straight mark, as typists do."""
    pair = {"straight", "curly"}
    if mark.family in pair and walk.open and walk.open[-1].family in pair:
        close(walk, len(walk.open) - 1, mark)


def last_of(marks: list[Mark], family: str) -> int | None:
    places = [place for place, mark in enumerate(marks) if mark.family == family]
    return places[-1] if places else None


def closes_later(body: str, marks: list[Mark], at: int) -> bool:
    """Whether a single mark that could open is closed before the next that could."""
    for later in marks[at + 1 : at + 40]:
        if later.family == marks[at].family:
            return later.side != "open"
    return False


def is_possessive(body: str, marks: list[Mark], at: int) -> bool:
    """Whether a mark that could close is the apostrophe of a plural: players' bonuses.

    It is if small letters go on after it and another closes before the next that opens.
    """
    mark = marks[at]
    before = body[mark.start - 1]
    if before not in "szx" or not re.match(r" [a-z]", body[mark.end : mark.end + 2]):
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
    """End what is still open; answer the family of a speech that the next paragraph goes on with."""
    paragraph = paragraphs[number]
    open_marks = [
        mark for mark in walk.open if mark.family not in SINGLE or mark.start == paragraph.start
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
        return following.side != "close"
    if mark.side == "resumed" and mark.start != mark.end:
        return False
    for later in paragraphs[number + 1 : number + 1 + min(left, 6)]:
        following = next(find_marks_of(body, later, mark.family), None)
        if following:
            return following.side == "close"
    return False


def find_marks_of(body: str, paragraph: Paragraph, family: str) -> Iterator[Mark]:
    marks = find_marks(body, paragraph.start, paragraph.end)
    return (mark for mark in marks if mark.family == family)


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


def is_narration(sentence: str, language: str) -> bool:
    """Whether a sentence is the reporter's: no first or second person, somebody did something."""
    text = sentence.strip()
    return not SPEAKING.search(text) and bool(NARRATING[language].search(text))


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
