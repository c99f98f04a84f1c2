"""The roll of a text: everybody in it, found again by the names they bear."""

from functools import lru_cache
from itertools import islice

from app.extraction.entities import Entity, Mentioned, bare_surname
from app.extraction.lexicon import Lexicon
from app.extraction.name import Name
from app.extraction.phrase import Phrase

NEAR = 50  # how many of those who bear a word, or were mentioned last, are looked at


@lru_cache(maxsize=4096)
def whole(name: str) -> str:
    """A name to find it by: small letters, no “al-”, one kind of space."""
    return " ".join(bare_surname(word) for word in name.split())


class Roll:
    """Everybody of a text, in the order in which they come."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.all: list[Entity] = []
        self.by_word: dict[str, dict[int, None]] = {}  # in the order in which they came
        self.by_name: dict[str, int] = {}  # whole names, in small letters and without “al-”
        self.by_text: dict[tuple[str, str], int] = {}  # kind and words of whoever was added first
        self.unnamed: list[int] = []
        self.mentioned: list[Mentioned] = []
        self.latest: dict[tuple[int, bool], int] = {}  # where of it each was mentioned last
        self.speaker: Mentioned | None = None
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
        elif known.kind == "person" and len(name.words) > len(known.name.split()):
            known.name, known.start = name.text, min(known.start, name.start)
        for word in [*name.words, name.short] if name.short else name.words:
            self.by_word.setdefault(bare_surname(word), {}).setdefault(known.number)
        self.by_name[whole(known.name)] = known.number
        for form in (name.text, name.short):
            if form and form not in known.forms:
                known.forms.append(form)
        return known

    def bearing(self, words: list[str]) -> list[int]:
        """Who bears the first or the last word of a name, the latest first."""
        lists = (self.by_word.get(words[0], {}), self.by_word.get(words[-1], {}))
        return [number for one in lists for number in islice(reversed(one), NEAR)]

    def find_named(self, name: Name, gender: str) -> Entity | None:
        words = [bare_surname(word) for word in name.words]
        full = " ".join(words)
        best: Entity | None = None
        same = self.by_name.get(full, -1)
        if same >= 0 and whole(self.all[same].name) == full:
            return self.all[same]
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
