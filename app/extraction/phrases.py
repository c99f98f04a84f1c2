"""The phrases of a sentence that can be somebody: names, offices, crowds, institutions, pronouns."""

from dataclasses import dataclass, field

from app.extraction.lexicon import Lexicon
from app.extraction.names import Name, find_names
from app.extraction.tokens import Token

ORDINALS = {
    "fr": {
        "premier": "first", "première": "first", "premiers": "first", "second": "second", "seconde": "second",
        "deuxième": "second", "dernier": "last", "dernière": "last", "derniers": "last", "même": "same",
        "intéressé": "last", "intéressée": "last", "autre": "other", "un": "first", "une": "first",
    },
    "en": {"former": "first", "latter": "second", "first": "first", "second": "second", "other": "other", "same": "same"},
}  # fmt: skip
FEMININE_ORDINALS = {"première", "seconde", "dernière", "intéressée", "une"}
PLURALS = ("s", "x", "men", "people", "gens", "police", "women")
# Participles that begin what somebody did, rather than say which one is meant.
GONE = {
    "venu",
    "venue",
    "venus",
    "venues",
    "arrivé",
    "arrivée",
    "arrivés",
    "présent",
    "présente",
    "présents",
    "interrogé",
    "interrogée",
    "interrogés",
    "joint",
    "jointe",
    "cité",
    "citée",
    "contacté",
    "contactée",
    "rencontré",
    "rencontrée",
    "croisé",
    "croisée",
    "sollicité",
    "sollicitée",
    "ayant",
    "étant",
    "portant",
    "vivant",
    "habitant",
    "travaillant",
    "faisant",
    "venant",
    "disant",
    "requérant",
    "parlant",
    "souhaitant",
    "préférant",
    "hissé",
    "assis",
    "assise",
    "debout",
    "devant",
    "visiblement",
    "tout",
    "lundi",
    "rentré",
    "rentrée",
}
TITLES = {
    "col": "colonel", "lt": "officer", "gen": "general", "sen": "senator", "rep": "representative", "gov": "governor",
    "capt": "captain", "maj": "major", "sgt": "sergeant", "brig": "brigadier", "dr": "doctor", "prof": "professor", "adm": "admiral",
}  # fmt: skip
TIME = {
    "jour",
    "jours",
    "semaine",
    "semaines",
    "mois",
    "année",
    "années",
    "soir",
    "matin",
    "nuit",
    "journée",
    "heure",
    "heures",
    "week",
    "weeks",
    "day",
    "days",
    "month",
    "months",
    "year",
    "years",
    "night",
    "morning",
    "evening",
    "afternoon",
    "hour",
    "hours",
    "minute",
    "minutes",
    "weekend",
    "week-end",
}
STOP_INSIDE = {"'s"}


@dataclass(slots=True)
class Phrase:
    """Somebody, as the text puts it. `under` is set after a preposition: then it is no subject."""

    first: int
    last: int
    start: int
    end: int
    kind: str  # name, person, institution, crowd, state, pronoun, thing, unknown
    text: str
    head: str = ""
    det: str = ""  # definite, indefinite, possessive, demonstrative
    gender: str = ""
    plural: bool = False
    country: str = ""
    name: Name | None = None
    under: bool = False
    roles: list[str] = field(default_factory=list)
    members: list["Phrase"] = field(default_factory=list)
    owner: Name | None = None  # whose it is: “Obeidi's Reform Alliance”, “le fils de X”
    entity: int = -1
    former: bool = False

    @property
    def animate(self) -> bool:
        return self.kind not in ("thing", "unknown")


class Chunker:
    """Reads the phrases of one sentence from left to right."""

    def __init__(self, body: str, tokens: list[Token], lexicon: Lexicon) -> None:
        self.body = body
        self.tokens = tokens
        self.lexicon = lexicon
        self.words = lexicon.words
        self.french = lexicon.language == "fr"
        self.names = find_names(body, tokens, lexicon)
        self.name_at = {name.first: name for name in self.names}
        for name in self.names:  # a title or an office belongs to its name
            for back in range(name.first - 1, max(-1, name.first - 6), -1):
                if name.title and (tokens[back].text in self.words["titles"] or back <= name.role):
                    self.name_at.setdefault(back, name)
                else:
                    break

    def low(self, at: int) -> str:
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def is_word(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].is_word

    def find(self) -> list[Phrase]:
        phrases: list[Phrase] = []
        at = 0
        while at < len(self.tokens):
            phrase = self.phrase_at(at)
            if phrase is None:
                at += 1
                continue
            phrase.under = phrase.under or self.is_under(phrase)
            phrases.append(phrase)
            at = max(at + 1, phrase.last)
        return self.join(phrases)

    def phrase_at(self, at: int) -> Phrase | None:
        token = self.tokens[at]
        if token.quote >= 0:
            return None
        if token.text[0] == "-" and len(token.text) > 1:
            return self.pronoun(at, token.low.removeprefix("-t").lstrip("-"))
        if not token.is_word:
            return None
        if pronoun := self.pronoun(at, token.low):
            return pronoun
        if ordinal := self.ordinal(at):
            return ordinal
        if token.low in self.words["determiners"] and not (
            token.is_capital and at in self.name_at and self.name_at[at].first == at
        ):
            return self.noun_phrase(at)
        if at in self.name_at:
            return self.named(at)
        return self.bare(at)

    def pronoun(self, at: int, low: str) -> Phrase | None:
        token = self.tokens[at]
        genders = (("pronouns_m", "m"), ("pronouns_f", "f"))
        gender = next((gender for key, gender in genders if low in self.words[key]), "")
        plural = low in self.words["pronouns_plural"]
        if not gender and not plural and low not in self.words["indefinite_pronouns"]:
            return None
        if low in {"lui", "him", "her"} and self.low(at - 1) not in self.words["prepositions"] - {
            "de"
        }:
            return None
        if low == "her" and self.is_word(at + 1):
            return None
        if low in ("elles", "celles-ci"):
            gender = "f"
        kind = "pronoun" if gender or plural else "nobody"
        return Phrase(
            at, at + 1, token.start, token.end, kind, token.text, low, gender=gender, plural=plural
        )

    def ordinal(self, at: int) -> Phrase | None:
        """“Ce dernier”, “la seconde”, “the latter”, “l'intéressé”: somebody just named."""
        low, following = self.low(at), self.low(at + 1)
        which = ORDINALS[self.lexicon.language].get(following)
        demonstrative = low in {"ce", "cette", "ces"}
        if not which or low not in {"le", "la", "l'", "les", "the", "ce", "cette", "ces"}:
            return None
        if following in {"dernier", "dernière", "derniers"} and not demonstrative:
            return None
        if demonstrative and which != "last":
            return None
        after = self.low(at + 2)
        if self.is_word(at + 2) and not (
            after in self.lexicon.auxiliaries
            or self.lexicon.is_verb(after, "fg")
            or after
            in {
                "y",
                "n'",
                "ne",
                "s'",
                "se",
                "lui",
                "l'",
                "en",
                "qui",
                "ayant",
                "et",
                "leur",
                "nous",
                "who",
                "and",
                "avait",
            }
            or (
                self.french
                and after.endswith(("e", "ait", "ent", "a"))
                and following not in {"un", "une", "premier", "première", "dernier"}
            )
            or after in {"hausse", "hoche", "then", "also", "later", "merely"}
        ):
            return None
        gender = (
            "f"
            if following in FEMININE_ORDINALS or low in {"la", "cette"}
            else "m"
            if self.french
            else ""
        )
        if following in {"même", "autre"} and low == "le":
            gender = "m"
        named = self.name_at.get(at + 3) if after == "," else None
        if (
            named
            and which == "last"
            and named.kind != "state"
            and self.low(named.last) in {",", "."}
        ):
            named.kind = "person"
            return Phrase(
                at,
                named.last,
                self.tokens[at].start,
                named.end,
                "name",
                named.text,
                gender=gender,
                name=named,
            )
        end = self.tokens[at + 1].end
        return Phrase(
            at,
            at + 2,
            self.tokens[at].start,
            end,
            "pronoun",
            self.body[self.tokens[at].start : end],
            which,
            gender=gender,
        )

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
        if self.low(name.last) == "'s":
            return self.possessed(phrase, name)
        self.apposition(phrase)
        return phrase

    def titles_before(self, name: Name) -> list[str]:
        first = max(0, name.first - 4)
        return [self.low(place).rstrip(".") for place in range(first, name.first)]

    def possessed(self, phrase: Phrase, name: Name) -> Phrase:
        """“Obeidi's Reform Alliance”, “Iraq's oil minister”, “Pruitt's Democratic partner, Sen. X”."""
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

    def add_role(self, phrase: Phrase, place: int) -> None:
        low, text = self.tokens[place].low, self.tokens[place].text
        if place and f"{self.low(place - 1)} {low}" in self.lexicon.roles:
            low = f"{self.low(place - 1)} {low}"
        if low in self.lexicon.roles:
            phrase.roles.append(low)
        if text in self.lexicon.demonyms:
            phrase.country = self.lexicon.demonyms[text]

    def gender_of(self, name: Name) -> str:
        if name.title in self.words["titles_m"]:
            return "m"
        if name.title in self.words["titles_f"]:
            return "f"
        if name.kind in ("organisation", "state"):
            return ""
        return self.lexicon.first_names.get(name.words[0], "") if len(name.words) > 1 else ""

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
        if inner is None or inner.kind != "person" or inner.name:
            return
        after = self.low(inner.last)
        closes = inner.last >= len(self.tokens) or after in {
            ",",
            ".",
            ";",
            ")",
            ":",
            "depuis",
            "from",
            "in",
            "of",
            "who",
            "qui",
            "pour",
            "à",
            "et",
            "and",
        }
        if closes and not (inner.det == "definite" and after not in {",", "."}):
            phrase.roles += inner.roles
            phrase.country = phrase.country or inner.country
            phrase.gender = phrase.gender or inner.gender

    def bare(self, at: int) -> Phrase | None:
        """A noun without an article: “protesters”, “former officer”, “Kurdish lawmaker Shilan Barzinji”."""
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
        return None

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
        head, kind, last = self.head_of(after)
        if last <= after:
            return None
        start = self.tokens[first if det in ("indefinite", "possessive") else after].start
        phrase = Phrase(first, last, start, self.tokens[last - 1].end, kind, "", head, det)
        self.describe(phrase, first, after)
        if self.low(phrase.last) == "'s":
            return self.owned(phrase)
        self.attach_name(phrase)
        phrase.text = self.body[phrase.start : phrase.end]
        return None if phrase.head in TIME else phrase

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

    def is_noun(self, at: int) -> bool:
        low = self.low(at)
        return (
            low in self.lexicon.roles
            or low in self.lexicon.institutions
            or low in self.lexicon.crowd
        )

    def determiner(self, at: int) -> tuple[str, int]:
        """The kind of an article, and where the noun begins."""
        low = self.low(at)
        det = "definite"
        if low in self.words["indefinite"]:
            det = "indefinite"
        elif low in self.words["possessive"]:
            det = "possessive"
        elif low in {"ce", "cet", "cette", "ces", "this", "that", "these", "those"}:
            det = "demonstrative"
        at += 1
        while (
            at < len(self.tokens)
            and self.low(at) in self.words["determiners"]
            and self.low(at) not in {"l'", "d'"}
        ):
            if self.low(at) in {"le", "la", "les", "un", "une", "des"} and self.french:
                break
            at += 1
        return det, at

    def head_of(self, after: int) -> tuple[str, str, int]:
        """The noun of a phrase, what kind of somebody it is, and where the phrase ends."""
        lists = self.lexicon
        best = ("", "unknown", after)
        limit = self.limit(after)
        at = after
        while at < limit:
            two = f"{self.low(at)} {self.low(at + 1)}"
            three = f"{two} {self.low(at + 2)}"
            word = next(
                (one for one in (three, two, self.low(at)) if self.kind_of(one) != "unknown"), ""
            )
            if word:
                length = len(word.split())
                best = (word, self.kind_of(word), min(at + length, len(self.tokens)))
                if self.french or (best[1] == "crowd" and self.low(best[2]) == "of"):
                    break
                at += length
                continue
            if best[0] and not self.french and not lists.is_verb(self.low(at), "fpg"):
                pass
            at += 1
        head, kind, last = best
        if not head:
            low = self.low(after)
            return (
                low,
                "thing" if low in lists.things else "unknown",
                self.extend(limit if not self.french else after + 1, low, "unknown"),
            )
        return head, kind, self.extend(last, head, kind)

    def kind_of(self, word: str) -> str:
        lists = self.lexicon
        if word in lists.roles or word.endswith("-year-old"):
            return "person"
        if word in lists.institutions:
            return "institution"
        if word in lists.crowd:
            return "crowd"
        if self.french and word.endswith("s") and word[:-1] in lists.roles:
            return "crowd"
        if not self.french and word.endswith("s") and word[:-1] in lists.roles:
            return "crowd"
        return "unknown"

    def limit(self, after: int) -> int:
        """How far words before a noun can go: to a sign, a verb, a preposition, a name."""
        at = after
        most = after + (4 if self.french else 7)
        while at < len(self.tokens) and at < most and self.is_word(at):
            low = self.low(at)
            if at > after and self.is_boundary(at):
                break
            if at > after and at in self.name_at and self.name_at[at].first == at:
                break
            if low in STOP_INSIDE:
                break
            at += 1
        return max(at, after + 1)

    def is_boundary(self, at: int) -> bool:
        low = self.low(at)
        if (
            low in self.words["relatives"]
            or low in self.lexicon.auxiliaries
            or low in self.words["prepositions"]
        ):
            return True
        if (
            low in self.lexicon.weekdays
            or low in self.lexicon.months
            or low in self.words["adverbs"]
        ):
            return True
        if self.kind_of(low) != "unknown":
            return False
        if (
            low in self.words["determiners"]
            or low in self.words["pronouns_m"]
            or low in self.words["pronouns_f"]
        ):
            return True
        if not self.tokens[at].is_word or low in {
            "ne",
            "n'",
            "not",
            "lui",
            "leur",
            "se",
            "s'",
            "y",
            "également",
            "then",
            "also",
            "later",
        }:
            return True
        return (self.lexicon.is_verb(low, "fg") and low not in {"promis", "inscrit"}) or (
            low.endswith("ing")
            and not self.french
            and at > 0
            and self.kind_of(self.low(at - 1)) != "unknown"
        )

    def extend(self, at: int, head: str, kind: str) -> int:
        """Where a phrase ends: adjectives and complements after its noun belong to it."""
        first = at
        while at < len(self.tokens) and at - first < 14 and self.is_word(at):
            low = self.low(at)
            if (
                at in self.name_at
                and self.name_at[at].first <= at
                and self.name_at[at].kind != "state"
                and self.low(at - 1) not in self.words["prepositions"]
            ):
                break
            if low == "en" and self.low(at + 1) in {
                "question",
                "noir",
                "blanc",
                "colère",
                "grève",
                "uniforme",
                "exil",
                "exercice",
                "chef",
                "fuite",
            }:
                at += 2
                continue
            if self.is_inner(at, head, kind):
                at = self.complement(at)
                continue
            if not self.french or self.is_boundary(at) or low in self.lexicon.calling:
                break
            if self.tokens[at].is_capital and at in self.name_at:
                break
            if low in GONE or (kind != "unknown" and self.lexicon.is_verb(low, "fg")):
                break
            at += 1
            if at - first > 3 and kind == "unknown":
                break
        return at

    def is_inner(self, at: int, head: str, kind: str) -> bool:
        """Whether a preposition goes on with the phrase: “de la Défense”, “of Sines”, “en Irak”."""
        low, following = self.low(at), self.low(at + 1)
        if not self.is_word(at + 1) and at + 1 < len(self.tokens):
            return False
        if (
            following in self.lexicon.weekdays
            or following in self.words["pronouns_m"]
            or following in {"nouveau", "côté", "fait", "son", "sa"}
        ):
            return False
        if self.french:
            if low in {"de", "du", "des", "d'"}:
                if kind in ("unknown", "thing"):
                    return False
                return not (
                    self.lexicon.is_verb(following, "i") and following not in self.lexicon.roles
                )
            if low in {"à", "au", "aux"}:
                office = head in {
                    "ministre",
                    "secrétaire",
                    "candidat",
                    "candidate",
                    "délégué",
                    "déléguée",
                    "élu",
                    "ancien ministre",
                }
                return (
                    office
                    or self.low(at - 1)
                    in {
                        "délégué",
                        "déléguée",
                        "établi",
                        "établie",
                        "installé",
                        "installée",
                        "candidat",
                        "candidate",
                        "chargé",
                    }
                    or (following in {"l'", "la"} and office)
                )
            if low == "en":
                return (
                    (at + 1) in self.name_at
                    and self.name_at[at + 1].kind == "state"
                    and kind == "person"
                )
            return False
        if low == "of":
            return True
        if low in {"for", "to", "at", "from", "in", "on"} and kind == "person":
            after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
            if low == "for":
                return following in {"the", "his", "her", "its", "a"} or bool(
                    after and after.is_capital
                )
            if low == "in":
                return (at + 1) in self.name_at and head in {
                    "consul",
                    "ambassador",
                    "envoy",
                    "judge",
                    "correspondent",
                    "pharmacist",
                    "doctor",
                    "teacher",
                }
            if low == "to":
                return head in {"ambassador", "envoy", "adviser", "advisor", "aide"}
            return False
        return False

    def complement(self, at: int) -> int:
        """The end of what a preposition brings: articles, words, a name."""
        at += 1
        while at < len(self.tokens) and self.low(at) in self.words["determiners"]:
            at += 1
        if at in self.name_at:
            return max(self.name_at[at].last, at + 1)
        if at < len(self.tokens) and self.is_word(at):
            at += 1
        while (
            not self.french
            and at < len(self.tokens)
            and self.is_word(at)
            and not self.is_boundary(at)
            and at not in self.name_at
        ):
            at += 1
        return at

    def describe(self, phrase: Phrase, first: int, after: int) -> None:
        """Gender, number, country and offices of a phrase."""
        low = self.low(first)
        lists = self.lexicon
        for place in range(after, min(phrase.last, len(self.tokens))):
            text = self.tokens[place].text.replace("’", "'")
            if self.low(place) in lists.demonyms or text in lists.demonyms:
                phrase.country = (
                    phrase.country
                    or lists.demonyms.get(text, "")
                    or lists.demonyms.get(self.low(place), "")
                )
            if place in self.name_at and self.name_at[place].kind == "state":
                named = self.name_at[place].text.replace("’", "'")
                phrase.country = (
                    phrase.country
                    or lists.countries.get(named, "")
                    or lists.capital_of.get(named, "")
                )
        base = phrase.head if phrase.head in lists.roles else phrase.head[:-1]
        phrase.gender = (
            lists.roles.get(base, "").replace("e", "") if phrase.kind in ("person", "crowd") else ""
        )
        if self.french and phrase.kind == "person":
            phrase.gender = phrase.gender or (
                "m"
                if low in self.words["masculine"]
                else "f"
                if low in self.words["feminine"]
                else ""
            )
        if any(
            self.low(place) in {"ancien", "ancienne", "former", "ex", "retired"}
            for place in range(first, min(phrase.last, len(self.tokens)))
        ):
            phrase.former = True
        if self.french and phrase.kind == "institution":
            phrase.gender = (
                "m"
                if low in self.words["masculine"]
                else "f"
                if low in self.words["feminine"]
                else ""
            )
        phrase.plural = phrase.kind == "crowd" or (
            low in {"les", "des", "ces", "these", "those", "deux", "two"}
            and phrase.kind != "institution"
        )
        if phrase.kind == "person":
            phrase.roles.append(phrase.head)
            words = [self.low(place) for place in range(after, phrase.last)]
            joined = " ".join(words).replace("' ", "'")
            phrase.roles += [
                role
                for role in lists.groups
                if " " in role and role in joined and role != phrase.head
            ]

    def attach_name(self, phrase: Phrase) -> None:
        """The name after an office: “la ministre Hélène Marsac”, “son avocat, Me Julien Fressange,”."""
        at = phrase.last
        if phrase.kind == "crowd" and phrase.head not in self.lexicon.roles:
            return
        direct = self.name_at.get(at)
        if direct and phrase.kind == "institution" and not direct.title and direct.kind != "state":
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
            if (
                named
                and not named.kind
                and phrase.det == "indefinite"
                and self.kind_of(self.low(at - 1)) == "institution"
            ):
                named.kind = "organisation"
            if (
                named
                and named.kind != "state"
                and not (named.kind == "organisation" and phrase.kind == "person")
            ):
                after = self.low(named.last)
                ends = (
                    named.last >= len(self.tokens)
                    or not self.is_word(named.last)
                    or after in self.lexicon.auxiliaries
                )
                if (ends or after in {"of", "d'", "de", "du"}) and after != "'s":
                    self.take_name(phrase, named)

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
            if name.kind == "organisation" and not name.title:
                return
            name.kind = "person"
        elif phrase.kind in ("thing", "unknown") and not name.title:
            return
        phrase.name = name
        phrase.kind = "name"
        phrase.last, phrase.end = name.last, name.end
        phrase.gender = self.gender_of(name) or phrase.gender
        self.apposition(phrase)

    def is_under(self, phrase: Phrase) -> bool:
        """Whether a preposition stands before a phrase."""
        at = phrase.first
        low = self.low(at)
        if self.french and low in {"au", "aux", "du"}:
            return True
        if (
            low == "des"
            and at > 0
            and self.tokens[at - 1].is_word
            and self.kind_of(self.low(at - 1)) != "unknown"
        ):
            return True
        before = self.low(at - 1)
        if before in {"l'", "le", "la", "les", "the"}:
            before = self.low(at - 2)
        if before == "as" and phrase.name:
            return False
        if phrase.name and phrase.first == phrase.name.first and phrase.name.kind != "person":
            for back in range(phrase.first - 1, max(-1, phrase.first - 5), -1):
                low = self.low(back)
                if low in self.words["prepositions"]:
                    return True
                plain = (
                    self.is_word(back)
                    and not self.tokens[back].is_capital
                    and low not in self.lexicon.verbs
                )
                if not plain or low in self.words["relatives"] or low in self.words["adverbs"]:
                    break
        return before in self.words["prepositions"]

    def join(self, phrases: list[Phrase]) -> list[Phrase]:
        """Make one of “Moscou et Pékin”, “Inês Carvalhal and Rui Mendonça”."""
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
            else:
                joined.append(phrase)
        return joined

    def joins(self, one: Phrase, other: Phrase) -> bool:
        kinds = {"name", "state", "joint"}
        between = self.low(one.last)
        if one.kind not in kinds or other.kind not in kinds - {"joint"} or other.under:
            return False
        return between in {"et", "and"} and other.first == one.last + 1
