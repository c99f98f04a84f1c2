"""The evaluation: its gold is sound, its schema is the code's, and the rules keep their level."""

import pytest

from tools.evaluation import evaluate, gold
from tools.evaluation.baselines import Guess

HERE = [
    (part, language)
    for part in gold.PARTS
    for language in gold.LANGUAGES
    if (gold.DISPATCHES / part / language).is_dir()
]


# What the rules hold on the part to work on, less two points at most.
FLOORS: dict[str, dict[str, float]] = {
    "fr": {
        "span F1": 99.5,
        "speaker, nobody included": 94.5,
        "precision where given": 95.5,
        "kind": 96,
        "actor recall": 93.5,
        "event date": 94,
    },
    "en": {
        "span F1": 99.5,
        "speaker, nobody included": 95.5,
        "precision where given": 96.5,
        "kind": 96.5,
        "actor recall": 93,
        "event date": 95,
    },
}


@pytest.mark.parametrize(("part", "language"), HERE)
def test_gold_is_sound(part: str, language: str) -> None:
    dispatches = gold.read_part(part, language)
    assert dispatches
    assert sum(len(list(gold.check(one))) for one in dispatches) == 0


def test_schema_is_the_code_s() -> None:
    assert gold.SCHEMA.read_text(encoding="utf-8") == gold.write_schema()


@pytest.mark.parametrize("language", gold.LANGUAGES)
def test_rules_keep_their_level(language: str) -> None:
    whole = evaluate.add_up(evaluate.run(gold.read_part("work", language)))
    for name, floor in FLOORS[language].items():
        value = whole.measure(name)
        assert value is not None
        assert value >= floor, name


def test_the_part_reported_on_shows_no_errors(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    work = gold.read_part("work", "en")[:2]
    monkeypatch.setattr(
        evaluate, "read_part", lambda _part, language: work if language == "en" else []
    )
    monkeypatch.setattr(evaluate, "ROUNDS", 10)
    assert evaluate.main(["--part", "report", "--errors"]) == 0
    printed = capsys.readouterr().out
    assert "report/fr: not here" in printed
    assert "span F1" in printed
    assert work[0].name not in printed
    assert "by rule" not in printed


def test_a_wrong_speaker_is_counted() -> None:
    [dispatch, *_] = gold.read_part("work", "en")
    guesses = [
        Guess(one.start, one.end, one.kind, "Nobody Atall", "test") for one in dispatch.gold.quotes
    ]
    tally = evaluate.score(dispatch, guesses, None)
    assert tally.measure("span F1") == 100
    assert tally.measure("precision where given") == 0
    assert tally.measure("kind") == 100
