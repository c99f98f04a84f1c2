"""A saved web page: its article's text, block for block, its date, and what was left out."""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from app import seeds as seed
from app.base import counted
from app.extraction.dates import find_dates
from app.extraction.draft import guess_language

# What begins a line of a page.
BLOCKS = (
    *("address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dt"),
    *("figcaption", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "label", "li"),
    *("main", "nav", "p", "pre", "section", "td", "th"),
)
SEEN = ".//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]"
MOST_LINES = 40  # left out of a page that are told
SHORT = 160  # characters that a line of the page's own may have
QUOTING = re.compile('["«»“”]')
CLOCK = re.compile(
    r"\b\d{1,2} ?(?:[:h.] ?\d{0,2}|[ap]\.?m\.?)(?: ?(?:GMT|UTC|CET|CEST|EDT|EST))?", re.I
)


@dataclass(frozen=True)
class Extracted:
    """The text of a page, the page itself, the date that it gives, and what to tell of it."""

    text: str
    page: seed.Page
    date: str | None
    remarks: tuple[str, ...]


def extract_page(name: str, content: bytes) -> Extracted | None:
    """The article of a page; None where none is found."""
    import trafilatura  # imported late: a text needs none of it, and it takes a second

    tree = trafilatura.load_html(content)
    if tree is None:
        return None
    found = list(find_lines(content))
    kept = [line for line in found if not is_furniture(line)]
    text = "\n\n".join(kept)
    if not text.strip():
        return None
    date, said = page_date(tree, [line for line in found if line not in kept], text)
    remarks = [f"is HTML: {len(text):,} characters of text taken out of it"]
    if date:
        remarks.append(f"the page gives {date} as its date, {said}: see that it is the text's")
    left = lines_left_out(tree, text)
    remarks += [f"left out: {line}" for line in left[:MOST_LINES]]
    if len(left) > MOST_LINES:
        remarks.append(f"left out: {counted({'more lines': len(left) - MOST_LINES})}")
    page = seed.Page(name=name, sha256=hashlib.sha256(content).hexdigest())
    return Extracted(f"{text}\n", page, date, tuple(remarks))


def find_lines(content: bytes) -> Iterator[str]:
    """The blocks of the article of a page, without comments, tables and lists row by row.

    `deduplicate` is not for us: it drops what an article says twice, and what the last page said.
    """
    import trafilatura

    # Precision drops links to other articles; where it drops all there is, the rest is better.
    for precise in (True, False):
        found = trafilatura.extract(
            content,
            output_format="xml",
            include_comments=False,
            include_tables=True,
            favor_precision=precise,
        )
        if found:
            main = etree.fromstring(found.encode()).find("main")
            lines = [line for line in lines_of(main) if line.strip()] if main is not None else []
            if lines:
                yield from lines
                return


PARTS = {"head", "p", "list", "item", "quote", "table", "row", "cell", "main", "code", "div"}


def lines_of(element: Any) -> Iterator[str]:
    """What stands in an element, a line for each part of it that is one."""
    if element.tag == "row":
        cells = (" ".join("".join(cell.itertext()).split()) for cell in element)
        yield " | ".join(cell for cell in cells if cell)
        return
    mark = "- " if element.tag == "item" else ""
    run = element.text or ""
    for child in element:
        if child.tag in PARTS:
            yield from told(run, mark)
            yield from lines_of(child)
            run, mark = child.tail or "", ""
        elif child.tag == "lb":
            yield from told(run, mark)
            run, mark = child.tail or "", ""
        else:
            run += "".join(child.itertext()) + (child.tail or "")
    yield from told(run, mark)


def told(run: str, mark: str) -> Iterator[str]:
    line = " ".join(run.split(" ")).strip("\n\t ")
    line = re.sub(r"\s*\n\s*", " ", line)
    if line:
        yield mark + line


@cache
def furniture() -> tuple[re.Pattern[str], ...]:
    """What lines of the page's own are like, from the lists beside this file."""
    lists = tomllib.loads(Path(__file__).with_name("furniture.toml").read_text(encoding="utf-8"))
    whole, begins, published, ends = (
        "|".join(f"(?:{part})" for part in lists[name])
        for name in ("whole", "begins", "published", "ends")
    )
    return (
        re.compile(rf"(?:{whole})\W*", re.IGNORECASE),
        re.compile(rf"\W*(?:{begins})(?!\w)", re.IGNORECASE),
        re.compile(rf"\W*(?:{published})", re.IGNORECASE),
        re.compile(rf".*(?<!\w)(?:{ends})\W*", re.IGNORECASE),
    )


def is_furniture(line: str) -> bool:
    """Whether a line is the page's and not the article's: what quotes somebody never is."""
    words = line.removeprefix("- ").strip()
    whole, begins, published, ends = furniture()
    if whole.fullmatch(words):
        return True
    if len(words) > SHORT or QUOTING.search(words):
        return False
    is_picture = not words.endswith((".", "?", "!")) or words.endswith(")")
    is_sentence = words.endswith(".")
    return bool(
        begins.match(words)
        or (not is_sentence and published.match(words))
        or is_moment(words)
        or (is_picture and ends.fullmatch(words))
    )


def is_moment(words: str) -> bool:
    """“3 mars 2031, 10h00”: a whole date, and nothing but a clock beside it."""
    for language in ("fr", "en"):
        for dated in find_dates(words, 0, len(words), None, language):
            rest = CLOCK.sub("", words[: dated.start] + words[dated.end :])
            if len(dated.edtf) == 10 and len(re.findall(r"\w{3,}", rest)) <= 1:
                return len(words) <= 60
    return False


def page_date(tree: Any, dropped: Iterable[str], text: str) -> tuple[str | None, str]:
    """The day that a page was published by what it says of itself, and where it says so."""
    from trafilatura.metadata import extract_metadata

    # Not `extensive`, which guesses.
    if given := extract_metadata(tree, extensive=False).date:
        return given, "in its metadata"
    language = guess_language(text)
    for line in dropped:
        for dated in find_dates(line, 0, len(line), None, language):
            if dated.stated and len(dated.edtf) == 10:
                return dated.edtf, f"in “{line}”"
    return None, ""


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
