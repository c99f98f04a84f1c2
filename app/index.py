"""What search looks in: the words of every record, made from its rows."""

from collections.abc import Iterator

from app.base import LANGUAGES, NOUNS
from app.record import Record, Row
from app.spans import find_blocks
from app.terms import find_words

# Stands between the texts of one record, so that no phrase runs from one into the next. No reader
# can type it as a word: it is for private use in Unicode.
BETWEEN = "\ue000"

# Numbers an entry by its record, so that it stays the same from load to load.
MOST_PARTS = 1 << 20

Text = tuple[str, str]  # with its language


def add_search_entries(record: Record) -> None:
    """Make the entries of every live record."""
    for noun, number, part, texts in list_texts(record):
        words, stems = [], []
        for text, language in texts:
            found = list(find_words(text, language))
            words.append(" ".join(word.plain for word in found))
            stems.append(" ".join(word.stem for word in found))
        record.add(
            "search_entry",
            id=(number * len(NOUNS) + NOUNS.index(noun)) * MOST_PARTS + part,
            noun=noun,
            record_id=number,
            part=part,
            words=f" {BETWEEN} ".join(words),
            stems=f" {BETWEEN} ".join(stems),
        )


def list_texts(record: Record) -> Iterator[tuple[str, int, int, list[Text]]]:
    """The noun, number, part and texts of each entry."""
    rows = record.rows
    languages = {row["id"]: row["language"] for row in rows.get("article", [])}
    for row in rows.get("article", []):
        for block in find_blocks(row["body"]):
            text = row["body"][block.start : block.end]
            yield "articles", row["id"], block.number, [(text, row["language"])]
    for row in rows.get("quote", []):
        language = languages[row["article_id"]]
        texts = [(row["text"], language)]
        if row["translation"]:
            texts.append((row["translation"], other_language(language)))
        yield "quotes", row["id"], 0, texts
    forms: dict[int, list[Text]] = {}
    for row in rows.get("actor_name", []):
        forms.setdefault(row["actor_id"], []).append((row["text"], row["language"]))
    for row in rows.get("actor_role", []):
        forms.setdefault(row["actor_id"], []).append((row["text"], languages[row["article_id"]]))
    for row in rows.get("actor", []):
        name = (row["name"], row["language"])
        yield "actors", row["id"], 0, [name, *forms.get(row["id"], [])]
    for row in rows.get("event", []):
        yield "events", row["id"], 0, both_languages(row, "title", "place")
    for row in rows.get("topic", []):
        yield "topics", row["id"], 0, both_languages(row, "name", "definition")


def other_language(language: str) -> str:
    """The language of the interface that a translation is into."""
    return next(other for other in LANGUAGES if other != language)


def both_languages(row: Row, *names: str) -> list[Text]:
    """The texts of ours of a row, in each language."""
    pairs = [(row[f"{name}_{language}"], language) for name in names for language in LANGUAGES]
    return [(text, language) for text, language in pairs if text]
