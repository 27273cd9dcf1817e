"""Opinions with intervals and stated sub-scores; what the text alone amounts to; recommendations; works that a piece likens it to."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("assessment") as table:
        table.add_column(sa.Column("inferred", sa.Float(), comment="polarity of the text alone"))
        table.add_column(sa.Column("estimate", sa.Float(), comment="0..100: the score that the text amounts to"))
        table.add_column(sa.Column("recommends", sa.String(8), comment="yes, mixed or no"))
        table.add_column(sa.Column("episode_scores", sa.JSON(), nullable=False, server_default="{}", comment="episode to 0..100"))
        table.add_column(
            sa.Column("likened_to", sa.JSON(), nullable=False, server_default="[]", comment="[work, sentence] pairs")
        )
    with op.batch_alter_table("opinion") as table:
        table.add_column(sa.Column("low", sa.Float(), comment="of the interval that holds it nine times in ten"))
        table.add_column(sa.Column("high", sa.Float()))
        table.add_column(
            sa.Column("remarks", sa.Integer(), nullable=False, server_default="0", comment="that the polarity is made of")
        )
        table.add_column(sa.Column("score", sa.Float(), comment="0..100: what the author gives it apart"))
