"""What a text amounts to as a score: log odds that it is favourable → 0..100, by what rated reviews say.

At first a straight line for each engine that was measured: rated film reviews say how log odds grow with the score, critics' scores say which scores are
common, and the line is the mean of what both leave possible (`benchmarks/lines.py` computes it). From FROM rated reviews of the same
crawl on the scores of those decide: the closest curve that never falls (isotonic regression, Ayer et al. 1955).
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.assessment import Recommendation
from pipeline.sentiment.judgement import to_logit

FROM = 50
"""Rated reviews."""
YES, NO = 62.0, 50.0
"""A piece that amounts to more than YES recommends, to less than NO advises against."""

LEAN, SOME = 12.0, 9.0
"""Points for a log odd of advice; points by which either bound moves for advice to some."""


@dataclass(frozen=True, slots=True)
class Line:
    """score = centre + slope x log odds"""

    centre: float
    slope: float

    def score(self, polarity: float) -> float:
        """The score, 0..100, of a piece of this polarity, in [-1, 1]."""
        return round(min(100.0, max(0.0, self.centre + self.slope * to_logit(polarity))), 1)


@dataclass(frozen=True, slots=True)
class Steps:
    """Polarities in rising order and the score from each on."""

    starts: tuple[float, ...]
    scores: tuple[float, ...]

    def score(self, polarity: float) -> float:
        """The score, 0..100, of a piece of this polarity, in [-1, 1]."""
        return self.scores[max(0, bisect_right(self.starts, polarity) - 1)]


Calibration = Line | Steps
LINES: Mapping[str, Line] = {
    "critic": Line(59.4, 4.19),
    "critic+minilm": Line(58.9, 3.9),
    "critic+mpnet": Line(60.1, 3.98),
    "textblob": Line(63.2, 9.29),
}
"""By engine."""


def line(engine: str) -> Line:
    """The line of an engine, given by its name, also with its version ("critic-2.1a"); one that nobody measured has the critic's."""
    return LINES.get(engine, LINES.get(engine.rpartition("-")[0], LINES["critic"]))


def fitted(rated: Sequence[tuple[float, float]], engine: str) -> Calibration:
    """The calibration of a crawl from its rated reviews, (polarity of the text, stated score 0..100); the engine's line while they are few."""
    if len(rated) < FROM:
        return line(engine)
    blocks: list[tuple[float, float, int]] = []  # (first polarity, mean score, reviews)
    for polarity, score in sorted(rated):
        blocks.append((polarity, score, 1))
        while len(blocks) > 1 and blocks[-2][1] >= blocks[-1][1]:
            (start, a, n), (_, b, m) = blocks[-2:]
            blocks[-2:] = [(start, (a * n + b * m) / (n + m), n + m)]
    return Steps(tuple(start for start, _, _ in blocks), tuple(round(score, 1) for _, score, _ in blocks))


def recommends(score: float, lean: float = 0.0, some: float = 0.0) -> Recommendation:
    """What a score of 0..100 amounts to, moved by what the piece advises (`pipeline.advice`): log odds, and how much it advises some only."""
    amount = score + LEAN * lean
    return "yes" if amount > YES + SOME * some else "no" if amount < NO - SOME * some else "mixed"
