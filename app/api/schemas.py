"""The contract of the API: what each answer holds, described, with examples from the first article.

The models describe the plain shapes of `app/formats/records.py`; a test holds the two together.
"""

from typing import Literal

from pydantic import Field

from app.api.fields import (
    SLUG,
    ActorKind,
    AttributionBasis,
    BothLanguages,
    Count,
    DateBasis,
    Day,
    Edtf,
    Encoding,
    EvidenceField,
    Language,
    NameBasis,
    NameSource,
    Passage,
    QuoteKind,
    Shape,
    Wording,
    end_of,
    field,
    slug,
    start_of,
    text_of,
    url,
)

VISIT = {
    "en": "Donald Trump receives Moustafa al-Kazimi at the White House for the first time",
    "fr": "Donald Trump reçoit pour la première fois Moustafa al-Kazimi à la Maison Blanche",
}


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
    name: BothLanguages = field(
        "What it is called.", {"en": "Troop withdrawal", "fr": "Retrait des troupes"}
    )


class ArticleName(Shape):
    """An article as other records name it."""

    slug: str = slug("2020-08-trump-al-kazimi")
    url: str = url("articles", "2020-08-trump-al-kazimi")
    title: BothLanguages = field(
        "The editorial title: ours, for the source has none.",
        {
            "en": "Trump receives al-Kazimi and restates his wish to withdraw from Iraq, without a timetable",
            "fr": "Trump reçoit al-Kazimi et redit sa volonté de se retirer d’Irak, sans calendrier",
        },
    )
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
    title: BothLanguages = field("The title, which is ours.", VISIT)
    basis: AttributionBasis = field(
        "How we know that it was said there.",
        "inferred",
    )
    note: BothLanguages | None = field(
        "How it was inferred.",
        {
            "en": "The paragraph before says that he set the tone as he received Fouad Hussein; these words go on from there.",
            "fr": "Le paragraphe précédent dit qu’il a donné le ton en recevant Fouad Hussein ; ces mots en sont la suite.",
        },
    )


class Quote(Shape):
    """A span of an article between quotation marks, who says it, and how we know."""

    slug: str = slug("pompeo-lowest-level-as-fast-as-possible")
    url: str = url("quotes", "pompeo-lowest-level-as-fast-as-possible")
    text: str = field(
        "What stands between the quotation marks, character for character.",
        "Le président a dit très clairement qu'il voulait ramener nos forces au niveau le plus bas le plus rapidement possible",
    )
    language: Language = field("The language that the article prints it in.", "fr")
    kind: QuoteKind = field(
        "full: a clause or more; partial: a fragment in the reporter's sentence; "
        "term: a word held at a distance, said by nobody.",
        "full",
    )
    start: Count = start_of(2924)
    end: Count = end_of(3041)
    speaker: ActorName | None = Field(description="Who says it; null where nobody does.")
    speaker_words: Passage | None = Field(description="The words that give the speaker.")
    basis: AttributionBasis | None = field("How we know the speaker.", "inferred")
    note: BothLanguages | None = field(
        "How the speaker was inferred.",
        {
            "en": "The quotation goes on from the one before it in the same paragraph, with no other speaker named; “le chef de la diplomatie américaine” (the head of US diplomacy) is Mike Pompeo.",
            "fr": "La citation prolonge la précédente dans le même paragraphe, sans autre locuteur ; « le chef de la diplomatie américaine » est Mike Pompeo.",
        },
    )
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
        {
            "en": "The president has said very clearly that he wanted to bring our forces down to the lowest level as quickly as possible"
        },
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

    text: str = text_of("Donald Trump")
    start: Count = start_of(0)
    end: Count = end_of(12)
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

    text: str = text_of("nouveau chef du gouvernement irakien")
    start: Count = start_of(47)
    end: Count = end_of(83)
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

    text: str = text_of("à la Maison Blanche")
    start: Count = start_of(341)
    end: Count = end_of(360)
    field: EvidenceField = Field(
        description="What it shows.",
        examples=["where"],
    )
    article: str = Field(
        description="The article's slug.", examples=["2020-08-trump-al-kazimi"], pattern=SLUG
    )


class Event(Shape):
    """Something that happens, dated as precisely as the source allows and no more."""

    slug: str = slug("trump-receives-al-kazimi")
    url: str = url("events", "trump-receives-al-kazimi")
    title: BothLanguages = field("The title, which is ours.", VISIT)
    date: Edtf | None = field(
        "Date in EDTF; null where the article gives none.", "2020-08-20?", "2020-01"
    )
    ongoing: bool = field("Whether it is told as going on, without a date.", False)
    foreseen: bool = field("Whether it was still to come when the article was written.", False)
    basis: DateBasis | None = field("How the date is known.", "inferred")
    note: BothLanguages | None = field(
        "How the date was inferred.",
        {
            "en": "The month is stated (“en janvier”, in January); the year is inferred: the text is dated August 2020 and names no other year.",
            "fr": "Le mois est dit (« en janvier ») ; l’année est déduite : le texte est daté d’août 2020 et ne nomme aucune autre année.",
        },
    )
    source: BothLanguages | None = field(
        "Where a date from outside is from.",
        {
            "en": "Law of the United States, 3 U.S.C. § 1, as it stood in 2020: the Tuesday next after the first Monday in November. In 2020, the 3rd.",
            "fr": "Loi des États-Unis, 3 U.S.C. § 1, telle qu’en vigueur en 2020 : le mardi qui suit le premier lundi de novembre. En 2020, le 3.",
        },
    )
    conflict: BothLanguages | None = field(
        "What does not add up.",
        {
            "en": "The text says “A 74 jours” (74 days before the election). From Thursday 20 August to 3 November 2020 there are 75 days; from Friday 21 August, 74.",
            "fr": "Le texte dit « A 74 jours » de l’élection. Du jeudi 20 août au 3 novembre 2020, il y a 75 jours ; du vendredi 21 août, 74.",
        },
    )
    place: BothLanguages | None = field(
        "Where it happens, in our words.", {"en": "The White House", "fr": "La Maison Blanche"}
    )
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

    definition: BothLanguages = field(
        "Which quotes are about it.",
        {
            "en": "Whether, how far and why US forces leave Iraq or are still needed there.",
            "fr": "Si, jusqu’où et pourquoi les forces américaines quittent l’Irak ou y restent nécessaires.",
        },
    )
    quote_count: Count = field("How many quotes are about it.", 8)
    event_count: Count = field("How many events are about it.", 4)
