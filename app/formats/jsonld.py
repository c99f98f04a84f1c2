"""What a page is about, for machines: JSON-LD by https://schema.org/

A field that is not known is left out, and a title of ours says that it is. A date that is uncertain
keeps its mark (`2020-08-20?`, of ISO 8601-2): without it, it would say more than is known.
"""

from typing import Any

from app.formats.edition import Edition
from app.models import Actor, Article, Event, Quote, Topic
from app.wording import shorten

Thing = dict[str, Any]

# A state acts here as a speaker does, so it is an organisation, of a government.
ACTOR_TYPES = {
    "person": "Person",
    "unnamed": "Person",
    "organisation": "Organization",
    "state": "GovernmentOrganization",
}


def describe_quote(quote: Quote, edition: Edition) -> Thing:
    _ = edition.gettext
    thing = {
        **identify("Quotation", "quotes", quote.slug, edition),
        "text": quote.text,
        "inLanguage": quote.article.language,
        "isPartOf": refer_to_article(quote.article, edition),
        "isBasedOn": edition.permalink("articles", quote.article.slug),
        "about": [refer_to_topic(topic, edition) for topic in quote.topics],
    }
    if quote.speaker is not None:
        thing["spokenByCharacter"] = refer_to_actor(quote.speaker, edition)
    if quote.wording == "rendering":
        thing["disambiguatingDescription"] = _("rendering, original wording not located")
    return graph(thing, ("quotes", _("Quotes"), shorten(quote.text, 70)), edition)


def describe_article(article: Article, edition: Edition) -> Thing:
    _ = edition.gettext
    thing = {
        **refer_to_article(article, edition),
        "url": edition.page("articles", article.slug),
        "identifier": {"@type": "PropertyValue", "propertyID": "SHA-256", "value": article.sha256},
    }
    return graph(thing, ("articles", _("Articles"), article.title[edition.language]), edition)


def describe_event(event: Event, edition: Edition) -> Thing:
    """An event; its place and its date only if they are known."""
    _ = edition.gettext
    title = event.title[edition.language]
    about = [
        *(refer_to_actor(actor, edition) for actor in event.actors),
        *(refer_to_topic(topic, edition) for topic in event.topics),
    ]
    articles = {shown.article.slug: shown.article for shown in event.evidence}
    thing: Thing = {
        **identify("Event", "events", event.slug, edition),
        "name": title,
        "description": edition.date_of(event),
        "disambiguatingDescription": _("title ours"),
        "about": about,
        "subjectOf": [refer_to_article(article, edition) for article in articles.values()],
    }
    if event.place is not None:
        thing["location"] = {"@type": "Place", "name": event.place[edition.language]}
    if event.date is not None:
        start, _slash, end = event.date.partition("/")
        thing["startDate"] = start
        thing |= {"endDate": end} if end and end != ".." else {}
    return graph(thing, ("events", _("Events"), title), edition)


def describe_actor(actor: Actor, edition: Edition) -> Thing:
    _ = edition.gettext
    thing = {
        **refer_to_actor(actor, edition),
        "url": edition.page("actors", actor.slug),
        "alternateName": [name.text for name in actor.names],
    }
    if actor.wikidata:
        thing["sameAs"] = f"https://www.wikidata.org/wiki/{actor.wikidata}"
    return graph(thing, ("actors", _("Actors"), actor.name), edition)


def describe_topic(topic: Topic, edition: Edition) -> Thing:
    _ = edition.gettext
    thing = {
        **refer_to_topic(topic, edition),
        "url": edition.page("topics", topic.slug),
        "description": topic.definition[edition.language],
    }
    return graph(thing, ("topics", _("Topics"), topic.name[edition.language]), edition)


def identify(kind: str, noun: str, slug: str, edition: Edition) -> Thing:
    """A record's type and its two addresses: what it is, and the page that tells of it."""
    return {
        "@type": kind,
        "@id": edition.permalink(noun, slug),
        "url": edition.page(noun, slug),
    }


def refer_to_article(article: Article, edition: Edition) -> Thing:
    """What is known of an article: no headline, no author, no publisher."""
    _ = edition.gettext
    return {
        "@type": "NewsArticle",
        "@id": edition.permalink("articles", article.slug),
        "name": article.title[edition.language],
        "disambiguatingDescription": _("Editorial title, ours: the source has none"),
        "inLanguage": article.language,
        "dateCreated": article.date,
    }


def refer_to_actor(actor: Actor, edition: Edition) -> Thing:
    """An actor; somebody unnamed has a description in the place of a name."""
    return {
        "@type": ACTOR_TYPES[actor.kind],
        "@id": edition.permalink("actors", actor.slug),
        "description" if actor.kind == "unnamed" else "name": actor.name,
    }


def refer_to_topic(topic: Topic, edition: Edition) -> Thing:
    return {
        "@type": "DefinedTerm",
        "@id": edition.permalink("topics", topic.slug),
        "name": topic.name[edition.language],
    }


def graph(thing: Thing, crumbs: tuple[str, str, str], edition: Edition) -> Thing:
    """A record with the way to it: its list, then itself."""
    noun, list_name, own_name = crumbs
    steps = [(list_name, f"{edition.site}/{edition.language}/{noun}"), (own_name, thing["url"])]
    trail = {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": address}
            for position, (name, address) in enumerate(steps, 1)
        ],
    }
    return {"@context": "https://schema.org", "@graph": [thing, trail]}
