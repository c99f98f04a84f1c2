"""The contract of the API: what each answer holds, described, with examples from the first article.

The models describe the plain shapes of `app/formats/records.py`; a test holds the two together.
"""

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
NameBasis = Literal["stated", "outside"]
NameSource = Literal["press", "translation"]
EvidenceField = Literal["what", "who", "when", "where"]
Edtf = Annotated[str, Field(pattern=r"^\d{4}(-\d\d){0,2}[?~%]?(/(\.\.|\d{4}(-\d\d){0,2}[?~%]?))?$")]
Day = Annotated[str, Field(json_schema_extra={"format": "date"})]
Count = Annotated[int, Field(ge=0)]


class Passage(Shape):
    """Words of an article's body, and where they stand."""

    text: str = field("The words, character for character.", "a-t-il encore éludé")
    start: Count = field("Offset of the first code point in the body, from 0.", 3044)
    end: Count = field("Offset after the last code point.", 3063)


class ActorName(Shape):
    """An actor as other records name it."""

    slug: str = slug("mike-pompeo")
    url: str = url("actors", "mike-pompeo")
    name: str = field("The fullest form that an article prints.", "Mike Pompeo")
    language: Language = field("The language of that article.", "fr")
    kind: ActorKind = field("What it is.", "person")


class TopicName(Shape):
    """A topic as other records name it."""

    slug: str = slug("troop-withdrawal")
    url: str = url("topics", "troop-withdrawal")
    name: BothLanguages


class ArticleName(Shape):
    """An article as other records name it."""

    slug: str = slug("2020-08-trump-al-kazimi")
    url: str = url("articles", "2020-08-trump-al-kazimi")
    title: BothLanguages = Field(description="The editorial title: ours, for the source has none.")
    date: Edtf = field("Date in EDTF, as precise as the source.", "2020-08")
    sha256: str = field(
        "SHA-256 of the source's bytes as received.",
        "3929e74752d392d03a3fa387407be746e0109a0f150ddf05aa23dd9d995662d3",
        pattern="^[0-9a-f]{64}$",
    )


class Occasion(Shape):
    """The event at which a quote was said."""

    slug: str = slug("trump-receives-al-kazimi")
    url: str = url("events", "trump-receives-al-kazimi")
    title: BothLanguages = Field(description="The event's title, which is ours.")
    basis: AttributionBasis = field(
        "How we know that it was said there.",
        "inferred",
    )
    note: BothLanguages | None = Field(description="How it was inferred.")


class Quote(Shape):
    """A span of an article between quotation marks, who says it, and how we know."""

    slug: str = slug("pompeo-lowest-level-as-fast-as-possible")
    url: str = url("quotes", "pompeo-lowest-level-as-fast-as-possible")
    text: str = field(
        "What stands between the quotation marks, character for character.",
        "Ces groupes doivent être remplacés par la police locale le plus tôt possible.",
    )
    language: Language = field("The language that the article prints it in.", "fr")
    kind: QuoteKind = field(
        "full: a clause or more; partial: a fragment in the reporter's sentence; "
        "term: a word held at a distance, said by nobody.",
        "full",
    )
    start: Count = field("Offset of the first code point in the body, from 0.", 2924)
    end: Count = field("Offset after the last code point.", 3041)
    speaker: ActorName | None = Field(description="Who says it; null where nobody does.")
    speaker_words: Passage | None = Field(description="The words that give the speaker.")
    basis: AttributionBasis | None = field("How we know the speaker.", "inferred")
    note: BothLanguages | None = Field(description="How the speaker was inferred.")
    reports: ActorName | None = Field(description="Whose position the speaker relays.")
    wording: Wording | None = field(
        "original: in the language spoken; rendering: in another; unknown: the text does not say.",
        "rendering",
    )
    topics: list[TopicName] = Field(description="What it is about.")
    event: Occasion | None = Field(description="Where it was said, if that is known.")
    date: Edtf | None = field(
        "Date of the event or, where none is known, of the article.", "2020-08-20?"
    )
    date_of: Literal["event", "article"] = field("What the date is that of.", "event")
    date_basis: DateBasis | None = field("How the date of the event is known.", "inferred")
    translation: dict[Language, str] | None = field(
        "Our translation, under its language; never the speaker's words.",
        {"en": "These groups must be replaced by local police as soon as possible."},
    )
    article: ArticleName


class Article(ArticleName):
    """What is known of a source text, and nothing that is not known."""

    language: Language = field("The language it is written in.", "fr")
    encoding: Encoding = field("How its bytes are read.", "utf-8")
    length: Count = field("Code points of the body.", 4119)
    quote_count: Count = field("How many quotes it holds.", 19)
    added: Day = field("The day it was added to the record.", "2026-11-22")
    changed: Day | None = field("The day it was last changed.", None)


class Mention(Passage):
    """Where an article names an actor or means one."""

    actor: ActorName


class ArticleText(Article):
    """An article with its text: header and body together, encoded, are the bytes as received."""

    header: str = field(
        "What stands before the prose and is left out of the body.", " date 2020-08 "
    )
    body: str = Field(description="The prose, as received; all offsets count from its start.")
    mentions: list[Mention] = Field(description="In the order of the text.")
    quotes: list[Quote] = Field(description="In the order of the text.")


class OtherName(Shape):
    """Another form of an actor's name."""

    text: str = field("The name.", "Popular Mobilization Forces", "الحشد الشعبي")
    language: str = field("Its language (ISO 639).", "en", "ar")
    script: str = field("Its script (ISO 15924).", "Latn", "Arab")
    basis: NameBasis = field("Whether an article prints it.", "outside")
    source: NameSource | None = field(
        "For one from outside: in use in the press, or our translation.", "press"
    )


class Role(Passage):
    """What an article calls an actor."""

    article: str = field("The article's slug.", "2020-08-trump-al-kazimi", pattern=SLUG)


class Actor(ActorName):
    """A person, organisation or state that articles name, or an unnamed source of one article."""

    names: list[OtherName] = Field(description="Other forms of its name.")
    roles: list[Role] = Field(description="Its roles in the articles' own words.")
    wikidata: str | None = field("Wikidata's identifier, matched by the editors.", "Q22686")
    article: str | None = field(
        "For an unnamed source: the slug of its article.", "2020-08-trump-al-kazimi"
    )
    quote_count: Count = field("How many quotes it says.", 6)
    mention_count: Count = field("How often articles name it or mean it.", 7)
    event_count: Count = field("In how many events it takes part.", 2)


class Evidence(Passage):
    """A passage that shows one field of an event to be the article's."""

    field: EvidenceField = Field(
        description="What it shows.",
        examples=["when"],
    )
    article: str = Field(
        description="The article's slug.", examples=["2020-08-trump-al-kazimi"], pattern=SLUG
    )


class Event(Shape):
    """Something that happens, dated as precisely as the source allows and no more."""

    slug: str = slug("trump-receives-al-kazimi")
    url: str = url("events", "trump-receives-al-kazimi")
    title: BothLanguages = Field(description="The title, which is ours.")
    date: Edtf | None = field(
        "Date in EDTF; null where the article gives none.", "2020-08-20?", "2020-01"
    )
    ongoing: bool = field("Whether it is told as going on, without a date.", False)
    foreseen: bool = field("Whether it was still to come when the article was written.", False)
    basis: DateBasis | None = field("How the date is known.", "inferred")
    note: BothLanguages | None = Field(description="How the date was inferred.")
    source: BothLanguages | None = Field(description="Where a date from outside is from.")
    conflict: BothLanguages | None = Field(description="What does not add up.")
    place: BothLanguages | None = Field(description="Where it happens, in our words.")
    actors: list[ActorName] = Field(description="Who takes part.")
    topics: list[TopicName] = Field(description="What it is about.")
    evidence: list[Evidence] = Field(description="The passages that show it.")
    added: Day = field("The day it was added to the record.", "2026-11-22")
    changed: Day | None = field("The day it was last changed.", None)


class EventQuotes(Event):
    """An event with what was said there."""

    quotes: list[Quote] = Field(description="What was said there.")


class Topic(TopicName):
    """What quotes and events are about."""

    definition: BothLanguages = Field(description="Which quotes are about it.")
    quote_count: Count = field("How many quotes are about it.", 8)
    event_count: Count = field("How many events are about it.", 4)
