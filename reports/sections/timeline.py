"""How much was written and how it was received, week by week, in two panels with one axis of time."""

from collections.abc import Mapping
from typing import Any

from reports import charts, palette
from reports.digest import Digest


def draw(digest: Digest) -> Mapping[str, Any] | None:
    if len(digest.timeline) < 2:
        return None
    points = [
        {
            "week": str(p.week),
            "sort": sort,
            "rank": rank,
            "articles": articles,
            "reception": p.reception,
            "markers": list(p.markers),
        }
        for p in digest.timeline
        for rank, (sort, articles) in enumerate((("previews", p.promises), ("reviews", p.reviews), ("other", p.others)))
    ]
    return {"wide": charts.timeline(points, palette.WIDE - 70), "narrow": charts.timeline(points, palette.NARROW - 60)}
