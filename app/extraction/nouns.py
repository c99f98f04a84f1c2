"""The noun of a phrase: its article, its head, and what they say of somebody."""

from functools import lru_cache

from app.extraction.complements import ComplementReader
from app.extraction.lexicon import Lexicon
from app.extraction.name import Name
from app.extraction.phrase import Phrase

FORMER = {"ancien", "ancienne", "former", "ex", "retired"}
PLACED = {"state", "organisation"}  # the Pentagon is of one country, as a capital is
ORDERS = {"former", "latter", "first", "second", "top"}


@lru_cache(maxsize=4096)
def offices_in(words: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The offices of several words among those of a phrase: “chef de la diplomatie”."""
    joined = words.replace("' ", "'")
    return tuple(role for role in lexicon.offices if role in joined)


class NounReader(ComplementReader):
    """Reads nouns among the tokens of one sentence."""

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
            if self.french and self.low(at + 1) == "d'" and self.is_word(at + 2):
                elided = f"{self.low(at)} d'{self.low(at + 2)}"  # “chargé d'affaires”
                if self.kind_of(elided) == "person":
                    best = (elided, "person", at + 3)
                    break
            if best[0] and (self.is_doing(at) or self.is_past(at)):
                break
            if word in ORDERS and not self.french and at + 1 < limit:
                at += 1
                continue
            if word and self.is_contact(after, at, word):
                return self.low(at - 1), "thing", at
            if word:
                length = len(word.split())
                best = (word, self.kind_of(word), min(at + length, len(self.tokens)))
                if self.french or (best[1] == "crowd" and self.low(best[2]) == "of"):
                    break
                at += length
                continue
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

    def is_past(self, at: int) -> bool:
        """“An old man stepped forward”: a past form that no list has, and no noun behind it."""
        low, behind = self.low(at), self.low(at + 1)
        if self.french or not low.endswith("ed") or self.kind_of(low) != "unknown":
            return False
        return behind.endswith("ward") or behind in self.words["prepositions"]

    def is_contact(self, after: int, at: int, word: str) -> bool:
        """“a case prosecutors had billed as…”: a noun, and a clause about it without “that”."""
        if self.french or at == after or self.kind_of(word) != "crowd" or " " in word:
            return False
        one = self.low(after - 1) in {"a", "an", "one", "another"} and word.endswith("s")
        thing = self.low(at - 1) in self.lexicon.things
        verb = self.low(at + 1) in self.lexicon.auxiliaries or self.lexicon.is_verb(
            self.low(at + 1), "f"
        )
        return (one or thing) and verb

    def gender_of_article(self, low: str) -> str:
        if low in self.words["masculine"]:
            return "m"
        return "f" if low in self.words["feminine"] else ""

    def gender_of_nation(self, after: int, last: int) -> str:
        """“Son homologue turque”, “l'élue américaine”: as the adjective of a nation tells."""
        for place in range(after + 1, min(last, len(self.tokens))):
            low = self.low(place)
            if low in self.lexicon.demonyms:
                feminine = low.endswith(("enne", "aine", "aise", "oise", "ande", "turque", "ecque"))
                return "f" if feminine else "m" if not low.endswith("e") else ""
        return ""

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
            if place in self.name_at and self.name_at[place].kind in PLACED:
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
            phrase.gender = phrase.gender or self.gender_of_nation(after, phrase.last)
        held = [token.low for token in self.tokens[first : phrase.last]]
        phrase.former = phrase.former or not FORMER.isdisjoint(held)
        phrase.plural = phrase.kind == "crowd" or (
            low in {"les", "des", "ces", "these", "those", "deux", "two"}
            and phrase.kind != "institution"
        )
        if phrase.kind == "person":
            phrase.roles.append(phrase.head)
            if phrase.head.startswith("ex-"):  # “l'ex-maire” held the office of “maire”
                phrase.roles.append(phrase.head[3:])
                phrase.former = True
            words = " ".join([self.low(place) for place in range(after, phrase.last)])
            phrase.roles += [role for role in offices_in(words, lists) if role != phrase.head]

    def gender_of(self, name: Name) -> str:
        if name.title in self.words["titles_m"]:
            return "m"
        if name.title in self.words["titles_f"]:
            return "f"
        if name.kind in ("organisation", "state"):
            return ""
        alone = len(name.words) == 1 and not self.french
        return "" if alone else self.lexicon.first_names.get(name.words[0], "")

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
