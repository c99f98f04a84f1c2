"""English ways to say whose words are quoted, one for each construction; see quoting.py."""

# ruff: noqa: E501

from tests.quoting import Case

WAYS: list[Case] = [
    # A predicate with a verb of saying at its end, however long.
    ("en", "“We will go on,” Senator Lina Marsh is reported to have said.", [("We will go on,", "full", "Lina Marsh")]),
    ("en", "“We will go on,” Lina Marsh was overheard saying. Paul Reed left.", [("We will go on,", "full", "Lina Marsh")]),
    ("en", "“We will go on,” Lina Marsh, a retired engineer, liked to say.", [("We will go on,", "full", "Lina Marsh")]),
    ("en", "Paul Reed left. “We will go on,” the agency quoted Marsh as saying.", [("We will go on,", "full", "Marsh")]),
    # “As she put it” behind the words.
    ("en", "Paul Reed left. “It is a farce,” as Lina Marsh put it.", [("It is a farce,", "full", "Lina Marsh")]),
    ("en", "Paul Reed said little. The plan was “a farce”, as Lina Marsh put it.", [("a farce", "partial", "Lina Marsh")]),
    # A participle at the head, and who does it behind the words.
    ("en", "Paul Reed left. Citing “a lack of trust”, Lina Marsh refused to sign.", [("a lack of trust", "partial", "Lina Marsh")]),
    ("en", "By calling Paul Reed “a liar”, Lina Marsh broke the rules.", [("a liar", "partial", "Lina Marsh")]),
    ("en", "Paul Reed opened the hearing. Denouncing what she called “a farce”, Lina Marsh left.", [("a farce", "partial", "Lina Marsh")]),
    # What is held: adjectives, and verbs that say only with a noun of saying.
    ("en", "Lina Marsh met Paul Reed. She was adamant that “the bridge is lost”.", [("the bridge is lost", "partial", "Lina Marsh")]),
    ("en", "Tehran is determined to “resist”.", [("resist", "partial", "Tehran")]),
    ("en", "Lina Marsh took the view that “the bridge is lost”.", [("the bridge is lost", "partial", "Lina Marsh")]),
    ("en", "The ministry issued a warning that Paul Reed would “pay a price”.", [("pay a price", "partial", "ministry")]),
    ("en", "Lina Marsh made it clear the plan was “a farce”.", [("a farce", "partial", "Lina Marsh")]),
    ("en", "Lina Marsh talked of “a lost year” with Paul Reed.", [("a lost year", "partial", "Lina Marsh")]),
    # Whose words, by a noun: possessed, from or by somebody, a statement that says.
    ("en", "Lina Marsh's description of the plan as “a farce” angered Paul Reed.", [("a farce", "partial", "Lina Marsh")]),
    ("en", "Lina Marsh's call for “a clean break” was ignored by Paul Reed.", [("a clean break", "partial", "Lina Marsh")]),
    ("en", "Lina Marsh's decision to call the plan “a farce” angered Paul Reed.", [("a farce", "partial", "Lina Marsh")]),
    ("en", "The claim by Lina Marsh that the plan was “a farce” angered Paul Reed.", [("a farce", "partial", "Lina Marsh")]),
    ("en", "Lina Marsh's statement called the plan of Paul Reed “a farce”.", [("a farce", "partial", "Lina Marsh")]),
    ("en", "An email from Lina Marsh to Paul Reed said: “You must go.”", [("You must go.", "full", "Lina Marsh")]),
    ("en", "Paul Reed read aloud a letter from Lina Marsh: “You must go.”", [("You must go.", "full", "Lina Marsh")]),
    # The words as the subject of a sentence.
    ("en", "“A farce” is how Lina Marsh described the plan of Paul Reed.", [("A farce", "full", "Lina Marsh")]),
    ("en", "“Never” was Lina Marsh's answer to Paul Reed.", [("Never", "full", "Lina Marsh")]),
    # What a reported clause has before its own: “that while …, …”.
    ("en", "Lina Marsh said that while Paul Reed had tried, it was “a farce”.", [("a farce", "partial", "Lina Marsh")]),
    # A clause with its own verb, before who says what follows.
    ("en", "While Lina Marsh called it “a farce”, Paul Reed said it was “a need”.", [("a farce", "partial", "Lina Marsh"), ("a need", "partial", "Paul Reed")]),
    ("en", "Baghdad, which Washington accuses of “weakness”, denied the charge.", [("weakness", "partial", "Washington")]),
    # What somebody called it, whatever governs “what”.
    ("en", "It is clear Paul Reed profited from what Senator Lina Marsh called “a farce”.", [("a farce", "partial", "Lina Marsh")]),
    ("en", "Lina Marsh resigned. Paul Reed profited from what Marsh called “a farce”.", [("a farce", "partial", "Lina Marsh")]),
    # Who is told, and who tells.
    ("en", "Paul Reed arrived at noon and was told by Lina Marsh he was “late”.", [("late", "partial", "Lina Marsh")]),
    ("en", "“Will you go?” a reporter asked Lina Marsh. “No,” she replied.", [("Will you go?", "full", "a reporter"), ("No,", "full", "Lina Marsh")]),
    # Who leads talks does not describe them; a verb of a name is no calling.
    ("en", "Diplomats in Vienna described the talks led by Paul Reed as “tense”.", [("tense", "partial", "Diplomats")]),
    ("en", "The IMF accused Paul Reed of “bad faith”.", [("bad faith", "partial", "IMF")]),
    ("en", "Lina Marsh met Paul Reed. Marsh insisted it was “a farce”.", [("a farce", "partial", "Lina Marsh")]),
    ("en", "The speaker, Paul Reed, and the deputy speaker, Lina Marsh, met. “It is a farce,” the deputy speaker said.", [("It is a farce,", "full", "Lina Marsh")]),
    # Chants from somebody, or from nobody that the text names.
    ("en", "To chants of “Resign” from the crowd, Paul Reed left the hall.", [("Resign", "full", "crowd")]),
    ("en", "Amid chants of “Resign”, Paul Reed left the hall.", [("Resign", "term", None)]),
    # The next sentence claims the words.
    ("en", "Paul Reed opened it. “The bridge is lost.” So said Lina Marsh on Monday.", [("The bridge is lost.", "full", "Lina Marsh")]),
    ("en", "Paul Reed sat down. “The bridge is lost.” Lina Marsh was speaking in Basra.", [("The bridge is lost.", "full", "Lina Marsh")]),
    ("en", "Paul Reed stood up. “The bridge is lost.” Lina Marsh added: “We tried.”", [("The bridge is lost.", "full", "Lina Marsh"), ("We tried.", "full", "Lina Marsh")]),
    ("en", "Paul Reed went out. “Is it lost?” Lina Marsh wanted to know.", [("Is it lost?", "full", "Lina Marsh")]),
    # Brackets around the words and who says them; a dash and a name.
    ("en", "The plan (“a farce”, according to Lina Marsh) has failed.", [("a farce", "partial", "Lina Marsh")]),
    ("en", "“The bridge is lost” — Lina Marsh.", [("The bridge is lost", "full", "Lina Marsh")]),
    ("en", "To Lina Marsh, the plan is “a farce”.", [("a farce", "partial", "Lina Marsh")]),
    # Who made what is called so is not who calls it; an institution accuses.
    ("en", "Lina Marsh, too, called the plan by Paul Reed “a farce”.", [("a farce", "partial", "Lina Marsh")]),
    ("en", "The UN accused Israel of “bad faith”.", [("bad faith", "partial", "UN")]),
    ("en", "Lina Marsh in turn accused Paul Reed of “bad faith”.", [("bad faith", "partial", "Lina Marsh")]),
    ("en", "The letter, signed by Lina Marsh, accuses Paul Reed of “theft”.", [("theft", "partial", "letter")]),
    ("en", "Police arrested Paul Reed on charges of “theft”.", [("theft", "term", None)]),
    # Who stands before an infinitive or an -ing form, and is its subject or is not.
    ("en", "Lina Marsh joined Paul Reed in denouncing “a farce”.", [("a farce", "partial", "Lina Marsh")]),
    ("en", "Lina Marsh emerged from the talks with Paul Reed to say they were “frank”.", [("frank", "partial", "Lina Marsh")]),
    ("en", "Lina Marsh defended it, despite Paul Reed calling it “a farce”.", [("a farce", "partial", "Paul Reed")]),
    ("en", "The court heard Lina Marsh say that it was “a farce”.", [("a farce", "partial", "Lina Marsh")]),
    # A clause between the verb and “that”; one who thinks it, at the end; a statement, at the end.
    ("en", "Lina Marsh said after meeting Paul Reed that the visit was “useful”.", [("useful", "partial", "Lina Marsh")]),
    ("en", "The plan is “a farce”, Lina Marsh believes. Paul Reed left.", [("a farce", "partial", "Lina Marsh")]),
    ("en", "“It is time to go,” a statement from the ministry said. Paul Reed left.", [("It is time to go,", "full", "ministry")]),
    ("en", "“It is time to go,” said a visibly tired Lina Marsh. Paul Reed left.", [("It is time to go,", "full", "Lina Marsh")]),
    ("en", "“It is time to go,” was all Lina Marsh would say. Paul Reed left.", [("It is time to go,", "full", "Lina Marsh")]),
    ("en", "Lina Marsh answered accusations of “theft” from Paul Reed.", [("theft", "partial", "Paul Reed")]),
    # Clauses inside what is said, and behind what has ended.
    ("en", "Tehran says the ban, which Washington calls “mild”, is “illegal”.", [("mild", "partial", "Washington"), ("illegal", "partial", "Tehran")]),
    ("en", "Lina Marsh said, when Paul Reed asked, that the port was “lost”.", [("lost", "partial", "Lina Marsh")]),
    ("en", "Lina Marsh said that, although Paul Reed had tried, the port was “lost”.", [("lost", "partial", "Lina Marsh")]),
    ("en", "Lina Marsh said the port closed because Paul Reed had “lost heart”.", [("lost heart", "partial", "Lina Marsh")]),
    # A position, a tribute, a charter; what is rejected with its author behind.
    ("en", "Tehran's position is that the ban is “illegal”. Paul Reed disagrees.", [("illegal", "partial", "Tehran")]),
    ("en", "Lina Marsh paid tribute to Paul Reed's “patience”.", [("patience", "partial", "Lina Marsh")]),
    ("en", "Paul Reed died on Monday. Lina Marsh's tribute was brief: “A giant.”", [("A giant.", "full", "Lina Marsh")]),
    ("en", "The constitution says a leader may serve “two terms”. Paul Reed served three.", [("two terms", "partial", "constitution")]),
    ("en", "The ministry on Monday rejected as “baseless” a report by Paul Reed.", [("baseless", "partial", "ministry")]),
    # Verbs of saying and holding that the lists had not, and those of two words.
    ("en", "Lina Marsh offered “full support” to Paul Reed.", [("full support", "partial", "Lina Marsh")]),
    ("en", "Lina Marsh anticipated that it was “a lost cause”.", [("a lost cause", "partial", "Lina Marsh")]),
    ("en", "Lina Marsh highlighted “the loss of the port”.", [("the loss of the port", "partial", "Lina Marsh")]),
    ("en", "Lina Marsh presented the plan as “a lost cause”.", [("a lost cause", "partial", "Lina Marsh")]),
    ("en", "Lina Marsh brushed aside “a minor delay”. Paul Reed left.", [("a minor delay", "partial", "Lina Marsh")]),
    ("en", "Lina Marsh pushed for “a clean break” with Paul Reed.", [("a clean break", "partial", "Lina Marsh")]),
    # Whose words, by a pronoun and a noun; a noun of saying that is the words.
    ("en", "Lina Marsh met Paul Reed. Her claim that it was “a farce” angered him.", [("a farce", "partial", "Lina Marsh")]),
    ("en", "Lina Marsh met Paul Reed. Her letter called the plan “a farce”.", [("a farce", "partial", "Lina Marsh")]),
    ("en", "Lina Marsh's verdict was “a farce”. Paul Reed left.", [("a farce", "partial", "Lina Marsh")]),
    ("en", "The union's letter to Paul Reed described the plan as “a farce”.", [("a farce", "partial", "union")]),
    # A title that a verb holds is nobody's words; who speaks elsewhere does not claim them.
    ("en", "Lina Marsh presented “The Last Ferry” at the festival.", [("The Last Ferry", "term", None)]),
    ("en", "“Come in,” said Lina Marsh. “Sit down.” Paul Reed was speaking on the phone.", [("Come in,", "full", "Lina Marsh"), ("Sit down.", "full", "Lina Marsh")]),
    # A noun of saying that somebody else judges.
    ("en", "Lina Marsh called Paul Reed's remarks on the port “absurd”.", [("absurd", "partial", "Lina Marsh")]),
    ("en", "Lina Marsh dismissed Paul Reed's claim of theft as “absurd”.", [("absurd", "partial", "Lina Marsh")]),
]  # fmt: skip
