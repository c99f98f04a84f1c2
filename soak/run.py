"""For hours what the tests try for seconds, as a table: `make soak`, or `python -m soak.run`.

Each part goes on until its minutes are over or it has done what is wanted. What goes wrong is
printed at once, and the table says how often; stopped, it prints what was done until then.
"""

import argparse
import logging
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from soak import asking, writing
from soak.ground import Ground
from soak.writing import Round

Told = dict[str, str]
SHOWN = 5  # faults of a part that are printed


@dataclass
class Part:
    """One row: what is tried, how often it is wanted, and how much a round of it counts."""

    name: str
    wanted: int
    make: Callable[[Ground, float, Told], Round]
    counts: int = 1
    told: Told = field(default_factory=dict)
    done: int = 0
    faults: int = 0
    seconds: float = 0.0

    def run(self, ground: Ground, seconds: float) -> None:
        begun = time.monotonic()
        one = self.make(ground, seconds, self.told)
        try:
            while self.done < self.wanted and time.monotonic() < begun + seconds:
                for fault in one():
                    self.faults += 1
                    if self.faults <= SHOWN:
                        print(f"\n{self.name}: {fault}", file=sys.stderr)
                self.done += self.counts
                show(f"{self.name}: {self.done:,} of {self.wanted:,}, {self.faults} wrong")
        finally:
            self.seconds = time.monotonic() - begun

    def row(self) -> str:
        number = f"{self.done:,} of {self.wanted:,}"
        measured = self.told.get("measured", "")
        return f"| {self.name} | {number} | {self.faults} | {self.seconds:.0f} | {measured} |"


def show(line: str) -> None:
    """Where the work is, for who looks on."""
    if sys.stderr.isatty():
        print(f"\r{line:<78.78}", end="", file=sys.stderr)


def simply(make: Callable[[Ground], Round]) -> Callable[[Ground, float, Told], Round]:
    return lambda ground, _seconds, _told: make(ground)


def steadily(*, loading: bool) -> Callable[[Ground, float, Told], Round]:
    return lambda ground, seconds, told: asking.steady_load(ground, seconds, told, loading=loading)


def fuzzing(ground: Ground, seconds: float, told: Told) -> Round:
    """A fuzzer of its own process, which imports the application by its own means."""

    def one() -> Iterator[str]:
        command = [sys.executable, "-m", "soak.fuzz", str(ground.new_folder())]
        command += [f"-max_total_time={seconds:.0f}", "-max_len=4096", "-timeout=60"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        last = done.stderr.splitlines()[-1:]
        told["measured"] = " ".join(last)
        if done.returncode:
            yield done.stderr[-3_000:]

    return one


PARTS = (
    ("hostile requests", 10_000_000, simply(asking.hostile_requests), 1_000),
    ("a load killed: partial, lost or corrupt", 5_000, simply(writing.killed_loads)),
    ("power lost while writing: state not whole", 1_000_000, simply(writing.lost_power)),
    ("a migration killed, then run again: stuck", 5_000, simply(writing.killed_migrations)),
    ("six starts at once on an empty folder: failed", 1_000, simply(writing.starts_at_once)),
    ("a full disk: acknowledged data lost", 1_000, simply(writing.full_disks)),
    ("backups under load: bad", 5_000, simply(writing.backups_under_load), 2),
    ("reads while loading without pause: errors", 1, steadily(loading=True)),
    ("200 requests a second: errors", 1, steadily(loading=False)),
    ("1,500 slow connections, closed in 15 s", 20, simply(asking.slow_clients)),
    ("SIGTERM under load: answers cut", 200, simply(asking.stops)),
    ("seeds of a fuzzer: faults", 1, fuzzing),
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m soak.run", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="for each part")
    parser.add_argument("--only", default="", help="parts in whose names a word stands")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    order = parser.parse_args()
    logging.disable()
    print(f"seed {order.seed}", file=sys.stderr)
    parts = [Part(*part) for part in PARTS if order.only in part[0]]
    begun: list[Part] = []
    with tempfile.TemporaryDirectory() as folder:
        ground = Ground(Path(folder), random.Random(order.seed))
        try:
            for part in parts:
                begun.append(part)
                part.run(ground, order.minutes * 60)
        except KeyboardInterrupt:
            print("\nstopped", file=sys.stderr)
    print("\n| what | rounds | wrong | seconds | measured |")
    print("|---|---|---|---|---|")
    for part in begun:
        print(part.row())
    return 1 if any(part.faults for part in begun) else 0


if __name__ == "__main__":
    sys.exit(main())
