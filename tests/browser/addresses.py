"""An address for each kind of page, without its language."""

from typing import Literal

ARTICLE = "/articles/2020-08-trump-al-kazimi"
EVENT = "/events/trump-receives-al-kazimi"
QUOTE = "/quotes/pompeo-once-our-mission-is-done"
SPEAKER = "/actors/mike-pompeo"
MISSING = "/events/no-such-event"

LANGUAGES = ("en", "fr")
THEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")

PAGES = {
    "home": "/",
    "articles": "/articles",
    "article": ARTICLE,
    "quotes": "/quotes",
    "filtered quotes": "/quotes?speaker=donald-trump&speaker=mike-pompeo&topic=troop-withdrawal",
    "no quotes": "/quotes?kind=term&speaker=mike-pompeo",
    "unknown filter": "/quotes?speaker=nobody-of-that-name",
    "quote": QUOTE,
    "actors": "/actors",
    "speakers": "/actors?quoted=yes",
    "actor": "/actors/moustafa-al-kazimi",
    "events": "/events",
    "event": EVENT,
    "undated event": "/events/daily-attacks",
    "topics": "/topics",
    "topic": "/topics/troop-withdrawal",
    "search": "/search?q=troupes",
    "searched quotes": "/quotes?q=troupes",
    "about": "/about",
    "corrections": "/corrections",
    "API": "/about/api",
    "missing": MISSING,
}
