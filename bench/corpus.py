"""A corpus of any size from a seed number: `python -m bench.corpus --quotes 100000 --seed 1 FILE`.

Articles of ten years in French-like text, with quotes between quotation marks at their true
offsets, 2,000 speakers and 40 topics of which few are in most quotes, events and mentions. It is
made day by day, the newest first, so memory does not grow; the loader's own bulk path writes it.
Left out is what would grow with it and no measured page asks: unnamed sources, roles, withdrawals.
"""

import argparse
import datetime as dt
import hashlib
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.base import COLOURS
from app.bulk import Rows, load_rows
from app.database import open_database
from app.keys import dated_key, place_key
from app.loader import migrate
from app.terms import fold
from bench.story import Place, Story, Teller, Told
from bench.words import Vocabulary, capital, make_word, sentence, zipf

Row = dict[str, Any]

NEWEST = dt.date(2025, 12, 31)
DAYS = 3652
SPEAKERS, TOPICS = 2000, 40
TOGETHER = 500  # articles of a batch
NONE_OF_QUOTE = {
    **dict.fromkeys(("words_start", "words_end", "words_text", "basis", "note_en", "note_fr")),
    **dict.fromkeys(("wording", "event_id", "event_basis", "event_note_en", "event_note_fr")),
}


class Corpus:
    """All that stays the same from article to article."""

    def __init__(self, quotes: int, seed: int) -> None:
        self.quotes = quotes
        self.rng = random.Random(seed)
        self.vocabulary = Vocabulary(self.rng)
        self.actors = list(self.make_actors())
        self.topics = list(self.make_topics())
        self.teller = Teller(self.vocabulary, [row["name"] for row in self.actors])
        self.speaker_weights = zipf(SPEAKERS, 1.1)
        self.topic_weights = zipf(TOPICS)
        self.made = 0  # articles
        self.told = 0  # events

    def make_actors(self) -> Iterator[Row]:
        """Speakers by weight: seven persons of ten, the others organisations and states."""
        names: dict[str, str] = {}
        while len(names) < SPEAKERS:
            name = f"{capital(make_word(self.rng, 1))} {capital(make_word(self.rng))}"
            names.setdefault("-".join(fold(part) for part in name.split()), name)
        for number, (slug, name) in enumerate(names.items(), 1):
            yield {
                "id": number,
                "slug": slug,
                "name": name,
                "language": "fr",
                "kind": self.rng.choices(("person", "organisation", "state"), (7, 2, 1))[0],
                "colour": number % COLOURS + 1,
                "letter": "".join(part[0] for part in name.split()),
                "wikidata": None,
                "article_id": None,
            }

    def make_topics(self) -> Iterator[Row]:
        for number in range(1, TOPICS + 1):
            word = self.vocabulary.words[number * 7]
            english, french = self.vocabulary.english(self.rng, 2), f"{capital(word)} du monde"
            yield {
                "id": number,
                "slug": f"{fold(word)}-{number}",
                **both("name", english, french),
                **both("definition", f"{english}, defined", f"{french}, défini"),
            }

    def batches(self) -> Iterator[Rows]:
        """The rows of every table, by table: actors and topics, then articles by the hundred."""
        yield {"actor": self.actors, "topic": self.topics}
        rows: dict[str, list[Row]] = {}
        for day, sizes in self.days():
            self.add_day(rows, day, sizes)
            if len(rows.get("article", ())) >= TOGETHER:
                yield rows
                rows = {}
        if rows:
            yield rows

    def days(self) -> Iterator[tuple[dt.date, list[int]]]:
        """The days, the newest first, each with how many quotes its articles have."""
        articles = max(1, self.quotes // 10)
        weights = [self.rng.random() + 0.3 for _ in range(DAYS)]
        whole, reached, done = sum(weights), 0.0, 0
        sizes = self.sizes(articles)
        for ago, weight in enumerate(weights):
            reached += weight
            until = articles if ago == DAYS - 1 else int(articles * reached / whole)
            if until > done:
                yield NEWEST - dt.timedelta(ago), [next(sizes) for _ in range(until - done)]
            done = until

    def sizes(self, articles: int) -> Iterator[int]:
        """How many quotes each article has: ten, more or less by turns, and the sum as wanted."""
        given, last = 0, 0
        for left in range(articles, 0, -1):
            last = -last if last else self.rng.randint(-6, 6)
            size = self.quotes - given if left == 1 else 10 + last
            given += size
            if given > self.quotes or size < 1:
                raise ValueError("a corpus has one quote or more")
            yield size

    def add_day(self, rows: dict[str, list[Row]], day: dt.date, sizes: list[int]) -> None:
        """The articles of a day, numbered in the order of lists."""
        articles = []
        for size in sizes:
            self.made += 1
            added = day + dt.timedelta(self.rng.randint(0, 3))
            slug = f"{day:%Y-%m}-{self.vocabulary.slug(self.rng, 2)}-{self.made}"
            articles.append((added, slug, self.made, size))
        articles.sort(key=lambda one: (-one[0].toordinal(), one[1]))
        of_day: dict[str, list[Row]] = {}
        for serial, (added, slug, made, size) in enumerate(articles):
            self.add_article(of_day, day, dated_key(day, serial), added, slug, made, size)
        number_events(of_day, day)
        for table, more in of_day.items():
            extend(rows, table, more)

    def add_article(
        self,
        rows: dict[str, list[Row]],
        day: dt.date,
        key: int,
        added: dt.date,
        slug: str,
        made: int,
        size: int,
    ) -> None:
        rng = self.rng
        speakers = rng.choices(range(SPEAKERS), cum_weights=self.speaker_weights, k=4)
        topics = rng.choices(range(1, TOPICS + 1), cum_weights=self.topic_weights, k=4)
        story = self.teller.tell(rng, size, speakers)
        body = story.text()
        span = {"article_id": key, "body_length": len(body)}
        extend(rows, "article", [self.article(rng, day, key, added, slug, body)])
        event = None
        if rng.random() < 0.3:
            event = self.add_event(rows, day, story, body, span, topics)
        for number, told in enumerate(story.quotes):
            self.add_quote(rows, place_key(key, number + 1), body, told, span, made, number)
            row = rows["quote"][-1]
            if event is not None and number < 3:
                row |= {"event_id": event, "event_basis": "stated"}
            about = sorted({*topics[: 1 + int(rng.random() * 3)]})
            links = [{"quote_id": row["id"], "topic_id": topic} for topic in about]
            extend(rows, "quote_topic", links)
        extend(rows, "mention", [mention(span, body, *name) for name in story.names])

    def article(
        self, rng: random.Random, day: dt.date, key: int, added: dt.date, slug: str, body: str
    ) -> Row:
        source = body.encode()
        return {
            "id": key,
            "slug": slug,
            **both("title", self.vocabulary.english(rng, 4), self.french(rng, 4)),
            "language": "fr",
            "date": day.isoformat() + ("?" if rng.random() < 0.1 else ""),
            "date_earliest": day,
            "date_latest": day,
            "encoding": "utf-8",
            "sha256": hashlib.sha256(source).hexdigest(),
            "page_name": None,
            "page_sha256": None,
            "source": source,
            "header": "",
            "body": body,
            "body_length": len(body),
            "added": added,
            "changed": added + dt.timedelta(5) if rng.random() < 0.05 else None,
        }

    def add_quote(
        self,
        rows: dict[str, list[Row]],
        key: int,
        body: str,
        told: Told,
        span: Row,
        made: int,
        number: int,
    ) -> None:
        rng = self.rng
        row = {
            "id": key,
            "slug": f"{self.vocabulary.slug(rng, 2)}-{made}-{number + 1}",
            **NONE_OF_QUOTE,
            **span,
            **passage(body, told.place),
            "kind": told.kind,
            "speaker_id": None if told.speaker is None else told.speaker + 1,
            "reports_id": None,
            "translation": self.vocabulary.english(rng, 6) if rng.random() < 0.1 else None,
        }
        row["words"] = len(row["text"].split())
        if told.words:
            row["words_start"], row["words_end"] = told.words
            row["words_text"] = body[slice(*told.words)]
            row["wording"] = "rendering" if rng.random() < 0.6 else "unknown"
            row["basis"] = "stated"
            if rng.random() < 0.1:
                row |= {
                    "basis": "inferred",
                    **both("note", "By what stands before.", "Par ce qui précède."),
                }
        extend(rows, "quote", [row])

    def add_event(
        self,
        rows: dict[str, list[Row]],
        day: dt.date,
        story: Story,
        body: str,
        span: Row,
        topics: list[int],
    ) -> int:
        """An event of the article's day, with the passages that show it; its number for now."""
        rng = self.rng
        self.told += 1
        number = -self.told  # until the day's events are in order
        place = capital(make_word(rng))
        row = {"id": number, "slug": f"{self.vocabulary.slug(rng, 2)}-{self.told}"}
        row |= both("title", self.vocabulary.english(rng, 3), self.french(rng, 3))
        row |= {"date": day.isoformat(), "date_earliest": day, "date_latest": day}
        row |= {"ongoing": False, "foreseen": rng.random() < 0.02, "basis": "stated"}
        row |= {**both("note"), **both("source"), **both("conflict"), **both("place", place, place)}
        row |= {"added": rows["article"][-1]["added"], "changed": None}
        extend(rows, "event", [row])
        shown = [("what", story.sentences[0]), ("when", story.sentences[-1])]
        shown += [("who", place) for place, _ in story.names[:1]]
        evidence = (
            {"event_id": number, "field": field} | span | passage(body, at) for field, at in shown
        )
        extend(rows, "evidence", list(evidence))
        actors = sorted({speaker + 1 for _, speaker in story.names})[:4]
        extend(rows, "event_actor", [{"event_id": number, "actor_id": actor} for actor in actors])
        about = sorted({*topics[:2]})
        extend(rows, "event_topic", [{"event_id": number, "topic_id": topic} for topic in about])
        return number

    def french(self, rng: random.Random, size: int) -> str:
        return capital(sentence(self.vocabulary.draw(rng, size)))


def number_events(rows: dict[str, list[Row]], day: dt.date) -> None:
    """Give the events of a day their numbers, in the order of lists, wherever they are named."""
    events = sorted(rows.get("event", []), key=lambda row: row["slug"])
    keys = {row["id"]: dated_key(day, serial) for serial, row in enumerate(events)}
    for table in ("evidence", "event_actor", "event_topic", "quote"):
        for row in rows.get(table, ()):
            if row["event_id"] in keys:
                row["event_id"] = keys[row["event_id"]]
    for row in events:
        row["id"] = keys[row["id"]]


def both(name: str, english: str | None = None, french: str | None = None) -> Row:
    """The two columns of a text of ours."""
    return {f"{name}_en": english, f"{name}_fr": french}


def passage(body: str, place: Place) -> Row:
    return {"span_start": place[0], "span_end": place[1], "text": body[slice(*place)]}


def mention(span: Row, body: str, place: Place, speaker: int) -> Row:
    return {**span, **passage(body, place), "actor_id": speaker + 1}


def extend(rows: dict[str, list[Row]], table: str, more: list[Row]) -> None:
    rows.setdefault(table, []).extend(more)


def make_corpus(path: Path, quotes: int, seed: int, progress: Any = None) -> None:
    """Write a new database that holds so many quotes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    engine = open_database(path, write=True)
    migrate(engine)
    load_rows(engine, Corpus(quotes, seed).batches(), progress)
    engine.dispose()


def show(done: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done:,} quotes\r", end="", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.corpus", description=__doc__)
    parser.add_argument("--quotes", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("file", type=Path)
    arguments = parser.parse_args()
    make_corpus(arguments.file, arguments.quotes, arguments.seed, show)
    print(f"{arguments.file}: {arguments.quotes:,} quotes")


if __name__ == "__main__":
    main()
