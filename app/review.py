"""What is under review is left out of what is published, and so is what rests on it alone."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from app import seeds as seed
from app.base import NOUNS, counted
from app.reader import Article, Filed, Seeds

UNDATED = (
    "no `date` is known, and none is published without: delete the folder and draft its text again"
    " with `--date 2020-08`, which names the folder too, for good; or give `date` in this file"
)


@dataclass
class LeftOut:
    """What is not published: by file, the slugs (or the words of mentions) of what stands there."""

    slugs: dict[str, set[str]] = field(default_factory=lambda: {noun: set() for noun in NOUNS})
    files: dict[str, list[str]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    undone: dict[str, list[str]] = field(default_factory=dict)  # by file, what an editor has to do

    def note(self, noun: str, file: str, name: str) -> None:
        if noun in self.slugs:
            self.slugs[noun].add(name)
        self.files.setdefault(file, []).append(name)
        self.counts[noun] += 1

    def summary(self) -> str:
        """How many of each noun: `1 article, 6 quotes`."""
        return counted(self.counts)

    def lines(self) -> Iterator[str]:
        """Each file that states such records, with these and with what is still to do there."""
        for file, names in self.files.items():
            is_words = file.endswith("mentions.toml")
            yield f"{file}: {counted({'mentions': len(names)}) if is_words else ', '.join(names)}"
            for todo in self.undone.get(file, ()):
                yield f"{file}: {todo}"


def set_aside(seeds: Seeds) -> tuple[Seeds, LeftOut]:
    """The seeds without what is under review and what rests on it alone, and what that is."""
    out = LeftOut()
    articles = [article for article in seeds.articles if not is_left_out(article, seeds.name, out)]
    actors = [actor for actor in seeds.actors if not is_actor_left_out(actor, out)]
    events = [event for event in seeds.events if not is_event_left_out(event, out)]
    topics = [topic for topic in seeds.topics if not topic.review]
    for topic in seeds.topics:
        if topic.review:
            out.note("topics", f"{seeds.name}/topics.toml", topic.slug)
    published = replace(
        seeds,
        articles=[keep_reviewed_part(article, seeds.name, out) for article in articles],
        actors=[replace(actor, record=without_roles(actor.record, out)) for actor in actors],
        topics=topics,
        events=[replace(event, record=without_evidence(event.record, out)) for event in events],
    )
    return published, out


def is_left_out(article: Article, seeds: str, out: LeftOut) -> bool:
    """Whether an article is under review; its quotes and mentions are then left out with it."""
    if article.facts.review:
        folder = f"{seeds}/articles/{article.slug}"
        out.note("articles", f"{folder}/article.toml", article.slug)
        if article.facts.date is None:
            out.undone.setdefault(f"{folder}/article.toml", []).append(UNDATED)
        for quote in article.quotes:
            out.note("quotes", f"{folder}/quotes.toml", quote.slug)
        for mention in article.mentions:
            out.note("mentions", f"{folder}/mentions.toml", mention.text)
    return article.facts.review


def is_actor_left_out(actor: Filed[seed.Actor], out: LeftOut) -> bool:
    """Whether an actor is under review, or is a source that only an article under review quotes."""
    left_out = actor.record.review or actor.record.article in out.slugs["articles"]
    if left_out:
        out.note("actors", actor.file, actor.record.slug)
    return left_out


def is_event_left_out(event: Filed[seed.Event], out: LeftOut) -> bool:
    """Whether an event is under review, or only articles under review tell of it."""
    told = {evidence.article for evidence in event.record.evidence}
    left_out = event.record.review or told <= out.slugs["articles"]
    if left_out:
        out.note("events", event.file, event.record.slug)
    if event.record.review and (languages := copied_titles(event.record)):
        todo = f"{event.record.slug}: title still the article's own words in {languages}: word it"
        out.undone.setdefault(event.file, []).append(todo)
    return left_out


def copied_titles(event: seed.Event) -> str:
    """The languages in which an event's title is nothing but what an article says, as drafted."""
    told = [" ".join(evidence.text.casefold().split()) for evidence in event.evidence]
    copied = [
        language
        for language, title in (("English", event.title.en), ("French", event.title.fr))
        if any(is_cut_from(" ".join(title.casefold().split()), words) for words in told)
    ]
    return " and in ".join(copied)


def is_cut_from(title: str, words: str) -> bool:
    """Whether a title is some words, or their beginning where it ends in dots."""
    return words.startswith(title[:-1]) if title.endswith("…") else title == words


def keep_reviewed_part(article: Article, seeds: str, out: LeftOut) -> Article:
    """An article without its quotes and mentions under review, and mentions of such actors."""
    folder = f"{seeds}/articles/{article.slug}"
    for quote in article.quotes:
        if quote.review:
            out.note("quotes", f"{folder}/quotes.toml", quote.slug)
    mentions = []
    for mention in article.mentions:
        if mention.review or mention.actor in out.slugs["actors"]:
            out.note("mentions", f"{folder}/mentions.toml", mention.text)
        else:
            mentions.append(mention)
    quotes = [quote for quote in article.quotes if not quote.review]
    return replace(article, quotes=quotes, mentions=mentions)


def without_roles(actor: seed.Actor, out: LeftOut) -> seed.Actor:
    """An actor without the roles that an article under review gives."""
    roles = [role for role in actor.roles if role.article not in out.slugs["articles"]]
    return actor if len(roles) == len(actor.roles) else actor.model_copy(update={"roles": roles})


def without_evidence(event: seed.Event, out: LeftOut) -> seed.Event:
    """An event without the evidence that an article under review gives."""
    kept = [part for part in event.evidence if part.article not in out.slugs["articles"]]
    if len(kept) == len(event.evidence):
        return event
    return event.model_copy(update={"evidence": kept})
