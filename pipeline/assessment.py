"""What we conclude about one article, for one series."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from pipeline.page import Reason

KindName = Literal["preview", "review", "episode_review", "news", "interview", "guide", "list", "other"]
KINDS: tuple[KindName, ...] = get_args(KindName)
PROMISING: tuple[KindName, ...] = ("preview",)
"""Kinds that say what to expect."""
JUDGING: tuple[KindName, ...] = ("review", "episode_review")
"""Kinds that say what came of it."""


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
    aspects: Mapping[str, float | None]
    themes: Mapping[str, float | None]
    sentences: tuple[Sentence, ...]
    phrases: tuple[str, ...]
    """Key phrases of the piece, lower case, without names."""
    spoiler_warning: bool
    engine: str
    """Name and version, such as textblob-1."""
    note: str = ""
    """What could not be judged and why, such as "not analysed: language ja"."""
