"""Memory of the web: addresses of one article, revisions, what indexes answered, what is owed, what was forgotten."""

import sqlalchemy as sa
from alembic import op

from pipeline.urls import identity

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("page") as table:
        table.add_column(
            sa.Column("key", sa.Text(), nullable=False, server_default="", comment="what all addresses of one article share")
        )
        table.add_column(
            sa.Column(
                "unchanged",
                sa.Integer(),
                nullable=False,
                server_default="0",
                comment="times in a row it was asked for again in vain",
            )
        )
        table.create_index("ix_page_key", ["key"])
    with op.batch_alter_table("article") as table:
        table.add_column(sa.Column("key", sa.Text(), nullable=False, server_default="", comment="what all its addresses share"))
        table.add_column(
            sa.Column("sha256", sa.String(64), nullable=False, server_default="", comment="of the body that it was read from")
        )
        table.add_column(sa.Column("recipe", sa.Text(), nullable=False, server_default="", comment="what read it"))
        table.create_index("ix_article_key", ["key"])
    with op.batch_alter_table("skip") as table:
        table.add_column(sa.Column("link", sa.JSON(), comment="what its source said, where it will be asked for again"))
        table.add_column(
            sa.Column(
                "tries",
                sa.Integer(),
                nullable=False,
                server_default="1",
                comment="runs in which it was not had, one behind the other",
            )
        )
    with op.batch_alter_table("source_run") as table:
        table.add_column(
            sa.Column(
                "question",
                sa.String(12),
                nullable=False,
                server_default="",
                comment="as in index_answer; empty where anything went wrong, so that the next run asks for all",
            )
        )
        table.add_column(
            sa.Column(
                "partly",
                sa.Boolean(),
                nullable=False,
                server_default=sa.false(),
                comment="only news were asked for: `found` is not its yield",
            )
        )
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "article_id",
            sa.Integer(),
            sa.ForeignKey("article.id", ondelete="CASCADE", name="fk_revision_article_id"),
            nullable=False,
        ),
        sa.Column("found", sa.DateTime(timezone=True), nullable=False, comment="when the changed page was fetched"),
        sa.Column("changed", sa.JSON(), nullable=False, comment="which of text, title, published and score"),
        sa.Column("before", sa.JSON(), nullable=False, comment="title, published, score_as_written, score"),
        sa.Column("after", sa.JSON(), nullable=False, comment="the same"),
        sa.Column(
            "difference",
            sa.Text(),
            nullable=False,
            comment="of the paragraphs, as a unified diff; empty where the text is the same",
        ),
        comment="an article whose text, title, date or score its outlet changed",
    )
    op.create_index("ix_revision_article_id", "revision", ["article_id"])
    op.create_table(
        "index_answer",
        sa.Column("series", sa.Text(), primary_key=True),
        sa.Column("url", sa.Text(), primary_key=True),
        sa.Column("question", sa.String(12), nullable=False, comment="changes when names or source change: then it is read anew"),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("last_modified", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("read", sa.DateTime(timezone=True), nullable=False, comment="when it was last had whole"),
        sa.Column("trusted", sa.Boolean(), nullable=False, comment="false where the same ETag came with another body"),
        comment="what an index (feed, sitemap, search) was when it was last read whole",
    )
    op.create_table(
        "forgotten",
        sa.Column("what", sa.String(8), primary_key=True, comment="site, author or url"),
        sa.Column("value", sa.Text(), primary_key=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        comment="what must not be collected again",
    )
    _fill_keys()


def _fill_keys() -> None:
    """The keys of what is there already."""
    connection = op.get_bind()
    for name in ("page", "article"):
        table = sa.table(name, sa.column("id", sa.Integer), sa.column("url", sa.Text), sa.column("key", sa.Text))
        rows = [{"row": row.id, "named": identity(row.url)} for row in connection.execute(sa.select(table.c.id, table.c.url))]
        if rows:
            connection.execute(sa.update(table).where(table.c.id == sa.bindparam("row")).values(key=sa.bindparam("named")), rows)
