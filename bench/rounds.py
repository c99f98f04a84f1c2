"""Contests: the same load on each contestant by turns, again where others used the machine."""

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from bench.load import Measured, Order, measure
from bench.machine import Foreign, cores
from bench.sites import Server

Done = TypeVar("Done")
FOREIGN = 0.15  # of a core: what others may take before a round is run again


@dataclass
class Contest:
    """How rounds are run, what is open meanwhile, and what foreign load was seen."""

    rounds: int
    seconds: float
    repeats: int  # how often a disturbed round is run again
    pause: float  # seconds before that
    servers: dict[str, Server] = field(default_factory=dict)
    foreign: list[float] = field(default_factory=list)

    @property
    def serving(self) -> int | None:
        """The core of servers; None where there is but one, or none can be chosen."""
        return cores()[0] if len(cores()) > 1 else None

    @property
    def loading(self) -> int | None:
        return cores()[1] if len(cores()) > 1 else None

    def open(self, name: str, begin: Callable[[], Server]) -> Server:
        """A server that is started once and stays until `close`."""
        if name not in self.servers:
            self.servers[name] = begin()
        return self.servers[name]

    def close(self) -> None:
        for server in self.servers.values():
            server.stop()
        self.servers.clear()

    def calm(self, work: Callable[[], Done]) -> Done:
        """Run until nobody else used the machine, or as often as there is patience for."""
        best: tuple[float, Done] | None = None
        for turn in range(self.repeats + 1):
            if turn:
                time.sleep(self.pause)
            watch = Foreign([server.number for server in self.servers.values()])
            done = work()
            share = watch.share()
            if best is None or share < best[0]:
                best = (share, done)
            if share <= FOREIGN:
                break
        assert best is not None
        self.foreign.append(best[0])
        return best[1]

    def run(self, orders: Mapping[str, Order]) -> dict[str, Measured]:
        """The medians of each contestant over the rounds."""
        found: dict[str, list[Measured]] = {name: [] for name in orders}
        for order in orders.values():  # once before, so that nothing is the first
            measure(Order(order.port, order.addresses[:1], 0.1, 1, order.headers), self.loading)
        for turn in range(self.rounds):
            for name, order in orders.items():
                found[name].append(
                    self.calm(partial(measure, replace(order, seed=turn), self.loading))
                )
        return {name: median_of(many) for name, many in found.items()}


def median_of(many: list[Measured]) -> Measured:
    """Of each number, the median; of the statuses, all."""
    for one in many:
        wrong = {status: count for status, count in one.statuses.items() if status not in FINE}
        if any(wrong.values()):
            raise RuntimeError(f"answers while measuring: {wrong}")
    return Measured(
        requests=sum(one.requests for one in many),
        seconds=sum(one.seconds for one in many),
        rate=statistics.median(one.rate for one in many),
        median=statistics.median(one.median for one in many),
        p99=statistics.median(one.p99 for one in many),
        statuses=many[0].statuses,
        bytes=sum(one.bytes for one in many),
    )


FINE = ("200", "304")


@dataclass(frozen=True)
class Goal:
    """A row of the issue's table: what is compared with what, and where it is to be."""

    page: str
    against: str
    bound: float
    at_most: bool = False
    unit: str = "×"

    def wanted(self) -> str:
        sign = "≤" if self.at_most else "≥"
        return f"{sign} {self.bound:g} {self.unit}"

    def is_met(self, reached: float) -> bool:
        return reached <= self.bound if self.at_most else reached >= self.bound


@dataclass(frozen=True)
class Row:
    """A goal with what was reached, and how; None where it was not measured."""

    goal: Goal
    reached: float | None
    how: str


@dataclass
class Bench:
    """What every row is measured with: corpora by their size, and the contest."""

    contest: Contest
    corpora: dict[int, Path]
    small: int
    middle: int
    large: int
    seed: int
    quick: bool
