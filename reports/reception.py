"""What reviews and previews amount to: each one's value with the rule behind it, and their means, shares and spread."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from pipeline.assessment import JUDGING, PROMISING
from pipeline.calibration import Calibration
from pipeline.counting import ROUNDING, amount
from pipeline.interval import Interval, interval, share, weighted
from pipeline.store import Entry
from pipeline.week import Week
from reports.rows import Mean, Scored, Share

FAVOURABLE, UNFAVOURABLE = 60.0, 40.0
"""What a review amounts to, of 100, from which on it counts as favourable, and below which as unfavourable."""
STEPS = 10
"""Of the scale, in the spread."""
_POLARITY = ROUNDING / 50
"""The least spread of polarities, which lie on a scale fifty times smaller."""


def of(entries: Iterable[Entry], kinds: Iterable[str]) -> list[Entry]:
    wanted = frozenset(kinds)
    return [e for e in entries if e.kind in wanted]


def side_of(entry: Entry) -> Literal["promise", "reception", "other"]:
    """Which side an article speaks for: previews and reviews are never averaged together, and what is neither counts for none."""
    return "reception" if entry.kind in JUDGING else "promise" if entry.kind in PROMISING else "other"


def scored(entries: Iterable[Entry], scale: Calibration, weights: Mapping[str, float]) -> tuple[Scored, ...]:
    """All that count, the newest first. `weights`: outlet → weight, 1 where it is not named."""
    rows = []
    for e in entries:
        side, value = side_of(e), amount(e, scale)
        if side != "other" and value is not None and e.week:
            rule: Literal["score", "recommendation", "text"] = (
                "text" if e.stance_from == "inferred" else "score" if e.score is not None else "recommendation"
            )
            rows.append(
                Scored(
                    side,
                    e.site,
                    e.title,
                    e.url,
                    e.published,
                    e.kind,
                    e.episode,
                    value,
                    rule,
                    e.score_as_written or "",
                    weights.get(e.site, 1.0),
                    Week.parse(e.week),
                    e.clash,
                )
            )
    return tuple(sorted(rows, key=lambda r: (str(r.published), r.site, r.url), reverse=True))


def on_100(rows: Iterable[Scored], side: str, until: Week | None = None, as_weighted: bool = True) -> Mean:
    """The mean of one side, over what was published up to the end of a week."""
    counted = [r for r in rows if r.side == side and (until is None or r.week <= until)]
    weights = [r.weight if as_weighted else 1.0 for r in counted]
    return mean(weighted([r.value for r in counted], weights, 0.0, 100.0, ROUNDING))


def polarity(values: Sequence[float]) -> Mean:
    """The mean of polarities, each in [-1, 1]."""
    return mean(interval(values, -1.0, 1.0, _POLARITY))


def mean(found: Interval | None) -> Mean:
    return Mean(found.mean, found.n, found.low, found.high) if found else Mean(None, 0)


def camps(rows: Iterable[Scored], until: Week | None = None) -> tuple[int, int, int]:
    """How many reviews are favourable, mixed and unfavourable by what they amount to; those that could not be judged are none of them."""
    values = [r.value for r in rows if r.side == "reception" and (until is None or r.week <= until)]
    pro, con = sum(v >= FAVOURABLE for v in values), sum(v < UNFAVOURABLE for v in values)
    return pro, len(values) - pro - con, con


def shared(k: int, n: int) -> Share:
    low, high = share(k, n) or (None, None)
    return Share(k, n, low, high)


def spread(rows: Iterable[Scored]) -> tuple[int, ...]:
    """Reviews in each tenth of the scale; 100 belongs to the last."""
    counts = [0] * STEPS
    for r in rows:
        if r.side == "reception":
            counts[min(STEPS - 1, int(r.value / 100 * STEPS))] += 1
    return tuple(counts)
