"""A record in somebody else's page: the frame to put there, and oEmbed's answer that holds it."""

import math
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlencode

from app.formats.cards import HEIGHT as PICTURE_HEIGHT
from app.formats.cards import WIDTH as PICTURE_WIDTH
from app.formats.edition import Edition
from app.models import Event, Quote
from app.wording import shorten

WIDTH = 600
TALLEST = 1000


@dataclass(frozen=True)
class Embed:
    """A card for a frame; `length` is of its words, by which the frame is made high enough."""

    noun: str
    slug: str
    title: str
    length: int
    edition: Edition

    @property
    def address(self) -> str:
        card = f"{self.edition.site}/embed/{self.noun}/{self.slug}"
        return f"{card}?lang={self.edition.language}"

    @property
    def discovery(self) -> str:
        """Where software that unfolds links asks for it: https://oembed.com/#section4"""
        query = {"url": self.edition.page(self.noun, self.slug), "format": "json"}
        return f"{self.edition.site}/oembed?{urlencode(query)}"

    def height(self, width: int) -> int:
        """Enough for the words in lines of serif, and for what stands under them."""
        lines = math.ceil(self.length * 10 / max(width - 60, 100))
        return min(lines * 30 + 70 + 64_000 // width, TALLEST)

    def code(self, width: int = WIDTH, height: int | None = None) -> str:
        """The HTML of the frame, which needs no script."""
        address, title = escape(self.address), escape(self.title)
        height = height or self.height(width)
        return (
            f'<iframe src="{address}" title="{title}" width="{width}" height="{height}"'
            ' loading="lazy" style="border:0;max-width:100%"></iframe>'
        )


def embed_quote(quote: Quote, edition: Edition) -> Embed:
    _ = edition.gettext
    words = shorten(quote.text, 70)
    title = f"{quote.speaker.name}{_(':')} {words}" if quote.speaker else words
    translated = quote.translation if quote.article.language != edition.language else None
    length = len(quote.text) + len(translated or "")
    return Embed("quotes", quote.slug, title, length, edition)


def embed_event(event: Event, edition: Edition) -> Embed:
    title = event.title[edition.language]
    conflict = event.conflict[edition.language] if event.conflict else ""
    names = ", ".join(actor.name for actor in event.actors)
    length = len(title) + len(conflict) + len(names) + 80  # its date and place
    return Embed("events", event.slug, title, length, edition)


def oembed(embed: Embed, max_width: int | None, max_height: int | None) -> dict[str, Any]:
    """An answer of oEmbed 1.0, no larger than is asked for: https://oembed.com/"""
    width = min(max_width or WIDTH, WIDTH)
    height = min(max_height or TALLEST, embed.height(width))
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": embed.title,
        "provider_name": embed.edition.name,
        "provider_url": f"{embed.edition.site}/{embed.edition.language}/",
        "cache_age": 3600,
        "html": embed.code(width, height),
        "width": width,
        "height": height,
    }
    if (max_width or PICTURE_WIDTH) >= PICTURE_WIDTH and (
        max_height or PICTURE_HEIGHT
    ) >= PICTURE_HEIGHT:
        answer |= {
            "thumbnail_url": f"{embed.edition.page(embed.noun, embed.slug)}.png",
            "thumbnail_width": PICTURE_WIDTH,
            "thumbnail_height": PICTURE_HEIGHT,
        }
    return answer
