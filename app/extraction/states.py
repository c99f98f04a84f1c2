"""Where a capital is its government: “Bagdad reprochant à Erbil”, “without Baghdad's consent”."""

from collections.abc import Callable

from app.extraction.lexicon import Lexicon, listed

# What stands before a capital that means its government: “la coopération avec Washington”.
ACTING_BEHIND = listed("against avec between contre entre envers par selon")
# Verbs that take a place: “le convoi a quitté Erbil”.
GOING = listed(
    """attacked attaquer atteindre atteint bombardé bombarder bombed cross crossed departed ébranler
    encercler enter entered fled flee frappé frapper fui fuir gagné gagner habiter hit leave leaving
    left near paralyser prendre pris quit quitté quitter reach reached reaching rejoindre rejoint
    relier reprendre repris rocked secouer seized shelled shook struck surround surrounded survoler
    take took toucher traversé traverser visé viser visit visité visited visiter visiting"""
)
# What only a government has of its own, before “de Téhéran”, behind “Baghdad's”, before “from”.
WILL = listed(
    """accord adversaire agreement aid aide allié alliée alliées allies alliés ally ambitions answer
    approbation approval appui autorité aval backing camp claim claims close concerns consent
    consentement decision décision demand demande demandes demands dispute ennemi ennemis envoy
    exigences feu heard help hostile influence instructions intentions interests letter letters
    light loyal menaces message messages neighbors neighbours offer orders parrain part permission
    plan plans policy position pression pressions pressure proche proches quarrel reaction received
    refus refusal relations replies reply réponse request response rivalité rivalry role sanctions
    share side signal signals silence soutien stance support threat threats ties tutelle vert
    warning word"""
)
ASKING = listed(
    "accorder demander fournir imposer livrer offrir promettre réclamer refuser reprocher"
)
# What a clause opens behind, if anything.
OPENING = {"", *listed("because but if mais qu' quand que s' si that when")}
LINKS = {"de", "d'", "from", "to", "with"}


def acts(low: Callable[[int], str], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the capital that stands from `first` to `last` acts, is asked, or wills."""
    before, behind = low(first - 1), low(last)
    if before in ACTING_BEHIND:
        return True
    if behind == "'s":
        return low(last + 1) in WILL
    if before in LINKS and low(first - 2) in WILL:
        return True
    place = first - 2 - (low(first - 2) == ",")
    if before in {"à", "to"}:  # “a demandé, mercredi, à Washington de fixer”
        asked = behind in {"de", "d'", "to"}
        verb = lexicon.verbs.get(low(place))
        told = verb is not None and verb.says and asked
        given = verb is not None and verb.lemma in ASKING
        return told or given or (asked and before == "à" and behind != "to")
    form = lexicon.verbs.get(before)
    return form is not None and form.lemma not in GOING and before not in GOING


def wills(low: Callable[[int], str], first: int, last: int, lexicon: Lexicon) -> bool:
    """In a speech, where no subject has been looked for: “Dès que Washington tousse”."""
    if acts(low, first, last, lexicon):
        return True
    opens = low(first - 1) in OPENING
    behind = low(last)
    verb = behind in lexicon.auxiliaries or lexicon.is_verb(behind, "f")
    return opens and (verb or behind in {"le", "la", "les", "l'", "nous", "se", "ne", "n'"})
