"""Who the site is measured against: Datasette, nginx, and the bare applications of `bare.py`.

Datasette has an environment of its own and the corpus in the shape that suits it: a table of quotes
with an index for each column that is asked, topics as a JSON array, which is what it counts as a
facet and filters by when one of its links is followed, and its own full-text search. (Its other
way, `_through` a table of links, gives a wrong list beside a filter on a column: both name their
value `p0`.)
"""

import json
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlencode

from bench.oracle import Oracle, Question
from bench.sites import ROOT, Reply, Server, free_port, start

WORK = ROOT / "bench" / ".work"
SHAPE = """
CREATE TABLE actor (id INTEGER PRIMARY KEY, slug TEXT, name TEXT);
CREATE TABLE quote (id INTEGER PRIMARY KEY, slug TEXT, text TEXT,
  speaker INTEGER REFERENCES actor (id), kind TEXT, topics TEXT, article TEXT, date TEXT);
INSERT INTO actor SELECT id, slug, name FROM corpus.actor;
INSERT INTO quote SELECT q.id, q.slug, q.text, q.speaker_id, q.kind,
    (SELECT json_group_array(t.slug) FROM corpus.quote_topic l
     JOIN corpus.topic t ON t.id = l.topic_id WHERE l.quote_id = q.id), a.title_en, a.date
  FROM corpus.quote q JOIN corpus.article a ON a.id = q.article_id ORDER BY q.id;
CREATE INDEX quote_speaker ON quote (speaker);
CREATE INDEX quote_kind ON quote (kind);
CREATE VIRTUAL TABLE quote_fts USING fts5 (text, content="quote", content_rowid="id");
INSERT INTO quote_fts (quote_fts) VALUES ('rebuild');
"""
SETTINGS = {
    "sql_time_limit_ms": "20000",
    "facet_time_limit_ms": "20000",
    "default_facet_size": "20",
    "suggest_facets": "off",
    "cache_size_kb": "65536",
}


def datasette_python() -> Path:
    """The Python of Datasette's environment, made once, in the version that we test with."""
    folder = WORK / "datasette"
    python = folder / "bin" / "python"
    if not (folder / ".made").exists():
        locked = (ROOT / "requirements" / "dev.txt").read_text("utf-8")
        (version,) = re.findall(r"^datasette==(\S+)", locked, re.MULTILINE)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
        quiet = ["-qq", "--disable-pip-version-check", "--no-input"]
        install = [str(python), "-m", "pip", "install", *quiet, f"datasette=={version}"]
        # What Datasette imports of it went out of later ones.
        subprocess.run([*install, "setuptools<81"], check=True)
        (folder / ".made").touch()
    return python


def datasette_file(corpus: Path) -> Path:
    """The corpus in the shape that suits Datasette."""
    path = WORK / "peer" / corpus.name
    if not path.exists() or path.stat().st_mtime < corpus.stat().st_mtime:
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".half")
        half.unlink(missing_ok=True)
        connection = sqlite3.connect(half)
        connection.execute("ATTACH ? AS corpus", (f"{corpus}",))
        connection.executescript(f"BEGIN; {SHAPE} COMMIT; ANALYZE main;")
        connection.close()
        half.rename(path)
    return path


def start_datasette(corpus: Path, core: int | None) -> Server:
    """Datasette on a corpus that it may take for unchanging."""
    port = free_port()
    settings = [part for pair in SETTINGS.items() for part in ("--setting", *pair)]
    command = [str(datasette_python()), "-m", "datasette", "serve", "-p", str(port), *settings]
    return start([*command, "-i", str(datasette_file(corpus))], port, "/-/versions.json", core)


def datasette_address(corpus: Path, question: Question, ending: str = "") -> str:
    """The address of the same question: all facets, or one beside a search."""
    pairs: list[tuple[str, str]] = [("_size", "50")]
    connection = sqlite3.connect(f"file:{corpus}?mode=ro", uri=True)
    for slug in question.speaker:
        found = connection.execute("SELECT id FROM actor WHERE slug = ?", (slug,)).fetchone()
        pairs.append(("speaker", str(found[0])))
    connection.close()
    pairs += [("topics__arraycontains", slug) for slug in question.topic]
    if question.q:
        pairs += [("_search", question.q), ("_facet", "speaker")]
    else:
        pairs += [("_facet", "speaker"), ("_facet_array", "topics"), ("_facet", "kind")]
    return f"/{corpus.stem}/quote{ending}?{urlencode(pairs)}"


def check_datasette(server: Server, corpus: Path, question: Question, total: int) -> list[str]:
    """What is wrong with Datasette's answer: a count, or what it gave up counting."""
    found = json.loads(server.page(datasette_address(corpus, question, ".json")))
    wrong = [f"{facet} timed out" for facet in found.get("facets_timed_out", [])]
    wrong += [] if len(found["facet_results"]) == (1 if question.q else 3) else ["facets missing"]
    number = found["filtered_table_rows_count"]
    if not question.q:
        wrong += check_facets(found["facet_results"]["topics"]["results"], corpus, question)
    # Its search knows no endings and no translations, so it finds fewer.
    if number is None or number > total or (not question.q and number != total):
        wrong.append(f"total: {number}, not {total}")
    return wrong


def check_facets(
    results: list[dict[str, str | int]], corpus: Path, question: Question
) -> list[str]:
    """Whether its topics have the counts that they have in the filter, in plain SQL."""
    oracle = Oracle(corpus)
    counts = oracle.count_options(question, "topic", among_chosen=True)
    oracle.close()
    shown = {str(one["value"]): one["count"] for one in results}
    wrong = {value: count for value, count in shown.items() if counts.get(value) != count}
    return [f"topics: {wrong}"] if wrong or not shown else []


def start_bare(kind: str, core: int | None, *rest: str) -> Server:
    port = free_port()
    return start([sys.executable, "-m", "bench.bare", kind, str(port), *rest], port, "/en/", core)


def start_bytes(reply: Reply, core: int | None) -> Server:
    """A bare application that answers what the site answered."""
    path = WORK / "reply"
    kept = [(key.lower(), value) for key, value in reply.headers if key.lower() != "date"]
    path.write_bytes(json.dumps(kept).encode() + b"\n" + reply.body)
    return start_bare("bytes", core, str(path))


NGINX = """
worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log /dev/null;
events {{ worker_connections 64; }}
http {{ access_log off; keepalive_requests 1000000; default_type text/html;
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder};
  server {{ listen 127.0.0.1:{port}; location / {{ root {folder}; try_files /page =404; }} }} }}
"""


def start_nginx(body: bytes, core: int | None) -> Server | None:
    """nginx with a page as a file, where it is there."""
    if not shutil.which("nginx"):
        return None
    port, folder = free_port(), WORK / "nginx"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "page").write_bytes(body)
    configuration = folder / "nginx.conf"
    configuration.write_text(NGINX.format(folder=folder, port=port), "utf-8")
    return start(["nginx", "-c", str(configuration)], port, "/", core)
