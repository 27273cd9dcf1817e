"""Which instalment a film or a game is, told by its title ("Iron Moth: Part Two", "Night Ferry II"): "the sequel" is then the work itself, and the bare name that of the first one. Knows no kinds of claims."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.claims.numbers import ORDINAL, number
from pipeline.patterns import late
from pipeline.series import Series
from pipeline.terms import Terms

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
_COUNT = r"(?:\d|I{1,3}|IV|V|One|Two|Three|Four|Five)"
_PART = r"(?:Part|Chapter|Volume|Vol\.|Act)"
_NUMBERED = late(
    rf"(?P<stem>.*?\w)(?:\s*[:,–—-]?\s+(?:{_PART})\s+(?P<part>{_COUNT})|\s+(?P<bare>[2-5]|II|III|IV|V))(?:\s*[:–—-]\s.*)?"
)


@dataclass(frozen=True, slots=True)
class Instalment:
    """The number of a work that is not the first, and the name that it shares with the others."""

    number: int
    stem: str
    others: re.Pattern[str]
    """How the press calls another instalment: "the first film", "Part One", "Iron Moth 3"; or the bare name, where something is said of it."""
    short: re.Pattern[str]
    """ "Part Two" without the name, "the sequel"."""

    @classmethod
    def of(cls, series: Series) -> "Instalment | None":
        """None for a first one, and for what is shown in seasons."""
        if series.medium not in {"film", "game"}:
            return None
        for name in (series.title, *series.aliases):
            m = _NUMBERED.fullmatch(name)
            if m and (n := _value(m["part"] or m["bare"])) > 1:
                return cls(n, m["stem"], _others(m["stem"]), _short(n))
        return None

    def siblings(self, text: str, own: Terms) -> Iterator[tuple[int, int, Literal["next", "older"]]]:
        """Where a text names another instalment: an earlier one or a later one."""
        titles = own.find(text)
        for m in self.others.finditer(text):
            said = m["n"] or m["part"] or m["nth"]
            if any(h.start < m.end() and m.start() < h.end for h in titles) or (said and _value(said) == self.number):
                continue
            yield m.start(), m.end(), "next" if said and _value(said) > self.number else "older"

    def shortened(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a text calls the work by its part alone, or the sequel."""
        return (m.span() for m in self.short.finditer(text))


def begins_with_it(text: str, instalment: Instalment | None) -> bool:
    """ "The sequel will …": the subject is the work, which is one."""
    return instalment is not None and _THE_SEQUEL.match(text) is not None


_THE_SEQUEL = late(
    r"\W*(?:(?:And|But|Now|So),?\s+)?(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|(?:[A-Z][\w.-]+\s+){1,3}?[A-Z]?[\w-]*['’]s)\s+(?!(?:next|third|fourth|fifth|planned|possible)\b)(?:[\w’'-]+\s+){0,3}?(?:sequel|follow-?up|second\s+(?:film|movie|game|part|half|chapter|instal?lment|outing))\b(?!\s+to\b)"
)


def _value(said: str) -> int:
    return _ROMAN.get(said) or number(said) or 0


def _others(stem: str) -> re.Pattern[str]:
    name = re.escape(stem)
    return re.compile(
        rf"\b(?i:the|['’]s)\s+(?:first|original|previous|earlier)\s+(?:[\"“‘'*_]?{name}\b|(?:film|movie|game|picture|one|instal?lment|chapter|outing)\b(?!\s+(?:to|in|of|that|since|ever|from|for)\b))"
        rf"|\b{name}(?:\s*[:,–—-])?\s+(?:{_PART}\s+)?(?P<n>{_COUNT})(?!\w|[.,]\d)"
        rf"|(?<![A-Z]\w )(?<![:–—-] )(?<!\w[A-Z]\w )\bPart\s+(?P<part>{_COUNT})(?!\w)"
        rf"|(?<=\b[Aa] )(?P<nth>{ORDINAL})(?:\s+and\s+(?:final|last))?\s+(?:film|movie|instal?lment|chapter)\b(?!\s+(?:from|by|about|with|set)\b)"
        rf"|(?<!\bnovel )(?<!\bbook )(?<!['’]s )\b{name}\b[\"”’'*_]*\s+(?:\((?:19|20)\d\d\)|(?:is|was)\s+(?:on|in|out|released|available|also|still|already|now|streaming|first)\b|(?:had|made|came|opened|hit|earned|took|won|arrived|premiered|debuted|grossed|launched|sold|can\s+be\s+(?:seen|found|watched|streamed))\b)"
    )


def _short(n: int) -> re.Pattern[str]:
    spelt = {2: "Two|2|II", 3: "Three|3|III", 4: "Four|4|IV", 5: "Five|5|V"}.get(n, str(n))
    nth = {2: "second|2nd", 3: "third|3rd", 4: "fourth|4th", 5: "fifth|5th"}.get(n, f"{n}th")
    return re.compile(
        rf"(?:(?<=[a-z] )|(?<=[.,;] )|^)Part\s+(?:{spelt})(?!\w)"
        rf"|\b(?:[Tt]he|[Tt]his|[Ii]ts)\s+(?:(?!next|third|planned|possible)[\w’'-]+\s+){{0,2}}?(?:sequel|follow-?up)\b(?!\s+(?:to|of|for|album|film)\b)"
        rf"|\b[Tt]he\s+(?:{nth})\s+(?:film|movie|game|part|half|chapter|instal?lment)\b(?=\s+(?:is|was|has|will|of\s+(?:the|his|her|its|this)\s+(?:\S+\s+){{0,4}}(?:saga|story|adaptation|series|trilogy|franchise))\b)"
    )


_SEQUEL = late(r"\b(?:sequel|follow-?up|part (?:2|two))\b", re.IGNORECASE)
_DEFINITE = late(
    r"(?:\b(?:[Tt]he|[Tt]his|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)|['’]s)\s+(?!(?:next|another|third|fourth|fifth|new|possible|potential|planned|future)\b)(?:(?!next|third|planned|possible)[\w’'-]+,?\s+){0,3}$"
)
_TO = late(r"\s+(?:to|of|for)\s+(?:the\s+)?[\"“‘'*_]*")


def further_films(instalment: Instalment | None) -> Iterator[str]:
    """What the next one may be called, in small letters."""
    for nth in ("second", "third", "fourth", "fifth"):
        for last in ("", " and final", " and last"):
            yield from (f"{nth}{last} {work}" for work in ("film", "movie", "instalment", "installment", "chapter"))
    if instalment:
        number, word, roman = instalment.number + 1, _WORDS[instalment.number], _NUMERALS[instalment.number]
        for n in (str(number), word, roman):
            yield from (f"{instalment.stem}{before} {n}".lower() for before in ("", " part", ": part", ": chapter"))


_WORDS = ("one", "two", "three", "four", "five", "six")
_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi")


def is_itself(text: str, start: int, end: int, instalment: Instalment | None, own: Terms) -> bool:
    """A word for a sequel that stands there means the followed work: it is part of its title, or it is called the sequel, and of nothing that is followed."""
    titles = own.find(text)
    if any(h.start <= start and end <= h.end for h in titles):
        return True
    if instalment is None or not _SEQUEL.fullmatch(text, start, end):
        return False
    to = _TO.match(text, end)
    return bool(_DEFINITE.search(text[:start])) and not (to and any(h.start == to.end() for h in titles))
