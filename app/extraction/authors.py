"""Whose words a statement has: “a statement from the ministry”, “un communiqué de l'armée”."""

from collections.abc import Callable

from app.extraction.lexicon import listed

STATEMENTS = listed("""statement letter report memo communique communiqué post message email tweet
    note review study reply response release""")
COMMUNIQUES = listed(
    "communiqué message déclaration tract tweet publication courrier missive texte"
)
ARTICLES = listed("le la l' un une ce cette son leur")
FRONTS = listed("dans par selon via de d' sur à avec du au")


def is_author(low: Callable[[int], str], first: int, french: bool) -> bool:
    """Whether what begins at a place has written the statement that stands before it."""
    if not french:
        linked = low(first - 1) in {"from", "by"}
        return linked and bool(STATEMENTS & {low(first - 2), low(first - 3)})
    at = first if low(first) in {"du", "des"} else first - 1
    while low(at) in {"la", "l'", "le", "les"}:
        at -= 1
    noun = at - 1
    linked = low(at) in {"de", "d'", "du", "des"} and low(noun) in COMMUNIQUES
    return linked and low(noun - 1) in ARTICLES and low(noun - 2) not in FRONTS
