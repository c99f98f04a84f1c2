"""Somebody of a text, and where they are mentioned."""

from dataclasses import dataclass, field

from app.extraction.lexicon import listed

# Whom a text leaves unnamed on purpose.
FACELESS = listed(
    "official source person people member figure insider diplomat aide responsable personne"
)


BUSINESS = listed(
    """société entreprise compagnie groupe firme consortium multinationale géant company firm group
operator giant corporation opérateur constructeur maker consultancy transporteur exploitant
fabricant avionneur énergéticien major armateur distributeur assureur équipementier start-up
concessionnaire carrier airline manufacturer retailer insurer utility miner developer"""
)

# Nouns that take up one another: “l'ONG Eau claire… L'association”.
BODIES = (
    BUSINESS,
    listed("association ong organisation fondation collectif ngo charity organization foundation"),
    listed("syndicat centrale fédération confédération union organisation federation union"),
    listed("parti mouvement formation bloc liste alliance coalition front party movement alliance"),
    listed("milice faction groupe mouvement groupuscule brigade militia faction group"),
    listed("journal quotidien hebdomadaire magazine newspaper daily weekly tabloid"),
    listed("hôpital clinique établissement école université institution hospital clinic"),
    listed("tribunal cour juridiction court tribunal"),
    listed("club équipe formation sélection team side club"),
    listed("police force constabulary department"),
)


@dataclass(slots=True)
class Entity:
    """Somebody in a text: `name` is the fullest form printed, or the article's own words."""

    number: int
    name: str
    kind: str  # person, organisation, state, unnamed
    named: bool
    start: int
    gender: str = ""
    plural: bool = False
    country: str = ""
    roles: set[str] = field(default_factory=set)
    forms: list[str] = field(default_factory=list)
    former: bool = False
    definite: bool = False  # an office that a later name may fill
    lead: bool = False  # unnamed in the first sentences; the name may follow
    alias: int = -1  # the entity that it turned out to be
    owner: int = -1
    members: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Mentioned:
    """That somebody was mentioned in a sentence, as its subject or not."""

    entity: int
    sentence: int
    paragraph: int
    subject: bool
    at: int
    pronoun: bool = False


def same_body(head: str, words: set[str]) -> bool:
    """Whether an institution's noun can take up one that is called by other words."""
    return any(head in body and body & words for body in BODIES)
