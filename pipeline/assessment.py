"""What we conclude about one article, for one series."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

from pipeline.page import Reason

if TYPE_CHECKING:
    from pipeline.claims import Claim

KindName = Literal["preview", "review", "episode_review", "news", "interview", "guide", "list", "other"]
KINDS: tuple[KindName, ...] = get_args(KindName)
PROMISING: tuple[KindName, ...] = ("preview",)
"""Kinds that say what to expect."""
JUDGING: tuple[KindName, ...] = ("review", "episode_review")
"""Kinds that say what came of it."""
CLASH = 35.0
"""Points of 100 between a stated score and what the text amounts to, from which on both are shown."""


@dataclass(frozen=True, slots=True)
class Relevance:
    """Whether the article is about the series, with the evidence in words."""

    relevant: bool
    because: str
    reason: Reason | None = None
    """Why it was not taken; None when it was."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of piece it is. `margin` is the lead over the runner-up; below 1 the choice is unsure."""

    name: KindName
    because: str
    margin: float
    episode: int | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """A stated overall score. `value` is normalised to 0..100."""

    value: float
    as_written: str
    where: Literal["structured data", "text"]


Recommendation = Literal["yes", "mixed", "no"]
Facet = Literal["aspect", "theme"]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one article thinks of one aspect or theme, made of its remarks. Polarities lie in [-1, 1]."""

    facet: Facet
    name: str
    polarity: float | None
    """Thin evidence is drawn toward the whole piece; None where the engine abstained from all remarks."""
    low: float | None = None
    high: float | None = None
    """Nine times in ten the mean of many such remarks would lie between `low` and `high`."""
    remarks: int = 0
    """Remarks that the polarity is made of."""
    score: float | None = None
    """0..100: what the author gives it apart ("Story: 7/10"); the polarity does not contain it."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Another work that the piece holds beside this one, and the sentence in which it does."""

    work: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with what was made of it. Polarities lie in [-1, 1]; None means that the engine abstained."""

    text: str
    polarity: float | None
    confidence: float
    aspects: Mapping[str, float | None] = field(default_factory=dict)
    themes: tuple[str, ...] = ()
    spoiler: bool = False
    paragraph: int = 0
    verdict: bool = False

    @property
    def topics(self) -> tuple[tuple[str, str, float | None], ...]:
        """(facet, name, polarity) for each aspect and theme that the sentence speaks of: its remarks."""
        return (
            *(("aspect", name, polarity) for name, polarity in self.aspects.items()),
            *(("theme", name, self.polarity) for name in self.themes),
        )


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is concluded about one article. Every number in it is made of `sentences` and of the stated score."""

    relevance: Relevance
    kind: Kind
    stance: float | None
    """[-1, 1]; None where nothing states it and the engine does not read the language."""
    stance_from: Literal["stated", "inferred"] | None
    score: Score | None
    verdict: str | None
    opinions: tuple[Opinion, ...]
    sentences: tuple[Sentence, ...]
    phrases: tuple[str, ...]
    """Key phrases of the piece, lower case, without names."""
    spoiler_warning: bool
    engine: str
    """Name and version, such as textblob-1."""
    note: str = ""
    """What could not be judged and why, such as "not analysed: language ja"."""
    inferred: float | None = None
    """[-1, 1]: the text alone, whatever is stated."""
    estimate: float | None = None
    """0..100: the score that `inferred` amounts to, before the crawl's own rated reviews have their say."""
    recommends: Recommendation | None = None
    episode_scores: Mapping[int, float] = field(default_factory=dict)
    """Episode → 0..100, where the piece scores several apart."""
    likened_to: tuple[Likeness, ...] = ()
    claims: "tuple[Claim, ...]" = ()
    """What it states about the series, each statement once, in order of appearance."""

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
        """The stated score and the text say different things; both are kept, and the score counts."""
        return clashes(self.score.value if self.score else None, self.estimate)


def polarities(opinions: Iterable[Opinion], facet: Facet) -> dict[str, float | None]:
    """Name → polarity of the aspects, or of the themes."""
    return {o.name: o.polarity for o in opinions if o.facet == facet}


def clashes(score: float | None, estimate: float | None) -> bool:
    """True where a stated score and the score that the text amounts to (both 0..100) lie CLASH or more apart."""
    return score is not None and estimate is not None and abs(score - estimate) >= CLASH
