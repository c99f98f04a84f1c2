"""From what the extraction finds to tables of seeds: who is known already, what is new."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from app.base import LANGUAGES
from app.drafts.actors import Cast
from app.drafts.naming import Known
from app.drafts.slugs import make_slug, short_name, telling_slug, words_of
from app.drafts.sources import Source
from app.drafts.suggested import WHY
from app.drafts.tables import Body, Line, Noted, Proposal, Table
from app.extraction.draft import Draft, DraftQuote, Language
from app.extraction.events import Event
from app.reasons import INFERRED, read_reason, sentence, word_reason
from app.seeds import UNSEEN, date_bounds

NBSP = "\u00a0"


@dataclass(frozen=True)
class Dispatch:
    """A text to draft, with what is known of it before it is read."""

    name: str
    source: Source
    header: str
    language: Language
    date: str | None


def propose(dispatch: Dispatch, draft: Draft, body: Body, known: Known) -> Proposal:
    """The tables of a draft; the slugs that it proposes are taken from then on."""
    slug = known.take("articles", article_slug(dispatch, draft), "dispatch")
    proposal = Proposal(slug, article_table(dispatch, draft))
    cast = Cast(slug, dispatch.language, body, known, draft)
    for number, quote in enumerate(draft.quotes, 1):
        add_quote(proposal, quote, number, cast)
    for actor, start, end in cast.mentions():
        passage = body.passage(start, end)
        if passage:
            proposal.mentions.append(Noted({"actor": actor, **passage, "review": True}))
    for event in draft.events:
        add_event(proposal, event, cast)
    proposal.actors = cast.proposed
    if cast.suggested:
        proposal.remarks.append(f"{', '.join(cast.suggested)}: {WHY}")
    proposal.remarks += [f"does not fit: {conflict.note}" for conflict in draft.conflicts]
    return proposal


def leading_names(draft: Draft) -> dict[str, str]:
    """The two who speak most, or else who are named most, with what they are: people first."""
    kinds = {actor.name: actor.kind for actor in draft.actors if actor.kind != "unnamed"}
    people = {name for name, kind in kinds.items() if kind == "person"}
    said = Counter(quote.speaker for quote in draft.quotes if quote.speaker in people)
    if not said:
        said = Counter(quote.speaker for quote in draft.quotes if quote.speaker in kinds)
    if not said:
        said = Counter({one.name: len(one.mentions) for one in draft.actors if one.name in kinds})
    return {name: kinds[name] for name, _ in said.most_common(2) if name}


def article_slug(dispatch: Dispatch, draft: Draft) -> str:
    """The month, and who speaks; what the first line tells, or the file's name, for want of two."""
    first = (dispatch.date or "undated").partition("/")[0]
    month = first[:7].rstrip("?~%")
    names = [short_name(name, kind) for name, kind in leading_names(draft).items()]
    names = [name for name in dict.fromkeys(names) if name]
    told = ""
    if len(names) < 2:
        line = draft.body.lstrip().partition("\n")[0][:200]
        known = {part for name in (*names, *leading_names(draft)) for part in words_of(name)}
        told = telling_slug(line, most=2 if names else 4, without=known)
    rest = [*names, told] if names or told else [make_slug(dispatch.name, longest=30)]
    return "-".join(part for part in [month, *rest] if part)


def article_table(dispatch: Dispatch, draft: Draft) -> Table:
    """`article.toml`: what is known of a text, and a title that says no more than that."""
    source = dispatch.source
    names = ", ".join(" ".join(UNSEEN.sub(" ", name).split()) for name in leading_names(draft))
    table: Table = {"review": True, "language": dispatch.language}
    if dispatch.date:
        table["date"] = dispatch.date
    table |= {
        "encoding": source.encoding,
        "header": dispatch.header,
        "sha256": source.sha256,
    }
    if source.page:
        table["extracted_from"] = source.page.model_dump()
    table["title"] = {
        "en": f"Dispatch: {names or dispatch.name}",
        "fr": f"Dépêche{NBSP}: {names or dispatch.name}",
    }
    return table | {"added": dt.datetime.now(dt.UTC).date()}


def add_quote(proposal: Proposal, quote: DraftQuote, number: int, cast: Cast) -> None:
    """A table for a quoted span, under what the machine thinks of it and why."""
    passage = cast.body.quotation(quote.start, quote.end)
    if passage is None:
        return
    speaker, words = cast.attribution(quote)
    name = quote.speaker if speaker and quote.speaker else ""
    called = short_name(name, cast.kinds.get(name, "unnamed"))
    said = telling_slug(quote.text, without=called.split("-"))
    slug = "-".join(part for part in (called, said) if part)
    table: Table = {
        "slug": cast.known.take("quotes", slug, f"{cast.article}-quote-{number}"),
        **passage,
        "kind": quote.kind,
    }
    if speaker and words:
        table |= {"speaker": speaker, "speaker_words": words}
        table |= cast.basis(quote, words) | {"wording": "unknown"}
    topics = [topic for topic in dict.fromkeys(quote.topics) if topic in cast.known.topics]
    if topics:
        table["topics"] = topics
    comment = f"rule {quote.rule}, confidence {quote.confidence:.2f}"
    comment += f": {quote.reason}" if quote.reason else ""
    if quote.speaker and not speaker:
        comment += f"\nproposed speaker: {quote.speaker}; name them in `speaker` if that is right"
    proposal.quotes.append(Noted(table | {"review": True}, comment))
    proposal.lines.append(
        Line(quote.confidence, quote.kind, quote.speaker or "–", quote.rule, quote.text)
    )


def add_event(proposal: Proposal, event: Event, cast: Cast) -> None:
    """A table for an event, with the passage that shows it."""
    evidence = cast.body.passage(event.start, event.end)
    title = " ".join(UNSEEN.sub(" ", event.title).split())
    if evidence is None or not title:
        return
    date = event_date(event, evidence["text"])
    slug = telling_slug(title)
    if slug and "-" not in slug:
        slug += f"-{date.get('date', '')[:4]}".rstrip("-")
    table: Table = {
        "slug": cast.known.take("events", slug, f"{cast.article}-event"),
        "title": {"en": title, "fr": title},
        **date,
        "added": proposal.facts["added"],
    }
    inside = [
        actor for actor, start, end in cast.mentions() if event.start <= start and end <= event.end
    ]
    if inside:
        table["actors"] = list(dict.fromkeys(inside))
    shown = ["what"] + ["who"] * bool(inside) + ["when"] * ("date" in table)
    table["evidence"] = [{"article": proposal.slug, **evidence, "for": shown}]
    proposal.events.append(Noted(table | {"review": True}))


def event_date(event: Event, evidence: str) -> Table:
    """The date of an event and how it is known; none where it is no date of the calendar."""
    try:
        date_bounds(event.date)
    except ValueError:
        return {}
    table: Table = {"date": event.date, "basis": event.basis}
    if event.basis == "inferred":
        why = read_reason(event.note) or (INFERRED, {"words": UNSEEN.sub(" ", evidence)})
        table["note"] = {language: sentence(word_reason(*why, language)) for language in LANGUAGES}
    return table
