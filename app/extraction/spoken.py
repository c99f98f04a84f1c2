"""Whose words they were, as the sentence behind them tells: “The remark came from X”."""

from app.extraction.lexicon import listed
from app.extraction.phrase import Phrase
from app.extraction.scene import Scene

SPOKEN = listed(
    """ton voix promise vow pledge threat view opinion conclusion lament boast
réponse phrase formule mot mots aveu saillie sortie déclaration remarque boutade
avertissement cri réplique promesse confidence constat verdict remark remarks words word comment
comments outburst plea warning retort question answer line quip sentence sentiment message reaction
assessment tribute accusation admission praise appeal call quote statement claim prediction"""
)
CAME = listed("came come comes was were belonged belongs made spoken uttered delivered that those")


def said_by(scene: Scene) -> Phrase | None:
    """« C'est non ». La réponse de Nadia Slimani a fusé: whose the words were."""
    shown = scene.low(0) in {"c'", "that", "this", "such", "these", "those"}
    if not ({scene.low(place) for place in range(1, 5 if shown else 3)} & SPOKEN):
        return None
    if scene.lexicon.language == "en":
        return next((p for p in scene.phrases if is_source(p, scene)), None)
    near = 8 if shown or scene.low(2) == "," else 5  # “La phrase, sèche, est de X”
    return next((p for p in scene.phrases if p.first <= near and p.animate), None)


def is_source(phrase: Phrase, scene: Scene) -> bool:
    """“The remark, made on Monday, came from the governor”; “the words were Odeh's”."""
    before, verb = scene.low(phrase.first - 1), scene.low(phrase.first - 2)
    if before in {"from", "of", "by"} or (before == "to" and verb == "belonged"):
        return phrase.animate and (verb in CAME or verb in SPOKEN)
    return phrase.animate and before in {"was", "were"} and scene.low(phrase.last) == "'s"
