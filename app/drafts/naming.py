"""What a draft finds in its seeds: the slugs that are taken, and whom it knows by which names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from app import seeds as seed
from app.base import NOUNS
from app.drafts.slugs import is_slug
from app.reader import Seeds
from app.terms import fold


@dataclass
class Known:
    """What a folder of seeds has: the slugs of each noun, and its actors by every form."""

    slugs: dict[str, set[str]] = field(default_factory=lambda: {noun: set() for noun in NOUNS})
    actors: dict[str, list[seed.Actor]] = field(default_factory=dict)
    topics: set[str] = field(default_factory=set)
    sources: dict[str, str] = field(default_factory=dict)  # articles by the hash of what they hold
    drafted: dict[str, str] = field(default_factory=dict)  # articles whose drafts propose an actor

    def find_actor(self, kind: str, forms: Iterable[str]) -> seed.Actor | None:
        """The actor that has one of these forms, and could be of this kind."""
        for form in forms:
            for actor in self.actors.get(folded(form), []):
                if (actor.kind == "person") == (kind == "person"):
                    return actor
        return None

    def take(self, noun: str, wanted: str, otherwise: str) -> str:
        """A free slug, as near as can be to the one wanted, which is taken thereby."""
        stem = wanted or otherwise
        slug, number = stem, 1
        while slug in self.slugs[noun] or not is_slug(slug):
            number += 1
            slug = f"{stem if is_slug(f'{stem}-2') else otherwise}-{number}"
        self.slugs[noun].add(slug)
        return slug


def list_known(seeds: Seeds) -> Known:
    """What the seeds have, as far as they can be read."""
    known = Known()
    known.topics = {topic.slug for topic in seeds.topics if topic.withdrawn is None}
    records: list[tuple[str, seed.Record]] = [
        *(("topics", topic) for topic in seeds.topics),
        *(("actors", actor.record) for actor in seeds.actors),
        *(("events", event.record) for event in seeds.events),
        *(("quotes", quote) for article in seeds.articles for quote in article.quotes),
    ]
    for noun, record in records:
        known.slugs[noun] |= {record.slug, *record.was}
    for article in seeds.articles:
        known.slugs["articles"] |= {article.slug, *article.facts.was}
        known.sources[article.facts.sha256] = article.slug
        if article.facts.extracted_from:
            known.sources[article.facts.extracted_from.sha256] = article.slug
    for address in seeds.permalinks:
        noun, _, slug = address.partition("/")
        known.slugs.setdefault(noun, set()).add(slug)
    for slugs in known.slugs.values():
        slugs |= seeds.broken
    for actor in (filed.record for filed in seeds.actors):
        if actor.withdrawn is None and actor.kind != "unnamed":
            add_forms(known, actor)
    for filed in seeds.actors:
        folder = Path(filed.file).relative_to(seeds.name).parent
        if filed.record.review and folder.name:
            known.drafted[filed.record.slug] = folder.name
    return known


def add_forms(known: Known, actor: seed.Actor) -> None:
    for form in (actor.name, *(name.text for name in actor.names)):
        known.actors.setdefault(folded(form), []).append(actor)


def folded(text: str) -> str:
    """A name as compared: case, accents, hyphens and spaces folded."""
    return " ".join(fold(word) for word in re.split(r"[\s\-–'’]+", text) if word)
