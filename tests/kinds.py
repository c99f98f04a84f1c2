"""An address of every kind that the site answers, by what it answers with."""

QUOTE = "pompeo-once-our-mission-is-done"
ARTICLE = "2020-08-trump-al-kazimi"
EVENT = "trump-receives-al-kazimi"

PAGES = [
    "/en/",
    "/fr/?measure=words",
    "/en/about",
    "/en/about/api",
    "/en/articles",
    f"/en/articles/{ARTICLE}",
    "/en/quotes",
    "/fr/quotes?q=troupes&view=table",
    f"/en/quotes/{QUOTE}",
    "/en/actors",
    "/en/actors/mike-pompeo",
    "/en/events",
    f"/en/events/{EVENT}",
    "/en/topics",
    "/en/topics/troop-withdrawal",
    "/en/search?q=troupes",
    "/en/corrections",
]
EMBEDDED = [f"/embed/quotes/{QUOTE}", f"/embed/events/{EVENT}?lang=en"]
# What pages of other origins read.
SHARED = [
    "/api/v1/quotes",
    "/api/v1/openapi.json",
    f"/oembed?url=http://127.0.0.1:8000/quotes/{QUOTE}",
    f"/en/quotes/{QUOTE}.jsonld",
    f"/en/quotes/{QUOTE}.png",
]
DATA = [
    "/en/quotes.json",
    "/en/quotes.csv",
    "/en/quotes.atom",
    "/en/events.ics",
    "/en/record.ndjson",
    f"/en/articles/{ARTICLE}.json",
    f"/en/quotes/{QUOTE}.bib",
    "/en/manifest.webmanifest",
    "/sitemap.xml",
    "/robots.txt",
]
STATIC = ["/static/site.css", "/static/site.js", "/static/favicon.svg"]
PROBES = ["/health", "/ready"]
MOVED = ["/", "/quotes", f"/quotes/{QUOTE}", "/en", "/about"]
REFUSED = [
    "/nothing",
    "/en/quotes/nothing",
    "/en/quotes?page=0",
    "/en/quotes/nothing.json",
    "/embed/quotes/nothing",
    "/oembed",
    "/api/v1/nothing",
    "/api/v1/quotes?x=1",
    "/static/nothing.css",
]
ANSWERED = [*PAGES, *EMBEDDED, *SHARED, *DATA, *STATIC]
ALL = [*ANSWERED, *PROBES, *MOVED, *REFUSED]
