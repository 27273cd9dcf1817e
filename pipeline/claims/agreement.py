"""Claims of many articles about one thing, brought together: the values, and who is behind each."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date

from pipeline.claims.claim import TITLE, Claim, KindName
from pipeline.claims.firm import Heard
from pipeline.claims.kinds import KINDS
from pipeline.claims.known import Known
from pipeline.claims.matter import Matter, Reading
from pipeline.claims.quarrels import Side, quarrels
from pipeline.claims.roles import ONE_PERSON
from pipeline.claims.values import agree, exactness
from pipeline.series import Series

_OF_ONE = frozenset({"episodes", "premiere", "finale", "release", "sequel"})
"""Kinds that are of a season, a version or a place."""
Said = Mapping[tuple[KindName, str], list[Heard]]
"""(kind, about) → all that is claimed of it."""


def agreement(
    claims: Mapping[str, Sequence[Claim]], series: Series, origins: Mapping[str, str] | None = None
) -> tuple[Matter, ...]:
    """Bring together the claims of all articles (article → its claims). `origins`: article → that of which it is a copy; else each is its own."""
    known = Known.of(series)
    told = _told(claims, origins or {})
    heard: dict[tuple[KindName, str], list[Heard]] = defaultdict(list)
    for article, made in claims.items():
        origin = (origins or {}).get(article, article)
        spoken = frozenset(
            claim.about for claim in made if claim.kind in _OF_ONE and (claim.kind != "sequel" or claim.value == "yes")
        )
        dubbed = any(claim.kind == "cast" and "(" in claim.about for claim in made)
        borne = {(c.kind, c.about): _bearing(c, told, known) for c in made}
        home = any(_has_it_for_subject(c, known) for c in made)
        for claim in made:
            others = sum(borne.values()) - borne[claim.kind, claim.about] + home
            heard[claim.kind, claim.about].append(Heard(article, origin, claim, spoken - {claim.about}, dubbed, others))
    order = list(KINDS)
    return tuple(
        _matter(kind, about, heard, known) for kind, about in sorted(heard, key=lambda key: (order.index(key[0]), key[1]))
    )


def _told(claims: Mapping[str, Sequence[Claim]], origins: Mapping[str, str]) -> Mapping[tuple[KindName, str, str], Set[str]]:
    """What is said → the origins that say it."""
    told: dict[tuple[KindName, str, str], set[str]] = defaultdict(set)
    for article, made in claims.items():
        for c in made:
            if not c.denied:
                told[c.kind, c.about, c.value].add(origins.get(article, article))
    return told


def _bearing(claim: Claim, told: Mapping[tuple[KindName, str, str], Set[str]], known: Known) -> int:
    """1 where the series file or another origin says the same, which bears its article out; -1 where the file says otherwise of what can be one only."""
    facts = [value for kind, about, value in known.facts if (kind, about) == (claim.kind, claim.about)]
    if (
        any(agree(claim.kind, value, claim.value) for value in facts)
        or len(told.get((claim.kind, claim.about, claim.value), ())) > 1
    ):
        return 1
    return -1 if facts and (KINDS[claim.kind].one or claim.about in ONE_PERSON) else 0


def _has_it_for_subject(claim: Claim, known: Known) -> bool:
    """A headline, or a sentence that begins with the title: then the article speaks of the series, and not only in passing."""
    return claim.position == TITLE or any(title.start < _FIRST for title in known.own.find(claim.sentence[: _FIRST + 60]))


_FIRST = 3
"""Characters before a title that begins a sentence."""


def _matter(kind: KindName, about: str, heard: Said, known: Known) -> Matter:
    facts = tuple(value for k, a, value in known.facts if (k, a) == (kind, about))
    sides = [_side(value, group, facts, kind, known) for value, group in _groups(kind, heard[kind, about])]
    sides.sort(key=lambda s: (-s.reading.origins, s.reading.first or date.max, s.reading.value))
    found = quarrels(kind, about, sides, facts, heard, known)
    return Matter(kind, about, tuple(s.reading for s in sides), tuple(found), facts)


def _groups(kind: KindName, said: list[Heard]) -> Iterator[tuple[str, list[Heard]]]:
    """The most exact values, each with all that agrees with it; what agrees with several goes to the one that most claim."""
    count = Counter(h.claim.value for h in said)
    weight: dict[str, int] = {}
    home: dict[str, str] = {}
    for value in sorted(count, key=lambda v: (exactness(kind, v), -count[v], v)):
        ranked = sorted(weight, key=lambda g: -weight[g]) if value != "open" else []
        home[value] = next((g for g in ranked if g != "open" and agree(kind, g, value)), value)
        weight[home[value]] = weight.get(home[value], 0) + count[value]
    groups: dict[str, list[Heard]] = {head: [] for head in weight}
    for h in said:
        groups[home[h.claim.value]].append(h)
    yield from groups.items()


def _side(value: str, group: Sequence[Heard], facts: Sequence[str], kind: KindName, known: Known) -> Side:
    holding = sorted((h for h in group if not h.claim.denied), key=lambda h: h.claim.day or date.max)
    reading = Reading(
        value,
        tuple(h.claim for h in holding),
        tuple(h.claim for h in group if h.claim.denied),
        tuple(dict.fromkeys(h.article for h in holding)),
        len({h.origin for h in holding}),
        any(agree(kind, value, fact) for fact in facts),
    )
    return Side(reading, holding, [h for h in group if h.claim.denied], known)
