"""The entries of calendars and listings: a date and the title side by side. Knows nothing of what happens on the date."""

import re

from pipeline.article import Article
from pipeline.claims.events import ENTRY, NUMBERED
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.territories import territories

_JOINED = re.compile(r"[*_]*\s*[:|–—-]\s*[\"“‘'*]*(?:[Tt]he\s+(?:[A-Z]\w+\s+)?dub\s+of\s+[\"“‘'*]*)?|\s+[\"“‘'*]*")
_PLACES = r"(?:[A-Z][\w +|]{1,20}(?:,\s+|\s\|\s+)){0,5}"
_FROM = r"(?:(?:on air|airs|starts|begins|premieres|launches|opens|arrives|out|due|coming|in cinemas)\s*)?(?:(?:from|on|since|in)\s*)?"
_TITLE_ENDS = re.compile(
    rf"[\"”’'*_]*\s*(?:[(\[:|,–—-]\s*{_PLACES}(?:[A-Z][\w +]{{1,20}}$)?(?:\d+ (?:episodes|eps|minutes)[,;]?\s*)?{_FROM})?"
)
_BRACKET = re.compile(rf"[\"”’'*_]*\s*(?:S\d\s+|[Ss]eason \d\s+)?[(\[]\s*{_PLACES}")
_BEHIND_TITLE = re.compile(r"\s*(?:[.,;|]|$|on\s+[A-Z])")
_BRACKET_ENDS = re.compile(r"\s*[-–—|,;()\]]")
_ENTRY_ENDS = re.compile(r"\s*(?:[-–—|,;()]|\.?\s*$|on\s+[A-Z])")


def is_listed(line: Line, start: int, end: int, known: Known) -> bool:
    """A calendar's entry: the date and the title side by side, or a date alone under a heading that is the title."""
    titles = known.own.find(line.text[:start])
    if titles and _BRACKET.fullmatch(line.text[titles[-1].end : start]) and _BRACKET_ENDS.match(line.text, end):
        return True
    before, after = NUMBERED.sub("", line.text[:start]).strip(" -–—•*:|,([\t"), line.text[end:]
    if not before and not line.opens and _BEHIND_TITLE.match(after) and _is_title(line.before, known):
        return True
    opens = line.opens or _NUMBER.search(line.before)
    if line.paragraph < 0 or not opens or (len(line.text) > ENTRY and start > ENTRY // 2):
        return False
    if not before:
        named = known.own.find(after[:60])
        return bool(
            (named and _JOINED.fullmatch(after[: named[0].start]))
            or (re.match(r"\s*(?:[.,;|–—-]|$)", after) and line.heading is not line.text and known.own.find(line.heading))
        )
    named = known.own.find(before)
    return bool(named and named[0].start == 0 and _TITLE_ENDS.fullmatch(before[named[-1].end :]) and _ENTRY_ENDS.match(after))


_NUMBER = re.compile(r"(?:^|[.!?]\s)\d{1,2}\.$")
"""What stands before is the number of an entry."""


def where_all_are(article: Article) -> str:
    """The one territory of which a listing says that all its dates are; empty where it says of none."""
    said = next((m[0] for p in article.paragraphs[:_FIRST] if (m := _ALL_DATES.search(p.text))), "")
    places = {hit.label for hit in territories(said)}
    return places.pop() if len(places) == 1 else ""


_FIRST = 40
"""Paragraphs of a listing that are looked at."""
_ALL_DATES = re.compile(r"\b[Aa]ll (?:release )?dates (?:are|given|shown|listed|below|here)\b[^.;]{0,40}")


def _is_title(text: str, known: Known) -> bool:
    """A sentence of nothing but the title, with or without its number in the list ("2. **Iron Moth.**")."""
    text = text[-ENTRY:].rstrip(_MARKS)
    named = known.own.find(text)
    return bool(named) and named[-1].end == len(text) and text[: named[-1].start].rstrip(_MARKS.replace(".", ""))[-1:] in _ENDS


_MARKS = ' *_"“”‘’.:'
_ENDS = ("", ".", ")", "!", "?")
