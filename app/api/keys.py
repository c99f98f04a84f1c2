"""The keys that an address of the API may have, and how all that is wrong with them is told."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

from fastapi import Request
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
)

from app.api.cursors import read_cursor
from app.api.fields import SLUG, QuoteKind, SearchNoun
from app.filters import PAGE_SIZE

LARGEST_PAGE = 200
MOST_VALUES = 50
SHOWN = 200  # characters of a key or value that a problem repeats


class BadQueryError(Exception):
    """What is wrong with the query string of an address: key, value and reason of each fault."""

    def __init__(self, faults: list[dict[str, str]]) -> None:
        super().__init__(f"{len(faults)} wrong")
        self.faults = faults


def check_known(value: str, info: ValidationInfo) -> str:
    """A value of a facet must be one that the record holds."""
    assert info.context is not None
    if (info.field_name, value) not in info.context["known"]:
        raise ValueError(f"the record holds no such {info.field_name}")
    return value


def check_digits(limit: str) -> str:
    if not (limit.isascii() and limit.isdigit()):
        raise ValueError("is not a whole number")
    return limit


def check_cursor(cursor: str, info: ValidationInfo) -> str:
    assert info.context is not None
    read_cursor(cursor, info.context["noun"], info.context["order"])
    return cursor


def values(description: str, *examples: str) -> Any:
    """A key that may stand several times: any of its values matches."""
    return Field(default=[], description=description, examples=[list(examples)])


Known = Annotated[
    str, AfterValidator(check_known), Field(json_schema_extra={"pattern": SLUG, "maxLength": 100})
]
Many = Field(max_length=MOST_VALUES)
Limit = Annotated[int, Field(ge=1, le=LARGEST_PAGE), BeforeValidator(check_digits)]
Cursor = Annotated[
    str, AfterValidator(check_cursor), Field(json_schema_extra={"pattern": "^[A-Za-z0-9_-]+$"})
]


class NoKeys(BaseModel):
    """An address that takes no keys."""

    model_config = ConfigDict(extra="forbid")


def typed(example: str) -> Any:
    return Field(
        default="",
        description='Words, as in the search of the site: "…" a phrase, - leaves a word out, '
        "* the beginning of one. Nothing typed is an error.",
        examples=[example],
    )


class FacetKeys(NoKeys):
    """The filter of quotes: the values of a key are alternatives, all keys must match."""

    q: str = typed("police")
    speaker: Annotated[list[Known], Many] = values(
        "Slugs of actors who say the quote; none is the quotes that nobody says.", "mike-pompeo"
    )
    topic: Annotated[list[Known], Many] = values(
        "Slugs of topics that the quote is about.", "armed-groups"
    )
    kind: Annotated[list[QuoteKind], Many] = values("Kinds of quote.", "full")
    article: Annotated[list[Known], Many] = values(
        "Slugs of articles that hold the quote.", "2020-08-trump-al-kazimi"
    )


class ListKeys(NoKeys):
    """Which page of a list."""

    limit: Limit = Field(PAGE_SIZE, description="How many records a page holds.", examples=[2])
    cursor: Cursor = Field("", description="Where the page before ended, from its next.")


class ActorKeys(ListKeys):
    quoted: Literal["yes", ""] = Field(
        "", description="yes leaves out the actors that are never quoted.", examples=["yes"]
    )


class SearchKeys(ListKeys):
    """A page of what a search finds."""

    # `in` is a word of Python's.
    noun: Literal[SearchNoun, ""] = Field(
        "", alias="in", description="Hits of this noun alone.", examples=["quotes"]
    )
    q: str = typed("milice")


class QuoteKeys(ListKeys, FacetKeys):
    """A page of a filter."""


Keys = TypeVar("Keys", bound=NoKeys)


def read_keys(request: Request, shape: type[Keys], **context: Any) -> Keys:
    """The keys of an address. Raises BadQueryError with everything that is wrong with them."""
    given: dict[str, Any] = {}
    faults = []
    for key in dict.fromkeys(request.query_params):
        found = request.query_params.getlist(key)
        given[key] = found if takes_many(shape, key) else found[0]
        if len(found) > 1 and given[key] == found[0]:
            faults.append(fault(key, found[1], "is given more than once"))
    try:
        keys = shape.model_validate(given, context=context)
    except ValidationError as error:
        faults += [read_fault(detail, shape) for detail in error.errors()]
    if faults:
        raise BadQueryError(faults)
    return keys


def takes_many(shape: type[NoKeys], key: str) -> bool:
    return key in shape.model_fields and shape.model_fields[key].default == []


def fault(key: str, value: object, detail: str) -> dict[str, str]:
    return {"key": key[:SHOWN], "value": str(value)[:SHOWN], "detail": detail}


def read_fault(detail: Mapping[str, Any], shape: type[NoKeys]) -> dict[str, str]:
    """What pydantic found, as readers of the API are told it."""
    key = str(detail["loc"][0])
    if detail["type"] == "extra_forbidden":
        names = ", ".join(f.alias or name for name, f in shape.model_fields.items()) or "none"
        return fault(key, detail["input"], f"is not a key of this address, which has: {names}")
    if detail["type"] == "too_long":
        return fault(key, "", f"has more than {MOST_VALUES} values")
    return fault(key, detail["input"], detail["msg"].removeprefix("Value error, "))
