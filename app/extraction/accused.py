"""Whom a text says to be before a court: “l'accusé” and “the defendant” mean them further on."""

from app.extraction.lexicon import listed
from app.extraction.tokens import Token

TRIALS = listed(
    """arrest arrestation comparution condamnation conviction culpabilité détention inculpation
    indictment procès prosecution sentencing trial"""
)
CHARGED = listed(
    """acquitted arrested arrêté arrêtée charged condamné condamnée convicted detained écroué
    écrouée held incarcéré incarcérée inculpé inculpée indicted interpellé interpellée jailed jugé
    jugée poursuivi poursuivie prosecuted remanded sentenced tried"""
)
BEING = listed("a avait been being est était été had has is ont sera sont was were")
COURTS = {"comparaît", "comparaissait", "mis", "mise"}  # “mis en examen”


def is_accused(tokens: list[Token], first: int, last: int) -> bool:
    """“Le procès de Curtis Landreth”, “Curtis Landreth a été arrêté”, “Jugé depuis lundi, …”."""
    before = [token.low for token in tokens[max(0, first - 3) : first]]
    if before[-1:] and before[-1] in {"de", "d'", "of"} and TRIALS & set(before[-2:-1]):
        return True
    behind = [token.low for token in tokens[last : last + 9]]
    while len(behind) > 2 and (behind[0] == "," or behind[0].isdigit() or behind[0] == "ans"):
        behind = behind[1:]
    if behind[:1] and behind[0] in COURTS:
        return True
    if behind[:1] and behind[0] in BEING and CHARGED & set(behind[1:4]):
        return True
    fronted = tokens[0].low in CHARGED and before[-1:] == [","]
    return fronted and all(token.quote < 0 for token in tokens[:first])
