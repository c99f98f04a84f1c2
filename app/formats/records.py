"""The plain shape of each record, which JSON, CSV and every other format of rows share.

A record is a dictionary of what JSON can say, with the field's own terms as keys. It is the same
in both languages: a text of ours is {"en": …, "fr": …}, a translation has the one language it is
in, and the words of a source stand as they were printed. `url` is the short permalink, whole.
Dates are EDTF, as precise as they are known; a field that is not known is null.
"""

import datetime as dt
from typing import Any

from app.base import LANGUAGES, Bilingual, Span
from app.changes import Correction
from app.models import Actor, Article, Event, Quote, Topic

Record = dict[str, Any]


def permalink(site: str, noun: str, slug: str) -> str:
    """The short address of a record, which has no language and never moves."""
    return f"{site}/{noun}/{slug}"


def ours(text: Bilingual | None) -> Record | None:
    """A text of ours in both languages."""
    return {language: text[language] for language in LANGUAGES} if text else None


def day(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None


def passage(span: Span) -> Record:
    """Words of a body and where they stand: code points, 0-based, end-exclusive."""
    return {"text": span.text, "start": span.start, "end": span.end}


def name_of_actor(actor: Actor, site: str) -> Record:
    """An actor as other records name it."""
    return {
        "slug": actor.slug,
        "url": permalink(site, "actors", actor.slug),
        "name": actor.name,
        "language": actor.language,
        "kind": actor.kind,
    }


def name_of_topic(topic: Topic, site: str) -> Record:
    """A topic as other records name it."""
    return {
        "slug": topic.slug,
        "url": permalink(site, "topics", topic.slug),
        "name": ours(topic.name),
    }


def name_of_article(article: Article, site: str) -> Record:
    """An article as other records name it; the title is ours."""
    return {
        "slug": article.slug,
        "url": permalink(site, "articles", article.slug),
        "title": ours(article.title),
        "date": article.date,
        "sha256": article.sha256,
    }


def quote_record(quote: Quote, site: str) -> Record:
    """A quote, who says it and how we know."""
    speaker, event = quote.speaker, quote.event
    return {
        "slug": quote.slug,
        "url": permalink(site, "quotes", quote.slug),
        "text": quote.text,
        "language": quote.article.language,
        "kind": quote.kind,
        "start": quote.start,
        "end": quote.end,
        "speaker": speaker and name_of_actor(speaker, site),
        "speaker_words": speaker
        and {"text": quote.words_text, "start": quote.words_start, "end": quote.words_end},
        "basis": quote.basis,
        "note": ours(quote.note),
        "reports": quote.reports and name_of_actor(quote.reports, site),
        "wording": quote.wording,
        "topics": [name_of_topic(topic, site) for topic in quote.topics],
        # Its basis and note are how we know that the words were said there.
        "event": event
        and {
            "slug": event.slug,
            "url": permalink(site, "events", event.slug),
            "title": ours(event.title),
            "basis": quote.event_basis,
            "note": ours(quote.event_note),
        },
        **date_of_quote(quote),
        "translation": translation_of(quote),
        "article": name_of_article(quote.article, site),
    }


def date_of_quote(quote: Quote) -> Record:
    """The date of the event where the words were said or, where none is known, of the article."""
    if quote.event is None:
        return {"date": quote.article.date, "date_of": "article", "date_basis": None}
    return {"date": quote.event.date, "date_of": "event", "date_basis": quote.event.basis}


def translation_of(quote: Quote) -> Record | None:
    """Our translation, into the language of the interface that the article is not in."""
    if quote.translation is None:
        return None
    (other,) = (language for language in LANGUAGES if language != quote.article.language)
    return {other: quote.translation}


def article_record(article: Article, site: str) -> Record:
    """What is known of an article, without its text."""
    return {
        **name_of_article(article, site),
        "language": article.language,
        "encoding": article.encoding,
        "length": article.body_length,
        "quote_count": article.quote_count,
        "added": day(article.added),
        "changed": day(article.changed),
    }


def text_of_article(article: Article, site: str) -> Record:
    """The text as received, and where it names or means an actor; offsets count from the body.

    Header and body together, in the article's encoding, are the bytes that have its SHA-256.
    """
    return {
        "header": article.header,
        "body": article.body,
        "mentions": [
            {"actor": name_of_actor(mention.actor, site), **passage(mention)}
            for mention in article.mentions
        ],
    }


def actor_record(actor: Actor, site: str, *, article: str | None) -> Record:
    """An actor with the other forms of its name, its roles and how often the record has it.

    `article` is the slug of the one that an unnamed actor belongs to.
    """
    return {
        **name_of_actor(actor, site),
        "names": [
            {
                "text": name.text,
                "language": name.language,
                "script": name.script,
                "basis": name.basis,
                "source": name.source,
            }
            for name in actor.names
        ],
        "roles": [{**passage(role), "article": role.article.slug} for role in actor.roles],
        "wikidata": actor.wikidata,
        "article": article,
        "quote_count": actor.quote_count,
        "mention_count": actor.mention_count,
        "event_count": actor.event_count,
    }


def event_record(event: Event, site: str) -> Record:
    """An event, its date and how it is known, and the passages that show each field."""
    return {
        "slug": event.slug,
        "url": permalink(site, "events", event.slug),
        "title": ours(event.title),
        "date": event.date,
        "ongoing": event.ongoing,
        "foreseen": event.foreseen,
        "basis": event.basis,
        "note": ours(event.note),
        "source": ours(event.source),
        "conflict": ours(event.conflict),
        "place": ours(event.place),
        "actors": [name_of_actor(actor, site) for actor in event.actors],
        "topics": [name_of_topic(topic, site) for topic in event.topics],
        "evidence": [
            {"field": shown.field, "article": shown.article.slug, **passage(shown)}
            for shown in event.evidence
        ],
        "added": day(event.added),
        "changed": day(event.changed),
    }


def topic_record(topic: Topic, site: str) -> Record:
    """A topic with its definition and how much of the record is about it."""
    return {
        **name_of_topic(topic, site),
        "definition": ours(topic.definition),
        "quote_count": topic.quote_count,
        "event_count": topic.event_count,
    }


def correction_record(correction: Correction, site: str) -> Record:
    """What a record said and says no more; `number` tells the corrections of one day apart."""
    return {
        "date": day(correction.date),
        "number": correction.number,
        "record": f"{correction.noun}/{correction.slug}",
        "url": permalink(site, correction.noun, correction.slug),
        "was": ours(correction.was),
        "now": ours(correction.now),
    }
