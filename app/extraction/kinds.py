"""Whether a quotation is a speech of its own, a fragment built into a sentence, or a mere term."""

import re
from functools import lru_cache

from app.extraction.lexicon import Lexicon, listed, plain
from app.extraction.scene import Scene
from app.extraction.tokens import TOKEN
from app.extraction.usage import is_usage

SUBJECTS = {
    "fr": listed("c' ça ce cela elle elles il ils j' je nous on personne qu' rien tu vous"),
    "en": listed(
        """everybody everyone everything he i it it's let nobody nothing she that there there's they
        this we what who you"""
    ),
}
FINITE_FR = re.compile(
    r"^(?:est|sont|était|a|ont|avons|sommes|suis|ai|avez|êtes|sera|seront|serons|va|vont|allons|faut|fait|doit|doivent|peut|peuvent|veut|veulent|sait|dit|\w+(?:ons|ez|rons|rez|ront|rai|ait|aient))$"
)
FINITE_EN = re.compile(
    r"^(?:is|are|was|were|am|has|have|had|will|would|can|could|must|should|may|might|do|does|did|don't|won't|can't|isn't|\w+n't)$"
)
DUBBED = {"dubbed", "codenamed", "nicknamed", "baptisé", "baptisée"}
NICKNAMES = {"surnom", "nom", "sobriquet", "acronyme", "nickname", "shorthand", "name"}
NAMING = {"titre", "title", "nom", "name", "surnom", "nickname", "dit", "codenamed"}
# What stands right before a term in its sentence: “the "Easter accord"”.
SMALL = {
    "fr": {"du", "au", "le", "la", "les", "l'", "des", "ce", "cette", "ces", "aux"},
    "en": {"the", "this", "these", "its", "their"},
}
# What may stand before a speech that is otherwise alone in its sentence.
LEADS = {"et", "and", ",", "mais", "but", "-", "–", "—", "ou", "or", "(", "non", "oui", ":"}


@lru_cache(maxsize=512)
def is_clause(text: str, lexicon: Lexicon) -> bool:
    """Whether words make a clause: a subject with a finite verb."""
    lows = [plain(word) for word in TOKEN[lexicon.language].findall(text[:600])]
    starts = bool(lows) and lows[0] in SUBJECTS[lexicon.language]
    if (
        lows
        and lows[0] in {"qui", "que", "dont", "who", "which", "that", "to", "de", "d'"}
        and not text[0].isupper()
    ):
        return False
    if starts or len(lows) <= 3:
        return starts
    finite = FINITE_FR if lexicon.language == "fr" else FINITE_EN
    return any(
        (low in lexicon.auxiliaries or finite.match(low))
        and (low != "'s" or (at > 0 and lows[at - 1] in SUBJECTS["en"]))
        for at, low in enumerate(lows)
    )


def is_term(scene: Scene, at: int, text: str) -> bool:
    """Whether words before a quotation make it a name, a title or a word at a distance."""
    lexicon = scene.lexicon
    if re.match(r"(?:Operation|Opération) [A-Z]", text):
        return True
    words = [scene.low(place) for place in range(max(0, at - 4), at)]
    if not words:
        return False
    if is_usage(scene, at):
        return True
    near = words[-1]
    if near in DUBBED and is_title(text, lexicon):
        return True  # “a campaign dubbed "Steady Lantern"”
    if any(cue.first <= at - 1 < cue.last for cue in scene.cues):
        return False
    if (
        near in {"dans", "in"}
        and text[:1].isupper()
        and not is_clause(text, lexicon)
        and not text.endswith((".", "!", "?"))
    ):
        return True
    if near in SMALL[lexicon.language] and lexicon.language == "en" and is_title(text, lexicon):
        return True
    if near.startswith("dit") and {"se", "s'"} & set(words):
        return False  # “ils se sont dits "soulagés"”
    if words[-3:-2] and words[-3] in lexicon.auxiliaries and words[-2] == "dit":
        return False  # “ils nous ont dit de "partir"”
    if near in {",", "(", "["} and len(words) > 1:
        near = words[-2] if words[-2] in lexicon.term_before else ""
    if (
        near in lexicon.term_before
        or f"{words[-2] if len(words) > 1 else ''} {words[-1]}" in lexicon.term_before
    ):
        if text[:1].islower() and text.split()[0] in lexicon.words["prepositions"]:
            return False  # “a successor would be named "within days"”
        if (
            near in lexicon.words["weak_terms"]
            and not (near == "word" and words[-2:-1] == ["the"])
            and not text[:1].isupper()
            and any(cue.finish <= at for cue in scene.cues)
        ):
            return False
        return not (text.endswith(("!", "?")) and scene.low(at - 1) in {"mot", "mots", "words"})
    if (
        len(words) > 1
        and near
        in {"des", "de", "the", "as", "du", "les", "le", "la", "est", "is", "called", "l'", "d'"}
        and words[-2] in lexicon.term_before - {"mot", "mots", "terme", "termes"}
    ):
        if near in {"est", "is"} and not (
            text[:1].isupper() and words[-2] in NAMING | {"film", "livre", "operation", "opération"}
        ):
            return False
        if (
            near in {"as", "de", "d'"}
            and words[-2] in lexicon.words["weak_terms"]
            and governed_by(scene, at)
        ):
            return False
        return words[-2] != "called" and not text.endswith((".", "!", "?"))
    far = [scene.low(place) for place in range(max(0, at - 8), at)]
    if near == "as" and "known" in far and not set(far) & {":", ";", "“”"}:
        return True
    after = [scene.low(place) for place in range(at + 1, min(len(scene.tokens), at + 3))]
    if after[:1] == [","] and after[1:2] and after[1] in NICKNAMES:
        return True  # “la "badgeuse", surnom donné au système”
    return bool(after) and after[0] in lexicon.term_after and len(text.split()) <= 6


def is_title(text: str, lexicon: Lexicon) -> bool:
    """“the "Easter accord"”: two to four words with a capital, and no nation's, make a name."""
    words = text.split()
    if not (2 <= len(words) <= 4) or not text[0].isupper() or text[-1] in ".!?":
        return False
    known = words[0] in lexicon.demonyms or words[0] in lexicon.countries or words[0] == "I"
    return not known and not is_clause(text, lexicon)


def governed_by(scene: Scene, at: int) -> bool:
    """Whether a verb stands before: “dismissed the film as "rubbish"”."""
    return any(cue.finish <= at for cue in scene.cues)


def is_aside(scene: Scene, at: int, text: str, begin: int) -> bool:
    """“…, au début du "dialogue stratégique" qui…”: a short name in an adverbial, said by
    nobody.
    """
    if (
        scene.low(at - 1) not in SMALL[scene.lexicon.language]
        or len(text.split()) > 3
        or text[:1].isupper()
    ):
        return False
    for place in range(at - 2, max(begin, at - 8), -1):
        if scene.low(place) == ",":
            return scene.low(place + 1) in scene.lexicon.words["prepositions"] and place > begin
        if scene.low(place) in {"que", "qu'", "that"} or scene.lexicon.is_verb(
            scene.low(place), "i"
        ):
            return False
    return False


def kind_of(scene: Scene, at: int, text: str, lexicon: Lexicon, governed: str, second: bool) -> str:
    """full, partial or term, by how a quotation is built into its sentence."""
    clause = is_clause(text, lexicon)
    capital = text[:1].isupper() or text[:1].isdigit()
    ends = text.rstrip("”’\"'» ").endswith((".", "!", "?", "…", ","))
    before = scene.low(at - 1)
    alone = at == 0 or all(token.quote >= 0 or token.low in LEADS for token in scene.tokens[:at])
    short = len(text.split()) <= 4
    if not governed and not alone:
        if scene.sentence.heading and clause:
            return "full"
        if capital and (before == ":" or text.endswith(("!", "?"))):
            return "full"
        return (
            "full"
            if clause and (capital or before in {":", ","})
            else "term"
            if short or not clause
            else "partial"
        )
    if alone:
        if governed in (
            "inquit_after",
            "unknown_verb_after",
            "bare_colon_name",
            "continued",
            "echo",
            "in_pieces",
        ):
            return "partial" if scene.sentence.heading and not capital and not clause else "full"
        if not governed:
            return "full" if clause or ends or (capital and len(text.split()) > 2) else "term"
        return "full" if capital or clause else "partial"
    if before == ":":
        return "full"
    if before == "“”":
        return "full" if capital or clause else "partial"
    if second:
        return "full" if clause or ends else "partial"
    if (
        governed == "split_speech"
        and before == ","
        and scene.tokens[0].quote >= 0
        and text.rstrip()[-1] in ".!?"
    ):
        return "full"
    said = any(
        cue.last == at and cue.says and cue.lemma not in {"call", "appeler", "évoquer"}
        for cue in scene.cues
    )
    if lexicon.language == "fr" and before in {"que", "qu'", "qui"}:
        reported = any(cue.says and at - 3 <= cue.last <= at for cue in scene.cues)
        first = text.lower().replace("’", "'").replace("'", "' ").split()[:1]
        subject = bool(first) and first[0] in SUBJECTS["fr"]
        if clause and (
            subject if reported else before == "qui" and starts_with_subject(text, lexicon)
        ):
            return "full"
    if said and clause and starts_with_subject(text, lexicon) and not lexicon.is_verb(before, "ig"):
        return "full"
    if before == "," or scene.low(at - 1) in {"—", "–", "--", "…"}:
        if capital:
            return "full"
        return "full" if clause else "partial"
    if before in {"et", "and", "puis", "then", "ou", "or"} and clause and scene.low(at - 2) == "“”":
        return (
            "full"
            if scene.tokens[0].quote >= 0 and starts_with_subject(text, lexicon)
            else "partial"
        )
    direct = any(cue.finish == at or cue.last == at for cue in scene.cues) or before in {
        "de",
        "répétait",
    }
    if capital and (direct or governed in ("banner", "reported_then_said")):
        return (
            "full" if ends or clause or len(text.split()) > 1 or governed == "banner" else "partial"
        )
    if capital and ends and text[-1] in "!?." and before not in lexicon.words["determiners"]:
        return "full"
    if governed == "inquit_after" and clause and before == ",":
        return "full"
    return "partial"


def starts_with_subject(text: str, lexicon: Lexicon) -> bool:
    first = TOKEN[lexicon.language].search(text[:60])
    return first is not None and plain(first.group()) in SUBJECTS[lexicon.language] | {
        "le",
        "la",
        "les",
        "the",
    }
