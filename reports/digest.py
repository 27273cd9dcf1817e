"""The Digest: everything that one weekly page shows, and nothing that it must still compute."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from pipeline.week import Week


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean over articles, on the scale that its place names; None where nobody said anything."""

    value: float | None
    n: int
    spread: float = 0.0
    """Standard error; 0 where one article or none is all there is."""


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
    stance_from: str | None
    score: float | None
    score_as_written: str | None
    verdict: str | None
    copy_of: str
    """Site of the origin where this is a copy; else empty."""
    spoiler_warning: bool
    note: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one article says on one aspect: its polarity there, and the sentence that says it most clearly."""

    side: str
    """promise or reception"""
    polarity: float
    quote: str
    spoiler: bool
    site: str
    published: date | None
    url: str
    remarks: int
    """Sentences behind the polarity."""


@dataclass(frozen=True, slots=True)
class AspectRow:
    """One aspect: what previews promised and what reviews found, polarity in [-1, 1]."""

    name: str
    label: str
    promise: Mean
    reception: Mean
    before: Mean
    """Reception as of the week before."""
    for_it: int
    against_it: int
    evidence: tuple[Evidence, ...]

    @property
    def gap(self) -> float | None:
        """Reception minus promise."""
        if self.promise.value is None or self.reception.value is None:
            return None
        return self.reception.value - self.promise.value


@dataclass(frozen=True, slots=True)
class Theme:
    """What it is said to be about; `polarity` is the tone in which, in [-1, 1]."""

    name: str
    articles: int
    polarity: float | None
    quotes: tuple["Quote", ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that this week's articles share and earlier ones did not use."""

    text: str
    articles: int
    polarity: float | None = None
    quotes: tuple["Quote", ...] = ()


@dataclass(frozen=True, slots=True)
class Likened:
    """Another work that articles hold it beside, with the sentence of one."""

    work: str
    articles: int
    sentence: str
    site: str
    url: str


@dataclass(frozen=True, slots=True)
class Change:
    """One line of what changed. `kind`: up, down, new, split or quiet."""

    kind: str
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    text: str
    aspect: str
    polarity: float
    spoiler: bool
    site: str
    author: str
    published: date | None
    url: str


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
    """What previews promised of a subject and what came of it: `status` is kept, broken or open, `because` says why in words."""

    subject: str
    status: str
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


@dataclass(frozen=True, slots=True)
class WeekPoint:
    """A week on the timeline; `reception` is 0..100 over all reviews up to its end."""

    week: Week
    promises: int
    reviews: int
    others: int
    reception: float | None
    marker: str


@dataclass(frozen=True, slots=True)
class SourceHealth:
    name: str
    kind: str
    found: int
    known: int
    fetched: int
    skipped: Mapping[str, int]
    trouble: str


@dataclass(frozen=True, slots=True)
class Digest:
    title: str
    slug: str
    note: str
    week: Week
    made: datetime
    crawled: datetime | None
    """End of the last crawl; None where there was none."""
    crawl_outcome: str
    earlier: Week | None
    later: Week | None
    verdict: str
    reception: Mean
    """0..100 over all reviews so far, copies once."""
    reception_before: Mean
    reviews_this_week: int
    stated: int
    """How many of the reviews so far state a score or a recommendation; the stance of the others is inferred."""
    favourable: int
    mixed: int
    unfavourable: int
    unjudged: int
    promise: Mean
    """0..100 over all previews."""
    changes: tuple[Change, ...]
    aspects: tuple[AspectRow, ...]
    themes: tuple[Theme, ...]
    phrases: tuple[Phrase, ...]
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

    @property
    def enough(self) -> bool:
        """From five reviews on there is a number; below it only what they say."""
        return self.reception.n >= ENOUGH


ENOUGH = 5
"""Reviews, as Rotten Tomatoes and Metacritic have it: fewer make no score."""
