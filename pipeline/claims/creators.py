"""Finds who wrote what the series was made from, and whose a work is called. Knows no other roles."""

import re
from collections.abc import Iterator

from pipeline.claims.authorship import (
    AUTHOR_AS,
    AUTHOR_BY,
    AUTHOR_OF,
    AUTHOR_TOLD,
    AUTHOR_WROTE,
    BECOMES,
    HIS_WORK,
    ORIGINAL_LABEL,
    OWNER,
    OWNS,
)
from pipeline.claims.credits import DOES
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.names import NAME

Credits = Iterator[tuple[re.Match[str], tuple[str, ...]]]
"""A match with the roles that it ties its names to."""


def authored(text: str, low: str, known: Known) -> Credits:
    """Every match that names an author. `low`: the text in small letters."""
    yield from _possessed(text, low, known)
    if "original" in low and (label := ORIGINAL_LABEL.match(text)):
        yield label, ("original creator",)
    if any(hint in low for hint in _HINTS):
        yield from (
            (m, ("original creator",))
            for pattern in (AUTHOR_BY, AUTHOR_OF, AUTHOR_WROTE, *AUTHOR_TOLD)
            for m in pattern.finditer(text)
            if not (pattern is AUTHOR_BY and _HAS_AN_AUTHOR.search(m[0], 0, m.start("names") - m.start()))
        )
        for title in known.own.find(text):
            m = OWNER.search(text[: title.start])
            if not m and BECOMES.match(text, title.end):
                m = OWNS.search(text[: title.start])
            if m and (not (who := known.people.find(m["names"])) or ("original creator", who) in known.holders):
                yield m, ("original creator",)


_HAS_AN_AUTHOR = re.compile(r"[A-Z][\w-]+\s[A-Z][\w-]+['’]s\s")
"""What is somebody's already is adapted, and not written, by the next."""
_OWNERS = ("original creator", "showrunner")
"""Whose a work is called by its title; of a book by its title, the first."""
_OWNERS_END = re.compile(r"['’]s?\s+(?:[a-z][\w’'-]*,?\s+){0,5}[\"“‘'*_]*[A-Z]")
_OF_AUTHORS = (
    "author",
    "novelist",
    "mangaka",
    "manga",
    "playwright",
    "launched",
    "began",
    "started",
    "wrote",
    "drew",
    "created",
    "penned",
    "novel",
    "book",
    "comic",
    "webtoon",
    "play",
    "memoir",
    "an original",
    "based on",
    "adapt",
    "from ",
)
"""One of them stands in a sentence that calls somebody its author."""
_HINTS = (
    *("adapt", "based", " from ", "anime", "television", "tv ", "original ", "cover", "author", "after the", "after a"),
    *("version of", " out of ", "inspired", "the source", "the basis", " behind "),
)
"""One of them stands in a sentence that tells it, in small letters."""


def _possessed(text: str, low: str, known: Known) -> Credits:
    """ "X's manga", "X's film", "X, its author", where the file has X as that; "X's TITLE", of its author."""
    asked = any(word in low for word in _OF_AUTHORS) and known.of_file("staff", "original creator")
    for pattern in AUTHOR_AS if asked else ():
        for m in pattern.finditer(text):
            of = m.groupdict().get("of")
            if ("original creator", known.people.find(m["names"])) in known.holders and not (of and not known.own.find(of)):
                yield m, ("original creator",)
                yield from _partner(m, text, known)
    for title in known.own.find(text) if _OWNERS_END.search(text) else ():
        if owner := OWNS.search(text[: title.start]):
            yield from (
                (owner, (role,))
                for role in _OWNERS[: 1 if owner["book"] else None]
                if (role, known.people.find(owner["names"])) in known.holders
            )
            yield from _partner(owner, text, known)
    for m in HIS_WORK.finditer(text) if "’s" in text or "'s" in text or "’ " in text or "' " in text else ():
        who = known.people.find(m["names"])
        shown = ("director", "showrunner") if known.aired and m["shown"] else ()
        film = ("director",) if known.series.medium == "film" and not m["shown"] else ()
        for role in ("original creator",) if m["book"] else shown or film:
            if (role, who) in known.holders:
                yield m, (role,)


def _partner(m: re.Match[str], text: str, known: Known) -> Credits:
    """Who is named right before an author, where the file has him as that, too."""
    ahead = _AND.search(text, max(0, m.start("names") - _NEAR), m.start("names"))
    if ahead and ("original creator", known.people.find(ahead["names"])) in known.holders:
        yield ahead, ("original creator",)


_AND = re.compile(rf"(?P<names>{NAME})\s+and\s+(?:[a-z]+\s+)?$")
_NEAR = 60


def wrote_the_book(m: re.Match[str], line: Line) -> bool:
    """ "The source is a play. X wrote it", "a manga that X writes": the author of a book that was just named, and of no script."""
    if m.re is not DOES["script"][0]:
        return False
    if is_of_a_book(line.text, m.start()) or _AND_DREW.match(m["object"]):
        return True
    return not line.opens and bool(_IT.match(m["object"]) and _BOOK.search(line.sentences_before[-1]))


def is_of_a_book(text: str, start: int) -> bool:
    """What stands from `start` on is told of the book right before it: "the manga which"."""
    return bool(_BOOK_THAT.search(text, 0, start))


_AND_DREW = re.compile(r"\s+and\s+(?:dr[ae]ws?|illustrate[sd]?)\b")
_IT = re.compile(r"\s+(?:it|them)\b(?!\s+(?:for|as)\b)")
_BOOK = re.compile(r"\b(?:an?|the|its)\s+(?:[\w-]+\s+){0,2}?(?:novels?|books?|manga|webtoon|comics?|plays?|novella|memoir)\W*$")
_BOOK_THAT = re.compile(
    r"\b(?:novels?|books?|manga|manhwa|webtoon|comics?|novella|memoir)(?:\s+series)?(?:\s+of\s+(?:that|the\s+same)\s+(?:name|title))?,?\s+(?:that|which)\s+$"
)
