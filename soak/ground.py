"""What every part of the soak stands on: two states of the record, and its random number."""

from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from shutil import copytree
from typing import Any

from tests.breaking import moments_of_writing
from tests.conftest import ROOT, make_database
from tests.editing import EVENTS, QUOTES, TOPICS, dump, edit


@dataclass
class Ground:
    """A folder to work in, the seeds and databases of an old and a new state, and chance."""

    folder: Path
    chance: Random
    seeds: tuple[Path, Path] = field(init=False)
    databases: tuple[Path, Path] = field(init=False)
    states: list[Any] = field(init=False)
    rounds: int = 0

    def __post_init__(self) -> None:
        new = copytree(ROOT / "seeds", self.folder / "new")
        edit(new, TOPICS, 'name.en = "Iran"', 'name.en = "Persia"')
        edit(new, QUOTES, 'kind = "full"', 'kind = "partial"')
        edit(new, EVENTS, "added = 20", "changed = 2026-11-23\nadded = 20")
        self.seeds = ROOT / "seeds", new
        old = make_database(self.folder / "old.db", self.seeds[0])
        self.databases = old, make_database(self.folder / "new.db", new)
        self.states = [dump(database) for database in self.databases]

    def new_folder(self) -> Path:
        """An empty folder for one round."""
        self.rounds += 1
        folder = self.folder / str(self.rounds)
        folder.mkdir()
        return folder

    def moments(self) -> list[tuple[bytes, bytes]]:
        """The files of a transaction under way that is never committed, at each statement."""
        copy = self.new_folder() / "site.db"
        copy.write_bytes(self.databases[0].read_bytes())
        return moments_of_writing(copy)


def settings_of(database: Path, seeds: Path) -> dict[str, Any]:
    """The settings of a command on them."""
    return {"DASHBOARD_DATABASE": database, "DASHBOARD_SEEDS": seeds}
