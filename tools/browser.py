"""Print the path of a Chromium for the browser tests, installing one where there is none.

Where none can be had, nothing is printed and the tests that need it are skipped; with CI set that
is a failure.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
INSTALL_SECONDS = 300


def say(line: str) -> None:
    """Write a line for the user: standard output is for the path alone."""
    print(line, file=sys.stderr, flush=True)


def starts(path: str) -> bool:
    """Whether the browser runs: the file may be a stub, or lack the libraries it needs."""
    try:
        subprocess.run([path, "--version"], check=True, capture_output=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def succeeds(*command: str) -> bool:
    """Run a command that installs something, without its output; whether it went well."""
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        subprocess.run(
            command,
            check=True,
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=INSTALL_SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def on_path() -> Iterator[str]:
    """The browsers of the machine."""
    yield from filter(None, map(shutil.which, NAMES))


def playwrights() -> Iterator[str]:
    """The browser that Playwright keeps for itself, whether or not it is there."""
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def installed_by_playwright() -> Iterator[str]:
    """Playwright's own browser, downloaded now."""
    say("Installing Chromium for the browser tests, with Playwright …")
    if succeeds(sys.executable, "-m", "playwright", "install", "chromium"):
        yield from playwrights()


def installed_by_debian() -> Iterator[str]:
    """Debian's browser, installed now, where we may."""
    if os.name != "posix" or os.geteuid() != 0 or not Path("/etc/debian_version").exists():
        return
    say("That did not work. Installing Chromium with apt-get …")
    # An update fails if only one of the machine's sources does: the install tells.
    succeeds("apt-get", "update", "-q")
    if succeeds("apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium"):
        yield from on_path()


def find() -> str | None:
    """The first browser that starts, in order of what it costs to have it."""
    if named := os.environ.get("DASHBOARD_BROWSER"):
        if starts(named):
            return named
        say(f"DASHBOARD_BROWSER is {named}, which does not start: looking for another browser.")
    for source in (on_path, playwrights, installed_by_playwright, installed_by_debian):
        for path in source():
            if starts(path):
                return path
    return None


def main() -> int:
    """Print the path, if there is one."""
    if path := find():
        print(path)
        return 0
    if os.environ.get("CI"):
        say("No Chromium here, and none could be installed: with CI set, that is a failure.")
        return 1
    say("No Chromium here, and none could be installed: the browser tests will be skipped.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
