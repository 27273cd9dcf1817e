"""Days, months and years that were told beforehand and passed without the work."""

from collections.abc import Collection, Sequence, Set
from datetime import date

from pipeline.claims.calendar import span
from pipeline.claims.claim import KindName
from pipeline.claims.dated import is_elsewhere, is_of_one_run, is_slip, is_vague
from pipeline.claims.side import Side
from pipeline.claims.values import agree


def is_overdue(old: Side, new: Side) -> bool:
    """A year, or a part of it, of which nobody tells any more once it is over, and a day behind it, of which somebody tells since."""
    one, other = old.reading.value, new.reading.value
    return is_vague(one) and is_of_one_run(one, other) and _is_told_beforehand(old) and _follows(old, new)


def lapsed(
    kind: KindName, about: str, pairs: Set[tuple[Side, Side]], sides: Sequence[Side], near: Collection[str]
) -> set[tuple[Side, Side]]:
    """Days that passed without it, where the series file has a later one; and of these the earlier with the next, if that was told later."""
    fact = next((s for s in sides if s.reading.fact), None)
    if fact is None:
        return set()
    ours = [s for s in sides if s is not fact and not is_elsewhere(kind, s.reading.value, near)]
    gone = [s for s in ours if (s, fact) in pairs or _is_lapsed(kind, about, s, fact)]
    between = {
        (old, new)
        for old in gone
        for new in gone
        if _is_told_beforehand(old) and _follows(old, new) and not agree(kind, old.reading.value, new.reading.value)
    }
    return {(s, fact) for s in gone} | between


def _is_lapsed(kind: KindName, about: str, old: Side, fact: Side) -> bool:
    """Told before it was over, and of what came then nothing was told before that; so near it that it may be a slip, it is none."""
    since, over = fact.since(old.reading.value), _over(old)
    slip = is_slip(kind, about, old.reading.value, fact.reading.value)
    return not slip and (old.pinned or old.named) and _is_told_beforehand(old) and bool(since and over and over < since)


def _is_told_beforehand(side: Side) -> bool:
    told, over = side.reading.last, _over(side)
    return bool(told and over and told <= over)


def _follows(old: Side, new: Side) -> bool:
    """A later day, told later."""
    (first, then), (told, since) = (_over(old), _over(new)), (old.reading.last, new.since(old.reading.value))
    return bool(first and then and first < then and told and since and told < since)


def _over(side: Side) -> date | None:
    """The last day that its value may mean."""
    found = span(side.reading.value)
    return found[1] if found else None
