"""Two engines together: what `auto` is where an encoder is installed. They err in different places, so their log odds are added."""

from collections.abc import Mapping, Sequence

from pipeline.sentiment.judgement import ABSTAINED, Engine, Judgement, Unit, of_logit, to_logit

FIRM = 2.0
"""Log odds from which both together judge, though the one that reads words finds no opinion: about 7 : 1."""


class PairEngine:
    """`weights`: what a log odd of each counts, by "critic", the encoder's name, and the same with "whole "."""

    def __init__(self, wide: Engine, deep: Engine, weights: Mapping[str, float]) -> None:
        self._wide, self._deep, self._weights = wide, deep, weights
        self.name = f"{wide.name}+{deep.name}"
        self.version = f"{wide.version}+{deep.version}"
        self.network = wide.network or deep.network
        self.languages = wide.languages & deep.languages

    def judge(self, units: Sequence[Unit]) -> list[Judgement]:
        """What the encoder takes for no opinion is none; where only the other abstains, its log odds count as 0, and what is not firm is no opinion either."""
        both = zip(self._wide.judge(units), self._deep.judge(units), strict=True)
        return [ABSTAINED if deep.polarity is None else self._judged(wide, deep) for wide, deep in both]

    def whole(self, units: Sequence[Unit], judged: Sequence[Judgement]) -> Judgement:
        """The whole read by the one, and the mean of the sentences as both judged them."""
        deep = self._deep.whole(units, judged)
        return ABSTAINED if deep.polarity is None else self._sum(self._wide.whole(units, judged), deep, "whole ")

    def _judged(self, wide: Judgement, deep: Judgement) -> Judgement:
        found = self._sum(wide, deep, "")
        is_weak = wide.polarity is None and abs(to_logit(found.polarity or 0.0)) < FIRM
        return ABSTAINED if is_weak else found

    def _sum(self, wide: Judgement, deep: Judgement, of: str) -> Judgement:
        w, d = (0.0 if j.polarity is None else to_logit(j.polarity) for j in (wide, deep))
        return of_logit(w * self._weights[f"{of}critic"] + d * self._weights[f"{of}{self._deep.name}"], wide.because)
