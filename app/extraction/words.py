"""The words of a sentence: what each can be, and where a phrase cannot go on."""

from app.extraction.lexicon import Lexicon, listed
from app.extraction.names import find_names
from app.extraction.tokens import Token


class WordReader:
    """Reads words among the tokens of one sentence."""

    def __init__(self, body: str, tokens: list[Token], lexicon: Lexicon) -> None:
        self.body = body
        self.tokens = tokens
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

    def low(self, at: int) -> str:
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

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

    def is_national(self, at: int) -> bool:
        """“The Brazilian said”: a nation's adjective with no noun behind."""
        if not 0 <= at < len(self.tokens):
            return False
        text = self.tokens[at].text
        return text in self.lexicon.demonyms or (
            text[0].isupper() and text.endswith(("shman", "shwoman", "chman", "chwoman", "lander"))
        )

    def is_state(self, at: int) -> bool:
        return at in self.name_at and self.name_at[at].kind == "state"

    def kind_of(self, word: str) -> str:
        lists = self.lexicon
        held_before = word.startswith("ex-") and word[3:] in lists.roles
        held_before = held_before or word.partition("-turned-")[2] in lists.roles
        if word in lists.roles or (word.endswith("-year-old") and " " not in word) or held_before:
            return "person"
        if word in lists.institutions:
            return "institution"
        if word in lists.crowd:
            return "crowd"
        if self.french and word.endswith("s") and word[:-1] in lists.roles:
            return "crowd"
        if not self.french and word.endswith("s") and word[:-1] in lists.roles:
            return "crowd"
        return "unknown"

    def is_boundary(self, at: int) -> bool:
        low = self.low(at)
        if (
            low in self.words["relatives"]
            or low in self.lexicon.auxiliaries
            or low in self.words["prepositions"]
        ):
            return True
        if (
            low in self.lexicon.weekdays
            or low in self.lexicon.months
            or low in self.words["adverbs"]
        ):
            return True
        if self.kind_of(low) != "unknown":
            return False
        if (
            low in self.words["determiners"]
            or low in self.words["pronouns_m"]
            or low in self.words["pronouns_f"]
        ):
            return True
        if not self.tokens[at].is_word or low in listed(
            """ne n' not lui leur se s' y également then also later"""
        ):
            return True
        return (self.lexicon.is_verb(low, "fg") and low not in {"promis", "inscrit"}) or (
            low.endswith("ing")
            and not self.french
            and at > 0
            and self.kind_of(self.low(at - 1)) != "unknown"
        )
