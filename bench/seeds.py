"""A corpus as editors would have written it: a folder of seeds, to measure loads from seeds with.

Rows of the same generator, written as TOML; a JSON string is one of TOML's too.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from app.bulk import Rows
from app.spans import find_occurrences
from bench.corpus import Corpus, Row

NOUNS = ("topic", "article", "event", "quote")


class Literally(str):
    """A value that stands in the file as it is: a day, a list of tables."""

    __slots__ = ()


def said(value: Any) -> str:
    """A value as TOML has it."""
    if isinstance(value, Literally):
        return value
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {said(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(said(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def lines(values: Mapping[str, Any]) -> str:
    """The keys that have a value, a line each."""
    return "".join(f"{key} = {said(value)}\n" for key, value in values.items() if value is not None)


def tables(name: str, records: list[dict[str, Any]]) -> str:
    return "\n".join(f"[[{name}]]\n{lines(record)}" for record in records)


def both(row: Row, *names: str) -> dict[str, Any]:
    """The texts of ours of a row."""
    keys = ((name, language) for name in names for language in ("en", "fr"))
    return {f"{name}.{language}": row[f"{name}_{language}"] for name, language in keys}


def write_seeds(folder: Path, quotes: int, seed: int) -> None:
    """Write a whole folder of seeds with so many quotes."""
    (folder / "articles").mkdir(parents=True)
    corpus = Corpus(quotes, seed)
    topics = [{"slug": row["slug"], **both(row, "name", "definition")} for row in corpus.topics]
    (folder / "topics.toml").write_text(tables("topic", topics), "utf-8")
    (folder / "events.toml").write_text("", "utf-8")
    (folder / "corrections.toml").write_text("", "utf-8")
    names = {
        "actor": {row["id"]: row["slug"] for row in corpus.actors},
        "topic": {row["id"]: row["slug"] for row in corpus.topics},
    }
    named: set[int] = set()
    with (folder / "permalinks.txt").open("w", encoding="ascii") as ledger:
        for batch in corpus.batches():
            note_addresses(ledger, batch)
            named |= {row["actor_id"] for row in batch.get("mention", ())}
            for one in Articles(batch, names):
                one.write(folder / "articles")
        # Only those whom an article names: seeds may hold no other.
        actors = [row for row in corpus.actors if row["id"] in named]
        ledger.writelines(f"actors/{row['slug']}\n" for row in actors)
    keys = ("slug", "name", "language", "kind")
    records = [{key: row[key] for key in keys} for row in actors]
    (folder / "actors.toml").write_text(tables("actor", records), "utf-8")


def note_addresses(ledger: TextIO, batch: Rows) -> None:
    for noun in NOUNS:
        ledger.writelines(f"{noun}s/{row['slug']}\n" for row in batch.get(noun, ()))


class Articles:
    """The articles of a batch, each with what belongs to it."""

    def __init__(self, batch: Rows, names: dict[str, dict[int, str]]) -> None:
        self.batch = batch
        self.names = names
        self.events = {row["id"]: row["slug"] for row in batch.get("event", ())}
        self.topics = linked(batch, "quote_topic", "quote_id", "topic_id")
        self.event_topics = linked(batch, "event_topic", "event_id", "topic_id")
        self.event_actors = linked(batch, "event_actor", "event_id", "actor_id")

    def __iter__(self) -> Iterator["ArticleFiles"]:
        of = {table: by_article(self.batch, table) for table in ("quote", "mention", "evidence")}
        events = {row["id"]: row for row in self.batch.get("event", ())}
        for row in self.batch.get("article", ()):
            evidence = of["evidence"].get(row["id"], [])
            own = [events[key] for key in dict.fromkeys(one["event_id"] for one in evidence)]
            quotes, mentions = (of[table].get(row["id"], []) for table in ("quote", "mention"))
            yield ArticleFiles(self, row, quotes, mentions, own, evidence)

    def slugs(self, noun: str, numbers: list[int]) -> list[str]:
        return [self.names[noun][number] for number in numbers]


class ArticleFiles:
    """One article's folder."""

    def __init__(
        self,
        among: Articles,
        row: Row,
        quotes: list[Row],
        mentions: list[Row],
        events: list[Row],
        evidence: list[Row],
    ) -> None:
        self.among, self.row = among, row
        self.quotes, self.mentions = quotes, mentions
        self.events, self.evidence = events, evidence

    def write(self, parent: Path) -> None:
        folder = parent / self.row["slug"]
        folder.mkdir()
        (folder / "source.txt").write_bytes(self.row["source"])
        (folder / "article.toml").write_text(lines(self.facts()), "utf-8")
        quotes = [self.quote(row) for row in self.quotes]
        (folder / "quotes.toml").write_text(tables("quote", quotes), "utf-8")
        mentions = [
            {"actor": self.among.names["actor"][row["actor_id"]], **self.passage(row)}
            for row in self.mentions
        ]
        (folder / "mentions.toml").write_text(tables("mention", mentions), "utf-8")
        if self.events:
            events = [self.event(row) for row in self.events]
            (folder / "events.toml").write_text(tables("event", events), "utf-8")

    def facts(self) -> dict[str, Any]:
        keys = ("language", "date", "encoding", "header", "sha256")
        return {
            **{key: self.row[key] for key in keys},
            **both(self.row, "title"),
            **days(self.row),
        }

    def passage(self, row: Row) -> dict[str, Any]:
        """Words of the body, and which they are where they stand there more than once."""
        places = find_occurrences(self.row["body"], row["text"])
        at = [start for start, _ in places].index(row["span_start"]) + 1
        return {"text": row["text"], "occurrence": at if len(places) > 1 else None}

    def quote(self, row: Row) -> dict[str, Any]:
        same = [one["span_start"] for one in self.quotes if one["text"] == row["text"]]
        at = same.index(row["span_start"]) + 1
        said_by = {}
        if row["speaker_id"]:
            words = {"text": row["words_text"], "span_start": row["words_start"]}
            named = {key: one for key, one in self.passage(words).items() if one is not None}
            speaker = self.among.names["actor"][row["speaker_id"]]
            said_by = {"speaker": speaker, "speaker_words": named, "basis": row["basis"]}
        event = self.among.events.get(row["event_id"])
        return {
            **{key: row[key] for key in ("slug", "text", "kind", "wording", "translation")},
            "occurrence": at if len(same) > 1 else None,
            **said_by,
            **both(row, "note"),
            "topics": self.among.slugs("topic", self.among.topics.get(row["id"], [])),
            "event": {"slug": event, "basis": row["event_basis"]} if event else None,
        }

    def event(self, row: Row) -> dict[str, Any]:
        evidence = [
            {key: one for key, one in self.cited(shown).items() if one is not None}
            for shown in self.evidence
            if shown["event_id"] == row["id"]
        ]
        return {
            **{key: row[key] for key in ("slug", "date", "basis")},
            **both(row, "title", "place"),
            "actors": self.among.slugs("actor", self.among.event_actors.get(row["id"], [])),
            "topics": self.among.slugs("topic", self.among.event_topics.get(row["id"], [])),
            "evidence": evidence,
            **days(row),
        }

    def cited(self, row: Row) -> dict[str, Any]:
        return {"article": self.row["slug"], **self.passage(row), "for": [row["field"]]}


def days(row: Row) -> dict[str, Any]:
    """When a record was added and changed."""
    return {
        key: Literally(row[key].isoformat()) for key in ("added", "changed") if row[key] is not None
    }


def linked(batch: Rows, table: str, key: str, value: str) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for row in batch.get(table, ()):
        found.setdefault(row[key], []).append(row[value])
    return found


def by_article(batch: Rows, table: str) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in batch.get(table, ()):
        found.setdefault(row["article_id"], []).append(row)
    return found
