"""The roll of a text: everybody in it, found again by the names they bear."""

import re
from functools import lru_cache
from itertools import islice

from app.extraction.entities import Entity, Mentioned
from app.extraction.lexicon import Lexicon, listed
from app.extraction.name import NOBLE, Name
from app.extraction.phrase import Phrase

WORDS = re.compile(r"[^\W\d_][\w.]*")
# What initials leave out: “Organisation mondiale de la santé”.
SMALL = listed("a à and au aux d de des du en et for in l la le les of on pour s the to")
BOTH = {"UN", "EU", "UE"}  # of two letters, and no mere initials of a firm
# Who is told, and no party of the same letters: “a-t-il dit à l'AFP”.
NEWS = listed("ABC AFP AP BBC CBS CNN NBC NPR PBS RFI")
ACRONYM = re.compile(r"[A-Z][A-Za-z]{1,6}")
NEAR = 50  # how many of those who bear a word, or were mentioned last, are looked at


def bare_surname(word: str) -> str:
    low = word.lower()
    for prefix in ("al-", "el-"):
        if low.startswith(prefix):
            return low[len(prefix) :]
    return low


@lru_cache(maxsize=4096)
def whole(name: str) -> str:
    """A name to find it by: small letters, no “al-”, one kind of space."""
    words = name.split()
    if len(words) > 1 and words[0] in NOBLE:
        words = words[1:]  # “Lord Pemberley… Pemberley”
    return " ".join(bare_surname(word) for word in words)


@lru_cache(maxsize=4096)
def initials(name: str) -> str:
    """“Fonds monétaire international” is FMI, “Patriotic Union of Kurdistan” PUK; "" for fewer
    than two words that count.
    """
    words = [word for word in WORDS.findall(name) if word.lower() not in SMALL]
    return "".join(word[0].upper() for word in words) if len(words) > 1 else ""


class Roll:
    """Everybody of a text, in the order in which they come."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.all: list[Entity] = []
        self.by_word: dict[str, dict[int, None]] = {}  # in the order in which they came
        self.by_name: dict[str, int] = {}  # whole names, in small letters and without “al-”
        self.by_initials: dict[str, int] = {}  # bodies by the capitals that stand for them
        self.by_text: dict[tuple[str, str], int] = {}  # kind and words of whoever was added first
        self.unnamed: list[int] = []
        self.mentioned: list[Mentioned] = []
        self.latest: dict[tuple[int, bool], int] = {}  # where of it each was mentioned last
        self.speaker: Mentioned | None = None
        self.nations = frozenset(word.lower() for word in lexicon.demonyms)
        self.pair: tuple[int, int, int] | None = None

    def add(self, name: str, kind: str, named: bool, start: int) -> Entity:
        entity = Entity(len(self.all), name, kind, named, start)
        self.all.append(entity)
        self.by_text.setdefault((kind, name.lower()), entity.number)
        if kind == "unnamed":
            self.unnamed.append(entity.number)
        return entity

    def waiting(self) -> list[Entity]:
        """The last of the unnamed whom nobody has turned out to be yet."""
        return [one for one in (self.all[n] for n in self.unnamed[-NEAR:]) if one.alias < 0]

    def recent(self) -> list[Mentioned]:
        """Where each was last mentioned, the latest first; not the whole of a long text."""
        return [self.mentioned[at] for at in islice(reversed(self.latest.values()), 2 * NEAR)]

    def mention(
        self,
        entity: int,
        sentence: int,
        paragraph: int,
        subject: bool,
        at: int,
        pronoun: bool = False,
    ) -> None:
        past = Mentioned(self.real(entity).number, sentence, paragraph, subject, at, pronoun)
        key = (past.entity, subject)
        if key not in self.latest or self.mentioned[self.latest[key]].sentence <= sentence:
            self.latest.pop(key, None)  # so that the latest stands last
            self.latest[key] = len(self.mentioned)
        self.mentioned.append(past)

    def real(self, number: int) -> Entity:
        """Who an entity is, as the rest of the text tells."""
        entity = self.all[number]
        return self.all[entity.alias] if entity.alias >= 0 else entity

    def speaks(self, entity: int, sentence: int, paragraph: int, at: int) -> None:
        self.speaker = Mentioned(entity, sentence, paragraph, True, at)

    def of_name(self, name: Name, phrase: Phrase) -> Entity:
        """The entity that bears a name: known by its last word, or new."""
        known = self.find_named(name, phrase.gender)
        if known is None:
            kind = name.kind or "person"
            known = self.add(
                name.text, "organisation" if kind == "place" else kind, True, name.start
            )
            if kind == "state":
                key = name.text.replace("’", "'")
                known.country = self.lexicon.countries.get(key, "")
        elif self.is_fuller(name, known):
            known.name, known.start = name.text, min(known.start, name.start)
        for word in [*name.words, name.short] if name.short else name.words:
            self.by_word.setdefault(bare_surname(word), {}).setdefault(known.number)
        self.by_name[whole(known.name)] = known.number
        if known.kind == "organisation":
            self.by_initials.setdefault(initials(known.name) or known.name.upper(), known.number)
        for form in (name.text, name.short):
            if form and form not in known.forms:
                known.forms.append(form)
        return known

    def is_fuller(self, name: Name, known: Entity) -> bool:
        """“M. Rey… Paul Rey”, “Lord Orme… Lord David Orme”, “the IMF… the International Monetary
        Fund”: a name that says more.
        """
        words, theirs = whole(name.text).split(), whole(known.name).split()
        if known.kind == "organisation":
            short = " " not in known.name and known.name in self.shortened(name)
            return len(words) > len(theirs) and (short or self.is_national(words, theirs))
        return known.kind == "person" and len(words) > len(theirs)

    def shortened(self, name: Name) -> tuple[str, ...]:
        """The capitals that can stand for a name."""
        short = initials(name.text)
        return (short, short.capitalize()) if len(short) > 2 or short in BOTH else ()

    def of_initials(self, name: Name) -> Entity | None:
        """“The IMF”, and the International Monetary Fund; either can come first."""
        if name.kind not in ("", "organisation"):
            return None
        if " " not in name.text and ACRONYM.fullmatch(name.text):
            key = name.text.upper()
            key = key if len(key) > 2 or key in BOTH else ""
            upper = name.text.isupper() and key not in NEWS
        else:
            key, upper = next(iter(self.shortened(name)), ""), True
        number = self.by_initials.get(key, -1)
        if number < 0 or not upper:
            return None
        one = self.all[number]
        acronym = " " not in one.name and " " in name.text
        return one if acronym or (" " in one.name and " " not in name.text) else None

    def of_nation_body(self, name: Name, words: list[str]) -> Entity | None:
        """“Le Trésor américain… le Trésor”, “the Treasury… the U.S. Treasury”: one body, if the
        text has one such.
        """
        if name.kind not in ("", "organisation"):
            return None
        found = set()
        for number in self.bearing(words):
            one = self.all[number]
            theirs = whole(one.name).split()
            if one.kind == "organisation" and self.is_national(words, theirs):
                found.add(number)
        return self.all[found.pop()] if len(found) == 1 else None

    def is_national(self, words: list[str], theirs: list[str]) -> bool:
        """Whether two names differ by a nation's adjective alone."""
        short, long = sorted((words, theirs), key=len)
        if not short or len(short) == len(long):
            return False
        if self.lexicon.language == "fr":
            apart = long[len(short) :] if long[: len(short)] == short else []
        else:
            apart = long[: -len(short)] if long[-len(short) :] == short else []
        return bool(apart) and set(apart) <= self.nations

    def bearing(self, words: list[str]) -> list[int]:
        """Who bears the first or the last word of a name, the latest first."""
        lists = (self.by_word.get(words[0], {}), self.by_word.get(words[-1], {}))
        return [number for one in lists for number in islice(reversed(one), NEAR)]

    def find_named(self, name: Name, gender: str) -> Entity | None:
        full = whole(name.text)
        words = full.split()
        best: Entity | None = None
        same = self.by_name.get(full, -1)
        if same >= 0 and whole(self.all[same].name) == full:
            return self.all[same]
        if body := self.of_initials(name) or self.of_nation_body(name, words):
            return body
        for number in self.bearing(words):
            one = self.all[number]
            theirs = whole(one.name).split()
            if name.text.isupper() and name.text in one.forms:
                return one
            if one.gender and gender and one.gender != gender and name.title:
                continue
            if one.kind != "person" or (name.kind and name.kind != "person"):
                continue
            if (
                (len(words) == 1 and words[0] in (theirs[-1], theirs[0]))
                or (len(words) > 1 and len(words) < len(theirs) and set(words) <= set(theirs))
                or (len(theirs) == 1 and theirs[0] == words[-1])
                or (len(words) < len(theirs) and " ".join(theirs).find(full) >= 0)
            ):
                best = best or one
        return best
