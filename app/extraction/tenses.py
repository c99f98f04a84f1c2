"""Which verb another goes with, by their tenses."""

from app.extraction.cue import Cue
from app.extraction.subjects import SubjectFinder


class TenseReader(SubjectFinder):
    """Reads the tenses of the verbs of one sentence."""

    def parallel(self, at: int, compound: bool) -> Cue | None:
        """“Elle rappelle que l'entreprise a proposé… et qualifie…”: a verb goes with the nearest
        of its own tense, not with a reported one of another.
        """
        last = self.last_main()
        if not self.french or last is None or self.low(last.begin - 1) not in {"que", "qu'"}:
            return last
        tense = self.tense_of(at, compound)
        for cue in reversed(self.cues):
            if cue.shape not in ("plain", "inverted") or not cue.subject:
                continue
            if self.tense_of(cue.last - 1, self.is_compound(cue)) == tense:
                return cue
        return last

    def tense_of(self, at: int, compound: bool) -> str:
        if compound:
            return "compound"
        return "past" if self.low(at).endswith(("ait", "aient")) else "present"

    def is_compound(self, cue: Cue) -> bool:
        """Whether an auxiliary stands in a verb's group: “a proposé”, “a-t-elle dit”."""
        return any(
            self.low(place) in self.lexicon.auxiliaries for place in range(cue.first, cue.last - 1)
        )
