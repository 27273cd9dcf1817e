"""What an outlet changed after publication: told from what a newer recipe reads differently."""

from datetime import date
from difflib import unified_diff
from typing import Any

from sqlalchemy import Connection, insert, select, update

from pipeline.article import Article
from pipeline.assessment import Score
from pipeline.store.rows import Pending
from pipeline.store.tables import article as articles
from pipeline.store.tables import assessment as assessments
from pipeline.store.tables import page as pages
from pipeline.store.tables import revision as revisions

_LONGEST = 50_000
"""Characters of a difference that are kept."""


def keep_revision(c: Connection, series: str, article_id: int, waiting: Pending, article: Article, score: Score | None) -> None:
    """Compare with what was read last, from another body and by the same recipe; where text, title, date or score differ, keep both."""
    theirs = (assessments.c.article_id == articles.c.id) & (assessments.c.series == series)
    old = c.execute(
        select(articles, assessments.c.score, assessments.c.score_as_written)
        .outerjoin(assessments, theirs)
        .where(articles.c.id == article_id)
    ).one()
    before = _facts(old.title, old.published, old.score_as_written, old.score)
    after = _facts(article.title, article.published, score.as_written if score else None, score.value if score else None)
    changed = [name for name in ("title", "published", "score") if before[name] != after[name]]
    if _words(old.text) != _words(article.text):
        changed.insert(0, "text")
    c.execute(update(pages).where(pages.c.id == waiting.page_id).values(unchanged=0 if changed else pages.c.unchanged + 1))
    if changed:
        difference = "\n".join(unified_diff(old.text.split("\n"), article.text.split("\n"), lineterm="", n=0))[:_LONGEST]
        c.execute(
            insert(revisions).values(
                article_id=article_id,
                found=waiting.page.fetched,
                changed=changed,
                before=before,
                after=after,
                difference=difference if "text" in changed else "",
            )
        )


def _facts(title: str, published: date | None, written: str | None, score: float | None) -> dict[str, Any]:
    return {
        "title": title,
        "published": published.isoformat() if published else None,
        "score_as_written": written,
        "score": score,
    }


def _words(text: str) -> list[str]:
    return text.split()
