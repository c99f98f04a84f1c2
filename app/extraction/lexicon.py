"""What the rules know of a language, read from the word lists beside this file."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "lexicons"
VOWELS = "aeiou"


@dataclass(frozen=True)
class Form:
    """A form of a verb: of saying, or of holding and wanting; finite, participle, infinitive,
    -ing.
    """

    lemma: str
    says: bool
    shapes: frozenset[str]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of a language, by what they are for."""

    language: str
    verbs: dict[str, Form]
    auxiliaries: frozenset[str]
    between: frozenset[str]
    roles: dict[str, str]  # a noun for a person, with its gender: m, f or e
    groups: dict[str, frozenset[int]]  # the offices that a noun can stand for
    offices: tuple[str, ...]  # the nouns of several words among them
    institutions: frozenset[str]
    crowd: frozenset[str]
    things: frozenset[str]
    documents: frozenset[str]
    words: dict[str, frozenset[str]]
    pronouns: frozenset[str]
    term_before: frozenset[str]
    term_after: frozenset[str]
    calling: frozenset[str]
    capitals: frozenset[str]
    countries: dict[str, str]
    capital_of: dict[str, str]
    demonyms: dict[str, str]
    organisations: frozenset[str]
    heads: frozenset[str]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    numbers: tuple[str, ...]
    first_names: dict[str, str]

    def is_verb(self, low: str, shapes: str) -> bool:
        """Whether a word is a known verb in one of the shapes (f, p, i, g)."""
        form = self.verbs.get(low)
        return form is not None and not form.shapes.isdisjoint(shapes)


class FirstNames(dict[str, str]):
    """First names with their genders; “Charles-Henri” is one, for “Charles” is."""

    def __contains__(self, name: object) -> bool:
        if super().__contains__(name):
            return True
        first, dash, second = str(name).partition("-")
        return bool(dash) and second[:1].isupper() and super().__contains__(first)

    def get(self, name: str, default: str = "") -> str:  # type: ignore[override]
        found = super().get(name, "")
        if not found and name in self:
            found = super().get(name.partition("-")[0], "")
        return found or default


def words_of(text: str) -> list[str]:
    return [word.replace("_", " ").replace("’", "'") for word in text.split()]


@cache
def listed(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


def plain(text: str) -> str:
    """A word as the lists have it: small letters, straight apostrophes."""
    return text.replace("’", "'").lower()


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of French (fr) or English (en)."""
    raw = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    names = tomllib.loads((FOLDER / "names.toml").read_text(encoding="utf-8"))
    places = raw["places"]
    words = {key: frozenset(words_of(text)) for key, text in raw["words"].items()}
    roles = roles_of(raw["roles"])
    groups = groups_of(raw["roles"])
    lists = {
        key: frozenset(plain(word) for word in words_of(raw["groups"][key]))
        for key in ("institutions", "crowd", "things", "documents")
    }
    return Lexicon(
        language=language,
        verbs=verbs_of(raw["verbs"], language),
        auxiliaries=frozenset(words_of(raw["auxiliaries"]["forms"])),
        between=frozenset(plain(word) for word in words_of(raw["auxiliaries"]["between"])),
        roles=roles,
        groups=groups,
        offices=tuple(role for role in groups if " " in role),
        words=words,
        pronouns=words["pronouns_m"]
        | words["pronouns_f"]
        | words["pronouns_plural"]
        | words["indefinite_pronouns"],
        term_before=frozenset(words_of(raw["terms"]["before"])),
        term_after=frozenset(words_of(raw["terms"]["after"])),
        calling=frozenset(words_of(raw["terms"]["calling"])),
        capitals=frozenset(words_of(places["capitals"])),
        countries=pairs_of(places["countries"]),
        capital_of=pairs_of(places["capital_of"]),
        demonyms=pairs_of(places["demonyms"]),
        organisations=frozenset(words_of(places["organisations"])),
        heads=frozenset(words_of(places["heads"])),
        months=tuple(raw["words"]["months"].split()),
        weekdays=tuple(raw["words"]["weekdays"].split()),
        numbers=tuple(raw["quantity"]["numbers"].split()),
        first_names=FirstNames(
            {name: key for key in ("m", "f") for name in names[key].split()}
            | dict.fromkeys(names.get(f"{language}_m", "").split(), "m")
        ),
        **lists,
    )


def pairs_of(text: str) -> dict[str, str]:
    return {key: value for key, _, value in (word.rpartition(":") for word in words_of(text))}


def roles_of(raw: dict[str, Any]) -> dict[str, str]:
    """Nouns for people with their gender; a noun in both lists is either."""
    roles: dict[str, str] = {}
    for gender in ("e", "m", "f"):
        for word in words_of(raw.get(gender, "")):
            low = plain(word)
            both = low in roles and roles[low] != gender and "e" not in raw
            roles[low] = "e" if both else gender
    for word in words_of(raw["diplomacy"]):
        roles.setdefault(plain(word), "e")
    return roles


def groups_of(raw: dict[str, Any]) -> dict[str, frozenset[int]]:
    """For each noun the numbers of the offices it can stand for."""
    found: dict[str, set[int]] = {}
    for number, text in enumerate(raw["groups"]):
        members = raw["diplomacy"] if text == "diplomacy" else text
        for word in words_of(members):
            found.setdefault(plain(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def verbs_of(raw: dict[str, Any], language: str) -> dict[str, Form]:
    """Every form of every verb; where two verbs share one, saying comes before holding."""
    forms: dict[str, Form] = {}

    def add(lemma: str, says: bool, form: str, shape: str) -> None:
        known = forms.get(form)
        shapes = (known.shapes if known else frozenset()) | {shape}
        forms[form] = Form(
            known.lemma if known else lemma, says or bool(known and known.says), shapes
        )

    for says, key in ((True, "say"), (False, "hold")):
        if language == "fr":
            for word in raw[f"{key}_er"].split():
                lemma = word.rpartition("_")[2].rpartition("'")[2]
                for form, shape in conjugate_er(lemma):
                    add(lemma, says, form, shape)
            for word in raw[f"{key}_ir"].split():
                lemma = word.rpartition("_")[2]
                for form, shape in conjugate_ir(lemma):
                    add(lemma, says, form, shape)
        else:
            for lemma in raw[f"{key}_regular"].split():
                for form, shape in conjugate_regular(lemma):
                    add(lemma, says, form, shape)
        for lemma, text in raw[f"irregular_{key}"].items():
            add(lemma, says, lemma.replace("_", " "), "i")
            for form in text.split():
                for shape in shapes_of(form, language):
                    add(lemma, says, form, shape)
    return forms


def shapes_of(form: str, language: str) -> str:
    """What an irregular form can be; the lists do not say, and the place in the sentence does."""
    if form.endswith("ing") or (language == "fr" and form.endswith("ant")):
        return "g"
    return "fp"


def conjugate_er(lemma: str) -> list[tuple[str, str]]:
    """The third persons of a French verb in -er, every way its stem can be spelt."""
    stem = lemma[:-2]
    soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    silent = {stem, stem + stem[-1]} if stem[-1:] in "lt" else {stem}
    for at in range(len(stem) - 1, -1, -1):
        if stem[at] in "ée" and at < len(stem) - 1:
            silent.add(stem[:at] + "è" + stem[at + 1 :])
            break
    if stem.endswith("y"):
        silent.add(stem[:-1] + "i")
    forms = [(one + end, "f") for one in silent for end in ("e", "ent", "era", "eront", "erait")]
    forms += [(soft + end, "f") for end in ("a", "ait", "aient")] + [(stem + "èrent", "f")]
    forms += [(stem + end, "p") for end in ("é", "ée", "és", "ées")]
    return [*forms, (lemma, "i"), (soft + "ant", "g")]


def conjugate_ir(lemma: str) -> list[tuple[str, str]]:
    """The third persons of a French verb in -ir that goes like finir."""
    stem = lemma[:-1]
    forms = [(stem + end, "f") for end in ("t", "ssent", "ssait", "ssaient", "ra", "ront", "rait")]
    forms += [(stem + end, "p") for end in ("", "e", "s", "es")]
    return [*forms, (lemma, "i"), (stem + "ssant", "g")]


def conjugate_regular(lemma: str) -> list[tuple[str, str]]:
    """The third persons of an English verb without surprises but y and e."""
    if lemma.endswith("e"):
        past, present, going = lemma + "d", lemma + "s", lemma[:-1] + "ing"
    elif lemma.endswith("y") and lemma[-2] not in VOWELS:
        past, present, going = lemma[:-1] + "ied", lemma[:-1] + "ies", lemma + "ing"
    else:
        hissing = lemma.endswith(("s", "sh", "ch", "x", "z"))
        past, present, going = lemma + "ed", lemma + ("es" if hissing else "s"), lemma + "ing"
    forms = [(past, "f"), (past, "p"), (present, "f"), (lemma, "i"), (going, "g")]
    closed = lemma[-1] in "bgmnprt" and lemma[-2] in VOWELS and lemma[-3:-2] not in VOWELS
    if closed and len(lemma) > 2:
        double = lemma + lemma[-1]  # “shrugged”, “quipping”
        forms += [(double + "ed", "f"), (double + "ed", "p"), (double + "ing", "g")]
    return forms
