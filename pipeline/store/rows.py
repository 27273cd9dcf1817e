"""What the Store answers: plain values that outlive every connection."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from pipeline.assessment import Likeness, Opinion, clashes, polarities
from pipeline.page import Page
from pipeline.rights import Rights


@dataclass(frozen=True, slots=True)
class Known:
    """A URL that need not be fetched again unless its source says that it changed since."""

    fetched: datetime
    modified: datetime | None


@dataclass(frozen=True, slots=True)
class Pending:
    """A stored page that waits to be read."""

    page_id: int
    page: Page
    first_seen: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One article about the series with what was concluded. Field names are the contract of `nectar query --json`."""

    id: int
    url: str
    site: str
    source: str
    title: str
    author: str
    published: date | None
    date_from: str
    language: str
    kind: str
    kind_because: str
    episode: int | None
    relevant_because: str
    stance: float | None
    stance_from: str | None
    score: float | None
    score_as_written: str | None
    verdict: str | None
    inferred: float | None
    estimate: float | None
    recommends: str | None
    episode_scores: Mapping[int, float]
    likened_to: tuple[Likeness, ...]
    opinions: tuple[Opinion, ...]
    spoiler_warning: bool
    words: int
    first_seen: datetime
    week: str | None
    seen_week: str
    phrases: tuple[str, ...]
    engine: str
    note: str
    text: str = field(repr=False, default="")
    rights: Rights = Rights()  # noqa: RUF009 - frozen

    @property
    def aspects(self) -> Mapping[str, float | None]:
        """Aspect → polarity."""
        return polarities(self.opinions, "aspect")

    @property
    def themes(self) -> Mapping[str, float | None]:
        """Theme → polarity."""
        return polarities(self.opinions, "theme")

    @property
    def clash(self) -> bool:
        return clashes(self.score, self.estimate)


@dataclass(frozen=True, slots=True)
class StoredSentence:
    """A sentence of an entry; `topics` are (facet, name, polarity)."""

    entry: int
    position: int
    text: str
    paragraph: int
    polarity: float | None
    confidence: float
    spoiler: bool
    verdict: bool
    topics: tuple[tuple[str, str, float | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A URL that was not taken, and why."""

    url: str
    source: str
    reason: str
    detail: str
    first_seen: datetime
    last_seen: datetime


@dataclass(frozen=True, slots=True)
class SourceRun:
    """What one source gave in one run. found = known + fetched + sum of skipped, unless the run was cut short."""

    source: str
    kind: str
    found: int = 0
    known: int = 0
    fetched: int = 0
    skipped: Mapping[str, int] = field(default_factory=dict)
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """One crawl."""

    id: int
    started: datetime
    ended: datetime | None
    outcome: str
    sources: tuple[SourceRun, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What `entries` filters by; None and empty mean: any."""

    text: str = ""
    kind: str | None = None
    source: str | None = None
    aspect: str | None = None
    theme: str | None = None
    since: date | None = None
    until: date | None = None
    min_score: float | None = None
    limit: int | None = None
