"""What articles state about the series, and which article is a copy of which."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "claim",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, comment="in order of appearance"),
        sa.Column("kind", sa.String(16), nullable=False, comment="such as episodes, premiere or cast"),
        sa.Column("about", sa.Text(), nullable=False, comment="role, character, site, territory or season; else empty"),
        sa.Column("value", sa.Text(), nullable=False, comment="in its normal form: see docs/claims.md"),
        sa.Column("as_written", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, comment="of its paragraph; -1: the title"),
        sa.Column("modality", sa.String(16), nullable=False, comment="announced, reported, rumoured, corrected or denied"),
        sa.Column("said_by", sa.Text(), nullable=False, comment="whom the sentence gives as its source; else empty"),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False, comment="when the article was first had with it"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name=op.f("fk_claim_assessment_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("assessment_id", "number", name=op.f("pk_claim")),
        comment="what one article states about the series",
    )
    op.create_index("ix_claim_kind_about_assessment_id", "claim", ["kind", "about", "assessment_id"])
    op.create_table(
        "origin",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("origin_id", sa.Integer(), nullable=False, comment="its own for an original"),
        sa.Column(
            "relation", sa.String(16), nullable=False, comment="original, copy, shortened, spun, translated or press release"
        ),
        sa.Column("because", sa.Text(), nullable=False, comment="in words; empty for an original that nobody copied"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name=op.f("fk_origin_assessment_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["origin_id"], ["assessment.id"], name=op.f("fk_origin_origin_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("assessment_id", name=op.f("pk_origin")),
        comment="which article about the series each one is a copy of; none where nobody looked yet",
    )
    op.create_index("ix_origin_origin_id", "origin", ["origin_id"])
