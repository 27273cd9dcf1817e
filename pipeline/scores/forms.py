"""The forms in which scores are written: fractions, words, stars, letters, percent, plain numbers. Knows nothing of what they are about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.patterns import late
from pipeline.terms import Hints

Sort = Literal["fraction", "stars", "glyphs", "asterisks", "percent", "letter", "plain"]

# Metacritic's table for letters, as the widest used.
LETTERS = {
    "A+": 100,
    "A": 95,
    "A-": 91,
    "B+": 83,
    "B": 75,
    "B-": 67,
    "C+": 58,
    "C": 50,
    "C-": 42,
    "D+": 33,
    "D": 25,
    "D-": 16,
    "F": 0,
}
BESTS = frozenset({4, 5, 6, 10, 20, 100})
"""Of the scales in use; 5/12 and 24/7 are none."""


@dataclass(frozen=True, slots=True)
class Form:
    """A number at text[start:end] that may be a score. `best` is None where it is not said."""

    start: int
    end: int
    value: float
    best: float | None
    sort: Sort

    def percent(self, scale: float | None = None) -> float | None:
        """0..100, on the scale that is said, else on `scale` (the usual one), else on the next usual one; None for what no scale holds."""
        best = self.best
        drawn = self.sort in {"glyphs", "asterisks"}  # nobody draws three of ten stars without the seven empty ones
        if best is None and scale and self.value <= scale and not (drawn and scale > 6 and self.value <= 5):
            best = scale
        if best is None and self.sort == "plain":
            best = 10.0 if self.value <= 10 else 100.0
        elif best is None:
            best = 5.0 if self.value <= 5 else 10.0
        return share(self.value, best)


def share(value: float, best: float, worst: float = 0) -> float | None:
    """value in percent of best; None outside worst..best. Scales from 0 or 1 are read as written (3/5 is 60), others from their worst."""
    if worst in (0, 1) and best > 0:
        return round(100 * value / best, 1) if worst <= value <= best else None
    span = best - worst
    return round(100 * (value - worst) / span, 1) if span and 0 <= (value - worst) / span <= 1 else None


_WORDS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten".split())}
_WORD = "|".join(_WORDS)
_TAIL = rf"""
    (?P<half>\s?½|\s(?:and\s)?1/2(?!\d)|[ -]and[ -]a[ -]half)?
    (?:
        \s?(?P<percent>[%％]|per\s?cent\b)
      | (?P<stars>[\s-]?\s?(?:stars?|estrellas|étoiles|sterne)\b)?
        (?:\s+points?)?
        (?:
            \s*(?:[/／]|[(\[]?\bout(?:\s+of)?\b|\boutta\b|\bof\b|\bsobre\b|\bvon\b|\bsur\b|\bde\b|\bsu\b|\bиз\b)\s*
            (?:an?\s+)?(?:possible\s+|perfect\s+)?
            (?P<best>\d{{1,3}}|{_WORD})(?:[.,]0)?(?![a-z\d/]|[.,]\d|\s*/\s*\d)
            (?:\s*(?:stars?|estrellas|étoiles|sterne)\b)?
        )?
    )
"""
_NUMBER = late(
    rf"(?P<value>\d(?<![a-zà-ÿ\d_$€£¥#]\d)(?<!\d[-–:.,/]\d)(?<!\s\.\d)\d{{0,2}}(?:[.,．]\d{{1,2}})?(?![,.．]?\d))(?:\s?[-–]\s?(?P<upper>\d{{1,2}}(?:[.,]\d)?)(?!\d|[.,-]\d))?{_TAIL}",
    re.VERBOSE,
)
"""Begins with its digit, look-behind after it: so the search may skip quickly to the next digit."""
_IN_WORDS = late(rf"\b(?P<value>{_WORD})\b{_TAIL}", re.VERBOSE)
_GLYPHS = late(
    r"(?<![★⭐✭🌟])(?P<full>(?:[★⭐✭🌟]\ufe0f?[ \u3000]?){1,10})(?P<half>[½⯨⯪]|1/2)?[ \u3000]?(?P<empty>(?:[☆✩✰]\ufe0f?[ \u3000]?){0,9})(?![★⭐✭🌟☆])"
)
_FULL = "★⭐✭🌟"
_STARS = Hints(*_FULL)
_ASTERISKS = late(
    r"(?<![\w*])(?P<full>\*(?:\s?\*){0,4})(?P<half>\s?½|\s?1/2)?(?:(?:\s*stars)?\s*\(?(?:/|out of|of)\s*(?P<best>\*{4,5}|[45]\b|10\b|four\b|five\b|ten\b))?(?![\w*])"
)
_LETTER = re.compile(r"(?P<letter>[A-DF](?<![\w'’&.,/-][A-DF])(?:[+\-–−]|[ -](?:plus|minus)\b)?)(?![\w'’+&/]|\.\w)")

_SCORE_HINTS = Hints(
    *"0123456789★⭐✭🌟½０１２３４５６７８９",
    *("out of", "star", "grade", "rating", "score", "verdict", "overall", "give", "**", "estrella"),
)


def may_hold_a_score(text: str, low: str) -> bool:
    """A cheap test that most paragraphs fail: no digit, no star, no word that goes with a score, and too long to be a lone letter."""
    return len(text) < 24 or _SCORE_HINTS.stand_in(low)


def forms(text: str, low: str) -> list[Form]:
    """All numbers of `text` that are written as a score might be, left to right, without overlap. `low`: the same in lower case."""
    found = [*_numbers(low), *_stars(text), *_letters(text)]
    found.sort(key=lambda f: (f.start, -f.end))
    kept: list[Form] = []
    for form in found:
        if not kept or form.start >= kept[-1].end:
            kept.append(form)
    return kept


def _numbers(low: str) -> Iterator[Form]:
    matches = list(_NUMBER.finditer(low))
    if "out of" in low or "star" in low:
        matches += [m for m in _IN_WORDS.finditer(low) if m["best"] or m["stars"]]
    for m in matches:
        value = _value(m["value"]) + (0.5 if m["half"] else 0)
        best = _value(m["best"]) if m["best"] else None
        if best is not None and best not in BESTS:
            continue
        if upper := m.groupdict().get("upper"):  # "7-8/10" is read as its middle; a wider range is no score
            if not 0 < _value(upper) - value <= 1.5:
                continue
            value = (value + _value(upper)) / 2
        if m["percent"]:
            yield Form(m.start(), m.end(), value, 100.0, "percent")
        elif best is not None:
            yield Form(m.start(), m.end(), value, best, "fraction")
        else:
            yield Form(m.start(), m.end(), value, None, "stars" if m["stars"] else "plain")


def _value(written: str) -> float:
    return float(_WORDS[written]) if written in _WORDS else float(written.replace(",", ".").replace("．", "."))


def _stars(text: str) -> Iterator[Form]:
    for m in _GLYPHS.finditer(text) if not text.isascii() and _STARS.stand_in(text) else ():
        full = sum(map(m["full"].count, _FULL))
        empty = sum(c in "☆✩✰" for c in m["empty"])
        best = float(full + empty + bool(m["half"]))
        if full + empty >= 2 and (not empty or best in BESTS):
            end = m.start() + len(m[0].rstrip())
            yield Form(m.start(), end, full + (0.5 if m["half"] else 0), best if empty else None, "glyphs")
    for m in _ASTERISKS.finditer(text) if "*" in text else ():
        said = m["best"] or ""
        of = float(said.count("*")) or (_value(said) if said else None)
        yield Form(m.start(), m.end(), m["full"].count("*") + (0.5 if m["half"] else 0), of, "asterisks")


def _letters(text: str) -> Iterator[Form]:
    for m in _LETTER.finditer(text):
        yield Form(m.start(), m.end(), _points(m["letter"]), 100.0, "letter")


def grade(written: str) -> float | None:
    """0..100 of a grade such as "B+", "B–" or "B plus"; None for what is none."""
    return _points(written) if _LETTER.fullmatch(written) else None


def _points(written: str) -> float:
    sign = "+" if written[1:].strip(" -") in {"+", "plus"} else "-" if written[1:] else ""
    return float(LETTERS.get(written[0] + sign, LETTERS[written[0]]))
