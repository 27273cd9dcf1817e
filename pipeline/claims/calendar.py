"""Dates as exact as what is said: "2024", "2024-01", "2024-winter", "2024-q1", "2024-01-10", "2024-04-08..2024-04-10". What each may mean, and whether two agree."""

import re
from calendar import monthrange
from datetime import date, timedelta

SEASONS = {"winter": 1, "spring": 4, "summer": 7, "autumn": 10}
"""First month of each, as television counts them (Japan's cours): winter is January to March."""
_VALUE = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|(winter|spring|summer|autumn)|q([1-4])))?")
_NEAR = timedelta(days=1)
"""A day apart is the same broadcast: time zones, and clocks that go on to 25:30."""


def span(value: str) -> tuple[date, date] | None:
    """First and last day that a value may mean; None where it is no date. A season may begin a month before television's: press and country differ."""
    first, _, last = value.partition("..")
    if last:
        a, b = span(first), span(last)
        return (a[0], b[1]) if a and b else None
    found = _VALUE.fullmatch(value)
    if not found:
        return None
    year = int(found[1])
    try:
        if found[3]:
            day = date(year, int(found[2]), int(found[3]))
            return day, day
        if found[2]:
            return _months(year, int(found[2]), 1)
        if found[4]:
            start, end = _months(year, SEASONS[found[4]], 3)
            return start - timedelta(days=31), end
        return _months(year, 3 * int(found[5]) - 2, 3) if found[5] else _months(year, 1, 12)
    except (ValueError, OverflowError):
        return None


def agree(one: str, other: str) -> bool:
    """True where both may be the same day, or, where one of them is a day, nearly: one month or year is not the next."""
    a, b = span(one), span(other)
    if not a or not b:
        return one == other
    near = _NEAR if a[0] == a[1] or b[0] == b[1] else timedelta()
    return a[0] - near <= b[1] and b[0] - near <= a[1]


def exactness(value: str) -> int:
    """Days that the value leaves open; fewer is more exact."""
    found = span(value)
    return (found[1] - found[0]).days if found else 10**6


def season_of(day: date) -> str:
    return f"{day.year}-{list(SEASONS)[(day.month - 1) // 3]}"


def _months(year: int, first: int, many: int) -> tuple[date, date]:
    last = first + many - 1
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
