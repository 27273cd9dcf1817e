"""A run from one date to another: its end, and whether it is the series that runs."""

import re

from pipeline.claims.claim import KindName
from pipeline.claims.events import MOVED, NOT_IT, OBJECT_ITSELF, SAYING
from pipeline.claims.known import Known


def is_of_it(text: str, opening: int, low: int, known: Known) -> bool:
    """What is said from `opening` up to the first of two dates is said of the series, and of no event or week."""
    told = SAYING.sub("", text[opening:low])
    named = known.own.find(told) or OBJECT_ITSELF.search(told) or _ON_AIR.search(text, max(0, opening - 20), low)
    return bool(named) and not (NOT_IT.search(told) or _HELD.search(told))


_HELD = re.compile(
    r"\b(?:held|tak(?:es?|ing) place|took place|fairs?|campaigns?|exhibitions?"
    r"|(?:poll|voting|survey|tour|sale)\s+(?:runs?|ran|running|is|was)|(?:the|that|this)\s+(?:\w+\s+)?(?:week|weekend|period|quarter)(?:\s+in\s+question)?,?\s+(?:runs?|ran|running|is|was|covers?|covered|between|of|from))\b",
    re.IGNORECASE,
)
"""What runs from day to day is an event, or the time that is measured."""
_ON_AIR = re.compile(
    r"\b(?:air(?:s|ed|ing)?|broadcast|stream(?:s|ed|ing)?|on air|shown|episodes?|season|runs?|ran|running|between)\b",
    re.IGNORECASE,
)
"""What a series does from day to day."""


def run_end(text: str, low: int, start: int) -> KindName | None:
    """ "from 10 January to 3 April": the second date of a run is its end."""
    between = text[low:start]
    if (
        re.fullmatch(r"\s*(?:to|until|through|till|and|–|-|—)\s*(?:on\s+)?", between)
        and re.search(r"\b(?:runs?|ran|air(?:s|ed|ing)?|broadcast|between|streamed|running|from)\b", text[:low], re.IGNORECASE)
        and not MOVED.search(text[:low])
    ):
        return "finale"
    return None
