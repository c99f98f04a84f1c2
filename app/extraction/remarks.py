"""What somebody's words are called: “X's remark that …”, “la phrase de X”, “it came from X”."""

from app.extraction.cue import Cue, cue_of
from app.extraction.lexicon import listed
from app.extraction.phrase import Phrase, stand_in
from app.extraction.scene import Scene, no_break

# Before “that” or the words themselves, behind whose they are: “Saleh's remark that …”.
REMARKS = listed(
    """accusation accusations acknowledgement acknowledgment admission allegation allegations appeal
    argument assertion assertions assessment assurance assurances call calls characterisation
    characterization charge charges claim claims comment comments complaint complaints contention
    criticism criticisms declaration demand demands denunciation denunciations depiction description
    descriptions insistence motto phrase plea pledge pledges portrayal prediction promise promises
    rebuke remark remarks slogan statement suggestion suggestions threat threats verdict view vow
    warning warnings words"""
)
# Before a colon: “Odeh's message was simple: …”.
WORDS_OF = listed(
    """advice answer appeal argument assessment caption comment complaint conclusion defence defense
    excuse explanation line message motto order plea post prediction promise question reaction reply
    response retort rule statement summary tribute tweet verdict view voice warning word words"""
)
# In French, before whose they are: “il rappelle un mot de Jean Rey : « … »”.
MOTS = listed(
    """accusation accusations adage affirmation affirmations appel avertissement aveu boutade
    citation commentaire conclusion confidence conseil consigne constat courriel courrier credo
    critique critiques déclaration déclarations diagnostic formule lettre maxime menace menaces
    message mot mots parole paroles phrase prédiction promesse promesses propos réaction remarque
    remarques réplique réponse sentence serment sms tirade tweet verdict vers"""
)
# In the sentence behind the words: “La réponse de X a fusé”, “The remark came from X”.
SPOKEN = listed(
    """accusation admission answer appeal assessment avertissement aveu boast boutade call claim
    comment comments conclusion confidence constat cri déclaration formule lament line message mot
    mots opinion outburst phrase plea pledge praise prediction promesse promise question quip quote
    reaction remark remarks remarque réplique réponse retort saillie sentence sentiment sortie
    statement threat ton tribute verdict view voix vow warning word words"""
)
CAME = listed("belonged belongs came come comes delivered made spoken that those uttered was were")
# What the quoted words can be, before “was”: no “claims”, which are “baseless” to another.
BEING_WORDS = {"advice", "answer", "conclusion", "motto", "verdict", "words"}
DESCRIBING = {"characterisation", "characterization", "depiction", "description", "portrayal"}
# Before “is that”: “Tehran's position is that the ban is …”.
POSITIONS = {"belief", "line", "message", "point", "position", "stance"}
LINKS = listed(", : about as for of on that to")
LINKS_FR = listed("' , à contre d d' de qu' quant que sur")
LONGEST = 12  # tokens between the noun and the words


def noun_of_saying(scene: Scene, at: int) -> Cue | None:
    """Saleh's remark that Iraq was "no postcard" spread; la phrase de Paul Durand, "un mot de
    trop", a choqué
    """
    if owner := whose_words(scene, at):
        return cue_of(owner, "plain")
    theirs = scene.lexicon.language == "en" and scene.low(0) in {"her", "his", "their"}
    if theirs and (end := end_of_owned(scene, 1)):  # “Her claim that the plan was "dead"”
        verb = any(end <= cue.first < at for cue in scene.cues)
        if not verb and 0 <= at - end <= LONGEST and scene.quotes[0] == at:
            return cue_of(stand_in(scene.tokens, 0), "plain")
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
        if is_judged(scene, phrase, end, at):
            continue
        return cue_of(phrase, "plain")
    return None


def noun_behind(scene: Scene, at: int) -> Cue | None:
    """ "Partons" : le mot est de Paul Durand; "Partons", c'est la phrase de Paul Durand; les
    accusations de "trahison" de Paul Durand ont surpris
    """
    if scene.lexicon.language != "fr":
        return None
    owned = any(scene.low(place) in MOTS for place in range(max(0, at - 4), at))
    owned = owned and scene.low(at - 1) in {"d'", "de", "un", "une"}
    start = at + 1 + (scene.low(at + 1) in {",", ":"})
    for phrase in scene.phrases:
        link = phrase.first - (scene.low(phrase.first) not in {"du", "des"})
        if not phrase.animate or scene.low(link) not in {"d'", "de", "des", "du", "par"}:
            continue
        if owned and link == at + 1:
            return cue_of(phrase, "plain")
        words = {scene.low(place) for place in range(start, link)}
        if start > at + 1 and start + 1 < link <= start + 5 and words & MOTS and "est" in words:
            return cue_of(phrase, "plain")
    return None


def whose_words(scene: Scene, at: int) -> Phrase | None:
    """“"A farce," was how Paul Smith put it”, “"Dead" was Smith's verdict”, “"Never" is the motto
    of the union”: whose the words are.
    """
    named = at > 1 and scene.low(at - 1) == "of" and scene.low(at - 2) in REMARKS
    if named and scene.low(at + 1) in {
        "by",
        "from",
    }:  # “accusations of "bad faith" from Lina Marsh”
        first = at + 2 + (scene.low(at + 2) == "the")
        return next((p for p in scene.phrases if p.first in (at + 2, first) and p.animate), None)
    is_at = at + 1
    while scene.low(is_at) in {",", ":", "that", "this"}:
        is_at += 1
    if scene.lexicon.language != "en" or scene.low(is_at) not in {"is", "was", "were", "went"}:
        return None
    for phrase in scene.phrases:
        near = is_at < phrase.first <= is_at + 7 and phrase.animate and phrase.kind != "nobody"
        if not near:
            continue
        between = {scene.low(place) for place in range(is_at + 1, phrase.first)}
        behind = {scene.low(place) for place in range(phrase.last + 1, phrase.last + 4)}
        if between & {"all", "how", "what"} and any(c.subject is phrase for c in scene.cues):
            return phrase
        if scene.low(phrase.last) in {"'s", "'"} and behind & (SPOKEN | WORDS_OF | REMARKS):
            return phrase
        if between & {"of", "from", "by"} and between & (SPOKEN | WORDS_OF):
            return phrase
    return None


def is_judged(scene: Scene, phrase: Phrase, link: int, at: int) -> bool:
    """“Lina Marsh called Paul Smith's remarks on the port "absurd"”: hers, for his are judged; his
    is only what “that” or “for” brings, or what he describes “as” something.
    """
    outer = any(cue.finish <= phrase.first and cue.subject for cue in scene.cues)
    if scene.lexicon.language != "en" or not outer or scene.low(link) in {"that", ",", ":"}:
        return False
    if scene.low(link - 1) in DESCRIBING:
        return False
    beside = scene.low(link + 1) in scene.lexicon.words["determiners"]
    return at != link + 1 and not (at == link + 2 and beside)


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
        return end_of_author(scene, phrase)
    return end_of_owned(scene, phrase.last + 1)


def end_of_owned(scene: Scene, first: int) -> int:
    """Where what somebody's words are called ends: “claim that”, “first call for”, “verdict was”,
    “position is that”; 0 for what is none.
    """
    noun = first + (scene.low(first + 1) in REMARKS | BEING_WORDS)
    if scene.low(noun + 1) in {"is", "was", "were"} and scene.low(noun + 2) == "“”":
        told = any(cue.says and cue.finish <= first for cue in scene.cues)
        return noun + 2 if scene.low(noun) in BEING_WORDS and not told else 0
    if scene.low(noun + 1) in {"is", "was"} and scene.low(noun + 2) == "that":
        return noun + 2 if scene.low(noun) in REMARKS | POSITIONS else 0
    told = scene.low(noun) in REMARKS and scene.low(noun + 1) in LINKS
    return noun + 1 if told else 0


def end_of_author(scene: Scene, phrase: Phrase) -> int:
    """“The claim by Paul Smith that…”, “a warning from the mayor of…”: where whose it is ends."""
    first = phrase.first - (scene.low(phrase.first - 1) in scene.lexicon.words["determiners"])
    told = scene.low(first - 1) in {"by", "from"} and scene.low(first - 2) in REMARKS
    return phrase.last if told and scene.low(phrase.last) in LINKS else 0


def word_of(scene: Scene, author: Phrase) -> int:
    """Where the word stands of whose words “une formule de l'ancienne maire :” are; 0 if none."""
    at = author.first - 1 if scene.low(author.first) not in {"du", "des"} else author.first
    if at < 1 or scene.low(at) not in {"de", "d'", "du", "des"}:
        return 0
    linked = scene.low(at - 2) in {"d'", "de"}  # “le message d'adieu de X”
    word = next((p for p in (at - 1, at - 2, at - 2 - linked) if scene.low(p) in MOTS), 0)
    word = max(word, 0)
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
