"""Speakers without their verb: “X se veut "…", Y "…"”."""

from app.extraction.cue import Cue, cue_of
from app.extraction.phrase import Phrase
from app.extraction.quoted import is_clause
from app.extraction.scene import Scene

PEOPLE = ("name", "person", "pronoun")
BODIES = ("crowd", "institution", "state")


def ellipsis(scene: Scene, at: int) -> Cue | None:
    """Paul Durand se veut "l'invité surprise", Graça Portas "la voix des oubliés" hier"""
    linked = 2 if scene.low(at - 1) == "'" else int(scene.low(at - 1) in {"of", "de"})
    ends = {at, at - linked}  # “X spoke of "…", Y of "…"”, “Y d'"un début"”
    if scene.low(at - 2) in {"d'", "de"} and scene.low(at - 1) in {"l'", "la", "un", "une"}:
        ends.add(at - 2)  # “X parle d'un "gâchis", Y d'une "chance"”
    subject = next((p for p in scene.phrases if p.last in ends and p.animate and not p.under), None)
    if subject is None or subject.kind in ("pronoun", "nobody") or not subject.first:
        return None
    return elliptic(scene, subject)


def ellipsis_apart(scene: Scene, at: int) -> Cue | None:
    """Paul Durand a évoqué une visite "utile", son hôte Mark Teller un échange "direct" hier"""
    if scene.lexicon.language != "fr":
        return None
    for subject in scene.phrases:
        gap = range(subject.last, at)
        if subject.first == 0 or not subject.animate or subject.under or not 0 < len(gap) < 6:
            continue
        if subject.kind in ("pronoun", "nobody") or scene.low(subject.first - 1) not in {",", ";"}:
            continue
        plain = all(scene.tokens[place].is_word for place in gap)
        verb = any(
            scene.low(place) in scene.lexicon.auxiliaries
            or scene.low(place) in scene.lexicon.words["relatives"]
            or scene.lexicon.is_verb(scene.low(place), "fg")
            for place in gap
        )
        determined = scene.low(subject.last) in scene.lexicon.words["determiners"]
        if plain and determined and not verb:
            return elliptic(scene, subject)
    return None


def elliptic(scene: Scene, subject: Phrase) -> Cue | None:
    """The subject without its verb, if the verb and a quotation of its stand before."""
    earlier = [
        cue
        for cue in scene.cues
        if cue.first < subject.first and cue.shape in ("plain", "coordinate")
    ]
    quoted = any(token.quote >= 0 for token in scene.tokens[: subject.first])
    before = {",", ";", "et", "and"}
    if scene.lexicon.language == "en":
        before.add("“”")  # “a success,” Y of “a start”: the comma is inside
    if earlier and quoted and scene.low(subject.first - 1) in before:
        return cue_of(subject, "ellipsis")
    return None


def beside_speech(scene: Scene, at: int, text: str) -> Cue | None:
    """« On part », Luc Bastide en est convaincu

    Whoever the sentence goes on with.
    """
    if at or scene.lexicon.language != "fr" or not is_clause(text, scene.lexicon):
        return None
    if scene.low(1) not in {",", ":"}:
        return None
    acting = [p for p in scene.phrases if not p.under and p.animate]
    subject = acting[0] if acting and (acting[0].first == 2 or scene.low(1) == ":") else None
    bodies = BODIES if scene.low(1) == "," else ()  # a crowd behind a colon is whom it is about
    if subject is None or subject.kind not in (*PEOPLE, *bodies):
        return None
    if subject.first > 2 and (subject.kind != "name" or any(cue.says for cue in scene.cues)):
        return None  # “« J'ai peur »: dans le camp, Oum Ali attend depuis trois ans”
    return cue_of(subject, "plain")
