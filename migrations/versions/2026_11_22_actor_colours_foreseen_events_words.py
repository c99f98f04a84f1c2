"""actor colours, foreseen events, words

The values given here only hold the place until the next load, which makes them from the seeds.
"""

import sqlalchemy as sa
from alembic import op

revision = "d093511e37f3"
down_revision = "ea0011bad789"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("actor") as actor:
        actor.add_column(sa.Column("colour", sa.Integer(), nullable=True))
        actor.add_column(sa.Column("letter", sa.String(), nullable=True))
    with op.batch_alter_table("event") as event:
        event.add_column(sa.Column("foreseen", sa.Boolean(), nullable=True))
    with op.batch_alter_table("quote") as quote:
        quote.add_column(sa.Column("words", sa.Integer(), nullable=True))

    op.execute("UPDATE actor SET colour = id % 8 + 1 WHERE kind <> 'unnamed'")
    op.execute("UPDATE actor SET letter = substr(name, 1, 1)")
    op.execute("UPDATE event SET foreseen = 0")
    op.execute("UPDATE quote SET words = 1 + length(text) - length(replace(text, ' ', ''))")

    with op.batch_alter_table("actor") as actor:
        actor.alter_column("letter", nullable=False)
        actor.create_check_constraint(
            op.f("ck_actor_unnamed_has_no_colour"), "(kind = 'unnamed') = (colour IS NULL)"
        )
        actor.create_check_constraint(op.f("ck_actor_colour"), "colour BETWEEN 1 AND 8")
        actor.create_check_constraint(op.f("ck_actor_letter"), "length(letter) IN (1, 2)")
    with op.batch_alter_table("event") as event:
        event.alter_column("foreseen", nullable=False)
    with op.batch_alter_table("quote") as quote:
        quote.alter_column("words", nullable=False)
        quote.create_check_constraint(op.f("ck_quote_words"), "words > 0")


def downgrade() -> None:
    with op.batch_alter_table("quote") as quote:
        quote.drop_constraint(op.f("ck_quote_words"), type_="check")
        quote.drop_column("words")
    with op.batch_alter_table("event") as event:
        event.drop_column("foreseen")
    with op.batch_alter_table("actor") as actor:
        for name in ("unnamed_has_no_colour", "colour", "letter"):
            actor.drop_constraint(op.f(f"ck_actor_{name}"), type_="check")
        actor.drop_column("letter")
        actor.drop_column("colour")
