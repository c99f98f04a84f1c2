"""`python -m app draft`: dispatches to drafts, one or a folder of them, each by itself."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.drafts.files import start_folder, write_draft
from app.drafts.naming import Known, list_known
from app.drafts.progress import Progress
from app.drafts.proposals import Dispatch, propose
from app.drafts.sources import SourceError, read_source
from app.drafts.summary import Result, complain, print_results
from app.drafts.tables import Body
from app.extraction.dateline import dateline_date
from app.extraction.draft import (
    Language,
    extract,
    guess_language,
    header_date,
    split_header,
    to_json,
)
from app.reader import read_seeds
from app.record import find_quoted
from app.seeds import date_bounds

ENDINGS = (".txt", ".html", ".htm", ".xhtml")
STOPPED = 130  # as shells count a process that was interrupted


@dataclass(frozen=True)
class Order:
    """What was asked for: of which texts, what is known of them, and where drafts go."""

    files: tuple[str, ...]
    language: Language | None
    date: str | None
    folder: Path
    as_json: bool
    apart: bool = False  # from the seeds that the other commands read


def run(order: Order) -> int:
    """Draft every file that was named; the number returned is the process's exit status."""
    try:
        if order.date:
            date_bounds(order.date)
        names = list_files(order.files)
    except ValueError as error:
        return complain(f"--date: {error}")
    except SourceError as error:
        return complain(str(error))
    if order.as_json:
        return print_documents(names, order)
    try:
        start_folder(order.folder)
        seeds = read_seeds(order.folder)
        if not seeds.whole:
            complain(f"{order.folder} has files that cannot be read: whom they name is not known")
        known = list_known(seeds)
    except OSError as error:
        return complain(f"{order.folder} cannot be written to: {error.strerror}")
    results: list[Result] = []
    stopped = False
    progress = Progress(len(names))
    for name in names:
        try:
            progress.show(len(results), name)
            results.append(draft_file(name, order, known))
        except KeyboardInterrupt:
            stopped = True
            break
    progress.clear()
    print_results(results, order.folder if order.apart else None)
    if stopped:
        complain(
            f"stopped: {len(results)} of {len(names)} done; the same command goes on from there"
        )
        return STOPPED
    return int(any(result.outcome == "failed" for result in results))


def list_files(names: Sequence[str]) -> list[str]:
    """The files named, those of a folder in order; `-`, or none, is standard input."""
    found: list[str] = []
    for name in names or ("-",):
        path = Path(name)
        if name == "-" or not path.is_dir():
            found.append(name)
            continue
        inside = [
            str(file)
            for file in sorted(path.rglob("*"))
            if file.suffix.lower() in ENDINGS and file.is_file()
        ]
        if not inside:
            raise SourceError(f"{name} holds no file that ends in {', '.join(ENDINGS)}")
        found += inside
    return list(dict.fromkeys(found))


def read_dispatch(name: str, order: Order) -> Dispatch:
    """A file, or standard input, with its header split off, its language and its date."""
    path = Path(name)
    if name == "-" and sys.stdin.isatty():
        complain("paste the text, then end it with Ctrl-D on a line of its own")
    try:
        content = sys.stdin.buffer.read() if name == "-" else path.read_bytes()
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}") from error
    source = read_source("standard input" if name == "-" else path.name, content)
    start = split_header(source.text)
    header, body = source.text[:start], source.text[start:]
    if not body.strip():
        raise SourceError("holds nothing after its header")
    language = order.language or guess_language(body)
    own = date_of(source.text) or dateline_date(body, language)
    if own is None and order.date is None and source.date:
        remark = f"{source.date}, by the page, is taken as the article's date; else `--date`"
        source = replace(source, remarks=(*source.remarks, remark))
        own = source.date
    if order.date and own and not own.startswith(order.date):
        remark = f"the text gives {own} as its date; {order.date} was asked for and is taken"
        source = replace(source, remarks=(*source.remarks, remark))
    date = order.date or own
    return Dispatch("text" if name == "-" else path.stem, source, header, language, date)


def date_of(text: str) -> str | None:
    """The date that the header of a text gives, if it is one of the calendar."""
    date = header_date(text)
    try:
        date_bounds(date or "")
    except ValueError:
        return None
    return date


def draft_file(name: str, order: Order, known: Known) -> Result:
    """Draft one file; whatever is wrong with it is told, and stops no other."""
    try:
        dispatch = read_dispatch(name, order)
        page = dispatch.source.page
        done = known.sources.get(page.sha256 if page else dispatch.source.sha256)
        if done:
            place = order.folder / "articles" / done
            return Result(name, "skipped", f"{place} holds it already; delete that to draft anew")
        body = dispatch.source.text[len(dispatch.header) :]
        draft = extract(body, dispatch.language, dispatch.date)
        marked = Body(body, find_quoted(body, dispatch.language))
        proposal = propose(dispatch, draft, marked, known)
        place = write_draft(proposal, dispatch.source.content, order.folder)
        known.sources[page.sha256 if page else dispatch.source.sha256] = proposal.slug
    except SourceError as error:
        return Result(name, "failed", str(error))
    except OSError as error:
        return Result(name, "failed", f"could not be written: {error.strerror or error}")
    remarks = [*dispatch.source.remarks, *proposal.remarks]
    return Result(name, "drafted", str(place), replace(proposal, remarks=remarks))


def print_documents(names: Iterable[str], order: Order) -> int:
    """Each draft as a JSON document, a line each where there are several; writes no file."""
    status = 0
    several = len(list(names)) > 1
    for name in names:
        try:
            dispatch = read_dispatch(name, order)
        except SourceError as error:
            status = complain(f"{name}: {error}")
            continue
        start = len(dispatch.header)
        draft = extract(dispatch.source.text[start:], dispatch.language, dispatch.date)
        document = to_json(draft, start)
        print(json.dumps(document, ensure_ascii=False, indent=None if several else 2))
    return status
