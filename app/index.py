"""What search looks in: the words of every record, made from its rows."""

from collections.abc import Iterator, Mapping, Sequence

from app.base import LANGUAGES
from app.derived import NOBODY, entry_key, facet_word
from app.keys import place_key
from app.record import Row
from app.spans import find_blocks
from app.terms import fold_text

# Stands between the texts of one record, so that no phrase runs from one into the next. No reader
# can type it as a word: it is for private use in Unicode.
BETWEEN = "\ue000"

Text = tuple[str, str]  # with its language


Rows = Mapping[str, Sequence[Row]]  # by table


def list_entries(rows: Rows, languages: Mapping[int, str] | None = None) -> Iterator[Row]:
    """The search entry of each record, and of each block of an article.

    What the rows of a table refer to must be among those of the others, but for articles whose
    `languages` are given.
    """
    topics: dict[int, list[int]] = {}
    for row in rows.get("quote_topic", []):
        topics.setdefault(row["quote_id"], []).append(row["topic_id"])
    facets = {
        row["id"]: list_facet_words(row, topics.get(row["id"], [])) for row in rows.get("quote", [])
    }
    for noun, key, texts in list_texts(rows, languages or {}):
        yield entry_row(noun, key, texts, facets[key] if noun == "quotes" else [])


def entry_row(noun: str, key: int, texts: list[Text], facets: list[str]) -> Row:
    """The row of an entry: of a record, or of a block of an article."""
    words, stems = zip(*[fold_text(text, language) for text, language in texts], strict=True)
    return {
        "id": entry_key(noun, key),
        "words": f" {BETWEEN} ".join(words),
        "stems": f" {BETWEEN} ".join(stems),
        "facets": " ".join(facets),
    }


def list_facet_words(quote: Row, topics: list[int]) -> list[str]:
    """What a filter on a search asks for, as words that no text holds."""
    speaker = quote["speaker_id"] if quote["speaker_id"] is not None else NOBODY
    return [
        facet_word("quote"),
        facet_word("article", quote["article_id"]),
        facet_word("kind", quote["kind"]),
        facet_word("speaker", speaker),
        *(facet_word("topic", topic) for topic in topics),
    ]


def list_texts(rows: Rows, languages: Mapping[int, str]) -> Iterator[tuple[str, int, list[Text]]]:
    """The noun, key and texts of each entry."""
    languages = {**languages, **{row["id"]: row["language"] for row in rows.get("article", [])}}
    for row in rows.get("article", []):
        for block in find_blocks(row["body"]):
            text = row["body"][block.start : block.end]
            yield "articles", place_key(row["id"], block.number), [(text, row["language"])]
    for row in rows.get("quote", []):
        language = languages[row["article_id"]]
        texts = [(row["text"], language)]
        if row["translation"]:
            texts.append((row["translation"], other_language(language)))
        yield "quotes", row["id"], texts
    forms: dict[int, list[Text]] = {}
    for row in rows.get("actor_name", []):
        forms.setdefault(row["actor_id"], []).append((row["text"], row["language"]))
    for row in rows.get("actor_role", []):
        forms.setdefault(row["actor_id"], []).append((row["text"], languages[row["article_id"]]))
    for row in rows.get("actor", []):
        name = (row["name"], row["language"])
        yield "actors", row["id"], [name, *forms.get(row["id"], [])]
    for row in rows.get("event", []):
        yield "events", row["id"], both_languages(row, "title", "place")
    for row in rows.get("topic", []):
        yield "topics", row["id"], both_languages(row, "name", "definition")


def other_language(language: str) -> str:
    """The language of the interface that a translation is into."""
    return next(other for other in LANGUAGES if other != language)


def both_languages(row: Row, *names: str) -> list[Text]:
    """The texts of ours of a row, in each language."""
    pairs = [(row[f"{name}_{language}"], language) for name in names for language in LANGUAGES]
    return [(text, language) for text, language in pairs if text]
