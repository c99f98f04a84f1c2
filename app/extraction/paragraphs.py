"""Paragraphs and sentence ends, and whether a sentence is in the reporter’s voice."""

import re
from dataclasses import dataclass
from itertools import pairwise

SENTENCE_END = re.compile(r"(?:[.!?…]|\.\.\.)[\"'”’»›\u00a0\u202f ]*(?=\s|$)")


NO_END = re.compile(
    r"(?:^|[\s(«“\"'’])(?:MM?|Mr|Mrs|Ms|Dr|Pr|Me|Mgr|St|Ste|Sen|Rep|Gen|Gov|Lt|Col|Capt|Maj|Sgt|Prof|Rev|Hon"
    r"|Jr|Sr|No|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|Gov|Cmdr|Brig|Adm|Supt|Insp|Cpl|Pvt|Pfc|Spc|Msgr|Atty|vs|cf|etc|env|art|av|[A-Z]|(?:[A-Z]\.)+[A-Z])\.$"
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
        r"^(?:He|She|They|It|The|An?|His|Her|Their|[A-Z]\w+(?: [A-Z][\w-]+)*)\s+(?:\w+ly\s+|then\s+|later\s+|also\s+)*"  # noqa: E501
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


def find_paragraphs(body: str) -> list[Paragraph]:
    """The paragraphs of a text: blank lines part them, and line breaks unless the text is
    wrapped.
    """
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
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    if len(pairs) < 4:
        return False
    going_on = sum(1 for a, b in pairs if a[-1] not in ".!?:…»”\"'’;" and len(a) <= 120 and b)
    return going_on * 2 > len(pairs)


def sentence_ends(body: str, start: int, end: int) -> list[int]:
    """Where sentences of a stretch end, after the full stop, before any closing mark."""
    ends = []
    for found in SENTENCE_END.finditer(body, start, end):
        stop = found.start() + (3 if found.group().startswith("...") else 1)
        if not NO_END.search(body, max(start, found.start() - 12), found.start() + 1):
            ends.append(stop)
    return ends


def is_narration(sentence: str, language: str) -> bool:
    """Whether a sentence is the reporter's: no first or second person, somebody did something."""
    text = sentence.strip()
    return not SPEAKING.search(text) and bool(NARRATING[language].search(text))
