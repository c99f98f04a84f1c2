"""Routes that describe themselves: the document of the API is made from them (OpenAPI 3.1)."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from fastapi import APIRouter
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from starlette.routing import BaseRoute

from app.api.answers import Problem
from app.api.keys import NoKeys
from app.api.late import PREFIX
from app.formats.problem import MEDIA_TYPE

TITLE = "US–Iraq relations: the record"
ABOUT = (
    "Press dispatches on US–Iraq relations as a record: who said what, about what, on which day, "
    "and the words of the source that show it. Read only, without a key. Lists are paged by "
    "cursor: follow next, or the Link header. Dates are EDTF, as precise as they are known. "
    "Offsets count Unicode code points of an article's body, from 0, end-exclusive. Texts of ours "
    "are in English and in French; the words of a source stand as they were printed. What cannot "
    "be answered is told as a problem document (RFC 9457)."
)
ETAG = {
    "ETag": {
        "description": "Send it back as If-None-Match to be told whether anything changed.",
        "schema": {"type": "string", "pattern": '^W/"[0-9a-f]{32}"$'},
    }
}
LINK = {
    "Link": {
        "description": "The first page and the next one, if there is one (RFC 8288).",
        "schema": {"type": "string"},
    }
}
UNCHANGED: dict[str, Any] = {"description": "Nothing changed since the ETag sent."}
MOVED: dict[str, Any] = {"description": "A slug was renamed: the address with the new one."}
WRONG: dict[str, Any] = {
    "model": Problem,
    "description": "Keys or values that are wrong, all named.",
}
MISSING: dict[str, Any] = {"model": Problem, "description": "The record holds nothing so called."}
WITHDRAWN: dict[str, Any] = {
    "model": Problem,
    "description": "It was withdrawn, for the reason given.",
}

View = Callable[..., Any]


class ApiRouter(APIRouter):
    """Routes that answer GET, as the document says, and HEAD."""

    def read(self, path: str, keys: type[NoKeys], model: type[BaseModel]) -> Callable[[View], View]:
        """Register a view by what its address may ask for and what it answers with."""
        found = {"description": (model.__doc__ or "").strip(), "headers": ETAG}
        responses: dict[int | str, dict[str, Any]] = {200: found, 304: UNCHANGED, 400: WRONG}
        if "limit" in keys.model_fields:
            found["headers"] = ETAG | LINK
        if "{slug}" in path:
            responses |= {301: MOVED, 404: MISSING, 410: WITHDRAWN}
        if "speaker" in keys.model_fields:
            responses |= {301: MOVED}

        def register(view: View) -> View:
            name = view.__name__
            self.add_api_route(
                path,
                view,
                methods=["GET"],
                name=name,
                operation_id=name,
                summary=name.replace("_", " ").capitalize(),
                response_model=model,
                responses=dict(sorted(responses.items(), key=str)),
                openapi_extra={"parameters": list(parameters_of(keys))},
            )
            self.add_api_route(
                path, view, methods=["HEAD"], response_model=None, include_in_schema=False
            )
            return view

        return register


def parameters_of(keys: type[NoKeys]) -> Iterator[dict[str, Any]]:
    """The keys of a query string as parameters of OpenAPI."""
    for name, schema in keys.model_json_schema()["properties"].items():
        shown = {key: part for key, part in schema.items() if key not in ("title", "description")}
        if not shown.get("default"):
            shown.pop("default", None)
        (example,) = shown.pop("examples", [None])
        parameter = {
            "name": name,
            "in": "query",
            "required": False,
            "description": schema["description"],
            "schema": shown,
        }
        yield parameter if example is None else parameter | {"example": example}


def describe(site: str, routes: Sequence[BaseRoute]) -> dict[str, Any]:
    """The document of the API, for a public address."""
    document = get_openapi(
        title=TITLE,
        version="1",
        openapi_version="3.1.0",
        description=ABOUT,
        routes=routes,
        servers=[{"url": site}],
    )
    document["paths"] = {PREFIX + path: item for path, item in document["paths"].items()}
    for item in document["paths"].values():
        for status, response in item["get"]["responses"].copy().items():
            if status == "422":  # FastAPI's own, which our addresses do not answer
                del item["get"]["responses"]["422"]
            elif status >= "400":
                response["content"] = {MEDIA_TYPE: response["content"]["application/json"]}
    for name in ("HTTPValidationError", "ValidationError"):
        document["components"]["schemas"].pop(name, None)
    return document
