"""How it went: weeks, episodes, promises, second thoughts."""

from dataclasses import dataclass
from datetime import date, datetime

from reports.rows.articles import Quote
from reports.rows.figures import IsoWeek


@dataclass(frozen=True, slots=True)
class WeekPoint:
    """A week on the timeline."""

    week: IsoWeek
    promises: int
    reviews: int
    others: int
    reception: float | None
    """0..100 over all reviews up to its end; None below five of them, which make no number."""
    markers: tuple[str, ...]
    """What happened in it: `premiere`, `finale`, `release`, `trailer`, `episode 3`; keys, whatever the language."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What one review gives one episode, 0..100; `stated` is False where its text amounts to it."""

    site: str
    url: str
    published: date | None
    value: float
    stated: bool


@dataclass(frozen=True, slots=True)
class EpisodeRow:
    """Reception of one episode, 0..100; with less than three voices (`few`) the mean is to be shown as theirs."""

    number: int
    aired: date | None
    mean: float | None
    low: float | None
    high: float | None
    few: bool
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """What previews promised of a subject and what came of it; `because` says why in words."""

    subject: str
    status: str
    """kept, broken or open"""
    because: str
    promised: Quote
    kept: Quote | None
    broken: Quote | None


@dataclass(frozen=True, slots=True)
class MindRow:
    """An outlet that thinks otherwise than before, in points of 100, with a sentence of both times."""

    site: str
    before: str
    before_amount: float
    before_said: Quote
    after: str
    after_amount: float
    after_said: Quote


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """An article that its outlet changed in what matters: (kind, before, after) each."""

    site: str
    url: str
    found: datetime
    changes: tuple[tuple[str, str, str], ...]
