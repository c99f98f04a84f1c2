"""Names as a text prints them: runs of capitals with their particles, and what they can be."""

from functools import lru_cache

from app.extraction.brackets import in_brackets, is_short_for, with_short
from app.extraction.capitals import NUMBERS, can_begin, is_cause, is_common, is_surname
from app.extraction.extents import (
    behind_field,
    called_end,
    has_body_before,
    is_body,
    name_end,
    slogan_end,
)
from app.extraction.lexicon import Lexicon, listed
from app.extraction.name import NOBLE, Name
from app.extraction.runs import LETTERS, is_first, is_headed, run_end
from app.extraction.sites import is_placed
from app.extraction.tokens import TOKEN, Token

# What a firm does, said before its name.
SECTORS = listed(
    """airline automaker brewer broadcaster builder carmaker carrier charity chipmaker contractor
    developer distiller distributor drugmaker exporter grocer importer insurer lender maker
    manufacturer miner operator owner planemaker producer publisher refiner regulator retailer rival
    shipbuilder shipowner shipper start-up startup steelmaker supplier trader utility watchdog"""
)
COMPOUND = listed("First Foreign Former Local Men New Next Old People Police State Women Workers")
REGIONS = listed(
    """Africa Afrique Allah Asia Asie Balkans Bible Capitol Caucase Christmas Coran Covid Covid-19
    Dieu Europe God Golfe Gulf Internet Islam Maghreb Mediterranean Méditerranée Middle-East
    Moyen-Orient Noël Occident Proche-Orient Ramadan Sahel West"""
) | {"Middle East", "Far East", "Capitol Hill", "Wall Street", "Rose Garden", "Oval Office"}
REGIONS |= {"Bureau ovale"}


def find_names(body: str, tokens: list[Token], lexicon: Lexicon) -> list[Name]:
    """The names among the tokens of a sentence, in order."""
    names: list[Name] = []
    free = 0  # where the name before ends
    for at, token in enumerate(tokens):
        if at >= free and token.is_capital and (name := name_at(body, tokens, at, lexicon)):
            names.append(name)
            free = name.last
    return names


def name_at(body: str, tokens: list[Token], at: int, lexicon: Lexicon) -> Name | None:
    """The name that begins at a token, if one does."""
    title = ""
    first = at
    token = tokens[at]
    if end := slogan_end(tokens, at, lexicon):
        start, last = token.start, tokens[end - 1].end
        return Name(at, end, start, last, body[start:last], "organisation")
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    office = token.text in {"Justice", "General"} and behind in lexicon.heads
    if office:
        last = run_end(tokens, at, lexicon)
        return make(body, tokens, at, last, "", lexicon)  # “the Justice Department”
    if token.text in lexicon.words["titles"] and at + 1 < len(tokens):
        following = tokens[at + 1]
        if token.text == "Cheikh" and following.text not in lexicon.first_names:
            following = token  # “Cheikh Ndour”: a first name
        named = following.is_capital or following.low in lexicon.words["particles"]
        if named and following is not token:
            title, first = token.text, at + 1
            while (
                first + 1 < len(tokens)
                and tokens[first].text in lexicon.words["titles"]
                and tokens[first + 1].is_capital
            ):
                first += 1
    if not title and not can_begin(body, tokens, at, lexicon):
        return None if token.text not in COMPOUND else compound(body, tokens, at, lexicon)
    if token.text in {"ONG", "PME", "NGO"}:
        return None  # “l'ONG Eau claire” is called “Eau claire”
    if not title and lexicon.language == "en" and is_common(body, tokens, at, lexicon):
        return None
    last = run_end(tokens, first, lexicon)
    place = known_run(body, tokens, first, lexicon)
    if place and not title:
        return place
    if last == first:
        return None
    if not title and lexicon.language == "en":
        return english_name(body, tokens, first, last, lexicon)
    name = make(body, tokens, first, last, title, lexicon)
    if name and title and is_noble(name, tokens, at):
        name.first, name.start, name.text = at, token.start, body[token.start : name.end]
    return name


def compound(body: str, tokens: list[Token], at: int, lexicon: Lexicon) -> Name | None:
    """“State Department”, “Foreign Ministry”: common words that begin an institution's name."""
    last = run_end(tokens, at, lexicon)
    if lexicon.language != "en" or last - at < 2 or tokens[last - 1].text not in lexicon.heads:
        return None
    return make(body, tokens, at, last, "", lexicon)


@lru_cache(maxsize=4)
def beginnings(lexicon: Lexicon) -> frozenset[str]:
    """The tokens that begin a country, a capital or an organisation of the lists."""
    lists = (REGIONS, lexicon.countries, lexicon.capitals, lexicon.organisations)
    found = (TOKEN[lexicon.language].match(name) for names in lists for name in names)
    return frozenset(one.group() for one in found if one)


def known_run(body: str, tokens: list[Token], first: int, lexicon: Lexicon) -> Name | None:
    """A country, a capital or an organisation of the lists; the longest that stands there."""
    if tokens[first].text.replace("’", "'") not in beginnings(lexicon):
        return None
    for length in (4, 3, 2, 1):
        if first + length > len(tokens):
            continue
        start, end = tokens[first].start, tokens[first + length - 1].end
        text = body[start:end].replace("’", "'").replace("\u00a0", " ")
        last = first + length
        follows = (
            last < len(tokens)
            and tokens[last].is_capital
            and tokens[last - 1].end + 1 >= tokens[last].start
        )
        placed = text in REGIONS or text in lexicon.countries or text in lexicon.capitals
        if placed and is_headed(tokens, last, lexicon):
            return None
        if text in REGIONS:
            return Name(first, last, start, end, body[start:end], "place")
        if text in lexicon.countries or text in lexicon.capitals:
            if (
                follows
                and tokens[last].text not in lexicon.demonyms
                and last - first == 1
                and length == 1
            ):
                return None
            return Name(first, last, start, end, body[start:end], "state")
        if text in lexicon.organisations:
            bearer = follows and is_first(tokens[last].text, lexicon)
            told = first and tokens[first - 1].low in {"à", "to"} and text.isupper()
            # “Peshmerga Maj. Gen. Rebwar Aziz”: a rank's bearer, whose body stands before it.
            ranked = lexicon.language == "en" and follows
            ranked = ranked and tokens[last].text in lexicon.words["titles"]
            if follows and length == 1 and (ranked or not (bearer or told)):
                return None
            national = last < len(tokens) and tokens[last].low in lexicon.demonyms
            national = national and tokens[first].low in lexicon.institutions and not follows
            grows = national or is_head(tokens[first].text, lexicon)  # “le Trésor américain”
            grows = grows and lexicon.language == "fr"
            last = name_end(tokens, last, lexicon) if grows else last
            end = tokens[last - 1].end
            name = Name(first, last, start, end, body[start:end], "organisation")
            return with_short(name, tokens, lexicon)
    return None


def english_name(
    body: str, tokens: list[Token], first: int, last: int, lexicon: Lexicon
) -> Name | None:
    """An English run, the demonyms and offices at its head told apart from the name."""
    role = -1
    start = first
    owned = any(token.low in {"'s", "'"} for token in tokens[first:last])
    if last - first > 2 and not owned and tokens[last - 1].text in lexicon.heads:
        return make(body, tokens, first, last, "", lexicon)  # “the Norwegian Refugee Council”
    for place in range(first, first if owned else last):
        text = tokens[place].text
        turned = tokens[place].low.rpartition("-")[2]  # “engineer-turned-whistleblower”
        office = turned in lexicon.roles or text in lexicon.words["titles"]
        office = office and text not in {"First", "Second", "Third"}
        office = office and not is_surname(tokens, first, place, last, lexicon)
        if text == "Executive" and place > first and tokens[place - 1].text in lexicon.heads:
            role, start = -1, first  # “the Health Service Executive”
            continue
        if office and text not in lexicon.heads and text not in lexicon.demonyms:
            role, start = place, place + 1
        elif text in lexicon.demonyms and place == start:
            start = place + 1
    if start == last:
        return None
    if first == 0 and tokens[0].low in SECTORS and last > 1 and start <= 1:
        role, first, start = -1, 1, 1  # “Operator Minera Sur Alto said”: what the firm does
    if role < 0 and start == first:
        start = behind_field(tokens, first, last, lexicon)
    head = tokens[start].text in lexicon.heads or tokens[start].text in COMPOUND
    own = tokens[last - 1].text in lexicon.heads and tokens[start].text not in COMPOUND
    known = tokens[start].text in lexicon.first_names
    whole = bool(first) and tokens[first - 1].low == "the" and not known and last - start > 1
    if start > first and role < 0 and (head or own or whole or last - start == 1):
        start = first  # “the Iraqi Football Association”, “the Iraqi Red Crescent”
    name = make(body, tokens, start, last, "", lexicon)
    if name and role >= 0:
        name.role, name.title = role, tokens[role].text
        name.kind = "person"
    return name


def make(
    body: str, tokens: list[Token], first: int, last: int, title: str, lexicon: Lexicon
) -> Name | None:
    """A name of the tokens, with the kind that its words give."""
    kind = "person" if title else ""
    words = [tokens[place].text for place in range(first, last)]
    cause = lexicon.language == "en" and is_cause(tokens, first, lexicon)
    cause = cause or (lexicon.language == "en" and len(words) > 2 and words[0] in NUMBERS)
    if not title and (
        cause or words[0] in lexicon.heads or words[-1] in lexicon.heads or "&" in words
    ):
        kind = "organisation"
        last = name_end(tokens, last, lexicon)
    elif not title and lexicon.language == "fr" and is_placed(tokens, first, lexicon):
        kind = "place"
    elif not title and has_body_before(tokens, first, lexicon):
        kind, last = "organisation", called_end(tokens, first, last, lexicon)
        first -= tokens[first - 1].low in {
            "université",
            "banque",
            "comité",
            "fondation",
        }  # they belong to the name
    elif not title and (len(words) > 1 and words[0] in lexicon.first_names):
        kind = "person"
    elif not title and len(words) == 1 and len(words[0]) > 1 and words[0].isupper():
        if words[0].lower() in lexicon.roles:
            return None  # “son PDG”
        kind = "organisation"
    elif not title and lexicon.language == "fr" and is_body(tokens, first, last, lexicon):
        kind, last = "organisation", name_end(tokens, last, lexicon)
    elif not title and lexicon.language == "fr" and is_short_for(tokens, first, last):
        kind = "organisation"
    elif not title and (end := in_brackets(tokens, first, last, lexicon)):
        kind, last = "organisation", end
    start, end = tokens[first].start, tokens[last - 1].end
    while last < len(tokens) and kind in ("", "person") and tokens[last].text in LETTERS:
        last += 1  # “Rosalind Keane KC accused”
    name = Name(first, last, start, end, body[start:end], kind, title)
    return name if title else with_short(name, tokens, lexicon)


def is_noble(name: Name, tokens: list[Token], at: int) -> bool:
    """“Lord Pemberley”, “Baroness Orme”: no first name is told, and the title is half the name."""
    return name.title in NOBLE and name.first == at + 1 == name.last - 1 and tokens[at].is_word


def is_head(text: str, lexicon: Lexicon) -> bool:
    return text in lexicon.heads and text != "Maison"
