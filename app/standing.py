"""What the database holds of the folders that a load leaves unread: it stands in for them wherever
others are checked against them, and tells which of them rest on what changed."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from sqlalchemy import Connection, Table, func, select

from app.base import COLOURS, Base
from app.derived import entry_key
from app.folders import Folder
from app.keys import KEY_BITS, keys_within, owner_key
from app.reader import Seeds, Unread
from app.record import Record, Rest, Row, Text

TABLES = Base.metadata.tables
article, actor, event, quote = (TABLES[name] for name in ("article", "actor", "event", "quote"))
mention, evidence, role = (TABLES[name] for name in ("mention", "evidence", "actor_role"))
quote_topic, entry = TABLES["quote_topic"], TABLES["search_entry"]
AT_ONCE = 5000  # numbers that a statement names
# The column by which each table's rows belong to an article, an actor or an event.
OWNERS = {
    "articles": {"article": "id", "quote": "article_id", "mention": "article_id"},
    "actors": {"actor": "id", "actor_name": "actor_id", "actor_role": "actor_id"},
    "events": {
        "event": "id",
        "event_actor": "event_id",
        "event_topic": "event_id",
        "evidence": "event_id",
    },
}

Numbers = dict[str, dict[str, int]]  # of each slug, by noun


@dataclass(frozen=True)
class Standing:
    """The folders left unread, as the load before remembered them, among all that it numbered."""

    connection: Connection
    known: Numbers
    changed: frozenset[str] = frozenset()  # articles whose folders are not as they were loaded
    unread: Mapping[str, Folder] = field(default_factory=dict)

    @cached_property
    def owners(self) -> dict[str, dict[str, str]]:
        """The folder that states each actor and each event among those left unread."""
        folders = self.unread.values()
        return {
            "articles": {slug: slug for slug in self.unread},
            "actors": {one: row.slug for row in folders for one in row.actors.split()},
            "events": {one: row.slug for row in folders for one in row.events.split()},
        }

    def held(self, noun: str) -> dict[str, int]:
        """The numbers of the records of a noun that stand in folders left unread."""
        return {slug: self.known[noun][slug] for slug in self.owners[noun]}

    @cached_property
    def loose(self) -> dict[str, list[int]]:
        """The numbers of all others that the database has."""
        return {
            noun: [number for slug, number in self.known[noun].items() if slug not in owners]
            for noun, owners in self.owners.items()
        }

    @cached_property
    def rest(self) -> Rest:
        """What checks and numbering must know of what is left unread."""
        days = {
            row.slug: (row.date_earliest or dt.date.min, row.date_latest or dt.date.min)
            for row in self.connection.execute(
                select(event.c.slug, event.c.date_earliest, event.c.date_latest)
            )
            if row.slug in self.owners["events"]
        }
        return Rest(
            articles={
                slug: ((row.earliest, row.latest), row.added) for slug, row in self.unread.items()
            },
            events=days,
            ids={
                **{noun: self.held(noun) for noun in OWNERS},
                "quotes": StoredQuotes(self.connection, frozenset(self.held("articles").values())),
            },
            text=cache(self.text),
            prints=self.prints,
            addresses=self.addresses,
        )

    def text(self, slug: str) -> Text | None:
        """The text of an article left unread."""
        columns = (article.c.header, article.c.body, article.c.language)
        rows = self.connection.execute(select(*columns).where(article.c.slug == slug)).all()
        return Text(*rows[0]) if rows and slug in self.unread else None

    def folders(self) -> dict[str, Unread]:
        """What the reader must know of those that it leaves unread."""
        return {
            slug: Unread(row.added, len(row.actors.split())) for slug, row in self.unread.items()
        }

    def addresses(self) -> Iterator[str]:
        """The permalinks of what stands in folders left unread."""
        for noun, owners in self.owners.items():
            yield from (f"{noun}/{slug}" for slug in owners)
        held = set(self.held("articles").values())
        for slug, owner in self.connection.execute(select(quote.c.slug, quote.c.article_id)):
            if owner in held:
                yield f"quotes/{slug}"

    @cached_property
    def printed(self) -> set[str]:
        """Names that a mention shows to stand in an article left unread."""
        read = self.loose["articles"]
        names = TABLES["actor_name"]
        found: set[str] = set()
        for name, number in ((actor.c.name, actor.c.id), (names.c.text, names.c.actor_id)):
            shown = select(mention.c.actor_id).where(
                mention.c.actor_id == number,
                mention.c.text == name,
                mention.c.article_id.not_in(read),
            )
            found |= set(self.connection.scalars(select(name).where(shown.exists())))
        return found

    def prints(self, name: str) -> bool:
        """Whether an article left unread prints a name."""
        if name in self.printed:
            return True
        there = func.instr(article.c.body, name) > 0
        read = article.c.id.not_in(self.loose["articles"])
        return bool(self.connection.scalars(select(article.c.id).where(there, read).limit(1)).all())

    def shaken(self, record: Record, seeds: Seeds) -> set[str]:
        """The folders left unread whose rows are not what they were, for what they rest on changed:
        their own number, that of something that they refer to, or an article that they cite."""
        moved = {noun: self.moved(record, noun) for noun in self.known}
        found = {owners[slug] for noun, owners in self.owners.items() for slug in moved[noun]
                 if slug in owners}  # fmt: skip
        gone = {noun: list(numbers.values()) for noun, numbers in moved.items()}
        known = self.known["articles"]
        cited = {*gone["articles"], *(known[slug] for slug in self.changed if slug in known)}
        articles = self.referring(gone)
        slugs = {number: slug for slug, number in self.held("articles").items()}
        found |= {slugs[number] for number in articles if number in slugs}
        for noun, numbers in self.citing(gone, list(cited)).items():
            owner_of = {number: self.owners[noun][slug] for slug, number in self.held(noun).items()}
            found |= {owner_of[number] for number in numbers if number in owner_of}
        return found | set(self.recoloured(seeds))

    def moved(self, record: Record, noun: str) -> dict[str, int]:
        """What has another number now, or none: by slug, with the number that it had."""
        now, gone = record.ids[noun], record.withdrawn[noun]
        return {
            slug: number
            for slug, number in self.known[noun].items()
            if slug in gone or now.get(slug) != number
        }

    def referring(self, gone: Mapping[str, list[int]]) -> set[int]:
        """The articles that have quotes or mentions which name such records."""
        found: set[int] = set()
        for column, noun in (
            (quote.c.speaker_id, "actors"),
            (quote.c.reports_id, "actors"),
            (quote.c.event_id, "events"),
        ):
            found |= self.among(quote.c.article_id, column, gone[noun])
        found |= self.among(mention.c.article_id, mention.c.actor_id, gone["actors"])
        about = self.among(quote_topic.c.quote_id, quote_topic.c.topic_id, gone["topics"])
        return found | {owner_key(number) for number in about}

    def citing(self, gone: Mapping[str, list[int]], cited: list[int]) -> dict[str, set[int]]:
        """The events and actors that name such records, or cite such articles."""
        actors, topics = TABLES["event_actor"], TABLES["event_topic"]
        return {
            "events": self.among(actors.c.event_id, actors.c.actor_id, gone["actors"])
            | self.among(topics.c.event_id, topics.c.topic_id, gone["topics"])
            | self.among(evidence.c.event_id, evidence.c.article_id, cited),
            "actors": self.among(role.c.actor_id, role.c.article_id, cited)
            | self.among(actor.c.id, actor.c.article_id, cited),
        }

    def among(self, wanted: Any, column: Any, numbers: list[int]) -> set[int]:
        """The values of a column where another one is among some numbers."""
        return {
            value
            for some in chunks(numbers)
            for value in self.connection.scalars(select(wanted).where(column.in_(some)).distinct())
        }

    def recoloured(self, seeds: Seeds) -> Iterator[str]:
        """The folders whose actors have another colour, for others came before them."""
        actors = Counter(one.article for one in seeds.actors)
        added = {one.slug: one.facts.added for one in seeds.articles}
        added |= {slug: row.added for slug, row in self.unread.items()}
        place = 0
        for slug in sorted(added, key=lambda slug: (added[slug], slug)):
            row = self.unread.get(slug)
            if row is None:
                place += actors[slug]
            elif row.actors:
                if (place - row.place) % COLOURS:
                    yield slug
                place += len(row.actors.split())

    def stored(self, table: Table) -> Iterator[Row]:
        """The rows of a table that are not of what is left unread."""
        for statement in self.statements(table):
            for row in self.connection.execute(statement).mappings():
                yield dict(row)

    def languages(self, rows: Iterable[Row]) -> dict[int, str]:
        """The languages of articles left unread that some rows refer to."""
        held = set(self.held("articles").values()) & {row["article_id"] for row in rows}
        return {
            number: language
            for some in chunks(list(held))
            for number, language in self.connection.execute(
                select(article.c.id, article.c.language).where(article.c.id.in_(some))
            )
        }

    def statements(self, table: Table) -> Iterator[Any]:
        """What selects them."""
        rows = select(table)
        owned = [(noun, owned[table.name]) for noun, owned in OWNERS.items() if table.name in owned]
        if not self.unread or (not owned and table not in (quote_topic, entry)):
            yield rows
            return
        for noun, column in owned:
            for some in chunks(self.loose[noun]):
                yield rows.where(table.c[column].in_(some))
        if table is quote_topic:
            for number in self.loose["articles"]:
                yield rows.where(table.c.quote_id.between(*keys_within(number)))
        elif table is entry:
            yield from self.entry_statements()

    def entry_statements(self) -> Iterator[Any]:
        rows = select(entry)
        for number in self.loose["articles"]:
            for noun in ("articles", "quotes"):
                first, last = (entry_key(noun, key) for key in keys_within(number))
                yield rows.where(entry.c.id.between(first, last))
        for noun in ("actors", "events"):
            for some in chunks([entry_key(noun, number) for number in self.loose[noun]]):
                yield rows.where(entry.c.id.in_(some))
        first = entry_key("topics", 0)
        yield rows.where(entry.c.id.between(first, first + (1 << KEY_BITS)))


def chunks(numbers: list[int]) -> Iterable[list[int]]:
    """So many as a statement may name."""
    return (numbers[at : at + AT_ONCE] for at in range(0, len(numbers), AT_ONCE))


class StoredQuotes(dict[str, int]):
    """The quotes of some articles, looked up when they are asked for: whether they are there, for
    nothing refers to one by its number."""

    def __init__(self, connection: Connection, articles: frozenset[int]) -> None:
        super().__init__()
        self.connection, self.articles = connection, articles

    def __contains__(self, slug: object) -> bool:
        number = self.connection.scalar(select(quote.c.id).where(quote.c.slug == slug))
        return number is not None and owner_key(number) in self.articles
