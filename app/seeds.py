"""What a valid seed file is: the shape of each table, and what its values can be."""

import datetime as dt
import re
from functools import cache
from time import struct_time
from typing import Annotated, Any, Literal

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

# Level 1 of EDTF as far as a press dispatch needs it: a year, month or day, each perhaps
# uncertain (?), approximate (~) or both (%), and an interval of two of them, or with an open end.
DATE = r"\d{4}(?:-[01]\d(?:-\d{2})?)?[?~%]?"
EDTF = re.compile(rf"{DATE}(?:/(?:{DATE}|\.\.))?")


@cache  # the library's parser takes tens of milliseconds, and the same dates come again
def date_bounds(text: str) -> tuple[dt.date, dt.date]:
    """The earliest and the latest day that an EDTF date can mean; an open end is its start's.

    Raises ValueError for what is no date, or a kind of EDTF that the pages cannot word.
    """
    if not EDTF.fullmatch(text):
        raise ValueError(f"{text!r} is not an EDTF date such as 2020-01, 2020-08-20? or 2020-08/..")
    try:
        parts = [parse_edtf(part) for part in text.split("/") if part != ".."]
        bounds = [(as_date(part.lower_strict()), as_date(part.upper_strict())) for part in parts]
    except (EDTFParseException, ValueError) as error:
        raise ValueError(f"{text!r} is not a date of the calendar") from error
    earliest, latest = bounds[0][0], bounds[-1][1]
    if earliest > latest:
        raise ValueError(f"{text!r} ends before it starts")
    return earliest, latest


def as_date(moment: struct_time) -> dt.date:
    return dt.date(moment.tm_year, moment.tm_mon, moment.tm_mday)


def check_date(text: str) -> str:
    date_bounds(text)
    return text


def check_slug(slug: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug) or len(slug) > 100:
        raise ValueError(f"{slug!r} is not a slug: lower-case ASCII letters, digits, hyphens")
    if slug == "none" or re.fullmatch(r"p\d+", slug):
        raise ValueError(f"the slug {slug!r} is reserved")
    return slug


def check_address(address: str) -> str:
    noun, _, slug = address.partition("/")
    if noun not in ("articles", "quotes", "actors", "events", "topics"):
        raise ValueError(f"{address!r} is not the address of a record, such as quotes/its-slug")
    check_slug(slug)
    return address


def check_text(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty")
    return text


# Characters that are not seen: of these only a line break and a tab can be meant. Those that turn
# the direction of text round make a name read as another (Unicode TR 36, 2.3).
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def check_words(text: str) -> str:
    """What we write ourselves holds nothing that a reader cannot see."""
    if found := UNSEEN.search(text):
        raise ValueError(f"holds the invisible character U+{ord(found[0]):04X}")
    return check_text(text)


def like(pattern: str) -> Any:
    """What the JSON Schema of the files says of a text that Python checks more closely."""
    return Field(json_schema_extra={"pattern": pattern})


Slug = Annotated[str, AfterValidator(check_slug), like(r"^[a-z0-9]+(-[a-z0-9]+)*$")]
EdtfDate = Annotated[str, AfterValidator(check_date), like(f"^{EDTF.pattern}$")]
Text = Annotated[str, AfterValidator(check_text)]
Words = Annotated[str, AfterValidator(check_words)]
Address = Annotated[str, AfterValidator(check_address)]
Occurrence = Annotated[int, Field(ge=1, le=1_000_000)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Strict(BaseModel):
    """A table of a seed file: an unknown key is an error, and nothing is converted silently."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class BothLanguages(Strict):
    """A text of ours, in both languages of the interface."""

    en: Words
    fr: Words


class Passage(Strict):
    """Words of a body; `occurrence` says which, where they stand there more than once."""

    text: Text
    occurrence: Occurrence | None = None


class Cited(Passage):
    """Words of the body of a named article."""

    article: Slug


class Record(Strict):
    """What has an address: a slug for good, the slugs it had, and why it was withdrawn, if so.

    One under `review` is a proposal: it is checked, never published, and has no address yet.
    """

    slug: Slug
    review: bool = False
    was: list[Slug] = []
    withdrawn: BothLanguages | None = None


class Topic(Record):
    name: BothLanguages
    definition: BothLanguages


class OtherName(Strict):
    """Another form of a name: printed by an article, or known from elsewhere."""

    text: Words
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
    script: Annotated[str, Field(pattern=r"^[A-Z][a-z]{3}$")]
    basis: Literal["stated", "outside"]
    source: Literal["press", "translation"] | None = None

    @model_validator(mode="after")
    def outside_needs_source(self) -> "OtherName":
        if (self.basis == "outside") != (self.source is not None):
            raise ValueError("a name from outside, and no other, says its `source`")
        return self


class Actor(Record):
    name: Words
    language: Literal["en", "fr"]
    kind: Literal["person", "organisation", "state", "unnamed"]
    letter: Annotated[str, Field(min_length=1, max_length=2)] | None = None
    article: Slug | None = None
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None = None
    roles: list[Cited] = []
    names: list[OtherName] = []

    @model_validator(mode="after")
    def unnamed_belongs_to_an_article(self) -> "Actor":
        if (self.kind == "unnamed") != (self.article is not None):
            raise ValueError("an unnamed actor, and no other, names its `article`")
        if self.article is not None and not self.slug.startswith(f"{self.article}-"):
            raise ValueError(f"the slug of an unnamed actor begins with {self.article!r}")
        return self


class EventEvidence(Cited):
    for_: Annotated[list[Literal["what", "who", "when", "where"]], Field(alias="for", min_length=1)]


class Event(Record):
    title: BothLanguages
    date: EdtfDate | None = None
    ongoing: bool = False
    basis: Literal["stated", "inferred", "outside"] | None = None
    note: BothLanguages | None = None
    source: BothLanguages | None = None
    conflict: BothLanguages | None = None
    place: BothLanguages | None = None
    actors: list[Slug] = []
    topics: list[Slug] = []
    evidence: Annotated[list[EventEvidence], Field(min_length=1)]
    added: dt.date
    changed: dt.date | None = None

    @model_validator(mode="after")
    def date_says_how_it_is_known(self) -> "Event":
        if (self.date is None) != (self.basis is None):
            raise ValueError("a date needs its `basis`, and an undated event has none")
        if self.ongoing and self.date is not None:
            raise ValueError("`ongoing` is for an event without a date; a date can end in `/..`")
        if self.basis == "inferred" and self.note is None:
            raise ValueError("an inferred date needs a `note` that says how")
        if self.basis == "outside" and self.source is None:
            raise ValueError("a date from outside needs a `source`")
        return self


class EventLink(Strict):
    """At which event a quote was said, and how we know."""

    slug: Slug
    basis: Literal["stated", "inferred"]
    note: BothLanguages | None = None

    @model_validator(mode="after")
    def inferred_needs_note(self) -> "EventLink":
        if self.basis == "inferred" and self.note is None:
            raise ValueError("an inferred event needs a `note` that says how")
        return self


class Quote(Record):
    text: Text
    occurrence: Occurrence | None = None
    kind: Literal["full", "partial", "term"]
    speaker: Slug | None = None
    speaker_words: Passage | None = None
    basis: Literal["stated", "inferred"] | None = None
    note: BothLanguages | None = None
    reports: Slug | None = None
    wording: Literal["original", "rendering", "unknown"] | None = None
    topics: list[Slug] = []
    event: EventLink | None = None
    translation: Words | None = None

    @model_validator(mode="after")
    def speaker_is_shown(self) -> "Quote":
        given = [self.speaker, self.speaker_words, self.basis, self.wording]
        if None in given and any(given):
            raise ValueError(
                "speaker, speaker_words, basis and wording stand together or not at all"
            )
        if self.kind == "term" and self.speaker is not None:
            raise ValueError("a term is said by nobody: it has no speaker")
        if self.reports is not None and self.speaker is None:
            raise ValueError("`reports` needs a speaker")
        if self.basis == "inferred" and self.note is None:
            raise ValueError("an inferred speaker needs a `note` that says how")
        return self


class Mention(Passage):
    actor: Slug
    review: bool = False


class Correction(Strict):
    """What a published record said, and what it says now."""

    date: dt.date
    record: Address
    was: BothLanguages
    now: BothLanguages

    @model_validator(mode="after")
    def something_changed(self) -> "Correction":
        if self.was.en == self.now.en or self.was.fr == self.now.fr:
            raise ValueError("`was` and `now` are the same")
        return self


class Page(Strict):
    """The saved web page that a source was taken out of."""

    name: Words
    sha256: Sha256


class ArticleFacts(Strict):
    """`article.toml`: what is known of a source."""

    language: Literal["en", "fr"]
    date: EdtfDate | None = None
    encoding: Literal["utf-8", "utf-8-sig", "windows-1252"]
    header: str
    sha256: Sha256
    extracted_from: Page | None = None
    title: BothLanguages
    added: dt.date
    changed: dt.date | None = None
    review: bool = False
    was: list[Slug] = []
    withdrawn: BothLanguages | None = None

    @model_validator(mode="after")
    def dated_once_reviewed(self) -> "ArticleFacts":
        if self.date is None and not self.review:
            raise ValueError("the article needs its `date`, or stays under `review`")
        return self

    @property
    def shown_date(self) -> str:
        """The date or, for a draft that has none yet, the day it was added, as uncertain."""
        return self.date or f"{self.added.isoformat()}?"


# What stands in for what is missing or wrong there, for never more than to find what else is wrong.
MADE_UP = {
    "language": "fr",
    "date": "2000",
    "encoding": "windows-1252",
    "header": "",
    "title": {"en": "?", "fr": "?"},
    "added": dt.date(2000, 1, 1),
}
