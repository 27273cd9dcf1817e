"""A date that is called the first day, where no verb stands before it: "January 10 is the day", "the dark horse of Winter 2025"."""

import re

from pipeline.claims.events import NOT_IT, SAYING
from pipeline.claims.known import Known


def is_named(text: str, start: int, end: int, known: Known) -> bool:
    """The date from `start` to `end` is called the series' first day, or that of the season to which it belongs."""
    if _IS_THE_DAY.match(text, end) and _is_told_of(text[end:], known):
        return True
    if (named := _IS_ITS.match(text, end)) and known.own.find(named["it"]) and not NOT_IT.search(named[0]):
        return True
    if not _SEASON.fullmatch(text, start, end):
        return False
    if one := _ONE_OF.search(text[:start]):
        return bool(known.own.find(text[: one.start()]))
    said = _AMONG.search(text[:start]) and _THEN_IT.match(text, end)
    return bool(said and (titles := known.own.find(text[said.end() :][:_TITLE])) and titles[0].start <= _QUOTE)


_TITLE = 60
_QUOTE = 1
"""Characters before a title behind the words that lead to it."""
_IS_ITS = re.compile(
    r"(?:,[^,;.]{3,40},)?\s+(?:is|was|will\s+be|marks|sees|brings)\s+(?:the\s+(?:[\w-]+\s+)?(?:day|date|month)\s+(?:of|for)\s+)?"
    r"(?P<it>[^,;.:?]{2,60}?['’]s?\s+(?:[\w-]+\s+)?(?:premiere|debut|launch|start)|the\s+(?:[\w-]+\s+){0,2}(?:premiere|debut|launch|start)\s+of\s+[^,;.:?]{2,60})\b"
)
"""A day that is told to be that of the series' premiere ("April 6 marks the debut of …")."""


_IS_THE_DAY = re.compile(
    r"\s*(?:is|it\s+is|will\s+be|(?=[:—–]))\s*(?:(?:the|our|your)\s+(?:big\s+|magic\s+|official\s+)?(?:day|date)\s*)?(?:to\s+(?:mark|circle|save|remember)\b[^.;:]{0,30}|(?=[:;—–]))[:;—–]\s"
)
_IT_BEGINS = re.compile(
    r"\bwhen\b[^.;:?]{2,120}?\b(?:(?:will\s+)?(?:finally\s+)?(?:premieres?|debuts?|begins?|starts?|arrives?|launch(?:es)?|opens?|lands?|drops?|returns?)|comes\s+out)\b|^[^.;:,?]{2,60}?\s(?:finally\s+)?(?:premieres|debuts|begins|starts|arrives|launches)\b|\b(?:premiere|debut|release|launch|start|air)\s+date\b"
)
"""A day is called the day, and behind the colon it is said for what."""
_SEASON = re.compile(r"(?:winter|spring|summer|autumn|fall)\s(?:19|20)\d\d", re.IGNORECASE)
_ONE_OF = re.compile(
    r"\bis\s+(?:(?:the|an?|one\s+of\s+the)\s+)(?:[\w’'-]+\s+){0,3}?(?:wild\s?card|dark\s+horse|surprise|sleeper(?:\s+hit)?|newcomer|debut"
    r"|(?:most\s+(?:anticipated|awaited)|new|original)(?:\s+(?:anime|series|shows?|titles?|originals?)){0,2}|(?:most\s+[\w-]+|best|[a-z]+est)(?:\s+new)?\s+(?:anime|series|show|title|hit))s?\s+(?:of|in|from)\s+(?:the\s+)?$"
)
"""What is new in a season, or the best of it, began in it."""
_AMONG = re.compile(
    r"^\W*(?:[Oo]ne\s+of|[Aa]mong)\s+the\s+(?:[\w’'-]+\s+){1,4}?(?:anime|series|shows|titles|hits)\s+(?:of|in|from)\s+(?:the\s+)?$"
)
_THEN_IT = re.compile(r"(?:\s+(?:anime\s+)?season)?(?:,|\s+(?:is|was|has\s+been|remains))\s+")
"""What leads from a season's shows to the one."""


def _is_told_of(behind: str, known: Known) -> bool:
    """The sentence goes on with when the series begins, and with nothing else of its."""
    begins = _IT_BEGINS.search(behind)
    told = behind[: begins.end()] if begins else ""
    return bool(begins and known.own.find(told) and not NOT_IT.search(SAYING.sub("", told)))
