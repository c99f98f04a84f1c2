"""The text of one invented article, and what stands where in it."""

import random
from dataclasses import dataclass, field

from bench.words import Vocabulary, capital, sentence

Place = tuple[int, int]
SAYS = ("a déclaré", "a affirmé", "a estimé", "a ajouté", "a prévenu", "a répété", "a assuré")
TERMS, UNSAID = 0.10, 0.055  # parts of all quotes: terms, and others that nobody says
FULL = 0.5  # part of the rest


@dataclass(frozen=True)
class Told:
    """A quote where it stands, and by whose name it is given."""

    place: Place
    kind: str
    speaker: int | None
    words: Place | None


@dataclass
class Story:
    """A body as it is written, piece by piece."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    quotes: list[Told] = field(default_factory=list)
    sentences: list[Place] = field(default_factory=list)
    names: list[tuple[Place, int]] = field(default_factory=list)

    def add(self, text: str) -> Place:
        """Write on, and say where that stands."""
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        return start, self.length

    def text(self) -> str:
        return "".join(self.pieces)


class Teller:
    """Writes articles with so many quotes by some speakers."""

    def __init__(self, vocabulary: Vocabulary, names: list[str]) -> None:
        self.vocabulary = vocabulary
        self.names = names

    def tell(self, rng: random.Random, quotes: int, speakers: list[int]) -> Story:
        """An article of 300 to 500 words, or as many as its quotes need."""
        story = Story()
        pairs = self.vocabulary.draw(rng, rng.randint(130, 220) + 6 * max(0, quotes - 12))
        share = max(8, len(pairs) // quotes)  # what each quote and its paragraph have
        for number in range(quotes):
            if number and rng.random() < 0.7:
                story.add(".\n\n" if number else "")
            elif number:
                story.add(". ")
            self.tell_quote(rng, story, pairs[number * share : (number + 1) * share], speakers)
        story.add(".")
        return story

    def tell_quote(
        self, rng: random.Random, story: Story, pairs: list[str], speakers: list[int]
    ) -> None:
        """One or two sentences with a quote in the second."""
        kind, said = choose_kind(rng)
        if kind == "full":
            most = min(14, len(pairs) - 3)
            size = rng.randint(min(4, most), most)
        else:
            size = rng.randint(1, 3) if kind == "partial" else 1
        quoted = sentence(pairs[:size])
        quoted = capital(quoted) if kind == "full" else quoted
        rest = pairs[size:]
        story.sentences.append(story.add(capital(sentence(rest[2:] or rest))))
        story.add(". ")
        self.attribute(rng, story, quoted, kind, rng.choice(speakers) if said else None, rest[:2])

    def attribute(
        self,
        rng: random.Random,
        story: Story,
        quoted: str,
        kind: str,
        speaker: int | None,
        beside: list[str],
    ) -> None:
        """The sentence of the quote, by its speaker's name or without one."""
        if speaker is None:
            story.add(f'{capital(sentence(beside))} "')
            place, words = story.add(quoted), None
            story.add('"')
        elif kind == "full":
            story.add('"')
            place = story.add(quoted)
            story.add(f'", {rng.choice(SAYS)} ')
            words = story.add(self.names[speaker])
        else:
            words = story.add(self.names[speaker])
            story.add(f' {rng.choice(SAYS)} {sentence(beside)} "')
            place = story.add(quoted)
            story.add('"')
        story.quotes.append(Told(place, kind, speaker, words))
        if speaker is not None and words:
            story.names.append((words, speaker))


def choose_kind(rng: random.Random) -> tuple[str, bool]:
    """The kind of a quote, and whether somebody says it."""
    at = rng.random()
    if at < TERMS:
        return "term", False
    return "full" if rng.random() < FULL else "partial", at >= TERMS + UNSAID
