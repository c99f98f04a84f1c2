"""How the derived tables follow from the others: each by one SELECT, of all quotes or of some.

`derive_all` makes them anew; `forget` and `remember` keep them in step where little changes: the
part of some articles is taken out before their rows change, and put in again afterwards.
"""

import secrets
from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    case,
    delete,
    func,
    insert,
    literal,
    select,
    tuple_,
    union_all,
    update,
)
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from app import changes, models  # noqa: F401, from whose tables the others follow
from app.base import QUOTE_KINDS, Base
from app.derived import ANY, NOBODY
from app.keys import STRETCH_BITS, keys_within

# Tables, not their classes: these are set up at the first use, which takes a third of a short load.
TABLES = Base.metadata.tables
quote, about = TABLES["quote"], TABLES["quote_topic"]
listing, tally, kept_facets, calendar = (
    TABLES[name] for name in ("listing", "tally", "quote_facets", "calendar")
)
other = about.alias("other")
NUMBERS = ("quotes", *QUOTE_KINDS, "words")

Rows = Select[*tuple[Any, ...]]


def within(column: ColumnElement[int], article: int | None) -> ColumnElement[bool]:
    """The condition that a quote stands in an article, or in any."""
    return column.between(*keys_within(article)) if article is not None else column.is_not(None)


def speaker() -> ColumnElement[int]:
    return func.coalesce(quote.c.speaker_id, NOBODY)


def kind_place() -> ColumnElement[int]:
    return case({name: place for place, name in enumerate(QUOTE_KINDS)}, value=quote.c.kind)


def listings(article: int | None = None) -> list[Rows]:
    """The rows of `listing`: a quote stands under its speaker, its topics, both and neither."""
    kind = kind_place()
    here = within(quote.c.id, article)
    of_topics = quote.join(about, about.c.quote_id == quote.c.id)
    anyone, anything = literal(ANY), literal(ANY)
    columns: list[tuple[Any, ...]] = [
        (quote, anyone, anything),
        (quote, speaker(), anything),
        (of_topics, anyone, about.c.topic_id),
        (of_topics, speaker(), about.c.topic_id),
    ]
    return [
        select(who, what, kind, quote.c.id).select_from(source).where(here)
        for source, who, what in columns
    ]


def facets(article: int | None = None) -> list[Rows]:
    """The rows of `quote_facets`."""
    topics = select(func.coalesce(func.group_concat(about.c.topic_id, " "), "")).where(
        about.c.quote_id == quote.c.id
    )
    columns = (quote.c.id, speaker(), kind_place(), topics.scalar_subquery())
    return [select(*columns).where(within(quote.c.id, article))]


def tallies(article: int | None = None) -> list[Rows]:
    """The rows of `tally`: of each speaker, then of anybody."""
    numbers = (
        func.count(),
        *(func.sum(case((quote.c.kind == kind, 1), else_=0)) for kind in QUOTE_KINDS),
        func.sum(quote.c.words),
    )
    here = within(quote.c.id, article)
    of_topic = quote.join(about, about.c.quote_id == quote.c.id)
    of_two = of_topic.join(
        other, (other.c.quote_id == quote.c.id) & (other.c.topic_id > about.c.topic_id)
    )
    statements = []
    for who in (speaker(), literal(ANY)):
        keys: list[tuple[Any, ...]] = [
            (quote, literal(ANY), literal(ANY)),
            (of_topic, about.c.topic_id, literal(ANY)),
            (of_two, about.c.topic_id, other.c.topic_id),
        ]
        for source, topic, second in keys:
            groups = [part for part in (topic, second, who) if not hasattr(part, "value")]
            rows = select(topic, second, who, *numbers).select_from(source).where(here)
            # Without a group there would be a row of an empty record too.
            statements.append(rows.group_by(*groups) if groups else rows.having(func.count() > 0))
    return statements


def stretches(article: int | None = None) -> list[Rows]:
    """The rows of `calendar`: of any topic, then of each."""
    kind, stretch = kind_place(), quote.c.id.bitwise_rshift(STRETCH_BITS)
    here = within(quote.c.id, article)
    of_topic = quote.join(about, about.c.quote_id == quote.c.id)
    ours = about.c.topic_id
    return [
        select(literal(ANY), stretch, kind, func.count()).where(here).group_by(stretch, kind),
        select(ours, stretch, kind, func.count())
        .select_from(of_topic)
        .where(here)
        .group_by(ours, stretch, kind),
    ]


# Each derived table, and what its rows follow from.
DERIVED: list[tuple[Table, Callable[[], list[Rows]]]] = [
    (listing, listings),
    (kept_facets, facets),
    (tally, tallies),
    (calendar, stretches),
]
SUMS = [(tally, tallies), (calendar, stretches)]  # of rows, which articles add to


def derive_all(connection: Connection) -> None:
    """Make every derived table anew."""
    for table, make in DERIVED:
        connection.execute(delete(table))
        for statement in make():
            connection.execute(insert(table).from_select(columns_of(table), statement))
    count_records(connection)


def forget(connection: Connection, articles: Iterable[int]) -> None:
    """Take out what the quotes of some articles, as they still are, gave to the derived tables."""
    key = tuple_(*listing.primary_key)
    for article in articles:
        for statement in listings(article):
            connection.execute(delete(listing).where(key.in_(statement)))
        connection.execute(
            delete(kept_facets).where(kept_facets.c.quote_id.between(*keys_within(article)))
        )
        add_to_sums(connection, article, -1)


def remember(connection: Connection, articles: Iterable[int]) -> None:
    """Put in what the quotes of some articles, as they are now, give to the derived tables."""
    for article in articles:
        for table, make in ((listing, listings), (kept_facets, facets)):
            for statement in make(article):
                connection.execute(insert(table).from_select(columns_of(table), statement))
        add_to_sums(connection, article, 1)
    for table, _ in SUMS:
        connection.execute(delete(table).where(table.c.quotes == 0))


def add_to_sums(connection: Connection, article: int, sign: int) -> None:
    """Add the numbers of an article's quotes to those kept, or take them away."""
    for table, make in SUMS:
        names = columns_of(table)
        rows = [
            {
                name: value * sign if name in NUMBERS else value
                for name, value in zip(names, row, strict=True)
            }
            for statement in make(article)
            for row in connection.execute(statement)
        ]
        if rows:
            statement = insert_or_update(table)
            numbers = [name for name in names if name in NUMBERS]
            sums = {name: table.c[name] + statement.excluded[name] for name in numbers}
            connection.execute(
                statement.on_conflict_do_update(index_elements=table.primary_key, set_=sums), rows
            )


def columns_of(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def count_records(connection: Connection) -> None:
    """The counts beside records, and the one row that says how much there is."""

    article, actor, topic = (TABLES[name] for name in ("article", "actor", "topic"))

    def tallied(column: Any, *where: ColumnElement[bool]) -> Any:
        found = select(column).where(tally.c.other_id == ANY, *where).scalar_subquery()
        return func.coalesce(found, 0)

    def counted(column: Any, owner: Any) -> Any:
        return select(func.count()).where(column == owner).scalar_subquery()

    said = (tally.c.topic_id == ANY, tally.c.speaker_id == actor.c.id)
    topical = (tally.c.topic_id == topic.c.id, tally.c.speaker_id == ANY)
    first, last = article.c.id + 1, article.c.id + keys_within(0)[1]
    inside = select(func.count()).where(quote.c.id.between(first, last)).scalar_subquery()
    wanted: list[tuple[Table, dict[str, Any]]] = [
        (article, {"quote_count": inside}),
        (
            actor,
            {
                "quote_count": tallied(tally.c.quotes, *said),
                "word_count": tallied(tally.c.words, *said),
                "mention_count": counted(TABLES["mention"].c.actor_id, actor.c.id),
                "event_count": counted(TABLES["event_actor"].c.actor_id, actor.c.id),
            },
        ),
        (
            topic,
            {
                "quote_count": tallied(tally.c.quotes, *topical),
                "event_count": counted(TABLES["event_topic"].c.topic_id, topic.c.id),
            },
        ),
    ]
    for table, values in wanted:
        # Rows that would not change are left alone: so their indexes are too.
        now = [table.c[name] for name in values]
        stale = tuple_(*now) != tuple_(*values.values())
        connection.execute(update(table).where(stale).values(values))
    kept = TABLES["overview"]
    connection.execute(delete(kept))
    connection.execute(insert(kept).from_select(columns_of(kept), overview()))


def overview() -> Rows:
    """The one row of `overview`, with an edition that no load had before."""

    def size(table: str, *where: ColumnElement[bool]) -> Any:
        return select(func.count()).select_from(TABLES[table]).where(*where).scalar_subquery()

    days = union_all(
        *(
            select(func.coalesce(one.c.changed, one.c.added).label("day"))
            for one in (TABLES["article"], TABLES["event"])
        ),
        select(TABLES["correction"].c.date),
    ).subquery()
    speakers = (tally.c.topic_id == ANY, tally.c.other_id == ANY, tally.c.speaker_id > ANY)
    return select(
        literal(1),
        literal(secrets.token_hex(8)),
        size("article"),
        size("quote"),
        size("actor"),
        size("tally", *speakers),
        size("event"),
        size("topic"),
        size("correction"),
        select(func.max(days.c.day)).scalar_subquery(),
    )
