"""Words of number that stand for somebody: “another said”, “one of them”."""

from app.extraction.lexicon import listed
from app.extraction.noun_phrases import NounPhraseReader
from app.extraction.phrase import Phrase
from app.extraction.sources import CLOSE

MASSES = listed("dozens hundreds scores thousands")
PARTS = listed("another both few five four many most neither none one several six some three two")
STATES = listed(
    "accused dead detained displaced elderly faithful injured missing unemployed wounded"
)
PLACING = listed("at by in inside on to with")
LONE = MASSES | listed("another many one others some")


class CountedReader(NounPhraseReader):
    """Reads words of number as phrases."""

    def lone(self, at: int) -> Phrase | None:
        """“Another said”, “thousands marched”: a word of number that stands for somebody."""
        low = self.low(at)
        if low == "those" and (last := self.those_end(at)):
            words = self.body[self.tokens[at].start : self.tokens[last - 1].end]
            end = self.tokens[last - 1].end
            those = Phrase(at, last, self.tokens[at].start, end, "crowd", words, low, "definite")
            those.plural = True
            return those
        if low in {"someone", "somebody"} and (self.low(at + 1), self.low(at + 2)) in CLOSE:
            last = self.object_of(at + 3)  # “someone close to the family”
            start, end = self.tokens[at].start, self.tokens[last - 1].end
            words = self.body[start:end]
            return Phrase(at, last, start, end, "person", words, low, "indefinite")
        if low not in LONE:
            return None
        following = self.low(at + 1)
        verb = following in self.lexicon.auxiliaries or self.lexicon.is_verb(following, "f")
        said = self.low(at - 2) == "“”" and self.lexicon.is_verb(self.low(at - 1), "f")
        verb = verb or (said and following in {",", "."})  # “"…," said one, Ruth Pask.”
        moved = low in MASSES and following.endswith("ed") and not self.is_noun(at + 2)
        if not verb and not moved:
            return None
        token = self.tokens[at]
        kind = "crowd" if low in MASSES or low in {"others", "some", "many"} else "person"
        phrase = Phrase(at, at + 1, token.start, token.end, kind, token.text, low, "indefinite")
        phrase.plural = kind == "crowd"
        if said:
            self.attach_name(phrase)
        return phrase

    def those_end(self, at: int) -> int:
        """“Those present”, “those in the room”, “those who were there”: where it ends; 0 if not
        somebody.
        """
        low, first = self.low(at + 1), at + 1
        if low == "who":
            for place in range(at + 3, min(at + 12, len(self.tokens))):
                if not self.is_word(place):
                    return place
                if self.lexicon.is_verb(self.low(place), "f"):
                    return place
            return 0
        if low in {"present", "gathered", "involved", "assembled", "briefed", "familiar", "close"}:
            first += 1
        elif low.endswith("ed") and self.lexicon.is_verb(self.low(at + 2), "f"):
            return at + 2  # “one of those evacuated described…”
        elif low not in {"in", "inside", "at"}:
            return 0
        return self.object_of(first + 1) if self.low(first) in PLACING or first == at + 1 else first

    def part(self, at: int) -> Phrase | None:
        """“One of them”, “another of the sources”: one of those just spoken of, or several."""
        low = self.low(at)
        if not (low in PARTS or low.isdigit()) or self.low(at + 1) != "of":
            return None
        inner = None if self.low(at + 2) in {"them", "these", "those"} else self.noun_phrase(at + 2)
        those = self.those_end(at + 2) if self.low(at + 2) == "those" else 0
        if self.low(at + 2) == "the" and self.low(at + 3) in STATES and not self.is_noun(at + 4):
            those = at + 4  # “three of the wounded”
        if (
            not those
            and self.low(at + 2) != "them"
            and (inner is None or inner.kind != "crowd" or inner.name)
        ):
            return None
        last = those or (inner.last if inner else at + 3)
        single = low in {"one", "another"}
        start, end = self.tokens[at].start, self.tokens[last - 1].end
        kind = "person" if single else "crowd"
        phrase = Phrase(at, last, start, end, kind, self.body[start:end], low, "indefinite")
        phrase.plural = not single
        one = inner.head.removesuffix("s") if inner and single else ""
        phrase.roles = [one] if one in self.lexicon.roles else []
        if single:
            self.attach_name(phrase)
        return phrase
