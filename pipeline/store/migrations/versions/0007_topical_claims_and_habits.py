"""Whether the article of a claim is about the series as a whole (unknown, and so taken for no, until it is read again); by what to ask what outlets state."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    comment = "the article as a whole is about the series"
    op.add_column("claim", sa.Column("topical", sa.Boolean(), nullable=False, server_default=sa.false(), comment=comment))
    op.create_index("ix_article_id_site", "article", ["id", "site"])
    stated = ["kind", "stance_from", "article_id", "series", "week", "stance"]
    op.create_index(f"ix_assessment_{'_'.join(stated)}", "assessment", stated)
