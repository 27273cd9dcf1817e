"""Counting: every link that a source gives ends in exactly one of known, fetched or skipped."""

from collections import Counter
from dataclasses import dataclass, field

from pipeline.page import Reason


@dataclass(slots=True)
class Tally:
    """What one source has given so far in this run. Mutable, because a run is under way."""

    source: str
    kind: str
    because: str = ""
    """Why `auto` chose the way that it chose."""
    found: int = 0
    known: int = 0
    fetched: int = 0
    underway: int = 0
    skipped: Counter[Reason] = field(default_factory=Counter)
    indexes_read: int = 0
    partly: bool = False
    """Only news were asked for: what it found says nothing of its yield."""
    cut: bool = False
    """It was not read to its end, because it had given as many articles as it may."""
    missed: bool = False
    """An index could not be read, and nothing took its place."""
    troubles: list[str] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Not one of its indexes could be read; or it is a page that could not be had."""
        return not self.indexes_read and not self.fetched and bool(self.trouble)

    @property
    def trouble(self) -> str:
        """What went wrong first, in words; empty where nothing did."""
        missed = [r for r in (Reason.HTTP_ERROR, Reason.UNREACHABLE, Reason.ROBOTS, Reason.BAD_ADDRESS) if self.skipped[r]]
        return self.troubles[0] if self.troubles else f"{self.source}: {missed[0]}" if missed and self.kind == "url" else ""


@dataclass(frozen=True, slots=True)
class CrawlSummary:
    """How a crawl ended. `outcome`: ok, partial (some sources failed), failed (all did) or interrupted."""

    outcome: str
    tallies: tuple[Tally, ...]

    @property
    def new(self) -> int:
        return sum(t.fetched for t in self.tallies)
