"""Claims of many articles about one thing, brought together: the values, and who is behind each."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from pipeline.claims.case import Case, Said
from pipeline.claims.claim import Claim, KindName
from pipeline.claims.heard import Heard, heard_of
from pipeline.claims.kinds import KINDS
from pipeline.claims.known import Known
from pipeline.claims.matter import Matter
from pipeline.claims.quarrels import quarrels
from pipeline.claims.side import Side
from pipeline.claims.values import agree, exactness
from pipeline.series import Series


def agreement(
    claims: Mapping[str, Sequence[Claim]], series: Series, origins: Mapping[str, str] | None = None
) -> tuple[Matter, ...]:
    """Bring together the claims of all articles (article → its claims). `origins`: article → that of which it is a copy; else each is its own."""
    known = Known.of(series)
    heard = heard_of(claims, known, origins or {})
    order = list(KINDS)
    return tuple(
        _matter(kind, about, heard, known) for kind, about in sorted(heard, key=lambda key: (order.index(key[0]), key[1]))
    )


def _matter(kind: KindName, about: str, heard: Said, known: Known) -> Matter:
    facts = known.of_file(kind, about)
    groups = dict(_groups(kind, heard[kind, about]))
    sides = [Side(kind, value, group, facts, known, len(groups)) for value, group in groups.items()]
    sides.sort(key=lambda s: (-s.reading.origins, s.reading.first or date.max, s.reading.value))
    found, apart = quarrels(Case(kind, about, sides, facts, heard, known))
    return Matter(kind, about, tuple(s.reading for s in sides), tuple(found), tuple(apart), facts)


def _groups(kind: KindName, said: Sequence[Heard]) -> Iterator[tuple[str, list[Heard]]]:
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
