"""search: the words of every record, and a full-text index that follows them by triggers

The entries are made by the next load. `search_vocabulary` lists the words of the index, for near
spellings. Characters for private use count as words, for one stands between the texts of a record.
"""

import sqlalchemy as sa
from alembic import op

revision = "5b1f0c9a7e42"
down_revision = "5b3387726f8a"
branch_labels = None
depends_on = None

OLD = "INSERT INTO search_words(search_words, rowid, words, stems) VALUES ('delete', old.id, old.words, old.stems);"
NEW = "INSERT INTO search_words(rowid, words, stems) VALUES (new.id, new.words, new.stems);"


def upgrade() -> None:
    op.create_table(
        "search_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("noun", sa.String(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("stems", sa.String(), nullable=False),
        sa.CheckConstraint(
            "noun IN ('articles', 'quotes', 'actors', 'events', 'topics')",
            name=op.f("ck_search_entry_noun"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entry")),
    )
    op.create_index(
        op.f("ix_search_entry_noun_record_id_part"), "search_entry", ["noun", "record_id", "part"]
    )
    op.execute(
        "CREATE VIRTUAL TABLE search_words USING fts5("
        "words, stems, content='search_entry', content_rowid='id', "
        "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co'\")"
    )
    op.execute("CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab('search_words', 'col')")
    op.execute(f"CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN {NEW} END")
    op.execute(f"CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN {OLD} END")
    op.execute(
        f"CREATE TRIGGER search_entry_changed AFTER UPDATE ON search_entry BEGIN {OLD} {NEW} END"
    )


def downgrade() -> None:
    op.execute("DROP TABLE search_vocabulary")
    op.execute("DROP TABLE search_words")
    op.drop_table("search_entry")
