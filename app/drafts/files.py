"""Writes a draft as files of seeds, in a folder of its own: whole, or not at all."""

import datetime as dt
import json
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

from app.drafts.tables import Noted, Proposal, Table
from app.schemas import schema_line

HEADS = {
    "article": "What is known of the source. Read it, put it right, then delete `review = true`.",
    "quotes": "Every span between quotation marks, in their order; `text` is the source's,"
    "\n# character for character. Put right what the machine proposes, delete `review = true`.",
    "mentions": "Where the article names an actor, or means one.",
    "actors": "Proposals for actors that the other files do not have yet.",
    "events": "Proposals for dated events. The titles are the article's words: word them in both\n"
    "# languages.",
}
UNDATED = """\
# No date is known: delete this folder and draft again with `--date`, or give it here, as in
# date = "2020-08"
"""
# What a new folder of seeds needs to be one.
EMPTY = {
    "actors.toml": "actors",
    "topics.toml": "topics",
    "events.toml": "events",
    "corrections.toml": "corrections",
}


def write_draft(proposal: Proposal, source: bytes, folder: Path) -> Path:
    """Write a draft into a new folder below `articles/`, which must not be there yet.

    It is written beside it and moved there when it is whole.
    """
    place = folder / "articles" / proposal.slug
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.exists():
        raise FileExistsError(f"{place} is there already; nothing is overwritten")
    made = Path(tempfile.mkdtemp(prefix=".draft-", dir=folder))
    try:
        made.chmod(0o755)
        (made / "source.txt").write_bytes(source)
        head = start_file("article", place)
        head += "".join(f"# {line}\n" for text in proposal.remarks for line in comment_lines(text))
        head += "" if "date" in proposal.facts else UNDATED
        write(made / "article.toml", head + write_table(proposal.facts))
        write_tables(made, place, "quotes", proposal.quotes)
        write_tables(made, place, "mentions", proposal.mentions)
        if proposal.actors:
            write_tables(made, place, "actors", proposal.actors)
        if proposal.events:
            write_tables(made, place, "events", proposal.events)
        made.rename(place)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return place


def start_folder(folder: Path) -> None:
    """Make a folder that has none of their files a folder of seeds."""
    if any((folder / name).exists() for name in EMPTY):
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in EMPTY.items():
        write(folder / name, schema_line(schema, folder, folder))
    (folder / "permalinks.txt").touch()


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def start_file(name: str, place: Path) -> str:
    """The first lines of a file of an article: where its schema is, and what to do with it."""
    return f"{schema_line(name, place, place.parent.parent)}# {HEADS[name]}\n"


def write_tables(made: Path, place: Path, name: str, tables: list[Noted]) -> None:
    """A file of `[[…]]` tables, each under its comment."""
    parts = [start_file(name, place)]
    for noted in tables:
        comment = "".join(f"# {line}\n" for line in comment_lines(noted.comment))
        lines = f"[[{name[:-1]}]]\n{write_table(noted.table)}"
        if noted.aside:
            lines = "".join(f"# {line}\n" for line in lines.splitlines())
        parts.append(comment + lines)
    write(made / f"{name}.toml", "\n".join(parts))


def write_table(table: Table) -> str:
    """The lines of a table; a text in both languages takes one for each."""
    lines = []
    for key, value in table.items():
        if isinstance(value, dict) and value.keys() == {"en", "fr"}:
            lines += [f"{key}.{language} = {literal(text)}" for language, text in value.items()]
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            lines += [f"{key} = [", *(f"    {literal(part)}," for part in value), "]"]
        else:
            lines.append(f"{key} = {literal(value)}")
    return "".join(f"{line}\n" for line in lines)


def literal(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {literal(part)}" for key, part in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(literal(part) for part in value) + "]"
    if isinstance(value, dt.date):
        return value.isoformat()
    # JSON escapes all that a basic string of TOML must, but DEL.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def comment_lines(comment: str) -> list[str]:
    """A comment without the control characters that TOML forbids."""
    plain = re.sub(r"[\0-\x08\x0b-\x1f\x7f\x85\u2028\u2029]", " ", comment)
    lines = (" ".join(line.split()) for line in plain.split("\n"))
    return [line for line in lines if line]
