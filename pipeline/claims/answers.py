"""Reads what it was made from where the sentence before asks for it or names it. Knows few words for an adaptation."""

import re
from collections.abc import Iterator

from pipeline.claims.claim import Found
from pipeline.claims.forms import BY, THING, form
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.people import people


def answered(line: Line, known: Known) -> Iterator[Found]:
    """ "What is it based on?" "A novel by …"."""
    asked = line.before if not line.opens else line.article.paragraphs[line.paragraph - 1].text if line.paragraph > 0 else ""
    if not _ASKED.search(asked[-_LONGEST_QUESTION:]) or not (m := _ANSWER.match(line.text)):
        return
    if (value := form(m["form"])) != known.series.medium and not OWNED.match(line.text, m.end("form")):
        yield Found("", value, m.start(), m.end())
        for who in people(m["owner"] or m["bare"] or m["author"] or "", line, known):
            yield Found("original creator", who, m.start(), m.end(), kind="staff")


_ASKED = re.compile(r"\b(?:[Bb]ased\s+on|[Aa]dapted\s+from|[Tt]aken\s+from|[Mm]ade\s+from)\b[^.?]*\?\W*$")
_LONGEST_QUESTION = 200
_ANSWER = re.compile(rf"\W*(?:Yes\s*[:,—–-]+\s*)?(?:[Oo]n\s+|[Ff]rom\s+)?(?:(?i:an?|the)\s+)?{THING}{BY}")
OWNED = re.compile(
    r"s?['’](?!s?\s+(?:first|opening|early|earliest|last|final|second)\s+(?:[\w-]+\s+)?(?:episodes?|chapters?|volumes?|arcs?|seasons?|parts?|books?|half)\b)"
)
"""What is of the book, and no part of the book."""


def from_the_book_before(line: Line, known: Known) -> Iterator[Found]:
    """ "… adapted from it": what the sentence before begins with."""
    behind = _FROM_THAT.search(line.text)
    book = _OPENS.match(line.before.rpartition(". ")[2]) if behind and not line.opens else None
    if not behind or not book or (value := form(book["form"])) == known.series.medium:
        return
    yield Found("", value, behind.start(), behind.end())
    for who in people(book["owner"] or book["bare"] or book["author"] or "", line, known):
        yield Found("original creator", who, behind.start(), behind.end(), kind="staff")


_FROM_THAT = re.compile(r"\b(?:(?:adapted|made|drawn|taken) from|based on) it\b")
_OPENS = re.compile(rf"\W*(?:(?:The|A|An|His|Her|Their)\s+)?{THING}{BY}")
