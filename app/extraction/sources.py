"""What tells an unnamed source apart: whom they are close to, where they work."""

from app.extraction.lexicon import listed
from app.extraction.words import WordReader

UNNAMED = listed("asked declined gave insisted refused requested spoke wanted wished")

WHOEVER = listed("people person persons")  # nouns that say nothing of whom they name

CHANNELS = listed("account canal chaîne channel compte group outlet page site website")

# What tells an unnamed source apart, and belongs to the words for it.
CLOSE = {
    ("close", "to"), ("linked", "to"), ("tied", "to"), ("loyal", "to"), ("affiliated", "with"),
    ("aligned", "with"), ("run", "by"), ("allied", "with"),
    ("familiar", "with"), ("briefed", "on"), ("involved", "in"), ("privy", "to"),
    ("with", "knowledge"), ("with", "direct"), ("aware", "of"), ("present", "at"),
    ("working", "at"), ("working", "in"), ("working", "for"), ("working", "with"), ("based", "in"),
    ("living", "in"), ("posted", "to"), ("stationed", "in"), ("stationed", "at"), ("serving", "in"),
    ("serving", "with"), ("employed", "by"), ("employed", "at"),
}  # fmt: skip

# Where somebody works, when “at” or “in” stands before: else it tells where something was said.
WORKPLACES = listed(
    """agency bank base bazaar camp command company consulate department district embassy firm
    headquarters hospital market ministry neighborhood neighbourhood office palace parliament plant
    port quarter refiner refinery school suburb union university village"""
)


class SourceReader(WordReader):
    """Reads what stands behind an unnamed source and belongs to the words for it."""

    def may_be_near(self, head: str, kind: str) -> bool:
        """“A channel close to the factions”: people, and what only its owners tell apart."""
        return kind in ("person", "crowd") or head in CHANNELS

    def object_of(self, at: int) -> int:
        """“close to the company's board”, “familiar with the talks”: up to a verb or a sign."""
        first = at
        while (
            at < len(self.tokens) and at - first < 9 and (self.is_word(at) or self.low(at) == "'s")
        ):
            low = self.low(at)
            if (
                at > first
                and low != "of"
                and low not in self.words["determiners"]
                and self.is_boundary(at)
                and low != "'s"
            ):
                break
            at += 1
        return at

    def relative(self, at: int) -> int:
        """Where “who attended the meeting” ends: at the verb of the clause; 0 for none there."""
        if self.low(at + 1) in UNNAMED or self.low(at + 2) in {"not", "n't"}:
            return 0  # “a person who declined to be named”
        for place in range(at + 2, min(at + 12, len(self.tokens))):
            low = self.low(place)
            if not self.is_word(place):
                source = self.low(self.counted_at(at) - 1) == "to" and low == ","
                return place if low in {".", "“”"} or source else 0
            if self.lexicon.is_verb(low, "f") and self.lexicon.verbs[low].says:
                return place
        return 0

    def counted_at(self, at: int) -> int:
        """Where “two people” begins, which a relative clause stands behind."""
        return at - 2 if self.low(at - 2) in self.words["indefinite"] else at - 1

    def workplace(self, at: int) -> int:
        """Where “at an Indian refiner” or “in the prime minister's office” ends; 0 for no such."""
        if self.french or self.low(at) not in {"at", "in", "inside"}:
            return 0
        end = self.object_of(at + 1)
        told = any(self.low(place) == "of" for place in range(at, end))  # “the opening of a school”
        return end if end > at + 1 and not told and self.low(end - 1) in WORKPLACES else 0
