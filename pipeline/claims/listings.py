"""The entries of calendars and listings: a date and the title side by side. Knows nothing of what happens on the date."""

import re

from pipeline.article import Article
from pipeline.claims.days import MONTH
from pipeline.claims.events import ENTRY, NUMBERED
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.territories import territories

_JOINED = re.compile(r"[*_]*\s*[:|–—-]\s*[\"“‘'*]*(?:[Tt]he\s+(?:[A-Z]\w+\s+)?dub\s+of\s+[\"“‘'*]*)?|\s+[\"“‘'*]*")
_PLACES = r"(?:[A-Z][\w +|]{1,20}(?:,\s+|\s\|\s+)){0,5}"
_FROM = r"(?:(?:on air|airs|starts|begins|premieres|launches|opens|arrives|out|due|coming|in cinemas)\s*)?(?:(?:from|on|since|in)\s*)?"
_TITLE_ENDS = re.compile(
    rf"[\"”’'*_]*\s*(?:[(\[:|,–—-]\s*{_PLACES}(?:[A-Z][\w +]{{1,20}}$)?(?:\d+\s?(?:episodes|eps|parts|minutes|[x×]\s?\d+\s?(?:min\w*|['’′]))[,;]?\s*)?{_FROM})?"
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
    if _is_asked(line, start, end) or _is_bare(line, start, end, known):
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


def _is_asked(line: Line, start: int, end: int) -> bool:
    """ "When? October 9.": the answer to when it begins."""
    asked = _WHEN.search(f"{line.before[-_REACH:]} {line.text[:start]}") if start < _REACH else None
    return asked is not None and not _OF_ELSE.search(asked[0]) and _ANSWER_ENDS.match(line.text, end) is not None


_REACH = 80
"""Characters of a question, about."""
_WHEN = re.compile(
    r"(?:^|[.!?:*_\s])When(?:\s+(?:is|does|will|can)\s+(?:it|(?:the|this)\s+(?:series|show|anime|film|movie|game)|I|we|you)\s[^?]{2,40})?\?[\"”’*_)\s]*(?:(?:On|From|In|It['’]s)\s+)?$"
)
_OF_ELSE = re.compile(
    r"\b(?:end(?:s|ed)?|finish\w*|finale|over|next|second|episode|trailer|back|return\w*|tickets?|dub\w*|season|manga|novel|book|soundtrack|set)\b"
)
"""What else may be asked."""
_ANSWER_ENDS = re.compile(r"\s*(?:[.,;|(–—]|$)")


def _is_bare(line: Line, start: int, end: int, known: Known) -> bool:
    """An entry of nothing but a date, the only one in a list of what is told of the series ("- one cour, 12 eps", "- January 2025")."""
    paragraphs = line.article.paragraphs
    if line.paragraph < 0 or paragraphs[line.paragraph].kind != "item" or _MORE.search(line.text[:start] + line.text[end:]):
        return False
    first = last = line.paragraph
    while first and paragraphs[first - 1].kind == "item" and line.paragraph - first < _ENTRIES:
        first -= 1
    while last + 1 < len(paragraphs) and paragraphs[last + 1].kind == "item" and last - line.paragraph < _ENTRIES:
        last += 1
    lead = " ".join(p.text[-4 * ENTRY :] for p in paragraphs[max(0, first - 2) : first])
    others = [p.text[:ENTRY] for n, p in enumerate(paragraphs[first : last + 1], first) if n != line.paragraph]
    told = [e for e in others if known.studios.find(e.strip(" *_.")) or known.platforms.find(e) or _LENGTH.search(e)]
    return len(told) > 1 and bool(known.own.find(lead)) and not any(_DATED.search(e) for e in others)


_MORE = re.compile(r"\w")
_ENTRIES = 12
"""Entries of a list that are looked at, on either side."""
_LENGTH = re.compile(r"\b(?:cours?|ep(?:isode)?s)\b", re.IGNORECASE)
_DATED = re.compile(rf"\b{MONTH}\s\d|\d\s{MONTH}|\b20\d\d\b")
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
