"""A dispatch as it was received: which encoding it is in, or the text of a saved web page."""

import hashlib
import re
from dataclasses import dataclass
from typing import Any, Literal

from app import seeds as seed
from app.base import counted

Encoding = Literal["utf-8", "utf-8-sig", "windows-1252"]

BOM = b"\xef\xbb\xbf"
OTHER_BOMS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
HTML_NAME = re.compile(r"\.x?html?$", re.IGNORECASE)
HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE
)
# What begins a line of a page.
BLOCKS = (
    *("address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dt"),
    *("figcaption", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "label", "li"),
    *("main", "nav", "p", "pre", "section", "td", "th"),
)
SEEN = ".//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]"
MOST_LINES = 40  # left out of a page that are told


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
    import trafilatura  # imported late: a text needs none of it, and it takes a second

    tree = trafilatura.load_html(content)
    text = (
        None
        if tree is None
        else trafilatura.extract(content, include_comments=False, include_tables=False)
    )
    if not text or not text.strip():
        raise SourceError("is HTML in which no article is found: paste its text into a file")
    refuse_binary(text)
    left = lines_left_out(tree, text)
    remarks = [f"is HTML: {len(text):,} characters of text taken out of it"]
    if given := trafilatura.extract_metadata(tree).date:
        remarks.append(f"the page gives {given} as its date: `--date {given}`, if it is the text's")
    remarks += [f"left out: {line}" for line in left[:MOST_LINES]]
    if len(left) > MOST_LINES:
        remarks.append(f"left out: {counted({'more lines': len(left) - MOST_LINES})}")
    page = seed.Page(name=name, sha256=hashlib.sha256(content).hexdigest())
    return Source(f"{text}\n".encode(), f"{text}\n", "utf-8", page, tuple(remarks))


def lines_left_out(tree: Any, text: str) -> list[str]:
    """What readers of a page saw that is not in the text taken out of it, a line each."""
    kept = plain(text)
    lines: dict[str, None] = {}
    for element in tree.iter(*BLOCKS):
        is_line = next(element.iterdescendants(*BLOCKS), None) is None
        texts = ["".join(element.xpath(SEEN))] if is_line else element.xpath("text()")
        for line in (" ".join(part.split()) for part in texts):
            if line and plain(line) not in kept:
                lines[line if len(line) <= 100 else f"{line[:99]}…"] = None
    return list(lines)


def plain(text: str) -> str:
    """A text as compared: without its white space."""
    return "".join(text.split())
