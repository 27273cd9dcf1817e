"""Verbs of reading: what waits, and what was concluded, each on a connection that the Store hands in."""

import zlib
from collections import defaultdict
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from pipeline.article import Article
from pipeline.assessment import Assessment
from pipeline.page import Page, Reason, Skip
from pipeline.store.bodies import is_kept
from pipeline.store.crawled import add_skips, forget_body, link_from_json
from pipeline.store.revised import keep_revision
from pipeline.store.rows import Forgotten, Pending
from pipeline.store.tables import article as articles
from pipeline.store.tables import assessment as assessments
from pipeline.store.tables import opinion, remark, sentence, sighting
from pipeline.store.tables import page as pages
from pipeline.store.tables import skip as skips
from pipeline.urls import identity
from pipeline.week import Week


def pending_ids(c: Connection, series: str, recipe: str) -> list[int]:
    """Ids of the pages that were never read for the series, or by another recipe, and can be; in the order in which they were found."""
    waits = or_(sighting.c.recipe.is_(None), sighting.c.recipe != recipe)
    query = select(sighting.c.page_id).join(pages).where(sighting.c.series == series, waits, is_kept)
    return list(c.scalars(query.order_by(sighting.c.page_id)))


def pending(c: Connection, series: str, ids: list[int]) -> list[Pending]:
    """These pages, unpacked."""
    query = (
        select(pages, sighting.c.source, sighting.c.first_seen)
        .join(sighting)
        .where(sighting.c.series == series, pages.c.id.in_(ids))
        .order_by(pages.c.id)
    )
    return [
        Pending(
            r.id,
            Page(
                r.url,
                r.final_url,
                r.status,
                r.headers,
                zlib.decompress(r.body),
                r.fetched,
                r.source,
                link_from_json(r.link),
            ),
            r.first_seen,
            r.sha256,
        )
        for r in c.execute(query)
    ]


def page_id(c: Connection, series: str, url: str) -> int | None:
    """The page that was fetched from this address, or whose article bears it, and that could be kept."""
    same = or_(pages.c.key == identity(url), articles.c.key == identity(url))
    query = select(pages.c.id).join(sighting).outerjoin(articles, articles.c.page_id == pages.c.id)
    return c.scalar(query.where(sighting.c.series == series, same, is_kept).limit(1))


def written_scores(c: Connection) -> dict[str, list[str]]:
    """Site → the overall scores of its articles as they stand there."""
    query = (
        select(articles.c.site, assessments.c.score_as_written)
        .join(assessments)
        .where(assessments.c.score_as_written.is_not(None))
    )
    found: dict[str, list[str]] = defaultdict(list)
    for site, written in c.execute(
        query.distinct(articles.c.id) if c.dialect.name == "postgresql" else query.group_by(articles.c.id)
    ):
        found[site].append(written)
    return found


def keep_skip(c: Connection, series: str, page_id: int, skip: Skip, recipe: str, now: datetime) -> None:
    """The page was read and not taken; what an earlier recipe concluded goes."""
    theirs = select(articles.c.id).where(articles.c.page_id == page_id)
    c.execute(delete(assessments).where(assessments.c.series == series, assessments.c.article_id.in_(theirs)))
    add_skips(c, series, [skip], now)
    _read(c, series, page_id, recipe)
    if skip.unkept:
        forget_body(c, page_id)


def keep(
    c: Connection,
    series: str,
    waiting: Pending,
    article: Article,
    assessment: Assessment,
    recipe: str,
    now: datetime,
    wishes: Forgotten,
) -> None:
    """The page was read and taken. The same article under another address, and what must be forgotten, become a Skip instead."""
    owner = c.execute(select(articles.c.id, articles.c.page_id).where(articles.c.key == identity(article.url))).first()
    reason = None
    if wishes.forbids(article.url, article.author):
        reason = Reason.FORGOTTEN
    elif owner and owner.page_id != waiting.page_id and _is_sighted(c, series, owner.page_id):
        reason = Reason.DUPLICATE
    if reason is not None:
        unkept = article.rights.noarchive or reason is Reason.FORGOTTEN
        detail = article.url if reason is Reason.DUPLICATE else ""
        skip = Skip(waiting.page.url, waiting.page.source, reason, detail, unkept=unkept)
        keep_skip(c, series, waiting.page_id, skip, recipe, now)
        return
    keep_revision(c, series, owner.id if owner else None, waiting, article, assessment.score, recipe)
    article_id = _put_article(c, owner.id if owner else None, waiting, article, recipe)
    c.execute(delete(assessments).where(assessments.c.series == series, assessments.c.article_id == article_id))
    _put_assessment(c, series, article_id, waiting, article, assessment)
    c.execute(delete(skips).where(skips.c.series == series, skips.c.url == waiting.page.url))
    _read(c, series, waiting.page_id, recipe)
    if article.rights.noarchive:
        forget_body(c, waiting.page_id)


def count(c: Connection, series: str) -> int:
    return int(c.scalar(select(func.count()).select_from(assessments).where(assessments.c.series == series)) or 0)


def _read(c: Connection, series: str, page_id: int, recipe: str) -> None:
    c.execute(update(sighting).where(sighting.c.series == series, sighting.c.page_id == page_id).values(recipe=recipe))


def _is_sighted(c: Connection, series: str, page_id: int) -> bool:
    return (
        c.execute(select(sighting.c.page_id).where(sighting.c.series == series, sighting.c.page_id == page_id)).first()
        is not None
    )


def _put_article(c: Connection, article_id: int | None, waiting: Pending, article: Article, recipe: str) -> int:
    values = {
        "page_id": waiting.page_id,
        "key": identity(article.url),
        "sha256": waiting.sha256,
        "recipe": recipe,
        "site": article.site,
        "title": article.title,
        "author": article.author,
        "published": article.published,
        "date_from": article.date_from,
        "language": article.language,
        "text": article.text,
        "words": article.words,
        "tags": list(article.tags),
        "teaser": article.teaser,
        "rights": article.rights.as_record(),
    }
    if article_id is None:
        # A page whose canonical address changed carries a new article; the old one goes.
        c.execute(delete(articles).where(articles.c.page_id == waiting.page_id))
        return int(c.execute(insert(articles).values(url=article.url, **values)).inserted_primary_key[0])  # type: ignore[index]
    c.execute(update(articles).where(articles.c.id == article_id).values(**values))
    return article_id


def _put_assessment(
    c: Connection, series: str, article_id: int, waiting: Pending, article: Article, concluded: Assessment
) -> None:
    score = concluded.score
    row = {
        "series": series,
        "article_id": article_id,
        "source": waiting.page.source,
        "week": str(Week.of(article.published)) if article.published else None,
        "seen_week": str(Week.of(waiting.first_seen.astimezone(UTC).date())),
        "first_seen": waiting.first_seen,
        "relevant_because": concluded.relevance.because,
        "kind": concluded.kind.name,
        "kind_because": concluded.kind.because,
        "kind_margin": concluded.kind.margin,
        "episode": concluded.kind.episode,
        "stance": concluded.stance,
        "stance_from": concluded.stance_from,
        "score": score.value if score else None,
        "score_as_written": score.as_written if score else None,
        "score_from": score.where if score else None,
        "inferred": concluded.inferred,
        "estimate": concluded.estimate,
        "recommends": concluded.recommends,
        "episode_scores": {str(episode): value for episode, value in concluded.episode_scores.items()},
        "likened_to": [[likeness.work, likeness.sentence] for likeness in concluded.likened_to],
        "verdict": concluded.verdict,
        "phrases": list(concluded.phrases),
        "spoiler_warning": concluded.spoiler_warning,
        "engine": concluded.engine,
        "note": concluded.note,
    }
    key = c.execute(insert(assessments).values(**row)).inserted_primary_key[0]  # type: ignore[index]
    _insert(
        c,
        opinion,
        [
            {"assessment_id": key, "facet": o.facet, "name": o.name, "polarity": o.polarity}
            | {"low": o.low, "high": o.high, "remarks": o.remarks, "score": o.score}
            for o in concluded.opinions
        ],
    )
    _insert(
        c,
        sentence,
        [
            {"assessment_id": key, "position": n, "text": s.text, "paragraph": s.paragraph, "polarity": s.polarity}
            | {"confidence": s.confidence, "spoiler": s.spoiler, "verdict": s.verdict}
            for n, s in enumerate(concluded.sentences)
        ],
    )
    _insert(
        c,
        remark,
        [
            {"assessment_id": key, "position": n, "facet": facet, "name": name, "polarity": polarity}
            for n, s in enumerate(concluded.sentences)
            for facet, name, polarity in s.topics
        ],
    )


def _insert(c: Connection, table, rows: list[dict[str, object]]) -> None:  # type: ignore[no-untyped-def]
    if rows:
        c.execute(insert(table), rows)
