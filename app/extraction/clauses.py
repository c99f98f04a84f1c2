"""The clauses of a sentence: where one begins, what it is about, and in which it is told."""

from collections.abc import Iterator

from app.extraction.cue import Cue
from app.extraction.lexicon import Lexicon, listed
from app.extraction.phrase import Phrase
from app.extraction.tokens import Sentence

OPENINGS = listed("after although as asked because before if once pressed since though when while")


class ClauseReader:
    """Reads the clauses of one sentence."""

    def __init__(
        self, sentence: Sentence, phrases: list[Phrase], lexicon: Lexicon, inside: bool = False
    ) -> None:
        self.tokens = tokens = sentence.tokens
        self.low = sentence.low
        self.inside = inside  # a quotation, where an inquit stands between commas
        self.phrases = phrases
        self.lexicon = lexicon
        self.french = lexicon.language == "fr"
        self.cues: list[Cue] = []
        self.covered = [False] * len(tokens)
        for phrase in phrases:
            if phrase.kind in ("pronoun", "nobody"):
                continue
            for at in range(phrase.first, min(phrase.last, len(tokens))):
                self.covered[at] = True
        self.ends: dict[int, Phrase] = {phrase.last: phrase for phrase in phrases}
        self.starts: dict[int, Phrase] = {phrase.first: phrase for phrase in phrases}

    def mains(self) -> Iterator[Cue]:
        """The verbs with a subject of their own, from the last to the first."""
        shapes = ("plain", "inverted")
        return (cue for cue in reversed(self.cues) if cue.shape in shapes and cue.subject)

    def last_main(self) -> Cue | None:
        return next(self.mains(), None)

    def parallel(self, at: int, compound: bool) -> Cue | None:
        """“Elle rappelle que l'entreprise a proposé… et qualifie…”: a verb goes with the nearest
        of its own tense, not with a reported one of another.
        """
        last = self.last_main()
        if not self.french or last is None or self.low(last.begin - 1) not in {"que", "qu'"}:
            return last
        tense = self.tense_of(at, compound)
        alike = (c for c in self.mains() if self.tense_of(c.last - 1, self.is_compound(c)) == tense)
        return next(alike, last)

    def tense_of(self, at: int, compound: bool) -> str:
        if compound:
            return "compound"
        return "past" if self.low(at).endswith(("ait", "aient")) else "present"

    def is_compound(self, cue: Cue) -> bool:
        """Whether an auxiliary stands in a verb's group: “a proposé”, “a-t-elle dit”."""
        return any(
            self.low(place) in self.lexicon.auxiliaries for place in range(cue.first, cue.last - 1)
        )

    def outer_main(self, first: int) -> Cue | None:
        """“Il a juré que l'Etat ne lâcherait rien, avant d'annoncer…”: behind a comma, a verb
        without a subject goes with the main clause and not with what was reported.
        """
        last = self.last_main()
        if self.low(first - 1) != "," or last is None:
            return last
        if not self.french:
            return self.reporting(last) or last
        outer = (cue for cue in self.mains() if self.low(cue.begin - 1) not in {"que", "qu'"})
        return next(outer, last)

    def reporting(self, last: Cue) -> Cue | None:
        """“Tuna said his government would appeal, calling…”: the verb in whose clause another
        stands, if what is reported does not itself say.
        """
        subject = last.subject
        if subject is None or (last.says and subject.det != "possessive"):
            return None
        for cue in self.mains():
            follows = subject.first - cue.finish
            linked = follows == 0 or (follows == 1 and self.low(cue.finish) == "that")
            if cue.says and cue is not last and linked:
                return cue
        return None

    def verb_before(self, at: int) -> bool:
        return any(
            self.low(place) in self.lexicon.auxiliaries
            or self.lexicon.is_verb(self.low(place), "f")
            for place in range(at)
        )

    def main_subject(self, before: int) -> Phrase | None:
        """The first phrase of the clause that is no complement."""
        floor = self.clause_start(before) or self.main_clause(before)
        for phrase in self.phrases:
            if phrase.first >= before:
                break
            if phrase.first < floor or phrase.under or not phrase.animate:
                continue
            if phrase.kind == "nobody":
                return None
            if phrase.first > 0 and self.is_object(phrase):
                continue
            if self.french and self.low(phrase.first - 1) in {"que", "qu'", "dont", "où"}:
                continue  # of a clause inside: “l'opération que les Etats-Unis conduisent”
            return phrase
        return self.main_subject(floor - 1) if 1 < floor < before + 1 else None

    def main_clause(self, before: int) -> int:
        """“Asked who would lead the team, Khudair smiled…”: where the main clause begins."""
        opening = self.low(0)
        if self.french or not (opening in OPENINGS or opening.endswith(("ing", "ed"))):
            return 0
        for at in range(1, before):
            if self.low(at) != ",":
                continue
            one = self.starts.get(at + 1)
            beside = self.ends.get(at)
            apposed = beside is not None and not (beside.under or beside.name is None)
            if one and one.animate and not one.under and one.first < before and not apposed:
                return at + 1
        return 0

    def is_object(self, phrase: Phrase) -> bool:
        """Whether a phrase stands right after a verb, and so is not what the clause begins with."""
        before = self.low(phrase.first - 1)
        form = self.lexicon.verbs.get(before)
        return bool(form and not form.says) and phrase.kind != "pronoun"

    def clause_start(self, before: int) -> int:
        for at in range(before - 1, -1, -1):
            low = self.low(at)
            if low in {";", "tandis"} or (
                low in {"but", "mais", "while", "alors", "though"} and self.low(at - 1) == ","
            ):
                return at + 1
            if low == "“”" and at > 0 and self.low(at + 1) == ",":
                following = self.starts.get(at + 2)
                if (
                    following
                    and following.kind != "unknown"
                    and not following.under
                    and at + 2 < before
                ):
                    return at + 1
        return 0
