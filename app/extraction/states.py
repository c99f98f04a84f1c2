"""Where a capital is its government: “Bagdad reprochant à Erbil”, “without Baghdad's consent”."""

from collections.abc import Callable

from app.extraction.lexicon import Lexicon, listed

# What stands before a capital that means its government: “la coopération avec Washington”.
ACTING_BEHIND = listed("entre between avec contre par selon envers against")
# Verbs that take a place: “le convoi a quitté Erbil”.
GOING = listed(
    """quitter gagner rejoindre atteindre traverser visiter frapper bombarder viser survoler fuir
prendre reprendre attaquer encercler toucher ébranler secouer paralyser relier habiter leave
left reach reached enter entered visit visited hit struck shook flee fled took take seized near
bombed attacked rocked cross crossed surround surrounded shelled quit departed leaving reaching
visiting quitté gagné rejoint atteint traversé visité frappé visé bombardé fui pris repris"""
)
# What only a government has of its own, before “de Téhéran”, behind “Baghdad's”, before “from”.
WILL = listed(
    """consentement accord aval feu vert approbation soutien appui pression pressions refus aide
allié alliés alliée alliées proche proches camp autorité influence position décision réponse
silence exigences demandes demande menaces rivalité ennemi ennemis adversaire tutelle part parrain
consent approval agreement permission demand demands request refusal position stance claim claims
offer plan plans ally allies envoy decision response reaction concerns warning pressure support
interests intentions silence threat threats sanctions ambitions backing influence policy role reply
replies answer help aid orders instructions signal light received heard word close
loyal hostile message messages letter letters
signals share side neighbours neighbors relations ties rivalry quarrel dispute"""
)
ASKING = listed(
    "reprocher demander réclamer refuser imposer promettre offrir livrer fournir accorder"
)
# What a clause opens behind, if anything.
OPENING = {"", *listed("que qu' that if because when but mais si s' quand")}
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
