"""Verbs of crawling: pages, sightings, skips and runs, each on a connection that the Store hands in."""

import hashlib
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, case, delete, insert, or_, select, update

from pipeline.page import LASTING, OURS, PASSING, Link, Page, Skip, Unchanged
from pipeline.store.bodies import NOTHING, is_kept
from pipeline.store.rows import Known, Run, SourceRun
from pipeline.store.strangers import address, holdable
from pipeline.store.tables import page as pages
from pipeline.store.tables import run as runs
from pipeline.store.tables import sighting, source_run
from pipeline.store.tables import skip as skips
from pipeline.urls import identity

_FEW = 500
"""URLs in one IN (…); for more it is quicker to ask for all."""
_PACKED = 3
"""Level of zlib: half the time of the usual 6, and a twentieth more room."""
_MOST_TRIES = 6
"""Runs in a row in which a page was not had for the same reason; then it is given up."""


def known(c: Connection, series: str) -> dict[str, Known]:
    """Identity of a URL → when it was fetched, for all that need not be fetched again."""
    seen = (
        select(pages.c.key, pages.c.fetched, pages.c.modified, pages.c.unchanged, pages.c.link)
        .join(sighting)
        .where(sighting.c.series == series)
    )
    lasting = select(skips.c.url, skips.c.last_seen).where(skips.c.series == series, skips.c.reason.in_(LASTING))
    found = {identity(url): Known(seen_at, None) for url, seen_at in c.execute(lasting)}
    return found | {
        r.key: Known(r.fetched, r.modified, r.unchanged, str(r.link.get("digest", "")), str(r.link.get("source", "")))
        for r in c.execute(seen)
    }


def validators(c: Connection, url: str) -> tuple[Mapping[str, str], str]:
    """The headers that came with a known page, and the sha256 of its body; empty where it is unknown."""
    row = c.execute(select(pages.c.headers, pages.c.sha256).where(pages.c.key == identity(url))).first()
    return (row.headers, row.sha256) if row else ({}, "")


def add_pages(c: Connection, series: str, given: Iterable[Page]) -> list[bool]:
    """Store pages, and that the series was sighted on them; what was skipped before is not any more. True for each whose body is new."""
    latest = {identity(holdable(page.url)): page for page in given}
    digests = {key: hashlib.sha256(page.body).hexdigest() for key, page in latest.items()}
    query = select(pages.c.id, pages.c.key, pages.c.sha256, pages.c.unchanged, is_kept.label("kept")).where(
        pages.c.key.in_(list(latest))
    )
    old = {row.key: row for row in c.execute(query)}
    ids = {key: row.id for key, row in old.items()}
    fresh = [key for key in latest if key not in old]
    if fresh:
        rows = [
            {"url": latest[key].url, "key": key, "body": zlib.compress(latest[key].body, _PACKED)}
            | _values(latest[key], digests[key])
            for key in fresh
        ]
        ids |= {row.key: row.id for row in c.execute(insert(pages).returning(pages.c.id, pages.c.key), rows)}
    for key, row in old.items():
        _renew(c, row, latest[key], digests[key])
    there = select(sighting.c.page_id).where(sighting.c.series == series, sighting.c.page_id.in_([r.id for r in old.values()]))
    sighted = set(c.scalars(there)) if old else set()
    new = [
        {"series": series, "page_id": ids[key], "source": page.source, "first_seen": page.fetched}
        for key, page in latest.items()
        if ids[key] not in sighted
    ]
    if new:
        c.execute(insert(sighting), new)
    c.execute(delete(skips).where(skips.c.series == series, skips.c.url.in_([page.url for page in latest.values()])))
    return [key not in old or old[key].sha256 != digests[key] for key in latest]


def _renew(c: Connection, old: Any, page: Page, digest: str) -> None:
    """A known page was had again. Whether a changed body is a changed article is found out when it is read; a removed one is back."""
    changed = old.sha256 != digest
    values = _values(page, digest) | ({} if changed else {"unchanged": old.unchanged + 1})
    if changed or not old.kept:
        values["body"] = zlib.compress(page.body, _PACKED)
    c.execute(update(pages).where(pages.c.id == old.id).values(**values))
    if changed:
        c.execute(update(sighting).where(sighting.c.page_id == old.id).values(recipe=None))


def _values(page: Page, digest: str) -> dict[str, Any]:
    return {
        "final_url": page.final_url,
        "status": page.status,
        "headers": dict(page.headers),
        "sha256": digest,
        "fetched": page.fetched,
        **_said(page.source, page.link),
    }


def _said(source: str, link: Link) -> dict[str, Any]:
    """What a source says of a page, and which one it is where its word is held against its next."""
    data = _link_to_json(link)
    return {"link": data | ({"digest": link.digest, "source": source} if link.digest else {}), "modified": link.modified}


def forget_body(c: Connection, page_id: int) -> None:
    """No copy of the page is to be kept. Its digest stays, so that it is known again; its body as long as another series waits."""
    waiting = select(sighting.c.page_id).where(sighting.c.page_id == page_id, sighting.c.recipe.is_(None))
    c.execute(update(pages).where(pages.c.id == page_id, ~waiting.exists()).values(body=NOTHING, link={}))


def keep_unchanged(c: Connection, page: Unchanged, now: datetime) -> None:
    """The site says that a known page is as it was."""
    c.execute(
        update(pages)
        .where(pages.c.key == identity(page.url))
        .values(fetched=now, unchanged=pages.c.unchanged + 1, **_said(page.source, page.link))
    )


def add_skips(c: Connection, series: str, given: Iterable[Skip], now: datetime) -> None:
    """Remember what was not taken; the latest reason stands. An index of 50,000 links costs two statements, not 100,000."""
    latest = {address(skip.url): skip for skip in given}
    known_ones = select(skips.c.url).where(skips.c.series == series)
    few = len(latest) <= _FEW
    there = set(c.scalars(known_ones.where(skips.c.url.in_(list(latest))) if few else known_ones)) & set(latest)
    rows = [
        {"key": url, "source": s.source, "reason": s.reason.value, "detail": s.detail[:500], "last_seen": now}
        | {"link": _link_to_json(s.link) if s.link else None}
        for url, s in latest.items()
    ]
    changed = [r for r in rows if r["key"] in there]
    added = [{**{k: v for k, v in r.items() if k != "key"}, "url": r["key"]} for r in rows if r["key"] not in there]
    if changed:
        values: dict[str, Any] = {name: bindparam(name) for name in ("source", "reason", "detail", "last_seen", "link")}
        values["tries"] = case((skips.c.reason == bindparam("reason"), skips.c.tries + 1), else_=1)
        c.execute(update(skips).where(skips.c.series == series, skips.c.url == bindparam("key")).values(values), changed)
    if added:
        c.execute(insert(skips), [{**r, "series": series, "first_seen": now} for r in added])


def owed(c: Connection, series: str) -> dict[str, list[Link]]:
    """Source → links that were wanted and not had, for reasons that pass; not those that failed so often that they are given up."""
    waits = (skips.c.series == series, skips.c.link.is_not(None), skips.c.reason.in_(PASSING))
    found: dict[str, list[Link]] = defaultdict(list)
    few = or_(skips.c.tries < _MOST_TRIES, skips.c.reason.in_(OURS))
    for source, link in c.execute(select(skips.c.source, skips.c.link).where(*waits, few).order_by(skips.c.first_seen)):
        if link:
            found[source].append(link_from_json(link))
    return found


def start_run(c: Connection, series: str, now: datetime) -> int:
    """The id of a new run; runs that never ended are marked as interrupted."""
    c.execute(update(runs).where(runs.c.series == series, runs.c.outcome == "running").values(outcome="interrupted"))
    return int(c.execute(insert(runs).values(series=series, started=now, outcome="running")).inserted_primary_key[0])  # type: ignore[index]


def finish_run(c: Connection, run_id: int, outcome: str, sources: Iterable[SourceRun], now: datetime) -> None:
    c.execute(update(runs).where(runs.c.id == run_id).values(ended=now, outcome=outcome))
    rows = [
        {"run_id": run_id, "source": s.source, "kind": s.kind, "found": s.found, "known": s.known}
        | {"fetched": s.fetched, "skipped": dict(s.skipped), "trouble": s.trouble, "question": s.question, "partly": s.partly}
        for s in sources
    ]
    if rows:
        c.execute(insert(source_run), rows)


def last_run(c: Connection, series: str) -> Run | None:
    row = c.execute(select(runs).where(runs.c.series == series).order_by(runs.c.id.desc()).limit(1)).first()
    if row is None:
        return None
    sources = c.execute(select(source_run).where(source_run.c.run_id == row.id).order_by(source_run.c.source))
    return Run(row.id, row.started, row.ended, row.outcome, tuple(_source_run(s) for s in sources))


def history(c: Connection, series: str, runs_back: int) -> list[Run]:
    """The last runs that ended, newest first, with what each source gave."""
    ended = runs.c.ended.is_not(None)
    rows = c.execute(select(runs).where(runs.c.series == series, ended).order_by(runs.c.id.desc()).limit(runs_back)).all()
    theirs: dict[int, list[SourceRun]] = defaultdict(list)
    if rows:
        for s in c.execute(select(source_run).where(source_run.c.run_id.between(rows[-1].id, rows[0].id))):
            theirs[s.run_id].append(_source_run(s))
    return [Run(r.id, r.started, r.ended, r.outcome, tuple(theirs[r.id])) for r in rows]


def _source_run(row: Any) -> SourceRun:
    return SourceRun(row.source, row.kind, row.found, row.known, row.fetched, row.skipped, row.trouble, row.question, row.partly)


def link_from_json(data: Mapping[str, Any]) -> Link:
    return Link(
        url=str(data.get("url", "")),
        title=str(data.get("title", "")),
        tags=tuple(data.get("tags", ())),
        published=_moment(data.get("published")),
        modified=_moment(data.get("modified")),
        via=str(data.get("via", "")),
    )


def _moment(text: object) -> datetime | None:
    return datetime.fromisoformat(str(text)) if text else None


def _link_to_json(link: Link) -> dict[str, Any]:
    data: dict[str, Any] = {"url": link.url, "title": link.title, "tags": list(link.tags)}
    for name, when in (("published", link.published), ("modified", link.modified)):
        if when:
            data[name] = (when if when.tzinfo else when.replace(tzinfo=UTC)).isoformat()
    return data | ({"via": link.via} if link.via else {})
