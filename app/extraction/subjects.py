"""Who is the subject of a verb, wherever in the sentence."""

from itertools import pairwise

from app.extraction.clauses import ClauseReader
from app.extraction.cue import LINK
from app.extraction.lexicon import listed
from app.extraction.phrase import Phrase, stand_in
from app.extraction.statements import COMMUNIQUES, STATEMENTS, is_author

MODALS = listed("are can could had has have is may might must should was were will would")
# What stands before a name behind its verb: “said little Rayan's uncle”.
LITTLE = {"little", "old", "young", "poor", "dear", "even", "only"}
# Between somebody and whom they work for: “Paul Vandroy, analyste chez Kestrel”.
EMPLOYED_BY = listed("à at au chez d' dans de du for from in of")
# What parts a verb from whoever is named behind it.
PARTING = {":", ";", "que", "qu'", "that"}
PRONOUNS = {"il", "elle", "ils", "elles", "he", "she", "they"}
# Prepositions that are conjunctions before somebody with a verb.
CONJUNCTIONS = {"after", "before", "since", "until", "as", "than"}
INERT = ("thing", "document")
# “Lui,”, “de son côté,”, “pour sa part,”.
APART = {"de", "elle", "elles", "eux", "lui", "pour"}
OWN = {"leur", "sa", "son"}
# Before a verb, these have its subject behind: “les "pressions" que dénonce X”, “dont parle X”.
BRINGING_BACK = {"dont", "où", "qu'", "que"}


# Verbs of saying with whom they are said to right behind them.
TAKING = {"accuse", "ask", "remind", "tell", "thank", "urge", "warn"}


class SubjectFinder(ClauseReader):
    """Looks for subjects in one sentence."""

    def same_speaker(self) -> Phrase:
        """“Et d'ajouter : …”: nobody is named, so whoever spoke last."""
        return stand_in(self.tokens, 0, "speaker")

    def subject_of(self, first: int, at: int) -> tuple[Phrase | None, str]:
        """Who stands as the subject: just before, before an insertion, or after the verb."""
        before, direct = self.low(first - 1), self.ends.get(first)
        if direct and self.is_subject(direct):
            return direct, "plain"
        if before == "," and (apposed := self.apposed_subject(first)):
            return apposed, "plain"
        if before == "," and (own := self.insisted(first)):
            return own, "plain"
        if direct and self.is_own_statement(direct):
            return stand_in(self.tokens, direct.first), "plain"
        if direct and (direct.kind == "nobody" or (direct.kind in INERT and not direct.under)):
            return direct, "plain"
        if not self.french and (author := self.statement_author(first)):
            return author, "plain"
        if before in {"laquelle", "lequel", "lesquels", "qui", "who", "which", "that"}:
            return self.antecedent(first - 1), "plain"
        quoted = first == 0 or before in LINK or before in {"“”", "comme"}
        quoted = quoted or (self.french and before in BRINGING_BACK)
        if quoted and (after := self.inverted_subject(first, at)):
            return after, "inverted"
        if before == "," and (parted := self.parted_subject(first)):
            return parted, "plain"
        main = self.main_subject(first)
        opening = self.phrases[0] if self.phrases else None
        if opening and self.french and not self.low(opening.last).endswith(("is", "it", "ié")):
            opening = None  # “Un rapport remis à X pointe…”
        if main is None and opening and opening.kind == "document" and not opening.under:
            return opening, "plain"  # “A review published on Monday described…”
        return main, "plain"

    def is_own_statement(self, direct: Phrase) -> bool:
        """“Her letter called it "a farce"”: whoever “her” is."""
        owned = self.low(direct.first) in {"her", "his", "their"} and not direct.animate
        return owned and not self.french and self.low(direct.last - 1) in STATEMENTS

    def statement_author(self, first: int) -> Phrase | None:
        """“The ministry's statement said”, “an email from Paul Smith to his staff said”."""
        for phrase in reversed(self.phrases):
            if not phrase.animate or phrase.kind == "nobody" or phrase.last > first:
                continue
            gap = range(phrase.last, first)
            if not all(self.tokens[p].is_word or self.low(p) in {"'s", "'"} for p in gap):
                return None
            owned = self.low(phrase.last) in {"'s", "'"} and self.low(first - 1) in STATEMENTS
            if owned and first - phrase.last <= 3:
                return phrase
            sent = self.low(phrase.last + 1) in STATEMENTS and self.low(phrase.last + 2) == "to"
            if sent and self.low(phrase.last) in {"'s", "'"} and len(gap) <= 7:
                return phrase  # “the union's letter to Paul Reed said”
            told = phrase.first - (self.low(phrase.first - 1) in {"a", "the"})
            if len(gap) <= 6 and is_author(self.low, told, False):
                return phrase
        return None

    def is_subject(self, direct: Phrase) -> bool:
        """Whether somebody right before a verb is its subject: nothing governs them, but a
        conjunction, or the statement that they have written.
        """
        if direct.kind in ("nobody", *INERT):
            return False
        if not direct.under:
            return not (self.french and self.is_relative(direct))
        if direct.animate and self.low(direct.first - 1) in CONJUNCTIONS:
            return True  # “after a judge told him…”
        return direct.kind != "pronoun" and is_author(self.low, direct.first, self.french)

    def is_relative(self, direct: Phrase) -> bool:
        """“L'association que préside X accuse…”: the subject of the relative clause."""
        verb = self.low(direct.first - 1)
        finite = verb.endswith(("e", "ent", "t")) and not self.is_link(verb)
        return finite and self.low(direct.first - 2) in BRINGING_BACK

    def is_link(self, low: str) -> bool:
        words = self.lexicon.words
        return any(low in words[key] for key in ("adverbs", "determiners", "prepositions"))

    def apposed_subject(self, first: int) -> Phrase | None:
        """“Le maire, Paul Rey, a dit”: an office with its name between commas."""
        one = self.ends.get(first - 1)
        if one is None or one.name is None or one.under:
            return None
        return one if one.first < one.name.first - 1 else None

    def insisted(self, first: int) -> Phrase | None:
        """“Quand X, lui, réclame…”, “Y se tait mais X, de son côté, réclame…”: who is set apart."""
        for opening in range(first - 3, max(0, first - 7), -1):
            if self.low(opening) != ",":
                continue
            words = [self.low(place) for place in range(opening + 1, first - 1)]
            apart = words[0] in APART and (len(words) == 1 or words[1] in OWN)
            one = self.ends.get(opening) if self.french and apart else None
            return one if one and one.animate and not one.under else None
        return None

    def parted_subject(self, first: int) -> Phrase | None:
        """“…and Iraq, which was not warned, protested”: a relative clause parts a second clause's
        subject from its verb.
        """
        for phrase in reversed(self.phrases):
            at = phrase.last
            if at >= first - 2 or phrase.under or not phrase.animate:
                continue
            joined = self.low(phrase.first - 1) in {"and", "but", "while", "et", "mais"}
            relative = self.low(at) == "," and self.low(at + 1) in {"which", "who", "qui", "dont"}
            commas = sum(self.low(place) == "," for place in range(at, first))
            return phrase if joined and relative and commas == 2 else None
        return None

    def antecedent(self, at: int) -> Phrase | None:
        """Whom a relative pronoun takes up: the phrase just before it."""
        place = at - 1 if self.low(at - 1) == "," else at
        for phrase in reversed(self.phrases):
            if phrase.last <= place and phrase.last >= place - 1 and phrase.kind != "nobody":
                if phrase.under and place < at and (person := self.described(phrase)):
                    return person
                return phrase if phrase.animate else None
        return None

    def described(self, place: Phrase) -> Phrase | None:
        """“Paul Vandroy, analyste chez Kestrel, qui évoque…”: the person, not who employs them."""
        if place.name is None or place.name.kind == "person":
            return None
        before = [p for p in self.phrases if p.last < place.first and p.name]
        before = [p for p in before if not p.under or self.low(p.first - 2) == "according"]
        person = before[-1] if before else None
        apposed = person and person.name and person.name.kind != "state"
        link = self.low(person.last) if person else ""
        linked = link in EMPLOYED_BY or (link == "," and person and person.roles)
        near = person and place.first - person.last < 9 and linked
        return person if apposed and near else None

    def inverted_subject(self, first: int, at: int) -> Phrase | None:
        """The subject after its verb: “a annoncé jeudi le secrétaire…”, “said Adnan Sarraf”."""
        closed = self.low(first - 1) == "," and self.is_insertion_end(first - 1)
        if closed and not self.is_aside(at) and not self.is_parted(first, at):
            return None
        brings = self.french and self.low(at + 1) in {"de", "d'", "à"}
        if brings and self.low(at + 2).endswith(("er", "ir", "re")):
            return None  # “promet de faire citer les relevés”: what is promised
        unknown: Phrase | None = None
        for phrase in self.phrases:
            if phrase.first <= at or self.is_by_the_way(phrase, at):
                continue
            if not self.is_behind(phrase, first, at):
                break
            if phrase.kind == "document" and self.is_concluding(phrase, first, at):
                return phrase
            wrote = phrase.under and self.french and is_author(self.low, phrase.first, True)
            if (phrase.under and not wrote) or phrase.kind in ("nobody", *INERT):
                continue
            if not self.can_answer(phrase, first, at):
                break
            if phrase.kind != "unknown" or not self.french:
                return phrase
            unknown = unknown or phrase
        return unknown

    def is_concluding(self, document: Phrase, first: int, at: int) -> bool:
        """« … », conclut le rapport: a paper right behind the verb that a speech has."""
        spoken = "“”" in (self.low(first - 1), self.low(first - 2))
        own = document.head not in COMMUNIQUES  # those are whose they are
        return self.french and spoken and own and document.first == at + 1 and not document.under

    def is_by_the_way(self, phrase: Phrase, at: int) -> bool:
        """“assure à la presse, un rien bravache, Luc Petit”: neither the press nor “un rien”."""
        if self.french and phrase.under and phrase.kind != "pronoun":
            return not is_author(self.low, phrase.first, True)  # “indique un communiqué de X”
        before = self.low(phrase.first - 1)
        commas = sum(self.low(place) == "," for place in range(at, phrase.first))
        if self.french and before.endswith(("er", "ir", "re", "ant")) and commas % 2:
            return self.low(phrase.last) == ","  # “résume, sans regarder Y, X”
        apart = phrase.first == at + 2 and self.low(at + 1) == "," == self.low(phrase.last)
        return apart and phrase.kind == "unknown"

    def is_behind(self, phrase: Phrase, first: int, at: int) -> bool:
        """Whether nothing parts a phrase from the verb before it: in English, no word at all."""
        gap = range(at + 1, phrase.first)
        if any(self.tokens[place].quote >= 0 or self.low(place) in PARTING for place in gap):
            return False
        if any(self.low(place) == "," for place in gap) and not self.is_aside_gap(first, gap):
            return False
        return self.french or phrase.first <= at + 1 + (self.low(at + 1) in LITTLE)

    def can_answer(self, phrase: Phrase, first: int, at: int) -> bool:
        """Whether somebody behind a verb can be its subject, and is not another verb's."""
        if phrase.head in PRONOUNS and phrase.kind == "pronoun" and phrase.first > at + 1:
            return False
        spoken = "“”" in (self.low(first - 1), self.low(first - 2))
        if phrase.kind == "unknown" and not spoken:
            return False
        return self.french or not self.has_own_verb(phrase, first)

    def has_own_verb(self, phrase: Phrase, first: int) -> bool:
        """“Jaylen Moore, who led it, said students felt…”: they felt, and did not say; “One email,
        sent in May, describes the system as…”: it is what is described.
        """
        after, words = self.low(phrase.last), self.lexicon.words
        if "“”" in (self.low(first - 1), self.low(first - 2)):
            return after in MODALS
        if after in {"as", "“”", "that"}:
            return True
        form = self.lexicon.verbs.get(self.low(phrase.first - 1))
        if form and form.lemma in TAKING and after != ",":
            return True  # “The letter, signed in May, accuses Paul Reed of "theft"”
        plain = phrase.last < len(self.tokens) and self.tokens[phrase.last].is_word
        beside = after in words["prepositions"] or after in words["relatives"]
        return plain and not beside and after not in self.lexicon.weekdays

    def is_parted(self, first: int, at: int) -> bool:
        """“Ankara, a ajouté Hakan Demir, attend des actes”: an inquit between subject and verb."""
        one, before = self.starts.get(at + 1), self.ends.get(first - 1)
        named = self.french and one is not None and one.kind in ("name", "person")
        return bool(named and before and one and self.low(one.last) == ",")

    def is_aside_gap(self, first: int, gap: range) -> bool:
        """« … », devait regretter, devant des journalistes, un diplomate: adverbials between."""
        said = "“”" in (self.low(first - 1), self.low(first - 2))
        said = said or (self.inside and self.low(first - 1) == ",")
        commas = [place for place in gap if self.low(place) == ","]
        if not (self.french and said) or len(gap) > 16 or len(commas) < 2:
            return False
        return all(
            self.low(place + 1) in self.lexicon.words["prepositions"] or end - place <= 5
            for place, end in pairwise(commas)
        ) and not any(
            self.low(place) in self.lexicon.words["relatives"] - {"tout", "et", "comme"}
            or self.low(place) in {"a", "ont", "est", "sont"}
            for place in gap
        )

    def is_aside(self, at: int) -> bool:
        """« Le tribunal, a tranché la présidente, entendra »: in a speech, between two commas."""
        subject = self.starts.get(at + 1)
        return (
            self.inside
            and subject is not None
            and subject.animate
            and self.low(subject.last) in {",", "."}
        )

    def is_insertion_end(self, comma: int) -> bool:
        """Whether a comma closes an insertion after a subject: “X, qui…, a dit”."""
        if self.low(comma - 1) == "“”":
            return False
        subject = self.main_subject(comma)
        if subject is None:
            return False
        after = self.low(subject.last)
        if after not in {",", "(", "–", "—", "--", "qui", "who", "dont", "whose"}:
            return False
        return subject.last != comma or not self.verb_before(subject.first)
