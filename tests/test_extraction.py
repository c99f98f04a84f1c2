"""Who says what: the rules sentence by sentence, whole dispatches, and the first article."""

import ast
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest

from app.extraction.dates import election_day
from app.extraction.draft import Draft, extract, guess_language, header_date, split_header, to_json
from app.extraction.lexicon import FOLDER
from app.extraction.rules import RULES, RULES_OF_WORDS
from tests.conftest import ROOT
from tests.quoting import DISPATCHES, SENTENCES, Case
from tests.quoting_bodies import BODIES
from tests.quoting_english import ENGLISH
from tests.quoting_french import FRENCH
from tests.quoting_grammar import GRAMMAR
from tests.quoting_people import PEOPLE
from tests.quoting_rare import RARE
from tests.quoting_sources import SOURCES
from tests.quoting_told import TOLD
from tests.quoting_ways import WAYS
from tools.evaluation.evaluate import canonical

FIRST = ROOT / "seeds" / "articles" / "2020-08-trump-al-kazimi"
NAMES = {
    "donald-trump": "Donald Trump",
    "mike-pompeo": "Mike Pompeo",
    "moustafa-al-kazimi": "Moustafa al-Kazimi",
    "us-government": "Washington",
    "2020-08-trump-al-kazimi-senior-us-official": "Un haut responsable américain",
    None: None,
}


def found(draft: Draft) -> list[tuple[str, str, str]]:
    return [(one.text, one.kind, canonical(one.speaker)) for one in draft.quotes]


@pytest.mark.parametrize(
    "case",
    [
        *SENTENCES,
        *ENGLISH,
        *FRENCH,
        *GRAMMAR,
        *PEOPLE,
        *SOURCES,
        *BODIES,
        *TOLD,
        *RARE,
        *WAYS,
        *DISPATCHES,
    ],
    ids=lambda case: case[1][:40],
)
def test_speakers_and_kinds(case: Case) -> None:
    language, text, wanted = case
    draft = extract(text, "fr" if language == "fr" else "en", "2031-05-16")
    assert found(draft) == [(words, kind, canonical(name)) for words, kind, name in wanted]


def read_first() -> tuple[str, Draft]:
    text = (FIRST / "source.txt").read_text(encoding="utf-8")
    body = text[split_header(text) :]
    return body, extract(body, "fr", header_date(text))


def test_first_article() -> None:
    _, draft = read_first()
    quotes = tomllib.loads((FIRST / "quotes.toml").read_text(encoding="utf-8"))["quote"]
    wanted = [(one["text"], one["kind"], canonical(NAMES[one.get("speaker")])) for one in quotes]
    assert found(draft) == wanted


def test_first_article_dates_and_conflict() -> None:
    body, draft = read_first()
    dates = {body[one.start : one.end][:30]: one.date for one in draft.events}
    assert dates["Donald Trump a réaffirmé jeudi"] == "2020-08-20?"
    assert {"2020-01", "2020-05", "2020-06", "2020-08-19?"} <= set(dates.values())
    assert all(one.basis == "inferred" for one in draft.events)
    [conflict] = draft.conflicts
    assert "2020-08-21" in conflict.note
    assert "75 days" in conflict.note


def test_every_speaker_has_a_rule_a_reason_and_words() -> None:
    texts = [(case[0], case[1]) for case in DISPATCHES]
    drafts = [extract(text, "fr" if language == "fr" else "en") for language, text in texts]
    for one in [quote for draft in (read_first()[1], *drafts) for quote in draft.quotes]:
        assert 0 <= one.confidence <= 1
        assert (one.speaker is None) == (one.speaker_words is None)
        assert (one.speaker is None) == (one.rule in {"nobody", "term", "nobody_says", "aside"})
        assert one.speaker is None or one.reason != "nothing says who speaks"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"Le président a dit: je pars", a raconté Paul Petit.', ["paul petit"]),
        ('"Le maire a menti", a dit Luc Roy. Il pleuvait.', ["luc roy"]),
        ('Il pleut. "Tout le monde le sait."', [""]),
        ('On scandait "Démission!" dans la rue.', [""]),
    ],
)
def test_cues_inside_a_quotation_are_none(text: str, wanted: list[str]) -> None:
    draft = extract(text, "fr")
    assert [canonical(one.speaker) for one in draft.quotes] == wanted


def test_header_is_split_off() -> None:
    assert split_header(" date 2020-08 Donald") == 14
    assert header_date(" date 2020-08 Donald") == "2020-08"
    assert split_header("Le date 2020-08 est") == 0


def test_language_is_guessed() -> None:
    assert guess_language("Le ministre est dans la ville et il ne dit pas un mot.") == "fr"
    assert guess_language("The minister is in the city and said that it was not his.") == "en"


def test_json_has_the_fields_of_the_issue() -> None:
    body, draft = read_first()
    document = to_json(draft, 14)
    assert list(document) == ["body_start", "quotes", "actors", "events", "conflicts"]
    keys = ["start", "end", "text", "kind", "speaker", "speaker_words", "rule", "confidence"]
    for quote in document["quotes"]:
        assert list(quote) == [*keys, "topics"]
        assert quote["text"] == body[quote["start"] : quote["end"]]
    for actor in document["actors"]:
        assert list(actor) == ["name", "kind", "forms", "mentions"]
        assert actor["mentions"]
    for event in document["events"]:
        assert list(event) == ["title", "date", "basis", "note", "evidence"]
        evidence = event["evidence"]
        assert evidence["text"] == body[evidence["start"] : evidence["end"]]


@pytest.mark.parametrize(
    ("language", "words", "date", "basis"),
    [
        ("fr", "Il a parlé lundi à Paris devant la presse", "2031-05-12", "inferred"),
        ("fr", "Il a parlé vendredi à Paris devant la presse", "2031-05-16", "inferred"),
        ("fr", "Il a démissionné en janvier 2029 après un vote", "2029-01", "stated"),
        ("fr", "Le scrutin aura lieu le 3 juin dans tout le pays", "2031-06-03", "inferred"),
        ("fr", "La semaine dernière une réunion avait tourné court", "2031-05-05/2031-05-11", "inferred"),  # noqa: E501
        ("fr", "Il y a deux ans le pays avait voté pour lui", "2029", "inferred"),
        ("fr", "Il viendra lundi prochain à Paris devant la presse", "2031-05-19", "inferred"),
        ("fr", "Il est venu vendredi dernier devant la presse", "2031-05-09", "inferred"),
        ("en", "He spoke on Monday in Paris to the press", "2031-05-12", "inferred"),
        ("en", "The vote is due on June 3 in the whole country", "2031-06-03", "inferred"),
        ("en", "He resigned in January 2029 after a vote", "2029-01", "stated"),
        ("en", "He left yesterday for a short visit to Rome", "2031-05-15", "inferred"),
        ("en", "The strike began last month in the port", "2031-04", "inferred"),
    ],
)  # fmt: skip
def test_dates(language: str, words: str, date: str, basis: str) -> None:
    draft = extract(words + ".", "fr" if language == "fr" else "en", "2031-05-16")
    assert [(one.date, one.basis) for one in draft.events] == [(date, basis)]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "Il y a 5000 ans la ville était déjà là."),
        ("fr", "Il y a 3000 ans la ville était déjà là."),
        ("en", "He left 9000 days ago for the town."),
        ("en", "He may come in may to the town."),
    ],
)
def test_what_is_no_date(language: str, words: str) -> None:
    assert extract(words, "fr" if language == "fr" else "en", "2031-05-16").events == []


def test_a_day_that_no_month_has_dates_the_month_alone() -> None:
    for words in ("du 31 février 2031", "du 31 février"):
        [event] = extract(f"Le vote {words} a été annulé par la cour.", "fr", "2031-05-16").events
        assert event.date == "2031-02"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Selon le ministère de la Santé, 40 lits manquent à l'hôpital.",
            ["ministère de la Santé"],
        ),
        ("La crise entre Washington et Bagdad dure.", ["Washington", "Bagdad"]),
        ("La coopération avec Washington dure.", ["Washington"]),
        ("La banque al-Rafah a fermé.", ["banque al-Rafah"]),
        (
            "L'opération lancée par l'armée turque a surpris un cadre du ministère irakien de la "
            "Défense.",
            ["armée turque", "ministère irakien de la Défense"],
        ),
        (
            "Samira Belhadj (Gauche nouvelle) est partie.",
            ["Samira Belhadj", "Gauche nouvelle"],
        ),
        (
            "Il devance le Bloc du fleuve de l'ancien gouverneur Ali Tamim.",
            ["Bloc du fleuve", "Ali Tamim"],
        ),
    ],
)
def test_actors_that_do_not_speak(text: str, wanted: list[str]) -> None:
    assert [actor.name for actor in extract(text, "fr").actors] == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("fr", "Les élus proches de Téhéran s'impatientent.", ["Téhéran"]),
        ("fr", "Le vote s'est déroulé sans l'aval de Téhéran.", ["Téhéran"]),
        ("fr", "Le premier ministre a demandé à Washington de fixer les étapes.", ["Washington"]),
        ("fr", '"Nous avons prévenu Bagdad", a dit Ali Hadi.', ["Bagdad", "Ali Hadi"]),
        ("fr", "Une réunion s'est tenue à Bagdad, puis on a quitté Amman.", []),
        ("en", "Crude was shipped without Baghdad's consent.", ["Baghdad"]),
        ("en", "Militias loyal to Tehran protested.", ["Tehran"]),
        ("en", "Thousands marched in Baghdad's streets.", []),
        ("en", "Congress passed the authorization in 2002.", ["Congress"]),
        ("en", "The Justice Department said it had told them.", ["Justice Department"]),
        ("en", "They worked alongside the British army.", ["British army"]),
        ("en", "Oil ministry staff declined to comment.", ["Oil ministry"]),
        ("fr", "Nadia Lorme (Gauche verte, Gironde) a dit non.", ["Nadia Lorme", "Gauche verte"]),
        ("fr", "L'association Eau et Droits attend un procès.", ["Eau et Droits"]),
        ("fr", "L'ex-PDG d'Hexapétrole, Luc Perrin, a nié.", ["Hexapétrole", "Luc Perrin"]),
        ("fr", "Pour le parquet national financier, il savait.", ["parquet national financier"]),
        ("fr", "Le commandement pour le Golfe (Centgo) a réagi.", ["Centgo"]),
    ],
)
def test_actors_by_what_they_do(language: str, text: str, wanted: list[str]) -> None:
    named = {actor.name for actor in extract(text, "fr" if language == "fr" else "en").actors}
    assert {one for one in wanted if one not in named} == set()
    assert wanted or not named


def test_a_countdown_that_does_not_fit_is_told() -> None:
    text = "A dix jours du scrutin, prévu le 4 juin, Paul Durand a parlé."
    [conflict] = extract(text, "fr", "2031-05-16").conflicts
    assert "2031-05-26" in conflict.note
    assert extract(text, "fr", "2031-05-25").conflicts == []


@pytest.mark.parametrize(
    ("text", "date", "days", "conflicts"),
    [
        ("A 74 jours de la présidentielle, il a parlé hier à Washington.", "2020-08", ["2020-08-20?"], 0),  # noqa: E501
        ("A 74 jours de la présidentielle, il a parlé vendredi à Washington.", "2020-08", ["2020-08-21?"], 0),  # noqa: E501
        ("A 74 jours de la présidentielle, il a parlé jeudi à Washington.", "2020-08", ["2020-08-20?"], 1),  # noqa: E501
        ("A 74 jours de la présidentielle, il a parlé jeudi à Washington.", "2021-08", [], 0),
        ("A 74 jours de la présidentielle, il a parlé jeudi à Varsovie.", "2020-08", [], 0),
        ("A 11 semaines de la présidentielle, il a parlé jeudi à Washington.", "2020-08", [], 0),
    ],
)  # fmt: skip
def test_a_countdown_to_the_american_election_gives_the_day(
    text: str, date: str, days: list[str], conflicts: int
) -> None:
    draft = extract(text, "fr", date)
    assert [one.date for one in draft.events if "-08-" in one.date] == days
    assert len(draft.conflicts) == conflicts


def test_a_weekday_needs_the_day_of_the_dispatch() -> None:
    assert extract("Il a parlé lundi à Paris devant la presse.", "fr", "2031-05").events == []


# The dispatch is of Tuesday 18 August 2020.
@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("fr", "Le Premier ministre Ali Hassan se rendra jeudi à Paris.", ["2020-08-20"]),
        ("fr", "Ali Hassan se rendra à Paris, a déclaré lundi son bureau.", ["2020-08-17"]),
        ("fr", "Une rencontre est prévue mardi à Paris avec Ali Hassan.", ["2020-08-18"]),
        ("fr", "Ali Hassan sera reçu par le ministre qui a démissionné jeudi.", ["2020-08-13"]),
        ("fr", "Ali Hassan s'est rendu jeudi à Paris.", ["2020-08-13"]),
        ("en", "Prime Minister Ali Hassan will visit Paris on Thursday.", ["2020-08-20"]),
        ("en", "Ali Hassan will visit Paris, his office said on Monday.", ["2020-08-17"]),
        ("en", "Ali Hassan visited Paris on Thursday.", ["2020-08-13"]),
        ("en", "The panel led by Ali Hassan sat in Paris on Thursday.", ["2020-08-13"]),
        ("en", "Ali Hassan will replace a minister who resigned on Friday.", ["2020-08-14"]),
    ],
)
def test_a_weekday_is_to_come_where_its_clause_looks_ahead(
    language: Literal["fr", "en"], text: str, days: list[str]
) -> None:
    assert [event.date for event in extract(text, language, "2020-08-18").events] == days


@pytest.mark.parametrize(("year", "day"), [(2020, 3), (2024, 5), (2028, 7), (2032, 2), (2044, 8)])
def test_an_election_is_on_the_tuesday_after_november_s_first_monday(year: int, day: int) -> None:
    assert election_day(year).isoformat() == f"{year}-11-{day:02}"


IN_ORDER_OF_TIME = ("months", "weekdays", "numbers")


def lists_in(table: dict[str, Any], name: str = "") -> Iterator[tuple[str, str]]:
    """Every list of words of a lexicon, by its name; the forms of irregular verbs are none."""
    for key, value in table.items():
        if isinstance(value, dict) and not key.startswith("irregular"):
            yield from lists_in(value, f"{name}{key}.")
        for number, text in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(text, str) and key not in IN_ORDER_OF_TIME:
                yield f"{name}{key} {number}", text


def sort_key(word: str) -> tuple[str, str]:
    letters = unicodedata.normalize("NFD", word.casefold())
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    return plain.lstrip("-'’"), word


IN_THEIR_ORDER = [rule.__name__ for rule in (*RULES, *RULES_OF_WORDS)]
EXAMPLES = [
    (rule.__name__, " ".join(example.split()))
    for rule in (*RULES, *RULES_OF_WORDS)
    for example in (rule.__doc__ or "").split("\n\n")[0].split(";")
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_gives_its_examples_a_speaker(rule: str, example: str) -> None:
    below = "\n\nThe inquiry opened at noon." if rule == "bare_colon_name" else "."
    draft = extract(example + below, guess_language(example))
    assert rule in {one.rule for one in draft.quotes if one.speaker}


def test_the_docs_list_the_rules_in_their_order() -> None:
    page = (ROOT / "docs" / "extraction.md").read_text(encoding="utf-8")
    table = page.partition("## The rules, in order")[2].partition("\n## ")[0]
    listed = [line.split("`")[1] for line in table.splitlines() if line.startswith("| `")]
    assert [name for name in listed if name in IN_THEIR_ORDER] == IN_THEIR_ORDER


def in_order(text: str) -> list[str]:
    return sorted(set(text.split()), key=sort_key)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_a_list_has_each_word_once_in_its_place(path: Path) -> None:
    for name, text in lists_in(tomllib.loads(path.read_text(encoding="utf-8"))):
        assert text.split() == in_order(text), name


def test_a_list_beside_the_rules_has_each_word_once_in_its_place() -> None:
    lists = [
        (path.name, part.lineno, ast.literal_eval(part.args[0]))
        for path in FOLDER.parent.glob("*.py")
        for part in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(part, ast.Call) and ast.unparse(part.func) == "listed"
    ]
    assert lists
    assert [one for one in lists if one[2].split() != in_order(one[2])] == []


@pytest.mark.parametrize(
    ("language", "endings"),
    [("fr", {"_er": ("er",), "_ir": ("ir", "ïr")}), ("en", {"_regular": ("",)})],
)
def test_a_verb_is_conjugated_in_one_way(language: str, endings: dict[str, tuple[str]]) -> None:
    verbs = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))["verbs"]
    known = {*verbs["irregular_say"], *verbs["irregular_hold"]}
    for kind in ("say", "hold"):
        for ending, letters in endings.items():
            regular = verbs[kind + ending].split()
            assert [word for word in regular if not word.endswith(letters)] == []
            assert known.isdisjoint(regular)
            known.update(regular)
