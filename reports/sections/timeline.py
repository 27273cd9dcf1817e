"""How much was written and how it was received, week by week, in two panels with one axis of time."""

from collections.abc import Mapping, Sequence
from typing import Any

from reports import charts, palette
from reports.charts import Chart
from reports.digest import Digest
from reports.rows import WeekPoint


def draw(digest: Digest) -> Mapping[str, Any] | None:
    return charts_of(digest.timeline) or None


def charts_of(timeline: Sequence[WeekPoint]) -> Mapping[str, Chart]:
    """Empty for less than two weeks."""
    points = [
        {
            "week": str(p.week),
            "sort": sort,
            "rank": rank,
            "articles": articles,
            "reception": p.reception,
            "markers": list(p.markers),
        }
        for p in timeline
        for rank, (sort, articles) in enumerate((("previews", p.promises), ("reviews", p.reviews), ("other", p.others)))
    ]
    widths = {"wide": palette.WIDE - 70, "narrow": palette.NARROW - 60} if len(timeline) > 1 else {}
    return {name: charts.timeline(points, width) for name, width in widths.items()}
