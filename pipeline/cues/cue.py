"""What speaks for a kind of piece: a pattern in one of its places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from pipeline.assessment import KindName
from pipeline.terms import Hints


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern in a place that speaks for a kind with a weight; weights were set by hand on our own articles.

    Places are searched in lower case, which is far cheaper than patterns that know both; the series' own names stand there as "x".
    """

    kind: KindName
    weight: float
    place: str
    pattern: re.Pattern[str]
    name: str
    begins: Hints | None = None
    """What it begins with, of patterns that go through the whole text."""

    def speaks(self, place: str) -> bool:
        """True where it stands in its place, given in lower case."""
        return self.begins.begin(self.pattern, place) if self.begins else self.pattern.search(place) is not None


def cue(kind: KindName, weight: float, place: str, name: str, pattern: str, *begins: str) -> Cue:
    return Cue(kind, weight, place, re.compile(pattern), name, Hints(*begins) if begins else None)


def each(*words: str) -> Iterator[str]:
    """Every choice of one word of each group: ("we i", "hope") is "we hope" and "i hope"; a blank within is written as _."""
    return (" ".join(chosen).replace("_", " ") for chosen in product(*(group.split() for group in words)))
