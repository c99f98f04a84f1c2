"""“Selon X”, “aux yeux de X”, “according to X”, “par X”: who is named by a preposition."""

from app.extraction.cue import LINK, Cue
from app.extraction.lexicon import listed
from app.extraction.phrase import Phrase, stand_in
from app.extraction.verbs import VerbReader

VIEWS = {"words", "eyes", "view", "opinion"}
ACCORDING = {
    "selon",
    "d'",
    "de",
    "suivant",
    "pour",
    "according",
    "for",
    "to",
    "par",
    "by",
    "dixit",
} | VIEWS
IN_THE_OF = ("in", "the", "of")  # “in the words of one diplomat”
OPINIONS = {
    "yeux": {"aux"}, "aveu": {"l'"}, "avis": {"l'"}, "dires": {"aux"}, "dire": {"au"},
    "vue": {"de"}, "croire": {"en"}, "entendre": {"à", "a"}, "écouter": {"à", "a"},
    "bouche": {"la"}, "plume": {"la"}, "goût": {"au"}, "mots": {"les"}, "termes": {"les"},
    "sens": {"au"}, "point": {"du"}, "estimation": {"l'"}, "opinion": {"l'"},
}  # fmt: skip
LETTERS = listed("bilan communiqué déclaration enquête estimation étude note publication sondage")
SIGNED = listed("adressé diffusé publié rédigé signé signée transmis")
# How a participle ends, of which “by” may tell the agent.
PARTICIPLES = ("ed", "wn", "en", "ne", "ade", "é", "ée", "és", "ées", "ue", "u", "us", "ues", "ite")
BEING = {"est", "sont", "était", "étaient", "être"}
HELD_TO_BE = listed("demeure est était restait reste restent sont")
# “Selon ses propres termes”: of whoever the sentence is about.
TERMS = listed("aveu calculs dires estimations expression formule mot mots propos terme termes")


def is_wording(phrase: Phrase) -> bool:
    """“Ses propres termes”, “ses dires”: what somebody said, and not somebody."""
    return bool(TERMS & set(phrase.text.lower().split()))


class AccordingReader(VerbReader):
    """Reads the prepositions that say whose the words are."""

    def according(self, at: int) -> None:
        """“Selon X”, “d'après X”, “in the words of X”: where whoever is named begins."""
        low, following = self.low(at), self.low(at + 1)
        if low == "de":
            self.of_source(at)
        elif low in VIEWS and (self.low(at - 2), self.low(at - 1), following) != IN_THE_OF:
            self.owned_view(at)
        elif low != "d'" or following == "après":
            longer = low in VIEWS or low in {"according", "d'"}
            self.named_by(at, at + 1 + longer)

    def named_by(self, at: int, start: int) -> None:
        """Whoever begins at a place behind a preposition, if they can say or hold something."""
        low = self.low(at)
        if self.of_antecedent(at, start):
            return
        subject = self.source_at(at, start)
        if subject is None or subject.kind == "nobody":
            return
        if low in {"par", "by"}:
            if subject.animate:
                self.passive(at, subject)
            return
        if low in {"pour", "for", "to"} and not (subject.animate and self.is_view(at, subject)):
            return
        if self.french and subject.det == "possessive" and is_wording(subject):
            self.cues.append(Cue(at, subject.last, self.main_subject(at), "according", True, low))
            return
        known = subject.kind != "unknown" or low in {"selon", "according", "d'"}
        if known and subject.kind != "thing":
            self.cues.append(Cue(at, start, subject, "according", True, low))

    def source_at(self, at: int, start: int) -> Phrase | None:
        """Who or what begins there; whose it is, if that is a document with an author."""
        subject = self.starts.get(start)
        if self.low(at) == "according":
            subject = self.author_of(subject) or subject
        if subject is None or not self.french:
            return subject
        if subject.head in self.lexicon.documents or subject.head in LETTERS | TERMS:
            after = subject.last + (self.low(subject.last) in SIGNED)
            after += self.low(after) in {"de", "d'", "par"}
            return self.starts.get(after, subject)  # “selon un rapport de l'ONG X”
        return subject

    def is_view(self, at: int, subject: Phrase) -> bool:
        """“Pour X, l'accord est "mort"”; but not “"un peu d'air" pour un groupe”: whom for."""
        if self.low(at) == "to":  # “To Tehran, the plan is "dead"”; not “To Tehran, he sent…”
            is_so = {self.low(place) for place in range(subject.last, subject.last + 7)}
            return at == 0 and self.low(subject.last) == "," and bool(is_so & {"is", "was"})
        quoted, behind = self.low(at - 1) == "“”", self.low(subject.last)
        if quoted and (not self.french or behind == "“”"):
            return False
        opens = at == 0 or self.low(at - 1) in LINK | {"“”", ";", "(", "et", "mais", "but"}
        closes = self.behind_brackets(subject.last) in {",", "“”"}
        if self.french and behind == "“”":  # “Il reste pour X "une énigme"”
            opens = opens or self.low(at - 1) in HELD_TO_BE
        if self.french and self.low(at - 1) == "," and self.low(at - 2) == "“”":
            closes = closes or behind in {".", ""}
        return opens and (closes or (quoted and behind in {".", "", ";"}))

    def of_source(self, at: int) -> None:
        """“De source diplomatique, …”, “…, a-t-on appris de source policière”: who is told."""
        if not self.french or self.low(at + 1) not in {"source", "sources"}:
            return
        source = self.starts.get(at + 1)
        told = any(cue.subject and cue.subject.head == "on" for cue in self.cues)
        if source and (at == 0 or self.low(at - 1) in LINK | {"“”"} or told):
            self.cues = [c for c in self.cues if not (c.subject and c.subject.head == "on")]
            first = next((c for c in range(at - 1, -1, -1) if self.low(c) == "“”"), at - 1) + 1
            first += self.low(first) == ","
            self.cues.append(Cue(first if told else at, at + 1, source, "according", True, "selon"))

    def owned_view(self, at: int) -> None:
        """“In Mrs. Holt's view, …”: whose view it is."""
        if self.french or self.low(at - 1) != "'s":
            return
        whose = next((p for p in self.phrases if p.last == at - 1 and p.animate), None)
        if whose and (whose.name or whose.det) and self.low(whose.first - 1) == "in":
            self.cues.append(Cue(whose.first - 1, at + 1, whose, "according", True, "according"))

    def of_antecedent(self, at: int, start: int) -> bool:
        """“un officier selon lequel…”, “Son porte-parole, X, pour qui il s'agit d'une « farce »”:
        the one just named.
        """
        link = self.low(start)
        which = self.french and link in {"lequel", "laquelle", "lesquels", "lesquelles"}
        if which:
            one = self.ends.get(at) or self.ends.get(at - 1)
        else:
            whom = self.low(at) in {"pour", "for", "selon"} and link in {"qui", "whom"}
            one = self.antecedent(at) if whom else None
        if one or which:  # “selon lequel” behind nobody known is nobody's, and no one else's
            self.cues.append(Cue(at, start + 1, one, "according", True, self.low(at)))
        return which or one is not None

    def behind_brackets(self, at: int) -> str:
        """What follows somebody, and the party behind them: “pour X (Alliance verte), …”."""
        if self.low(at) != "(":
            return self.low(at)
        ends = (
            place for place in range(at, min(at + 8, len(self.tokens))) if self.low(place) == ")"
        )
        return self.low(next(ends, at) + 1)

    def opinion(self, at: int) -> None:
        """“Aux yeux de X”, “de l'aveu de X”, “à en croire X”: another way to say “selon”."""
        owner = at - 1 - (self.low(at - 1) == "propre")
        if self.low(owner) in {"ses", "son", "leurs", "leur"} and at <= 4:
            self.own_opinion(at, owner)
            return
        if self.low(at) in {"croire", "entendre"} and (first := self.believed(at)) >= 0:
            same = stand_in(self.tokens, first, "speaker")
            self.cues.append(Cue(first, at + 1, same, "according", True, "selon"))
            return
        if self.low(at - 1) not in OPINIONS[self.low(at)]:
            return
        place = at + 1 + (self.low(at + 1) == "même")
        place += self.low(place) in {"de", "d'"}
        subject = self.starts.get(place)
        if subject and subject.kind not in ("nobody", "thing", "unknown"):
            first = at - 2 if self.low(at - 2) in {"selon", "dans", "sous", "par"} else at
            self.cues.append(Cue(first, place, subject, "according", True, "selon"))

    def believed(self, at: int) -> int:
        """“A l'en croire”, “à l'entendre”: where it begins; -1 if whom is told."""
        first = at - 1 - (self.low(at - 1) == "en")
        whom = self.low(first) in {"l'", "les"} and self.low(first - 1) in {"à", "a"}
        return first - 1 if whom else -1

    def own_opinion(self, at: int, owned: int) -> None:
        """“A ses yeux, la procédure est…”, “de son point de vue”: of whoever spoke before."""
        if self.low(owned - 1) not in {"à", "a", "de", "selon"}:
            return
        owner = stand_in(self.tokens, owned)
        self.cues.append(Cue(owned - 1, at + 1, owner, "according", True, "selon"))

    def author_of(self, document: Phrase | None) -> Phrase | None:
        """“according to a sentencing memo by Philip Nakagawa”: whoever wrote it."""
        if document is None or document.kind not in ("thing", "unknown", "document"):
            return None
        for place in range(document.first + 1, min(document.last + 4, len(self.tokens))):
            if not self.tokens[place].is_word:
                return None
            if self.low(place) in {"by", "from"}:
                author = self.starts.get(place + 1)
                return author if author and author.animate else None
        return None

    def passive(self, at: int, subject: Phrase) -> None:
        """“une réunion jugée « stérile » par Mme Lunsford”: the participle before belongs to
        “par”; “praised "the patience" shown by the police” is no words of theirs.
        """
        near = self.low(at - 1)
        if near in {"quoted", "cited", "carried", "broadcast"} and self.low(at - 2) == ",":
            return  # “…,” scoffed X, quoted by the agency
        spoken = "“”" in (self.low(at - 2), self.low(at - 3)) or not self.french
        done = near.endswith(PARTICIPLES) and near not in self.lexicon.between
        if spoken and done and not self.lexicon.is_verb(near, "p"):
            return
        for back in range(at - 1, max(-1, at - 9), -1):
            if self.french and self.is_own_state(back):
                return
            if self.lexicon.is_verb(self.low(back), "p") and not self.covered_by_name(back):
                own = self.ends.get(back)
                if not self.french and own and own.animate and not own.under:
                    return  # “what she called "a failure" by officers”
                if self.is_active(back, at):
                    return
                told = next(
                    (c for c in self.cues if c.first == back and c.shape == "passive"), None
                )
                if told and told.subject:  # “jugé "liberticide" par l'une, "utile" par l'autre”
                    first = told.subject.last
                    self.cues.append(
                        Cue(first, first + 1, subject, "passive", told.says, told.lemma)
                    )
                    return
                self.cues = [cue for cue in self.cues if not cue.first <= back < cue.last]
                form = self.lexicon.verbs[self.low(back)]
                self.cues.append(Cue(back, back + 1, subject, "passive", form.says, form.lemma))
                return
            if self.low(back) in {".", ";", ":"}:
                return

    def is_own_state(self, at: int) -> bool:
        """“X se dit "préoccupé" par Y”, “X s'est senti "trahi" par Y”, “X est convaincu d'avoir été
        "trahi" par Y”: what X says, and what Y has done.
        """
        place = at - 1 - (self.low(at - 1) in BEING)
        reflexive = self.low(place) in {"s'", "se"}
        held = place < at - 1 and self.low(at).startswith(("convainc", "persuad"))
        if reflexive and self.low(at).startswith("vu"):
            return False  # “X s'est vu reprocher "un abandon" par Y”
        return (reflexive or held) and self.lexicon.is_verb(self.low(at), "p")

    def is_active(self, verb: int, at: int) -> bool:
        """“Lina Marsh, too, called the plan by Paul Reed "a farce"”: who has called it is told."""
        quoted = any(self.tokens[place].quote >= 0 for place in range(verb, at))
        as_such = self.low(verb + 1) == "as" and not quoted
        if self.french or verb + 1 == at or as_such or self.low(at - 1) == "“”":
            return False
        return any(c.last == verb + 1 and c.shape == "plain" and c.subject for c in self.cues)

    def covered_by_name(self, at: int) -> bool:
        return any(p.first <= at < p.last and p.name for p in self.phrases)
