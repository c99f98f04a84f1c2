"""The name of who holds an office: right behind it, behind a comma, a dash or a complement."""

from app.extraction.bearers import FIRMS, BearerReader
from app.extraction.lexicon import listed
from app.extraction.name import Name
from app.extraction.phrase import Phrase

FILLED = ("person", "institution")
NAMED = listed(
    "called dénommé dénommée identifié identified identifiée named nommé nommée prénommé prénommée"
)
ARTICLES = {"le", "la", "l'", "les"}
DASHES = {"-", "--", "–", "—"}


class AttachedReader(BearerReader):
    """Looks around an office for the name that goes with it."""

    def attach_name(self, phrase: Phrase) -> None:
        """“La ministre Hélène Marsac”, “son avocat, Me Julien Fressange,”."""
        if self.is_settled(phrase):
            return
        at = self.name_place(phrase)
        direct = self.name_at.get(at)
        if direct and self.is_theirs(phrase, at):
            phrase.last, phrase.end = direct.last, direct.end
            return
        plain = self.french and phrase.kind in ("thing", "unknown")
        if plain and self.low(phrase.first - 1) in self.words["prepositions"]:
            return  # “a plaidé en marge de l'audience Me Maud Lantier”
        if direct and self.takes_beside(phrase, direct, at):
            return
        if self.low(at) == ",":
            self.look_behind_comma(phrase, at)

    def is_settled(self, phrase: Phrase) -> bool:
        """Whether its name was found apart, or none is to be looked for."""
        at = phrase.last
        if phrase.kind == "crowd" and phrase.head not in self.lexicon.roles:
            return True
        if phrase.kind in FILLED and self.name_behind(phrase):
            return True
        bare = self.french and phrase.kind == "institution" and not phrase.det
        if bare and self.low(phrase.first - 1) in {"de", "d'"}:
            return True  # “a martelé lors d'un point de presse Liu Wenbo”
        if self.low(at) in DASHES and self.parted(phrase, at):
            return True
        return self.low(at) in {"et", "and"} and self.holds_both(phrase, at)

    def name_place(self, phrase: Phrase) -> int:
        """Where its name would begin, behind “named”, “identified as”, or a place in brackets."""
        at = phrase.last
        if phrase.kind == "person":
            if self.low(at) in NAMED:
                at += 1 + (self.low(at + 1) in {"as", "comme"})
            elif self.low(at) == "," and self.low(at + 1) in NAMED:
                at += 2 + (self.low(at + 2) in {"as", "comme"})  # “The man, identified as X, said”
            elif "who" in (self.low(at), self.low(at + 1)):
                at = self.given_name(at + (self.low(at) == ","))
        if self.french and self.low(at) == "(" and (closed := self.bracket_end(at)):
            return closed  # “Le gérant d'un foyer de Rezé (Loire-Atlantique), Gilles Morvan, a dit”
        return at

    def takes_beside(self, phrase: Phrase, direct: Name, at: int) -> bool:
        """Whether a name that stands right there is taken, or is that of its group."""
        group = (
            not self.french
            and phrase.kind == "person"
            and phrase.last - phrase.first > 2
            and self.kind_of(self.low(at - 1)) == "institution"
            and self.low(at - 1) != phrase.head
        )
        if group and direct.kind in ("", "organisation"):
            direct.kind = "organisation"  # “chief executive of the German group Kloss Logistik”
            phrase.last, phrase.end = direct.last, direct.end
            return True
        titled = bool(direct.title) or direct.kind in ("state", "person")
        if phrase.kind == "institution" and not titled:
            direct.kind = "organisation"
        called = at > phrase.last and direct.kind != "organisation"
        if phrase.kind == "person" and self.low(direct.last) == "'s":
            inner = self.phrase_at(direct.first)  # “oil trader Vitol's Russell Hardy”
            if inner and inner.name and inner.name.first == direct.last + 1:
                direct.kind = "organisation"
                direct = inner.name
        if direct.kind == "state" or (phrase.det == "indefinite" and not called):
            return False
        self.take_name(phrase, direct)
        return True

    def look_behind_comma(self, phrase: Phrase, at: int) -> None:
        """“Son confrère, le docteur Luc Rey,”, “the chairman, Dwight Pell, said”."""
        if phrase.kind == "person" and self.takes_apposed(phrase, at):
            return
        if phrase.kind not in FILLED or phrase.det == "demonstrative":
            return
        named = self.name_behind_comma(phrase, at)
        if named is None or self.is_fronted_place(phrase, named):
            return
        theirs = phrase.det == "possessive" and named.kind == "person"
        if phrase.head == "conseil" and (named.title == "Me" or theirs):
            phrase.kind = "person"  # “son conseil, Me Hugues Lar”: a lawyer
        firm = named.kind == "organisation" and phrase.kind == "person"
        if named.kind == "state" or (firm and phrase.head not in FIRMS | {"one", "another"}):
            return
        if self.closes(phrase, named):
            self.take_name(phrase, named)

    def takes_apposed(self, phrase: Phrase, at: int) -> bool:
        """Whether another office of the same person follows, with the name or without."""
        determined = self.low(at + 1) in self.words["determiners"]
        if not determined and phrase.head not in {"one", "another"}:
            return False
        inner = self.noun_phrase(at + 1 if determined else at, -1 if determined else at + 1)
        if inner is None:
            return False
        if (
            inner.kind == "name"
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
            return True
        if inner.kind == "person" and inner.det == "indefinite" and phrase.det == "possessive":
            phrase.start, phrase.end, phrase.last = inner.start, inner.end, inner.last
            phrase.det, phrase.gender = "indefinite", phrase.gender or inner.gender
            return True
        return False

    def name_behind_comma(self, phrase: Phrase, at: int) -> Name | None:
        """The name behind a comma, its title or its article left aside."""
        body = self.french and phrase.kind == "institution" and phrase.det == "indefinite"
        own = self.name_at.get(at + 2) if body and self.low(at + 1) in ARTICLES else None
        if own and own.kind == "organisation":
            return own
        titled = self.french and self.low(at + 1) in self.words["titles"]  # “, cheikh Hamid Ali,”
        return self.name_at.get(at + 1 + titled)

    def closes(self, phrase: Phrase, named: Name) -> bool:
        """Whether what follows a name behind a comma makes it the office's: a sign, a verb."""
        after = self.low(named.last)
        acts = after in self.lexicon.auxiliaries
        ends = named.last >= len(self.tokens) or not self.is_word(named.last) or acts
        # “née d'un docker et d'une institutrice, Luce Rey avait…”: her parents
        elsewhere = phrase.det == "indefinite" and acts
        if elsewhere and self.low(phrase.first - 1) in {"d'", "de"}:
            return False
        return (ends or after in {"of", "d'", "de", "du"}) and after != "'s"

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
