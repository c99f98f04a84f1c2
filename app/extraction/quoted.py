"""What the words between quotation marks are by themselves: a clause, a title."""

import re
from functools import lru_cache

from app.extraction.lexicon import Lexicon, listed, plain
from app.extraction.tokens import TOKEN

SUBJECTS = {
    "fr": listed("c' ça ce cela elle elles il ils j' je nous on personne qu' rien tu vous"),
    "en": listed(
        """everybody everyone everything he i it it's let nobody nothing she that there there's they
        this we what who you"""
    ),
}
# What begins no clause of its own, in small letters: “qui tiendra”, “to leave”.
BRINGING = {"qui", "que", "dont", "who", "which", "that", "to", "de", "d'"}
# Finite verbs besides the auxiliaries of the lexicon: by themselves, and by their endings.
FINITE = {
    "fr": listed("ai dit doivent êtes faut peuvent sommes suis veulent veut"),
    "en": listed("am"),
}
ENDING = {"fr": re.compile(r"\w+(?:aient|ait|ez|ons|rai|ront)"), "en": re.compile(r"\w+n't")}
LONGEST = 600  # characters in which a verb is looked for


def is_finite(low: str, lexicon: Lexicon) -> bool:
    finite, ending = FINITE[lexicon.language], ENDING[lexicon.language]
    return low in lexicon.auxiliaries or low in finite or ending.fullmatch(low) is not None


@lru_cache(maxsize=512)
def is_clause(text: str, lexicon: Lexicon) -> bool:
    """Whether words make a clause: a subject with a finite verb."""
    lows = [plain(word) for word in TOKEN[lexicon.language].findall(text[:LONGEST])]
    if not lows or (lows[0] in BRINGING and not text[0].isupper()):
        return False
    if lows[0] in SUBJECTS[lexicon.language]:
        return True
    return len(lows) > 3 and any(
        is_finite(low, lexicon) and (low != "'s" or before in SUBJECTS["en"])
        for before, low in zip(["", *lows], lows, strict=False)
    )


def is_title(text: str, lexicon: Lexicon) -> bool:
    """“the "Easter accord"”: two to four words with a capital, and no nation's, make a name."""
    words = text.split()
    if not (2 <= len(words) <= 4) or not text[0].isupper() or text[-1] in ".!?":
        return False
    known = words[0] in lexicon.demonyms or words[0] in lexicon.countries or words[0] == "I"
    return not known and not is_clause(text, lexicon)


def first_word(text: str, lexicon: Lexicon) -> str:
    """The small letters of the first word or sign; nothing if there is none."""
    first = TOKEN[lexicon.language].search(text[:60])
    return plain(first.group()) if first else ""
