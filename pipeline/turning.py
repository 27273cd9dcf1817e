"""A change point in a row of scores: where the mean before and the mean after differ by more than chance explains. Knows no articles.

The split with the largest standardised difference of means, tested by shuffling the scores among their places and taking the largest
difference of each shuffle, so that looking at every split costs nothing (Westfall & Young 1993). That it is the reviewers who change, and
not what they think, is ruled out as far as outlets stand on both sides.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from statistics import fmean

SIDE = 4
"""Reviews on either side at least."""
LEVEL = 0.05
"""Of chance."""
LEAST = 5.0
"""Points of 100: half a step of a scale of ten; a smaller turn is none, however many agree."""
_SHUFFLES, _WORK = 1999, 400_000
"""Shuffles, fewer where scores times shuffles would exceed the second number; 199 at least."""
_FLOOR = 2.9
"""Standard deviation of a side at least, in points; see `pipeline.counting.ROUNDING`."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A score, 0..100, where it stands, and whose it is."""

    place: int
    value: float
    outlet: str


@dataclass(frozen=True, slots=True)
class Turn:
    """From place `at` on the scores lie lower or higher than before: means in points of 100, numbers of scores on both sides."""

    at: int
    before: float
    after: float
    n_before: int
    n_after: int
    chance: float
    """How often shuffled scores show as large a difference, (0, LEVEL]."""
    outlets: int
    """Outlets that stand on both sides."""

    @property
    def points(self) -> float:
        """After minus before."""
        return self.after - self.before


def turned(scores: Sequence[Placed]) -> Turn | None:
    """Where the scores turn, or None where they do not by more than chance. The order of input does not matter."""
    row = sorted(scores, key=lambda s: (s.place, s.value, s.outlet))
    cuts = [n for n in range(SIDE, len(row) - SIDE + 1) if row[n - 1].place < row[n].place]
    values = [s.value for s in row]
    if not cuts:
        return None
    largest, cut = _largest(values, cuts)
    before, after = fmean(values[:cut]), fmean(values[cut:])
    both = _within_outlets(row, cut)
    if abs(after - before) < LEAST or (both and fmean(both) * (after - before) <= 0):
        return None
    shuffles = max(199, min(_SHUFFLES, _WORK // len(values)))
    allowed = int(LEVEL * (shuffles + 1)) - 1
    exceeded, chance = 0, Random(1)
    for _ in range(shuffles):
        chance.shuffle(values)
        exceeded += _largest(values, cuts)[0] >= largest - 1e-9
        if exceeded > allowed:
            return None
    return Turn(row[cut].place, before, after, cut, len(row) - cut, (exceeded + 1) / (shuffles + 1), len(both))


def _largest(values: Sequence[float], cuts: Sequence[int]) -> tuple[float, int]:
    """(largest standardised difference of means, its cut); the first of equals."""
    sums, n = list(accumulate(values, initial=0.0)), len(values)
    squares = sum(v * v for v in values)
    best, where = -1.0, cuts[0]
    for cut in cuts:
        a, b = sums[cut] / cut, (sums[n] - sums[cut]) / (n - cut)
        within = max(0.0, squares - cut * a * a - (n - cut) * b * b) / (n - 2)
        size = abs(a - b) / (max(within, _FLOOR**2) * (1 / cut + 1 / (n - cut))) ** 0.5
        if size > best:
            best, where = size, cut
    return best, where


def _within_outlets(row: Sequence[Placed], cut: int) -> list[float]:
    """After minus before of each outlet that stands on both sides."""
    sides: dict[str, tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))
    for n, s in enumerate(row):
        sides[s.outlet][n >= cut].append(s.value)
    return [fmean(late) - fmean(early) for _, (early, late) in sorted(sides.items()) if early and late]
