"""Fill static/vendor/ with what pages need: files of the npm packages, and our own.

The version of a package's file stands in its name, a mark of its content in that of ours, so that a
browser may keep the file for ever. Beside each text lies the same compressed, as small as can be.
"""

import gzip
import hashlib
import json
import shutil
from pathlib import Path

import brotli
import zstandard

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "static"
VENDOR = STATIC / "vendor"
TEXTS = (".css", ".js", ".svg")


def font(family: str, subset: str) -> tuple[str, str, str]:
    """The variable font of a family for one subset of characters."""
    name = f"{family}-{subset}"
    return (
        f"@fontsource-variable/{family}",
        f"files/{name}-wght-normal.woff2",
        f"{name}-{{version}}.woff2",
    )


# npm package, file in it, name in static/vendor/
FILES = [
    ("htmx.org", "dist/htmx.min.js", "htmx-{version}.min.js"),
    # The style sheet names the fonts with their versions too: a test holds the two together.
    font("newsreader", "latin"),
    font("public-sans", "latin"),
    # Rarer letters (ğ, č, ł): the pictures for sharing are drawn with them too.
    font("newsreader", "latin-ext"),
    font("public-sans", "latin-ext"),
    # Pages show names in Arabic in one weight, half as heavy to load; pictures are drawn in others.
    (
        "@fontsource/markazi-text",
        "files/markazi-text-arabic-400-normal.woff2",
        "markazi-text-regular-{version}.woff2",
    ),
    font("markazi-text", "arabic"),
]


def fill() -> None:
    """Empty static/vendor/, then copy each file of the table into it, and each of ours."""
    shutil.rmtree(VENDOR, ignore_errors=True)
    VENDOR.mkdir(parents=True)
    for package, file, name in FILES:
        folder = ROOT / "node_modules" / package
        version = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
        shutil.copyfile(folder / file, VENDOR / name.format(version=version))
    for path in STATIC.iterdir():
        if path.suffix in TEXTS:
            content = path.read_bytes()
            mark = hashlib.sha256(content).hexdigest()[:12]
            # The style sheet now stands beside the fonts.
            content = content.replace(b'url("vendor/', b'url("')
            (VENDOR / f"{path.stem}-{mark}{path.suffix}").write_bytes(content)
    for path in list(VENDOR.iterdir()):
        if path.suffix in TEXTS:
            write_compressed(path)


def write_compressed(path: Path) -> None:
    """Write a text in each encoding that browsers take, into files beside it."""
    content = path.read_bytes()
    for suffix, packed in (
        (".br", brotli.compress(content, mode=brotli.MODE_TEXT, quality=11)),
        (".zst", zstandard.ZstdCompressor(level=19).compress(content)),
        (".gz", gzip.compress(content, 9, mtime=0)),
    ):
        if len(packed) < len(content):
            path.with_name(path.name + suffix).write_bytes(packed)


if __name__ == "__main__":
    fill()
