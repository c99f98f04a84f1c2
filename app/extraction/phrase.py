"""Somebody, as a sentence words it."""

from dataclasses import dataclass, field

from app.extraction.name import Name
from app.extraction.tokens import Token

GENDERS = {"his": "m", "him": "m", "her": "f"}
WHOM = "\0"  # where a reason names whom it gives: filled in when the text has been read whole


@dataclass(slots=True)
class Phrase:
    """Somebody, as the text puts it. `under` is set after a preposition: then it is no subject."""

    first: int
    last: int
    start: int
    end: int
    # name, state, person, institution, crowd, joint, pronoun, nobody; document, thing, unknown
    kind: str
    text: str
    head: str = ""
    det: str = ""  # definite, indefinite, possessive, demonstrative
    gender: str = ""
    plural: bool = False
    country: str = ""
    name: Name | None = None
    under: bool = False
    roles: list[str] = field(default_factory=list)
    members: list["Phrase"] = field(default_factory=list)
    owner: Name | None = None  # whose it is: “Obeidi's Reform Alliance”, “le fils de X”
    entity: int = -1
    former: bool = False
    reason: str = ""  # why it means its entity, which stands in it as WHOM

    @property
    def animate(self) -> bool:
        return self.kind not in ("thing", "unknown", "document")


def stand_in(tokens: list[Token], at: int, head: str = "") -> Phrase:
    """A word that stands for somebody: “him”, “leurs”; whoever spoke last, with head “speaker”."""
    token = tokens[at]
    one = Phrase(at, at + 1, token.start, token.end, "pronoun", token.text, head or token.low)
    if not head:
        one.gender = GENDERS.get(token.low, "")
        one.plural = token.low in {"their", "them", "leur", "leurs"}
    return one
