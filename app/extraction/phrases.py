"""The phrases of a sentence that can be somebody: names, offices, crowds, pronouns."""

from app.extraction.joints import JointReader
from app.extraction.lexicon import listed
from app.extraction.phrase import Phrase

# Offices of a town or a province.
OF_PLACES = listed("archbishop bishop governor mayor mufti patriarch prefect sheriff")
# What begins a clause behind “that”.
SUBJECTS = listed("everyone he i it nobody she there they we you")


class Chunker(JointReader):
    """Reads the phrases of one sentence from left to right."""

    def find(self) -> list[Phrase]:
        phrases: list[Phrase] = []
        at = 0
        while at < len(self.tokens):
            phrase = self.phrase_at(at)
            if phrase is None:
                at += 1
                continue
            phrase.under = phrase.under or self.is_under(phrase)
            if (
                phrase.under
                and phrase.det == "indefinite"
                and self.low(phrase.first) == "des"
                and self.low(phrase.first - 1) not in self.words["prepositions"]
            ):
                phrase.det, phrase.start = "definite", self.tokens[phrase.first + 1].start
                phrase.text = self.body[phrase.start : phrase.end]  # “l'avis des grévistes”
            beside = phrases[-1] if phrases and phrases[-1].last == phrase.first else None
            if beside and beside.under and phrase.kind == "name" and at in self.name_at:
                named = phrase.name
                bare = beside.kind == "institution" and not beside.det  # “point de presse X”
                phrase.under = named is not None and not (  # “son compte Telegram”
                    named.kind == "person" or named.words[0] in self.lexicon.first_names or bare
                )
            if beside and self.heads(beside, phrase):
                phrases.pop()
                phrase.first = beside.first
                if not phrase.name:
                    phrase.start, phrase.det = beside.start, beside.det
                    phrase.text = self.body[phrase.start : phrase.end]
            phrases.append(phrase)
            at = max(at + 1, phrase.last)
        self.front(phrases)
        self.appose(phrases)
        return self.join(phrases)

    def heads(self, owner: Phrase, phrase: Phrase) -> bool:
        """“White House press secretary Tori Lundgren”, “Interior Ministry officials”, “Goldman
        Sachs economist Lee Park”, “police Capt. Omar Saad”: one.
        """
        if self.french or phrase.det or not phrase.roles:
            return False
        if not owner.name:
            force = owner.kind == "institution" and not owner.det
            return force and phrase.name is not None and phrase.name.title != ""
        local = phrase.kind == "person" and phrase.head in OF_PLACES  # “says Mosul mayor”
        people = not owner.name.kind and (phrase.name is not None or local)
        people = people and owner.name.words[0] not in self.lexicon.first_names
        known = owner.name.kind in ("organisation", "state")
        titled = phrase.name is not None and phrase.name.role >= phrase.first
        if people and len(owner.name.words) > 1 and phrase.head:
            owner.name.kind = "organisation"
        return (known or people) and (phrase.head != "" or titled)

    def phrase_at(self, at: int) -> Phrase | None:
        token = self.tokens[at]
        if token.quote >= 0:
            return None
        if token.text[0] == "-" and len(token.text) > 1:
            return self.pronoun(at, token.low.removeprefix("-t").lstrip("-"))
        if not token.is_word:
            return None
        if pronoun := self.pronoun(at, token.low):
            return pronoun
        if ordinal := self.ordinal(at):
            return ordinal
        if not self.french and token.low == "that" and self.is_conjunction(at):
            return None  # “said that his wife…”
        if not self.french and (lone := self.lone(at) or self.part(at)):
            return lone
        if token.low in self.words["determiners"] and not (
            token.is_capital and at in self.name_at and self.name_at[at].first == at
        ):
            return self.noun_phrase(at)
        if at in self.name_at:
            return self.named(at)
        return self.bare(at)

    def is_conjunction(self, at: int) -> bool:
        """Whether “that” brings a clause: “that his wife…”, “that China…”, “that ministers…”."""
        low = self.low(at + 1)
        return (
            low in self.words["determiners"]
            or low in SUBJECTS
            or (self.is_word(at + 1) and self.tokens[at + 1].is_capital)
            or low in self.lexicon.crowd
            or (low.endswith("s") and low[:-1] in self.lexicon.roles)
        )

    def is_under(self, phrase: Phrase) -> bool:
        """Whether a preposition stands before a phrase."""
        at = phrase.first
        low, near, far = self.low(at), self.low(at - 1), self.low(at - 2)
        if self.french and "quant" in (near, far):
            return False  # “Quant au ministre, il…”: whom the sentence is about
        if (far, near) == ("as", "for") and at == 2:
            return False  # “As for Murphy, he…”
        if self.french and low in {"au", "aux", "du"}:
            return True
        if low == "des" and self.is_noun_before(at):
            return True
        before = far if near in {"l'", "le", "la", "les", "the", "social"} else near
        if (before == "as" and phrase.name) or (before == "under" and low == "secretary"):
            return False  # “as Murphy said”; “Under Secretary Marcus Hale”: a title
        return before in self.words["prepositions"] or self.is_name_under(phrase)

    def is_noun_before(self, at: int) -> bool:
        """“l'avis des grévistes”; but “ont prévenu des habitants” has a verb before."""
        if not at or not self.tokens[at - 1].is_word or self.kind_of(self.low(at - 1)) == "unknown":
            return False
        return self.low(at - 2) not in self.lexicon.auxiliaries

    def is_name_under(self, phrase: Phrase) -> bool:
        """“in downtown Basra”, “au large de la ville Umm Qasr”: words between, and no person."""
        name, first = phrase.name, phrase.first
        if name is None or first != name.first or name.kind == "person":
            return False
        if name.words[0] in self.lexicon.first_names:
            return False
        of_noun = self.kind_of(self.low(first - 1)) == "institution"
        if self.french and of_noun and self.low(first - 2) in {"de", "d'"}:
            return False  # “lors d'un point de presse Liu Wenbo”
        for back in range(first - 1, max(-1, first - 5), -1):
            low = self.low(back)
            if low in self.words["prepositions"]:
                return True
            if not self.is_word(back) or self.tokens[back].is_capital or low in self.lexicon.verbs:
                return False
            if low in self.words["relatives"] or low in self.words["adverbs"] or low == "what":
                return False
        return False
