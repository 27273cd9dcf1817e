"""A date that is called the first day, where no verb stands before it: "January 10 is the day", "the dark horse of Winter 2025"."""

import re

from pipeline.claims.events import NOT_IT, SAYING
from pipeline.claims.known import Known


def is_named(text: str, start: int, end: int, known: Known) -> bool:
    """The date from `start` to `end` is called the series' first day, or that of the season to which it belongs."""
    if _IS_THE_DAY.match(text, end) and _is_told_of(text[end:], known):
        return True
    return bool(
        _SEASON.fullmatch(text, start, end) and (one := _ONE_OF.search(text[:start])) and known.own.find(text[: one.start()])
    )


_IS_THE_DAY = re.compile(
    r"\s*(?:is|it\s+is|will\s+be|(?=[:—–]))\s*(?:(?:the|our|your)\s+(?:big\s+|magic\s+|official\s+)?(?:day|date)\s*)?(?:to\s+(?:mark|circle|save|remember)\b[^.;:]{0,30}|(?=[:;—–]))[:;—–]\s"
)
_IT_BEGINS = re.compile(
    r"\bwhen\b[^.;:?]{2,120}?\b(?:(?:will\s+)?(?:finally\s+)?(?:premieres?|debuts?|begins?|starts?|arrives?|launch(?:es)?|opens?|lands?|drops?|returns?)|comes\s+out)\b|\b(?:premiere|debut|release|launch|start|air)\s+date\b"
)
"""A day is called the day, and behind the colon it is said for what."""
_SEASON = re.compile(r"(?:winter|spring|summer|autumn|fall)\s(?:19|20)\d\d", re.IGNORECASE)
_ONE_OF = re.compile(
    r"\bis\s+(?:(?:the|an?|one\s+of\s+the)\s+)(?:[\w’'-]+\s+){0,3}?(?:wild\s?card|dark\s+horse|surprise|sleeper(?:\s+hit)?|newcomer|debut"
    r"|(?:most\s+(?:anticipated|awaited)|new|original)(?:\s+(?:anime|series|shows?|titles?|originals?)){0,2})s?\s+(?:of|in)\s+(?:the\s+)?$"
)
"""What is new in a season began in it."""


def _is_told_of(behind: str, known: Known) -> bool:
    """The sentence goes on with when the series begins, and with nothing else of its."""
    begins = _IT_BEGINS.search(behind)
    told = behind[: begins.end()] if begins else ""
    return bool(begins and known.own.find(told) and not NOT_IT.search(SAYING.sub("", told)))
