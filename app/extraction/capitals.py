"""Capitals, and whether each can begin a name: at a sentence's head, common words cannot."""

import re
from functools import lru_cache

from app.extraction.lexicon import Lexicon, listed
from app.extraction.tokens import Token

ARTICLES = {"le", "la", "l'", "les", "un", "une", "des", "ces", "cet", "cette", "ce", "deux"}
PEOPLE = (
    "ien", "ienne", "éen", "éenne", "ais", "aise", "ain", "aine", "ois", "oise", "ens", "ennes",
    "aises", "ains", "aines", "oises", "ite", "ites",
)  # fmt: skip
OPENERS = {".", "!", "?", "…", ":", "“”"}
LONGEST_BODY = 200_000
LONGEST_LOOK = 60_000  # characters in which a word is looked for in capitals or small letters
WITHIN = re.compile(r"(?<=[a-zà-ÿ0-9,)][ \u00a0])(?:[dl]['’])?([A-ZÀ-Ý][\w’-]+)")
INSIDE = re.compile(r"(?<=[\w,;] )[A-ZÀ-Ý][\w-]+")
SMALL = re.compile(r"\b[a-zà-ÿ][\w-]*")


@lru_cache(maxsize=8)
def capitals_within(body: str) -> frozenset[str]:
    """The words that a text prints with a capital where no sentence begins: names."""
    return frozenset(WITHIN.findall(body[:LONGEST_BODY]))


def is_demonym(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """“L'Argentin Hector Bustamante”, “les Américains”: a people's noun, behind its article."""
    if lexicon.language != "fr" or not at or tokens[at - 1].low not in ARTICLES:
        return False
    low = tokens[at].low
    if tokens[at].text in lexicon.countries and tokens[at - 1].low == "la":
        return False  # “la Suisse”
    if low in lexicon.demonyms or low.rstrip("s") in lexicon.demonyms:
        return True
    named = at + 1 < len(tokens) and tokens[at + 1].is_capital
    return named and low.endswith(PEOPLE) and tokens[at].text not in lexicon.heads


def opens_french(body: str, tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the first word of a sentence is a name there: known, named again, or with a verb."""
    token = tokens[at]
    text = token.text.replace("’", "'")
    if text in lexicon.first_names or text in lexicon.heads or token.text.isupper():
        return True
    if text in lexicon.countries or text in lexicon.capitals or text in lexicon.organisations:
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.is_capital:
        return not token.low.endswith(("é", "ée", "és", "ées"))
    if token.text in capitals_within(body):
        return True
    if following is None or token.low.endswith(("é", "ée", "és", "ées", "ant")):
        return False
    if following.text == ":":
        return not (token.low in lexicon.things or lexicon.is_verb(token.low, "fpi"))
    if following.text in {",", "("} and at + 2 < len(tokens):
        beside = tokens[at + 2].low
        return beside.isdigit() or beside in lexicon.roles or beside in {"qui", "dont"}
    return following.low in lexicon.auxiliaries or (
        lexicon.is_verb(following.low, "f") and not following.low.endswith(("é", "ée", "ées"))
    )


def is_cause(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """“Veterans for Home”, “the Teachers' Union”, “Voices of the Marshes said”: common words that
    begin a body's name, for a capital goes on with them.
    """
    low = tokens[at].low
    many = low in {"women", "men", "people"} or (low.endswith("s") and not low.endswith("ss"))
    if at + 2 >= len(tokens) or not many:
        return False
    link, place = tokens[at + 1].low, at + 2
    if link == "'":
        return tokens[place].text in lexicon.heads
    place += tokens[place].low == "the"
    known = tokens[at].low in lexicon.crowd and link == "for"
    known = known or (tokens[at].text in lexicon.heads and link in {"of", "for"})
    return tokens[at].is_capital and known and is_capital_at(tokens, place)


def low_at(tokens: list[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def is_capital_at(tokens: list[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].is_capital


# Names that are common words as well.
SHORT_NAMES = listed("An Do Even Ever Good Long Lose May No Oh Old See So Such Well Will Young")

# Common words that a body's name begins with, as capitals inside a sentence show.
LEADING = listed(
    """Again All Back Better Eight Every First Five Four Good Great Last Long Never New Next Nine
    Old One Our People Second Seven Six Still Ten Third Three Together Two Women Workers"""
)
NUMBERS = listed("Eight Five Four Nine Seven Six Ten Three Two")
# Words that begin a family's name behind a first name: “Marine Le Pen”.
PARTICLES = listed("Al De Des Du El La Le Van")
# What stands before what an office is for: “le ministre de l'Intérieur”.
OF_PORTFOLIO = listed("au aux d' de des du l' la les")


def can_begin(body: str, tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a capital can begin a name: at a sentence's head, common words cannot."""
    token, before, stop = tokens[at], low_at(tokens, at - 1), lexicon.words["stop"]
    text, french = token.text.replace("’", "'"), lexicon.language == "fr"
    if is_demonym(tokens, at, lexicon) or token.text[:2] in {"D-", "R-", "I-"}:
        return False  # “Rep. Sheila Kowalski, D-Milwaukee, said”
    if token.low in lexicon.weekdays or token.low in lexicon.months:
        return False
    if token.low in lexicon.words["portfolios"] and before in OF_PORTFOLIO:
        return False  # “le ministre de l'Intérieur”
    party = french and text in lexicon.heads and before in ARTICLES  # “le Parti de l'aube”
    if not party and (text in stop or token.low in stop):
        return goes_with_next(body, tokens, at, lexicon)
    if text in lexicon.demonyms:
        return not french and is_capital_at(tokens, at + 1)  # “Kurdish Red Crescent”
    if at == 0 and token.low in lexicon.demonyms:
        return False
    if at and text in lexicon.heads and low_at(tokens, at + 1) == "of":
        return True  # “a group, Sons of the Euphrates, claimed it”
    begins = begins_french if french else begins_english
    return begins(body, tokens, at, lexicon)


def goes_with_next(body: str, tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """“Marine Le Pen”, “said Oh Seung-yeon”, “Two Rivers Heritage”: a common word begins a name,
    for a capital goes on with it.
    """
    if not is_capital_at(tokens, at + 1):
        return False
    text, following = tokens[at].text.replace("’", "'"), tokens[at + 1].text
    behind_word = at > 0 and tokens[at - 1].is_word
    within = behind_word and not tokens[at - 1].is_capital
    if lexicon.language == "en" and text in LEADING:
        known = at == 0 and {text, following} <= printed(body)[0]
        long = text in NUMBERS and is_capital_at(tokens, at + 2)
        counted = long and following not in lexicon.demonyms  # no “Two British Airways jets”
        return within or known or (counted and not behind_word)
    return (within and text in SHORT_NAMES) or (behind_word and text in PARTICLES)


def begins_french(body: str, tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    before = low_at(tokens, at - 1)
    dashed = at == 1 and before in {"-", "–", "—"}  # a sub-heading
    if at == 0 or dashed or before in OPENERS:
        return opens_french(body, tokens, at, lexicon)
    return before == "(" or not is_noun_alone(tokens, at, lexicon)  # “(Gauche nouvelle)”


def begins_english(body: str, tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    text, low = tokens[at].text.replace("’", "'"), tokens[at].low
    if is_cause(tokens, at, lexicon):
        return True
    crowd = low in lexicon.crowd and low.endswith("s")
    if crowd and at and not is_capital_at(tokens, at + 1):
        return is_capital_at(tokens, at - 1)  # “after congressional Democrats threatened”
    if is_adjective_of_many(tokens, at, lexicon):
        return False
    if is_noun(low, lexicon) and text in printed(body)[0]:
        return True  # “Brand said”, where “Hollis Brand” has been named
    if text in lexicon.organisations or low_at(tokens, at - 1) == "(":
        return True  # “Congress passed the authorization”
    return not is_noun_alone(tokens, at, lexicon)


def is_adjective_of_many(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """“Tribal leaders met”, “Opposition parties walked out”: no name, at a sentence's head."""
    if (at and tokens[at - 1].is_word) or is_capital_at(tokens, at + 1):
        return False
    text, behind = tokens[at].text.replace("’", "'"), low_at(tokens, at + 1)
    if any(text in known for known in (lexicon.countries, lexicon.capitals, lexicon.organisations)):
        return False  # “Iraq officials”
    plural = behind.endswith("s") and behind[:-1] in lexicon.roles
    return plural or behind in lexicon.crowd or behind in lexicon.institutions


def is_noun(low: str, lexicon: Lexicon) -> bool:
    """Whether a word is known as a common one, for somebody or something, or as a verb."""
    known = (lexicon.roles, lexicon.crowd, lexicon.institutions, lexicon.verbs, lexicon.things)
    return any(low in words for words in known)


def is_noun_alone(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """“Ministers met.”: a common word behind a sign, with no capital to go on with it."""
    opens = at == 0 or not tokens[at - 1].is_word
    return opens and not is_capital_at(tokens, at + 1) and is_noun(tokens[at].low, lexicon)


@lru_cache(maxsize=4)
def printed(body: str) -> tuple[frozenset[str], frozenset[str]]:
    """The capitals inside sentences of a text, and its small words."""
    text = body[:LONGEST_LOOK]
    return frozenset(INSIDE.findall(text)), frozenset(SMALL.findall(text))


def is_common(body: str, tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a lone capital that opens a sentence is a common word: “Below him, a banner…”."""
    token = tokens[at]
    if (at and tokens[at - 1].is_word) or (at + 1 < len(tokens) and tokens[at + 1].is_capital):
        return False
    if is_cause(tokens, at, lexicon):
        return False
    text, low = token.text.replace("’", "'"), token.low
    if text in lexicon.first_names or text in lexicon.countries or text in lexicon.capitals:
        return False
    if text in lexicon.organisations or text.isupper() or text in lexicon.words["titles"]:
        return False
    capitals, small = printed(body)
    if text in capitals:
        return False
    if low in small:
        return True
    if lexicon.language == "en" and is_plural_noun(tokens, at, lexicon):
        return True
    grammar = any(low in lexicon.words[key] for key in ("prepositions", "relatives", "adverbs"))
    return grammar or (lexicon.language == "en" and low.endswith(("ly", "ing", "ed")))


# What may stand behind “Jobs” or “Rivers”, and is no present of a plural.
NO_PLURAL_VERBS = listed("also and came gave in of spoke then took was went who wrote")


def is_plural_noun(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """“Jobs matter”, “Engineers say”: a plural with a verb that has no “s”."""
    low = tokens[at].low
    if not low.endswith("s") or low.endswith("ss") or at + 1 >= len(tokens):
        return False
    if low[:-1] in lexicon.roles or low in lexicon.crowd:
        return True
    behind = tokens[at + 1].low
    present = tokens[at + 1].is_word and not behind.endswith(("d", "ly", "s", "t"))
    return present and behind not in NO_PLURAL_VERBS


def is_surname(tokens: list[Token], first: int, place: int, last: int, lexicon: Lexicon) -> bool:
    """“Gerald Mason”, “Ruth Bishop”: a calling that is a surname, behind a first name."""
    before = tokens[place - 1]
    return first < place == last - 1 and before.text in lexicon.first_names
