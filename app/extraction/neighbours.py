"""Speeches that stand alone, and those that go on over paragraphs."""

from app.extraction.lexicon import listed
from app.extraction.phrase import WHOM, Phrase, stand_in
from app.extraction.reading import CONFIDENCE, Finding
from app.extraction.remarks import said_by
from app.extraction.scene import Scene
from app.extraction.speaking import Speaking, Told

# What a sentence about somebody beside begins with.
PLACED = listed("ailleurs autour dedans dehors derrière inside nearby non outside plus upstairs")


class Neighbours(Speaking):
    """Gives a speech the speaker that the sentences beside it tell."""

    def pass_on(self) -> None:
        """Give a speech that stands alone its speaker: the one before it, or told just after."""
        order = list(self.scenes)  # those of the headline come later
        self.name_waiting(order)
        for place, scene in enumerate(order):
            for at in scene.quotes:
                finding = self.findings[scene.tokens[at].quote]
                if finding.rule or not self.stands_alone(scene):
                    continue
                if self.language == "fr" and self.take_echo(scene, at):
                    continue
                self.from_neighbours(order, place, at, finding)
        self.chain()

    def name_waiting(self, order: list[Scene]) -> None:
        """« Jamais », tranche-t-il. Le patron, Hugo Lenoir, …: whom the text names next."""
        places = {id(scene): place for place, scene in enumerate(order)}
        for finding, scene, cue, rule in self.waiting:
            place, holder = places[id(scene)], cue.holder
            for later in order[place + 1 : place + 3]:
                main = next((p for p in later.phrases if p.animate and not p.under), None)
                if main is None or holder is None or main.kind not in ("name", "person"):
                    continue
                if any(one.subject is main and one.shape == "inverted" for one in later.cues):
                    continue  # another speech, with a speaker of its own
                entity = self.who(main, later)
                if entity and entity.kind == "person" and self.cast.may_be(entity, holder):
                    self.speak(finding, entity, self.span_of(cue, scene), main, rule, scene)
                    break

    def take_echo(self, scene: Scene, at: int) -> bool:
        """« Une page se tourne », a heading of its own: whoever says so further on."""
        number = scene.tokens[at].quote
        quote = self.quotes[number]
        text = self.body[quote.start : quote.end].lower().rstrip(".,!?")
        for other in range(number + 1, min(number + 12, len(self.quotes))):
            said = self.quotes[other]
            if text in self.body[said.start : said.end].lower() and self.findings[other].speaker:
                self.take(self.findings[number], self.findings[other], "echo")
                self.findings[number].kind = self.findings[other].kind
                return True
        return False

    def stands_alone(self, scene: Scene) -> bool:
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
                if order[back].sentence.paragraph == paragraph and order[back].quotes
            ),
            None,
        )
        told = order[place - 1] if place else None
        if (
            before is not None
            and told is not None
            and told is not before
            and (turn := self.turned_to(told, before))
        ):
            self.speak(finding, *turn, "sentence_before", scene)
            finding.kind, finding.direct = "full", False
            return
        if before is not None:
            past = self.findings[before.tokens[before.quotes[-1]].quote]
            if past.speaker and past.rule:
                self.take(finding, past, "continued")
                return
        previous = (
            order[place - 1] if place and order[place - 1].sentence.paragraph == paragraph else None
        )
        if previous is not None:
            subject = self.subject_before(previous)
            if subject:
                self.speak(finding, *subject, "sentence_before", scene)
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
            quotes = last.quotes
            if (
                quotes
                and self.findings[last.tokens[quotes[-1]].quote].speaker
                and (
                    self.findings[last.tokens[quotes[-1]].quote].kind == "full"
                    or self.language == "en"
                )
            ):
                self.take(finding, self.findings[last.tokens[quotes[-1]].quote], "paragraph_before")
            elif not quotes or last.low(len(last.tokens) - 1) == ":":
                subject = self.subject_before(last)
                if subject:
                    self.speak(finding, *subject, "colon_before", scene)
            if not finding.speaker and (theirs := self.about_one(order, place)):
                self.speak(finding, *theirs, "paragraph_before", scene)
                finding.kind, finding.direct = "full", False

    def about_one(self, order: list[Scene], place: int) -> Told | None:
        """A paragraph about one person only, and then a speech alone in the next: theirs."""
        paragraph = order[place].sentence.paragraph - 1
        found: dict[int, Told] = {}
        for back in range(place - 1, max(-1, place - 7), -1):
            scene = order[back]
            if scene.sentence.paragraph != paragraph:
                break
            main = next((p for p in scene.phrases if p.animate and not p.under), None)
            if scene.sentence.heading or main is None:
                continue
            entity = self.who(main, scene)
            ahead = main.first > 4 and scene.low(main.first - 1) != ","
            if entity is None or entity.kind != "person" or ahead:
                if main.kind == "institution" and found == {}:
                    continue  # “Le budget du tribunal a été réduit”
                return None
            found[entity.number] = (entity, (main.start, main.end), main)
            for at in scene.quotes:
                spoke = self.findings[scene.tokens[at].quote]
                if spoke.speaker and spoke.entity != entity.number:
                    return None
        return next(iter(found.values())) if len(found) == 1 else None

    def turned_to(self, told: Scene, before: Scene) -> Told | None:
        """“Tibbs, told of the promise, laughed. "Which days?"”: the reporter turns to somebody."""
        main = next((p for p in told.phrases if p.animate), None)
        if main is None or main.under or told.sentence.paragraph < 0:
            return None
        if main.first > 1 and not self.fronted(told, main):
            return None
        if main.kind not in ("name", "person") or (main.name and main.name.kind != "person"):
            return None
        past = self.findings[before.tokens[before.quotes[-1]].quote]
        entity = self.who(main, told)
        if (
            entity is None
            or entity.kind not in ("person", "unnamed")
            or entity.number == past.entity
        ):
            return None
        return entity, (main.start, main.end), main

    def fronted(self, told: Scene, main: Phrase) -> bool:
        """“En face, Oumar Touré hausse les épaules”: only where he stands comes before."""
        low, words = told.low(0), told.lexicon.words
        placed = low in words["prepositions"] or low in PLACED
        return placed and main.first <= 7 and told.low(main.first - 1) == ","

    def subject_before(self, scene: Scene) -> Told | None:
        main = next((p for p in scene.phrases if not p.under and p.animate), None)
        if main is None or main.kind in ("nobody", "state"):
            if scene.low(len(scene.tokens) - 1) == ":":
                owner = self.owner_of(scene)
                if owner:
                    entity = self.who(owner, scene)
                    words = (scene.tokens[0].start, scene.tokens[1].end)
                    return (entity, words, owner) if entity else None
                owner = next(
                    (p for p in scene.phrases if p.kind == "pronoun" or p.entity >= 0), None
                )
                entity = self.who(owner, scene) if owner else None
                return (entity, (owner.start, owner.end), owner) if entity and owner else None
            return None
        main = self.moved(main, scene) or main
        entity = self.who(main, scene)
        cue = next((one for one in scene.cues if one.subject is main), None)
        if entity is None:
            return None
        return entity, self.span_of(cue, scene) if cue else (main.start, main.end), main

    def moved(self, main: Phrase, scene: Scene) -> Phrase | None:
        """“Ni l'un ni l'autre n'ont convaincu Zahra Mustafawi. « … »”: whom somebody moves."""
        if self.language != "fr":
            return None
        for place in range(main.last, min(len(scene.tokens), main.last + 9)):
            if scene.low(place) not in scene.lexicon.words["moving"]:
                continue
            behind = [p for p in scene.phrases if place < p.first <= place + 2 and not p.under]
            one = behind[0] if behind else None
            return one if one and one.kind in ("name", "person", "crowd", "institution") else None
        return None

    def owner_of(self, scene: Scene) -> Phrase | None:
        """“Her acceptance speech…:” is hers."""
        own = scene.low(0) in {"her", "his", "son", "sa", "ses"}
        return stand_in(scene.tokens, 0) if own else None

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
        said = said_by(following)
        if said:
            subject = said
        if signed:
            subject = signed
        if subject is None or subject.kind == "state":
            return
        entity = self.who(subject, following)
        if entity:
            words = (subject.start, subject.end)
            self.speak(finding, entity, words, subject, "sentence_after", scene)
            finding.kind, finding.direct = "full", False

    def take(self, finding: Finding, past: Finding, rule: str) -> None:
        finding.speaker, finding.entity, finding.words, finding.rule = (
            past.speaker,
            past.entity,
            past.words,
            rule,
        )
        finding.reason = f"the speech goes on; nobody else is named after {WHOM}"
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
