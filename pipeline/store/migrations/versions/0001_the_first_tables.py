"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "page",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("final_url", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("headers", sa.JSON(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False, comment="zlib"),
        sa.Column("sha256", sa.String(length=64), nullable=False, comment="of the body as it came"),
        sa.Column("fetched", sa.DateTime(timezone=True), nullable=False),
        sa.Column("link", sa.JSON(), nullable=False, comment="what the source said of it"),
        sa.Column(
            "modified",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="as the source stated it when the page was fetched",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_page")),
        sa.UniqueConstraint("url", name=op.f("uq_page_url")),
    )
    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False, comment="running, ok, partial, failed or interrupted"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run")),
    )
    with op.batch_alter_table("run", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_run_series_started"), ["series", "started"], unique=False)

    op.create_table(
        "skip",
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("series", "url", name=op.f("pk_skip")),
    )
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False, comment="canonical"),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("date_from", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("tags", sa.JSON(), nullable=False),
        sa.Column("teaser", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name=op.f("fk_article_page_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("url", name=op.f("uq_article_url")),
    )
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_article_page_id"), ["page_id"], unique=False)

    op.create_table(
        "sighting",
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recipe", sa.Text(), nullable=True, comment="what read it last; null while it waits to be read"),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name=op.f("fk_sighting_page_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("series", "page_id", name=op.f("pk_sighting")),
    )
    with op.batch_alter_table("sighting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sighting_page_id"), ["page_id"], unique=False)

    op.create_table(
        "source_run",
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("found", sa.Integer(), nullable=False),
        sa.Column("known", sa.Integer(), nullable=False),
        sa.Column("fetched", sa.Integer(), nullable=False),
        sa.Column("skipped", sa.JSON(), nullable=False, comment="reason to number"),
        sa.Column("trouble", sa.Text(), nullable=False, comment="why it failed; empty when it did not"),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_source_run_run_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("run_id", "source", name=op.f("pk_source_run")),
    )
    op.create_table(
        "assessment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("week", sa.String(length=8), nullable=True, comment="of publication"),
        sa.Column("seen_week", sa.String(length=8), nullable=False, comment="in which it was found"),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("relevant_because", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("kind_because", sa.Text(), nullable=False),
        sa.Column("kind_margin", sa.Float(), nullable=False),
        sa.Column("episode", sa.Integer(), nullable=True),
        sa.Column("stance", sa.Float(), nullable=True),
        sa.Column("stance_from", sa.String(length=8), nullable=True),
        sa.Column("score", sa.Float(), nullable=True, comment="0..100"),
        sa.Column("score_as_written", sa.Text(), nullable=True),
        sa.Column("score_from", sa.Text(), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("phrases", sa.JSON(), nullable=False),
        sa.Column("spoiler_warning", sa.Boolean(), nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_assessment_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
    )
    with op.batch_alter_table("assessment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assessment_article_id"), ["article_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_assessment_series_article_id"), ["series", "article_id"], unique=True)
        batch_op.create_index(batch_op.f("ix_assessment_series_seen_week"), ["series", "seen_week"], unique=False)
        batch_op.create_index(batch_op.f("ix_assessment_series_week_kind"), ["series", "week", "kind"], unique=False)

    op.create_table(
        "opinion",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("facet", sa.String(length=8), nullable=False, comment="aspect or theme"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "polarity",
            sa.Float(),
            nullable=True,
            comment="of the article as a whole on this; null where the engine abstained",
        ),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name=op.f("fk_opinion_assessment_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("assessment_id", "facet", "name", name=op.f("pk_opinion")),
        comment="what one article thinks of one aspect or theme",
    )
    op.create_table(
        "remark",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, comment="of its sentence"),
        sa.Column("facet", sa.String(length=8), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("polarity", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name=op.f("fk_remark_assessment_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("assessment_id", "position", "facet", "name", name=op.f("pk_remark")),
        comment="one sentence on one aspect or theme",
    )
    op.create_table(
        "sentence",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("polarity", sa.Float(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("spoiler", sa.Boolean(), nullable=False),
        sa.Column("verdict", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name=op.f("fk_sentence_assessment_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("assessment_id", "position", name=op.f("pk_sentence")),
    )
