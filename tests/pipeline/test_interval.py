"""How far a mean and a share can be trusted."""

from dataclasses import astuple
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.interval import Sums, interval, share, weighted

POINTS = st.lists(st.floats(0, 100), min_size=1, max_size=12)


@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_ends_of_a_share_are_where_chance_would_be_one_in_twenty(pair: tuple[int, int]) -> None:
    k, n = pair
    low, high = share(k, n) or (0.0, 0.0)

    def at_least(few: int, p: float) -> float:
        return sum(comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(few, n + 1))

    assert 0 <= low <= k / n <= high <= 1
    assert at_least(k, low) == pytest.approx(0.05 if k else 1, abs=1e-6)
    assert 1 - at_least(k + 1, high) == pytest.approx(0.05 if k < n else 1, abs=1e-6)


def test_a_share_of_nothing_is_none() -> None:
    assert share(0, 0) is None


def test_a_share_of_thousands_is_no_trouble() -> None:
    low, high = share(3000, 9000) or (0.0, 0.0)
    assert (low, high) == pytest.approx((1 / 3, 1 / 3), abs=0.01)


@given(POINTS, st.floats(0.1, 50))
def test_equal_weights_are_no_weights(values: list[float], weight: float) -> None:
    assert weighted(values, [weight] * len(values), 0, 100, 2.9) == interval(values, 0, 100, 2.9)


@given(POINTS)
def test_what_weighs_nothing_does_not_count(values: list[float]) -> None:
    assert weighted([*values, 100.0], [1.0] * len(values) + [0.0], 0, 100, 2.9) == interval(values, 0, 100, 2.9)


@given(POINTS, st.integers(1, 4))
def test_a_weight_of_two_is_worth_less_than_two_voices_and_has_their_mean(values: list[float], times: int) -> None:
    twice = weighted([*values, 50.0], [1.0] * len(values) + [float(times)], 0, 100, 2.9)
    voices = interval([*values, *[50.0] * times], 0, 100, 2.9)
    assert twice is not None
    assert voices is not None
    assert twice.mean == pytest.approx(voices.mean)
    assert twice.n <= voices.n


@given(POINTS, st.integers(0, 12))
def test_sums_know_as_much_as_the_values(values: list[float], cut: int) -> None:
    sums = Sums.of(values[:cut]) + Sums.of(values[cut:])
    for told, known in ((sums, values), (sums.without(values[0]), values[1:])):
        by_sums, by_values = (told.interval(0, 100, 2.9), interval(known, 0, 100, 2.9))
        if by_sums is None or by_values is None or by_values.low is None:
            assert (by_sums, by_sums and by_sums.low) == (by_values and by_sums, by_values and by_values.low)
        else:
            assert astuple(by_sums) == pytest.approx(astuple(by_values), rel=1e-6, abs=1e-6)
