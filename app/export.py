"""The site as files whose links work from any folder, and the record as a database.

Every page is asked of the application itself, as a reader would, by following the links from the
home pages: so a copy holds what the site shows, every list that a link leads to included.
"""

import asyncio
import hashlib
import html
import os
import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from sqlalchemy import inspect
from starlette.types import Message, Scope

from app.assets import STATIC, SUFFIXES
from app.base import LANGUAGES
from app.catalogue import translations
from app.columns import list_meanings
from app.database import copy_database, open_database, pack_database
from app.deriving import DERIVED
from app.main import Site, create_app
from app.settings import Settings

RECORD = "record.db"
FRONT = "/"  # where the site leads on by the reader's language, a file asks for it
STARTS = tuple(f"/{language}/" for language in LANGUAGES)
# Besides the good answer: what a withdrawn record answers, which a correction may lead to.
ANSWERS = (200, 410)
# Our templates write every link so: a path of this site between straight quotes.
LINK = re.compile(r'(?<= )(href|src)="(/[^"]*)"')
LEFT_OUT = (".*", *(f"*{suffix}" for suffix in SUFFIXES.values()))  # of the static files
LONGEST_QUERY = 200  # bytes of a file's name, of which many systems take 255

Progress = Callable[[int, int], None]  # how many addresses are done, how many are known


class ExportError(Exception):
    """Why there is no copy, in a sentence that says what to do."""


def export_site(settings: Settings, folder: Path, progress: Progress) -> int:
    """Write the site and its database to a folder, all or nothing; the number of files.

    A folder that holds an older copy is replaced, any other must be empty or not there.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / RECORD).is_file():
        raise ExportError(f"{folder} holds something else: name an empty folder or a new one")
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    try:
        app = create_app(settings, served=False)
        asyncio.run(write_pages(app, unfinished, progress))
        shutil.copytree(STATIC, unfinished / "static", ignore=shutil.ignore_patterns(*LEFT_OUT))
        export_database(settings.database, unfinished / RECORD)
        written = sum(1 for path in unfinished.rglob("*") if path.is_file())
        shutil.rmtree(folder, ignore_errors=True)
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return written


async def write_pages(app: Site, folder: Path, progress: Progress) -> None:
    """Write every page and every other form that links lead to."""
    (folder / file_of(FRONT)).write_text(relink(make_front(app), FRONT), encoding="utf-8")
    known = dict.fromkeys(STARTS)
    for number, address in enumerate(list_growing(known), 1):
        kind, content = await fetch(app, address)
        if kind.startswith("text/html"):
            page = content.decode()
            known.update(dict.fromkeys(find_links(page)))
            content = relink(page, address).encode()
        path = folder / file_of(address)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        progress(number, len(known))


def make_front(app: Site) -> str:
    """The page that stands where the site leads on by the reader's language."""
    names = {
        language: translations(language).gettext("US–Iraq relations") for language in LANGUAGES
    }
    template = app.state.environments[LANGUAGES[0]].get_template("front.html")
    return str(template.render(names=names))


def list_growing(known: dict[str, None]) -> Iterable[str]:
    """The addresses in the order in which they became known, those that come meanwhile too."""
    done = 0
    while done < len(known):
        for address in list(known)[done:]:
            yield address
            done += 1


async def fetch(app: Site, address: str) -> tuple[str, bytes]:
    """The media type and the content at an address of the application."""
    parts = urlsplit(address)
    host = urlsplit(app.state.settings.public_address).netloc.encode("idna")
    answer: dict[str, object] = {}
    content = bytearray()

    async def receive() -> Message:
        return await asyncio.Future()  # nothing more comes from this reader

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.update(message)
        else:
            content.extend(message.get("body", b""))

    scope: Scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": parts.path,
        "raw_path": parts.path.encode(),
        "root_path": "",
        "query_string": parts.query.encode(),
        "headers": [(b"host", host)],
        "client": None,
        "server": None,
    }
    try:
        await app(scope, receive, send)
    except Exception as error:
        raise ExportError(f"{address} cannot be shown ({error!r}): nothing was written") from error
    if answer["status"] not in ANSWERS:
        raise ExportError(f"{address} answers {answer['status']}: nothing was written")
    headers = dict(answer["headers"])  # type: ignore[call-overload]
    return headers[b"content-type"].decode(), bytes(content)


def find_links(page: str) -> Iterable[str]:
    """The addresses of this site that a page leads to, without their anchors."""
    for _, link in LINK.findall(page):
        address = html.unescape(link).partition("#")[0]
        if not address.startswith("/static/"):
            yield address


def relink(page: str, address: str) -> str:
    """A page with every link of this site made relative to the file that it will be."""
    folder = Path(file_of(address)).parent

    def relative(found: re.Match[str]) -> str:
        target, mark, anchor = html.unescape(found[2]).partition("#")
        path = os.path.relpath(file_of(target), folder).replace(os.sep, "/")
        return f'{found[1]}="{html.escape(path + mark + anchor)}"'

    return LINK.sub(relative, page)


def file_of(address: str) -> str:
    """The file that an address becomes, with its query in the name; slugs have no dot."""
    parts = urlsplit(address)
    path = parts.path.strip("/")
    if path in ("", *LANGUAGES):
        path = f"{path}/index".strip("/")
    name, dot, ending = path.rpartition(".") if "." in path else (path, ".", "html")
    query = "".join(f".{key}-{value}" for key, value in parse_qsl(parts.query))
    if len(query) > LONGEST_QUERY:
        query = "." + hashlib.sha256(query.encode()).hexdigest()[:32]
    return f"{name}{query}{dot}{ending}"


# What only the site looks in.
MADE = (
    *("search_words", "search_vocabulary", "search_entry"),
    *(table.name for table, _ in DERIVED),
    *("overview", "loaded_folder"),
)


def export_database(source: Path, target: Path) -> None:
    """Copy the record, without what only the site looks in, and add what each column means."""
    copy_database(source, target)
    database = open_database(target, write=True)
    with database.connect() as connection:
        run = connection.exec_driver_sql
        for table in (*MADE, "alembic_version", "sqlite_stat1"):
            run(f"DROP TABLE IF EXISTS {table}")
        record = inspect(connection)
        tables = {
            name: [column["name"] for column in record.get_columns(name)]
            for name in record.get_table_names()
        }
        run(
            "CREATE TABLE column_meaning (table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
            " meaning TEXT NOT NULL, PRIMARY KEY (table_name, column_name))"
        )
        run("INSERT INTO column_meaning VALUES (?, ?, ?)", list(list_meanings(tables)))
        connection.commit()
    database.dispose()
    pack_database(target)
