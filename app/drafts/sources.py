"""A dispatch as it was received: which encoding it is in, or the text of a saved web page."""

import hashlib
import re
from dataclasses import dataclass
from typing import Literal

from app import seeds as seed
from app.drafts.pages import extract_page

Encoding = Literal["utf-8", "utf-8-sig", "windows-1252"]

BOM = b"\xef\xbb\xbf"
OTHER_BOMS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
HTML_NAME = re.compile(r"\.x?html?$", re.IGNORECASE)
HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE
)


class SourceError(Exception):
    """What was given is no dispatch; the message says what is wrong, where, and what to do."""


@dataclass(frozen=True)
class Source:
    """A dispatch: its bytes as kept, its text, and what an editor should be told of both."""

    content: bytes
    text: str
    encoding: Encoding
    page: seed.Page | None = None
    remarks: tuple[str, ...] = ()
    date: str | None = None  # that its page gives

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def read_source(name: str, content: bytes) -> Source:
    """A dispatch from the bytes of a file: text in one of three encodings, or a saved web page."""
    if not content.strip():
        raise SourceError("is empty: there is nothing to draft")
    if HTML_NAME.search(name) or HTML_START.match(content.removeprefix(BOM)):
        return read_page(name, content)
    encoding = find_encoding(content)
    text = content.decode(encoding)
    refuse_binary(text)
    if not text.strip():
        raise SourceError("is empty: there is nothing to draft")
    told = {
        "utf-8": (),
        "utf-8-sig": ("begins with a byte order mark: encoding utf-8-sig",),
        "windows-1252": ("is not UTF-8: read as windows-1252, kept as it is",),
    }
    return Source(content, text, encoding, remarks=told[encoding])


def find_encoding(content: bytes) -> Encoding:
    """The encoding that the bytes decode by; where none does, the byte and place that stop each."""
    for mark, name in OTHER_BOMS.items():
        if content.startswith(mark):
            raise SourceError(f"is {name}: save it as UTF-8 and draft that")
    encoding: Encoding = "utf-8-sig" if content.startswith(BOM) else "utf-8"
    try:
        content.decode(encoding)
        return encoding
    except UnicodeDecodeError as error:
        # The decoder of utf-8-sig counts without the mark.
        first = error.start + (len(BOM) if encoding == "utf-8-sig" else 0)
    if encoding == "utf-8-sig":
        raise SourceError(
            f"begins as UTF-8 with a byte order mark, but {stopped(content, first)}: save it anew"
        )
    try:
        content.decode("windows-1252")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"is neither UTF-8 ({stopped(content, first)})"
            f" nor windows-1252 ({stopped(content, error.start)}): save it as UTF-8"
        ) from error
    return "windows-1252"


def stopped(content: bytes, at: int) -> str:
    """A byte that no character begins or goes on with, and where it stands."""
    line = content.count(b"\n", 0, at) + 1
    return f"byte 0x{content[at]:02x} at offset {at}, line {line}"


def refuse_binary(text: str) -> None:
    """Refuse what no text holds."""
    found = re.search(r"[\0-\x08\x0e-\x1a\x1c-\x1f]", text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        raise SourceError(
            f"holds the control character U+{ord(found[0]):04X} (character {found.start()}, line"
            f" {line}): is it a text?"
        )


def read_page(name: str, content: bytes) -> Source:
    """The text of a saved web page, with the page's name and hash, and what was left out."""
    found = extract_page(name, content)
    if found is None:
        raise SourceError("is HTML in which no article is found: paste its text into a file")
    refuse_binary(found.text)
    return Source(
        found.text.encode(), found.text, "utf-8", found.page, found.remarks, date=found.date
    )
