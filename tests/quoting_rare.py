"""Sentences such as dispatches rarely have: nobody who speaks, words of number, odd marks; see
quoting.py.
"""

# ruff: noqa: E501

from tests.quoting import Case

RARE: list[Case] = [
    ("fr", 'Selon certains, le vote était "une farce".', [("une farce", "term", None)]),
    ("fr", 'Ses yeux "de braise" fixaient la salle.', [("de braise", "term", None)]),
    (
        "en",
        'According to a report, the plan is "dead on arrival".',
        [("dead on arrival", "partial", "report")],
    ),
    (
        "fr",
        "Karim Salem comparaît lundi. \"Je n'ai rien fait\", a dit l'accusé.",
        [("Je n'ai rien fait", "full", "Karim Salem")],
    ),
    (
        "fr",
        "Le ministre a reçu l'émissaire pour l'Irak, la Norvégienne Ingrid Holm, pour qui la paix est \"proche\".",
        [("proche", "partial", "Ingrid Holm")],
    ),
    ("en", '"It was fun," said Oh Seung-yeon.', [("It was fun,", "full", "Oh Seung-yeon")]),
    (
        "fr",
        'Belge de naissance, Luc Rey dit être "chez lui".',
        [("chez lui", "partial", "Luc Rey")],
    ),
    ("fr", 'Personne n\'a bougé : "Assez".', [("Assez", "full", None)]),
    ("fr", 'Son message est clair : "Partez".', [("Partez", "full", None)]),
    (
        "fr",
        'Alors que l\'on frôlait la rupture, Luc Rey sourit : "Assez".',
        [("Assez", "full", "Luc Rey")],
    ),
    ("en", 'Mia Odeh\'s message was simple: "Stay home".', [("Stay home", "full", "Mia Odeh")]),
    ("fr", 'Une dame âgée a crié "au secours".', [("au secours", "partial", "Une dame âgée")]),
    (
        "en",
        'One of those in the room said it was "a farce".',
        [("a farce", "partial", "One of those in the room")],
    ),
    (
        "en",
        'One of those evacuated described "a nightmare".',
        [("a nightmare", "partial", "One of those evacuated")],
    ),
    (
        "en",
        'One of those who was hurt said it was "a farce".',
        [("a farce", "partial", "One of those who was hurt")],
    ),
    (
        "en",
        'Paul Smith, quoted by the agency as saying it was "a farce", left.',
        [("a farce", "partial", "Paul Smith")],
    ),
    ("fr", "« J'ai peur » : dans le camp, une femme attend.", [("J'ai peur", "full", None)]),
    (
        "fr",
        'Le Comité de défense de Sadr City a dénoncé "un abus".',
        [("un abus", "partial", "Comité de défense de Sadr City")],
    ),
    (
        "en",
        '"We walked all night," softly whistled Paul Smith.',
        [("We walked all night,", "full", "Paul Smith")],
    ),
    (
        "en",
        '"We walked all night," came the reply from Paul Smith.',
        [("We walked all night,", "full", "Paul Smith")],
    ),
    (
        "en",
        '"We walked all night," read the sign at the old gate.',
        [("We walked all night,", "full", None)],
    ),
    ("fr", 'Ils se sont dits "soulagés".', [("soulagés", "partial", None)]),
    ("fr", 'Le nom du livre est "perdu".', [("perdu", "term", None)]),
    (
        "en",
        '"No," said Paul Smith. The guard\'s superiors, who knew, were "shocked".',
        [("No,", "full", "Paul Smith"), ("shocked", "term", None)],
    ),
    (
        "fr",
        'Luc Rey est visé. Le principal intéressé a nié "toute faute".',
        [("toute faute", "partial", "Luc Rey")],
    ),
    ("fr", "L'opposition l'accuse de \"trahison\".", [("trahison", "partial", "opposition")]),
    (
        "fr",
        '"Tout va bien", assure, un rien bravache, Luc Petit.',
        [("Tout va bien", "full", "Luc Petit")],
    ),
    (
        "fr",
        'Un des témoins présents a décrit "un enfer".',
        [("un enfer", "partial", "Un des témoins présents")],
    ),
    (
        "en",
        'Her Conservative shadow, Giles Harcourt, said it was "a farce".',
        [("a farce", "partial", "Giles Harcourt")],
    ),
    (
        "en",
        'The boss of the Danish company Kloss said it was "over".',
        [("over", "partial", "boss of the Danish company Kloss")],
    ),
    (
        "fr",
        "Paul Durand a annoncé une visite, les députés ont voté à une large majorité un texte sur la "
        '"souveraineté nationale".',
        [("souveraineté nationale", "term", None)],
    ),
    (
        "en",
        'Paul Smith\'s remark about "ghosts" closed the "long road" for good.',
        [("ghosts", "partial", "Paul Smith"), ("long road", "term", None)],
    ),
    (
        "en",
        '"We are done," said his bandmate, Karim Saleh, on Monday.',
        [("We are done,", "full", "Karim Saleh")],
    ),
    (
        "en",
        'A contractor was jailed after a judge told him he was greedy. "I regret it," said Tom Reed.',
        [("I regret it,", "full", "Tom Reed")],
    ),
    (
        "en",
        '"Where?" "There," Paul Smith said.',
        [("Where?", "full", "Paul Smith"), ("There,", "full", "Paul Smith")],
    ),
    (
        "en",
        'A person who declined to be named said it was "a farce".',
        [("a farce", "partial", "A person")],
    ),
    (
        "fr",
        'Que dit le texte ? Que l\'Etat "garantit la paix".',
        [("garantit la paix", "term", None)],
    ),
    (
        "fr",
        'Le capitaine a toujours déplié "la plus belle soirée de sa vie".',
        [("la plus belle soirée de sa vie", "partial", "capitaine")],
    ),
    (
        "fr",
        'La nuit a déplié "la plus belle soirée de sa vie".',
        [("la plus belle soirée de sa vie", "term", None)],
    ),
    (
        "en",
        'Two men met: Paul Smith and Ben Reed said it was "fun". The two men called it "a start".',
        [
            ("fun", "partial", "Paul Smith and Ben Reed"),
            ("a start", "partial", "Paul Smith and Ben Reed"),
        ],
    ),
    (
        "fr",
        'L\'attaque a fait dix morts. Le groupe Ansar avait revendiqué un tir. "Dieu est grand", affirme le communiqué.',
        [("Dieu est grand", "full", "Ansar")],
    ),
    (
        "fr",
        'Le communiqué de la présidence dénonce "un abus".',
        [("un abus", "partial", "présidence")],
    ),
    (
        "en",
        'Paul Smith agreed to "go on", the state agency reported.',
        [("go on", "partial", "Paul Smith")],
    ),
    (
        "fr",
        "« Un « deux « trois « quatre « cinq » six » sept » huit » neuf », a dit Luc Rey.",
        [
            ("Un « deux « trois « quatre « cinq » six » sept » huit » neuf", "full", "Luc Rey"),
            ("deux « trois « quatre « cinq » six » sept » huit", "term", None),
            ("trois « quatre « cinq » six » sept", "term", None),
            ("quatre « cinq » six", "term", None),
        ],
    ),
    (
        "fr",
        "« Un.\n\n « Deux. », a dit Luc Rey.",
        [("Un.", "full", "Luc Rey"), ("Deux.", "full", "Luc Rey")],
    ),
    (
        "en",
        "\"The mayor wept. He said, 'Go,'\" Paul Smith said.",
        [("The mayor wept. He said, 'Go,'", "full", "Paul Smith"), ("Go,", "full", "mayor")],
    ),
    (
        "en",
        "\"My colleague said, 'Go,'\" a woman shouted.",
        [("My colleague said, 'Go,'", "full", "a woman"), ("Go,", "full", "My colleague")],
    ),
    (
        "en",
        "\"My boss came in. He said, 'Go,'\" Paul Smith said.",
        [("My boss came in. He said, 'Go,'", "full", "Paul Smith"), ("Go,", "full", "My boss")],
    ),
    (
        "en",
        "\"My father was here and he said, 'Go,'\" Paul Smith said.",
        [
            ("My father was here and he said, 'Go,'", "full", "Paul Smith"),
            ("Go,", "full", "My father"),
        ],
    ),
    (
        "en",
        "\"He phoned me and said, 'I am safe,'\" said Umm Saif, whose son was killed.",
        [("He phoned me and said, 'I am safe,'", "full", "Umm Saif"), ("I am safe,", "full", None)],
    ),
    (
        "en",
        "A woman wept on the road. \"And then she said, 'Go,'\" Paul Smith said.",
        [("And then she said, 'Go,'", "full", "Paul Smith"), ("Go,", "full", "A woman")],
    ),
    ("en", 'In the end, only words:\n\n"We stay here."', [("We stay here.", "full", None)]),
    (
        "fr",
        "« Nous partirons. » La phrase a été prononcée par Luc Rey.",
        [("Nous partirons.", "full", "Luc Rey")],
    ),
    ("fr", 'Le ministre et le maire ont parlé. Le second a dit "non".', [("non", "partial", None)]),
    ("fr", 'Et d\'ajouter : "Partons".', [("Partons", "full", None)]),
    ("fr", 'M. Ali Rey est venu. Mme Rey a dit "non".', [("non", "partial", "Rey")]),
    (
        "fr",
        'Luc Rey porte la "marque de fabrique" du parti.',
        [("marque de fabrique", "term", None)],
    ),
    ("en", 'On Monday it then quickly again rose to "a record".', [("a record", "term", None)]),
    (
        "fr",
        'Rien. Le porte-parole du Pentagone a dit "non".',
        [("non", "partial", "porte-parole du Pentagone")],
    ),
    (
        "en",
        'The group (IAEA, Vienna) said "no". The Atomic Agency (IAEA, Vienna) said "no".',
        [("no", "partial", "group"), ("no", "partial", "Atomic Agency")],
    ),
    (
        "en",
        'Pfc. Dan Reyes said the base was "a furnace".',
        [("a furnace", "partial", "Dan Reyes")],
    ),
    (
        "en",
        'Cpl. Tom Hart called it "a mess". "We hold," Supt. Mary Coe said.',
        [("a mess", "partial", "Tom Hart"), ("We hold,", "full", "Mary Coe")],
    ),
    (
        "fr",
        'Lina Marsh a vu ce qu\'elle nomme "un désert".',
        [("un désert", "partial", "Lina Marsh")],
    ),
    ("fr", 'On a bâti ce que l\'on appelle un "plan bleu".', [("plan bleu", "term", None)]),
]
