"""What the series file knows better, and what differs from it without being held against it."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from pipeline.claims.case import Case
from pipeline.claims.dated import are_apart, is_by_weeks, is_elsewhere, is_likely_moved, is_one_event, is_slip
from pipeline.claims.firm import COUNTED, MISREAD, is_of_its_making, is_plain_denial, same_name, speaks_of_it
from pipeline.claims.heard import Heard
from pipeline.claims.kinds import KINDS
from pipeline.claims.matter import Difference, Doubt, Quarrel
from pipeline.claims.roles import DIRECTING, ONE_PERSON
from pipeline.claims.side import Side
from pipeline.claims.values import DATED, agree, comparable

KeptApart = Doubt | Literal["both"]
"""Why two values are not held against each other; what one article says both of is no difference either."""


def against(case: Case, side: Side) -> Quarrel | Difference | None:
    """What the series file knows better than one of the sides; None where nothing differs from it."""
    kind, about, facts, r = case.kind, case.about, case.facts, side.reading
    if not r.claims:
        untrue = r.value in facts and kind not in ("platform", "genre") and any(is_plain_denial(c) for c in r.denials)
        return Quarrel("facts", (r.value, r.value), (r.denials, ()), ((), ())) if untrue else None
    if (
        r.fact
        or not any(comparable(kind, r.value, f) for f in facts)
        or (not KINDS[kind].one and kind not in ("staff", "studio"))
        or (kind in ("staff", "cast") and any(same_name(r.value, f) for f in facts))
        or (kind == "staff" and about not in ONE_PERSON)
    ):
        return None
    family = DIRECTING | {"assistant director"} if about in DIRECTING else {about}
    if kind == "staff" and any(agree(kind, r.value, who) for k, role, who in case.known.facts if k == "staff" and role in family):
        return None
    firm, doubt = _held_against_the_file(case, side)
    if doubt == "both":
        return None
    if doubt:
        return Difference(doubt, (r.value, facts[0]), (r.claims, ()))
    articles = tuple(dict.fromkeys(h.article for h in firm))
    return Quarrel("facts", (r.value, facts[0]), (tuple(h.claim for h in firm), ()), (articles, ()))


def _held_against_the_file(case: Case, side: Side) -> tuple[Sequence[Heard], KeptApart | None]:
    """Its claims that are held against the file, and, where there are none, why not."""
    kind, facts, value = case.kind, case.facts, side.reading.value
    slips = [f for f in facts if _is_misprint(case, side, f)]
    by_weeks = any(is_by_weeks(kind, case.about, value, f) for f in slips)
    firm = [h for h in side.holding if h.claim.modality != "rumoured"] if by_weeks else side.asserted
    if not firm:
        return (), side.doubt or "one is only rumoured"
    if kind == "source" and any(s.reading.fact and said_together(side, s) for s in case.sides):
        return (), "both"
    if is_elsewhere(kind, value, case.near):
        return (), "one may be of another place"
    if not any(is_one_event(kind, value, f) for f in facts):
        return (), "they may be of two events"
    theirs = frozenset().union(*(s.shown_on for s in case.sides if s.reading.fact))
    if kind in DATED and not by_weeks and are_apart(side.shown_on, theirs):
        return (), "they are of two channels"
    if (kind in COUNTED or (kind in MISREAD and not side.taken_at_its_word)) and not (
        any(speaks_of_it(h, case.known) for h in firm) or len({h.claim.outlet for h in firm}) > 1 or slips
    ):
        return (), "one may be of another work"
    if kind == "studio" and not (firm := [h for h in firm if is_of_its_making(h.claim, case.known)]):
        return (), "one may be of another work"
    if not (firm := [h for h in firm if not any(is_likely_moved(kind, value, f, h.claim.day, date.max) for f in facts)]):
        return (), "it may have changed in between"
    firm = [h for h in firm if h.article not in case.right and not any(agree(kind, h.claim.value, f) for f in facts)]
    return firm, None if firm else "both"


def _is_misprint(case: Case, side: Side, fact: str) -> bool:
    """A day so near the file's that nothing but a slip explains it; what the makers said may have been so then."""
    told = all(h.claim.modality != "announced" for h in side.holding)
    return told and is_slip(case.kind, case.about, side.reading.value, fact)


def said_together(a: Side, b: Side) -> bool:
    """One sentence has both, as of a manga that was a novel first."""
    return not {c.sentence for c in a.reading.claims}.isdisjoint(c.sentence for c in b.reading.claims)
