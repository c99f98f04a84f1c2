"""`python -m app draft`: what it writes, what it prints, and that it overwrites nothing."""

import hashlib
import json
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.drafts.command import Order, draft_file
from app.drafts.files import start_folder
from app.drafts.naming import list_known
from app.extraction.draft import Language, extract
from app.reader import read_seeds
from app.reasons import read_reason, reason_in
from tests.conftest import ROOT
from tests.drafting import (
    ENGLISH,
    FRENCH,
    Command,
    drafts_of,
    files_of,
    toml,
    write,
)
from tests.editing import list_problems


def quotes_of(folder: Path) -> list[dict[str, object]]:
    return list(toml(folder / "quotes.toml")["quote"])


def test_a_file_becomes_a_folder_of_proposals(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    before = files_of(seeds)
    done = command("draft", write(tmp_path / "a.txt", FRENCH), DASHBOARD_SEEDS=seeds)
    assert (done.status, done.err) == (0, "")
    (folder,) = drafts_of(seeds)
    assert folder.name == "2022-05-quill-stone"
    assert done.out.startswith(f"{folder}\n")
    assert (folder / "source.txt").read_bytes() == FRENCH.encode()
    facts = toml(folder / "article.toml")
    assert facts["review"] is True
    assert (facts["language"], facts["date"], facts["encoding"]) == ("fr", "2022-05", "utf-8")
    assert facts["header"] == " date 2022-05 "
    assert facts["sha256"] == hashlib.sha256(FRENCH.encode()).hexdigest()
    after = files_of(seeds)
    assert {file: after[file] for file in before} == before
    assert all(file.startswith(f"articles/{folder.name}/") for file in after.keys() - before.keys())


def test_every_quote_stands_in_order_with_its_speaker(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    command("draft", write(tmp_path / "a.txt", FRENCH), DASHBOARD_SEEDS=seeds)
    quotes = quotes_of(drafts_of(seeds)[0])
    assert [(quote["text"], quote["speaker"]) for quote in quotes] == [
        ("Le pont restera ouvert", "dora-quill"),
        ("Nous n'avons rien à craindre de nos voisins", "dora-quill"),
        ("un cadeau aux contrebandiers", "evan-stone"),
    ]
    assert quotes[0]["basis"] == "stated"
    assert quotes[1]["basis"] == "inferred"
    assert set(quotes[1]["note"]) == {"en", "fr"}  # type: ignore[call-overload]
    assert all(quote["review"] is True for quote in quotes)


def test_each_quote_says_above_it_which_rule_found_it_and_how_sure_it_is(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    command("draft", write(tmp_path / "a.txt", ENGLISH), "--date", "2022-05", DASHBOARD_SEEDS=seeds)
    text = (drafts_of(seeds)[0] / "quotes.toml").read_text(encoding="utf-8")
    tables = text.split("[[quote]]")
    assert len(tables) == 4
    for before in tables[:-1]:
        assert "# rule " in before.splitlines()[-1] or "# rule " in before
        assert ", confidence " in before


def test_who_the_seeds_know_is_not_proposed_again(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    """By any form, accents folded: the seeds have Qassem Soleïmani and, from outside, Kadhimi."""
    text = (
        "« Non », a dit Qassem Soleimani. « Si », a répondu Mustafa al-Kadhimi.\n\n"
        "« Peut-être », a dit Dora Quill.\n"
    )
    command(
        "draft", write(tmp_path / "a.txt", text), "--date", "2020-01", "--lang", "fr",
        DASHBOARD_SEEDS=seeds,
    )  # fmt: skip
    (folder,) = drafts_of(seeds)
    assert [actor["slug"] for actor in toml(folder / "actors.toml")["actor"]] == ["dora-quill"]
    mentioned = {mention["actor"] for mention in toml(folder / "mentions.toml")["mention"]}
    assert {"qassem-soleimani", "moustafa-al-kazimi", "dora-quill"} <= mentioned
    assert list_problems(seeds) == []


SLUGGED = """\
 date 2022-05 "Nous n'avons rien à craindre aujourd'hui de l'embassade, non ?", a-t-elle dit.

"Il n'y a qu'une porte, donnez-moi la clé de l'hôtel d'Ankara, a-t-il dit aux Norlandais", \
a dit Dora Quill.

"C'est ça", a dit un haut responsable valdorien.

"Je ne l'ai pas", a-t-il dit. Le 3 mars 2019, le pont de Dorn s'était effondré sur une péniche.
"""


def test_slugs_are_few_whole_and_telling_words(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    command("draft", write(tmp_path / "a.txt", SLUGGED), DASHBOARD_SEEDS=seeds)
    (folder,) = drafts_of(seeds)
    assert folder.name == "2022-05-quill-craindre-embassade"
    assert [quote["slug"] for quote in quotes_of(folder)] == [
        "craindre-embassade",
        "quill-porte-donnez-ankara-norlandais",
        "responsable-valdorien-cest-ca",
        "responsable-valdorien-je-ne-lai-pas",
    ]
    assert toml(folder / "events.toml")["event"][0]["slug"] == "pont-dorn-effondre-peniche"


def test_a_text_without_people_is_named_by_its_headline(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    text = " date 2022-05 Fire destroys the old granary of Dorn\n\nNobody was hurt in the blaze.\n"
    command("draft", write(tmp_path / "x17.txt", text), DASHBOARD_SEEDS=seeds)
    assert [folder.name for folder in drafts_of(seeds)] == ["2022-05-fire-destroys-old-dorn"]


def test_the_summary_begins_with_what_is_least_sure(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    done = command("draft", write(tmp_path / "a.txt", ENGLISH), DASHBOARD_SEEDS=seeds)
    rows = [line for line in done.out.splitlines() if line[:2] in ("0.", "1.")]
    sure = [float(row.split()[0]) for row in rows]
    assert len(rows) == 3
    assert sure == sorted(sure)
    assert "3 quotes" in done.out


def test_standard_input_is_drafted_where_no_file_is_named(command: Command, seeds: Path) -> None:
    for arguments in ((), ("-",)):
        done = command("draft", *arguments, stdin=FRENCH.encode(), DASHBOARD_SEEDS=seeds)
        assert (done.status, done.err) == (0, "")
    assert [folder.name for folder in drafts_of(seeds)] == ["2022-05-quill-stone"]
    assert "holds it already" in done.out


def test_a_text_that_was_drafted_is_left_as_the_editor_made_it(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    file = write(tmp_path / "a.txt", FRENCH)
    command("draft", file, DASHBOARD_SEEDS=seeds)
    quotes = drafts_of(seeds)[0] / "quotes.toml"
    quotes.write_text(quotes.read_text(encoding="utf-8") + "# mine\n", "utf-8")
    before = files_of(seeds)
    done = command("draft", file, DASHBOARD_SEEDS=seeds)
    assert done.status == 0
    assert "holds it already; delete that to draft anew" in done.out
    assert files_of(seeds) == before


def test_another_text_of_the_same_people_and_month_has_a_folder_of_its_own(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    command("draft", write(tmp_path / "a.txt", FRENCH), DASHBOARD_SEEDS=seeds)
    command("draft", write(tmp_path / "b.txt", f"{FRENCH}\nFin.\n"), DASHBOARD_SEEDS=seeds)
    names = [folder.name for folder in drafts_of(seeds)]
    assert names == ["2022-05-quill-stone", "2022-05-quill-stone-2"]
    assert toml(drafts_of(seeds)[1] / "actors.toml") == {}
    assert list_problems(seeds) == []


@pytest.mark.parametrize("run", ["one", "two"])
def test_a_draft_can_be_deleted_of_which_another_uses_an_actor(
    command: Command, seeds: Path, tmp_path: Path, run: str
) -> None:
    """The other keeps its table as a comment, and `check` says so."""
    files = [write(tmp_path / "a.txt", FRENCH), write(tmp_path / "b.txt", f"{FRENCH}\nFin.\n")]
    done = command("draft", *(files if run == "one" else files[:1]), DASHBOARD_SEEDS=seeds)
    if run == "two":
        done = command("draft", files[1], DASHBOARD_SEEDS=seeds)
        assert "0 new actors" in done.out
    first, second = drafts_of(seeds)
    shutil.rmtree(first)
    actors = second / "actors.toml"
    checked = command("check", DASHBOARD_SEEDS=seeds)
    assert checked.status == 1
    wanted = f"refers to actors/dora-quill, which no file states any more: in {actors}, take the"
    assert wanted in checked.err
    lines = actors.read_text(encoding="utf-8").split("\n# [[actor]]")
    tables = "\n[[actor]]".join(lines[:1] + [part.replace("\n# ", "\n") for part in lines[1:]])
    tables = "\n".join(line for line in tables.splitlines() if "take the marks" not in line)
    actors.write_text(tables, encoding="utf-8")
    assert len(toml(actors)["actor"]) == 3
    checked = command("check", DASHBOARD_SEEDS=seeds)
    assert (checked.status, checked.err) == (0, "")


def test_json_prints_the_document_and_writes_nothing(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    before = files_of(seeds)
    file = write(tmp_path / "a.txt", FRENCH)
    done = command("draft", file, "--json", DASHBOARD_SEEDS=seeds)
    assert (done.status, done.err) == (0, "")
    document = json.loads(done.out)
    assert document["body_start"] == len(" date 2022-05 ")
    body = FRENCH[document["body_start"] :]
    first = document["quotes"][0]
    assert {"start", "end", "text", "kind", "speaker", "speaker_words", "rule", "confidence",
            "topics"} == set(first)  # fmt: skip
    assert body[first["start"] : first["end"]] == first["text"] == "Le pont restera ouvert"
    assert first["speaker"] == "Dora Quill"
    assert {"name", "kind", "forms", "mentions"} == set(document["actors"][0])
    assert files_of(seeds) == before


def test_into_another_folder(command: Command, seeds: Path, tmp_path: Path) -> None:
    """One that is not there becomes a folder of seeds, which `check` reads."""
    before = files_of(seeds)
    place = tmp_path / "trial"
    file = write(tmp_path / "a.txt", FRENCH)
    done = command("draft", file, "--into", place, DASHBOARD_SEEDS=seeds)
    assert (done.status, done.err) == (0, "")
    assert (place / "articles" / "2022-05-quill-stone" / "source.txt").is_file()
    assert files_of(seeds) == before
    checked = command("check", DASHBOARD_SEEDS=place)
    assert (checked.status, checked.err) == (0, "")


def test_a_folder_is_drafted_whole_past_a_bad_file(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    write(texts / "a.txt", FRENCH)
    write(texts / "b.txt", b"caf\xe9 \x81")
    write(texts / "c.txt", ENGLISH)
    write(texts / "notes.md", "no dispatch")
    done = command("draft", texts, "--date", "2022-05", DASHBOARD_SEEDS=seeds)
    assert (done.status, done.err) == (1, "")
    assert len(drafts_of(seeds)) == 2
    rows = {line.split()[0]: line for line in done.out.splitlines() if str(texts)[:30] in line}
    assert "c.txt" in done.out
    assert "byte 0x81 at offset 5, line 1" in done.out or "is neither UTF-8" in rows["failed"]
    assert "2 drafted, 0 skipped, 1 failed" in done.out
    again = command("draft", texts, "--date", "2022-05", DASHBOARD_SEEDS=seeds)
    assert "0 drafted, 2 skipped, 1 failed" in again.out


def test_a_terminal_shows_how_far_a_run_is(
    command: Command, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [write(tmp_path / "a.txt", FRENCH), write(tmp_path / "b.txt", ENGLISH)]
    monkeypatch.setattr("app.drafts.progress.on_terminal", lambda: True)
    done = command("draft", *files, "--date", "2022-05", DASHBOARD_SEEDS=seeds)
    assert f"[{'.' * 24}] 0/2" in done.err
    assert f"[{'#' * 12}{'.' * 12}] 1/2" in done.err
    assert done.err.endswith("\r\033[K")


def test_a_run_that_is_stopped_goes_on_where_it_was(
    command: Command, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.drafts import command as drafts

    write(tmp_path / "a.txt", FRENCH)
    write(tmp_path / "b.txt", ENGLISH)
    draft_file = drafts.draft_file

    def stop_at_b(name: str, *rest: object) -> object:
        if name.endswith("b.txt"):
            raise KeyboardInterrupt
        return draft_file(name, *rest)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(drafts, "draft_file", stop_at_b)
        done = command("draft", tmp_path / "a.txt", tmp_path / "b.txt", DASHBOARD_SEEDS=seeds)
    assert done.status == 130
    assert "stopped: 1 of 2 done" in done.err
    done = command("draft", tmp_path / "a.txt", tmp_path / "b.txt", DASHBOARD_SEEDS=seeds)
    assert "1 drafted, 1 skipped, 0 failed" in done.out


def test_a_draft_that_cannot_be_finished_leaves_nothing(
    command: Command, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.drafts import files

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = files_of(seeds)
    monkeypatch.setattr(files, "write_tables", full)
    done = command("draft", write(tmp_path / "a.txt", FRENCH), DASHBOARD_SEEDS=seeds)
    assert (done.status, done.out) == (1, "")
    assert "could not be written: No space left on device" in done.err
    assert files_of(seeds) == before
    assert [path for path in seeds.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["no-such-file.txt"], "no-such-file.txt: cannot be read: No such file or directory"),
        (["--date", "August"], "--date: 'August' is not an EDTF date"),
        (["--date", "2020-13"], "--date: '2020-13' is not a date of the calendar"),
    ],
)
def test_what_cannot_be_done_is_told(
    command: Command, seeds: Path, arguments: list[str], told: str
) -> None:
    done = command("draft", *arguments, DASHBOARD_SEEDS=seeds)
    assert (done.status, done.out) == (1, "")
    assert told in done.err
    assert drafts_of(seeds) == []


def test_an_empty_folder_is_told(command: Command, seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    done = command("draft", tmp_path / "none", DASHBOARD_SEEDS=seeds)
    assert done.status == 1
    assert "holds no file that ends in .txt" in done.err


def test_a_text_without_a_date_is_drafted_without_one(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    """No date is made up: it is said to be missing, last, with what to do; and `check` lists it."""
    text = ENGLISH.replace("on 12 May 2022", "on Thursday")
    file = write(tmp_path / "a.txt", text)
    done = command("draft", file, DASHBOARD_SEEDS=seeds)
    (folder,) = drafts_of(seeds)
    told = done.out.split(f"{file}: NO DATE is known")[1]
    assert f"delete {folder} and draft it again" in told
    assert f"    python -m app draft {file} --date 2020-08\n" in told
    assert "date" not in toml(folder / "article.toml")
    checked = command("check", DASHBOARD_SEEDS=seeds)
    assert (checked.status, checked.err) == (0, "")
    assert f"  {folder}/article.toml: no `date` is known" in checked.out
    assert "`--date 2020-08`" in checked.out
    shutil.rmtree(folder)
    command("draft", file, "--date", "2022-05-12", DASHBOARD_SEEDS=seeds)
    assert [folder.name for folder in drafts_of(seeds)] == ["2022-05-quill-stone"]
    assert "no `date`" not in command("check", DASHBOARD_SEEDS=seeds).out


def test_each_text_of_a_run_that_has_no_date_is_told(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    texts = [write(tmp_path / f"{name}.txt", f"“No,” said {name} Quill.\n") for name in "ABC"]
    done = command("draft", *texts, "--into", tmp_path / "an other", DASHBOARD_SEEDS=seeds)
    assert done.out.count("NO DATE is known") == 3
    assert f"draft {texts[1]} --date 2020-08 --into '{tmp_path / 'an other'}'\n" in done.out


def test_a_draft_elsewhere_says_how_to_check_it(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    file, place = write(tmp_path / "a.txt", FRENCH), tmp_path / "trial"
    done = command("draft", file, "--into", place, DASHBOARD_SEEDS=seeds)
    assert f"`DASHBOARD_SEEDS={place} python -m app check` lists it" in done.out
    done = command("draft", file, "--into", seeds, DASHBOARD_SEEDS=seeds)
    assert "`python -m app check` lists it" in done.out


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("BAGHDAD, March 3, 2031 - ", "2031-03-03"),
        ("ERBIL, 14 April 2031 (Reuters) -- ", "2031-04-14"),
        ("BAGHDAD, March 3 - ", None),
        ("On March 3, 2031 it rained - ", None),
    ],
)
def test_a_dateline_gives_the_date_and_is_no_event(
    command: Command, seeds: Path, tmp_path: Path, line: str, date: str | None
) -> None:
    """Only a whole one, and only where a dispatch begins, be it below a headline."""
    text = f"Bridge to stay\n\n{line}The bridge stays open.\n\nMore on page 3.\n"
    command("draft", write(tmp_path / "a.txt", text), DASHBOARD_SEEDS=seeds)
    (folder,) = drafts_of(seeds)
    assert toml(folder / "article.toml").get("date") == date
    if date:
        assert not (folder / "events.toml").exists()


def test_words_that_name_somebody_elsewhere_state_nothing_of_a_quote_beside(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    text = 'Dora Quill spoke.\n\n"The bridge stays," said Dora Quill. "It will not close."\n'
    command("draft", write(tmp_path / "a.txt", text), DASHBOARD_SEEDS=seeds)
    first, second = quotes_of(drafts_of(seeds)[0])
    assert (first["speaker"], first["basis"], "note" in first) == ("dora-quill", "stated", False)
    assert (second["speaker"], second["basis"]) == ("dora-quill", "inferred")
    assert second["note"] == {
        "en": "The speech goes on; nobody else is named after Dora Quill.",
        "fr": "La parole se poursuit\u202f; personne d’autre n’est nommé après Dora Quill.",
    }


def test_a_headline_told_by_the_text_below_is_inferred(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    text = (
        "Valdoria calls levy 'an act of folly'\n\n"
        "The levy is “an act of folly”, finance minister Dora Quill said on Monday.\n"
    )
    file = write(tmp_path / "a.txt", text)
    done = command("draft", file, "--json", DASHBOARD_SEEDS=seeds)
    headline, below = json.loads(done.out)["quotes"]
    assert (headline["speaker"], headline["rule"]) == ("Dora Quill", "echo")
    assert below["rule"] != "echo"
    command("draft", file, DASHBOARD_SEEDS=seeds)
    assert quotes_of(drafts_of(seeds)[0])[0]["basis"] == "inferred"


def test_an_event_whose_date_is_stated_has_nothing_inferred(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    text = "The bridge of Dorn opened on 3 March 2019.\n"
    command("draft", write(tmp_path / "a.txt", text), DASHBOARD_SEEDS=seeds)
    (event,) = toml(drafts_of(seeds)[0] / "events.toml")["event"]
    assert (event["date"], event["basis"], "note" in event) == ("2019-03-03", "stated", False)


def test_a_date_that_the_text_does_not_give_is_told(
    command: Command, seeds: Path, tmp_path: Path
) -> None:
    text = "BAGHDAD, March 3, 2031 - The bridge stays open.\n"
    file = write(tmp_path / "a.txt", text)
    done = command("draft", file, "--date", "2020-08", DASHBOARD_SEEDS=seeds)
    assert "the text gives 2031-03-03 as its date; 2020-08 was asked for" in done.out
    assert toml(drafts_of(seeds)[0] / "article.toml")["date"] == "2020-08"


TEXTS = {
    "no quote": "Rien ne fut dit.\n",
    "only marks": '"" «» “” "\n',
    "unclosed": 'Dora Quill a dit : "Nous irons.\n\nElle est partie.\n',
    "nested": "“He said ‘never’ and left,” Dora Quill said. “It’s ‘fine’.”\n",
    "same words": '"oui", dit Dora Quill. "oui", dit Evan Stone. "oui" et "oui".\n',
    "carriage returns": '"Yes,"\r\nsaid Dora\r\nQuill.\r\n\r\n"No,"\rshe said.\r\n',
    "controls": 'Tab\t"a\tb\x7f\u2028c", said Dora Quill. \\ "back\\slash" "\'\'\'" #"""\n',
    "unseen": 'Le 3 mai 2022, le \u202apont\u202c\x1b fut rouvert. "Oui", dit Dora \u202eQuill.\n',
    "arabic": 'قال مصطفى الكاظمي: "لا". « لا », a dit مصطفى.\n',
    "reserved": '"none" "p1" "p2", said None None. None said "none".\n',
    "long": f'"{"word " * 400}", said {"Very " * 60}Long.\n',
    "emoji": '"👍🏽", a dit Dora Quill. "ﷺ"\n',
    "number name": '"1.000", a dit 50 Cent. "p 5" P 5.\n',
}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", TEXTS)
def test_a_draft_passes_check_whatever_the_text(
    command: Command, seeds: Path, tmp_path: Path, name: str, language: str
) -> None:
    file = write(tmp_path / f"{name}.txt", TEXTS[name])
    done = command("draft", file, "--lang", language, "--date", "2022", DASHBOARD_SEEDS=seeds)
    assert (done.status, done.err) == (0, "")
    assert list_problems(seeds) == []
    assert (drafts_of(seeds)[0] / "source.txt").read_bytes() == TEXTS[name].encode()


PIECES = [
    *(
        '"',
        "«\u00a0",
        "\u00a0»",
        "“",
        "”",
        "‘",
        "’",
        "'",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        ". ",
    ),
    *(", ", ": ", "Dora Quill", "Evan Stone", "M. Stone", "Donald Trump", "Washington", "Bagdad"),
    *("a dit", "a-t-il ajouté", "said", "told", "selon", "le président", "un responsable", "she"),
    *("lundi", "20 août 2020", "in January", "oui", "oui", "never", "p1", "none", "#", "\\", "]]"),
    *('"""', "\t", "\x7f", "\u2028", "\u200f", "لا", "🙂", "ﬃ", "É", "-", "œ"),
]


@settings(max_examples=60)
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), min_size=1, max_size=60),
    st.sampled_from(["fr", "en"]),
)
def test_any_text_at_all_makes_a_draft_that_passes_check(
    pieces: list[str], language: Language
) -> None:
    with TemporaryDirectory() as place:
        seeds = Path(place) / "seeds"
        content = "".join(pieces).encode("utf-8", "ignore")
        start_folder(seeds)
        order = Order((), language, "2022-05", seeds, as_json=False)
        file = write(Path(place) / "text.txt", content)
        result = draft_file(str(file), order, list_known(read_seeds(seeds)))
        if result.outcome == "failed":
            assert re.search("is empty|control character|nothing after|HTML|UTF-16", result.told)
        else:
            assert list_problems(seeds) == []
            assert (drafts_of(seeds)[0] / "source.txt").read_bytes() == content


def test_every_dispatch_of_the_evaluation_makes_a_draft_that_passes_check(
    command: Command, seeds: Path
) -> None:
    folder = ROOT / "evaluation" / "work"
    done = command("draft", folder, "--date", "2020-08-20", DASHBOARD_SEEDS=seeds)
    assert done.status == 0
    assert len(drafts_of(seeds)) > 20
    assert list_problems(seeds) == []
    notes = [
        record["note"]
        for folder in drafts_of(seeds)
        for noun in ("quote", "event")
        if (folder / f"{noun}s.toml").exists()
        for record in toml(folder / f"{noun}s.toml")[noun]
        if "note" in record
    ]
    assert len(notes) > 100
    assert [note for note in notes if not says_as_much(note)] == []
    assert not any(note["fr"].startswith("Déduit") for note in notes)
    assert [note for note in notes if note["en"] == note["fr"]] == []


def says_as_much(note: dict[str, str]) -> bool:
    """Whether the French of a note cites what the English does, and names the year that it does."""
    cited = re.findall("“([^“”]+)”", note["en"]) + re.findall(r"\b\d{4}\b", note["en"])
    return all(words.strip() in note["fr"] for words in cited)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_reason_that_the_rules_give_can_be_told_in_french(language: Language) -> None:
    said = {
        quote.reason
        for path in (ROOT / "evaluation" / "work" / language).glob("*.txt")
        for quote in extract(path.read_text(encoding="utf-8"), language, "2031-03-05").quotes
    }
    assert len(said) > 50
    assert [reason for reason in said if reason_in(reason, "fr") is None] == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_reason_names_whoever_is_proposed(language: Language) -> None:
    for path in (ROOT / "evaluation" / "work" / language).glob("*.txt"):
        for quote in extract(path.read_text(encoding="utf-8"), language, "2031-03-05").quotes:
            known = read_reason(quote.reason)
            assert known is not None
            reason, values = known
            if quote.speaker and "inside the quotation" not in reason:
                assert values.get("name", quote.speaker) == quote.speaker, path


def test_a_reason_is_of_the_words_that_give_the_speaker() -> None:
    text = (
        "« Jamais », promet Maud Petit\n\nLe libraire Luc Rey a souri. Il a une idée. "
        "« Nous verrons », a-t-il dit à Maud Petit. Le libraire hésite."
    )
    first = extract(text, "fr").quotes[0]
    assert (first.speaker, first.reason) == (
        "Maud Petit",
        "'promet Maud Petit' gives Maud Petit",
    )


@pytest.mark.parametrize(
    ("text", "english", "french"),
    [
        (
            "“We go,” Dora Quill said. “We stay,” she added.\n",
            "“she” takes up Dora Quill, the nearest who can be meant.",
            "«\u00a0she\u00a0» reprend Dora Quill, le nom le plus proche qui puisse être visé.",
        ),
        (
            "“We go,” Dora Quill said on Monday.\n",
            "“Monday”, counted from the dispatch's day, 5 March 2031.",
            "«\u00a0Monday\u00a0», compté à partir du jour de la dépêche, le 5 mars 2031.",
        ),
    ],
)
def test_a_note_says_as_much_in_french_as_in_english(
    command: Command, seeds: Path, tmp_path: Path, text: str, english: str, french: str
) -> None:
    command("draft", write(tmp_path / "a.txt", text), "--date", "2031-03-05", DASHBOARD_SEEDS=seeds)
    (folder,) = drafts_of(seeds)
    records = quotes_of(folder)
    if (folder / "events.toml").exists():
        records += toml(folder / "events.toml")["event"]
    notes = [record["note"] for record in records if "note" in record]
    assert {"en": english, "fr": french} in notes
