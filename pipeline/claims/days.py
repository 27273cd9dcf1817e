"""Dates in a sentence, in all usual English forms, resolved against the day on which it was written."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Literal

from pipeline.claims.calendar import SEASONS, season_of
from pipeline.claims.numbers import NUMBER, number
from pipeline.patterns import late

Tense = Literal["future", "past", ""]
_MONTHS = "january february march april may june july august september october november december".split()
_NUMBERS = {name[:3]: n for n, name in enumerate(_MONTHS, 1)}
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Sept|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\b\.?"
)
"""A month as a word of its own, and no word that begins like one ("Mars")."""
_LONG_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SMALL_MONTH = _LONG_MONTH.lower()
"""As careless pages write it, with a day and a year."""
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:.]\d|%|\d)"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_SEASON = r"(?i:winter|spring|summer|autumn|fall)"
_PART = r"(?i:early|mid|late|(?:the\s+)?(?:end|beginning|start|middle)\s+of)"
_FAR_YEAR = r"(?:1[0-8]|2[1-9]|[3-9]\d)\d\d\b"
_NO_YEAR = rf"(?!\s+{_FAR_YEAR}|,\s+{_FAR_YEAR}(?!\s+[a-z]))"
"""A day of the year 2391 is one of the story."""
_THAT = r"(?:of\s+)?(?P<that>(?i:this|next|last))\s+(?i:year)\b"
_FIRST_DAY = r"(?:\w+\s+)?(?i:premiere|debut|release|launch|broadcast|start|finale|bow|screening|opening)\b"
"""What has "today's" day; of others it only tells which one is meant."""
_VERB = "premieres premiered debuts debuted opens opened launches launched begins starts started returns returned arrives arrived drops dropped lands landed ends ended concludes concluded finishes finished theaters theatres cinemas released".split()
"""Behind these American papers leave out the "on"."""
_FOR_A = (
    "for[ ]a",
    "targeting[ ]a",
    "eyeing[ ]a",
    "gets[ ]a",
    "has[ ]a",
    "confirms[ ]a",
    "confirmed[ ]a",
    "planned[ ]a",
    "Gets",
    "Sets",
    "Confirms",
)
"""Before a year that is a release's ("set for a 2026 release")."""
_LABELS = ("Broadcast", "Premiere", "Premieres", "Premiered", "Release", "Released", "Airing", "Debut", "Launch")
"""Behind one of these and a colon a year alone is a date."""
_FEASTS = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
}
"""Month and day."""
_PATTERN = late(
    rf"""(?<![\w/.,:-])(?:
    (?P<feast>(?i:Christmas\ (?:Day|Eve)|New\ Year['’]s\ (?:Day|Eve)|Halloween|Valentine['’]s\ Day))\b(?!['’]s?\ )(?:,?\s+(?P<yf>{_YEAR}))? |
    (?P<iso>{_YEAR}[-/.年]\s?\d{{1,2}}[-/.月]\s?\d{{1,2}}日?)(?![\d/-])
  | (?P<slashed>\d{{1,2}}[/.]\d{{1,2}}[/.](?:{_YEAR}|\d\d(?!\d)))(?![\d/])
  | (?:(?P<wd1>\w+day),?\s+(?:the\s+)?)?(?:(?P<from1>{_DAY})\s*(?:-|–|to|and)\s*)?(?P<d1>{_DAY})\s+(?:of\s+)?(?P<m1>{MONTH})(?:,?\s+(?:(?P<y1>{_YEAR})|{_THAT})|{_NO_YEAR})
  | (?:(?P<wd2>\w+day),?\s+)?(?P<m2>{MONTH})\s+(?:the\s+)?(?P<d2>{_DAY})(?:\s*(?:-|–|to|and)\s*(?P<to2>{_DAY})(?!\s+(?:{MONTH}|episodes?)))?(?:,?\s+(?:(?P<y2>{_YEAR})|{_THAT.replace("that", "then")})|{_NO_YEAR})
  | (?P<m14>{_SMALL_MONTH})\s+(?P<d14>{_DAY}),\s+(?P<y14>{_YEAR})
  | (?:{_PART}[\s-]+)?(?P<m3>{MONTH})(?:\s+of)?,?\s+(?P<y3>{_YEAR})
  | (?:{_PART}[\s-]+)?(?:(?P<m11>{_LONG_MONTH})|(?P<s11>{_SEASON}))\s+(?:of\s+)?(?P<that11>(?i:this|next|last))\s+(?i:year)\b
  | (?P<s4>{_SEASON})(?:\s+of|,)?\s+(?P<y4>{_YEAR}) | (?P<y5>{_YEAR})\s+(?P<s5>{_SEASON})(?=\s+(?i:season|line-?up|slate|anime|cour))
  | (?:{"|".join(rf"(?<={said}[ ])" for said in _FOR_A)})(?P<y12>{_YEAR})(?=\s+(?i:release|premiere|debut|launch)\b(?!\s+(?i:of|date|schedule|calendar|slate|line-?up|list)\b))
  | (?:{"|".join(rf"(?<={label}:[ ])" for label in _LABELS)})(?P<y13>{_YEAR})(?=\s*(?:[.,;|]|$)|\s+(?:on|via)\s+[A-Z])
  | (?P<q6>(?i:q[1-4]|(?:first|second|third|fourth)\s+quarter))(?:\s+of|,)?\s+(?:(?P<y6>{_YEAR})|(?P<that6>(?i:this|next))\s+(?i:year)\b)
  | (?:(?P<back>{NUMBER}|(?i:an?))\s+(?i:years?)\s+ago,?\s+)?(?P<near>(?i:today|tonight|tomorrow|yesterday|last\ night))\b(?!['’]s\b(?!\s+{_FIRST_DAY}))
  | (?P<of7>(?i:{"|".join(_WEEKDAYS)}))['’]s(?=\s+(?:(?:advance|preview|special|season|series)\s+)?(?:screening|premiere|finale)\b)
  | (?P<rel>(?i:this|next|last|coming|later\ this|earlier\ this)(?:\ coming)?)[\s-]+(?P<unit>(?i:winter|spring|summer|autumn|fall|week|month|year|\w+day)\b(?!(?<=year)['’]s\b(?!\s+{_FIRST_DAY}))(?!,?\s+(?:the\s+)?(?:{_DAY}\s+(?:of\s+)?{MONTH}|{MONTH}\s+{_DAY}))|{_LONG_MONTH}\b)
  | (?P<ago>{NUMBER})\s+(?i:years?)\s+ago\b
  | (?:(?i:on)|(?P<from7>(?i:from))|(?P<since7>(?i:since)))\s+(?P<wd7>(?i:{"|".join(_WEEKDAYS)}))\b(?!,?\s+(?:the\s+)?(?:\d(?!\d*\s+(?:days|weeks|months|years|episodes)\b)|{MONTH}))(?!\s+(?i:mornings|afternoons|evenings|nights)\b)
  | (?:{"|".join(rf"(?<={verb}[ ])" for verb in _VERB)})(?P<bare>(?i:{"|".join(_WEEKDAYS)}))\b(?!\s+(?:through|thru|to|and)\s+\w+day)(?!,?\s+(?:the\s+)?(?:\d(?!\d*\s+(?:days|weeks|months|years|episodes)\b)|{MONTH}))(?!\s+(?i:mornings|afternoons|evenings|nights)\b)
  | (?!(?i:to\s+(?:fall|spring)\b))(?i:in|for|from|since|until|to|till|this\ coming)\s+(?:{_PART}[\s-]+)?(?:the\s+)?(?P<in8>{_LONG_MONTH}\b|{_SEASON}\b)(?!\s+(?:\d|of\b|(?i:this|next|last)\s+(?i:year)\b|(?i:holidays?|break|half[- ]term|term|sales?|festival)\b))
  | {_PART}[\s-]+(?P<in9>{_LONG_MONTH})\b
  | (?:(?i:until\s+(?:early|late|mid)|in|into|for|to|early|late|mid|during|since|from|until|(?:end|beginning|start|middle)\s+of)[\s-]+)(?P<y10>{_YEAR})(?![-/])
    )""",
    re.VERBOSE,
)
_LONE_MONTH = late(
    rf"\b(?i:a|an|its|the|for)\s+(?P<lone>{_LONG_MONTH})(?=\s+(?i:premiere|debut|release|launch|start|finale|bow))"
)


_BEFORE, _BEHIND = 45, 60
"""Characters of a date on either side of the word that gives it away, at most."""


def spots(text: str, cues: Sequence[int] = ()) -> list[re.Match[str]]:
    """Where dates stand, left to right. `cues`: where words stand without which there is none; the text is looked at around them only."""
    found: list[re.Match[str]] = []
    done = 0
    for cue in cues:
        if cue < done:
            continue
        low, high = max(done, cue - _BEFORE), cue + _BEHIND
        near = (m for pattern in (_PATTERN, _LONE_MONTH) for m in pattern.finditer(text, low, high) if m.end() > cue)
        if m := min(near, key=lambda m: m.start(), default=None):
            found.append(m)
            done = m.end()
    return found


def resolve(spot: re.Match[str], published: date | None, tense: Tense, day_first: bool | None) -> str:
    """The date that stands at a spot; empty where nobody can tell. `day_first`: how the outlet writes 10/01/2024; None where nobody knows."""
    groups = {k: v for k, v in spot.groupdict().items() if v}
    try:
        return next((v for read in _READERS if (v := read(groups, published, tense, day_first))), "")
    except (ValueError, OverflowError, KeyError, StopIteration):
        return ""


def _figures(g: dict[str, str], _published: date | None, _tense: Tense, day_first: bool | None) -> str:
    if "iso" in g:
        return date(*(int(n) for n in re.findall(r"\d+", g["iso"]))).isoformat()
    if "slashed" not in g:
        return ""
    a, b, year = (int(n) for n in re.findall(r"\d+", g["slashed"]))
    year += 2000 if year < 100 else 0
    if a > 12 or b > 12 or a == b:
        day_first = a > 12 or a == b
    if "." in g["slashed"]:
        day_first = True
    if day_first is None:
        return ""
    return (date(year, b, a) if day_first else date(year, a, b)).isoformat()


def _feast(g: dict[str, str], published: date | None, tense: Tense, _day_first: bool | None) -> str:
    if "feast" not in g:
        return ""
    month, day = _FEASTS[g["feast"].lower().replace("’", "'")]
    if "yf" in g:
        return date(int(g["yf"]), month, day).isoformat()
    return _nearest(lambda year: date(year, month, day), published, tense, "").isoformat() if published else ""


def _written(g: dict[str, str], published: date | None, tense: Tense, _day_first: bool | None) -> str:
    n = next((n for n in ("1", "2", "14") if f"d{n}" in g), "")
    if not n:
        return ""
    weekday = w if (w := g.get(f"wd{n}", "").lower()) in _WEEKDAYS else ""
    month, day = month_of(g[f"m{n}"]), _int(g[f"d{n}"])
    first, last = (_int(g["from1"]), day) if "from1" in g else (day, _int(g["to2"])) if "to2" in g else (day, day)
    if f"y{n}" in g:
        whole = date(int(g[f"y{n}"]), month, day)
    elif published and (which := g.get("that") or g.get("then")):
        whole = date(published.year + {"next": 1, "last": -1}.get(which.lower(), 0), month, day)
    elif published:
        whole = _nearest(lambda year: date(year, month, day), published, tense, weekday)
    else:
        return ""
    a, b = whole.replace(day=first), whole.replace(day=last)
    return a.isoformat() if a >= b else f"{a.isoformat()}..{b.isoformat()}"


def _month_or_season(g: dict[str, str], published: date | None, _tense: Tense, _day_first: bool | None) -> str:
    if "y3" in g:
        return f"{g['y3']}-{month_of(g['m3']):02}"
    if "that11" in g:
        year = published.year + {"next": 1, "last": -1}.get(g["that11"].lower(), 0) if published else 0
        return "" if not year else f"{year}-{month_of(g['m11']):02}" if "m11" in g else f"{year}-{_season(g['s11'])}"
    if season := g.get("s4") or g.get("s5"):
        return f"{g.get('y4') or g.get('y5')}-{_season(season)}"
    if "q6" in g:
        quarter = next(
            n
            for n, names in enumerate(("q1 first", "q2 second", "q3 third", "q4 fourth"), 1)
            if g["q6"].lower().split()[0] in names
        )
        if "that6" in g:
            return f"{published.year + (g['that6'].lower() == 'next')}-q{quarter}" if published else ""
        return f"{g['y6']}-q{quarter}"
    return g.get("y10") or g.get("y12") or g.get("y13", "")


def _relative(g: dict[str, str], published: date | None, tense: Tense, _day_first: bool | None) -> str:
    if published is None:
        return ""
    if "back" in g:
        published = published.replace(year=published.year - (number(g["back"]) or 1))
    if "ago" in g:
        years = number(g["ago"])
        return str(published.year - years) if years else ""
    if "near" in g:
        step = {"tomorrow": 1, "yesterday": -1, "last night": -1}.get(" ".join(g["near"].lower().split()), 0)
        return (published + timedelta(days=step)).isoformat()
    if "since7" in g:
        return _weekday(g["wd7"], published, -1)
    if day := g.get("bare") or g.get("of7"):
        return _weekday(day, published, -1 if tense == "past" else 1) if tense else ""
    if "wd7" in g:
        return _weekday(g["wd7"], published, -1 if tense == "past" else 1) if tense or "from7" in g else ""
    if name := g.get("in8") or g.get("in9"):
        return _period(name, published, tense)
    if "lone" in g:
        month = month_of(g["lone"])
        return (month != published.month and _period(g["lone"], published, tense)) or _nearest_month(month, published)
    if "rel" not in g:
        return ""
    which, unit = g["rel"].lower().split()[0], g["unit"]
    step = {"next": 1, "last": -1}.get(which, 0)
    low = unit.lower()
    if low in {"week", "today"}:
        return ""
    if low == "year":
        return str(published.year + step)
    if low == "month":
        return _shifted(published, step)
    if low.endswith("day"):
        return _weekday(low, published, -1 if step < 0 or (not step and tense == "past") else 1)
    if step == 0 and low in _MONTHS:
        return f"{published.year}-{month_of(unit):02}"
    return _period(unit, published, "past" if step < 0 else "future", this=step == 0)


_READERS: tuple[Callable[[dict[str, str], date | None, Tense, bool | None], str], ...] = (
    _figures,
    _feast,
    _written,
    _month_or_season,
    _relative,
)


def _nearest(of_year: Callable[[int], date], published: date, tense: Tense, weekday: str) -> date:
    """The day of the year that the tense means: on or after the day of publication, on or before it, or the nearest; which it is in any tense if it falls on the weekday that is named."""
    around = [of_year(published.year + n) for n in (-1, 0, 1)]
    nearest = min(around, key=lambda d: abs(d - published))
    if weekday and nearest.weekday() == _WEEKDAYS.index(weekday):
        return nearest
    if tense == "future":
        return next(d for d in around if d >= published)
    if tense == "past":
        return next(d for d in reversed(around) if d <= published)
    return nearest


def _period(name: str, published: date, tense: Tense, this: bool = False) -> str:
    """The month or season of that name that the tense means; empty where there is no tense."""
    month = name.lower() in _MONTHS
    first, many = (month_of(name), 1) if month else (SEASONS[_season(name)], 3)
    if this and not month and season_of(published).endswith(_season(name)):
        return season_of(published)
    if not tense:
        return ""
    running = published.month >= first and published.month < first + many
    begun = published.month >= first
    year = published.year + (begun and tense == "future") - ((not begun or running) and tense == "past")
    return f"{year}-{first:02}" if month else f"{year}-{_season(name)}"


def _nearest_month(month: int, published: date) -> str:
    nearest = _nearest(lambda year: date(year, month, _MIDDLE), published, "", "")
    return f"{nearest.year}-{month:02}"


_MIDDLE = 15


def _weekday(name: str, published: date, sign: int) -> str:
    distance = (sign * (_WEEKDAYS.index(name.lower()) - published.weekday())) % 7 or 7
    return (published + timedelta(days=sign * distance)).isoformat()


def _shifted(day: date, months: int) -> str:
    n = day.year * 12 + day.month - 1 + months
    return f"{n // 12}-{n % 12 + 1:02}"


def month_of(name: str) -> int:
    """Its number; also of a short name ("Sept")."""
    return _NUMBERS[name.lower()[:3]]


def _season(name: str) -> str:
    return {"fall": "autumn"}.get(name.lower(), name.lower())


def _int(text: str) -> int:
    return int(re.sub(r"\D", "", text))
