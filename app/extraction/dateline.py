"""The day that a dateline gives: “BAGHDAD, March 3, 2031 - ”."""

from itertools import islice

from app.extraction.dates import find_dates
from app.extraction.paragraphs import find_paragraphs
from app.extraction.tokens import text_start

FIRST = 4  # paragraphs that a dateline may begin: a headline and a line below it come before


def dateline_date(body: str, language: str) -> str | None:
    """The whole date, in EDTF, of the first dateline; None where it has no year."""
    for paragraph in islice(find_paragraphs(body[:5000]), FIRST):
        end = text_start(body, paragraph)
        for dated in find_dates(body, paragraph.start, end, None, language):
            if dated.stated and len(dated.edtf) == len("2031-03-03"):
                return dated.edtf
    return None
