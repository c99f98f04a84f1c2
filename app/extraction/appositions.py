"""Nouns behind a name or before it, between commas: who they are is told already."""

from app.extraction.phrase import Phrase
from app.extraction.standins import StandInReader


class AppositionReader(StandInReader):
    """Gives a calling that stands beside a name to whoever bears it."""

    def appose(self, phrases: list[Phrase]) -> None:
        """“Née à Nadjaf, fille d'un libraire, elle…”: a noun without its article, between commas,
        says what somebody else is.
        """
        for one, before in zip(phrases[1:], phrases, strict=False):
            if self.is_apposed(before, one):
                one.kind, one.name, one.under = "name", before.name, before.under
                one.gender = before.gender or one.gender
        for one in phrases if self.french else []:
            alone = one.kind == "person" and not one.det and not one.name
            closes = self.low(one.last) in {",", "et", "ou"}
            if alone and one.first and self.low(one.first - 1) == "," and closes:
                one.under = True

    def is_apposed(self, named: Phrase, one: Phrase) -> bool:
        """“Souad Atiya, 61 ans, une institutrice à la retraite”: a calling that stands behind a
        name is whoever bears it, whatever the sentence then says of them.
        """
        if one.kind != "person" or one.name or one.det in ("possessive", "demonstrative"):
            return False
        if named.name is None or named.kind != "name" or named.name.kind not in ("person", ""):
            return False
        if not named.name.kind and len(named.name.words) < 2:
            return False
        between = [self.low(place) for place in range(named.last, one.first)]
        if between[:1] != [","] or len(between) > 4 or between[-1] != ",":
            return False
        aged = between[1:-1]
        if aged and not (aged[0].isdigit() and aged[1:] in ([], ["ans"])):
            return False
        after = self.low(one.last)
        closed = after in {",", ".", ")", ";", ""} or after in self.words["relatives"]
        beside = after in self.words["prepositions"] and one.det != "definite"
        return closed or beside or (after.endswith("ing") and not self.french)

    def front(self, phrases: list[Phrase]) -> None:
        """“Cheffe de la diplomatie depuis l'automne, Nermin Altan a…”: an office fronted."""
        one = phrases[0] if phrases else None
        if one is None or one.first or one.name or one.kind != "person":
            return
        if one.det and (self.french or not self.is_fronted_before(one, phrases)):
            return
        for other in phrases[1:]:
            if other.under or self.low(other.first - 1) != ",":
                continue
            one.under = True
            if other.name:
                other.roles += one.roles
                other.country = other.country or one.country
                other.gender = other.gender or one.gender
            return

    def is_fronted_before(self, one: Phrase, phrases: list[Phrase]) -> bool:
        """“The son of a miner, David Whitlow joined…”: no comma behind the name, but a verb."""
        other = phrases[1] if len(phrases) > 1 else None
        if other is None or other.name is None or other.first != one.last + 1:
            return False
        person = other.name.kind in ("", "person") and len(other.name.words) > 1
        return person and self.low(one.last) == "," and self.is_word(other.last)
