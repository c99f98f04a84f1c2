"""Words as search compares them: case and accents folded, elisions opened, endings taken off.

Texts are never changed: a word keeps its place in the text, so that hits are marked in the
original. Endings are taken off by the Snowball stemmers (https://snowballstem.org).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from Stemmer import Stemmer

ALGORITHMS = {"en": "english", "fr": "french"}
MOST_TERMS = 24
LONGEST = 1000  # characters of a search that are read

# Letters and digits, with the combining marks that a text in NFD or in Arabic has among them.
WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u064b-\u065f\u0670])*")
APOSTROPHES = "'’ʼ‘`´"
SIGNS = {*APOSTROPHES}
# What French writes before an apostrophe, and English after one.
ELIDED = {"l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"}
# Letters that decomposition leaves apart, and that readers type one for the other.
ALIKE = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i"} | {
    "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ٱ": "ا", "ـ": "", "ء": "",
})  # fmt: skip
ALIKE_ONES = frozenset(map(chr, ALIKE))
ARABIC_ARTICLE = "ال"
# Too common to look for beside another word.
COMMON = {
    *(
        "a",
        "al",
        "au",
        "aux",
        "avec",
        "ce",
        "ces",
        "cette",
        "dans",
        "de",
        "des",
        "du",
        "el",
        "elle",
    ),
    *("en", "est", "et", "eux", "il", "ils", "la", "le", "les", "leur", "lui", "ne", "nous", "on"),
    *("ou", "par", "pas", "pour", "que", "qui", "sa", "se", "ses", "son", "sur", "un", "une"),
    *("vous", "y", "an", "and", "are", "as", "at", "be", "by", "for", "from", "he", "his", "in"),
    *("is", "it", "its", "of", "or", "she", "that", "the", "their", "they", "this", "to", "was"),
    *("were", "with"),
}


class Word(NamedTuple):
    """A word at its place: `plain` without case and accents, `stem` without its ending too."""

    start: int
    end: int
    plain: str
    stem: str


@dataclass(frozen=True)
class Term:
    """One thing looked for: a word, the beginning of one, or words in a row."""

    plain: tuple[str, ...]
    stems: frozenset[str]  # of a single word, by each language; empty where it must be exact
    prefix: bool = False

    @property
    def expression(self) -> str:
        """The term as FTS5 reads it (https://sqlite.org/fts5.html, 3); letters and digits alone."""
        words = f'words : "{" ".join(self.plain)}"{" *" if self.prefix else ""}'
        if not self.stems:
            return words
        stems = " OR ".join(f'"{stem}"' for stem in sorted(self.stems))
        return f"({words} OR stems : ({stems}))"

    def find(self, words: Sequence[Word], at: int) -> int:
        """How many words from a place on are this term."""
        if self.prefix:
            return int(words[at].plain.startswith(self.plain[0]))
        if self.stems:
            return int(words[at].plain == self.plain[0] or words[at].stem in self.stems)
        run = tuple(word.plain for word in words[at : at + len(self.plain)])
        return len(self.plain) if run == self.plain else 0


@dataclass(frozen=True)
class Search:
    """What a reader looks for: every term, and none of those left out."""

    typed: str
    terms: tuple[Term, ...]
    excluded: tuple[Term, ...]
    cut: bool  # whether more was typed than is looked for

    @cached_property
    def wanted(self) -> str:
        """The terms as an FTS5 expression, empty where there are none."""
        return " AND ".join(term.expression for term in self.terms)

    @cached_property
    def unwanted(self) -> str:
        """The terms left out as an FTS5 expression, empty where there are none."""
        return " OR ".join(term.expression for term in self.excluded)

    @cached_property
    def singles(self) -> tuple[Set[str], Set[str], tuple[str, ...]] | None:
        """The words looked for as they are, without their endings, and the beginnings of words;
        None where words in a row are looked for."""
        if any(len(term.plain) > 1 for term in self.terms):
            return None
        whole = [term for term in self.terms if not term.prefix]
        return (
            {term.plain[0] for term in whole},
            {stem for term in whole for stem in term.stems},
            tuple(term.plain[0] for term in self.terms if term.prefix),
        )

    def __bool__(self) -> bool:
        return bool(self.terms or self.excluded)


def fold(text: str) -> str:
    """A word as compared: no case, no accents, no Arabic article, letters alike made one."""
    if text.isascii():
        lower = text.lower()
        return lower if lower.isalnum() else "".join(filter(str.isalnum, lower))
    decomposed = unicodedata.normalize("NFKD", make_alike(text.casefold()))
    plain = make_alike("".join(filter(str.isalnum, decomposed)))
    if plain.startswith(ARABIC_ARTICLE) and len(plain) > len(ARABIC_ARTICLE) + 1:
        return plain.removeprefix(ARABIC_ARTICLE)
    return plain


def make_alike(text: str) -> str:
    """Letters alike made one, where there are any: most texts have none."""
    return text if ALIKE_ONES.isdisjoint(text) else text.translate(ALIKE)


def find_words(text: str, language: str) -> Iterator[Word]:
    """The words of a text in a language; what stands elided before or after one is left out."""
    for found in WORD.finditer(text):
        plain, stem = fold_word(found[0], language)
        if plain and not is_elided(text, *found.span(), plain):
            yield Word(*found.span(), plain, stem)


def is_elided(text: str, start: int, end: int, plain: str) -> bool:
    """Whether a word is none by itself: what stands elided before one, or a genitive after one."""
    return (plain in ELIDED and text[end : end + 1] in SIGNS) or (
        plain == "s" and text[start - 1 : start] in SIGNS
    )


@lru_cache(100_000)  # a language has few words, and a record has them again and again
def fold_word(word: str, language: str) -> tuple[str, str]:
    """A word as compared, and without its ending."""
    plain = fold(word)
    # A stemmer of its own, for one must not be shared between threads.
    stemmer = Stemmer(ALGORITHMS.get(language, "french"), 0)
    stem = fold(stemmer.stemWord(unicodedata.normalize("NFC", word).lower()))
    return plain, stem or plain


MOST_FOLDED = 300_000  # runs that are kept, folded, at a time
AROUND = '.,;:!?()[]-–—…/"«»“”'  # stands around words, is part of none, and makes none elided


class Folded(dict[str, tuple[str, str]]):
    """Runs of a language's text without a space in them, folded when first met: the words of each
    as compared, and without their endings. No word, and nothing that makes it an elision, is
    parted from the rest by a space: so a text is folded run by run."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, run: str) -> tuple[str, str]:
        if len(self) >= MOST_FOLDED:
            self.clear()
        self[run] = folded = self.fold(run)
        return folded

    def fold(self, run: str) -> tuple[str, str]:
        inner = run.strip(AROUND)
        if inner != run:
            return self[inner]
        if run.isalnum():
            return fold_word(run, self.language)
        words = list(find_words(run, self.language))
        return " ".join(word.plain for word in words), " ".join(word.stem for word in words)


FOLDED = {language: Folded(language) for language in ALGORITHMS}


def fold_text(text: str, language: str) -> tuple[str, str]:
    """The words of a text as compared, and without their endings: as `find_words` has them, but
    quicker, for who does not ask where they stand. Spaces between are more than one where
    something stands that is no word."""
    runs = text.split()
    if not runs:
        return "", ""
    folded = FOLDED.get(language) or FOLDED.setdefault(language, Folded(language))
    plains, stems = zip(*map(folded.__getitem__, runs), strict=True)
    return " ".join(plains), " ".join(stems)


# A phrase, or a run of anything but spaces and quotation marks; a hyphen before it leaves it out.
PART = re.compile(
    r"""(?P<out>(?<!\S)-)?(?:["“”«»](?P<phrase>[^"“”«»]*)["“”«»]?|(?P<bare>[^\s"“”«»]+))"""
)


def read_search(typed: str) -> Search:
    """What a reader typed: `"…"` a phrase, `-` leaves out, `*` a beginning, all else words.

    Nothing that is typed is an error: what holds no letter or digit looks for nothing.
    """
    typed = " ".join(re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", " ", typed).split())
    read = typed[:LONGEST]
    wanted: list[Term] = []
    excluded: list[Term] = []
    for part in PART.finditer(read):
        into = excluded if part["out"] else wanted
        into.extend(term for term in read_part(part) if term not in into)
    looked_for = [term for term in wanted if not is_common(term)] or wanted
    return Search(
        read,
        tuple(looked_for[:MOST_TERMS]),
        tuple(excluded[:MOST_TERMS]),
        cut=len(typed) > LONGEST or max(len(looked_for), len(excluded)) > MOST_TERMS,
    )


def read_part(part: re.Match[str]) -> Iterator[Term]:
    """The terms of a phrase, or of a run of characters that may hold several words."""
    if part["phrase"] is not None:
        plain = tuple(word.plain for word in find_words(part["phrase"], "fr"))
        if plain:
            yield Term(plain[:MOST_TERMS], frozenset())
        return
    words = list(zip(find_words(part["bare"], "en"), find_words(part["bare"], "fr"), strict=True))
    for number, (english, french) in enumerate(words, 1):
        if part["bare"].endswith("*") and number == len(words):
            yield Term((english.plain,), frozenset(), prefix=True)
        else:
            yield Term((english.plain,), frozenset({english.stem, french.stem}))


def is_common(term: Term) -> bool:
    return bool(term.stems) and term.plain[0] in COMMON


def find_hits(text: str, language: str, search: Search) -> list[tuple[int, int]]:
    """Where the terms of a search stand in a text, none inside another."""
    if search.singles is not None:
        return find_singles(text, language, *search.singles)
    words = list(find_words(text, language))
    hits: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        length = max((term.find(words, at) for term in search.terms), default=0)
        if length:
            hits.append((words[at].start, words[at + length - 1].end))
        at += max(length, 1)
    return hits


def find_singles(
    text: str, language: str, plains: Set[str], stems: Set[str], beginnings: tuple[str, ...]
) -> list[tuple[int, int]]:
    """Where single words stand in a text: quicker, for a list asks this of a hundred texts."""
    hits = []
    for found in WORD.finditer(text):
        plain, stem = fold_word(found[0], language)
        if plain in plains or stem in stems or plain.startswith(beginnings):
            start, end = found.span()
            if not is_elided(text, start, end, plain):
                hits.append((start, end))
    return hits


Piece = tuple[str, bool]  # a run of text, and whether it is a hit


def mark_hits(text: str, language: str, search: Search | None) -> list[Piece]:
    """A text cut where hits begin and end; joined, the pieces are the text."""
    return cut_pieces(text, 0, len(text), find_hits(text, language, search) if search else [])


def cut_pieces(text: str, start: int, end: int, hits: Sequence[tuple[int, int]]) -> list[Piece]:
    pieces: list[Piece] = []
    at = start
    for first, last in hits:
        if start <= first and last <= end:
            pieces += [(text[at:first], False), (text[first:last], True)]
            at = last
    pieces.append((text[at:end], False))
    return [piece for piece in pieces if piece[0]]


def excerpt(text: str, language: str, search: Search, length: int = 240) -> list[Piece]:
    """The part of a text around its first hit, its hits marked, with … where it was cut."""
    hits = find_hits(text, language, search)
    first = hits[0][0] if hits else 0
    start = 0 if first < length // 2 else text.rfind(" ", 0, first - length // 3) + 1
    end = len(text) if len(text) - start <= length else text.rfind(" ", start, start + length)
    end = max(end, hits[0][1] if hits else 0)
    pieces = cut_pieces(text, start, end, hits)
    before = [("… ", False)] if start else []
    return [*before, *pieces, *([(" …", False)] if end < len(text) else [])]
