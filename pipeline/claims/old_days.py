"""Tells a date that a newer one in the same sentence takes the place of: what was planned, moved, missed or called off."""

import re

from pipeline.claims.events import MOVED, OLD

_SAID = 80
_CLAUSE = 120
"""Characters before a date within which it is told that it is an old one, and of the clause before, about."""


def is_old(text: str, start: int, end: int) -> bool:
    """The date from `start` to `end` is an old one."""
    if _NOT_UNTIL.search(text, max(0, start - _SAID), end):
        return False
    if text[start:end].lower().startswith("from ") and MOVED.search(text[:start]) and re.match(r"\s*(?:to|until)\b", text[end:]):
        return True
    if text[start:end].lower().startswith("from ") and (
        OLD.search(f"{text[max(0, start - _SAID) : start]}from ") or _LEFT.search(text, max(0, start - _SAID), start)
    ):
        return True
    if _CALLED_OFF.match(text, end):
        return True
    if _LATER_THAN.search(text[max(0, start - _CLAUSE) : start]) and _ITS_DATE.match(text, end) and MOVED.search(text):
        return True
    if _TO_A_DAY_FROM.search(text[max(0, start - _CLAUSE) : start]):
        return True
    if (_PLANNED.search(text[:start]) and _NOW.match(text, end)) or (_DUE.search(text[:start]) and _IS_PUT_OFF.match(text, end)):
        return True
    before = re.sub(r"\s*\b(?:on|in|for|of|to|until)\s*$", lambda m: m[0] if m[0].strip() in {"for", "to"} else "", text[:start])
    if _TO_A_DAY.match(text, end) and _MOVED_FROM.search(text[max(0, start - _CLAUSE) : start]):
        return True
    return bool(
        OLD.search(before[-_SAID:])
        or OLD.search(text[max(0, start - _SAID) : start])
        or re.match(
            r"\s*,?\s*(?:as (?:first|originally|previously|initially) |originally\b|until (?:now|today|this (?:morning|week)|yesterday|recently|last)\b)",
            text[end:],
        )
    )


_LATER_THAN = re.compile(
    r"\b(?:days?|weeks?|months?|years?|fortnight)\s+(?:after|later than|past|behind|beyond|before|ahead of|earlier than)\s+(?:the|its)\s+(?:\w+\s+){0,2}$"
)
_ITS_DATE = re.compile(r"\s+(?:\w+\s+)?(?:date|window|target|slot|plan|premiere|release|launch|debut|start|opening)\b")
"""How far the new day is from the old one."""
_TO_A_DAY = re.compile(
    r"\s*(?:to|until)\s+(?=[A-Z\d]|(?:an?|the|next|late|early|mid|this|some\w*|spring|summer|autumn|fall|winter)\b)"
)
_TO_A_DAY_FROM = re.compile(
    rf"{MOVED.pattern}[^.;]{{0,60}}\b(?:to|until|for)\s[^.;]{{3,30}}?\s(?:up |back )?from\s+(?:\w+\s+){{0,3}}$", re.IGNORECASE
)
_CALLED_OFF = re.compile(
    r"(?:(?!\b(?:and|but|while|as|because|though|where|which|when|who|that|so|its?|the)\b)[^.;,:]){0,40}?\s(?:is|are|was|were|has been|have been)\s+(?:now\s+|since\s+)?(?:cancel\w+|called off|off\b(?! (?:to|and)\b)|scrapped|shelved)\b|\s+(?:\w+\s+)?(?:premiere|release|launch|debut|start|opening|slot|date|run|screening|bow|preview|event)\b[^.;]{0,50}?\b(?:scrapped|cancel\w+|pulled|is off|dropped|abandoned|postponed|delayed|missed|no longer)\b"
)
_LEFT = re.compile(r"\b(?:delay(?:ed|s)?|postponed|postponement|moved|pushed(?:\s+back)?|put\s+back|held\s+back|bumped)\s+$")
"""Before "from January": what was moved is there no longer."""
_PLANNED = re.compile(r",\s+(?:\w+\s+)?(?:planned|due|set|scheduled|slated|expected|meant|announced)\s+for\s+(?:the\s+)?$")
_NOW = re.compile(
    r",\s+(?:\w+\s+)?now\b|,\s+(?:has|will|won['’]t|moves|moved|is (?:not|off|now)|was (?:missed|scrapped|put back))\b"
)
"""The day between commas is the old one."""
_DUE = re.compile(r",\s+(?:due|out|set|scheduled|expected|(?:due|set|meant|scheduled)\s+to\s+\w+)\s+(?:on\s+)?$")
_IS_PUT_OFF = re.compile(
    r",\s+(?:has|have|had|is|was)\s+(?:now\s+|since\s+)?(?:been\s+)?(?:delayed|postponed|pushed|moved|put\s+(?:back|off)|held\s+back|bumped)\b"
)
_MOVED_FROM = re.compile(rf"{MOVED.pattern}[^.;]{{0,100}}\bfrom\s+(?:\w+\s+){{0,3}}$", re.IGNORECASE)
_NOT_UNTIL = re.compile(r"\b(?:not|never)\s[^.;,]{0,60}?\buntil\s[^.;,]{2,24}$")
"""When it will be, and not before."""
