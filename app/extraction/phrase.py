"""Somebody, as a sentence words it."""

from dataclasses import dataclass, field

from app.extraction.name import Name

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
