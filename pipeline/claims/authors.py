"""Reads what it was made from by who wrote that: the author of the book, and whose book it is. Knows no words for an adaptation."""

import re
from collections.abc import Iterator

from pipeline.claims.claim import Found
from pipeline.claims.forms import FORM, form
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.names import NAME
from pipeline.claims.people import people

TO_LAST = re.compile(r"s?\s+to\b")


def authored(line: Line, known: Known) -> Iterator[Found]:
    """Who is called the author of the book, without its title; and who adapts a book of his own."""
    for m in _AUTHOR_OF_IT.finditer(line.text):
        if (value := form(m["form"])) != known.series.medium and not TO_LAST.match(line.text, m.end()):
            yield Found("", value, m.start(), m.end())
            for who in people(m["names"], line, known):
                yield Found("original creator", who, m.start(), m.end(), kind="staff")

    yield from _of_the_author(line, known)


def _of_the_author(line: Line, known: Known) -> Iterator[Found]:
    """ "Quill's novel": of the author whom the file knows there is one book that matters, unless the words tell of another."""
    creators = known.of_file("staff", "original creator")
    for m in (
        (m for pattern in (_HIS_BOOK, _BOOK_BY, _BARE_BOOK, _WHOSE_BOOK, _WROTE_IT, _IS_BY) for m in pattern.finditer(line.text))
        if creators
        else ()
    ):
        value = form(m["form"])
        if (
            value not in (known.series.medium, "film", "show", "anime")
            and known.people.find(m["owner"]) in creators
            and not _UNREAD.search(line.text[: m.start()])
        ):
            yield Found("", value, m.start(), m.end())


_UNREAD = re.compile(r"\b(?:not|never|n['’]t)\s+(?:\w+\s+)?(?:read|opened|finished|seen|know|known|heard of)\s+$")
"""Before a book: of that nothing is denied, and of the series nothing said."""
_PLAIN = r"(?:(?!(?:new|next|latest|previous|earlier|early|later|other|first|second|third|last|current|upcoming|forthcoming|coming|debut|unfinished|short|many|favou?rite|and|or|of|in|on|for|is|was|has)\b)(?:[a-z]|\d+-)[\w’'-]*\s+){0,2}?"
_NO_TITLE = r"(?!\s+[\"“‘'*_]*[A-Z]|['’]s\b|,\s+[\"“*_]*[A-Z]|\s+(?:called|about|entitled|titled|club|writing)|\s+(?:had|was|is)\s+(?:not|never|yet)\b)"
_HIS_BOOK = re.compile(rf"(?P<owner>{NAME})['’]s?\s+{_PLAIN}(?P<form>(?i:{FORM}))(?:s|\s+series)?\b{_NO_TITLE}")
_BOOK_BY = re.compile(rf"\b[Tt]he\s+{_PLAIN}(?P<form>(?i:{FORM}))(?:s|\s+series)?\s+by\s+(?P<owner>{NAME})")
_BARE_BOOK = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Tt]hat)\s+{_PLAIN}(?P<owner>{NAME})\s+(?P<form>(?i:{FORM}))(?<!s)(?:\s+series)?\b{_NO_TITLE}"
)
_WHOSE_BOOK = re.compile(rf"(?P<owner>{NAME}),\s+whose\s+{_PLAIN}(?P<form>(?i:{FORM}))(?:s|\s+series)?\b{_NO_TITLE}")
_WROTE_IT = re.compile(
    rf"(?P<owner>{NAME}),?\s+who\s+(?:wrote|penned|drew)\s+the\s+(?P<form>(?i:{FORM}))\b(?!\s+(?:of|to|for)\b){_NO_TITLE}"
)
_IS_BY = re.compile(
    rf"\b[Tt]he\s+(?:original\s+|source\s+)?(?P<form>(?i:{FORM}))\s+(?:is|was)\s+(?:(?:written|drawn|created)(?:\s+and\s+(?:drawn|illustrated))?\s+)?by\s+(?P<owner>{NAME})"
)
_AUTHOR_OF_IT = re.compile(
    rf"(?P<names>{NAME}),?\s+(?:(?:who\s+)?(?:wrote|created|drew|penned|wrote\s+and\s+drew)\s+the\s+(?:(?:original|source)\s+|(?=\w+\s+on\s+which\s+(?:it|the\s+(?:series|show|film|anime|game))(?:['’]s|\s+(?:is|was))\s+based))|(?:(?i:the|who is the)\s+)?(?i:author|writer|creator|artist)\s+of\s+the\s+(?i:original|source)?\s*|(?:from|who adapts|adapts|adapting)\s+(?:his|her|their)\s+own\s+(?:\w+\s+)?)(?P<form>(?i:{FORM}))\b(?!\s*[\"“‘'*A-Z]|\s+(?:which|that|about|called)\b)"
)
