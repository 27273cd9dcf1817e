"""Weeks, means and shares: what numbers are made with."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from pipeline.errors import UserError
from pipeline.week import Week


def _week(value: object) -> Week:
    try:
        return value if isinstance(value, Week) else Week.parse(str(value))
    except UserError as error:
        raise ValueError(str(error)) from None


IsoWeek = Annotated[
    Week,
    BeforeValidator(_week),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}-W[0-9]{2}$", "description": "ISO 8601 week, such as 2024-W24."}),
]
"""A Week, in JSON as text."""


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean over articles, each origin once, on the scale that its place names."""

    value: float | None
    """None where nobody said anything."""
    n: int
    low: float | None = None
    high: float | None = None
    """Nine times in ten the mean of many such would lie between `low` and `high`; None for less than two articles."""

    @property
    def half(self) -> float:
        """Half the width of the interval; 0 where there is none."""
        return 0.0 if self.low is None or self.high is None else (self.high - self.low) / 2


@dataclass(frozen=True, slots=True)
class Share:
    """`k` of `n`, with the exact interval (Clopper and Pearson) that holds the true share nine times in ten; 0..1."""

    k: int
    n: int
    low: float | None
    high: float | None

    @property
    def value(self) -> float | None:
        return self.k / self.n if self.n else None
