"""Whether what a page shows is identical to the source: asked at each rendering."""

import hashlib
from dataclasses import dataclass

from app.base import Span
from app.models import Article


@dataclass(frozen=True)
class Identity:
    """Passages held against the stored source, as three facts that can each fail."""

    words: bool  # the words as the editor typed them are the slice of the body
    bytes: bool  # the stored bytes have the SHA-256 that article.toml gives
    body: bool  # the bytes, decoded and without the header, are the body

    @property
    def holds(self) -> bool:
        return self.words and self.bytes and self.body


def check_identity(article: Article, *spans: Span) -> Identity:
    """Compare passages with the article's body, and the body with the bytes as received."""
    return Identity(
        words=all(article.body[span.start : span.end] == span.text for span in spans),
        bytes=hashlib.sha256(article.source).hexdigest() == article.sha256,
        body=article.source.decode(article.encoding, "replace") == article.header + article.body,
    )
