"""What the press does not agree on: stored claims held against each other and against the series file, counted in independent origins.

Pure; the rules are those of `pipeline/claims/`.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from pipeline.claims import Claim, Matter, agreement
from pipeline.claims.claim import KindName, Modality
from pipeline.claims.matter import QuarrelState
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
    """The oldest first; none behind the series file."""
    articles: int
    origins: int
    """Independent ones: articles that are copies of one text count once."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two values of one thing that can't both hold, with everybody behind each."""

    state: QuarrelState
    claim: str
    """The kind, such as `episodes`."""
    about: str
    sides: tuple[Side, Side]
    """Disputed: in order of weight. Outdated: the older first. Facts: what is claimed, and what the series file says."""


def matters(said: Iterable[StoredClaim], series: Series, origins: Iterable[StoredOrigin]) -> tuple[Matter, ...]:
    """All that is claimed, agreed or not. Articles are named by their address."""
    return _Press(said, series, origins).matters


def contradictions(said: Iterable[StoredClaim], series: Series, origins: Iterable[StoredOrigin]) -> list[Contradiction]:
    """What is disputed, then what is not as the series file says, then what is outdated; each in the order of the kinds of claims."""
    press = _Press(said, series, origins)
    found = [
        Contradiction(
            quarrel.state,
            matter.kind,
            matter.about,
            (press.side(quarrel.values[0], quarrel.claims[0]), press.side(quarrel.values[1], quarrel.claims[1])),
        )
        for matter in press.matters
        for quarrel in matter.quarrels
    ]
    return sorted(found, key=lambda f: SEVERITY.index(f.state))


class _Press:
    """Claims in the form in which they are held against each other, with the way back."""

    def __init__(self, said: Iterable[StoredClaim], series: Series, origins: Iterable[StoredOrigin]) -> None:
        self._origins = {o.url: o.origin_url for o in origins}
        self._stored: dict[int, StoredClaim] = {}
        theirs: dict[str, list[Claim]] = defaultdict(list)
        for stored in said:
            claim = as_claim(stored)
            self._stored[id(claim)] = stored  # two outlets of one name may say the very same
            theirs[stored.url].append(claim)
        self.matters = agreement(theirs, series, self._origins)

    def side(self, value: str, claims: Iterable[Claim]) -> Side:
        said = tuple(sorted((self._stored[id(c)] for c in claims), key=lambda s: (s.published or date.max, s.url, s.position)))
        articles = {s.url for s in said}
        denied = all(s.modality == "denied" for s in said)
        stand: Literal["says", "denies", "file"] = "file" if not said else "denies" if denied else "says"
        return Side(value, stand, said, len(articles), len({self._origins.get(a, a) for a in articles}))


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
    )
