"""A mean and how far it can be trusted while few speak. Knows nothing of what is averaged."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum

_Z = 1.6449
"""Nine times in ten, as the intervals of opinions (`pipeline.assessment.Opinion`)."""
_T = (6.314, 2.920, 2.353, 2.132, 2.015, 1.943, 1.895, 1.860, 1.833)
"""Student's t at .95 for 1 to 9 degrees of freedom; beyond them an expansion is right to three digits (Abramowitz & Stegun 26.7.5)."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The mean of n values; nine times in ten the mean of many such would lie between `low` and `high`, which are None where that can't be said."""

    mean: float
    low: float | None
    high: float | None
    n: int

    def beyond(self, other: "Interval") -> bool:
        """True where the two do not overlap; False where one of them is unknown."""
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return False
        return self.low > other.high or self.high < other.low


def interval(values: Iterable[float], bottom: float, top: float, least: float) -> Interval | None:
    """Student's interval of the mean, cut to the scale from `bottom` to `top`; None of nothing, without ends of one value.

    `least`: standard deviation that the values have at least, since scores are rounded and alike by chance while they are few.
    """
    found = sorted(values)  # so that the sum does not depend on the order of input
    n = len(found)
    if not n:
        return None
    mean = fsum(found) / n
    if n == 1:
        return Interval(mean, None, None, 1)
    spread = max(least, (fsum((v - mean) ** 2 for v in found) / (n - 1)) ** 0.5)
    half = student(n - 1) * spread / n**0.5
    return Interval(mean, max(bottom, mean - half), min(top, mean + half), n)


def student(freedom: int) -> float:
    """Student's t that is exceeded on either side one time in ten."""
    if freedom <= len(_T):
        return _T[freedom - 1]
    return _Z + (_Z**3 + _Z) / (4 * freedom) + (5 * _Z**5 + 16 * _Z**3 + 3 * _Z) / (96 * freedom**2)
