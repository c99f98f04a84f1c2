"""Rules for a verb of saying that stands after the words, or between two parts of them."""

from app.extraction.cue import LINK, Cue
from app.extraction.lexicon import listed
from app.extraction.phrase import Phrase
from app.extraction.scene import Scene, ends_after, no_break
from app.extraction.statements import is_author

TURNING = listed("alors although and but et mais or quand tandis though whereas while")
NO_VERBS = listed(
    "always as besides has his is its needed perhaps sometimes this thus towards us was yes"
)
# What tells more of somebody, before the verb: “We agree,” Paul Smith, who led it, said.
ADDING = listed("( , at from in near outside qui who")
# What holds the words before it, at the end: “It is nothing but "a farce", Paul Smith believes.”
THINKING = {"believe", "fear", "feel", "hope", "suspect", "think"}
LONGEST = 30  # tokens that such words can have


# What takes the words up before the verb that says them: « … », comme le souligne X.
TAKING_UP = (
    ("comme",),
    ("ainsi", "que"),
    ("c'", "est", "ce", "que"),
    ("c'", "est", "du", "moins", "ce", "que"),
    ("c'", "est", "ainsi", "que"),
    ("voilà", "ce", "que"),
    ("voilà", "comment"),
)


def behind_link(scene: Scene, at: int) -> int:
    """Where an inquit may begin: behind a comma or a dash, and “comme”, “c'est ce que”."""
    place = at + 1
    while place < at + 3 and scene.low(place) in LINK - {":"}:
        place += 1
    if scene.lexicon.language != "fr":
        return place
    start = place + (scene.low(place) == ":")
    for words in TAKING_UP:
        behind = [scene.low(start + one) for one in range(len(words))]
        if tuple("que" if low == "qu'" else low for low in behind) == words:
            return start + len(words)
    return place


def inquit_after(scene: Scene, at: int) -> Cue | None:
    """ "Nous partirons", a dit Paul Durand; “We agree,” Paul Smith said"""
    place = behind_link(scene, at)
    for cue in scene.cues:
        if cue.lemma == "read" and cue.subject and cue.subject.head in {"they", "it"}:
            continue  # of posters: “"One citizen, one vote," they read.”
        pronoun = scene.low(place) in {"s'", "lui", "leur", "nous"}
        if cue.shape == "inverted" and cue.first in (place, place + pronoun):
            if is_held(scene, at):
                continue
            if place > at + 1 or not is_object(scene, at):
                return cue
        elif is_quoted_as(scene, cue, place) or (
            is_said_behind(scene, cue, at, place) and not is_held(scene, at)
        ):
            return cue
    return None


def is_said_behind(scene: Scene, cue: Cue, at: int, place: int) -> bool:
    """“We agree,” Paul Smith, who led it, said; « Nous partirons », Paul Durand l'a dit."""
    one = cue.holder
    thinks = cue.lemma in THINKING and ends_after(scene, cue)
    if one is None or not (cue.says or thinks):
        return False
    if one.first != place or cue.shape != "plain":
        return is_said_at_length(scene, cue, at, place)
    english = scene.lexicon.language == "en" or scene.sentence.heading
    if not english and not takes_up(scene, cue, at, place):
        return False
    gap = cue.first - one.last
    near = cue.first - place <= 5 or gap <= 1
    adds = gap < LONGEST and scene.low(one.last) in ADDING
    return near or adds or is_said_at_length(scene, cue, at, place)


def is_held(scene: Scene, at: int) -> bool:
    """“While Tehran called it "a farce", Baghdad said…”, “Tehran, which Baghdad accuses of
    "weakness", denied it”: the words are of a clause that has its own verb.
    """
    for cue in scene.cues:
        one = cue.subject
        if one is None or cue.shape != "plain" or not cue.finish <= at <= cue.finish + 3:
            continue
        first = one.first - (scene.low(one.first - 1) in scene.lexicon.words["determiners"])
        link = scene.low(first - 1)
        opens = first == 1 and link in {"although", "as", "though", "whereas", "while"}
        if one.kind != "pronoun" and (opens or link in {"which", "whom"}):
            return scene.lexicon.language == "en"
    return False


def is_said_at_length(scene: Scene, cue: Cue, at: int, place: int) -> bool:
    """“We agree,” Paul Smith is reported to have said; “We agree,” Paul Smith was overheard
    saying; “We agree,” as Paul Smith put it: a predicate with a verb of saying in it.
    """
    one = cue.holder
    if scene.lexicon.language != "en" or one is None or cue.first < one.last:
        return False
    told = one.first - (scene.low(one.first - 1) in {"a", "the"})
    if told - place <= 4 and cue.shape == "plain" and is_author(scene.low, told, False):
        return cue.last - one.last <= 4  # “a statement from the ministry said”
    put = scene.low(place) == "as" and one.first == place + 1 and cue.shape == "plain"
    if put:
        return cue.last - one.last <= 3 and (place > at + 1 or not at or cue.lemma == "put")
    if at or one.first != place or cue.shape not in ("plain", "gerund", "infinitive"):
        return False
    adds = scene.low(one.last) in ADDING
    plain = all(scene.tokens[p].is_word for p in range(one.last, cue.first))
    return cue.first - one.last < (LONGEST if adds else 7) and (adds or plain)


def takes_up(scene: Scene, cue: Cue, at: int, place: int) -> bool:
    """« Nous partirons », Paul Durand le dit; « … » : c'est ainsi que Paul Durand résume; but not
    “Au début du "dialogue", Paul Durand a souri”: words that another clause has.
    """
    if place > at + 2:
        return True
    opens = not any(token.is_word for token in scene.tokens[:at])
    taken = {scene.low(one) for one in range(cue.first, cue.last)} & {"en", "l'", "le", "y"}
    return scene.low(at + 1) == "," and (opens or bool(taken))


def relative_after(scene: Scene, at: int) -> Cue | None:
    """Les "mensonges" que dénonce Paul Durand ont surpris; le "sursaut" que Paul Durand appelle de
    ses vœux tarde; la "paix" dont parle Paul Durand est loin
    """
    named = scene.low(at - 1) in scene.lexicon.words["determiners"]
    link = at + 1 + (scene.low(at + 1) == ",")  # “ce "sursaut", que X appelle de ses vœux,”
    said = link > at + 1 and any(cue.first < at for cue in scene.cues)
    if scene.low(link) not in {"dont", "qu'", "que"} or not named or said:
        return None
    for cue in scene.cues:
        near = cue.subject and cue.begin == link + 1
        if near and cue.shape in ("inverted", "plain"):
            return cue
    return None


def is_object(scene: Scene, at: int) -> bool:
    """Les menaces de "frapper" inquiètent Bagdad: no comma, a noun before, and no verb of its."""
    lists, words = scene.lexicon, scene.lexicon.words
    linked = scene.low(at - 1) in words["prepositions"] | words["determiners"] | {"'"}
    verb = any(
        scene.low(place) in lists.auxiliaries or lists.is_verb(scene.low(place), "f")
        for place in range(at)
    )
    known = any(phrase.first < at for phrase in scene.phrases)
    return lists.language == "fr" and at > 2 and linked and known and not verb


def is_quoted_as(scene: Scene, cue: Cue, place: int) -> bool:
    """“…,” the agency quoted X as saying; “…,” X was quoted by the agency as saying."""
    one = cue.subject
    if scene.lexicon.language != "en" or one is None or cue.shape != "plain":
        return False
    between = {scene.low(at) for at in range(place, cue.last)}
    quoted = "as" in between and not between.isdisjoint({"quoted", "cited"})
    return quoted and place <= one.first <= cue.first and not {",", "“”"} & between


def unknown_verb_after(scene: Scene, at: int) -> Cue | None:
    """ "Je vous remercie", crachote le haut fonctionnaire; “We walked for days,” Paul Smith chirps

    A verb that no list has, and somebody beside it.
    """
    if scene.lexicon.language == "en":
        return english_verb_after(scene, at)
    if any(token.quote < 0 for token in scene.tokens[:at]):
        return None
    place = at + 1 + (scene.low(at + 1) == ",")
    while scene.low(place) in {"lui", "leur", "nous", "s'", "se", "l'"}:
        place += 1
    last = verb_end(scene, place)
    subject = next((p for p in scene.phrases if last and p.first == last), None)
    if subject is None or subject.kind in ("nobody", "pronoun", "thing", "document"):
        return None
    if not subject.animate and (not subject.det or subject.head in scene.lexicon.things):
        return None
    return Cue(place, last, subject, "inverted", True, scene.low(place))


def verb_end(scene: Scene, place: int) -> int:
    """Where “crachote” or “a lâché” ends; 0 for what can be no French verb."""
    low, words = scene.low(place), scene.lexicon.words
    token = scene.tokens[place] if place < len(scene.tokens) else None
    if token is None or not token.is_word or token.is_capital or low in scene.lexicon.between:
        return 0
    participle = scene.low(place + 1).endswith(("é", "i", "u", "it", "is"))
    if participle and low in {"a", "ont", "avait", "est"}:
        return place + 2
    grammar = any(low in words[key] for key in ("prepositions", "relatives", "determiners"))
    finite = low.endswith(("e", "it", "ent", "ed", "s"))
    return place + 1 if finite and not grammar else 0


def english_verb_after(scene: Scene, at: int) -> Cue | None:
    """“We walked for days,” chirps Paul Smith: as `unknown_verb_after`."""
    if any(token.quote < 0 for token in scene.tokens[:at]):
        return None
    place = at + 1
    while scene.low(place).endswith("ly"):
        place += 1
    after = next((p for p in scene.phrases if p.first == place + 1 and p.animate), None)
    if after and after.kind not in ("nobody", "state") and may_be_verb(scene, place):
        return Cue(place, place + 1, after, "inverted", True, scene.low(place))
    if giver := giver_of(scene, at):
        return Cue(place, place + 3, giver, "inverted", True, scene.low(place))
    acting = (p for p in scene.phrases if p.animate and not p.under)
    subject = next((p for p in acting if p.first == at + 1), None)
    verb = scene.low(subject.last) if subject else ""
    if subject is None or not verb.endswith(("ed", "s")):
        return None
    if verb in scene.lexicon.auxiliaries:
        return None
    return Cue(subject.last, subject.last + 1, subject, "plain", True, verb)


def may_be_verb(scene: Scene, place: int) -> bool:
    """“chirps”, “scoffed”: as a verb ends, and no grammar."""
    low, lists = scene.low(place), scene.lexicon
    if low in lists.words["prepositions"] or low in lists.auxiliaries or low in NO_VERBS:
        return False
    ends = low.endswith(("ed", "s")) and place < len(scene.tokens)
    return ends and not scene.tokens[place].is_capital


def giver_of(scene: Scene, at: int) -> Phrase | None:
    """“"One way or another," came the answer from the mayor”: whose the answer is."""
    if scene.low(at + 1) not in {"came", "read"} or scene.low(at + 2) not in {"the", "a"}:
        return None
    giver = next((p for p in scene.phrases if at + 4 <= p.first <= at + 7 and p.animate), None)
    first = giver.first - (scene.low(giver.first - 1) == "the") if giver else 0
    return giver if scene.low(first - 1) in {"from", "of", "by"} else None


def reported_then_said(scene: Scene, at: int) -> Cue | None:
    """Ils partiront "d'ici l'hiver", sous conditions, a annoncé jeudi Paul Durand"""
    for cue in scene.cues:
        if cue.first > at and cue.says and no_break(scene, at, cue.first):
            if cue.shape == "inverted" and scene.low(cue.first - 1) in LINK | {"“”"}:
                return cue
            english = (
                scene.lexicon.language == "en"
                and cue.subject
                and scene.low(cue.subject.first - 1) == ","
            )
            if (
                cue.shape == "plain"
                and english
                and cue.subject
                and cue.first - cue.subject.last <= 4
                and all(scene.tokens[p].is_word for p in range(cue.subject.last, cue.first))
                and (cue.lemma == "tell" or ends_after(scene, cue))
            ):
                return cue
    return None


def another_between(scene: Scene, cue: Cue, at: int) -> bool:
    """“…", a dit le maire, dont l'entourage assure que "…"”: somebody else's verb is nearer."""
    return any(
        cue.finish < other.begin and other.finish <= at and other.says and other.subject
        for other in scene.cues
    )


def split_speech(scene: Scene, at: int) -> Cue | None:
    """“The champagne,” Lina Marsh said, “stays in the fridge.”

    The verb between two parts has both.
    """
    before = [place for place in scene.quotes if place < at]
    if not before:
        return None
    for cue in scene.cues:
        if before[-1] < cue.first < at and cue.shape in ("inverted", "plain") and cue.says:
            french = scene.lexicon.language == "fr"
            if turns_to_another(scene, cue, at) or (french and another_between(scene, cue, at)):
                return None
            return inquit_after(scene, before[-1]) or cue
    return None


def turns_to_another(scene: Scene, cue: Cue, at: int) -> bool:
    """“…”, the chancellor said, while the commission hailed "…": a clause with its own verb."""
    for other in scene.cues:
        subject = other.subject
        if subject is None or subject.first < cue.finish or not other.first < at:
            continue
        opening = {scene.low(subject.first - 1), scene.low(subject.first - 2)}
        if opening & TURNING or ";" in opening:
            return True
    return False
