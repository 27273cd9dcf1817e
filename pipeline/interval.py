"""A mean and how far it can be trusted while few speak. Knows nothing of what is averaged."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import exp, fsum, lgamma, log, sqrt

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


@dataclass(frozen=True, slots=True)
class Sums:
    """Of values, how many they are, what they add up to and what their squares do: a database can tell it of many, and it can be added."""

    n: int
    total: float
    squares: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Sums":
        return cls(len(values), fsum(values), fsum(v * v for v in values))

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(self.n + other.n, self.total + other.total, self.squares + other.squares)

    def without(self, value: float) -> "Sums":
        """All but one of them."""
        return Sums(self.n - 1, self.total - value, self.squares - value * value)

    def deviation(self, least: float) -> float:
        """Standard deviation of at least two values; it is at least `least`."""
        return max(least, sqrt(max(0.0, self.squares - self.total**2 / self.n) / (self.n - 1)))

    def interval(self, bottom: float, top: float, least: float) -> Interval | None:
        """As `interval` below, of the same values."""
        if not self.n:
            return None
        mean = self.total / self.n
        if self.n == 1:
            return Interval(mean, None, None, 1)
        return _around(mean, self.deviation(least), self.n, bottom, top, self.n)


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
    return _around(mean, spread, n, bottom, top, n)


def weighted(values: Sequence[float], weights: Sequence[float], bottom: float, top: float, least: float) -> Interval | None:
    """`interval` of values that count more or less; weights are 0 or more, and what weighs 0 does not count.

    As many values as would know as much with equal weights (Kish's effective size) say how far the mean can be trusted.
    """
    pairs = sorted((v, w) for v, w in zip(values, weights, strict=True) if w > 0)
    plain = interval((v for v, _ in pairs), bottom, top, least)
    if plain is None or len({w for _, w in pairs}) == 1:
        return plain
    total = fsum(w for _, w in pairs)
    mean = fsum(v * w for v, w in pairs) / total
    effective = total**2 / fsum(w * w for _, w in pairs)
    if effective < 2:
        return Interval(mean, None, None, plain.n)
    spread = max(least, (fsum(w * (v - mean) ** 2 for v, w in pairs) / total * effective / (effective - 1)) ** 0.5)
    return _around(mean, spread, effective, bottom, top, plain.n)


def _around(mean: float, spread: float, known: float, bottom: float, top: float, n: int) -> Interval:
    """Of a mean of which as much is known as so many values tell."""
    half = student(int(known) - 1) * spread / known**0.5
    return Interval(mean, max(bottom, mean - half), min(top, mean + half), n)


def share(k: int, n: int) -> tuple[float, float] | None:
    """The exact interval (Clopper & Pearson 1934) in which the share behind `k` of `n` lies nine times in ten, 0..1; None of nothing."""
    if not n:
        return None
    ways = [lgamma(n + 1) - lgamma(i + 1) - lgamma(n - i + 1) for i in range(k + 1)]

    def fewer(than: int, p: float) -> float:
        """How probable fewer of n are, each with probability `p`, 0 < p < 1."""
        yes, no = log(p), log(1 - p)
        return fsum(exp(ways[i] + i * yes + (n - i) * no) for i in range(than))

    low = 0.0 if k == 0 else _where(lambda p: fewer(k, p) > 0.95)
    high = 1.0 if k == n else _where(lambda p: fewer(k + 1, p) > 0.05)
    return low, high


def _where(too_low: Callable[[float], bool]) -> float:
    """The probability up to which that holds, to nine digits."""
    low, high = 0.0, 1.0
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if too_low(middle) else (low, middle)
    return (low + high) / 2


def student(freedom: int) -> float:
    """Student's t that is exceeded on either side one time in ten."""
    if freedom <= len(_T):
        return _T[freedom - 1]
    return _Z + (_Z**3 + _Z) / (4 * freedom) + (5 * _Z**5 + 16 * _Z**3 + 3 * _Z) / (96 * freedom**2)
