"""The course of the weeks: how much was written in each, how the series stood at its end, and what happened in it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.assessment import JUDGING, PROMISING
from pipeline.series import Series
from pipeline.store import Entry
from pipeline.week import Week
from reports.digest import ENOUGH
from reports.reception import of, on_100
from reports.rows import Scored, WeekPoint

LONGEST = 26
"""Weeks on the timeline at most."""
_TRAILER = re.compile(r"\b(?:trailers?|teasers?|promo(?:tional)? videos?|PVs?)\b|予告|特報|預告|예고편", re.IGNORECASE)


def weeks(entries: Sequence[Entry], week: Week) -> tuple[Week, ...]:
    """Those of the timeline that ends with `week`; entries oldest first."""
    if not entries or not entries[0].week:
        return ()
    first = max(Week.parse(entries[0].week), week.shifted(1 - LONGEST))
    return tuple(first.until(week))


def timeline(series: Series, entries: Sequence[Entry], scores: Sequence[Scored], shown: Iterable[Week]) -> tuple[WeekPoint, ...]:
    """A point for each of the weeks. `entries`: originals."""
    points = []
    by_week = defaultdict(list)
    for e in entries:
        by_week[e.week].append(e)
    for week in shown:
        now = by_week[str(week)]
        promises, reviews = len(of(now, PROMISING)), len(of(now, JUDGING))
        so_far = on_100(scores, "reception", week)
        value = so_far.value if so_far.n >= ENOUGH else None
        points.append(WeekPoint(week, promises, reviews, len(now) - promises - reviews, value, markers(series, week, now)))
    return tuple(points)


def markers(series: Series, week: Week, published: Iterable[Entry]) -> tuple[str, ...]:
    """What happened in a week in which these were published."""

    def falls(day: object) -> bool:
        return bool(day) and week.first <= day <= week.last  # type: ignore[operator]

    named = [name for day, name in ((series.premiere, "premiere"), (series.finale, "finale")) if falls(day)]
    if series.premiere == series.finale:
        named = ["release"] if named else []
    if any(e.kind == "news" and _TRAILER.search(e.title) for e in published):
        named.append("trailer")
    return (*named, *(f"episode {e.number}" for e in series.episodes if falls(e.aired)))
