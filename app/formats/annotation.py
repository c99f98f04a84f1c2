"""A quote as a Web Annotation, so that an annotation client finds its span again.

See https://www.w3.org/TR/annotation-model/
"""

from typing import Any

from app.formats.edition import Edition
from app.models import Article, Quote

MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
CONTEXT = 32  # characters on either side of a span, more where they do not tell it from others


def annotate(quote: Quote, edition: Edition) -> dict[str, Any]:
    """The annotation of a quote; its article comes with the text."""
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{edition.page('quotes', quote.slug)}.jsonld",
        "type": "Annotation",
        "motivation": ["identifying", "classifying", "tagging"],
        "canonical": edition.permalink("quotes", quote.slug),
        "body": [*speaker_bodies(quote, edition), *subject_bodies(quote, edition)],
        "target": {
            "type": "SpecificResource",
            "source": {
                "id": edition.permalink("articles", quote.article.slug),
                "type": "Text",
                "language": quote.article.language,
            },
            "state": state_of(quote.article, edition),
            "selector": [position_of(quote, edition), words_of(quote)],
        },
    }


def speaker_bodies(quote: Quote, edition: Edition) -> list[dict[str, Any]]:
    """Who says it: the name as the article prints it, and the record's page."""
    if quote.speaker is None:
        return []
    return [
        {
            "type": "TextualBody",
            "purpose": "identifying",
            "value": quote.speaker.name,
            "language": quote.speaker.language,
            "format": "text/plain",
        },
        {
            "type": "SpecificResource",
            "purpose": "identifying",
            "source": edition.permalink("actors", quote.speaker.slug),
        },
    ]


def subject_bodies(quote: Quote, edition: Edition) -> list[dict[str, Any]]:
    """The kind of quote, and its topics, in the reader's language."""
    kind = ("classifying", edition.word("kind_name", quote.kind))
    topics = [("tagging", topic.name[edition.language]) for topic in quote.topics]
    return [
        {
            "type": "TextualBody",
            "purpose": purpose,
            "value": value,
            "language": edition.language,
            "format": "text/plain",
        }
        for purpose, value in (kind, *topics)
    ]


def state_of(article: Article, edition: Edition) -> dict[str, Any]:
    """Which text the selectors are of. The model knows times and requests as states, and lets
    others be added to its general one: here, the bytes as they were received.
    """
    _ = edition.gettext
    return {
        "type": "oa:State",
        "schema:sha256": article.sha256,
        "rdfs:comment": _("The SHA-256 of the source’s bytes as received."),
    }


def position_of(quote: Quote, edition: Edition) -> dict[str, Any]:
    """Offsets as the model counts them: code points from 0, the end exclusive."""
    _ = edition.gettext
    counted = _(
        "Offsets into the body: the source decoded, without its header of %(length)s characters."
    )
    return {
        "type": "TextPositionSelector",
        "start": quote.start,
        "end": quote.end,
        "rdfs:comment": counted % {"length": len(quote.article.header)},
    }


def words_of(quote: Quote) -> dict[str, Any]:
    """The words with as many of those beside them as tell them from the same words elsewhere."""
    body, width = quote.article.body, CONTEXT
    while True:
        prefix = body[max(quote.start - width, 0) : quote.start]
        suffix = body[quote.end : quote.end + width]
        wanted = prefix + body[quote.start : quote.end] + suffix
        found = body.find(wanted)
        if body.find(wanted, found + 1) < 0 or width > len(body):
            break
        width *= 2
    return {
        "type": "TextQuoteSelector",
        "exact": body[quote.start : quote.end],
        "prefix": prefix,
        "suffix": suffix,
    }
