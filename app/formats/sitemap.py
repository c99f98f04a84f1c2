"""Every page, for search engines (https://www.sitemaps.org/protocol.html), with its other language
(https://developers.google.com/search/docs/specialty/international/localized-versions)."""

import datetime as dt
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from app.base import LANGUAGES

MOST = 50_000  # addresses that one sitemap may hold


def write_sitemap(pages: Iterable[tuple[str, dt.date | None]], site: str) -> Iterator[str]:
    """The pages at some paths without a language, and the day each last changed, if it is known."""
    yield (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    )
    for number, (path, changed) in enumerate(pages):
        if (number + 1) * len(LANGUAGES) > MOST:
            break
        addresses = {language: f"{site}/{language}{path}" for language in LANGUAGES}
        addresses["x-default"] = addresses[LANGUAGES[0]]
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(address)}/>'
            for language, address in addresses.items()
        )
        day = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
        for language in LANGUAGES:
            yield f"<url><loc>{escape(addresses[language])}</loc>{day}{links}</url>\n"
    yield "</urlset>\n"
