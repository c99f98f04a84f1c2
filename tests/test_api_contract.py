"""The document of the API: that it is whole, that its examples are real, and that the application
keeps it, whatever schemathesis asks."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from tests.reading import app_of

DOCUMENT = "/api/v1/openapi.json"
SEED = 20200820
EXAMPLES = 10  # of each kind, for each address
ALL = "?limit=200"
# The text of an article is too long for an example, and nothing of the first was withdrawn.
WITHOUT_EXAMPLE = {("ArticleText", "body"), ("Problem", "reason")}
NEVER_SEEN = {"Fault", "Problem"}  # what no good answer holds


@pytest.fixture(scope="module")
def document(client: TestClient) -> Any:
    return client.get(DOCUMENT).json()


@pytest.fixture(scope="module")
def answers(client: TestClient, document: Any) -> dict[str, list[Any]]:
    """Every answer of the API on the first article, by the name of its shape."""
    nouns = ["articles", "quotes", "actors", "events", "topics"]
    found: dict[str, list[Any]] = {}
    for noun in nouns:
        page = client.get(f"/api/v1/{noun}{ALL}").json()
        paths = [f"{noun}{ALL}", *(f"{noun}/{record['slug']}" for record in page[noun])]
        for path in paths:
            route = f"/api/v1/{noun}/{{slug}}" if "/" in path else f"/api/v1/{noun}"
            answer = client.get(f"/api/v1/{path}").json()
            found.setdefault(shape_of(document, route), []).append(answer)
    found["SearchPage"] = [client.get("/api/v1/search?q=milice").json()]
    found["Facets"] = [client.get("/api/v1/facets").json()]
    return found


def shape_of(document: Any, route: str) -> str:
    content = document["paths"][route]["get"]["responses"]["200"]["content"]
    return str(content["application/json"]["schema"]["$ref"].rpartition("/")[2])


def values(document: Any, schema: Any, value: Any) -> Iterator[tuple[str, str, Any]]:
    """Each field of an answer, with the shape that it is a field of."""
    if value is None:
        return
    if "anyOf" in schema:
        for part in schema["anyOf"]:
            yield from values(document, part, value)
    elif schema.get("type") == "array":
        for item in value:
            yield from values(document, schema["items"], item)
    elif "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        fields = document["components"]["schemas"][name]["properties"]
        assert set(value) == set(fields), name
        for field, part in fields.items():
            yield name, field, value[field]
            yield from values(document, part, value[field])


def test_it_is_openapi_3_1_and_says_what_it_is(document: Any) -> None:
    assert document["openapi"] == "3.1.0"
    assert document["info"]["title"]
    assert "RFC 9457" in document["info"]["description"]
    assert document["servers"] == [{"url": "http://127.0.0.1:8000"}]
    assert len(document["paths"]) == 12
    assert {frozenset(item) for item in document["paths"].values()} == {frozenset({"get"})}


def test_every_address_describes_what_it_takes_and_answers(document: Any) -> None:
    for path, item in document["paths"].items():
        operation = item["get"]
        assert operation["description"], path
        assert all(parameter["description"] for parameter in operation["parameters"]), path
        responses = operation["responses"]
        wanted = {"301", "404", "410"} if "{slug}" in path else set()
        assert {"200", "304", "400"} | wanted <= set(responses), path
        for status, response in responses.items():
            assert response["description"], (path, status)
            kinds = {"200": {"application/json"}, "301": set(), "304": set()}
            assert set(response.get("content", {})) == kinds.get(
                status, {"application/problem+json"}
            ), (path, status)


def test_every_field_is_described_and_has_an_example(document: Any) -> None:
    """Or leads to a shape whose fields have."""
    bare = set()
    for name, shape in document["components"]["schemas"].items():
        assert shape["description"], name
        for field, schema in shape["properties"].items():
            leads_on = "#/components/schemas/" in str(schema)
            if not leads_on:
                assert schema["description"], (name, field)
            if not leads_on and not schema.get("examples") and name not in PAGES:
                bare.add((name, field))
    assert bare <= WITHOUT_EXAMPLE


PAGES = {"ArticlePage", "QuotePage", "ActorPage", "EventPage", "TopicPage", "SearchPage"}


def test_every_example_is_real(document: Any, answers: dict[str, list[Any]]) -> None:
    seen: dict[tuple[str, str], list[Any]] = {}
    for name, objects in answers.items():
        for answer in objects:
            reference = {"$ref": f"#/components/schemas/{name}"}
            for shape, field, value in values(document, reference, answer):
                seen.setdefault((shape, field), []).append(value)
    invented = []
    for name, shape in document["components"]["schemas"].items():
        for field, schema in shape["properties"].items():
            for example in schema.get("examples", []) if name not in NEVER_SEEN else []:
                if name == "FacetCounts":
                    real = any(example.items() <= value.items() for value in seen[name, field])
                elif field == "url":
                    path = example.removeprefix("https://example.org")
                    real = any(value.endswith(path) for value in seen[name, field])
                else:
                    real = example in seen[name, field]
                if not real:
                    invented.append((name, field, example))
    assert invented == []


def named(app: ASGIApp) -> ASGIApp:
    """The application as asked by the site's name, which schemathesis does not know."""

    async def ask(scope: Scope, receive: Receive, send: Send) -> None:
        headers = [line for line in scope.get("headers", []) if line[0] != b"host"]
        await app({**scope, "headers": [*headers, (b"host", b"localhost")]}, receive, send)

    return ask


def test_schemathesis_finds_nothing(client: TestClient) -> None:
    """All checks in all phases; a slug that the record does not hold is answered with 400."""
    config = SchemathesisConfig.from_dict(
        {
            "seed": SEED,
            "workers": 1,
            "suppress-health-check": ["too_slow"],  # which a machine with other work is
            "checks": {
                "positive_data_acceptance": {
                    "expected-statuses": ["2xx", "3xx", "400", "404", "410"]
                }
            },
            "generation": {"max-examples": EXAMPLES, "database": "none", "deterministic": True},
        }
    )
    print(f"seed {SEED}")
    state = random.getstate()
    schema = schemathesis.openapi.from_asgi(DOCUMENT, named(app_of(client)), config=config)
    asked, found = 0, []
    for event in from_schema(schema).execute():
        if isinstance(event, (events.NonFatalError, events.FatalError)):
            found.append(repr(event))
        if isinstance(event, events.ScenarioFinished):
            asked += len(event.recorder.interactions)
            found += [
                f"{event.recorder.label}: {check.name}: {check.failure_info.failure.message}"
                for checks in event.recorder.checks.values()
                for check in checks
                if check.failure_info is not None
            ]
    random.setstate(state)
    assert sorted(set(found)) == []
    assert asked > 400
