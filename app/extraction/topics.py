"""Topics that the words of a quotation suggest."""

import re
import tomllib
from functools import cache, lru_cache

from app.extraction.lexicon import FOLDER, plain

MOST = 3
WORD = re.compile(r"[\w-]{3,}")


@cache
def beginnings() -> dict[str, tuple[str, ...]]:
    raw = tomllib.loads((FOLDER / "topics.toml").read_text(encoding="utf-8"))
    return {slug: tuple(plain(word) for word in text.split()) for slug, text in raw.items()}


def suggest_topics(text: str) -> list[str]:
    """The topics that most words of a text begin like, the likeliest first."""
    lows = WORD.findall(plain(text[:2000]))
    if not lows:
        return []
    counts = dict.fromkeys(beginnings(), 0)
    for low in lows:
        for slug in topics_of(low):
            counts[slug] += 1
    return sorted(
        (slug for slug, count in counts.items() if count), key=lambda slug: -counts[slug]
    )[:MOST]


@lru_cache(maxsize=8192)
def topics_of(low: str) -> tuple[str, ...]:
    """The topics that one word begins like."""
    return tuple(slug for slug, starts in beginnings().items() if low.startswith(starts))
