"""A cue: a verb of saying or holding, or “selon”, with who is its subject."""

from dataclasses import dataclass

from app.extraction.lexicon import Lexicon, listed
from app.extraction.phrase import Phrase
from app.extraction.tokens import Sentence

# What a clause goes on with behind “it”, where that is a firm.
GOING_ON = listed(
    """would will was is had has could planned expects expected plans intends aims wants is's 's may
    might must can should did does continues remains regrets takes took does"""
)

NEEDS_AFTER = {
    "faire": {  # “faire savoir”, “faire allusion à”
        "savoir",
        "valoir",
        "remarquer",
        "observer",
        "part",
        "état",
        "comprendre",
        "allusion",
        "référence",
        "mention",
        "miroiter",
        "entendre",
    },
    "laisser": {"entendre", "éclater", "échapper", "entrevoir", "planer", "tomber"},
    "mettre": {"en"},
    "tenir": {"à", "pour"},
    "prendre": {"acte", "à", "aux", "au"},
    "rendre": {"hommage"},
    "vendre": {"la"},
    "go": {"on", "further"},
    "put": {"it"},
    "make": {"clear", "plain"},
    "give": set(),
    "issue": set(),
    "point": {"out"},
    "hit": {"back", "out"},
    "fire": {"back"},
    "spell": {"out"},
    "let": {"slip"},
    "find": {"it"},
    "draw": set(),
    "introduire": set(),
    "attaquer": set(),
}


NOT_SAYING_FR = listed(
    """maintenant pendant cependant tant avant devant suivant concernant notamment pouvant ment
titre cours reste note posté"""
)


# What stands before a name behind its verb: “said little Rayan's uncle”.
LITTLE = {"little", "old", "young", "poor", "dear", "even", "only"}
LINK = {",", "-", "–", "—", "--", ":"}


@dataclass(slots=True)
class Cue:
    """A verb group with its subject; `shape` says how they stand to each other."""

    first: int
    last: int
    subject: Phrase | None
    shape: str  # plain, inverted, gerund, infinitive, passive, according
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


def is_firm(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> bool:
    """“Norvex said on Monday it would cut…”: a name that goes on as “it” is no person's."""
    name = cue.subject.name if cue.subject else None
    if lexicon.language != "en" or name is None or name.title or not cue.says:
        return False
    if name.words[0] in lexicon.first_names or sentence.low(cue.last) in {"him", "her"}:
        return False
    for place in range(cue.last, min(cue.last + 8, len(sentence.tokens) - 1)):
        if sentence.low(place) == "it":
            return sentence.low(place + 1) in GOING_ON
        if sentence.tokens[place].quote >= 0 or sentence.low(place) in {",", ";", "he", "she"}:
            return False
    return False
