"""loaded folders: what a load remembers of each article's folder, so as not to read it again

With none remembered, the next load reads everything.
"""

import sqlalchemy as sa
from alembic import op

revision = "a3c5d80e9f14"
down_revision = "8d2e6f41b7a3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "loaded_folder",
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("earliest", sa.Date(), nullable=False),
        sa.Column("latest", sa.Date(), nullable=False),
        sa.Column("added", sa.Date(), nullable=False),
        sa.Column("actors", sa.String(), nullable=False),
        sa.Column("events", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_loaded_folder")),
    )


def downgrade() -> None:
    op.drop_table("loaded_folder")
