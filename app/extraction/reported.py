"""Reported clauses: whose words stand in what somebody says that others say."""

from itertools import pairwise

from app.extraction.cue import Cue
from app.extraction.lexicon import listed
from app.extraction.scene import Scene, no_break

TURNING = {"and", "but", "while", "whereas", "though", "although", "or"}

PLAIN_SAYING = listed(
    "confier déclarer dire écrire lancer promettre qualifier répéter répliquer répondre rétorquer"
)

# Who is told: “told reporters Baghdad wanted…”.
HEARERS = listed("afp her him journalists lawmakers me parliament reporters reuters them us")


def is_reported(scene: Scene, outer: Cue, cue: Cue, at: int) -> bool:
    """Il a prévenu que son gouvernement ne tolérerait "aucune présence": the words are his."""
    if not outer.says or scene.lexicon.language != "fr" or cue.inherits or not cue.subject:
        return False
    if not any(
        scene.low(place) in {"que", "qu'"} for place in range(outer.last, min(outer.last + 4, at))
    ):
        return False
    negated = any(scene.low(place) in {"ne", "n'"} for place in range(cue.begin, cue.last))
    return scene.low(at - 1) != ":" and (negated or cue.lemma not in PLAIN_SAYING)


def is_parted(scene: Scene, inquit: Cue, cue: Cue) -> bool:
    """Ankara, a-t-il ajouté, attend "des actes": a verb of the clause that the inquit parts."""
    one, own = inquit.subject, cue.subject
    if (
        inquit.shape not in ("inverted", "plain")
        or not inquit.says
        or one is None
        or own is None
        or cue.says
    ):
        return False
    commas = scene.low(inquit.begin - 1) == "," == scene.low(inquit.finish)
    return commas and own.last <= inquit.begin and own is not one and inquit.begin > 0


def was_told(scene: Scene, at: int) -> bool:
    """“Residents say they were told only that the water was "safe"”: whoever told them, and the
    text does not say who.
    """
    for place in range(at - 1, max(0, at - 9), -1):
        if scene.low(place) in {",", ";", "by", "“”"}:
            return False
        if scene.low(place) in {"told", "warned", "ordered", "advised"}:
            return scene.low(place - 1) in {"was", "were", "been", "being"}
    return False


# Verbs whose passive brings what the agent says.
TOLD = listed("accuse advise assure inform order remind tell urge warn")


def is_told(scene: Scene, cue: Cue, at: int) -> bool:
    """“Paul Smith was told by the coach that he was "not in the plans"”: what the agent says."""
    if cue.shape != "passive" or cue.subject is None or cue.lemma not in TOLD:
        return False
    gap = range(cue.subject.last, at)
    plain = all(scene.tokens[place].is_word for place in gap)
    return 0 < len(gap) <= 12 and plain and not any(c.first in gap for c in scene.cues)


def reported_by(scene: Scene, cue: Cue, at: int) -> Cue:
    """“Li said at a briefing that China opposed "sanctions"”: Li's words, not China's."""
    if scene.lexicon.language == "fr" and scene.low(cue.begin - 1) not in {"que", "qu'"}:
        return cue  # “X a interrogé Y, qui assume : "…"”
    if cue.shape != "plain" or cue.subject is None or (cue.says and not is_of_many(scene, cue, at)):
        return cue
    for earlier in reversed(scene.cues):
        if not (earlier.says and earlier.shape in ("plain", "inverted") and earlier.subject):
            continue
        if earlier.finish > cue.begin or not no_break(scene, earlier.finish, cue.begin):
            continue
        between = [scene.low(place) for place in range(earlier.last, cue.begin)]
        if "“”" in between or any(
            one == "," and other in TURNING for one, other in pairwise(between)
        ):
            continue
        follows = cue.subject.first - earlier.last
        heard = between[:1] and between[0] in HEARERS and follows == 1
        if between[-1:] == ["that"] or follows == 0 or heard:
            return earlier
    return cue


def is_of_many(scene: Scene, cue: Cue, at: int) -> bool:
    """“The mayor said farmers had complained about "…"”: what many say is told by who tells it."""
    many = cue.subject is not None and cue.subject.kind == "crowd" and not cue.subject.det
    behind = {scene.low(place) for place in range(cue.last - 1, at)}
    return many and bool(behind & {"about", "over", "of", "against"})
