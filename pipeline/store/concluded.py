"""The verb that keeps what was concluded of a batch of pages: what becomes of each is decided first, then each table is written once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Row, Update, bindparam, delete, insert, select, update
from sqlalchemy.engine.default import DefaultDialect

from pipeline.article import Article
from pipeline.assessment import Assessment
from pipeline.page import Reason, Skip
from pipeline.store import claimed, written
from pipeline.store.crawled import add_skips, forget_body
from pipeline.store.moments import bound
from pipeline.store.remembered import forgotten
from pipeline.store.revised import keep_revision
from pipeline.store.rows import Forgotten, Pending
from pipeline.store.strangers import holdable
from pipeline.store.tables import article as articles
from pipeline.store.tables import assessment as assessments
from pipeline.store.tables import claim, opinion, remark, sentence, sighting
from pipeline.store.tables import page as pages
from pipeline.store.tables import skip as skips
from pipeline.urls import identity

_TOGETHER = 500
"""Pages whose rows are written in one go."""

# Built once: for a batch of sixteen, building a statement costs as much as its rows.
_BEARERS = select(articles.c.id, articles.c.page_id, articles.c.key, articles.c.sha256, articles.c.recipe).where(
    articles.c.key.in_(bindparam("keys", expanding=True))
)
_NEW_ARTICLES = insert(articles).returning(articles.c.id, articles.c.key)
_MOVED = delete(articles).where(articles.c.page_id.in_(bindparam("pages", expanding=True)))
_NEW_ASSESSMENTS = insert(assessments).returning(assessments.c.id, assessments.c.article_id)
_NO_SKIPS = delete(skips).where(skips.c.series == bindparam("whose"), skips.c.url.in_(bindparam("taken", expanding=True)))
_THE_SAME = select(pages.c.id).where(pages.c.id == bindparam("page"), pages.c.sha256 == bindparam("body"))
_MARK = (
    update(sighting)
    .where(sighting.c.series == bindparam("whose"), sighting.c.page_id.in_(_THE_SAME))
    .values(recipe=bindparam("by"))
)

# Twenty sentences and as many remarks an article: what is ready for the driver goes there as it is, values in the order of the statement.
_OF_ASSESSMENT = {
    insert(opinion): written.opinion_rows,
    insert(sentence): written.sentence_rows,
    insert(remark): written.remark_rows,
}
_NEW_CLAIMS = insert(claim)

Read = tuple[Pending, Article | Skip, Assessment | None]
"""A page that was read: a Skip, or an article with its assessment."""


@dataclass(frozen=True, slots=True)
class _Taken:
    waiting: Pending
    article: Article
    assessment: Assessment
    key: str
    """Identity of the article's address."""
    known: int | None
    """Id of the article, where it was read before."""
    since: datetime
    """When it was first had as it is now."""


def keep(c: Connection, series: str, read: Sequence[Read], recipe: str, now: datetime) -> None:
    """Store what was concluded. The same article under another address, and what must be forgotten, become a Skip instead."""
    wishes = forgotten(c)
    for n in range(0, len(read), _TOGETHER):
        _keep(c, series, read[n : n + _TOGETHER], recipe, now, wishes)


def _keep(c: Connection, series: str, read: Sequence[Read], recipe: str, now: datetime, wishes: Forgotten) -> None:
    owners = _owners(c, read)
    sighted = _sighted(c, series, [owner.page_id for owner in owners.values()])
    holder = {key: owner.page_id for key, owner in owners.items()}
    taken: list[_Taken] = []
    refused: list[tuple[Pending, Skip]] = []
    for waiting, found, assessment in read:
        if isinstance(found, Skip):
            refused.append((waiting, found))
        elif assessment is not None:
            key = identity(holdable(found.url))
            if wishes.forbids(found.url, found.author):
                refused.append((waiting, Skip(waiting.page.url, waiting.page.source, Reason.FORGOTTEN, unkept=True)))
            elif holder.setdefault(key, waiting.page_id) != waiting.page_id and holder[key] in sighted:
                unkept = found.rights.noarchive
                refused.append((waiting, Skip(waiting.page.url, waiting.page.source, Reason.DUPLICATE, found.url, unkept=unkept)))
            else:
                holder[key] = waiting.page_id
                sighted.add(waiting.page_id)
                old = owners.get(key)
                since = waiting.page.fetched if old and old.sha256 != waiting.sha256 else waiting.first_seen
                taken.append(_Taken(waiting, found, assessment, key, old.id if old else None, since))
                if old and old.recipe == recipe and old.sha256 != waiting.sha256:
                    keep_revision(c, series, old.id, waiting, found, assessment.score)
    if refused:
        _forget_conclusions(c, series, [waiting.page_id for waiting, _ in refused])
        add_skips(c, series, [skip for _, skip in refused], now)
    if taken:
        _put(c, series, taken, recipe)
    _mark(c, series, [waiting for waiting, *_ in read], recipe)
    without_copy = [p for p, skip in refused if skip.unkept] + [t.waiting for t in taken if t.article.rights.noarchive]
    for waiting in without_copy:
        forget_body(c, waiting.page_id)


def _owners(c: Connection, read: Iterable[Read]) -> dict[str, Row[int, int, str, str, str]]:
    """Identity of an address → the article that bears it already."""
    keys = {identity(holdable(found.url)) for _, found, _ in read if isinstance(found, Article)}
    return {row.key: row for row in c.execute(_BEARERS, {"keys": list(keys)})} if keys else {}


def _sighted(c: Connection, series: str, ids: Sequence[int]) -> set[int]:
    query = select(sighting.c.page_id).where(sighting.c.series == series, sighting.c.page_id.in_(ids))
    return set(c.scalars(query)) if ids else set()


def _forget_conclusions(c: Connection, series: str, page_ids: Sequence[int]) -> None:
    """These pages were not taken; what an earlier recipe concluded goes."""
    theirs = select(articles.c.id).where(articles.c.page_id.in_(page_ids))
    c.execute(delete(assessments).where(assessments.c.series == series, assessments.c.article_id.in_(theirs)))


def _put(c: Connection, series: str, taken: Sequence[_Taken], recipe: str) -> None:
    ids = _put_articles(c, taken, recipe)
    known = [t.known for t in taken if t.known is not None]
    earlier = claimed.earlier(c, series, known) if known else {}
    if known:
        c.execute(delete(assessments).where(assessments.c.series == series, assessments.c.article_id.in_(known)))
    rows = [written.assessment_row(series, ids[t.key], t.waiting, t.article, t.assessment) for t in taken]
    made = c.execute(_NEW_ASSESSMENTS, rows)
    keys = {row.article_id: row.id for row in made}
    for statement, rows_of in _OF_ASSESSMENT.items():
        _each(c, statement, [row for t in taken for row in rows_of(keys[ids[t.key]], t.assessment)])
    moment = bound(c.dialect)
    stated = (
        row for t in taken for row in written.claim_rows(keys[ids[t.key]], t.assessment, t.since, earlier.get(ids[t.key], {}))
    )
    _each(c, _NEW_CLAIMS, [(*said, moment(since)) for *said, since in stated])
    c.execute(_NO_SKIPS, {"whose": series, "taken": [t.waiting.page.url for t in taken]})


def _put_articles(c: Connection, taken: Sequence[_Taken], recipe: str) -> dict[str, int]:
    """Key → id of each article."""
    ids = {t.key: t.known for t in taken if t.known is not None}
    if ids:
        rows = [
            {"row": t.known, **written.article_row(t.waiting, t.article, t.key, recipe)} for t in taken if t.known is not None
        ]
        names: dict[str, Any] = {name: bindparam(name) for name in rows[0] if name != "row"}
        c.execute(update(articles).where(articles.c.id == bindparam("row")).values(names), rows)
    new = [t for t in taken if t.known is None]
    if new:
        # A page whose canonical address changed carries a new article; the old one goes.
        c.execute(_MOVED, {"pages": [t.waiting.page_id for t in new]})
        rows = [{"url": t.article.url, **written.article_row(t.waiting, t.article, t.key, recipe)} for t in new]
        ids |= {row.key: row.id for row in c.execute(_NEW_ARTICLES, rows)}
    return ids


def _mark(c: Connection, series: str, read: Iterable[Pending], recipe: str) -> None:
    """These pages were read, unless another body came in the meantime: that one waits."""
    _each(c, _MARK, [(recipe, series, p.page_id, p.sha256) for p in read])


def _each(c: Connection, statement: Insert | Update, rows: list[written.Values]) -> None:
    """Once a row."""
    if rows:
        c.exec_driver_sql(_positional(c.dialect.name, statement), rows)


@cache
def _positional(database: str, statement: Insert | Update) -> str:
    """The statement as the driver of the database wants it; an INSERT takes its values in the order of the table's columns."""
    return str(statement.compile(dialect=DefaultDialect(paramstyle="format" if database == "postgresql" else "qmark")))
