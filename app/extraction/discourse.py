"""Who an office or a description means, of those named so far."""

from functools import lru_cache

from app.extraction.entities import Entity
from app.extraction.lexicon import Lexicon, listed
from app.extraction.phrase import WHOM, Phrase
from app.extraction.pronouns import Pronouns

STATUS = listed(
    """accusé accused accusée claimant condamné condamnée convict defendant détenu détenue inmate
    plaintiff prévenu prévenue suspect suspecte witness"""
)
COURT = listed(
    """attorney avocat avocate barrister counsel judge juge justice lawyer magistrat magistrate me
    procureur procureure prosecutor solicitor"""
) | {"avocat général", "avocate générale"}
PREMIERS = {"premier ministre", "première ministre", "prime minister"}  # no mere ministers
# Who is arrested before a text says their name.
DETAINED = listed("adolescent adolescente boy driver femme girl homme man teenager woman")
DEFENDERS = {"avocat", "avocate", "me"}


@lru_cache(maxsize=4096)
def groups_of(roles: frozenset[str], lexicon: Lexicon) -> frozenset[int]:
    """The groups of offices that words belong to, each by itself or by its last word."""
    groups, nothing = lexicon.groups, frozenset[int]()
    found = (groups.get(one, groups.get(one.split(" ")[-1], nothing)) for one in roles)
    return nothing.union(*found)


class Cast(Pronouns):
    """Everybody of a text, and whom its words for them mean."""

    def fill_office(self, known: Entity, phrase: Phrase) -> None:
        """Give the offices spoken of before without a name the name that comes now."""
        wanted = self.groups_of(phrase.roles)
        for one in self.waiting():
            named_now = phrase.det == "definite" and bool(phrase.head)
            if (
                (one.lead or (named_now and one.kind == "unnamed" and not one.definite))
                and self.lexicon.language == "en"
                and one.alias < 0
                and known.start > one.start
                and self.fits(one, phrase)
                and (
                    one.roles & set(phrase.roles)
                    or (one.name.lower().startswith("its ") and self.likeness(one, phrase, wanted))
                )
            ):
                one.alias = known.number
            if (
                (
                    one.definite
                    and one.alias < 0
                    and one.number != known.number
                    and self.fits(one, phrase)
                )
                and one.former == phrase.former
                and self.likeness(one, phrase, wanted) >= 1
            ):
                one.alias = known.number

    def fill_accused(self, known: Entity) -> None:
        """“The suspect told officers…” Ahmed Saleh was detained: whom it was about is named now."""
        waiting = [
            one
            for one in self.waiting()
            if not one.plural
            and one.start < known.start
            and one.roles & (STATUS | DETAINED)
            and not (one.gender and known.gender and one.gender != known.gender)
        ]
        if len(waiting) == 1 and (waiting[0].lead or waiting[0].roles & STATUS):
            waiting[0].alias = known.number

    def of_role(
        self, phrase: Phrase, sentence: int, speaker: int = -1
    ) -> tuple[Entity | None, str]:
        """Who holds an office that the text has named: “le chef de la diplomatie américaine”."""
        best: tuple[float, Entity] | None = None
        wanted = self.groups_of(phrase.roles)
        for past in self.recent():
            one = self.all[past.entity]
            if (
                one.kind not in ("person", "unnamed")
                or not self.fits(one, phrase)
                or one.number == speaker
            ):
                continue
            far = sentence - past.sentence
            score = self.likeness(one, phrase, wanted) * 10.0
            if phrase.former != (one.former or bool(one.roles & {"prédécesseur", "predecessor"})):
                score *= 0.4
            elif phrase.former:
                score += 12
            if score <= 0 or (one.kind == "unnamed" and score < 10):
                continue
            score += (1.5 if past.subject else 0) - far * 0.3
            if phrase.country and one.country == phrase.country:
                score += 4
            if best is None or score > best[0]:
                best = (score, one)
        if best:
            return best[1], f"{phrase.text} is {WHOM}, by the office the text gives"
        return None, ""

    def groups_of(self, roles: list[str] | set[str]) -> frozenset[int]:
        return groups_of(frozenset(roles), self.lexicon)

    def likeness(self, one: Entity, phrase: Phrase, wanted: frozenset[int]) -> float:
        """2 for the same word, 1 for words of one office, 0 for neither."""
        if any(role in one.roles for role in phrase.roles):
            return 2.0 if one.kind == "person" else 1.5
        stems = {role.split(" ")[-1] for role in phrase.roles}
        others = one.roles - PREMIERS if phrase.head in {"ministre", "minister"} else one.roles
        if any(role.split(" ")[-1] in stems for role in others if " " in role):
            return 1.5
        if wanted & self.groups_of(one.roles):
            return 1.0
        return 0.0

    def fits(self, one: Entity, phrase: Phrase) -> bool:
        """Whether gender, number and country do not speak against somebody."""
        if phrase.gender and one.gender and phrase.gender != one.gender:
            return False
        if phrase.plural != one.plural and one.kind != "organisation":
            return False
        both = {phrase.country, one.country}
        return "" in both or len(both) == 1 or bool(both & {"kurd", "eu"})

    def of_description(
        self, phrase: Phrase, sentence: int, paragraph: int
    ) -> tuple[Entity | None, str]:
        """“Le milliardaire républicain”, “the Italian”: words that no office of the text
        explains.
        """
        best: tuple[float, Entity] | None = None
        if (COURT - DEFENDERS) & set(phrase.roles) and self.lexicon.language == "fr":
            return None, ""  # “l'avocat général”: a part of its own, which somebody else plays
        for past in reversed(self.mentioned):
            if sentence - past.sentence > 6:
                break
            one = self.all[past.entity]
            if one.kind != "person" or one.plural or not self.fits(one, phrase):
                continue
            wanted, theirs = self.groups_of(phrase.roles), self.groups_of(one.roles - STATUS)
            if STATUS & set(phrase.roles) and COURT & one.roles:
                continue
            if self.is_another_office(phrase, one) and not wanted & theirs:
                continue
            elected = phrase.text.lower().endswith(("élu", "élue"))  # “la présidente élue”
            if wanted and theirs and not wanted & theirs and not elected:
                court = self.groups_of(one.roles & COURT)
                told = STATUS & set(phrase.roles) or phrase.head in self.lexicon.words["callings"]
                if court or not told:
                    continue  # “le prévenu” may be a mayor, and no prosecutor
            score = self.salience(past, one, phrase, sentence, paragraph)
            if one.roles & COURT and not wanted & theirs:
                score -= 5  # “Son avocat, Me X, a déposé un recours. … dit le jeune homme”
            score -= 1.2 * (sentence - past.sentence)
            if phrase.country and one.country == phrase.country:
                score += 5
            if best is None or score > best[0]:
                best = (score, one)
        if best is None:
            return self.of_nation(phrase, sentence)
        return best[1], f"{phrase.text} can only be {WHOM}, of those spoken of just before"

    def of_voice(self, phrase: Phrase, sentence: int) -> tuple[Entity | None, str]:
        """“X est resté évasif. « … », a dit le porte-parole du Pentagone”: whom the sentence
        before was about, if the text has given them no office.
        """
        for past in reversed(self.mentioned[-20:]):
            one = self.all[past.entity]
            if sentence - past.sentence > 1:
                break
            fresh = one.kind == "person" and not one.roles and self.fits(one, phrase)
            if fresh and past.subject and past.sentence == sentence - 1:
                return one, f"{phrase.text} is {WHOM}, whom the sentence before was about"
        return None, ""

    def of_nation(self, phrase: Phrase, sentence: int) -> tuple[Entity | None, str]:
        """“Le sélectionneur irakien Jorge Almeida… Le Portugais”: where they come from, and not
        whom they work for.
        """
        spoke = self.speaker or (self.mentioned[-1] if self.mentioned else None)
        if phrase.roles != [phrase.head] or phrase.head not in self.lexicon.demonyms:
            return None, ""
        recent = [past for past in self.mentioned[-12:] if sentence - past.sentence <= 1]
        people = {past.entity for past in recent if self.all[past.entity].kind == "person"}
        if len(people) != 1 or spoke is None:
            return None, ""
        one = self.all[people.pop()]
        unfit = phrase.gender and one.gender and phrase.gender != one.gender
        foreign = bool(one.roles) and bool(one.country)
        if not foreign or unfit:
            return None, ""
        return one, f"{phrase.text} is {WHOM}, by where they come from"

    def is_another_office(self, phrase: Phrase, one: Entity) -> bool:
        """“The superintendent” is not the principal who was just named."""
        if self.lexicon.language != "en" or not (phrase.roles and one.roles) or phrase.country:
            return False
        words = set(phrase.text.lower().replace("-", " ").split()) | set(phrase.roles)
        return words.isdisjoint(STATUS | self.lexicon.words["describing"])
