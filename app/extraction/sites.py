"""What stands before a person's name or a place's: “la place San Martin”, “la députée LFI X”."""

from app.extraction.lexicon import Lexicon, listed
from app.extraction.tokens import Token

# What a name that stands right behind is the name of: these, whoever is called so, …
SITES = listed(
    """place rue avenue boulevard quai pont stade aéroport gare esplanade square lycée collège
    cathédrale mosquée basilique impasse allée faubourg autoroute station"""
)
# … and these, unless a first name follows: “le gouverneur de la province Ali Hassan”.
AREAS = listed(
    """camp base île lac mont col cap fleuve rivière ville village commune quartier province
    district canton plaine vallée désert palais hôtel prison barrage oléoduc gazoduc champ gisement
    terminal raffinerie centrale détroit archipel péninsule mer océan golfe massif volcan forêt"""
)
# What members of a party are called, before their names.
MEMBERS = listed(
    """Insoumis Insoumise Républicain Républicaine Vert Verte Ecologiste Écologiste Modem MoDem
    Renaissance Horizons Reconquête"""
)
BEFORE_PLACE = listed("de d' du à région ville province département commune canton district")


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
