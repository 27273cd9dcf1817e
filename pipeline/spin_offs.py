"""Other works that bear the title of a series with a subtitle of their own ("Iron Moth: The Contest"), told by what an article calls them."""

import re
from collections.abc import Iterable, Iterator

from pipeline.terms import Terms

_CAP = r"[A-Z][\w’'!-]*"
_SUBTITLE = re.compile(rf":\s+(?P<sub>(?:The\s+|A\s+)?{_CAP}(?:\s+(?:(?:of|the|and|in|to|for)\s+){{0,2}}{_CAP}){{0,4}})")
_A_WORK = r"(?:spin-?off|game|prequel|sequel|competition|documentary|musical|experience|contest|podcast|(?:reality|quiz|talk|game|companion|after)\s+(?:series|show))"
_IS_A_WORK = re.compile(rf"[\"”’'*_]*,\s+(?:an?|the|its|his|her|their|[A-Z][\w.]*['’]s)\s+(?:[\w’'-]+\s+){{0,4}}?{_A_WORK}s?\b")
"""What stands behind such a title."""
_CALLED = re.compile(rf"\b{_A_WORK},?\s+(?:(?:called|titled|entitled|named)\s+)?[\"“‘'*_]*$", re.IGNORECASE)
"""And before it."""
_A_PART = re.compile(r"\b(?:Season|Series|Part|Arc|Chapter|Episode|Cour|Final)\b")
"""What is no other work, but a portion of this one."""
_IN_A_SENTENCE = re.compile(r"[a-z,]\s+[\"“‘'*_]*$")


def subtitled(texts: Iterable[str], own: Terms) -> frozenset[str]:
    """The subtitles that the sentences of an article tell to be those of other works."""
    return frozenset(sub for text in texts if ":" in text for sub in _subtitles(text, own))


def _subtitles(text: str, own: Terms) -> Iterator[str]:
    for hit in own.find(text):
        m = _SUBTITLE.match(text, hit.end)
        if (
            not m
            or not _IN_A_SENTENCE.search(text[: hit.start])
            or any(h.end > hit.end and h.start < m.end() for h in own.find(text))
        ):
            continue
        a_work = _IS_A_WORK.match(text, m.end()) or _CALLED.search(text[: hit.start])
        if a_work and not _A_PART.search(m["sub"]):
            yield m["sub"]


def bears(text: str, end: int, subtitles: Iterable[str]) -> int:
    """Where the title of such a work ends that begins with the name of the series, which ends at `end`; 0 where none does."""
    return next((end + len(said) for sub in subtitles if text.startswith(said := f": {sub}", end)), 0)


def alone(text: str, subtitles: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where such a work is called by its subtitle alone."""
    for sub in subtitles:
        yield from (m.span() for m in re.finditer(rf"(?<![:\w]\s)(?<!\w){re.escape(sub)}(?!\w)", text))
