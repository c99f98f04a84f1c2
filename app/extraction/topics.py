"""Topics that the words of a quotation suggest."""

import re
import tomllib
from functools import cache

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
    counts = {
        slug: sum(1 for low in lows if low.startswith(starts))
        for slug, starts in beginnings().items()
    }
    return sorted(
        (slug for slug, count in counts.items() if count), key=lambda slug: -counts[slug]
    )[:MOST]
