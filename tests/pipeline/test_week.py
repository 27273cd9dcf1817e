"""ISO weeks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import UserError
from pipeline.week import Week

DAYS = st.dates(date(1000, 1, 6), date(9998, 12, 20))


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2024, 1, 1), "2024-W01"),
        (date(2023, 1, 1), "2022-W52"),
        (date(2024, 12, 30), "2025-W01"),
        (date(2021, 1, 3), "2020-W53"),
        (date(2024, 6, 16), "2024-W24"),
    ],
)
def test_of(day: date, week: str) -> None:
    assert str(Week.of(day)) == week


@pytest.mark.parametrize("text", ["2024-W24", "2024-w24", " 2024-W24\n", "2024W24"])
def test_parse(text: str) -> None:
    assert Week.parse(text) == Week(2024, 24)


@pytest.mark.parametrize(
    "text",
    ["", "2024", "2024-24", "2024-W00", "2024-W54", "2023-W53", "0000-W01", "24-W01", "2024-W1O", "2024-W24 x", "W24", "../etc"],
)
def test_what_is_no_week_is_refused_with_a_tip(text: str) -> None:
    with pytest.raises(UserError, match="There is no week") as error:
        Week.parse(text)
    assert error.value.tip


@given(DAYS)
def test_parse_reads_what_str_writes(day: date) -> None:
    week = Week.of(day)
    assert Week.parse(str(week)) == week


@given(DAYS)
def test_a_day_lies_in_its_week(day: date) -> None:
    week = Week.of(day)
    assert week.first <= day <= week.last
    assert (week.first.isoweekday(), week.last - week.first) == (1, timedelta(days=6))


@given(DAYS, st.integers(-300, 300))
def test_shifting_there_and_back(day: date, weeks: int) -> None:
    week = Week.of(day)
    if 1001 <= day.year <= 9900:
        assert week.shifted(weeks).shifted(-weeks) == week
        assert (week.shifted(weeks).first - week.first).days == 7 * weeks


@given(DAYS, DAYS)
def test_weeks_are_ordered_as_their_days_and_as_their_text(one: date, two: date) -> None:
    first, second = Week.of(one), Week.of(two)
    assert (first < second) == (first.first < second.first) == (str(first) < str(second))


def test_until_goes_over_the_end_of_a_year() -> None:
    assert [str(w) for w in Week(2020, 52).until(Week(2021, 1))] == ["2020-W52", "2020-W53", "2021-W01"]
    assert list(Week(2021, 2).until(Week(2021, 1))) == []
