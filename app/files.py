"""Reads files that anybody may have put in a folder: plain ones, of that folder, not too large."""

import codecs
import errno
import os
import re
import stat
import tomllib
from pathlib import Path
from typing import Any

# A key of many parts (a.b.c = 1) takes the parser of Python the square of their number.
LONG_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){100}""")


class BadFile(Exception):  # noqa: N818, it says what is bad
    """Why a file cannot be used, in words that follow its name."""


def read_file(folder: Path, file: str, most: int) -> bytes:
    """What a file of a folder holds, of at most so many bytes; raises BadFile."""
    path = folder / file
    try:
        kind = path.lstat().st_mode
        if stat.S_ISLNK(kind):
            check_inside(folder, path)
            kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise BadFile("is a folder, and must be a file")
        if not stat.S_ISREG(kind):
            raise BadFile("is no plain file")
        with path.open("rb") as opened:
            content = opened.read(most + 1)
    except FileNotFoundError as error:
        raise BadFile("is missing") from error
    except OSError as error:
        raise BadFile(f"cannot be read: {error.strerror}") from error
    if len(content) > most:
        raise BadFile(f"is larger than {most // 1_000_000} MB")
    return content


def check_inside(folder: Path, path: Path) -> None:
    """Raise BadFile for a link that leads out of a folder, or nowhere."""
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError) as error:  # a loop is the one or the other
        raise BadFile(f"cannot be read: {os.strerror(errno.ELOOP)}") from error
    if not inside:
        raise BadFile(f"is a link that leads out of {folder}")


def list_folder(folder: Path) -> list[str]:
    """The names in a folder, in order; none where there is no folder. Raises BadFile."""
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208, names are all that is wanted
    except FileNotFoundError:
        return []
    except OSError as error:
        raise BadFile(f"cannot be read: {error.strerror}") from error


def parse_toml(content: bytes) -> dict[str, Any]:
    """The tables of a TOML file; raises BadFile."""
    if content.startswith(codecs.BOM_UTF8):
        raise BadFile("begins with a byte order mark: save it as UTF-8 without one")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise BadFile("is not UTF-8, but UTF-16: save it as UTF-8")
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise BadFile(f"is not UTF-8 (byte {error.start})") from error
    if LONG_KEY.search(text):
        raise BadFile("is not TOML: a key has more than 100 parts")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadFile(f"is not TOML: {error}") from error
    except ValueError as error:  # the one thing that Python's parser leaves to int()
        raise BadFile("is not TOML: a number has too many digits") from error
    except RecursionError as error:
        raise BadFile("is not TOML: its values are nested too deep") from error
