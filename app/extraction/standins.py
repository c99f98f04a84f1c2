"""Words that stand for somebody just named: “elle”, “ce dernier”, “the latter”, “it said”."""

from app.extraction.counted import CountedReader
from app.extraction.lexicon import listed
from app.extraction.phrase import Phrase, stand_in

# Words of order, and the place among those named that they ask for.
ORDINALS = {
    "fr": {
        "premier": "first", "première": "first", "premiers": "first", "second": "second", "seconde": "second",  # noqa: E501
        "deuxième": "second", "dernier": "last", "dernière": "last", "derniers": "last", "même": "same",  # noqa: E501
        "intéressé": "last", "intéressée": "last", "autre": "other", "un": "first", "une": "first",
    },
    "en": {"former": "first", "latter": "second", "first": "first", "second": "second", "other": "other", "same": "same"},  # noqa: E501
}  # fmt: skip
FEMININE_ORDINALS = {"première", "seconde", "dernière", "intéressée", "une"}
# What only somebody does, though not by saying so: “It wants "a decent wage"”.
WILLING = listed(
    "believe criticise expect fear hope oppose regret reject seek support want welcome"
)
# What may stand behind “le premier”, “ce dernier”, if no noun does.
GOING_ON = listed("and avait ayant en et l' leur lui n' ne nous qui s' se who y")


class StandInReader(CountedReader):
    """Reads pronouns and words of order as phrases."""

    def pronoun(self, at: int, low: str) -> Phrase | None:
        if low not in self.lexicon.pronouns and low != "it":
            return None
        if low == "certains" and self.is_noun(at + 1):
            return None  # “certains députés”
        if low in {"someone", "somebody"} and self.low(at + 2) == "to":
            return None  # “someone close to the family”
        token = self.tokens[at]
        genders = (("pronouns_m", "m"), ("pronouns_f", "f"))
        gender = next((gender for key, gender in genders if low in self.words[key]), "")
        plural = low in self.words["pronouns_plural"]
        if low == "it" and not self.french and self.says_next(at):
            return stand_in(self.tokens, at)
        if not gender and not plural and low not in self.words["indefinite_pronouns"]:
            return None
        alone = (
            at == 0
            and self.french
            and (  # “Lui : « … »”, “Lui a soupiré…”
                self.low(1) in {",", ":"} or self.low(1) in self.lexicon.auxiliaries
            )
        )
        if (
            low in {"lui", "him", "her"}
            and not alone
            and self.low(at - 1) not in self.words["prepositions"] - {"de"}
        ):
            return None
        if low == "her" and self.is_word(at + 1):
            return None
        if low in ("elles", "celles-ci"):
            gender = "f"
        kind = "pronoun" if gender or plural else "nobody"
        return Phrase(
            at, at + 1, token.start, token.end, kind, token.text, low, gender=gender, plural=plural
        )

    def ordinal(self, at: int) -> Phrase | None:
        """“Ce dernier”, “la seconde”, “the latter”, “l'intéressé”: somebody just named."""
        low = self.low(at)
        if low not in {"le", "la", "l'", "les", "the", "ce", "cette", "ces"}:
            return None
        following = self.low(at + 1)
        if following in {"principal", "principale"} and self.low(at + 2)[:9] == "intéressé":
            start, end = self.tokens[at].start, self.tokens[at + 2].end
            gender = "f" if following == "principale" else "m"
            words = self.body[start:end]
            return Phrase(at, at + 3, start, end, "pronoun", words, "last", gender=gender)
        which = ORDINALS[self.lexicon.language].get(following)
        demonstrative = low in {"ce", "cette", "ces"}
        if not which:
            return None
        if following in {"dernier", "dernière", "derniers"} and not demonstrative:
            return None
        if demonstrative and which != "last":
            return None
        after = self.low(at + 2)
        if self.is_word(at + 2) and not (
            after in self.lexicon.auxiliaries
            or self.lexicon.is_verb(after, "fg")
            or after in GOING_ON
            or (
                self.french
                and after.endswith(("e", "ait", "ent", "a"))
                and following not in {"un", "une", "premier", "première", "dernier"}
            )
            or (self.french and after.endswith(("ait", "aient")))
            or after in {"hausse", "hoche", "then", "also", "later", "merely"}
        ):
            return None
        gender = (
            "f"
            if following in FEMININE_ORDINALS or low in {"la", "cette"}
            else "m"
            if self.french
            else ""
        )
        if following in {"même", "autre"} and low == "le":
            gender = "m"
        named = self.name_at.get(at + 3) if after == "," else None
        apposed = self.noun_phrase(at + 3) if after == "," and self.is_noun(at + 4) else None
        if apposed and apposed.name and which == "last":
            apposed.first, apposed.start = at, self.tokens[at].start
            return apposed
        if (
            named
            and which == "last"
            and named.kind != "state"
            and self.low(named.last) in {",", "."}
        ):
            named.kind = "person"
            return Phrase(
                at,
                named.last,
                self.tokens[at].start,
                named.end,
                "name",
                named.text,
                gender=gender,
                name=named,
            )
        end = self.tokens[at + 1].end
        other = which == "other" and not self.french
        return Phrase(
            at,
            at + 2,
            self.tokens[at].start,
            end,
            "person" if other else "pronoun",
            self.body[self.tokens[at].start : end],
            which,
            gender=gender,
        )

    def says_next(self, at: int) -> bool:
        """“It said in a statement”: an institution's pronoun, where a verb of saying follows."""
        linked = self.low(at - 1) in {"“”", ",", "and", "but", "that", "which", "what", ";"}
        if at and not linked and not self.is_fronted(at):
            return False
        for place in range(at + 1, at + 4):
            form = self.lexicon.verbs.get(self.low(place))
            if form and (form.says or form.lemma in WILLING) and "f" in form.shapes:
                return True
            if self.low(place) not in self.lexicon.between and self.low(place) not in {
                "has",
                "had",
            }:
                return False
        return False

    def is_fronted(self, at: int) -> bool:
        """“In a short statement it said…”, “On Monday it said…”: only an adverbial before."""
        if at > 8 or self.low(0) not in {"in", "on", "at", "after", "last", "by"}:
            return False
        return all(
            self.is_word(place) and not self.lexicon.is_verb(self.low(place), "f")
            for place in range(at)
        )
