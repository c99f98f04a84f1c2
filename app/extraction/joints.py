"""Several who act as one: “Moscou et Pékin”, “France, Germany and Italy”."""

from app.extraction.appositions import AppositionReader
from app.extraction.phrase import Phrase

MANY = {"ont", "sont", "avaient", "étaient", "veulent", "seront", "auraient"}


class JointReader(AppositionReader):
    """Joins the phrases of one sentence."""

    def join(self, phrases: list[Phrase]) -> list[Phrase]:
        """Make one of “Moscou et Pékin”, “Paris, Rome and Berlin”, “Inês Carvalhal and Rui
        Mendonça”.
        """
        joined: list[Phrase] = []
        for phrase in phrases:
            last = joined[-1] if joined else None
            if last and self.joins(last, phrase):
                end = phrase.end
                both = Phrase(
                    last.first, phrase.last, last.start, end, "joint", self.body[last.start : end]
                )
                both.members = [*(last.members or [last]), phrase]
                both.under, both.plural = last.under, True
                joined[-1] = both
                while len(joined) > 1 and self.enumerates(joined[-2], both):
                    one = joined.pop(-2)
                    both.members.insert(0, one)
                    both.first, both.start, both.under = one.first, one.start, one.under
                    both.text = self.body[both.start : both.end]
            else:
                joined.append(phrase)
        return joined

    def enumerates(self, one: Phrase, both: Phrase) -> bool:
        """Whether somebody before a comma is one of several: “France, Germany and Italy said”."""
        kinds = {one.kind, *(member.kind for member in both.members)}
        alike = len(kinds) == 1 and kinds <= {"name", "state"}
        gap = both.first - one.last
        opens = one.first == 0 or not self.is_word(one.first - 1)
        behind = self.low(both.last)
        verb = behind in self.lexicon.auxiliaries or self.lexicon.is_verb(behind, "f")
        verb = verb or behind in {"se", "s'", "n'", "ne"}
        return alike and opens and gap == 1 and self.low(one.last) == "," and verb

    def joins(self, one: Phrase, other: Phrase) -> bool:
        kinds = {"name", "state", "joint"}
        aged = self.low(one.last) == "," == self.low(one.last + 2)
        link = one.last + 3 if aged and self.low(one.last + 1).isdigit() else one.last
        between = self.low(link)  # “Rosa Lim, 24, and her brother Ben Carter”
        people = kinds | {"person"}
        if (
            not self.french
            and between == "and"
            and other.first == link + 1
            and "person" in (one.kind, other.kind)
            and one.kind in people
            and other.kind in people - {"joint"}
            and not one.under
        ):
            low = self.low(other.last)
            return low in self.lexicon.auxiliaries or self.lexicon.is_verb(low, "f")
        if self.french and between == "et" and other.first == link + 1 and not one.under:
            pair = {one.kind, other.kind}  # “le ministre et son homologue ont promis”
            if "person" in pair and pair <= {"person", "name"} and self.low(other.last) in MANY:
                return True
        if one.kind not in kinds or other.kind not in kinds - {"joint"} or other.under:
            return False
        return between in {"et", "and"} and other.first == link + 1
