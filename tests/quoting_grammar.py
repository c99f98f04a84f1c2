"""French sentences for the ways of attributing that grammar has: before, behind, between."""

from tests.quoting import Case

GRAMMAR: list[Case] = [
    # A comparison takes the words up.
    (
        "fr",
        "Alain Brossard se taisait. « Le port se vide », comme le souligne Jeanne Lescure.",
        [("Le port se vide", "full", "Jeanne Lescure")],
    ),
    (
        "fr",
        "Alain Brossard est, ainsi que l'écrit Jeanne Lescure, « un homme d'hier ».",
        [("un homme d'hier", "partial", "Jeanne Lescure")],
    ),
    (
        "fr",
        "« Le port se vide », c'est ce qu'a déclaré Jeanne Lescure à Alain Brossard.",
        [("Le port se vide", "full", "Jeanne Lescure")],
    ),
    # A relative clause with its subject behind the verb, or before it.
    (
        "fr",
        "Les « mensonges » que dénonce Jeanne Lescure ont fait sourire Alain Brossard.",
        [("mensonges", "partial", "Jeanne Lescure")],
    ),
    (
        "fr",
        "Alain Brossard doute du « sursaut » que Jeanne Lescure appelle de ses vœux.",
        [("sursaut", "partial", "Jeanne Lescure")],
    ),
    # What another clause has is nobody's of the clause behind.
    (
        "fr",
        "Au début du « dialogue », Jeanne Lescure a souri à Alain Brossard.",
        [("dialogue", "term", None)],
    ),
    # A verb without a subject at the head of its sentence: who it is comes behind.
    (
        "fr",
        "Après avoir dénoncé « un abandon », Jeanne Lescure a quitté Alain Brossard.",
        [("un abandon", "partial", "Jeanne Lescure")],
    ),
    (
        "fr",
        "Pour dénoncer « un abandon », Jeanne Lescure a convoqué Alain Brossard.",
        [("un abandon", "partial", "Jeanne Lescure")],
    ),
    # “En” before a participle goes back to who acts.
    (
        "fr",
        "Jeanne Lescure a reçu Alain Brossard en saluant « un sursaut ».",
        [("un sursaut", "partial", "Jeanne Lescure")],
    ),
    (
        "fr",
        "Jeanne Lescure a quitté Alain Brossard, non sans dénoncer « un abandon ».",
        [("un abandon", "partial", "Jeanne Lescure")],
    ),
]
