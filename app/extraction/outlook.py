"""Whether a text looks ahead from a date, or tells of what was."""

import re

from app.extraction.lexicon import Lexicon

AHEAD = {
    "fr": re.compile(
        r"\b(?:prochaine?s?|doi(?:t|vent)|devrai(?:t|ent)|sera|seront|aura|auront|prévue?s?|attendue?s?|d'ici|\w+er(?:a|ont|ez|ons)|\w*(?:[dv]r|ir|rr|ttr)(?:a|ont)|voterez)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:next|will|must|due|scheduled|expected|resumes?|set to|to be held|until|by|plays?|meets?|deadline|upcoming|would)\b",  # noqa: E501
        re.IGNORECASE,
    ),
}
WORD = re.compile(r"[^\W\d]+(?:['’-][^\W\d]+)*")
# Behind these another clause begins, which may tell of what was.
CLAUSES = frozenset(["that", "who", "which", "where", "after", "qui", "que", "dont", "où", "après"])


def looks_ahead(about: str, language: str) -> bool:
    """Whether the words about a month, or a day of one, look ahead."""
    return AHEAD[language].search(about) is not None


def is_coming(before: str, lexicon: Lexicon) -> bool:
    """Whether a weekday is one to come, by what its clause says before it.

    “Il se rendra jeudi à Paris” looks ahead; “il se rendra à Paris, a-t-il dit jeudi” does not;
    “by” does so right before the day, and elsewhere says who.
    """
    before = before.rstrip()
    ends = [
        found.end()
        for found in AHEAD[lexicon.language].finditer(before)
        if found.group() != "by" or found.end() == len(before)
    ]
    if not ends:
        return False
    between = WORD.findall(before[ends[-1] :].lower())
    said = (word for word in between if word in lexicon.verbs and lexicon.verbs[word].says)
    return CLAUSES.isdisjoint(between) and not any(said)
