"""What a text amounts to as a score."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.calibration import FROM, Line, Steps, fitted, line, recommends

POLARITY = st.floats(-1, 1)
RATED = st.lists(st.tuples(POLARITY, st.floats(0, 100)), min_size=FROM, max_size=3 * FROM)


@given(a=POLARITY, b=POLARITY)
def test_the_line_keeps_the_scale_and_rises(a: float, b: float) -> None:
    low, high = sorted((line("critic").score(a), line("critic").score(b)))
    assert 0 <= low <= high <= 100
    assert a == b or (line("critic").score(a) <= line("critic").score(b)) == (a <= b) or low == high


def test_few_rated_reviews_leave_the_line() -> None:
    assert fitted([(0.5, 90.0)] * (FROM - 1), "critic") == line("critic")
    assert isinstance(fitted([(0.5, 90.0)] * FROM, "critic"), Steps)


def test_an_engine_that_nobody_measured_has_the_line_of_critic() -> None:
    assert line("llm") == line("critic")
    assert isinstance(line("textblob"), Line)


@given(rated=RATED, a=POLARITY, b=POLARITY)
def test_the_curve_of_a_crawl_never_falls_and_keeps_its_mean(rated: list[tuple[float, float]], a: float, b: float) -> None:
    curve = fitted(rated, "critic")
    assert (curve.score(a) <= curve.score(b)) or a > b
    assert all(0 <= curve.score(p) <= 100 for p in (a, b))


def test_the_curve_follows_what_the_crawl_says() -> None:
    rated = [(p / 50, 80.0 if p > 0 else 30.0) for p in range(-30, 30)]
    curve = fitted(rated, "critic")
    assert (curve.score(-0.5), curve.score(0.5), curve.score(-1.0)) == (30.0, 80.0, 30.0)


@pytest.mark.parametrize(("score", "said"), [(80, "yes"), (55, "mixed"), (20, "no")])
def test_a_score_recommends(score: float, said: str) -> None:
    assert recommends(score) == said
