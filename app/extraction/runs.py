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


def is_grammar(low: str, lexicon: Lexicon) -> bool:
    """Whether a word is one that no name goes on with: “by”, “the”, “when”, “he”, “was”."""
    keys = ("prepositions", "relatives", "determiners", "adverbs", "pronouns_m", "pronouns_f")
    return low in lexicon.auxiliaries or any(low in lexicon.words[key] for key in keys)


def run_end(tokens: list[Token], first: int, lexicon: Lexicon) -> int:
    """Where a run of capitals ends, particles between them included."""
    at = first
    particles = lexicon.words["particles"]
    while at < len(tokens) and at - first < 9:
        token = tokens[at]
        text = token.text.replace("’", "'")
        if at > first and text in LETTERS - REGNAL:
            break
        if token.is_capital and (
            at == first
            or (text not in lexicon.words["stop"] or text in particles or len(text) == 2)
            or not is_grammar(token.low, lexicon)
            or text in INSIDE
        ):
            if token.low in lexicon.weekdays or (token.low in lexicon.months and at > first):
                break
            person = at + 1 < len(tokens) and tokens[at + 1].is_capital
            if at == first + 1 and tokens[first].text in CHAMBERS and person:
                break  # “le vice-président de la Commission Valdis Berzins”
            if at == first + 1 and (
                ends_place(tokens, at, lexicon) or is_member(tokens, first, lexicon)
            ):
                break
            at += 1
            continue
        paired = tokens[at].text == "&" and at + 1 < len(tokens) and tokens[at + 1].is_capital
        if paired and at > first:
            at += 2
            continue
        ahead = at
        while ahead < len(tokens) and ahead - at < 3 and tokens[ahead].low in particles:
            ahead += 1
        joined = (
            at > first
            or tokens[at].low in {"al", "el"}
            or tokens[first - 1].text in lexicon.words["titles"]
        )
        if ahead > at and ahead < len(tokens) and tokens[ahead].is_capital and joined:
            if tokens[at].low in OF and not is_person_like(tokens, first, at, lexicon):
                break
            at = ahead
            continue
        break
    while at > first and tokens[at - 1].text in {"Le", "La", "De", "Al", "El"}:
        at -= 1
    return office_end(tokens, first, at, lexicon)


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
