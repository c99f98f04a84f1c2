"""Quotations that are a name, a title or a word at a distance, and nobody's words."""

import re

from app.extraction.cue import Cue
from app.extraction.lexicon import listed
from app.extraction.quoted import is_clause, is_title
from app.extraction.remarks import REMARKS
from app.extraction.scene import Scene
from app.extraction.usage import is_usage

OPERATION = re.compile(r"(?:Operation|Opération) [A-Z]")
DUBBED = {"dubbed", "codenamed", "nicknamed", "baptisé", "baptisée"}
NICKNAMES = {"surnom", "nom", "sobriquet", "acronyme", "nickname", "shorthand", "name"}
# What stands right before a term in its sentence: “the "Easter accord"”.
SMALL = {
    "fr": {"du", "au", "le", "la", "les", "l'", "des", "ce", "cette", "ces", "aux"},
    "en": {"the", "this", "these", "its", "their"},
}
# What may stand between a noun and the name that it has: “le projet de "Grand Canal"”.
LINKING = listed("as called d' de des du est is l' la le les the")
# Whose name may stand behind “est” or “is”: “Le titre est "Le Dernier Train"”.
NAMING = listed("codenamed dit film livre name nickname nom operation opération surnom title titre")
WORDS = {"mot", "mots", "terme", "termes"}


def is_term(scene: Scene, at: int, text: str) -> bool:
    """Whether words before a quotation make it a name, a title or a word at a distance."""
    if OPERATION.match(text):
        return True
    if at == 0:
        return False
    if is_usage(scene, at):
        return True
    if scene.low(at - 1) in {"itself", "themselves"} and is_naming(text):
        return scene.low(at - 2).startswith("call")  # “a group calling itself "the Heirs"”
    if scene.low(at - 1) in DUBBED and is_title(text, scene.lexicon):
        return True  # “a campaign dubbed "Steady Lantern"”
    if any(cue.first < at <= cue.last for cue in scene.cues):
        return False
    if is_name(scene, at, text):
        return True
    if is_told(scene, at):
        return False
    if noun := noun_before(scene, at):
        return is_named(scene, at, text, noun)
    if is_linked(scene, at):
        return is_named_over_link(scene, at, text)
    return is_known_as(scene, at) or is_explained(scene, at, text)


def is_naming(text: str) -> bool:
    """“the Heirs of the River”: words that can be a body's name."""
    return text.removeprefix("the ")[:1].isupper() and not text.endswith((".", "!", "?"))


def is_name(scene: Scene, at: int, text: str) -> bool:
    """“lit-on dans "Le Matin"”, “the "Easter accord"”: capitals alone make it one."""
    near, lexicon = scene.low(at - 1), scene.lexicon
    if near in {"dans", "in"} and text[:1].isupper() and not text.endswith((".", "!", "?")):
        return not is_clause(text, lexicon)
    return lexicon.language == "en" and near in SMALL["en"] and is_title(text, lexicon)


def is_told(scene: Scene, at: int) -> bool:
    """“ils se sont dits "soulagés"”, “ils nous ont dit de "partir"”: said, and no name."""
    near = {scene.low(place) for place in range(at - 4, at)}
    if scene.low(at - 1).startswith("dit") and near & {"se", "s'"}:
        return True
    return scene.low(at - 2) == "dit" and scene.low(at - 3) in scene.lexicon.auxiliaries


def noun_before(scene: Scene, at: int) -> str:
    """“opération” before "Sentinelle", a comma or a bracket between or not; “slogan de”."""
    nouns, near = scene.lexicon.term_before, scene.low(at - 1)
    if near == "," or (near in {"(", "["} and scene.low(at + 1) in {")", "]"}):
        near = scene.low(at - 2)
    pair = f"{scene.low(at - 2)} {scene.low(at - 1)}"
    return near if near in nouns else pair if pair in nouns else ""


def is_named(scene: Scene, at: int, text: str, noun: str) -> bool:
    """“l'opération "Sentinelle"”; but “promised a film "for all"” is somebody's words."""
    words = scene.lexicon.words
    if text[:1].islower() and text.split()[0] in words["prepositions"]:
        return False  # “a successor would be named "within days"”
    weak = noun in words["weak_terms"] and not (noun == "word" and scene.low(at - 2) == "the")
    if weak and not text[:1].isupper() and is_governed(scene, at):
        return False
    return not (text.endswith(("!", "?")) and scene.low(at - 1) in {"mot", "mots", "words"})


def is_linked(scene: Scene, at: int) -> bool:
    """“le projet de "Grand Canal"”: a small word between the noun and its name."""
    noun = scene.low(at - 2)
    named = noun in scene.lexicon.term_before and noun not in WORDS
    return named and scene.low(at - 1) in LINKING


def is_named_over_link(scene: Scene, at: int, text: str) -> bool:
    """“le film est "Le Dernier Train"”; but not “dismissed the film as "rubbish"”."""
    near, noun = scene.low(at - 1), scene.low(at - 2)
    if near in {"est", "is"} and not (text[:1].isupper() and noun in NAMING):
        return False
    weak = near in {"as", "de", "d'"} and noun in scene.lexicon.words["weak_terms"]
    if weak and is_governed(scene, at):
        return False
    return noun != "called" and not text.endswith((".", "!", "?"))


def is_known_as(scene: Scene, at: int) -> bool:
    """“known to the troops as "the Oven"”."""
    far = {scene.low(place) for place in range(at - 8, at)}
    return scene.low(at - 1) == "as" and "known" in far and not far & {":", ";", "“”"}


def is_explained(scene: Scene, at: int, text: str) -> bool:
    """“la "badgeuse", surnom donné au système”, “"Sahwa" signifie "réveil"”: told behind it."""
    if scene.low(at + 1) == "," and scene.low(at + 2) in NICKNAMES:
        return True
    return scene.low(at + 1) in scene.lexicon.term_after and len(text.split()) <= 6


def is_governed(scene: Scene, at: int) -> bool:
    """“dismissed the film as "rubbish"”, “Lina Marsh's description of the film as "rubbish"”."""
    noun = any(
        scene.low(place) in REMARKS and scene.low(place - 1) in {"'s", "'", "his", "her", "their"}
        for place in range(at - 7, at)
    )
    return noun or any(cue.last <= at for cue in scene.cues)


def is_held_title(scene: Scene, at: int, text: str, cue: Cue) -> bool:
    """“Lina Marsh presented "The Last Ferry"”: the object of a verb that is none of saying."""
    held = scene.lexicon.language == "en" and not cue.says and cue.last == at
    words = text.split()
    named = len(words) > 1 and all(not w[0].islower() or len(w) < 4 for w in words)
    return held and named and is_title(text, scene.lexicon)


def is_aside(scene: Scene, at: int, text: str, begin: int) -> bool:
    """“…, au début du "dialogue stratégique" qui…”: a short name in an adverbial, said by
    nobody.
    """
    lexicon = scene.lexicon
    short = len(text.split()) <= 3 and not text[:1].isupper()
    if not short or scene.low(at - 1) not in SMALL[lexicon.language]:
        return False
    for place in range(at - 2, max(begin, at - 8), -1):
        low = scene.low(place)
        if low == ",":
            return scene.low(place + 1) in lexicon.words["prepositions"]
        if low in {"que", "qu'", "that"} or lexicon.is_verb(low, "i"):
            return False
    return False
