"""When a source is asked next: busy ones often, quiet ones seldom, all of them more often while an episode is fresh. Pure."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from pipeline.series import Series
from pipeline.store import Run

SHORTEST = timedelta(hours=1)
LONGEST = timedelta(days=1)
"""So that a schedule of once a day asks everybody."""
_LONGEST_FAILING = timedelta(days=7)
_FRESH = (timedelta(hours=12), timedelta(hours=48))
"""Before and after the day of an episode begins, in UTC: air times are not known, and first reviews come within a day."""


def due(runs: Sequence[Run], source: str, series: Series, now: datetime) -> datetime:
    """When the source is to be asked again; `now` where it never was. `runs`: newest first."""
    asked = [(run.started, row) for run in runs for row in run.sources if row.source == source]
    if not asked:
        return now
    last = asked[0][0]
    failures = next((n for n, (_, r) in enumerate(asked) if not r.trouble), len(asked))
    if failures:
        return last + min(SHORTEST * int(2 ** min(failures, 8)), _LONGEST_FAILING)
    if _is_fresh(now, (e.aired for e in series.episodes)):
        return last + SHORTEST
    return last + _interval([(when, r.fetched) for when, r in asked], now)


def _interval(taken: list[tuple[datetime, int]], now: datetime) -> timedelta:
    """Half the mean time between two articles, or an eighth of the silence since the last one, whichever is longer."""
    articles = sum(n for _, n in taken)
    last = next((when for when, n in taken if n), taken[-1][0])
    gap = (now - taken[-1][0]) / articles / 2 if articles else timedelta(0)
    return min(max(gap, (now - last) / 8, SHORTEST), LONGEST)


def _is_fresh(now: datetime, aired: Iterable[date | None]) -> bool:
    days = (datetime.combine(day, time(), UTC) for day in aired if day)
    return any(day - _FRESH[0] <= now <= day + _FRESH[1] for day in days)
