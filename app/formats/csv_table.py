"""Records as a table in CSV (RFC 4180), in one language, that spreadsheets open properly.

A byte order mark says UTF-8. A cell that a spreadsheet would run as a formula has an apostrophe
before it, as https://owasp.org/www-community/attacks/CSV_Injection advises: these cells alone are
not what the record holds, character for character.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from app.formats.records import Record

ARTICLE = ("slug", "url", "title", "date", "language", "encoding", "sha256", "length")
DATED = ("added", "changed")
# A column is the way to a value in the record.
COLUMNS = {
    "articles": (*ARTICLE, "quote_count", *DATED),
    "quotes": (
        *("slug", "url", "text", "language", "translation", "kind"),
        *("speaker.slug", "speaker.name", "speaker_words.text", "basis", "note"),
        *("reports.slug", "reports.name", "wording", "topics", "date", "date_of", "date_basis"),
        *("event.slug", "event.title", "event.basis", "event.note"),
        *("article.slug", "article.title", "article.date", "article.sha256", "start", "end"),
    ),
    "actors": (
        *("slug", "url", "name", "language", "kind", "names", "roles", "wikidata", "article"),
        *("quote_count", "mention_count", "event_count"),
    ),
    "events": (
        *("slug", "url", "title", "date", "ongoing", "foreseen", "basis", "note", "source"),
        *("conflict", "place", "actors", "topics", *DATED),
    ),
    "topics": ("slug", "url", "name", "definition", "quote_count", "event_count"),
    "corrections": ("date", "number", "record", "url", "was", "now"),
}
# What a spreadsheet may skip before a formula: spaces, quotation marks, marks of direction.
SKIPPED = r"[\s\"'“”„‟«»‹›‘’‚`\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
FORMULA = re.compile(rf"[\t\r\n]|{SKIPPED}*[=+\-@＝＋－＠]")


def write_table(noun: str, records: Iterable[Record], language: str) -> Iterator[str]:
    """The rows of records of a noun below a row of headings, the texts of ours in a language."""
    yield "\ufeff" + write_row(heading(column) for column in COLUMNS[noun])
    for record in records:
        yield write_row(guard(cell(record, column, language)) for column in COLUMNS[noun])


def write_row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def heading(column: str) -> str:
    """What a column is called: `speaker.slug` is the speaker, `speaker.name` its name."""
    return column.removesuffix(".slug").removesuffix(".text").replace(".", "_")


def cell(record: Record, column: str, language: str) -> str:
    """A value in words: a text of ours in one language, a list by its slugs or its texts."""
    value: Any = record
    for key in column.split("."):
        value = value and value[key]
    if isinstance(value, dict):
        value = value.get(language)
    if isinstance(value, list):
        return "; ".join(part.get("slug") or part["text"] for part in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def guard(text: str) -> str:
    """The text, made harmless where it starts like a formula."""
    return f"'{text}" if FORMULA.match(text) else text
