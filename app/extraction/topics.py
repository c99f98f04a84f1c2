"""Topics that the words of a quotation suggest."""

import tomllib
from functools import cache

from app.extraction.lexicon import FOLDER, plain
from app.extraction.tokens import tokens_of

MOST = 3


@cache
def beginnings() -> dict[str, tuple[str, ...]]:
    raw = tomllib.loads((FOLDER / "topics.toml").read_text(encoding="utf-8"))
    return {slug: tuple(plain(word) for word in text.split()) for slug, text in raw.items()}


def suggest_topics(text: str, language: str) -> list[str]:
    """The topics that most words of a text begin like, the likeliest first."""
    lows = [token.low for token in tokens_of(text[:2000], 0, min(len(text), 2000), language)]
    counts = {
        slug: sum(1 for low in lows if low.startswith(starts)) for slug, starts in beginnings().items()
    }
    return sorted((slug for slug, count in counts.items() if count), key=lambda slug: -counts[slug])[:MOST]
