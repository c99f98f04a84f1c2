"""Whose somebody is, and whose name stands behind them."""

from app.extraction.bare import BareReader
from app.extraction.lexicon import listed
from app.extraction.name import Name
from app.extraction.phrase import Phrase

# Who is somebody's: the name behind is the other's.
KIN = listed(
    """ami amie attorney aunt avocat avocate brother compagne compagnon cousin cousine daughter
    entourage épouse époux father femme fiancé fiancée fille fils frère friend grand-mère grand-père
    grandfather grandmother husband lawyer mari mère mother neighbor neighbour nephew neveu niece
    nièce oncle parents partner père proche relative sister soeur son sœur tante uncle veuf veuve
    voisin voisine widow widower wife"""
)

HOUSEHOLD = listed("affaires chambre enfance famille honor honour law lettres loi ménage")
LAWYERS = {"avocat", "avocate", "lawyer", "attorney"}


class KinReader(BareReader):
    """Tells a name that belongs to a complement from one that somebody bears."""

    def bracket_end(self, at: int) -> int:
        """Where a comma stands behind a bracket of a few words; 0 if none does."""
        for place in range(at + 1, min(at + 6, len(self.tokens))):
            if self.low(place) == ")":
                return place + 1 if self.low(place + 1) == "," else 0
        return 0

    def is_fronted_place(self, phrase: Phrase, named: Name) -> bool:
        """“Au camp de Debaga, Hadla Murad, veuve…”: where somebody is, and not who."""
        if not self.french or phrase.kind != "institution" or phrase.det == "indefinite":
            return False
        first = self.low(phrase.first)
        placed = phrase.first == 0 and first in {"au", "aux", "à", "dans", "devant", "chez"}
        behind = phrase.first in (1, 2) and self.low(0) in self.words["prepositions"]
        return (placed or behind) and not named.kind.startswith("org")

    def is_another(self, phrase: Phrase, inner: Phrase) -> bool:
        """“Dans un courrier au préfet, la maire Josiane Petit écrit”: two people."""
        first, behind = self.low(phrase.first), self.low(inner.first)
        under = first == "au" or self.low(phrase.first - 1) in self.words["prepositions"]
        return self.french and under and first in {"au", "le", "du"} and behind in {"la", "une"}

    def is_theirs(self, phrase: Phrase, at: int) -> bool:
        """“La mère du journaliste Karim Adel”: a name that belongs to the complement."""
        inside = {self.low(place) for place in range(phrase.first + 1, at)}
        if phrase.head in KIN - LAWYERS and inside & {"de", "du", "d'", "of"}:
            return self.low(at - 1) not in HOUSEHOLD
        held = self.low(at - 1)
        held_by = self.low(phrase.last - 3 if self.low(at - 2) in {"le", "la", "l'"} else at - 2)
        linked = held_by in {"of", "du", "de", "d'", "the"}
        return phrase.head in KIN and held != phrase.head and held in self.lexicon.roles and linked

    def given_name(self, at: int) -> int:
        """“a man who gave his name only as Abu Elias”: where the name stands, if one does."""
        told = False
        for place in range(at + 1, min(at + 12, len(self.tokens))):
            low = self.low(place)
            told = told or low in {"name", "names", "identified", "known", "identify", "called"}
            if told and low == "as" and place + 1 in self.name_at:
                return place + 1
            if low == "called" and place + 1 in self.name_at:
                return place + 1  # “who asked to be called Noor”
            if low == "name" and self.low(place + 1) == "," and place + 2 in self.name_at:
                return place + 2  # “who gave only her first name, Leila”
            if not self.is_word(place):
                break
        return at
