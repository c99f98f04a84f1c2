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


def can_begin(body: str, tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a capital can begin a name: at a sentence's head, common words cannot."""
    token = tokens[at]
    if is_demonym(tokens, at, lexicon) or token.text[:2] in {"D-", "R-", "I-"}:
        return False  # “Rep. Sheila Kowalski, D-Milwaukee, said”
    if token.low in lexicon.weekdays or token.low in lexicon.months:
        return False
    if (
        token.low in lexicon.words["portfolios"]
        and at
        and tokens[at - 1].low in {"la", "l'", "d'", "de", "du", "des", "les", "aux", "au"}
    ):
        return False
    text = token.text.replace("’", "'")
    party = text in lexicon.heads and lexicon.language == "fr" and at
    party = party and tokens[at - 1].low in ARTICLES  # “le Parti de l'aube”, and no participle
    if not party and (text in lexicon.words["stop"] or token.low in lexicon.words["stop"]):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        inside = (
            at > 0
            and tokens[at - 1].is_word
            and text in {"Le", "La", "De", "Du", "Des", "Al", "El", "Van"}
        )
        if text in LEADING and following and following.is_capital and lexicon.language == "en":
            known = {text, following.text} <= printed(body)[0]
            within = at > 0 and tokens[at - 1].is_word and not tokens[at - 1].is_capital
            long = text in NUMBERS and is_capital_at(tokens, at + 2)  # “Two Rivers Heritage”
            long = long and following.text not in lexicon.demonyms
            apart = not within and (at == 0 or not tokens[at - 1].is_word)
            return within or (at == 0 and known) or (long and apart)
        if text in SHORT_NAMES and at and tokens[at - 1].is_word and not tokens[at - 1].is_capital:
            inside = True  # “said Oh Seung-yeon”
        return bool(inside and following and following.is_capital)
    if text in lexicon.demonyms and lexicon.language == "en":
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        return bool(following and following.is_capital)
    if text in lexicon.demonyms or (token.low in lexicon.demonyms and at == 0):
        return False
    if text in lexicon.heads and at and at + 1 < len(tokens) and tokens[at + 1].low == "of":
        return True  # “a group, Sons of the Euphrates, claimed it”
    crowd = token.low in lexicon.crowd and token.low.endswith("s")
    if lexicon.language == "en" and is_cause(tokens, at, lexicon):
        return True
    if lexicon.language == "en" and crowd and at and not is_capital_at(tokens, at + 1):
        return is_capital_at(tokens, at - 1)  # “after congressional Democrats threatened”
    opens = at == 0 or not tokens[at - 1].is_word
    dashed = at == 1 and tokens[0].low in {"-", "–", "—"}  # a sub-heading
    if lexicon.language == "fr" and (at == 0 or dashed or tokens[at - 1].low in OPENERS):
        return opens_french(body, tokens, at, lexicon)
    alone = at + 1 >= len(tokens) or not tokens[at + 1].is_capital
    common = (
        token.low in lexicon.roles
        or token.low in lexicon.crowd
        or token.low in lexicon.institutions
        or token.low in lexicon.verbs
        or token.low in lexicon.things
    )
    if (
        opens
        and alone
        and lexicon.language == "en"
        and at + 1 < len(tokens)
        and tokens[at + 1].is_word
    ):
        behind = tokens[at + 1].low
        known = (
            text in lexicon.countries or text in lexicon.capitals or text in lexicon.organisations
        )
        plural = behind.endswith("s") and behind[:-1] in lexicon.roles
        if not known and (plural or behind in lexicon.crowd or behind in lexicon.institutions):
            return False
    if lexicon.language == "en" and common and text in printed(body)[0]:
        return True  # “Brand said”, where “Hollis Brand” has been named
    bracketed = at > 0 and tokens[at - 1].low == "("  # “(Gauche nouvelle)”
    if lexicon.language == "en" and text in lexicon.organisations:
        return True  # “Congress passed the authorization”
    return bracketed or not (opens and alone and common and token.low not in lexicon.first_names)


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
    present = tokens[at + 1].is_word and not behind.endswith(("s", "ed", "t", "d", "ly"))
    return present and behind not in NO_PLURAL_VERBS


def is_surname(tokens: list[Token], first: int, place: int, last: int, lexicon: Lexicon) -> bool:
    """“Gerald Mason”, “Ruth Bishop”: a calling that is a surname, behind a first name."""
    before = tokens[place - 1]
    return first < place == last - 1 and before.text in lexicon.first_names
