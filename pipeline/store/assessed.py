"""Verbs of reading: what waits to be read, and what was learned of it, each on a connection that the Store hands in."""

import zlib
from collections import defaultdict

from sqlalchemy import Connection, func, or_, select, union

from pipeline.page import Page
from pipeline.store.bodies import is_kept
from pipeline.store.crawled import link_from_json
from pipeline.store.rows import Pending
from pipeline.store.tables import article as articles
from pipeline.store.tables import assessment as assessments
from pipeline.store.tables import page as pages
from pipeline.store.tables import sighting
from pipeline.urls import identity

_TOGETHER = 500
"""Ids in one IN (…): drivers take some ten thousand at most."""


def pending_ids(c: Connection, series: str, recipe: str) -> list[int]:
    """Ids of the pages that were never read for the series, or by another recipe, and can be; in the order in which they were found."""
    waits = or_(sighting.c.recipe.is_(None), sighting.c.recipe != recipe)
    query = select(sighting.c.page_id).join(pages).where(sighting.c.series == series, waits, is_kept)
    return list(c.scalars(query.order_by(sighting.c.page_id)))


def unread(c: Connection, series: str) -> int:
    """How many pages were never read for the series, and can be."""
    query = select(func.count()).select_from(sighting).join(pages)
    return c.scalar(query.where(sighting.c.series == series, sighting.c.recipe.is_(None), is_kept)) or 0


def pending(c: Connection, series: str, ids: list[int]) -> list[Pending]:
    """These pages, unpacked."""
    query = (
        select(pages, sighting.c.source, sighting.c.first_seen)
        .join(sighting)
        .where(sighting.c.series == series)
        .order_by(pages.c.id)
    )
    ordered = sorted(ids)
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
        for n in range(0, len(ordered), _TOGETHER)
        for r in c.execute(query.where(pages.c.id.in_(ordered[n : n + _TOGETHER])))
    ]


def page_id(c: Connection, series: str, url: str) -> int | None:
    """The page that was fetched from this address, or whose article bears it, and whose body is there."""
    key = identity(url)
    either = union(select(pages.c.id).where(pages.c.key == key), select(articles.c.page_id).where(articles.c.key == key))
    query = select(sighting.c.page_id).join(pages).where(sighting.c.series == series, sighting.c.page_id.in_(either), is_kept)
    return c.scalar(query.order_by(sighting.c.page_id).limit(1))


def written_scores(c: Connection) -> dict[str, list[str]]:
    """Site → the overall scores of its articles as they stand there."""
    query = (
        select(articles.c.site, func.min(assessments.c.score_as_written))
        .join(assessments)
        .where(assessments.c.score_as_written.is_not(None))
        .group_by(articles.c.id, articles.c.site)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for site, written in c.execute(query):
        found[site].append(written)
    return found
