"""Bodies in brackets: a person's party, and the letters that a body is called by."""

from app.extraction.extents import name_end
from app.extraction.lexicon import Lexicon, listed
from app.extraction.name import Name
from app.extraction.tokens import Token

# Nouns of bodies whose short name stands in brackets behind.
SHORTENED = listed(
    """agence alliance autorité coalition comité commandement commission compagnie confédération
    fédération force forces mission mouvement office organisation parti programme société union"""
)


def in_brackets(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> int:
    """Where “(Gauche nouvelle)” ends, behind a person: their party, or who they work for."""
    if lexicon.language != "fr" or first < 3 or tokens[first - 1].low != "(":
        return 0
    if not tokens[first - 2].is_capital or tokens[first - 3].text not in lexicon.first_names:
        return 0
    end = name_end(tokens, last, lexicon)
    return end if end < len(tokens) and tokens[end].low in {")", ","} else 0


def is_short_for(tokens: list[Token], first: int, last: int) -> bool:
    """“Le commandement américain pour le Moyen-Orient (Centcom)”: what a body is called."""
    if not first or tokens[first - 1].low != "(" or last != first + 1 or last >= len(tokens):
        return False
    before = {token.low for token in tokens[max(0, first - 9) : first - 1]}
    return tokens[last].low == ")" and bool(before & SHORTENED)


def with_short(name: Name, tokens: list[Token], lexicon: Lexicon) -> Name:
    """“International Atomic Energy Agency (IAEA) chief X”: the capitals belong to the name."""
    opening = tokens[name.last].text if name.last < len(tokens) else ""
    at = name.last + 1
    if opening == ",":  # “the Kurdistan Workers' Party, or PKK,”
        if at >= len(tokens) or tokens[at].low not in {"or", "ou"}:
            return name
        at += 1 + (at + 1 < len(tokens) and tokens[at + 1].low in {"the", "le", "la", "l'"})
    if opening not in {"(", ","} or at + 1 >= len(tokens) or " " not in name.text:
        return name
    short, closing = tokens[at].text, tokens[at + 1].text
    known = short in lexicon.countries or name.kind not in ("organisation", "")
    if known or not (short.isupper() and len(short) > 1) or closing not in {")", ",", "."}:
        return name
    if opening == "(" and closing != ")":
        return name
    name.kind, name.short, name.last = "organisation", short, at + 1 + (closing != ".")
    return name
