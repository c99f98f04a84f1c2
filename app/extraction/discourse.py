"""Who a pronoun, an office or a description means, of those named so far."""

from app.extraction.entities import BUSINESS, FACELESS, FAR, Entity, Mentioned
from app.extraction.lexicon import listed
from app.extraction.phrase import Phrase
from app.extraction.roll import Roll

# What somebody is besides any office: “the 52-year-old father”, “the midfielder”.
DESCRIBING = listed(
    """old former outgoing veteran retired young elderly man woman boy girl father mother
    parent husband wife widow brother sister son daughter teenager youth politician lawmaker
    businessman businesswoman billionaire tycoon candidate leader incumbent hopeful
    challenger newcomer survivor victim host guest author writer novelist player striker
    defender midfielder forward winger captain skipper goalkeeper keeper champion runner
    rival figure native pensioner retiree democrat republican conservative liberal socialist
    nationalist pontiff monarch american briton diplomat official star singer actor actress
    artist musician executive entrepreneur academic scientist researcher expert analyst"""
)
PUBLIC = listed(
    """Court Ministry Office Department Police Union Party Commission Council Agency Embassy
    Parliament Senate House Congress Army Board Committee University Nations News Press Times"""
)
STATUS = listed(
    """prévenu prévenue accusé accusée suspect suspecte condamné condamnée détenu détenue
    witness defendant accused suspect convict plaintiff inmate claimant"""
)
COURT = listed(
    """procureur procureure juge magistrat magistrate avocat avocate me
    prosecutor judge magistrate lawyer attorney counsel barrister solicitor justice"""
)


class Cast(Roll):
    """Everybody of a text, and whom its words for them mean."""

    def fill_office(self, known: Entity, phrase: Phrase) -> None:
        """Give the offices spoken of before without a name the name that comes now."""
        wanted = self.groups_of(phrase.roles)
        for one in self.all:
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

    def of_role(
        self, phrase: Phrase, sentence: int, speaker: int = -1
    ) -> tuple[Entity | None, str]:
        """Who holds an office that the text has named: “le chef de la diplomatie américaine”."""
        best: tuple[float, Entity] | None = None
        wanted = self.groups_of(phrase.roles)
        for past in reversed(self.mentioned):
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
            return best[1], f"{phrase.text} is {best[1].name}, by the office the text gives"
        return None, ""

    def groups_of(self, roles: list[str] | set[str]) -> set[int]:
        groups = self.lexicon.groups
        nothing: frozenset[int] = frozenset()
        found = (groups.get(one, groups.get(one.split(" ")[-1], nothing)) for one in roles)
        return {number for numbers in found for number in numbers}

    def likeness(self, one: Entity, phrase: Phrase, wanted: set[int]) -> float:
        """2 for the same word, 1 for words of one office, 0 for neither."""
        if any(role in one.roles for role in phrase.roles):
            return 2.0 if one.kind == "person" else 1.5
        stems = {role.split(" ")[-1] for role in phrase.roles}
        if any(role.split(" ")[-1] in stems for role in one.roles if " " in role):
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

    def of_pronoun(
        self, phrase: Phrase, sentence: int, paragraph: int, apart: int = -1
    ) -> tuple[Entity | None, str]:
        """Who “il”, “she” or “ce dernier” means: gender and number, who spoke, who was subject."""
        if phrase.head == "speaker":
            spoke = self.speaker
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
        ], f"“{phrase.text.lstrip('-t')}” takes up {best[1].name}, the nearest who can be meant"

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
                return chosen, f"{phrase.text}: {chosen.name}, of the two just named"
        order: list[int] = []
        for past in reversed(self.mentioned):
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
        chosen = self.all[pair[0] if phrase.head == "first" else pair[1]]
        if phrase.gender and chosen.gender and phrase.gender != chosen.gender:
            return None, ""
        self.pair = (pair[0], pair[1], sentence)
        return chosen, f"{phrase.text}: {chosen.name}, of the two just named"

    def last_pair_place(self, number: int, pair: list[int]) -> int:
        """Where one of two was named first since both have been spoken of."""
        last = dict.fromkeys(pair, 0)
        places: list[Mentioned] = [past for past in self.mentioned if past.entity in pair]
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

    def of_last(self, phrase: Phrase, sentence: int) -> tuple[Entity | None, str]:
        """“Ce dernier”: the last person mentioned."""
        recent = [
            past
            for past in self.mentioned[-40:]
            if sentence - past.sentence <= 5 and past.at < phrase.start and not past.pronoun
        ]
        wide = phrase.head in ("celui-ci", "celle-ci")
        for past in sorted(recent, key=lambda one: -one.at):
            one = self.all[past.entity]
            fits = one.kind in ("person", "unnamed") and not one.plural and self.may_be(one, phrase)
            if fits or (wide and one.kind == "organisation"):
                return one, f"{phrase.text} is the last one mentioned, {one.name}"
        return None, ""

    def of_description(
        self, phrase: Phrase, sentence: int, paragraph: int
    ) -> tuple[Entity | None, str]:
        """“Le milliardaire républicain”, “the Italian”: words that no office of the text
        explains.
        """
        best: tuple[float, Entity] | None = None
        for past in reversed(self.mentioned):
            if sentence - past.sentence > 6:
                break
            one = self.all[past.entity]
            if one.kind != "person" or one.plural or not self.fits(one, phrase):
                continue
            wanted, theirs = self.groups_of(phrase.roles), self.groups_of(one.roles)
            if STATUS & set(phrase.roles) and COURT & one.roles:
                continue
            if self.is_another_office(phrase, one) and not wanted & theirs:
                continue
            if wanted and theirs and not wanted & theirs:
                court = self.groups_of(one.roles & COURT)
                if court or not STATUS & set(phrase.roles):
                    continue  # “le prévenu” may be a mayor, and no prosecutor
            score = self.salience(past, one, phrase, sentence, paragraph)
            score -= 1.2 * (sentence - past.sentence)
            if phrase.country and one.country == phrase.country:
                score += 5
            if best is None or score > best[0]:
                best = (score, one)
        if best is None:
            return None, ""
        return best[1], f"{phrase.text} can only be {best[1].name}, of those spoken of just before"

    def is_another_office(self, phrase: Phrase, one: Entity) -> bool:
        """“The superintendent” is not the principal who was just named."""
        if self.lexicon.language != "en" or not (phrase.roles and one.roles) or phrase.country:
            return False
        words = set(phrase.text.lower().replace("-", " ").split()) | set(phrase.roles)
        return not words & (STATUS | DESCRIBING)

    def of_group(self, phrase: Phrase) -> Entity | None:
        """“L'ambassade”, “la société”: an institution that the text has named more fully."""
        head, fallback = phrase.head, None
        past_ones = list(reversed(self.mentioned))
        if phrase.country:  # whoever is of that country before whoever is of none
            past_ones.sort(key=lambda past: self.all[past.entity].country != phrase.country)
        for past in past_ones:
            one = self.all[past.entity]
            if one.kind != "organisation" or (
                phrase.country and one.country and phrase.country != one.country
            ):
                continue
            low = one.name.lower().split()
            if head in low or head in one.roles or (head in BUSINESS and one.roles & BUSINESS):
                if one.named or head not in BUSINESS or self.lexicon.language != "en":
                    return one
                fallback = fallback or one  # “a cruise company”: its name may have come since
        if head in BUSINESS and phrase.det == "definite":
            named = [self.all[past.entity] for past in self.mentioned[-60:]]
            firms = [
                one
                for one in named
                if one.kind == "organisation"
                and one.named
                and not one.roles
                and " " in one.name
                and not PUBLIC & set(one.name.split())
            ]
            return firms[-1] if firms else fallback
        return fallback
