"""What comes after a film or a game: its sequel, an expansion, a patch. Tells whether an article or a sentence speaks of that and not of the first. Knows no kinds of claims."""

import re

from pipeline.article import Article
from pipeline.claims.mentions import SECOND
from pipeline.terms import Terms

_NEXT = r"(?:sequel|follow-?up|prequel)"
_BEHIND = re.compile(rf"[\"”’'*_]*(?:['’]s)?\s+(?:[\w-]+\s+)?{_NEXT}\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:sequel|follow-?up|prequel|spin-?off|expansion|DLC)s?\s+(?:to|of|for)\s+(?:the\s+)?[\"“‘'*_]*$", re.IGNORECASE
)
"""What stands behind and before the title where the next one is meant."""
_TOLD = re.compile(
    rf"\b(?<!no )(?i:a|its|the)\s+{_NEXT}\b[^.;]{{0,40}}\b(?:was|is|has been|been)\s+(?:\w+\s+)?(?:announced|unveiled|revealed|confirmed|green-?lit|in (?:development|production|the works))"
    rf"|\b(?:announced|announces|unveiled|revealed|confirmed)\s+(?:that\s+)?(?:a|its)\s+{_NEXT}\b"
)
"""A lead that brings the news of it."""
_FIRST = re.compile(
    r"\b(?:the|its)\s+(?:first|original)(?:\s+(?:film|movie|game|one)\b|(?=\s+(?:was|is|has|had|made|came|opened)\b)|,)",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\b(?:called|titled|entitled|named|dubbed)\s+[\"“‘'*_]*$")
_SUBTITLE = re.compile(r"\s*[:–—-]\s*[A-Z]")
PATCH = re.compile(
    r"[\"”’'*_]*\s+(?:v(?:ersion)?\s*\.?\s*|patch\s+|update\s+)?(?!1\.0\b)\d{1,2}\.\d{1,2}\b(?!/|\s*(?:%|million)|\s+(?:out of|stars|points|on)\b)"
)
"""Behind the title: which patch of it."""
_STOP = re.compile(r"[.;!?][\"”’]?\s|,\s+(?:and|but|while)\s+the\b")
_LEAD = 2
_LONGEST = 400


def is_news_of_next(article: Article, own: Terms) -> bool:
    """The headline names the next one, or the lead announces it."""
    if any(SECOND.match(article.title, h.end) or _BEHIND.match(article.title, h.end) for h in own.find(article.title)):
        return True
    return any(_TOLD.search(p.text[:_LONGEST]) for p in article.paragraphs[:_LEAD] if p.kind == "text")


def is_of_next(texts: list[str], own: Terms) -> bool:
    """In such an article: neither the sentence nor those before it in its paragraph, the last first, name the first one."""
    return not any(_FIRST.search(text) or any(not _is_next(text, h.start, h.end) for h in own.find(text)) for text in texts)


def _is_next(text: str, start: int, end: int) -> bool:
    return bool(
        SECOND.match(text, end)
        or _BEHIND.match(text, end)
        or _AHEAD.search(text[:start])
        or (_SUBTITLE.match(text, end) and _CALLED.search(text[:start]))
    )


def is_said_of_next(text: str, start: int, own: Terms) -> bool:
    """The last title before a place is that of which the next one is spoken of, or bears a number of a patch."""
    before = own.find(text[:start])
    if not before or _STOP.search(text, before[-1].end, start):
        return False
    return bool(_AHEAD.search(text[: before[-1].start]) or PATCH.match(text, before[-1].end))
