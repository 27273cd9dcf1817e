"""Whether a place stands in a listing: in brackets or beside the title, or in a line of nothing but places, makers and dates. Knows no sentences."""

import re

from pipeline.claims.known import Known
from pipeline.claims.line import Line


def bracketed(before: str, after: str, known: Known) -> bool:
    """ "Title (PC, Switch)": right behind the title in brackets."""
    opened = before.rpartition("(")
    if not opened[1] or ")" in opened[2] or ")" not in after[:80]:
        return False
    ours = known.own.find(opened[0][-60:])
    return bool(ours) and not opened[0][-60:][ours[-1].end :].strip("\"”’'*_ ")


def beside_title(before: str, after: str, known: Known) -> bool:
    """ "Title, on Netflix now"; or, where an entry begins with the title, "Title – Netflix, March 3"."""
    ours = known.own.find(before[-60:])
    if not ours:
        return False
    between = before[-60:][ours[-1].end :].lstrip("\"”’'*_")
    opens = not before[:-60] and not before[: ours[-1].start].strip(" \"“‘'*_-•")
    return bool(_AND_ON.fullmatch(between) or (opens and _LISTED.fullmatch(between) and re.match(r"\s*(?:[,.;|]|$)", after)))


_LISTED = re.compile(r"\s*[–—:-]\s+(?:[A-Z]?\w{2,8}\.? \d{1,2},\s+|\d{1,2} [A-Z]\w{2,8},\s+)?")
_AND_ON = re.compile(r",?\s+(?:(?:is|was|now|out|live|also|still|only|back|available)\s+){0,3}on\s+(?:the\s+)?")


def header(text: str, line: Line, known: Known) -> bool:
    """A line of nothing but platforms, makers and prices, as stands over a review."""
    if len(text) > 120 or not line.opens or line.paragraph < 0:
        return False
    parts = [part for part in _PARTS.split(text.strip(" .*()")) if part]
    found = [
        (hits := known.platforms.find(part)) and not _MORE_WORDS.search(part[: hits[0].start] + part[hits[-1].end :])
        for part in parts
    ]
    ours = bool(known.own.find(text))
    return any(found) and all(
        yes
        or known.studios.find(part)
        or known.own.find(part)
        or (ours and _WHEN.fullmatch(part))
        or not re.search("[a-z]{2}", part)
        for yes, part in zip(found, parts, strict=True)
    )


_MORE_WORDS = re.compile(r"(?!reviewed|tested|played|version|also|from|via)\b[a-z]{3,}")
_WHEN = re.compile(
    r"(?:(?:[MTWFS]\w+days?|daily|weekly|new|weeknights|from|at|\d+(?:[.:]\d\d)?\s?[ap]\.?m\.?|\d+|[JFMASOND][a-z]{2,8})\s*)+",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:[,;/|•·()]|\band\b|\s[–—-]\s|&)\s*")
