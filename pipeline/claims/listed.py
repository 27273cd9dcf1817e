"""Whether a place stands in a listing: in brackets or beside the title, or in a line of nothing but places, makers and dates. Knows no sentences."""

import re

from pipeline.claims.days import MONTH
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.terms import Hit


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


def reviewed(before: str, after: str, known: Known) -> bool:
    """ "Title, BBC One, review"."""
    ours = known.own.find(before)
    return bool(ours) and not before[ours[-1].end :].strip(" ,\"”’'*_") and _REVIEW.match(after) is not None


_REVIEW = re.compile(r",?\s+review\b", re.IGNORECASE)


def dated(line: Line, hit: Hit, known: Known) -> bool:
    """Behind a day or an hour ("October 12, HIDIVE."; "from 5 May, on HIDIVE"), or before one in a listing ("HIDIVE: from October 12")."""
    before, after = line.text[: hit.start], line.text[hit.end :]
    if (m := _DAY_BEFORE.search(before)) and not line.text[: hit.end].endswith(("'s", "’s")):
        behind = _HOUR_ENDS if m["hour"] else _DAY_ENDS
        entry = bool(known.own.find(before) or (not line.opens and known.own.find(line.before)))
        return bool(m["on"]) or (entry and behind.match(after) is not None)
    if not _OPENS.search(before) or not (m := _COLON.match(after)):
        return False
    own = known.own.find(after[m.end() : m.end() + 40])
    return bool(A_DAY.match(after, m.end()) or (own and not after[m.end() : m.end() + own[0].start].strip(" \"“‘'*_")))


_DAY_ENDS = re.compile(r"\s*(?:[.;|)*]|$)")
_HOUR_ENDS = re.compile(r"\s*(?:[.;|)*]|$|[A-Z])")

_DAY_BEFORE = re.compile(
    rf"(?:\b(?:\d{{1,2}}\s+)?{MONTH}(?:\s+\d{{1,2}})?(?:,?\s+\d{{4}})?|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(?P<hour>\b\d{{1,2}}(?:[.:]\d\d)?\s?[ap]\.?m\.?(?:\s+[A-Z]{{2,4}})?)|\bour\s+time),\s+(?P<on>on\s+(?:the\s+)?)?$"
)
_OPENS = re.compile(r"(?:^\W*|\b\d\d[.:]\d\d\s+)$")
_COLON = re.compile(r"\s*:\s+(?:from\s+|starting\s+)?")
A_DAY = re.compile(rf"\b{MONTH}\s|\b\d{{1,2}}\s+{MONTH}|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b")


def alone(text: str, known: Known) -> bool:
    """A sentence of nothing but places ("On HIDIVE, subbed and dubbed."; "PC, Mac.")."""
    if len(text) > _SHORT:
        return False
    hits = known.platforms.find(text)
    rest = text
    for hit in reversed(hits):
        rest = f"{rest[: hit.start]} {rest[hit.end :]}"
    return (len(hits) > 1 or bool(_ON.match(text))) and _SMALL.fullmatch(rest) is not None


_SHORT = 120
_ON = re.compile(r"\W*(?:(?:Also|Only|Now|Still|And)\s+)?(?:on|for)\b", re.IGNORECASE)
_SMALL = re.compile(
    r"(?:\W|\b(?:also|only|now|still|and|on|for|via|the|here|today|subbed|dubbed|subtitled|with subtitles|worldwide|too|both|as well|X|S)\b)*",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*[–—:-]\s+(?:[A-Z]?\w{2,8}\.? \d{1,2},\s+|\d{1,2} [A-Z]\w{2,8},\s+)?")
_AND_ON = re.compile(
    r"(?:,?\s+(?:[Ss]eason|[Ss]eries|[Ee]pisode|[Pp]art|[Ss]\d+)(?:\s+\w+)?){0,2},?\s+(?:(?:is|was|now|out|live|also|still|only|back|available)\s+){0,3}on\s+(?:the\s+)?"
)


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


def of_both(text: str, group: list[Hit]) -> bool:
    """ "The BBC One/HIDIVE series"."""
    return len(group) > 1 and bool(_THIS.search(text[: group[0].start]) and _SERIES_OF_BOTH.match(text, group[-1].end))


_THIS = re.compile(r"\b(?:[Tt]he|[Tt]his)\s+$")
_SERIES_OF_BOTH = re.compile(
    r"\s+(?:(?:co-?production|original)\b(?!\s)|(?:series|drama|anime|show|serial)\b(?!\s+[\"“‘'*_]*[A-Z]))"
)


def is_answer(before: str, line: Line, known: Known) -> bool:
    """Behind a label, or where the sentence before asks: "**Where can I watch it?** HIDIVE, from Tuesday."."""
    asked = _ASKED.search(line.before[-_BEFORE:])
    return bool(asked and (not asked["what"] or _IT.match(asked["what"]) or known.own.find(asked["what"]))) and not (
        _STATES.search(before)
    )


_ASKED = re.compile(
    r"(?:^|[.?!*]\s*)\W*(?:(?:[Ss]treaming|[Ww]here [Tt]o (?:[Ww]atch|[Ss]tream|[Pp]lay|[Ss]ee it)|[Pp]latforms?)\s*[.:?]|(?:[Ww]here|[Hh]ow)\s+(?:can|do|will|could)\s+(?:I|you|we)\s+(?:watch|stream|see|play|find)\s+(?P<what>[^?.]{2,60})\?)\W*$"
)
_IT = re.compile(r"(?:it|this|that|(?:the|this) (?:series|show|anime|film|movie|game|drama))\b")
_STATES = re.compile(
    r"[.;:!?]\s|\b(?:is|are|was|were|will|has|have|had|not|no|nor|never|but|if|isn['’]t|won['’]t|than|like)\b", re.IGNORECASE
)
_BEFORE = 120
