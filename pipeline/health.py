"""How a source fares, told from the runs that asked it. Pure: knows no store and no web."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from pipeline.store import Run, SourceRun

_FEW = 3
"""Runs that gave links before silence means something."""


@dataclass(frozen=True, slots=True)
class Health:
    """What the last runs say of one source."""

    source: str
    kind: str
    last_asked: datetime
    last_success: datetime | None
    failures: int
    """Runs in a row, up to the last, in which it failed."""
    usual: float | None
    """Links that it gives when it is read whole: the median of its last good runs; None where it never was."""
    taken: int
    """Pages fetched from it in these runs."""
    last_taken: datetime | None
    ails: str
    """What is wrong with it, in words; empty where nothing is."""


def health(runs: Sequence[Run], source: str) -> Health | None:
    """Of a source by its name; None where no run asked it. `runs`: newest first."""
    asked = [(run.started, row) for run in runs for row in run.sources if row.source == source]
    if not asked:
        return None
    good = [(when, row) for when, row in asked if not row.trouble]
    failures = next((n for n, (_, row) in enumerate(asked) if not row.trouble), len(asked))
    whole = [(when, row) for when, row in good if not row.partly]
    giving = [row.found for _, row in whole if row.found]
    taking = [when for when, row in asked if row.fetched]
    usual = float(median(giving[:20])) if giving else None
    ails = _failing(asked[0][1], failures, good, asked) if failures else _silent(whole, usual, len(giving))
    return Health(
        source,
        asked[0][1].kind,
        asked[0][0],
        good[0][0] if good else None,
        failures,
        usual,
        sum(row.fetched for _, row in asked),
        taking[0] if taking else None,
        ails,
    )


def _failing(
    last: SourceRun, failures: int, good: list[tuple[datetime, SourceRun]], asked: list[tuple[datetime, SourceRun]]
) -> str:
    since = f"since {good[0][0]:%Y-%m-%d}" if good else f"in all {failures} runs" if failures == len(asked) else ""
    return f"failed {_times(failures)} {since}".strip() + f": {last.trouble}"


def _silent(whole: list[tuple[datetime, SourceRun]], usual: float | None, gave: int) -> str:
    if not whole or whole[0][1].found or usual is None or gave < _FEW:
        return ""
    empty = next(n for n, (_, row) in enumerate(whole) if row.found)
    before = [when for when, row in whole if row.found]
    again = "" if empty == 1 else f" {_times(empty)}"
    return f"found 0 links{again} after finding {usual:.0f} for {_span(before[0] - before[-1])}"


def _times(n: int) -> str:
    return {1: "once", 2: "twice"}.get(n, f"{n} times")


def _span(time: timedelta) -> str:
    if time >= timedelta(weeks=2):
        return f"{time.days // 7} weeks"
    return f"{time.days} days" if time >= timedelta(days=2) else "a day" if time >= timedelta(days=1) else "some hours"
