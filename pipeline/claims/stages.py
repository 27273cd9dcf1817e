"""Versions for the stage and the ear: the same characters with a cast of their own. Tells what is said of one of them. Knows no kinds of claims."""

import re

from pipeline.claims.known import Known
from pipeline.claims.line import Line

_VERSION = (
    r"(?:stage|radio|audio|theat(?:er|re)|West End|Broadway)\s+(?:musical|play|version|adaptation|production|drama|show|run)"
)
_ONE = rf"(?:the|an?|its|another)\s+(?:[\w-]+\s+){{0,2}}?{_VERSION}\b"
_SPOKEN_OF = re.compile(rf"\b{_ONE}", re.IGNORECASE)
_BEGINS_WITH = re.compile(rf"\W*{_ONE}", re.IGNORECASE)
_BEHIND = re.compile(
    r"\s+(?:in|on|for)\s+the\s+(?:mobile\s+game|game\s+version|stage|musical|podcast|radio|audio|live-action)\b|\s+(?:off[- ]|on\s+)Broadway\b|\s+(?:on\s+stage|in\s+the\s+West\s+End)\b"
)
_ELSEWHERE = re.compile(
    rf"\b(?:mobile|browser)\s+game\b|\bstage\s+musical\b|\b{_VERSION}\b|\bdrama CDs?\b|\bon (?:the )?(?:stage|radio|pod|podcast)\b|\bin (?:the )?(?:podcast|stage play|play|musical|radio play|audio drama)\b"
)
_HERE = re.compile(r"\b[Ii]n the (?:series|show|anime|film|movie|game)\b")
_ASIDE = re.compile(r",\s[^,;]{3,90},(?=\s)")
_CUT = re.compile(r"[.;!?]\s|(?<=[a-z] on stage):\s|,\s+(?:and|but|while|whereas)\s|\s[—–]\s")


def musicals(text: str) -> list[tuple[int, int]]:
    """Where a text names a musical."""
    return [m.span() for m in _SPOKEN_OF.finditer(text) if m[0].lower().endswith("musical")]


def begins_with_a_stage(text: str) -> bool:
    """Another version is what the sentence is about."""
    return bool(_BEGINS_WITH.match(text))


def is_of_a_stage(line: Line, start: int, end: int, known: Known) -> bool:
    """Who plays whom, from `start` to `end`, is said of another version: beside it, in its clause, or by what the sentence or the one before is about."""
    text = line.text
    if _BEHIND.match(text, end) or _ELSEWHERE.search(_ASIDE.sub(" ", text[_clause(text, start) : end])):
        return True
    if known.own.find(text) or _HERE.search(text):
        return False
    return begins_with_a_stage(text) or (not line.opens and begins_with_a_stage(line.sentences_before[-1]))


def _clause(text: str, start: int) -> int:
    """Where the sentence or the half of it begins in which a place stands."""
    return max((m.end() for m in _CUT.finditer(text, 0, start)), default=0)
