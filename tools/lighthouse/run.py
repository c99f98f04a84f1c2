"""Serve the site and print Lighthouse's table of it."""

import os
import subprocess
import tempfile
from pathlib import Path

from tools.server import serving

AUDIT = Path(__file__).with_name("audit.js")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as address:
        browser = os.environ["DASHBOARD_BROWSER"]
        subprocess.run(["node", str(AUDIT), address, browser], check=True)


if __name__ == "__main__":
    main()
