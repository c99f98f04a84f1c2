"""The rules that say who speaks, in the order in which they are tried.

Each looks at one quotation in its sentence and answers the cue that governs it, or nothing. The
first that answers names itself in the draft. Where none does, nobody speaks. The first paragraph of
each rule's docstring is what it gives a speaker to, one example or several with “;” between.

Before them all, `speaking.py` looks for an inquit inside the quotation and for terms; after them,
`neighbours.py` gives a speech that stands alone to whoever speaks beside it.
"""

from collections.abc import Callable

from app.extraction.banners import banner
from app.extraction.colons import bare_colon_name, colon_before, outer_saying
from app.extraction.cue import Cue, cue_of
from app.extraction.ellipses import beside_speech, ellipsis, ellipsis_apart
from app.extraction.inquits import (
    inquit_after,
    relative_after,
    reported_then_said,
    split_speech,
    unknown_verb_after,
)
from app.extraction.lexicon import listed
from app.extraction.remarks import MOTS, noun_behind, noun_of_saying, word_of
from app.extraction.reported import is_parted, is_reported, is_told, reported_by, was_told
from app.extraction.scene import Scene, holds_ahead, is_fronted, is_shown, no_break, reaches
from app.extraction.statements import is_author

Rule = Callable[[Scene, int], Cue | None]
RuleOfWords = Callable[[Scene, int, str], Cue | None]

# “What she called "a farce"”, “as he put it”: the words are whose the verb is.
PUTTING = listed(
    """appeler baptiser call considérer décrire dénoncer describe dire label nommer put qualifier
    term"""
)
# What may stand between the agent of a passive and the words.
AFTER_AGENT = listed("a à an as avec be comme d' de en être for la le of pour the to un une with")

# Between the words and a participle: “la "paix" tant vantée par X”.
BEFORE_PARTICIPLE = {"jadis", "si", "souvent", "tant"}


def after_as_put(scene: Scene, at: int) -> Cue | None:
    """It was what one lawyer called "a paper burial"; as Paul Smith put it, the deal was "dead";
    c'est ce que Lina Marsh nomme "un désert"
    """
    for cue in scene.cues:
        if (
            (
                cue.subject
                and scene.low(cue.subject.first - 1) in {"qu'", "que", "what", "as", "comme", "dit"}
                and cue.lemma in PUTTING
            )
            and cue.last - 1 <= at <= cue.last + (9 if cue.lemma == "put" else 2)
            and cue.first < at
            and no_break(scene, cue.last, at)
        ):
            pronoun = cue.subject.kind == "pronoun"  # “Denouncing what she called "…", Marsh left”
            fronted = (one for one in scene.cues if pronoun and is_fronted(scene, one, at))
            return next(fronted, cue)
    return None


def passive_agent(scene: Scene, at: int) -> Cue | None:
    """Une réunion jugée "stérile" par Mme Lunsford est close; The vote was described as "a farce"
    by Paul Smith; les accusations de "trahison" lancées par Paul Durand ont surpris
    """
    for cue in scene.cues:
        if cue.shape == "passive" and cue.subject and cue.first < at < cue.subject.first + 1:
            return cue
        told = cue.says or any(scene.low(place) in MOTS for place in range(max(0, at - 4), at))
        apart = scene.low(at + 1) == "," and scene.cues[0].first > at
        near = at + 1 + (apart or scene.low(at + 1) in BEFORE_PARTICIPLE)
        if cue.shape == "passive" and cue.subject and told and cue.first == near:
            return cue
        if is_told(scene, cue, at):
            return cue
        if (
            (cue.shape == "passive" and cue.subject)
            and cue.subject.last <= at <= cue.subject.last + 3
            and all(scene.low(place) in AFTER_AGENT for place in range(cue.subject.last, at))
        ):
            return cue
    return None


# What others say of somebody who tries: “selon Washington, Téhéran cherche à "gagner du temps"”.
TRYING = listed("chercher essayer risquer tenter viser")


def speaks_up(scene: Scene, cue: Cue) -> bool:
    """“Selon X, le ministre souhaite "…"”: somebody who holds a view, and not “elle porte "…"”."""
    holder = cue.holder
    return (
        scene.lexicon.language == "fr"
        and cue.lemma not in TRYING
        and holder is not None
        and holder.kind in ("name", "person", "state", "institution", "crowd")
    )


def is_relative(scene: Scene, outer: Cue, cue: Cue) -> bool:
    """“Selon un conseiller qu'il cite sans le nommer, …”: said of the source, by the way."""
    near = cue.begin - 1 <= outer.finish + 4
    return near and scene.low(cue.begin - 1) in {"qu'", "que"} and scene.low(cue.finish) != ":"


def according_to(scene: Scene, at: int) -> Cue | None:
    """Selon Paul Durand, la ville est "perdue"; la ville est "perdue", selon Paul Durand; According
    to Paul Smith, the plan is "dead"
    """
    place = at + 1
    if scene.low(place) == ",":
        place += 1
    for cue in scene.cues:
        if cue.shape == "according" and cue.first == place:
            return cue
    before = [cue for cue in scene.cues if cue.first < at]
    if before and before[-1].shape == "according" and no_break(scene, before[-1].finish, at):
        return before[-1]
    first = before[0] if before else None
    opens = first is not None and (
        first.first == 0 or (scene.low(0) in {"mais", "et", "or"} and first.first == 1)
    )
    if (
        first
        and first.shape == "according"
        and opens
        and not any(
            (cue.says or speaks_up(scene, cue)) and not is_relative(scene, first, cue)
            for cue in before[1:]
        )
        and no_break(scene, first.finish, at)
        and not scene.quotes[0] < at
    ):
        return first
    if not before:
        later = next((cue for cue in scene.cues if cue.first > at), None)
        if later and later.shape == "according" and no_break(scene, at, later.first):
            return later
    return None


# Who carries, signs or reads out something does not say the word that names it.
CARRYING = listed(
    """afficher arborer brandir chercher choisir compter diffuser dresser entendre ériger lire
    montrer nourrir porter prendre relayer rétablir signer tenir vendre"""
)


def verb_before(scene: Scene, at: int) -> Cue | None:
    """Paul Durand a promis de "soutenir la ville" pour "diminuer la peine"; Paul Smith said the
    plan was "dead"
    """
    best: Cue | None = None
    if was_told(scene, at):
        return None
    for cue in scene.cues:
        if is_fronted(scene, cue, at):
            best = cue
        if cue.first > at or (cue.last if holds_ahead(scene, cue) else cue.finish) > at:
            continue
        if cue.shape == "according" or cue.shape == "passive":
            continue
        if not reaches(scene, cue, at):
            continue
        if cue.lemma == "read" and best and scene.low(cue.begin - 1) in {"that", "which"}:
            continue  # “apologized in a letter that the union read aloud”
        named = scene.low(at - 1) in scene.lexicon.words["determiners"] - {"au", "aux"}
        if cue.lemma in CARRYING and named and not is_shown(scene, cue, at):
            continue
        if best and (is_reported(scene, best, cue, at) or is_parted(scene, best, cue)):
            continue
        best = cue
    return reported_by(scene, best, at) if best else None


def according_before(scene: Scene, at: int) -> Cue | None:
    """La ville, selon Paul Durand, porte les "stigmates de la guerre"

    A verb between that is not a saying.
    """
    for cue in reversed(scene.cues):
        if cue.shape == "according" and cue.finish <= at and no_break(scene, cue.finish, at):
            return cue
    return None


LENDING = listed("by citait citant cite cited citent citing par quoted quotes quoting")


def verb_and_colon(scene: Scene, at: int) -> Cue | None:
    """Paul Smith said: "We leave"; le maire a été coupé par Paul Durand : "Assez"

    The last verb before a colon, or who is quoted before it.
    """
    if scene.low(at - 1) != ":":
        return None
    lent = next((p for p in scene.phrases if p.last == at - 1 and p.animate), None)
    english = scene.lexicon.language == "en"
    if lent and (
        scene.low(lent.first - 1) in LENDING
        or (english and is_author(scene.low, lent.first, False))
    ):
        return Cue(lent.first - 1, lent.last, lent, "plain", True, "quote")
    if lent and scene.lexicon.language == "fr" and (word := word_of(scene, lent)):
        return Cue(word, lent.last, lent, "colon", True, "")
    for one in scene.cues:  # “une phrase prononcée par X en 2028, au Sénat : « … »”
        uttered = one.shape == "passive" and scene.low(one.first - 1) in MOTS
        if uttered and one.subject and one.finish < at:
            return one
    cue = verb_before(scene, at)
    return outer_saying(scene, cue) if cue else None


def verb_inside(scene: Scene, at: int, text: str) -> Cue | None:
    """Le Conseil de sécurité "se félicite des progrès"

    The verb is quoted, its subject is not.
    """
    acting = [p for p in scene.phrases if (p.animate or p.kind == "document") and not p.under]
    subject = next((p for p in acting if p.last == at), None)
    if subject is None and acting and scene.low(at - 1) == "," == scene.low(acting[0].last):
        subject = acting[0] if acting[0].last < at - 1 else None  # “Le texte, adopté hier, "…"”
    if subject is None or subject.kind in ("nobody", "pronoun") or scene.lexicon.language != "fr":
        return None
    if scene.low(subject.first - 1) in {"que", "qu'"} and subject.first == 1:
        return None  # “Que dit le texte ? Que l'Etat "garantit"…”
    words = text.lower().replace("’", "'").replace("'", "' ").split()[:4]
    while words and words[0] in {"se", "s'", "ne", "n'", "y", "en"}:
        words = words[1:]
    if not words or not (
        scene.lexicon.is_verb(words[0], "f")
        or (scene.sentence.heading and words[0] in scene.lexicon.auxiliaries)
    ):
        return None
    return cue_of(subject, "plain")


def unknown_verb_before(scene: Scene, at: int, text: str) -> Cue | None:
    """Le capitaine a déplié "la plus belle soirée de sa vie"

    A perfect that no list has.
    """
    if scene.lexicon.language != "fr" or not text[:1].islower():
        return None
    verb = scene.low(at - 1)
    if not verb.endswith(("é", "i", "u", "it", "is")) or scene.lexicon.is_verb(verb, "p"):
        return None
    first = at - 2
    while first > 0 and scene.low(first) in scene.lexicon.between:
        first -= 1
    if scene.low(first) not in {"a", "ont", "avait", "avaient"}:
        return None
    subject = next((p for p in scene.phrases if p.last == first and not p.under), None)
    if subject is None or subject.kind not in ("name", "person", "pronoun", "institution"):
        return None
    return Cue(first, at, subject, "plain", False, verb)


def in_a_list(scene: Scene, at: int) -> Cue | None:
    """Paul Durand n'a pas de mots assez durs : "un piège", "une farce"

    What the quotation just before it in a list has.
    """
    joined = scene.low(at - 1) in {",", "et", "ou"} and scene.low(at - 2) == "“”"
    if not joined or scene.lexicon.language != "fr":
        return None
    return next((cue for rule in RULES if (cue := rule(scene, at - 2))), None)


RULES: list[Rule] = [
    inquit_after,
    relative_after,
    banner,
    verb_and_colon,
    after_as_put,
    passive_agent,
    ellipsis,
    ellipsis_apart,
    according_to,
    split_speech,
    noun_of_saying,
    noun_behind,
    verb_before,
    according_before,
    reported_then_said,
    bare_colon_name,
    colon_before,
    unknown_verb_after,
    in_a_list,
]
# Asked where none of those answers: by the quoted words as well.
RULES_OF_WORDS: list[RuleOfWords] = [verb_inside, unknown_verb_before, beside_speech]


def govern(scene: Scene, at: int, text: str) -> tuple[Cue | None, str]:
    """The cue that governs a quotation of these words, and the rule that found it."""
    for rule in RULES:
        cue = rule(scene, at)
        if cue is None:
            continue
        if rule is inquit_after and cue.lemma == "report" and at:
            held = verb_before(scene, at)
            if held and held.says and held.finish <= at:
                return held, "verb_before"  # “X agreed to "go on", the state agency reported”
        if not cue.says and rule is verb_before:
            later = inquit_after(scene, at)
            if later:
                return later, "inquit_after"
        return cue, rule.__name__
    for last in RULES_OF_WORDS:
        if cue := last(scene, at, text):
            return cue, last.__name__
    return None, ""
