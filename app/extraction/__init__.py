"""Who says what in a dispatch, by rules: no model, no network, and every answer with its reason."""

from app.extraction.dateline import dateline_date
from app.extraction.draft import (
    Draft,
    DraftQuote,
    extract,
    guess_language,
    header_date,
    split_header,
    to_json,
)

__all__ = [
    "Draft",
    "DraftQuote",
    "dateline_date",
    "extract",
    "guess_language",
    "header_date",
    "split_header",
    "to_json",
]
