"""What the seeds state as a whole: their texts, their slugs and numbers, what was withdrawn."""

import datetime as dt
import hashlib
from collections import ChainMap
from collections.abc import Callable, Collection, Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from app import seeds as seed
from app.keys import number_by_day
from app.problems import Problem
from app.reader import Article, Seeds
from app.seeds import date_bounds
from app.spans import find_quotations

Row = dict[str, Any]
Place = tuple[int, int]
Days = tuple[dt.date, dt.date]  # the earliest and the latest that a date can mean


@dataclass
class Text:
    """An article's decoded text, cut into header and body, with its quotations."""

    header: str
    body: str
    language: str

    @cached_property
    def quotations(self) -> list[Place]:
        return find_quoted(self.body, self.language)

    @cached_property
    def quoted(self) -> dict[str, list[Place]]:
        """Where each quotation stands, by its words: looked for by every quote of the article."""
        places: dict[str, list[Place]] = {}
        for place in self.quotations:
            places.setdefault(self.body[slice(*place)], []).append(place)
        return places


def none_of_it(_name: str) -> Any:
    return None


@dataclass(frozen=True)
class Rest:
    """What is known of the folders that are left unread; nothing where all are read.

    All that these state is live: neither withdrawn nor under review, nor had it another slug.
    """

    articles: Mapping[str, tuple[Days, dt.date]] = field(default_factory=dict)  # and when added
    events: Mapping[str, Days] = field(default_factory=dict)
    ids: Mapping[str, MutableMapping[str, int]] = field(default_factory=dict)  # by noun
    text: Callable[[str], Text | None] = none_of_it  # of an article
    prints: Callable[[str], bool] = none_of_it  # whether one of these texts holds a name
    addresses: Callable[[], Iterable[str]] = tuple


@dataclass
class Record:
    """The rows of every table, made from the seeds, and all that is wrong with these.

    `ids` holds the number of each slug of each noun: those of the database stay, new ones follow.
    """

    seeds: Seeds
    ids: Mapping[str, MutableMapping[str, int]]
    problems: list[Problem]
    rest: Rest = field(default_factory=Rest)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    texts: dict[str, Text] = field(default_factory=dict)
    days: dict[str, Days] = field(default_factory=dict)  # of each article
    withdrawn: dict[str, dict[str, seed.BothLanguages]] = field(default_factory=dict)
    reviewed: Mapping[str, Collection[str]] = field(default_factory=dict)  # left out, by noun
    file: str = ""
    name: str = ""

    def at(self, file: str, name: str = "") -> None:
        """Say which record the next problems are about."""
        self.file, self.name = file, name

    def report(self, reason: str, *, addable: bool = False) -> None:
        self.problems.append(Problem(self.file, self.name, reason, addable))

    def add(self, table: str, **row: Any) -> None:
        self.rows.setdefault(table, []).append(row)

    def addresses(self) -> set[str]:
        """The permalink of every record, live or withdrawn, and of every slug it had."""
        read = {
            f"{noun}/{slug}"
            for noun, record, _ in self.all_records()
            for slug in (record_slug(record), *record_facts(record).was)
        }
        return read.union(self.rest.addresses())

    def text_of(self, article: str) -> Text | None:
        """The text of an article, read or not."""
        return self.texts.get(article) or self.rest.text(article)

    def all_records(self) -> Iterable[tuple[str, Any, str]]:
        """Every record with its noun and its file."""
        name = self.seeds.name
        yield from (
            ("articles", a, f"{name}/articles/{a.slug}/article.toml") for a in self.seeds.articles
        )
        yield from (("actors", a.record, a.file) for a in self.seeds.actors)
        yield from (("topics", t, f"{name}/topics.toml") for t in self.seeds.topics)
        yield from (("events", e.record, e.file) for e in self.seeds.events)
        for article in self.seeds.articles:
            file = f"{name}/articles/{article.slug}/quotes.toml"
            yield from (("quotes", quote, file) for quote in article.quotes)

    def id_of(self, noun: str, slug: str) -> int:
        """The number of a live record; a slug that names none is a problem."""
        if slug in self.withdrawn[noun]:
            self.report(f"refers to the withdrawn {noun}/{slug}")
        elif slug in self.reviewed.get(noun, ()):
            self.report(f"refers to {noun}/{slug}, which is under review: review that first")
        elif slug not in self.ids[noun] and slug not in self.seeds.broken:
            self.report(f"refers to {noun}/{slug}, which {self.is_missing(noun, slug)}")
        return self.ids[noun].get(slug, 0)

    def is_missing(self, noun: str, slug: str) -> str:
        """What to do where a slug names no record: a draft that was deleted may have had it."""
        file = self.seeds.aside.get(slug) if noun == "actors" else None
        if file is None:
            return "does not exist"
        return f"no file states any more: in {file}, take the marks `# ` off its table"

    def is_live(self, noun: str, slug: str) -> bool:
        return slug not in self.withdrawn[noun]


def start_record(
    seeds: Seeds,
    ids: Mapping[str, MutableMapping[str, int]],
    reviewed: Mapping[str, Collection[str]] | None = None,
    rest: Rest | None = None,
) -> Record:
    """Read the texts, and settle what is withdrawn, how each slug is numbered, and what retired."""
    record = Record(seeds, ids, list(seeds.problems), rest or Rest(), reviewed=reviewed or {})
    read_texts(record)
    withdraw(record)
    number(record)
    retire(record)
    return record


def record_slug(record: Any) -> str:
    slug: str = record.slug
    return slug


def record_facts(record: Any) -> Any:
    """Where a record keeps `was` and `withdrawn`: an article in its `article.toml`."""
    return record.facts if isinstance(record, Article) else record


def read_texts(record: Record) -> None:
    """Decode each source and hold it against what `article.toml` says of it."""
    for article in record.seeds.articles:
        if article.source is None:
            continue
        record.at(f"{record.seeds.name}/articles/{article.slug}/source.txt")
        digest = hashlib.sha256(article.source).hexdigest()
        if digest != article.facts.sha256:
            record.report(f"its SHA-256 is {digest}, and article.toml says {article.facts.sha256}")
        try:
            text = article.source.decode(article.facts.encoding)
        except UnicodeDecodeError as error:
            record.report(f"is not {article.facts.encoding} (byte {error.start})")
            continue
        header = article.facts.header
        if text.startswith("\ufeff"):
            record.report("begins with a byte order mark: its encoding is utf-8-sig")
        if "\0" in text:
            record.report("holds a NUL character")
        if not text.startswith(header):
            record.report(f"does not begin with the header {header!r} of article.toml")
        elif not text[len(header) :].strip():
            record.report("holds nothing after its header")
        else:
            body = text[len(header) :]
            record.texts[article.slug] = Text(header, body, article.facts.language)


def find_quoted(body: str, language: str) -> list[Place]:
    """Every span that a quote may be: by the plain pairing of marks, or by the extraction's.

    The latter grows wiser with its rules; by the former, what was published stays found.
    """
    from app.extraction import marks  # imported late: many loads read no quote

    found = {(one.start, one.end) for one in marks.find_quotations(body, language)}
    return sorted(found | set(find_quotations(body)))


def withdraw(record: Record) -> None:
    """Find what is withdrawn, by itself or with the article it rests on."""
    gone: dict[str, dict[str, seed.BothLanguages]] = {
        noun: {} for noun in ("articles", "quotes", "actors", "events", "topics")
    }
    for noun, item, _ in record.all_records():
        if record_facts(item).withdrawn is not None:
            gone[noun][record_slug(item)] = record_facts(item).withdrawn
    for article in record.seeds.articles:
        if article.slug in gone["articles"]:
            for quote in article.quotes:
                gone["quotes"].setdefault(quote.slug, gone["articles"][article.slug])
    for actor in (filed.record for filed in record.seeds.actors):
        if actor.article in gone["articles"]:
            gone["actors"].setdefault(actor.slug, gone["articles"][actor.article])
    for event in (filed.record for filed in record.seeds.events):
        articles = [evidence.article for evidence in event.evidence]
        if all(slug in gone["articles"] for slug in articles):
            gone["events"].setdefault(event.slug, gone["articles"][articles[0]])
    record.withdrawn = gone


def number(record: Record) -> None:
    """Give each slug its number, those of the database first; a slug used twice is a problem.

    Articles and events are numbered in the order of their lists; quotes when they are found.
    """
    known, rest = record.ids, record.rest
    record.ids = {noun: ChainMap({}, rest.ids.get(noun, {})) for noun in record.withdrawn}
    last = {noun: max(known.get(noun, {}).values(), default=0) for noun in record.ids}
    for noun, item, file in record.all_records():
        slug = record_slug(item)
        if slug in record.ids[noun]:
            record.at(file, f"slug {slug!r}")
            record.report("the slug is used twice")
            continue
        if slug not in known.get(noun, {}):
            last[noun] += 1
        record.ids[noun][slug] = known.get(noun, {}).get(slug, last[noun])
    added = {slug: day for slug, (_, day) in rest.articles.items()}
    record.days = {slug: days for slug, (days, _) in rest.articles.items()}
    for article in record.seeds.articles:
        added[article.slug] = article.facts.added
        record.days[article.slug] = date_bounds(article.facts.shown_date)
    number_in_order(
        record, "articles", [(days[0], added[slug], slug) for slug, days in record.days.items()]
    )
    events = [(dated(one.record.date), one.record.slug) for one in record.seeds.events]
    events += [(days, slug) for slug, days in rest.events.items()]
    number_in_order(record, "events", [(*days, slug) for days, slug in events])


def dated(date: str | None) -> Days:
    """The days that bound a date; one that is not known comes before all others."""
    return date_bounds(date) if date else (dt.date.min, dt.date.min)


def number_in_order(record: Record, noun: str, dated: list[tuple[dt.date, dt.date, str]]) -> None:
    """Number records by their day, the newest first, then by another day, then by their slugs."""
    ordered = sorted(dated, key=lambda one: (-one[0].toordinal(), -one[1].toordinal(), one[2]))
    keys = number_by_day(day for day, _, _ in ordered)
    record.ids[noun].update(zip((slug for _, _, slug in ordered), keys, strict=True))


def retire(record: Record) -> None:
    """Keep the slugs that name nothing any more: renamed ones and withdrawn ones."""
    seen: set[tuple[str, str]] = set()
    for noun, item, file in record.all_records():
        slug = record_slug(item)
        record.at(file, f"slug {slug!r}")
        if slug in record.withdrawn[noun]:
            record.add(
                "retired_slug",
                noun=noun,
                slug=slug,
                moved_to=None,
                **both("reason", record.withdrawn[noun][slug]),
            )
        for old in record_facts(item).was:
            if old in record.ids[noun] or (noun, old) in seen:
                record.report(f"its old slug {old!r} names another record")
            seen.add((noun, old))
            record.add("retired_slug", noun=noun, slug=old, moved_to=slug, **both("reason", None))


def both(name: str, text: seed.BothLanguages | None) -> Row:
    """The two columns of a text in both languages."""
    return {f"{name}_en": text.en if text else None, f"{name}_fr": text.fr if text else None}
