"""Offices that the text gives to somebody named later, or shares between two."""

from app.extraction.discourse import Cast
from app.extraction.entities import Entity
from app.extraction.lexicon import listed
from app.extraction.phrase import Phrase
from app.extraction.reading import Finding
from app.extraction.roll import NEAR
from app.extraction.scene import Scene

# What a union is called.
UNIONS = listed("alliance association brotherhood federation fédération guild syndicat union")


class OfficeLinker:
    """Links offices to those who hold them."""

    language: str
    cast: Cast
    scenes: list[Scene]
    findings: list[Finding]

    def fill_lead(self, entity: Entity, phrase: Phrase) -> None:
        """“Iraq's prime minister said…” in the first sentence; “…,” Mohammed Latif said in the
        next.
        """
        if phrase.under or entity.roles or phrase.owner:
            return  # “Labour's Tom Reed accused him”: somebody else
        cues = self.scenes[-1].cues if self.scenes else []
        says = any(cue.subject is phrase for cue in cues if cue.says)
        if not says:
            return  # who is named next, and says nothing, is somebody else
        spoken = {finding.entity for finding in self.findings if finding.speaker}
        open_to = [
            one
            for one in self.cast.all
            if (one.definite or one.lead) and one.alias < 0 and self.cast.fits(one, phrase)
        ]
        waiting = [one for one in open_to if one.number in spoken]
        if not waiting:
            waiting = [one for one in open_to if self.was_just_subject(one)]
        leads = [one for one in self.cast.all if one.lead and one.roles and one.alias < 0]
        if self.language == "en" and waiting and waiting[0].lead and len(leads) > 1:
            return  # “a contractor was jailed after a judge told him…”: either
        told = self.language == "fr"  # whose office the text gives is nobody to wait for
        people = [one for one in self.cast.all if one.kind == "person" and not (told and one.roles)]
        if len(waiting) == 1 and len(people) == 1:
            waiting[0].alias = entity.number
            entity.roles |= waiting[0].roles
            entity.country = entity.country or waiting[0].country

    def was_just_subject(self, one: Entity) -> bool:
        """“Le patron du syndicat ne décolère pas. « … », tonne Pascal Gaudry.”: one who waits."""
        here = self.scenes[-1].sentence.number
        return any(
            past.entity == one.number and past.subject and past.sentence == here - 1
            for past in self.cast.mentioned[-12:]
        )

    def fill_body(self, entity: Entity) -> None:
        """“What their union called… The Amalgamated Footplate Union said”: the name comes later."""
        words = set(entity.name.lower().split())
        words |= UNIONS if words & UNIONS else set()
        for one in self.cast.all[:12]:
            theirs = one.name.lower().startswith(("their ", "its ", "leur ", "son "))
            if theirs and one.alias < 0 and one.kind == "organisation" and one.roles & words:
                one.alias = entity.number
                entity.roles |= one.roles

    def share_office(self, entity: Entity, phrase: Phrase) -> None:
        """“Son homologue irakien, X”: X holds the office of whoever was spoken of."""
        for past in reversed(self.cast.mentioned[-NEAR:]):
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
        if following:
            entity.roles |= set(following[0].roles)
