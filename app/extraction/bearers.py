"""Who bears an office, and what of a name and an office then goes together."""

from app.extraction.entities import BUSINESS
from app.extraction.kin import KinReader
from app.extraction.lexicon import listed
from app.extraction.name import Name
from app.extraction.phrase import Phrase

# Nouns for people that firms are as well: “the mine's owner, Kestrel Minerals”.
FIRMS = listed(
    """armateur assureur bailleur broker builder constructeur contractor creditor developer
    distributeur éditeur employer employeur exploitant fabricant fournisseur insurer landlord lender
    maker manufacturer opérateur operator owner partner prestataire producer publisher regulator
    retailer rival sous-traitant sponsor supplier"""
)
# What may follow an office behind a name's comma, if it is the name's.
CLOSING = listed("( ) , . : ; à and chez depuis et from in of pour qui who")


class BearerReader(KinReader):
    """Brings offices and names together."""

    def bearer(self, after: int, last: int) -> Name | None:
        """“Son confrère Desmond Pryce”: whoever bears a noun that no list has, if a person can."""
        if self.low(after - 2) in {"devant", "sur", "dans", "à", "lors", "sous"}:
            return None
        for at in range(after + 1, min(last, after + 3) + 1):
            name = self.name_at.get(at)
            if name is None:
                if not self.is_word(at) or self.is_boundary(at):
                    return None
                continue
            if name.first != at or self.low(at - 1) in self.lexicon.things:
                return None
            personal = name.kind == "person" or (not name.kind and len(name.words) > 1)
            return name if personal else None
        return None

    def apposition(self, phrase: Phrase) -> None:
        """“Koen Vandersteen, conducteur depuis…”: the office that stands after a name."""
        at = phrase.last
        if self.low(at) == "(":
            while at < len(self.tokens) and self.low(at) != ")":
                at += 1
            at += 1
        if self.low(at) != "," or not self.is_word(at + 1):
            return
        if self.low(at + 1).isdigit() and self.low(at + 2) == ",":
            at += 2
        inner = (
            self.phrase_at(at + 1)
            if self.low(at + 1) in self.words["determiners"]
            else self.bare(at + 1)
        )
        if inner and inner.kind == "institution" and not inner.name and phrase.name:
            if phrase.name.text in self.lexicon.organisations:
                return  # “sur Telegram, un groupe inconnu…”
            ends = self.low(inner.last) in {",", ".", ")", ";", "", "that", "which"}
            if phrase.name.kind == "organisation" and ends:
                phrase.head = phrase.head or inner.head
            guessed = phrase.name.kind == "person" and inner.det == "indefinite"
            guessed = guessed and not phrase.name.title  # “Karam Petrol, a company”
            if (guessed or not phrase.name.kind) and not phrase.roles and inner.det and ends:
                phrase.head = inner.head
                phrase.name.kind = "organisation"
            return
        if inner is None or inner.kind != "person" or inner.name:
            return
        after = self.low(inner.last)
        closes = inner.last >= len(self.tokens) or after in CLOSING
        if closes and not (inner.det == "definite" and after not in {",", "."}):
            phrase.roles += inner.roles
            phrase.country = phrase.country or inner.country
            phrase.gender = phrase.gender or inner.gender

    def take_name(self, phrase: Phrase, name: Name) -> None:
        if phrase.kind == "institution":
            firm = self.french and phrase.head in BUSINESS and name.first == phrase.last
            if name.kind == "person" and not firm:  # “le consortium américain Harlan Deepwater”
                return
            name.kind = "organisation"
        elif phrase.kind == "person":
            firms = phrase.head in FIRMS or phrase.head in {"one", "another"}
            people = bool(phrase.roles) and not FIRMS & set(phrase.roles)  # “one of the judges, X”
            trade = not name.kind and name.words[0] not in self.lexicon.first_names
            apart = self.low(phrase.last) == "," and phrase.head in FIRMS - {
                "owner",
                "partner",
                "rival",
            }
            trade = trade and (phrase.head in BUSINESS or (apart and len(name.words) == 1))
            firm = name.kind == "organisation" or trade
            owner = firms and firm and not people
            if name.kind == "organisation" and not (name.title or owner or people):
                return
            name.kind = "organisation" if owner else "person"
        elif phrase.kind in ("thing", "unknown") and not name.title:
            return
        phrase.name = name
        phrase.kind = "name"
        phrase.last, phrase.end = name.last, name.end
        phrase.gender = self.gender_of(name) or phrase.gender
        self.apposition(phrase)
