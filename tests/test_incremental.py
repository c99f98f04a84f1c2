"""A load that reads only what changed does what one that reads everything would do, whatever the
edit: the same rows in every table, or the same list of what is wrong."""

import copy
import hashlib
import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.database import open_database
from app.loader import SeedError, add_permalinks, check_seeds, load_seeds
from bench.seeds import Literally, lines, tables
from tests.conftest import make_database
from tests.drafting import Command
from tests.editing import change, edit
from tests.reading import links, open_page, texts
from tests.test_verify import faults_of

Table = dict[str, Any]
Edit = Callable[["World", random.Random], object]
DAYS = ("2020-03-01", "2020-03-01", "2020-03-01", "2020-03-02", "2020-03-02?", "2020-04")
TOPICS = ("river", "border", "trade")


def both(text: str) -> Table:
    return {"en": text, "fr": f"{text} (fr)"}


class World:
    """Seeds of which every part can be changed: articles on few days, each with actors and events
    of its own, which the article after it names; the last has none."""

    def __init__(self) -> None:
        self.topics = [
            {"slug": slug, "name": both(slug), "definition": both(slug)} for slug in TOPICS
        ]
        self.actors = [self.actor("ana", "Ana"), self.actor("bo", "Bo")]
        self.events = [self.event("summit", "2020-03-01", "one")]
        self.corrections: list[Table] = []
        self.articles = {
            name: self.article(name, day)
            for name, day in zip(("one", "two", "three", "four", "five", "six"), DAYS, strict=True)
        }
        names = list(self.articles)
        for before, name in pairwise(names):
            article = self.articles[name]
            article["actors"] = [
                {
                    **self.actor(f"guest-{name}", f"Guest {name}"),
                    "roles": [cite(before, "the talks")],
                }
            ]
            article["events"] = [self.event(f"talks-{name}", article["day"][:7], name, before)]
            quote = article["quotes"][1]
            quote["speaker"] = f"guest-{before}" if before != "one" else "bo"
            if before != "one":
                quote["event"] = {"slug": f"talks-{before}", "basis": "stated"}
        self.articles["last"] = self.article("last", "2020-05")
        self.articles["last"]["quotes"][1] |= {
            "speaker": "guest-six",
            "event": {"slug": "talks-six", "basis": "stated"},
        }

    def actor(self, slug: str, name: str) -> Table:
        return {"slug": slug, "name": name, "language": "en", "kind": "person"}

    def event(self, slug: str, day: str, *articles: str) -> Table:
        return {
            "slug": slug,
            "title": both(slug),
            "date": day,
            "basis": "stated",
            "actors": ["ana"],
            "topics": ["river"],
            "evidence": [{**cite(article, "the talks"), "for": ["what"]} for article in articles],
            "added": Literally("2021-01-01"),
        }

    def article(self, name: str, day: str) -> Table:
        body = (
            f'Ana and Bo met. "First of {name}," said Ana. "Last of {name}," said Bo of the talks.'
        )
        body += " Guest one, Guest two, Guest three, Guest four, Guest five, Guest six."
        quotes = [self.quote(f"first-{name}", f"First of {name},", "ana", "said Ana")]
        quotes.append(self.quote(f"last-{name}", f"Last of {name},", "bo", "said Bo"))
        mentions = [
            {"actor": "ana", "text": "Ana", "occurrence": 1},
            {"actor": "bo", "text": "Bo met"},
        ]
        return {
            "day": day,
            "added": "2021-01-01",
            "body": body,
            "facts": {},
            "quotes": quotes,
            "mentions": mentions,
            "actors": [],
            "events": [],
        }

    def quote(self, slug: str, text: str, speaker: str, words: str) -> Table:
        return {
            "slug": slug,
            "text": text,
            "kind": "full",
            "speaker": speaker,
            "speaker_words": {"text": words},
            "basis": "stated",
            "wording": "original",
            "topics": ["river"],
        }

    def write(self, folder: Path) -> None:
        """Write all of it, and leave the files alone that are there as they should be."""
        (folder / "articles").mkdir(parents=True, exist_ok=True)
        (folder / "permalinks.txt").touch()
        files = {
            "topics.toml": tables("topic", self.topics),
            "actors.toml": tables("actor", self.actors),
            "events.toml": tables("event", self.events),
            "corrections.toml": tables("correction", self.corrections),
        }
        for name, article in self.articles.items():
            facts = {
                "language": "en",
                "date": article["day"],
                "encoding": "utf-8",
                "header": "",
                "sha256": hashlib.sha256(article["body"].encode()).hexdigest(),
                "title": both(name),
                "added": Literally(article["added"]),
                **article["facts"],
            }
            files[f"articles/{name}/article.toml"] = lines(facts)
            files[f"articles/{name}/source.txt"] = article["body"]
            for noun in ("quote", "mention", "actor", "event"):
                records = article[f"{noun}s"]
                if records or noun in ("quote", "mention"):
                    files[f"articles/{name}/{noun}s.toml"] = tables(noun, records)
        for path in (folder / "articles").iterdir():
            if path.name not in self.articles:
                shutil.rmtree(path)
        for path in (folder / "articles").glob("*/*.toml"):
            if str(path.relative_to(folder)) not in files:
                path.unlink()
        for file, text in files.items():
            (folder / file).parent.mkdir(exist_ok=True)
            (folder / file).write_text(text, "utf-8")


def cite(article: str, text: str) -> Table:
    return {"article": article, "text": text}


# Edits: each changes a world somewhere, at random; some make it wrong.


def pick(world: World, chance: random.Random) -> Table:
    article: Table = world.articles[chance.choice(sorted(world.articles))]
    return article


def all_records(world: World, *nouns: str) -> list[Table]:
    own = [article.get(noun, []) for article in world.articles.values() for noun in nouns]
    return [one for many in (*own, *(getattr(world, noun, []) for noun in nouns)) for one in many]


def retitle(world: World, chance: random.Random) -> None:
    pick(world, chance)["facts"]["title"] = both(f"Title {chance.random()}")


def redate(world: World, chance: random.Random) -> None:
    """Which moves the numbers of others of the day."""
    pick(world, chance)["day"] = chance.choice(DAYS)


def add_later(world: World, chance: random.Random) -> None:
    """Which moves the colours of actors that came with other articles."""
    pick(world, chance)["added"] = f"2021-01-0{chance.randint(1, 3)}"


def rewrite(world: World, chance: random.Random) -> None:
    """Which moves what others cite, or takes it away."""
    article = pick(world, chance)
    new = chance.choice(
        ["the very talks", "the long, long talks", "the meeting", "the talks. The talks"]
    )
    article["body"] = article["body"].replace("the talks", new)


def change_topics(world: World, chance: random.Random) -> None:
    quote = chance.choice(all_records(world, "quotes"))
    quote["topics"] = chance.sample(TOPICS, chance.randint(0, 3))


def change_speaker(world: World, chance: random.Random) -> None:
    actor = chance.choice(all_records(world, "actors"))
    chance.choice(all_records(world, "quotes"))["speaker"] = actor["slug"]


def name_event(world: World, chance: random.Random) -> None:
    event = chance.choice(all_records(world, "events"))
    chance.choice(all_records(world, "quotes"))["event"] = {
        "slug": event["slug"],
        "basis": "stated",
    }


def rename(world: World, chance: random.Random) -> None:
    """With the old slug kept or not, and changed wherever it stands or not."""
    noun = chance.choice(["actors", "events", "quotes", "topics"])
    record = chance.choice(all_records(world, noun))
    old, new = record["slug"], f"{record['slug']}-{chance.randint(2, 9)}"
    if chance.random() < 0.8:
        replace_all(vars(world), old, new)
    record["slug"] = new
    if chance.random() < 0.8:
        record["was"] = [*record.get("was", []), old]


def replace_all(place: Any, old: str, new: str) -> None:
    for key, value in list(place.items() if isinstance(place, dict) else enumerate(place)):
        if value == old and key != "text":
            place[key] = new
        elif isinstance(value, dict | list):
            replace_all(value, old, new)


def withdraw(world: World, chance: random.Random) -> None:
    noun = chance.choice(["actors", "events", "quotes", "topics", "articles"])
    record = (
        pick(world, chance)["facts"]
        if noun == "articles"
        else chance.choice(all_records(world, noun))
    )
    if record.pop("withdrawn", None) is None:
        record["withdrawn"] = both("Taken back")


def review(world: World, chance: random.Random) -> None:
    noun = chance.choice(["actors", "events", "quotes", "mentions", "articles"])
    record = (
        pick(world, chance)["facts"]
        if noun == "articles"
        else chance.choice(all_records(world, noun))
    )
    if record.pop("review", None) is None:
        record["review"] = Literally("true")


def withdraw_article(world: World, chance: random.Random) -> None:
    facts = pick(world, chance)["facts"]
    if facts.pop("withdrawn", None) is None:
        facts["withdrawn"] = both("Taken back")


def add_event(world: World, chance: random.Random) -> None:
    """Which moves the number of another, that an article without events of its own names."""
    name = chance.choice(sorted(world.articles))
    event = world.event(f"a-{chance.randint(1, 99)}", "2020-04", name)
    world.articles[name]["events"].append(event)


def remove_article(world: World, chance: random.Random) -> None:
    del world.articles[chance.choice(sorted(world.articles))]


def add_article(world: World, chance: random.Random) -> None:
    name = f"new-{chance.randint(1, 99)}"
    world.articles[name] = world.article(name, chance.choice(DAYS))
    if chance.random() < 0.7:
        event = world.event(f"event-{name}", "2020-03", name, chance.choice(sorted(world.articles)))
        world.articles[name]["events"] = [event]
        world.articles[name]["actors"] = [world.actor(f"guest-{name}", "Guest one")]


def remove_record(world: World, chance: random.Random) -> None:
    noun = chance.choice(["actors", "events", "quotes", "mentions", "topics"])
    of_article = [article.get(noun) for article in world.articles.values()]
    some = [many for many in (*of_article, getattr(world, noun, None)) if many]
    if some:
        many = chance.choice(some)
        many.remove(chance.choice(many))


def repeat(world: World, chance: random.Random) -> None:
    """A slug of one record becomes another's too."""
    noun = chance.choice(["actors", "events", "quotes"])
    one, other = chance.choices(all_records(world, noun), k=2)
    one["slug"] = other["slug"]


def move_record(world: World, chance: random.Random) -> None:
    """From an article's own files to those of the whole folder."""
    noun = chance.choice(["actors", "events"])
    own = [article.get(noun, []) for article in world.articles.values() if article[noun]]
    if own:
        getattr(world, noun).append(chance.choice(own).pop())


def correct(world: World, chance: random.Random) -> None:
    slug = chance.choice(all_records(world, "quotes"))["slug"]
    day = Literally("2022-01-01")
    world.corrections.append(
        {"date": day, "record": f"quotes/{slug}", "was": both("A"), "now": both("B")}
    )


def name_nobody(world: World, chance: random.Random) -> None:
    """A name that no article prints, or only another."""
    chance.choice(world.actors)["name"] = chance.choice(["Zed", "Guest six", "First of two"])


EDITS: list[Edit] = [
    *(retitle, redate, add_later, rewrite, change_topics, change_speaker, name_event, rename),
    *(withdraw, review, remove_article, add_article, remove_record, repeat, move_record, correct),
    *(name_nobody, withdraw_article, add_event),
]


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the world's seeds and their database."""
    folder = tmp_path_factory.mktemp("world")
    World().write(folder / "seeds")
    add_permalinks(folder / "seeds")
    make_database(folder / "kept.db", folder / "seeds")
    return folder


def load(database: Path, seeds: Path) -> tuple[int, int] | list[str]:
    """How many rows changed and how many articles were read, or what is wrong."""
    engine = open_database(database, write=True)
    try:
        done = load_seeds(engine, seeds)
    except SeedError as error:
        return str(error).splitlines()
    finally:
        engine.dispose()
    return done.rows, done.read


def rows_of(database: Path) -> dict[str, list[Any]]:
    """All that a database holds, but the number that tells a load from every other."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("INSERT INTO search_words(search_words) VALUES ('integrity-check')")
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        tables = [name for (name,) in names if not name.startswith(("search_words_", "sqlite_"))]
        rows = {
            name: sorted(map(repr, connection.execute(f"SELECT * FROM {name}"))) for name in tables
        }
        overview = "SELECT articles, quotes, actors, events, changed FROM overview"
        rows["overview"] = connection.execute(overview).fetchall()
    return rows


def check_edits(start: Path, folder: Path, edits: list[tuple[Edit, float]]) -> int:
    """Load after each edit, in both ways; the articles that the shorter one left unread."""
    shutil.copytree(start, folder, dirs_exist_ok=True)
    kept, whole, seeds = folder / "kept.db", folder / "whole.db", folder / "seeds"
    world, left = World(), 0
    for change_it, seed in edits:
        before = copy.deepcopy(world)
        change_it(world, random.Random(seed))
        world.write(seeds)
        with suppress(SeedError):
            add_permalinks(seeds)
        shutil.copy(kept, whole)
        with closing(sqlite3.connect(whole)) as connection:
            connection.execute("DELETE FROM loaded_folder")
            connection.commit()
        short, long = load(kept, seeds), load(whole, seeds)
        if isinstance(long, list):
            assert short == long == problems_of(seeds)
            world = before
            continue
        assert not isinstance(short, list)
        assert short[0] == long[0]
        assert long[1] == len(world.articles)
        assert rows_of(kept) == rows_of(whole)
        left += long[1] - short[1]
    if not problems_of(seeds):
        assert faults_of(kept, seeds) == []
    return left


def problems_of(seeds: Path) -> list[str]:
    try:
        check_seeds(seeds)
    except SeedError as error:
        return str(error).splitlines()
    return []


@pytest.mark.parametrize("seed", range(3))
def test_a_short_load_does_what_a_whole_one_does(start: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    edits = [(chance.choice(EDITS), chance.random()) for _ in range(4)]
    check_edits(start, tmp_path, edits)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_whatever_is_edited(start: Path, tmp_path: Path, edit: Any) -> None:
    check_edits(start, tmp_path, [(edit, 1.0)])


def test_what_cites_an_article_loses_and_regains_its_words(start: Path, tmp_path: Path) -> None:
    """An actor's role in another folder goes with the article that is withdrawn, and comes back."""
    names = sorted(World().articles)
    one = next(seed for seed in range(99) if random.Random(seed).choice(names) == "one")
    assert check_edits(start, tmp_path, [(withdraw_article, float(one))] * 2)


@pytest.mark.parametrize("kept", ["role", "evidence"])
def test_what_cites_an_article_moves_with_its_words(start: Path, tmp_path: Path, kept: str) -> None:
    """Where nothing else of the folder that states it rests on that article."""

    def cite_once(world: World, _: random.Random) -> None:
        (actor,), (event,) = world.articles["two"]["actors"], world.articles["two"]["events"]
        cited = event["evidence"] if kept == "role" else actor["roles"]
        cited.pop()

    def meet_again(world: World, _: random.Random) -> None:
        world.articles["one"]["body"] = world.articles["one"]["body"].replace("met", "met again")

    assert check_edits(start, tmp_path, [(cite_once, 0), (meet_again, 0)])


def test_a_name_that_an_article_prints_no_more_is_told(start: Path, tmp_path: Path) -> None:
    def name(world: World, _: random.Random) -> None:
        world.actors.append(world.actor("zed", "Zed"))
        world.articles["one"]["body"] += " Zed came."

    def take_out(world: World, _: random.Random) -> None:
        body = world.articles["one"]["body"]
        world.articles["one"]["body"] = body.replace(" Zed came.", "")

    check_edits(start, tmp_path, [(name, 0), (take_out, 0)])
    (told,) = problems_of(tmp_path / "seeds")
    assert "actors.toml: slug 'zed': " in told


def test_what_rests_on_nothing_that_changed_is_left_unread(start: Path, tmp_path: Path) -> None:
    """A title moves no number and no colour: its article is read, and the one that cites it."""
    read = 2
    left = check_edits(start, tmp_path, [(retitle, 1.0)])
    assert left == len(World().articles) - read


def test_articles_of_one_day_keep_their_quotes_apart(
    start: Path, open_site: Callable[..., TestClient]
) -> None:
    site = open_site(start / "kept.db")
    counted = texts(open_page(site, "/en/articles"), ".meta a")
    assert counted == ["2 quotes"] * len(World().articles)
    for name in World().articles:
        assert links(open_page(site, f"/en/quotes/last-{name}"), "a[rel=next]") == []


# By the command


@pytest.fixture
def cast(tmp_path: Path, cast_seeds: Path, cast_database: Path) -> dict[str, Path]:
    """The settings of a copy of the invented seeds and their database."""
    seeds = Path(shutil.copytree(cast_seeds, tmp_path / "seeds"))
    database = Path(shutil.copy(cast_database, tmp_path / "cast.db"))
    return {"DASHBOARD_SEEDS": seeds, "DASHBOARD_DATABASE": database}


ALWAYS = 3  # of the cast's articles: what was withdrawn or renamed is in no row
ALL = 56


def test_what_did_not_change_is_left_unread(command: Command, cast: dict[str, Path]) -> None:
    before = cast["DASHBOARD_DATABASE"].read_bytes()
    done = command("load", **cast)
    assert done.out.endswith(f": no rows changed; {ALWAYS} of {ALL} articles read\n")
    assert cast["DASHBOARD_DATABASE"].read_bytes() == before  # so readers keep their pages
    edit(cast["DASHBOARD_SEEDS"], "articles/2019-notice-07/article.toml", "Title of", "On")
    done = command("load", **cast)
    assert done.out.endswith(f": 1 row changed; {ALWAYS + 1} of {ALL} articles read\n")
    assert faults_of(cast["DASHBOARD_DATABASE"], cast["DASHBOARD_SEEDS"]) == []


def test_what_changed_and_kept_its_size_and_time_is_read(
    command: Command, cast: dict[str, Path]
) -> None:
    path = cast["DASHBOARD_SEEDS"] / "articles/2019-notice-07/article.toml"
    times = path.stat()
    edit(path.parent, path.name, "Title of", "Tltle of")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert ": 1 row changed" in command("load", **cast).out


def test_what_other_code_made_is_read_again(command: Command, cast: dict[str, Path]) -> None:
    database = cast["DASHBOARD_DATABASE"]
    change(database, "UPDATE loaded_folder SET fingerprint = 'other' || substr(fingerprint, 6)")
    change(database, "UPDATE tally SET quotes = quotes + 1")
    assert command("load", **cast).out.endswith(
        f": no rows changed; {ALL} of {ALL} articles read\n"
    )
    assert faults_of(database, cast["DASHBOARD_SEEDS"]) == []
    assert f"; {ALWAYS} of" in command("load", **cast).out


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "actors.toml",
            'slug = "bo-marsh"',
            'slug = "bo-marsch"',
            "refers to actors/bo-marsh, which does not exist",
        ),
        (
            "articles/2020-12-taken-back/quotes.toml",
            'slug = "',
            'was = ["crowd-01"]\nslug = "',
            "its old slug 'crowd-01' names another record",
        ),
        ("permalinks.txt", "quotes/crowd-01\n", "", "quotes/crowd-01 is missing"),
    ],
)
def test_a_mistake_is_told_as_check_tells_it(
    command: Command, cast: dict[str, Path], file: str, old: str, new: str, told: str
) -> None:
    """One that only an article left unread shows: it names who went, or has the slug itself."""
    edit(cast["DASHBOARD_SEEDS"], file, old, new)
    before = cast["DASHBOARD_DATABASE"].read_bytes()
    done = command("load", **cast)
    checked = command("check", **cast).err.splitlines()
    assert any(told in line for line in checked)
    assert (done.status, done.err.splitlines()[:-1]) == (1, checked[:-1])
    assert cast["DASHBOARD_DATABASE"].read_bytes() == before
