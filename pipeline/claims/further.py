"""Tells who makes or plays in a further work (a sequel, an expansion) from who does in the series. Knows no roles."""

import re

from pipeline.claims.known import Known
from pipeline.claims.line import Line

_WORK = r"(?:sequel|prequel|spin-?off|follow-up|expansion|add-on|DLC|remake|reboot)"
_TIED = re.compile(
    rf"(?<!about )(?<!of )(?<!for )(?<!on )\b(?:an?|the|its|another|second|third)\s+(?:[\w-]+\s+)?{_WORK}\b[^.,;:]{{0,120}}$",
    re.IGNORECASE,
)
"""Up to the name: whoever stands behind without a comma is the sequel's."""
_NEWS = re.compile(
    rf"\b(?:announc\w+|unveil\w+|reveal\w+|put\s+a\s+date\s+on|dated|green-?lit|ordered)\b[^.;]{{0,60}}?\b(?:an?|the|its)\s+(?:\w+\s+)?{_WORK}\b"
    rf"|\b(?:an?|the)\s+(?:\w+\s+)?{_WORK}\b[^.;]{{0,60}}?\b(?:announced|unveiled|revealed|in\s+development|in\s+the\s+works|in\s+production)\b",
    re.IGNORECASE,
)
_HEADED = re.compile(
    rf"\b{_WORK}\W*$|\b{_WORK}\s+(?:announced|revealed|unveiled|confirmed|in the works|in development)\b", re.IGNORECASE
)
_THE_FIRST = re.compile(
    r"\b(?:first|original)\s+(?:one|film|movie|game|series|show|season)\b|\bthe original\b|\bof the (?:TV |television )?(?:series|show|anime)\b",
    re.IGNORECASE,
)

_AGAIN = re.compile(r"\b(?:returns?|returning|back|again|once more)\b")
"""Who had the role before."""


def of_a_sequel(line: Line, start: int, end: int, known: Known) -> bool:
    """What is tied to a name from `start` to `end` is said of a sequel: by the words before it, or since the piece announces one and the line does not name the series."""
    if _TIED.search(line.text, 0, start):
        return True
    if _AGAIN.search(line.text, start, end) or known.own.find(line.text) or _THE_FIRST.search(line.text):
        return False
    lead = line.article.paragraphs[0].text[:600] if line.article.paragraphs else ""
    return bool(_HEADED.search(line.article.title) or _NEWS.search(lead))
