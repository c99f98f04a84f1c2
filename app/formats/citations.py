"""How a record is cited: a sentence in the reader's language, BibTeX, RIS and CSL-JSON.

What is cited is the article, our record being the place where it was consulted. A field that is
not known is left out: no author, no publisher, no headline. The title is the editors' and stands
in square brackets, as supplied titles do.
"""

import datetime as dt
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.formats.edition import Edition
from app.models import Article, Event, Quote

ENDINGS = ("bib", "ris", "csl.json")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LANGUAGE_OF_BIBTEX = {"en": "english", "fr": "french"}
# What LaTeX takes for a command; a brace as a word keeps BibTeX's own count of braces even.
LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "&%$#_"},
}


@dataclass(frozen=True)
class Citation:
    """An article, consulted in our record on a day, for what one record takes from it."""

    key: str
    article: Article
    taken: str  # what the record takes from it, in a sentence; none where it is the article
    permalink: str
    accessed: dt.date
    edition: Edition

    @property
    def title(self) -> str:
        return f"[{self.article.title[self.edition.language]}]"

    @property
    def notes(self) -> list[str]:
        _ = self.edition.gettext
        ours = _("Titles in square brackets are the editors’; the source has none.")
        return [self.taken, ours] if self.taken else [ours]


def cite_article(article: Article, edition: Edition, day: dt.date) -> list[Citation]:
    permalink = edition.permalink("articles", article.slug)
    return [Citation(article.slug, article, "", permalink, day, edition)]


def cite_quote(quote: Quote, edition: Edition, day: dt.date) -> list[Citation]:
    permalink = edition.permalink("quotes", quote.slug)
    return [
        Citation(quote.slug, quote.article, tell_quote(quote, edition), permalink, day, edition)
    ]


def cite_event(event: Event, edition: Edition, day: dt.date) -> list[Citation]:
    """A citation for each article that tells it."""
    _ = edition.gettext
    permalink = edition.permalink("events", event.slug)
    told = {"title": event.title[edition.language], "date": edition.date_of(event)}
    taken = _("Event: [%(title)s], %(date)s.") % told
    articles = sorted({shown.article for shown in event.evidence}, key=lambda a: a.slug)
    return [
        Citation(f"{event.slug}:{article.slug}", article, taken, permalink, day, edition)
        for article in articles
    ]


def tell_quote(quote: Quote, edition: Edition) -> str:
    """Who said what, in one line; and where the words are a rendering, that."""
    _ = edition.gettext
    words = _("“%(words)s”") % {"words": re.sub(r"[\r\n\t]+", " ", quote.text)}
    if quote.wording == "rendering":
        words += f" ({_('rendering, original wording not located')})"
    if quote.speaker is None:
        return f"{words}."
    speaker = quote.speaker.name
    if quote.reports is not None:
        speaker += f", {_('reporting the position of')} {quote.reports.name}"
    return f"{speaker}{_(':')} {words}."


def write_citations(citations: Sequence[Citation], ending: str) -> str:
    """The citations in the format that an ending names."""
    if ending == "bib":
        return "\n".join(bibtex(citation) for citation in citations)
    if ending == "ris":
        return "".join(ris(citation) for citation in citations)
    items = [csl(citation) for citation in citations]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def sentence(citation: Citation) -> str:
    """The citation as one writes it in a note."""
    edition = citation.edition
    _ = edition.gettext
    accessed = _("accessed %(date)s") % {"date": edition.date(citation.accessed.isoformat())}
    parts = [
        citation.taken,
        f"{citation.title}, {edition.source(citation.article)}.",
        f"{edition.name}, {citation.permalink}, {accessed}.",
        citation.notes[-1],
    ]
    return " ".join(part for part in parts if part)


def bibtex(citation: Citation) -> str:
    """An entry of BibTeX, with the EDTF `date` and the `urldate` that BibLaTeX reads.

    Curly brackets round the title keep its capitals. See http://mirrors.ctan.org/biblio/bibtex/
    """
    dates = parts_of(citation.article.date)
    years = sorted({date[0] for date in dates})
    fields = [
        ("title", f"{{{{{latex(citation.title)}}}}}"),
        ("year", f"{{{'--'.join(map(str, years))}}}"),
    ]
    if len(dates) == 1 and len(dates[0]) > 1:
        fields.append(("month", MONTHS[dates[0][1] - 1]))
    fields += [
        ("date", f"{{{citation.article.date}}}"),
        ("language", f"{{{LANGUAGE_OF_BIBTEX[citation.article.language]}}}"),
        ("howpublished", f"{{{latex(citation.edition.name)}}}"),
        ("url", f"{{{citation.permalink}}}"),
        ("urldate", f"{{{citation.accessed.isoformat()}}}"),
        ("note", f"{{{latex(' '.join(citation.notes))}}}"),
    ]
    lines = "".join(f"  {name} = {value},\n" for name, value in fields)
    return f"@misc{{{citation.key},\n{lines}}}\n"


def latex(text: str) -> str:
    return "".join(LATEX.get(character, character) for character in text)


def ris(citation: Citation) -> str:
    """A reference of RIS: https://en.wikipedia.org/wiki/RIS_(file_format)"""
    dates = parts_of(citation.article.date)
    years = {date[0] for date in dates}
    lines = [
        ("TY", "GEN"),
        ("ID", citation.key),
        ("TI", citation.title),
        *([("PY", str(years.pop()))] if len(years) == 1 else []),
        (
            "DA",
            slashed(dates[0]) + ("" if is_plain(citation.article.date) else citation.article.date),
        ),
        ("LA", citation.article.language),
        ("DB", citation.edition.name),
        ("UR", citation.permalink),
        ("Y2", slashed([citation.accessed.year, citation.accessed.month, citation.accessed.day])),
        *(("N1", note) for note in citation.notes),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)


def slashed(date: Sequence[int]) -> str:
    """YYYY/MM/DD/ and room for other words, which holds what is no plain date as EDTF."""
    month_and_day = [f"{part:02}" for part in date[1:]]
    return "/".join([f"{date[0]:04}", *month_and_day, *[""] * (4 - len(date))])


def csl(citation: Citation) -> dict[str, Any]:
    """An item of CSL-JSON, by https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables"""
    day = citation.accessed
    return {
        "id": citation.key,
        "type": "document",
        "title": citation.title,
        "issued": issued(citation),
        "language": citation.article.language,
        "archive": citation.edition.name,
        "URL": citation.permalink,
        "accessed": {"date-parts": [[day.year, day.month, day.day]]},
        "note": " ".join(citation.notes),
    }


def issued(citation: Citation) -> dict[str, Any]:
    """A date of CSL, which knows intervals and `circa`, and takes an open end in words only."""
    edtf = citation.article.date
    if edtf.endswith(".."):
        return {"literal": citation.edition.date(edtf)}
    circa = {"circa": True} if re.search(r"[?~%]", edtf) else {}
    return {"date-parts": parts_of(edtf), **circa}


def is_plain(edtf: str) -> bool:
    """Whether a date is one day, month or year, without a doubt."""
    return re.fullmatch(r"[\d-]+", edtf) is not None


def parts_of(edtf: str) -> list[list[int]]:
    """Year, month and day of each end of an EDTF date, as far as they are known."""
    ends = [end.rstrip("?~%") for end in edtf.split("/") if end != ".."]
    return [[int(part) for part in end.split("-")] for end in ends]
