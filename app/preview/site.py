"""`python -m app preview`: the site from a database of its own, drafts included, to read only."""

import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi import FastAPI

from app.database import open_database
from app.hosts import is_loopback
from app.loader import SeedError, load_seeds, migrate
from app.main import create_app
from app.preview import pages
from app.reader import Seeds, read_seeds
from app.review import LeftOut
from app.serving import run_site
from app.settings import Settings


@dataclass
class Preview:
    """A folder of seeds, drafts included, in a database that follows its files."""

    folder: Path
    database: Path
    seeds: Seeds = field(init=False)
    drafts: LeftOut = field(default_factory=LeftOut)
    problems: list[str] = field(default_factory=list)
    seen: frozenset[tuple[str, int]] = frozenset()

    def refresh(self) -> None:
        """Load the files again where they changed; where they are wrong, keep what was there."""
        if self.state() != self.seen:
            try:
                self.load()
            except SeedError as error:
                self.problems = [str(problem) for problem in error.problems]

    def load(self) -> None:
        """Load the files; raises SeedError with all that is wrong."""
        self.seen = self.state()
        engine = open_database(self.database, write=True)
        try:
            self.drafts = load_seeds(engine, self.folder, drafts=True).left_out
        finally:
            engine.dispose()
        self.seeds = read_seeds(self.folder)
        self.problems = []

    def state(self) -> frozenset[tuple[str, int]]:
        """Every file of the folder with when it was last written."""
        files = (path for path in self.folder.rglob("*") if path.is_file())
        return frozenset((str(path), path.stat().st_mtime_ns) for path in files)


def make_preview(seeds: Path, database: Path) -> Preview:
    """A new database with everything that the seeds state; raises SeedError if it is wrong."""
    engine = open_database(database, write=True)
    migrate(engine)
    engine.dispose()
    preview = Preview(seeds, database)
    preview.load()
    return preview


def create_preview(settings: Settings, preview: Preview) -> FastAPI:
    """The site on a preview's database, with the pages of drafts beside its own."""
    # Its pages follow the files too, not the database alone: so none is kept.
    own = {"database": preview.database, "keep": 0, "public_url": None}
    app = create_app(settings.model_copy(update=own))
    app.state.preview = preview
    app.include_router(pages.router)
    return app


def serve_preview(settings: Settings) -> int:
    """Serve until stopped; seeds that are wrong are told as `check` tells them."""
    if not is_loopback(settings.host):
        print(
            f"DASHBOARD_HOST is {settings.host}: drafts are shown to this machine alone, so name"
            " 127.0.0.1 or nothing",
            file=sys.stderr,
        )
        return 1
    settings = settings.model_copy(update={"public_url": None})
    # Else the signal ends the process at once, and its database stays behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with TemporaryDirectory(prefix="preview-") as folder:
        try:
            preview = make_preview(settings.seeds, Path(folder) / "preview.db")
        except SeedError as error:
            print(error, file=sys.stderr)
            print(error.summary(settings.seeds), file=sys.stderr)
            return 1
        summary = preview.drafts.summary() or "nothing is under review"
        print(f"{settings.seeds}: {summary}; drafts at {settings.public_address}/en/drafts")
        return run_site(create_preview(settings, preview), settings)
