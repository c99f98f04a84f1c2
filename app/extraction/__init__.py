"""Who says what in a dispatch, by rules: no model, no network, and every answer with its reason."""

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
    "extract",
    "guess_language",
    "header_date",
    "split_header",
    "to_json",
]
