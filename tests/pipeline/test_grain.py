"""Who stands against the grain, and what a press does that is of two minds."""

import pytest

from pipeline.calibration import fitted
from pipeline.grain import against_the_grain, camps
from pipeline.interval import Sums
from pipeline.store import Elsewhere
from tests.pressroom import entry

SCALE = fitted([], "")
REST = [entry(n, stance=s) for n, s in enumerate((0.5, 0.55, 0.6, 0.65, 0.5), 1)]


def test_an_outlet_far_from_all_others_is_named() -> None:
    [apart] = against_the_grain([*REST, entry(9, stance=-0.8)], [], SCALE)
    assert (apart.site, apart.value, apart.from_rest, apart.from_habit) == ("Site 9", 10.0, True, False)
    assert apart.rest is not None
    assert apart.rest.n == 5


def test_one_of_few_is_not() -> None:
    assert against_the_grain([*REST[:3], entry(9, stance=-0.8)], [], SCALE) == ()


def test_an_outlet_far_from_its_own_habit_is_named_though_it_agrees_with_the_others() -> None:
    elsewhere = [Elsewhere("Site 1", "2023-W20", Sums.of([20, 25])), Elsewhere("Site 1", "2023-W21", Sums.of([22, 15]))]
    [apart] = against_the_grain(REST, elsewhere, SCALE)
    assert (apart.site, apart.from_rest, apart.from_habit) == ("Site 1", False, True)
    assert apart.distance > 40


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((6, 2, 6), "divided"),
        ((1, 12, 1), "lukewarm"),
        ((12, 1, 1), "favourable"),
        ((1, 1, 12), "unfavourable"),
        ((8, 7, 4), "leaning"),
        ((1, 0, 0), "favourable"),
    ],
)
def test_a_divided_press_and_a_lukewarm_one_are_told_apart(counts: tuple[int, int, int], told: str) -> None:
    assert camps(*counts) == told
