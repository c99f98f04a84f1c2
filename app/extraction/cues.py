"""The cues of a sentence, from left to right."""

from dataclasses import dataclass

from app.extraction.according import ACCORDING, OPINIONS, AccordingReader
from app.extraction.cue import LINK, Cue
from app.extraction.lexicon import Form, listed
from app.extraction.phrase import Phrase
from app.extraction.verbs import MODALS

KEEPS = {"kept", "keeps", "keep", "started", "began"}  # “she kept saying”
WRITTEN = listed(
    """brand call characterise characterize cite citer condemn craindre criticise criticize décrire
    énumérer exiger find highlight juger label pointer prôner qualifier question recommend redouter
    viser"""
)
# What somebody is who holds something: “was adamant that”, “is determined to”.
STANCES = listed(
    """adamant certain clear confident convinced determined doubt emphatic hopeful insistent opinion
    optimistic positive sure unequivocal view"""
)
STANCES_BEHIND = {"doubt": "in no", "opinion": "of the", "view": "of the"}
BEING = {"are", "be", "been", "is", "remain", "remained", "remains", "was", "were"}
# What stands between a subject and its verb: “Elle s'en était expliquée”.
CLITICS = listed("en l' leur lui m' me n' nous s' se t' y")
# What brings an infinitive or an -ing form: “avant de partir”, “tout en saluant”, “to leave”.
BRINGING = listed("à avant d' de en s' se to tout")
PARTICIPLES = ("é", "ée", "és", "i", "is", "t", "u", "ue", "ues")
# Before a participle whose auxiliary stands further back: “a salué X et dénoncé Y”.
PAIRING = {"et", ",", "and", "puis", "ou"}


@dataclass
class Group:
    """A verb with the auxiliaries and small words that belong to it."""

    first: int
    at: int  # where the verb itself stands
    form: Form

    def cue(self, subject: Phrase | None, shape: str, inherits: Cue | None = None) -> Cue:
        says, lemma = self.form.says, self.form.lemma
        return Cue(self.first, self.at + 1, subject, shape, says, lemma, inherits)


class CueFinder(AccordingReader):
    """Reads the cues of one sentence."""

    def find(self) -> list[Cue]:
        for at, token in enumerate(self.tokens):
            if token.quote >= 0 or not token.text[0].isalpha():
                if token.quote < 0 and token.text[0] == "-" and len(token.text) > 2:
                    self.clitic(at)
                continue
            low = token.low
            if low in ACCORDING:
                self.according(at)
            if self.french and low in OPINIONS:
                self.opinion(at)
            if (form := self.form_at(at)) and not self.covered[at]:
                self.verb(at, form)
            elif low in STANCES and not self.french:
                self.stance(at)
        return self.cues

    def form_at(self, at: int) -> Form | None:
        """The form of a verb; “Evoquant”, at a sentence's head, has lost its accent."""
        verbs, low = self.lexicon.verbs, self.low(at)
        bare = self.french and not at and low[:1] == "e" and low not in verbs
        return verbs.get(f"é{low[1:]}" if bare else low)

    def stance(self, at: int) -> None:
        """“The mayor was adamant that…”, “is determined to…”, “is of the view that…”."""
        if self.low(at + 1) not in {"that", "to", "“”"} | self.lexicon.words["determiners"]:
            return
        first = at
        if STANCES_BEHIND.get(self.low(at), "") == f"{self.low(at - 2)} {self.low(at - 1)}":
            first = at - 2
        elif self.low(at) in STANCES_BEHIND or self.low(at + 1) == "“”":
            return
        first = self.group_start(first)
        if not BEING & {self.low(place) for place in range(first, at)}:
            return
        subject, shape = self.subject_of(first, at)
        if subject and subject.animate and shape == "plain":
            self.cues.append(Cue(first, at + 1, subject, shape, False, self.low(at)))

    def clitic(self, at: int) -> None:
        """“a-t-il encore éludé”, “lâche-t-il”: whatever the verb, somebody says it."""
        subject = self.starts.get(at)
        low = self.low(at - 1)
        if subject is None or not low:
            return
        first, last, lemma = at - 1, at + 1, low
        while first > 0 and self.low(first - 1) in CLITICS:
            first -= 1
        if low in self.lexicon.auxiliaries and (place := self.participle_behind(at)):
            last, lemma = place + 1, self.low(place)
        form = self.lexicon.verbs.get(lemma)
        before = self.low(first - 1)
        says = bool(form and form.says) or before in LINK or before == "“”" or first == 0
        self.cues.append(Cue(first, last, subject, "inverted", says, form.lemma if form else lemma))

    def participle_behind(self, at: int) -> int:
        """Where “éludé” stands behind “a-t-il encore”; 0 if a sign comes first, or none comes."""
        for place in range(at + 1, min(at + 7, len(self.tokens))):
            low = self.low(place)
            if low.endswith(PARTICIPLES) and low not in self.lexicon.between:
                return place
            if not self.tokens[place].is_word:
                return 0
        return 0

    def verb(self, at: int, form: Form) -> None:
        """A form that the lexicon has as a verb: what it is here, and whose."""
        if self.is_taken(at) or not self.is_verb_here(at, form.lemma):
            return
        group = Group(self.group_start(at), at, form)
        participle = "p" in form.shapes
        if self.french and participle and group.first == at and form.lemma != "dire":
            group.first = self.far_auxiliary(at)
        helped = participle and self.has_auxiliary(group)
        if "f" in form.shapes or helped or self.has_modal(group):
            if not (helped and self.is_passive(group.first, at)):
                self.finite(group)
        elif participle and self.low(group.first - 1) in PAIRING and self.is_coordinate(at):
            self.cues.append(group.cue(None, "coordinate", self.parallel(at, True)))
        elif self.french and participle and self.low(at - 1) == "avoir":
            group.first = at - 1  # “après avoir dénoncé”, “assure n'avoir jamais dit”
            self.dependent(group, "infinitive")
        elif "i" in form.shapes and self.is_infinitive(at):
            self.dependent(group, "infinitive")
        elif "g" in form.shapes and self.low(at - 1) in KEEPS:
            group.first = at - 1
            self.finite(group)
        elif "g" in form.shapes:
            self.dependent(group, "gerund")

    def is_taken(self, at: int) -> bool:
        """Whether a form is an auxiliary, a preposition, or part of a cue found before."""
        low = self.low(at)
        if self.french and low in self.lexicon.auxiliaries:
            return True  # “étaient”, which “étayer” has as well
        taken = any(cue.first <= at < cue.last for cue in self.cues)
        return taken or low in self.lexicon.words["prepositions"]

    def has_auxiliary(self, group: Group) -> bool:
        places = range(group.first, group.at)
        return any(self.low(place) in self.lexicon.auxiliaries for place in places)

    def has_modal(self, group: Group) -> bool:
        """“doit dire”, “would only say”, and “his critics say”: an infinitive that is finite."""
        if "i" not in group.form.shapes:
            return False
        if self.french:
            return self.low(group.at - 1) in MODALS
        return self.after_modal(group.at, group.first) or self.is_plural_present(group.first)

    def finite(self, group: Group) -> None:
        """A finite verb: its subject is beside it, or that of the verb before."""
        before, first = self.low(group.first - 1), group.first
        main = self.parallel(group.at, first < group.at)
        if self.french and main and before in {"et", "puis"} and first not in self.ends:
            self.cues.append(group.cue(None, "coordinate", main))
            return
        subject, shape = self.subject_of(first, group.at)
        if subject is not None and self.french:
            subject = self.voice_of(subject)
        if subject is None:
            if self.cues and before in {"et", "and", ",", "puis", "then", "but", "mais"}:
                self.cues.append(group.cue(None, "coordinate", self.last_main()))
        elif self.can_hold(subject, group):
            self.cues.append(group.cue(subject, shape))

    def can_hold(self, subject: Phrase, group: Group) -> bool:
        """Whether a subject can say or hold what its verb brings; documents do, things do not."""
        says = group.form.says
        if subject.kind == "document":
            return subject.det != "possessive" and (says or group.form.lemma in WRITTEN)
        if subject.kind == "unknown":
            beside = not self.french and self.low(subject.first - 1) == "“”"
            return says and (beside or self.speaks_at_once(group.at))
        return subject.kind != "thing"

    def voice_of(self, subject: Phrase) -> Phrase:
        """“Téhéran, par la voix de son ambassadeur, Reza Fallahi, a dénoncé”: who lends it."""
        at = subject.last + (self.low(subject.last) == ",")
        if self.low(at) != "par" or self.low(at + 2) not in {"voix", "bouche", "intermédiaire"}:
            return subject
        place = at + 3 + (self.low(at + 3) in {"de", "d'"})
        voice = next((p for p in self.phrases if p.first in (at + 3, place) and p.animate), None)
        return voice if voice and voice.name else subject

    def dependent(self, group: Group, shape: str) -> None:
        """An infinitive or an -ing form, whose subject is that of the verb before, or its own."""
        while group.first > 0 and self.low(group.first - 1) in BRINGING:
            group.first -= 1
        infinitive = shape == "infinitive"
        if self.french and infinitive and (told := self.lesser_saying(group.at, group.first)):
            group.first, behind = told
            self.cues.append(group.cue(behind, "inverted"))
            return
        main = self.outer_main(group.first)
        own = self.own_of_infinitive(group, main) if infinitive else self.own_of_gerund(group)
        own = self.decider(group) or own
        if own:
            self.cues.append(group.cue(own, "plain"))
        elif not infinitive and (quoted := self.quoted_before(group.first)):
            group.first -= 2
            self.cues.append(group.cue(quoted, "plain"))
        elif main:
            self.cues.append(group.cue(None, shape, main))
        elif (subject := self.subject_around(group, infinitive)) and subject.kind != "nobody":
            self.cues.append(group.cue(subject, shape))

    def decider(self, group: Group) -> Phrase | None:
        """“Lina Marsh's decision to call it…”, “the union's habit of calling”: whose it is."""
        noun = group.first - 1 - (self.low(group.first - 1) in {"of", "in"})
        owned = not self.french and self.low(noun - 1) in {"'s", "'"}
        one = self.ends.get(noun - 1) if owned else None
        return one if one and one.animate and one.kind != "nobody" else None

    def own_of_infinitive(self, group: Group, main: Cue | None) -> Phrase | None:
        """“They asked him to leave”; but “Moscou a accusé Washington de vouloir « gouverner »”."""
        own = self.ends.get(group.first)
        if self.french and main and main.last <= group.first:
            return None
        named = own is not None and own.kind != "pronoun"
        if named and self.low(group.first) == "to" and self.last_main():
            return None
        led = own is not None and not self.french and own.under  # “left the talks with X to say…”
        return own if own and not led and self.is_own(own) else None

    def own_of_gerund(self, group: Group) -> Phrase | None:
        """“With Baghdad saying…”, “devant un homme criant "Dehors"”: who stands right before it."""
        own = self.ends.get(group.first)
        if self.french and self.low(group.first) in {"en", "tout"}:
            return None  # “X a reçu Y en saluant "…"”: X, whoever stands beside
        if not self.french and own and self.low(group.first) == "in":
            return None  # “Lina Marsh joined Paul Reed in denouncing…”
        if own is None or self.is_own(own):
            return own
        if not self.french and self.low(own.first - 1) in {"about", "at", "despite", "over"}:
            return own if own.animate and group.first == group.at else None
        bare = self.french and group.first == group.at and own.kind != "institution"
        return own if bare and own.animate and own.kind != "nobody" else None

    def is_own(self, own: Phrase) -> bool:
        """Whether a phrase is free to be a subject: behind “with” it is, behind “for” it is not."""
        brought = "with" in (self.low(own.first - 1), self.low(own.first - 2))
        return own.animate and own.kind != "nobody" and (brought or not own.under)

    def quoted_before(self, first: int) -> Phrase | None:
        """“Baghdad was quoted as saying”, “She quoted him as joking”: whom somebody quotes."""
        if self.low(first - 1) != "as":
            return None
        passive = self.low(first - 2) in {"quoted", "heard", "cited"}
        one = self.main_subject(first) if passive else None
        return one if one and one.kind != "nobody" else self.quoted_as(first - 1)

    def is_behind_comma(self, first: int) -> bool:
        """“By calling Lina Marsh "a liar", Paul Smith…”: in English, where the words have ended."""
        if self.low(first - 1) in self.lexicon.words["determiners"]:
            first -= 1
        quoted = "“”" in (self.low(first - 1), self.low(first - 2))
        return not self.french and quoted and self.low(first - 1) in {",", "“”"}

    def subject_around(self, group: Group, infinitive: bool) -> Phrase | None:
        """The subject of the sentence; else whoever spoke last, or comes next."""
        subject = self.main_subject(group.first)
        behind = [p for p in self.phrases if p.first > group.at and not p.under and p.animate]
        if subject or not infinitive:
            main = (p for p in behind if self.is_behind_comma(p.first))
            # “Saluant un "succès", le maire a…”
            return subject or next(main, behind[0] if behind else None)
        if not self.french:
            return None
        later = behind[0] if behind else None
        if later and self.is_fronted(group, later):
            return later  # “Avant de dénoncer "un complot", le maire a…”
        opens = group.first <= 1 and self.low(0) in {"et", "avant", "puis", "quitte"}
        return self.same_speaker() if opens else None

    def is_fronted(self, group: Group, later: Phrase) -> bool:
        """“Pour dénoncer…, le maire a…”: an infinitive that begins its sentence, and behind a comma
        who the sentence is about.
        """
        opens = group.first <= 2 and self.low(0) in {"afin", "après", "avant", "pour", "sans"}
        parted = any(self.low(place) == ":" for place in range(group.at, later.first))
        return opens and self.low(later.first - 1) == "," and not parted
