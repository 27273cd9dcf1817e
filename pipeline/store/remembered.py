"""Verbs of memory: what indexes answered, and what must be forgotten, each on a connection that the Store hands in."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from pipeline.store import search
from pipeline.store.rows import Forgotten, IndexAnswer, Revision
from pipeline.store.strangers import holdable
from pipeline.store.tables import article as articles
from pipeline.store.tables import assessment as assessments
from pipeline.store.tables import forgotten as wishes
from pipeline.store.tables import index_answer as answers
from pipeline.store.tables import page as pages
from pipeline.store.tables import revision as revisions
from pipeline.store.tables import run as runs
from pipeline.store.tables import skip as skips
from pipeline.urls import identity

_KEPT = timedelta(days=60)
"""An index that was not read for so long is not asked for any more: searches carry dates in their address."""


def index_answers(c: Connection, series: str) -> dict[str, IndexAnswer]:
    """Address of an index → what it was when it was last read whole."""
    rows = c.execute(select(answers).where(answers.c.series == series))
    return {r.url: IndexAnswer(r.url, r.question, r.etag, r.last_modified, r.sha256, r.read, r.trusted) for r in rows}


def keep_answers(c: Connection, run_id: int, given: Iterable[IndexAnswer], now: datetime) -> None:
    """Remember what indexes answered in a run; old ones go."""
    series = c.scalar(select(runs.c.series).where(runs.c.id == run_id))
    rows = {
        a.url: {"series": series, "url": a.url, "question": a.question, "etag": a.etag, "last_modified": a.last_modified}
        | {"sha256": a.sha256, "read": a.read, "trusted": a.trusted}
        for a in given
    }
    c.execute(delete(answers).where(answers.c.series == series, answers.c.read < now - _KEPT))
    for url in rows:
        c.execute(delete(answers).where(answers.c.series == series, answers.c.url == url))
    if rows:
        c.execute(insert(answers), list(rows.values()))


def revisions_of(c: Connection, series: str) -> list[Revision]:
    """Articles about the series that their outlets changed, newest first."""
    theirs = select(assessments.c.article_id).where(assessments.c.series == series)
    query = (
        select(revisions, articles.c.url, articles.c.site)
        .join(articles)
        .where(revisions.c.article_id.in_(theirs))
        .order_by(revisions.c.found.desc(), revisions.c.id.desc())
    )
    return [Revision(r.url, r.site, r.found, tuple(r.changed), r.before, r.after, r.difference) for r in c.execute(query)]


def forgotten(c: Connection) -> Forgotten:
    """What must not be collected again."""
    rows = c.execute(select(wishes.c.what, wishes.c.value)).all()
    sites, authors, urls = (frozenset(r.value for r in rows if r.what == what) for what in ("site", "author", "url"))
    return Forgotten(sites, authors, urls)


def forget(c: Connection, what: str, value: str, now: datetime) -> int:
    """Remove the pages of a site, an author or an address with all that was concluded, and remember the wish. The number of pages."""
    if c.dialect.name == "sqlite":
        c.exec_driver_sql("PRAGMA secure_delete = ON")  # what is deleted is overwritten in the file
    c.execute(delete(wishes).where(wishes.c.what == what, wishes.c.value == value))
    c.execute(insert(wishes).values(what=what, value=value, since=now))
    wish = forgotten(c)
    doomed = pages_of(c, what, wish)
    addresses = set(doomed.values()) if what == "author" else {u for u in c.scalars(select(skips.c.url)) if wish.holds(u)}
    for page_id in doomed:
        c.execute(delete(pages).where(pages.c.id == page_id))
    for url in addresses:
        c.execute(delete(skips).where(skips.c.url == url))
    search.forget(c)
    return len(doomed)


def pages_of(c: Connection, what: str, wish: Forgotten) -> dict[int, str]:
    """The pages that a wish takes away: id → address."""
    if what == "author":
        rows = c.execute(select(articles.c.page_id, articles.c.author, pages.c.url).join(pages)).all()
        return {r.page_id: r.url for r in rows if r.author.strip().lower() in wish.authors}
    both = select(pages.c.id, pages.c.url, pages.c.key, articles.c.url.label("named"), articles.c.key.label("name")).outerjoin(
        articles
    )
    return {
        r.id: r.url
        for r in c.execute(both)
        if wish.holds(r.url) or (r.named and wish.holds(r.named)) or wish.urls & {r.key, r.name}
    }


def would_forget(c: Connection, what: str, value: str) -> list[str]:
    """Addresses of the pages that a wish would take away, in order. Nothing is changed."""
    return sorted(pages_of(c, what, Forgotten(**{f"{what}s": frozenset({value})})).values())


def remember(c: Connection, what: str, value: str) -> bool:
    """Take a wish back: it may be collected again. False where there was none."""
    return bool(c.execute(delete(wishes).where(wishes.c.what == what, wishes.c.value == value)).rowcount)


def wish(what: str, value: str) -> str:
    """How a wish is kept: hosts and authors in lower case, an address as its identity."""
    value = holdable(value)
    return identity(value) if what == "url" else value.strip().lower().removeprefix("www.")
