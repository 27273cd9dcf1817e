"""A week by itself, for what stands beside no other page: a mail, a file, a page that somebody is sent."""

from dataclasses import replace
from datetime import datetime

from pipeline.series import Series
from pipeline.store import Store
from pipeline.week import Week
from reports.build import build
from reports.digest import Digest
from reports.material import load


def one(
    series: Series,
    store: Store,
    week: Week,
    now: datetime,
    seen_up_to: int | None = None,
    language: str | None = None,
    base_url: str = "",
) -> Digest:
    """The Digest of a single week, without neighbours: a report by itself links to none. `base_url`: where the site lies on the web."""
    digest = build(load(series, store, seen_up_to, language, week), week, (), now)
    return replace(digest, online=f"{base_url.rstrip('/')}/{series.slug}/{week}.html") if base_url else digest
