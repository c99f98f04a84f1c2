"""How tests command and draft: the command line in this process or one of its own, and invented
dispatches for it."""

import io
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from app.__main__ import main

ENGLISH = """\
Valdoria keeps its bridge open

"The bridge stays open," Dora Quill told reporters in Port Haven on 12 May 2022. "We have nothing \
to fear from our neighbours," she added.

Her opponent, Evan Stone, called the decision a "gift to smugglers" and promised to close it.

Donald Trump did not speak.
"""
FRENCH = """\
 date 2022-05 La Valdorie garde son pont ouvert

"Le pont restera ouvert", a déclaré la Première ministre Dora Quill. "Nous n'avons rien à craindre \
de nos voisins", a-t-elle ajouté.

Son adversaire Evan Stone a dénoncé "un cadeau aux contrebandiers".
"""
PAGE = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Valdoria keeps its bridge - The Post</title>
<meta property="article:published_time" content="2019-06-14T09:00:00Z">
<script>var tracked = "never shown";</script></head>
<body><nav><ul><li>Home</li><li>All the sport of the week</li></ul></nav>
<main><article><h1>Valdoria keeps its bridge</h1>
<p>The Valdorian prime minister, Dora Quill, said on Friday that the bridge to Norland would stay
open in spite of the protests that have shaken the border province for a month.</p>
<p>"The bridge stays open," Dora Quill told reporters in Port Haven. "We have <em>nothing</em> to
fear from our neighbours &amp; friends."</p>
<p>Her opponent, Evan Stone, called the decision a "gift to smugglers" and promised to close it if
he wins the election in October, as he has said at each of his rallies.</p>
</article></main>
<footer><p>All rights reserved, subscribe to our newsletter.</p></footer></body></html>
"""

# What news sites set among the paragraphs; each line of it in a test's list below.
DEBRIS = {
    "fr": [
        "Publié le 3 mars 2019 à 10h",
        "Lire aussi : Norland, un hiver de colère",
        "Partager",
        "La suite après cette publicité",
        "Le pont de Dorn, vu du Norland. Jean Roux / AFP",
        "Inscrivez-vous à notre newsletter pour recevoir l'essentiel.",
        "Cet article est réservé aux abonnés.",
    ],
    "en": [
        "Published March 3, 2019, 10:00 a.m. GMT",
        "Read more: Norland, a winter of anger",
        "Share",
        "ADVERTISEMENT",
        "The bridge of Dorn, seen from Norland. Jean Roux / AFP",
        "Sign up for our newsletter to get the news in your inbox.",
        "3 March 2019, 10:00",
    ],
}
STORY = {
    "fr": [
        "La Première ministre de Valdorie, Dora Quill, a annoncé lundi que le pont vers le Norland"
        " resterait ouvert malgré les manifestations qui secouent la province depuis un mois.",
        "« Le pont restera ouvert », a déclaré Dora Quill devant la presse à Port-Haven.",
        "Publié en 2017, son livre sur le pont annonçait déjà un conflit avec le Norland.",
        "« Abonnez-vous », a lancé son adversaire Evan Stone, patron du journal local.",
    ],
    "en": [
        "The Valdorian prime minister, Dora Quill, said on Friday that the bridge to Norland would"
        " stay open in spite of the protests that have shaken the province for a month.",
        "“The bridge stays open,” Dora Quill told reporters in Port Haven.",
        "Updated figures from 2017 show that the bridge had carried fewer lorries each year.",
        "“Subscribe now,” said her opponent, Evan Stone, who owns the local newspaper.",
    ],
}
LISTED = "<ul><li>One lane by night;</li><li>One toll for all.</li></ul>"
BROKEN = "<p>The first line<br><br>and the second line.</p>"
TABLE = "<table><tr><th>Year</th><th>Lorries</th></tr><tr><td>2017</td><td>12</td></tr></table>"


def make_page(language: str) -> str:
    """A page with a list, a table, a line break, and debris between the parts of its story."""
    first, second, *others = [f"<p>{line}</p>" for line in STORY[language]]
    parts = [first, second, LISTED, BROKEN, TABLE, *others]
    debris = [f"<p>{line}</p>" for line in DEBRIS[language]]
    mixed = [part for pair in zip(parts, debris, strict=True) for part in pair]
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>Dorn</title>'
        f"</head><body><main><article><h1>Valdoria keeps its bridge</h1>{''.join(mixed)}</article>"
        "</main></body></html>"
    )


def run(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """`python -m app …` with these settings and none of those of whoever runs the tests."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("DASHBOARD_")}
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        cwd=Path(__file__).resolve().parent.parent,
        env=inherited | settings,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


class Done(NamedTuple):
    """How a command ended, and what it printed."""

    status: int
    out: str
    err: str


Command = Callable[..., Done]


def make_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """`python -m app …` in this process: (arguments, stdin=bytes, SETTING=value)."""

    def run(
        *arguments: str | Path, stdin: bytes = b"", with_model: bool = False, **settings: str | Path
    ) -> Done:
        with monkeypatch.context() as patch:
            for name, value in settings.items():
                patch.setenv(name, str(value))
            if not with_model:  # whether or not it is installed
                patch.setattr("app.drafts.suggested.load_model", lambda: None)
            patch.setattr(sys, "argv", ["app", *map(str, arguments)])
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
            capsys.readouterr()
            try:
                status = main()
            except SystemExit as end:  # of arguments that no command has
                status = int(end.code or 0)
        printed = capsys.readouterr()
        return Done(status, printed.out, printed.err)

    return run


def write(path: Path, text: str | bytes) -> Path:
    """A file to draft."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def drafts_of(seeds: Path) -> list[Path]:
    """The folders of articles that the real seeds do not have."""
    folders = (seeds / "articles").iterdir()
    return sorted(path for path in folders if path.name != "2020-08-trump-al-kazimi")


def toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with what it holds."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
