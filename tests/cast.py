"""Invented seeds, for what one article cannot show. Explained here once; tests name its people.

Four dispatches about two states that do not exist:

`2021-03-border-talks`   English, UTF-8 with a BOM, CRLF, typographic quotes one in another. Ana
                         Verne and Bo Marsh speak; Bo is mentioned inside a quote, and one mention
                         begins before a quote and ends in it.
`2021-05-river-pact`     French, Windows-1252, guillemets; was `2021-05-old-river`. Ana speaks here
                         too, at the same event (`pact-signed`) as in the dispatch before.
`2022-01-crowd`          `CROWD` delegates, a paragraph and a quote each, then Ana `EXTRA` times;
                         every paragraph names Valdoria. As many topics and events: all that is
                         paged has a second page, all that is cut is cut.
`2020-12-taken-back`     withdrawn: with it go its quote, its unnamed witness and the event
                         `gone-with-article`; `kept-by-other` has other evidence and stays.

Corrected: quote `crowd-01` twice on one day and, of the others, `crowd-02` to `crowd-55` once each,
on the days before; and quote `verne-misheard`, which was withdrawn after.

Beside them `NOTICES` dispatches of one line in which nobody says anything.

Renamed: actor `ana-verne` (was `anna-verne`), topic `river` (was `stream`), event `pact-signed`
(was `treaty-signed`), quote `marsh-new-start` (was `marsh-old-start`). Withdrawn by themselves:
actor `carl-dune`, topic `gossip`, event `rumour`, quote `verne-misheard`. Reasons read `Taken
back: <slug>` and `Retiré : <slug>`.
"""

import datetime as dt
import hashlib
from pathlib import Path
from typing import Any

from app.drafts.files import literal
from app.loader import add_permalinks

CROWD = 55
EXTRA = 5
NOTICES = 52

BORDER = (
    "Ana Verne met Bo Marsh in Valdoria on Monday.\r\n\r\n"
    "“We told them ‘never again’ and we meant it,” Ana Verne said."
    " “Bo Marsh is our friend,” she added.\r\n\r\n"
    "- River rights -\r\n\r\n"
    "Bo Marsh called it a “new start” for both. Observers don’t agree."
)
RIVER = (
    "La Valdorie et Ana Verne ont signé le pacte mardi.\n\n"
    "«\u00a0Le fleuve est à nous deux\u00a0», a dit Ana Verne. «\u00a0Rien n’est fini…\u00a0»\n"
)
WITHDRAWN = 'A witness said: "I saw it." Ana Verne said: "I did not."'

Table = dict[str, Any]


def both(en: str, fr: str) -> Table:
    return {"en": en, "fr": fr}


def taken_back(slug: str) -> Table:
    return both(f"Taken back: {slug}", f"Retiré : {slug}")


def write_tables(path: Path, key: str, tables: list[Table]) -> None:
    """A seed file of `[[key]]` tables."""
    parts = [
        f"[[{key}]]\n" + "".join(f"{name} = {literal(value)}\n" for name, value in table.items())
        for table in tables
    ]
    path.write_text("\n".join(parts), encoding="utf-8")


def write_article(
    folder: Path,
    slug: str,
    body: str,
    *,
    date: str,
    language: str = "en",
    encoding: str = "utf-8",
    header: str = "",
    quotes: list[Table] | None = None,
    mentions: list[Table] | None = None,
    **facts: Any,
) -> None:
    """The four files of an article."""
    place = folder / "articles" / slug
    place.mkdir(parents=True)
    source = (header + body).encode(encoding)
    (place / "source.txt").write_bytes(source)
    table = {
        "language": language,
        "date": date,
        "encoding": encoding,
        "header": header,
        "sha256": hashlib.sha256(source).hexdigest(),
        "title": both(f"Title of {slug}", f"Titre de {slug}"),
        "added": dt.date(2026, 1, 1),
        **facts,
    }
    lines = "".join(f"{name} = {literal(value)}\n" for name, value in table.items())
    (place / "article.toml").write_text(lines, encoding="utf-8")
    write_tables(place / "quotes.toml", "quote", quotes or [])
    write_tables(place / "mentions.toml", "mention", mentions or [])


def said(slug: str, text: str, speaker: str, speaker_words: Table, **more: Any) -> Table:
    """A quote whose speaker the text states."""
    return {
        "slug": slug,
        "text": text,
        "kind": "full",
        "speaker": speaker,
        "speaker_words": speaker_words,
        "basis": "stated",
        "wording": "original",
        "topics": ["border"],
        **more,
    }


def at_the_pact() -> Table:
    return {"slug": "pact-signed", "basis": "stated"}


def write_cast(folder: Path) -> Path:
    """Write the whole cast into a folder of seeds, its ledger included, and return the folder."""
    folder.mkdir(parents=True)
    write_border_talks(folder)
    write_river_pact(folder)
    write_crowd(folder)
    write_taken_back(folder)
    for number in range(1, NOTICES + 1):
        day = dt.date(2019, 1, 1) + dt.timedelta(number)
        body = f"Notice {number:02}: nothing was said.\n"
        write_article(folder, f"2019-notice-{number:02}", body, date=day.isoformat())
    write_tables(folder / "actors.toml", "actor", actors())
    write_tables(folder / "topics.toml", "topic", topics())
    write_tables(folder / "events.toml", "event", events())
    write_tables(folder / "corrections.toml", "correction", corrections())
    (folder / "permalinks.txt").touch()
    add_permalinks(folder)
    return folder


def write_border_talks(folder: Path) -> None:
    ana_said = {"text": "Ana Verne said"}
    write_article(
        folder,
        "2021-03-border-talks",
        BORDER,
        date="2021-03-15",
        encoding="utf-8-sig",
        header="WIRE ",
        quotes=[
            said(
                "verne-never-again",
                "We told them ‘never again’ and we meant it,",
                "ana-verne",
                ana_said,
                event=at_the_pact(),
                translation="Nous leur avons dit « plus jamais » et nous le pensions,",
            ),
            {"slug": "inner-never-again", "text": "never again", "kind": "term"},
            said("verne-our-friend", "Bo Marsh is our friend,", "ana-verne", ana_said),
            said(
                "marsh-new-start",
                "new start",
                "bo-marsh",
                {"text": "Bo Marsh called it"},
                kind="partial",
                reports="ana-verne",
                topics=["river"],
                was=["marsh-old-start"],
            ),
            said("verne-misheard", "new start", "ana-verne", ana_said)
            | {"withdrawn": taken_back("verne-misheard")},
        ],
        mentions=[
            {"actor": "ana-verne", "text": "Ana Verne", "occurrence": 1},
            {"actor": "ana-verne", "text": "Ana Verne", "occurrence": 2},
            {"actor": "bo-marsh", "text": "Bo Marsh", "occurrence": 2},
            {"actor": "valdoria", "text": "it a “new"},
        ],
    )


def write_river_pact(folder: Path) -> None:
    write_article(
        folder,
        "2021-05-river-pact",
        RIVER,
        date="2021-05",
        language="fr",
        encoding="windows-1252",
        was=["2021-05-old-river"],
        quotes=[
            said(
                "verne-river",
                "Le fleuve est à nous deux",
                "ana-verne",
                {"text": "a dit Ana Verne"},
                topics=["river"],
                wording="unknown",
                event=at_the_pact(),
                translation="The river belongs to us both",
            ),
            {"slug": "nothing-is-over", "text": "Rien n’est fini…", "kind": "full"},
        ],
        mentions=[{"actor": "ana-verne", "text": "Ana Verne", "occurrence": 2}],
    )


def write_crowd(folder: Path) -> None:
    """Delegate 01 speaks of topic 01, and so on; what Ana adds is of the border only."""
    paragraphs, quotes, mentions = [], [], []
    for number in range(1, CROWD + EXTRA + 1):
        name = f"Delegate {number:02}" if number <= CROWD else f"Later, Ana Verne, {number}th,"
        speaker = f"delegate-{number:02}" if number <= CROWD else "ana-verne"
        topic = [f"topic-{number:02}"] if number <= CROWD else []
        paragraphs.append(f'{name} said in Valdoria: "Sentence {number:02} stands."')
        quotes.append(
            said(
                f"crowd-{number:02}",
                f"Sentence {number:02} stands.",
                speaker,
                {"text": f"{name} said"},
                topics=["border", *topic],
            )
        )
        mentions.append({"actor": "valdoria", "text": "Valdoria", "occurrence": number})
    write_article(
        folder,
        "2022-01-crowd",
        "\n\n".join(paragraphs),
        date="2022-01",
        quotes=quotes,
        mentions=mentions,
    )


def write_taken_back(folder: Path) -> None:
    write_article(
        folder,
        "2020-12-taken-back",
        WITHDRAWN,
        date="2020-12",
        withdrawn=taken_back("2020-12-taken-back"),
        quotes=[said("gone-quote", "I did not.", "ana-verne", {"text": "Ana Verne said"})],
    )


def actors() -> list[Table]:
    person = {"language": "en", "kind": "person"}
    return [
        {"slug": "ana-verne", "name": "Ana Verne", **person, "was": ["anna-verne"]},
        {"slug": "bo-marsh", "name": "Bo Marsh", **person},
        {
            "slug": "valdoria",
            "name": "Valdoria",
            "language": "en",
            "kind": "state",
            "names": [
                {"text": "Valdorie", "language": "fr", "script": "Latn", "basis": "stated"},
            ],
        },
        {
            "slug": "carl-dune",
            "name": "Carl Dune",
            **person,
            "withdrawn": taken_back("carl-dune"),
        },
        {
            "slug": "2020-12-taken-back-witness",
            "name": "A witness",
            "language": "en",
            "kind": "unnamed",
            "article": "2020-12-taken-back",
        },
        *(
            {"slug": f"delegate-{number:02}", "name": f"Delegate {number:02}", **person}
            for number in range(1, CROWD + 1)
        ),
    ]


def topics() -> list[Table]:
    def topic(slug: str, **more: Any) -> Table:
        name = slug.replace("-", " ").capitalize()
        return {
            "slug": slug,
            "name": both(f"{name} (en)", f"{name} (fr)"),
            "definition": both(f"What {slug} is.", f"Ce qu’est {slug}."),
            **more,
        }

    return [
        topic("border"),
        topic("river", was=["stream"]),
        topic("silence"),
        topic("gossip", withdrawn=taken_back("gossip")),
        *(topic(f"topic-{number:02}") for number in range(1, CROWD + 1)),
    ]


def events() -> list[Table]:
    def event(slug: str, *evidence: tuple[str, str], **more: Any) -> Table:
        return {
            "slug": slug,
            "title": both(f"Event {slug}", f"Événement {slug}"),
            "added": dt.date(2026, 1, 1),
            "evidence": [
                {"article": article, "text": text, "for": ["what"]} for article, text in evidence
            ],
            **more,
        }

    def dated(date: str) -> Table:
        return {"date": date, "basis": "stated"}

    border = ("2021-03-border-talks", "Ana Verne met Bo Marsh")
    return [
        event(
            "pact-signed",
            ("2021-03-border-talks", "on Monday"),
            ("2021-05-river-pact", "ont signé le pacte"),
            **dated("2021-03-15"),
            actors=["ana-verne"],
            topics=["river"],
            was=["treaty-signed"],
        ),
        event("border-closed", border, **dated("2021-03/..")),
        event("gone-with-article", ("2020-12-taken-back", "I saw it.")),
        event("kept-by-other", ("2020-12-taken-back", "A witness"), border),
        event("rumour", border, withdrawn=taken_back("rumour")),
        *(
            event(
                f"session-{number:02}",
                ("2022-01-crowd", f"Delegate {number:02} said"),
                **dated((dt.date(2022, 1, 1) + dt.timedelta(number)).isoformat()),
                actors=["valdoria"],
                topics=["border"],
            )
            for number in range(1, CROWD + 1)
        ),
    ]


def corrections() -> list[Table]:
    def correction(day: int, record: str, what: str) -> Table:
        return {
            "date": dt.date(2026, 3, 1) + dt.timedelta(day),
            "record": record,
            "was": both(f"{what} was wrong.", f"{what} était faux."),
            "now": both(f"{what} is right.", f"{what} est juste."),
        }

    return [
        correction(0, "quotes/verne-misheard", "The speaker"),
        *(
            correction(CROWD - number, f"quotes/crowd-{number:02}", "The topic")
            for number in range(CROWD, 1, -1)
        ),
        correction(CROWD, "quotes/crowd-01", "The speaker"),
        correction(CROWD, "quotes/crowd-01", "The kind"),
    ]
