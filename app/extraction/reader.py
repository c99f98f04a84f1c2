"""Reads a text from its first word to its last, and says of each quotation who speaks."""

from dataclasses import dataclass, field

from app.extraction.cues import Cue, CueFinder
from app.extraction.discourse import Cast, Entity
from app.extraction.kinds import is_aside, is_term, kind_of
from app.extraction.lexicon import Lexicon, load_lexicon
from app.extraction.marks import Paragraph, Quotation, find_paragraphs, find_quotations
from app.extraction.phrases import Chunker, Phrase
from app.extraction.rules import Scene, govern
from app.extraction.tokens import Sentence, is_heading, layer_of, split_sentences, text_start

LONGEST_READ = 60_000  # characters in which speakers are looked for; spans are found in all
VOICES = {"porte-parole", "spokesman", "spokeswoman", "spokesperson", "homologue", "counterpart"}


@dataclass(slots=True)
class Finding:
    """What the rules found of one quotation."""

    kind: str = ""
    speaker: str | None = None
    entity: int = -1
    words: tuple[int, int] | None = None
    rule: str = ""
    reason: str = ""
    confidence: float = 0.5
    direct: bool = True  # the cue stands in its own sentence


@dataclass
class Reading:
    """A whole text as read: quotations with their findings, and everybody in it."""

    body: str
    language: str
    lexicon: Lexicon
    quotes: list[Quotation]
    findings: list[Finding]
    cast: Cast
    scenes: list[Scene] = field(default_factory=list)
    inner: dict[int, list[Scene]] = field(default_factory=dict)


class Reader:
    """One walk over a text; headlines last, for they tell who only by what follows."""

    def __init__(self, body: str, language: str) -> None:
        self.body = body
        self.lexicon = load_lexicon(language)
        self.language = language
        self.paragraphs = find_paragraphs(body)
        self.quotes = find_quotations(body, language)
        self.findings = [Finding() for _ in self.quotes]
        self.cast = Cast(self.lexicon)
        self.children: dict[int | None, list[tuple[int, Quotation]]] = {}
        for number, quote in enumerate(self.quotes):
            self.children.setdefault(quote.parent, []).append((number, quote))
        self.scenes: list[Scene] = []
        self.inner: dict[int, list[Scene]] = {}
        self.where: dict[int, tuple[Scene, int]] = {}

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
        self.pass_on(body_first)
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
            self.inner,
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

    # A sentence of the reporter

    def read_sentence(self, sentence: Sentence) -> None:
        scene = self.scene_of(sentence)
        self.scenes.append(scene)
        self.link(scene)
        for at in scene.quotes():
            self.attribute(scene, at)
        self.note_subjects(scene)

    def scene_of(self, sentence: Sentence, inside: bool = False) -> Scene:
        chunker = Chunker(self.body, sentence.tokens, self.lexicon)
        phrases = chunker.find()
        cues = CueFinder(sentence.tokens, phrases, self.lexicon, inside).find()
        for cue in cues:
            for phrase in [cue.subject] if cue.subject else []:
                name = phrase.name
                if name and not name.kind and phrase.kind == "name":
                    name.kind = "person" if phrase.det == "" else "organisation"
        return Scene(sentence, phrases, cues, self.lexicon, chunker.names)

    def link(self, scene: Scene) -> None:
        """Say of each phrase whom it means, in order; pronouns wait until they are asked for."""
        main = next((p for p in scene.phrases if not p.under and p.animate), None)
        taken = {id(p.name) for phrase in scene.phrases for p in [phrase, *phrase.members]}
        loose = [
            Phrase(
                name.first,
                name.last,
                name.start,
                name.end,
                "name",
                name.text,
                name=name,
                under=True,
            )
            for name in scene.names
            if id(name) not in taken
        ]
        for phrase in sorted([*scene.phrases, *loose], key=lambda one: one.end):
            for one in phrase.members or [phrase]:
                self.link_phrase(one, scene.sentence, phrase is main)

    def link_phrase(self, phrase: Phrase, sentence: Sentence, subject: bool = False) -> None:
        entity: Entity | None = None
        if phrase.owner and not phrase.name:
            owner = self.cast.of_name(phrase.owner, Phrase(0, 0, 0, 0, "name", ""))
            self.cast.mention(
                owner.number, sentence.number, sentence.paragraph, False, phrase.start
            )
        if phrase.name:
            entity = self.link_name(phrase, sentence)
        elif phrase.kind == "person":
            entity = self.link_role(phrase, sentence, subject)
        elif phrase.kind == "institution":
            entity = self.link_group(phrase)
        elif phrase.kind == "crowd":
            entity = self.new(phrase, "unnamed", plural=True)
        if entity is not None:
            phrase.entity = entity.number
            self.cast.mention(
                entity.number, sentence.number, sentence.paragraph, subject, phrase.start
            )

    def link_name(self, phrase: Phrase, sentence: Sentence) -> Entity | None:
        name = phrase.name
        assert name is not None
        if not name.kind:
            self.guess_kind(phrase, sentence)
        if not name.kind or name.kind == "place":
            return None
        entity = self.cast.of_name(name, phrase)
        entity.gender = entity.gender or phrase.gender
        entity.country = entity.country or phrase.country
        entity.roles.update(phrase.roles)
        entity.former = entity.former or phrase.former
        if phrase.head and phrase.kind == "name" and entity.kind == "organisation":
            entity.roles.add(phrase.head)
        if (
            phrase.roles
            and not entity.country
            and phrase.det == "possessive"
            and "homologue" not in phrase.roles
        ):
            entity.country = phrase.country
        if {"homologue", "counterpart"} & set(phrase.roles):
            self.share_office(entity, phrase, sentence)
        if phrase.roles and entity.kind == "person":
            self.cast.fill_office(entity, phrase)
        elif entity.start == name.start and entity.kind == "person" and sentence.number <= 4:
            self.fill_lead(entity, phrase)
        return entity

    def fill_lead(self, entity: Entity, phrase: Phrase) -> None:
        """“Iraq's prime minister said…” in the first sentence; “…,” Mohammed Latif said in the next."""
        if phrase.under or entity.roles:
            return
        spoken = {finding.entity for finding in self.findings if finding.speaker}
        waiting = [
            one
            for one in self.cast.all
            if one.definite
            and one.alias < 0
            and one.number in spoken
            and self.cast.fits(one, phrase)
        ]
        if len(waiting) == 1 and sum(one.kind == "person" for one in self.cast.all) == 1:
            waiting[0].alias = entity.number
            entity.roles |= waiting[0].roles
            entity.country = entity.country or waiting[0].country

    def share_office(self, entity: Entity, phrase: Phrase, sentence: Sentence) -> None:
        """“Son homologue irakien, X”: X holds the office of whoever was spoken of."""
        for past in reversed(self.cast.mentioned):
            one = self.cast.all[past.entity]
            if (
                one.kind == "person"
                and one.number != entity.number
                and one.roles - {"homologue", "counterpart"}
            ):
                entity.roles |= one.roles
                return
        following = [
            p
            for p in self.scenes[-1].phrases
            if p.roles and p is not phrase and p.start > phrase.start
        ]
        del sentence
        if following:
            entity.roles |= set(following[0].roles)

    def guess_kind(self, phrase: Phrase, sentence: Sentence) -> None:
        """A name that nothing explains: known already, or two words and no article make a person."""
        name = phrase.name
        assert name is not None
        known = self.cast.find_named(name, phrase.gender)
        if known:
            name.kind = known.kind
        elif phrase.under and len(name.words) == 1:
            return
        elif phrase.under and self.works_for(phrase, sentence):
            name.kind = "organisation"
        elif phrase.roles:
            name.kind = "person"
        elif len(name.words) > 1 and not phrase.det:
            before = sentence.tokens[phrase.first - 1].low if phrase.first else ""
            if (
                before not in {"à", "en", "in", "at", "near", "from", "d'", "vers"}
                and len(name.words) <= 4
            ):
                name.kind = "person"

    def works_for(self, phrase: Phrase, sentence: Sentence) -> bool:
        """“L'ancien courtier d'Orcane Trading”: whoever has people is an organisation."""
        name, tokens = phrase.name, sentence.tokens
        if name is None or phrase.first < 2 or name.words[0] in self.lexicon.first_names:
            return False
        return (
            tokens[phrase.first - 1].low in {"d'", "de", "of", "at", "chez"}
            and tokens[phrase.first - 2].low in self.lexicon.roles
        )

    def link_role(self, phrase: Phrase, sentence: Sentence, subject: bool = False) -> Entity | None:
        """An office without a name: who holds it, if the text has said; else nobody named."""
        if phrase.det == "indefinite" or (not phrase.det and self.language == "en"):
            return self.new(phrase, "unnamed")
        if phrase.under and phrase.det == "possessive":
            return None
        found, reason = self.cast.of_role(phrase, sentence.number)
        related = phrase.head in VOICES
        if (
            found is None
            and phrase.det in ("definite", "demonstrative")
            and not phrase.under
            and not related
        ):
            found, reason = self.cast.of_description(phrase, sentence.number, sentence.paragraph)
            if found is not None and phrase.roles and self.cast.groups_of(phrase.roles):
                found.roles.update(phrase.roles)
                found.country = found.country or phrase.country
        if found is not None:
            self.cast.reason = reason
            return found
        if phrase.det == "possessive" and (phrase.under or not subject):
            return None
        entity = self.new(phrase, "unnamed")
        entity.definite = phrase.det == "definite"
        return entity

    def link_group(self, phrase: Phrase) -> Entity | None:
        known = self.cast.of_group(phrase)
        if known:
            return known
        if phrase.under and not phrase.country:
            return None
        entity = self.new(phrase, "organisation")
        entity.roles.add(phrase.head)
        entity.country = entity.country or phrase.country
        return entity

    def new(self, phrase: Phrase, kind: str, plural: bool = False) -> Entity:
        for one in self.cast.all:
            if (
                one.kind == kind
                and one.name.lower() == phrase.text.lower()
                and phrase.det != "indefinite"
            ):
                return one
        entity = self.cast.add(phrase.text, kind, False, phrase.start)
        entity.gender, entity.plural, entity.country = (
            phrase.gender,
            plural or phrase.plural,
            phrase.country,
        )
        entity.roles.update(phrase.roles)
        entity.former = phrase.former
        return entity

    def note_subjects(self, scene: Scene) -> None:
        """Mark who was the subject: the first phrase of the sentence that is no complement."""
        main = next(
            (p for p in scene.phrases if not p.under and p.animate and p.kind != "nobody"), None
        )
        for phrase in [
            p for p in scene.phrases if p is main or any(cue.subject is p for cue in scene.cues)
        ]:
            entity = self.who(phrase, scene)
            if entity is not None and not entity.members:
                self.cast.mention(
                    entity.number,
                    scene.sentence.number,
                    scene.sentence.paragraph,
                    True,
                    phrase.start,
                    phrase.kind == "pronoun",
                )

    # Who a cue's subject is

    def who(self, phrase: Phrase, scene: Scene, apart: int = -1) -> Entity | None:
        """The entity that a phrase means, pronouns and lists of names included."""
        if phrase.members:
            return self.together(phrase, scene)
        if phrase.entity >= 0:
            return self.cast.real(phrase.entity)
        if phrase.kind == "pronoun":
            found, reason = self.cast.of_pronoun(
                phrase, scene.sentence.number, scene.sentence.paragraph, phrase.start, apart
            )
            if found:
                phrase.entity = found.number
                self.cast.reason = reason
            return found
        if phrase.name and phrase.name.kind == "place":
            return None
        if phrase.name and not phrase.name.kind:
            phrase.name.kind = "person" if not phrase.det else "organisation"
            entity = self.cast.of_name(phrase.name, phrase)
            phrase.entity = entity.number
            return entity
        if phrase.kind in ("person", "institution", "unknown", "crowd"):
            entity = self.new(phrase, "unnamed")
            phrase.entity = entity.number
            return entity
        return None

    def together(self, phrase: Phrase, scene: Scene) -> Entity | None:
        members = [self.who(one, scene) for one in phrase.members]
        if any(one is None for one in members):
            return None
        name = members[0].name if members[0] else ""
        for (one, other), entity in zip(
            zip(phrase.members, phrase.members[1:], strict=False), members[1:], strict=True
        ):
            link = self.body[one.end : other.start]
            word = " and " if "and" in link.split() else " et "
            name += word + (entity.name if entity else "")
        known = next((one for one in self.cast.all if one.name == name), None)
        if known:
            return known
        joint = self.cast.add(name, "joint", False, phrase.start)
        joint.plural = True
        joint.members = [one.number for one in members if one]
        return joint

    def attribute(self, scene: Scene, at: int) -> None:
        number = scene.tokens[at].quote
        finding = self.findings[number]
        self.where[number] = (scene, at)
        quote = self.quotes[number]
        text = self.body[quote.start : quote.end]
        if inside := self.inquit_inside(number, scene):
            self.speak(finding, inside[0], inside[1], "inquit_inside", scene)
            finding.kind = "full"
            return
        if is_term(scene, at, text):
            finding.kind, finding.rule, finding.confidence = "term", "term", 0.9
            finding.reason = "the words before make it a name, a title or a word at a distance"
            return
        cue, rule = govern(scene, at)
        if cue and rule == "verb_before" and is_aside(scene, at, text, cue.finish):
            finding.kind, finding.rule, finding.confidence = "term", "aside", 0.7
            finding.reason = "a short name in an adverbial; the verb before does not say it"
            return
        if cue and cue.holder:
            entity = self.who(cue.holder, scene)
            if entity:
                self.speak(finding, entity, self.span_of(cue, scene), rule, scene)
            elif cue.holder.kind == "nobody":
                finding.rule, finding.reason = (
                    "nobody_says",
                    f"“{cue.holder.text}” is nobody in particular",
                )
        earlier = self.continues_split(scene, at, cue)
        told = rule if cue and cue.holder and cue.holder.kind != "nobody" else ""
        finding.kind = kind_of(scene, at, text, self.lexicon, told, earlier)
        if finding.kind == "term" and finding.speaker:
            finding.kind = "partial"

    def continues_split(self, scene: Scene, at: int, cue: Cue | None) -> bool:
        quotes = [place for place in scene.quotes() if place < at]
        return bool(
            quotes
            and cue
            and quotes[-1] < cue.first
            and cue.finish in (at, at - 1)
            and scene.low(at - 1) in {",", ":", "“”"}
            and quotes[0] == 0
        )

    def speak(
        self,
        finding: Finding,
        entity: Entity,
        words: tuple[int, int] | None,
        rule: str,
        scene: Scene,
    ) -> None:
        finding.entity, finding.speaker, finding.words, finding.rule = (
            entity.number,
            entity.name,
            words,
            rule,
        )
        finding.reason = (
            self.cast.reason or f"{self.body[words[0] : words[1]]!r} gives {entity.name}"
            if words
            else ""
        )
        self.cast.reason = ""
        finding.confidence = CONFIDENCE.get(rule, 0.7)
        if not entity.members:
            at = words[0] if words else scene.sentence.start
            self.cast.speaks(entity.number, scene.sentence.number, scene.sentence.paragraph, at)

    def span_of(self, cue: Cue, scene: Scene) -> tuple[int, int]:
        first, last = cue.begin, max(cue.finish, cue.begin + 1)
        if (cue.inherits and cue.inherits.subject and cue.shape != "coordinate") or cue.inherits:
            first, last = cue.inherits.begin, cue.inherits.finish
        tokens = scene.tokens
        while first < last - 1 and tokens[first].low in {",", "et", "and"}:
            first += 1
        return tokens[first].start, tokens[min(last, len(tokens)) - 1].end

    def inquit_inside(self, number: int, scene: Scene) -> tuple[Entity, tuple[int, int]] | None:
        """« Ceux qui la franchissent, a-t-elle ajouté, paieront »: an inquit between commas."""
        quote = self.quotes[number]
        if quote.end - quote.start < 12 or "," not in self.body[quote.start : quote.end]:
            return None
        for inner in self.inner_scenes(number):
            if inner.sentence.tokens[0].low == "" or len(inner.tokens) < 4:
                continue
            for cue in inner.cues:
                subject = cue.subject
                if (
                    not subject
                    or not cue.says
                    or cue.shape not in ("inverted", "plain")
                    or subject.kind in ("nobody", "state")
                ):
                    continue
                before, after = inner.low(cue.begin - 1), inner.low(cue.finish)
                if cue.shape == "plain" and (
                    self.language == "fr"
                    or subject.kind not in ("pronoun", "name")
                    or subject.first > cue.first
                ):
                    continue
                if cue.begin == 0 or before not in {",", "–", "—"}:
                    continue
                if cue.shape == "plain" and after not in {",", ".", "with"}:
                    continue
                if not self.closes_inquit(inner, cue):
                    continue
                if cue.shape == "inverted" and subject.kind == "pronoun" and self.language == "en":
                    continue
                if subject.entity < 0 and subject.kind != "pronoun":
                    self.link_phrase(subject, scene.sentence)
                subject_scene = Scene(scene.sentence, [subject], [], self.lexicon, [])
                entity = self.who(subject, subject_scene)
                if entity:
                    return entity, self.span_of(cue, inner)
        return None

    def closes_inquit(self, inner: Scene, cue: Cue) -> bool:
        """Whether a comma or full stop ends an inquit not far on."""
        for place in range(cue.finish, min(cue.finish + 9, len(inner.tokens))):
            if inner.low(place) in {",", "."}:
                return True
            if inner.low(place) in {"que", "qu'", "that", ":"} or inner.tokens[place].quote >= 0:
                return False
        return cue.finish >= len(inner.tokens)

    def inner_scenes(self, number: int) -> list[Scene]:
        """The sentences inside a quotation."""
        if number not in self.inner:
            quote = self.quotes[number]
            end = min(quote.end, quote.start + 6000)
            inside = [one for one in self.children.get(number, []) if one[1].right <= end]
            tokens = layer_of(self.body, quote.start, end, inside, self.language)
            sentences = (
                split_sentences(self.body, tokens, self.quotes, -1, False, self.language)
                if tokens
                else []
            )
            self.inner[number] = [self.scene_of(sentence, True) for sentence in sentences]
        return self.inner[number]

    # What goes on from one sentence to the next

    def pass_on(self, sentences: list[Sentence]) -> None:
        """Give a speech that stands alone its speaker: the one before it, or told just after."""
        order = [scene for scene in self.scenes if scene.sentence in sentences]
        for place, scene in enumerate(order):
            for at in scene.quotes():
                finding = self.findings[scene.tokens[at].quote]
                if finding.rule or not self.stands_alone(scene, at):
                    continue
                self.from_neighbours(order, place, at, finding)
        self.chain()

    def stands_alone(self, scene: Scene, at: int) -> bool:
        return all(
            token.quote >= 0 or not token.is_word or token.low in {"et", "and", "mais", "but"}
            for token in scene.tokens
        )

    def from_neighbours(self, order: list[Scene], place: int, at: int, finding: Finding) -> None:
        scene = order[place]
        paragraph = scene.sentence.paragraph
        quote = self.quotes[scene.tokens[at].quote]
        if quote.continues:
            return
        before = next(
            (
                order[back]
                for back in range(place - 1, max(-1, place - 4), -1)
                if order[back].sentence.paragraph == paragraph and order[back].quotes()
            ),
            None,
        )
        if before is not None:
            past = self.findings[before.tokens[before.quotes()[-1]].quote]
            if past.speaker and past.rule:
                self.take(finding, past, "continued")
                return
        previous = (
            order[place - 1] if place and order[place - 1].sentence.paragraph == paragraph else None
        )
        if previous is not None:
            subject = self.subject_before(previous)
            if subject:
                self.speak(finding, subject[0], subject[1], "sentence_before", scene)
                finding.kind, finding.direct = "full", False
                return
        following = (
            order[place + 1]
            if place + 1 < len(order) and order[place + 1].sentence.paragraph == paragraph
            else None
        )
        if following is not None:
            self.from_next(scene, following, finding)
            if finding.speaker:
                return
        last = (
            order[place - 1]
            if place and order[place - 1].sentence.paragraph == paragraph - 1
            else None
        )
        if last is not None and following is None and previous is None:
            quotes = last.quotes()
            if (
                quotes
                and self.findings[last.tokens[quotes[-1]].quote].speaker
                and self.findings[last.tokens[quotes[-1]].quote].kind == "full"
            ):
                self.take(finding, self.findings[last.tokens[quotes[-1]].quote], "paragraph_before")
            elif last.low(len(last.tokens) - 1) == ":":
                subject = self.subject_before(last)
                if subject:
                    self.speak(finding, subject[0], subject[1], "colon_before", scene)

    def subject_before(self, scene: Scene) -> tuple[Entity, tuple[int, int]] | None:
        main = next((p for p in scene.phrases if not p.under and p.animate), None)
        if main is None or main.kind in ("nobody", "state"):
            if scene.low(len(scene.tokens) - 1) == ":":
                owner = self.owner_of(scene)
                if owner:
                    entity = self.who(owner, scene)
                    return (
                        (entity, (scene.tokens[0].start, scene.tokens[1].end)) if entity else None
                    )
                owner = next(
                    (p for p in scene.phrases if p.kind == "pronoun" or p.entity >= 0), None
                )
                entity = self.who(owner, scene) if owner else None
                return (entity, (owner.start, owner.end)) if entity and owner else None
            return None
        entity = self.who(main, scene)
        cue = next((one for one in scene.cues if one.subject is main), None)
        if entity is None:
            return None
        return entity, self.span_of(cue, scene) if cue else (main.start, main.end)

    def owner_of(self, scene: Scene) -> Phrase | None:
        """“Her acceptance speech…:” is hers."""
        low = scene.low(0)
        if low not in {"her", "his", "son", "sa", "ses"}:
            return None
        gender = {"her": "f", "his": "m"}.get(low, "")
        token = scene.tokens[0]
        return Phrase(0, 1, token.start, token.end, "pronoun", token.text, low, gender=gender)

    def from_next(self, scene: Scene, following: Scene, finding: Finding) -> None:
        """“…” Maud Tessereau a prononcé ces mots: the sentence after tells who."""
        subject = next(
            (p for p in following.phrases if not p.under and p.animate and p.kind != "nobody"), None
        )
        passive = next((cue for cue in following.cues if cue.shape == "passive"), None)
        signed = next(
            (
                p
                for at, token in enumerate(following.tokens)
                for p in following.phrases
                if token.low in {"signée", "signé", "signés"} and p.first == at + 1
            ),
            None,
        )
        if passive and passive.subject:
            subject = passive.subject
        if signed:
            subject = signed
        if subject is None or subject.kind == "state":
            return
        entity = self.who(subject, following)
        if entity:
            self.speak(finding, entity, (subject.start, subject.end), "sentence_after", scene)
            finding.kind, finding.direct = "full", False

    def take(self, finding: Finding, past: Finding, rule: str) -> None:
        finding.speaker, finding.entity, finding.words, finding.rule = (
            past.speaker,
            past.entity,
            past.words,
            rule,
        )
        finding.reason = f"the speech goes on; nobody else is named after {past.speaker}"
        finding.kind, finding.confidence, finding.direct = "full", CONFIDENCE[rule], False

    def chain(self) -> None:
        """A speech over paragraphs has one speaker, whichever of its parts tells who."""
        tops = [number for number, _ in self.children.get(None, [])]
        runs: list[list[int]] = []
        for number in tops:
            if self.quotes[number].continues and runs:
                runs[-1].append(number)
            else:
                runs.append([number])
        for run in runs:
            told = [number for number in run if self.findings[number].speaker]
            if len(run) < 2 or not told:
                continue
            source = self.findings[
                told[0]
                if self.findings[run[0]].speaker and self.findings[run[0]].direct
                else told[-1]
            ]
            for number in run:
                finding = self.findings[number]
                if not finding.speaker or finding is not source:
                    finding.speaker, finding.entity, finding.words = (
                        source.speaker,
                        source.entity,
                        source.words,
                    )
                    finding.rule, finding.reason = "in_pieces", "one speech over several paragraphs"
                    finding.confidence = 0.9
                finding.kind = "full"

    def settle(self) -> None:
        """Give every speaker the fullest name that the text came to print."""
        for finding in self.findings:
            if finding.entity < 0 or not finding.speaker:
                continue
            entity = self.cast.real(finding.entity)
            finding.entity, finding.speaker = entity.number, entity.name

    # Headlines, and speeches in speeches

    def read_headline(self, sentence: Sentence) -> None:
        """A headline is told by the text below it: its words come again, or its office is named."""
        scene = self.scene_of(sentence)
        sentence.number = 0
        self.scenes.append(scene)
        for phrase in scene.phrases:
            for one in phrase.members or [phrase]:
                self.link_ahead(one, sentence)
        for at in scene.quotes():
            number = scene.tokens[at].quote
            self.attribute(scene, at)
            finding = self.findings[number]
            echo = self.echo_of(number)
            if echo is not None:
                if echo.kind == "term":
                    finding.kind, finding.speaker, finding.words, finding.rule = (
                        "term",
                        None,
                        None,
                        "echo",
                    )
                elif echo.speaker:
                    rule = finding.rule or "echo"
                    words = finding.words or echo.words
                    finding.speaker, finding.entity, finding.words, finding.rule = (
                        echo.speaker,
                        echo.entity,
                        words,
                        rule,
                    )
                    finding.reason = "the same words come again below, where it is said who speaks"
                    finding.kind = (
                        "full"
                        if echo.kind == "full" and is_whole(self.text(number), self.lexicon)
                        else "partial"
                    )

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
            one for one in self.cast.all if one.kind == "person" and self.cast.fits(one, phrase)
        ]
        same = [one for one in people if self.cast.likeness(one, phrase, wanted) > 0]
        return max(
            same,
            key=lambda one: (self.cast.likeness(one, phrase, wanted), -one.start),
            default=None,
        )

    def read_inner(self) -> None:
        """Who speaks in a quotation in a quotation: cues inside it, held by anybody of the text."""
        for number, quote in enumerate(self.quotes):
            if quote.parent is None or quote.start > LONGEST_READ:
                continue
            finding = self.findings[number]
            scenes = self.inner_scenes(quote.parent)
            for scene in scenes:
                for at in scene.quotes():
                    if scene.tokens[at].quote == number:
                        self.read_nested(scene, at, finding, quote)

    def read_nested(self, scene: Scene, at: int, finding: Finding, quote: Quotation) -> None:
        text = self.body[quote.start : quote.end]
        if is_term(scene, at, text):
            finding.kind, finding.rule, finding.confidence = "term", "term", 0.9
            return
        cue, rule = govern(scene, at)
        holder = cue.holder if cue else None
        if cue and holder:
            entity = self.nested_holder(holder, scene, quote)
            if entity is not None:
                finding.entity, finding.speaker = entity.number, entity.name
                finding.words, finding.rule = self.span_of(cue, scene), rule
                finding.reason = f"told by {self.findings[quote.parent or 0].speaker or 'a speaker'} inside the quotation"
                finding.confidence = 0.75
        finding.kind = kind_of(scene, at, text, self.lexicon, rule if cue else "", False)
        if cue and finding.kind == "term":
            finding.kind = "partial"

    def nested_holder(self, holder: Phrase, scene: Scene, quote: Quotation) -> Entity | None:
        outer = self.findings[quote.parent or 0]
        if holder.name:
            if not holder.name.kind:
                holder.name.kind = "person"
            return self.cast.of_name(holder.name, holder)
        if holder.kind == "pronoun":
            return self.nested_pronoun(holder, scene, quote, outer)
        if holder.kind == "person":
            possessed = holder.det == "possessive"
            found = self.holder_of(holder)
            if found is None or (possessed and found.number == outer.entity):
                found = None
            if found is None and holder.det != "indefinite":
                found = self.before(quote.start, holder, outer.entity)
            return found
        if holder.kind == "institution":
            return self.cast.of_group(holder) or next(
                (one for one in self.cast.all if one.name == holder.text), None
            )
        return None

    def nested_pronoun(
        self, holder: Phrase, scene: Scene, quote: Quotation, outer: Finding
    ) -> Entity | None:
        """“Il m'a dit: …”: somebody named in the speech itself, or before it, but not its speaker."""
        for phrase in reversed([p for p in scene.phrases if p.start < holder.start]):
            if phrase.name and phrase.name.kind != "state":
                known = self.cast.of_name(phrase.name, phrase)
                if self.cast.may_be(known, holder):
                    return known
            if phrase.kind == "person":
                held = self.holder_of(phrase)
                if held and held.number != outer.entity and self.cast.may_be(held, holder):
                    return held
        return self.before(quote.start, holder, outer.entity)

    def before(self, offset: int, phrase: Phrase, apart: int) -> Entity | None:
        past = [one for one in self.cast.mentioned if one.at < offset and one.entity != apart]
        for one in reversed(past[-60:]):
            entity = self.cast.real(one.entity)
            if entity.number == apart:
                continue
            if entity.kind == "person" and self.cast.fits(entity, phrase):
                return entity
        return None


def is_whole(text: str, lexicon: Lexicon) -> bool:
    del lexicon
    return len(text.split()) > 2


CONFIDENCE = {
    "inquit_after": 0.95,
    "inquit_inside": 0.95,
    "split_speech": 0.9,
    "verb_before": 0.9,
    "according_to": 0.9,
    "according_before": 0.75,
    "reported_then_said": 0.85,
    "continued": 0.85,
    "paragraph_before": 0.6,
    "sentence_before": 0.65,
    "sentence_after": 0.65,
    "colon_before": 0.75,
    "ellipsis": 0.8,
    "passive_agent": 0.85,
    "banner": 0.7,
    "unknown_verb_after": 0.7,
    "after_as_put": 0.9,
    "bare_colon_name": 0.8,
    "in_pieces": 0.9,
    "echo": 0.8,
}
