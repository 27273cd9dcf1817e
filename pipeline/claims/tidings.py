"""The day on which a date was told, or the page was written, which is not the day that is told."""

import re
from collections.abc import Sequence
from datetime import date

from pipeline.claims.days import resolve
from pipeline.claims.events import FIRST


def is_of_telling(text: str, spots: Sequence[re.Match[str]], n: int, published: date | None) -> bool:
    """The day on which the first day was revealed: the day itself stands behind a colon, or this one has just been."""
    spot = spots[n]
    if n + 1 < len(spots) and _IT_IS.fullmatch(text, spot.end(), spots[n + 1].start()):
        return True
    if not _GAVE_ITS_DATE.search(text[max(0, spot.start() - _NEAR) : spot.start()]):
        return False
    day = resolve(spot, published, "past", None)
    return bool(published and len(day) == _WHOLE and 0 <= (published - date.fromisoformat(day)).days <= _LATELY)


_IT_IS = re.compile(r":\s+(?:on\s+|from\s+)?(?:\w+day,?\s+)?")
"""Between two days: what the first one brought."""
_GAVE_ITS_DATE = re.compile(
    r"\b(?:revealed|announced|confirmed|unveiled|disclosed|shared|posted|published|set|fixed|got|received|was\s+given|made\s+(?:public|known))\s+(?:the\s+|its\s+|an?\s+)?"
    r"(?:[\w-]+\s+){0,2}?(?:dates?|window|day|slot|schedule)(?:\s+(?:of|for)\s+[^,;:.]{2,60}?)?,?\s+(?:on\s+)?$"
)
_NEAR = 130
"""Characters before a day within which it is told what was done on it."""
_LATELY = 10
"""Days after which nobody writes of the news any more."""
_WHOLE = 10
"""Characters of a date to the day."""


def is_stamp(text: str, ordered: Sequence[re.Match[str]], n: int) -> bool:
    """The day of the article itself, as its page gives it: behind such a word, or with the hour and nothing that happens; twice, at times."""
    spot = ordered[n]
    return bool(
        (_STAMP.fullmatch(text, 0, ordered[0].start()) and not (n and FIRST.search(text, ordered[0].end(), spot.start())))
        or (_HOUR.fullmatch(text, spot.end()) and not FIRST.search(text, 0, spot.start()))
    )


_HOUR = re.compile(r"\W*(?:at\s+)?\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?\W*", re.IGNORECASE)
_STAMP = re.compile(r"\W*(?:date|posted|published|updated|last updated|by\s[^,;.]{2,40})\W*(?:on\s+)?", re.IGNORECASE)
"""Before the day of the article itself."""
