"""Rules of sites, as had; requests of each day; what the page of an article allows."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "robots",
        sa.Column("site", sa.Text(), nullable=False, comment="scheme, host and port"),
        sa.Column("path", sa.Text(), nullable=False, comment="/robots.txt or /.well-known/tdmrep.json"),
        sa.Column("url", sa.Text(), nullable=False, comment="after redirects"),
        sa.Column("status", sa.Integer(), nullable=False, comment="0 where there was no answer"),
        sa.Column("body", sa.LargeBinary(), nullable=False, comment="zlib; up to 500 KiB"),
        sa.Column("fetched", sa.DateTime(timezone=True), nullable=False),
        sa.Column("trouble", sa.Text(), nullable=False, comment="why there was no answer"),
        sa.PrimaryKeyConstraint("site", "path", name=op.f("pk_robots")),
        comment="the rules of a site as they were last had",
    )
    op.create_table(
        "visits",
        sa.Column("site", sa.Text(), nullable=False, comment="registered domain"),
        sa.Column("day", sa.Date(), nullable=False, comment="UTC"),
        sa.Column("requests", sa.Integer(), nullable=False, comment="of all series; robots.txt is not counted"),
        sa.PrimaryKeyConstraint("site", "day", name=op.f("pk_visits")),
    )
    with op.batch_alter_table("article") as table:
        table.add_column(
            sa.Column(
                "rights",
                sa.JSON(),
                nullable=False,
                server_default="{}",
                comment="what its page allows; empty where it says nothing",
            )
        )
