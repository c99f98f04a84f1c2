"""Whom a name under an office is: a firm or a newspaper, by what only these have."""

from app.extraction.lexicon import Lexicon, listed
from app.extraction.phrase import Phrase
from app.extraction.tokens import Sentence

# What only a newspaper has: “dans les colonnes d'Al-Fourat”.
PRINTED = listed("pages colonnes rédaction journalistes lecteurs columns newsroom readers")

# What only a firm has: “l'ex-PDG d'Hexapétrole”, “shares in Norvex”.
OWNED = listed(
    """pdg ex-pdg patron patronne ex-patron ex-patronne cofondateur cofondatrice actionnaire
actionnaires filiale filiales ceo founder co-founder shareholder shareholders subsidiary shares"""
)


def works_for(phrase: Phrase, sentence: Sentence, lexicon: Lexicon) -> bool:
    """“L'ancien courtier d'Orcane Trading”: whoever has people is an organisation."""
    name, tokens = phrase.name, sentence.tokens
    if name is None or phrase.first < 2 or name.words[0] in lexicon.first_names:
        return False
    return tokens[phrase.first - 1].low in {"d'", "de", "of", "at", "chez"} and (
        tokens[phrase.first - 2].low in lexicon.roles or tokens[phrase.first - 2].low in PRINTED
    )


def has_owner(phrase: Phrase, sentence: Sentence) -> bool:
    """“Les colonnes d'Al-Fourat”, “l'ex-PDG d'Hexapétrole”: what only a paper or a firm has."""
    near = sentence.tokens[max(0, phrase.first - 2) : phrase.first]
    return any(one.low in PRINTED | OWNED for one in near)
