"""What is claimed: every factual statement so far with who makes it, those that can't all hold, and those that differ. As rows to draw."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.claims import Matter, Reading
from pipeline.claims.spelling import spelled
from pipeline.contradictions import Contradiction, Difference, Pair, Press
from pipeline.series import Series
from pipeline.store import Entry, StoredClaim
from reports.matters import claimed, matter_label
from reports.quotes import excerpt
from reports.rows import ClaimRow, ClaimState, DifferenceRow, QuarrelRow, Statement

_MOST_STATEMENTS = 12
"""Shown of one value; its origins count all."""


def ledger(
    series: Series, entries: Sequence[Entry], origin: Mapping[int, int], claims: Iterable[StoredClaim]
) -> tuple[tuple[ClaimRow, ...], tuple[QuarrelRow, ...], tuple[DifferenceRow, ...]]:
    """(what is claimed, in the order of kinds; what can't all hold, the worst first; what differs and may all hold). `entries`: all of them, copies too; what others claim is left out."""
    by_id = {e.id: e for e in entries}
    origins = {by_id[copy].url: by_id[first].url for copy, first in origin.items() if copy in by_id and first in by_id}
    press = Press((c for c in claims if c.entry in by_id), series, origins)
    rows = tuple(row for m in press.matters for row in _rows(m, series, press, by_id))
    quarrels = tuple(_quarrel(c, series, by_id) for c in press.contradictions())
    return rows, quarrels, tuple(_difference(d, series, by_id) for d in press.differences())


def _rows(matter: Matter, series: Series, press: Press, by_id: Mapping[int, Entry]) -> Iterator[ClaimRow]:
    for reading in matter.readings:
        if said := press.stored(reading.claims):
            written = [c.as_written for c in said]
            yield ClaimRow(
                matter_label(matter.kind, spelled(matter.kind, matter.about, written, series, about=True)),
                claimed(matter.kind, spelled(matter.kind, reading.value, written, series)),
                reading.origins,
                reading.first,
                reading.last,
                _state(matter, reading),
                _statements(said, by_id),
            )


def _state(matter: Matter, reading: Reading) -> ClaimState:
    if reading.fact:
        return "agreed"
    left = {q.state for q in matter.quarrels if q.values[0] == reading.value}
    if "facts" in left:
        return "against the facts"
    if "outdated" in left:
        return "outdated"
    if any(q.state == "disputed" and reading.value in q.values for q in matter.quarrels):
        return "disputed"
    if all(c.modality == "rumoured" for c in reading.claims):
        return "rumoured"
    return "agreed" if reading.origins > 1 else "single"


def _quarrel(found: Contradiction, series: Series, by_id: Mapping[int, Entry]) -> QuarrelRow:
    matter, value, left, other, right = _pair(found, series, by_id)
    return QuarrelRow(matter, "against the facts" if found.state == "facts" else found.state, value, left, other, right)


def _difference(found: Difference, series: Series, by_id: Mapping[int, Entry]) -> DifferenceRow:
    matter, value, left, other, right = _pair(found, series, by_id)
    return DifferenceRow(matter, found.reason, value, left, other, right)


def _pair(
    found: Pair, series: Series, by_id: Mapping[int, Entry]
) -> tuple[str, str, tuple[Statement, ...], str, tuple[Statement, ...]]:
    """What it is about, and each value with who says so."""
    left, right = found.sides
    written = [c.as_written for c in (*left.said, *right.said)]
    return (
        matter_label(found.claim, spelled(found.claim, found.about, written, series, about=True)),
        claimed(found.claim, spelled(found.claim, left.value, written, series)),
        _one_of_each(_statements(left.said, by_id)),
        claimed(found.claim, spelled(found.claim, right.value, written, series)),
        _one_of_each(_statements(right.said, by_id)),
    )


def _statements(said: Iterable[StoredClaim], by_id: Mapping[int, Entry]) -> tuple[Statement, ...]:
    """One of each article, the oldest first."""
    found: dict[int, Statement] = {}
    for c in said:
        e = by_id[c.entry]
        found.setdefault(e.id, Statement(excerpt(e, c.sentence), c.modality, c.said_by, e.site, e.published, e.url, e.language))
    return tuple(found.values())[:_MOST_STATEMENTS]


def _one_of_each(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The first of those that say the same in the same words."""
    found: dict[str, Statement] = {}
    for s in statements:
        found.setdefault(s.sentence or s.url, s)
    return tuple(found.values())
