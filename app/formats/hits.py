"""What a search finds, as records: the text that has its words, and where they stand in it."""

from typing import Any

from app.base import LANGUAGES, Bilingual
from app.formats.records import Record, permalink
from app.terms import Search, find_hits

Text = tuple[str, str]  # with its language


def hit_record(noun: str, hit: Any, search: Search, site: str) -> Record:
    """A hit of a noun, as `app.queries.search` finds it.

    `start` is the offset of the text in its article's body; null for a text that is no source's.
    """
    record = hit.article if noun == "articles" else hit.actor if noun == "actors" else hit
    anchor = f"#p{hit.block.number}" if noun == "articles" else ""
    text, language = best_text(texts_of(noun, hit), search)
    starts = {"articles": lambda: hit.block.start, "quotes": lambda: hit.start}
    return {
        "noun": noun,
        "slug": record.slug,
        "url": permalink(site, noun, record.slug) + anchor,
        "text": text,
        "language": language,
        "marks": [{"start": start, "end": end} for start, end in find_hits(text, language, search)],
        "start": starts[noun]() if noun in starts and text == hit.text else None,
    }


def texts_of(noun: str, hit: Any) -> list[Text]:
    """The texts of a hit that the search may have found, the first by preference."""
    if noun == "actors":
        return [(hit.form, hit.language)]
    if noun == "articles":
        return [(hit.text, hit.article.language)]
    if noun == "quotes":
        (other,) = (language for language in LANGUAGES if language != hit.article.language)
        translation = [(hit.translation, other)] if hit.translation else []
        return [(hit.text, hit.article.language), *translation]
    if noun == "events":
        return [*in_each(hit.title), *in_each(hit.place)]
    return [*in_each(hit.name), *in_each(hit.definition)]


def in_each(text: Bilingual | None) -> list[Text]:
    return [(text[language], language) for language in LANGUAGES] if text else []


def best_text(texts: list[Text], search: Search) -> Text:
    """The text in which most of a search is found, the first of several."""
    return max(texts, key=lambda text: len(find_hits(text[0], text[1], search)))
