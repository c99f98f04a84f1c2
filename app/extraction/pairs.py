"""The two whom “the two men” means."""

from app.extraction.discourse import Cast
from app.extraction.entities import Entity
from app.extraction.phrase import Phrase
from app.extraction.roll import NEAR

PAIRS = {"men", "women", "leaders", "ministers", "presidents", "rivals", "candidates", "friends"}


def the_two(cast: Cast, body: str, phrase: Phrase) -> Entity | None:
    """“The two men said”: the two who were spoken of last, as the text joined them."""
    before = body[max(0, phrase.start - 5) : phrase.start].lower()
    if cast.lexicon.language != "en" or len(phrase.text.split()) > 1:
        return None
    if not before.endswith(("two ", "both ")) or phrase.head not in PAIRS:
        return None
    for one in reversed(cast.all[-NEAR:]):
        if len(one.members) == 2:
            return one
    order: list[int] = []
    for past in reversed(cast.mentioned[-40:]):
        if cast.all[past.entity].kind == "person" and past.entity not in order:
            order.append(past.entity)
    if len(order) != 2:
        return None
    pair = sorted(order, key=lambda number: cast.all[number].start)
    joint = cast.add("", "joint", False, phrase.start)
    joint.plural, joint.members = True, pair
    joint.name = " and ".join(cast.all[number].name for number in pair)
    return joint
