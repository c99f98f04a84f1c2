"""English sentences with what is quoted in them: words, kind, speaker; one for each mechanism."""

# ruff: noqa: E501

from tests.quoting import Case

ENGLISH: list[Case] = [
    # A plural's verb has no ending.
    ("en", "The minister promised dams. His critics call them “dams on paper.”", [("dams on paper.", "partial", "His critics")]),
    ("en", "“It is a recipe for chaos,” warn hauliers at the port.", [("It is a recipe for chaos,", "full", "hauliers")]),
    # No inversion without words before it.
    ("en", 'Jaylen Moore, who organized the walkout, said students felt "heard for once."', [("heard for once.", "partial", "Jaylen Moore")]),
    ("en", 'One email, sent by a civil servant in May, describes the IT system as "held together".', [("held together", "term", None)]),
    # Reported speech, with “that” and without.
    ("en", "Samir al-Jumaili said Baghdad would go on welcoming advisers and “any help that comes.”", [("any help that comes.", "partial", "Samir al-Jumaili")]),
    # Whose somebody is.
    ("en", "White House press secretary Tori Lundgren pushed back, insisting the decision had been “months in the making.”", [("months in the making.", "partial", "Tori Lundgren")]),
    ("en", 'A Department of Health spokesperson said: "We are sorry."', [("We are sorry.", "full", "A Department of Health spokesperson")]),
    ("en", "Former England striker Gary Plumb, working as a pundit, described the goal as “one of the great ones”.", [("one of the great ones", "partial", "Gary Plumb")]),
    ("en", 'His Lib Dem opposite number, Amy Furlong, said that was "technically true".', [("technically true", "partial", "Amy Furlong")]),
    ("en", "“It's a parking ticket,” said Tlingit elder Ruth Demmert.", [("It's a parking ticket,", "full", "Ruth Demmert")]),
    ("en", "“I wanted them to see whales,” engineer-turned-whistleblower Dmitri Volkov said.", [("I wanted them to see whales,", "full", "Dmitri Volkov")]),
    ("en", "The head of the UN nuclear watchdog said talks were “constructive”.", [("constructive", "partial", "head of the UN nuclear watchdog")]),
    ("en", "“We have agreed,” International Atomic Energy Agency (IAEA) chief Marcelo Duarte told reporters.", [("We have agreed,", "full", "Marcelo Duarte")]),
    # One of several.
    ("en", 'Protesters burned tyres. One of them, 24-year-old graduate Karrar Mohsen, said he had waited "four years".', [("four years", "partial", "Karrar Mohsen")]),
    ("en", "Two lawmakers were blunt. “Everybody knows who did it,” said one. “Nobody will say it,” the other added.", [("Everybody knows who did it,", "full", "one"), ("Nobody will say it,", "full", "the other")]),
    ("en", "Former cellmates remembered her. “She came in with a cake,” said one, Ruth Pask.", [("She came in with a cake,", "full", "Ruth Pask")]),
    ("en", "The engineers signed a letter. In it 140 of them accused their employers of “theater.”", [("theater.", "partial", "140 of them")]),
    # Names behind what tells who somebody is.
    ("en", "“Ask them,” said a retired teacher named Hawraz Ali.", [("Ask them,", "full", "Hawraz Ali")]),
    ("en", "“I am eighty,” said a man who gave his name only as Abu Elias.", [("I am eighty,", "full", "Abu Elias")]),
    ("en", "The company that runs the site, South Fuels, said it was “not aware” of a leak.", [("not aware", "partial", "South Fuels")]),
    ("en", "The judge overseeing the case, Harold Nakai, called the offer “insulting to the fish.”", [("insulting to the fish.", "partial", "Harold Nakai")]),
    ("en", "“He wants to see what is left,” said the Vatican spokesman, the Rev. Tommaso Bellini.", [("He wants to see what is left,", "full", "Tommaso Bellini")]),
    ("en", "Rosalind Keane KC accused the bishop of “playing to the gallery”.", [("playing to the gallery", "partial", "Rosalind Keane")]),
    # Names of institutions.
    ("en", "“We respect it,” the Lucas County Prosecutor's Office said.", [("We respect it,", "full", "Lucas County Prosecutor's Office")]),
    ("en", "The U.S. Embassy in Baghdad urged parties to settle “through institutions.”", [("through institutions.", "partial", "U.S. Embassy in Baghdad")]),
    ("en", "The Committee for a Free Press described the ruling as “a dark day”.", [("a dark day", "partial", "Committee for a Free Press")]),
    ("en", "The State Department welcomed “a credible vote”.", [("a credible vote", "partial", "State Department")]),
    ("en", "The Iraqi Football Association thanked the coach for his “professionalism”.", [("professionalism", "partial", "Iraqi Football Association")]),
    ("en", "Rival brokerage Dunmore & Sons called the warning “an exercise in candour”.", [("an exercise in candour", "partial", "Dunmore & Sons")]),
    # Who is not the speaker.
    ("en", "A jury acquitted him in a case prosecutors had billed as “the biggest theft.”", [("the biggest theft.", "partial", "prosecutors")]),
    ("en", "Germany “takes note”, Chancellor Lukas Brandhoff told reporters, while the European Commission hailed “a vote”.", [("takes note", "partial", "Lukas Brandhoff"), ("a vote", "partial", "European Commission")]),
    ("en", "Asked who would lead the team, Ahmed Khudair smiled and said “not me”.", [("not me", "partial", "Ahmed Khudair")]),
    ("en", "Ali al-Yasiri agreed to “continue coordination”, the state news agency reported.", [("continue coordination", "partial", "Ali al-Yasiri")]),
    ("en", "Small parties were angry. By midday unsigned posters had gone up around Tahrir Square. “One citizen, one vote,” they read.", [("One citizen, one vote,", "full", None)]),
    ("en", "A court heard Mr. Justice Aldous at length. The archbishop of York has described the case as “a stain”.", [("a stain", "partial", "archbishop of York")]),
    ("en", "Principal Dolores Wynn smiled. The superintendent had warned Wynn in writing that it was “an absence”.", [("an absence", "partial", "superintendent")]),
    # A statement is its author's; a report speaks for itself.
    ("en", "A statement from the prime minister's office welcomed the move as “a step”.", [("a step", "partial", "prime minister's office")]),
    ("en", "A review published on Monday described staff as “too frightened to speak”.", [("too frightened to speak", "partial", "review")]),
    ("en", "The court found al-Rubaie guilty of “squandering public funds”.", [("squandering public funds", "partial", "court")]),
    ("en", "He told a crowd in Basra to wait. “Wait for what?” the crowd in Basra shouted.", [("Wait for what?", "full", "crowd in Basra")]),
    ("en", "In a letter, a deputy to Ms. Delacroix warned that dollars would “depend upon action”.", [("depend upon action", "partial", "a deputy to Ms. Delacroix")]),
    ("en", "Rasha told a daily that police had arrived at 5 a.m. and given him “ten minutes to pack”.", [("ten minutes to pack", "partial", "Rasha")]),
    ("en", "Two OPEC+ sources said a report of a rift was “grossly exaggerated”.", [("grossly exaggerated", "partial", "Two OPEC+ sources")]),
    # A union that the text names later, a crowd with an insertion, a relative clause before the verb.
    ("en", 'Workers rejected what their union called a "derisory" offer. The Maritime Staff Alliance said members felt "pushed".', [("derisory", "partial", "Maritime Staff Alliance"), ("pushed", "partial", "Maritime Staff Alliance")]),
    ("en", 'Supporters, including Sen. Joan Pike, call it "long overdue".', [("long overdue", "partial", "Supporters")]),
    ("en", 'Jonas Ekdahl, who leads the talks for the union, accused management of "bargaining".', [("bargaining", "partial", "Jonas Ekdahl")]),
    ("en", 'The minister replied: "I do not gossip." Labour\'s Tom Reed accused him of "hiding".', [("I do not gossip.", "full", "minister"), ("hiding", "partial", "Tom Reed")]),
    ("en", "An official said jets had struck as part of a campaign dubbed “Steady Lantern”.", [("Steady Lantern", "term", None)]),
    ("en", "“We will not back down,” Mark Hale wrote on X. His rival, Ann Lowe, called it “a stunt.”", [("We will not back down,", "full", "Mark Hale"), ("a stunt.", "partial", "Ann Lowe")]),
    # Whose the remark was.
    ("en", '"We lost a giant." The tribute, made to journalists on Monday, came from the mayor of Mosul, Hana Aziz.', [("We lost a giant.", "full", "Hana Aziz")]),
    ("en", '"Enough is enough." The sentiment was Odeh\'s, and the room rose to it.', [("Enough is enough.", "full", "Odeh")]),
    # Who is known by one name only; one of several.
    ("en", 'One of the four, a driver who wished to be known only as Abu Karrar, laughed. "For whom?" he asked.', [("For whom?", "full", "Abu Karrar")]),
    ("en", 'A student, who gave only her first name, Leila, held a sign. "We are tired," she said.', [("We are tired,", "full", "Leila")]),
    ("en", 'A teacher in Basra, who asked to be called Noor, shook her head. "We wait," she said.', [("We wait,", "full", "Noor")]),
    ("en", 'But one of the Iraqi negotiators told AFP that it was late. "They stopped taking notes," the negotiator said.', [("They stopped taking notes,", "full", "one of the Iraqi negotiators")]),
    ("en", 'One of the judges, Ellen Park, dissented. "The law is plain," the judge wrote.', [("The law is plain,", "full", "Ellen Park")]),
    # A crowd of a clause of its own; what a firm does, before its name.
    ("en", '"We want our money," treasurer Lena Gray said in Leeds, where dozens of pensioners stood chanting "Pay up!"', [("We want our money,", "full", "Lena Gray"), ("Pay up!", "full", "dozens of pensioners")]),
    ("en", 'Operator Minera Sur Alto said it "respects the decision". Brewer Kronfels warned of "a long winter".', [("respects the decision", "partial", "Minera Sur Alto"), ("a long winter", "partial", "Kronfels")]),
    # Who was named in the speech a sentence before.
    ("en", "'Marian Doyle was in tears. She kept saying: \"It is only a fortnight,\"' said Hanan Sabri.", [('Marian Doyle was in tears. She kept saying: "It is only a fortnight,"', "full", "Hanan Sabri"), ("It is only a fortnight,", "full", "Marian Doyle")]),
    ("en", 'The United Nations judged the Iraqi programme "uneven but real".', [("uneven but real", "partial", "United Nations")]),
    # The secretary of state is no Iraqi minister.
    ("en", 'In the letter, the Iraqi minister urged Secretary of State Paul Grant "to think again".', [("to think again", "partial", "Iraqi minister")]),
]  # fmt: skip
