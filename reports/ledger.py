"""What is claimed: every factual statement so far with who makes it, and those that can't all hold. As rows to draw."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pipeline.claims import Claim, Matter, Quarrel, Reading, agreement
from pipeline.claims.names import company, key, listed
from pipeline.claims.places import STREAMS
from pipeline.series import Series
from pipeline.store import Entry
from reports.matters import claimed, matter_label
from reports.quotes import excerpt
from reports.rows import ClaimRow, ClaimState, QuarrelRow, Statement

_MOST_STATEMENTS = 12
"""Shown of one value; its origins count all."""

_NAMES, _ABOUT_NAMES = ("staff", "studio", "cast"), ("cast", "anniversary", "rating")
"""Kinds whose value, and whose matter, is a name."""

Claims = Mapping[int, Sequence[Claim]]
"""By the id of the entry that makes them."""


def ledger(
    series: Series, entries: Sequence[Entry], origin: Mapping[int, int], claims: Claims
) -> tuple[tuple[ClaimRow, ...], tuple[QuarrelRow, ...]]:
    """(what is claimed, what can't all hold), in the order of kinds. `entries`: all of them, copies too."""
    by_id = {str(e.id): e for e in entries}
    made = {number: claims[e.id] for number, e in by_id.items() if e.id in claims}
    matters = agreement(made, series, {str(copy): str(first) for copy, first in origin.items()})
    owner = {id(claim): by_id[number] for number, said in made.items() for claim in said}
    rows = tuple(row for m in matters for row in _rows(m, series, owner))
    quarrels = tuple(_quarrel(m, q, series, owner) for m in matters for q in _told_once(m))
    return rows, quarrels


def _rows(matter: Matter, series: Series, owner: Mapping[int, Entry]) -> Iterator[ClaimRow]:
    for reading in matter.readings:
        if reading.claims:
            yield ClaimRow(
                matter_label(matter.kind, _shown(matter.kind, matter.about, reading.claims, series, about=True)),
                claimed(matter.kind, _shown(matter.kind, reading.value, reading.claims, series)),
                reading.origins,
                reading.first,
                reading.last,
                _state(matter, reading),
                _statements(reading.claims, owner),
            )


def _told_once(matter: Matter) -> Iterator[Quarrel]:
    """What is against the facts is told as that, with those who have it right, and not once more as a dispute with them."""
    right = tuple(c for r in matter.readings if r.fact for c in r.claims)
    wrong = {q.values[0] for q in matter.quarrels if q.state == "facts"}
    for q in matter.quarrels:
        if q.state == "facts":
            yield replace(q, claims=(q.claims[0], right))
        elif q.state != "disputed" or not wrong & set(q.values):
            yield q


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


def _quarrel(matter: Matter, quarrel: Quarrel, series: Series, owner: Mapping[int, Entry]) -> QuarrelRow:
    left, right = quarrel.claims
    value, other = (_shown(matter.kind, v, [*left, *right], series) for v in quarrel.values)
    return QuarrelRow(
        matter_label(matter.kind, _shown(matter.kind, matter.about, [*left, *right], series, about=True)),
        "against the facts" if quarrel.state == "facts" else quarrel.state,
        claimed(matter.kind, value),
        _one_of_each(_statements(left, owner)),
        claimed(matter.kind, other),
        _one_of_each(_statements(right, owner)),
    )


def _statements(claims: Sequence[Claim], owner: Mapping[int, Entry]) -> tuple[Statement, ...]:
    """One of each article, the oldest first."""
    found: dict[int, Statement] = {}
    for c in sorted(claims, key=lambda c: (c.day or date.max, c.outlet)):
        e = owner[id(c)]
        found.setdefault(e.id, Statement(excerpt(e, c.sentence), c.modality, c.said_by, e.site, e.published, e.url, e.language))
    return tuple(found.values())[:_MOST_STATEMENTS]


def _one_of_each(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The first of those that say the same in the same words."""
    found: dict[str, Statement] = {}
    for s in statements:
        found.setdefault(s.sentence or s.url, s)
    return tuple(found.values())


def _shown(kind: str, value: str, claims: Sequence[Claim], series: Series, about: bool = False) -> str:
    """A key as people write it: the name of the series file, else that of an article, that has this key; else the key itself."""
    if kind == "platform" and not about:
        return STREAMS.get(value, (value,))[0]
    if not value or kind not in (_ABOUT_NAMES if about else _NAMES):
        return value
    names = (*series.people, *series.studio, *(name for c in claims for name, _ in listed(c.as_written)))
    return next((n for n in names if value in (key(n), company(n))), value.title())
