"""Files of seeds that a fuzzer makes up, guided by what of the reader they reach: `python -m
soak.fuzz FOLDER`. Whatever they hold, the answer is a line for each mistake, never a fault."""

import sys
from pathlib import Path
from shutil import copytree

import atheris

with atheris.instrument_imports(include=["app"]):
    from app.loader import SeedError, check_seeds

from tests.conftest import ROOT

ARTICLE = "articles/2020-08-trump-al-kazimi/"
FILES = [
    *("actors.toml", "topics.toml", "events.toml", "corrections.toml", "permalinks.txt"),
    *(ARTICLE + name for name in ("source.txt", "article.toml", "quotes.toml", "mentions.toml")),
]


def fuzz(folder: Path) -> None:
    """Never returns: the fuzzer ends the process, with a status other than 0 after a fault."""
    seeds = copytree(ROOT / "seeds", folder / "seeds")
    whole = {name: (seeds / name).read_bytes() for name in FILES}

    def once(data: bytes) -> None:
        """The first byte says which file is another, and the next two where in it."""
        if len(data) < 4:
            return
        name = FILES[data[0] % len(FILES)]
        at = int.from_bytes(data[1:3], "big") % (len(whole[name]) + 1)
        piece, size = data[4:], data[3] % 64
        (seeds / name).write_bytes(whole[name][:at] + piece + whole[name][at + size :])
        try:
            check_seeds(seeds)
        except SeedError:
            pass
        finally:
            (seeds / name).write_bytes(whole[name])

    atheris.Setup([sys.argv[0], *sys.argv[2:]], once)
    atheris.Fuzz()


if __name__ == "__main__":
    fuzz(Path(sys.argv[1]))
