"""Words that stand for somebody just named: “elle”, “ce dernier”, “the latter”, “it said”."""

from app.extraction.counted import CountedReader
from app.extraction.lexicon import listed
from app.extraction.phrase import Phrase, stand_in

# Words of order, by the place among those named that they ask for.
ORDINALS = {
    "fr": {
        "first": listed("premier première premiers un une"),
        "second": listed("deuxième second seconde"),
        "last": listed("dernier dernière derniers intéressé intéressée"),
        "same": listed("même"),
        "other": listed("autre"),
    },
    "en": {
        "first": listed("first former"),
        "second": listed("latter second"),
        "same": listed("same"),
        "other": listed("other"),
    },
}
ARTICLES = {"l'", "la", "le", "les", "the"}
DEMONSTRATIVES = {"ce", "ces", "cette"}
FEMININE_ORDINALS = {"première", "seconde", "dernière", "intéressée", "une"}
# What only somebody does, though not by saying so: “It wants "a decent wage"”.
WILLING = listed(
    "believe criticise expect fear hope oppose regret reject seek support want welcome"
)
# What may stand behind “le premier”, “ce dernier”, if no noun does.
GOING_ON = listed(
    "also and ayant en et hausse hoche l' later leur lui merely n' ne nous qui s' se then who y"
)


class StandInReader(CountedReader):
    """Reads pronouns and words of order as phrases."""

    def pronoun(self, at: int, low: str) -> Phrase | None:
        """“Elle”, “l'avocat de celui-ci”, “they”; “it” only where it speaks or wants something."""
        if low == "it" and not self.french:
            return stand_in(self.tokens, at) if self.says_next(at) else None
        if low not in self.lexicon.pronouns:
            return None
        if low == "certains" and self.is_noun(at + 1):
            return None  # “certains députés”
        if low in {"someone", "somebody"} and self.low(at + 2) == "to":
            return None  # “someone close to the family”
        if low in {"lui", "him", "her"} and self.is_object(at):
            return None
        if low == "her" and self.is_word(at + 1):
            return None
        plural = low in self.words["pronouns_plural"]
        feminine = low in self.words["pronouns_f"] or low in {"celles-ci", "elles"}
        gender = "m" if low in self.words["pronouns_m"] else "f" if feminine else ""
        kind = "pronoun" if gender or plural else "nobody"
        token = self.tokens[at]
        return Phrase(
            at, at + 1, token.start, token.end, kind, token.text, low, gender=gender, plural=plural
        )

    def is_object(self, at: int) -> bool:
        """“Il lui répond”, “told her”; but not “Lui : « … »”, “Lui a soupiré”, “selon lui”."""
        before, behind = self.low(at - 1), self.low(at + 1)
        if self.french and at == 0 and (behind in {",", ":"} or behind in self.lexicon.auxiliaries):
            return False
        return before == "de" or before not in self.words["prepositions"]

    def ordinal(self, at: int) -> Phrase | None:
        """“Ce dernier”, “la seconde”, “the latter”, “l'intéressé”: somebody just named."""
        low, following = self.low(at), self.low(at + 1)
        if low not in ARTICLES | DEMONSTRATIVES:
            return None
        if following in {"principal", "principale"} and self.low(at + 2)[:9] == "intéressé":
            gender = "f" if following == "principale" else "m"
            return self.in_order(at, at + 3, "last", gender)
        which = self.place_asked(low, following)
        if not which or not self.stands_alone(at + 2, following):
            return None
        feminine = following in FEMININE_ORDINALS or low in {"la", "cette"}
        gender = "f" if feminine else "m" if self.french else ""
        if which == "last" and (told := self.told_behind(at, gender)):
            return told
        one = self.in_order(at, at + 2, which, gender)
        if which == "other" and not self.french:
            one.kind = "person"
        return one

    def place_asked(self, low: str, following: str) -> str:
        """Which of those named is asked for; none by “le dernier”, “ce premier”."""
        places = ORDINALS[self.lexicon.language]
        which = next((place for place, words in places.items() if following in words), "")
        if low in DEMONSTRATIVES:
            return which if which == "last" else ""
        return "" if following in {"dernier", "dernière", "derniers"} else which

    def stands_alone(self, at: int, ordinal: str) -> bool:
        """Whether a sign, a verb or grammar follows a word of order, and no noun that it orders."""
        after = self.low(at)
        if not self.is_word(at) or after in self.lexicon.auxiliaries or after in GOING_ON:
            return True
        if self.lexicon.is_verb(after, "fg"):
            return True
        if not self.french or ordinal in {"un", "une", "premier", "première", "dernier"}:
            return self.french and after.endswith(("ait", "aient"))
        return after.endswith(("e", "ait", "ent", "a"))  # “Ce dernier savoure”: perhaps a verb

    def told_behind(self, at: int, gender: str) -> Phrase | None:
        """“Ce dernier, l'avocat Paul Rey, a dit”, “Ce dernier, Paul Rey, a dit”: who it is."""
        if self.low(at + 2) != ",":
            return None
        apposed = self.noun_phrase(at + 3) if self.is_noun(at + 4) else None
        if apposed and apposed.name:
            apposed.first, apposed.start = at, self.tokens[at].start
            return apposed
        named = self.name_at.get(at + 3)
        if not named or named.kind == "state" or self.low(named.last) not in {",", "."}:
            return None
        named.kind = "person"
        start, end = self.tokens[at].start, named.end
        return Phrase(at, named.last, start, end, "name", named.text, gender=gender, name=named)

    def in_order(self, first: int, last: int, which: str, gender: str) -> Phrase:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        words = self.body[start:end]
        return Phrase(first, last, start, end, "pronoun", words, which, gender=gender)

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
