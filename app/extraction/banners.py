"""The rule for words on a banner, or in the cries of a crowd."""

from app.extraction.cue import Cue, cue_of
from app.extraction.lexicon import listed
from app.extraction.phrase import Phrase
from app.extraction.remarks import word_of
from app.extraction.scene import Scene

BANNERS = listed(
    """affiche affiches affichette affichettes banderole banderoles banner banners billboard calicot
    calicots écriteau écriteaux pancarte pancartes panneau panneaux placard placards poster posters
    sign signs"""
)

# What tells that words are cried, or stand on something.
CRIED = listed(
    """banderole banderoles banner banners chanting chants cris lire lisait mots pancarte pancartes
    placard placards poster posters proclamant read reading said shouting sign signs slogan
    slogans"""
)
CHANTS = listed("chanting chants cries shouting slogan slogans")


def on_banner(scene: Scene, at: int) -> bool:
    """Une banderole "Port vivant" barre l'entrée: words that stand on something, and no name."""
    near = {scene.low(place) for place in range(max(0, at - 4), at)}
    return bool(near & BANNERS)


def is_there(scene: Scene, phrase: Phrase) -> bool:
    """“…, where about 200 pensioners stood chanting”: a crowd of a clause of its own."""
    before = {scene.low(place) for place in range(phrase.first - 3, phrase.first) if place >= 0}
    return phrase.kind == "crowd" and bool(before & {"where", "as", "while"})


def is_crying(scene: Scene, phrase: Phrase, at: int) -> bool:
    """“To chants of "Resign" from the crowd, the mayor left”: whose the chants are."""
    near = at < phrase.first <= at + 3 and phrase.animate
    return near and scene.low(at + 1) in {"from", "by"}


def banner(scene: Scene, at: int) -> Cue | None:
    """Aux cris de "Dehors !", des milliers de personnes ont manifesté; Protesters marched with
    signs reading "Enough"
    """
    before = [scene.low(place) for place in range(max(0, at - 6), at)]
    if CRIED.isdisjoint(before):
        return None
    if scene.lexicon.language == "fr" and scene.low(at - 1) == ":":
        author = next((p for p in scene.phrases if p.last == at - 1 and p.animate), None)
        if author and word_of(scene, author):
            return None  # “X rapporte ces mots de Y : "…"”
    crowd = [p for p in scene.phrases if p.kind in ("crowd", "person", "name") and not p.under]
    if (
        scene.lexicon.language == "fr"
        and any(token.low in {"on", "l'on"} for token in scene.tokens[:at])
        and not crowd
    ):
        return None
    if scene.lexicon.language == "fr" and on_banner(scene, at):
        crowd = [p for p in crowd if p.first < at]
    if scene.lexicon.language == "en":
        # a banner that nobody before it holds is nobody's; “read” and “words” are no banner
        held = next(
            (back for back in range(at - 1, max(-1, at - 12), -1) if scene.low(back) in BANNERS), -1
        )
        if held < 0 and not CHANTS & set(before):
            return None
        crowd = [p for p in crowd if held < 0 or p.first < held]
        crowd = [p for p in crowd if not is_there(scene, p)]
        there = [p for p in scene.phrases if is_there(scene, p) and p.last < at]
        crowd = (there[-1:] if CHANTS & set(before) else []) or crowd
        if crying := next((p for p in scene.phrases if is_crying(scene, p, at)), None):
            return cue_of(crying, "banner")
        if crowd and crowd[0].first > at and not (crowd[0].plural or crowd[0].kind == "crowd"):
            noun = {"chants", "cries", "shouts", "slogans"} & set(before)
            return None if noun else cue_of(crowd[0], "banner")
    if not crowd or before[-1:] == [","]:
        return None
    return cue_of(crowd[0], "banner")
