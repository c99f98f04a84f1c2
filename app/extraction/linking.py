"""Whom the phrases of a sentence mean."""

from app.extraction.accused import is_accused
from app.extraction.bodies import body_gender
from app.extraction.cue import Cue
from app.extraction.cues import CueFinder
from app.extraction.discourse import Cast
from app.extraction.entities import FACELESS, Entity, Mentioned
from app.extraction.firms import has_owner, is_firm, works_for
from app.extraction.kin import KIN
from app.extraction.lexicon import load_lexicon
from app.extraction.marks import Quotation, find_quotations
from app.extraction.offices import OfficeLinker
from app.extraction.pairs import the_two
from app.extraction.paragraphs import find_paragraphs
from app.extraction.phrase import Phrase
from app.extraction.phrases import Chunker
from app.extraction.reading import Finding
from app.extraction.scene import Scene
from app.extraction.tokens import Sentence

# Whose office is shared or lent: nobody is found by it alone.
VOICES = {"porte-parole", "spokesman", "spokeswoman", "spokesperson", "homologue", "counterpart"}
AMERICAN = {"secretary of state"}  # an office that is one country's by its name


class Linker(OfficeLinker):
    """Links phrases to the cast of a text."""

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
        self.tellers: list[int] = []  # whose telling a phrase stands in, by their numbers
        self.inner: dict[int, list[Sentence]] = {}
        self.nested_at: dict[int, tuple[int, int]] = {}
        self.inner_read: dict[tuple[int, int], Scene] = {}
        self.in_order: list[Mentioned] = []  # who is mentioned, by where that stands
        self.where: dict[int, tuple[Scene, int]] = {}
        self.waiting: list[tuple[Finding, Scene, Cue, str]] = []  # pronouns before their names

    def scene_of(self, sentence: Sentence, inside: bool = False) -> Scene:
        chunker = Chunker(self.body, sentence, self.lexicon)
        phrases = chunker.find()
        cues = CueFinder(sentence, phrases, self.lexicon, inside).find()
        for cue in cues:
            for phrase in [cue.subject] if cue.subject else []:
                name = phrase.name
                if name and not name.kind and phrase.kind == "name":
                    known = self.cast.find_named(name, "")
                    person = known is not None and known.kind == "person"
                    firm = phrase.det or (not person and is_firm(sentence, cue, self.lexicon))
                    name.kind = "organisation" if firm else "person"
        return Scene(sentence, phrases, cues, self.lexicon, chunker.names)

    def link(self, scene: Scene) -> None:
        """Say of each phrase whom it means, in order; pronouns wait until they are asked for."""
        main = scene.main
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
                self.tellers = [
                    cue.subject.entity
                    for cue in scene.cues
                    if cue.says and cue.shape == "plain" and cue.subject
                    if cue.subject.first < cue.last <= one.first
                ]
                self.link_phrase(one, scene.sentence, phrase is main)
        self.tellers = []

    def link_phrase(self, phrase: Phrase, sentence: Sentence, subject: bool = False) -> None:
        entity: Entity | None = None
        if not phrase.country and AMERICAN & set(phrase.roles):
            british = self.body[phrase.start : phrase.end + 4].lower().find("state for") >= 0
            phrase.country = "" if british else "us"
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
        elif phrase.kind == "document" and phrase.det != "possessive":
            entity = self.link_document(phrase)
        elif phrase.kind == "crowd" and (pair := the_two(self.cast, self.body, phrase)) is not None:
            phrase.entity = pair.number
            return
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
        if entity.kind == "organisation":
            own = body_gender(name.words[0]) or body_gender(phrase.head)
            own = "" if self.language == "en" else own
            entity.gender = phrase.gender or entity.gender or own
        entity.gender = entity.gender or phrase.gender
        entity.country = entity.country or phrase.country
        entity.roles.update(phrase.roles)
        entity.former = entity.former or phrase.former
        if entity.country == "us" and "secrétaire" in entity.roles:
            entity.roles.add("ministre")  # “le secrétaire au Trésor… le ministre américain”
        if entity.kind == "person" and is_accused(sentence.tokens, phrase.first, phrase.last):
            entity.roles.add("accusé" if self.language == "fr" else "defendant")
            self.cast.fill_accused(entity)
        if phrase.head and phrase.kind == "name" and entity.kind == "organisation":
            entity.roles.add(phrase.head)
        if {"homologue", "counterpart"} & set(phrase.roles):
            self.share_office(entity, phrase)
        if entity.kind == "organisation" and entity.start == name.start:
            self.fill_body(entity)
        if phrase.roles and entity.kind == "person":
            self.cast.fill_office(entity, phrase)
        elif entity.start == name.start and entity.kind == "person" and sentence.number <= 4:
            self.fill_lead(entity, phrase)
        return entity

    def guess_kind(self, phrase: Phrase, sentence: Sentence) -> None:
        """A name that nothing explains: known already, or two words and no article make a
        person.
        """
        name = phrase.name
        assert name is not None
        known = self.cast.find_named(name, phrase.gender)
        if known:
            name.kind = known.kind
        elif self.shares_title(phrase, sentence):
            name.kind = "person"
        elif phrase.under and len(name.words) == 1:
            name.kind = "organisation" if has_owner(phrase, sentence) else ""
        elif phrase.under and works_for(phrase, sentence, self.lexicon):
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

    def shares_title(self, phrase: Phrase, sentence: Sentence) -> bool:
        """“MM. Khafaji et Stackpole”: the title stands for both."""
        before = [token.text for token in sentence.tokens[max(0, phrase.first - 6) : phrase.first]]
        return before[-1:] == ["et"] and bool({"MM.", "Mmes", "MM"} & set(before))

    def link_role(self, phrase: Phrase, sentence: Sentence, subject: bool = False) -> Entity | None:
        """An office without a name: who holds it, if the text has said; else nobody named."""
        possessive = phrase.det == "possessive"
        if phrase.det == "indefinite" or (not phrase.det and self.language == "en"):
            return self.new(phrase, "unnamed")
        if phrase.under and possessive:
            return None
        if source := self.same_source(phrase, sentence):
            return source
        if self.language == "en" and (firm := self.cast.of_firm(phrase)):
            return firm  # “Meridian Rail… The operator”
        found, phrase.reason = self.holder_of_office(phrase, sentence)
        if found is not None:
            return found
        if (possessive and not subject) or phrase.head.endswith("-year-old"):
            return None
        if possessive and (other := self.cast.of_meeting(phrase, sentence.number)):
            return other
        entity = self.new(phrase, "unnamed")
        entity.definite = phrase.det == "definite"
        return entity

    def same_source(self, phrase: Phrase, sentence: Sentence) -> Entity | None:
        """“Selon cette source”: the unnamed who spoke last."""
        if phrase.det != "demonstrative" or phrase.head != "source":
            return None
        spoke = self.cast.speaker
        if spoke and self.cast.all[spoke.entity].kind == "unnamed":
            return self.cast.all[spoke.entity]
        return self.cast.last_unnamed(sentence.number)

    def holder_of_office(self, phrase: Phrase, sentence: Sentence) -> tuple[Entity | None, str]:
        """Who of those named holds an office, or is described by it; and why."""
        kin = phrase.head in KIN and len(phrase.text.split()) > 2 and phrase.det == "definite"
        if not kin:  # “le père de l'une des victimes”: nobody named yet
            found, reason = self.cast.of_role(phrase, sentence.number)
            if found is not None:
                return found, reason
        if phrase.head in VOICES:
            voice = phrase.det == "definite"
            return self.cast.of_voice(phrase, sentence.number) if voice else (None, "")
        if kin or not self.may_describe(phrase, sentence):
            return None, ""
        found, reason = self.cast.of_description(phrase, sentence.number, sentence.paragraph)
        if found is None or found.number in self.tellers:
            return None, ""  # “Idris said the guard told her”: not Idris
        elected = phrase.text.lower().endswith(("élu", "élue"))
        if not elected and self.cast.groups_of(phrase.roles):
            found.roles.update(phrase.roles)
            found.country = found.country or phrase.country
        return found, reason

    def may_describe(self, phrase: Phrase, sentence: Sentence) -> bool:
        """Whether an office may be a mere word for somebody named: “le diplomate”, “the farmer”."""
        if phrase.det not in ("definite", "demonstrative"):
            return False
        if phrase.under and not self.is_voice(phrase, sentence):
            return False
        placed = self.language == "en" and self.is_placed(phrase)
        return not placed and not self.is_fresh(phrase, sentence)

    def is_voice(self, phrase: Phrase, sentence: Sentence) -> bool:
        """“Selon le syndicaliste”: a complement that speaks."""
        before = sentence.tokens[phrase.first - 1].low if phrase.first else ""
        return before in {"selon", "pour", "après"} and self.language == "fr"

    def is_placed(self, phrase: Phrase) -> bool:
        """“The archbishop of York”: an office of a place or a house is no mere description."""
        _, _, behind = phrase.text.partition(" of ")
        owned = "'s " in phrase.text.replace("’", "'")
        return owned or behind.removeprefix("the ")[:1].isupper()

    def is_fresh(self, phrase: Phrase, sentence: Sentence) -> bool:
        """“Le procureur, lui, …”: an office set against whoever spoke is somebody else."""
        tokens = sentence.tokens
        place = phrase.last + 1
        return (
            self.language == "fr"
            and place < len(tokens)
            and tokens[phrase.last].low == ","
            and tokens[place].low in {"lui", "elle", "quant", "de"}
        )

    def link_document(self, phrase: Phrase) -> Entity:
        """“Le document pointe…”: a text that speaks, the one of the same noun or the last."""
        for past in reversed(self.cast.mentioned[-40:]):
            one = self.cast.all[past.entity]
            same = phrase.head in one.roles or phrase.head in ("document", "texte")
            if "document" in one.roles and phrase.det != "indefinite" and same:
                return one
        at = max(0, phrase.text.find(phrase.head))
        entity = self.cast.add(phrase.text[at:], "unnamed", False, phrase.start + at)
        entity.gender = phrase.gender
        entity.roles.update({"document", phrase.head})
        return entity

    def link_group(self, phrase: Phrase) -> Entity | None:
        known = self.cast.of_group(phrase)
        told = phrase.gender or ("" if self.language == "en" else body_gender(phrase.head))
        if known:
            known.gender = told or known.gender  # “l'entreprise… elle”
            return known
        if phrase.under and not phrase.country:
            return None
        entity = self.new(phrase, "organisation")
        entity.gender = entity.gender or told
        entity.roles.add(phrase.head)
        entity.country = entity.country or phrase.country
        return entity

    def new(self, phrase: Phrase, kind: str, plural: bool = False) -> Entity:
        known = self.cast.by_text.get((kind, phrase.text.lower()), -1)
        if known >= 0 and phrase.det != "indefinite":
            return self.cast.all[known]
        entity = self.cast.add(phrase.text, kind, False, phrase.start)
        entity.gender, entity.plural, entity.country = (
            phrase.gender,
            plural or phrase.plural,
            phrase.country,
        )
        entity.roles.update(phrase.roles)
        entity.former = phrase.former
        early = bool(self.scenes) and self.scenes[-1].sentence.number <= 2
        entity.lead = (
            early and kind == "unnamed" and not entity.plural and phrase.head not in FACELESS
        )
        return entity
