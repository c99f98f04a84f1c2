"""Who a draft is about: actors that the seeds have, and proposals for those that they have not."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from app import seeds as seed
from app.base import LANGUAGES
from app.drafts.naming import Known, add_forms, folded
from app.drafts.slugs import make_slug, surname, telling_slug
from app.drafts.suggested import WHY, suggest_actors
from app.drafts.tables import Body, Noted, Table
from app.extraction.draft import Draft, DraftQuote
from app.reasons import BESIDE, GIVES, MEANS, read_reason, sentence, word_reason

SCRIPTS = {"ARABIC": "Arab", "CYRILLIC": "Cyrl", "GREEK": "Grek", "HEBREW": "Hebr", "CJK": "Hani"}

# Rules that give a quote to whoever speaks beside it: words that name somebody say it of those.
NEIGHBOURS = {
    "continued",
    "sentence_before",
    "sentence_after",
    "paragraph_before",
    "in_pieces",
    "echo",
}


@dataclass
class Cast:
    """The actors of one article, each by the slug that the seeds know it by or the draft gives."""

    article: str
    language: str
    body: Body
    known: Known
    draft: Draft
    slugs: dict[str, str] = field(default_factory=dict)  # by name
    forms: dict[str, list[str]] = field(default_factory=dict)  # by slug
    kinds: dict[str, str] = field(default_factory=dict)  # by name
    proposed: list[Noted] = field(default_factory=list)
    suggested: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for actor in self.draft.actors:
            self.add(actor.name, actor.kind, actor.forms)
        for quote in self.draft.quotes:
            if quote.speaker and quote.speaker not in self.slugs:
                self.add(quote.speaker, "unnamed", [])
        for name, kind in suggest_actors(self.draft, self.language):
            self.suggest(name, kind)

    def add(self, name: str, kind: str, others: list[str]) -> None:
        """Find an actor in the seeds by its name or a telling form, or propose a new one."""
        forms = [form for form in dict.fromkeys((name, *others)) if self.body.prints(form)]
        if not forms:
            return
        found = self.known.find_actor(kind, telling(kind, forms))
        slug = found.slug if found else self.propose(forms, kind)
        if found and slug in self.known.drafted and slug not in self.forms:
            self.set_aside(slug, forms, kind)
        self.slugs[name] = slug
        self.kinds[name] = kind
        self.forms.setdefault(slug, []).extend(forms)

    def suggest(self, name: str, kind: str) -> None:
        """A table for a name that a model found; the seeds may have it already."""
        if self.body.prints(name) and not self.known.find_actor(kind, [name]):
            self.propose([name], kind, WHY)
            self.suggested.append(f"{name} ({kind})")

    def propose(self, forms: list[str], kind: str, comment: str = "") -> str:
        """A table for an actor that the seeds do not have."""
        name = forms[0]
        if kind == "unnamed":
            wanted = f"{self.article}-{telling_slug(name, most=3) or 'source'}"
            slug = self.known.take("actors", wanted, f"{self.article}-source")
        else:
            slug = self.known.take("actors", make_slug(name, most=6), f"{self.article}-actor")
        table = self.table_of(slug, forms, kind)
        self.proposed.append(Noted(table, comment))
        if kind != "unnamed":  # the next article of the same run may name it too
            add_forms(self.known, seed.Actor.model_validate(table))
            self.known.drafted[slug] = self.article
        return slug

    def set_aside(self, slug: str, forms: list[str], kind: str) -> None:
        """The table of an actor that another draft proposes, in case that one is deleted."""
        told = f"{slug} is proposed by the draft {self.known.drafted[slug]}; if that is deleted,"
        told += " take the marks “# ” off this table"
        self.proposed.append(Noted(self.table_of(slug, forms, kind), told, aside=True))

    def table_of(self, slug: str, forms: list[str], kind: str) -> Table:
        """An actor with the forms that this article prints."""
        name, others = forms[0], forms[1:]
        table: Table = {"slug": slug, "name": name, "language": self.language, "kind": kind}
        if kind == "unnamed":
            table["article"] = self.article
        if others:
            table["names"] = [
                {
                    "text": form,
                    "language": self.language,
                    "script": script_of(form),
                    "basis": "stated",
                }
                for form in others
            ]
        return table | {"review": True}

    def mentions(self) -> Iterator[tuple[str, int, int]]:
        """Where each actor is named or meant, in the order of the text, each place once."""
        places = {
            (start, end, self.slugs[actor.name])
            for actor in self.draft.actors
            if actor.name in self.slugs
            for start, end in actor.mentions
        }
        return ((slug, start, end) for start, end, slug in sorted(places))

    def attribution(self, quote: DraftQuote) -> tuple[str | None, Table | None]:
        """The slug of who says a quote, and the words that give it; neither without the other."""
        speaker = self.slugs.get(quote.speaker or "")
        if speaker is None or quote.kind == "term":
            return None, None
        passage = self.body.passage(*quote.speaker_words) if quote.speaker_words else None
        return (speaker, passage) if passage else (None, None)

    def basis(self, quote: DraftQuote, words: Table) -> Table:
        """Stated where the words name the speaker; else inferred, with the reason as its note."""
        speaker = quote.speaker or ""
        names = {folded(form) for form in self.forms[self.slugs[speaker]]}
        names |= {folded(surname(speaker))}
        is_named = any(name and f" {name} " in f" {folded(words['text'])} " for name in names)
        beside = quote.rule in NEIGHBOURS
        if is_named and not beside:
            return {"basis": "stated"}
        why = read_reason(quote.reason)
        if why is None or why[0] == GIVES:
            why = (BESIDE if beside else MEANS), {"cited": repr(words["text"]), "name": speaker}
        return {
            "basis": "inferred",
            "note": {language: sentence(word_reason(*why, language)) for language in LANGUAGES},
        }


def telling(kind: str, forms: list[str]) -> list[str]:
    """The forms by which an actor is known again: a person's family name alone is others' too."""
    if kind != "person":
        return forms
    return [forms[0], *(form for form in forms[1:] if len(form.split()) > 1)]


def script_of(text: str) -> str:
    """The script of a form's first letter, by its name in Unicode."""
    letter = next((char for char in text if char.isalpha()), "A")
    return SCRIPTS.get(unicodedata.name(letter, "LATIN").split()[0], "Latn")
