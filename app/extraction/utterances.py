"""Words that a noun gives to somebody: “X's remark that …”, “la phrase de X, « … »”."""

from app.extraction.colons import word_of
from app.extraction.cue import Cue
from app.extraction.lexicon import listed
from app.extraction.phrase import Phrase
from app.extraction.scene import Scene, no_break

REMARKS = listed(
    """remark remarks claim claims warning warnings assertion promise promises pledge vow statement
    comment comments accusation accusations allegation allegations description assurance assurances
    contention denunciation admission acknowledgment acknowledgement suggestion complaint
    prediction insistence rebuke threat threats declaration characterization characterisation
    call calls words phrase slogan motto"""
)
LINKS = listed("that of to about as on , :")
LINKS_FR = listed("d d' de à sur que qu' contre , ' quant")
LONGEST = 12  # tokens between the noun and the words


def noun_of_saying(scene: Scene, at: int) -> Cue | None:
    """Saleh's remark that Iraq was "no postcard" spread; la phrase de M. Durand, "…", a choqué."""
    for phrase in scene.phrases:
        if not (phrase.animate and phrase.last < at and phrase.kind not in ("nobody", "pronoun")):
            continue
        end = end_of_noun(scene, phrase)
        gap = range(end, at)
        if not end or len(gap) > LONGEST or not no_break(scene, end, at):
            continue
        if any(scene.tokens[place].quote >= 0 for place in gap):
            continue
        if any(end <= cue.first < at for cue in scene.cues) or is_reported(scene, phrase):
            continue
        return Cue(phrase.first, phrase.last, phrase, "plain", True, "")
    return None


def is_reported(scene: Scene, phrase: Phrase) -> bool:
    """“Il a estimé que les promesses de Washington « … »”: inside what somebody else says."""
    before = [cue for cue in scene.cues if cue.finish <= phrase.first and cue.says]
    last = before[-1].finish if before else phrase.first
    between = {scene.low(place) for place in range(last, phrase.first)}
    return not between.isdisjoint({"que", "qu'", "that"})


def end_of_noun(scene: Scene, phrase: Phrase) -> int:
    """Where the noun and its owner end, if what follows can be the words; else 0."""
    if scene.lexicon.language == "fr":
        told = word_of(scene, phrase) > 0
        return phrase.last if told and scene.low(phrase.last) in LINKS_FR else 0
    if scene.low(phrase.last) not in {"'s", "'"}:
        return 0
    noun = phrase.last + 1 + (scene.low(phrase.last + 2) in REMARKS)
    told = scene.low(noun) in REMARKS and scene.low(noun + 1) in LINKS
    return noun + 1 if told else 0
