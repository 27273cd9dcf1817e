"""The day of one episode, told by its number: "Episode 12 airs on March 27" where that is the last, the last line of a schedule, the airdate on an episode's page."""

import re
from collections.abc import Iterator

from pipeline.claims.claim import Found
from pipeline.claims.days import Tense, resolve, spots
from pipeline.claims.events import EPISODE
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.numbers import number
from pipeline.claims.seasons import season


def last_episode(line: Line, known: Known) -> Iterator[Found]:
    """The finale by its number, where the series file knows how many episodes there are and nobody speaks of a later season."""
    text = line.text
    total = known.of_file("episodes", "") if known.aired else ()
    if total and (page := episode_of_page(line)) and str(page) in total and (label := AIRDATE.match(text)):
        for spot in spots(text, line.dates)[:1]:
            value = resolve(spot, line.published, "past", line.day_first)
            if not text[label.end() : spot.start()].strip(" *_") and len(value) == _WHOLE and not season(line, 0, 0, ""):
                yield Found("", value, spot.start(), spot.end(), kind="finale")
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


def episode_of_page(line: Line) -> int:
    """The number of the episode of which a page of facts is: its title, the heading or an entry beside the line has it; else 0."""
    paragraphs = line.article.paragraphs
    beside = paragraphs[max(0, line.paragraph - _BESIDE) : line.paragraph + _BESIDE + 1] if line.paragraph >= 0 else ()
    named = next((m for p in beside if (m := _NUMBER.fullmatch(p.text[:_LINE]))), None)
    named = named or EPISODE.search(line.heading) or EPISODE.search(line.article.title)
    return (number(named["n"] or named["o"]) or 0) if named else 0


AIRDATE = re.compile(
    r"\W*(?:original\s+|first\s+)?(?:air(?:ing)?\s?date|aired(?:\s+on)?|broadcast(?:\s+date|\s+on)?|date\s+(?:aired|of\s+broadcast)|release(?:\s+date|d(?:\s+on)?)|premiere(?:\s+date|d(?:\s+on)?))\s*[:|–—-][*_]*\s*",
    re.IGNORECASE,
)
"""A line of facts that says when it was shown: of a page that is of one episode, that one."""
_NUMBER = re.compile(
    r"\W*(?:episode(?:\s+(?:no\.?|number|#))?|no\.)\s*[:#|–—-]?\s*(?P<n>\d{1,3})(?P<o>)\W*(?:of\s+\d+\W*)?", re.IGNORECASE
)
_BESIDE = 5
"""Lines above and below that belong to the same box."""
_LINE = 60
