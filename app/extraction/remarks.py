"""What somebody's words are called: “X's remark that …”, “la phrase de X”, “it came from X”."""

from app.extraction.cue import Cue
from app.extraction.lexicon import listed
from app.extraction.phrase import Phrase
from app.extraction.scene import Scene, no_break

# Before “that” or the words themselves, behind whose they are: “Saleh's remark that …”.
REMARKS = listed(
    """remark remarks claim claims warning warnings assertion promise promises pledge vow statement
    comment comments accusation accusations allegation allegations description assurance assurances
    contention denunciation admission acknowledgment acknowledgement suggestion complaint
    prediction insistence rebuke threat threats declaration characterization characterisation
    call calls words phrase slogan motto"""
)
# Before a colon: “Odeh's message was simple: …”.
WORDS_OF = listed(
    """message verdict answer reply response advice warning view comment conclusion reaction retort
    explanation word words assessment motto plea appeal line argument question summary statement
    promise prediction complaint order excuse defence defense rule post tweet caption voice"""
)
# In French, before whose they are: “il rappelle un mot de Jean Rey : « … »”.
MOTS = listed(
    """mot mots formule phrase propos parole paroles réponse avertissement aveu confidence
    promesse promesses accusation accusations critique critiques déclarations menace menaces
    remarques affirmation affirmations déclaration boutade maxime tweet message tirade
    sentence prédiction conseil
    verdict consigne credo diagnostic constat conclusion appel commentaire réaction
adage citation vers réplique remarque serment"""
)
# In the sentence behind the words: “La réponse de X a fusé”, “The remark came from X”.
SPOKEN = listed(
    """ton voix promise vow pledge threat view opinion conclusion lament boast
réponse phrase formule mot mots aveu saillie sortie déclaration remarque boutade
avertissement cri réplique promesse confidence constat verdict remark remarks words word comment
comments outburst plea warning retort question answer line quip sentence sentiment message reaction
assessment tribute accusation admission praise appeal call quote statement claim prediction"""
)
CAME = listed("came come comes was were belonged belongs made spoken uttered delivered that those")
LINKS = listed("that of to about as on , :")
LINKS_FR = listed("d d' de à sur que qu' contre , ' quant")
LONGEST = 12  # tokens between the noun and the words


def noun_of_saying(scene: Scene, at: int) -> Cue | None:
    """Saleh's remark that Iraq was "no postcard" spread; la phrase de Paul Durand, "un mot de
    trop", a choqué
    """
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


def word_of(scene: Scene, author: Phrase) -> int:
    """Where the word stands of whose words “une formule de l'ancienne maire :” are; 0 if none."""
    at = author.first - 1 if scene.low(author.first) not in {"du", "des"} else author.first
    if at < 1 or scene.low(at) not in {"de", "d'", "du", "des"}:
        return 0
    word = next((p for p in (at - 1, at - 2) if p > 0 and scene.low(p) in MOTS), 0)
    answered = {scene.low(word - 1), scene.low(word - 2)} & {"à", "au", "aux", "contre", "sur"}
    return 0 if answered else word  # “il a répondu à un tweet de X : « … »”


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
