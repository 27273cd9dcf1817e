"""Which values of one thing cannot both hold: disputes, what is out of date, denials; and which are not held against each other, and why."""

from collections.abc import Iterator, Sequence, Set
from itertools import combinations

from pipeline.claims.against import KeptApart, against, said_together
from pipeline.claims.case import Case
from pipeline.claims.changes import CHANGE
from pipeline.claims.dated import are_apart, is_by_weeks, is_elsewhere, is_likely_moved, is_one_event, is_slip
from pipeline.claims.firm import MISREAD, is_plain_denial, is_repeated, names_it, same_name
from pipeline.claims.heard import Heard
from pipeline.claims.kinds import KINDS
from pipeline.claims.matter import Difference, Doubt, Quarrel, QuarrelState
from pipeline.claims.places import is_open
from pipeline.claims.renewals import came_later, is_denied
from pipeline.claims.roles import DIRECTING, ONE_PERSON
from pipeline.claims.side import Side
from pipeline.claims.succeeded import overtaken
from pipeline.claims.values import DATED, agree


def quarrels(case: Case) -> tuple[list[Quarrel], list[Difference]]:
    """What contradicts itself in one matter, and what differs without being held against each other."""
    held = _held(case)
    by_file = {s.reading.value: q for s in held if case.facts and (q := against(case, s))}
    known_better = {value: q for value, q in by_file.items() if isinstance(q, Quarrel)}
    sure = {s.reading.value for s in case.sides if s.reading.fact} | known_better.keys()
    told = list(_between(case, held, sure))
    found = [*(q for q in told if isinstance(q, Quarrel)), *_denied(case)]
    old = {q.values[0] for q in found if q.state == "outdated"}
    found = [q for q in found if not (q.values[1] in old and _is_overtaken(q))]
    found += [q for value, q in known_better.items() if value not in old]
    return found, _once([d for d in (*told, *by_file.values()) if isinstance(d, Difference)], found)


def _once(differences: Sequence[Difference], found: Sequence[Quarrel]) -> list[Difference]:
    """The first of two values, where no contradiction says it already."""
    pairs = {frozenset(d.values): d for d in reversed(differences)}
    told = {frozenset(q.values) for q in found}
    return [d for pair, d in reversed(pairs.items()) if pair not in told]


def _held(case: Case) -> Sequence[Side]:
    """Those that may be held against others: where three persons are told of for one part or job, only who is told plainly; where more are, several versions are spoken of.

    Whom only an article names that has the file's one, too, is no third person.
    """
    people = [s for s in case.sides if s.holding and (s.reading.fact or set(s.reading.articles) - case.right)]
    if case.kind not in ("staff", "cast") or len(people) < _MANY:
        return case.sides
    plain = [s for s in people if s.plain] if len(people) == _MANY else []
    return plain + [s for s in case.sides if not s.holding]


_MANY = 3


def _is_overtaken(q: Quarrel) -> bool:
    """A rumour against what no maker said."""
    rumour, other = ({c.modality for c in said} for said in q.claims)
    return q.state == "outdated" and rumour == {"rumoured"} and "announced" not in other


def _between(case: Case, sides: Sequence[Side], sure: Set[str]) -> Iterator[Quarrel | Difference]:
    """Two values of a thing that has only one. `sure`: those that the series file has, or that are held against it."""
    kind, about = case.kind, case.about
    if not (KINDS[kind].one or (kind == "staff" and about in ONE_PERSON)) or (kind == "rating" and is_open(about)):
        return
    shared = _shared(case) if kind == "staff" else frozenset()
    holding = [s for s in sides if s.holding]
    passed = overtaken(kind, about, holding, case.near)
    for a, b in combinations(holding, 2):
        one, other = a.reading, b.reading
        if agree(kind, one.value, other.value):
            continue
        if kind in ("staff", "cast") and (same_name(one.value, other.value) or {one.value, other.value} <= shared):
            continue
        pair = (b, a) if (b, a) in passed else (a, b)
        is_old = pair in passed
        doubt = _doubt_of_news(case, pair[1], passed) if is_old else _doubt(case, a, b, sure)
        found = None if doubt else _quarrel("outdated" if is_old else "disputed", *pair)
        if found:
            yield found
        elif doubt and doubt != "both":
            yield Difference(doubt, (one.value, other.value), (one.claims, other.claims))


def _doubt_of_news(case: Case, newer: Side, passed: Set[tuple[Side, Side]]) -> Doubt | None:
    """Why a value is not told to be out of date by one that took its place; None where that one is surely of the series, or gave way to what the file has."""
    told = case.kind == "sequel" or (newer.sure and (newer.pinned or not case.facts))
    told = told or any(old is newer and new.reading.fact for old, new in passed)
    return None if told else "which came later is not plain"


def _doubt(case: Case, a: Side, b: Side, sure: Set[str]) -> KeptApart | None:
    """Why two values are not held against each other; None where both are firmly said, of one event, by articles that do not say both, and enough of
    them are backed; or where one is so plainly a slip, or a denial, that it needs none of this."""
    kind, one, other = case.kind, a.reading, b.reading
    if kind == "sequel" and is_denied(a, b):
        return None
    if kind == "sequel" and came_later(a, b):
        return "it may have changed in between"
    if kind == "source" and said_together(a, b):
        return "both"
    known_better = {one.value, other.value} <= sure and (one.fact or other.fact)
    if (known_better and kind in DATED) or _is_slip_of_one(case, a, b):
        return None
    both = {h.article for h in a.asserted} & {h.article for h in b.asserted}
    first, second = ([h for h in s.asserted if h.article not in both] for s in (a, b))
    if not first or not second:
        return a.doubt or b.doubt or "both"
    if not is_one_event(kind, one.value, other.value):
        return "they may be of two events"
    if kind in DATED and are_apart(a.shown_on, b.shown_on):
        return "they are of two channels"
    if any(not s.reading.fact and is_elsewhere(kind, s.reading.value, case.near) for s in (a, b)):
        return "one may be of another place"
    if any(is_likely_moved(kind, o, n, before.until(n), then.since(o)) for o, n, before, then in _both_ways(a, b)):
        return "it may have changed in between"
    if a.only_rival and b.only_rival and (kind not in DATED or is_slip(kind, case.about, one.value, other.value)):
        return None
    if known_better:
        return None
    if kind in MISREAD and not (a.plain and b.plain):
        return "one may be of another work"
    backed = [is_repeated(s.reading, firm) for s, firm in ((a, first), (b, second))]
    return None if sum(backed) >= KINDS[kind].backing else "too few say so"


def _both_ways(a: Side, b: Side) -> Iterator[tuple[str, str, Side, Side]]:
    """Each as the older of the two: its value, the other's, and both."""
    for old, new in ((a, b), (b, a)):
        yield old.reading.value, new.reading.value, old, new


def _is_slip_of_one(case: Case, a: Side, b: Side) -> bool:
    """Two days of one event, the only ones or one of them told by many: of the same weekday, near each other, and one by a single article and its copies."""
    days = a.reading.value, b.reading.value
    return (
        all(s.seldom_twice and not s.rumoured and not s.changes for s in (a, b))
        and (a.only_rival or any(is_repeated(s.reading, s.firm) for s in (a, b)))
        and is_by_weeks(case.kind, case.about, *days)
        and is_one_event(case.kind, *days)
        and not are_apart(a.shown_on, b.shown_on)
        and not any(is_elsewhere(case.kind, day, case.near) for day in days)
        and min(a.reading.origins, b.reading.origins) == 1
    )


def _shared(case: Case) -> frozenset[str]:
    """Persons of whom any two may have the role together: by the series file, or, of directors, by a role nearly like it."""
    family = DIRECTING if case.about in DIRECTING else {case.about}
    by_file = {who for kind, role, who in case.known.facts if kind == "staff" and role in family}
    by_press = {h.claim.value for role in family if role != case.about for h in case.heard.get(("staff", role), ())}
    return frozenset(by_file | by_press)


def _denied(case: Case) -> Iterator[Quarrel]:
    """One article says what another calls untrue. Where only one value can be true, the values themselves contradict each other."""
    kind = case.kind
    if KINDS[kind].one or kind == "genre":
        return
    for side in case.sides:
        value = side.reading.value
        behind = side.holding or (_placed(case, side) if kind == "platform" and not case.about else [])
        said = tuple(dict.fromkeys(h.article for h in behind))
        denials = [
            h
            for h in side.denying
            if h.claim.value == value
            and h.article not in said
            and is_plain_denial(h.claim)
            and (kind != "staff" or names_it(h.claim, side.known))
        ]
        if denials and (side.told if side.holding else behind) and not any(CHANGE.search(h.claim.sentence) for h in denials):
            who = tuple(dict.fromkeys(h.article for h in denials))
            claims = (tuple(h.claim for h in behind), tuple(h.claim for h in denials))
            yield Quarrel("disputed", (value, value), claims, (said, who))


def _placed(case: Case, side: Side) -> list[Heard]:
    """What a platform nowhere is held against: who says where."""
    claims = (h for (kind, _), said in case.heard.items() if kind == "platform" for h in said if not h.claim.denied)
    return [h for h in claims if h.claim.value == side.reading.value and names_it(h.claim, side.known)]


def _quarrel(state: QuarrelState, a: Side, b: Side) -> Quarrel | None:
    """None where one side has only vaguer claims, which agree with the other too, or articles that say both."""
    both = {h.article for h in a.holding} & {h.article for h in b.holding}
    behind = [
        [h for h in side.holding if h.article not in both and not agree(h.claim.kind, h.claim.value, other.reading.value)]
        for side, other in ((a, b), (b, a))
    ]
    if not all(behind):
        return None
    one, other = (tuple(h.claim for h in said) for said in behind)
    articles = tuple(dict.fromkeys(h.article for h in behind[0])), tuple(dict.fromkeys(h.article for h in behind[1]))
    return Quarrel(state, (a.reading.value, b.reading.value), (one, other), articles)
