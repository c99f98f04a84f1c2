"""The page that shows the API: made from its document, and served wholly from this site."""

import json
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from fastapi import Request, Response

from app.render import render
from app.views.requests import PageRouter, site_of

router = PageRouter()


@dataclass(frozen=True)
class Operation:
    """An address of the API, as its document describes it."""

    name: str
    path: str
    description: str
    parameters: list[dict[str, Any]]
    responses: dict[str, dict[str, Any]]
    shape: str  # what it answers with
    curl: str


@dataclass(frozen=True)
class FieldRow:
    """A field of an object: what kind of value it holds, and one that it has."""

    name: str
    kind: str
    description: str
    example: str


@router.page("/about/api", "api")
def api(request: Request, lang: str) -> Response:
    from app.api.routes import document_of  # late: made of all shapes, which few ask for

    site = site_of(request)
    document = document_of(site)
    context = {
        "about": document["info"]["description"],
        "document": request.app.url_path_for("api-mount", path="/v1/openapi.json"),
        "operations": [
            operation_of(site, path, item["get"]) for path, item in document["paths"].items()
        ],
        "shapes": {
            name: (shape.get("description", ""), list(fields_of(shape)))
            for name, shape in document["components"]["schemas"].items()
        },
    }
    return render(request, "api.html", lang, context)


def operation_of(site: str, path: str, operation: dict[str, Any]) -> Operation:
    """An address with an example of how to ask for it."""
    parameters = operation.get("parameters", [])
    examples = {p["name"]: p.get("example", *p["schema"].get("examples", [])) for p in parameters}
    in_query = [(p["name"], examples[p["name"]]) for p in parameters if p["in"] == "query"]
    query = urlencode([(name, value) for name, value in in_query if value], doseq=True)
    address = site + path.format_map(examples) + (f"?{query}" if query else "")
    return Operation(
        operation["operationId"],
        path,
        operation["description"],
        parameters,
        operation["responses"],
        name_of(operation["responses"]["200"]["content"]["application/json"]["schema"]),
        f"curl {shlex.quote(address)}",
    )


def fields_of(shape: dict[str, Any]) -> Iterator[FieldRow]:
    for name, schema in shape["properties"].items():
        examples = schema.get("examples", [])
        example = json.dumps(examples[0], ensure_ascii=False) if examples else ""
        yield FieldRow(name, kind_of(schema), schema.get("description", ""), example)


def kind_of(schema: dict[str, Any]) -> str:
    """The kind of value that a schema allows, in the words of JSON."""
    if "$ref" in schema:
        return name_of(schema)
    if "anyOf" in schema:
        return " | ".join(kind_of(part) for part in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(json.dumps(value) for value in schema["enum"])
    if "const" in schema:
        return json.dumps(schema["const"])
    if schema["type"] == "array":
        return f"[{kind_of(schema['items'])}]"
    return str(schema["type"])


def name_of(reference: dict[str, Any]) -> str:
    """The name of the shape that a reference leads to."""
    return str(reference["$ref"]).rpartition("/")[2]
