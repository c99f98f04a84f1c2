"""What reading a text finds."""

from dataclasses import dataclass, field

from app.extraction.discourse import Cast
from app.extraction.lexicon import Lexicon
from app.extraction.marks import Quotation
from app.extraction.scene import Scene

LONGEST_READ = 60_000  # characters in which speakers are looked for; spans are found in all


CONFIDENCE = {
    "inquit_after": 0.95,
    "inquit_inside": 0.95,
    "split_speech": 0.9,
    "verb_before": 0.9,
    "according_to": 0.9,
    "according_before": 0.75,
    "reported_then_said": 0.85,
    "continued": 0.85,
    "paragraph_before": 0.6,
    "sentence_before": 0.65,
    "sentence_after": 0.65,
    "colon_before": 0.75,
    "ellipsis": 0.8,
    "passive_agent": 0.85,
    "relative_after": 0.85,
    "banner": 0.7,
    "unknown_verb_after": 0.7,
    "unknown_verb_before": 0.6,
    "after_as_put": 0.9,
    "bare_colon_name": 0.8,
    "in_pieces": 0.9,
    "echo": 0.8,
    "verb_inside": 0.7,
    "beside_speech": 0.7,
}


@dataclass(slots=True)
class Finding:
    """What the rules found of one quotation."""

    kind: str = ""
    speaker: str | None = None
    entity: int = -1
    words: tuple[int, int] | None = None
    rule: str = ""
    reason: str = ""
    confidence: float = 0.5
    direct: bool = True  # the cue stands in its own sentence

    def follow(self, other: "Finding") -> None:
        """Take the speaker of another quotation, and the words that tell who it is."""
        self.speaker, self.entity, self.words = other.speaker, other.entity, other.words


@dataclass
class Reading:
    """A whole text as read: quotations with their findings, and everybody in it."""

    body: str
    language: str
    lexicon: Lexicon
    quotes: list[Quotation]
    findings: list[Finding]
    cast: Cast
    scenes: list[Scene] = field(default_factory=list)
