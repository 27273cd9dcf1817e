"""What the press does not agree on: stored claims held against each other and against the series file, counted in independent origins.

What differs without being a contradiction is told with the reason. Pure; the rules are those of `pipeline/claims/`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, Self, cast

from pipeline.claims import Claim, Matter, Quarrel, agreement
from pipeline.claims.claim import KindName, Modality
from pipeline.claims.matter import Difference as Unheld
from pipeline.claims.matter import Doubt, QuarrelState
from pipeline.series import Series
from pipeline.store.claimed import StoredClaim
from pipeline.store.traced import StoredOrigin

SEVERITY: tuple[QuarrelState, ...] = ("disputed", "facts", "outdated")
"""In which order contradictions are told."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two values that can't both hold."""

    value: str
    stand: Literal["says", "denies", "file"]
    """Whether these articles say so, call it untrue, or the series file knows it."""
    said: tuple[StoredClaim, ...]
    """The oldest first; behind what the series file knows those who say so too, if any."""
    articles: int
    origins: int
    """Independent ones: articles that are copies of one text count once."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two values of one thing, with everybody behind each."""

    claim: str
    """The kind, such as `episodes`."""
    about: str
    sides: tuple[Side, Side]
    """In order of weight; outdated: the older first; what the series file says, last."""


@dataclass(frozen=True, slots=True)
class Contradiction(Pair):
    """Two that can't both hold."""

    state: QuarrelState


@dataclass(frozen=True, slots=True)
class Difference(Pair):
    """Two of a thing that has only one, which are not held against each other, and why."""

    reason: Doubt


def matters(said: Iterable[StoredClaim], series: Series, origins: Iterable[StoredOrigin]) -> tuple[Matter, ...]:
    """All that is claimed, agreed or not. Articles are named by their address."""
    return Press.of(said, series, origins).matters


def contradictions(said: Iterable[StoredClaim], series: Series, origins: Iterable[StoredOrigin]) -> list[Contradiction]:
    """What is disputed, then what is not as the series file says, then what is outdated; each in the order of the kinds of claims."""
    return Press.of(said, series, origins).contradictions()


def differences(said: Iterable[StoredClaim], series: Series, origins: Iterable[StoredOrigin]) -> list[Difference]:
    """What differs and may still hold, in the order of the kinds of claims."""
    return Press.of(said, series, origins).differences()


class Press:
    """Stored claims in the form in which they are held against each other, with the way back."""

    def __init__(self, said: Iterable[StoredClaim], series: Series, origins: Mapping[str, str]) -> None:
        """`origins`: address of an article → that of the one of which it is a copy; else each is its own."""
        self._origins = origins
        self._stored: dict[int, StoredClaim] = {}
        theirs: dict[str, list[Claim]] = defaultdict(list)
        for stored in said:
            claim = as_claim(stored)
            self._stored[id(claim)] = stored  # two outlets of one name may say the very same
            theirs[stored.url].append(claim)
        self.matters = agreement(theirs, series, origins)

    @classmethod
    def of(cls, said: Iterable[StoredClaim], series: Series, origins: Iterable[StoredOrigin]) -> Self:
        return cls(said, series, {o.url: o.origin_url for o in origins})

    def contradictions(self) -> list[Contradiction]:
        found = [
            Contradiction(matter.kind, matter.about, self._sides(quarrel, quarrel.state == "facts"), quarrel.state)
            for matter in self.matters
            for quarrel in _told_once(matter)
        ]
        return sorted(found, key=lambda f: SEVERITY.index(f.state))

    def differences(self) -> list[Difference]:
        return [
            Difference(matter.kind, matter.about, self._sides(found, not found.claims[1]), found.reason)
            for matter in self.matters
            for found in matter.differences
        ]

    def stored(self, claims: Iterable[Claim]) -> tuple[StoredClaim, ...]:
        """The claims of a matter as they are stored, the oldest first."""
        return tuple(sorted((self._stored[id(c)] for c in claims), key=lambda s: (s.published or date.max, s.url, s.position)))

    def _sides(self, found: Quarrel | Unheld, by_file: bool) -> tuple[Side, Side]:
        """`by_file`: the series file says the second."""
        first, second = (self._side(value, claims) for value, claims in zip(found.values, found.claims, strict=True))
        return first, replace(second, stand="file") if by_file else second

    def _side(self, value: str, claims: Iterable[Claim]) -> Side:
        said = self.stored(claims)
        articles = {s.url for s in said}
        denied = bool(said) and all(s.modality == "denied" for s in said)
        return Side(value, "denies" if denied else "says", said, len(articles), len({self._origins.get(a, a) for a in articles}))


def _told_once(matter: Matter) -> Iterator[Quarrel]:
    """What is against the facts is told as that, with those who have it right, and not once more as a dispute with them."""
    right = tuple(c for r in matter.readings if r.fact for c in r.claims)
    wrong = {q.values[0] for q in matter.quarrels if q.state == "facts"}
    for q in matter.quarrels:
        if q.state == "facts":
            yield replace(q, claims=(q.claims[0], right))
        elif q.state != "disputed" or not wrong & set(q.values):
            yield q


def as_claim(stored: StoredClaim) -> Claim:
    """What was stored, as it was when it was read."""
    return Claim(
        cast(KindName, stored.claim),
        stored.about,
        stored.value,
        stored.as_written,
        stored.sentence,
        stored.position,
        cast(Modality, stored.modality),
        stored.site,
        stored.said_by,
        stored.published,
        stored.topical,
    )
