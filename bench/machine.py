"""The machine measured on: its cores, who else uses them, what is installed."""

import importlib.metadata
import os
import platform
import resource
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PACKAGES = ("fastapi", "starlette", "uvicorn", "uvloop", "httptools", "jinja2", "sqlalchemy")


def cores() -> list[int]:
    """The cores that may be used; none where the system does not say."""
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []


@contextmanager
def pinned(core: int | None) -> Iterator[None]:
    """Stay on one core, and with all that is started meanwhile."""
    if core is None or not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


class Foreign:
    """How much of all cores others took between its making and `share`."""

    def __init__(self, processes: list[int]) -> None:
        self.processes = processes
        self.begun = time.perf_counter()
        self.busy, self.ours = busy_seconds(), self.own_seconds()

    def own_seconds(self) -> float:
        """Of this process, of its children that have ended, and of those named."""
        used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        ended = sum(usage.ru_utime + usage.ru_stime for usage in used)
        return ended + sum(seconds_of(process) for process in self.processes)

    def share(self) -> float:
        """A part of one core, 0 to the number of cores; 0 where the system does not say."""
        busy = busy_seconds() - self.busy
        passed = time.perf_counter() - self.begun
        return max(0.0, busy - (self.own_seconds() - self.ours)) / max(passed, 0.01)


def busy_seconds() -> float:
    """The seconds that all cores have worked since the machine started."""
    stat = Path("/proc/stat")
    if not stat.exists():
        return 0.0
    fields = [int(part) for part in stat.read_text("ascii").splitlines()[0].split()[1:9]]
    user, nice, system, _idle, _wait, interrupt, soft, steal = fields
    return (user + nice + system + interrupt + soft + steal) / TICKS


def seconds_of(process: int) -> float:
    try:
        stat = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(stat[11]) + int(stat[12])) / TICKS


def memory_of(process: int) -> float:
    """The megabytes that a process holds by itself: pages of mapped files are not counted."""
    lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    sizes = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith("Rss")}
    return (int(sizes["RssAnon"]) + int(sizes["RssShmem"])) / 1024


def describe() -> list[str]:
    """The kind of machine and the versions of what runs on it, a line each."""
    model = "unknown"
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line for line in cpuinfo.read_text("utf-8").splitlines() if "model name" in line]
        model = names[0].partition(":")[2].strip() if names else platform.machine()
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    load = "wrk" if shutil.which("wrk") else "bench/load.py"
    return [
        f"{len(cores()) or os.cpu_count()} cores, {model}, {platform.system()}",
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {versions}",
        f"load by {load}; server and load on a core each",
    ]


def commit() -> str:
    """The commit that is measured, as git names it."""
    done = subprocess.run(
        ["git", "describe", "--always", "--dirty"], capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or "unknown"
