"""Sentence → polarity. Engines stand behind one door: `judge` of ENGINES[name]; what an engine is built on stays in its own module."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from pipeline.sentiment.critic import CriticEngine
from pipeline.sentiment.judgement import Judgement, Unit
from pipeline.sentiment.pattern import PatternEngine

__all__ = ["DEFAULT", "ENGINES", "Engine", "Judgement", "Unit"]


class Engine(Protocol):
    """What reads sentences. Pure: the same units give the same judgements."""

    name: str
    version: str
    languages: frozenset[str]
    """ISO 639-1 codes; on anything else it must not be asked."""

    def judge(self, units: Sequence[Unit]) -> list[Judgement]:
        """One judgement a unit, in order."""
        ...


ENGINES: Mapping[str, Engine] = {"critic": CriticEngine(), "textblob": PatternEngine()}
DEFAULT = "critic"
