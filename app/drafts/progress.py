"""How far a run over many files is: a bar on a terminal, nothing elsewhere."""

import shutil
import sys

BAR = 24


def on_terminal() -> bool:
    return sys.stderr.isatty()


class Progress:
    """A line on standard error that is written over as the run goes on."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.shown = total > 1 and on_terminal()

    def show(self, done: int, name: str) -> None:
        if self.shown:
            full = BAR * done // self.total
            line = f"[{'#' * full}{'.' * (BAR - full)}] {done}/{self.total} {name}"
            width = shutil.get_terminal_size().columns - 1
            print(f"\r\033[K{line[:width]}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self.shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
