"""Two engines over the same sentences: how often they agree, and where they differ most."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from pipeline.masks import Masks
from pipeline.sentiment import Engine, Judgement, Unit, engine
from pipeline.series import Series
from pipeline.store import Entry, StoredSentence

_TOGETHER = 256
"""Sentences judged at a time."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A sentence with both polarities, None for an abstention."""

    text: str
    site: str
    url: str
    one: float | None
    other: float | None

    @property
    def width(self) -> float:
        """How far apart, 0 to 2; an abstention counts as 0."""
        return abs((self.one or 0.0) - (self.other or 0.0))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Names of the engines, shares of the sentences (0..1), and all that differ, widest first."""

    one: str
    other: str
    sentences: int
    agree: float
    oppose: float
    alone: float
    silent: float
    widest: tuple[Difference, ...]

    def record(self, limit: int) -> dict[str, Any]:
        return asdict(self) | {"widest": [asdict(d) for d in self.widest[:limit]]}


def compared(
    series: Series,
    entries: Sequence[Entry],
    sentences: Sequence[StoredSentence],
    one: str,
    other: str,
    progress: Callable[[int, int], None] | None = None,
) -> Comparison:
    """Judge the sentences of the entries by both engines. Raises UserError where one can't be had."""
    masks, by_id = Masks(series), {e.id: e for e in entries}
    engines = engine(one), engine(other)
    asked = [s for s in sentences if all(by_id[s.entry].language in e.languages for e in engines)]
    found: list[Difference] = []
    for start in range(0, len(asked), _TOGETHER):
        some = asked[start : start + _TOGETHER]
        both = [_judged(e, [masks.mask(s.text) for s in some]) for e in engines]
        for s, a, b in zip(some, *both, strict=True):
            found.append(Difference(s.text, by_id[s.entry].site, by_id[s.entry].url, a.polarity, b.polarity))
        if progress:
            progress(start + len(some), len(asked))
    n = len(found) or 1
    judged = [(d.one, d.other) for d in found if d.one is not None and d.other is not None]
    agree = sum(a * b > 0 for a, b in judged)
    silent = sum(d.one is None and d.other is None for d in found)
    widest = tuple(sorted((d for d in found if d.width > 0), key=lambda d: (-d.width, d.text)))
    names = [f"{e.name}-{e.version}" for e in engines]
    return Comparison(
        names[0],
        names[1],
        len(found),
        agree / n,
        sum(a * b < 0 for a, b in judged) / n,
        (len(found) - len(judged) - silent) / n,
        silent / n,
        widest,
    )


def _judged(asked: Engine, texts: Sequence[str]) -> list[Judgement]:
    return asked.judge([Unit(text) for text in texts])
