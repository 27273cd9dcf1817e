"""Articles and what they say: listed, scored, quoted, as evidence."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from reports.rows.figures import IsoWeek


@dataclass(frozen=True, slots=True)
class Listed:
    """An article as tables show it."""

    url: str
    title: str
    site: str
    author: str
    published: date | None
    kind: str
    episode: int | None
    language: str
    stance: float | None
    """[-1, 1]"""
    stance_from: str | None
    score: float | None
    """0..100, normalised."""
    score_as_written: str | None
    verdict: str | None
    copy_of: str
    """Site of the origin where this is a copy; else empty."""
    spoiler_warning: bool
    note: str


@dataclass(frozen=True, slots=True)
class Scored:
    """What one review or preview counts as."""

    side: Literal["promise", "reception"]
    site: str
    title: str
    url: str
    published: date | None
    kind: str
    episode: int | None
    value: float
    """0..100"""
    rule: Literal["score", "recommendation", "text"]
    """Normalised from its own score, told from what it recommends, or inferred from its text."""
    as_written: str
    """The score in its own words; empty where it states none."""
    weight: float
    """1, unless the series file says otherwise of its outlet."""
    week: IsoWeek
    clash: bool
    """Its score and its text contradict each other."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of at most 25 words with its source; without text where its page allows none."""

    text: str
    aspect: str
    polarity: float
    spoiler: bool
    site: str
    author: str
    published: date | None
    url: str
    language: str = ""
    """Of the article, ISO 639-1; empty where nobody knows."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one article says on one aspect or theme: its polarity there, and the sentence that says it most clearly."""

    side: str
    """promise, reception, or other where it is neither a preview nor a review."""
    polarity: float | None
    quote: str
    spoiler: bool
    site: str
    published: date | None
    url: str
    remarks: int
    """Sentences behind the polarity."""
    language: str = ""
    """Of the article, ISO 639-1; empty where nobody knows."""
