"""A week by itself, for what stands beside no other page: a mail, a file, a page that somebody is sent."""

from dataclasses import replace
from datetime import datetime

from pipeline.series import Series
from pipeline.store import Store
from pipeline.week import Week
from reports.build import build
from reports.digest import Digest
from reports.material import load
from reports.reckoning import reckon
from reports.sections import begin


def one(
    series: Series,
    store: Store,
    week: Week,
    now: datetime,
    seen_up_to: int | None = None,
    language: str | None = None,
    base_url: str = "",
    charts: bool = False,
) -> Digest:
    """The Digest of a single week, without neighbours: a report by itself links to none. `base_url`: where the site lies on the web.

    `charts`: it is drawn as a page.
    """
    material = load(series, store, seen_up_to, language, week)
    reckoned = reckon(material, week)
    if charts:
        begin(reckoned, material.language)
    digest = build(material, week, (), now, reckoned)
    return replace(digest, online=f"{base_url.rstrip('/')}/{series.slug}/{week}.html") if base_url else digest
