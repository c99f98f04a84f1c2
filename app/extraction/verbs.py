"""Whether a form is a verb at its place, and what its group makes of it."""

from app.extraction.lexicon import listed
from app.extraction.phrase import Phrase, stand_in
from app.extraction.subjects import INERT, SubjectFinder
from app.extraction.words import is_taken_up

LESSER = {"à", "de", "d'", "par"}  # “s'est contenté de”, “a tenu à”, “a fini par”
# Behind a speech, before one of them: « … », n'a cessé de répéter X; « … », vient de rappeler X.
BEGINNING = listed(
    """a aime aiment avait cesse cessent continue continuent est était finit ont sont tiennent tient
    venait viennent vient"""
)
OWNERS = listed("elle elles il ils on qui")
QUOTES = listed("cited cites citing described heard overheard quote quoted quotes quoting")
MODALS = listed(
    """allaient allait can could devaient devait devra devrait did do does doit doivent may might
    must peut pourrait pouvait should va veut vont voudrait voulait will would"""
)

# What must follow a verb that is otherwise none of saying: “faire savoir”, “hit back”.
NEEDS_AFTER = {
    "faire": listed(
        """allusion comprendre entendre état mention miroiter observer part référence remarquer
        savoir valoir"""
    ),
    "laisser": {"entendre", "éclater", "échapper", "entrevoir", "planer", "tomber"},
    "mettre": {"en", "à"},
    "tenir": {"à", "pour"},
    "prendre": {"acte", "à", "aux", "au"},
    "rendre": {"hommage"},
    "vendre": {"la"},
    "go": {"on", "further"},
    "put": {"it"},
    "make": {"clear", "known", "plain"},
    "give": set(),
    "issue": set(),
    "point": {"out"},
    "hit": {"back", "out"},
    "fire": {"back"},
    "spell": {"out"},
    "let": {"known", "slip"},
    "deliver": set(),
    "pay": {"homage", "tribute"},
    "raise": set(),
    "renew": set(),
    "take": set(),
    "talk": {"about", "of", "up"},
    "brush": {"aside", "off"},
    "play": {"down"},
    "push": {"back", "for"},
    "sum": {"up"},
    "wave": {"aside", "away", "off"},
    "worry": {"about", "aloud", "over", "that"},
    "find": {"it"},
    "draw": set(),
    "introduire": set(),
    "attaquer": set(),
}
# Participles with “être” that are no passives: “est intervenu”, “est persuadé que”.
NO_PASSIVE = ("convainc", "conven", "interven", "persuad", "reven")
# Verbs that say only with a noun of saying: “took the view that”, “renewed a call for”.
LIGHT = {"deliver", "give", "issue", "make", "raise", "renew", "take"}
TELLING = listed(
    """accusation accusations allegation allegations appeal appeals assertion assurance assurances
    call calls case charge charges claim claims commitment complaint complaints demand demands
    denial guarantee guarantees objection plea pledge point prediction promise promises request
    threat threats ultimatum undertaking view vow warning warnings"""
)
BEHIND_TELLING = {"“”", ":", "about", "against", "for", "of", "that", "to"}
# Determiners that before a verb are its object or its subject: “leur a dit”, “that said”.
PRONOUNS = listed("en her l' la le les leur that these this those")
# What looks like a verb of saying, and mostly is a noun, an adverb or a preposition.
NOT_SAYING_FR = listed(
    """avant cependant concernant cours devant maintenant ment notamment note pendant posté pouvant
    reste suivant tant titre"""
)


class VerbReader(SubjectFinder):
    """Reads the verb groups of one sentence."""

    def quoted_as(self, at: int) -> Phrase | None:
        """“She quoted him as joking that…”: whom somebody else quotes."""
        if not {self.low(place) for place in range(max(0, at - 8), at)} & QUOTES:
            return None
        if self.low(at - 1) in {"him", "her", "them"}:
            return stand_in(self.tokens, at - 1)
        one = self.ends.get(at)
        if one and self.low(one.first - 1) == "by":  # “X was quoted by the agency as saying”
            one = next((p for p in self.phrases if p.last < at and not p.under and p.animate), None)
        return one if one and one.animate and one.kind != "nobody" else None

    def after_modal(self, at: int, first: int) -> bool:
        """“His deputy, Lina Azzam, would say only that…”: as good as a finite verb."""
        group = {self.low(place) for place in range(first, at)}
        return bool(group & MODALS) and "to" not in group

    def is_plural_present(self, first: int) -> bool:
        """“His critics call them "PowerPoint dams"”: an English plural's verb has no ending."""
        said = self.low(first - 1) == "“”" or self.low(first - 2) == "“”"
        one = self.starts.get(first + 1) if said else self.ends.get(first)
        if one and one.under:  # “Drivers from the union warn the deal is…”
            one = self.main_subject(first)
        if self.low(first - 1) == ",":  # “Supporters, including Joan Pike, call it "overdue"”
            one = self.main_subject(first)
        return bool(one and one.plural and one.animate and not one.under)

    def far_auxiliary(self, at: int) -> int:
        """“Moscou a de son côté accusé”: an auxiliary with an adverbial before its participle."""
        commas = 0
        for back in range(at - 1, max(-1, at - 8), -1):
            low = self.low(back)
            reflexive = low in {"est", "sont", "était"} and self.low(back - 1) == "s'"
            if low in {"a", "ont", "avait", "avaient", "aurait", "auraient"} or reflexive:
                return self.group_start(back) if commas % 2 == 0 else at
            commas += low == ","
            if (
                not (self.tokens[back].is_word or low == ",")
                or self.low(back) in self.lexicon.words["relatives"]
                or self.lexicon.is_verb(self.low(back), "p")
            ):
                break
        return at

    def is_verb_here(self, at: int, lemma: str) -> bool:
        """Whether a form is a verb at its place, and not the noun that looks like it."""
        low, before = self.low(at), self.low(at - 1)
        if self.french and low in NOT_SAYING_FR and not self.notes(at):
            return False
        nouns = not self.french and low in TELLING and before != "to"
        if nouns and before in self.lexicon.words["prepositions"]:
            return False  # “arrested on charges of "spreading false news"”
        if lemma == "plead" and "guilty" in {self.low(at + 1), self.low(at + 2)}:
            return False
        if low == "writing" and before == "in" and self.low(at + 1) not in {"“”", ":"}:
            return False  # “had warned Wynn in writing”
        if low in {"go", "goes", "went", "going"} and self.low(at + 2).endswith("ing"):
            return False  # “Baghdad would go on welcoming aid”
        if lemma in NEEDS_AFTER and not self.has_needed(at, lemma):
            return False
        determined = before in self.lexicon.words["determiners"] and before not in PRONOUNS
        if before == "the" or (determined and (self.french or at not in self.ends)):
            return False
        if self.french and before in {"le", "la", "les"}:
            if self.low(at - 2) in OWNERS or is_taken_up(self.low, at - 1, self.lexicon):
                return True  # “Ankara, qui les considère comme…”, “comme le souligne X”
            return at - 1 not in self.starts and at - 1 in self.ends
        if self.tokens[at].is_capital and at > 0 and self.tokens[at - 1].is_word:
            return False
        called = self.french and low in {"dit", "dite", "dits", "dites"}
        if called and self.low(at + 1) == "“”":  # “le projet dit "Grand Canal"”
            one = self.ends.get(at)
            says = low == "dit" and one is not None and one.kind not in INERT
            return self.group_start(at) != at or says
        return True

    def has_needed(self, at: int, lemma: str) -> bool:
        """Whether what a verb needs to be one of saying follows: “hit back”, “en prendre acte”."""
        after = self.low(at + 1)
        if after in NEEDS_AFTER[lemma]:
            return True
        if not self.french and self.brings_words(at, lemma):
            return True
        if lemma == "prendre":
            return "en" in (self.low(at - 1), self.low(at - 2))
        if lemma == "put":  # “put the cost at”
            return "at" in [self.low(place) for place in range(at + 2, at + 6)]
        return lemma == "find" and self.finds(at)

    def brings_words(self, at: int, lemma: str) -> bool:
        """“Issued a warning that”, “gave assurances of”, “made it clear”, “let it be known”."""
        it = self.low(at + 1) == "it"
        if it and NEEDS_AFTER[lemma] & {self.low(at + 2), self.low(at + 3)}:
            return True
        if lemma == "point":
            return self.low(at + 1) == "to" and "“”" in {self.low(at + 2), self.low(at + 3)}
        for noun in range(at + 1, at + 5):
            if self.low(noun) in TELLING and self.low(noun + 1) in BEHIND_TELLING:
                return lemma in LIGHT
        return False

    def notes(self, at: int) -> bool:
        """« … », note Julie Park: a noun elsewhere, a verb between a speech and somebody."""
        if is_taken_up(self.low, at - 1, self.lexicon):
            return True
        after_speech = "“”" in {self.low(at - 1), self.low(at - 2)} and self.low(at - 1) != "de"
        subject = self.starts.get(at + 1)
        named = subject is not None and subject.kind in ("name", "person", "institution")
        return self.low(at) in {"note", "titre", "cite"} and after_speech and named

    def finds(self, at: int) -> bool:
        """“The panel found on Tuesday that…”, “found "serious failings"”: as a court finds."""
        ahead = [self.low(place) for place in range(at + 1, at + 5)]
        clause = ahead[1:] and bool(self.lexicon.auxiliaries & set(ahead[1:]))
        return clause or "that" in ahead or "guilty" in ahead or "“”" in ahead[:2]

    def group_start(self, at: int) -> int:
        """Where the verb group begins: auxiliaries and the little words between them."""
        first = at
        while first > 0 and at - first < 8:
            low = self.low(first - 1)
            if low == "l'" and first == at and first - 1 in self.ends:
                first -= 1  # “l'opposition l'accuse”
                continue
            if low == "déjà" and self.low(first - 3) == "ores":
                first -= 4  # “d'ores et déjà”
                continue
            if self.tokens[first - 1].quote >= 0 or (
                first in self.ends and self.ends[first].kind != "unknown"
            ):
                break
            if (
                low in self.lexicon.auxiliaries
                or low in self.lexicon.between
                or low.endswith("ment" if self.french else "ly")
            ):
                first -= 1
                continue
            break
        while first < at and self.low(first) in {"et", "to", "puis"}:
            first += 1
        return first

    def is_passive(self, first: int, at: int) -> bool:
        """“was said to”, “a été qualifié de”: nobody is the subject of the saying."""
        words = {self.low(place) for place in range(first, at)}
        if self.french:
            return "été" in words or (
                bool(
                    {"est", "sont", "était", "étaient", "sera", "seront", "serait", "fut", "soit"}
                    & words
                )
                and "s'" not in words
                and "se" not in words
                and not self.low(at).startswith(NO_PASSIVE)
            )
        being = bool(words & {"is", "are", "was", "were", "be", "been", "being"})
        return being and not self.low(at).endswith("ing") and "heard" not in words

    def lesser_saying(self, at: int, first: int) -> tuple[int, Phrase] | None:
        """« … », s'est bornée à déclarer sa porte-parole; a fini par lâcher le ministre: where
        the group begins, and who comes behind it.
        """
        subject = next((self.starts[p] for p in range(at + 1, at + 4) if p in self.starts), None)
        link = self.low(first) if self.low(first) in LESSER else self.low(first - 1)
        if subject is None or not subject.animate or link not in LESSER:
            return None
        for back in range(first - 1, max(-1, first - 6), -1):
            now = self.low(back) in {"se", "s'"}  # “se borne à indiquer”
            if now or self.low(back) in BEGINNING:
                begin = back - (self.low(back - 1) in {"s'", "m'", "n'", "ne"})
                spoken = self.low(begin - 1) == "“”" or self.low(begin - 2) == "“”"
                return (begin, subject) if spoken else None
        return None

    def is_coordinate(self, at: int) -> bool:
        return bool(self.cues) and at - self.cues[-1].last < 30

    def is_infinitive(self, at: int) -> bool:
        before = self.low(at - 1)
        if self.french:
            return (
                before in {"à", "de", "d'", "par", "pour", "sans", "se", "s'", "l'", "y", "en"}
                or before in self.lexicon.verbs
                or before in self.lexicon.auxiliaries
                or before in {"plutôt", "vouloir", "pouvoir", "préférant", "savoir", "guère", "pas"}
            )
        heard = at in self.ends and self.low(self.ends[at].first - 1) in {"hear", "heard", "hears"}
        return heard or before in {"to", "would", "will", "could", "can", "did", "not"}

    def speaks_at_once(self, at: int) -> bool:
        """Whether a quotation, a colon or “that” follows a verb at once."""
        around = [self.low(at + 1), self.low(at + 2), self.low(at + 3)]
        return (
            bool({"“”", ":", "que", "qu'", "that"} & set(around))
            or self.low(at - 1) == "“”"
            or self.low(at - 2) == "“”"
        )
