"""Names of bodies, offices and sources, and who speaks by a noun; see quoting.py."""

from tests.quoting import Case

BODIES: list[Case] = [
    (
        "en",
        "“This is unjust,” Veterans for Home said Thursday.",
        [("This is unjust,", "full", "Veterans for Home")],
    ),
    (
        "en",
        "“It is a trap,” the Teachers' Union of Basra said.",
        [("It is a trap,", "full", "Teachers' Union of Basra")],
    ),
    (
        "en",
        "“We have no tents,” Four Winds Relief said in a statement.",
        [("We have no tents,", "full", "Four Winds Relief")],
    ),
    (
        "en",
        "Turkey's defense ministry called the strike “a success.”",
        [("a success.", "partial", "Turkey's defense ministry")],
    ),
    (
        "en",
        "“It is over,” the Anbar provincial council said.",
        [("It is over,", "full", "Anbar provincial council")],
    ),
    (
        "en",
        "The Commission on Public Integrity spoke of “missing files.”",
        [("missing files.", "partial", "Commission on Public Integrity")],
    ),
    (
        "en",
        "The Iraqi Red Crescent has run out of tents. “We need help now,” it said in a statement.",
        [("We need help now,", "full", "Iraqi Red Crescent")],
    ),
    (
        "en",
        "“They fled,” police Capt. Saad Nouri said.",
        [("They fled,", "full", "Saad Nouri")],
    ),
    (
        "en",
        "“We are ready,” Joint Chiefs Chairman Gen. Mark Tully said.",
        [("We are ready,", "full", "Mark Tully")],
    ),
    (
        "en",
        "“We know more,” Director of National Intelligence Ron Clay said.",
        [("We know more,", "full", "Ron Clay")],
    ),
    (
        "en",
        "Growth is “weak,” said Goldman Sachs economist Farouk Said.",
        [("weak,", "partial", "Farouk Said")],
    ),
    (
        "en",
        "The market is “tight,” according to oil trader Vitol's Russell Harding.",
        [("tight,", "partial", "Russell Harding")],
    ),
    (
        "en",
        "“It went badly,” two people who attended the meeting said.",
        [("It went badly,", "full", "two people who attended the meeting")],
    ),
    (
        "en",
        "A spokesperson for the U.N. refugee agency described “a silent exodus.”",
        [("a silent exodus.", "partial", "A spokesperson for the U.N. refugee agency")],
    ),
    (
        "en",
        "“The case is closed,” the state news agency quoted Gen. Hamza Odeh as saying.",
        [("The case is closed,", "full", "Hamza Odeh")],
    ),
    (
        "en",
        "“They came at night,” witness Salwa Najm was quoted by Al-Iraqiya as saying.",
        [("They came at night,", "full", "Salwa Najm")],
    ),
    (
        "en",
        "France, Germany and Italy said they were “deeply concerned.”",
        [("deeply concerned.", "partial", "France, Germany and Italy")],
    ),
    (
        "en",
        "Ali Fadel spoke of “a success,” Claire Dunn of “a start.”",
        [("a success,", "partial", "Ali Fadel"), ("a start.", "partial", "Claire Dunn")],
    ),
    (
        "en",
        "Tariq Saleh's remark that Iraq was “not a postcard” spread online.",
        [("not a postcard", "partial", "Tariq Saleh")],
    ),
    (
        "en",
        "“We will not forget,” read a statement from the interior ministry.",
        [("We will not forget,", "full", "interior ministry")],
    ),
    (
        "fr",
        "« C'est injuste », a réagi l'ONG Sauver l'enfance jeudi.",
        [("C'est injuste", "full", "Sauver l'enfance")],
    ),
    (
        "fr",
        "Selon le mouvement Demain la Digue, « le barrage cédera ».",
        [("le barrage cédera", "partial", "Demain la Digue")],
    ),
    (
        "fr",
        "Mossoul Libre a dénoncé « une mesure injuste ».",
        [("une mesure injuste", "partial", "Mossoul Libre")],
    ),
    (
        "fr",
        "Les Fils de la Montagne ont dénoncé « une mesure injuste ».",
        [("une mesure injuste", "partial", "Fils de la Montagne")],
    ),
    (
        "fr",
        "Le Bureau du Premier ministre a évoqué « un malentendu ».",
        [("un malentendu", "partial", "Bureau du Premier ministre")],
    ),
    (
        "fr",
        "L'Association des banques privées a dénoncé « une mesure injuste ».",
        [("une mesure injuste", "partial", "Association des banques privées")],
    ),
    (
        "fr",
        "D'après le chargé d'affaires américain David Burk, « rien ne presse ».",
        [("rien ne presse", "full", "David Burk")],
    ),
    (
        "fr",
        "Charles-Henri de Montbrun a évoqué « une crise ».",
        [("une crise", "partial", "Charles-Henri de Montbrun")],
    ),
    (
        "fr",
        "« On étouffe », ont prévenu des habitants du quartier.",
        [("On étouffe", "full", "des habitants du quartier")],
    ),
    (
        "fr",
        "« Liberté ! », ont crié des centaines de femmes place Tahrir.",
        [("Liberté !", "full", "des centaines de femmes")],
    ),
    (
        "fr",
        "« Le texte est prêt », a-t-on appris de source parlementaire.",
        [("Le texte est prêt", "full", "source parlementaire")],
    ),
    (
        "fr",
        "Un communiqué de l'armée fait état de « pertes limitées ».",
        [("pertes limitées", "partial", "armée")],
    ),
    (
        "fr",
        "Ali Fadel parle d'« un succès », Claire Dunn d'« un début ».",
        [("un succès", "partial", "Ali Fadel"), ("un début", "partial", "Claire Dunn")],
    ),
    (
        "fr",
        "Aux accusations de « trahison » lancées par Omar Rida, Ali Fadel a répondu non.",
        [("trahison", "partial", "Omar Rida")],
    ),
    (
        "fr",
        "La phrase de Tarek Saleh, « l'Irak n'est pas une carte postale », a choqué.",
        [("l'Irak n'est pas une carte postale", "full", "Tarek Saleh")],
    ),
    (
        "fr",
        "Les menaces de Téhéran de « frapper fort » inquiètent Bagdad.",
        [("frapper fort", "partial", "Téhéran")],
    ),
    (
        "en",
        "“Time is short,” Clean Rivers Now said.",
        [("Time is short,", "full", "Clean Rivers Now")],
    ),
    (
        "en",
        "The Diyala health directorate spoke of “a slow disaster.”",
        [("a slow disaster.", "partial", "Diyala health directorate")],
    ),
    (
        "en",
        "Members of the ruling coalition denounced “a stunt.”",
        [("a stunt.", "partial", "Members of the ruling coalition")],
    ),
    (
        "en",
        "Iran's ambassador, Reza Amiri, denied “any interference,” Iraqi state TV reported.",
        [("any interference,", "partial", "Reza Amiri")],
    ),
    (
        "en",
        "“They will be back,” scoffed Gen. Ismail Noori, quoted by the Tasnim news agency.",
        [("They will be back,", "full", "Ismail Noori")],
    ),
    (
        "fr",
        "La réunion fut « cordiale », selon le vice-président de la Commission Valdis Berzins.",
        [("cordiale", "partial", "Valdis Berzins")],
    ),
    (
        "fr",
        "Le collectif Debout les femmes a dénoncé « une mesure injuste ».",
        [("une mesure injuste", "partial", "Debout les femmes")],
    ),
    (
        "fr",
        "La Marine américaine a évoqué « un engrenage ».",
        [("un engrenage", "partial", "Marine américaine")],
    ),
    (
        "fr",
        "Le Centre irakien de lutte contre la corruption a évoqué « un engrenage ».",
        [("un engrenage", "partial", "Centre irakien de lutte contre la corruption")],
    ),
    (
        "fr",
        "Le chef du Pentagone et son homologue irakien ont promis de « rester unis ».",
        [("rester unis", "partial", "chef du Pentagone et son homologue irakien")],
    ),
]
