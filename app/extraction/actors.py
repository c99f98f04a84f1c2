"""Everybody in a text: named people, organisations and states, and the unnamed who speak."""

import re
from dataclasses import dataclass, field

from app.extraction.entities import Entity
from app.extraction.lexicon import listed
from app.extraction.names import find_names
from app.extraction.reading import LONGEST_READ, Reading
from app.extraction.tokens import tokens_of

COURTESY = r"(?:(?:MM?\.|Mme|Mlle|Me|Mr\.?|Mrs\.?|Ms\.?)[ \u00a0\u202f])?"
AGENCY = re.compile(r"\(([A-ZÀ-Ý][^()\n\d,:;\"«“]{1,28})\)[^\n\"«“.]{0,24}? ?(?:-|–|—|--) ")
LONGEST_HEAD = 500  # characters in which a dateline stands: “BAGDAD, 17 avril (Agence Levant) - ”
LONGEST_BODY = 200_000  # characters that names are looked for in


# Institutions that a country has one of, and that no capital marks in English.
SINGULAR = listed("parliament bank senate cabinet presidency parlement gouvernement sénat")


@dataclass
class Actor:
    """Somebody of a text, by the fullest name, with every form and place."""

    name: str
    kind: str
    forms: list[str] = field(default_factory=list)
    mentions: list[tuple[int, int]] = field(default_factory=list)


def find_actors(reading: Reading) -> list[Actor]:
    """The actors in the order of their first mention."""
    note_all_names(reading)
    speaking = {finding.entity for finding in reading.findings if finding.speaker}
    speaking |= {
        member for number in speaking for member in reading.cast.all[number].members if number >= 0
    }
    kept = [one for one in reading.cast.all if belongs(one, speaking, reading)]
    patterns: dict[str, Entity] = {}
    for one in kept:
        for form in forms_of(one):
            patterns.setdefault(form, one)
    places = find_places(reading.body, patterns)
    actors = []
    for one in kept:
        spans = places.get(one.number) or places_inside(reading.body, one)
        if spans:
            forms = list(dict.fromkeys(reading.body[start:end] for start, end in spans))
            actors.append(Actor(one.name, one.kind, forms, spans))
    return sorted(actors, key=lambda actor: actor.mentions[0])


def places_inside(body: str, one: Entity) -> list[tuple[int, int]]:
    """“A White House official”: where a name stands that is only ever part of another's."""
    if not one.named or one.kind == "person":
        return []
    found = re.search(rf"(?<![\w-]){re.escape(one.name)}(?!\w)", body[:LONGEST_BODY])
    return [found.span()] if found else []


def belongs(one: Entity, speaking: set[int], reading: Reading) -> bool:
    """Whether somebody is worth an actor: named, or quoted; a capital only where it acts."""
    if one.kind == "joint" or one.alias >= 0:
        return False
    if one.number in speaking:
        return True
    if not one.named:
        acts = one.kind == "organisation" and one.roles & SINGULAR
        return bool(acts) and any(
            past.subject and past.entity == one.number for past in reading.cast.mentioned
        )
    if one.kind == "state" and one.name.replace("’", "'") in reading.lexicon.capitals:
        if any(past.subject and past.entity == one.number for past in reading.cast.mentioned):
            return True
        phrases = (phrase for scene in reading.scenes for phrase in scene.phrases)
        every = (member for phrase in phrases for member in [phrase, *phrase.members])
        return any(p.entity == one.number and p.kind == "state" and not p.under for p in every)
    return True


def forms_of(one: Entity) -> list[str]:
    forms = [one.name, *one.forms]
    if one.kind == "person" and " " in one.name:
        surname = one.name.split()[-1]
        forms.append(surname)
        if "-" in surname and surname.split("-")[0] in ("al", "el", "Al", "El"):
            forms.append(surname.split("-", 1)[1])
    return forms


def note_all_names(reading: Reading) -> None:
    """Names inside quotations too: of somebody known, or plainly a person's."""
    body = reading.body[:LONGEST_BODY]
    for found in AGENCY.finditer(body[:LONGEST_HEAD]):
        text = found.group(1).strip()
        if all(one.name != text for one in reading.cast.all):
            kind = (
                "state" if text.replace("’", "'") in reading.lexicon.countries else "organisation"
            )
            reading.cast.add(text, kind, True, found.start(1)).forms.append(text)
    for quote in reading.quotes:
        if quote.depth or quote.start > LONGEST_READ:
            continue
        tokens = tokens_of(body, quote.start, min(quote.end, quote.start + 3000), reading.language)
        for name in find_names(body, tokens, reading.lexicon):
            known = reading.cast.find_named(name, "")
            if known and name.text not in known.forms:
                known.forms.append(name.text)
            elif known is None and name.kind in ("person", "state", "organisation"):
                fresh = reading.cast.add(name.text, name.kind, True, name.start)
                fresh.forms.append(name.text)


def find_places(body: str, patterns: dict[str, Entity]) -> dict[int, list[tuple[int, int]]]:
    """Where each form stands, the longest first, none inside another."""
    places: dict[int, list[tuple[int, int]]] = {}
    if not patterns:
        return places
    forms = sorted(patterns, key=len, reverse=True)[:400]
    every = "|".join(re.escape(form) for form in forms)
    for found in re.finditer(rf"(?<![\w-]){COURTESY}({every})(?!\w)", body[:LONGEST_BODY]):
        one = patterns[found.group(1)]
        single = " " not in found.group(1)
        start = found.start() if single or re.match("MM?\\.|M", found.group()) else found.start(1)
        if one.kind != "person":
            start = found.start(1)
        places.setdefault(one.number, []).append((start, found.end()))
    return places
