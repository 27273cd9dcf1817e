"""Who stands against the grain: outlets far from the rest of the press on one series, or far from their own habit on others.

Far is outside the interval in which nine of ten further values of that sort would lie; so one outlet in ten is named by chance.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from typing import Literal

from pipeline.assessment import JUDGING
from pipeline.calibration import Calibration
from pipeline.counting import ROUNDING, age, amount
from pipeline.interval import Interval, Sums, student
from pipeline.store.rows import Elsewhere, Entry

LEAST = 4
"""Values from which on one can be far from them."""
DIVIDED, CLOSE = 0.25, 0.35
"""A press is divided where each camp has this share of the reviews, and the two differ by no more than that."""
LUKEWARM = 0.5
"""Share of reviews in between, from which on it is lukewarm."""
AGREED = 2 / 3
"""Share of one camp, from which on the press agrees."""
Camps = Literal["divided", "lukewarm", "favourable", "unfavourable", "leaning"]


@dataclass(frozen=True, slots=True)
class Apart:
    """An outlet's amount on this series, beside that of the others on it, and its own on other series; points of 100."""

    site: str
    entries: tuple[Entry, ...]
    """Its reviews of this series, the newest first."""
    value: float
    rest: Interval | None
    """The other outlets, each once."""
    habit: Interval | None
    from_rest: bool
    from_habit: bool

    @property
    def distance(self) -> float:
        """Points to that from which it stands apart, the farther of the two."""
        sides = [s for s, far in ((self.rest, self.from_rest), (self.habit, self.from_habit)) if far and s]
        return max((abs(self.value - s.mean) for s in sides), default=0.0)


def against_the_grain(entries: Sequence[Entry], elsewhere: Iterable[Elsewhere], scale: Calibration) -> tuple[Apart, ...]:
    """The outlets that stand apart, the farthest first. Entries of this series without copies, and what is stated of all others."""
    ours = _by_site(entries, scale)
    theirs: dict[str, Sums] = defaultdict(lambda: Sums(0, 0.0, 0.0))
    for stated in elsewhere:
        theirs[stated.site] += stated.values
    means = {site: fsum(v for _, v in said) / len(said) for site, said in ours.items()}
    every = Sums.of(list(means.values()))
    found = []
    for site, said in ours.items():
        others, habits = every.without(means[site]), theirs[site]
        apart = Apart(
            site,
            tuple(e for e, _ in reversed(said)),
            means[site],
            others.interval(0.0, 100.0, ROUNDING),
            habits.interval(0.0, 100.0, ROUNDING),
            _far(means[site], others),
            _far(means[site], habits),
        )
        if apart.from_rest or apart.from_habit:
            found.append(apart)
    return tuple(sorted(found, key=lambda a: (-a.distance, a.site)))


def camps(favourable: int, mixed: int, unfavourable: int) -> Camps:
    """A divided press and a lukewarm one have the same mean; this tells them apart. Counts of reviews, at least one."""
    n = favourable + mixed + unfavourable
    pro, con = favourable / n, unfavourable / n
    if min(pro, con) >= DIVIDED and abs(pro - con) <= CLOSE:
        return "divided"
    if mixed / n >= LUKEWARM:
        return "lukewarm"
    if max(pro, con) >= AGREED:
        return "favourable" if pro > con else "unfavourable"
    return "leaning"


def _by_site(entries: Iterable[Entry], scale: Calibration) -> dict[str, list[tuple[Entry, float]]]:
    found: dict[str, list[tuple[Entry, float]]] = defaultdict(list)
    for e in sorted(entries, key=age):
        if e.kind in JUDGING and (value := amount(e, scale)) is not None:
            found[e.site].append((e, value))
    return found


def _far(value: float, others: Sums) -> bool:
    """Outside Student's interval of prediction of one more value."""
    n = others.n
    if n < LEAST:
        return False
    return abs(value - others.total / n) > student(n - 1) * others.deviation(ROUNDING) * sqrt(1 + 1 / n)
