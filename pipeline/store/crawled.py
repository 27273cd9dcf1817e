"""Verbs of crawling: pages, sightings, skips and runs, each on a connection that the Store hands in."""

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from pipeline.page import LASTING, Link, Page, Skip
from pipeline.store.rows import Known, Run, SourceRun
from pipeline.store.tables import page as pages
from pipeline.store.tables import run as runs
from pipeline.store.tables import sighting, source_run
from pipeline.store.tables import skip as skips

_NOTHING = zlib.compress(b"")
is_kept = func.length(pages.c.body) > len(_NOTHING)
"""Whether the body of a page is there: one that asks for no archive is given up once it was read."""
_FEW = 500
"""URLs in one IN (…); for more it is quicker to ask for all."""


def known(c: Connection, series: str) -> dict[str, Known]:
    """URL → when it was fetched, for all that need not be fetched again."""
    seen = select(pages.c.url, pages.c.fetched, pages.c.modified).join(sighting).where(sighting.c.series == series)
    found = {url: Known(fetched, modified) for url, fetched, modified in c.execute(seen)}
    lasting = select(skips.c.url, skips.c.last_seen).where(skips.c.series == series, skips.c.reason.in_(LASTING))
    return {url: Known(seen_at, None) for url, seen_at in c.execute(lasting)} | found


def add_page(c: Connection, series: str, page: Page) -> bool:
    """Store a page, and that the series was sighted on it; what was skipped before is not any more. True where its body is new."""
    digest = hashlib.sha256(page.body).hexdigest()
    old = c.execute(select(pages.c.id, pages.c.sha256, is_kept.label("kept")).where(pages.c.url == page.url)).first()
    values = {
        "final_url": page.final_url,
        "status": page.status,
        "headers": dict(page.headers),
        "sha256": digest,
        "fetched": page.fetched,
        "link": _link_to_json(page.link),
        "modified": page.link.modified,
    }
    changed = old is None or old.sha256 != digest
    if old is None:
        page_id = c.execute(insert(pages).values(url=page.url, body=zlib.compress(page.body), **values)).inserted_primary_key[0]  # type: ignore[index]
    else:
        page_id = old.id
        c.execute(
            update(pages)
            .where(pages.c.id == page_id)
            .values(**values, **({} if old.kept and not changed else {"body": zlib.compress(page.body)}))
        )
        if changed:
            c.execute(update(sighting).where(sighting.c.page_id == page_id).values(recipe=None))
    if not c.execute(select(sighting.c.page_id).where(sighting.c.series == series, sighting.c.page_id == page_id)).first():
        c.execute(insert(sighting).values(series=series, page_id=page_id, source=page.source, first_seen=page.fetched))
    c.execute(delete(skips).where(skips.c.series == series, skips.c.url == page.url))
    return changed


def forget_body(c: Connection, page_id: int) -> None:
    """The page asks that no copy of it be kept. Its digest stays, so that it is known again; its body as long as another series waits."""
    waiting = select(sighting.c.page_id).where(sighting.c.page_id == page_id, sighting.c.recipe.is_(None))
    c.execute(update(pages).where(pages.c.id == page_id, ~waiting.exists()).values(body=_NOTHING))


def add_skips(c: Connection, series: str, given: Iterable[Skip], now: datetime) -> None:
    """Remember what was not taken; the latest reason stands. An index of 50,000 links costs two statements, not 100,000."""
    latest = {skip.url: skip for skip in given}
    known_ones = select(skips.c.url).where(skips.c.series == series)
    few = len(latest) <= _FEW
    there = set(c.scalars(known_ones.where(skips.c.url.in_(list(latest))) if few else known_ones)) & set(latest)
    rows = [
        {"key": s.url, "source": s.source, "reason": s.reason.value, "detail": s.detail[:500], "last_seen": now}
        for s in latest.values()
    ]
    changed = [r for r in rows if r["key"] in there]
    added = [{**{k: v for k, v in r.items() if k != "key"}, "url": r["key"]} for r in rows if r["key"] not in there]
    if changed:
        values: dict[str, Any] = {name: bindparam(name) for name in ("source", "reason", "detail", "last_seen")}
        c.execute(update(skips).where(skips.c.series == series, skips.c.url == bindparam("key")).values(values), changed)
    if added:
        c.execute(insert(skips), [{**r, "series": series, "first_seen": now} for r in added])


def start_run(c: Connection, series: str, now: datetime) -> int:
    """The id of a new run; runs that never ended are marked as interrupted."""
    c.execute(update(runs).where(runs.c.series == series, runs.c.outcome == "running").values(outcome="interrupted"))
    return int(c.execute(insert(runs).values(series=series, started=now, outcome="running")).inserted_primary_key[0])  # type: ignore[index]


def finish_run(c: Connection, run_id: int, outcome: str, sources: Iterable[SourceRun], now: datetime) -> None:
    c.execute(update(runs).where(runs.c.id == run_id).values(ended=now, outcome=outcome))
    rows = [
        {"run_id": run_id, "source": s.source, "kind": s.kind, "found": s.found, "known": s.known}
        | {"fetched": s.fetched, "skipped": dict(s.skipped), "trouble": s.trouble}
        for s in sources
    ]
    if rows:
        c.execute(insert(source_run), rows)


def last_run(c: Connection, series: str) -> Run | None:
    row = c.execute(select(runs).where(runs.c.series == series).order_by(runs.c.id.desc()).limit(1)).first()
    if row is None:
        return None
    sources = c.execute(select(source_run).where(source_run.c.run_id == row.id).order_by(source_run.c.source))
    return Run(
        row.id,
        row.started,
        row.ended,
        row.outcome,
        tuple(SourceRun(s.source, s.kind, s.found, s.known, s.fetched, s.skipped, s.trouble) for s in sources),
    )


def link_from_json(data: Mapping[str, Any]) -> Link:
    published = data.get("published")
    return Link(
        url=str(data.get("url", "")),
        title=str(data.get("title", "")),
        tags=tuple(data.get("tags", ())),
        published=datetime.fromisoformat(str(published)) if published else None,
    )


def _link_to_json(link: Link) -> dict[str, Any]:
    data: dict[str, Any] = {"url": link.url, "title": link.title, "tags": list(link.tags)}
    if link.published:
        data["published"] = (link.published if link.published.tzinfo else link.published.replace(tzinfo=UTC)).isoformat()
    return data
