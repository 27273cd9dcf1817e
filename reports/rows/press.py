"""Who says it, and what they claim: outlets, copies, outliers, claims, and how the collection went."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.claims.matter import Doubt
from reports.rows.articles import Quote
from reports.rows.figures import Mean

ClaimState = Literal["agreed", "single", "disputed", "outdated", "against the facts", "rumoured"]


@dataclass(frozen=True, slots=True)
class OutletRow:
    """What one outlet contributes, over all weeks so far."""

    site: str
    articles: int
    kinds: Mapping[str, int]
    languages: tuple[str, ...]
    mean: Mean
    """0..100 over its reviews."""
    scale: float | None
    """The best value that it usually gives; None where too few scores tell."""
    remarks: int
    copies: int
    """Of its articles that are copies of another outlet's."""
    latest: date | None


@dataclass(frozen=True, slots=True)
class Family:
    """One text that several outlets carry; the first is its origin: (site, title, url)."""

    members: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class GrainRow:
    """An outlet that stands apart from the rest of the press, or from its own habit. Points of 100."""

    site: str
    url: str
    value: float
    """What its reviews of this series amount to."""
    rest: Mean
    """The other outlets on this series, each once."""
    own: Mean
    """The same outlet on the other series that are followed."""
    said: Quote | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A factual claim as one article makes it."""

    sentence: str
    modality: str
    """announced, reported, rumoured, corrected or denied"""
    said_by: str
    """Whom the sentence names as its source; else empty."""
    site: str
    published: date | None
    url: str
    language: str = ""
    """Of the article, ISO 639-1; empty where nobody knows."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One value of one thing, and who says so."""

    matter: str
    """What it is about, in words: number of episodes, role of a person."""
    value: str
    origins: int
    """Independent ones; copies count once."""
    first: date | None
    last: date | None
    state: ClaimState
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class QuarrelRow:
    """Two claims that can't both hold, with both sentences; where the series file knows better, `other` is its fact, and `right` are those who have it right."""

    matter: str
    state: Literal["disputed", "outdated", "against the facts"]
    value: str
    left: tuple[Statement, ...]
    other: str
    right: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """Two claims that differ and may both hold, with both sentences, and why they are not held against each other."""

    matter: str
    reason: Doubt
    value: str
    left: tuple[Statement, ...]
    other: str
    right: tuple[Statement, ...]
    """None where only the series file says it."""


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """What one source gave in the last collection."""

    name: str
    kind: str
    found: int
    known: int
    fetched: int
    skipped: Mapping[str, int]
    trouble: str
