"""Events as a calendar (iCalendar, RFC 5545): only those whose day is known, for a calendar has no
way to say a month."""

import datetime as dt
from collections.abc import Iterable

from icalendar import Calendar, vText
from icalendar import Event as Entry

from app.catalogue import translations
from app.formats.records import permalink
from app.models import Event


def write_calendar(events: Iterable[Event], site: str, language: str) -> bytes:
    """A calendar in a language, with an entry of a whole day for each event."""
    gettext = translations(language).gettext
    name = gettext("US–Iraq relations")
    note = gettext(
        "Only events dated to the day. Those dated to a month or a week, or not at all, are left"
        " out here and stand on the site."
    )
    calendar = Calendar()
    calendar.add("prodid", f"-//US-Iraq relations//Events//{language.upper()}")
    calendar.add("version", "2.0")
    # The names of RFC 7986, and those that calendars knew before it.
    for key, text in (
        ("name", name),
        ("x-wr-calname", name),
        ("description", note),
        ("x-wr-caldesc", note),
    ):
        calendar.add(key, vText(text))
    calendar.add("url", f"{site}/{language}/events")
    for event in events:
        calendar.add_component(write_entry(event, site, language))
    content: bytes = calendar.to_ical()
    return content


def write_entry(event: Event, site: str, language: str) -> Entry:
    address = permalink(site, "events", event.slug)
    changed = event.changed or event.added
    entry = Entry()
    entry.add("uid", address)
    entry.add("dtstamp", dt.datetime(changed.year, changed.month, changed.day, tzinfo=dt.UTC))
    entry.add("dtstart", event.date_earliest)
    entry.add("summary", event.title[language], {"language": language})
    entry.add("description", describe(event, address, language), {"language": language})
    if event.place:
        entry.add("location", event.place[language], {"language": language})
    entry.add("url", address)
    entry.add("transp", "TRANSPARENT")  # it keeps nobody busy
    return entry


def describe(event: Event, address: str, language: str) -> str:
    """How the day is known, what is to be said of it, and where to check it."""
    gettext = translations(language).gettext
    known = {
        "stated": gettext("The article states the date."),
        "inferred": gettext("The date is inferred from the article."),
        "outside": gettext("The date is from outside the article."),
    }
    lines = [known[event.basis or "stated"]]
    if event.foreseen:
        lines.append(gettext("It was still to come when the article was written."))
    lines += [text[language] for text in (event.note, event.source, event.conflict) if text]
    lines += [gettext("The title is ours."), address]
    return "\n".join(lines)
