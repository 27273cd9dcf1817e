"""Promise against reception, an aspect a line. Previews and reviews are never averaged together."""

from collections.abc import Mapping, Sequence
from typing import Any

from reports import charts, palette
from reports.charts import Chart
from reports.digest import Digest
from reports.rows import AspectRow


def draw(digest: Digest) -> Mapping[str, Any] | None:
    drawn = charts_of(digest.aspects)
    return {**drawn, "unkept": [a.label for a in digest.aspects if a.promise.n and not a.reception.n]} if drawn else None


def charts_of(aspects: Sequence[AspectRow]) -> Mapping[str, Chart]:
    """Empty where nothing was promised and nothing found."""
    rows = [{"aspect": a.label, "promise": a.promise.value, "reception": a.reception.value} for a in aspects]
    rows = [r for r in rows if r["promise"] is not None or r["reception"] is not None]
    widths = {"wide": palette.WIDE - 120, "narrow": palette.NARROW - 110} if rows else {}
    return {name: charts.dumbbells(rows, width) for name, width in widths.items()}
