"""Who bears an office: the name beside it, or behind a comma."""

from app.extraction.entities import BUSINESS
from app.extraction.kin import KinReader
from app.extraction.lexicon import listed
from app.extraction.name import Name
from app.extraction.phrase import Phrase

# Nouns for people that firms are as well: “the mine's owner, Kestrel Minerals”.
FIRMS = listed(
    """owner operator developer maker publisher employer supplier contractor sponsor creditor
    lender landlord producer broker partner rival builder insurer regulator retailer manufacturer
    employeur exploitant fabricant éditeur sous-traitant prestataire assureur distributeur
    constructeur fournisseur bailleur opérateur armateur"""
)


FILLED = ("person", "institution")
NAMED = listed(
    """named called identified nommé nommée prénommé prénommée dénommé dénommée identifié
    identifiée"""
)
DASHES = {"-", "--", "–", "—"}


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
        closes = inner.last >= len(self.tokens) or after in listed(
            """, . ; ) ( : depuis chez from in of who qui pour à et and"""
        )
        if closes and not (inner.det == "definite" and after not in {",", "."}):
            phrase.roles += inner.roles
            phrase.country = phrase.country or inner.country
            phrase.gender = phrase.gender or inner.gender

    def attach_name(self, phrase: Phrase) -> None:
        """The name after an office: “la ministre Hélène Marsac”, “son avocat, Me Julien
        Fressange,”.
        """
        at = phrase.last
        if phrase.kind == "crowd" and phrase.head not in self.lexicon.roles:
            return
        if phrase.kind in FILLED and self.name_behind(phrase):
            return
        bare = self.french and phrase.kind == "institution" and not phrase.det
        if bare and self.low(phrase.first - 1) in {"de", "d'"}:
            return  # “a martelé lors d'un point de presse Liu Wenbo”
        if self.low(at) in DASHES and self.parted(phrase, at):
            return
        if self.low(at) in {"et", "and"} and self.holds_both(phrase, at):
            return
        if self.low(at) in NAMED and phrase.kind == "person":
            at += 1 + (self.low(at + 1) in {"as", "comme"})
        elif self.low(at) == "," and self.low(at + 1) in NAMED and phrase.kind == "person":
            at += 2 + (self.low(at + 2) in {"as", "comme"})  # “The man, identified as X, said”
        elif "who" in (self.low(at), self.low(at + 1)) and phrase.kind == "person":
            at = self.given_name(at + (self.low(at) == ","))
        if self.french and self.low(at) == "(" and (closed := self.bracket_end(at)):
            at = closed  # “Le gérant d'un foyer de Rezé (Loire-Atlantique), Gilles Morvan, a dit”
        direct = self.name_at.get(at)
        if direct and self.is_theirs(phrase, at):
            phrase.last, phrase.end = direct.last, direct.end
            return
        plain = self.french and phrase.kind in ("thing", "unknown")
        if plain and self.low(phrase.first - 1) in self.words["prepositions"]:
            return  # “a plaidé en marge de l'audience Me Maud Lantier”
        if (
            direct
            and not self.french
            and phrase.kind == "person"
            and phrase.last - phrase.first > 2
            and self.kind_of(self.low(at - 1)) == "institution"
            and self.low(at - 1) != phrase.head
            and direct.kind in ("", "organisation")
        ):  # “chief executive of the German group Kloss Logistik”
            direct.kind = "organisation"
            phrase.last, phrase.end = direct.last, direct.end
            return
        if (
            direct
            and phrase.kind == "institution"
            and not direct.title
            and direct.kind not in ("state", "person")
        ):
            direct.kind = "organisation"
        called = at > phrase.last and direct is not None and direct.kind != "organisation"
        if direct and phrase.kind == "person" and self.low(direct.last) == "'s":
            inner = self.phrase_at(direct.first)  # “oil trader Vitol's Russell Hardy”
            if inner and inner.name and inner.name.first == direct.last + 1:
                direct.kind = "organisation"
                direct = inner.name
        if direct and (phrase.det != "indefinite" or called) and direct.kind != "state":
            self.take_name(phrase, direct)
            return
        if (
            self.low(at) == ","
            and phrase.kind == "person"
            and (self.low(at + 1) in self.words["determiners"] or phrase.head in {"one", "another"})
        ):
            listed_here = self.low(at + 1) in self.words["determiners"]
            inner = self.noun_phrase(at + 1 if listed_here else at, -1 if listed_here else at + 1)
            if (
                inner
                and inner.kind == "name"
                and inner.name
                and (inner.roles or inner.name.title)
                and inner.name.kind == "person"
                and self.low(inner.name.first - 1) != ","
                and not self.is_another(phrase, inner)
            ):
                phrase.roles += inner.roles
                phrase.country = phrase.country or inner.country
                phrase.gender = ""
                self.take_name(phrase, inner.name)
                return
            if (
                inner
                and inner.kind == "person"
                and inner.det == "indefinite"
                and phrase.det == "possessive"
            ):
                phrase.start, phrase.end, phrase.last = inner.start, inner.end, inner.last
                phrase.det, phrase.gender = "indefinite", phrase.gender or inner.gender
                return
        if (
            self.low(at) == ","
            and phrase.kind in ("person", "institution")
            and phrase.det != "demonstrative"
        ):
            titled = (
                self.french and self.low(at + 1) in self.words["titles"]
            )  # “, cheikh Hamid Ali,”
            article = self.low(at + 1) in {"le", "la", "l'", "les"}
            body = self.french and article and phrase.kind == "institution"
            own = self.name_at.get(at + 2) if body and phrase.det == "indefinite" else None
            named = own if own and own.kind == "organisation" else self.name_at.get(at + 1 + titled)
            if named and self.is_fronted_place(phrase, named):
                return
            theirs = phrase.det == "possessive" and named and named.kind == "person"
            if named and phrase.head == "conseil" and (named.title == "Me" or theirs):
                phrase.kind = "person"  # “son conseil, Me Hugues Lar”: a lawyer
            if (
                named
                and not named.kind
                and phrase.det == "indefinite"
                and phrase.kind == "institution"
            ):
                named.kind = "organisation"
            if (
                named
                and named.kind != "state"
                and not (
                    named.kind == "organisation"
                    and phrase.kind == "person"
                    and phrase.head not in FIRMS | {"one", "another"}
                )
            ):
                after = self.low(named.last)
                ends = (
                    named.last >= len(self.tokens)
                    or not self.is_word(named.last)
                    or after in self.lexicon.auxiliaries
                )
                # “née d'un docker et d'une institutrice, Luce Rey avait…”: her parents
                else_where = phrase.det == "indefinite" and after in self.lexicon.auxiliaries
                apart = else_where and self.low(phrase.first - 1) in {"d'", "de"}
                if (ends or after in {"of", "d'", "de", "du"}) and after != "'s" and not apart:
                    self.take_name(phrase, named)

    def holds_both(self, phrase: Phrase, at: int) -> bool:
        """“La présidente et cheffe de la direction, Isabelle Thiffault”: one who holds both."""
        if phrase.kind != "person" or self.low(at + 1) not in self.lexicon.roles or phrase.plural:
            return False
        inner = self.noun_phrase(at, opened=at + 1)
        if inner is None or inner.kind != "name" or inner.name is None or not inner.roles:
            return False
        phrase.roles += inner.roles
        phrase.gender = inner.gender or phrase.gender
        self.take_name(phrase, inner.name)
        return True

    def parted(self, phrase: Phrase, at: int) -> bool:
        """“His deputy -- Nasrin Sofi -- said”: a name between dashes, as between commas."""
        named = self.name_at.get(at + 1)
        if named is None or phrase.kind != "person" or phrase.det == "indefinite":
            return False
        if named.kind in ("state", "place", "organisation") or self.low(named.last) not in DASHES:
            return False
        self.take_name(phrase, named)
        phrase.last = named.last + 1
        return True

    def name_behind(self, phrase: Phrase) -> bool:
        """“Her opponent in November's election, Dwight Pell, called…”: a complement between."""
        at = phrase.last
        if self.french and (
            phrase.kind != "person" or phrase.det not in ("definite", "possessive")
        ):
            return False
        behind = self.low(at) in {"that", "which", "who"} or self.low(at).endswith("ing")
        relative = behind and phrase.det == "definite"
        if self.low(at) not in self.words["prepositions"] and not relative:
            return False
        while at < len(self.tokens) and at - phrase.last < 9:
            low = self.low(at)
            if low == ",":
                break
            if low in self.words["possessive"] and self.low(at + 1) in self.lexicon.roles:
                return False  # “outside the embassy with her son, Mateo Ramos”
            verb = low in self.lexicon.auxiliaries - {"'s"} or self.lexicon.is_verb(low, "f")
            verb = verb and not (self.french and self.low(at - 1) in self.words["determiners"])
            if not (self.is_word(at) or low == "'s") or (verb and not relative):
                return False
            at += 1
        named = self.name_at.get(at + 1)
        if named is None and self.french and self.low(at + 1) in {"le", "la", "l'"}:
            inner = self.noun_phrase(at + 1)  # “l'émissaire pour l'Irak, la Norvégienne X”
            named = inner.name if inner and inner.kind == "name" and inner.roles else None
        firm = phrase.kind == "institution"
        wrong = ("state", "place", "person") if firm else ("state", "place", "organisation")
        if self.low(at) != "," or named is None or named.kind in wrong:
            return False
        after = self.low(named.last)
        if len(named.words) < 2 or after not in {",", ".", "", "KC", "QC", "kc", "qc"}:
            return False
        self.take_name(phrase, named)
        return True

    def take_name(self, phrase: Phrase, name: Name) -> None:
        if phrase.kind == "institution":
            if (
                name.kind == "person"
                and not name.title
                and name.words[0] not in self.lexicon.first_names
            ):
                name.kind = ""
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
