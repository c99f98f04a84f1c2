"""The cues of a sentence, from left to right."""

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
# What stands between a subject and its verb: “Elle s'en était expliquée”.
CLITICS = listed("en l' leur lui m' me n' nous s' se t' y")
# What brings an infinitive or an -ing form: “avant de partir”, “tout en saluant”, “to leave”.
BRINGING = listed("à avant d' de en s' se to tout")


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
            if low in self.lexicon.verbs and not self.covered[at]:
                self.verb(at, self.lexicon.verbs[low])
        return self.cues

    def clitic(self, at: int) -> None:
        """“a-t-il encore éludé”, “lâche-t-il”: whatever the verb, somebody says it."""
        subject = self.starts.get(at)
        low = self.low(at - 1)
        if subject is None or not low:
            return
        first, last, lemma = at - 1, at + 1, low
        while first > 0 and self.low(first - 1) in CLITICS:
            first -= 1
        if low in self.lexicon.auxiliaries:
            for ahead in range(at + 1, min(at + 7, len(self.tokens))):
                if (
                    self.low(ahead).endswith(
                        ("é", "i", "u", "it", "is", "ée", "és", "t", "ues", "ue")
                    )
                    and self.low(ahead) not in self.lexicon.between
                ):
                    last, lemma = ahead + 1, self.low(ahead)
                    break
                if not self.tokens[ahead].is_word:
                    break
        form = self.lexicon.verbs.get(lemma)
        before = self.low(first - 1)
        says = bool(form and form.says) or before in LINK or before == "“”" or first == 0
        self.cues.append(Cue(first, last, subject, "inverted", says, form.lemma if form else lemma))

    def verb(self, at: int, form: Form) -> None:
        low = self.low(at)
        if not self.is_verb_here(at, form.lemma):
            return
        if self.french and low in self.lexicon.auxiliaries:
            return  # “étaient”, which “étayer” has as well
        if (
            any(cue.first <= at < cue.last for cue in self.cues)
            or low in self.lexicon.words["prepositions"]
        ):
            return
        first = self.group_start(at)
        if self.french and "p" in form.shapes and first == at and form.lemma != "dire":
            first = self.far_auxiliary(at)
        helped = first < at and any(
            self.low(place) in self.lexicon.auxiliaries for place in range(first, at)
        )
        modal = "i" in form.shapes and (
            self.low(at - 1) in MODALS
            if self.french
            else self.after_modal(at, first) or self.is_plural_present(first)
        )
        if "f" in form.shapes or ("p" in form.shapes and helped) or modal:
            if "p" in form.shapes and helped and self.is_passive(first, at):
                return
            self.finite(at, first, form.says, form.lemma)
        elif (
            "p" in form.shapes
            and self.cues
            and self.low(first - 1) in {"et", ",", "and", "puis", "ou"}
            and self.is_coordinate(at)
        ):
            self.cues.append(
                Cue(
                    first,
                    at + 1,
                    None,
                    "coordinate",
                    form.says,
                    form.lemma,
                    self.parallel(at, True),
                )
            )
        elif "i" in form.shapes and self.is_infinitive(at):
            self.dependent(at, first, "infinitive", form.says, form.lemma)
        elif "g" in form.shapes and self.low(at - 1) in KEEPS:
            self.finite(at, at - 1, form.says, form.lemma)
        elif "g" in form.shapes:
            self.dependent(at, first, "gerund", form.says, form.lemma)

    def finite(self, at: int, first: int, says: bool, lemma: str) -> None:
        before = self.low(first - 1)
        main = self.parallel(at, first < at)
        if self.french and main and before in {"et", "puis"} and first not in self.ends:
            self.cues.append(Cue(first, at + 1, None, "coordinate", says, lemma, main))
            return
        subject, shape = self.subject_of(first, at)
        if subject is not None and self.french:
            subject = self.voice_of(subject)
        if (
            subject is None
            and self.cues
            and self.low(first - 1) in {"et", "and", ",", "puis", "then", "but", "mais"}
        ):
            self.cues.append(Cue(first, at + 1, None, "coordinate", says, lemma, self.last_main()))
            return
        if subject is not None and subject.kind == "document":
            if subject.det != "possessive" and (says or lemma in WRITTEN):
                self.cues.append(Cue(first, at + 1, subject, shape, says, lemma))
            return
        if subject is not None and subject.kind != "thing":
            beside = not self.french and self.low(subject.first - 1) == "“”" and says
            if subject.kind == "unknown" and not (says and self.speaks_at_once(at)) and not beside:
                return
            self.cues.append(Cue(first, at + 1, subject, shape, says, lemma))

    def voice_of(self, subject: Phrase) -> Phrase:
        """“Téhéran, par la voix de son ambassadeur, Reza Fallahi, a dénoncé”: who lends it."""
        at = subject.last + (self.low(subject.last) == ",")
        if self.low(at) != "par" or self.low(at + 2) not in {"voix", "bouche", "intermédiaire"}:
            return subject
        place = at + 3 + (self.low(at + 3) in {"de", "d'"})
        voice = next((p for p in self.phrases if p.first in (at + 3, place) and p.animate), None)
        return voice if voice and voice.name else subject

    def dependent(self, at: int, first: int, shape: str, says: bool, lemma: str) -> None:
        """An infinitive or an -ing form, whose subject is that of the verb before, or its own."""
        while first > 0 and self.low(first - 1) in BRINGING:
            first -= 1
        own = self.ends.get(first)
        main = self.outer_main(first)
        if self.french and shape == "infinitive" and (told := self.lesser_saying(at, first)):
            self.cues.append(Cue(told[0], at + 1, told[1], "inverted", says, lemma))
            return
        if self.french and shape == "infinitive" and main and main.last <= first:
            own = None  # “Moscou a accusé Washington de vouloir « gouverner »”
        if (
            own
            and own.animate
            and own.kind != "nobody"
            and (
                not own.under
                or (self.french and shape == "gerund" and first == at and own.kind != "institution")
                or self.low(own.first - 1) == "with"
                or self.low(own.first - 2) == "with"
            )
        ) and not (
            shape == "infinitive"
            and self.last_main()
            and self.low(first) == "to"
            and own.kind != "pronoun"
        ):
            self.cues.append(Cue(first, at + 1, own, "plain", says, lemma))
            return
        if (
            shape == "gerund"
            and self.low(first - 1) == "as"
            and self.low(first - 2) in {"quoted", "heard", "cited"}
        ):
            quoted = self.main_subject(first)
            if quoted is not None and quoted.kind != "nobody":
                self.cues.append(Cue(first - 2, at + 1, quoted, "plain", says, lemma))
                return
        if shape == "gerund" and self.low(first - 1) == "as":
            quoted = self.quoted_as(first - 1)
            if quoted is not None:
                self.cues.append(Cue(first - 2, at + 1, quoted, "plain", says, lemma))
                return
        if main and main.holder:
            self.cues.append(Cue(first, at + 1, None, shape, says, lemma, main))
            return
        subject = self.main_subject(first)
        opens = first <= 1 and self.low(0) in {"et", "avant", "puis", "quitte"}
        if subject is None and self.french and shape == "infinitive" and opens:
            subject = self.same_speaker()
        if subject is None and shape == "gerund":
            subject = next(
                (p for p in self.phrases if p.first > at and not p.under and p.animate), None
            )
        if subject and subject.kind != "nobody":
            self.cues.append(Cue(first, at + 1, subject, shape, says, lemma))
