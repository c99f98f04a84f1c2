"""Every goal measured in one run, as a table: `make bench`, or `python -m bench.run`.

`--quick` takes two minutes on 100,000 quotes; `--write` puts the table into docs/performance.md.
"""

import argparse
import datetime as dt
import sys
import time
from collections.abc import Callable, Iterator

from app.trouble import is_older
from bench import costs, pages
from bench.corpus import make_corpus, show
from bench.machine import commit, describe
from bench.peers import WORK
from bench.rounds import FOREIGN, Bench, Contest, Row
from bench.sites import ROOT

PAGE = ROOT / "docs" / "performance.md"
HEAD = """# Performance

Measured by `make bench` (`bench/`): ratios of one run, each contestant pinned to one core and the
load generator to another, by turns; every answer compared with plain SQL over the base tables
before it is timed. Times are not compared between machines, only the ratios of one run are.
"""
Measure = Callable[[Bench], Iterator[Row]]
ROWS: tuple[Measure, ...] = (
    pages.facets_and_datasette,
    pages.search_and_datasette,
    pages.large_and_small,
    pages.search_and_list,
    pages.bare_template,
    pages.kept_pages,
    pages.many_addresses,
    costs.loading,
    costs.changed_article,
    costs.memory,
    costs.start_up,
    costs.home_page,
)


def prepare(sizes: dict[str, int], seed: int, *, quick: bool) -> Bench:
    """The corpora, made where they are not kept from before."""
    corpora = {}
    for size in sorted({*sizes.values()}):
        corpora[size] = WORK / f"{size}-{seed}.db"
        # `serve` would bring an older one to the seeds that are here.
        if not corpora[size].exists() or is_older(corpora[size]):
            say(f"making a corpus of {size:,} quotes …")
            half = corpora[size].with_suffix(".half")
            make_corpus(half, size, seed, show)
            half.rename(corpora[size])
    contest = Contest(rounds=3, seconds=0.4, repeats=1, pause=0.2)
    if not quick:
        contest = Contest(rounds=5, seconds=4, repeats=6, pause=10)
    return Bench(contest, corpora, seed=seed, quick=quick, **sizes)


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def measure_all(bench: Bench, wanted: str) -> Iterator[Row]:
    """Every row, one after another; one that fails says why and stops no other."""
    for measure in ROWS:
        if wanted not in measure.__name__:
            continue
        begun = time.perf_counter()
        try:
            yield from measure(bench)
        except (RuntimeError, OSError, TimeoutError, ValueError) as error:
            say(f"{measure.__name__}: {error}")
            failed.append(f"{measure.__name__}: {error}")
        say(f"{measure.__name__}: {time.perf_counter() - begun:.1f} s")


failed: list[str] = []


def table(rows: list[Row]) -> list[str]:
    """The rows as Markdown."""
    lines = ["| what | against | goal | reached | | measured |", "|---|---|---|---|---|---|"]
    for row in rows:
        goal = row.goal
        reached, mark = "not measured", ""
        if row.reached is not None:
            reached = f"{row.reached:.3g} {goal.unit}"
            mark = "yes" if goal.is_met(row.reached) else "no"
        lines.append(
            f"| {goal.page} | {goal.against} | {goal.wanted()} | {reached} | {mark} | {row.how} |"
        )
    return lines


def report(bench: Bench, rows: list[Row], seconds: float) -> str:
    """The table and all that says how it came about."""
    foreign = bench.contest.foreign or [0.0]
    calm = sum(share <= FOREIGN for share in foreign)
    return "\n".join(
        [
            f"## {dt.date.today():%Y-%m-%d}, {bench.large:,} quotes, commit {commit()}",
            "",
            *(f"- {line}" for line in describe()),
            f"- corpus of seed {bench.seed}, {bench.contest.rounds} rounds of"
            f" {bench.contest.seconds:g} s, {seconds / 60:.0f} minutes in all",
            f"- foreign load: at most {max(foreign):.2f} of a core;"
            f" {calm} of {len(foreign)} rounds below {FOREIGN:.2f}",
            *(f"- failed: {line}" for line in failed),
            "",
            *table(rows),
            "",
        ]
    )


def write(text: str) -> None:
    """Put a run before those there are."""
    before = PAGE.read_text("utf-8") if PAGE.exists() else HEAD
    head, mark, rest = before.partition("\n## ")
    PAGE.write_text(f"{head.rstrip()}\n\n{text}{mark}{rest}", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="100,000 quotes, two minutes")
    parser.add_argument("--quotes", type=int, help="of the large corpus")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", metavar="WORD", help="the rows of a function's name")
    parser.add_argument("--write", action="store_true", help="into docs/performance.md")
    arguments = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    large = arguments.quotes or (100_000 if arguments.quick else 1_000_000)
    sizes = {"small": 1_000, "middle": min(large, 100_000), "large": large}
    bench = prepare(sizes, arguments.seed, quick=arguments.quick)
    begun = time.perf_counter()
    try:
        rows = list(measure_all(bench, arguments.only))
    finally:
        bench.contest.close()
    text = report(bench, rows, time.perf_counter() - begun)
    print(text)
    if arguments.write:
        write(text)


if __name__ == "__main__":
    main()
