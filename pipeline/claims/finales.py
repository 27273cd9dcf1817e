"""The day of the episode whose number is that of all of them: "Episode 12 airs on March 27", and the last line of a schedule."""

import re
from collections.abc import Iterator

from pipeline.claims.claim import Found
from pipeline.claims.days import Tense, resolve, spots
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.seasons import season


def last_episode(line: Line, known: Known) -> Iterator[Found]:
    """The finale by its number, where the series file knows how many episodes there are and nobody speaks of a later season."""
    text = line.text
    total = known.of_file("episodes", "") if known.aired else ()
    numbered = [m for m in _EPISODE.finditer(text) if m[1] in total] if total else []
    for spot in spots(text, line.dates) if numbered else ():
        for m in numbered:
            airs = _AIRS.fullmatch(text, m.end(), spot.start())
            of_it = _ITS_RELEASE.search(text[: m.start()]) and _ON.fullmatch(text, m.end(), spot.start())
            if not (airs or of_it) or _OF_ELSE.search(text[max(0, m.start() - _NEAR) : spot.start()]):
                continue
            tense: Tense = "past" if airs and _AIRED.search(airs[0]) else "future"
            value = resolve(spot, line.published, tense, line.day_first)
            if len(value) == _WHOLE and not season(line, m.start(), m.end(), "future"):
                yield Found("", value, spot.start(), spot.end(), kind="finale")


_EPISODE = re.compile(r"\b[Ee]p(?:isode|\.)?\s*#?(\d{1,3})\b(?!\s*[-–]\s*\d)")
_NAME = r"(?:,?\s+(?:titled|called|entitled)\s[^;.:?]{2,80}?,?|,\s[^;.:?,]{2,60},|\s+[\"“‘][^\"“”]{2,60}[\"”’],?)?"
"""What it is called."""
_AIRS = re.compile(
    rf"[\"”’'*_]*{_NAME}\s*(?:[-–—:|(]\s*|\s(?:(?:is|was)\s+)?(?:will\s+|(?:set|due|scheduled|slated)\s+(?:to|for)\s+)*(?:be\s+)?(?:air|stream|premier|releas|broadcast|arriv|drop|com|land|debut)\w*\s+(?:out\s+)?(?:date\s*(?:is|:|[–—-])?\s*)?)(?:(?:in\s+Japan\s+)?on\s+|for\s+)?"
)
_ITS_RELEASE = re.compile(
    r"\b(?:releases?|premieres?|broadcasts?|airings?|airs?|airdates?|dates?|streams?)\s+(?:of\s+|for\s+)?[^,;.?]{0,80}$"
)
_ON = re.compile(r"[\"”’'*_]*\s+(?:on|for|as|is)\s+")
_AIRED = re.compile(r"\b(?:aired|streamed|premiered|released|broadcast|arrived|dropped|came|landed|debuted|was)\b")
_OF_ELSE = re.compile(r"\b(?:review|recap|preview|trailer|spoilers?|dub|discs?|delayed|postponed)\b", re.IGNORECASE)
_NEAR = 40
_WHOLE = 10
"""Characters of a date to the day."""
