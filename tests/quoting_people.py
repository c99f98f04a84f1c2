"""Newswire sentences for whom a text means: quotation, kind, speaker."""

# ruff: noqa: E501

from tests.quoting import Case

PEOPLE: list[Case] = [
    # What an office is for, and a name between dashes.
    ("en", 'Minister for Children Siobhan Daly appealed for what she called "a little patience".', [("a little patience", "partial", "Siobhan Daly")]),
    ("en", 'There was no comment from the governor, but her deputy -- Rawa Karim -- called the claims "baseless".', [("baseless", "partial", "Rawa Karim")]),
    ("en", 'Under Secretary Marcus Hale defended the raids as "precise and necessary".', [("precise and necessary", "partial", "Marcus Hale")]),
    ("en", 'MUMBAI: The Bombay High Court on Monday pulled up the police for what it called "a casual approach".', [("a casual approach", "partial", "Bombay High Court")]),
    ("en", 'The charity Second Chance, which works in 40 jails, says inmates were "forgotten".', [("forgotten", "partial", "Second Chance")]),
    ("en", 'A shadowy faction, Guardians of the Marsh, claimed the raid. "This is a warning," it said.', [("This is a warning,", "full", "Guardians of the Marsh")]),
    # Whose a participle is; what many call something.
    ("en", 'The Foreign Ministry, in a statement, praised "the spirit of good neighbours" shown by Tehran.', [("the spirit of good neighbours", "partial", "Foreign Ministry")]),
    ("en", 'The advisers will stay as part of what officials describe as an "enduring partnership".', [("enduring partnership", "term", None)]),
    # Who "they" are, what "it" wants, whom a sentence is about.
    ("en", 'Anna Reid and Mike Shaw, who met at the centre, were painting. "We are home," they said.', [("We are home,", "full", "Anna Reid and Mike Shaw")]),
    ("en", 'The union Fair Harvest says its members are "exhausted". It wants "a decent wage".', [("exhausted", "partial", "Fair Harvest"), ("a decent wage", "partial", "Fair Harvest")]),
    ("en", 'The Health Service rejected that account. In a statement it said it had been "ready to talk".', [("ready to talk", "partial", "Health Service")]),
    ("en", 'Norvex said on Monday it would cut 400 jobs. The company blamed "weak demand".', [("weak demand", "partial", "Norvex")]),
    ("en", 'Meridian Rail apologised on Friday. The operator said services would be "back to normal".', [("back to normal", "partial", "Meridian Rail")]),
    ("en", 'Nick Tanner has resigned. His agent, Ray Hill, said it was "a disgrace". As for Tanner, he is in no hurry. "Call me later," he said.', [("a disgrace", "partial", "Ray Hill"), ("Call me later,", "full", "Nick Tanner")]),
    # The two who were named, and two whom nobody named.
    ("en", 'Luc Bern met Anna Reid in Oslo. “We agree,” the two men said.', [("We agree,", "full", "Luc Bern and Anna Reid")]),
    ("en", 'Ann Lee, Bo Hart and Cy Moss met. “No,” the two men said.', [("No,", "full", "men")]),
    # Whose the words before a colon are.
    ("fr", "Réponse du ministre Paul Rey : « Non, jamais. »", [("Non, jamais.", "full", "Paul Rey")]),
    ("fr", "C'est l'avis de Luc Bastide : « Rien ne va plus. »", [("Rien ne va plus.", "full", "Luc Bastide")]),
    ("fr", "Une voix, au fond : « Rien ne va plus. »", [("Rien ne va plus.", "full", "Une voix")]),
    ("fr", "Chez Anna Roy, un seul mot : « Jamais. »", [("Jamais.", "full", "Anna Roy")]),
    ("fr", "Pour Paul Rey, une seule issue : « Rien ne va plus. »", [("Rien ne va plus.", "full", "Paul Rey")]),
    ("fr", "Dans la salle, la colère de Paul Rey : « Rien ne va plus. »", [("Rien ne va plus.", "full", "Paul Rey")]),
    ("fr", "Alors que l'on frôlait la rupture, Anna Roy : « Rien ne va plus. »", [("Rien ne va plus.", "full", "Anna Roy")]),
    ("fr", "On l'entend dire ; Anna Roy, elle : « Rien ne va plus. »", [("Rien ne va plus.", "full", "Anna Roy")]),
    ("fr", "Le message de la Maison Blanche : « Rien ne va plus. »", [("Rien ne va plus.", "full", "Maison Blanche")]),
    ("fr", "Paul Rey a parlé. Son verdict : « Rien ne va plus. »", [("Rien ne va plus.", "full", "Paul Rey")]),
    ("en", "There were two words from Ann Lee: “Stay home.”", [("Stay home.", "full", "Ann Lee")]),
    ("en", "Then came Ann Lee's parting words: “Stay home.”", [("Stay home.", "full", "Ann Lee")]),
    ("en", "Ann Lee has decided. Her message to them: “Stay home.”", [("Stay home.", "full", "Ann Lee")]),
    ("en", "“Nothing works,” came the reply from Ann Lee.", [("Nothing works,", "full", "Ann Lee")]),
    # Who is before a court, named late.
    ("en", 'A man arrested over the fire has told a court he was "asleep". The man, identified as Kyle Dorsey, 34, denied it.', [("asleep", "partial", "Kyle Dorsey")]),
    ("en", 'The suspect told investigators he had acted "alone". Ahmed Saleh, 29, was detained on Sunday.', [("alone", "partial", "Ahmed Saleh")]),
    ("en", 'The chief constable has ruled it out. "No," said Colin Baird, who leads the force. The chief constable accused his critics of "playing to the gallery".', [("No,", "full", "Colin Baird"), ("playing to the gallery", "partial", "Colin Baird")]),
    # Banners are not what a crowd beside them says.
    ("en", 'In London, where some 60 people gathered in the rain, a banner read: "They kept their word".', [("They kept their word", "full", None)]),
    # A verb goes with the nearest of its own tense.
    ("fr", "Sa porte-parole, Nadia Ferhat, rappelle que l'entreprise a proposé une prime et juge \"incompréhensible\" le refus.", [("incompréhensible", "partial", "Nadia Ferhat")]),
    # Who holds two offices, a feminine counterpart, a minister who is no Premier ministre.
    ("fr", "« On ne peut pas », fait valoir la présidente et cheffe de la direction, Isabelle Thiffault.", [("On ne peut pas", "full", "Isabelle Thiffault")]),
    ("fr", "Il a vu son homologue turque, Nilgün Aksoy. Mme Aksoy ne l'entend pas ainsi. Elle évoque \"une sécheresse\".", [("une sécheresse", "partial", "Nilgün Aksoy")]),
    ("fr", 'Le secrétaire américain au Trésor, Warren Keeble, a vu le Premier ministre Haidar al-Jaberi. "Non", lui a répondu le ministre américain.', [("Non", "full", "Warren Keeble")]),
    # Unnamed sources, callings, offices named behind the words.
    ("fr", "Selon un diplomate occidental, qui a requis l'anonymat, le Pentagone veut rester. \"Un soldat reste un soldat\", souligne cette source.", [("Un soldat reste un soldat", "full", "un diplomate occidental")]),
    ("fr", "Pour Jean-Marc Cordier, directeur de l'Institut des rives, c'est « une faute ». Le chercheur y voit « la fin d'une époque ».", [("une faute", "partial", "Jean-Marc Cordier"), ("la fin d'une époque", "partial", "Jean-Marc Cordier")]),
    ("fr", "Le patron du syndicat routier ne décolère pas. « On nous ment », tonne Pascal Gaudry. Le patron promet « un mois agité ».", [("On nous ment", "full", "Pascal Gaudry"), ("un mois agité", "partial", "Pascal Gaudry")]),
    ("fr", 'Pour la sénatrice Paula Santos (Alliance verte), voter ce texte reviendrait à "signer un chèque en blanc".', [("signer un chèque en blanc", "partial", "Paula Santos")]),
    ("fr", "Le Kremlin a réagi par la voix de son porte-parole, Dmitri Sokolov, pour qui il s'agit d'\"une farce\".", [("une farce", "partial", "Dmitri Sokolov")]),
    # Bodies by their nouns: their gender, and the noun alone.
    ("fr", "L'Union des transporteurs menace de reprendre la grève. Elle réclame \"un geste fort\" du gouvernement.", [("un geste fort", "partial", "Union des transporteurs")]),
    ("fr", "Solvay-Nord a confirmé jeudi 240 départs. Le groupe chimique invoque « un contexte dégradé ».", [("un contexte dégradé", "partial", "Solvay-Nord")]),
    ("fr", "L'ONU a déploré \"une escalade inutile\". L'organisation a appelé à \"la plus grande retenue\".", [("une escalade inutile", "partial", "ONU"), ("la plus grande retenue", "partial", "ONU")]),
    # Whom only the speaker knows, and what they said themselves.
    ("fr", "« Mon père répétait : “La mer reprend.” Je l'ai cru », dit Idriss Lamine.", [("Mon père répétait : “La mer reprend.” Je l'ai cru", "full", "Idriss Lamine"), ("La mer reprend.", "full", "Mon père")]),
    ("fr", "« Je leur ai dit très calmement : “Revenez lundi.” Rien », dit Paul Rey.", [("Je leur ai dit très calmement : “Revenez lundi.” Rien", "full", "Paul Rey"), ("Revenez lundi.", "full", "Paul Rey")]),
    ("fr", 'Sur les murs, des affiches proclament: "Le fleuve est à nous".', [("Le fleuve est à nous", "full", None)]),
    # Whose phrase was uttered, what a trade calls something, a surname behind a comma, whom it is for.
    ("fr", "La députée Samira Belhadj a exhumé une phrase prononcée par Étienne Lacombe en 2028, au Sénat : « Un ministre qui menace a perdu. »", [("Un ministre qui menace a perdu.", "full", "Étienne Lacombe")]),
    ("fr", "Le rapport accuse Shatt Energy de recourir à ce que l'industrie appelle pudiquement le « torchage de routine ».", [("torchage de routine", "term", None)]),
    ("fr", "La syndicaliste Valérie Quémener réclame l'abandon de la « badgeuse », surnom donné au nouveau système.", [("badgeuse", "term", None)]),
    ("fr", "Pascal Thiboutot a demandé \"un peu d'air\" pour un groupe \"touché, pas coulé\".", [("un peu d'air", "partial", "Pascal Thiboutot"), ("touché, pas coulé", "partial", "Pascal Thiboutot")]),
    ("fr", "Dans un message sur Telegram, un groupe jusqu'ici inconnu, les Gardiens de la plaine, dit avoir visé \"l'occupant\".", [("l'occupant", "partial", "Gardiens de la plaine")]),
    # An inquit that parts a clause, who stands beside, a point de presse, who speaks for a union.
    ("fr", 'Ankara, a ajouté Hakan Demir, attend "des actes".', [("des actes", "partial", "Hakan Demir")]),
    ("fr", "« On part », dit Mariam Keita. En face, Oumar Touré, boucher, hausse les épaules. « Elle a raison. »", [("On part", "full", "Mariam Keita"), ("Elle a raison.", "full", "Oumar Touré")]),
    ("fr", "\"La Chine n'acceptera aucun chantage\", a martelé lors d'un point de presse Liu Wenbo, son porte-parole.", [("La Chine n'acceptera aucun chantage", "full", "Liu Wenbo")]),
    ("fr", "« Et je réponds toujours : “La liste d'abord.” », dit Taha Rawi.", [("Et je réponds toujours : “La liste d'abord.”", "full", "Taha Rawi"), ("La liste d'abord.", "full", "Taha Rawi")]),
    ("en", 'Residents of the marshes say they have been "forgotten by everyone".', [("forgotten by everyone", "partial", "Residents of the marshes")]),
    ("en", 'Drivers from the union warn the deal is "late".', [("late", "partial", "Drivers")]),
    ("en", "The head of the teachers' union accused ministers of \"playing with matches\". Paula Dent told delegates: \"No.\"", [("playing with matches", "partial", "Paula Dent"), ("No.", "full", "Paula Dent")]),
    ("en", 'The system is failing, according to Mona al-Farsi of the consultancy Gulf Grid Partners, who called it "a patient".', [("a patient", "partial", "Mona al-Farsi")]),
    ("en", 'The operator, Hebridean Line, was sorry. In an email to customers, it promised: "All will be paid."', [("All will be paid.", "full", "Hebridean Line")]),
    ("en", 'Lucia Ramos sells coffee outside the embassy with her son, Mateo Ramos. "Some cry," her son said.', [("Some cry,", "full", "Mateo Ramos")]),
    ("en", "Interior Minister Fadel Aboud's office said he had been \"misquoted\".", [("misquoted", "partial", "Fadel Aboud's office")]),
    ("en", 'Thames Valley Police held a man. The force appealed for footage, saying it was "keeping an open mind".', [("keeping an open mind", "partial", "Thames Valley Police")]),
]  # fmt: skip
