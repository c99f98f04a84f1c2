"""page of a source: the saved web page that an article's text was taken out of"""

import sqlalchemy as sa
from alembic import op

revision = "7c41d9b0e625"
down_revision = "5b1f0c9a7e42"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("article") as article:
        article.add_column(sa.Column("page_name", sa.String(), nullable=True))
        article.add_column(sa.Column("page_sha256", sa.String(), nullable=True))
        article.create_check_constraint(op.f("ck_article_page_sha256"), "length(page_sha256) = 64")
        article.create_check_constraint(
            op.f("ck_article_page"), "(page_name IS NULL) = (page_sha256 IS NULL)"
        )


def downgrade() -> None:
    with op.batch_alter_table("article") as article:
        article.drop_constraint(op.f("ck_article_page"), type_="check")
        article.drop_constraint(op.f("ck_article_page_sha256"), type_="check")
        article.drop_column("page_sha256")
        article.drop_column("page_name")
