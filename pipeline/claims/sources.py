"""The words of a clause that speak of what the series was made from, which have no day: blanked, every place stays where it is."""

import re

from pipeline.claims.events import SOURCE
from pipeline.terms import Terms


def without_source(clause: str, own: Terms) -> str:
    """A book that bears the same title is what it was made from, and not what has the day ("the anime of Endo's manga Iron Moth")."""
    if (led := _LED.match(clause)) and (
        _THE_SERIES.match(clause, led.end()) or any(0 <= t.start - led.end() < 2 for t in own.find(clause))
    ):
        clause = f"{' ' * led.end()}{clause[led.end() :]}"
    for title in own.find(clause):
        if book := SOURCE.search(clause[: title.start]):
            clause = f"{clause[: book.start()]}{' ' * (title.start - book.start())}{clause[title.start :]}"
    for title in own.find(clause):
        book = _BOOK.match(clause, title.end) if _ADAPTED.search(clause[: title.start]) else None
        if aside := book or _MADE_FROM.match(clause, title.end) or _AND_WILL.match(clause, title.end):
            clause = f"{clause[: title.end]}{' ' * len(aside[0])}{clause[aside.end() :]}"
    for of_it in (_ITS_FORM, _IT_FROM, _IT_BASED, _IT_AND_WILL):
        clause = of_it.sub(lambda m: m[1] + " " * (len(m[0]) - len(m[1])), clause)
    return clause


_FORM = (
    r"(?:(?:light |web |visual |graphic )?novels?|manga|manhwa|web ?toon|(?:web ?)?comics?|books?|podcast|memoir)(?: series)?\b"
)
_LED = re.compile(
    r"\W*(?:[Bb]ased\s+(?:up)?on|[Aa]dapted\s+from|[Aa]dapting|[Dd]rawn\s+from|[Tt]aken\s+from|[Aa]n\s+adaptation\s+of)\s[^;]{3,120}?,\s+"
)
_THE_SERIES = re.compile(
    r"(?:the|this)\s+(?:[\w-]+\s+){0,2}?(?:series|anime|show|film|movie|game|drama|adaptation|season)\b|it\b"
)
"""With what a sentence begins before it comes to the series."""
_ADAPTED = re.compile(
    r"\b(?:anime|adaptation|series|film|movie|show|drama|version)\s+(?:of|from|based on)\s+(?:[^,;.]{2,60}['’]s?\s+|the\s+)?[\"“‘'*_]*$"
)
_BOOK = re.compile(
    rf"[\"”’'*_]*(?:\s+(?:[a-z-]+\s+){{0,2}}?{_FORM}|,\s+(?:the|a|an|his|her)\s[^,;]{{0,60}}?\b{_FORM}[^,;]{{0,60}},(?=\s))"
)
""" "The anime of Endo's Iron Moth manga": the book behind the title."""
_OF_A_BOOK = r"\s[^,;]{0,80}?\b(?:based on|adapted from|adaptation of|from|source is|after|which adapt(?:s|ed)|adapting|covering)\s[^;,]{3,80},(?=\s)"
_MADE_FROM = re.compile(rf"(?:[\"”’'*_]*,|,[\"”’'*_]+){_OF_A_BOOK}")
_IT = r"(\b(?:[Tt]he|[Tt]his|[Ii]ts|[Aa]n?)\s+(?:[\w-]+\s+){0,2}?(?:series|serial|anime|show|film|movie|game|drama|mystery|fantasy|thriller|comedy|romance|adaptation|season)"
_IT_FROM = re.compile(rf"{_IT}),{_OF_A_BOOK}")
_IT_BASED = re.compile(
    rf"{_IT}),?\s+(?:(?:based on|adapted from|adapting|taken from|drawn from)\s[^,;.]{{0,60}}?|of\s+(?:the|[^,;.]{{2,50}}['’]s?)\s+(?:(?:hit|popular|best-selling|original|acclaimed|long-running)\s+)?)\b{_FORM}"
)
_ITS_FORM = re.compile(
    rf"()\b(?:(?:light |web |visual )novels?(?=\s+adaptation\b(?! of\b))|{_FORM}(?=\s+anime\s+adaptation\b|\s+(?:is\s+)?(?:gets|getting|receives|receiving)\s+(?:an?\s+)?(?:[\w-]+\s+){{0,2}}?(?:anime|series)\b))",
    re.IGNORECASE,
)
"""What it was made from, between commas, has no day."""
_AND = (
    r"\s+(?:(?:is|was)\s+(?:(?:also|deep|already|currently|now)\s+)?(?:based on|adapted from|drawn from|inspired by|directed by|written by|produced by|animated by|developed by|in (?:development|production)|an?\s|the\s)|adapts\s)"
    r"(?:(?!\b(?:that|which|who|whose|where|when|and(?! [A-Z]))\b)[^.;]){3,100}?\s+and\s+(?=(?:now |also )?(?:will\s|is (?:now )?(?:set|due|slated|scheduled|expected|to)\b|(?:starts|premieres|launches|opens|begins|runs|debuts|arrives)\s))"
)
_AND_WILL = re.compile(rf"[\"”’'*_]*{_AND}")
_IT_AND_WILL = re.compile(rf"{_IT}|\bIt){_AND}")
"""What else is said of it before the verb that has the day."""
