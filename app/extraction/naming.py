"""Names with the offices beside them, and nouns with their names."""

from app.extraction.capitals import is_demonym
from app.extraction.lexicon import listed
from app.extraction.name import Name
from app.extraction.nouns import NounReader
from app.extraction.phrase import TIME, TITLES, Phrase

# Nouns for people that firms are as well: “the mine's owner, Kestrel Minerals”.
FIRMS = listed(
    """owner operator developer maker publisher employer supplier contractor sponsor creditor
    lender landlord producer broker partner rival builder insurer regulator retailer manufacturer"""
)


class NamedReader(NounReader):
    """Reads names and nouns as phrases."""

    def phrase_at(self, at: int) -> Phrase | None:
        """Whatever phrase begins at a place; who reads phrases says which."""
        raise NotImplementedError

    def named(self, at: int) -> Phrase | None:
        name = self.name_at[at]
        if name.first > at and name.role < at and self.tokens[at].text not in self.words["titles"]:
            return None
        kind = "state" if name.kind == "state" else "name"
        phrase = Phrase(at, name.last, name.start, name.end, kind, name.text, name=name)
        phrase.gender = self.gender_of(name)
        for place in range(at, name.first):
            self.add_role(phrase, place)
        phrase.roles += [TITLES[word] for word in self.titles_before(name) if word in TITLES]
        if name.title and not phrase.roles and name.title.lower() in self.lexicon.roles:
            phrase.roles.append(name.title.lower())
        if self.owns(name.last):
            return self.possessed(phrase, name)
        self.apposition(phrase)
        return phrase

    def owns(self, at: int) -> bool:
        """Whether “'s” stands at a place, or a plural's bare apostrophe: the workers' leader."""
        low = self.low(at)
        plural = low == "'" and not self.french and self.low(at - 1).endswith("s")
        return low == "'s" or (plural and self.is_word(at + 1))

    def possessed(self, phrase: Phrase, name: Name) -> Phrase:
        """“Obeidi's Reform Alliance”, “Iraq's oil minister”, “Pruitt's Democratic partner, Sen.
        X”.
        """
        at = name.last + 1
        inner = self.phrase_at(at) if at < len(self.tokens) and self.is_word(at) else None
        if inner is None or not inner.animate or inner.kind == "pronoun":
            inner = self.noun_phrase(at - 1, opened=at)
        if inner is None or not inner.animate:
            phrase.under = True
            return phrase
        inner.first = phrase.first
        inner.det = "definite" if not inner.name else inner.det
        inner.owner = name
        inner.country = inner.country or self.lexicon.countries.get(name.text.replace("’", "'"), "")
        if inner.kind != "name":
            inner.start, inner.text = phrase.start, self.body[phrase.start : inner.end]
        return inner

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
            ends = self.low(inner.last) in {",", ".", ")", ";", "", "that", "which"}
            if phrase.name.kind == "organisation" and ends:
                phrase.head = phrase.head or inner.head
            if not phrase.name.kind and not phrase.roles and inner.det and ends:
                phrase.head = inner.head
                phrase.name.kind = "organisation"
            return
        if inner is None or inner.kind != "person" or inner.name:
            return
        after = self.low(inner.last)
        closes = inner.last >= len(self.tokens) or after in listed(
            """, . ; ) : depuis from in of who qui pour à et and"""
        )
        if closes and not (inner.det == "definite" and after not in {",", "."}):
            phrase.roles += inner.roles
            phrase.country = phrase.country or inner.country
            phrase.gender = phrase.gender or inner.gender

    def noun_phrase(self, at: int, opened: int = -1) -> Phrase | None:
        """An article with its noun, or a noun alone from `opened` on."""
        first = opened if opened >= 0 else at
        det, after = ("", opened) if opened >= 0 else self.determiner(at)
        if after >= len(self.tokens) or not self.is_word(after):
            return None
        if self.french and opened < 0 and self.low(after) in self.lexicon.auxiliaries:
            return None  # a pronoun: “l'a invité”
        if self.low(after) in {"côté", "tour", "part", "avis", "sein"} and det == "possessive":
            return None  # “de son côté”
        if (
            after in self.name_at
            and self.name_at[after].first == after
            and (self.french or self.name_at[after].kind != "person")
        ):
            name = self.name_at[after]
            kind = "state" if name.kind == "state" else "name"
            if not name.kind:
                name.kind = "organisation"
            if self.low(name.last) == "'s":
                return self.possessed(
                    Phrase(at, name.last, name.start, name.end, kind, name.text, name=name), name
                )
            if self.french or not self.is_noun(name.last):
                phrase = Phrase(
                    first, name.last, name.start, name.end, kind, name.text, name=name, det=det
                )
                if name.kind == "organisation" and self.french:
                    phrase.gender = {"le": "m", "la": "f", "du": "m", "au": "m"}.get(
                        self.low(at), ""
                    )
                return phrase
        if people := self.people(at, after, det):
            return people
        head, kind, last = self.head_of(after)
        if last <= after:
            return None
        if kind == "unknown" and self.french and det and (named := self.bearer(after, last)):
            head, kind, last = self.low(named.first - 1), "person", named.first
        if self.french and kind in ("thing", "unknown") and head in self.lexicon.documents:
            kind, last = "document", self.document_end(after, last)
        start = self.tokens[first if det in ("indefinite", "possessive") else after].start
        phrase = Phrase(first, last, start, self.tokens[last - 1].end, kind, "", head, det)
        self.describe(phrase, first, after)
        if self.owns(phrase.last):
            return self.owned(phrase)
        self.attach_name(phrase)
        phrase.text = self.body[phrase.start : phrase.end]
        return None if phrase.head in TIME else phrase

    def document_end(self, after: int, last: int) -> int:
        """A document is its noun: “un rapport remis le 27 octobre” is “rapport”."""
        places = range(after, last)
        return next((at + 1 for at in places if self.low(at) in self.lexicon.documents), last)

    def people(self, at: int, after: int, det: str) -> Phrase | None:
        """“L'Argentin”, “la Ghanéenne Efua Darkwa”, “les Américains”: who is of a country."""
        if not self.french or after >= len(self.tokens) or after in self.name_at:
            return None
        token = self.tokens[after]
        if not token.is_capital or not is_demonym(self.tokens, after, self.lexicon):
            return None
        plural = self.low(at) in {"les", "des", "ces", "deux"}
        first = self.tokens[at if det == "indefinite" else after]
        kind = "crowd" if plural else "person"
        phrase = Phrase(at, after + 1, first.start, token.end, kind, "", token.low, det)
        low = token.low.rstrip("s") if plural else token.low
        phrase.country = self.lexicon.demonyms.get(low, "")
        feminine = low.endswith(("enne", "aise", "aine", "oise", "que"))
        phrase.gender, phrase.plural = "f" if feminine else "m", plural
        if low.endswith(("que", "ite", "e")) and not feminine:
            phrase.gender = self.gender_of_article(self.low(at))
        phrase.roles = [] if plural else [low]
        self.attach_name(phrase)
        phrase.text = self.body[phrase.start : phrase.end]
        return phrase

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

    def owned(self, owner: Phrase) -> Phrase:
        """“The central bank's governor, Huda Tamimi”; “her colleague's openness” is nobody."""
        inner = self.noun_phrase(owner.last, opened=owner.last + 1)
        owner.text = self.body[owner.start : owner.end]
        if inner is None or not inner.animate:
            owner.under = True
            return owner
        inner.first = owner.first
        inner.country = inner.country or owner.country
        if inner.kind != "name":
            inner.det = "definite"
            inner.start, inner.text = owner.start, self.body[owner.start : inner.end]
        return inner

    def attach_name(self, phrase: Phrase) -> None:
        """The name after an office: “la ministre Hélène Marsac”, “son avocat, Me Julien
        Fressange,”.
        """
        at = phrase.last
        if phrase.kind == "crowd" and phrase.head not in self.lexicon.roles:
            return
        if not self.french and phrase.kind == "person" and self.name_behind(phrase):
            return
        direct = self.name_at.get(at)
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
        if direct and phrase.det != "indefinite" and direct.kind not in ("state",):
            self.take_name(phrase, direct)
            return
        if (
            self.low(at) == ","
            and phrase.kind == "person"
            and self.low(at + 1) in self.words["determiners"]
        ):
            inner = self.noun_phrase(at + 1)
            if (
                inner
                and inner.kind == "name"
                and inner.roles
                and inner.name
                and inner.name.kind == "person"
                and self.low(inner.name.first - 1) != ","
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
            named = self.name_at.get(at + 1)
            if named and named.title == "Me" and phrase.head == "conseil":
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
                    and phrase.head not in FIRMS
                )
            ):
                after = self.low(named.last)
                ends = (
                    named.last >= len(self.tokens)
                    or not self.is_word(named.last)
                    or after in self.lexicon.auxiliaries
                )
                if (ends or after in {"of", "d'", "de", "du"}) and after != "'s":
                    self.take_name(phrase, named)

    def name_behind(self, phrase: Phrase) -> bool:
        """“Her opponent in November's election, Dwight Pell, called…”: a complement between."""
        at = phrase.last
        if self.low(at) not in self.words["prepositions"]:
            return False
        while at < len(self.tokens) and at - phrase.last < 9:
            low = self.low(at)
            if low == ",":
                break
            verb = low in self.lexicon.auxiliaries - {"'s"} or self.lexicon.is_verb(low, "f")
            if not (self.is_word(at) or low == "'s") or verb:
                return False
            at += 1
        named = self.name_at.get(at + 1)
        if self.low(at) != "," or named is None or named.kind in ("state", "organisation", "place"):
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
            if name.kind == "person":
                return
            name.kind = "organisation"
        elif phrase.kind == "person":
            owner = phrase.head in FIRMS and name.kind == "organisation"
            if name.kind == "organisation" and not name.title and not owner:
                return
            name.kind = "organisation" if owner else "person"
        elif phrase.kind in ("thing", "unknown") and not name.title:
            return
        phrase.name = name
        phrase.kind = "name"
        phrase.last, phrase.end = name.last, name.end
        phrase.gender = self.gender_of(name) or phrase.gender
        self.apposition(phrase)

    def bare(self, at: int) -> Phrase | None:
        """A noun without an article: “protesters”, “former officer”, “Kurdish lawmaker Shilan
        Barzinji”.
        """
        low, text = self.low(at), self.tokens[at].text
        lists = self.lexicon
        starts = low in lists.roles or low in lists.crowd or low in lists.institutions
        if self.french:
            two = f"{low} {self.low(at + 1)}"
            if not (starts or two in lists.roles):
                return None
            before = self.low(at - 1)
            opens = (
                at == 0 or before in {",", ":", "(", "“”"} or before in self.words["prepositions"]
            )
            plural = low in lists.crowd and before not in self.words["determiners"]
            return self.noun_phrase(at - 1, opened=at) if opens or plural else None
        if lists.is_verb(low, "f") and at and self.tokens[at - 1].is_word:
            return None
        starts = starts or (low.endswith("s") and low[:-1] in lists.roles)
        following = self.kind_of(self.low(at + 1))
        if (
            at == 0
            and self.tokens[at].is_capital
            and low not in self.words["adverbs"]
            and following in ("crowd", "institution")
        ) and text not in self.words["stop"]:
            return self.noun_phrase(at - 1, opened=at)
        if (
            text in lists.demonyms
            or low in {"former", "senior", "top", "local", "opposition", "retired", "veteran"}
            or starts
        ):
            return self.noun_phrase(at - 1, opened=at)
        if self.leads_to_name(at):
            return self.noun_phrase(at - 1, opened=at)
        return None

    def leads_to_name(self, at: int) -> bool:
        """“deputy fire chief Sam Lowe”, “home affairs spokeswoman X”: plain words, an office, a
        name.
        """
        if self.is_boundary(at) or self.lexicon.is_verb(self.low(at), "fipg") or self.french:
            return False
        for place in range(at + 1, min(at + 4, len(self.tokens))):
            if not self.is_word(place) or self.is_boundary(place):
                return False
            if self.low(place) in self.lexicon.roles:
                return place + 1 in self.name_at and self.name_at[place + 1].kind != "state"
        return False
