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
# Nouns that belong to the name behind them: “l'université Paul-Sabatier”.
OF_NAME = {"banque", "comité", "fondation", "université"}


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
    if end := slogan_end(tokens, at, lexicon):
        return of_tokens(body, tokens, at, end, "organisation")
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if tokens[at].text in {"Justice", "General"} and behind in lexicon.heads:
        last = run_end(tokens, at, lexicon)
        return make(body, tokens, at, last, lexicon)  # “the Justice Department”
    first = behind_titles(tokens, at, lexicon)
    if first == at:
        return untitled(body, tokens, at, lexicon)
    last = run_end(tokens, first, lexicon)
    if last == first:
        return None
    name = person(body, tokens, first, last)
    name.title = tokens[at].text
    if is_noble(name, tokens, at):
        name.first, name.start = at, tokens[at].start
        name.text = body[name.start : name.end]
    return name


def behind_titles(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Where the name begins that titles bring: “Me Julien Rey”; where it stands, if none does."""
    titles = lexicon.words["titles"]
    if tokens[at].text not in titles or at + 1 >= len(tokens):
        return at
    following = tokens[at + 1]
    if tokens[at].text == "Cheikh" and following.text not in lexicon.first_names:
        return at  # “Cheikh Ndour”: a first name
    if not following.is_capital and following.low not in lexicon.words["particles"]:
        return at
    first = at + 1
    while first + 1 < len(tokens) and tokens[first].text in titles and tokens[first + 1].is_capital:
        first += 1
    return first


def untitled(body: str, tokens: list[Token], at: int, lexicon: Lexicon) -> Name | None:
    """A name that its own words tell: a capital that can begin one, or one of the lists."""
    text = tokens[at].text
    if not can_begin(body, tokens, at, lexicon):
        return compound(body, tokens, at, lexicon) if text in COMPOUND else None
    if text in {"ONG", "PME", "NGO"}:
        return None  # “l'ONG Eau claire” is called “Eau claire”
    if lexicon.language == "en" and is_common(body, tokens, at, lexicon):
        return None
    if known := known_run(body, tokens, at, lexicon):
        return known
    last = run_end(tokens, at, lexicon)
    if last == at:
        return None
    told = english_name if lexicon.language == "en" else make
    return told(body, tokens, at, last, lexicon)


def compound(body: str, tokens: list[Token], at: int, lexicon: Lexicon) -> Name | None:
    """“State Department”, “Foreign Ministry”: common words that begin an institution's name."""
    last = run_end(tokens, at, lexicon)
    if lexicon.language != "en" or last - at < 2 or tokens[last - 1].text not in lexicon.heads:
        return None
    return make(body, tokens, at, last, lexicon)


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
    for last in range(min(first + 4, len(tokens)), first, -1):
        text = body[tokens[first].start : tokens[last - 1].end]
        text = text.replace("’", "'").replace("\u00a0", " ")
        if text in REGIONS or text in lexicon.countries or text in lexicon.capitals:
            if is_headed(tokens, last, lexicon):
                return None
            if text in REGIONS:
                return of_tokens(body, tokens, first, last, "place")
            alone = last == first + 1 and is_followed(tokens, last)
            if alone and tokens[last].text not in lexicon.demonyms:
                return None
            return of_tokens(body, tokens, first, last, "state")
        if text in lexicon.organisations:
            return known_body(body, tokens, first, last, lexicon)
    return None


def is_followed(tokens: list[Token], last: int) -> bool:
    """Whether a capital stands right behind, with no more than a space between."""
    if last >= len(tokens) or not tokens[last].is_capital:
        return False
    return tokens[last - 1].end + 1 >= tokens[last].start


def known_body(
    body: str, tokens: list[Token], first: int, last: int, lexicon: Lexicon
) -> Name | None:
    """An organisation of the lists; none, where it is but the beginning of another name."""
    text, follows = tokens[first].text, is_followed(tokens, last)
    if follows and last == first + 1:
        # “Peshmerga Maj. Gen. Rebwar Aziz”: a rank's bearer, whose body stands before it.
        titled = tokens[last].text in lexicon.words["titles"]
        told = first and tokens[first - 1].low in {"à", "to"} and text.isupper()
        if lexicon.language == "en" and titled:
            return None
        if not told and not is_first(tokens[last].text, lexicon):
            return None
    national = last < len(tokens) and tokens[last].low in lexicon.demonyms
    national = national and tokens[first].low in lexicon.institutions and not follows
    if lexicon.language == "fr" and (national or is_head(text, lexicon)):
        last = name_end(tokens, last, lexicon)  # “le Trésor américain”
    return with_short(of_tokens(body, tokens, first, last, "organisation"), tokens, lexicon)


def english_name(
    body: str, tokens: list[Token], first: int, last: int, lexicon: Lexicon
) -> Name | None:
    """An English run, the demonyms and offices at its head told apart from the name."""
    role = -1
    start = first
    owned = any(token.low in {"'s", "'"} for token in tokens[first:last])
    if last - first > 2 and not owned and tokens[last - 1].text in lexicon.heads:
        return make(body, tokens, first, last, lexicon)  # “the Norwegian Refugee Council”
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
    name = make(body, tokens, start, last, lexicon)
    if name and role >= 0:
        name.role, name.title = role, tokens[role].text
        name.kind = "person"
    return name


def make(body: str, tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> Name | None:
    """A name of the tokens, with the kind that its words give."""
    kind, french = "", lexicon.language == "fr"
    words = [tokens[place].text for place in range(first, last)]
    counted = len(words) > 2 and words[0] in NUMBERS
    cause = not french and (counted or is_cause(tokens, first, lexicon))
    if cause or words[0] in lexicon.heads or words[-1] in lexicon.heads or "&" in words:
        kind, last = "organisation", name_end(tokens, last, lexicon)
    elif french and is_placed(tokens, first, lexicon):
        kind = "place"
    elif has_body_before(tokens, first, lexicon):
        kind, last = "organisation", called_end(tokens, first, last, lexicon)
        first -= tokens[first - 1].low in OF_NAME
    elif len(words) > 1 and words[0] in lexicon.first_names:
        kind = "person"
    elif len(words) == 1 and len(words[0]) > 1 and words[0].isupper():
        if words[0].lower() in lexicon.roles:
            return None  # “son PDG”
        kind = "organisation"
    elif french and is_body(tokens, first, last, lexicon):
        kind, last = "organisation", name_end(tokens, last, lexicon)
    elif french and is_short_for(tokens, first, last):
        kind = "organisation"
    elif end := in_brackets(tokens, first, last, lexicon):
        kind, last = "organisation", end
    if kind in ("", "person"):
        name = person(body, tokens, first, last)
        name.kind = kind
    else:
        name = of_tokens(body, tokens, first, last, kind)
    return with_short(name, tokens, lexicon)


def of_tokens(body: str, tokens: list[Token], first: int, last: int, kind: str) -> Name:
    start, end = tokens[first].start, tokens[last - 1].end
    return Name(first, last, start, end, body[start:end], kind)


def person(body: str, tokens: list[Token], first: int, last: int) -> Name:
    """A person's name, or what may be one; letters behind it go with it, and are not of it."""
    name = of_tokens(body, tokens, first, last, "person")
    while name.last < len(tokens) and tokens[name.last].text in LETTERS:
        name.last += 1  # “Rosalind Keane KC accused”
    return name


def is_noble(name: Name, tokens: list[Token], at: int) -> bool:
    """“Lord Pemberley”, “Baroness Orme”: no first name is told, and the title is half the name."""
    return name.title in NOBLE and name.first == at + 1 == name.last - 1 and tokens[at].is_word


def is_head(text: str, lexicon: Lexicon) -> bool:
    return text in lexicon.heads and text != "Maison"
