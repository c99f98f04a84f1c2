"""The complements of a noun: how far the words before it and behind it go."""

from app.extraction.extents import NAMED_BODIES
from app.extraction.lexicon import listed
from app.extraction.sites import BEFORE_PLACE
from app.extraction.sources import CHANNELS, CLOSE, WHOEVER, SourceReader

OFFICES_AT = listed(
    """ambassadeur ambassadrice candidat candidate conseiller conseillère délégué déléguée élu
    envoyé envoyée ministre participant participante participantes participants professeur
    professeure représentant représentante secrétaire"""
)
LEARNED = listed(
    """chercheur chercheuse docteur doctorant doctorante étudiant étudiante étudiantes étudiants
    expert experte experts ingénieur ingénieure licencié maître professeur professeure
    spécialiste"""
)
CIRCLE = listed(
    """ami amie cadre collaborateur collaboratrice conseiller conseillère membre membres proche
    proches responsable"""
)
# What begins the object of a verb.
OBJECTS = listed("des l' la le les leur leurs sa ses son un une")
SOURCES = listed("personne personnes quelqu'un source sources")
FIELDS = listed("banque cour école faculté hôpital institut parquet sécurité tribunal université")
HEARERS = listed(
    "afp agence barre chaîne fin issue presse radio sortie suite télévision tribune veille"
)
SETTLED = listed("candidat candidate chargé délégué déléguée établi établie installé installée")
STREETS = listed("avenue boulevard faubourg impasse marché place quai quartier rue souk village")
CIVIC = ("al", "ial", "ary", "ic", "ive", "ian", "ar", "ity", "ese", "ish")
RANKED = listed("acting chief deputy former interim lead resident senior special top")
MISSIONS = listed("consulate delegation embassy mission")
GATHERED = listed("audience congregation crowd")
SENT_TO = listed(
    """adviser advisor aide ambassador assistant attorney consultant counsel counsellor delegate
    deputy emissary envoy heir lawyer neighbor neighbour representative secretary spokesman
    spokeswoman successor"""
)
POSTED_IN = listed("ambassador consul correspondent doctor envoy judge pharmacist teacher")
# Behind “en”, how somebody is or looks: “un homme en costume”, “des infirmières en grève”.
BEHIND_EN = listed(
    """blanc blouse chef civil colère costume exercice exil fuite grève larmes noir question robe
    tenue uniforme veste"""
)
AGED = {"âgé", "âgée", "âgés"}
UNKNOWN = {"inconnu", "inconnue", "méconnu", "méconnue", "connu", "connue"}
LONGEST = 14  # tokens behind a noun that can belong to it


class ComplementReader(SourceReader):
    """Reads how far a phrase goes, from its noun on."""

    def limit(self, after: int) -> int:
        """How far words before a noun can go: to a sign, a verb, a preposition, a name."""
        at = after
        most = after + (4 if self.french else 7)
        while at < len(self.tokens) and at < most and self.is_word(at):
            if (owner := self.owner_before_noun(at)) > at:
                at, most = owner, most + owner - at
                continue
            if at > after and self.is_boundary(at):
                break
            if at > after and at in self.name_at and self.name_at[at].first == at:
                break
            at += 1
        return max(at, after + 1)

    def owner_before_noun(self, at: int) -> int:
        """“a Department of Health spokesperson”, “a former England striker”: where the name ends
        of an institution or a country whose somebody follows.
        """
        name = self.name_at.get(at)
        if self.french or name is None or name.first != at or name.title or name.kind == "person":
            return at
        owned = not name.kind and self.low(at - 1) in self.words["possessive"]
        known = owned or name.kind in ("organisation", "state")  # “his Lib Dem opposite number”
        if self.low(at - 1) == "the" and self.is_civic(name.last):
            return name.last  # “the Nineveh provincial council”
        beside = name.last + 1 if self.is_between(name.last) else name.last
        noun = self.is_noun(beside) and not self.is_doing(beside)  # “The UN accused Israel of…”
        return name.last if known and noun else at

    def is_between(self, at: int) -> bool:
        """Whether an adjective stands between an owner and the noun: “UN humanitarian envoy”."""
        low = self.low(at)
        known = low.endswith(CIVIC) or low in self.words["portfolios"] or low in RANKED
        return known and self.is_word(at) and not self.is_noun(at)

    def is_civic(self, at: int) -> bool:
        """Whether “provincial council”, “criminal court” stand there, behind a place's name."""
        low = self.low(at)
        adjective = low.endswith(CIVIC) or low in self.words["portfolios"]
        adjective = adjective and not self.tokens[at].is_capital
        return adjective and self.low(at + 1) in self.lexicon.institutions

    def extend(self, at: int, head: str, kind: str) -> int:
        """Where a phrase ends: adjectives and complements after its noun belong to it."""
        first = at
        while at < len(self.tokens) and at - first < LONGEST and self.is_word(at):
            if self.begins_name(at):
                break
            ahead = self.complement_behind(at, head, kind)
            if ahead > at:
                at = ahead
                continue
            low = self.low(at)
            if not self.french or self.ends_here(at, head, kind):
                break
            if low in {"proche", "proches"} and at > first and head not in SOURCES | CHANNELS:
                break  # “un responsable kurde proche du dossier”: how he knows, not who he is
            at += 1
            if kind == "unknown" and at - first > 3:
                break
            if low == "présentes" and head in SOURCES:
                break
        return at

    def begins_name(self, at: int) -> bool:
        """Whether somebody else's name stands there, with no preposition to bring it."""
        name = self.name_at.get(at)
        named = name is not None and name.first <= at and name.kind != "state"
        return named and self.low(at - 1) not in self.words["prepositions"]

    def complement_behind(self, at: int, head: str, kind: str) -> int:
        """The end of a complement that begins there; where it stands, if none does."""
        low, following = self.low(at), self.low(at + 1)
        if low == "en" and following in BEHIND_EN:
            return at + 2
        if self.is_inner(at, head, kind):
            return self.complement(at)
        if self.french:
            if kind == "institution" and self.low(at + 2) in UNKNOWN:
                return at + 3  # “un groupe jusqu'ici inconnu, les Gardiens de la plaine”
            told = low == "au" and following in {"fait", "sein"} and head in SOURCES
            return at + 2 if told else at  # “une source au fait des discussions”
        if (low, following) in CLOSE and self.may_be_near(head, kind):
            return self.object_of(at + 2)
        if low == "who" and head in WHOEVER and (end := self.relative(at)):
            return end
        return (kind == "person" and self.workplace(at)) or at

    def ends_here(self, at: int, head: str, kind: str) -> bool:
        """Whether a French phrase ends before a word: grammar, a name, a verb, a participle."""
        low, following = self.low(at), self.low(at + 1)
        if self.is_boundary(at) or low in self.lexicon.calling or self.is_strange_verb(at):
            return True
        if self.tokens[at].is_capital and at in self.name_at:
            return True
        if low in STREETS and at + 1 in self.name_at:
            return True  # “des centaines de femmes place Tahrir”
        infinitive = low.endswith(("er", "ir", "re")) and self.lexicon.is_verb(low, "i")
        if infinitive and kind in ("person", "crowd"):
            return True  # “J'entends les miliciens crier”
        if low == "présentes" and head in SOURCES:
            return False  # “l'une des personnes présentes”
        if low in AGED and following not in {"de", "d'"}:
            return False  # “une dame âgée”
        verb = kind != "unknown" and self.lexicon.is_verb(low, "fg")
        return verb or low in self.words["apart"]

    def is_strange_verb(self, at: int) -> bool:
        """“Son fils hausse les épaules”: what no list has, and an article behind it, is a verb."""
        low = self.low(at)
        if low in self.lexicon.demonyms or low in {"parfait", "distrait", "proche", "proches"}:
            return False
        if low.endswith(("ait", "aient")):
            return True
        finite = low.endswith(("e", "a", "ent", "it", "nd", "et", "rt"))
        return finite and self.low(at + 1) in OBJECTS

    def is_inner(self, at: int, head: str, kind: str) -> bool:
        """Whether a preposition goes on with the phrase: “de la Défense”, “of Sines”, “en Irak”."""
        following = self.low(at + 1)
        if not self.is_word(at + 1) and at + 1 < len(self.tokens):
            return False
        if following in self.lexicon.weekdays or following in self.words["pronouns_m"]:
            return False
        if following in {"nouveau", "côté", "fait"}:
            return False
        if following in {"son", "sa"} and head not in CIRCLE and kind != "crowd":
            return False
        if self.french:
            return self.is_inner_french(at, head, kind)
        posted = kind == "institution" and head in MISSIONS and self.low(at) == "in"
        if posted or (head in GATHERED and self.low(at) in {"in", "at", "outside"}):
            return self.low(at + 1) in self.words["determiners"] or self.tokens[at + 1].is_capital
        if head in {"words", "eyes", "view", "opinion"}:
            return False  # “in the words of one diplomat”
        return self.low(at) == "of" or (kind == "person" and self.is_inner_english(at, head))

    def is_inner_french(self, at: int, head: str, kind: str) -> bool:
        """“ministre à la Défense”, “un négociant établi à Genève”, “ambassadrice en Irak”."""
        low, following = self.low(at), self.low(at + 1)
        if low in {"de", "du", "des", "d'"}:
            infinitive = self.lexicon.is_verb(following, "i") and not self.is_noun(at + 1)
            infinitive = infinitive or following in {"avoir", "être", "ne", "n'", "s'"}
            return kind not in ("unknown", "thing") and not infinitive
        if low in {"à", "au", "aux"}:
            place = at + 1
            while self.low(place) in {"la", "l'", "le", "les"}:
                place += 1
            if self.low(place) in HEARERS:
                return False
            field = kind == "person" and self.low(place) in self.words["portfolios"] | FIELDS
            return field or head in OFFICES_AT or self.low(at - 1) in SETTLED
        return low == "en" and kind == "person" and (self.is_state(at + 1) or head in LEARNED)

    def is_inner_english(self, at: int, head: str) -> bool:
        """“a spokeswoman for the embassy”, “the consul in Basra”, “envoy to Iraq”."""
        low, following = self.low(at), self.low(at + 1)
        if low == "for":
            capital = at + 1 < len(self.tokens) and self.tokens[at + 1].is_capital
            return following in {"the", "his", "her", "its", "a"} or capital
        if low == "in":
            return at + 1 in self.name_at and head in POSTED_IN
        return low == "to" and head in SENT_TO

    def noun_behind(self, at: int) -> int:
        """“the head of the UN nuclear watchdog”: a name that belongs to a noun behind it."""
        if self.french or self.low(at) == "'s":
            return at
        for place in range(at, min(at + 3, len(self.tokens))):
            if not self.is_word(place) or self.is_boundary(place) or place in self.name_at:
                return at
            if self.is_noun(place) or self.low(place) in {"family", "household", "clan", "tribe"}:
                more = self.low(place + 1) in self.lexicon.institutions  # “the UN refugee agency”
                return place + 1 + more
        return at

    def complement(self, at: int) -> int:
        """The end of what a preposition brings: articles, words, a name."""
        at += 1
        while at < len(self.tokens) and self.low(at) in self.words["determiners"]:
            at += 1
        if at in self.name_at:
            return self.noun_behind(max(self.name_at[at].last, at + 1))
        ruling = self.low(at).endswith("ing") and self.is_noun(at + 1)  # “the ruling coalition”
        if self.is_word(at) and (self.french or ruling or not self.is_boundary(at)):
            at += 1
        low = self.low(at - 1)
        if self.french and low in STREETS and at in self.name_at:
            return self.name_at[at].last
        body = low in BEFORE_PLACE or low in NAMED_BODIES or low in self.lexicon.institutions
        if self.french and body and at in self.name_at:
            name = self.name_at[at]  # “président de la région Normandie”, “de l'ONG Eau claire”
            return at if name.words[0] in self.lexicon.first_names else name.last
        while (
            not self.french
            and at < len(self.tokens)
            and self.is_word(at)
            and not self.is_boundary(at)
            and not self.is_many_saying(at)
            and not self.is_past_here(at)
            and at not in self.name_at
        ):
            at += 1
        return at

    def is_past_here(self, at: int) -> bool:
        """“A father of four raised his voice”: a verb, for an article stands behind it."""
        return self.low(at).endswith("ed") and self.low(at + 1) in self.words["determiners"]

    def is_many_saying(self, at: int) -> bool:
        """“Residents of the marshes say they…”: a plural's verb, which has no ending."""
        form = self.lexicon.verbs.get(self.low(at))
        behind = {"they", "that", "he", "she", "it", "there", "“”"} | self.words["determiners"]
        says = form is not None and form.says and "i" in form.shapes
        return says and (self.low(at + 1) in behind or at + 1 in self.name_at)
