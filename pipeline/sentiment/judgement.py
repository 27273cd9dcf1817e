"""What engines are asked and what they answer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or clause, names already masked."""

    text: str
    before: str = ""
    after: str = ""
    heading: str = ""
    position: float = 0.0
    """0 at the beginning of the article, 1 at its end."""
    aspects: tuple[str, ...] = ()
    language: str = ""
    """ISO 639-1; empty where nobody said."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """`polarity` in [-1, 1], None where the engine abstains; `confidence` in [0, 1]; the words it rests on with their weights."""

    polarity: float | None
    confidence: float = 0.0
    evidence: tuple[tuple[str, float], ...] = ()


ABSTAINED = Judgement(None)
