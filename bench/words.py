"""French-like text of no meaning: a vocabulary of syllables in which few words are common and most
are rare, as in any language, so that a search has both to look for."""

import random
from bisect import bisect_left
from itertools import accumulate

from app.terms import fold

CONTENT = 30_000  # words with a meaning, were there any; a quarter of their uses are plurals
FUNCTION = (
    *("de la", "le", "les", "des", "à la", "dans le", "l'", "d'", "un", "une", "et le", "que le"),
    *("pour", "qui", "sur les", "avec", "par", "ne", "au", "ses", "du", "est", "a", "ont", "sont"),
    *("plus", "cette", "comme", "mais", "selon", "après", "entre les", "sans", "leur", "où", "été"),
    *(", qui", ", selon", ", après", ", et", ", dont", "contre", "depuis", "ces", "se", "tout"),
)
ENGLISH = ("the", "of the", "to", "and", "in a", "that", "for", "with", "on", "has", "was", "not")
ONSETS: tuple[str, ...] = (
    "b",
    "br",
    "c",
    "ch",
    "cl",
    "d",
    "f",
    "fr",
    "g",
    "gr",
    "j",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "pr",
)
ONSETS += ("qu", "r", "s", "st", "t", "tr", "v", "vr", "")
NUCLEI = ("a", "e", "i", "o", "u", "é", "è", "ai", "ou", "an", "on", "in", "eu", "oi")
CODAS = ("", "", "", "r", "l", "s", "n", "c", "t")
ENDINGS = (
    "",
    "",
    "",
    "tion",
    "ment",
    "eur",
    "iste",
    "té",
    "ance",
    "ique",
    "aire",
    "er",
    "ie",
    "el",
)


def zipf(size: int, exponent: float = 1.0, shift: float = 0.0) -> list[float]:
    """Weights that fall with the rank, added up as `random.choices` wants them."""
    return list(accumulate(1 / (rank + shift) ** exponent for rank in range(1, size + 1)))


def make_word(rng: random.Random, most: int = 2) -> str:
    """A word of one or two syllables, perhaps with an ending."""
    syllables = (
        rng.choice(ONSETS) + rng.choice(NUCLEI) + rng.choice(CODAS)
        for _ in range(rng.randint(1, most))
    )
    return "".join(syllables) + rng.choice(ENDINGS)


def make_words(rng: random.Random, size: int) -> list[str]:
    """Different words, also without their accents, and none of a letter or two."""
    words: dict[str, str] = {}
    while len(words) < size:
        word = make_word(rng)
        if len(word) > 3:
            words.setdefault(fold(word), word)
    return list(words.values())


class Vocabulary:
    """The words of a corpus; `draw` gives them as a text would."""

    def __init__(self, rng: random.Random) -> None:
        self.words = make_words(rng, CONTENT)
        self.weights = zipf(CONTENT, 1.0, 5.0)
        self.forms = [*self.words, *(f"{word}s" for word in self.words)]
        plurals = (self.weights[-1] + weight / 3 for weight in self.weights)
        self.form_weights = [*self.weights, *plurals]
        self.slugs = [fold(word) for word in self.words[:5000]]
        self.function_weights = zipf(len(FUNCTION), 0.7)

    def draw(self, rng: random.Random, size: int) -> list[str]:
        """So many pairs of a small word and one of the vocabulary, the space between left in."""
        small = rng.choices(FUNCTION, cum_weights=self.function_weights, k=size)
        large = rng.choices(self.forms, cum_weights=self.form_weights, k=size)
        return [f"{a} {b}" for a, b in zip(small, large, strict=True)]

    def english(self, rng: random.Random, size: int) -> str:
        """A sentence that is no French, for translations and titles."""
        small = rng.choices(ENGLISH, k=size)
        large = rng.choices(self.words, cum_weights=self.weights, k=size)
        return capital(" ".join(f"{a} {b}" for a, b in zip(small, large, strict=True)))

    def slug(self, rng: random.Random, size: int) -> str:
        """Some words as an address has them."""
        return "-".join(rng.choices(self.slugs, k=size))

    def at_share(self, share: float) -> str:
        """The word whose uses and those of all commoner words are such a part of all."""
        return self.words[min(bisect_left(self.weights, share * self.weights[-1]), CONTENT - 1)]


def sentence(pairs: list[str]) -> str:
    """The words joined: elisions closed, commas where they belong."""
    return " ".join(pairs).replace("' ", "'").replace(" ,", ",").lstrip(", ")


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
