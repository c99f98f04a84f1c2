"""Phrases of a name or a noun: what belongs to each, before it and behind."""

from app.extraction.attached import AttachedReader
from app.extraction.bare import TIME
from app.extraction.capitals import is_demonym
from app.extraction.lexicon import listed
from app.extraction.name import Name
from app.extraction.phrase import Phrase
from app.extraction.words import is_taken_up

PARTIES = listed(
    "alliance bloc coalition faction group list militia movement network newspaper party"
)

# Titles before a name, and the office that each tells of.
TITLES = {
    "adm": "admiral", "brig": "brigadier", "capt": "captain", "col": "colonel", "dr": "doctor",
    "gen": "general", "gov": "governor", "justice": "judge", "lt": "officer", "maj": "major",
    "prof": "professor", "rep": "representative", "sen": "senator", "sgt": "sergeant",
}  # fmt: skip
# Verbs behind “l'”, which is whom they are about: “le procureur l'accuse de vol”.
TAKING = listed(
    "accuse accusent appelle avertit exhorte interroge invite juge presse qualifie traite"
)
# Auxiliaries that no third person has: “je leur ai dit”.
HELD = {"ai", "avais", "avons", "avez", "avions"}
LAST = {"dernier", "dernière"}
# Bodies of which a country has one.
SOLE = {"parliament", "government", "central bank"}


class NounPhraseReader(AttachedReader):
    """Reads names and nouns as phrases."""

    def named(self, at: int) -> Phrase | None:
        name = self.name_at[at]
        if name.first > at and name.role < at and self.tokens[at].text not in self.words["titles"]:
            return None
        kind = "state" if name.kind == "state" else "name"
        phrase = Phrase(at, name.last, name.start, name.end, kind, name.text, name=name)
        if not self.french and not name.kind and self.low(name.last) in PARTIES:
            name.kind = "organisation"  # “whose Covenant bloc has demanded…”
        phrase.gender = self.gender_of(name)
        for place in range(at, name.first):
            self.add_role(phrase, place)
        phrase.roles += [TITLES[word] for word in self.titles_before(name) if word in TITLES]
        if name.title and not phrase.roles and name.title.lower() in self.lexicon.roles:
            phrase.roles.append(name.title.lower())
        if self.owns(name.last):
            return self.possessed(phrase, name)
        self.apposition(phrase)
        return phrase

    def owns(self, at: int) -> bool:
        """Whether “'s” stands at a place, or a plural's bare apostrophe: the workers' leader."""
        low = self.low(at)
        plural = low == "'" and not self.french and self.low(at - 1).endswith("s")
        return low == "'s" or (plural and self.is_word(at + 1))

    def possessed(self, phrase: Phrase, name: Name) -> Phrase:
        """“Obeidi's Reform Alliance”, “Iraq's oil minister”, “Pruitt's Democratic partner, Sen.
        X”.
        """
        at = name.last + 1
        inner = self.phrase_at(at) if at < len(self.tokens) and self.is_word(at) else None
        if inner is None or not inner.animate or inner.kind == "pronoun":
            inner = self.noun_phrase(at - 1, opened=at)
        if inner is None or not inner.animate:
            phrase.under = True
            return phrase
        inner.first = phrase.first
        inner.det = "definite" if not inner.name else inner.det
        inner.owner = name
        inner.country = inner.country or self.lexicon.countries.get(name.text.replace("’", "'"), "")
        body = inner.kind == "institution" and self.tokens[inner.last - 1].is_capital
        if body and self.low(name.last) == "'":  # “the Seafarers' Federation”
            inner.start, inner.text = name.start, self.body[name.start : inner.end]
        theirs = inner.head in {"office", "campaign", "team"} and name.kind not in (
            "state",
            "organisation",
        )
        # “Iraq's interior ministry”; but “Obeidi's Reform Alliance” is a name, and “Iraq's
        # parliament” is the parliament
        body = inner.kind == "institution" and not body and name.kind in ("state", "organisation")
        body = body and inner.text.lower() not in SOLE
        if inner.kind not in ("name", "institution") or theirs or body:
            inner.start, inner.text = phrase.start, self.body[phrase.start : inner.end]
        return inner

    def noun_phrase(self, at: int, opened: int = -1) -> Phrase | None:
        """An article with its noun, or a noun alone from `opened` on."""
        bare = opened >= 0
        det, after = ("", opened) if bare else self.determiner(at)
        if not self.is_word(after) or self.is_no_article(at, after, bare):
            return None
        if det == "possessive" and self.low(after) in {"côté", "tour", "part", "avis", "sein"}:
            return None  # “de son côté”
        first = after if bare else at
        if self.french and self.low(after) in TIME and self.low(after + 1) in LAST:
            return None  # “la semaine dernière”, which is nobody
        if phrase := self.of_name(first, at, after, det):
            return phrase
        if people := self.people(at, after, det):
            return people
        if self.french and not bare and (member := self.one_of(at)):
            return member
        head, kind, last = self.noun_of(after, det)
        if kind == "unknown" and det == "indefinite" and (weary := self.described_name(at, last)):
            return weary
        start = self.tokens[first if det in ("indefinite", "possessive") else after].start
        phrase = Phrase(first, last, start, self.tokens[last - 1].end, kind, "", head, det)
        self.describe(phrase, first, after)
        if self.owns(phrase.last):
            return self.owned(phrase)
        self.attach_name(phrase)
        phrase.text = self.body[phrase.start : phrase.end]
        return None if phrase.head in TIME else phrase

    def described_name(self, at: int, last: int) -> Phrase | None:
        """““No,” said a visibly tired Lina Marsh.”: how somebody looked, before the name."""
        name = self.name_at.get(last)
        if (
            self.french
            or name is None
            or name.first != last
            or not self.lexicon.verbs.get(self.low(at - 1))
        ):
            return None
        if name.kind not in ("", "person") or self.low(name.last) not in {".", ",", "in", "on"}:
            return None
        name.kind = "person"
        return Phrase(at, name.last, name.start, name.end, "name", name.text, name=name)

    def is_no_article(self, at: int, after: int, bare: bool) -> bool:
        """Whether what looks like an article is a pronoun, and a verb its noun."""
        low, following = self.low(at), self.low(after)
        if low == "l'" and following in TAKING:
            return True  # “l'opposition l'accuse de…”
        if low == "ce" and following in {"que", "qu'", "qui", "dont"}:
            return True  # “ce que Lina Marsh nomme…”
        if not self.french:
            return False
        if is_taken_up(self.low, at, self.lexicon):
            return True
        if following == "on":
            return True  # “où l'on évoque”
        if bare:
            return False
        if following in self.lexicon.auxiliaries or following in HELD:
            return True  # “l'a invité”, “je leur ai dit”
        if self.low(at - 1) == "qui" and self.lexicon.is_verb(following, "f"):
            return True  # “qui les considère”
        return self.is_clitic(at)  # “Son rival Ali Benamar la juge "brutale"”

    def of_name(self, first: int, at: int, after: int, det: str) -> Phrase | None:
        """“La Kurdistan Airways”, “the Covenant bloc's leader”: a name right behind the article."""
        name = self.name_at.get(after)
        if name is None or name.first != after or (name.kind == "person" and not self.french):
            return None
        noun = self.is_noun(name.last) and not self.is_doing(name.last)
        whole = self.french or not (noun or self.owner_before_noun(after) > after)
        kind = "state" if name.kind == "state" else "name"
        if not name.kind and (whole or noun):
            name.kind = "organisation"
        if self.owns(name.last):
            owner = Phrase(at, name.last, name.start, name.end, kind, name.text, name=name)
            return self.possessed(owner, name)
        if not whole:
            return None
        phrase = Phrase(first, name.last, name.start, name.end, kind, name.text, name=name, det=det)
        if self.french and name.kind == "organisation":
            phrase.gender = self.gender_of_article(self.low(at))
        return phrase

    def noun_of(self, after: int, det: str) -> tuple[str, str, int]:
        """The noun of a phrase, what kind of somebody it is, and where the phrase ends; a noun
        that no list has is told by a name behind it, or is a document.
        """
        head, kind, last = self.head_of(after)
        if kind == "unknown" and self.french and det and (named := self.bearer(after, last)):
            return self.low(named.first - 1), "person", named.first
        if kind == "unknown" and det == "possessive" and self.is_named_behind(last):
            kind = "person"
        if kind in ("thing", "unknown"):
            written = head if self.french else self.low(self.limit(after) - 1)
            if written in self.lexicon.documents:
                return written, "document", self.document_end(after, last)
        return head, kind, last

    def is_clitic(self, at: int) -> bool:
        """Whether “le”, “la”, “les” behind a name or a pronoun is the object of a verb."""
        if self.low(at) not in {"le", "la", "les", "l'"} or not at:
            return False
        named = any(name.last == at for name in self.names)
        behind = self.low(at + 2) in {"“”", "comme", "trop", "très", "plutôt", "d'", "de"}
        verb = self.lexicon.is_verb(self.low(at + 1), "f")
        described = self.low(at + 2) == "comme"  # “un ancien camarade le décrit comme "effacé"”
        return (
            behind
            and verb
            and (described or named or self.low(at - 1) in {"il", "elle", "ils", "elles"})
        )

    def one_of(self, at: int) -> Phrase | None:
        """“Un de ses députés, Yahya Mohammadi”, “l'une des avocates”: one of several."""
        place = at + 2 if self.low(at) == "l'" else at + 1
        many = self.low(place) == "des" or self.low(place + 1) in {"ses", "leurs", "ces", "nos"}
        if self.low(place - 1) not in {"un", "une"} or self.low(place) not in {"de", "des", "d'"}:
            return None
        among = place + 1 + (self.low(place + 1) == "entre")
        if self.low(place) == "d'" and self.low(among) in {"eux", "elles"}:
            start, end = self.tokens[at].start, self.tokens[among].end
            words = self.body[start:end]
            one = Phrase(at, among + 1, start, end, "person", words, "un", "indefinite")
            one.gender = "f" if self.low(place - 1) == "une" else "m"
            self.attach_name(one)
            return one
        inner = self.noun_phrase(place if self.low(place) == "des" else place + 1) if many else None
        if inner is None or inner.kind != "crowd":
            return None
        if self.low(inner.last) in {"présents", "présentes"}:
            inner.last, inner.end = inner.last + 1, self.tokens[inner.last].end
        first = self.tokens[at]
        one = Phrase(at, inner.last, first.start, inner.end, "person", "", inner.head[:-1])
        one.det, one.gender = "indefinite", "f" if self.low(place - 1) == "une" else "m"
        one.roles = [one.head] if one.head in self.lexicon.roles else []
        self.attach_name(one)
        one.text = self.body[one.start : one.end]
        return one

    def is_named_behind(self, at: int) -> bool:
        """“Said his bandmate, Karim Saleh, on Monday”: a person's name between commas."""
        name = self.name_at.get(at + 1)
        if self.french or self.low(at) != "," or name is None or self.low(name.last) != ",":
            return False
        return name.kind == "person" or (not name.kind and len(name.words) > 1)

    def document_end(self, after: int, last: int) -> int:
        """A document is its noun: “un rapport remis le 27 octobre” is “rapport”."""
        places = range(after, last)
        return next((at + 1 for at in places if self.low(at) in self.lexicon.documents), last)

    def people(self, at: int, after: int, det: str) -> Phrase | None:
        """“L'Argentin”, “la Ghanéenne Efua Darkwa”, “les Américains”: who is of a country."""
        if not self.french or after >= len(self.tokens) or after in self.name_at:
            return None
        token = self.tokens[after]
        if not token.is_capital or not is_demonym(self.tokens, after, self.lexicon):
            return None
        plural = self.low(at) in {"les", "des", "ces", "deux"}
        first = self.tokens[at if det == "indefinite" else after]
        kind = "crowd" if plural else "person"
        phrase = Phrase(at, after + 1, first.start, token.end, kind, "", token.low, det)
        low = token.low.rstrip("s") if plural else token.low
        phrase.country = self.lexicon.demonyms.get(low, "")
        feminine = low.endswith(("enne", "aise", "aine", "oise", "que"))
        phrase.gender, phrase.plural = "f" if feminine else "m", plural
        if low.endswith("e") and not feminine:
            phrase.gender = self.gender_of_article(self.low(at))
        phrase.roles = [] if plural else [low]
        if plural and self.low(after + 1) in {"de", "d'", "du"} and self.is_state(after + 2):
            phrase.last = self.name_at[after + 2].last  # “les Kurdes de Syrie”
            phrase.end = self.tokens[phrase.last - 1].end
        self.attach_name(phrase)
        phrase.text = self.body[phrase.start : phrase.end]
        return phrase

    def owned(self, owner: Phrase) -> Phrase:
        """“The central bank's governor, Huda Tamimi”; “her colleague's openness” is nobody."""
        inner = self.noun_phrase(owner.last, opened=owner.last + 1)
        owner.text = self.body[owner.start : owner.end]
        if inner is None or not inner.animate:
            owner.under = True
            return owner
        within = {self.low(place) for place in range(owner.first, owner.last)}
        if owner.kind == "person" and "of" in within and inner.kind == "institution":
            owner.last, owner.end = inner.last, inner.end
            self.attach_name(owner)  # “the head of the teachers' union, Paula Dent”
            owner.text = self.body[owner.start : owner.end]
            return owner
        inner.first = owner.first
        inner.country = inner.country or owner.country
        if inner.kind != "name":
            inner.det = "indefinite" if owner.det == "indefinite" else "definite"
            inner.start, inner.text = owner.start, self.body[owner.start : inner.end]
        return inner
