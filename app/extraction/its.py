"""“It said in a statement”: where “it” is somebody."""

from app.extraction.counted import CountedReader
from app.extraction.lexicon import listed

# What only somebody does, though not by saying so: “It wants "a decent wage"”.
WILLING = listed(
    "want hope fear believe expect welcome oppose reject support regret criticise seek"
)


class ItReader(CountedReader):
    """Reads “it” where an institution speaks."""

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
