"""What many call something: their usage, and nobody's words."""

from app.extraction.lexicon import listed
from app.extraction.scene import Scene

USAGE = listed("appeler baptiser call describe désigner dub know label nommer qualifier refer term")
CALLS = listed("appelle baptise call calls describes désigne dubs nomme qualifie terms")
GENERAL = listed(
    """administration business industrie industry jargon langage métier milieu press presse
    profession secteur sector trade"""
)
BARE = listed("a an as comme d' de l' la le les the to un une")


def is_usage(scene: Scene, at: int) -> bool:
    """“What planners refer to as the "residual footprint"”: what many call it, said by nobody."""
    verb = at - 1
    while scene.low(verb) in BARE or scene.low(verb).endswith(("ment", "ly")):
        verb -= 1
    trade = scene.low(verb) in CALLS and scene.low(verb - 1) in GENERAL
    if trade and {"que", "qu'", "what"} & {scene.low(verb - 2), scene.low(verb - 3)}:
        return True  # “ce que l'industrie appelle pudiquement le "torchage de routine"”
    for cue in scene.cues:
        one = cue.subject
        if one is None or cue.lemma not in USAGE or not cue.last <= at <= cue.last + 3:
            continue
        many = one.kind == "crowd" and one.plural and not one.name and one.last == cue.first
        asked = scene.low(one.first - 1) in {"what", "que", "qu'", "as", "which", "that"}
        plain = scene.low(cue.first).endswith("ent") or scene.low(cue.first) == cue.lemma
        small = all(scene.low(place) in BARE for place in range(cue.last, at))
        if many and asked and plain and small and one.det in ("", "definite"):
            return True
    return False
