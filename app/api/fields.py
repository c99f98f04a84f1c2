"""What the fields of every answer are made of: a description, an example, closed lists of words."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"


def field(description: str, *examples: Any, **rules: Any) -> Any:
    """A field that is always there, what it means, and what it is in the first article."""
    return Field(description=description, examples=list(examples), **rules)


def slug(*examples: str) -> Any:
    return field("Its permanent name in addresses.", *examples, pattern=SLUG)


def url(noun: str, example: str) -> Any:
    address = f"https://example.org/{noun}/{example}"
    return field("Its permalink, without a language.", address, json_schema_extra={"format": "uri"})


class Shape(BaseModel):
    """An object that has every field described, and no other."""

    model_config = ConfigDict(extra="forbid")


class BothLanguages(Shape):
    """A text of ours, in both languages of the site."""

    en: str = field("In English.", "Troop withdrawal")
    fr: str = field("In French.", "Retrait des troupes")


Language = Literal["en", "fr"]
Encoding = Literal["utf-8", "utf-8-sig", "windows-1252"]
QuoteKind = Literal["full", "partial", "term"]
Wording = Literal["original", "rendering", "unknown"]
ActorKind = Literal["person", "organisation", "state", "unnamed"]
AttributionBasis = Literal["stated", "inferred"]
DateBasis = Literal["stated", "inferred", "outside"]
SearchNoun = Literal["actors", "quotes", "articles", "events", "topics"]
NameBasis = Literal["stated", "outside"]
NameSource = Literal["press", "translation"]
EvidenceField = Literal["what", "who", "when", "where"]
Edtf = Annotated[str, Field(pattern=r"^\d{4}(-\d\d){0,2}[?~%]?(/(\.\.|\d{4}(-\d\d){0,2}[?~%]?))?$")]
Day = Annotated[str, Field(json_schema_extra={"format": "date"})]
Count = Annotated[int, Field(ge=0)]


def text_of(example: str) -> Any:
    return field("The words, character for character.", example)


def start_of(example: int) -> Any:
    return field("Offset of the first code point in the body, from 0.", example)


def end_of(example: int) -> Any:
    return field("Offset after the last code point.", example)


class Passage(Shape):
    """Words of an article's body, and where they stand."""

    text: str = text_of("a-t-il encore éludé")
    start: Count = start_of(3044)
    end: Count = end_of(3063)
