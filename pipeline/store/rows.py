"""What the Store answers: plain values that outlive every connection."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from pipeline.assessment import Likeness, Opinion, clashes, polarities
from pipeline.interval import Sums
from pipeline.page import Page
from pipeline.rights import Rights
from pipeline.urls import host, identity


@dataclass(frozen=True, slots=True)
class Known:
    """A URL that need not be fetched again unless its source says that it changed since."""

    fetched: datetime
    modified: datetime | None
    unchanged: int = 0
    """Times in a row that it was asked for again in vain."""
    digest: str = ""
    """Of what `source` handed out of it when it was fetched; empty where that is not known."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class IndexAnswer:
    """What an index (feed, sitemap, search) was when it was last read whole."""

    url: str
    question: str
    """Changes when the names of the series or the source change: then the index is read anew."""
    etag: str
    last_modified: str
    sha256: str
    read: datetime
    trusted: bool = True
    """False where the same validators came with another body."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What must not be collected again: hosts, authors in lower case, identities of addresses."""

    sites: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()
    urls: frozenset[str] = frozenset()

    def holds(self, url: str) -> bool:
        """True where nothing may be fetched from this address."""
        if not (self.sites or self.urls):
            return False
        site = host(url).partition(":")[0]
        return identity(url) in self.urls or any(site == s or site.endswith(f".{s}") for s in self.sites)

    def forbids(self, url: str, author: str) -> bool:
        """True where an article may not be kept."""
        return author.strip().lower() in self.authors or self.holds(url)


@dataclass(frozen=True, slots=True)
class Revision:
    """An article whose text, title, date or score its outlet changed; `before` and `after` hold title, published, score_as_written, score."""

    url: str
    site: str
    found: datetime
    changed: tuple[str, ...]
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    difference: str
    """Of the paragraphs, as a unified diff; empty where the text is the same."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A stored page that waits to be read."""

    page_id: int
    page: Page
    first_seen: datetime
    sha256: str = ""
    """Of the body."""


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


class StoredSentence(NamedTuple):
    """A sentence of an entry; `topics` are (facet, name, polarity). A tuple, since a page is made from tens of thousands."""

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
class WeeklyAspect:
    """What the articles that were published in one week think of one aspect."""

    week: str
    side: str
    """Promise (previews), reception (reviews) or other (all other kinds)."""
    aspect: str
    articles: int
    """That speak of it."""
    judged: int
    """Of these, those from which a polarity could be told."""
    polarity: float | None
    """[-1, 1], the mean over `judged`; each article counts once, copies of it too. None where there are none."""
    remarks: int
    """Sentences that the polarity is made of."""


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
    question: str = ""
    """As in IndexAnswer; empty where anything went wrong, so that the next run asks for all."""
    partly: bool = False
    """Only news were asked for: `found` is not its yield."""


@dataclass(frozen=True, slots=True)
class Run:
    """One crawl."""

    id: int
    started: datetime
    ended: datetime | None
    outcome: str
    sources: tuple[SourceRun, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredRemark:
    """One sentence on one aspect or theme, with the article that says it."""

    url: str
    site: str
    source: str
    title: str
    published: date | None
    kind: str
    episode: int | None
    facet: str
    """`aspect` or `theme`."""
    name: str
    polarity: float | None
    """[-1, 1]; None where the engine abstained."""
    text: str
    spoiler: bool


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What the reviews of other series amount to that an outlet published in one week, or up to one."""

    site: str
    week: str
    values: Sums
    """Of what they state, 0..100."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the database knows by name."""

    sources: frozenset[str] = frozenset()
    """Sources and outlets."""
    aspects: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    """Kinds of claims, and what they are about."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a SELECT gave."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    more: bool
    """There are more rows than were asked for."""


LEANING = 0.1
"""A stance or polarity beyond it is for or against; up to it, mixed."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What `entries` filters by; None and empty mean: any."""

    text: str = ""
    """In the language of `pipeline/free_text.py`."""
    kind: str | tuple[str, ...] | None = None
    """One, or several of which one is enough."""
    source: str | None = None
    """Of a source or an outlet."""
    aspect: str | None = None
    theme: str | None = None
    since: date | None = None
    until: date | None = None
    min_score: float | None = None
    limit: int | None = None
    language: str | None = None
    week: str | None = None
    """Of publication, such as 2024-W24."""
    max_score: float | None = None
    stance: Literal["pos", "mixed", "neg"] | None = None
    """Of the article; where remarks are asked for, of the remark."""
    stance_from: Literal["stated", "inferred"] | None = None
    episode: int | None = None
    offset: int = 0
    sort: str = "-date"
    """date, score, stance, words, rank (best first) or relevance (the same); `-` before it turns it round. What has none comes last."""
    about: str | tuple[str, ...] | None = None
    """Makes a claim of this kind (`episodes`), or about this (`director`, `season 2`); or of one of several."""
