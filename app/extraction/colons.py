"""Rules for a colon between somebody and the words, on either side."""

from app.extraction.banners import BANNERS, on_banner
from app.extraction.cue import Cue, cue_of
from app.extraction.phrase import Phrase, stand_in
from app.extraction.remarks import MOTS, WORDS_OF
from app.extraction.scene import Scene


def colon_before(scene: Scene, at: int) -> Cue | None:
    """Paul Durand hausse les épaules: "Partons"; Odeh's message was simple: "We stay"

    A colon after any sentence about somebody.
    """
    on_sign = scene.lexicon.language == "en" or scene.low(at - 2) in BANNERS
    if scene.low(at - 1) != ":" or (on_sign and on_banner(scene, at)):
        return None
    floor = 0
    for place in range(at - 2, -1, -1):
        named = place == at - 2 and place and scene.tokens[place - 1].is_word
        if scene.low(place) in {";"} or (scene.tokens[place].quote >= 0 and not named):
            floor = place + 1  # “X, révélé par "Les Heures" : "…"”: a name, and not his words
            break
    inside = [p for p in scene.phrases if floor <= p.first < at]
    for phrase in inside:
        if phrase.animate and not phrase.under:
            if phrase.kind == "nobody" and is_subordinate(scene, phrase):
                continue
            if phrase.kind == "nobody":
                return None
            return cue_of(phrase, "colon")
    if scene.lexicon.language == "fr" and (owner := own_words(scene, inside, floor)):
        return cue_of(owner, "colon")
    if scene.lexicon.language == "fr" and (owner := whose_colon(scene, inside, floor, at)):
        return cue_of(owner, "colon")
    opening = scene.low(floor) in {"puis", "et", "ou", "enfin", "plus", "mais", "avant", "avec"}
    if scene.lexicon.language == "fr" and opening and not floor and at < 14:
        return cue_of(stand_in(scene.tokens, 0, "speaker"), "colon")
    owner = owner_before(scene, floor, at)
    return cue_of(owner, "colon") if owner else None


def own_words(scene: Scene, inside: list[Phrase], floor: int) -> Phrase | None:
    """“Le message de la Maison Blanche est clair : « … »”, “Son verdict : « … »”: whose words."""
    word = floor + 1
    warned = (scene.low(word), scene.low(word + 1)) == ("mise", "en")
    if scene.low(word) not in MOTS and not warned:
        return None
    word += 2 * warned
    if scene.low(floor) in {"son", "sa", "leur"}:
        return stand_in(scene.tokens, floor, "speaker")
    if scene.low(floor) not in {"le", "la", "l'"}:
        return None
    whose = [p for p in inside if p.animate and word < p.first <= word + 3]
    linked = {"de", "d'"}
    return next(
        (
            p
            for p in whose
            if scene.low(p.first - 1) in linked or scene.low(p.first) in {"du", "des"}
        ),
        None,
    )


def is_subordinate(scene: Scene, phrase: Phrase) -> bool:
    """“Alors que l'on frôlait la rupture, elle…”: nobody, of a clause that is not the main one."""
    before = scene.low(phrase.first - 1)
    if before == "l'":
        before = scene.low(phrase.first - 2)
    return before in {"que", "qu'", "où", "dont", "quand", "lorsqu'", "lorsque", "si", "puisqu'"}


def owner_before(scene: Scene, floor: int, at: int) -> Phrase | None:
    """Whose the words are: “Odeh's message was simple: "…"”, “His verdict: "…"”."""
    if scene.lexicon.language != "en":
        return None
    first = floor + 1 if scene.low(floor) == "," else floor
    if scene.low(first) in {"his", "her", "their"} and any(
        scene.low(place) in WORDS_OF for place in range(first + 1, min(first + 5, at))
    ):
        return stand_in(scene.tokens, first)
    for phrase in scene.phrases:
        if not floor <= phrase.first < at or not phrase.animate:
            continue
        behind = [scene.low(place) for place in range(phrase.last, min(phrase.last + 5, at))]
        if behind[:1] in (["'s"], ["'"]) and WORDS_OF & set(behind):
            return phrase
        first = phrase.first - (scene.low(phrase.first - 1) == "the")
        word = scene.low(first - 2)
        if scene.low(first - 1) in {"from", "of", "by"} and word in WORDS_OF:
            return phrase
        if scene.low(first - 1) == "from" and (word == "this" or (first == 1 and "came" in behind)):
            return phrase  # “This from Paul Smith: "…"”, “From the crowd came a cry: "…"”
    return None


def whose_colon(scene: Scene, inside: list[Phrase], floor: int, at: int) -> Phrase | None:
    """Réponse de l'accusé : "…"; Une voix, au fond : "…"; C'est l'avis de Luc Bastide : "…"."""
    prepositions = scene.lexicon.words["prepositions"] - {"d'", "de", "même"}
    if scene.low(floor) in {"chez", "pour", "selon", "côté", "parmi"}:
        return next((p for p in inside if p.first == floor + 1 and p.animate), None)
    if scene.low(floor) in prepositions:
        floor = next((p for p in range(floor, at) if scene.low(p) == ","), at) + 1
    for phrase in inside:
        voice = phrase.kind == "unknown" or phrase.head == "voix"
        if voice and phrase.det == "indefinite" and phrase.first == floor:
            alone = scene.low(phrase.last) in {",", ":"}
            return phrase if alone and "seul" not in phrase.text.lower() else None
        if phrase.kind == "document" and not phrase.under and phrase.det != "possessive":
            return phrase
    if at - floor > 16:
        return None
    owners = [p for p in inside if p.animate and p.under and p.first > floor]
    before = [scene.low(p.first - 1) for p in owners]
    for phrase, low in zip(owners, before, strict=True):
        if any(other.first >= phrase.last and not other.under for other in inside):
            continue  # something else is the subject
        if low in {"de", "d'", "chez", "par"} or scene.low(phrase.first) in {"du", "des"}:
            return phrase
    return None


def bare_colon_name(scene: Scene, at: int) -> Cue | None:
    """‘They told us to lose the files’: former officer tells inquiry

    A headline's colon.
    """
    if not scene.sentence.heading and scene.lexicon.language == "en":
        return signed_behind(scene, at)
    if scene.low(at + 1) not in {":", ",", "-", "–", "—"} or not scene.sentence.heading:
        return None
    subject = next((p for p in scene.phrases if p.first == at + 2 and p.animate), None)
    if subject is None:
        return None
    verb = next((cue for cue in scene.cues if cue.subject is subject), None)
    return verb or cue_of(subject, "colon")


def signed_behind(scene: Scene, at: int) -> Cue | None:
    """“We agree” — Paul Smith: nothing but the words, a dash and who said them."""
    if at or scene.low(1) not in {"-", "–", "—", "--"}:
        return None
    end = len(scene.tokens) - (scene.low(len(scene.tokens) - 1) == ".")
    one = next((p for p in scene.phrases if p.last == end and p.first in (2, 3)), None)
    return cue_of(one, "colon") if one and one.animate else None


def outer_saying(scene: Scene, cue: Cue) -> Cue:
    """“Un diplomate assure que le message est moins lisse : « … »”: the diplomat's words."""
    subject = cue.subject
    if subject is None or subject.kind != "document" or scene.low(subject.first - 1) != "que":
        return cue
    earlier = (one for one in scene.cues if one.says and one.finish <= subject.first)
    told = [one for one in earlier if one.subject and one.subject.animate]
    return told[-1] if told and told[-1].last >= subject.first - 3 else cue
