"""An older work under the same title, of which a remake's press speaks too: "the series of 1989", "Iron Moth (1989)", "the old show". Knows no kinds of claims."""

import re
from collections.abc import Iterable

from pipeline.terms import Hit

_WORK = r"(?:series|anime|show|serial|version|cartoon|film|movie|OVA)"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b(?!s)"
_BEHIND = re.compile(rf"[\"”’'*_]*\s*(?:\(|of\s+)(?:[A-Z][\w.]*,?\s+)?{_YEAR}")
"""What stands behind a title, or a word for a work."""
_OF_A_YEAR = re.compile(
    rf"\b(?i:the|that|an?|this)\s+(?:[\w-]+\s+){{0,3}}?{_WORK}\s+(?:\(|of\s+|from\s+){_YEAR}"
    rf"|\b(?i:the|that|an?)\s+(?P<ahead>(?:19|20)\d\d)\s+(?:[\w-]+\s+){{0,2}}?{_WORK}\b"
    rf"|\b(?i:an?)\s+(?:[\w-]+\s+){{0,3}}?{_WORK}\b[^.;]{{0,60}}?\bthat\s+(?:premiered|aired|ran|began|started|was (?:shown|broadcast|made))\s+[^.;]{{0,25}}?(?P<then>(?:19|20)\d\d)\b"
)
_CALLED = r"\b(?i:the|that)\s+(?:original|old|older|classic|earlier|previous)\s+"
_OLD = re.compile(rf"{_CALLED}(?:[\w-]+\s+)?{_WORK}\b")
_OLD_TITLE = re.compile(rf"{_CALLED}[\"“‘'*_]*$")
"""What an older one is called, where the article has told that there is one."""
_DIGIT = re.compile(r"\d")


def dated(text: str, own: Iterable[Hit], newest: int) -> list[tuple[int, int]]:
    """Where a text names a work of a year up to `newest`: by the title, one of `own`, or by a word for it."""
    if newest <= 0 or not _DIGIT.search(text):
        return []
    titles = ((h.start, m) for h in own if (m := _BEHIND.match(text, h.end)))
    works = ((m.start(), m) for m in _OF_A_YEAR.finditer(text))
    return [(start, m.end()) for start, m in (*titles, *works) if int(next(g for g in m.groups() if g)) <= newest]


def called_old(text: str, own: Iterable[Hit]) -> list[tuple[int, int]]:
    """Where a text speaks of the old one without its year."""
    titles = ((m.start(), h.end) for h in own if (m := _OLD_TITLE.search(text[: h.start])))
    return [*(m.span() for m in _OLD.finditer(text)), *titles]
