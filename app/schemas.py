"""JSON Schemas of the seed files, made from what `seeds.py` accepts: hints for an editor's editor.

Editors that know TOML read a file's schema from its first line, `#:schema …`.
"""

import json
import os
from pathlib import Path
from types import GenericAlias
from typing import Any

from pydantic import BaseModel, create_model

from app import seeds as seed

FOLDER = Path(__file__).resolve().parent.parent / "seeds" / "schemas"

# The tables of each file; `article.toml` is one table.
TABLES: dict[str, type[BaseModel]] = {
    "actors": seed.Actor,
    "topics": seed.Topic,
    "events": seed.Event,
    "corrections": seed.Correction,
    "quotes": seed.Quote,
    "mentions": seed.Mention,
}
NAMES = ("article", *TABLES)

SPAN = "Words of the article, character for character."
HINTS = {
    "slug": "The permanent name in addresses: lower-case ASCII letters, digits, hyphens.",
    "was": "Slugs that it had: their addresses lead here.",
    "withdrawn": "Why it was withdrawn. The record stays; its address answers with this.",
    "review": "A proposal: checked, never published. Delete the line once it is right.",
    "en": "In English.",
    "fr": "In French.",
    "text": SPAN,
    "occurrence": "Which of them, counted from 1, where the words stand more than once.",
    "article": "The article: the name of its folder.",
    "language": "In which language it is written.",
    "date": "An EDTF date, no more precise than the source: 2020, 2020-08, 2020-08-20?, 2020-08/..",
    "basis": "How we know: stated in the text, inferred from it (with a note), or from outside it.",
    "note": "How it was inferred, for readers.",
    "added": "The day it was added to the record.",
    "changed": "The day it was last changed, as readers see it.",
    "topics": "Slugs of topics.toml.",
    "actors": "Slugs of actors.",
    "Actor.name": "The fullest form that an article prints.",
    "Actor.kind": "An unnamed one belongs to the article that quotes it.",
    "Actor.letter": "What marks the actor's words beside a colour, if not the name's initial.",
    "Actor.article": "Of an unnamed actor: the article, with whose slug the actor's begins.",
    "Actor.wikidata": "The item's number, such as Q22686.",
    "Actor.roles": "What articles call the actor, in their own words.",
    "Actor.names": "Other forms of the name.",
    "OtherName.text": "The form.",
    "OtherName.script": "ISO 15924: Latn, Arab, …",
    "OtherName.basis": "Whether an article prints it, or it is known from elsewhere.",
    "OtherName.source": "Of a form from outside: in use by the press, or our translation.",
    "ArticleFacts.encoding": "What source.txt decodes by.",
    "ArticleFacts.header": "What stands before the prose, left out; empty for none.",
    "ArticleFacts.sha256": "Of source.txt: `sha256sum source.txt`.",
    "ArticleFacts.extracted_from": "The saved web page that the text was taken out of.",
    "ArticleFacts.title": "Our title; the source's, if it has one, stands in its text.",
    "Page.name": "The name of the page's file.",
    "Page.sha256": "Of the page's file.",
    "Topic.name": "What readers see.",
    "Topic.definition": "A line that tells which topic a quote is in.",
    "Event.title": "What happens, in our words.",
    "Event.ongoing": "Of an event without a date: that it goes on.",
    "Event.source": "Where a date from outside the text is from.",
    "Event.conflict": "What in the text does not fit the date.",
    "Event.place": "Where.",
    "Event.evidence": "The words that show it, and what each of them shows.",
    "EventEvidence.for": "What these words show.",
    "EventLink.slug": "The event's slug.",
    "EventLink.basis": "Whether the text says that it was said there.",
    "Quote.text": "What stands between the quotation marks, character for character.",
    "Quote.occurrence": "Which of the quoted spans with these words, counted from 1.",
    "Quote.kind": "full: speech of its own; partial: a fragment in a sentence; term: a word"
    " held at a distance, said by nobody.",
    "Quote.speaker": "The slug of the actor who says it; left out where nobody does.",
    "Quote.speaker_words": "The words of the article that give the speaker.",
    "Quote.reports": "The slug of the actor whose position the speaker relays.",
    "Quote.wording": "original: the very words; rendering: said in another language; unknown.",
    "Quote.event": "The event at which it was said.",
    "Quote.translation": "Ours, into the other language.",
    "Mention.actor": "The slug of the actor who is named or meant.",
    "Correction.date": "The day it was put right.",
    "Correction.record": "The record's address without its language: quotes/its-slug.",
    "Correction.was": "What was wrong.",
    "Correction.now": "What it says now.",
}


def make_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a seed file."""
    if name == "article":
        schema = seed.ArticleFacts.model_json_schema()
        add_hints(schema, "ArticleFacts")
    else:
        tables: Any = {name[:-1]: (GenericAlias(list, TABLES[name]), [])}
        shape: type[BaseModel] = create_model(name, __base__=seed.Strict, **tables)
        schema = shape.model_json_schema()
    for title, part in schema.get("$defs", {}).items():
        add_hints(part, title)
    return {"$schema": "http://json-schema.org/draft-07/schema#", **schema, "title": f"{name}.toml"}


def add_hints(schema: dict[str, Any], title: str) -> None:
    """Say at each key what it is for; a key without a hint is a fault of this module."""
    for key, part in schema.get("properties", {}).items():
        part.pop("title", None)
        if part.get("default", "none") in (None, [], False):
            del part["default"]
        # TOML has no null: a key that can be left out is left out.
        for either in [one for one in part.pop("anyOf", []) if one != {"type": "null"}]:
            part.update(either)
        if "$ref" in part:  # what stands beside a reference is not read
            part["allOf"] = [{"$ref": part.pop("$ref")}]
        part["description"] = HINTS.get(f"{title}.{key}") or HINTS[key]


def write_schemas(folder: Path = FOLDER) -> list[Path]:
    """Write the schema of every seed file, and return those that changed."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = []
    for name in NAMES:
        path = folder / f"{name}.json"
        text = json.dumps(make_schema(name), ensure_ascii=False, indent=2) + "\n"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(path)
    return changed


def schema_line(name: str, place: Path, seeds: Path) -> str:
    """The first line of a seed file at a place in a folder of seeds: where its schema is.

    That is in the folder itself or, where it has none, beside this code.
    """
    own = seeds.resolve() / "schemas"
    path = os.path.relpath((own if own.is_dir() else FOLDER) / f"{name}.json", place.resolve())
    return f"#:schema {Path(path).as_posix()}\n"
