"""shape of questions: quotes listed by speaker and topic, and counted, as pages ask for them

The next load fills the derived tables, and gives articles, quotes and events their numbers in the
order of lists. Tables of links keep their rows in their key alone.
"""

import importlib

import sqlalchemy as sa
from alembic import op

revision = "8d2e6f41b7a3"
down_revision = "7c41d9b0e625"
branch_labels = None
depends_on = None

OLD = (
    "INSERT INTO search_words(search_words, rowid, words, stems, facets)"
    " VALUES ('delete', old.id, old.words, old.stems, old.facets);"
)
NEW = (
    "INSERT INTO search_words(rowid, words, stems, facets)"
    " VALUES (new.id, new.words, new.stems, new.facets);"
)
COUNTS = {
    "article": ["quote_count"],
    "actor": ["quote_count", "word_count", "mention_count", "event_count"],
    "topic": ["quote_count", "event_count"],
}
LINKS = {
    "quote_topic": ("quote", "topic"),
    "event_topic": ("event", "topic"),
    "event_actor": ("event", "actor"),
}


def upgrade() -> None:
    for table, columns in COUNTS.items():
        for column in columns:
            op.add_column(
                table, sa.Column(column, sa.Integer(), nullable=False, server_default="0")
            )
    op.create_index(
        "ix_actor_most_quoted",
        "actor",
        [sa.text("quote_count DESC"), sa.text("mention_count DESC"), "name", "slug"],
    )
    op.drop_index("ix_quote_kind", "quote")
    op.drop_index("ix_quote_speaker_id", "quote")
    for table, (owner, one) in LINKS.items():
        remake_links(table, owner, one)
    make_derived()
    make_search()


def remake_links(table: str, owner: str, one: str) -> None:
    op.drop_index(f"ix_{table}_{one}_id", table)
    op.rename_table(table, f"{table}_before")
    op.create_table(
        table,
        sa.Column(f"{owner}_id", sa.Integer(), nullable=False),
        sa.Column(f"{one}_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            [f"{owner}_id"], [f"{owner}.id"], name=op.f(f"fk_{table}_{owner}_id")
        ),
        sa.ForeignKeyConstraint([f"{one}_id"], [f"{one}.id"], name=op.f(f"fk_{table}_{one}_id")),
        sa.PrimaryKeyConstraint(f"{owner}_id", f"{one}_id", name=op.f(f"pk_{table}")),
        sqlite_with_rowid=False,
    )
    op.execute(f"INSERT INTO {table} SELECT {owner}_id, {one}_id FROM {table}_before")
    op.drop_table(f"{table}_before")
    if owner == "event":
        op.create_index(f"ix_{table}_{one}_id", table, [f"{one}_id"])


def make_derived() -> None:
    op.create_table(
        "listing",
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("speaker_id", "topic_id", "kind", "quote_id")
        ),
        sa.PrimaryKeyConstraint(
            "speaker_id", "topic_id", "kind", "quote_id", name=op.f("pk_listing")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "quote_facets",
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("quote_id", "speaker_id", "kind")
        ),
        sa.Column("topics", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("quote_id", name=op.f("pk_quote_facets")),
    )
    numbers = ("quotes", "full", "partial", "term", "words")
    op.create_table(
        "tally",
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("topic_id", "other_id", "speaker_id", *numbers)
        ),
        sa.CheckConstraint("other_id = 0 OR topic_id < other_id", name=op.f("ck_tally_two_topics")),
        sa.PrimaryKeyConstraint("topic_id", "other_id", "speaker_id", name=op.f("pk_tally")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_tally_heaviest",
        "tally",
        ["topic_id", sa.text("quotes DESC"), "speaker_id"],
        sqlite_where=sa.text("other_id = 0"),
    )
    op.create_index(
        "ix_tally_speaker",
        "tally",
        ["speaker_id", "topic_id", "quotes", "full", "partial", "term"],
        sqlite_where=sa.text("other_id = 0"),
    )
    counts = ("articles", "quotes", "actors", "speakers", "events", "topics", "corrections")
    op.create_table(
        "overview",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in counts),
        sa.Column("changed", sa.Date(), nullable=True),
        sa.CheckConstraint("id = 1", name=op.f("ck_overview_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overview")),
    )


def make_search() -> None:
    op.execute("DROP TABLE search_vocabulary")
    op.execute("DROP TABLE search_words")
    op.drop_table("search_entry")
    op.create_table(
        "search_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("words", "stems", "facets")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entry")),
    )
    op.execute(
        "CREATE VIRTUAL TABLE search_words USING fts5("
        "words, stems, facets, content='search_entry', content_rowid='id', "
        "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co'\")"
    )
    op.execute("CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab('search_words', 'col')")
    op.execute(f"CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN {NEW} END")
    op.execute(f"CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN {OLD} END")
    op.execute(
        f"CREATE TRIGGER search_entry_changed AFTER UPDATE ON search_entry BEGIN {OLD} {NEW} END"
    )


def downgrade() -> None:
    for table in ("listing", "quote_facets", "tally", "overview"):
        op.drop_table(table)
    for table in ("search_vocabulary", "search_words", "search_entry"):
        op.execute(f"DROP TABLE {table}")
    # As the migration before made them.
    importlib.import_module("migrations.versions.2026_11_22_search").upgrade()
    op.create_index("ix_quote_kind", "quote", ["kind"])
    op.create_index("ix_quote_speaker_id", "quote", ["speaker_id"])
    op.create_index("ix_quote_topic_topic_id", "quote_topic", ["topic_id"])
    op.drop_index("ix_actor_most_quoted", "actor")
    for table, columns in COUNTS.items():
        for column in columns:
            op.drop_column(table, column)
