"""Sentence → polarity. Engines stand behind one door, `engine(name)`; what an engine is built on stays in its own module."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path

from pipeline.errors import UserError
from pipeline.sentiment.judgement import Engine, Judgement, Unit

__all__ = ["DEFAULT", "ENGINES", "PLAIN", "Engine", "Judgement", "Unit", "engine"]

DEFAULT, PLAIN = "auto", "critic"
"""What the command line reads with, and what needs nothing but this package."""


def _auto() -> Engine:
    from pipeline.sentiment.deep import DeepEngine
    from pipeline.sentiment.encoder import ENCODERS
    from pipeline.sentiment.pair import PairEngine

    there = [encoder for encoder in ENCODERS.values() if encoder.installed()]
    if not there:
        return engine("critic")
    deep = DeepEngine(there[-1])
    return PairEngine(engine("critic"), deep, deep.beside_critic)


def _critic() -> Engine:
    from pipeline.sentiment.critic import CriticEngine

    return CriticEngine()


def _critic_cc() -> Engine:
    from pipeline.sentiment.critic import TABLE_CC, CriticEngine

    return CriticEngine("critic-cc", TABLE_CC)


def _llm() -> Engine:
    from pipeline.sentiment.llm import engine as asking

    return asking(engine("critic"))


def _deep(name: str) -> Engine:
    from pipeline.sentiment.deep import DeepEngine
    from pipeline.sentiment.encoder import ENCODERS

    return DeepEngine(ENCODERS[name])


def _textblob() -> Engine:
    from pipeline.sentiment.pattern import PatternEngine

    return PatternEngine()


ENGINES: Mapping[str, Callable[[], Engine]] = {
    "auto": _auto,
    "critic": _critic,
    "critic-cc": _critic_cc,
    "minilm": partial(_deep, "minilm"),
    "mpnet": partial(_deep, "mpnet"),
    "textblob": _textblob,
    "llm": _llm,
}
"""Each engine by the name that users choose it by; made when it is asked for, since some need an extra or a server."""


@cache
def engine(name: str) -> Engine:
    """The engine of that name, or critic with the table of that path. Raises UserError where there is none, or what it needs is missing."""
    if name.endswith(".table"):
        from pipeline.sentiment.critic import CriticEngine

        return CriticEngine("critic", Path(name))
    if name not in ENGINES:
        raise UserError(
            f"There is no engine {name!r}.", f"Choose one of {', '.join(ENGINES)}, or a table that nectar train made."
        )
    return ENGINES[name]()
