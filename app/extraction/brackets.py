"""Bodies in brackets: a person's party, and what an institution is called for short."""

from app.extraction.extents import name_end
from app.extraction.lexicon import Lexicon, listed
from app.extraction.tokens import Token

# Nouns of bodies whose short name stands in brackets behind.
SHORTENED = listed(
    """commandement agence organisation alliance coalition mouvement parti union programme office
force forces mission fédération confédération autorité commission compagnie comité société"""
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
