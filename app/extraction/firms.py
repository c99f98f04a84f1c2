"""Whether a name is a firm's or a newspaper's: by what only these have, or how the text goes on."""

from app.extraction.cue import Cue
from app.extraction.lexicon import Lexicon, listed
from app.extraction.phrase import Phrase
from app.extraction.tokens import Sentence

# What only a newspaper has: “dans les colonnes d'Al-Fourat”.
PRINTED = listed("colonnes columns journalistes lecteurs newsroom pages readers rédaction")

# What only a firm has: “l'ex-PDG d'Hexapétrole”, “shares in Norvex”.
OWNED = listed(
    """actionnaire actionnaires ceo co-founder cofondateur cofondatrice ex-patron ex-patronne ex-pdg
    filiale filiales founder patron patronne pdg shareholder shareholders shares subsidiary"""
)
# What a clause goes on with behind “it”, where that is a firm.
GOING_ON = listed(
    """aims can continues could did does expected expects had has intends is may might must planned
    plans regrets remains 's should takes took wants was will would"""
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


def is_firm(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> bool:
    """“Norvex said on Monday it would cut…”: a name that goes on as “it” is no person's."""
    name = cue.subject.name if cue.subject else None
    if lexicon.language != "en" or name is None or name.title or not cue.says:
        return False
    if name.words[0] in lexicon.first_names or sentence.low(cue.last) in {"him", "her"}:
        return False
    for place in range(cue.last, min(cue.last + 8, len(sentence.tokens) - 1)):
        if sentence.low(place) == "it":
            return sentence.low(place + 1) in GOING_ON
        if sentence.tokens[place].quote >= 0 or sentence.low(place) in {",", ";", "he", "she"}:
            return False
    return False
