"""corrections"""

import sqlalchemy as sa
from alembic import op

revision = "5b3387726f8a"
down_revision = "d093511e37f3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "correction",
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("noun", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("was_en", sa.String(), nullable=False),
        sa.Column("was_fr", sa.String(), nullable=False),
        sa.Column("now_en", sa.String(), nullable=False),
        sa.Column("now_fr", sa.String(), nullable=False),
        sa.CheckConstraint(
            "noun IN ('articles', 'quotes', 'actors', 'events', 'topics')",
            name=op.f("ck_correction_noun"),
        ),
        sa.CheckConstraint("number > 0", name=op.f("ck_correction_number")),
        sa.PrimaryKeyConstraint("date", "number", name=op.f("pk_correction")),
    )
    op.create_index(op.f("ix_correction_noun_slug"), "correction", ["noun", "slug"])


def downgrade() -> None:
    op.drop_table("correction")
