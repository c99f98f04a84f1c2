"""A cue: a verb of saying or holding, or “selon”, with who is its subject."""

from dataclasses import dataclass

from app.extraction.phrase import Phrase

LINK = {",", "-", "–", "—", "--", ":"}


@dataclass(slots=True)
class Cue:
    """A verb group with its subject; `shape` says how they stand to each other."""

    first: int
    last: int
    subject: Phrase | None
    # plain, inverted, coordinate, gerund, infinitive, passive, according; colon, ellipsis, banner
    shape: str
    says: bool
    lemma: str
    inherits: "Cue | None" = None

    @property
    def holder(self) -> Phrase | None:
        """Its subject, or that of the verb that it depends on."""
        if self.subject or not self.inherits:
            return self.subject
        return self.inherits.holder

    @property
    def begin(self) -> int:
        return min(self.first, self.subject.first) if self.subject else self.first

    @property
    def finish(self) -> int:
        return max(self.last, self.subject.last) if self.subject else self.last


def cue_of(phrase: Phrase, shape: str) -> Cue:
    """A cue without a verb: that somebody is named there gives them the words."""
    return Cue(phrase.first, phrase.last, phrase, shape, True, "")
