"""Headlines, and quotations in quotations: read last, by all that the text has told."""

from bisect import bisect_left

from app.extraction.cue import Cue
from app.extraction.entities import FACELESS, Entity
from app.extraction.kinds import is_clause, is_term, kind_of
from app.extraction.lexicon import listed
from app.extraction.marks import Quotation
from app.extraction.neighbours import Neighbours
from app.extraction.phrase import Phrase
from app.extraction.reading import LONGEST_READ, Finding, is_whole
from app.extraction.roll import NEAR
from app.extraction.rules import govern
from app.extraction.scene import Scene
from app.extraction.tokens import Sentence

# Verbs of saying in the first person, which nobody else's words have: “je réponds toujours : …”.
MINE = listed("""dis disais réponds répondais écris écrivais crie criais demande répète répétais
thought wondered suis pensais""")


def tells_oneself(scene: Scene, at: int) -> bool:
    """“I told her, ‘Do not go’”: a verb of saying in the first person before a quotation."""
    for place in range(at - 1, max(-1, at - 12), -1):
        if scene.low(place) in {".", "!", "?", ";", "“”"}:
            return False
        many = scene.low(place) == "nous" and scene.low(place + 1) in {"avons", "avions"}
        if many or scene.low(place) in {"i", "we", "je", "j'"}:
            verbs = scene.lexicon.verbs
            words = [scene.low(one) for one in range(place + 1, min(place + 5, at))]
            forms = [verbs.get(word) for word in words]
            return any(form and form.says for form in forms) or bool(MINE & set(words))
    return False


# Whom somebody calls theirs, though the text has named them by another word.
BESIDE = listed(
    """client cliente prédécesseur successeur homologue collègue confrère adversaire rival rivale
    predecessor successor counterpart colleague opponent rival client"""
)


PEERS = listed("homologue collègue confrère counterpart colleague")


# Who is nobody in particular, though a noun says so.
SOMEBODY = listed("quelqu'un someone somebody man guy people")


class Nested(Neighbours):
    """Reads what only the whole text explains."""

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
                    finding.kind = (
                        "full"
                        if echo.kind == "full"
                        and is_whole(self.text(number), self.lexicon)
                        and is_clause(self.text(number), self.lexicon)
                        else "partial"
                    )

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

    def read_inner(self) -> None:
        """Who speaks in a quotation in a quotation: cues inside it, held by anybody of the text."""
        for number, quote in enumerate(self.quotes):
            if quote.parent is None or quote.start > LONGEST_READ:
                continue
            self.inner_sentences(quote.parent)
            if number in self.nested_at:
                place, at = self.nested_at[number]
                scene = self.inner_scene(quote.parent, place)
                earlier = range(max(0, place - 2), place)
                self.read_nested(scene, at, self.findings[number], quote, earlier)

    def read_nested(
        self, scene: Scene, at: int, finding: Finding, quote: Quotation, earlier: range
    ) -> None:
        text = self.body[quote.start : quote.end]
        if is_term(scene, at, text):
            finding.kind, finding.rule, finding.confidence = "term", "term", 0.9
            return
        cue, rule = govern(scene, at)
        holder = cue.holder if cue else None
        if cue and holder:
            entity = self.nested_holder(holder, scene, quote, earlier)
            if entity is not None:
                finding.entity, finding.speaker = entity.number, entity.name
                finding.words, finding.rule = self.span_of(cue, scene), rule
                finding.reason = f"told by {self.findings[quote.parent or 0].speaker or 'a speaker'} inside the quotation"  # noqa: E501
                finding.confidence = 0.75
        outer = self.findings[quote.parent or 0]
        if not finding.speaker and outer.speaker and tells_oneself(scene, at):
            finding.entity, finding.speaker, finding.words = (
                outer.entity,
                outer.speaker,
                outer.words,
            )
            finding.rule, finding.confidence = rule or "verb_before", 0.75
            rule, cue = finding.rule, Cue(0, at, None, "plain", True, "")
            finding.reason = "the speaker tells what they said themselves"
        finding.kind = kind_of(scene, at, text, self.lexicon, rule if cue else "", False)
        if cue and finding.kind == "term":
            finding.kind = "partial"

    def nested_holder(
        self, holder: Phrase, scene: Scene, quote: Quotation, earlier: range
    ) -> Entity | None:
        outer = self.findings[quote.parent or 0]
        if holder.name:
            if not holder.name.kind:
                holder.name.kind = "person"
            return self.cast.of_name(holder.name, holder)
        if holder.kind == "pronoun":
            own = any(p.start < holder.start and p.kind == "person" for p in scene.phrases)
            if not own and (named := self.named_in_speech(holder, quote, earlier)):
                return named
            return self.nested_pronoun(holder, scene, quote, outer)
        if holder.kind == "person":
            possessed = holder.det == "possessive"
            found = self.holder_of(holder)
            if possessed and found and found.number == outer.entity:
                found = None
            if possessed and self.is_mine(holder) and holder.head not in BESIDE:
                same = found is not None and not found.roles.isdisjoint(holder.roles)
                return found if same else self.new(holder, "unnamed")
            if found is None and holder.head in PEERS and self.is_mine(holder):
                found = self.peer_of(holder, outer.entity) or self.new(holder, "unnamed")
            if found is None and holder.det != "indefinite":
                found = self.before(quote.start, holder, outer.entity)
            if found is None and not self.is_somebody(holder):
                found = self.new(holder, "unnamed")  # “the doctor told me”, “an old woman asked”
            return found
        if holder.kind == "crowd" and not self.is_somebody(holder):
            return self.new(holder, "unnamed", plural=True)
        if holder.kind == "institution":
            return (
                self.cast.of_group(holder)
                or next((one for one in self.cast.all[:NEAR] if one.name == holder.text), None)
                or (self.new(holder, "organisation") if holder.det == "definite" else None)
            )
        return None

    def peer_of(self, holder: Phrase, speaker: int) -> Entity | None:
        """“Mon homologue kurde m'a dit”: the one other person who holds such an office."""
        if speaker < 0:
            return None
        groups = self.cast.groups_of(self.cast.all[speaker].roles)
        peers = [
            one
            for one in self.cast.all[: 2 * NEAR]
            if one.kind == "person" and one.number != speaker and self.cast.fits(one, holder)
            if groups & self.cast.groups_of(one.roles)
        ]
        own = [one for one in peers if holder.country and one.country == holder.country] or peers
        return own[0] if len(own) == 1 else None

    def is_somebody(self, holder: Phrase) -> bool:
        """“Somebody shouted”, “one of them wrote”, “people who said”: nobody to be told apart."""
        words = holder.text.lower().replace("’", "'")
        if holder.det == "indefinite" and words.split()[0] in {"a", "an", "one"}:
            return words == "one of them"
        plain = holder.head in SOMEBODY and len(words.split()) < 3
        return plain or words.split()[0] in SOMEBODY

    def is_mine(self, holder: Phrase) -> bool:
        """“Mon père répétait : …”, “my sister said”: whom only the speaker knows."""
        first = holder.text.split()[0].lower()
        return first in {"mon", "ma", "my", "notre", "our"}

    def named_in_speech(self, holder: Phrase, quote: Quotation, earlier: range) -> Entity | None:
        """“Marian Doyle was in tears. She kept saying: '…'”: the subject of a sentence before."""
        for place in reversed(earlier):
            scene = self.inner_scene(quote.parent or 0, place)
            main = next((p for p in scene.phrases if p.animate and not p.under), None)
            if main and main.kind == "person" and self.may_take_up(main, holder):
                return self.nested_holder(main, scene, quote, range(0))
            if main is None or main.name is None or main.name.kind in ("state", "place"):
                continue
            known = self.cast.of_name(main.name, main)
            if known.kind == "person" and self.cast.may_be(known, holder):
                return known
        return None

    def may_take_up(self, main: Phrase, holder: Phrase) -> bool:
        """“My father took me aside. He said…”: an unnamed subject that a pronoun fits."""
        alike = not main.gender or not holder.gender or main.gender == holder.gender
        return alike and main.plural == holder.plural and not main.under

    def nested_pronoun(
        self, holder: Phrase, scene: Scene, quote: Quotation, outer: Finding
    ) -> Entity | None:
        """“Il m'a dit: …”: somebody named in the speech itself, or before it, but not its
        speaker.
        """
        for phrase in reversed([p for p in scene.phrases if p.start < holder.start]):
            if phrase.name and phrase.name.kind != "state":
                known = self.cast.of_name(phrase.name, phrase)
                if self.cast.may_be(known, holder):
                    return known
            if phrase.kind == "person":
                held = self.holder_of(phrase)
                if held and held.number != outer.entity and self.cast.may_be(held, holder):
                    return held
                unnamed = phrase.det == "indefinite" or self.is_mine(phrase)
                if held is None and unnamed and self.may_take_up(phrase, holder):
                    return self.nested_holder(phrase, scene, quote, range(0))
        return self.before(quote.start, holder, outer.entity)

    def before(self, offset: int, phrase: Phrase, apart: int) -> Entity | None:
        if len(self.in_order) != len(self.cast.mentioned):
            self.in_order = sorted(self.cast.mentioned, key=lambda one: one.at)
        last = bisect_left(self.in_order, offset, key=lambda one: one.at)
        for one in reversed(self.in_order[max(0, last - NEAR) : last]):
            entity = self.cast.real(one.entity)
            if entity.number == apart:
                continue
            if entity.kind == "person" and self.cast.fits(entity, phrase):
                return entity
            told = entity.kind == "unnamed" and one.subject and phrase.kind == "pronoun"
            if told and self.language == "en" and self.cast.may_be(entity, phrase):
                return entity
        return None
