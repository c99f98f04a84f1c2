"""From seeds to rows, with every problem found at once."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Mapping, MutableMapping

from app import seeds as seed
from app.base import COLOURS
from app.keys import place_key
from app.passages import find_passage, find_quote
from app.reader import Article, Filed, Seeds
from app.record import Place, Record, Rest, Row, both, start_record
from app.seeds import date_bounds


def build_record(
    seeds: Seeds,
    ids: Mapping[str, MutableMapping[str, int]] | None = None,
    reviewed: Mapping[str, Collection[str]] | None = None,
    rest: Rest | None = None,
) -> Record:
    """Make the rows of every table; look at `problems` before using them.

    `reviewed` are the slugs of what was left out of these seeds, for being under review; the
    `rest` is what the seeds leave unread.
    """
    record = start_record(seeds, ids or {}, reviewed, rest)
    for article in seeds.articles:
        if article.slug in record.texts and record.is_live("articles", article.slug):
            add_article(record, article)
    for topic in seeds.topics:
        if record.is_live("topics", topic.slug):
            add_topic(record, topic)
    # Colours go round in the order of the file, which grows at its end: so an actor keeps its own.
    for actor in seeds.actors:
        if record.is_live("actors", actor.record.slug):
            add_actor(record, actor)
    for event in seeds.events:
        if record.is_live("events", event.record.slug):
            add_event(record, event)
    add_corrections(record)
    return record


def date_columns(text: str | None) -> Row:
    earliest, latest = date_bounds(text) if text else (None, None)
    return {"date": text, "date_earliest": earliest, "date_latest": latest}


def span_columns(record: Record, article: str, place: Place) -> Row:
    """The columns that every table of spans has."""
    text = record.text_of(article)
    assert text is not None, article
    body = text.body
    return {
        "article_id": record.ids["articles"][article],
        "body_length": len(body),
        "span_start": place[0],
        "span_end": place[1],
        "text": body[slice(*place)],
    }


def add_article(record: Record, article: Article) -> None:
    facts, text = article.facts, record.texts[article.slug]
    record.add(
        "article",
        id=record.ids["articles"][article.slug],
        slug=article.slug,
        **both("title", facts.title),
        language=facts.language,
        **date_columns(facts.shown_date),
        encoding=facts.encoding,
        sha256=facts.sha256,
        page_name=facts.extracted_from.name if facts.extracted_from else None,
        page_sha256=facts.extracted_from.sha256 if facts.extracted_from else None,
        source=article.source,
        header=text.header,
        body=text.body,
        body_length=len(text.body),
        added=facts.added,
        changed=facts.changed,
    )
    taken: dict[Place, seed.Quote] = {}
    folder = f"{record.seeds.name}/articles/{article.slug}"
    for quote in article.quotes:
        if record.is_live("quotes", quote.slug):
            record.at(f"{folder}/quotes.toml", f"slug {quote.slug!r}")
            place = find_quote(record, article.slug, quote)
            if place in taken:
                record.report(f"stands where {taken[place].slug!r} stands already")
            elif place is not None:
                taken[place] = quote
    # In the order of the text; one that begins with another that it holds stands before it.
    for number, place in enumerate(sorted(taken, key=lambda one: (one[0], -one[1])), 1):
        quote = taken[place]
        record.at(f"{folder}/quotes.toml", f"slug {quote.slug!r}")
        record.ids["quotes"][quote.slug] = place_key(record.ids["articles"][article.slug], number)
        add_quote(record, article.slug, quote, place)
    add_mentions(record, article, f"{folder}/mentions.toml")


def add_mentions(record: Record, article: Article, file: str) -> None:
    seen: set[tuple[Place, str]] = set()
    for mention in article.mentions:
        record.at(file, f"text {mention.text!r}")
        place = find_passage(record, article.slug, mention)
        if place is None:
            continue
        if (place, mention.actor) in seen:
            record.report(f"is given twice for actors/{mention.actor}")
        seen.add((place, mention.actor))
        actor = record.id_of("actors", mention.actor)
        record.add("mention", **span_columns(record, article.slug, place), actor_id=actor)


def add_quote(record: Record, article: str, quote: seed.Quote, place: Place) -> None:
    words = quote.speaker_words
    words_place = find_passage(record, article, words) if words else None
    quote_id = record.ids["quotes"][quote.slug]
    record.add(
        "quote",
        id=quote_id,
        slug=quote.slug,
        **span_columns(record, article, place) | {"text": quote.text},
        kind=quote.kind,
        words=len(quote.text.split()),
        speaker_id=record.id_of("actors", quote.speaker) if quote.speaker else None,
        words_start=words_place[0] if words_place else None,
        words_end=words_place[1] if words_place else None,
        words_text=words.text if words and words_place else None,
        basis=quote.basis,
        **both("note", quote.note),
        reports_id=record.id_of("actors", quote.reports) if quote.reports else None,
        wording=quote.wording,
        translation=quote.translation,
        event_id=record.id_of("events", quote.event.slug) if quote.event else None,
        event_basis=quote.event.basis if quote.event else None,
        **both("event_note", quote.event.note if quote.event else None),
    )
    add_links(record, "quote_topic", "quote_id", quote_id, "topics", quote.topics)


def add_links(
    record: Record, table: str, owner: str, owner_id: int, noun: str, slugs: list[str]
) -> None:
    """The rows that tie a quote or an event to its topics or actors."""
    for slug in slugs:
        if slugs.count(slug) > 1:
            record.report(f"names {noun}/{slug} twice")
            return
        record.add(table, **{owner: owner_id, f"{noun[:-1]}_id": record.id_of(noun, slug)})


def add_topic(record: Record, topic: seed.Topic) -> None:
    record.add(
        "topic",
        id=record.ids["topics"][topic.slug],
        slug=topic.slug,
        **both("name", topic.name),
        **both("definition", topic.definition),
    )


def initial(name: str) -> str:
    """The letter that a name is known by: its last word's first, an Arabic article left out."""
    return re.sub(r"^[ae]l-(?=.)", "", name.split()[-1])[0].upper()


def add_actor(record: Record, filed: Filed[seed.Actor]) -> None:
    actor = filed.record
    record.at(filed.file, f"slug {actor.slug!r}")
    actor_id = record.ids["actors"][actor.slug]
    record.add(
        "actor",
        id=actor_id,
        slug=actor.slug,
        name=actor.name,
        language=actor.language,
        kind=actor.kind,
        colour=None if actor.kind == "unnamed" else filed.place % COLOURS + 1,
        letter=actor.letter or ("?" if actor.kind == "unnamed" else initial(actor.name)),
        wikidata=actor.wikidata,
        article_id=record.id_of("articles", actor.article) if actor.article else None,
    )
    check_printed(record, actor.name)
    for position, name in enumerate(actor.names, 1):
        if name.text in (actor.name, *(other.text for other in actor.names[: position - 1])):
            record.report(f"the name {name.text!r} is given twice")
        if name.basis == "stated":
            check_printed(record, name.text)
        record.add("actor_name", actor_id=actor_id, position=position, **name.model_dump())
    for role in actor.roles:
        place = find_passage(record, role.article, role)
        if place is not None and record.is_live("articles", role.article):
            record.add("actor_role", **span_columns(record, role.article, place), actor_id=actor_id)


def check_printed(record: Record, name: str) -> None:
    """A name that we say an article prints must stand in one; none is missed where a text is."""
    whole, texts = len(record.texts) == len(record.seeds.articles), record.texts.values()
    if whole and not (any(name in text.body for text in texts) or record.rest.prints(name)):
        others = " (those under review left aside)" if record.reviewed.get("articles") else ""
        record.report(f"no article prints the name {name!r}{others}")


def is_foreseen(record: Record, event: seed.Event) -> bool:
    """Whether an event was still to come when every article that tells it was written."""
    told = {evidence.article for evidence in event.evidence}
    written = [record.days[article][1] for article in told if article in record.days]
    return event.date is not None and date_bounds(event.date)[0] > max(written, default=dt.date.max)


def add_event(record: Record, filed: Filed[seed.Event]) -> None:
    event = filed.record
    record.at(filed.file, f"slug {event.slug!r}")
    event_id = record.ids["events"][event.slug]
    record.add(
        "event",
        id=event_id,
        slug=event.slug,
        **both("title", event.title),
        **date_columns(event.date),
        ongoing=event.ongoing,
        foreseen=is_foreseen(record, event),
        basis=event.basis,
        **both("note", event.note),
        **both("source", event.source),
        **both("conflict", event.conflict),
        **both("place", event.place),
        added=event.added,
        changed=event.changed,
    )
    add_links(record, "event_actor", "event_id", event_id, "actors", event.actors)
    add_links(record, "event_topic", "event_id", event_id, "topics", event.topics)
    seen: set[tuple[str, str, int]] = set()
    for evidence in event.evidence:
        place = find_passage(record, evidence.article, evidence)
        if place is None or not record.is_live("articles", evidence.article):
            continue
        for shown in evidence.for_:
            if (shown, evidence.article, place[0]) in seen:
                record.report(f"gives {evidence.text!r} twice as evidence for {shown!r}")
            else:
                seen.add((shown, evidence.article, place[0]))
                record.add(
                    "evidence",
                    **span_columns(record, evidence.article, place),
                    event_id=event_id,
                    field=shown,
                )


def add_corrections(record: Record) -> None:
    """A correction's record is live or withdrawn; each day's are numbered in the file's order."""
    moved = {
        (row["noun"], row["slug"]): row["moved_to"] for row in record.rows.get("retired_slug", [])
    }
    days: Counter[dt.date] = Counter()
    for correction in record.seeds.corrections:
        record.at(f"{record.seeds.name}/corrections.toml", f"record {correction.record!r}")
        noun, _, slug = correction.record.partition("/")
        if slug not in record.ids[noun] and slug not in record.seeds.broken:
            new = moved.get((noun, slug))
            reason = f"is now {noun}/{new}: name it so" if new else "does not exist"
            if slug in record.reviewed.get(noun, ()):
                reason = "is under review: what was never published needs no correction"
            record.report(f"refers to {correction.record}, which {reason}")
        days[correction.date] += 1
        record.add(
            "correction",
            date=correction.date,
            number=days[correction.date],
            noun=noun,
            slug=slug,
            **both("was", correction.was),
            **both("now", correction.now),
        )
