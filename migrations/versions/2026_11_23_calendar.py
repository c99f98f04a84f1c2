"""calendar: how many quotes stand in each stretch of 8 days, by topic and kind

It follows from `listing`, and is filled from it here, for a load that finds nothing changed derives
nothing.
"""

import sqlalchemy as sa
from alembic import op

revision = "c4e17b92d60a"
down_revision = "a3c5d80e9f14"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calendar",
        sa.Column("topic_id", sa.Integer(), nullable=False),
        sa.Column("stretch", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Integer(), nullable=False),
        sa.Column("quotes", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("topic_id", "stretch", "kind", name=op.f("pk_calendar")),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO calendar (topic_id, stretch, kind, quotes)"
        " SELECT topic_id, quote_id >> 41, kind, count(*) FROM listing"
        " WHERE speaker_id = 0 GROUP BY topic_id, quote_id >> 41, kind"
    )


def downgrade() -> None:
    op.drop_table("calendar")
