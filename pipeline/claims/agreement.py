"""Claims of many articles about one thing, brought together: who agrees, who disputes it, what is out of date, and what the known facts say."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from pipeline.claims.claim import TITLE, Claim, KindName
from pipeline.claims.firm import COUNTED, is_backed, is_firm, is_repeated, names_it, replaces, same_event, same_name
from pipeline.claims.kinds import KINDS
from pipeline.claims.known import Known
from pipeline.claims.matter import Matter, Quarrel, QuarrelState, Reading
from pipeline.claims.ratings import is_open
from pipeline.claims.roles import DIRECTING, ONE_PERSON
from pipeline.claims.values import agree, comparable, exactness
from pipeline.series import Series

_CHANGE = re.compile(
    r"\b(?:delay(?:ed|s|ing)|postpon\w+|push(?:ed|es|ing)? (?:back|it|out|to|from)|brought forward|bring(?:s|ing)? forward|reschedul\w+|bumped|moved? (?:to|from|up|forward|back|out|its|the)|moves (?:to|from|its)"
    r"|slip(?:s|ped)|shift(?:s|ed) (?:to|from)|new (?:release |premiere |launch |air |start )?date|instead of|rather than|no longer"
    r"|(?:will|would|is|are|has|have|was) now|now (?:set|due|scheduled|slated|planned|expected|has|ha[sd]|have|premieres|launches|opens|begins|starts|airs|runs|coming|arrives?|consists?)"
    r"|(?:had been|was|were) (?:first |originally |once |initially )?(?:planned|due|set|slated|scheduled|meant|to have)|(?:as )?(?:first|originally|previously|initially) (?:planned|announced|reported|scheduled)|revised|correct(?:ed|ion|s))\b",
    re.IGNORECASE,
)
"""The sentence says that something was changed."""
_RESIZED = re.compile(
    r"\b(?:(?:extended|expanded|shortened|cut|trimmed|reduced|grown|raised) (?:to|from|by)|(?:up|down) from|one more than|one fewer|an extra episode|added an?)\b",
    re.IGNORECASE,
)
"""And of a number."""
_REACH = 110
"""Characters between such words and the value."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """A claim with the article that makes it."""

    article: str
    claim: Claim


def agreement(
    claims: Mapping[str, Sequence[Claim]], series: Series, origins: Mapping[str, str] | None = None
) -> tuple[Matter, ...]:
    """Bring together the claims of all articles (article → its claims). `origins`: article → that of which it is a copy; else each is its own."""
    known = Known.of(series)
    heard: dict[tuple[KindName, str], list[_Heard]] = defaultdict(list)
    for article, made in claims.items():
        for claim in made:
            heard[claim.kind, claim.about].append(_Heard(article, claim))
    order = list(KINDS)
    return tuple(
        _matter(kind, about, heard[kind, about], known, origins or {}, heard)
        for kind, about in sorted(heard, key=lambda key: (order.index(key[0]), key[1]))
    )


def _matter(
    kind: KindName,
    about: str,
    said: list[_Heard],
    known: Known,
    origins: Mapping[str, str],
    all_: Mapping[tuple[KindName, str], list[_Heard]],
) -> Matter:
    facts = tuple(value for k, a, value in known.facts if (k, a) == (kind, about))
    readings = tuple(_reading(value, group, facts, kind, origins) for value, group in _groups(kind, said))
    readings = tuple(sorted(readings, key=lambda r: (-r.origins, r.first or date.max, r.value)))
    quarrels = [*_between(kind, about, readings, all_, known, origins), *_denied(kind, readings, said, known)]
    if facts:
        near = [h.claim.value for (k, other), heard in all_.items() if k == kind and other != about for h in heard]
        old = {q.values[0] for q in quarrels if q.state == "outdated"}
        quarrels += [q for r in readings if r.value not in old and (q := _against(kind, about, r, facts, known, said, near))]
    return Matter(kind, about, readings, tuple(quarrels), facts)


def _groups(kind: KindName, said: list[_Heard]) -> Iterator[tuple[str, list[_Heard]]]:
    """The most exact values, each with all that agrees with it; what agrees with several goes to the one that most claim."""
    values = list(dict.fromkeys(h.claim.value for h in said if not h.claim.denied)) or []
    values += [v for v in dict.fromkeys(h.claim.value for h in said if h.claim.denied) if v not in values]
    count = {v: sum(h.claim.value == v for h in said) for v in values}
    groups: dict[str, list[str]] = {}
    for value in sorted(values, key=lambda v: (exactness(kind, v), -count[v], v)):
        home = next(
            (
                g
                for g in sorted(groups, key=lambda g: -sum(count[v] for v in groups[g]))
                if agree(kind, g, value) and value != "open" and g != "open"
            ),
            None,
        )
        groups.setdefault(home or value, []).append(value)
    for head, members in groups.items():
        yield head, [h for h in said if h.claim.value in members]


def _reading(value: str, group: list[_Heard], facts: Sequence[str], kind: KindName, origins: Mapping[str, str]) -> Reading:
    holding = sorted((h for h in group if not h.claim.denied), key=lambda h: h.claim.day or date.max)
    articles = tuple(dict.fromkeys(h.article for h in holding))
    return Reading(
        value,
        tuple(h.claim for h in holding),
        tuple(h.claim for h in group if h.claim.denied),
        articles,
        len({origins.get(a, a) for a in articles}),
        any(agree(kind, value, fact) for fact in facts),
    )


def _between(
    kind: KindName,
    about: str,
    readings: Sequence[Reading],
    all_: Mapping[tuple[KindName, str], list[_Heard]],
    known: Known,
    origins: Mapping[str, str],
) -> Iterator[Quarrel]:
    """Two values of a thing that has only one."""
    if not (KINDS[kind].one or (kind == "staff" and about in ONE_PERSON)) or (kind == "rating" and is_open(about)):
        return
    near = [h.claim.value for (k, other), said in all_.items() if k == kind and other != about for h in said]
    for a, b in combinations([r for r in readings if r.claims], 2):
        if agree(kind, a.value, b.value):
            continue
        if kind in ("staff", "cast") and (
            same_name(a.value, b.value)
            or set(a.articles) & set(b.articles)
            or _both_belong(kind, about, a.value, b.value, known, all_)
        ):
            continue
        older, newer = _superseded(kind, a, b, known)
        if older and newer:
            if kind == "sequel" or is_repeated(newer, newer.claims, [origins.get(n, n) for n in newer.articles]):
                yield _quarrel("outdated", older, newer)
            continue
        if kind == "sequel" and _came_later(a, b):
            continue
        sides = [[(h.article, h.claim) for h in all_[kind, about] if _is_of(h, r) and is_firm(h.claim, known)] for r in (a, b)]
        both = {n for n, _ in sides[0]} & {n for n, _ in sides[1]}
        sides = [[(n, c) for n, c in side if n not in both] for side in sides]
        heard = [[c for _, c in side] for side in sides]
        if (
            all(sides)
            and same_event(kind, a.value, b.value, near, heard, known)
            and is_backed(KINDS[kind].backing, (a, b), heard, [[origins.get(n, n) for n, _ in side] for side in sides])
        ):
            yield _quarrel("disputed", a, b)


def _came_later(a: Reading, b: Reading) -> bool:
    """Nothing was planned when it was said that nothing was; or only an outlet says so, which may not have heard."""
    no, yes = (a, b) if a.value == "no" else (b, a)
    told = [c.day for c in no.claims if c.day and c.modality == "announced"]
    return not (told and yes.first and max(told) >= yes.first)


def _is_of(heard: _Heard, reading: Reading) -> bool:
    return any(heard.claim is c for c in reading.claims)


def _both_belong(
    kind: KindName, about: str, one: str, other: str, known: Known, all_: Mapping[tuple[KindName, str], list[_Heard]]
) -> bool:
    """Both persons have the role, or one nearly like it, by the series file, or by an article that names both."""
    if kind != "staff":
        return False
    family = DIRECTING if about in DIRECTING else {about}
    by_file = {who for k, role, who in known.facts if k == "staff" and role in family}
    by_press = {h.claim.value for role in family if role != about for h in all_.get(("staff", role), ())}
    return (one in by_file and other in by_file) or (
        about in DIRECTING and bool({one, other} & (by_press | by_file)) and not ({one, other} - by_press - by_file)
    )


def _superseded(kind: KindName, a: Reading, b: Reading, known: Known) -> tuple[Reading, Reading] | tuple[None, None]:
    """(older, newer) where the later of the two says that it was changed, or makes official what had been a rumour."""
    if not KINDS[kind].dated:
        return None, None
    for older, newer in ((a, b), (b, a)):
        if not older.first or not newer.last or not comparable(kind, older.value, newer.value):
            continue
        if not any(names_it(c, known) for c in older.claims):
            continue
        changes = [
            c
            for c in newer.claims
            if c.day and c.day > older.first and _is_change(c) and names_it(c, known) and replaces(c, older.value)
        ]
        back = [c for c in older.claims if c.day and changes and changes[0].day and c.day > changes[0].day and _is_change(c)]
        if changes and not back:
            return older, newer
        official = [c for c in newer.claims if c.modality == "announced" and c.day and older.last and c.day > older.last]
        if official and (
            all(c.modality == "rumoured" for c in older.claims)
            or (kind == "sequel" and (older.value, newer.value) == ("no", "yes"))
        ):
            return older, newer
    return None, None


def _is_change(claim: Claim) -> bool:
    """The sentence itself says, next to the value, that it is a new one."""
    if claim.modality in ("rumoured", "corrected"):
        return claim.modality == "corrected"
    at = max(0, claim.sentence.find(claim.as_written))
    around = claim.sentence[max(0, at - _REACH) : at + len(claim.as_written) + _REACH]
    return bool(_CHANGE.search(around) or (claim.kind == "episodes" and _RESIZED.search(around)))


def _denied(kind: KindName, readings: Sequence[Reading], said: Sequence[_Heard], known: Known) -> Iterator[Quarrel]:
    """One article says what another calls untrue."""
    if kind == "genre":
        return
    for r in readings:
        denials = [
            h
            for h in said
            if h.claim.denied
            and h.claim.value == r.value
            and h.article not in r.articles
            and (kind != "platform" or known.own.find(h.claim.sentence))
        ]
        firm = [c for c in r.claims if is_firm(c, known)]
        if denials and firm and not any(_CHANGE.search(h.claim.sentence) for h in denials):
            who = tuple(dict.fromkeys(h.article for h in denials))
            yield Quarrel("disputed", (r.value, r.value), (r.claims, tuple(h.claim for h in denials)), (r.articles, who))


def _against(
    kind: KindName, about: str, r: Reading, facts: Sequence[str], known: Known, said: list[_Heard], near: Sequence[str]
) -> Quarrel | None:
    """What the series file knows better."""
    if not r.claims:
        denied = next((f for f in facts if f == r.value), "")
        return (
            Quarrel("facts", (r.value, denied), (r.denials, ()), ((), ()))
            if denied and kind not in ("platform", "genre")
            else None
        )
    if (
        r.fact
        or not any(comparable(kind, r.value, f) for f in facts)
        or (not KINDS[kind].one and kind not in ("staff", "studio"))
        or (kind in ("staff", "cast") and any(same_name(r.value, f) for f in facts))
        or (kind == "staff" and about not in ONE_PERSON)
    ):
        return None
    family = DIRECTING if about in DIRECTING else {about}
    if kind == "staff" and any(agree(kind, r.value, who) for k, role, who in known.facts if k == "staff" and role in family):
        return None
    claims = tuple(c for c in r.claims if is_firm(c, known))
    if not claims or not any(same_event(kind, r.value, f, near, [claims, ()], known) for f in facts):
        return None
    if kind in COUNTED and not (
        any(c.position == TITLE or known.own.find(c.sentence) for c in claims) or len({c.outlet for c in claims}) > 1
    ):
        return None
    if kind in ("studio", "staff"):
        right = {h.article for h in said if any(agree(kind, h.claim.value, f) for f in facts) and not h.claim.denied}
        kept = [(a, c) for a, c in _by_article(r, said) if a not in right and c in claims]
        if not kept:
            return None
        return Quarrel(
            "facts", (r.value, facts[0]), (tuple(c for _, c in kept), ()), (tuple(dict.fromkeys(a for a, _ in kept)), ())
        )
    return Quarrel("facts", (r.value, facts[0]), (claims, ()), (r.articles, ()))


def _by_article(r: Reading, said: list[_Heard]) -> list[tuple[str, Claim]]:
    return [(h.article, h.claim) for h in said if any(h.claim is c for c in r.claims)]


def _quarrel(state: QuarrelState, a: Reading, b: Reading) -> Quarrel:
    return Quarrel(state, (a.value, b.value), (a.claims, b.claims), (a.articles, b.articles))
