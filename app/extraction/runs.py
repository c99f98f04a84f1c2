"""Runs of capitals, with the particles between them, and where one ends."""

from app.extraction.extents import is_of_family
from app.extraction.lexicon import Lexicon, listed
from app.extraction.sites import ends_place, is_member
from app.extraction.tokens import Token

# Letters that stand behind a person's name.
LETTERS = listed("AM CBE FRS II III IV Jr Jr. KC MBE MD MEP MLA MP MSP OBE PhD QC SC Sr Sr. TD")
REGNAL = listed("II III IV")  # “le roi Abdallah II”: these belong to the name
# Bodies with no name of their own behind, in French.
CHAMBERS = listed("Assemblée Bundestag Chancellerie Commission Congrès Conseil Parlement Sénat")
# Grammar that bodies have in their names: “Action Against Hunger”, “Clean Rivers Now”.
INSIDE = listed("Across Again Against Beyond First Forever Forward Not Now Together Without")
OF = {"de", "du", "des", "d'", "la", "le", "les", "um"}
LONGEST = 9  # tokens that a run of capitals can have


def is_grammar(low: str, lexicon: Lexicon) -> bool:
    """Whether a word is one that no name goes on with: “by”, “the”, “when”, “he”, “was”."""
    keys = ("prepositions", "relatives", "determiners", "adverbs", "pronouns_m", "pronouns_f")
    return low in lexicon.auxiliaries or any(low in lexicon.words[key] for key in keys)


def run_end(tokens: list[Token], first: int, lexicon: Lexicon) -> int:
    """Where a run of capitals ends, particles between them included."""
    at = first
    while at < len(tokens) and at - first < LONGEST:
        if is_part(tokens, first, at, lexicon):
            if ends_run(tokens, first, at, lexicon):
                break
            at += 1
            continue
        ahead = joined_end(tokens, first, at, lexicon)
        if ahead == at:
            break
        at = ahead
    while at > first and tokens[at - 1].text in {"Le", "La", "De", "Al", "El"}:
        at -= 1
    return office_end(tokens, first, at, lexicon)


def is_part(tokens: list[Token], first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a capital can be a part of a name; grammar can begin it, or be called to."""
    token, text = tokens[at], tokens[at].text.replace("’", "'")
    if not token.is_capital or at == first:
        return token.is_capital
    if text in LETTERS and text not in REGNAL:
        return False
    known = text in lexicon.words["stop"] and text not in lexicon.words["particles"]
    grammar = known and len(text) != 2 and is_grammar(token.low, lexicon)
    return not grammar or text in INSIDE


def ends_run(tokens: list[Token], first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a capital begins another name, or none."""
    low = tokens[at].low
    if low in lexicon.weekdays or (low in lexicon.months and at > first):
        return True
    if at != first + 1:
        return False
    goes_on = at + 1 < len(tokens) and tokens[at + 1].is_capital
    if tokens[first].text in CHAMBERS and goes_on:
        return True  # “le vice-président de la Commission Valdis Berzins”
    return ends_place(tokens, at, lexicon) or is_member(tokens, first, lexicon)


def joined_end(tokens: list[Token], first: int, at: int, lexicon: Lexicon) -> int:
    """“Harlan & Sons”, “Oum al-Qasr”, “Anneke de Wit”: where the capital stands that a sign or
    particles bring; where they stand, if none does.
    """
    particles, inside = lexicon.words["particles"], at > first
    if tokens[at].text == "&" and inside and at + 1 < len(tokens) and tokens[at + 1].is_capital:
        return at + 2
    ahead = at
    while ahead < len(tokens) and ahead - at < 3 and tokens[ahead].low in particles:
        ahead += 1
    if ahead == at or ahead == len(tokens) or not tokens[ahead].is_capital:
        return at
    titled = first > 0 and tokens[first - 1].text in lexicon.words["titles"]
    if not inside and not titled and tokens[at].low not in {"al", "el"}:
        return at
    theirs = tokens[at].low not in OF or is_person_like(tokens, first, at, lexicon)
    return ahead if theirs else at


def office_end(tokens: list[Token], first: int, at: int, lexicon: Lexicon) -> int:
    """“the Lucas County Prosecutor's Office”, “the Teachers' Union”: where such a name ends."""
    if lexicon.language != "en" or at <= first or at + 1 >= len(tokens):
        return at
    if tokens[at].low in {"and", "&"} and tokens[at + 1].is_capital:
        return paired_end(tokens, first, at, lexicon)
    owner = tokens[at - 1].low
    office = owner in lexicon.roles or owner.removesuffix("s") in lexicon.roles
    if not (office or owner in lexicon.crowd) or tokens[at].low not in {"'s", "'"}:
        return at
    last = at + 1
    while last < len(tokens) and last - at < 4 and tokens[last].is_capital:
        last += 1
    return last if tokens[last - 1].text in lexicon.heads else at


def paired_end(tokens: list[Token], first: int, at: int, lexicon: Lexicon) -> int:
    """“the Reform and Dignity List”, “the Food and Drug Administration”: where it ends."""
    last = at + 1
    while last < len(tokens) and last - at < 4 and tokens[last].is_capital:
        last += 1
    before, behind = tokens[at - 1].text, tokens[at + 1].text
    places = (lexicon.countries, lexicon.capitals, lexicon.organisations, lexicon.first_names)
    known = any(one in place for one in (before, behind, tokens[first].text) for place in places)
    whole = tokens[last - 1].text in lexicon.heads and last - at > 2
    return last if whole and not known and before not in lexicon.heads else at


def is_first(text: str, lexicon: Lexicon) -> bool:
    """Whether a word begins a person's name: a first name, or “Mme”."""
    return text in lexicon.first_names or text in lexicon.words["titles"]


def is_person_like(tokens: list[Token], first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a run so far is a first name or a title's, so that “de” goes on with it."""
    if tokens[first].text in lexicon.first_names:
        return True
    before = tokens[first - 1] if first else None
    if before and before.text in lexicon.words["titles"] and at - first <= 1:
        return True
    return is_of_family(tokens, first, at, lexicon)


def is_headed(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """“Gulf Cooperation Council”: whether the capitals that follow end as an institution's name."""
    last = at
    while last < len(tokens) and tokens[last].is_capital:
        last += 1
    return lexicon.language == "en" and last > at and tokens[last - 1].text in lexicon.heads
