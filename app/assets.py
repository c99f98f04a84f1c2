"""Static files: those with a mark in their names for ever, each as set-up compressed it."""

import hashlib
import os
import re
from functools import cache, lru_cache
from mimetypes import guess_type
from pathlib import Path

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import Receive, Scope, Send

from app.encodings import IDENTITY, choose_encoding

STATIC = Path(__file__).resolve().parent.parent / "static"
OWN = (".css", ".js", ".svg")  # the endings of our own
FOR_EVER = "public, max-age=31536000, immutable"
MARKED = "vendor"  # the folder whose files have a version or a mark of their content in their names
SUFFIXES = {"br": ".br", "zstd": ".zst", "gzip": ".gz"}  # of the compressed file beside a text
RANGE = re.compile(rb"bytes=\s*(\d+-\d*|-\d+)(\s*,\s*(\d+-\d*|-\d+))*\s*")


class Assets(StaticFiles):
    """Starlette's static files, with the encoding, the tag and the life that each has."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        # Parts are for GET alone; what is no range of bytes counts for nothing (RFC 9110, 14.2).
        headers = [
            (name, value)
            for name, value in scope["headers"]
            if name != b"range" or (scope["method"] == "GET" and RANGE.fullmatch(value))
        ]
        await super().__call__({**scope, "headers": headers}, receive, send)

    async def get_response(self, path: str, scope: Scope) -> Response:
        # What lies beside a file is another form of it, and has no address of its own.
        if path.endswith(tuple(SUFFIXES.values())) or Path(path).name.startswith("."):
            raise HTTPException(404)
        return await super().get_response(path, scope)

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        file, asked = Path(full_path), Headers(scope=scope)
        media_type = guess_type(file)[0]
        headers = {"Cache-Control": "no-cache"}
        if file.parent.name == MARKED:
            encodings = {
                encoding: other
                for encoding, suffix in SUFFIXES.items()
                if (other := file.with_name(file.name + suffix)).is_file()
            }
            encoding = choose_encoding(asked.get("Accept-Encoding", "").encode("latin-1"))
            # A part is one of the file itself.
            if encoding not in encodings or "Range" in asked:
                encoding = IDENTITY
            headers = {"Cache-Control": FOR_EVER, "ETag": f'"{file.name}-{encoding}"'}
            headers |= {"Vary": "Accept-Encoding"} if encodings else {}
            if encoding != IDENTITY:
                headers |= {"Content-Encoding": encoding, "Accept-Ranges": "none"}
            file = encodings.get(encoding, file)
            stat_result = file.stat()
        # The answer reads them again, when it is sent.
        scope["headers"] = choose_parts(scope["headers"], stat_result.st_size)
        # Starlette adds the charset to what begins with `text/` alone.
        if media_type == "image/svg+xml":
            media_type += "; charset=utf-8"
        response = FileResponse(file, status_code, headers, media_type, stat_result=stat_result)
        if self.is_not_modified(response.headers, asked):
            return NotModifiedResponse(response.headers)
        return response


def choose_parts(headers: list[tuple[bytes, bytes]], size: int) -> list[tuple[bytes, bytes]]:
    """The headers with those parts that a file of a size has, or with all if it has none (RFC 9110,
    14.1.2); without Range if a part ends before it begins (14.1.1).
    """
    chosen = []
    for name, value in headers:
        if name != b"range":
            chosen.append((name, value))
            continue
        parts = [part.strip().partition(b"-") for part in value.partition(b"=")[2].split(b",")]
        if any(first and last and int(first) > int(last) for first, _, last in parts):
            continue
        kept = [p for p in parts if (int(p[0]) < size if p[0] else int(p[2]) > 0)] or parts
        chosen.append((name, b"bytes=" + b",".join(map(b"".join, kept))))
    return chosen


def find_asset(name: str) -> str:
    """The path of a static file below `static/`: of one of ours, as set-up named it by its content.

    One that was changed since, by who works on it, is served from where it stands.
    """
    source = f"{STATIC}/{name}"
    try:
        found = os.stat(source)  # noqa: PTH116 (a tenth of the time, several times a page)
    except OSError:
        return find_package_file(name)
    return find_built(source, found.st_mtime_ns, found.st_size)


@lru_cache(100)
def find_built(path: str, _written: int, _size: int) -> str:
    source = Path(path)
    mark = hashlib.sha256(source.read_bytes()).hexdigest()[:12]
    built = f"vendor/{source.stem}-{mark}{source.suffix}"
    return built if (STATIC / built).is_file() else source.name


@cache
def find_package_file(name: str) -> str:
    """The file of a package, which has its version in its name."""
    stem, _, ending = name.partition(".")
    found = sorted((STATIC / "vendor").glob(f"{stem}-[0-9]*.{ending}"))
    if not found:
        raise FileNotFoundError(f"static/vendor/{stem}-*.{ending} is missing: run `make setup`")
    return f"vendor/{found[-1].name}"


def own_assets() -> list[Path]:
    """The static files that are ours: a page names them by their content."""
    return sorted(path for path in STATIC.iterdir() if path.suffix in OWN)
