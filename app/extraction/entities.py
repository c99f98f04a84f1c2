"""Somebody of a text, and where they are mentioned."""

from dataclasses import dataclass, field

from app.extraction.lexicon import listed

# Whom a text leaves unnamed on purpose.
FACELESS = listed(
    "aide diplomat figure insider member official people person personne responsable source"
)


BUSINESS = listed(
    """airline armateur assureur avionneur carrier compagnie company concessionnaire consortium
    constructeur consultancy corporation developer distributeur énergéticien entreprise
    équipementier exploitant fabricant firm firme géant giant group groupe insurer major maker
    manufacturer miner multinationale opérateur operator retailer société start-up transporteur
    utility"""
)

# Nouns that take up one another: “l'ONG Eau claire… L'association”.
BODIES = (
    BUSINESS,
    listed("association charity collectif fondation foundation ngo ong organisation organization"),
    listed("centrale confédération federation fédération organisation syndicat union"),
    listed("alliance bloc coalition formation front liste mouvement movement parti party"),
    listed("brigade faction group groupe groupuscule milice militia mouvement"),
    listed("daily hebdomadaire journal magazine newspaper quotidien tabloid weekly"),
    listed("clinic clinique école établissement hôpital hospital institution université"),
    listed("cour court juridiction tribunal"),
    listed("club équipe formation sélection side team"),
    listed("constabulary department force police"),
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
