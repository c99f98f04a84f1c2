"""Who speaks in each quotation of a sentence."""

from app.extraction.banners import BANNERS, on_banner
from app.extraction.cue import Cue
from app.extraction.entities import Entity
from app.extraction.kinds import kind_of
from app.extraction.phrase import WHOM, Phrase
from app.extraction.reading import CONFIDENCE, Finding
from app.extraction.references import Referrer
from app.extraction.rules import govern
from app.extraction.scene import Scene
from app.extraction.statements import claimant, is_of_paper, says_statement
from app.extraction.terms import is_aside, is_held_title, is_term
from app.extraction.tokens import Sentence, layer_of, split_sentences

# Who speaks, by which words, and the phrase for them, if there is one.
Told = tuple[Entity, tuple[int, int], Phrase | None]
ANSWERING = {"answer", "reply", "respond", "retort"}
PARTS = {",", "–", "—"}  # what parts an inquit from the words around it


class Speaking(Referrer):
    """Gives quotations their speakers by the rules."""

    def attribute(self, scene: Scene, at: int) -> None:
        """Say of a quotation who speaks in it, by its own sentence, and of what kind it is."""
        number = scene.tokens[at].quote
        finding, quote = self.findings[number], self.quotes[number]
        self.where[number] = (scene, at)
        text = self.body[quote.start : quote.end]
        if inside := self.inquit_inside(number, scene):
            self.speak(finding, inside, "inquit_inside", scene)
            finding.kind = "full"
            return
        if is_term(scene, at, text):
            finding.kind, finding.rule, finding.confidence = "term", "term", 0.9
            finding.reason = "the words before make it a name, a title or a word at a distance"
            return
        cue, rule = govern(scene, at, text)
        holder = cue.holder if cue else None
        if holder and holder.kind != "name" and BANNERS & set(holder.text.lower().split()[:3]):
            cue = holder = None  # “des affiches proclament : "…"”
        if (
            cue
            and rule == "verb_before"
            and (is_aside(scene, at, text, cue.finish) or is_held_title(scene, at, text, cue))
        ):
            finding.kind, finding.rule, finding.confidence = "term", "aside", 0.7
            finding.reason = "a short name in an adverbial; the verb before does not say it"
            return
        if cue:
            self.ask_holder(finding, scene, cue, rule)
        if not finding.speaker and says_statement(scene, at):
            self.give_claimant(finding, scene)
        told = rule if holder and holder.kind != "nobody" else ""
        finding.kind = kind_of(scene, at, text, told, self.continues_split(scene, at, cue))
        if finding.kind == "term" and finding.speaker:
            finding.kind = "partial"
        elif finding.kind == "term" and not told and text[:1].isupper() and on_banner(scene, at):
            finding.kind = "full"

    def ask_holder(self, finding: Finding, scene: Scene, cue: Cue, rule: str) -> None:
        """Let whoever holds the cue speak; “on” may be a place's, “il” wait for a name."""
        holder, words = cue.holder, self.span_of(cue, scene)
        if holder is None:
            return
        if entity := self.who(holder, scene, self.asker(cue)):
            self.speak(finding, (entity, words, holder), rule, scene)
        elif holder.kind == "nobody" and (place := self.place_of(scene, cue)):
            self.speak(finding, (place, words, None), rule, scene)
        elif cue.lemma == "lire" and (past := self.read_there(scene, cue)):
            self.speak(finding, (past, words, None), rule, scene)
        elif holder.kind == "pronoun" and self.language == "fr":
            self.waiting.append((finding, scene, cue, rule))
        elif holder.kind == "nobody":
            finding.rule = "nobody_says"
            finding.reason = f"“{holder.text}” is nobody in particular"

    def asker(self, cue: Cue) -> int:
        """“Will you resign?” a reporter asked her. “No,” she replied: nobody answers himself."""
        spoke = self.cast.speaker
        if self.language != "en" or spoke is None or cue.lemma not in ANSWERING:
            return -1
        asked = next((one for one in reversed(self.findings) if one.speaker), None)
        if asked is None or asked.entity != spoke.entity:
            return -1
        quote = self.quotes[self.findings.index(asked)]
        return spoke.entity if self.body[quote.end - 1] == "?" else -1

    def give_claimant(self, finding: Finding, scene: Scene) -> None:
        """“L'attaque a été revendiquée par X. "…", affirme le texte”: the words of who claimed."""
        for past in reversed(self.scenes[-4:]):
            phrase = claimant(past)
            entity = self.who(phrase, past) if phrase else None
            if phrase and entity:
                told = (entity, (phrase.start, phrase.end), phrase)
                self.speak(finding, told, "inquit_after", scene)
                return

    def read_there(self, scene: Scene, cue: Cue) -> Entity | None:
        """“Le ministère a protesté dans un communiqué. « … », y lit-on”: its words as well."""
        past, behind = self.cast.speaker, scene.low(cue.finish)
        near = past is not None and scene.sentence.number - past.sentence <= 1
        return self.cast.real(past.entity) if past and near and behind in {".", ""} else None

    def place_of(self, scene: Scene, cue: Cue) -> Entity | None:
        """“…, dit-on à Téhéran”, “A Bagdad, on assure que…”, “dit-on au ministère”: who
        sits there.
        """
        if self.language != "fr" or cue.holder is None or cue.holder.head != "on":
            return None
        for phrase in scene.phrases:
            paper = phrase.animate and is_of_paper(scene.low, phrase.first)
            if paper and "lire" in {cue.lemma, scene.low(cue.first + 2)}:
                return self.who(phrase, scene)  # “peut-on lire dans un communiqué de X”
            if not self.is_seat(phrase, scene):
                continue
            fronted = scene.low(phrase.last) in {",", "on"} and phrase.first <= 4
            fronted = fronted and scene.low(0) in {
                "à",
                "au",
                "auprès",
                "chez",
                "dans",
                "du",
                "côté",
                "aux",
            }
            where = scene.low(phrase.last) == "," and scene.low(phrase.last + 1) == "où"
            behind = cue.finish <= phrase.first <= cue.finish + 2
            if fronted or (where and phrase.last < cue.begin) or behind:
                return self.who(phrase, scene)
        return None

    def is_seat(self, phrase: Phrase, scene: Scene) -> bool:
        """“à Téhéran”, “au ministère”, “chez Altéo”, “dans l'opposition”: where people speak."""
        low, before = scene.low(phrase.first), scene.low(phrase.first - 1)
        told = scene.low(phrase.first - 1 - (low not in {"des", "du"}))
        if phrase.animate and (told in {"auprès", "côté"} or before == "chez"):
            return True
        if phrase.kind == "state":
            return before == "à"
        named = phrase.name is not None and phrase.name.kind in ("", "organisation")
        if phrase.kind != "institution" and not (phrase.kind == "name" and named):
            return False
        if phrase.kind == "name" and before == "à" and not (phrase.det and phrase.name):
            return False  # a village
        return low in {"au", "aux", "du"} or before in {"à", "dans", "chez", "de", "côté"}

    def continues_split(self, scene: Scene, at: int, cue: Cue | None) -> bool:
        quotes = [place for place in scene.quotes if place < at]
        return bool(
            quotes
            and cue
            and quotes[-1] < cue.first
            and cue.finish in (at, at - 1)
            and scene.low(at - 1) in {",", ":", "“”"}
            and quotes[0] == 0
        )

    def speak(self, finding: Finding, told: Told, rule: str, scene: Scene) -> None:
        """Give a quotation its speaker, and note that they speak there."""
        entity, words, phrase = told
        finding.entity, finding.speaker = entity.number, entity.name
        finding.words, finding.rule = words, rule
        meant = phrase.reason if phrase else ""
        finding.reason = meant or f"{self.body[words[0] : words[1]]!r} gives {WHOM}"
        finding.confidence = CONFIDENCE.get(rule, 0.7)
        if not entity.members:
            sentence = scene.sentence
            self.cast.speaks(entity.number, sentence.number, sentence.paragraph, words[0])

    def span_of(self, cue: Cue, scene: Scene) -> tuple[int, int]:
        """The words that give a speaker: the verb and its subject, or those it depends on."""
        first, last = cue.begin, cue.finish
        if cue.inherits:
            first, last = cue.inherits.begin, cue.inherits.finish
        tokens = scene.tokens
        while first < last - 1 and tokens[first].low in {",", "et", "and"}:
            first += 1
        return tokens[first].start, tokens[min(last, len(tokens)) - 1].end

    def inquit_inside(self, number: int, scene: Scene) -> Told | None:
        """« Ceux qui la franchissent, a-t-elle ajouté, paieront »: an inquit between commas."""
        quote = self.quotes[number]
        if quote.end - quote.start < 12 or "," not in self.body[quote.start : quote.end]:
            return None
        for place, sentence in enumerate(self.inner_sentences(number)):
            if len(sentence.tokens) < 4 or not self.may_say(sentence):
                continue
            inner = self.inner_scene(number, place)
            for cue in inner.cues:
                subject = cue.subject
                if subject is None or not self.is_inquit(inner, cue, subject):
                    continue
                if subject.entity < 0 and subject.kind != "pronoun":
                    self.link_phrase(subject, scene.sentence)
                subject_scene = Scene(scene.sentence, [subject], [], self.lexicon, [])
                entity = self.who(subject, subject_scene)
                if entity:
                    return entity, self.span_of(cue, inner), subject
        return None

    def is_inquit(self, inner: Scene, cue: Cue, subject: Phrase) -> bool:
        """“, a-t-elle ajouté,”, “, he said,”: somebody who says, between two commas or dashes."""
        if not cue.says or subject.kind in ("nobody", "state"):
            return False
        if cue.begin == 0 or inner.low(cue.begin - 1) not in PARTS:
            return False
        if cue.shape == "plain":
            ends = inner.low(cue.finish) in {",", ".", "with"}
            short = subject.kind in ("pronoun", "name") and subject.first <= cue.first
            said = self.language == "en" and short and ends
        else:
            pronoun = subject.kind == "pronoun"
            said = cue.shape == "inverted" and not (pronoun and self.language == "en")
        return said and self.closes_inquit(inner, cue)

    def closes_inquit(self, inner: Scene, cue: Cue) -> bool:
        """Whether a comma or full stop ends an inquit not far on."""
        for place in range(cue.finish, min(cue.finish + 9, len(inner.tokens))):
            if inner.low(place) in {",", "."}:
                return True
            if inner.low(place) in {"que", "qu'", "that", ":"} or inner.tokens[place].quote >= 0:
                return False
        return cue.finish >= len(inner.tokens)

    def may_say(self, sentence: Sentence) -> bool:
        """Whether a sentence has a comma or dash, and a form that could be a verb of saying."""
        lows = [token.low for token in sentence.tokens]
        if PARTS.isdisjoint(lows):
            return False
        verbs = self.lexicon.verbs
        return any(low[:1] == "-" or (low in verbs and verbs[low].says) for low in lows)

    def inner_scene(self, number: int, place: int) -> Scene:
        """One sentence inside a quotation, read."""
        if (number, place) not in self.inner_read:
            sentence = self.inner_sentences(number)[place]
            self.inner_read[number, place] = self.scene_of(sentence, True)
        return self.inner_read[number, place]

    def inner_sentences(self, number: int) -> list[Sentence]:
        """The sentences inside a quotation."""
        if number not in self.inner:
            quote = self.quotes[number]
            end = min(quote.end, quote.start + 6000)
            inside = [one for one in self.children.get(number, []) if one[1].right <= end]
            tokens = layer_of(self.body, quote.start, end, inside, self.language)
            self.inner[number] = split_sentences(
                self.body, tokens, self.quotes, -1, False, self.language
            )
            for place, sentence in enumerate(self.inner[number]):
                for at, token in enumerate(sentence.tokens):
                    if token.quote >= 0:
                        self.nested_at[token.quote] = (place, at)
        return self.inner[number]
