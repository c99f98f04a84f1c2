"""Somebody, as a sentence words it."""

from dataclasses import dataclass, field

from app.extraction.lexicon import listed
from app.extraction.name import Name

ORDINALS = {
    "fr": {
        "premier": "first", "première": "first", "premiers": "first", "second": "second", "seconde": "second",  # noqa: E501
        "deuxième": "second", "dernier": "last", "dernière": "last", "derniers": "last", "même": "same",  # noqa: E501
        "intéressé": "last", "intéressée": "last", "autre": "other", "un": "first", "une": "first",
    },
    "en": {"former": "first", "latter": "second", "first": "first", "second": "second", "other": "other", "same": "same"},  # noqa: E501
}  # fmt: skip


FEMININE_ORDINALS = {"première", "seconde", "dernière", "intéressée", "une"}


# Participles that begin what somebody did, rather than say which one is meant.
GONE = listed(
    """resté restée restés restées requérant désireux souhaitant désirant
venu venue venus venues arrivé arrivée arrivés présent présente présents interrogé
interrogée interrogés joint jointe cité citée contacté contactée rencontré rencontrée
croisé croisée sollicité sollicitée ayant étant portant vivant habitant travaillant
faisant venant disant requérant parlant souhaitant préférant hissé assis assise debout
devant visiblement tout lundi rentré rentrée rassemblé rassemblée rassemblés rassemblées
réuni réunie réunis réunies massé massés massées regroupés regroupées descendus descendues
accouru accourus accourue attablé attablée attablés posté postée postés accoudé accoudée
installés installées présentes interrogées joints jointes cités citées contactés
rencontrés croisés requis réfugiés vêtu vêtue vêtus coiffé coiffée âgé âgée âgés entouré
entourée emmitouflé emmitouflée agenouillé agenouillée adossé adossée penché penchée drapé
drapée drapés"""
)


TITLES = {
    "justice": "judge",
    "col": "colonel", "lt": "officer", "gen": "general", "sen": "senator", "rep": "representative", "gov": "governor",  # noqa: E501
    "capt": "captain", "maj": "major", "sgt": "sergeant", "brig": "brigadier", "dr": "doctor", "prof": "professor", "adm": "admiral",  # noqa: E501
}  # fmt: skip


TIME = listed(
    """jour jours semaine semaines mois année années soir matin nuit journée heure heures week
weeks day days month months year years night morning evening afternoon hour hours minute
minutes weekend week-end"""
)


WHOM = "\0"  # where a reason names whom it gives: filled in when the text has been read whole


@dataclass(slots=True)
class Phrase:
    """Somebody, as the text puts it. `under` is set after a preposition: then it is no subject."""

    first: int
    last: int
    start: int
    end: int
    kind: str  # name, person, institution, crowd, state, pronoun, thing, unknown
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
