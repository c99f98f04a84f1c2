"""Whom an institution's noun takes up: “l'association”, “the company”."""

from app.extraction.entities import BODIES, BUSINESS, Entity, same_body
from app.extraction.lexicon import listed
from app.extraction.phrase import Phrase
from app.extraction.roll import Roll

# What the name of no firm has in it.
PUBLIC = listed(
    """Agence Agency Armée Army Assemblée Banque Board Chambre Comité Commission Committee Congress
    Conseil Council Cour Court Department Embassy Etat État Facebook House Instagram Kremlin Maison
    Ministère Ministry Nations News Office ONU OTAN Otan Parlement Parliament Parquet Party
    Pentagone Police Press Sénat Senate Telegram TikTok Times Trésor Tribunal Twitter UE Union
    Université University WhatsApp X YouTube"""
)


PRESS = listed("daily hebdomadaire journal magazine mensuel newspaper quotidien tabloid weekly")


# How feminine nouns for bodies end, and those that end otherwise.
FEMININE = ("tion", "sion", "ance", "ence", "té", "ée", "ie", "ure", "gne", "ise", "ique")
BODIES_F = listed(
    """agence aiea alliance ambassade armée banque bce cfdt cgt chambre cour cpi croix école
    enseigne entreprise équipe fifa fronde fsu garde ligue ocde oms ong onu otan police ue union
    unrwa"""
)
BODIES_M = {"ministère", "syndicat", "institut", "musée", "comité", "lycée"}


def body_gender(noun: str) -> str:
    """“L'Union des transporteurs… Elle”: the gender of a body by its noun, which “l'” hides."""
    low = noun.lower()
    if low in BODIES_M:
        return "m"
    return "f" if low in BODIES_F or low.endswith(FEMININE) else ""


class Bodies(Roll):
    """Finds again the institutions of a text by their nouns."""

    def of_group(self, phrase: Phrase) -> Entity | None:
        """“L'ambassade”, “la société”: an institution that the text has named more fully."""
        head, fallback = phrase.head, None
        past_ones = self.recent()
        if phrase.country:  # whoever is of that country before whoever is of none
            past_ones.sort(key=lambda past: self.all[past.entity].country != phrase.country)
        for past in past_ones:
            one = self.all[past.entity]
            if one.kind != "organisation" or (
                phrase.country and one.country and phrase.country != one.country
            ):
                continue
            low = one.name.lower().split()
            theirs = one.roles | set(low) if phrase.det != "indefinite" else set[str]()
            if head in low or head in one.roles or same_body(head, theirs):
                if head in PRESS and (newer := self.of_body(phrase)) and newer.start > past.at:
                    return newer
                if one.named or head not in BUSINESS or self.lexicon.language != "en":
                    return one
                fallback = fallback or one  # “a cruise company”: its name may have come since
        return self.of_firm(phrase) or fallback or self.of_body(phrase)

    def of_firm(self, phrase: Phrase) -> Entity | None:
        """“Harlan Cruises… The company”: the last name that can be a firm's."""
        if phrase.head not in BUSINESS or phrase.det != "definite":
            return None
        for past in reversed(self.mentioned[-60:]):
            one = self.all[past.entity]
            bare = one.kind == "organisation" and one.named and not one.roles
            single = past.subject and not one.name.isupper()  # “Norvex”, and not “UN”
            whole = " " in one.name or single
            if bare and whole and not PUBLIC & set(one.name.split()):
                return one
        return None

    def of_body(self, phrase: Phrase) -> Entity | None:
        """“Human Rights Watch… L'organisation”: the last body whose name says no more of it."""
        words = phrase.text.lower().split()
        plain = words[0] == phrase.head and len(words) < 3 and not phrase.country
        plain = (plain or phrase.head in PRESS) and phrase.head not in {"police", "force"}
        plain = plain and phrase.det in ("definite", "demonstrative")
        if not plain or not any(phrase.head in body for body in BODIES):
            return None
        for past in sorted(self.mentioned[-30:], key=lambda one: -one.at):
            one = self.all[past.entity]
            bare = one.kind == "organisation" and one.named and not one.roles
            whole = " " in one.name or past.subject or (phrase.head in PRESS and "-" in one.name)
            public = phrase.head in BUSINESS and PUBLIC & set(one.name.split())
            if bare and whole and past.at < phrase.start and not public:
                return one
        return self.of_press(phrase)

    def of_press(self, phrase: Phrase) -> Entity | None:
        """“…, écrit Al-Masar. « … », s'interroge le quotidien”: who was just named is one."""
        for past in reversed(self.mentioned[-8:]):
            one = self.all[past.entity]
            plain = one.kind == "person" and " " not in one.name
            if plain and past.subject and not one.roles and not one.gender:
                one.kind = "organisation"
                one.roles.add(phrase.head)
                return one
        return None
