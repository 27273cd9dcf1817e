"""What the series file knows better, and what differs from it without being held against it."""

from collections.abc import Collection, Sequence, Set
from datetime import date
from typing import Literal

from pipeline.claims.claim import KindName
from pipeline.claims.dated import are_apart, is_by_weeks, is_elsewhere, is_likely_moved, is_one_event, is_slip
from pipeline.claims.firm import COUNTED, MISREAD, is_of_its_making, is_plain_denial, same_name, speaks_of_it
from pipeline.claims.heard import Heard
from pipeline.claims.kinds import KINDS
from pipeline.claims.known import Known
from pipeline.claims.matter import Difference, Doubt, Quarrel
from pipeline.claims.roles import DIRECTING, ONE_PERSON
from pipeline.claims.side import Side
from pipeline.claims.values import DATED, agree, comparable

KeptApart = Doubt | Literal["both"]
"""Why two values are not held against each other; what one article says both of is no difference either."""


def against(
    kind: KindName, about: str, side: Side, sides: Sequence[Side], facts: Sequence[str], known: Known, near: Collection[str]
) -> Quarrel | Difference | None:
    """What the series file knows better; None where nothing differs from it."""
    r = side.reading
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
    if kind == "staff" and any(agree(kind, r.value, who) for k, role, who in known.facts if k == "staff" and role in family):
        return None
    firm, doubt = _held_against_the_file(kind, about, side, sides, facts, known, near)
    if doubt == "both":
        return None
    if doubt:
        return Difference(doubt, (r.value, facts[0]), (r.claims, ()))
    articles = tuple(dict.fromkeys(h.article for h in firm))
    return Quarrel("facts", (r.value, facts[0]), (tuple(h.claim for h in firm), ()), (articles, ()))


def _held_against_the_file(
    kind: KindName, about: str, side: Side, sides: Sequence[Side], facts: Sequence[str], known: Known, near: Collection[str]
) -> tuple[Sequence[Heard], KeptApart | None]:
    """Its claims that are held against the file, and, where there are none, why not."""
    value = side.reading.value
    slips = [f for f in facts if _is_misprint(kind, about, side, f)]
    by_weeks = any(is_by_weeks(kind, about, value, f) for f in slips)
    firm = [h for h in side.holding if h.claim.modality != "rumoured"] if by_weeks else side.asserted
    if not firm:
        return (), side.doubt or "one is only rumoured"
    if kind == "source" and any(s.reading.fact and said_together(side, s) for s in sides):
        return (), "both"
    if is_elsewhere(kind, value, near):
        return (), "one may be of another place"
    if not any(is_one_event(kind, value, f) for f in facts):
        return (), "they may be of two events"
    if (
        kind in DATED
        and not by_weeks
        and are_apart(side.shown_on, frozenset().union(*(s.shown_on for s in sides if s.reading.fact)))
    ):
        return (), "they are of two channels"
    if (kind in COUNTED or (kind in MISREAD and not side.taken_at_its_word)) and not (
        any(speaks_of_it(h, known) for h in firm) or len({h.claim.outlet for h in firm}) > 1 or slips
    ):
        return (), "one may be of another work"
    if kind == "studio" and not (firm := [h for h in firm if is_of_its_making(h.claim, known)]):
        return (), "one may be of another work"
    if not (firm := [h for h in firm if not any(is_likely_moved(kind, value, f, h.claim.day, date.max) for f in facts)]):
        return (), "it may have changed in between"
    right = who_are_right(sides)
    firm = [h for h in firm if h.article not in right and not any(agree(kind, h.claim.value, f) for f in facts)]
    return firm, None if firm else "both"


def _is_misprint(kind: KindName, about: str, side: Side, fact: str) -> bool:
    """A day so near the file's that nothing but a slip explains it; what the makers said may have been so then."""
    told = all(h.claim.modality != "announced" for h in side.holding)
    return told and is_slip(kind, about, side.reading.value, fact)


def who_are_right(sides: Sequence[Side]) -> Set[str]:
    """Articles that say what the series file says."""
    return {article for s in sides if s.reading.fact for article in s.reading.articles}


def said_together(a: Side, b: Side) -> bool:
    """One sentence has both, as of a manga that was a novel first."""
    return not {c.sentence for c in a.reading.claims}.isdisjoint(c.sentence for c in b.reading.claims)
