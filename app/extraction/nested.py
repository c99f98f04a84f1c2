"""Quotations in quotations: read last, by all that the text has told."""

from bisect import bisect_left

from app.extraction.cue import Cue
from app.extraction.entities import Entity
from app.extraction.headlines import Headlines
from app.extraction.kinds import kind_of
from app.extraction.lexicon import listed
from app.extraction.marks import Quotation
from app.extraction.phrase import Phrase
from app.extraction.reading import LONGEST_READ, Finding
from app.extraction.roll import NEAR
from app.extraction.rules import govern
from app.extraction.scene import Scene
from app.extraction.terms import is_term

# Verbs of saying in the first person, which nobody else's words have: “je réponds toujours : …”.
MINE = listed(
    """criais crie demande dis disais écris écrivais pensais répétais répète répondais réponds suis
    thought wondered"""
)


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
    """adversaire client cliente colleague collègue confrère counterpart homologue opponent
    prédécesseur predecessor rival rivale successeur successor"""
)


PEERS = listed("colleague collègue confrère counterpart homologue")


# Who is nobody in particular, though a noun says so.
SOMEBODY = listed("guy man people quelqu'un somebody someone")


class Nested(Headlines):
    """Reads what only the whole text explains."""

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
        cue, rule = govern(scene, at, text)
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
            finding.follow(outer)
            finding.rule, finding.confidence = rule or "verb_before", 0.75
            rule, cue = finding.rule, Cue(0, at, None, "plain", True, "")
            finding.reason = "the speaker tells what they said themselves"
        finding.kind = kind_of(scene, at, text, rule if cue else "", False)
        if cue and finding.kind == "term":
            finding.kind = "partial"

    def nested_holder(
        self, holder: Phrase, scene: Scene, quote: Quotation, earlier: range
    ) -> Entity | None:
        outer = self.findings[quote.parent or 0]
        if holder.name:
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
            main = scene.main
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
        if self.is_kin_told(outer):
            return None  # ““He phoned me,” said Umm Saif, whose son was killed”: no one named
        return self.before(quote.start, holder, outer.entity)

    def is_kin_told(self, outer: Finding) -> bool:
        """Whether the inquit tells of somebody of the speaker's own: “whose son”."""
        if outer.words is None:
            return False
        end = outer.words[1]
        behind = self.body[end : end + 40].lower().replace(",", " ").split()
        return bool(behind[:1]) and behind[0] in {"whose", "dont"}

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
