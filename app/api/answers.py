"""The contract of the API, continued: pages of lists, counts, and what could not be answered."""

from typing import Annotated, Literal

from pydantic import Field

from app.api.fields import BothLanguages, Count, SearchNoun, Shape, field, slug, url
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


class Mark(Shape):
    """A word of the search, at its place in a hit's text."""

    start: Count = field("Offset of the first code point in the text.", 26)
    end: Count = field("Offset after the last code point.", 33)


class Hit(Shape):
    """A record that a search finds, and the text that has its words."""

    noun: SearchNoun = field("What it is; articles are found passage by passage.", "quotes")
    slug: str = slug("pompeo-diminish-the-militias")
    url: str = url("quotes", "pompeo-diminish-the-militias")
    text: str = field(
        "The text in which most of the search is found: a source's own, or ours in one language.",
        "diminuer la puissance des milices qui terrorisent depuis trop longtemps le peuple "
        "irakien et sapent la souveraineté nationale de l'Irak",
    )
    language: str = field("The language of the text (ISO 639).", "fr")
    marks: list[Mark] = Field(description="Where the words stand in the text.")
    start: Count | None = field(
        "Offset of the text in its article's body; null where it is no source's.", 3762
    )


class SearchPage(Page):
    """What a search finds: actors, quotes, passages, events, topics, each by relevance."""

    hits: list[Hit]
    counts: dict[SearchNoun, Annotated[int, Field(gt=0)]] = field(
        "How much is found of each noun.", {"quotes": 1, "articles": 1, "topics": 1}
    )
    suggestion: str | None = field(
        "Where nothing is found: the search in the nearest spelling.", None
    )


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
