"""The catalogue of the interface's texts in each language; English is the text itself."""

import hashlib
import io
from functools import cache
from pathlib import Path

from babel.support import NullTranslations, Translations

from app.made import make_once

LOCALES = Path(__file__).resolve().parent / "locales"


def mark_of(language: str) -> str:
    """What differs where the texts of a language were changed."""
    path = file_of(language)
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8] if path.exists() else ""


def file_of(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / "messages.po"


@cache
def translations(language: str) -> NullTranslations:
    """The catalogue of a language, made from its .po file."""
    path = file_of(language)
    if not path.exists():
        return NullTranslations()
    compiled = make_once(path, f"{language}.mo", lambda: compile_catalogue(path, language))
    return Translations(io.BytesIO(compiled))


def compile_catalogue(path: Path, language: str) -> bytes:
    from babel.messages.mofile import write_mo  # late: most starts find it made
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    return compiled.getvalue()
