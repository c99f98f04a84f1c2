"""Headlines: told by the text below them."""

from app.extraction.entities import FACELESS, Entity
from app.extraction.neighbours import Neighbours
from app.extraction.phrase import Phrase
from app.extraction.quoted import is_clause
from app.extraction.reading import Finding
from app.extraction.roll import NEAR
from app.extraction.tokens import Sentence


class Headlines(Neighbours):
    """Reads what only the text below explains."""

    def read_headline(self, sentence: Sentence) -> None:
        """A headline is told by the text below it: its words come again, or its office is named."""
        scene = self.scene_of(sentence)
        sentence.number = 0
        self.scenes.append(scene)
        for phrase in scene.phrases:
            for one in phrase.members or [phrase]:
                self.link_ahead(one, sentence)
        for at in scene.quotes:
            number = scene.tokens[at].quote
            self.attribute(scene, at)
            finding = self.findings[number]
            self.name_headline(finding, number)
            echo = self.echo_of(number)
            if echo is not None:
                if echo.kind == "term":
                    finding.kind, finding.speaker, finding.words, finding.rule = (
                        "term",
                        None,
                        None,
                        "echo",
                    )
                    finding.reason = "the same words come again below, as a name or a term"
                elif echo.speaker and not self.is_said_by_many(finding):
                    finding.speaker, finding.entity = echo.speaker, echo.entity
                    finding.words = finding.words or echo.words
                    finding.rule, finding.confidence = "echo", echo.confidence
                    finding.reason = "the same words come again below, where it is said who speaks"
                    words = self.text(number)
                    whole = len(words.split()) > 2 and is_clause(words, self.lexicon)
                    finding.kind = "full" if echo.kind == "full" and whole else "partial"

    def name_headline(self, finding: Finding, number: int) -> None:
        """“Coach rages at 'ghost penalty'”: an office that the text does not explain is held by
        who speaks first below.
        """
        if self.language != "en" or not finding.speaker or finding.kind == "term":
            return
        one = self.cast.real(finding.entity)
        if one.kind != "unnamed" or one.plural or one.roles & FACELESS:
            return
        below = (self.findings[other] for other in range(number + 1, len(self.findings)))
        first = next((other for other in below if other.speaker), None)
        if first is None:
            return
        person = self.cast.real(first.entity)
        if person.kind == "person" and person.number != one.number:
            finding.entity, finding.speaker = person.number, person.name

    def is_said_by_many(self, finding: Finding) -> bool:
        """“'Too little, too late', say universities”: a headline's own crowd speaks for itself."""
        if not finding.speaker or self.language != "en":
            return False
        one = self.cast.real(finding.entity)
        return one.kind == "unnamed" and one.plural

    def text(self, number: int) -> str:
        return self.body[self.quotes[number].start : self.quotes[number].end]

    def echo_of(self, number: int) -> Finding | None:
        text = self.text(number).lower().rstrip(".,!?")
        for other, quote in enumerate(self.quotes):
            if (
                other != number
                and quote.start > self.quotes[number].start
                and text in self.body[quote.start : quote.end].lower()
            ) and (self.findings[other].speaker or self.findings[other].kind == "term"):
                return self.findings[other]
        return None

    def link_ahead(self, phrase: Phrase, sentence: Sentence) -> None:
        """Whom a phrase means by all of the text, what comes later included."""
        if phrase.name:
            self.link_name(phrase, sentence)
            known = self.cast.find_named(phrase.name, phrase.gender)
            phrase.entity = known.number if known else -1
            return
        if phrase.kind not in ("person", "institution"):
            return
        if phrase.kind == "institution":
            known = self.cast.of_group(phrase)
            phrase.entity = known.number if known else -1
            return
        entity = self.holder_of(phrase)
        if entity is not None:
            phrase.entity = entity.number

    def holder_of(self, phrase: Phrase) -> Entity | None:
        """The first of the text who holds an office, by its own words."""
        if phrase.det == "indefinite":
            return None
        wanted = self.cast.groups_of(phrase.roles)
        people = [
            one
            for one in [*self.cast.all[:NEAR], *self.cast.all[NEAR:][-NEAR:]]
            if one.kind == "person" and self.cast.fits(one, phrase)
        ]
        same = [one for one in people if self.cast.likeness(one, phrase, wanted) > 0]
        return max(
            same,
            key=lambda one: (self.cast.likeness(one, phrase, wanted), -one.start),
            default=None,
        )
