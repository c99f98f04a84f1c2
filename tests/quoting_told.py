"""Bodies by initials and nation, nobles, claims, what is told of others; see quoting.py."""

from tests.quoting import Case

TOLD: list[Case] = [
    (
        "fr",
        "L'Alliance des forces patriotiques a gagné. « Nous attendrons », écrit l'AFP.",
        [("Nous attendrons", "full", "AFP")],
    ),
    (
        "en",
        "The inquiry's chair, Lord Ashbourne, wrote that families were \"left in the "
        'dark".\n\n"I saw no malice," Ashbourne said.',
        [
            ("left in the dark", "partial", "Lord Ashbourne"),
            ("I saw no malice,", "full", "Lord Ashbourne"),
        ],
    ),
    (
        "en",
        'Baroness Kilbride, who leads the committee, called the treaty "a leap in the fog". '
        '"We need answers," she said.',
        [
            ("a leap in the fog", "partial", "Baroness Kilbride"),
            ("We need answers,", "full", "Baroness Kilbride"),
        ],
    ),
    (
        "en",
        'Lady Tennant said the museum "should never have bought it".',
        [("should never have bought it", "partial", "Lady Tennant")],
    ),
    (
        "en",
        '"It is a scandal," Lord Merrick told peers on Monday. Merrick said he would vote '
        '"against this folly".',
        [
            ("It is a scandal,", "full", "Lord Merrick"),
            ("against this folly", "partial", "Lord Merrick"),
        ],
    ),
    (
        "en",
        'According to Lord Penhale, the plan was "half-baked".',
        [("half-baked", "partial", "Lord Penhale")],
    ),
    (
        "en",
        "Iraq's pleas were ignored, Lady Morven said in her report, because officials \"did "
        'not want to know".',
        [("did not want to know", "partial", "Lady Morven")],
    ),
    (
        "en",
        'The International Monetary Fund, which advises Iraq, was cautious. The step "can '
        'work", the IMF said.',
        [("can work", "partial", "International Monetary Fund")],
    ),
    (
        "en",
        "Ankara says the Kurdistan Workers' Party, or PKK, must leave. A statement issued by "
        'the PKK called it "a joke".',
        [("a joke", "partial", "Kurdistan Workers' Party")],
    ),
    (
        "en",
        'The World Health Organization sent a team. "The water is not safe," the WHO said on '
        "Friday.",
        [("The water is not safe,", "full", "World Health Organization")],
    ),
    (
        "en",
        'The Patriotic Union of Kurdistan walked out. "We were not consulted," the PUK said.',
        [("We were not consulted,", "full", "Patriotic Union of Kurdistan")],
    ),
    (
        "en",
        'The IMF warned of "a hard winter". The International Monetary Fund has lent Iraq $2bn.',
        [("a hard winter", "partial", "International Monetary Fund")],
    ),
    (
        "en",
        "Human Rights Watch published its findings on Monday. HRW said the police had used "
        '"lethal force".',
        [("lethal force", "partial", "Human Rights Watch")],
    ),
    (
        "en",
        "The State Oil Marketing Organization sells Iraqi crude. SOMO said the cargo was "
        '"delayed, not lost".',
        [("delayed, not lost", "partial", "State Oil Marketing Organization")],
    ),
    (
        "fr",
        "Le Fonds monétaire international suit la réforme. Elle peut « rassurer », a estimé "
        "le FMI.",
        [("rassurer", "partial", "Fonds monétaire international")],
    ),
    (
        "fr",
        "L'Organisation mondiale de la santé a envoyé des médecins. \"La situation est "
        "grave\", a dit l'OMS.",
        [("La situation est grave", "full", "Organisation mondiale de la santé")],
    ),
    (
        "fr",
        "Le Trésor américain a gelé leurs avoirs. Ces banques ont permis « le contournement "
        "des sanctions », écrit le Trésor.",
        [("le contournement des sanctions", "partial", "Trésor américain")],
    ),
    (
        "fr",
        '"Nous avons gelé les avoirs", a annoncé le Trésor américain. Le Trésor a parlé '
        'd\'un "réseau".',
        [
            ("Nous avons gelé les avoirs", "full", "Trésor américain"),
            ("réseau", "partial", "Trésor américain"),
        ],
    ),
    (
        "fr",
        'Le Parlement irakien s\'est réuni. Le Parlement a dénoncé "une ingérence".',
        [("une ingérence", "partial", "Parlement irakien")],
    ),
    (
        "en",
        'The U.S. Treasury froze the accounts. The banks were "a lifeline" for militias, the '
        "Treasury said.",
        [("a lifeline", "partial", "U.S. Treasury")],
    ),
    (
        "fr",
        'Le dinar baisse. "Tout le monde achète des dollars", soupire un changeur du quartier '
        "de Mansour.",
        [("Tout le monde achète des dollars", "full", "un changeur du quartier de Mansour")],
    ),
    (
        "en",
        '"Nobody buys now," said a shopkeeper in the Karrada district.',
        [("Nobody buys now,", "full", "a shopkeeper in the Karrada district")],
    ),
    (
        "en",
        'According to two people who attended the meeting, the tone was "icy".',
        [("icy", "partial", "two people who attended the meeting")],
    ),
    (
        "en",
        'Wade Lattimer, 54, was convicted on Wednesday. "He bought silence," prosecutor Peter '
        "Naka told jurors.\n\nJurors heard how Lattimer had sent cash to Baghdad. In one "
        'message shown in court, he instructed a manager to make them "forget the day."',
        [
            ("He bought silence,", "full", "Peter Naka"),
            ("forget the day.", "partial", "Wade Lattimer"),
        ],
    ),
    (
        "en",
        "Turkish Energy Minister Kemal Tuna said his government would appeal, calling the "
        'award "absurd".',
        [("absurd", "partial", "Kemal Tuna")],
    ),
    (
        "en",
        'Prime Minister Ali Zaydan said his country wanted peace, describing the raid as "a '
        'crime".',
        [("a crime", "partial", "Ali Zaydan")],
    ),
    (
        "en",
        "Salma Idris said the guard told her to “come back tomorrow.”",
        [("come back tomorrow.", "partial", "guard")],
    ),
    (
        "en",
        'Residents say they were told only that the water was "safe".',
        [("safe", "term", None)],
    ),
    (
        "en",
        "Turkey closed the crossing and Iraq, which was not warned, protested against "
        '"collective punishment".',
        [("collective punishment", "partial", "Iraq")],
    ),
    (
        "en",
        'On a messaging app, a channel close to the factions praised "the heroes".',
        [("the heroes", "partial", "a channel close to the factions")],
    ),
    (
        "en",
        'A Telegram channel linked to the Badr militia hailed "a great victory".',
        [("a great victory", "partial", "A Telegram channel linked to the Badr militia")],
    ),
    (
        "fr",
        'Sur Telegram, une chaîne proche des factions a salué "les héros de la nuit".',
        [("les héros de la nuit", "partial", "une chaîne proche des factions")],
    ),
    (
        "fr",
        "L'attaque a été revendiquée par les Gardiens de la terre. \"Nos frappes "
        'continueront", affirme le texte.',
        [("Nos frappes continueront", "full", "Gardiens de la terre")],
    ),
    (
        "fr",
        "L'attaque a été revendiquée sur Telegram par les Brigades du Levant, un groupe peu "
        'connu. "Nous recommencerons", affirme le communiqué, accompagné d\'une vidéo.',
        [("Nous recommencerons", "full", "Brigades du Levant")],
    ),
    (
        "en",
        'The attack was claimed by Saraya al-Fajr, a little-known group. "We will be back," '
        "the statement said.",
        [("We will be back,", "full", "Saraya al-Fajr")],
    ),
    (
        "en",
        "The site belonged to Ansar al-Wadi, a militia that is part of the Popular "
        'Mobilization Forces. The group vowed to make them pay "drop by drop".',
        [("drop by drop", "partial", "Ansar al-Wadi")],
    ),
    (
        "en",
        "A tribal elder, Bilal Hadi, said farmers had long complained about arms stored in “a "
        "place where people grow tomatoes.”",
        [("a place where people grow tomatoes.", "partial", "Bilal Hadi")],
    ),
    (
        "en",
        "The land that farmers call “the black earth” has turned white.",
        [("the black earth", "term", None)],
    ),
    (
        "en",
        "Governor Ali Adnan said workers had protested for weeks over “wages that never come.”",
        [("wages that never come.", "partial", "Ali Adnan")],
    ),
    (
        "en",
        "She said families had complained to the council about “water the colour of tea.”",
        [("water the colour of tea.", "partial", None)],
    ),
    (
        "fr",
        'Le Sénat américain a voté. Le Sénat a demandé "un calendrier clair".',
        [("un calendrier clair", "partial", "Sénat américain")],
    ),
    (
        "fr",
        '"Je ferme demain", lâche un cambiste du marché de Kifah.',
        [("Je ferme demain", "full", "un cambiste du marché de Kifah")],
    ),
    (
        "en",
        '"It stinks," said a baker in the Zaafaraniya neighbourhood.',
        [("It stinks,", "full", "a baker in the Zaafaraniya neighbourhood")],
    ),
    (
        "fr",
        "Le ministre des Transports, Adel Rahim, a parlé le premier. « Mon homologue "
        "koweïtien m'a dit : “C'est réglé” », a-t-il raconté.\n\nLe ministre koweïtien des "
        "Transports, Fahd Mutairi, n'a pas commenté.",
        [
            ("Mon homologue koweïtien m'a dit : “C'est réglé”", "full", "Adel Rahim"),
            ("C'est réglé", "full", "Fahd Mutairi"),
        ],
    ),
    (
        "en",
        "\"My counterpart told me, 'It is done,'\" said Transport Minister Adel "
        "Rahim.\n\nKuwait's transport minister, Fahd Mutairi, did not comment.",
        [
            ("My counterpart told me, 'It is done,'", "full", "Adel Rahim"),
            ("It is done,", "full", "Fahd Mutairi"),
        ],
    ),
    (
        "en",
        'The firm said its engineers had warned the ministry, insisting the valve was "sound".',
        [("sound", "partial", "firm")],
    ),
    (
        "en",
        'Rania Saleh said the clerk told her to "bring a man".',
        [("bring a man", "partial", "clerk")],
    ),
    (
        "en",
        'Protesters burned tyres while the governor, who was abroad, appealed for "reason".',
        [("reason", "partial", "governor")],
    ),
]
