"""The rows. Migrations make them; a test holds that both agree. Weeks are text such as 2024-W24, times are UTC, polarities lie in [-1, 1]."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    false,
)

from pipeline.store.moments import Utc
from pipeline.store.strangers import Address, Said, SaidJson

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

page = Table(
    "page",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("url", Address, nullable=False, unique=True),
    Column("final_url", Said, nullable=False),
    Column("status", Integer, nullable=False),
    Column("headers", SaidJson, nullable=False),
    Column("body", LargeBinary, nullable=False, comment="zlib"),
    Column("sha256", String(64), nullable=False, comment="of the body as it came"),
    Column("fetched", Utc, nullable=False),
    Column("link", SaidJson, nullable=False, comment="what the source said of it"),
    Column("modified", Utc, comment="as the source stated it when the page was fetched"),
    Column("key", Address, nullable=False, index=True, server_default="", comment="what all addresses of one article share"),
    Column("unchanged", Integer, nullable=False, server_default="0", comment="times in a row it was asked for again in vain"),
)

sighting = Table(
    "sighting",
    metadata,
    Column("series", Text, primary_key=True),
    Column("page_id", ForeignKey("page.id", ondelete="CASCADE"), primary_key=True),
    Column("source", Said, nullable=False),
    Column("first_seen", Utc, nullable=False),
    Column("recipe", Text, comment="what read it last; null while it waits to be read"),
    Index(None, "page_id"),
)

article = Table(
    "article",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("url", Address, nullable=False, unique=True, comment="canonical"),
    Column("page_id", ForeignKey("page.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("site", Said, nullable=False),
    Column("title", Said, nullable=False),
    Column("author", Said, nullable=False),
    Column("published", Date),
    Column("date_from", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("text", Said, nullable=False),
    Column("words", Integer, nullable=False),
    Column("tags", SaidJson, nullable=False),
    Column("teaser", Boolean, nullable=False),
    Column("key", Address, nullable=False, index=True, server_default="", comment="what all its addresses share"),
    Column("sha256", String(64), nullable=False, server_default="", comment="of the body that it was read from"),
    Column("recipe", Text, nullable=False, server_default="", comment="what read it"),
    Column("rights", SaidJson, nullable=False, server_default="{}", comment="what its page allows; empty where it says nothing"),
    Index(None, "id", "site"),  # whose articles these are, without their texts
)

revision = Table(
    "revision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", ForeignKey("article.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("found", Utc, nullable=False, comment="when the changed page was fetched"),
    Column("changed", SaidJson, nullable=False, comment="which of text, title, published and score"),
    Column("before", SaidJson, nullable=False, comment="title, published, score_as_written, score"),
    Column("after", SaidJson, nullable=False, comment="the same"),
    Column("difference", Said, nullable=False, comment="of the paragraphs, as a unified diff; empty where the text is the same"),
    comment="an article whose text, title, date or score its outlet changed",
)

assessment = Table(
    "assessment",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("series", Text, nullable=False),
    Column("article_id", ForeignKey("article.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("source", Said, nullable=False),
    Column("week", String(8), comment="of publication"),
    Column("seen_week", String(8), nullable=False, comment="in which it was found"),
    Column("first_seen", Utc, nullable=False),
    Column("relevant_because", Said, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("kind_because", Said, nullable=False),
    Column("kind_margin", Float, nullable=False),
    Column("episode", Integer),
    Column("stance", Float),
    Column("stance_from", String(8)),
    Column("score", Float, comment="0..100"),
    Column("score_as_written", Said),
    Column("score_from", Text),
    Column("inferred", Float, comment="polarity of the text alone"),
    Column("estimate", Float, comment="0..100: the score that the text amounts to"),
    Column("recommends", String(8), comment="yes, mixed or no"),
    Column("episode_scores", SaidJson, nullable=False, server_default="{}", comment="episode to 0..100"),
    Column("likened_to", SaidJson, nullable=False, server_default="[]", comment="[work, sentence] pairs"),
    Column("verdict", Said),
    Column("phrases", SaidJson, nullable=False),
    Column("spoiler_warning", Boolean, nullable=False),
    Column("engine", Text, nullable=False),
    Column("note", Said, nullable=False),
    Index(None, "series", "article_id", unique=True),
    Index(None, "series", "week", "kind"),
    Index(None, "series", "seen_week"),
    Index(None, "kind", "stance_from", "article_id", "series", "week", "stance"),
)

opinion = Table(
    "opinion",
    metadata,
    Column("assessment_id", ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True),
    Column("facet", String(8), primary_key=True, comment="aspect or theme"),
    Column("name", Text, primary_key=True),
    Column("polarity", Float, comment="of the article as a whole on this; null where the engine abstained"),
    Column("low", Float, comment="of the interval that holds it nine times in ten"),
    Column("high", Float),
    Column("remarks", Integer, nullable=False, server_default="0", comment="that the polarity is made of"),
    Column("score", Float, comment="0..100: what the author gives it apart"),
    Index(None, "name", "facet", "assessment_id", "polarity"),
    comment="what one article thinks of one aspect or theme",
)

sentence = Table(
    "sentence",
    metadata,
    Column("assessment_id", ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("text", Said, nullable=False),
    Column("paragraph", Integer, nullable=False),
    Column("polarity", Float),
    Column("confidence", Float, nullable=False),
    Column("spoiler", Boolean, nullable=False),
    Column("verdict", Boolean, nullable=False),
)

remark = Table(
    "remark",
    metadata,
    Column("assessment_id", ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, comment="of its sentence"),
    Column("facet", String(8), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("polarity", Float),
    comment="one sentence on one aspect or theme",
)

claim = Table(
    "claim",
    metadata,
    Column("assessment_id", ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, comment="in order of appearance"),
    Column("kind", String(16), nullable=False, comment="such as episodes, premiere or cast"),
    Column("about", Said, nullable=False, comment="role, character, site, territory or season; else empty"),
    Column("value", Said, nullable=False, comment="in its normal form: see docs/claims.md"),
    Column("as_written", Said, nullable=False),
    Column("sentence", Said, nullable=False),
    Column("position", Integer, nullable=False, comment="of its paragraph; -1: the title"),
    Column("modality", String(16), nullable=False, comment="announced, reported, rumoured, corrected or denied"),
    Column("said_by", Said, nullable=False, comment="whom the sentence gives as its source; else empty"),
    Column("topical", Boolean, nullable=False, comment="the article as a whole is about the series"),
    Column("first_seen", Utc, nullable=False, comment="when the article was first had with it"),
    Index(None, "kind", "about", "assessment_id"),
    comment="what one article states about the series",
)

origin = Table(
    "origin",
    metadata,
    Column("assessment_id", ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True),
    Column(
        "origin_id",
        ForeignKey("assessment.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
        comment="its own for an original",
    ),
    Column("relation", String(16), nullable=False, comment="original, copy, shortened, spun, translated or press release"),
    Column("because", Said, nullable=False, comment="in words; empty for an original that nobody copied"),
    comment="which article about the series each one is a copy of; none where nobody looked yet",
)

skip = Table(
    "skip",
    metadata,
    Column("series", Text, primary_key=True),
    Column("url", Address, primary_key=True),
    Column("source", Said, nullable=False),
    Column("reason", Text, nullable=False),
    Column("detail", Said, nullable=False),
    Column("first_seen", Utc, nullable=False),
    Column("last_seen", Utc, nullable=False),
    Column("link", SaidJson, comment="what its source said, where it will be asked for again"),
    Column("tries", Integer, nullable=False, server_default="1", comment="runs in which it was not had, one behind the other"),
)

index_answer = Table(
    "index_answer",
    metadata,
    Column("series", Text, primary_key=True),
    Column("url", Address, primary_key=True),
    Column("question", String(12), nullable=False, comment="changes when names or source change: then it is read anew"),
    Column("etag", Said, nullable=False),
    Column("last_modified", Said, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("read", Utc, nullable=False, comment="when it was last had whole"),
    Column("trusted", Boolean, nullable=False, comment="false where the same ETag came with another body"),
    comment="what an index (feed, sitemap, search) was when it was last read whole",
)

forgotten = Table(
    "forgotten",
    metadata,
    Column("what", String(8), primary_key=True, comment="site, author or url"),
    Column("value", Address, primary_key=True),
    Column("since", Utc, nullable=False),
    comment="what must not be collected again",
)

run = Table(
    "run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("series", Text, nullable=False),
    Column("started", Utc, nullable=False),
    Column("ended", Utc),
    Column("outcome", Text, nullable=False, comment="running, ok, partial, failed or interrupted"),
    Index(None, "series", "started"),
)

source_run = Table(
    "source_run",
    metadata,
    Column("run_id", ForeignKey("run.id", ondelete="CASCADE"), primary_key=True),
    Column("source", Said, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("found", Integer, nullable=False),
    Column("known", Integer, nullable=False),
    Column("fetched", Integer, nullable=False),
    Column("skipped", SaidJson, nullable=False, comment="reason to number"),
    Column("trouble", Said, nullable=False, comment="why it failed; empty when it did not"),
    Column(
        "question",
        String(12),
        nullable=False,
        server_default="",
        comment="as in index_answer; empty where anything went wrong, so that the next run asks for all",
    ),
    Column(
        "partly", Boolean, nullable=False, server_default=false(), comment="only news were asked for: `found` is not its yield"
    ),
)

robots = Table(
    "robots",
    metadata,
    Column("site", Text, primary_key=True, comment="scheme, host and port"),
    Column("path", Text, primary_key=True, comment="/robots.txt or /.well-known/tdmrep.json"),
    Column("url", Said, nullable=False, comment="after redirects"),
    Column("status", Integer, nullable=False, comment="0 where there was no answer"),
    Column("body", LargeBinary, nullable=False, comment="zlib; up to 500 KiB"),
    Column("fetched", Utc, nullable=False),
    Column("trouble", Said, nullable=False, comment="why there was no answer"),
    comment="the rules of a site as they were last had",
)

visits = Table(
    "visits",
    metadata,
    Column("site", Text, primary_key=True, comment="registered domain"),
    Column("day", Date, primary_key=True, comment="UTC"),
    Column("requests", Integer, nullable=False, comment="of all series; robots.txt is not counted"),
)
