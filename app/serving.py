"""The server: one process, or several that share nothing but the database's file."""

import gc
import os
import signal
import sys
from contextlib import ExitStack, suppress
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any

import uvicorn
from starlette.types import ASGIApp

from app.logs import set_up_logging
from app.settings import Settings
from app.trouble import find_trouble

# The collector's thresholds: how many objects more than before make it look at the youngest, and
# its rounds before it looks at older ones. What a page makes dies by itself but for a few dozen
# objects of some pages; ten thousand take it some ten milliseconds, in which a reader waits.
THRESHOLDS = (10_000, 20, 100)
SECONDS_TO_END = 60  # for answers that are being sent when the server is to stop
SECONDS_TO_ANSWER = 60  # after which a worker counts as hung; starting takes a slow machine a few


def serve_site(settings: Settings, workers: int) -> int:
    """Serve until stopped; a database that cannot be read is told in one line."""
    if trouble := find_trouble(settings.database):
        print(trouble, file=sys.stderr)
        return 1
    with ExitStack() as stack:
        if settings.metrics_port is not None:
            from app.metrics import exposing

            # Else the signal that ends a process without workers leaves the folder behind.
            signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
            try:
                stack.enter_context(exposing(settings.metrics_port))
            except OSError as error:
                print(
                    f"port {settings.metrics_port} for metrics: {error.strerror}", file=sys.stderr
                )
                return 1
        return run_site("app.serving:make_site", settings, factory=True, workers=workers)


def run_site(app: ASGIApp | str, settings: Settings, **options: Any) -> int:
    """Serve an application where the settings say, until stopped.

    More than one worker stand under a supervisor, which starts another for one that dies.
    """
    set_up_logging(settings)
    raise_most_files()
    print(f"Serving on {settings.public_address}", flush=True)
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        http="app.protocol:Bounded",
        ws="none",
        timeout_graceful_shutdown=SECONDS_TO_END,
        timeout_worker_healthcheck=SECONDS_TO_ANSWER,
        **options,
    )
    return 0


def raise_most_files() -> None:
    """Let this process, and those that it starts, open as many files as may be had unasked."""
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(ValueError, OSError):  # a system may name a number that it does not give
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def make_site() -> ASGIApp:
    """What one worker serves, by the settings of the environment."""
    gc.disable()  # of what is made here nothing dies
    if (supervisor := parent_process()) is not None:
        Thread(target=end_after, args=(supervisor,), daemon=True).start()
    # A supervisor needs none of these.
    from app.main import create_app
    from app.protocol import Bounded

    settings = Settings()
    Bounded.is_https = settings.public_address.startswith("https:")
    set_up_logging(settings)
    app = create_app(settings)
    front = app.front
    if settings.metrics_port is not None:
        from app.metrics import Metrics

        front = Metrics(front, app.kept)
    settle()
    return front


def end_after(supervisor: BaseProcess) -> None:
    """End this worker, in order, once nobody is left who could tell it to."""
    supervisor.join()
    os.kill(os.getpid(), signal.SIGTERM)


def settle() -> None:
    """Take what the application is made of out of the garbage collector's way.

    It looks through every object that lives, hundreds of thousands, of which none ever dies: thirty
    milliseconds in which a reader waits. What pages leave behind it still finds, later.
    """
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
    gc.enable()
