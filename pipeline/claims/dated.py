"""Which dates can be held against each other: exact enough, of one event, and not merely moved in between."""

from collections.abc import Collection, Set
from datetime import date
from itertools import product

from pipeline.claims.calendar import exactness, span
from pipeline.claims.claim import KindName
from pipeline.claims.values import DATED, agree

_DAYS = 31
"""Days that a date may leave open and still be held against another: a month."""
_FARTHEST = 370
"""Days from which on two dates are of two runs."""
_SAME_DAYS = 1
"""Time zones, late nights and the evening before: dates so near are no quarrel."""


def is_one_event(kind: KindName, one: str, other: str) -> bool:
    """False for dates that may well be of two events: too vague, hardly apart, or of two runs."""
    if kind not in DATED:
        return True
    a, b = span(one), span(other)
    if not a or not b or is_vague(one) or is_vague(other):
        return False
    return _SAME_DAYS < _between(a, b) <= _FARTHEST


def are_apart(here: Set[Set[str]], there: Set[Set[str]]) -> bool:
    """Each sentence of the one side names channels and services, and none of those that the sentences of the other name. Empty: nobody says."""
    return bool(here and there) and all(one and other and not one & other for one, other in product(here, there))


def are_together(here: Set[Set[str]], there: Set[Set[str]]) -> bool:
    """A sentence of each side names the same channel, or neither names any: what one has on a channel and the other without may be two days of one run."""
    return any(one == other or one & other for one, other in product(here, there))


def is_likely_moved(kind: KindName, one: str, other: str, told: date | None, late: date | None) -> bool:
    """`one` was told before `other` was, and lies weeks before it: it may well have been true when it was told."""
    a, b = span(one), span(other)
    return bool(kind in DATED and a and b and told and late and told < late and told <= a[1] and abs((b[0] - a[1]).days) > _DELAY)


_DELAY = 21
"""Days from which on a later day is a delay: a misprint or another channel is off by one week or two."""


def is_vague(value: str) -> bool:
    """It leaves more than a month open."""
    return exactness(value) > _DAYS


def is_of_one_run(one: str, other: str) -> bool:
    """Dates, however vague, between which no more lies than may lie between two of one run."""
    a, b = span(one), span(other)
    return a is not None and b is not None and _between(a, b) <= _FARTHEST


def _between(a: tuple[date, date], b: tuple[date, date]) -> int:
    """Days from the end of the earlier to the beginning of the later one."""
    return (max(a[0], b[0]) - min(a[1], b[1])).days


def is_elsewhere(kind: KindName, value: str, near: Collection[str]) -> bool:
    """A date that is also claimed of another territory or version, whose values are `near`."""
    return kind in DATED and any(exactness(other) <= _DAYS and agree(kind, value, other) for other in near)


def is_slip(kind: KindName, about: str, one: str, other: str) -> bool:
    """Two days so near each other that one is a slip; what is farther apart may be a delay."""
    a, b = span(one), span(other)
    reach = _FORTNIGHT if kind == "finale" or about in _SELDOM_MOVED else _WEEK
    return bool(kind in DATED and a and b and a[0] == a[1] and b[0] == b[1] and abs((a[0] - b[0]).days) <= reach)


def is_by_weeks(kind: KindName, about: str, one: str, other: str) -> bool:
    """Two days of the same weekday so near each other that one is a slip, whoever tells it: what is of another event is seldom off by just a week."""
    a, b = span(one), span(other)
    return is_slip(kind, about, one, other) and bool(a and b and (a[0] - b[0]).days % 7 == 0)


_WEEK = 8
"""Days: the same weekday, and one more for those who count from the night before."""
_FORTNIGHT = 16
_SELDOM_MOVED = frozenset({"home video", "demo", "dub"})
"""Their dates are told late, and seldom change."""
