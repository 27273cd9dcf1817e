"""Which value took the place of which: the later one says that it was changed, makes official what had been a rumour, or came when the older had passed."""

from collections.abc import Collection, Sequence, Set
from datetime import date
from itertools import combinations

from pipeline.claims.changes import names_both, replaces
from pipeline.claims.claim import KindName
from pipeline.claims.dated import are_together, is_likely_moved, is_one_event
from pipeline.claims.firm import is_repeated
from pipeline.claims.kinds import KINDS
from pipeline.claims.lapsed import is_overdue, lapsed
from pipeline.claims.renewals import comes_after_all
from pipeline.claims.side import Side
from pipeline.claims.values import DATED, agree, comparable


def overtaken(kind: KindName, about: str, sides: Sequence[Side], near: Collection[str]) -> Set[tuple[Side, Side]]:
    """(older, newer) of each two values of which the later took the place of the other; of a day that was moved more than once, each later one took that of all before.

    `near`: days that are claimed of another territory or version.
    """
    pairs = {
        (older, newer)
        for a, b in combinations(sides, 2)
        if not agree(kind, a.reading.value, b.reading.value)
        for older, newer in (_superseded(kind, about, a, b),)
        if older and newer
    }
    return _with_those_between(pairs | lapsed(kind, about, pairs, sides, near)) if kind in DATED else pairs


def _with_those_between(pairs: set[tuple[Side, Side]]) -> set[tuple[Side, Side]]:
    whole = set(pairs)
    for _ in range(_MOVES):
        further = {(a, d) for a, b in whole for c, d in whole if b is c and a is not d and _is_later(a, d)}
        if further <= whole:
            break
        whole |= further
    of_one = {(a, b) for a, d in whole for b, e in whole if d is e and a is not b and _begins_later(a, b)}
    return whole | {(a, b) for a, b in of_one if (b, a) not in whole}


_MOVES = 4
"""Times that a day is moved, at most."""


def _begins_later(old: Side, new: Side) -> bool:
    """Nobody told the new one while the old one was told: both gave way to a third, one after the other."""
    return new.first is not None and old.last is not None and new.first > old.last


def _is_later(old: Side, new: Side) -> bool:
    first, last = old.reading.first, new.reading.last
    return first is not None and last is not None and last > first


def _superseded(kind: KindName, about: str, a: Side, b: Side) -> tuple[Side, Side] | tuple[None, None]:
    """(older, newer) where the later of the two says that it was changed, or makes official what had been a rumour."""
    if not KINDS[kind].dated:
        return None, None
    for old, new in ((a, b), (b, a)):
        older, newer = old.reading, new.reading
        first, last = older.first, older.last
        if not first or not last or not newer.last:
            continue
        if kind in DATED and is_overdue(old, new):
            return old, new
        if not comparable(kind, older.value, newer.value):
            continue
        told = [c for c in new.changes if names_both(c, older.value)]
        if kind != "sequel" and not (old.named or old.topical or told or about):
            continue
        changed = [
            c.day
            for c in (*told, *(new.changes if about else new.firm_changes))
            if c.day and c.day > first and replaces(c, older.value)
        ] or _undated(kind, old, new)
        if changed and not any(c.day and c.day > min(changed) and replaces(c, newer.value) for c in old.changes):
            return old, new
        if kind == "episodes" and _is_likely_news(old, new):
            return old, new
        if kind == "sequel" and comes_after_all(old, new):
            return old, new
        if old.rumoured and kind in DATED and new.first and new.first > last:
            return old, new
        if _is_moved(kind, about, old, new):
            return old, new
        official = [c for c in newer.claims if c.modality == "announced" and c.day and c.day > last]
        if official and (
            old.rumoured or (kind == "sequel" and (older.value == "no" or any(c.modality == "announced" for c in older.claims)))
        ):
            return old, new
    return None, None


def _undated(kind: KindName, old: Side, new: Side) -> list[date]:
    """The day from which on others give the value of which somebody, nobody knows when, says that it is a new one; empty where the older one was told after it."""
    if kind not in DATED or not new.first or not old.last or new.first <= old.last:
        return []
    return [new.first] if any(replaces(c, old.reading.value) for c in new.undated_changes) else []


def _is_moved(kind: KindName, about: str, old: Side, new: Side) -> bool:
    """The newer day is the series file's, or, where it has none, is told by two outlets; of the older one, told by name and before, nobody speaks since."""
    one, other = old.reading.value, new.reading.value
    settled = new.reading.fact or (not new.known.of_file(kind, about) and is_repeated(new.reading, new.firm))
    likely = settled and old.pinned and is_likely_moved(kind, one, other, old.until(other), new.since(one))
    return likely and is_one_event(kind, one, other) and are_together(old.shown_on, new.shown_on)


def _is_likely_news(old: Side, new: Side) -> bool:
    """The makers gave the number after everybody who gives the other: it may well have been true when it was told."""
    told = [h.claim.day for h in new.firm if h.claim.modality == "announced" and h.claim.day]
    return bool(told and old.last and new.first and old.last < new.first and not old.reading.fact)
