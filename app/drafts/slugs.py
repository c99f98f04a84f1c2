"""Slugs for what a draft proposes: whole words, few and telling."""

import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

from app import seeds as seed
from app.extraction.lexicon import load_lexicon
from app.terms import ELIDED

LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ß": "ss", "đ": "d", "ł": "l", "ı": "i"})
LONGEST = 60  # characters of a slug that the machine proposes
JOINING = {  # words that a name does without
    *("a", "an", "and", "at", "au", "aux", "by", "ce", "d", "de", "des", "du", "en", "et", "for"),
    *("in", "is", "it", "l", "la", "le", "les", "n", "of", "on", "or", "ou", "qu", "que", "s"),
    *("the", "to", "un", "une", "with"),
}
UNIT = re.compile(r"[^\W_]+(?:[-'’ʼ][^\W_]+)*")
ARABIC = re.compile(r"(?:[ae]l|abou|abu|ben|bin)-", re.IGNORECASE)


def is_slug(slug: str) -> bool:
    try:
        seed.check_slug(slug)
    except ValueError:
        return False
    return True


def words_of(text: str) -> list[str]:
    """The words of a text as slugs have them."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return re.findall(r"[a-z0-9]+", plain)


def make_slug(*texts: str, most: int = 8, longest: int = LONGEST) -> str:
    """The words of a name, joined by hyphens; empty where none is Latin."""
    words = [word for text in texts for word in words_of(text)]
    return join([word for word in words if word not in JOINING] or words, most, longest)


def join(words: list[str], most: int, longest: int) -> str:
    """As many of the first words as there is room for, none of them cut."""
    slug = ""
    for word in words[:most]:
        longer = f"{slug}-{word}" if slug else word
        if len(longer) > longest:
            break
        slug = longer
    return slug


@cache
def small_words() -> frozenset[str]:
    """What tells nothing: little words and those of dates, in both languages."""
    lists = tomllib.loads(Path(__file__).with_name("small.toml").read_text(encoding="utf-8"))
    found = {word for listed in lists.values() for word in listed.split()}
    for language in lists:
        lexicon = load_lexicon(language)
        found |= {
            part
            for word in (*lexicon.months, *lexicon.weekdays, *lexicon.numbers)
            for part in words_of(word)
        }
    return frozenset(found)


def telling_slug(text: str, most: int = 4, longest: int = 40, without: Collection[str] = ()) -> str:
    """The words that tell most, in their order: names first, and none that is small or a number.

    Where there are no others, small ones: “C'est ça” is `cest-ca`.
    """
    units = [
        (word, at > 0 and re.split("['’ʼ]", unit)[-1][:1].isupper())
        for at, unit in enumerate(UNIT.findall(text))
        if (word := plain_unit(unit)) and word not in without
    ]
    names = [at for at, (_, is_name) in enumerate(units) if is_name]
    others = [at for at, (_, is_name) in enumerate(units) if not is_name]
    chosen = sorted([*names, *others][:most])
    words = list(dict.fromkeys(units[at][0] for at in chosen))
    return join(words or words_of(re.sub("['’ʼ]", "", text)), most, longest)


def plain_unit(unit: str) -> str:
    """A word with its elisions and clitics taken off; empty where nothing telling is left."""
    if ARABIC.match(unit):
        return "-".join(words_of(unit))
    return "-".join(telling_parts(unit))


def telling_parts(unit: str) -> Iterator[str]:
    """The parts of “l'ambassade”, “donnez-moi”, “Iraq's”, “don't”, “sit-in” that tell."""
    for part in unit.split("-"):
        first, _, rest = re.sub(r"['’ʼ]s$", "", part).replace("’", "'").partition("'")
        elided = "".join(words_of(first)) in ELIDED and rest
        word = "".join(words_of(rest if elided else first + rest))
        if word and word not in small_words() and not word.isdigit() and len(word) > 1:
            yield word


def surname(name: str) -> str:
    """What a person is called by: the last word, with its Arabic article."""
    found = re.search(r"(?:\b(?:[ae]l|ben|bin|abou|abu)[\s-])?[\w’'-]+$", name, re.IGNORECASE)
    return found[0] if found else name


def short_name(name: str, kind: str) -> str:
    """What somebody is called in the slugs of others: a person by the family name."""
    if kind == "person":
        return make_slug(surname(name), most=3, longest=30)
    return telling_slug(name, most=2, longest=30)
