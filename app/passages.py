"""Where the words that a record names stand in an article; a problem where they do not."""

from app import seeds as seed
from app.record import Place, Record
from app.spans import find_occurrences, why_nowhere


def choose(record: Record, places: list[Place], passage: seed.Passage, kind: str) -> Place | None:
    """The one place that a passage means among those where its words stand."""
    wanted = getattr(passage, "occurrence", None)
    if wanted is None and len(places) > 1:
        record.report(
            f"{passage.text!r} stands {len(places)} times {kind}: say which with `occurrence`"
        )
    elif wanted is not None and wanted > len(places):
        record.report(f"{passage.text!r} stands {len(places)} times {kind}, not {wanted}")
    else:
        return places[(wanted or 1) - 1]
    return None


def find_passage(record: Record, article: str, passage: seed.Passage) -> Place | None:
    """Where plain words of an article stand; a problem where they do not."""
    text = record.text_of(article)
    if text is None:
        if article not in record.ids["articles"]:
            record.report(f"refers to articles/{article}, which does not exist")
        return None
    places = find_occurrences(text.body, passage.text)
    if not places:
        why = why_nowhere(text.body, passage.text)
        record.report(f"{passage.text!r} stands nowhere in {article}; {why}")
        return None
    return choose(record, places, passage, f"in {article}")


def find_quote(record: Record, article: str, quote: seed.Quote) -> Place | None:
    """Where a quote stands between quotation marks; a problem where it does not."""
    text = record.texts[article]
    places = text.quoted.get(quote.text)
    if places:
        return choose(
            record,
            places,
            seed.Passage(text=quote.text, occurrence=quote.occurrence),
            "between quotation marks",
        )
    if quote.text in text.body:
        record.report(
            f"{quote.text!r} stands in {article}, but not as a whole between quotation marks"
        )
    else:
        why = why_nowhere(text.body, quote.text)
        record.report(f"{quote.text!r} stands nowhere in {article}; {why}")
    return None
