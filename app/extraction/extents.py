"""How far the name of an organisation goes: “Syndicat autonome de la navigation aérienne”."""

from app.extraction.lexicon import Lexicon, listed
from app.extraction.tokens import Token

OF = {"de", "du", "des", "d'"}
ARTICLES = {"le", "la", "l'", "les", "du", "des", "au", "aux"}
ADJECTIVE = tuple(
    listed(
        """agricole agricoles ain aire aires ais aise al ale ales anne annes ante antes arabe arabes
        autonome autonomes aux belge bleue civil civile civiles civils démocrate démocrates el elle
        elles els humains ien ienne iennes iens ier ière ières iers if ifs indépendant indépendants
        ine ines ique iques iste istes ive ives kurde libre libres maritime maritimes moderne noire
        patriote patriotes privé privée privées privés public rouge russe slave supérieur supérieure
        supérieures supérieurs suprême turc uni unies unifié unifiée unis verte"""
    )
)
# What ends an organisation's name behind “au” or “en”: “Union des personnels au sol”.
TAILS = listed(
    """carburants consommateurs développement domicile eau eaux emploi énergie enfance entreprises
    frontières handicap hydrocarbures jeunesse logement logis mer réfugiés sol travail victimes"""
)
# Nouns that a body's own name stands right behind.
NAMED_BODIES = listed(
    """agence armateur association assureur banque cabinet chaîne club coalition collectif comité
    compagnie constructeur éditeur enseigne entreprise fondation groupe hebdomadaire institut
    journal laboratoire liste magazine mouvement ong opérateur parti quotidien radio revue site
    société start-up studio syndicat télévision think-tank transporteur université"""
)
# “The U.S. Embassy in Baghdad”, “the American University in Beirut”.
POSTS = listed("Consulate Delegation Embassy Mission University")
# “The Commission on Public Integrity”, “the Council on Foreign Relations”.
STUDYING = listed("Center Centre Commission Committee Conference Council Institute Office Panel")
# Of these, what is called after people: “l'université Paul-Sabatier”, “la banque Lazare Frères”.
FOUNDED = {"université", "institut", "banque", "fondation", "groupe", "laboratoire", "cabinet"}
OBJECTS = listed("autrement avec contre ensemble l' la le les pour sans")  # behind an infinitive
PARTISANS = listed("conservateurs démocrates libéraux républicains socialistes travaillistes verts")
LEAVING = listed("à après au aux avant dans depuis devant en fois lors semaine sur veille vers")
LONGEST = 9  # tokens behind the first that a name can have


def is_adjective(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word behind a noun can be its adjective, by its ending; a verb is none."""
    return (
        token.is_word
        and not token.is_capital
        and (token.low.endswith(ADJECTIVE) or token.low in lexicon.demonyms)
        and not lexicon.is_verb(token.low, "f")
        and token.low not in lexicon.words["prepositions"]
    )


def name_end(tokens: list[Token], last: int, lexicon: Lexicon) -> int:
    """Where an organisation's name ends: “Conseil de sécurité de l'ONU”, “Ministry of Defence”."""
    if lexicon.language != "fr":
        return english_end(tokens, last, lexicon)
    at = last
    while at < len(tokens) and at - last < LONGEST:
        first = at == last and (
            tokens[at].low in lexicon.institutions or is_called(tokens, at, lexicon)
        )
        if first or is_adjective(tokens[at], lexicon):
            at += 1
            continue
        ahead = complement_end(tokens, at, lexicon)
        if ahead == at:
            break
        at = ahead
    return at


def complement_end(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Where “de la santé”, “et de la pêche” or “au sol” ends; where it stands, if it is none."""
    place = at
    if tokens[place].low == "et" and place + 1 < len(tokens) and tokens[place + 1].low in OF:
        place += 1
    tail = tokens[place].low in {"au", "aux", "à", "en", "sans"}
    meant = tokens[place].low in {"pour", "contre"} and is_meant(tokens, place)
    if not tail and not meant and tokens[place].low not in OF:
        return at
    place += 1
    while place < len(tokens) and tokens[place].low in {"la", "l'", "le", "les", "d'"}:
        place += 1
    if place >= len(tokens) or not tokens[place].is_word:
        return at
    word = tokens[place]
    if tail:
        return place + 1 if word.low in TAILS else at
    if word.low in lexicon.weekdays or word.low in lexicon.months:
        return at
    if (word.low in lexicon.roles and not word.is_capital) or word.low in {
        "ancien",
        "ancienne",
        "ex",
    }:
        return at  # “le Mouvement de la dignité de l'ancien gouverneur”
    if word.low in lexicon.words["determiners"] and not word.is_capital:
        return at
    place += 1
    if word.text == "Premier" and place < len(tokens) and tokens[place].low == "ministre":
        return place + 1  # “le Bureau du Premier ministre”
    while word.is_capital and place < len(tokens) and goes_on(tokens[place], lexicon):
        place += 1  # “de Sadr City”
    return place


def is_meant(tokens: list[Token], at: int) -> bool:
    """“L'Union pour la Méditerranée”, “le Centre pour la paix”: whom or what a body is for, right
    behind it; “pour la première fois”, “pour dénoncer” are not.
    """
    if not at or at + 2 >= len(tokens) or not tokens[at - 1].is_word:
        return False
    if tokens[at + 1].low not in {"la", "le", "les", "l'"}:
        return False
    noun = tokens[at + 2].low
    return noun not in {"première", "premier", "deuxième", "seconde", "moment", "compte", "plupart"}


def goes_on(token: Token, lexicon: Lexicon) -> bool:
    """Whether a capital goes on with the one before it, and is no person's."""
    return token.is_word and token.is_capital and token.text not in lexicon.first_names


def english_end(tokens: list[Token], last: int, lexicon: Lexicon) -> int:
    """“Ministry of Defence”, “Committee for the Marshes”: up to the last capital."""
    at = last
    while at < len(tokens) and at - last < LONGEST - 1:
        posted = tokens[last - 1].text in POSTS and tokens[at].low == "in"
        to_do = tokens[at].low == "to" and at + 1 < len(tokens) and tokens[at + 1].is_capital
        if to_do and tokens[last - 1].text in {"Committee", "Campaign", "Coalition", "Movement"}:
            at += 1
            while at < len(tokens) and tokens[at].is_capital:
                at += 1  # “Committee to Protect Journalists”
            continue
        about = tokens[at].low == "on" and tokens[last - 1].text in STUDYING
        about = about and at + 1 < len(tokens) and not is_date(tokens[at + 1], lexicon)
        if tokens[at].low not in {"of", "for"} and not posted and not about:
            break
        ahead = at + (posted or about)
        while ahead < len(tokens) and tokens[ahead].low in {"of", "for", "the", "a"}:
            ahead += 1
        if ahead >= len(tokens) or not (tokens[ahead].is_word and tokens[ahead].is_capital):
            break
        at = ahead + 1
        while at < len(tokens) and tokens[at].is_capital and not is_date(tokens[at], lexicon):
            at += 1  # “Committee for a Free Press”
    return at


def is_date(token: Token, lexicon: Lexicon) -> bool:
    return token.low in lexicon.weekdays or token.low in lexicon.months


def is_body(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """“Les Gardiens de la plaine”, “le Rassemblement des quais”, “le Haut conseil des eaux”: one
    capital with an article, and small words behind that belong to it.
    """
    if last != first + 1 or not first or last >= len(tokens):
        return False
    token = tokens[first]
    if tokens[first - 1].low not in ARTICLES or token.text in lexicon.words["no_bodies"]:
        return False
    kin = tokens[first - 1].low == "les" and token.low.endswith("s")  # “les Fils de la Montagne”
    if token.low in lexicon.roles and not kin:
        return False
    national = tokens[last].low in lexicon.demonyms  # “la Marine américaine”
    if (token.text in lexicon.first_names and not national) or token.text.isupper():
        return False
    if token.text.startswith(("al-", "Al-", "El-")) or token.low in lexicon.words["portfolios"]:
        return False
    behind = tokens[last]
    if behind.low in lexicon.institutions or is_adjective(behind, lexicon):
        return True
    place = last + 1
    while place < len(tokens) and tokens[place].low in {"la", "l'", "le", "les"}:
        place += 1
    word = tokens[place] if place < len(tokens) else token
    owned = not word.is_capital or are_many(tokens, first, word, lexicon)
    return word.is_word and owned and complement_end(tokens, last, lexicon) > last


def are_many(tokens: list[Token], first: int, owner: Token, lexicon: Lexicon) -> bool:
    """“Les Unités du Désert”, “l'association Voyageurs du Nord”: a plural that a capital goes on
    with; “les Républicains de Washington” are of a place.
    """
    token = tokens[first]
    before = tokens[first - 1].low if first else ""
    placed = any(owner.text in known for known in (lexicon.countries, lexicon.capitals))
    told = before in NAMED_BODIES or (before == "les" and token.low not in PARTISANS)
    return told and token.low.endswith("s") and not placed


def is_of_family(tokens: list[Token], first: int, at: int, lexicon: Lexicon) -> bool:
    """“Anneke de Wit”: nothing that is known, with no article before, and no place behind “de”."""
    if (
        lexicon.language != "fr"
        or at != first + 1
        or not first
        or tokens[at].low not in {"de", "d'"}
    ):
        return False
    token, owner = tokens[first], tokens[at + 1]
    before = tokens[first - 1].low
    if before in ARTICLES or before in NAMED_BODIES or token.text.isupper():
        return False
    low = token.low
    known = (lexicon.roles, lexicon.demonyms, lexicon.crowd, lexicon.institutions, lexicon.things)
    if any(low in words for words in known) or token.text in lexicon.heads:
        return False
    places = (lexicon.countries, lexicon.capitals, lexicon.organisations)
    return owner.is_capital and not any(
        word.text in words for word in (token, owner) for words in places
    )


def called_end(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> int:
    """Where a name ends that its noun explains: “Ciel ouvert”, “Terres d'accueil”, “Transparence
    et Droits”.
    """
    paired = last + 1 < len(tokens) and tokens[last].low == "et" and tokens[last + 1].is_capital
    if paired and tokens[last + 1].text not in lexicon.first_names:
        return last + 2
    if (end := is_called(tokens, last, lexicon)) or last >= len(tokens):
        return end or last
    many = last == first + 1 and are_many(tokens, first, tokens[last], lexicon)
    return complement_end(tokens, last, lexicon) if many else last


def has_body_before(tokens: list[Token], first: int, lexicon: Lexicon) -> bool:
    """“La compagnie Armorix”, “l'ONG Eau claire”: a name that its noun explains."""
    before = tokens[first - 1].low if first else ""
    if lexicon.language != "fr" or before not in NAMED_BODIES:
        return False
    return before in FOUNDED or tokens[first].text not in lexicon.first_names


def is_called(tokens: list[Token], last: int, lexicon: Lexicon) -> int:
    """Where “Ciel ouvert” ends, behind “l'ONG”, “l'association”: a capital and one small word."""
    if last + 1 >= len(tokens):
        return 0
    word, behind = tokens[last], tokens[last + 1]
    common = word.is_word and not word.is_capital and not lexicon.is_verb(word.low, "fpig")
    grammar = word.low in lexicon.auxiliaries or any(
        word.low in lexicon.words[key]
        for key in ("prepositions", "relatives", "determiners", "adverbs", "pronouns_m")
    )
    if not common or grammar or word.low in lexicon.between:
        return 0
    ends = not behind.is_word or behind.low in lexicon.auxiliaries
    return last + 1 if ends or lexicon.is_verb(behind.low, "f") else 0


def slogan_end(tokens: list[Token], first: int, lexicon: Lexicon) -> int:
    """Where “Sauver l'enfance”, “Demain la Digue”, “Octobre toujours” ends, behind “l'ONG”, “le
    mouvement”: an infinitive, an adverb or a month, and the words up to the verb. 0 for no such.
    """
    if not has_body_before(tokens, first, lexicon) or not tokens[first].is_capital:
        return 0
    low, adverbs = tokens[first].low, lexicon.words["adverbs"] | lexicon.words["stop"]
    behind = tokens[first + 1].low if first + 1 < len(tokens) else ""
    infinitive = low.endswith(("er", "ir", "re")) and behind in OBJECTS
    timed = low in lexicon.months or low in lexicon.weekdays
    cried = behind in {"les", "le", "la", "l'"} and not lexicon.is_verb(
        tokens[first + 2].low if first + 2 < len(tokens) else "", "f"
    )  # “Debout les femmes”
    if not (infinitive or timed or cried or low in adverbs or tokens[first].text in adverbs):
        return 0
    at = first + 1
    while at < len(tokens) and at - first < 6 and tokens[at].is_word:
        word, article = tokens[at].low, tokens[at - 1].low in ARTICLES
        verb = lexicon.is_verb(word, "f") and not article
        if word in lexicon.auxiliaries or verb or word in lexicon.weekdays or word in LEAVING:
            break
        at += 1
    return at if at > first + 1 and tokens[at - 1].low not in ARTICLES | OF else 0


def behind_field(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> int:
    """“Minister for Health Fiachra Delahunt”, “Director of National Intelligence Ron Clay”: where
    it begins behind what an office is for.
    """
    before = [token.low for token in tokens[max(0, first - 6) : first]]
    if not (lexicon.roles.keys() & set(before)) or not {"for", "of"} & set(before):
        return first
    if before[-1] in {"for", "of", "the"}:
        for place in range(first + 1, last - 1):
            if tokens[place].text in lexicon.first_names:
                return place
    if before[-1] not in {"for", "of", "and"} | lexicon.words["portfolios"]:
        return first
    at = first
    while at < last - 1 and tokens[at].low in lexicon.words["portfolios"]:
        at += 1
    return at if last - at > 1 or at == last - 1 > first else first
