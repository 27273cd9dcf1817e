"""When two values of one kind can both be true: dates within dates, ranges, round numbers, names in two spellings."""

import re
from datetime import timedelta

from pipeline.claims import calendar
from pipeline.claims.claim import KindName
from pipeline.claims.names import same

_NUMBER = re.compile(r"(~?)(\d+)(?:\.\.(\d+))?")
_ALIKE = ({"light novel", "novel", "web novel"}, {"comic", "webtoon", "manga"}, {"show", "anime"})
"""Forms of a source that the press does not tell apart."""
DATED: tuple[KindName, ...] = ("premiere", "finale", "release")
NAMED: tuple[KindName, ...] = ("studio", "staff", "cast")
COUNTED: tuple[KindName, ...] = ("episodes", "anniversary")


def agree(kind: KindName, one: str, other: str) -> bool:
    """True where both values may hold of the same thing."""
    if one == other:
        return True
    if kind in DATED:
        return calendar.agree(one, other)
    if kind in COUNTED:
        a, b = _range(one), _range(other)
        return bool(a and b and a[0] <= b[1] and b[0] <= a[1])
    if kind in NAMED:
        return same(one, other)
    if kind == "source":
        return any(one in forms and other in forms for forms in _ALIKE)
    if kind == "sequel":
        return "open" in (one, other)
    return False


def comparable(kind: KindName, one: str, other: str) -> bool:
    """False for dates that are too vague or too far apart to be about one event: then silence is better than a quarrel."""
    if kind not in DATED:
        return True
    a, b = calendar.span(one), calendar.span(other)
    if not a or not b or max(calendar.exactness(one), calendar.exactness(other)) > _VAGUEST:
        return False
    return max(a[0], b[0]) - min(a[1], b[1]) <= _FARTHEST


_VAGUEST = 130
"""Days that a date may leave open and still contradict another: a season, not a year."""
_FARTHEST = timedelta(days=370)


def exactness(kind: KindName, value: str) -> int:
    """How much the value leaves open; less is more exact."""
    if kind in DATED:
        return calendar.exactness(value)
    if kind in COUNTED and (found := _range(value)):
        return found[1] - found[0]
    return 1 if value == "open" else 0


def _range(value: str) -> tuple[int, int] | None:
    """The numbers that "13", "12..13" or "~12" may mean; a round one is right to a tenth, and at least to one."""
    found = _NUMBER.fullmatch(value)
    if not found:
        return None
    low, high = int(found[2]), int(found[3] or found[2])
    loose = max(1, low // 10) if found[1] else 0
    return low - loose, high + loose
