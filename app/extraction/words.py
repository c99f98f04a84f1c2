"""The words of a sentence: what each can be, and where a phrase cannot go on."""

from collections.abc import Callable
from functools import lru_cache

from app.extraction.lexicon import Lexicon, listed
from app.extraction.names import find_names
from app.extraction.tokens import Sentence

# Endings of nouns for people, whatever the list has: “la modératrice”, “un islamologue”.
AGENTS = ("trice", "ologue")
NO_AGENTS = {"matrice", "cicatrice", "dialogue", "catalogue", "décalogue", "motrice", "matrices"}
# Plurals that are no institutions: “des cours”, “les unions”.
NO_INSTITUTIONS = listed(
    "accusations centres cours établissements formations listes missions revues sites unions"
)
SMALL_WORDS = listed(
    """also également elles ils it later leur lui m' me n' ne not nous s' se t' te them then they us
    vous we y you"""
)


@lru_cache(maxsize=8192)
def kind_of_word(word: str, lexicon: Lexicon) -> str:
    """What kind of somebody a noun stands for."""
    held_before = word.startswith("ex-") and word[3:] in lexicon.roles
    held_before = held_before or word.partition("-turned-")[2] in lexicon.roles
    aged = word.endswith("-year-old") and " " not in word
    if word in lexicon.roles or aged or held_before:
        return "person"
    if word in lexicon.institutions:
        return "institution"
    if word in lexicon.crowd or (word.endswith("s") and word[:-1] in lexicon.roles):
        return "crowd"
    if lexicon.language == "fr" and word.endswith("s") and word[:-1] in lexicon.institutions:
        return "unknown" if word in NO_INSTITUTIONS else "crowd"  # “les factions”
    agent = word.endswith(AGENTS) and " " not in word
    if lexicon.language == "fr" and agent and word not in NO_AGENTS:
        return "person"
    return "unknown"


@lru_cache(maxsize=8192)
def ends_phrase(low: str, lexicon: Lexicon) -> bool:
    """Whether no phrase goes on with a word, wherever it stands: grammar, a day, a verb."""
    words = lexicon.words
    if low in lexicon.auxiliaries or low in lexicon.weekdays or low in lexicon.months:
        return True
    if any(low in words[key] for key in ("relatives", "prepositions", "adverbs")):
        return True
    if kind_of_word(low, lexicon) != "unknown":
        return False
    if low in SMALL_WORDS or any(
        low in words[key] for key in ("determiners", "pronouns_m", "pronouns_f")
    ):
        return True
    return lexicon.is_verb(low, "fg") and low not in {"promis", "inscrit"}


def is_taken_up(low: Callable[[int], str], at: int, lexicon: Lexicon) -> bool:
    """“Comme le souligne X”, “ainsi que l'explique X”, “« … », le rappelle X”: a clitic for what
    was said, and no article.
    """
    form = lexicon.verbs.get(low(at + 1))
    if low(at) not in {"le", "l'"} or not (form and form.says and "f" in form.shapes):
        return False
    spoken = low(at - 1) == "“”" or (low(at - 1) == "," and low(at - 2) == "“”")
    compared = low(at - 1) == "comme" or (low(at - 1) == "que" and low(at - 2) in {"ainsi", "tel"})
    return (spoken or compared) and kind_of_word(low(at + 1), lexicon) == "unknown"


class WordReader:
    """Reads words among the tokens of one sentence."""

    def __init__(self, body: str, sentence: Sentence, lexicon: Lexicon) -> None:
        self.body = body
        self.tokens = tokens = sentence.tokens
        self.low = sentence.low
        self.lexicon = lexicon
        self.words = lexicon.words
        self.french = lexicon.language == "fr"
        self.names = find_names(body, tokens, lexicon)
        self.name_at = {name.first: name for name in self.names}
        for name in self.names:  # a title or an office belongs to its name
            for back in range(name.first - 1, max(-1, name.first - 6), -1):
                linked = tokens[back].is_capital or tokens[back].low in {"of", "for", "and", "the"}
                near = linked or self.french or back == name.role
                if name.title and (
                    tokens[back].text in self.words["titles"] or (back <= name.role and near)
                ):
                    self.name_at.setdefault(back, name)
                else:
                    break
        for at in [at for at, name in self.name_at.items() if at < name.first]:
            if not self.french and not tokens[at].is_capital and at < self.name_at[at].role:
                del self.name_at[at]  # “by Assistant U.S. Attorney X” begins behind “by”

    def is_word(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].is_word

    def is_noun(self, at: int) -> bool:
        low = self.low(at)
        return (
            low in self.lexicon.roles
            or (not self.french and f"{low} {self.low(at + 1)}" in self.lexicon.roles)
            or low in self.lexicon.institutions
            or low in self.lexicon.crowd
        )

    def is_doing(self, at: int) -> bool:
        """“The chief constable accused his critics”: a verb behind a noun, though a noun itself."""
        behind = self.low(at + 1) in self.words["determiners"] or at + 1 in self.name_at
        behind = behind or self.kind_of(self.low(at + 1)) == "crowd"
        return not self.french and behind and self.lexicon.is_verb(self.low(at), "f")

    def is_national(self, at: int) -> bool:
        """“The Brazilian said”: a nation's adjective with no noun behind."""
        text = self.tokens[at].text
        return text in self.lexicon.demonyms or (
            text[0].isupper() and text.endswith(("shman", "shwoman", "chman", "chwoman", "lander"))
        )

    def is_state(self, at: int) -> bool:
        return at in self.name_at and self.name_at[at].kind == "state"

    def kind_of(self, word: str) -> str:
        return kind_of_word(word, self.lexicon)

    def is_boundary(self, at: int) -> bool:
        low = self.low(at)
        if ends_phrase(low, self.lexicon):
            return True
        if kind_of_word(low, self.lexicon) != "unknown":
            return False
        return not self.tokens[at].is_word or (
            low.endswith("ing")
            and not self.french
            and at > 0
            and self.kind_of(self.low(at - 1)) != "unknown"
        )
