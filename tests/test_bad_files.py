"""Files of seeds that nobody should have put there: each is told in a line, with the reason."""

import os
import shutil
import socket
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.reader import MOST_OF_A_SOURCE, MOST_OF_TABLES, MOST_OF_THE_LEDGER
from tests.breaking import limit_files, start
from tests.conftest import ROOT
from tests.drafting import Command
from tests.editing import (
    ACTORS,
    ARTICLE,
    EVENTS,
    FACTS,
    FOLDER,
    LEDGER,
    MENTIONS,
    QUOTES,
    SOURCE,
    TOPICS,
    append,
    edit,
    edit_source,
)
from tests.test_writer import as_nobody

Break = Callable[[Path], object]
ALL = [ACTORS, EVENTS, TOPICS, LEDGER, "corrections.toml", FACTS, QUOTES, MENTIONS, SOURCE]
IRAN = 'slug = "iran"\n'
QUOTED = "nous partirons"


def instead(path: Path, make: Callable[[Path], object]) -> None:
    """Put something else in the place of a file."""
    path.unlink()
    make(path)


def link_out(path: Path) -> None:
    outside = Path(shutil.move(path, path.parents[len(path.parts) - 3] / "outside")).absolute()
    path.symlink_to(outside)


def listen_at(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the address of a socket is a short one
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


def grow(file: str, size: int) -> Break:
    """A file of 50 MB that takes no room."""

    def make(seeds: Path) -> None:
        os.truncate(seeds / file, max(50_000_000, size))

    return make


def put(file: str, content: bytes) -> Break:
    return lambda seeds: (seeds / file).write_bytes(content)


def add(file: str, text: str) -> Break:
    return lambda seeds: append(seeds, file, text)


def change(file: str, old: str, new: str) -> Break:
    return lambda seeds: edit(seeds, file, old, new)


def recode(file: str, encoding: str) -> Break:
    def make(seeds: Path) -> None:
        (seeds / file).write_bytes((seeds / file).read_text("utf-8").encode(encoding))

    return make


def replaced(file: str, make: Callable[[Path], object]) -> Break:
    return lambda seeds: instead(seeds / file, make)


def beside(name: str, make: Callable[[Path], object]) -> Break:
    """Something else in the folder of articles."""
    return lambda seeds: make(seeds / "articles" / name)


def topic(line: str) -> Break:
    return change(TOPICS, IRAN, IRAN + line + "\n")


def name_of_iran(text: str) -> Break:
    return change(TOPICS, 'name.fr = "Iran"', f'name.fr = "{text}"')


def decompose(seeds: Path) -> None:
    """A quote typed on a system that sets accents apart."""
    edit(seeds, QUOTES, "très", "tre\N{COMBINING GRAVE ACCENT}s")


def rename_in_a_circle(seeds: Path) -> None:
    edit(seeds, TOPICS, IRAN, IRAN + 'was = ["timetable"]\n')
    edit(seeds, TOPICS, 'slug = "timetable"\n', 'slug = "timetable"\nwas = ["iran"]\n')


def twice_in_two_files(seeds: Path) -> None:
    """An actor of the whole folder, in the file of an article's own too."""
    whole = (seeds / ACTORS).read_text("utf-8")
    first = whole[whole.index("[[actor]]") : whole.index("[[actor]]", whole.index("[[actor]]") + 1)]
    (seeds / FOLDER / "actors.toml").write_text(first, "utf-8")


def feminine(seeds: Path) -> None:
    """A source that was received with a mark of the byte order."""
    edit_source(seeds, " date 2020-08", "\N{ZERO WIDTH NO-BREAK SPACE} date 2020-08")


DIGITS = "9" * 5_000
WAY_OUT = "is a link that leads out of"
BREAKS: dict[str, tuple[Break, str, str]] = {
    # what stands where a file should
    "folder for a file": (replaced(TOPICS, Path.mkdir), TOPICS, "is a folder, and must be a file"),
    "folder for a source": (replaced(SOURCE, Path.mkdir), SOURCE, "is a folder, and must be a"),
    "pipe": (replaced(QUOTES, os.mkfifo), QUOTES, "is no plain file"),
    "pipe for the ledger": (replaced(LEDGER, os.mkfifo), LEDGER, "is no plain file"),
    "pipe for an article's actors": (
        lambda seeds: os.mkfifo(seeds / FOLDER / "actors.toml"),
        f"{FOLDER}/actors.toml",
        "is no plain file",
    ),
    "socket": (replaced(MENTIONS, listen_at), MENTIONS, "is no plain file"),
    "device": (
        replaced(TOPICS, lambda path: path.symlink_to("/dev/zero")),
        TOPICS,
        WAY_OUT,
    ),
    "link out": (lambda seeds: link_out(seeds / SOURCE), SOURCE, WAY_OUT),
    "link to itself": (
        replaced(EVENTS, lambda path: path.symlink_to(path.name)),
        EVENTS,
        "cannot be read: Too many levels of symbolic links",
    ),
    "link to nothing": (
        replaced(EVENTS, lambda path: path.symlink_to("nothing.toml")),
        EVENTS,
        "is missing",
    ),
    "folder that is a link out": (
        beside("elsewhere", lambda path: path.symlink_to("/")),
        "articles/elsewhere",
        WAY_OUT,
    ),
    "file among the articles": (
        beside("notes", Path.touch),
        "articles/notes",
        "is a file, and must be a folder",
    ),
    "file for all articles": (
        lambda seeds: (seeds / "articles").rename(seeds / "old").with_name("articles").touch(),
        "articles",
        "cannot be read: Not a directory",
    ),
    "name that is no text": (
        beside(os.fsdecode(b"x\xff\x1b[2J"), Path.mkdir),
        r"articles/x\udcff\x1b[2J",
        "is not a slug",
    ),
    # size
    "large tables": (grow(QUOTES, MOST_OF_TABLES), QUOTES, "is larger than 8 MB"),
    "large source": (grow(SOURCE, MOST_OF_A_SOURCE), SOURCE, "is larger than 4 MB"),
    "large ledger": (grow(LEDGER, MOST_OF_THE_LEDGER), LEDGER, "is larger than 32 MB"),
    # characters
    "byte order mark": (recode(TOPICS, "utf-8-sig"), TOPICS, "begins with a byte order mark"),
    "UTF-16": (recode(QUOTES, "utf-16"), QUOTES, "is not UTF-8, but UTF-16"),
    "UTF-16 without a mark": (recode(QUOTES, "utf-16-le"), QUOTES, "is not "),
    "UTF-16 source": (recode(SOURCE, "utf-16"), SOURCE, "is not utf-8 (byte 0)"),
    "marked source": (feminine, SOURCE, "begins with a byte order mark: its encoding is utf-8-sig"),
    "ledger in no ASCII": (add(LEDGER, "topics/é\n"), LEDGER, "is not ASCII (byte "),
    "lone surrogate": (name_of_iran("\\ud800"), TOPICS, "is not TOML: "),
    "surrogate in bytes": (put(TOPICS, b'a = "\xed\xa0\x80"'), TOPICS, "is not UTF-8 (byte 5)"),
    "NUL": (put(TOPICS, b'[[topic]]\nslug = "a\0b"\n'), TOPICS, "is not TOML: "),
    "NUL as an escape": (name_of_iran("I\\u0000ran"), TOPICS, "invisible character U+0000"),
    "escape of a terminal": (name_of_iran("\\u001b[2J"), TOPICS, "invisible character U+001B"),
    "bare CR": (put(TOPICS, b'[[topic]]\rslug = "a"\r'), TOPICS, "is not TOML: "),
    "name that turns round": (name_of_iran("\u202enarI"), TOPICS, "invisible character U+202E"),
    "title that turns round": (
        change(FACTS, 'en = "', 'en = "\u2067'),
        FACTS,
        "title.en: holds the invisible character U+2067",
    ),
    "accents apart": (decompose, QUOTES, "in another Unicode normal form"),
    "other spaces": (
        change(QUOTES, "très bonne relation", "très  bonne relation"),
        QUOTES,
        "with other spaces or line breaks",
    ),
    # TOML
    "number of 5,000 digits": (topic(f"name = {DIGITS}"), TOPICS, "a number has too many digits"),
    "number of 5,000 hex digits": (topic(f"review = 0x{DIGITS}"), TOPICS, "review: "),
    "occurrence past all": (
        change(MENTIONS, "occurrence = 1", f"occurrence = 0x{DIGITS}"),
        MENTIONS,
        "occurrence: Input should be",
    ),
    "lists without end": (topic("was = " + "[" * 50_000), TOPICS, "are nested too deep"),
    "tables without end": (topic("was = " + "{a=" * 50_000), TOPICS, "are nested too deep"),
    "key without end": (topic("a." * 50_000 + "a = 1"), TOPICS, "a key has more than 100 parts"),
    "quoted key without end": (topic('"a" . ' * 50_000 + "a = 1"), TOPICS, "more than 100 parts"),
    "header without end": (add(TOPICS, f"[{'a.' * 50_000}a]"), TOPICS, "more than 100 parts"),
    "day that is none": (topic("added = 2020-02-30"), TOPICS, "is not TOML: "),
    "key with a line break": (topic('"a\\nb" = 1'), TOPICS, r"a\nb: unknown key"),
    "name without end": (
        change(MENTIONS, 'text = "', f'text = "{"x" * 100_000}'),
        MENTIONS,
        "stands nowhere in",
    ),
    # between files
    "one slug in two files": (twice_in_two_files, f"{FOLDER}/actors.toml", "is used twice"),
    "renamed in a circle": (rename_in_a_circle, TOPICS, "its old slug 'iran' names another record"),
    "its own old slug": (topic('was = ["iran"]'), TOPICS, "its old slug 'iran' names another"),
    "reference to nothing": (
        change(QUOTES, 'speaker = "donald-trump"', 'speaker = "nobody"'),
        QUOTES,
        "refers to actors/nobody, which does not exist",
    ),
    "evidence in no article": (
        change(EVENTS, f'article = "{ARTICLE}"', 'article = "none-such"'),
        EVENTS,
        "refers to articles/none-such, which does not exist",
    ),
}


def told(done_err: str, seeds: Path, file: str, reason: str) -> bool:
    return any(
        line.startswith(f"{seeds}/{file}: ") and reason in line for line in done_err.splitlines()
    )


@pytest.mark.parametrize("name", BREAKS)
def test_it_is_told_in_a_line(name: str, command: Command, seeds: Path) -> None:
    spoil, file, reason = BREAKS[name]
    spoil(seeds)
    done = command("check", DASHBOARD_SEEDS=seeds)
    assert (done.status, done.out) == (1, "")
    assert told(done.err, seeds, file, reason), done.err[:2_000]
    lines = done.err.splitlines()
    assert all(line.isprintable() or "\N{NO-BREAK SPACE}" in line for line in lines)
    assert all(len(line) < 4_000 for line in lines)


# One for each file: what one of them hides, another cannot show.
AT_ONCE = [
    *("pipe", "device", "link out", "link to itself", "file among the articles", "socket"),
    *("name that is no text", "large ledger", "folder that is a link out"),
]


def test_all_of_them_are_told_at_once_and_nothing_changes(
    command: Command, seeds: Path, database: Path
) -> None:
    before = database.read_bytes()
    for name in AT_ONCE:
        BREAKS[name][0](seeds)
    (seeds / FACTS).write_bytes(b"\xff\xfe")
    (seeds / ACTORS).write_text("a = " + "[" * 50_000)
    done = command("load", DASHBOARD_DATABASE=database, DASHBOARD_SEEDS=seeds)
    assert (done.status, done.out) == (1, "")
    for name in AT_ONCE:
        assert told(done.err, seeds, *BREAKS[name][1:]), name
    assert told(done.err, seeds, FACTS, "UTF-16")
    assert told(done.err, seeds, ACTORS, "nested too deep")
    assert database.read_bytes() == before


def test_a_link_within_the_folder_is_followed(command: Command, seeds: Path) -> None:
    (seeds / TOPICS).rename(seeds / "subjects.toml")
    (seeds / TOPICS).symlink_to("subjects.toml")
    assert command("check", DASHBOARD_SEEDS=seeds).status == 0


def test_lines_may_end_as_on_windows(command: Command, seeds: Path) -> None:
    for file in (ACTORS, TOPICS, EVENTS, FACTS, QUOTES, MENTIONS, LEDGER):
        (seeds / file).write_bytes((seeds / file).read_bytes().replace(b"\n", b"\r\n"))
    assert command("check", DASHBOARD_SEEDS=seeds).status == 0


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_a_source_keeps_its_ends_of_lines(
    command: Command, seeds: Path, database: Path, ending: str
) -> None:
    edit_source(seeds, "\n", ending)
    settings = {"DASHBOARD_DATABASE": database, "DASHBOARD_SEEDS": seeds}
    assert command("load", **settings).status == 0
    assert command("verify", **settings).status == 0


def test_what_may_not_be_read_is_told(tmp_path: Path, seeds: Path) -> None:
    with TemporaryDirectory() as name:
        folder = Path(shutil.move(seeds, f"{name}/seeds"))
        Path(name).chmod(0o755)
        for part in (ACTORS, LEDGER, FOLDER):
            (folder / part).chmod(0o000)
        check = start("check", printed=tmp_path / "c", prepare=as_nobody, DASHBOARD_SEEDS=folder)
        ended = check.wait()
        (folder / FOLDER).chmod(0o755)
        assert (ended.status, ended.out) == (1, "")
        for part in (ACTORS, LEDGER, FACTS, SOURCE):
            assert told(ended.err, folder, part, "cannot be read: Permission denied")


def test_a_ledger_that_cannot_be_written_is_told(tmp_path: Path, seeds: Path) -> None:
    edit(seeds, TOPICS, IRAN, IRAN + 'was = ["persia"]\n')
    before = (seeds / LEDGER).read_bytes()
    size = len(before) + 5  # a part of the line would still have room
    full = partial(limit_files, size)
    add = start("check", "--add", printed=tmp_path / "c", prepare=full, DASHBOARD_SEEDS=seeds)
    ended = add.wait()
    assert (ended.status, ended.out, len(ended.err.splitlines())) == (1, "", 1)
    assert ended.err.startswith(f"{seeds / LEDGER} could not be written: ")
    assert (seeds / LEDGER).read_bytes() == before


SETTINGS = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
EDIT = st.tuples(
    st.sampled_from(ALL),
    st.floats(0, 1, exclude_max=True),  # where in the file
    st.integers(0, 40),  # bytes taken out
    st.one_of(st.binary(max_size=20), st.text(max_size=10).map(str.encode)),
)


@SETTINGS
@given(edits=st.lists(EDIT, min_size=1, max_size=3))
def test_whatever_is_edited_check_ends_in_order(
    command: Command, seeds: Path, edits: list[tuple[str, float, int, bytes]]
) -> None:
    """No exception, no hang: 0 or 1, and lines."""
    for file in ALL:
        shutil.copy(ROOT / "seeds" / file, seeds / file)
    for file, place, gone, new in edits:
        content = (seeds / file).read_bytes()
        at = int(place * len(content))
        (seeds / file).write_bytes(content[:at] + new + content[at + gone :])
    done = command("check", DASHBOARD_SEEDS=seeds)
    assert (done.status == 0) == (not done.err)


@SETTINGS
@given(file=st.sampled_from(ALL), content=st.binary(max_size=300))
def test_whatever_bytes_stand_in_a_file_check_ends_in_order(
    command: Command, seeds: Path, file: str, content: bytes
) -> None:
    before = (ROOT / "seeds" / file).read_bytes()
    (seeds / file).write_bytes(content)
    done = command("check", DASHBOARD_SEEDS=seeds)
    (seeds / file).write_bytes(before)
    assert done.status == 1 or content in (before, b"")
