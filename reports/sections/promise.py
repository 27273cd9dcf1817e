"""Promise against reception, an aspect a line. Previews and reviews are never averaged together."""

from collections.abc import Mapping
from typing import Any

from reports import charts, palette
from reports.digest import Digest


def draw(digest: Digest) -> Mapping[str, Any] | None:
    rows = [{"aspect": a.label, "promise": a.promise.value, "reception": a.reception.value} for a in digest.aspects]
    rows = [r for r in rows if r["promise"] is not None or r["reception"] is not None]
    if not rows:
        return None
    return {
        "wide": charts.dumbbells(rows, palette.WIDE - 120),
        "narrow": charts.dumbbells(rows, palette.NARROW - 110),
        "unkept": [a.label for a in digest.aspects if a.promise.n and not a.reception.n],
    }
