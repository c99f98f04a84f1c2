"""Who a pronoun means, of those named so far: “il”, “she”, “ce dernier”, “the former”."""

from app.extraction.bodies import Bodies
from app.extraction.entities import FACELESS, Entity, Mentioned
from app.extraction.lexicon import listed
from app.extraction.phrase import WHOM, Phrase
from app.extraction.roll import NEAR

FAR = 14  # sentences back that a pronoun or an office can look
# Whom somebody met.
MEETING = listed(
    """counterpart guest homologue host hôte hôtesse interlocuteur interlocutrice invité invitée
    vis-à-vis visiteur visiteuse visitor"""
)


class Pronouns(Bodies):
    """Whom the pronouns of a text take up."""

    def of_pronoun(
        self, phrase: Phrase, sentence: int, paragraph: int, apart: int = -1
    ) -> tuple[Entity | None, str]:
        """Who “il”, “she” or “ce dernier” means: gender and number, who spoke, who was subject."""
        if phrase.head == "speaker":
            spoke = self.speaker
            acting = self.last_acting(sentence, paragraph)
            if acting and (spoke is None or spoke.at < acting.at):
                return self.all[acting.entity], "the subject of the sentence before"
            if spoke is None or sentence - spoke.sentence > 3 or spoke.at > phrase.start:
                return None, ""
            return self.all[spoke.entity], "nobody else is named since the last speech"
        if phrase.head in ("first", "second"):
            return self.of_pair(phrase, sentence)
        if phrase.head in ("last", "same", "celui-ci", "celle-ci"):
            return self.of_last(phrase, sentence)
        best: tuple[float, Entity] | None = None
        seen: set[int] = set()
        for past in reversed(self.mentioned):
            if sentence - past.sentence > FAR:
                break
            one = self.all[past.entity]
            if one.number in seen and not past.subject:
                continue
            if sentence and past.at > phrase.start:
                continue  # who comes only after the pronoun
            if not self.may_be(one, phrase) or one.number == apart:
                continue
            seen.add(one.number)
            score = self.salience(past, one, phrase, sentence, paragraph)
            if best is None or score > best[0]:
                best = (score, one)
        if best is None:
            return None, ""
        return best[
            1
        ], f"“{phrase.text.lstrip('-t')}” takes up {WHOM}, the nearest who can be meant"

    def last_acting(self, sentence: int, paragraph: int) -> Mentioned | None:
        """“M. Rey a souri. Et de conclure : …”: the person the sentence before was about."""
        for past in reversed(self.mentioned[-20:]):
            one = self.all[past.entity]
            near = past.sentence == sentence - 1 and past.paragraph == paragraph
            if near and past.subject and one.kind == "person":
                return past
        return None

    def last_unnamed(self, sentence: int) -> Entity | None:
        """“Selon un diplomate, … « … », souligne cette source”: the last who was left unnamed."""
        for past in reversed(self.mentioned[-20:]):
            one = self.all[past.entity]
            if one.kind == "unnamed" and one.roles and sentence - past.sentence <= 3:
                return one
        return None

    def may_be(self, one: Entity, phrase: Phrase) -> bool:
        if phrase.head == "it":
            return one.kind in ("organisation", "state") or "document" in one.roles
        if phrase.plural:
            return one.plural or (one.kind == "organisation" and self.lexicon.language == "en")
        if one.plural or one.kind == "state":
            return False
        if one.kind == "organisation" and (
            self.lexicon.language == "en"
            or one.gender != phrase.gender
            or phrase.head in ("last", "same", "first", "second")
        ):
            return False
        return not (phrase.gender and one.gender and one.gender != phrase.gender)

    def salience(
        self, past: Mentioned, one: Entity, phrase: Phrase, sentence: int, paragraph: int
    ) -> float:
        score = 10.0 - 1.6 * (sentence - past.sentence) - 0.8 * (paragraph - past.paragraph)
        score += 3.5 if past.subject else 0.0
        spoke = self.speaker
        if spoke and sentence and spoke.at > phrase.start:
            spoke = None  # asked for later, when all the text has been read
        if past.subject and spoke and past.at > spoke.at and past.entity != spoke.entity:
            score += 3.5  # somebody new has come since the last speech
        score += 1.0 if one.gender and one.gender == phrase.gender else 0.0
        score -= 4.0 if "document" in one.roles and phrase.head != "it" else 0.0
        score += {"person": 1.0, "organisation": -3.5}.get(one.kind, -1.0)
        if one.kind == "unnamed" and one.roles & FACELESS and self.lexicon.language == "en":
            score -= 5.0
        if spoke and spoke.entity == one.number:
            score += max(0.0, 4.0 - 0.8 * (sentence - spoke.sentence))
        return score + past.at * 1e-7

    def of_pair(self, phrase: Phrase, sentence: int) -> tuple[Entity | None, str]:
        """“Le premier / le second”, “the former / the latter”: the last two who were named."""
        if self.pair and sentence - self.pair[2] <= 4:
            chosen = self.all[self.pair[0] if phrase.head == "first" else self.pair[1]]
            if not (phrase.gender and chosen.gender and phrase.gender != chosen.gender):
                return chosen, f"{phrase.text}: {WHOM}, of the two just named"
        order: list[int] = []
        for past in sorted(self.mentioned[-40:], key=lambda one: -one.at):
            if sentence - past.sentence > 6:
                break
            one = self.all[past.entity]
            if one.kind != "person" or one.plural or past.entity in order:
                continue
            order.append(past.entity)
            if len(order) == 2:
                break
        if len(order) < 2:
            return None, ""
        pair = sorted(order, key=lambda number: self.last_pair_place(number, order))
        if phrase.head == "second":
            pair.reverse()
        chosen, other = self.all[pair[0]], self.all[pair[1]]
        if phrase.gender and chosen.gender and phrase.gender != chosen.gender:
            if other.gender != phrase.gender:
                return None, ""
            pair.reverse()  # “le premier… la seconde”: the one who is a man
            chosen = other
        if phrase.head == "second":
            pair.reverse()
        self.pair = (pair[0], pair[1], sentence)
        return chosen, f"{phrase.text}: {WHOM}, of the two just named"

    def last_pair_place(self, number: int, pair: list[int]) -> int:
        """Where one of two was named first since both have been spoken of."""
        last = dict.fromkeys(pair, 0)
        places: list[Mentioned] = [p for p in self.mentioned[-2 * NEAR :] if p.entity in pair]
        runs = {past.sentence for past in places[-6:]}
        together = [
            s
            for s in sorted(runs, reverse=True)
            if {p.entity for p in places if p.sentence == s} == set(pair)
        ]
        if together:
            return min(p.at for p in places if p.sentence == together[0] and p.entity == number)
        for past in places:
            last[past.entity] = past.at
        return last[number]

    def of_meeting(self, phrase: Phrase, sentence: int) -> Entity | None:
        """“Le ministre a reçu X. Son invité a salué…”: of the two who met, the one not speaking."""
        if phrase.head not in MEETING:
            return None
        people: list[int] = []
        for past in sorted(self.mentioned[-20:], key=lambda one: -one.at):
            one = self.all[past.entity]
            near = sentence - past.sentence <= 3 and one.number not in people
            if near and one.kind == "person" and one.named:
                people.append(one.number)
        if len(people) != 2 or self.speaker is None or self.speaker.entity not in people:
            return None
        people.remove(self.speaker.entity)
        other = self.all[people[0]]
        return other if self.may_be(other, phrase) else None

    def of_last(self, phrase: Phrase, sentence: int) -> tuple[Entity | None, str]:
        """“Ce dernier”: the last person mentioned."""
        recent = [
            past
            for past in self.mentioned[-40:]
            if sentence - past.sentence <= 5 and past.at < phrase.start and not past.pronoun
        ]
        wide = phrase.head in ("celui-ci", "celle-ci")
        before = [past for past in recent if past.sentence < sentence]
        body = self.all[max(before, key=lambda one: one.at).entity] if before else None
        fits = body and body.kind == "organisation" and body.gender == phrase.gender != ""
        if body and fits and phrase.head == "last":
            return body, f"{phrase.text} is the last one mentioned, {WHOM}"
        for past in sorted(recent, key=lambda one: -one.at):
            one = self.all[past.entity]
            fits = one.kind in ("person", "unnamed") and not one.plural and self.may_be(one, phrase)
            if fits or (wide and one.kind == "organisation"):
                return one, f"{phrase.text} is the last one mentioned, {WHOM}"
        return None, ""
