"""Whom a phrase refers to when it is asked for: pronouns, joined names, the unnamed."""

from app.extraction.entities import Entity
from app.extraction.linking import Linker
from app.extraction.phrase import Phrase
from app.extraction.scene import Scene


class Referrer(Linker):
    """Answers whom a phrase means."""

    def note_subjects(self, scene: Scene) -> None:
        """Mark who was the subject: the first phrase of the sentence that is no complement."""
        main = next(
            (p for p in scene.phrases if not p.under and p.animate and p.kind != "nobody"), None
        )
        for phrase in [
            p
            for p in scene.phrases
            if p is main or any(cue.subject is p for cue in scene.cues) or self.is_told_of(p, scene)
        ]:
            entity = self.who(phrase, scene)
            if entity is not None and (not entity.members or self.language == "en"):
                self.cast.mention(
                    entity.number,
                    scene.sentence.number,
                    scene.sentence.paragraph,
                    True,
                    phrase.start,
                    phrase.kind == "pronoun",
                )

    def is_told_of(self, phrase: Phrase, scene: Scene) -> bool:
        """“Jurors heard how Lattimer had sent cash”: the subject of what many are told."""
        before, after = scene.low(phrase.first - 1), scene.low(phrase.last)
        told = before in {"how", "why", "that", "comment", "que", "qu'", "pourquoi"}
        named = phrase.name is not None and not phrase.under
        verb = after in scene.lexicon.auxiliaries or scene.lexicon.is_verb(after, "f")
        many = scene.phrases[0].kind == "crowd" and phrase is not scene.phrases[0]
        return told and named and verb and many

    def who(self, phrase: Phrase, scene: Scene, apart: int = -1) -> Entity | None:
        """The entity that a phrase means, pronouns and lists of names included."""
        if phrase.members:
            return self.together(phrase, scene)
        if phrase.entity >= 0:
            return self.cast.real(phrase.entity)
        if phrase.kind == "pronoun":
            found, reason = self.cast.of_pronoun(
                phrase, scene.sentence.number, scene.sentence.paragraph, apart
            )
            if found:
                phrase.entity = found.number
                phrase.reason = reason
            return found
        if phrase.name and phrase.name.kind == "place":
            return None
        if phrase.name and not phrase.name.kind:
            phrase.name.kind = "person" if not phrase.det else "organisation"
            entity = self.cast.of_name(phrase.name, phrase)
            phrase.entity = entity.number
            return entity
        if phrase.kind == "unknown" and phrase.det == "definite" and self.language == "en":
            sentence = scene.sentence
            told, reason = self.cast.of_description(phrase, sentence.number, sentence.paragraph)
            if told is not None:
                phrase.entity, phrase.reason = told.number, reason
                return told
        if phrase.head.endswith("-year-old") and phrase.det == "definite":
            return None  # somebody whom the text must have named
        if phrase.kind in ("person", "institution", "unknown", "crowd", "thing"):
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
            word = " and " if "and" in link.split() else " et " if "et" in link.split() else ", "
            name += word + (entity.name if entity else "")
        known = self.cast.by_text.get(("joint", name.lower()), -1)
        if known >= 0:
            return self.cast.all[known]
        joint = self.cast.add(name, "joint", False, phrase.start)
        joint.plural = True
        joint.members = [one.number for one in members if one]
        return joint
