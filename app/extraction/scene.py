"""A sentence with what was read in it, and how far a cue in it reaches."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.extraction.cue import Cue
from app.extraction.lexicon import Lexicon, listed
from app.extraction.name import Name
from app.extraction.phrase import Phrase
from app.extraction.tokens import Sentence, Token


@dataclass(slots=True)
class Scene:
    """A sentence with what was read in it."""

    sentence: Sentence
    phrases: list[Phrase]
    cues: list[Cue]
    lexicon: Lexicon
    names: list[Name]
    tokens: list[Token] = field(init=False)
    low: Callable[[int], str] = field(init=False)
    quotes: list[int] = field(init=False)  # the places of its quotations

    def __post_init__(self) -> None:
        self.tokens, self.low = self.sentence.tokens, self.sentence.low
        self.quotes = [at for at, token in enumerate(self.tokens) if token.quote >= 0]

    @property
    def ends_with_colon(self) -> bool:
        return self.low(len(self.tokens) - 1) == ":"

    @property
    def main(self) -> Phrase | None:
        """The first that can be its subject: somebody, and no complement."""
        return next((one for one in self.phrases if one.animate and not one.under), None)


NEW_SUBJECTS = ("name", "state", "joint", "person", "institution", "crowd", "document")
TURNS = listed(
    """after alors although because car lorsque où parce puisque quand tandis though when where
    whereas while"""
)


def ends_after(scene: Scene, cue: Cue) -> bool:
    """Whether a verb of saying ends its sentence, or nearly: “…, officials and witnesses said.”"""
    return (
        scene.low(cue.last) in {".", "", ",", "on", "in", "late", "at", "during"}
        or scene.low(cue.last) in scene.lexicon.weekdays
    )


def begins_clause(scene: Scene, place: int, at: int) -> bool:
    """“…, au moment où Washington et Bagdad font face au "défi"”: a clause with a subject of
    its own.
    """
    for phrase in scene.phrases:
        if place < phrase.first <= place + 3 and phrase.last < at and not phrase.under:
            return phrase.kind in NEW_SUBJECTS
    return False


def no_break(scene: Scene, first: int, last: int) -> bool:
    """Whether no sign between two places parts them: a semicolon, a full stop."""
    return not any(
        scene.low(place) in {";", ".", "!", "?"} and scene.tokens[place].quote < 0
        for place in range(first, last)
    )


def is_in_report(scene: Scene, cue: Cue, place: int, at: int) -> bool:
    """“said that while Tehran had tried, it was…”, “said after meeting Paul Reed that it was…”."""
    if scene.low(place - 1 - (scene.low(place - 1) == ",")) == "that":
        return True
    if scene.lexicon.language != "en" or not cue.says:
        return False
    if scene.low(place) == "because":
        return True
    parted = {"that", ","} if place == cue.finish else {"that"}
    near = place <= cue.finish + (scene.low(cue.finish) == ",")
    return near and bool(parted & {scene.low(one) for one in range(place, at)})


def is_closed(scene: Scene, cue: Cue, at: int) -> bool:
    """“Tehran says the ban, which Baghdad calls "mild", is "illegal"”; “Lina Marsh said, when
    Tehran asked, that it was "lost"”: a clause between commas, and what comes behind it.
    """
    if scene.lexicon.language != "en" or not cue.subject:
        return False
    link = scene.low(cue.begin - 1)
    if link in {"which", "whom"}:
        said = next((place for place in scene.quotes if cue.finish <= place < at), at)
        behind = said + 1 + (scene.low(said + 1) == ",")
        verb = scene.low(behind) in scene.lexicon.auxiliaries
        return behind < at and (verb or scene.lexicon.is_verb(scene.low(behind), "f"))
    parted = link in TURNS | {"as"} and scene.low(cue.begin - 2) == ","
    ahead = range(cue.finish, at - 1)
    return parted and any((scene.low(p), scene.low(p + 1)) == (",", "that") for p in ahead)


def reaches(scene: Scene, cue: Cue, at: int) -> bool:
    """Whether a verb still governs a quotation further on: no clause has begun between."""
    if not no_break(scene, cue.finish, at) or is_closed(scene, cue, at):
        return False
    for place in range(cue.finish, at):
        if scene.low(place) not in TURNS or is_in_report(scene, cue, place, at):
            continue
        if begins_clause(scene, place, at):
            return False
    for phrase in scene.phrases:
        if (
            cue.finish <= phrase.first < at
            and not phrase.under
            and phrase.animate
            and phrase.kind != "joint"
        ):
            verb = any(other.subject is phrase for other in scene.cues)
            follows = scene.low(phrase.last)
            if (
                follows in scene.lexicon.auxiliaries
                and not verb
                and scene.low(phrase.first - 1) == ","
                and at - phrase.last > 6
            ):
                return False
    return True


# What brings a participle at the head of a sentence: “By calling it "dead", she…”.
OPENING = {"after", "before", "by", "in", "when", "while", "without"}


def is_fronted(scene: Scene, cue: Cue, at: int) -> bool:
    """“Citing "delays", Paul Smith left”, “By calling it "dead", she…”: who did so comes behind."""
    behind = cue.shape == "gerund" and cue.subject is not None and cue.subject.first > at
    opens = cue.first == 0 or (cue.first == 1 and scene.low(0) in OPENING)
    english = scene.lexicon.language == "en"
    return english and behind and opens and cue.last <= at and no_break(scene, cue.last, at)


def is_shown(scene: Scene, cue: Cue, at: int) -> bool:
    """“Le ministre affiche sa "confiance"”: what somebody shows of themselves, they say."""
    return cue.lemma == "afficher" and scene.low(at - 1) in {"leur", "sa", "ses", "son"}


def holds_ahead(scene: Scene, cue: Cue) -> bool:
    """“Saluant un "succès", le maire a…”, “Après avoir dénoncé…”: its subject comes behind."""
    return scene.lexicon.language == "fr" and cue.shape in ("gerund", "infinitive")
