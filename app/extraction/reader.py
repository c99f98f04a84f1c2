"""Reads a text from its first word to its last, and says of each quotation who speaks."""

from app.extraction.marks import Quotation
from app.extraction.nested import Nested
from app.extraction.paragraphs import Paragraph
from app.extraction.phrase import WHOM
from app.extraction.reading import LONGEST_READ, Reading
from app.extraction.tokens import Sentence, is_heading, layer_of, split_sentences, text_start


class Reader(Nested):
    """One walk over a text; headlines last, for they tell who only by what follows."""

    def read(self) -> Reading:
        tops = self.children.get(None, [])
        place = 0
        sentences: list[Sentence] = []
        for number, paragraph in enumerate(self.paragraphs):
            if paragraph.end > LONGEST_READ:
                break
            inside = []
            while place < len(tops) and tops[place][1].start < paragraph.end:
                inside.append(tops[place])
                place += 1
            sentences += self.sentences_of(paragraph, number, inside)
        for count, sentence in enumerate(sentences):
            sentence.number = count
        body_first = sorted(sentences, key=lambda one: one.heading and one.paragraph == 0)
        for sentence in body_first:
            if not (sentence.heading and sentence.paragraph == 0):
                self.read_sentence(sentence)
        self.pass_on()
        for sentence in sentences:
            if sentence.heading and sentence.paragraph == 0:
                self.read_headline(sentence)
        self.read_inner()
        self.settle()
        return Reading(
            self.body,
            self.language,
            self.lexicon,
            self.quotes,
            self.findings,
            self.cast,
            self.scenes,
        )

    def sentences_of(
        self, paragraph: Paragraph, number: int, inside: list[tuple[int, Quotation]]
    ) -> list[Sentence]:
        start = text_start(self.body, paragraph) if number < 3 else paragraph.start
        if inside and inside[0][1].left < start:
            start = paragraph.start
        tokens = layer_of(self.body, start, paragraph.end, inside, self.language)
        heading = is_heading(self.body, paragraph, number, len(self.paragraphs))
        return split_sentences(self.body, tokens, self.quotes, number, heading, self.language)

    def read_sentence(self, sentence: Sentence) -> None:
        scene = self.scene_of(sentence)
        self.scenes.append(scene)
        self.link(scene)
        for at in scene.quotes:
            self.attribute(scene, at)
        self.note_subjects(scene)

    def settle(self) -> None:
        """Give every speaker the fullest name that the text came to print."""
        for finding in self.findings:
            if finding.entity < 0 or not finding.speaker:
                continue
            entity = self.cast.real(finding.entity)
            if entity.members and self.language == "en":
                *first, last = [self.cast.real(one).name for one in entity.members]
                entity.name = f"{', '.join(first)} and {last}"
            finding.entity, finding.speaker = entity.number, entity.name
            finding.reason = finding.reason.replace(WHOM, entity.name)
