"""Fill static/vendor/ with what pages need from the npm packages.

The version stands in each file's name, so that a browser may keep the file for ever.
"""

import json
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "static" / "vendor"


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
    """Empty static/vendor/, then copy each file of the table into it."""
    shutil.rmtree(VENDOR, ignore_errors=True)
    VENDOR.mkdir(parents=True)
    for package, file, name in FILES:
        folder = ROOT / "node_modules" / package
        version = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
        shutil.copyfile(folder / file, VENDOR / name.format(version=version))


if __name__ == "__main__":
    fill()
