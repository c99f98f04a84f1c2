"""Rounds that break who writes: killed, out of room, all at once; and what is left, looked at."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from app.trouble import find_fault, undo_unfinished
from soak.ground import Ground, settings_of
from tests.breaking import die_at, kill_load, limit_files, lose_power, start
from tests.editing import dump

STATEMENTS = 220  # of a load that changes some rows, about
OF_ALL = 700  # of migrations and a first load, about
AT_ONCE = 6

Round = Callable[[], Iterator[str]]  # yields what was wrong


def state_of(ground: Ground, database: Path) -> int | None:
    """Which of the two states a database is in, for whoever opens it next; None for neither."""
    undo_unfinished(database)
    if find_fault(database) is not None:
        return None
    state = dump(database)
    return ground.states.index(state) if state in ground.states else None


def killed_loads(ground: Ground) -> Round:
    def one() -> Iterator[str]:
        folder = ground.new_folder()
        old, new_seeds = ground.databases[0], ground.seeds[1]
        database, ended = kill_load(old, new_seeds, folder / "site", ground.chance, STATEMENTS)
        state = state_of(ground, database)
        if state is None:
            yield f"neither the old state nor the new after {ended}"
        if "changed" in ended.out and state != 1:
            yield f"told as done and lost: {ended}"
        shutil.rmtree(folder)

    return one


def lost_power(ground: Ground) -> Round:
    moments = ground.moments()
    before = ground.databases[0].read_bytes()
    folder = ground.new_folder()

    def one() -> Iterator[str]:
        database = folder / "site.db"
        number = ground.chance.randrange(len(moments))
        lose_power(before, moments[number], database, ground.chance)
        if state_of(ground, database) != 0:
            yield f"not the old state after a power cut at statement {number}"

    return one


def killed_migrations(ground: Ground) -> Round:
    def one() -> Iterator[str]:
        folder = ground.new_folder()
        database, statement = folder / "site.db", ground.chance.randint(1, OF_ALL)
        settings = settings_of(database, ground.seeds[0])
        dying = partial(die_at, statement)
        start("load", printed=folder / "killed", prepare=dying, **settings).wait()
        again = start("load", printed=folder / "again", **settings).wait()
        if again.status or state_of(ground, database) != 0:
            yield f"stuck after a kill at statement {statement}: {again}"
        shutil.rmtree(folder)

    return one


def starts_at_once(ground: Ground) -> Round:
    def one() -> Iterator[str]:
        folder = ground.new_folder()
        database = folder / "site.db"
        settings = settings_of(database, ground.seeds[0])
        names = [folder / f"start-{number}" for number in range(AT_ONCE)]
        begun = [start("load", printed=name, **settings) for name in names]
        ended = [running.wait() for running in begun]
        yield from (f"did not come up: {one}" for one in ended if one.status)
        if state_of(ground, database) != 0:
            yield "not the state of the seeds"
        shutil.rmtree(folder)

    return one


def full_disks(ground: Ground) -> Round:
    def one() -> Iterator[str]:
        folder = ground.new_folder()
        database = Path(shutil.copy(ground.databases[0], folder / "site.db"))
        limit = ground.chance.randint(1_000, 2 * database.stat().st_size)
        ended = start(
            "load",
            printed=folder / "load",
            prepare=partial(limit_files, limit),
            DASHBOARD_DATABASE=database,
            DASHBOARD_SEEDS=ground.seeds[1],
        ).wait()
        told = (ended.status, len(ended.err.splitlines())) == (1, 1)
        if state_of(ground, database) != (1 if ended.status == 0 else 0):
            yield f"acknowledged and lost, or half done, with room for {limit} bytes: {ended}"
        elif ended.status and not told:
            yield f"not told in one line, with room for {limit} bytes: {ended}"
        shutil.rmtree(folder)

    return one


def backups_under_load(ground: Ground) -> Round:
    database = ground.new_folder() / "site.db"
    shutil.copy(ground.databases[0], database)

    def one() -> Iterator[str]:
        folder = ground.new_folder()
        seeds = ground.seeds[ground.rounds % 2]
        settings = settings_of(database, seeds)
        load = start("load", printed=folder / "load", **settings)
        taken = [
            start("backup", folder / f"{n}.db", printed=folder / f"taken-{n}", **settings)
            for n in range(2)
        ]
        ended = [running.wait() for running in (load, *taken)]
        yield from (f"failed: {one}" for one in ended if one.status)
        for file in folder.glob("*.db"):
            if state_of(ground, file) is None:
                yield "a backup that is neither state"
        shutil.rmtree(folder)

    return one
