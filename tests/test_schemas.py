"""The JSON Schemas of the seed files: as the code makes them, and pointed at by every file."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema_rs import Draft7Validator

from app.schemas import FOLDER, NAMES, make_schema, write_schemas
from tests.conftest import ROOT

FILES = sorted((ROOT / "seeds").rglob("*.toml"))


def as_json(value: Any) -> Any:
    """What TOML states, with its dates as JSON writes them."""
    return json.loads(json.dumps(value, default=str))


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_is_that_of_the_code(name: str) -> None:
    """If not: `python -m app schemas` writes it anew."""
    assert json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")) == make_schema(name)


def test_there_is_no_schema_of_nothing() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(NAMES)


def test_writing_them_again_changes_nothing(tmp_path: Path) -> None:
    assert len(write_schemas(tmp_path)) == len(NAMES)
    assert write_schemas(tmp_path) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_names_its_schema_and_keeps_to_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    first = text.split("\n", 1)[0]
    assert first.startswith("#:schema ")
    schema = json.loads((path.parent / first.removeprefix("#:schema ")).read_text(encoding="utf-8"))
    validator = Draft7Validator(schema, validate_formats=True)
    assert list(validator.iter_errors(as_json(tomllib.loads(text)))) == []


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("quotes", "kind", "shout"),
        ("quotes", "speaker", "Donald Trump"),
        ("quotes", "occurrence", 0),
        ("quotes", "colour", "red"),
        ("events", "date", "August"),
        ("actors", "wikidata", "22686"),
    ],
)
def test_a_schema_refuses_what_the_code_refuses(name: str, key: str, value: Any) -> None:
    if name == "quotes":
        path = next(path for path in FILES if path.name == "quotes.toml")
    else:
        path = ROOT / "seeds" / f"{name}.toml"
    content = as_json(tomllib.loads(path.read_text(encoding="utf-8")))
    validator = Draft7Validator(make_schema(name))
    assert validator.is_valid(content)
    content[name[:-1]][0][key] = value
    assert not validator.is_valid(content)
