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
    # Behind the words, an infinitive of saying and what it is brought by.
    (
        "fr",
        "Alain Brossard attend. « Le port se vide », vient de rappeler Jeanne Lescure.",
        [("Le port se vide", "full", "Jeanne Lescure")],
    ),
    (
        "fr",
        "Alain Brossard se lève. « Le port se vide », n'a cessé de répéter Jeanne Lescure.",
        [("Le port se vide", "full", "Jeanne Lescure")],
    ),
    # Whose paper, whose expression.
    (
        "fr",
        "Selon un communiqué signé par Jeanne Lescure, Alain Brossard « n'a plus la main ».",
        [("n'a plus la main", "partial", "Jeanne Lescure")],
    ),
    (
        "fr",
        "Le port est « au bord du gouffre », selon l'expression de l'avocate Jeanne Lescure.",
        [("au bord du gouffre", "partial", "Jeanne Lescure")],
    ),
    (
        "fr",
        "Alain Brossard a reçu une lettre de Jeanne Lescure : « Le temps presse. »",
        [("Le temps presse.", "full", "Jeanne Lescure")],
    ),
    (
        "fr",
        "Le ministère cite Jeanne Lescure : « Le temps presse. »",
        [("Le temps presse.", "full", "Jeanne Lescure")],
    ),
    # For whom it is so, without a verb.
    (
        "fr",
        "Alain Brossard a quitté la salle. « Un aveu », pour Jeanne Lescure.",
        [("Un aveu", "full", "Jeanne Lescure")],
    ),
    (
        "fr",
        "Alain Brossard reste pour Jeanne Lescure « un homme d'hier ».",
        [("un homme d'hier", "partial", "Jeanne Lescure")],
    ),
    # “Lequel” is “qui”; a left-out verb keeps its preposition.
    (
        "fr",
        "Alain Brossard a interrogé Jeanne Lescure, laquelle a répondu : « J'assume. »",
        [("J'assume.", "full", "Jeanne Lescure")],
    ),
    (
        "fr",
        "Alain Brossard parle d'un « gâchis », Jeanne Lescure d'une « chance ».",
        [("gâchis", "partial", "Alain Brossard"), ("chance", "partial", "Jeanne Lescure")],
    ),
    (
        "fr",
        "La ligne dite « verte » a été franchie, selon Jeanne Lescure.",
        [("verte", "term", None)],
    ),
    # “On” reads a paper, and is told by somebody.
    (
        "fr",
        "« Rien n'est signé », peut-on lire dans un communiqué de Jeanne Lescure.",
        [("Rien n'est signé", "full", "Jeanne Lescure")],
    ),
    (
        "fr",
        "« Rien n'est perdu », indique un communiqué de Jeanne Lescure à Alain Brossard.",
        [("Rien n'est perdu", "full", "Jeanne Lescure")],
    ),
    (
        "fr",
        "« Rien n'est joué », a-t-on appris auprès de Jeanne Lescure.",
        [("Rien n'est joué", "full", "Jeanne Lescure")],
    ),
    (
        "fr",
        "« Tout est à revoir », conclut le rapport remis à Alain Brossard.",
        [("Tout est à revoir", "full", "rapport")],
    ),
    (
        "fr",
        "Alain Brossard rapporte ces mots de Jeanne Lescure : « Je pars. »",
        [("Je pars.", "full", "Jeanne Lescure")],
    ),
    # A list of words behind one colon.
    (
        "fr",
        "Jeanne Lescure n'a pas de mots assez durs : « un piège », « une farce ».",
        [("un piège", "full", "Jeanne Lescure"), ("une farce", "full", "Jeanne Lescure")],
    ),
    # Several adverbials between the verb and who it is; a participle is no calling.
    (
        "fr",
        "« Je pars », avait promis, la veille, devant Alain Brossard, Jeanne Lescure.",
        [("Je pars", "full", "Jeanne Lescure")],
    ),
    (
        "fr",
        "Alain Brossard, accusé par Jeanne Lescure de « fuir », a souri.",
        [("fuir", "partial", "Jeanne Lescure")],
    ),
    # What the words are called, behind them.
    (
        "fr",
        "Alain Brossard est sorti. « C'est fini » : le mot est de Jeanne Lescure.",
        [("C'est fini", "full", "Jeanne Lescure")],
    ),
    (
        "fr",
        "Les accusations de « trahison » de Jeanne Lescure ont blessé Alain Brossard.",
        [("trahison", "partial", "Jeanne Lescure")],
    ),
    (
        "fr",
        "Les accusations de « complot » portées par Jeanne Lescure visent Alain Brossard.",
        [("complot", "partial", "Jeanne Lescure")],
    ),
    # Relative clauses are about whom they stand beside, and keep their subjects.
    (
        "fr",
        "Jeanne Lescure a interrogé Alain Brossard, qui assume : « J'ai agi seul. »",
        [("J'ai agi seul.", "full", "Alain Brossard")],
    ),
    (
        "fr",
        "L'association que préside Jeanne Lescure accuse Alain Brossard d'« escroquerie ».",
        [("escroquerie", "partial", "association")],
    ),
    (
        "fr",
        "Jeanne Lescure, selon qui « le port se vide », a reçu Alain Brossard.",
        [("le port se vide", "partial", "Jeanne Lescure")],
    ),
    # Beside somebody “on” is theirs; what one shows of oneself one says.
    (
        "fr",
        "Du côté de Jeanne Lescure, on dénonce « un abandon ».",
        [("un abandon", "partial", "Jeanne Lescure")],
    ),
    (
        "fr",
        "Jeanne Lescure affiche sa « confiance » malgré Alain Brossard.",
        [("confiance", "partial", "Jeanne Lescure")],
    ),
    (
        "fr",
        "Un rapport remis à Alain Brossard pointe des « manquements graves ».",
        [("manquements graves", "partial", "rapport")],
    ),
    # What somebody is by another's deed, they say themselves; but not what they are blamed for.
    (
        "fr",
        "Jeanne Lescure se dit « préoccupée » par Alain Brossard.",
        [("préoccupée", "partial", "Jeanne Lescure")],
    ),
    (
        "fr",
        "Jeanne Lescure s'est sentie « trahie » par Alain Brossard.",
        [("trahie", "partial", "Jeanne Lescure")],
    ),
    (
        "fr",
        "Jeanne Lescure est convaincue d'avoir été « trahie » par Alain Brossard.",
        [("trahie", "partial", "Jeanne Lescure")],
    ),
    (
        "fr",
        "Jeanne Lescure est persuadée qu'Alain Brossard « se cache ».",
        [("se cache", "partial", "Jeanne Lescure")],
    ),
    # A time is nobody.
    (
        "fr",
        "« Il viendra », affirmait le mois dernier, devant Alain Brossard, Jeanne Lescure.",
        [("Il viendra", "full", "Jeanne Lescure")],
    ),
    # Parted from the words by a comma, or by “comme”.
    (
        "fr",
        "Ce « sursaut », que Jeanne Lescure appelle de ses vœux, fait rire Alain Brossard.",
        [("sursaut", "partial", "Jeanne Lescure")],
    ),
    (
        "fr",
        "La « paix », promise par Jeanne Lescure, fait rire Alain Brossard.",
        [("paix", "partial", "Jeanne Lescure")],
    ),
    (
        "fr",
        "Alain Brossard rit de ce que Jeanne Lescure décrit comme une « paix ».",
        [("paix", "partial", "Jeanne Lescure")],
    ),
    # Who is set apart by a pronoun.
    (
        "fr",
        "Alain Brossard se tait, quand Jeanne Lescure, elle, réclame « la paix ».",
        [("la paix", "partial", "Jeanne Lescure")],
    ),
    (
        "fr",
        "Si Alain Brossard se tait, Jeanne Lescure, pour sa part, réclame « une trêve ».",
        [("une trêve", "partial", "Jeanne Lescure")],
    ),
    (
        "fr",
        "« C'est signé », les syndicats en sont convaincus.",
        [("C'est signé", "full", "syndicats")],
    ),
    # Who is named next and says nothing does not hold the office.
    (
        "fr",
        "La patronne du port juge l'accord « mort ». Dans la salle, Jeanne Lescure s'est levée.",
        [("mort", "partial", "patronne du port")],
    ),
]
