"""Take the pictures of the README anew, from the site as it is."""

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools.server import ROOT, serving

PICTURES = ROOT / "docs" / "pictures"

# name, address, width, height, theme
SHOTS = [
    ("home", "/en/", 1440, 1000, "light"),
    ("article", "/fr/articles/2020-08-trump-al-kazimi", 1440, 1000, "dark"),
]


def main() -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=os.environ["DASHBOARD_BROWSER"], args=["--no-sandbox"]
        )
        for name, path, width, height, theme in SHOTS:
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if theme == "dark" else "light",
            )
            page.goto(address + path)
            page.evaluate("document.fonts.ready")
            page.screenshot(path=PICTURES / f"{name}.png")
            print(PICTURES.relative_to(ROOT) / f"{name}.png", file=sys.stderr)
        browser.close()


if __name__ == "__main__":
    main()
