"""The contract of the API, continued: pages of lists, counts, and what could not be answered."""

from typing import Annotated, Literal

from pydantic import Field

from app.api.fields import BothLanguages, Count, Shape, field
from app.api.schemas import Actor, Article, Event, Quote, Topic


class Page(Shape):
    """A page of a list."""

    total: Count = Field(description="How long the whole list is.")
    next: str | None = Field(
        description="The address of the next page; null on the last.",
        json_schema_extra={"format": "uri"},
    )


class ArticlePage(Page):
    """Articles, the newest first."""

    articles: list[Article]


class QuotePage(Page):
    """Quotes: the newest article first, then in the order of its text."""

    quotes: list[Quote]


class ActorPage(Page):
    """Actors, the most quoted first."""

    actors: list[Actor]


class EventPage(Page):
    """Events, the latest first, those without a date last."""

    events: list[Event]


class TopicPage(Page):
    """Topics, those with most quotes first."""

    topics: list[Topic]


Counts = dict[str, Annotated[int, Field(gt=0)]]


class FacetCounts(Shape):
    """For each facet, how long the list is with one value alone chosen in it."""

    speaker: Counts = field(
        "By the speaker's slug; none counts the quotes without one.",
        {"donald-trump": 5, "none": 3},
    )
    topic: Counts = field("By the topic's slug.", {"troop-withdrawal": 8})
    kind: Counts = field("By kind.", {"full": 8, "partial": 8, "term": 3})


class Facets(Shape):
    """The counts beside the filters of the list of quotes."""

    total: Count = field("How many quotes match the filter.", 19)
    facets: FacetCounts


class Fault(Shape):
    """A key or a value of the address that cannot be answered."""

    key: str = field("The key.", "speaker")
    value: str = field("Its value, shortened if long.", "nobody-of-that-name")
    detail: str = field("What is wrong with it.", "the record holds no such speaker")


class Problem(Shape):
    """What could not be answered, as a problem document (RFC 9457)."""

    type: Literal["about:blank"] = field(
        "The status says what kind of problem it is.", "about:blank"
    )
    title: str = field("The status in words.", "Bad Request")
    status: int = field("The status.", 400)
    detail: str | None = Field(
        None,
        description="What is wrong, in a sentence.",
        examples=["The record holds nothing called no-such-quote among its quotes."],
    )
    errors: list[Fault] | None = Field(None, description="Every key or value that is wrong.")
    reason: BothLanguages | None = Field(None, description="Why the record was withdrawn.")
