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
    # A lesser verb before the saying, and who says so behind it.
    (
        "fr",
        "« Les entreprises respectent la loi », s'est bornée à déclarer sa porte-parole, Lise Roy.",
        [("Les entreprises respectent la loi", "full", "Lise Roy")],
    ),
    (
        "fr",
        "« C'est clos », a fini par lâcher le ministre Ali Hadi.",
        [("C'est clos", "full", "Ali Hadi")],
    ),
    (
        "fr",
        "« Nous restons vigilants », se borne à indiquer la préfecture.",
        [("Nous restons vigilants", "full", "préfecture")],
    ),
    # One's own eyes, and a source that is named by the way.
    (
        "fr",
        "Le ministre Sherko Baban ne décolère pas. A ses yeux, c'est « un signal » de trop.",
        [("un signal", "partial", "Sherko Baban")],
    ),
    (
        "fr",
        "Karim Saadi persiste. De son propre aveu, il a « manqué de prudence ».",
        [("manqué de prudence", "partial", "Karim Saadi")],
    ),
    (
        "fr",
        "Selon un conseiller de la ministre qu'il cite sans le nommer, le texte est « mort-né ».",
        [("mort-né", "partial", "un conseiller de la ministre")],
    ),
    # Whose mot it was, and who answers one.
    (
        "fr",
        "La presse exhume un mot de l'ancien ministre Behrouz Tavakoli : « On attendra. »",
        [("On attendra.", "full", "Behrouz Tavakoli")],
    ),
    (
        "fr",
        "Le président a répondu à un tweet de l'ambassadrice Jane Pell : « Nous verrons. »",
        [("Nous verrons.", "full", "président")],
    ),
    (
        "fr",
        "Un diplomate assure que le message transmis est moins lisse : « Réglez ça. »",
        [("Réglez ça.", "full", "Un diplomate")],
    ),
    # A newspaper by its noun, states of two genders, a people in somebody's speech.
    (
        "fr",
        "Une visite manquée, écrit Al-Masar. « Que négocie-t-on ? » s'interroge le quotidien.",
        [("Que négocie-t-on ?", "full", "Al-Masar")],
    ),
    (
        "fr",
        "Le ton change dans les pages d'Al-Fourat. Le journal célèbre « un succès ».",
        [("un succès", "partial", "Al-Fourat")],
    ),
    (
        "fr",
        "Dans un communiqué commun, la Suisse et Oman évoquent « un pas ».",
        [("un pas", "partial", "Suisse et Oman")],
    ),
    (
        "fr",
        '"Les Américains nous disent «Faites le premier pas». Jamais", a affirmé Kamran Sohrabi.',
        [
            (
                "Les Américains nous disent «Faites le premier pas». Jamais",
                "full",
                "Kamran Sohrabi",
            ),
            ("Faites le premier pas", "full", "Américains"),
        ],
    ),
    (
        "fr",
        "Le ministre Ali Hadi l'accuse de « mentir ».",
        [("mentir", "partial", "Ali Hadi")],
    ),
]
