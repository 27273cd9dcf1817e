"""What engines are asked and what they answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import exp, log, tanh
from typing import NamedTuple, Protocol


class Unit(NamedTuple):
    """A sentence or clause, names already masked. Dozens an article: a tuple costs a third of what a frozen dataclass does."""

    text: str
    before: str = ""
    after: str = ""
    heading: str = ""
    position: float = 0.0
    """0 at the beginning of the article, 1 at its end."""
    language: str = "en"
    """ISO 639-1."""
    aspects: tuple[str, ...] = ()


Evidence = tuple[tuple[str, float], ...]
"""Words, each with its weight."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """`polarity` in [-1, 1], None where the engine abstains; `confidence` in [0, 1], the chance that its sign is right."""

    polarity: float | None
    confidence: float = 0.0
    because: Callable[[], Evidence] = field(default=tuple, compare=False, repr=False)

    @property
    def evidence(self) -> Evidence:
        """The words that it rests on. Found when asked for: most judgements are never opened."""
        return self.because()


ABSTAINED = Judgement(None)


class Engine(Protocol):
    """What reads sentences. Pure, but for an engine that asks a server: the same units give the same judgements."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    @property
    def languages(self) -> frozenset[str]:
        """ISO 639-1 codes; on anything else it must not be asked."""
        ...

    @property
    def network(self) -> bool:
        """True where texts leave this machine: it is asked from one process, and never about what its site keeps from machines."""
        ...

    def judge(self, units: Sequence[Unit]) -> list[Judgement]:
        """One judgement a unit, in order."""
        ...

    def whole(self, units: Sequence[Unit], judged: Sequence[Judgement]) -> Judgement:
        """The piece as a whole, from its sentences and what `judge` said of them."""
        ...


def of_logit(logit: float, because: Callable[[], Evidence] = tuple) -> Judgement:
    """Log odds that a text is favourable → polarity 2p - 1, and as confidence the chance that its sign is right."""
    return Judgement(tanh(logit / 2), 1 / (1 + exp(-min(abs(logit), 30.0))), because)


def to_logit(polarity: float) -> float:
    """The inverse of `of_logit`, kept within ±8."""
    p = min(max((polarity + 1) / 2, 3.4e-4), 1 - 3.4e-4)
    return log(p / (1 - p))
