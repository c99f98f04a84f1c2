"""Whose words a statement has: “a statement from the ministry”, “un communiqué de l'armée”."""

from collections.abc import Callable

from app.extraction.lexicon import listed
from app.extraction.phrase import Phrase
from app.extraction.scene import Scene

STATEMENTS = listed(
    """communique communiqué email letter memo message note post release reply report response
    review statement study tweet"""
)
COMMUNIQUES = listed(
    "communiqué courrier déclaration message missive publication texte tract tweet"
)
ARTICLES = listed("ce cette l' la le leur son un une")
FRONTS = listed("à au avec d' dans de du par selon sur via")


def is_author(low: Callable[[int], str], first: int, french: bool) -> bool:
    """Whether what begins at a place has written the statement that stands before it."""
    if not french:
        linked = low(first - 1) in {"from", "by"}
        return linked and bool(STATEMENTS & {low(first - 2), low(first - 3)})
    noun = (first if low(first) in {"du", "des"} else first - 1) - 1
    noun -= low(noun) == "signé"
    front = low(noun - 2) in FRONTS or low(noun) not in COMMUNIQUES
    return is_of_paper(low, first) and low(noun - 1) in ARTICLES and not front


def is_of_paper(low: Callable[[int], str], first: int) -> bool:
    """“Dans un communiqué de l'armée, on lit…”: whose paper it is, wherever it stands."""
    at = first if low(first) in {"du", "des"} else first - 1
    if low(at - 1) == "signé":
        return low(at - 2) in COMMUNIQUES and low(at) in {"d'", "de", "des", "du", "par"}
    paper = low(at - 1) in COMMUNIQUES or low(at - 1) in {"lettre", "note", "rapport"}
    return paper and low(at) in {"de", "d'", "du", "des"}


CLAIMED = listed("claimed revendiqué revendiquée revendiquées revendiqués")
HAVING = {"a", "ont", "avait", "avaient"}
DEFINITE = {"le", "la", "the", "this", "ce", "cette"}


def says_statement(scene: Scene, at: int) -> bool:
    """“"…", affirme le communiqué”, “"…," the statement said”: words that a statement has."""
    place = at + 1 + (scene.low(at + 1) == ",")
    french = scene.lexicon.language == "fr"
    article = place + 1 if french else place
    verb = place if french else place + 2
    form = scene.lexicon.verbs.get(scene.low(verb))
    noun = scene.low(article + 1)
    known = noun in (COMMUNIQUES if french else STATEMENTS)
    return known and scene.low(article) in DEFINITE and bool(form and form.says)


def claimant(scene: Scene) -> Phrase | None:
    """“L'attaque a été revendiquée par X”, “claimed by X”: who says that they did it."""
    for at, token in enumerate(scene.tokens):
        if token.low not in CLAIMED:
            continue
        if scene.low(at - 1) in HAVING or scene.low(at + 1) == "responsibility":
            own = [p for p in scene.phrases if at - 2 <= p.last <= at and p.animate and not p.under]
            return own[-1] if own else None  # “Le même groupe avait revendiqué un tir”
        for phrase in scene.phrases:
            by = range(at + 1, min(phrase.first + 1, at + 8))
            agent = any(scene.low(place) in {"par", "by"} for place in by)
            if phrase.first > at and agent and phrase.animate:
                near = {scene.low(phrase.first - 1), scene.low(phrase.first)}
                return phrase if near & {"par", "by"} else None
    return None
