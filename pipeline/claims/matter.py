"""What all articles together say of one thing: the values, who is behind each, and which of them cannot both hold."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.claims.claim import Claim, KindName

QuarrelState = Literal["disputed", "outdated", "facts"]
Doubt = Literal[
    "one is only rumoured",
    "one may be of another work",
    "one may be of another version or season",
    "they may be of two events",
    "they are of two channels",
    "one may be of another place",
    "it may have changed in between",
    "which came later is not plain",
    "too few say so",
]
"""Why two values that differ are not held against each other."""
State = Literal["single", "agreed", "disputed", "outdated", "facts"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One value with everybody who claims it, or what agrees with it."""

    value: str
    """The most exact one of those brought together."""
    claims: tuple[Claim, ...]
    denials: tuple[Claim, ...]
    articles: tuple[str, ...]
    """Of the claims, in order of their days."""
    origins: int
    """Independent origins of the claims: copies count once."""
    fact: bool = False
    """The series file says the same."""

    @property
    def first(self) -> date | None:
        return min((c.day for c in self.claims if c.day), default=None)

    @property
    def last(self) -> date | None:
        return max((c.day for c in self.claims if c.day), default=None)


@dataclass(frozen=True, slots=True)
class Quarrel:
    """Two values that can't both hold."""

    state: QuarrelState
    values: tuple[str, str]
    """Disputed: in order of weight. Outdated: the older first. Facts: what is claimed, and what the series file says."""
    claims: tuple[tuple[Claim, ...], tuple[Claim, ...]]
    """Behind each value; none behind a fact."""
    articles: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two values of a thing that has only one, which are not held against each other, and why."""

    reason: Doubt
    values: tuple[str, str]
    """In order of weight."""
    claims: tuple[tuple[Claim, ...], tuple[Claim, ...]]


@dataclass(frozen=True, slots=True)
class Matter:
    """All that is claimed of one thing: the number of episodes, who voices a character."""

    kind: KindName
    about: str
    readings: tuple[Reading, ...]
    """The most independent origins first."""
    quarrels: tuple[Quarrel, ...]
    differences: tuple[Difference, ...]
    facts: tuple[str, ...]
    """What the series file says of it."""

    @property
    def state(self) -> State:
        """The worst that is the matter with it."""
        states = {q.state for q in self.quarrels}
        for worst in ("disputed", "facts", "outdated"):
            if worst in states:
                return worst
        return "agreed" if any(r.origins > 1 or r.fact for r in self.readings) else "single"
