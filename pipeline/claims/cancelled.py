"""Reads that it does not go on: the series was cancelled, after how many seasons."""

import re
from collections.abc import Iterator, Sequence

from pipeline.claims.claim import Found
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.numbers import NUMBER, ORDINAL, number
from pipeline.claims.seasons import SEASON
from pipeline.terms import Hit

_HOW = r"(?:(?:officially|now|been|already|abruptly|quietly|also|just|later|then|ultimately)\s+)*"
_BY = r"(?:\s+(?:at|by)\s+(?:the\s+)?(?-i:[A-Z])[\w+&’'.-]*(?:\s+(?-i:[A-Z])[\w+&’'.-]*){0,2})?"
_AFTER = rf"\s+(?:after|following)\s+(?:(?:only|just|its|that|a|the)\s+)*(?P<n>{NUMBER}|single|{ORDINAL})\s+(?:seasons?|series)\b"
_IS_OFF = re.compile(
    rf"[\"”’'*_]*\s+(?:(?:is|was|has|had|gets|got|will\s+be)\s+)?{_HOW}(?:cancell?ed|axed){_BY}(?:{_AFTER})?", re.IGNORECASE
)
"""Behind the title, or a word for the series."""
_IT = re.compile(
    r"\b(?:[Ii]t|(?:[Tt]he|[Tt]his)\s+(?:[\w-]+\s+){0,2}?(?:series|show|anime|drama|sitcom))(?=\s+(?:is|was|has|had|got|gets)\b)"
)
_CUTS = re.compile(
    r"\b(?:cancels|cancell?ed|axes|axed|cancell?ing|axing|pull(?:s|ed|ing)\s+the\s+plug\s+on)\s+(?:(?:the|its)\s+(?:[\w-]+\s+){0,4})?[\"“‘'*_]*$",
    re.IGNORECASE,
)
"""Before the title."""
_SO_MANY = re.compile(rf"[\"”’'*_,]*{_AFTER}", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|if|unless|almost|nearly|could|would|may|might)\b|n['’]t\b", re.IGNORECASE)
"""It is not so, or not yet."""


def called_off(line: Line, titles: Sequence[Hit], known: Known) -> Iterator[Found]:
    """ "Iron Moth was cancelled after one season": there will be no second."""
    text = line.text
    if not known.aired or not _ANY.search(text):
        return
    for title in titles:
        if _OF_IT.search(text, 0, title.start):
            continue
        if (m := _IS_OFF.match(text, title.end)) and not _NOT.search(text[: title.start] + m[0]):
            yield from _no_more(m["n"], line, title.start, m.end(), sure=True)
        elif cut := _CUTS.search(text[: title.start]):
            m = _SO_MANY.match(text, title.end)
            if not _NOT.search(text[: cut.start()]):
                yield from _no_more(m["n"] if m else None, line, cut.start(), m.end() if m else title.end, sure=True)
    for it in _IT.finditer(text):
        if (m := _IS_OFF.match(text, it.end())) and m["n"] and not _NOT.search(text[: it.start()] + m[0]):
            yield from _no_more(m["n"], line, it.start(), m.end(), sure=False)


_SEASONS = re.compile(
    rf"\b{NUMBER}\s+(?:seasons|series)\b|{SEASON.pattern}(?<!season one)(?<!season 1)(?<!first season)", re.IGNORECASE
)
_OF_IT = re.compile(r"\b(?:of|for|about|with)\s+(?:the\s+)?[\"“‘'*_]*$")
"""Before the title, where something else of it is cancelled."""
_ANY = re.compile(r"cancel|\bax(?:e[sd]|ing)\b|the plug on", re.IGNORECASE)


def _no_more(said: str | None, line: Line, start: int, end: int, sure: bool) -> Iterator[Found]:
    """Of the season after those that were; of the second where nobody tells how many, and the piece speaks of none but the first."""
    if said is None and any(_SEASONS.search(told) for told in (line.article.title, *(p.text for p in line.article.paragraphs))):
        return
    n = 1 if said is None or said.lower() == "single" else number(said)
    if n:
        yield Found(f"season {n + 1}", "no", start, end, sure=sure)
