"""What each column of the record means, for whoever opens an exported database."""

from collections.abc import Iterator

LANGUAGES = {"_en": ", in English", "_fr": ", in French"}

# Columns that mean the same in every table.
COMMON = {
    "id": "Number of the row, in the order of lists; in no address, and perhaps another elsewhere",
    "slug": "Permanent name of the record in its address",
    "article_id": "The article that holds it: article.id",
    "actor_id": "The actor: actor.id",
    "event_id": "The event: event.id",
    "topic_id": "The topic: topic.id",
    "quote_id": "The quote: quote.id",
    "span_start": "Offset of its first code point in the article's body, from 0",
    "span_end": "Offset after its last code point",
    "body_length": "Code points of the article's body, which no offset passes",
    "text": "The words, equal to the body from span_start to span_end",
    "added": "Day on which it was added to the record",
    "changed": "Day on which it was last changed; null if never",
    "date": "Date in EDTF, as precise as it is known; null if it is not",
    "date_earliest": "Earliest day that the date can mean",
    "date_latest": "Latest day that the date can mean",
    "title": "Title, which is ours and not the source's",
    "quote_count": "How many quotes it has",
    "word_count": "How many words these have",
    "mention_count": "How often articles name it",
    "event_count": "How many events it is in",
    "noun": "Kind of record: articles, quotes, actors, events or topics",
}

OF_TABLE = {
    "article": {
        "language": "Language of the text: en or fr",
        "encoding": "Encoding of the source's bytes",
        "sha256": "SHA-256 of the source's bytes",
        "source": "The source, byte for byte as received",
        "page_name": "The saved web page that the source was taken out of; null if it was none",
        "page_sha256": "SHA-256 of that page's bytes",
        "header": "What stands before the prose and is left out of the body",
        "body": "The prose, from which all offsets count",
    },
    "quote": {
        "kind": "full: a clause or more; partial: a fragment; term: a word that nobody says here",
        "words": "How many words it has",
        "speaker_id": "Who says it: actor.id; null where nobody does",
        "words_start": "Offset of the words that give the speaker",
        "words_end": "Offset after the words that give the speaker",
        "words_text": "The words that give the speaker",
        "basis": "How we know the speaker: stated or inferred; null without one",
        "note": "How the speaker was inferred",
        "reports_id": "Whose position the speaker relays: actor.id",
        "wording": "Whether the words are original, a rendering in another language, or unknown",
        "translation": "Our translation into the other of English and French; nobody's own words",
        "event_id": "The event at which it was said: event.id",
        "event_basis": "How we know that it was said there: stated or inferred",
        "event_note": "How that was inferred",
    },
    "actor": {
        "name": "The fullest form of the name that an article prints",
        "language": "Language of that article",
        "kind": "person, organisation, state, or unnamed: a source whom one article does not name",
        "colour": "Number of the colour that marks its words on pages",
        "letter": "Letter that marks its words on pages",
        "wikidata": "Identifier in Wikidata, matched by the editors",
        "article_id": "For an unnamed actor, the article that it belongs to: article.id",
    },
    "actor_name": {
        "position": "Place among the actor's names",
        "text": "Another form of the name",
        "language": "Its language (ISO 639)",
        "script": "Its script (ISO 15924)",
        "basis": "stated: an article prints it; outside: it does not",
        "source": "Where one from outside is from: press, or our translation",
    },
    "event": {
        "ongoing": "1 if it is told as going on, without a date",
        "foreseen": "1 if it was still to come when the articles were written",
        "basis": "How the date is known: stated, inferred, or outside the text; null without one",
        "note": "How the date was inferred",
        "source": "Where a date from outside the text is from",
        "conflict": "What does not add up",
        "place": "Where it happened",
    },
    "evidence": {"field": "What the words show of the event: what, who, when or where"},
    "topic": {"name": "What it is called", "definition": "What is about it"},
    "retired_slug": {
        "slug": "A slug that names no record any more",
        "moved_to": "The slug that the record has now; null if it was withdrawn",
        "reason": "Why it was withdrawn",
    },
    "correction": {
        "date": "Day of the correction",
        "number": "Which of that day",
        "slug": "The record that was wrong",
        "was": "What was wrong",
        "now": "What it says now",
    },
}


def meaning_of(table: str, column: str) -> str:
    """What a column means. Raises KeyError for one that nobody has described."""
    meanings = COMMON | OF_TABLE.get(table, {})
    if column in meanings:
        return meanings[column]
    return meanings[column[:-3]] + LANGUAGES[column[-3:]]


def list_meanings(tables: dict[str, list[str]]) -> Iterator[tuple[str, str, str]]:
    """Table, column and meaning of each column of some tables."""
    for table, columns in sorted(tables.items()):
        for column in columns:
            yield table, column, meaning_of(table, column)
