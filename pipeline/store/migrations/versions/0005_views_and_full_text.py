"""Full text, and views that stay as they are while tables may change (`env.py` makes them anew after every migration)."""

from alembic import op

from pipeline.store import search

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # The name first: a facet alone is half of all rows, and SQLite would take an index on it for a good one.
    op.create_index("ix_opinion_name_facet_assessment_id_polarity", "opinion", ["name", "facet", "assessment_id", "polarity"])
    search.create(op.get_bind())
