"""Labels that stand without an article of their own: in brackets behind the title, at the head of an entry, as one of the best of its kind, in a mix."""

import re
from collections.abc import Iterator

from pipeline.claims.claim import Found
from pipeline.claims.genres import GENRE, GENRES, keys
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.unlabelled import OF_A_PART

_NEAR = 60


def of_brackets(text: str, known: Known) -> Iterator[Found]:
    """ "Iron Moth (fantasy, comedy; HIDIVE)"."""
    for title in known.own.find(text):
        if m := _BRACKETS.match(text, title.end):
            for part in re.split(r"[,;/|]", m[1]):
                if part.strip().lower() in GENRES:
                    yield from keys(part.strip(), title.start, m.end())


_BRACKETS = re.compile(r"[\"”’'*_]*\s+\(([^()]{3,60})\)")


def entered(line: Line, known: Known) -> Iterator[re.Match[str]]:
    """ "Iron Moth. Moody drama with a lamp.": a label without a verb, in an entry that begins with the title."""
    start = _entry_ends(line.text if line.opens else line.before, known)
    headed = line.opens and not line.label and _entry_ends(f"{line.heading}.", known)
    if (start or headed) and (m := _FRAGMENT.match(line.text, start if line.opens else 0)):
        yield m


def _entry_ends(entry: str, known: Known) -> int:
    """Where the title ends with which an entry begins; 0 if it does not."""
    own = known.own.find(entry[:_NEAR])
    head = _ENTRY_HEAD.match(entry, own[0].end) if own and _ENTRY_OPENS.fullmatch(entry, 0, own[0].start) else None
    return head.end() if head else 0


_ENTRY_OPENS = re.compile(
    r"[ *_\"“‘'•#\d.-]*(?:(?:\d\d?\s+)?[A-Z][a-z]{2,8}\.?(?:\s+\d\d?)?\W+|\d\d?[/.]\d\d?(?:[/.]\d{2,4})?\W+)?"
)
"""With or without a day before it."""
_ENTRY_HEAD = re.compile(r"[\"”’'*_]*(?:\s*\([^()]{1,40}\)|,\s[^.;*]{1,40})?\s*(?:[.:–—*_]|(?<=\)))[\"”’'*_]*")
_FRAGMENT = re.compile(
    rf"\W*(?:(?:[A-Z][\w’'-]*\s+){{0,2}}[A-Z][\w-]*['’]s\s+)?(?:(?!(?:The|An?|This|That|These|It|His|Her|Their|Its|No|Not|But|And|Like|As|In|On|For|With|More|Less|(?i:{GENRE}))\b)[A-Z][\w’'-]*,?\s+)?(?:[a-z][\w-]*,?\s+){{0,2}}?(?P<said>(?i:(?:{GENRE})(?:(?:\s*[,/]\s*|\s+)(?:and\s+)?(?:{GENRE}))*))(?:\s+(?:series|film|game|anime|show|serial|tale))?(?:\s*(?:\.|$|,\s(?=(?:Studio|from|by|with|\d))|(?=\s*[*_]))|\s+(?:with|from|about|in which|starring|set\s+in|in\s+\w+\s+(?:parts|episodes))\b)"
)


def mixed(text: str) -> Iterator[re.Match[str]]:
    """ "The mix of action and science fiction": two labels, of which it has something each."""
    for m in _MIX.finditer(text):
        if not (OF_A_PART.search(text[: m.start()]) or _OF_A_BOOK.search(text[: m.start()])):
            yield m


_MIX = re.compile(
    rf"(?:\b(?:[Tt]he|[Ii]ts|[Tt]his)\s+|(?:\b(?:is|was|as|offers|brings|delivers|remains)|['’]s|,[\"”]?)\s+an?\s+)(?:[a-z-]+\s+)?(?:mix|mixture|blend|combination|fusion|marriage|cocktail|hybrid)\s+of\s+(?P<said>(?i:(?:{GENRE})(?:,\s+(?:{GENRE}))*,?\s+and\s+(?:{GENRE})))(?=\s*(?:[.,;:—–]|$)|\s+(?:that|which|with|in|on|is|was|has|will|won|makes|about|from|and|for|works|set)\b)"
)
_OF_A_BOOK = re.compile(r"\b(?:manga|novels?|books?|comics?|soundtrack|music|score|album|songs?)\b", re.IGNORECASE)
_KIND = rf"(?P<said>(?i:{GENRE})(?:[\s-]+(?i:{GENRE}))*)s?(?:\s+(?:series|anime|shows?|films?|games?))?(?=\s*(?:[.;:]|$|,)|\s+(?:of|this|in|on|since|for)\b)"
_OF_THE_TIME = (
    r"(?:the|(?:this|last)\s+(?:year|season|week|winter|spring|summer|autumn|fall|month|decade)['’]s|television['’]s|TV['’]s)"
)
_SUPERLATIVE = r"(?:best|finest|funniest|strongest|smartest|saddest|strangest|quietest|biggest|most[\s-]+\w+(?:-\w+){0,3})"
BEST = re.compile(
    rf"[\"”’'*_]*(?:,\s+(?:(?:easily|probably|still)\s+)?(?:one\s+of\s+)?|\s+(?:is|was|remains)\s+(?:(?:easily|probably|still|already)\s+)?one\s+of\s+){_OF_THE_TIME}\s+{_SUPERLATIVE}\s+{_KIND}"
)
"""Behind the title: the best of its kind is one of them."""
