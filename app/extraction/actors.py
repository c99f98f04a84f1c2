"""Everybody in a text: named people, organisations and states, and the unnamed who speak."""

import re
from dataclasses import dataclass, field

from app.extraction.entities import Entity
from app.extraction.lexicon import Lexicon, listed
from app.extraction.names import find_names
from app.extraction.phrase import Phrase
from app.extraction.reading import LONGEST_READ, Reading
from app.extraction.roll import whole
from app.extraction.scene import Scene
from app.extraction.states import ACTING_BEHIND, GOING, acts, wills
from app.extraction.tokens import Sentence, tokens_of

COURTESY = re.compile(r"(?:MM?\.|Mme|Mlle|Me|Mr\.?|Mrs\.?|Ms\.?)[ \u00a0\u202f]")
COURTESIES = {"M", "MM", "Mme", "Mlle", "Me", "Mr", "Mrs", "Ms"}
WORD = re.compile(r"\w")
FIRST = re.compile(r"\w+|\S")
HEAD = re.compile(r"(?<![\w-])(?:\w+|\S)")  # where a name can begin, and its first word
AGENCY = re.compile(r"\(([A-ZÀ-Ý][^()\n\d,:;\"«“]{1,28})\)[^\n\"«“.]{0,24}? ?(?:-|–|—|--) ")
LONGEST_HEAD = 500  # characters in which a dateline stands: “BAGDAD, 17 avril (Agence Levant) - ”
LONGEST_BODY = 200_000  # characters that names are looked for in


NATIONAL = listed("armée marine ministère parlement parquet police présidence sénat Trésor trésor")
# Bodies that small letters name in English: “the Iraqi oil ministry”, “the British army”.
ENGLISH_BODY = re.compile(r"\b(?:([A-Z][\w.]*) )?(?:([A-Za-z]+) )?(ministry|army|military|navy)\b")
# Institutions that a country has one of, and that no capital marks in English.
SINGULAR = listed("bank cabinet gouvernement parlement parliament presidency sénat senate")


@dataclass
class Actor:
    """Somebody of a text, by the fullest name, with every form and place."""

    name: str
    kind: str
    forms: list[str] = field(default_factory=list)
    mentions: list[tuple[int, int]] = field(default_factory=list)


def find_actors(reading: Reading) -> list[Actor]:
    """The actors in the order of their first mention."""
    told = note_all_names(reading)
    if reading.language == "fr":
        note_bodies(reading)
    else:
        note_english_bodies(reading)
    speaking = {finding.entity for finding in reading.findings if finding.speaker}
    speaking |= {
        member for number in speaking for member in reading.cast.all[number].members if number >= 0
    }
    subjects, states = who_acts(reading)
    acting = (subjects, states | told)
    kept = [one for one in reading.cast.all if belongs(one, speaking, acting, reading.lexicon)]
    patterns: dict[str, Entity] = {}
    for one in kept:
        for form in forms_of(one):
            patterns.setdefault(form, one)
    places = find_places(reading.body, patterns)
    # “A White House official”: a name that is only ever part of another's
    apart = {o.name: o for o in kept if o.named and o.kind != "person" and o.number not in places}
    inside = find_places(reading.body, apart) if apart else {}
    actors = []
    for one in kept:
        spans = places.get(one.number) or inside.get(one.number, [])[:1]
        if spans:
            forms = list(dict.fromkeys(reading.body[start:end] for start, end in spans))
            actors.append(Actor(one.name, one.kind, forms, spans))
    return sorted(actors, key=lambda actor: actor.mentions[0])


def who_acts(reading: Reading) -> tuple[set[int], set[int]]:
    """Who is the subject of a clause, and which capitals are more than places."""
    goals = {
        phrase.start
        for scene in reading.scenes
        for phrase in scene.phrases
        if phrase.kind == "state" and not is_no_goal(phrase, scene)
    }
    mentioned = reading.cast.mentioned
    subjects = {past.entity for past in mentioned if past.subject and past.at not in goals}
    states = {
        p.entity
        for scene in reading.scenes
        for phrase in scene.phrases
        for p in [phrase, *phrase.members]
        if p.kind == "state"
        and (scene.low(phrase.first - 1) in ACTING_BEHIND if p.under else is_no_goal(p, scene))
    }
    for scene in reading.scenes:
        for name in scene.names:
            if name.kind == "state" and acts(scene.low, name.first, name.last, reading.lexicon):
                states.add(reading.cast.by_name.get(whole(name.text), -1))
    return subjects, states


def is_no_goal(one: Phrase, scene: Scene) -> bool:
    """Whether a capital that is no complement is more than where somebody goes."""
    return scene.low(one.first - 1) not in GOING


def belongs(
    one: Entity, speaking: set[int], acting: tuple[set[int], set[int]], lexicon: Lexicon
) -> bool:
    """Whether somebody is worth an actor: named, or quoted; a capital only where it acts."""
    if one.kind == "joint" or one.alias >= 0:
        return False
    if one.number in speaking:
        return True
    subjects, states = acting
    if not one.named:
        acts = one.kind == "organisation" and one.roles & SINGULAR
        return bool(acts) and one.number in subjects
    if one.kind == "state" and one.name.replace("’", "'") in lexicon.capitals:
        return one.number in subjects or one.number in states
    return True


def forms_of(one: Entity) -> list[str]:
    forms = [one.name, *one.forms]
    if one.kind == "person" and " " in one.name:
        surname = one.name.split()[-1]
        forms.append(surname)
        if "-" in surname and surname.split("-")[0] in ("al", "el", "Al", "El"):
            forms.append(surname.split("-", 1)[1])
    return forms


def note_all_names(reading: Reading) -> set[int]:
    """Names inside quotations too: of somebody known, or plainly a person's. Answers the capitals
    that act there.
    """
    told: set[int] = set()
    body = reading.body[:LONGEST_BODY]
    for found in AGENCY.finditer(body[:LONGEST_HEAD]):
        text = found.group(1).strip()
        if all(one.name != text for one in reading.cast.all):
            kind = (
                "state" if text.replace("’", "'") in reading.lexicon.countries else "organisation"
            )
            reading.cast.add(text, kind, True, found.start(1)).forms.append(text)
    lexicon = reading.lexicon
    for quote in reading.quotes:
        if quote.depth or quote.start > LONGEST_READ:
            continue
        tokens = tokens_of(body, quote.start, min(quote.end, quote.start + 3000), reading.language)
        low = Sentence(tokens, 0, False).low
        for name in find_names(body, tokens, lexicon):
            known = reading.cast.find_named(name, "")
            willing = name.kind == "state" and wills(low, name.first, name.last, lexicon)
            if known and name.text not in known.forms:
                known.forms.append(name.text)
            elif known is None and name.kind in ("person", "state", "organisation"):
                known = reading.cast.add(name.text, name.kind, True, name.start)
                known.forms.append(name.text)
            if known and willing:
                told.add(known.number)
    return told


def note_bodies(reading: Reading) -> None:
    """“Le ministère de la Santé”, “université de Rouen”: as good as a name, though none speaks."""
    known = {one.name: one for one in reading.cast.all}
    for scene in reading.scenes:
        for phrase in scene.phrases:
            text = phrase.text.removeprefix("des ")
            if phrase.kind in ("person", "name"):
                text = employer(phrase, scene)
            elif phrase.kind != "institution" or phrase.det == "indefinite":
                continue
            if not text or not is_proper(text, reading.lexicon):
                continue
            if text not in known:
                start = reading.body.index(text, phrase.start)
                known[text] = reading.cast.add(text, "organisation", True, start)
            known[text].named = True


def note_english_bodies(reading: Reading) -> None:
    """“Interior ministry spokesman X”, “alongside the British army”."""
    body, lexicon = reading.body[:LONGEST_BODY], reading.lexicon
    known = {one.name: one for one in reading.cast.all}
    spans = []
    for found in ENGLISH_BODY.finditer(body):
        nation, field, noun = found.groups()
        national = nation is not None and nation in lexicon.demonyms
        fields = lexicon.words["portfolios"] | {"foreign"}
        if noun == "ministry":
            opens = bool(nation) and not field and nation.lower() in fields  # “Interior ministry”
            named = opens or (bool(field) and field.lower() in fields)
        else:
            opens, named = False, national and not field
        if named:
            start = found.start() if national or opens else found.start(2)
            spans.append((start, found.end()))
    for start, end in spans:
        text = body[start:end]
        if text not in known:
            known[text] = reading.cast.add(text, "organisation", True, start)
        known[text].named = True


def employer(phrase: Phrase, scene: Scene) -> str:
    """“Un responsable du ministère irakien de la Défense”: the institution whose somebody is."""
    last = phrase.name.first if phrase.name else phrase.last
    for place in range(phrase.first + 1, min(last, len(scene.tokens))):
        if scene.low(place) not in scene.lexicon.institutions:
            continue
        ends = range(place + 1, min(last, len(scene.tokens)))
        end = next((one for one in ends if not scene.tokens[one].is_word), last)
        if scene.low(place - 1) in {"du", "la", "l'", "au"} and end > place + 1:
            start = scene.tokens[place].start - phrase.start
            return phrase.text[start : scene.tokens[end - 1].end - phrase.start]
    return ""


def is_proper(text: str, lexicon: Lexicon) -> bool:
    """Whether an institution's words tell it from all others: a capital among its complements,
    or whose country's it is.
    """
    words = text.replace("’", "'").replace("d'", "d' ").split()
    if words[0] in NATIONAL and words[1:2] and words[1] in {*lexicon.demonyms, "national"}:
        return True
    if words[:3] == ["commandement", "des", "opérations"]:
        return len(words) > 3
    linked = bool({"de", "du", "des", "d'"} & set(words[1:]))
    return linked and any(word[:1].isupper() and word != "Premier" for word in words[2:])


def find_places(body: str, patterns: dict[str, Entity]) -> dict[int, list[tuple[int, int]]]:
    """Where each form stands, the longest first, none inside another."""
    places: dict[int, list[tuple[int, int]]] = {}
    text = body[:LONGEST_BODY]
    lengths: dict[str, dict[int, None]] = {}  # how long what a word begins is, longest first
    for form in sorted(patterns, key=len, reverse=True):
        if first_word := FIRST.search(form):
            lengths.setdefault(first_word.group(), {}).setdefault(len(form))

    def form_at(at: int) -> str:
        found = FIRST.match(text, at)
        for length in lengths.get(found.group(), ()) if found else ():
            form = text[at : at + length]
            if form in patterns and not WORD.match(text, at + length):
                return form
        return ""

    last = 0
    for head in HEAD.finditer(text):
        word, start = head.group(), head.start()
        if start < last or not (word in lengths or word in COURTESIES):
            continue
        courtesy = COURTESY.match(text, start)
        first = courtesy.end() if courtesy and form_at(courtesy.end()) else start
        if form := form_at(first):
            one, last = patterns[form], first + len(form)
            place = start if one.kind == "person" else first
            places.setdefault(one.number, []).append((place, last))
    return places
