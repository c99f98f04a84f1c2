"""Nouns without an article: “protesters”, “former officer”, “deputy fire chief Sam Lowe”."""

from abc import ABC, abstractmethod

from app.extraction.lexicon import listed
from app.extraction.nouns import NounReader
from app.extraction.phrase import Phrase

# Words of time, which are nobody: “last year”.
TIME = listed(
    """afternoon an année années day days evening heure heures hour hours jour journée jours matin
    minute minutes mois month months morning night nuit semaine semaines soir week week-end weekend
    weeks year years"""
)
# What a clause begins behind.
CLAUSES = listed("after although and as because but if that though what when whether which while")
# What somebody is besides an office, before it: “former officer”.
STANDING = {"former", "senior", "top", "local", "opposition", "retired", "veteran"}


class BareReader(NounReader, ABC):
    """Reads nouns that no article brings."""

    @abstractmethod
    def phrase_at(self, at: int) -> Phrase | None:
        """Whatever phrase begins at a place; who reads phrases says which."""

    @abstractmethod
    def noun_phrase(self, at: int, opened: int = -1) -> Phrase | None:
        """An article with its noun; who reads names and nouns says which."""

    def bare(self, at: int) -> Phrase | None:
        """A noun without an article: “protesters”, “former officer”, “Kurdish lawmaker Shilan
        Barzinji”.
        """
        begins = self.begins_french(at) if self.french else self.begins_english(at)
        return self.noun_phrase(at - 1, opened=at) if begins else None

    def begins_french(self, at: int) -> bool:
        """“, avocate de la famille,”, “selon députés et sénateurs”: behind a sign or a preposition;
        a crowd wherever no article stands before it.
        """
        low, before, lists = self.low(at), self.low(at - 1), self.lexicon
        known = low in lists.roles or low in lists.crowd or low in lists.institutions
        if not known and f"{low} {self.low(at + 1)}" not in lists.roles:
            return False
        if lists.is_verb(low, "f") and before == "," and self.takes_object(at):
            return False  # “X, chercheuse à l'Institut du Golfe, juge l'accord "fragile"”
        if lists.is_verb(low, "p") and before == "," and self.low(at + 1) in {"d'", "de", "par"}:
            return False  # “X, accusé par Y de "fuir"”
        if low in lists.crowd and before not in self.words["determiners"]:
            return True
        return at == 0 or before in {",", ":", "(", "“”"} or before in self.words["prepositions"]

    def begins_english(self, at: int) -> bool:
        """“protesters”, “former officer”, “engineer-turned-whistleblower”: by the word itself, or
        by what it leads to.
        """
        low, text, lists = self.low(at), self.tokens[at].text, self.lexicon
        if lists.is_verb(low, "f"):
            behind = self.low(at + 1) in self.words["determiners"] or at + 1 in self.name_at
            if at and (self.tokens[at - 1].is_word or behind):
                return False  # “his son, Mustafa, accused the government”
            if self.low(at - 1) == "," and self.closes_relative(at):
                return False  # “Jonas Ekdahl, who leads the union, accused management of…”
        if low in lists.roles or low in lists.crowd or low in lists.institutions:
            return True
        if low in STANDING or text in lists.demonyms or "-turned-" in low:
            return True
        if low.endswith("s") and low[:-1] in lists.roles:
            return True
        common = low not in self.words["adverbs"] and text not in self.words["stop"]
        opens = at == 0 and self.tokens[at].is_capital and common
        if opens and self.kind_of(self.low(1)) in ("crowd", "institution"):
            return True  # “Tribal leaders walked out”
        return self.leads_to_name(at) or self.leads_to_crowd(at)

    def takes_object(self, at: int) -> bool:
        """Whether a verb's object stands behind a word that is a calling as well."""
        following = self.low(at + 1)
        return following in self.words["determiners"] or following in {"“”", "que", "qu'"}

    def closes_relative(self, at: int) -> bool:
        return any(self.low(place) in {"who", "which"} for place in range(max(0, at - 14), at))

    def leads_to_crowd(self, at: int) -> bool:
        """“…, industry leaders have warned”: a plain noun that says which crowd it is."""
        low, before = self.low(at), self.low(at - 1)
        if self.low(at + 1) not in self.lexicon.crowd or not low.isalpha() or low in TIME:
            return False
        verb = self.lexicon.is_verb(low, "fipg") or low in {"what", "how", "why"}
        if self.tokens[at].is_capital or verb or self.is_boundary(at) or low.endswith("ly"):
            return False
        said = self.lexicon.is_verb(before, "fg")
        return at == 0 or not self.tokens[at - 1].is_word or said or before in CLAUSES

    def leads_to_name(self, at: int) -> bool:
        """“deputy fire chief Sam Lowe”, “home affairs spokeswoman X”: plain words, an office, a
        name.
        """
        if self.is_boundary(at) or self.lexicon.is_verb(self.low(at), "fipg") or self.french:
            return False
        if self.low(at) == "what" or self.low(at) in self.words["prepositions"]:
            return False  # “from what Senator Lina Marsh called "a farce"”
        for place in range(at + 1, min(at + 4, len(self.tokens))):
            if not self.is_word(place) or self.is_boundary(place):
                return False
            if self.is_doing(place):
                return False  # “Lina Marsh in turn accused Paul Reed of…”
            if self.low(place) in self.lexicon.roles:
                return place + 1 in self.name_at and self.name_at[place + 1].kind != "state"
        return False
