"""The Digest: everything that one weekly page shows, and nothing that it must still compute. Every format is drawn from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pydantic import ConfigDict

from reports.rows import (
    AspectRow,
    Change,
    ClaimRow,
    CorrectionRow,
    DifferenceRow,
    EpisodeRow,
    Family,
    GrainRow,
    IsoWeek,
    Likened,
    Listed,
    Mean,
    MindRow,
    OutletRow,
    Phrase,
    PromiseRow,
    QuarrelRow,
    Quote,
    Scored,
    Share,
    SourceHealth,
    Theme,
    WeekPoint,
)

VERSION = 1
"""Of the model: a field more is the same version, a field that goes or changes its meaning is the next."""
ENOUGH = 5
"""Reviews, as Rotten Tomatoes and Metacritic have it: fewer make no score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """One week of one series."""

    version: int = VERSION
    language: str = "en"
    """Of its sentences and of the page, ISO 639-1; keys such as kinds and states are the same in all."""
    title: str
    slug: str
    note: str
    week: IsoWeek
    made: datetime
    crawled: datetime | None
    """End of the last crawl; None where there was none."""
    crawl_outcome: str
    earlier: IsoWeek | None
    later: IsoWeek | None
    seen_up_to: int | None
    """The episode up to which a reader has seen it: what later ones give away is folded. None: whatever gives away is."""
    verdict: str
    reception: Mean
    """0..100 over all reviews so far, copies once, as weighted."""
    reception_before: Mean
    """The same as of the week before."""
    unweighted: Mean
    """0..100, each review with weight 1."""
    weights: Mapping[str, float]
    """Outlet → weight, where the series file gives one."""
    reviews_this_week: int
    stated: int
    """How many of the reviews so far state a score or a recommendation; the stance of the others is inferred."""
    favourable: Share
    favourable_before: Share
    mixed: int
    unfavourable: int
    unjudged: int
    spread: tuple[int, ...]
    """Reviews in ten steps of the scale: 0 to 10, 10 to 20 … 90 to 100."""
    opinion: str
    """divided, agreed or lukewarm, in a sentence; empty with too few reviews."""
    promise: Mean
    """0..100 over all previews."""
    promise_before: Mean
    scores: tuple[Scored, ...]
    """What reception and promise are made of."""
    changes: tuple[Change, ...]
    aspects: tuple[AspectRow, ...]
    themes: tuple[Theme, ...]
    phrases: tuple[Phrase, ...]
    faded: tuple[Phrase, ...]
    """Phrases of the weeks before that nobody uses any more."""
    likened: tuple[Likened, ...]
    praise: tuple[Quote, ...]
    blame: tuple[Quote, ...]
    timeline: tuple[WeekPoint, ...]
    episodes: tuple[EpisodeRow, ...]
    turn: str
    """Where the press turned, in words; empty where nothing exceeds its noise."""
    promises: tuple[PromiseRow, ...]
    minds: tuple[MindRow, ...]
    corrections: tuple[CorrectionRow, ...]
    claims: tuple[ClaimRow, ...]
    quarrels: tuple[QuarrelRow, ...]
    grain: tuple[GrainRow, ...]
    outlets: tuple[OutletRow, ...]
    families: tuple[Family, ...]
    published: tuple[Listed, ...]
    """Published in this week."""
    found_late: tuple[Listed, ...]
    """Found in this week, published before it."""
    all_articles: int
    origins: int
    languages: Mapping[str, int]
    sources: tuple[SourceHealth, ...]
    skipped: Mapping[str, int]
    """Reason → URLs that were not taken so far."""
    engine: str
    reproduce: str
    online: str = ""
    """Address of the page on the web; empty where nobody said."""
    differences: tuple[DifferenceRow, ...] = ()
    """Claims that differ and are not held against each other."""

    __pydantic_config__ = ConfigDict(use_attribute_docstrings=True)

    @property
    def enough(self) -> bool:
        """From five reviews on there is a number; below it only what they say."""
        return self.reception.n >= ENOUGH

    @property
    def reviews(self) -> int:
        """So far, those included that could not be judged."""
        return self.reception.n + self.unjudged
