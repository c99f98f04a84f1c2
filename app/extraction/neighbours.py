"""Speeches that stand alone, and those that go on over paragraphs."""

from app.extraction.lexicon import listed
from app.extraction.phrase import WHOM, Phrase, stand_in
from app.extraction.reading import CONFIDENCE, Finding
from app.extraction.remarks import said_by
from app.extraction.scene import Scene
from app.extraction.speaking import Speaking, Told

# What a sentence about somebody beside begins with.
PLACED = listed("ailleurs autour dedans dehors derrière inside nearby non outside plus upstairs")
SIGNED = {"signé", "signée", "signés"}


def scene_at(order: list[Scene], place: int, paragraph: int) -> Scene | None:
    """The sentence at a place, if it is of the paragraph."""
    inside = 0 <= place < len(order) and order[place].sentence.paragraph == paragraph
    return order[place] if inside else None


def before(place: int, most: int) -> range:
    """The places before one, from the nearest."""
    return range(place - 1, max(-1, place - 1 - most), -1)


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
                main = later.main
                if main is None or holder is None or main.kind not in ("name", "person"):
                    continue
                if any(one.subject is main and one.shape == "inverted" for one in later.cues):
                    continue  # another speech, with a speaker of its own
                entity = self.who(main, later)
                if entity and entity.kind == "person" and self.cast.may_be(entity, holder):
                    self.speak(finding, (entity, self.span_of(cue, scene), main), rule, scene)
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
        """Ask the sentences around a speech: those of its paragraph, else the paragraph before."""
        scene = order[place]
        paragraph = scene.sentence.paragraph
        if self.quotes[scene.tokens[at].quote].continues:
            return
        previous = scene_at(order, place - 1, paragraph)
        following = scene_at(order, place + 1, paragraph)
        if following and self.is_claimed(following, previous):
            self.from_next(scene, following, finding)
        if previous and not finding.speaker:
            self.from_previous(order, place, finding)
        if following and not finding.speaker:
            self.from_next(scene, following, finding)
        if not (previous or following) and scene_at(order, place - 1, paragraph - 1):
            self.from_paragraph_before(order, place, finding)

    def is_claimed(self, following: Scene, previous: Scene | None) -> bool:
        """“So said Paul Smith”, “Those were his words”, “Paul Smith was speaking in Basra”, and
        “Paul Smith added: "…"” where nobody spoke before: whose the speech was.
        """
        if self.language != "en":
            return False
        lows = {token.low for token in following.tokens[:9]}
        alone = previous is None or not previous.quotes
        speaking = alone and "speaking" in lows
        told = following.low(0) == "so" or speaking
        shown = {"this", "that", "remark", "remarks", "comment", "comments"} & lows
        cue = next((cue for cue in following.cues if cue.says or cue.lemma == "make"), None)
        if cue is None:
            left = following.low(0) == "with" and "words" in lows
            made = left or (alone and bool(shown) and "made" in lows)
            return said_by(following) is not None or speaking or made
        says = told or (bool(shown) and not following.quotes and cue.subject is following.main)
        goes_on = cue.lemma in {"add", "continue", "go"} and cue.subject is following.main
        goes_on = goes_on and previous is not None and alone and bool(following.quotes)
        return says or said_by(following) is not None or goes_on

    def from_previous(self, order: list[Scene], place: int, finding: Finding) -> None:
        """« Nous partons », dit X. « Demain. » is X's, unless a sentence between turns to Y."""
        scene, previous = order[place], order[place - 1]
        near = (scene_at(order, back, scene.sentence.paragraph) for back in before(place, 3))
        spoken = next((one for one in near if one and one.quotes), None)
        past = self.last_of(spoken) if spoken else None
        turned = spoken and previous is not spoken
        if past and turned and (turn := self.turned_to(previous, past)):
            self.give(finding, turn, "sentence_before", scene)
        elif past and past.speaker and past.rule:
            self.take(finding, past, "continued")
        elif subject := self.subject_before(previous):
            self.give(finding, subject, "sentence_before", scene)

    def from_paragraph_before(self, order: list[Scene], place: int, finding: Finding) -> None:
        """A speech is the whole paragraph: whoever spoke last, or acted, in the one before."""
        scene, last = order[place], order[place - 1]
        past = self.last_of(last) if last.quotes else None
        if past and past.speaker and (past.kind == "full" or self.language == "en"):
            self.take(finding, past, "paragraph_before")
        elif (past is None or last.ends_with_colon) and (told := self.subject_before(last)):
            self.speak(finding, told, "colon_before", scene)
        if not finding.speaker and (theirs := self.about_one(order, place)):
            self.give(finding, theirs, "paragraph_before", scene)

    def last_of(self, scene: Scene) -> Finding:
        """What was found of the last quotation of a sentence."""
        return self.findings[scene.tokens[scene.quotes[-1]].quote]

    def give(self, finding: Finding, told: Told, rule: str, scene: Scene) -> None:
        """A speech of its own, whose speaker another sentence tells."""
        self.speak(finding, told, rule, scene)
        finding.kind, finding.direct = "full", False

    def about_one(self, order: list[Scene], place: int) -> Told | None:
        """A paragraph about one person only, and then a speech alone in the next: theirs."""
        paragraph = order[place].sentence.paragraph - 1
        found: dict[int, Told] = {}
        for back in before(place, 6):
            scene = order[back]
            if scene.sentence.paragraph != paragraph:
                break
            main = scene.main
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

    def turned_to(self, told: Scene, past: Finding) -> Told | None:
        """“Tibbs, told of the promise, laughed. "Which days?"”: the reporter turns to somebody."""
        main = next((p for p in told.phrases if p.animate), None)
        if main is None or main.under or told.sentence.paragraph < 0:
            return None
        if main.first > 1 and not self.fronted(told, main):
            return None
        if main.kind not in ("name", "person") or (main.name and main.name.kind != "person"):
            return None
        entity = self.who(main, told)
        if entity is None or entity.number == past.entity:
            return None
        someone = entity.kind in ("person", "unnamed")
        return (entity, (main.start, main.end), main) if someone else None

    def fronted(self, told: Scene, main: Phrase) -> bool:
        """“En face, Oumar Touré hausse les épaules”: only where he stands comes before."""
        low, words = told.low(0), told.lexicon.words
        placed = low in words["prepositions"] or low in PLACED
        return placed and main.first <= 7 and told.low(main.first - 1) == ","

    def subject_before(self, scene: Scene) -> Told | None:
        """Whom a sentence is about, and so the speech behind it; or who owns what brings it."""
        main = scene.main
        if main is None or main.kind in ("nobody", "state"):
            return self.owner_before(scene) if scene.ends_with_colon else None
        main = self.moved(main, scene) or main
        entity = self.who(main, scene)
        if entity is None:
            return None
        cue = next((one for one in scene.cues if one.subject is main), None)
        return entity, self.span_of(cue, scene) if cue else (main.start, main.end), main

    def owner_before(self, scene: Scene) -> Told | None:
        """“Her acceptance speech…:” is hers, “The speech of the mayor…:” is the mayor's."""
        if scene.low(0) in {"her", "his", "son", "sa", "ses"}:
            owner = stand_in(scene.tokens, 0)
            entity = self.who(owner, scene)
            return (entity, (scene.tokens[0].start, scene.tokens[1].end), owner) if entity else None
        told = next((p for p in scene.phrases if p.kind == "pronoun" or p.entity >= 0), None)
        entity = self.who(told, scene) if told else None
        return (entity, (told.start, told.end), told) if entity and told else None

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

    def from_next(self, scene: Scene, following: Scene, finding: Finding) -> None:
        """“…” Maud Tessereau a prononcé ces mots: the sentence after tells who."""
        passive = next((cue.subject for cue in following.cues if cue.shape == "passive"), None)
        subject = self.signer(following) or said_by(following) or passive
        if subject is None:
            acting = (p for p in following.phrases if p.animate and not p.under)
            subject = next((p for p in acting if p.kind != "nobody"), None)
        entity = self.who(subject, following) if subject and subject.kind != "state" else None
        if entity and subject:
            told = (entity, (subject.start, subject.end), subject)
            self.give(finding, told, "sentence_after", scene)

    def signer(self, scene: Scene) -> Phrase | None:
        """“Une lettre signée Maud Tessereau l'affirme”: whoever has signed."""
        signed = [at for at, token in enumerate(scene.tokens) if token.low in SIGNED]
        return next((p for at in signed for p in scene.phrases if p.first == at + 1), None)

    def take(self, finding: Finding, past: Finding, rule: str) -> None:
        finding.follow(past)
        finding.rule = rule
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
            findings = [self.findings[number] for number in run]
            told = [finding for finding in findings if finding.speaker]
            if len(run) < 2 or not told:
                continue
            first = findings[0]
            source = first if first.speaker and first.direct else told[-1]
            for finding in findings:
                finding.kind = "full"
                if finding is not source:
                    finding.follow(source)
                    finding.rule, finding.reason = "in_pieces", "one speech over several paragraphs"
                    finding.confidence = 0.9
