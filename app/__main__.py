"""The command line: `python -m app draft`, `check`, `preview`, `load`, `serve`, `export`, …"""

import argparse
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from pydantic import ValidationError

from app.settings import Settings
from app.trouble import find_fault, find_trouble, is_older


def main() -> int:
    """Run one command; the number returned is the process's exit status."""
    parser = argparse.ArgumentParser(prog="python -m app", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    serving = commands.add_parser("serve", help="serve the site")
    serving.add_argument(
        "--workers", type=count, default=count_cores(), help="processes; by default one a core"
    )
    commands.add_parser("load", help="bring the database to what the seeds state")
    check = commands.add_parser("check", help="report everything wrong with the seeds")
    check.add_argument("--add", action="store_true", help="append missing lines to permalinks.txt")
    verify = commands.add_parser("verify", help="audit the database against the seeds")
    verify.add_argument("file", type=Path, nargs="?", help="a backup, instead of the database")
    backup = commands.add_parser("backup", help="copy the database, whoever uses it meanwhile")
    backup.add_argument("file", type=Path)
    restore = commands.add_parser("restore", help="put a backup in the place of the database")
    restore.add_argument("file", type=Path)
    export = commands.add_parser("export", help="write the site and its database to a folder")
    export.add_argument("folder", type=Path)
    draft = commands.add_parser("draft", help="propose what the record would say of a dispatch")
    draft.add_argument("files", nargs="*", metavar="FILE", help="or folder; none, or -: stdin")
    draft.add_argument("--lang", choices=("fr", "en"), help="its language, else guessed")
    draft.add_argument("--date", help="its date (EDTF), else its header's: 2020-08")
    draft.add_argument("--into", type=Path, metavar="FOLDER", help="another folder of seeds")
    draft.add_argument("--json", action="store_true", help="print the draft, write nothing")
    commands.add_parser("preview", help="serve the site with what is under review, as drafts")
    commands.add_parser("schemas", help="write seeds/schemas/ anew from the code")
    arguments = parser.parse_args()
    try:
        settings = Settings()
    except ValidationError as error:
        for detail in error.errors():
            name = f"DASHBOARD_{'_'.join(str(part) for part in detail['loc']).upper()}"
            print(f"{name}: {detail['msg'].removeprefix('Value error, ')}", file=sys.stderr)
        return 2
    if arguments.command == "serve":
        return serve(settings, arguments.workers)
    if arguments.command == "load":
        return load(settings)
    if arguments.command == "verify":
        return verify_database(settings, arguments.file)
    if arguments.command == "backup":
        return back_up(settings, arguments.file)
    if arguments.command == "restore":
        return restore_file(settings, arguments.file)
    if arguments.command == "export":
        return export_site(settings, arguments.folder)
    if arguments.command == "draft":
        return draft_files(settings, arguments)
    if arguments.command == "preview":
        return preview(settings)
    if arguments.command == "schemas":
        return write_schemas()
    return check_seeds(settings.seeds, add=arguments.add)


def count(text: str) -> int:
    """A number of processes."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 1_000):
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to 1000")
    return int(text)


def count_cores() -> int:
    """The cores that this process may use, where the system can tell."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def serve(settings: Settings, workers: int) -> int:
    from app.serving import serve_site  # imported late: `load` and `check` need no web framework

    # What a migration empties is only in the seeds.
    if is_older(settings.database) and (failed := load(settings)):
        return failed
    return serve_site(settings, workers)


def draft_files(settings: Settings, arguments: argparse.Namespace) -> int:
    from app.drafts.command import Order, run

    return run(
        Order(
            files=tuple(arguments.files),
            language=arguments.lang,
            date=arguments.date,
            folder=arguments.into or settings.seeds,
            as_json=arguments.json,
            apart=arguments.into is not None and arguments.into != settings.seeds,
        )
    )


def preview(settings: Settings) -> int:
    from app.preview.site import serve_preview

    return serve_preview(settings)


def write_schemas() -> int:
    from app.schemas import write_schemas

    for path in write_schemas():
        print(f"wrote {path}")
    return 0


def load(settings: Settings) -> int:
    from app.database import open_database, writing
    from app.loader import load_seeds, migrate

    with told(settings) as failed:
        with writing(settings.database):
            database = open_database(settings.database, write=True)
            migrate(database)
            progress = partial(show_progress, "articles")
            done = load_seeds(database, settings.seeds, progress=progress)
            database.dispose()
        rows = f"{done.rows or 'no'} row{'s' * (done.rows != 1)}"
        print(f"{settings.database}: {rows} changed; {done.read} of {done.articles} articles read")
        if done.left_out.files:
            print(
                f"left out, under review: {done.left_out.summary()} (`python -m app check` lists)"
            )
    return len(failed)


@contextmanager
def told(settings: Settings) -> Iterator[list[Exception]]:
    """Tell in a line why the database is not written, and keep the error for who asks."""
    from sqlalchemy.exc import DBAPIError

    from app.loader import SchemaError, SeedError

    failed: list[Exception] = []
    try:
        yield failed
    except SeedError as error:
        failed.append(error)
        print(error, file=sys.stderr)
        print(f"{error.summary(settings.seeds)}; {settings.database} is unchanged", file=sys.stderr)
    except SchemaError as error:
        failed.append(error)
        print(find_trouble(settings.database), file=sys.stderr)
    except (DBAPIError, sqlite3.Error, OSError, UnicodeDecodeError) as error:
        failed.append(error)
        reason = getattr(error, "orig", None) or error
        print(f"{settings.database} could not be written: {reason}", file=sys.stderr)


def back_up(settings: Settings, file: Path) -> int:
    from app.backup import BackupError, back_up

    try:
        back_up(settings.database, file)
    except BackupError as error:
        print(error, file=sys.stderr)
        return 1
    except (sqlite3.Error, OSError) as error:
        print(f"{file} could not be written: {error}", file=sys.stderr)
        return 1
    print(f"{file}: a whole copy of {settings.database}")
    return 0


def restore_file(settings: Settings, file: Path) -> int:
    from app.backup import BackupError, restore
    from app.database import writing

    with told(settings) as failed:
        try:
            with writing(settings.database):
                older = restore(file, settings.database, settings.seeds)
        except BackupError as error:
            print(f"{error}; {settings.database} is unchanged", file=sys.stderr)
            return 1
        brought = f", whose schema was older: it holds what {settings.seeds} states now"
        print(f"{settings.database}: restored from {file}{brought if older else ''}")
    return len(failed)


def verify_database(settings: Settings, file: Path | None) -> int:
    from sqlalchemy.exc import DBAPIError

    from app.database import open_database
    from app.loader import SeedError
    from app.verify import verify

    path = file or settings.database
    fault = find_fault(path)
    if file is None:
        trouble = find_trouble(path) or (f"{path} {fault}" if fault else None)
    else:
        older = "has an older schema: `restore` brings it up to date"
        trouble = f"{path} {fault or older}" if fault or is_older(path) else None
    if trouble:
        print(trouble, file=sys.stderr)
        return 1
    try:
        faults = list(verify(open_database(path), settings.seeds))
    except SeedError as error:
        print(error, file=sys.stderr)
        print(f"{settings.seeds} is not valid: nothing to verify against", file=sys.stderr)
        return 1
    except (DBAPIError, UnicodeDecodeError) as error:
        faults = [f"{path} is damaged ({getattr(error, 'orig', error)})"]
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults:
        print(f"{path}: all as {settings.seeds} states it")
    return 1 if faults else 0


def export_site(settings: Settings, folder: Path) -> int:
    from app.export import ExportError, export_site

    if trouble := find_trouble(settings.database):
        print(trouble, file=sys.stderr)
        return 1
    try:
        written = export_site(settings, folder, partial(show_progress, "pages"))
    except (ExportError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{folder}: {written} files; open {folder}/index.html")
    if settings.public_url is None:
        print(
            f"DASHBOARD_PUBLIC_URL is not set: its permalinks begin with {settings.public_address}",
            file=sys.stderr,
        )
    return 0


def show_progress(what: str, done: int, known: int) -> None:
    """A line that counts, for who looks on."""
    if sys.stderr.isatty():
        print(f"\r{done} of {known} {what}", end="" if done < known else "\n", file=sys.stderr)


def check_seeds(seeds: Path, *, add: bool) -> int:
    from app.loader import SeedError, add_permalinks, check_seeds

    try:
        for address in add_permalinks(seeds) if add else []:
            print(f"added {address} to {seeds / 'permalinks.txt'}")
        checked = check_seeds(seeds)
    except SeedError as error:
        print(error, file=sys.stderr)
        print(error.summary(seeds), file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{seeds / 'permalinks.txt'} could not be written: {error}", file=sys.stderr)
        return 1
    print(f"{seeds}: nothing wrong ({checked.summary()})")
    if checked.left_out.files:
        print(f"under review, left out by `load`: {checked.left_out.summary()}")
    for line in checked.left_out.lines():
        print(f"  {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
