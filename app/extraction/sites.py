"""What stands before a person's name or a place's: “la place San Martin”, “la députée LFI X”."""

from app.extraction.lexicon import Lexicon, listed
from app.extraction.tokens import Token

# What a name that stands right behind is the name of: these, whoever is called so, …
SITES = listed(
    """aéroport allée autoroute avenue basilique boulevard cathédrale collège esplanade faubourg
    gare impasse lycée mosquée place pont quai rue square stade station"""
)
# … and these, unless a first name follows: “le gouverneur de la province Ali Hassan”.
AREAS = listed(
    """archipel barrage base camp canton cap centrale champ col commune désert détroit district
    fleuve forêt gazoduc gisement golfe hôtel île lac massif mer mont océan oléoduc palais péninsule
    plaine prison province quartier raffinerie rivière terminal vallée village ville volcan"""
)
# What members of a party are called, before their names.
MEMBERS = listed(
    """Ecologiste Écologiste Horizons Insoumis Insoumise MoDem Modem Reconquête Renaissance
    Républicain Républicaine Vert Verte"""
)
BEFORE_PLACE = listed("à canton commune d' de département district du province région ville")


def is_placed(tokens: list[Token], first: int, lexicon: Lexicon) -> bool:
    """“La place San Martin”, “rue Victor-Hugo”, “l'aéroport Ben Gourion”: a name of a place."""
    before = tokens[first - 1].low if first else ""
    if before in SITES:
        return True
    return before in AREAS and tokens[first].text not in lexicon.first_names


def is_member(tokens: list[Token], first: int, lexicon: Lexicon) -> bool:
    """“La députée LFI Mathilde Perrin”: a party's letters, or its members' word, and a person."""
    if lexicon.language != "fr" or first + 1 >= len(tokens) or not first:
        return False
    word, behind = tokens[first].text, tokens[first + 1]
    party = word in MEMBERS or (1 < len(word) < 6 and word.isupper())
    return party and behind.is_capital and behind.text in lexicon.first_names


def ends_place(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """“L'ancien gouverneur de Bassora Mazen Chalhoub”: a person begins behind a place."""
    if lexicon.language != "fr" or at < 2 or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    return (
        tokens[at - 2].low in BEFORE_PLACE
        and tokens[at - 1].text not in lexicon.first_names
        and tokens[at].text in lexicon.first_names
        and (following.is_capital or following.low in lexicon.words["particles"])
    )
