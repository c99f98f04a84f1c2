"""Newswire sentences for sources: callings, relatives, the unnamed, and whose words they were."""

# ruff: noqa: E501

from tests.quoting import Case

SOURCES: list[Case] = [
    # Names that a capital goes on with, behind a small word.
    (
        "fr",
        "Selon Anneke de Wit, analyste chez Borel, « le marché a été déçu ».",
        [("le marché a été déçu", "full", "Anneke de Wit")],
    ),
    (
        "fr",
        "Les Unités du Désert ont salué leurs « martyrs ».",
        [("martyrs", "partial", "Unités du Désert")],
    ),
    (
        "fr",
        "L'association Voyageurs du Nord a dénoncé un « énième mépris ».",
        [("énième mépris", "partial", "Voyageurs du Nord")],
    ),
    (
        "fr",
        "L'ONG Terres d'accueil a dénoncé des retours « contraints et mal préparés ».",
        [("contraints et mal préparés", "partial", "Terres d'accueil")],
    ),
    (
        "fr",
        "« C'est injuste », a réagi l'Union pour la Méditerranée jeudi.",
        [("C'est injuste", "full", "Union pour la Méditerranée")],
    ),
    (
        "fr",
        "Selon le Conseil supérieur de la magistrature, « la mesure est injuste ».",
        [("la mesure est injuste", "full", "Conseil supérieur de la magistrature")],
    ),
    (
        "fr",
        "La coalition Ensemble pour l'eau a dénoncé « une mesure ».",
        [("une mesure", "partial", "Ensemble pour l'eau")],
    ),
    (
        "fr",
        "Le roi Abdallah II a dénoncé « une mesure ».",
        [("une mesure", "partial", "Abdallah II")],
    ),
    (
        "fr",
        "« Non », a déclaré la procureure de la République Anne Gil.",
        [("Non", "full", "Anne Gil")],
    ),
    (
        "fr",
        "« Non », a déclaré le commandant en chef des forces kurdes, Sirwan Barzani.",
        [("Non", "full", "Sirwan Barzani")],
    ),
    (
        "en",
        '"It is unjust," the Norwegian Refugee Council said Thursday.',
        [("It is unjust,", "full", "Norwegian Refugee Council")],
    ),
    (
        "en",
        'The Kurdistan Democratic Party said it was "unjust".',
        [("unjust", "partial", "Kurdistan Democratic Party")],
    ),
    (
        "en",
        'The Committee to Protect Lawyers said it was "unjust".',
        [("unjust", "partial", "Committee to Protect Lawyers")],
    ),
    (
        "en",
        'The Gulf Cooperation Bank said it was "unjust".',
        [("unjust", "partial", "Gulf Cooperation Bank")],
    ),
    (
        "en",
        '"It is unjust," the American University in Sulaimani said.',
        [("It is unjust,", "full", "American University in Sulaimani")],
    ),
    (
        "en",
        '"It is unjust," said Peshmerga Maj. Gen. Rebwar Aziz.',
        [("It is unjust,", "full", "Rebwar Aziz")],
    ),
    # Where a source works belongs to the words for it; where something was said does not.
    (
        "en",
        '"It is slow," said an engineer working at the site.',
        [("It is slow,", "full", "an engineer working at the site")],
    ),
    (
        "en",
        'An official at the foreign ministry said it was "slow".',
        [("slow", "partial", "An official at the foreign ministry")],
    ),
    (
        "en",
        '"No," said the mayor at the opening of a school.',
        [("No,", "full", "mayor")],
    ),
    (
        "fr",
        "« Non », a dit une source au sein du gouvernement.",
        [("Non", "full", "une source au sein du gouvernement")],
    ),
    # A calling behind a name is whoever bears it; a fronted place, a bracket, a verb that is a calling too.
    (
        "fr",
        "« Ma fille est libre », a confié sa mère, Souad Atiya, 61 ans, une institutrice à la retraite, un portrait contre elle. « Elle a ri », raconte l'institutrice.",
        [("Ma fille est libre", "full", "Souad Atiya"), ("Elle a ri", "full", "Souad Atiya")],
    ),
    (
        "fr",
        "Au camp de Debaga, Hadla Murad, veuve et mère de six enfants, attend. « Je leur ai montré la photo », raconte-t-elle.",
        [("Je leur ai montré la photo", "full", "Hadla Murad")],
    ),
    (
        "fr",
        "Le gérant d'un foyer de Rezé (Loire-Atlantique), Gilles Morvan, a reconnu « des oublis ».",
        [("des oublis", "partial", "Gilles Morvan")],
    ),
    (
        "fr",
        "Rachel Kimball, chercheuse à l'Institut des études du Golfe, juge l'accord « fragile ».",
        [("fragile", "partial", "Rachel Kimball")],
    ),
    ("fr", "Son rival Ali Benamar la juge « brutale ».", [("brutale", "partial", "Ali Benamar")]),
    (
        "fr",
        "« On part », a déclaré à des journalistes la coordinatrice humanitaire, Ilse Brandvold.",
        [("On part", "full", "Ilse Brandvold")],
    ),
    (
        "fr",
        "Dans un courrier adressé au préfet, la maire Josiane Petit écrit : « Nos administrés sont à bout. »",
        [("Nos administrés sont à bout.", "full", "Josiane Petit")],
    ),
    (
        "en",
        "The son of a miner, David Whitlow joined the union at 18. “It was that or nothing,” he said.",
        [("It was that or nothing,", "full", "David Whitlow")],
    ),
    (
        "en",
        "“I drew that bridge myself,” boasted Gerald Mason, a retired engineer.",
        [("I drew that bridge myself,", "full", "Gerald Mason")],
    ),
    (
        "en",
        "The Seafarers' Federation, which represents 640 crew, accused Celtic Lines of ‘bargaining by press release’.",
        [("bargaining by press release", "partial", "Seafarers' Federation")],
    ),
    (
        "en",
        "Jerome Vial has filed a complaint. His employer, Batiplus, denies wrongdoing. “I kept everything,” he said.",
        [("I kept everything,", "full", "Jerome Vial")],
    ),
    # Whose relative it is; those present; who is nobody by name.
    (
        "fr",
        "« Il est mort », a affirmé la mère du journaliste Karim Adel.",
        [("Il est mort", "full", "mère du journaliste Karim Adel")],
    ),
    (
        "fr",
        "Gilles Morvan s'est tu. « C'est faux », a crié depuis le banc le père de l'une des victimes.",
        [("C'est faux", "full", "père de l'une des victimes")],
    ),
    (
        "fr",
        "Selon l'une des personnes présentes, le ton est « vite monté ».",
        [("vite monté", "partial", "l'une des personnes présentes")],
    ),
    (
        "fr",
        "Certains députés dénoncent « un passage en force ».",
        [("un passage en force", "partial", "Certains députés")],
    ),
    (
        "en",
        "“He was never political,” said the mother of journalist Karim Adel.",
        [("He was never political,", "full", "mother of journalist Karim Adel")],
    ),
    (
        "en",
        "The talks broke down “in a minute,” according to one of those present.",
        [("in a minute,", "partial", "one of those present")],
    ),
    (
        "en",
        "Three of the wounded said they had seen “two men on a motorbike.”",
        [("two men on a motorbike.", "partial", "Three of the wounded")],
    ),
    (
        "en",
        "Someone close to the family called it “a disgrace.”",
        [("a disgrace.", "partial", "Someone close to the family")],
    ),
    (
        "en",
        "An old man stepped forward and asked: “What about our homes?”",
        [("What about our homes?", "full", "An old man")],
    ),
    (
        "en",
        "“Nobody will believe us,” a young woman in the crowd shouted.",
        [("Nobody will believe us,", "full", "a young woman")],
    ),
    # Who a speech quotes, though unnamed.
    (
        "fr",
        "« Une voisine a crié : “Sortez !” et nous avons couru », se souvient Salma Hadi.",
        [
            ("Une voisine a crié : “Sortez !” et nous avons couru", "full", "Salma Hadi"),
            ("Sortez !", "full", "Une voisine"),
        ],
    ),
    (
        "fr",
        "« Mon père m'a prise à part. Il m'a dit : “Ne reviens pas” », a confié Dalal Qassem.",
        [
            ("Mon père m'a prise à part. Il m'a dit : “Ne reviens pas”", "full", "Dalal Qassem"),
            ("Ne reviens pas", "full", "Mon père"),
        ],
    ),
    (
        "fr",
        "« Nous avons répondu : “Jamais sans garanties” », a expliqué le négociateur Ali Rostami.",
        [
            ("Nous avons répondu : “Jamais sans garanties”", "full", "Ali Rostami"),
            ("Jamais sans garanties", "full", "Ali Rostami"),
        ],
    ),
    (
        "en",
        "“The doctor told me, ‘Go home,’ and I did,” said John Mallet.",
        [
            ("The doctor told me, ‘Go home,’ and I did,", "full", "John Mallet"),
            ("Go home,", "full", "doctor"),
        ],
    ),
    (
        "en",
        "“My father took me aside. He said, ‘Do not come back,’” Dalal Qassem recalled.",
        [
            ("My father took me aside. He said, ‘Do not come back,’", "full", "Dalal Qassem"),
            ("Do not come back,", "full", "My father"),
        ],
    ),
    # A paragraph about one person; whose words a message or a view is.
    (
        "fr",
        "Jacqueline Morel n'oublie pas cette nuit. Le feu est parti de l'entrepôt voisin.\n\n« J'ai pris le chat et je suis descendue. »",
        [("J'ai pris le chat et je suis descendue.", "full", "Jacqueline Morel")],
    ),
    (
        "fr",
        "Mark Delaney est resté évasif. « Nous ne commentons pas », s'est borné à dire le porte-parole du Pentagone.",
        [("Nous ne commentons pas", "full", "Mark Delaney")],
    ),
    (
        "fr",
        "Nabil Cherif attend. Son avocat, Me Dubreuil, a déposé un recours.\n\n« Je veux juste lui parler », souffle le jeune homme.",
        [("Je veux juste lui parler", "full", "Nabil Cherif")],
    ),
    (
        "fr",
        "Le prévenu Thierry Maslard s'est levé. A l'en croire, la comptable a bâti « un roman ».",
        [("un roman", "partial", "Thierry Maslard")],
    ),
    (
        "fr",
        "Le message de la Maison Blanche est clair : « Pas un dollar de plus. »",
        [("Pas un dollar de plus.", "full", "Maison Blanche")],
    ),
    (
        "fr",
        "Selon Washington, Téhéran cherche à « gagner du temps ».",
        [("gagner du temps", "partial", "Washington")],
    ),
    (
        "en",
        "“No way.” The answer from Mayor Alan Joyce was swift.",
        [("No way.", "full", "Alan Joyce")],
    ),
    (
        "en",
        "In the words of one European diplomat, the meeting was “a waste of a good lunch.”",
        [("a waste of a good lunch.", "partial", "one European diplomat")],
    ),
    (
        "en",
        "In Mrs. Holt's view, the treaty is “a blank check.”",
        [("a blank check.", "partial", "Holt")],
    ),
    (
        "en",
        "Steven Marchetti, chief operating officer of Meridian Rail, apologized to passengers. “We fell short,” the executive said.",
        [("We fell short,", "full", "Steven Marchetti")],
    ),
]
