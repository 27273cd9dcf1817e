"""Which values of one thing cannot both hold: disputes, what is out of date, denials, and what the series file knows better; and which are not held
against each other, and why."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from datetime import date
from itertools import combinations

from pipeline.claims.changes import CHANGE
from pipeline.claims.claim import KindName
from pipeline.claims.dated import are_apart, is_by_weeks, is_elsewhere, is_likely_moved, is_one_event, is_slip
from pipeline.claims.firm import (
    COUNTED,
    MISREAD,
    is_of_its_making,
    is_plain_denial,
    is_repeated,
    names_it,
    same_name,
    speaks_of_it,
)
from pipeline.claims.heard import Heard
from pipeline.claims.kinds import KINDS
from pipeline.claims.known import Known
from pipeline.claims.matter import Difference, Quarrel, QuarrelState, Reason
from pipeline.claims.places import is_open
from pipeline.claims.renewals import came_later, is_denied
from pipeline.claims.roles import DIRECTING, ONE_PERSON
from pipeline.claims.side import Side
from pipeline.claims.succeeded import overtaken
from pipeline.claims.values import DATED, agree, comparable


def quarrels(
    kind: KindName,
    about: str,
    sides: Sequence[Side],
    facts: Sequence[str],
    heard: Mapping[tuple[KindName, str], Sequence[Heard]],
    known: Known,
) -> tuple[list[Quarrel], list[Difference]]:
    """All of one matter, and what differs without being held against each other. `facts`: what the series file says of it; `heard`: what is claimed of all matters."""
    near = set() if about else {h.claim.value for (k, other), said in heard.items() if k == kind and other for h in said}
    held = _held(kind, sides)
    by_file = {s.reading.value: q for s in held if facts and (q := _against(kind, about, s, sides, facts, known, near))}
    against = {value: q for value, q in by_file.items() if isinstance(q, Quarrel)}
    sure = {s.reading.value for s in sides if s.reading.fact} | against.keys()
    told = list(_between(kind, about, held, heard, known, near, sure))
    found = [*(q for q in told if isinstance(q, Quarrel)), *_denied(kind, about, sides, heard)]
    old = {q.values[0] for q in found if q.state == "outdated"}
    found = [q for q in found if not (q.values[1] in old and _is_overtaken(q))]
    found += [q for value, q in against.items() if value not in old]
    return found, _once([d for d in (*told, *by_file.values()) if isinstance(d, Difference)], found)


def _once(differences: Sequence[Difference], found: Sequence[Quarrel]) -> list[Difference]:
    """The first of two values, where no contradiction says it already."""
    pairs = {frozenset(d.values): d for d in reversed(differences)}
    told = {frozenset(q.values) for q in found}
    return [d for pair, d in reversed(pairs.items()) if pair not in told]


def _held(kind: KindName, sides: Sequence[Side]) -> Sequence[Side]:
    """Those that may be held against others: where three persons are told of for one part or job, only who is told plainly; where more are, several versions are spoken of.

    Whom only an article names that has the file's one, too, is no third person.
    """
    right = _right(sides)
    people = [s for s in sides if s.holding and (s.reading.fact or set(s.reading.articles) - right)]
    if kind not in ("staff", "cast") or len(people) < _MANY:
        return sides
    plain = [s for s in people if s.plain] if len(people) == _MANY else []
    return plain + [s for s in sides if not s.holding]


_MANY = 3


def _right(sides: Sequence[Side]) -> Set[str]:
    """Articles that say what the series file says."""
    return {article for s in sides if s.reading.fact for article in s.reading.articles}


def _is_overtaken(q: Quarrel) -> bool:
    """A rumour against what no maker said."""
    rumour, other = ({c.modality for c in said} for said in q.claims)
    return q.state == "outdated" and rumour == {"rumoured"} and "announced" not in other


def _between(
    kind: KindName,
    about: str,
    sides: Sequence[Side],
    heard: Mapping[tuple[KindName, str], Sequence[Heard]],
    known: Known,
    near: Collection[str],
    sure: Set[str],
) -> Iterator[Quarrel | Difference]:
    """Two values of a thing that has only one. `sure`: those that the series file has, or that are held against it."""
    if not (KINDS[kind].one or (kind == "staff" and about in ONE_PERSON)) or (kind == "rating" and is_open(about)):
        return
    shared = _shared(about, heard, known) if kind == "staff" else frozenset()
    holding = [s for s in sides if s.holding]
    passed = overtaken(kind, about, holding)
    for a, b in combinations(holding, 2):
        one, other = a.reading, b.reading
        if agree(kind, one.value, other.value):
            continue
        if kind in ("staff", "cast") and (same_name(one.value, other.value) or {one.value, other.value} <= shared):
            continue
        pair = (b, a) if (b, a) in passed else (a, b)
        is_old = pair in passed
        doubt = _doubt_of_news(kind, about, pair[1], known) if is_old else _doubt(kind, about, a, b, near, sure)
        found = None if doubt else _quarrel("outdated" if is_old else "disputed", *pair)
        yield found or Difference(doubt or "an article says both", (one.value, other.value), (one.claims, other.claims))


def _doubt_of_news(kind: KindName, about: str, newer: Side, known: Known) -> Reason | None:
    """Why a value is not told to be out of date by one that took its place; None where that one is surely of the series."""
    told = kind == "sequel" or (newer.sure and (newer.pinned or not known.of_file(kind, about)))
    return None if told else "which came later is not plain"


def _doubt(kind: KindName, about: str, a: Side, b: Side, near: Collection[str], sure: Set[str]) -> Reason | None:
    """Why two values are not held against each other; None where both are firmly said, of one event, by articles that do not say both, and enough of
    them are backed; or where one is so plainly a slip, or a denial, that it needs none of this."""
    if kind == "sequel" and is_denied(a, b):
        return None
    if kind == "sequel" and came_later(a, b):
        return "it may have changed in between"
    if kind == "source" and _said_together(a, b):
        return "an article says both"
    one, other = a.reading, b.reading
    known_better = {one.value, other.value} <= sure and (one.fact or other.fact)
    if (known_better and kind in DATED) or _is_slip_of_one(kind, about, a, b, near):
        return None
    both = {h.article for h in a.asserted} & {h.article for h in b.asserted}
    first, second = ([h for h in s.asserted if h.article not in both] for s in (a, b))
    if not first or not second:
        return a.doubt or b.doubt or "an article says both"
    if not is_one_event(kind, one.value, other.value):
        return "they may be of two events"
    if kind in DATED and are_apart(a.shown_on, b.shown_on):
        return "they are of two channels"
    if any(not s.reading.fact and is_elsewhere(kind, s.reading.value, near) for s in (a, b)):
        return "one may be of another place"
    if any(is_likely_moved(kind, o, n, before.until(n), then.since(o)) for o, n, before, then in _both_ways(a, b)):
        return "it may have changed in between"
    if a.only_rival and b.only_rival and (kind not in DATED or is_slip(kind, about, one.value, other.value)):
        return None
    if known_better:
        return None
    if kind in MISREAD and not (a.plain and b.plain):
        return "one may be of another work"
    backed = [is_repeated(s.reading, firm) for s, firm in ((a, first), (b, second))]
    return None if sum(backed) >= KINDS[kind].backing else "too few say so"


def _said_together(a: Side, b: Side) -> bool:
    """One article has both, as of a manga that was a novel first."""
    return not set(a.reading.articles).isdisjoint(b.reading.articles)


def _both_ways(a: Side, b: Side) -> Iterator[tuple[str, str, Side, Side]]:
    """Each as the older of the two: its value, the other's, and both."""
    for old, new in ((a, b), (b, a)):
        yield old.reading.value, new.reading.value, old, new


def _is_slip_of_one(kind: KindName, about: str, a: Side, b: Side, near: Collection[str]) -> bool:
    """Two days of one event, the only ones or one of them told by many: of the same weekday, near each other, and one by a single article and its copies."""
    days = a.reading.value, b.reading.value
    return (
        all(s.seldom_twice and not s.rumoured and not s.changes for s in (a, b))
        and (a.only_rival or any(is_repeated(s.reading, s.firm) for s in (a, b)))
        and is_by_weeks(kind, about, *days)
        and is_one_event(kind, *days)
        and not are_apart(a.shown_on, b.shown_on)
        and not any(is_elsewhere(kind, day, near) for day in days)
        and min(a.reading.origins, b.reading.origins) == 1
    )


def _shared(about: str, heard: Mapping[tuple[KindName, str], Sequence[Heard]], known: Known) -> frozenset[str]:
    """Persons of whom any two may have the role together: by the series file, or, of directors, by a role nearly like it."""
    family = DIRECTING if about in DIRECTING else {about}
    by_file = {who for kind, role, who in known.facts if kind == "staff" and role in family}
    by_press = {h.claim.value for role in family if role != about for h in heard.get(("staff", role), ())}
    return frozenset(by_file | by_press)


def _denied(
    kind: KindName, about: str, sides: Sequence[Side], heard: Mapping[tuple[KindName, str], Sequence[Heard]]
) -> Iterator[Quarrel]:
    """One article says what another calls untrue. Where only one value can be true, the values themselves contradict each other."""
    if KINDS[kind].one or kind == "genre":
        return
    for side in sides:
        value = side.reading.value
        behind = side.holding or (_placed(side, heard) if kind == "platform" and not about else [])
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


def _placed(side: Side, heard: Mapping[tuple[KindName, str], Sequence[Heard]]) -> list[Heard]:
    """What a platform nowhere is held against: who says where."""
    claims = (h for (kind, _), said in heard.items() if kind == "platform" for h in said if not h.claim.denied)
    return [h for h in claims if h.claim.value == side.reading.value and names_it(h.claim, side.known)]


def _against(
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
    if doubt:
        return Difference(doubt, (r.value, facts[0]), (r.claims, ()))
    articles = tuple(dict.fromkeys(h.article for h in firm))
    return Quarrel("facts", (r.value, facts[0]), (tuple(h.claim for h in firm), ()), (articles, ()))


def _held_against_the_file(
    kind: KindName, about: str, side: Side, sides: Sequence[Side], facts: Sequence[str], known: Known, near: Collection[str]
) -> tuple[Sequence[Heard], Reason | None]:
    """Its claims that are held against the file, and, where there are none, why not."""
    value = side.reading.value
    slips = [f for f in facts if _is_misprint(kind, about, side, f)]
    by_weeks = any(is_by_weeks(kind, about, value, f) for f in slips)
    firm = [h for h in side.holding if h.claim.modality != "rumoured"] if by_weeks else side.asserted
    if not firm:
        return (), side.doubt or "one is only rumoured"
    if kind == "source" and any(s.reading.fact and _said_together(side, s) for s in sides):
        return (), "an article says both"
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
    right = _right(sides)
    firm = [h for h in firm if h.article not in right and not any(agree(kind, h.claim.value, f) for f in facts)]
    return firm, None if firm else "an article says both"


def _is_misprint(kind: KindName, about: str, side: Side, fact: str) -> bool:
    """A day so near the file's that nothing but a slip explains it; what the makers said may have been so then."""
    told = all(h.claim.modality != "announced" for h in side.holding)
    return told and is_slip(kind, about, side.reading.value, fact)


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
