"""Newswire sentences in French, each for a mechanism of its own: quotation, kind, speaker."""

from tests.quoting import Case

FRENCH: list[Case] = [
    # An office, its complement, a comma and who holds it.
    (
        "fr",
        "A Erbil, l'émissaire américaine pour l'énergie, Rebecca Lind, a souri. « Le pétrole "
        "coulera », a-t-elle promis.",
        [("Le pétrole coulera", "full", "Rebecca Lind")],
    ),
    (
        "fr",
        "L'ambassadeur israélien auprès des Nations unies, Amnon Peleg, a jugé l'idée \"naïve\".",
        [("naïve", "partial", "Amnon Peleg")],
    ),
    # A place that is called after somebody.
    (
        "fr",
        "La place San Martin a explosé : l'avocate Rosaura Quispe a été élue. « Merci », a lancé "
        "la présidente élue.",
        [("Merci", "full", "Rosaura Quispe")],
    ),
    # Whose terms they are.
    (
        "fr",
        'Le ministre Omar Saleh en est sorti "plus fort", selon ses propres mots.',
        [("plus fort", "partial", "Omar Saleh")],
    ),
    (
        "fr",
        'L\'association réclame "un peu de lumière", selon les mots de son président, Layth Rami.',
        [("un peu de lumière", "partial", "Layth Rami")],
    ),
    (
        "fr",
        'Le journal a cité un officier selon lequel "la frappe visait un dépôt".',
        [("la frappe visait un dépôt", "full", "un officier")],
    ),
    # “Ce dernier” can be an institution.
    (
        "fr",
        'Le ministère de la Santé a été critiqué. Ce dernier a promis "des lits".',
        [("des lits", "partial", "ministère de la Santé")],
    ),
    # Whom the sentence is about: “quant à”, an apposition without an article.
    (
        "fr",
        'Nabil Rahim a parlé. Quant au maire de Mossoul, Rami Haddad, il a promis "un hôpital".',
        [("un hôpital", "partial", "Rami Haddad")],
    ),
    (
        "fr",
        "Née à Nadjaf, fille d'un libraire et d'une couturière, Samira Khadim avait étudié à Lyon. "
        'Elle disait n\'éprouver "aucune nostalgie".',
        [("aucune nostalgie", "partial", "Samira Khadim")],
    ),
    (
        "fr",
        "Samira Khadim négocie. Une nuit, alors que l'on frôlait la rupture, elle fit porter des "
        "oranges, avec un billet : « Mangez, nous ne partirons pas. »",
        [("Mangez, nous ne partirons pas.", "full", "Samira Khadim")],
    ),
    # What is promised is no subject.
    (
        "fr",
        "Leur avocate, Khady Sarr, auteure d'un essai remarqué, « La Mer confisquée », promet de "
        "faire citer les relevés bancaires « ligne par ligne ».",
        [("La Mer confisquée", "term", None), ("ligne par ligne", "partial", "Khady Sarr")],
    ),
    # Banners, and what is read there.
    (
        "fr",
        "Dans le virage nord, une banderole proclamait « Bassora n'oublie pas », en mémoire des "
        "quatre supporteurs morts en janvier.",
        [("Bassora n'oublie pas", "full", None)],
    ),
    (
        "fr",
        "Le département d'Etat a fait savoir qu'il « regrettait » les pertes. « L'Irak est un "
        "partenaire », y lit-on.",
        [
            ("regrettait", "partial", "département d'Etat"),
            ("L'Irak est un partenaire", "full", "département d'Etat"),
        ],
    ),
    # Whom something moves says so.
    (
        "fr",
        "Ni l'un ni l'autre n'ont convaincu Zahra Mustafa, infirmière. « Ils passent, puis ils "
        "oublient. »",
        [("Ils passent, puis ils oublient.", "full", "Zahra Mustafa")],
    ),
    (
        "fr",
        "L'acteur Mathis Korda, révélé par “Les Heures plates” : “Je lui dois tout.”",
        [("Les Heures plates", "term", None), ("Je lui dois tout.", "full", "Mathis Korda")],
    ),
    # An indefinite lead is named where it speaks again.
    (
        "fr",
        'Un ancien directeur du groupe a reconnu que sa hiérarchie "savait tout".\n\n'
        '"Je me doutais bien", a déclaré à la barre Philippe Marcillac, 67 ans.',
        [
            ("savait tout", "partial", "Philippe Marcillac"),
            ("Je me doutais bien", "full", "Philippe Marcillac"),
        ],
    ),
    # A pronoun before its name; one of several.
    (
        "fr",
        "« Jamais », tranche-t-il. Le patron de SolarTech, Hugo Lenoir, refuse de vendre. Ses "
        "actionnaires s'impatientent : « Il faut savoir partir », lâche l'un d'eux.",
        [
            ("Jamais", "full", "Hugo Lenoir"),
            ("Il faut savoir partir", "full", "l'un d'eux"),
        ],
    ),
    (
        "fr",
        '"J\'ai peur pour mes enfants": dans le camp, Oum Mohammed attend depuis trois ans.',
        [("J'ai peur pour mes enfants", "full", "Oum Mohammed")],
    ),
    (
        "fr",
        "Le chef de la tribu, cheikh Hamid al-Jabouri, accuse les milices d'avoir voulu « punir » "
        "les villages.",
        [("punir", "partial", "Hamid al-Jabouri")],
    ),
    # Names: a party's letters, a plural institution, X at a sentence's end.
    (
        "fr",
        'La députée LFI Mathilde Perrin a dénoncé "une honte".',
        [("une honte", "partial", "Mathilde Perrin")],
    ),
    (
        "fr",
        'Les factions pro-iraniennes, elles, crient à la "mascarade".',
        [("mascarade", "partial", "factions pro-iraniennes")],
    ),
    (
        "fr",
        '"Nous tiendrons", a écrit Bruno Lambert sur X. L\'avocat du mouvement, Me Paul Serre, a '
        'dénoncé "un acte arbitraire".',
        [
            ("Nous tiendrons", "full", "Bruno Lambert"),
            ("un acte arbitraire", "partial", "Paul Serre"),
        ],
    ),
    (
        "fr",
        "« Mon client est innocent », a plaidé en marge de l'audience Me Maud Lantier.",
        [("Mon client est innocent", "full", "Maud Lantier")],
    ),
    # A document whose verb is quoted; “s'en prendre à”.
    (
        "fr",
        'Le rapport, publié lundi, "dénonce des actes de torture".',
        [("dénonce des actes de torture", "partial", "rapport")],
    ),
    (
        "fr",
        'Le président Samuel Otieno s\'en est pris mardi aux "ingérences".',
        [("ingérences", "partial", "Samuel Otieno")],
    ),
    # A heading of its own is told by its echo.
    (
        "fr",
        "Luc Rey a dit : « C'est fini. »\n\n« Une page se tourne »\n\nA la mairie, on se tait. "
        "« Une page se tourne, admet la maire, Annaïg Tanguy. La commune vivra. »",
        [
            ("C'est fini.", "full", "Luc Rey"),
            ("Une page se tourne", "full", "Annaïg Tanguy"),
            (
                "Une page se tourne, admet la maire, Annaïg Tanguy. La commune vivra.",
                "full",
                "Annaïg Tanguy",
            ),
        ],
    ),
]
