"""What the picture of a record says; how it is drawn is `picture.py`'s."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.formats.edition import Edition
from app.models import Actor, ActorName, Article, Event, Quote

WIDTH, HEIGHT = 1200, 630


@dataclass(frozen=True)
class Badge:
    """A speaker's letter and colour; 0 is the colour of nobody and of the unnamed."""

    letter: str
    colour: int


@dataclass(frozen=True)
class Card:
    """All that a picture is drawn from: two that are equal are the same picture."""

    site: str
    kind: str
    words: str
    facts: tuple[str, ...]
    shortened: str  # what stands below where not all the words have room
    badge: Badge | None = None
    name: str = ""
    name_basis: str = ""  # what follows the name where we inferred who speaks
    name_in_arabic: str = ""  # the script, be the language Arabic or Persian


def card_of_quote(quote: Quote, names: Sequence[ActorName], edition: Edition) -> Card:
    """A quote; `names` are the other forms of its speaker's name."""
    _ = edition.gettext
    speaker = quote.speaker
    facts = [f"{edition.when_said(quote)} · {edition.word('kind_name', quote.kind)}"]
    if quote.reports is not None:
        facts.append(f"{_('reporting the position of')} {quote.reports.name}")
    if quote.wording == "rendering":
        facts.append(_("rendering, original wording not located"))
    return Card(
        site=edition.name,
        kind=_("Quote"),
        words=quote.text,
        facts=tuple(facts),
        shortened=_("shortened: all the words are at the link"),
        badge=badge_of(speaker),
        name=speaker.name if speaker else _("No speaker"),
        name_basis=edition.word("speaker_basis", quote),
        name_in_arabic=find_arabic(names),
    )


def card_of_event(event: Event, edition: Edition) -> Card:
    _ = edition.gettext
    when = [edition.date_of(event)]
    place = [event.place[edition.language]] if event.place else []
    who = ", ".join(actor.name for actor in event.actors)
    return Card(
        site=edition.name,
        kind=_("Event"),
        words=event.title[edition.language],
        facts=tuple(fact for fact in (" · ".join(when + place), who, _("title ours")) if fact),
        shortened=_("shortened: all the words are at the link"),
    )


def card_of_actor(actor: Actor, edition: Edition) -> Card:
    _, ngettext = edition.gettext, edition.ngettext
    quotes, mentions = actor.quote_count, actor.mention_count
    if quotes:
        quoted = ngettext("%(num)s quote", "%(num)s quotes", quotes) % {"num": quotes}
        mentioned = ngettext("%(num)s mention", "%(num)s mentions", mentions) % {"num": mentions}
        counts = f"{quoted} · {mentioned}"
    else:
        counts = ngettext(
            "Mentioned %(num)s time, never quoted",
            "Mentioned %(num)s times, never quoted",
            mentions,
        ) % {"num": mentions}
    return Card(
        site=edition.name,
        kind=edition.word("actor_kind", actor.kind),
        words=actor.name,
        facts=(counts,),
        shortened=_("shortened: all the words are at the link"),
        badge=badge_of(actor),
        name_in_arabic=find_arabic(actor.names),
    )


def card_of_article(article: Article, edition: Edition) -> Card:
    _, ngettext = edition.gettext, edition.ngettext
    number = article.quote_count
    quotes = ngettext("%(num)s quote", "%(num)s quotes", number) % {"num": number}
    return Card(
        site=edition.name,
        kind=_("Article"),
        words=article.title[edition.language],
        facts=(
            f"{edition.source(article)} · {quotes}",
            _("Editorial title, ours: the source has none"),
        ),
        shortened=_("shortened: all the words are at the link"),
    )


def badge_of(actor: Actor | None) -> Badge:
    return Badge("–", 0) if actor is None else Badge(actor.letter, actor.colour or 0)


def find_arabic(names: Sequence[ActorName]) -> str:
    """The form of a name in Arabic script, the Arabic one before the Persian."""
    written = [name for name in names if name.script == "Arab"]
    return (
        min(written, key=lambda name: (name.language != "ar", name.position)).text
        if written
        else ""
    )
