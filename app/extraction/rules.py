"""The rules that say who speaks, in the order in which they are tried.

Each looks at one quotation in its sentence and answers the cue that governs it, or nothing. The
first that answers names itself in the draft. Where none does, nobody speaks.
"""

from collections.abc import Callable
from itertools import pairwise

from app.extraction.cue import LINK, Cue
from app.extraction.kinds import is_clause
from app.extraction.lexicon import listed
from app.extraction.phrase import Phrase
from app.extraction.scene import Scene, ends_after, no_break, reaches

Rule = Callable[[Scene, int], Cue | None]


# What may stand between the agent of a passive and the words.
AFTER_AGENT = listed("as comme de d' en à to of for with pour avec un une a an the le la être be")


def inquit_after(scene: Scene, at: int) -> Cue | None:
    """ "Nous partirons", a dit Paul Durand. “We agree,” Paul Smith said."""
    place = at + 1
    while place < at + 3 and scene.low(place) in LINK - {":"}:
        place += 1
    for cue in scene.cues:
        near = cue.first == place or (
            cue.first == place + 1 and scene.low(place) in {"s'", "lui", "leur", "nous"}
        )
        if cue.shape == "inverted" and near:
            return cue
        if cue.shape == "plain" and cue.subject and cue.subject.first == place:
            gap = cue.first - cue.subject.last
            if (
                cue.says
                and (
                    scene.low(at + 1) == ","
                    or scene.lexicon.language == "en"
                    or scene.sentence.heading
                )
                and gap < 30
            ) and (
                cue.first - place <= 5
                or gap <= 1
                or scene.low(cue.subject.last)
                in {
                    ",",
                    "(",
                    "qui",
                    "who",
                }
            ):
                return cue
    return None


def unknown_verb_after(scene: Scene, at: int) -> Cue | None:
    """ "Alors je vous remercie", bredouille le haut fonctionnaire: any verb, somebody after it."""
    place = at + 1
    if scene.lexicon.language == "en":
        return english_verb_after(scene, at)
    if scene.low(place) == ",":
        place += 1
    while scene.low(place) in {"lui", "leur", "nous", "s'", "se", "l'"}:
        place += 1
    if (
        any(token.quote < 0 for token in scene.tokens[:at])
        or scene.low(place) in scene.lexicon.between
    ):
        return None
    if (
        place >= len(scene.tokens)
        or not scene.tokens[place].is_word
        or scene.tokens[place].is_capital
    ):
        return None
    low = scene.low(place)
    last = place + 1
    if low in {"a", "ont", "avait", "est"} and scene.low(last).endswith(
        ("é", "i", "u", "it", "is")
    ):
        last += 1
    elif (
        not low.endswith(("e", "ait", "it", "ent", "ed", "s"))
        or low in scene.lexicon.words["prepositions"]
        or low in scene.lexicon.words["relatives"]
        or low in scene.lexicon.words["determiners"]
    ):
        return None
    subject = next((p for p in scene.phrases if p.first == last), None)
    if subject is None or subject.kind in ("nobody", "pronoun", "thing", "document"):
        return None
    if not subject.animate and (not subject.det or subject.head in scene.lexicon.things):
        return None
    return Cue(place, last, subject, "inverted", True, low)


# What somebody's words are called.
WORDS_OF = listed(
    """message verdict answer reply response advice warning view comment conclusion reaction retort
    explanation word words assessment motto plea appeal line argument question summary statement
    promise prediction complaint order excuse defence defense rule post tweet caption"""
)


BANNERS = listed("banner banners placard placards sign signs poster posters billboard")
CHANTS = listed("cries slogans slogan chants chanting shouting")


TURNING = {"and", "but", "while", "whereas", "though", "although", "or"}


NO_VERBS = listed(
    "as is was has his its this thus us yes perhaps always towards besides sometimes needed"
)


def english_verb_after(scene: Scene, at: int) -> Cue | None:
    """“We walked for three days,” he remembers."""
    if any(token.quote < 0 for token in scene.tokens[:at]):
        return None
    place = at + 1
    while scene.low(place).endswith("ly"):
        place += 1
    after = next((p for p in scene.phrases if p.first == place + 1 and p.animate), None)
    verb = scene.low(place)
    if (
        after
        and after.kind not in ("nobody", "state")
        and verb.endswith(("ed", "s"))
        and place < len(scene.tokens)
        and not scene.tokens[place].is_capital
        and verb not in NO_VERBS
        and not any(
            listing and verb in listing
            for listing in (scene.lexicon.words["prepositions"], scene.lexicon.auxiliaries)
        )
    ):
        return Cue(place, place + 1, after, "inverted", True, verb)
    if verb == "came" and scene.low(at + 2) in {"the", "a"}:
        giver = next((p for p in scene.phrases if at + 4 <= p.first <= at + 6 and p.animate), None)
        if giver and scene.low(giver.first - 1) in {"from", "of"}:
            return Cue(place, place + 3, giver, "inverted", True, verb)
    subject = next(
        (p for p in scene.phrases if p.first == at + 1 and p.animate and not p.under), None
    )
    if subject is None or not scene.low(subject.last).endswith(("ed", "s")):
        return None
    if scene.low(subject.last) in scene.lexicon.auxiliaries | {"'s"}:
        return None
    return Cue(subject.last, subject.last + 1, subject, "plain", True, scene.low(subject.last))


def after_as_put(scene: Scene, at: int) -> Cue | None:
    """ "…", as he put it; ce qu'elle nomme "l'âge des communiqués"; what one lawyer called "…"."""
    for cue in scene.cues:
        if (
            (
                cue.subject
                and scene.low(cue.subject.first - 1) in {"qu'", "que", "what", "as", "comme", "dit"}
                and cue.lemma
                in listed("""nommer appeler qualifier call put describe dire term label baptiser""")
            )
            and cue.last - 1 <= at <= cue.last + (9 if cue.lemma == "put" else 2)
            and cue.first < at
            and no_break(scene, cue.last, at)
        ):
            return cue
    return None


def passive_agent(scene: Scene, at: int) -> Cue | None:
    """une réunion jugée "stérile" par Mme Lunsford; described as "a farce" by Mr Lee."""
    for cue in scene.cues:
        if cue.shape == "passive" and cue.subject and cue.first < at < cue.subject.first + 1:
            return cue
        if (
            cue.shape == "passive"
            and cue.subject
            and cue.subject.last <= at <= cue.subject.last + 3
            and all(scene.low(place) in AFTER_AGENT for place in range(cue.subject.last, at))
        ):
            return cue
    return None


def ellipsis(scene: Scene, at: int) -> Cue | None:
    """X se veut "l'invité surprise", la nationaliste Graça Portas "la voix des oubliés"."""
    subject = next((p for p in scene.phrases if p.last == at and p.animate and not p.under), None)
    if subject is None or subject.kind in ("pronoun", "nobody") or not subject.first:
        return None
    return elliptic(scene, subject)


def ellipsis_apart(scene: Scene, at: int) -> Cue | None:
    """X a évoqué une rencontre "utile", son hôte Mark Teller un échange "direct"."""
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
    if earlier and quoted and scene.low(subject.first - 1) in {",", ";", "et", "and"}:
        return Cue(subject.first, subject.last, subject, "ellipsis", True, "")
    return None


def according_to(scene: Scene, at: int) -> Cue | None:
    """Selon Paul Durand, "…"; "…", selon lui; according to Paul Smith, the plan is "…"."""
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
    if (
        first
        and scene.lexicon.language == "en"
        and first.shape == "according"
        and first.first == 0
        and not any(cue.says for cue in before[1:])
        and no_break(scene, first.finish, at)
        and not scene.quotes()[0] < at
    ):
        return first
    if not before:
        later = next((cue for cue in scene.cues if cue.first > at), None)
        if later and later.shape == "according" and no_break(scene, at, later.first):
            return later
    return None


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


# Who carries, signs or reads out something does not say the word that names it.
CARRYING = listed(
    """porter afficher signer diffuser relayer arborer brandir lire tenir prendre vendre
compter chercher choisir nourrir rétablir entendre dresser montrer ériger"""
)
PLAIN_SAYING = listed("""dire répondre promettre répéter déclarer écrire lancer qualifier rétorquer
répliquer confier""")


def verb_before(scene: Scene, at: int) -> Cue | None:
    """Paul Durand a promis de "soutenir…" pour "diminuer…"; Paul Smith said: "…"."""
    best: Cue | None = None
    for cue in scene.cues:
        if cue.finish > at or cue.first > at:
            continue
        if cue.shape == "according" or cue.shape == "passive":
            continue
        if not reaches(scene, cue, at):
            continue
        if cue.lemma == "read" and best and scene.low(cue.begin - 1) in {"that", "which"}:
            continue  # “apologized in a letter that the union read aloud”
        if cue.lemma in CARRYING and scene.low(at - 1) in scene.lexicon.words["determiners"]:
            continue
        if best and is_reported(scene, best, cue, at):
            continue
        best = cue
    return reported_by(scene, best) if best else None


def reported_by(scene: Scene, cue: Cue) -> Cue:
    """“Li said at a briefing that China opposed "sanctions"”: Li's words, not China's."""
    if cue.says or cue.shape != "plain" or cue.subject is None:
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
        if between[-1:] == ["that"]:
            return earlier
    return cue


def according_before(scene: Scene, at: int) -> Cue | None:
    """Pour ce dernier, la France "a le goût…": a verb between that is not a saying."""
    for cue in reversed(scene.cues):
        if cue.shape == "according" and cue.finish <= at and no_break(scene, cue.finish, at):
            return cue
    return None


def reported_then_said(scene: Scene, at: int) -> Cue | None:
    """Ils partiront "d'ici l'hiver", sous conditions, a annoncé jeudi Paul Durand."""
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
                and cue.subject.last == cue.first
                and ends_after(scene, cue)
            ):
                return cue
    return None


def split_speech(scene: Scene, at: int) -> Cue | None:
    """“The champagne,” she said, “stays in the fridge.”: the verb between two parts has both."""
    before = [place for place in scene.quotes() if place < at]
    if not before:
        return None
    for cue in scene.cues:
        if before[-1] < cue.first < at and cue.shape in ("inverted", "plain") and cue.says:
            return inquit_after(scene, before[-1]) or cue
    return None


def colon_before(scene: Scene, at: int) -> Cue | None:
    """La première hausse les épaules: "…"; a colon after any sentence about somebody."""
    if scene.low(at - 1) != ":":
        return None
    floor = 0
    for place in range(at - 2, -1, -1):
        if scene.low(place) in {";"} or scene.tokens[place].quote >= 0:
            floor = place + 1
            break
    inside = [p for p in scene.phrases if floor <= p.first < at]
    for phrase in inside:
        if phrase.animate and not phrase.under:
            if phrase.kind == "nobody":
                return None
            return Cue(phrase.first, phrase.last, phrase, "colon", True, "")
    if scene.lexicon.language == "fr" and (owner := whose_colon(scene, inside, floor, at)):
        return Cue(owner.first, owner.last, owner, "colon", True, "")
    opening = scene.low(floor) in {"puis", "et", "ou", "enfin", "plus", "mais", "avant", "avec"}
    if scene.lexicon.language == "fr" and opening and not floor and at < 14:
        token = scene.tokens[0]
        same = Phrase(0, 1, token.start, token.end, "pronoun", token.text, "speaker")
        return Cue(0, 1, same, "colon", True, "")
    owner = owner_before(scene, floor, at)
    return Cue(owner.first, owner.last, owner, "colon", True, "") if owner else None


def owner_before(scene: Scene, floor: int, at: int) -> Phrase | None:
    """Whose the words are: “Odeh's message was simple: "…"”, “His verdict: "…"”."""
    if scene.lexicon.language != "en":
        return None
    first = floor + 1 if scene.low(floor) == "," else floor
    if scene.low(first) in {"his", "her", "their"} and any(
        scene.low(place) in WORDS_OF for place in range(first + 1, min(first + 5, at))
    ):
        token = scene.tokens[first]
        gender = {"his": "m", "her": "f"}.get(token.low, "")
        return Phrase(
            first, first + 1, token.start, token.end, "pronoun", token.text, token.low,
            gender=gender, plural=token.low == "their",
        )  # fmt: skip
    for phrase in scene.phrases:
        if not floor <= phrase.first < at or not phrase.animate:
            continue
        behind = [scene.low(place) for place in range(phrase.last, min(phrase.last + 5, at))]
        if behind[:1] == ["'s"] and WORDS_OF & set(behind):
            return phrase
        if scene.low(phrase.first - 1) == "from" and scene.low(phrase.first - 2) in WORDS_OF:
            return phrase
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
        if low in {"de", "d'", "chez"} or scene.low(phrase.first) in {"du", "des"}:
            return phrase
    return None


def banner(scene: Scene, at: int) -> Cue | None:
    """Aux cris de "Dehors !", des milliers de personnes ont manifesté; protesters with signs
    reading "…".
    """
    before = [scene.low(place) for place in range(max(0, at - 6), at)]
    if not any(
        word
        in listed(
            """cris slogans slogan pancarte pancartes banderole banderoles lisait chants mots read reading
banner banners placard placards sign signs chanting shouting lire proclamant poster posters said"""  # noqa: E501
        )
        for word in before
    ):
        return None
    crowd = [
        p
        for p in scene.phrases
        if p.kind in ("crowd", "person", "name") and not p.under and p.kind != "nobody"
    ]
    if (
        scene.lexicon.language == "fr"
        and any(token.low in {"on", "l'on"} for token in scene.tokens[:at])
        and not crowd
    ):
        return None
    if scene.lexicon.language == "en":
        # a banner that nobody before it holds is nobody's; “read” and “words” are no banner
        held = next(
            (back for back in range(at - 1, max(-1, at - 12), -1) if scene.low(back) in BANNERS), -1
        )
        if held < 0 and not CHANTS & set(before):
            return None
        crowd = [p for p in crowd if held < 0 or p.first < held]
    if not crowd or before[-1:] == [","]:
        return None
    return Cue(crowd[0].first, crowd[0].last, crowd[0], "banner", True, "")


def bare_colon_name(scene: Scene, at: int) -> Cue | None:
    """‘They told us to lose the files’: former officer tells inquiry: a headline's colon."""
    if scene.low(at + 1) not in {":", ",", "-", "–", "—"} or not scene.sentence.heading:
        return None
    subject = next((p for p in scene.phrases if p.first == at + 2 and p.animate), None)
    if subject is None:
        return None
    verb = next((cue for cue in scene.cues if cue.subject is subject), None)
    return verb or Cue(subject.first, subject.last, subject, "colon", True, "")


def verb_and_colon(scene: Scene, at: int) -> Cue | None:
    """M. Durand a été plus sec : "…": the last verb before a colon."""
    if scene.low(at - 1) != ":":
        return None
    lent = next((p for p in scene.phrases if p.last == at - 1 and p.animate), None)
    if lent and scene.low(lent.first - 1) in {"quoted", "quotes", "quoting", "citing", "cited"}:
        return Cue(lent.first - 1, lent.last, lent, "plain", True, "quote")
    return verb_before(scene, at)


def verb_inside(scene: Scene, at: int, text: str) -> Cue | None:
    """Le Conseil "se félicite des progrès": the verb is quoted, its subject is not."""
    subject = next((p for p in scene.phrases if p.last == at and p.animate and not p.under), None)
    if subject is None or subject.kind in ("nobody", "pronoun") or scene.lexicon.language != "fr":
        return None
    words = text.lower().replace("’", "'").replace("'", "' ").split()[:4]
    while words and words[0] in {"se", "s'", "ne", "n'", "y", "en"}:
        words = words[1:]
    if not words or not (
        scene.lexicon.is_verb(words[0], "f")
        or (scene.sentence.heading and words[0] in scene.lexicon.auxiliaries)
    ):
        return None
    return Cue(subject.first, subject.last, subject, "plain", True, "")


def beside_speech(scene: Scene, at: int, text: str) -> Cue | None:
    """« On part », Luc Bastide en est convaincu: whoever the sentence goes on with."""
    if at or scene.lexicon.language != "fr" or not is_clause(text, scene.lexicon):
        return None
    if scene.low(1) not in {",", ":"}:
        return None
    subject = next((p for p in scene.phrases if p.first == 2 and not p.under), None)
    if subject is None or subject.kind not in ("name", "person", "pronoun"):
        return None
    return Cue(subject.first, subject.last, subject, "plain", True, "")


RULES: list[Rule] = [
    inquit_after,
    banner,
    verb_and_colon,
    after_as_put,
    passive_agent,
    ellipsis,
    ellipsis_apart,
    according_to,
    split_speech,
    verb_before,
    according_before,
    reported_then_said,
    bare_colon_name,
    colon_before,
    unknown_verb_after,
]


def govern(scene: Scene, at: int) -> tuple[Cue | None, str]:
    """The cue that governs a quotation, and the rule that found it."""
    weak: tuple[Cue, str] | None = None
    for rule in RULES:
        cue = rule(scene, at)
        if cue is None:
            continue
        if not cue.says and rule is verb_before and weak is None:
            later = inquit_after(scene, at)
            if later:
                return later, "inquit_after"
        return cue, rule.__name__
    return weak if weak else (None, "")
