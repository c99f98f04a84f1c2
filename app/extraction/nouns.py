"""The noun of a phrase: its article, its head, how far its complements go."""

from app.extraction.lexicon import Lexicon, listed
from app.extraction.name import Name
from app.extraction.names import find_names
from app.extraction.phrase import GONE, STOP_INSIDE, Phrase
from app.extraction.tokens import Token

FORMER = {"ancien", "ancienne", "former", "ex", "retired"}
OFFICES_AT = listed(
    """ministre secrétaire candidat candidate délégué déléguée élu ambassadeur ambassadrice
représentant représentante envoyé envoyée conseiller conseillère professeur professeure"""
)
FIELDS = listed("sécurité université institut école faculté cour parquet tribunal banque hôpital")
HEARERS = listed(
    "presse radio télévision chaîne agence issue sortie tribune barre fin veille suite afp"
)
SETTLED = listed("délégué déléguée établi établie installé installée candidat candidate chargé")
POSTED_IN = listed("consul ambassador envoy judge correspondent pharmacist doctor teacher")


# What tells an unnamed source apart, and belongs to the words for it.
NEAR = {
    ("close", "to"), ("familiar", "with"), ("briefed", "on"), ("involved", "in"), ("privy", "to"),
    ("with", "knowledge"), ("with", "direct"), ("aware", "of"), ("present", "at"),
}  # fmt: skip


ORDERS = {"former", "latter", "first", "second", "top"}


class NounReader:
    """Reads nouns among the tokens of one sentence."""

    def __init__(self, body: str, tokens: list[Token], lexicon: Lexicon) -> None:
        self.body = body
        self.tokens = tokens
        self.lexicon = lexicon
        self.words = lexicon.words
        self.french = lexicon.language == "fr"
        self.names = find_names(body, tokens, lexicon)
        self.name_at = {name.first: name for name in self.names}
        for name in self.names:  # a title or an office belongs to its name
            for back in range(name.first - 1, max(-1, name.first - 6), -1):
                linked = tokens[back].is_capital or tokens[back].low in {"of", "for", "and", "the"}
                near = linked or self.french or back == name.role
                if name.title and (
                    tokens[back].text in self.words["titles"] or (back <= name.role and near)
                ):
                    self.name_at.setdefault(back, name)
                else:
                    break
        for at in [at for at, name in self.name_at.items() if at < name.first]:
            if not self.french and not tokens[at].is_capital and at < self.name_at[at].role:
                del self.name_at[at]  # “by Assistant U.S. Attorney X” begins behind “by”

    def low(self, at: int) -> str:
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def is_word(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].is_word

    def is_noun(self, at: int) -> bool:
        low = self.low(at)
        return (
            low in self.lexicon.roles
            or low in self.lexicon.institutions
            or low in self.lexicon.crowd
        )

    def determiner(self, at: int) -> tuple[str, int]:
        """The kind of an article, and where the noun begins."""
        low = self.low(at)
        det = "definite"
        if low in self.words["indefinite"]:
            det = "indefinite"
        elif low in self.words["possessive"]:
            det = "possessive"
        elif low in {"ce", "cet", "cette", "ces", "this", "that", "these", "those"}:
            det = "demonstrative"
        at += 1
        while (
            at < len(self.tokens)
            and self.low(at) in self.words["determiners"]
            and self.low(at) not in {"l'", "d'"}
        ):
            if self.low(at) in {"le", "la", "les", "un", "une", "des"} and self.french:
                break
            at += 1
        return det, at

    def head_of(self, after: int) -> tuple[str, str, int]:
        """The noun of a phrase, what kind of somebody it is, and where the phrase ends."""
        lists = self.lexicon
        best = ("", "unknown", after)
        limit = self.limit(after)
        at = after
        while at < limit:
            two = f"{self.low(at)} {self.low(at + 1)}"
            three = f"{two} {self.low(at + 2)}"
            word = next(
                (one for one in (three, two, self.low(at)) if self.kind_of(one) != "unknown"), ""
            )
            if word in ORDERS and not self.french and at + 1 < limit:
                at += 1
                continue
            if word:
                length = len(word.split())
                best = (word, self.kind_of(word), min(at + length, len(self.tokens)))
                if self.french or (best[1] == "crowd" and self.low(best[2]) == "of"):
                    break
                at += length
                continue
            if best[0] and not self.french and not lists.is_verb(self.low(at), "fpg"):
                pass
            at += 1
        head, kind, last = best
        if not head:
            low = self.low(after)
            if not self.french and limit - after <= 2 and self.is_national(limit - 1):
                return self.low(limit - 1), "person", limit
            return (
                low,
                "thing" if low in lists.things else "unknown",
                self.extend(limit if not self.french else after + 1, low, "unknown"),
            )
        return head, kind, self.extend(last, head, kind)

    def is_national(self, at: int) -> bool:
        """“The Brazilian said”: a nation's adjective with no noun behind."""
        if not 0 <= at < len(self.tokens):
            return False
        text = self.tokens[at].text
        return text in self.lexicon.demonyms or (
            text[0].isupper() and text.endswith(("shman", "shwoman", "chman", "chwoman", "lander"))
        )

    def kind_of(self, word: str) -> str:
        lists = self.lexicon
        held_before = word.startswith("ex-") and word[3:] in lists.roles
        if word in lists.roles or word.endswith("-year-old") or held_before:
            return "person"
        if word in lists.institutions:
            return "institution"
        if word in lists.crowd:
            return "crowd"
        if self.french and word.endswith("s") and word[:-1] in lists.roles:
            return "crowd"
        if not self.french and word.endswith("s") and word[:-1] in lists.roles:
            return "crowd"
        return "unknown"

    def limit(self, after: int) -> int:
        """How far words before a noun can go: to a sign, a verb, a preposition, a name."""
        at = after
        most = after + (4 if self.french else 7)
        while at < len(self.tokens) and at < most and self.is_word(at):
            low = self.low(at)
            if at > after and self.is_boundary(at):
                break
            if at > after and at in self.name_at and self.name_at[at].first == at:
                break
            if low in STOP_INSIDE:
                break
            at += 1
        return max(at, after + 1)

    def is_boundary(self, at: int) -> bool:
        low = self.low(at)
        if (
            low in self.words["relatives"]
            or low in self.lexicon.auxiliaries
            or low in self.words["prepositions"]
        ):
            return True
        if (
            low in self.lexicon.weekdays
            or low in self.lexicon.months
            or low in self.words["adverbs"]
        ):
            return True
        if self.kind_of(low) != "unknown":
            return False
        if (
            low in self.words["determiners"]
            or low in self.words["pronouns_m"]
            or low in self.words["pronouns_f"]
        ):
            return True
        if not self.tokens[at].is_word or low in listed(
            """ne n' not lui leur se s' y également then also later"""
        ):
            return True
        return (self.lexicon.is_verb(low, "fg") and low not in {"promis", "inscrit"}) or (
            low.endswith("ing")
            and not self.french
            and at > 0
            and self.kind_of(self.low(at - 1)) != "unknown"
        )

    def extend(self, at: int, head: str, kind: str) -> int:
        """Where a phrase ends: adjectives and complements after its noun belong to it."""
        first = at
        while at < len(self.tokens) and at - first < 14 and self.is_word(at):
            low = self.low(at)
            if (
                at in self.name_at
                and self.name_at[at].first <= at
                and self.name_at[at].kind != "state"
                and self.low(at - 1) not in self.words["prepositions"]
            ):
                break
            if low == "en" and self.low(at + 1) in listed(
                """question noir blanc costume civil tenue blouse robe
                veste poste fonction larmes colère grève uniforme exil exercice chef fuite"""
            ):
                at += 2
                continue
            if self.is_inner(at, head, kind):
                at = self.complement(at)
                continue
            if not self.french and kind in ("person", "crowd") and (low, self.low(at + 1)) in NEAR:
                at = self.object_of(at + 2)
                continue
            if not self.french or self.is_boundary(at) or low in self.lexicon.calling:
                break
            if self.tokens[at].is_capital and at in self.name_at:
                break
            if self.is_strange_verb(at):
                break
            if low in GONE or (kind != "unknown" and self.lexicon.is_verb(low, "fg")):
                break
            at += 1
            if at - first > 3 and kind == "unknown":
                break
        return at

    def is_strange_verb(self, at: int) -> bool:
        """“Son fils hausse les épaules”: what no list has, and an article behind it, is a verb."""
        low = self.low(at)
        if low in self.lexicon.demonyms or low in {"parfait", "distrait"}:
            return False
        if low.endswith(("ait", "aient")):
            return True
        articles = {
            "le",
            "la",
            "les",
            "l'",
            "un",
            "une",
            "des",
            "sa",
            "son",
            "ses",
            "leur",
            "leurs",
        }
        return low.endswith(("e", "a", "ent", "it")) and self.low(at + 1) in articles

    def object_of(self, at: int) -> int:
        """“close to the company's board”, “familiar with the talks”: up to a verb or a sign."""
        first = at
        while (
            at < len(self.tokens) and at - first < 9 and (self.is_word(at) or self.low(at) == "'s")
        ):
            low = self.low(at)
            if (
                at > first
                and low != "of"
                and low not in self.words["determiners"]
                and self.is_boundary(at)
                and low != "'s"
            ):
                break
            at += 1
        return at

    def is_inner(self, at: int, head: str, kind: str) -> bool:
        """Whether a preposition goes on with the phrase: “de la Défense”, “of Sines”, “en Irak”."""
        following = self.low(at + 1)
        if not self.is_word(at + 1) and at + 1 < len(self.tokens):
            return False
        if following in self.lexicon.weekdays or following in self.words["pronouns_m"]:
            return False
        if following in {"nouveau", "côté", "fait", "son", "sa"}:
            return False
        if self.french:
            return self.is_inner_french(at, head, kind)
        return self.low(at) == "of" or (kind == "person" and self.is_inner_english(at, head))

    def is_inner_french(self, at: int, head: str, kind: str) -> bool:
        """“ministre à la Défense”, “un négociant établi à Genève”, “ambassadrice en Irak”."""
        low, following = self.low(at), self.low(at + 1)
        if low in {"de", "du", "des", "d'"}:
            infinitive = self.lexicon.is_verb(following, "i") and not self.is_noun(at + 1)
            return kind not in ("unknown", "thing") and not infinitive
        if low in {"à", "au", "aux"}:
            place = at + 1
            while self.low(place) in {"la", "l'", "le", "les"}:
                place += 1
            if self.low(place) in HEARERS:
                return False
            field = kind == "person" and self.low(place) in self.words["portfolios"] | FIELDS
            return field or head in OFFICES_AT or self.low(at - 1) in SETTLED
        return low == "en" and kind == "person" and self.is_state(at + 1)

    def is_inner_english(self, at: int, head: str) -> bool:
        """“a spokeswoman for the embassy”, “the consul in Basra”, “envoy to Iraq”."""
        low, following = self.low(at), self.low(at + 1)
        if low == "for":
            capital = at + 1 < len(self.tokens) and self.tokens[at + 1].is_capital
            return following in {"the", "his", "her", "its", "a"} or capital
        if low == "in":
            return at + 1 in self.name_at and head in POSTED_IN
        return low == "to" and head in {"ambassador", "envoy", "adviser", "advisor", "aide"}

    def is_state(self, at: int) -> bool:
        return at in self.name_at and self.name_at[at].kind == "state"

    def complement(self, at: int) -> int:
        """The end of what a preposition brings: articles, words, a name."""
        at += 1
        while at < len(self.tokens) and self.low(at) in self.words["determiners"]:
            at += 1
        if at in self.name_at:
            return max(self.name_at[at].last, at + 1)
        if at < len(self.tokens) and self.is_word(at):
            at += 1
        while (
            not self.french
            and at < len(self.tokens)
            and self.is_word(at)
            and not self.is_boundary(at)
            and at not in self.name_at
        ):
            at += 1
        return at

    def gender_of_article(self, low: str) -> str:
        if low in self.words["masculine"]:
            return "m"
        return "f" if low in self.words["feminine"] else ""

    def describe(self, phrase: Phrase, first: int, after: int) -> None:
        """Gender, number, country and offices of a phrase."""
        low = self.low(first)
        lists = self.lexicon
        for place in range(after, min(phrase.last, len(self.tokens))):
            text = self.tokens[place].text.replace("’", "'")
            if self.low(place) in lists.demonyms or text in lists.demonyms:
                phrase.country = (
                    phrase.country
                    or lists.demonyms.get(text, "")
                    or lists.demonyms.get(self.low(place), "")
                )
            if place in self.name_at and self.name_at[place].kind == "state":
                named = self.name_at[place].text.replace("’", "'")
                phrase.country = (
                    phrase.country
                    or lists.countries.get(named, "")
                    or lists.capital_of.get(named, "")
                )
        base = phrase.head if phrase.head in lists.roles else phrase.head[:-1]
        if phrase.kind in ("person", "crowd"):
            phrase.gender = lists.roles.get(base, "").replace("e", "")
        if self.french and phrase.kind in ("person", "institution", "document"):
            phrase.gender = phrase.gender or self.gender_of_article(low)
        places = range(first, min(phrase.last, len(self.tokens)))
        phrase.former = phrase.former or any(self.low(place) in FORMER for place in places)
        phrase.plural = phrase.kind == "crowd" or (
            low in {"les", "des", "ces", "these", "those", "deux", "two"}
            and phrase.kind != "institution"
        )
        if phrase.kind == "person":
            phrase.roles.append(phrase.head)
            if phrase.head.startswith("ex-"):  # “l'ex-maire” held the office of “maire”
                phrase.roles.append(phrase.head[3:])
                phrase.former = True
            words = [self.low(place) for place in range(after, phrase.last)]
            joined = " ".join(words).replace("' ", "'")
            phrase.roles += [
                role
                for role in lists.groups
                if " " in role and role in joined and role != phrase.head
            ]

    def gender_of(self, name: Name) -> str:
        if name.title in self.words["titles_m"]:
            return "m"
        if name.title in self.words["titles_f"]:
            return "f"
        if name.kind in ("organisation", "state"):
            return ""
        return self.lexicon.first_names.get(name.words[0], "") if len(name.words) > 1 else ""

    def add_role(self, phrase: Phrase, place: int) -> None:
        low, text = self.tokens[place].low, self.tokens[place].text
        if place and f"{self.low(place - 1)} {low}" in self.lexicon.roles:
            low = f"{self.low(place - 1)} {low}"
        if low in self.lexicon.roles:
            phrase.roles.append(low)
        if text in self.lexicon.demonyms:
            phrase.country = self.lexicon.demonyms[text]

    def titles_before(self, name: Name) -> list[str]:
        first = max(0, name.first - 4)
        return [self.low(place).rstrip(".") for place in range(first, name.first)]
