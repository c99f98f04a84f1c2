"""Sentences and short dispatches with what is quoted in them: words, kind, speaker."""

# ruff: noqa: E501

Case = tuple[str, str, list[tuple[str, str, str | None]]]

SENTENCES: list[Case] = [
    (
        "fr",
        '"Il faut agir vite", a souligné jeudi devant la presse le ministre allemand des Affaires étrangères, Karl Weber.',
        [
            ("Il faut agir vite", "full", "Karl Weber"),
        ],
    ),
    (
        "fr",
        'La présidente de la Commission européenne Ingrid Sørensen a mis en garde contre "une escalade incontrôlable".',
        [
            ("une escalade incontrôlable", "partial", "Ingrid Sørensen"),
        ],
    ),
    (
        "fr",
        '"Nous ne céderons pas", a martelé à la télévision le président Omar Bakri. "Nous irons jusqu\'au bout", a-t-il ajouté, sous les applaudissements.',
        [
            ("Nous ne céderons pas", "full", "Omar Bakri"),
            ("Nous irons jusqu'au bout", "full", "Omar Bakri"),
        ],
    ),
    (
        "fr",
        'Interrogée par l\'AFP, une porte-parole du ministère a évoqué "un malentendu".',
        [
            ("un malentendu", "partial", "une porte-parole du ministère"),
        ],
    ),
    (
        "fr",
        "\"C'est une honte\", s'indigne Marie Leroux, 54 ans, infirmière à Rouen.",
        [
            ("C'est une honte", "full", "Marie Leroux"),
        ],
    ),
    (
        "fr",
        'Pour l\'économiste Jean Forestier, cette mesure est "un pansement sur une jambe de bois".',
        [
            ("un pansement sur une jambe de bois", "partial", "Jean Forestier"),
        ],
    ),
    (
        "fr",
        'Le texte prévoit des sanctions "effectives, proportionnées et dissuasives".',
        [
            ("effectives, proportionnées et dissuasives", "term", None),
        ],
    ),
    (
        "fr",
        'Les Gardiens du fleuve ont revendiqué le raid et menacé "les intérêts de l\'occupant".',
        [
            ("les intérêts de l'occupant", "partial", "Gardiens du fleuve"),
        ],
    ),
    (
        "fr",
        'L\'Union des personnels au sol déplore "le mépris" de l\'exécutif, le Haut conseil des eaux "un retard".',
        [
            ("le mépris", "partial", "Union des personnels au sol"),
            ("un retard", "partial", "Haut conseil des eaux"),
        ],
    ),
    (
        "fr",
        "\"Nous n'avons pas été consultés\", a regretté l'ancien gouverneur de Bassora Mazen Chalhoub.",
        [
            ("Nous n'avons pas été consultés", "full", "Mazen Chalhoub"),
        ],
    ),
    (
        "fr",
        '"C\'est beaucoup", a commenté une source au fait des discussions. Un responsable kurde proche du dossier a évoqué "un point de départ".',
        [
            ("C'est beaucoup", "full", "une source au fait des discussions"),
            ("un point de départ", "partial", "Un responsable kurde"),
        ],
    ),
    (
        "fr",
        "Le procès de Curtis Landreth s'est ouvert mardi. Le ministre Warren Stackpole y assistait. \"Je suis un vendeur de pompes\", a lancé l'accusé aux journalistes.",
        [
            ("Je suis un vendeur de pompes", "full", "Curtis Landreth"),
        ],
    ),
    (
        "en",
        "The trial of Curtis Landreth opened on Tuesday. Warren Stackpole, the minister, watched. “I sold pumps,” the defendant told reporters.",
        [
            ("I sold pumps,", "full", "Curtis Landreth"),
        ],
    ),
    (
        "fr",
        'Le ministre, Paul Blanc, a reçu Orhan Seçkin. "Nous avons parlé franchement", a dit M. Blanc. Son invité a salué un échange "utile".',
        [
            ("Nous avons parlé franchement", "full", "Paul Blanc"),
            ("utile", "partial", "Orhan Seçkin"),
        ],
    ),
    (
        "fr",
        'Fahd al-Mutairi a reçu MM. Khafaji et Stackpole. Le premier dit "écouter avec intérêt", le second se borne à remercier "un ami fidèle".',
        [
            ("écouter avec intérêt", "partial", "Khafaji"),
            ("un ami fidèle", "partial", "Stackpole"),
        ],
    ),
    (
        "fr",
        'Human Rights Watch a dénoncé des "exactions". L\'organisation appelle à "une enquête indépendante".',
        [
            ("exactions", "partial", "Human Rights Watch"),
            ("une enquête indépendante", "partial", "Human Rights Watch"),
        ],
    ),
    (
        "fr",
        'La compagnie Armorix a dit regretter "la gêne". Le transporteur promet "un retour à la normale".',
        [
            ("la gêne", "partial", "Armorix"),
            ("un retour à la normale", "partial", "Armorix"),
        ],
    ),
    (
        "fr",
        'La présidente de l\'ONG Ciel ouvert, Inès Ferrand, accuse l\'usine de "polluer". L\'association demande "réparation".',
        [
            ("polluer", "partial", "Inès Ferrand"),
            ("réparation", "partial", "Ciel ouvert"),
        ],
    ),
    (
        "fr",
        '"Ce n\'est pas fini", prévient-on au ministère de la Défense. Chez Armorix, on parle d\'"une étape".',
        [
            ("Ce n'est pas fini", "full", "ministère de la Défense"),
            ("une étape", "partial", "Armorix"),
        ],
    ),
    (
        "fr",
        '"Je ne regrette rien", a dit l\'accusé, avant d\'être coupé par la présidente: "Répondez à la question."',
        [
            ("Je ne regrette rien", "full", "accusé"),
            ("Répondez à la question.", "full", "présidente"),
        ],
    ),
    (
        "fr",
        '"L\'effet sera bref", estime Paul Vandroy, analyste chez Kestrel Commodities, qui évoque un "prétexte".',
        [
            ("L'effet sera bref", "full", "Paul Vandroy"),
            ("prétexte", "partial", "Paul Vandroy"),
        ],
    ),
    (
        "fr",
        'Le texte, jugé "liberticide" par la gauche, "nécessaire" par la droite, sera voté mardi.',
        [
            ("liberticide", "partial", "gauche"),
            ("nécessaire", "partial", "droite"),
        ],
    ),
    (
        "fr",
        'Le ministre a juré que l\'Etat ne lâcherait "un pouce", avant d\'annoncer un plan "massif".',
        [
            ("un pouce", "partial", "ministre"),
            ("massif", "partial", "ministre"),
        ],
    ),
    (
        "fr",
        'Le ministre Paul Rey a souri. Et de conclure : "Nous verrons."',
        [
            ("Nous verrons.", "full", "Paul Rey"),
        ],
    ),
    (
        "fr",
        '"On avance", s\'est félicité le président de la région Normandie Hervé Marchand.',
        [
            ("On avance", "full", "Hervé Marchand"),
        ],
    ),
    (
        "fr",
        '"Le pays est à genoux", résume au téléphone Karim, 32 ans, vendeur ambulant à Sadr City.',
        [
            ("Le pays est à genoux", "full", "Karim"),
        ],
    ),
    (
        "fr",
        "\"Il reste\", a répété le chef de l'Etat, Omar Traoré, dont l'entourage assure qu'il \"n'y pense pas\".",
        [
            ("Il reste", "full", "Omar Traoré"),
            ("n'y pense pas", "partial", "entourage"),
        ],
    ),
    (
        "fr",
        '"Une décision douloureuse", a justifié son PDG, Eric Lambert.',
        [
            ("Une décision douloureuse", "full", "Eric Lambert"),
        ],
    ),
    (
        "fr",
        'Le sélectionneur irakien Jorge Almeida n\'a pas caché sa déception. "On a manqué de tout", a pesté le Portugais.',
        [
            ("On a manqué de tout", "full", "Jorge Almeida"),
        ],
    ),
    (
        "fr",
        '"Nous voterons contre", a d\'ores et déjà prévenu la cheffe de file des Verts, Marine Tellier.',
        [
            ("Nous voterons contre", "full", "Marine Tellier"),
        ],
    ),
    (
        "fr",
        "Les investisseurs \"s'attendaient à plus de clarté\", note Julie Park, d'Acme Securities.",
        [
            ("s'attendaient à plus de clarté", "partial", "Julie Park"),
        ],
    ),
    (
        "fr",
        "Alain Kervella, l'ancien notaire, n'a pas varié. L'avocat général a fustigé \"un menteur\".",
        [
            ("un menteur", "partial", "avocat général"),
        ],
    ),
    (
        "fr",
        '"L\'objectif est clair", a indiqué un membre de son cabinet. Selon cette source, le dossier sera "sur la table".',
        [
            ("L'objectif est clair", "full", "un membre de son cabinet"),
            ("sur la table", "partial", "un membre de son cabinet"),
        ],
    ),
    (
        "fr",
        "L'Iran, par la voix de son ambassadeur à l'ONU, a dénoncé \"un mensonge\".",
        [
            ("un mensonge", "partial", "Iran"),
        ],
    ),
    (
        "fr",
        'La modératrice Anne Roche et un islamologue parlent. "C\'est du théâtre", tranche une étudiante en droit.',
        [
            ("C'est du théâtre", "full", "une étudiante en droit"),
        ],
    ),
    (
        "fr",
        'Le Jordanien Ali Olwan a délayé "la plus belle soirée de sa vie".',
        [
            ("la plus belle soirée de sa vie", "partial", "Ali Olwan"),
        ],
    ),
    (
        "fr",
        'La Confédération paysanne réclame "des prix", "un pensum" pour Le Figaro.',
        [
            ("des prix", "partial", "Confédération paysanne"),
            ("un pensum", "partial", "Le Figaro"),
        ],
    ),
    (
        "fr",
        'Selon un haut responsable, qui a requis l\'anonymat, les assaillants étaient "très bien renseignés".',
        [
            ("très bien renseignés", "partial", "un haut responsable"),
        ],
    ),
    (
        "fr",
        'Mais pour l\'expert Sajad Jiyad, elle porte "la signature" des factions.',
        [
            ("la signature", "partial", "Sajad Jiyad"),
        ],
    ),
    (
        "fr",
        'Les parties civiles se sont dites "soulagées".',
        [
            ("soulagées", "partial", "parties civiles"),
        ],
    ),
    (
        "fr",
        '"Nous demandons sa libération", écrit Reporters sans frontières. Le maire a laissé entendre qu\'il "verrait".',
        [
            ("Nous demandons sa libération", "full", "Reporters sans frontières"),
            ("verrait", "partial", "maire"),
        ],
    ),
    (
        "fr",
        'Les Kurdes de Syrie ont exprimé leur "inquiétude". Ankara, qui les considère comme des "terroristes", n\'a pas réagi.',
        [
            ("inquiétude", "partial", "Kurdes de Syrie"),
            ("terroristes", "partial", "Ankara"),
        ],
    ),
    (
        "fr",
        'Le bloc sunnite dément. "Rien n\'est signé", affirme un de ses députés, Yahya Mohammadi.',
        [
            ("Rien n'est signé", "full", "Yahya Mohammadi"),
        ],
    ),
    (
        "fr",
        'Irène Bloch, infectiologue à l\'hôpital Bichat, appelle à "ne pas céder".',
        [
            ("ne pas céder", "partial", "Irène Bloch"),
        ],
    ),
    (
        "fr",
        'La Ligue des droits de l\'Homme dénonce "un recul".',
        [
            ("un recul", "partial", "Ligue des droits de l'Homme"),
        ],
    ),
    (
        "fr",
        'Moscou a de son côté accusé Kiev de "jouer avec le feu".',
        [
            ("jouer avec le feu", "partial", "Moscou"),
        ],
    ),
    (
        "fr",
        'Selon une source diplomatique, les discussions ont été "très tendues".',
        [
            ("très tendues", "partial", "une source diplomatique"),
        ],
    ),
    (
        "fr",
        '"Les choses avancent", a confié à Reuters un responsable proche du dossier, sous couvert d\'anonymat.',
        [
            ("Les choses avancent", "full", "un responsable proche du dossier"),
        ],
    ),
    (
        "fr",
        'Le Premier ministre Anton Kral a promis mardi de "tout faire" pour éviter une crise. Son ministre des Finances, Pavel Dusek, s\'est montré plus prudent: "On verra bien". Ce dernier doit rencontrer lundi les syndicats.',
        [
            ("tout faire", "partial", "Anton Kral"),
            ("On verra bien", "full", "Pavel Dusek"),
        ],
    ),
    (
        "fr",
        "L'opération \"Bouclier du Nord\", lancée en mars, a permis l'arrestation de 12 personnes, a indiqué le procureur de Lille, Yves Carton.",
        [
            ("Bouclier du Nord", "term", None),
        ],
    ),
    (
        "fr",
        '"Je suis venu, j\'ai vu, je suis reparti", plaisante Luc Marin. "Et je ne reviendrai pas."',
        [
            ("Je suis venu, j'ai vu, je suis reparti", "full", "Luc Marin"),
            ("Et je ne reviendrai pas.", "full", "Luc Marin"),
        ],
    ),
    (
        "fr",
        'Le chef de l\'opposition, Ivan Petrov, a qualifié le scrutin de "mascarade" et appelé ses partisans à "descendre dans la rue".',
        [
            ("mascarade", "partial", "Ivan Petrov"),
            ("descendre dans la rue", "partial", "Ivan Petrov"),
        ],
    ),
    (
        "fr",
        '"Dehors!", ont crié des centaines de manifestants devant le palais présidentiel.',
        [
            ("Dehors!", "full", "des centaines de manifestants"),
        ],
    ),
    (
        "fr",
        'Dans un tweet, la sénatrice Claire Bonnet a dénoncé un "scandale d\'Etat".',
        [
            ("scandale d'Etat", "partial", "Claire Bonnet"),
        ],
    ),
    (
        "fr",
        'Le film "Les Nuits de Bassora" sera projeté samedi.',
        [
            ("Les Nuits de Bassora", "term", None),
        ],
    ),
    (
        "fr",
        "La Turquie, qui qualifie le PKK d'organisation \"terroriste\", a bombardé le nord de l'Irak.",
        [
            ("terroriste", "partial", "Turquie"),
        ],
    ),
    (
        "fr",
        '"Nous avons besoin d\'aide", a lancé mercredi Fatima Zahra, maire de la ville, dans un entretien à la radio publique. L\'élue réclame "des moyens d\'urgence".',
        [
            ("Nous avons besoin d'aide", "full", "Fatima Zahra"),
            ("des moyens d'urgence", "partial", "Fatima Zahra"),
        ],
    ),
    (
        "fr",
        '"La France ne transigera pas", a prévenu le chef de l\'Etat, Henri Valois. "Chacun doit prendre ses responsabilités", a renchéri sa ministre de la Défense, Anne Delmas, ajoutant que Paris resterait "vigilant".',
        [
            ("La France ne transigera pas", "full", "Henri Valois"),
            ("Chacun doit prendre ses responsabilités", "full", "Anne Delmas"),
            ("vigilant", "partial", "Anne Delmas"),
        ],
    ),
    (
        "fr",
        'M. Diallo a par ailleurs estimé que la situation était "préoccupante", tout en se disant "confiant".',
        [
            ("préoccupante", "partial", "Diallo"),
            ("confiant", "partial", "Diallo"),
        ],
    ),
    (
        "fr",
        'Amnesty International a appelé le gouvernement à "mettre fin aux arrestations arbitraires".',
        [
            ("mettre fin aux arrestations arbitraires", "partial", "Amnesty International"),
        ],
    ),
    (
        "fr",
        'Ali Reza Karimi, le négociateur iranien, a jugé "inacceptables" les exigences occidentales. "Nous ne sommes pas pressés", a-t-il dit à la presse.',
        [
            ("inacceptables", "partial", "Ali Reza Karimi"),
            ("Nous ne sommes pas pressés", "full", "Ali Reza Karimi"),
        ],
    ),
    (
        "fr",
        'Le Hezbollah a affirmé dans un communiqué avoir visé "un rassemblement de soldats".',
        [
            ("un rassemblement de soldats", "partial", "Hezbollah"),
        ],
    ),
    (
        "fr",
        '"On a tout perdu", raconte en pleurant Samira, une habitante de 43 ans. Son mari, Hassan Jaber, montre les décombres: "Ici, c\'était la cuisine."',
        [
            ("On a tout perdu", "full", "Samira"),
            ("Ici, c'était la cuisine.", "full", "Hassan Jaber"),
        ],
    ),
    (
        "fr",
        'Le président américain Walter Grange a salué vendredi "le courage" des Irakiens. Son homologue irakien Karim Saadi l\'a remercié pour son "soutien indéfectible".',
        [
            ("le courage", "partial", "Walter Grange"),
            ("soutien indéfectible", "partial", "Karim Saadi"),
        ],
    ),
    (
        "fr",
        '"Cet accord est historique", s\'est félicité le secrétaire général de l\'ONU. "Il faut maintenant l\'appliquer", a-t-il toutefois souligné.',
        [
            ("Cet accord est historique", "full", "secrétaire général de l'ONU"),
            ("Il faut maintenant l'appliquer", "full", "secrétaire général de l'ONU"),
        ],
    ),
    (
        "fr",
        'Elle dit ne "rien regretter".',
        [
            ("rien regretter", "partial", None),
        ],
    ),
    (
        "fr",
        "« Je n’y crois pas », soupire l’avocat Marc Ferrand, pour qui l’enquête a été « bâclée ». « Tout est à refaire », insiste-t-il.",
        [
            ("Je n’y crois pas", "full", "Marc Ferrand"),
            ("bâclée", "partial", "Marc Ferrand"),
            ("Tout est à refaire", "full", "Marc Ferrand"),
        ],
    ),
    (
        "fr",
        "Le patron de la CGT, Paul Mercier, dénonce une réforme « injuste ». Une position partagée par FO, qui parle d’« un passage en force ».",
        [
            ("injuste", "partial", "Paul Mercier"),
            ("un passage en force", "partial", "FO"),
        ],
    ),
    (
        "fr",
        'A l\'inverse, Pékin "regrette profondément" cette décision, a fait savoir le porte-parole de la diplomatie chinoise, Li Wen.',
        [
            ("regrette profondément", "partial", "Li Wen"),
        ],
    ),
    (
        "en",
        '"We will not back down," Prime Minister Anton Kral told parliament on Tuesday.',
        [
            ("We will not back down,", "full", "Anton Kral"),
        ],
    ),
    (
        "en",
        'German Foreign Minister Karl Weber said the attack was "a grave mistake" and urged all sides to "step back from the brink".',
        [
            ("a grave mistake", "partial", "Karl Weber"),
            ("step back from the brink", "partial", "Karl Weber"),
        ],
    ),
    (
        "en",
        '"It\'s a disgrace," said Marie Leroux, a 54-year-old nurse from Leeds. "Nobody listens to us."',
        [
            ("It's a disgrace,", "full", "Marie Leroux"),
            ("Nobody listens to us.", "full", "Marie Leroux"),
        ],
    ),
    (
        "en",
        'A U.S. defense official, who spoke on condition of anonymity, said the strike had been "precise."',
        [
            ("precise.", "partial", "A U.S. defense official"),
        ],
    ),
    (
        "en",
        'The Kremlin dismissed the report as "nonsense". Spokesman Igor Belov told reporters: "We have nothing to hide."',
        [
            ("nonsense", "partial", "Kremlin"),
            ("We have nothing to hide.", "full", "Igor Belov"),
        ],
    ),
    (
        "en",
        '"Talks are going well," a senior European diplomat said. "But we are not there yet," the diplomat added.',
        [
            ("Talks are going well,", "full", "a senior European diplomat"),
            ("But we are not there yet,", "full", "a senior European diplomat"),
        ],
    ),
    (
        "en",
        'Police launched Operation "Night Owl" in March, the force said.',
        [
            ("Night Owl", "term", None),
        ],
    ),
    (
        "en",
        'President Omar Bakri, in a televised address, vowed to "crush" the rebels. He said there would be "no mercy".',
        [
            ("crush", "partial", "Omar Bakri"),
            ("no mercy", "partial", "Omar Bakri"),
        ],
    ),
    (
        "en",
        'Her husband, Tom Ellis, disagreed. "I\'d do it all again," he said.',
        [
            ("I'd do it all again,", "full", "Tom Ellis"),
        ],
    ),
    (
        "en",
        'According to Human Rights Watch, the arrests were "arbitrary".',
        [
            ("arbitrary", "partial", "Human Rights Watch"),
        ],
    ),
    (
        "en",
        'Beijing on Friday accused Washington of "playing with fire", while Moscow called for "restraint".',
        [
            ("playing with fire", "partial", "Beijing"),
            ("restraint", "partial", "Moscow"),
        ],
    ),
    (
        "en",
        "“This is a good day,” Smith said, adding that the deal was “long overdue.”",
        [
            ("This is a good day,", "full", "Smith"),
            ("long overdue.", "partial", "Smith"),
        ],
    ),
    (
        "en",
        '"I\'m not going anywhere," he told the BBC. Mark Ellison, who took office in May, said critics were "living in the past".',
        [
            ("I'm not going anywhere,", "full", None),
            ("living in the past", "partial", "Mark Ellison"),
        ],
    ),
    (
        "en",
        "“Shame!” shouted hundreds of protesters outside the courthouse.",
        [
            ("Shame!", "full", "hundreds of protesters"),
        ],
    ),
    (
        "en",
        'Rights groups have condemned what they describe as "collective punishment".',
        [
            ("collective punishment", "partial", "Rights groups"),
        ],
    ),
    (
        "en",
        'Opposition leader Ana Ruiz described the vote as a "farce" and promised to challenge it in court. "We have proof," Ruiz said.',
        [
            ("farce", "partial", "Ana Ruiz"),
            ("We have proof,", "full", "Ana Ruiz"),
        ],
    ),
    (
        "en",
        'The company declined to comment, saying only that it was "aware of the reports".',
        [
            ("aware of the reports", "partial", "company"),
        ],
    ),
    (
        "en",
        '"The president was very clear," Secretary of State Helen Ward said. "He told us: \'Get it done\'."',
        [
            ("The president was very clear,", "full", "Helen Ward"),
            ("He told us: 'Get it done'.", "full", "Helen Ward"),
            ("Get it done", "full", None),
        ],
    ),
    (
        "en",
        'In a tweet, Sen. Dale Pruitt wrote: "Enough is enough." His Democratic rival, Ilana Roth, replied that he was "all talk".',
        [
            ("Enough is enough.", "full", "Dale Pruitt"),
            ("all talk", "partial", "Ilana Roth"),
        ],
    ),
    (
        "en",
        'The so-called "Green Zone" was quiet on Sunday.',
        [
            ("Green Zone", "term", None),
        ],
    ),
    (
        "en",
        "‘We weren’t told anything,’ said Lucy Hart, whose son is missing. ‘It’s the not knowing that kills you.’",
        [
            ("We weren’t told anything,", "full", "Lucy Hart"),
            ("It’s the not knowing that kills you.", "full", "Lucy Hart"),
        ],
    ),
    (
        "en",
        'Iran\'s foreign minister, Behrouz Ghanbari, warned of "consequences". "We reserve the right to respond," he said.',
        [
            ("consequences", "partial", "Behrouz Ghanbari"),
            ("We reserve the right to respond,", "full", "Behrouz Ghanbari"),
        ],
    ),
    (
        "en",
        'Asked about the allegations, the minister said they were "baseless".',
        [
            ("baseless", "partial", "minister"),
        ],
    ),
    (
        "en",
        '"It was chaos," recalled Ahmed, a 30-year-old taxi driver who gave only his first name.',
        [
            ("It was chaos,", "full", "Ahmed"),
        ],
    ),
    (
        "en",
        'The 28-year-old, who won gold in Paris, admitted she was "nervous".',
        [
            ("nervous", "partial", None),
        ],
    ),
    (
        "en",
        'Downing Street said the prime minister had "full confidence" in the chancellor, Rachel Moore. Moore herself said she was "getting on with the job".',
        [
            ("full confidence", "partial", "Downing Street"),
            ("getting on with the job", "partial", "Rachel Moore"),
        ],
    ),
    (
        "en",
        'The bill, dubbed the "Snoopers\' Charter" by critics, was passed by 300 votes to 210.',
        [
            ("Snoopers' Charter", "term", None),
        ],
    ),
    (
        "en",
        '"Who is next?" Ellison asked. “Is it me?”',
        [
            ("Who is next?", "full", "Ellison"),
            ("Is it me?", "full", "Ellison"),
        ],
    ),
]

DISPATCHES: list[Case] = [
    (
        "fr",
        'Liban: "le pays est au bord du gouffre", alerte le Premier ministre\n\nLe Premier ministre libanais Nabil Haddad a averti lundi que son pays était "au bord du gouffre", à la veille d\'une conférence de donateurs à Paris.\n\n"Sans aide immédiate, nous ne passerons pas l\'hiver", a-t-il déclaré lors d\'une conférence de presse. Il a accusé les banques d\'avoir "joué avec l\'argent des Libanais".\n\nLe gouverneur de la banque centrale, Riad Mansour, a rejeté ces accusations. "Je n\'ai fait que mon devoir", a-t-il répliqué.\n\nLa ministre française des Affaires étrangères, Sophie Girard, qui doit présider la conférence, a appelé à des réformes "sans délai". "Il n\'y aura pas de chèque en blanc", a-t-elle prévenu. Elle rencontrera mardi M. Haddad, a précisé son entourage.',
        [
            ("le pays est au bord du gouffre", "full", "Nabil Haddad"),
            ("au bord du gouffre", "partial", "Nabil Haddad"),
            ("Sans aide immédiate, nous ne passerons pas l'hiver", "full", "Nabil Haddad"),
            ("joué avec l'argent des Libanais", "partial", "Nabil Haddad"),
            ("Je n'ai fait que mon devoir", "full", "Riad Mansour"),
            ("sans délai", "partial", "Sophie Girard"),
            ("Il n'y aura pas de chèque en blanc", "full", "Sophie Girard"),
        ],
    ),
    (
        "fr",
        'Le chef de la diplomatie russe Sergueï Markov et son homologue turc Kemal Aydin se sont entretenus jeudi à Sotchi. Le premier a vanté "un dialogue confiant", le second s\'est montré plus réservé. "Des divergences demeurent", a-t-il reconnu.\n\n"Nous comprenons les inquiétudes de nos amis turcs", a assuré le ministre russe, avant de lancer: "Mais l\'amitié ne se négocie pas".\n\nAnkara, qui soutient l\'opposition, réclame "une zone de sécurité" de 30 kilomètres.',
        [
            ("un dialogue confiant", "partial", "Sergueï Markov"),
            ("Des divergences demeurent", "full", "Kemal Aydin"),
            ("Nous comprenons les inquiétudes de nos amis turcs", "full", "Sergueï Markov"),
            ("Mais l'amitié ne se négocie pas", "full", "Sergueï Markov"),
            ("une zone de sécurité", "partial", "Ankara"),
        ],
    ),
    (
        "fr",
        'Jugée pour l\'assassinat de son mari, Nathalie Perrin, 47 ans, a maintenu mardi son innocence. "Je ne l\'ai pas tué", a-t-elle répété d\'une voix blanche.\n\nL\'avocat général, Philippe Caron, n\'a pas été convaincu. "Elle ment depuis le premier jour", a-t-il tonné, réclamant "vingt-cinq ans". Pour la défense, Me Sarah Benali a plaidé l\'acquittement: "Un doute, même minuscule, doit profiter à l\'accusée".\n\nLa mère de la victime, Josiane Perrin, a quitté la salle en larmes. "Je veux juste la vérité", a glissé la septuagénaire.',
        [
            ("Je ne l'ai pas tué", "full", "Nathalie Perrin"),
            ("Elle ment depuis le premier jour", "full", "Philippe Caron"),
            ("vingt-cinq ans", "partial", "Philippe Caron"),
            ("Un doute, même minuscule, doit profiter à l'accusée", "full", "Sarah Benali"),
            ("Je veux juste la vérité", "full", "Josiane Perrin"),
        ],
    ),
    (
        "fr",
        '"L\'Irak n\'est pas un terrain de jeu", a déclaré dimanche le président irakien Barham Aziz devant le Parlement. "Nous refusons d\'être entraînés dans une guerre qui n\'est pas la nôtre", a poursuivi le dirigeant kurde.\n\nUn responsable du Pentagone, s\'exprimant sous couvert de l\'anonymat, a démenti toute "ingérence". "Nous sommes là à l\'invitation du gouvernement", a insisté ce responsable.\n\nLe Hachd al-Chaabi a salué "une position courageuse", mais un de ses commandants, Abou Hadi, a menacé de frapper "là où ça fait mal".',
        [
            ("L'Irak n'est pas un terrain de jeu", "full", "Barham Aziz"),
            (
                "Nous refusons d'être entraînés dans une guerre qui n'est pas la nôtre",
                "full",
                "Barham Aziz",
            ),
            ("ingérence", "partial", "Un responsable du Pentagone"),
            (
                "Nous sommes là à l'invitation du gouvernement",
                "full",
                "Un responsable du Pentagone",
            ),
            ("une position courageuse", "partial", "Hachd al-Chaabi"),
            ("là où ça fait mal", "partial", "Abou Hadi"),
        ],
    ),
    (
        "fr",
        "C'est une petite phrase qui a mis le feu aux poudres. « Les Kurdes n'ont qu'à patienter », aurait lâché le ministre du pétrole, Ihsan Wadi, en marge d'un conseil des ministres. L'intéressé dément. « Je n'ai jamais tenu ces propos », a-t-il assuré au Monde.\n\nA Erbil, on ne décolère pas. « Voilà vingt ans que nous patientons », rétorque la porte-parole du gouvernement régional, Shirin Barzan. « Que le ministre vienne nous le dire en face », ajoute cette proche du premier ministre, Masrour Talib.",
        [
            ("Les Kurdes n'ont qu'à patienter", "full", "Ihsan Wadi"),
            ("Je n'ai jamais tenu ces propos", "full", "Ihsan Wadi"),
            ("Voilà vingt ans que nous patientons", "full", "Shirin Barzan"),
            ("Que le ministre vienne nous le dire en face", "full", "Shirin Barzan"),
        ],
    ),
    (
        "en",
        'BAGHDAD (Reuters) - Iraq\'s prime minister said on Sunday that U.S. troops would leave "by the end of the year", the clearest timetable yet given by his government.\n\n"The era of foreign forces is over," Mohammed Latif told lawmakers in a fiery speech. "We will guard our own borders."\n\nThe Pentagon declined to comment on the date. But a U.S. official, speaking on condition of anonymity, called it "aspirational".\n\nDefense Secretary Laura Hines, who visited Baghdad last month, has repeatedly said that any withdrawal must be "conditions-based". On Sunday she struck a conciliatory tone: "We respect Iraq\'s sovereignty," she said in a statement. "We will be guided by our partners."\n\nLatif\'s coalition has been under pressure from Iran-backed factions. One of them, Kataib al-Nur, dismissed the speech as "empty words".',
        [
            ("by the end of the year", "partial", "Mohammed Latif"),
            ("The era of foreign forces is over,", "full", "Mohammed Latif"),
            ("We will guard our own borders.", "full", "Mohammed Latif"),
            ("aspirational", "partial", "a U.S. official"),
            ("conditions-based", "partial", "Laura Hines"),
            ("We respect Iraq's sovereignty,", "full", "Laura Hines"),
            ("We will be guided by our partners.", "full", "Laura Hines"),
            ("empty words", "partial", "Kataib al-Nur"),
        ],
    ),
    (
        "en",
        "“I never thought I’d see this place again,” says Amina Yusuf, standing in what used to be her kitchen. Her brother, Karim, fled with her in 2014. “We walked for three days,” he remembers.\n\nTheir neighbour, a retired teacher who asked not to be named, is less sentimental. “Walls can be rebuilt,” he says. “People can’t.”\n\nThe mayor, Salim Odeh, insists the worst is over. “Come back in a year,” he told the Guardian, “and you won’t recognise it.” But the UN warned last week that reconstruction was “dangerously behind schedule”, and Odeh’s own deputy, Huda Naser, admits funds are “drying up”.",
        [
            ("I never thought I’d see this place again,", "full", "Amina Yusuf"),
            ("We walked for three days,", "full", "Karim"),
            ("Walls can be rebuilt,", "full", "a retired teacher"),
            ("People can’t.", "full", "a retired teacher"),
            ("Come back in a year,", "full", "Salim Odeh"),
            ("and you won’t recognise it.", "full", "Salim Odeh"),
            ("dangerously behind schedule", "partial", "UN"),
            ("drying up", "partial", "Huda Naser"),
        ],
    ),
    (
        "en",
        'Two former ministers traded accusations on Monday. Alan Pike, who ran the treasury until 2029, blamed his successor, Diane Foster, for "a catastrophic loss of nerve". Foster hit back within hours. "He left me a hole, and he dug it himself," she wrote on X.\n\nPike\'s lawyer, Greta Holm, said the post was "defamatory". The former chancellor would consider legal action, she added: "Nobody is above the law, not even on social media."\n\nThe prime minister\'s spokesman refused to take sides. "It\'s a matter for them," he said.',
        [
            ("a catastrophic loss of nerve", "partial", "Alan Pike"),
            ("He left me a hole, and he dug it himself,", "full", "Diane Foster"),
            ("defamatory", "partial", "Greta Holm"),
            ("Nobody is above the law, not even on social media.", "full", "Greta Holm"),
            ("It's a matter for them,", "full", "The prime minister's spokesman"),
        ],
    ),
    (
        "en",
        'In a letter seen by AFP, the union\'s general secretary, Paul Marsh, tells members the offer is "an insult". He adds: "We did not walk out for pennies."\n\nManagement said it was "disappointed". "The door remains open," a spokesman for the operator, Northern Lines, said. "We urge the union to come back to the table."\n\nPassengers were divided. "I support them," said Joan Ray, waiting at Leeds station. "But I\'m late again," added her friend, Tina Moss.',
        [
            ("an insult", "partial", "Paul Marsh"),
            ("We did not walk out for pennies.", "full", "Paul Marsh"),
            ("disappointed", "partial", "Management"),
            ("The door remains open,", "full", "a spokesman for the operator"),
            (
                "We urge the union to come back to the table.",
                "full",
                "a spokesman for the operator",
            ),
            ("I support them,", "full", "Joan Ray"),
            ("But I'm late again,", "full", "Tina Moss"),
        ],
    ),
]
