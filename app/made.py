"""What is made of our own files at their first use and kept for the next start, where Python keeps
what it made of ours too; where nothing can be written, it is made at every start."""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from jinja2 import __version__ as jinja_version
from jinja2.bccache import Bucket, FileSystemBytecodeCache

PLACE = Path(__file__).resolve().parent / "__pycache__"


def make_once(source: Path, name: str, make: Callable[[], bytes]) -> bytes:
    """What is made of a file, or was made when it had the same age and size."""
    found = source.stat()
    kept = PLACE / f"{name}-{found.st_mtime_ns:x}-{found.st_size:x}"
    with suppress(OSError):
        return kept.read_bytes()
    content = make()
    with suppress(OSError):
        PLACE.mkdir(exist_ok=True)
        for old in PLACE.glob(f"{name}-*"):
            old.unlink()
        with tempfile.NamedTemporaryFile(dir=PLACE, delete=False) as file:
            file.write(content)
        Path(file.name).replace(kept)
    return content


class Compiled(FileSystemBytecodeCache):
    """Templates as Python compiled them for a language; Jinja compares each with its source."""

    def __init__(self, language: str) -> None:
        super().__init__(str(PLACE), f"%s-{language}-{jinja_version}.jinja")

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)
