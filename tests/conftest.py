"""What every test may ask for: databases, made by the real migrations and the real loader, and
clients that read the site on them.

`client` reads the real article of `seeds/`, `cast_client` the invented ones of `tests/cast.py`;
both are made once. A test that changes something asks for `seeds` or `database`, copies of its own.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from fcntl import LOCK_EX, flock
from pathlib import Path

import hypothesis
import pytest
from starlette.testclient import TestClient

from app.database import open_database
from app.loader import load_seeds, migrate
from app.main import create_app
from app.settings import Settings
from tests.cast import write_cast
from tests.drafting import Command, make_command, run
from tests.reading import engine_of, origin_of

ROOT = Path(__file__).resolve().parent.parent
# No test measures time: a machine may have other work.
hypothesis.settings.register_profile(
    "ours", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("ours")


@pytest.fixture(scope="session", autouse=True)
def own_settings() -> Iterator[None]:
    """The settings of whoever runs the tests are not those of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("DASHBOARD_")]:
            if name != "DASHBOARD_BROWSER":
                patch.delenv(name)
        yield


def make_database(path: Path, seeds: Path) -> Path:
    """A new database that holds what a folder of seeds states."""
    engine = open_database(path, write=True)
    migrate(engine)
    load_seeds(engine, seeds)
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def real_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of `seeds/`; not to be written to."""
    return make_database(tmp_path_factory.mktemp("real") / "real.db", ROOT / "seeds")


@pytest.fixture(scope="session")
def cast_seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds of `tests/cast.py`; not to be written to."""
    return write_cast(tmp_path_factory.mktemp("cast") / "seeds")


@pytest.fixture(scope="session")
def cast_database(tmp_path_factory: pytest.TempPathFactory, cast_seeds: Path) -> Path:
    """The database of the invented seeds; not to be written to."""
    return make_database(tmp_path_factory.mktemp("cast-database") / "cast.db", cast_seeds)


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory, real_database: Path) -> Path:
    """A copy of the site of `seeds/` as files, in a folder with a space in its name; not to be
    written to. It takes ten seconds: the first to ask makes it for all processes of the tests."""
    place = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        place = place.parent
    folder, printed = place / "export" / "a copy", place / "export" / "printed"
    folder.parent.mkdir(exist_ok=True)
    with (place / "export" / "lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not printed.exists():
            shutil.rmtree(folder, ignore_errors=True)  # of one that failed
            done = run("export", str(folder), DASHBOARD_DATABASE=str(real_database))
            assert done.returncode == 0, done.stderr
            printed.write_text(f"{done.stdout}{done.stderr}")
    return folder


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A copy of `seeds/` that a test may break."""
    return Path(shutil.copytree(ROOT / "seeds", tmp_path / "seeds"))


@pytest.fixture
def database(tmp_path: Path, real_database: Path) -> Path:
    """A copy of the database of `seeds/` that a test may break."""
    return Path(shutil.copy(real_database, tmp_path / "copy.db"))


def open_client(database: Path, **settings: object) -> TestClient:
    """A reader who follows no redirect, and to whom a fault is an answer of 500.

    Each page is made anew, unless the settings say how much is kept: for tests count the statements
    of a page, and make faults on purpose.
    """
    app = create_app(Settings.model_validate({"database": database, "keep": 0, **settings}))
    return TestClient(
        app,
        base_url=origin_of(app.state.settings.public_address),
        follow_redirects=False,
        raise_server_exceptions=False,
    )


@pytest.fixture(scope="session")
def client(real_database: Path) -> Iterator[TestClient]:
    """A reader of the real article."""
    client = open_client(real_database)
    yield client
    engine_of(client).dispose()


@pytest.fixture(scope="session")
def cast_client(cast_database: Path) -> Iterator[TestClient]:
    """A reader of the invented articles."""
    client = open_client(cast_database)
    yield client
    engine_of(client).dispose()


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """The command line, in this process."""
    return make_command(monkeypatch, capsys)


@pytest.fixture
def open_site() -> Iterator[Callable[..., TestClient]]:
    """Open a site on another database, or with other settings."""
    clients: list[TestClient] = []

    def open_one(database: Path, **settings: object) -> TestClient:
        clients.append(open_client(database, **settings))
        return clients[-1]

    yield open_one
    for client in clients:
        engine_of(client).dispose()
