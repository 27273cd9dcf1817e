"""What is thought of it: aspects, themes, phrases, likenesses, and what changed."""

from dataclasses import dataclass
from typing import Literal

from reports.rows.articles import Evidence, Quote
from reports.rows.figures import Mean


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
    course: tuple[float | None, ...] = ()
    """Reception so far, week by week, as in the timeline."""

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
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that this week's articles share and earlier ones did not use."""

    text: str
    articles: int
    polarity: float | None = None
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Likened:
    """Another work that articles hold it beside, with the sentence of one."""

    work: str
    articles: int
    sentence: str
    site: str
    url: str
    language: str = ""
    """Of the article, ISO 639-1; empty where nobody knows."""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of what changed."""

    kind: Literal["up", "down", "new", "split", "gone", "corrected", "quiet"]
    text: str
    anchor: str = ""
