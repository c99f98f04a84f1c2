"""What every table is made with: names of constraints, closed lists, texts of ours, spans."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, composite, mapped_column

LANGUAGES = ("en", "fr")
ENCODINGS = ("utf-8", "utf-8-sig", "windows-1252")
QUOTE_KINDS = ("full", "partial", "term")
WORDINGS = ("original", "rendering", "unknown")
ACTOR_KINDS = ("person", "organisation", "state", "unnamed")
ATTRIBUTION_BASES = ("stated", "inferred")
DATE_BASES = ("stated", "inferred", "outside")
NAME_BASES = ("stated", "outside")
NAME_SOURCES = ("press", "translation")
EVIDENCE_FIELDS = ("what", "who", "when", "where")
CHUNK = 500  # rows that a stream holds at a time
TEXT: Any = {"deferred": True, "deferred_group": "text", "deferred_raiseload": True}
COLOURS = 8
NOUNS = ("articles", "quotes", "actors", "events", "topics")


def one_of(column: str, values: tuple[str, ...]) -> str:
    """The SQL condition that a column holds one of a closed list of words (or NULL)."""
    return f"{column} IN ({', '.join(repr(value) for value in values)})"


def counted(numbers: Mapping[str, int]) -> str:
    """How many of each noun, which is given in the plural: `1 article, 6 quotes`."""
    return ", ".join(f"{n} {noun if n != 1 else noun[:-1]}" for noun, n in numbers.items())


class Base(DeclarativeBase):
    """All tables; constraints have names, so that migrations can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


@dataclass(frozen=True)
class Bilingual:
    """A text of ours in both languages of the interface."""

    en: str
    fr: str

    def __getitem__(self, language: str) -> str:
        return {"en": self.en, "fr": self.fr}[language]


def bilingual(name: str, *, optional: bool = False) -> Any:
    """The two columns of a text of ours, `…_en` and `…_fr`."""
    columns = (mapped_column(f"{name}_{language}", nullable=optional) for language in LANGUAGES)
    return composite(*columns)


def both_or_neither(*names: str) -> list[CheckConstraint]:
    """The conditions that optional texts of ours are there in both languages or in none."""
    return [
        CheckConstraint(f"({name}_en IS NULL) = ({name}_fr IS NULL)", f"{name}_both")
        for name in names
    ]


class Span:
    """A passage of an article's body: offsets in code points, 0-based, end-exclusive.

    `text` is the passage as the editor typed it, so that a page can compare it with the slice.
    """

    article_id: Mapped[int]
    # The body's length stands in each row: so plain SQL can hold the offsets within the body.
    body_length: Mapped[int]
    start: Mapped[int] = mapped_column("span_start")
    end: Mapped[int] = mapped_column("span_end")
    text: Mapped[str]

    @staticmethod
    def constraints() -> tuple[Any, ...]:
        """The conditions that every table of spans carries."""
        return (
            ForeignKeyConstraint(
                ["article_id", "body_length"], ["article.id", "article.body_length"]
            ),
            CheckConstraint(
                "0 <= span_start AND span_start < span_end AND span_end <= body_length", "span"
            ),
            CheckConstraint("length(text) = span_end - span_start", "text_length"),
        )
