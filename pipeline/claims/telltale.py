"""The word that gives away what happens on a date, and what the clause says before it."""

import re
from typing import NamedTuple

from pipeline.claims.claim import KindName
from pipeline.claims.events import (
    FIRST,
    FROM,
    GETS,
    LAST,
    NOUN,
    OBJECT,
    OBJECT_ITSELF,
    OUT,
    PUT_OFF,
    REACH,
    RUNS,
    SCENE,
    SEEN_FROM,
    SET,
    SHOWS,
)
from pipeline.claims.known import Known
from pipeline.claims.seasons import SEASON

_FEW, _BEHIND = 5, 14
"""Behind more words than that, a word for it counts only so near to the date."""
_UNTIL = re.compile(r"until", re.IGNORECASE)
_ITSELF_OPENS = re.compile(r"(?:show|drama|anime|serial|season|series)\s+(?=open)", re.IGNORECASE)
"""Where the noun stands with its verb, it is the subject."""
_SHOWS_IT = re.compile(
    r"(?:release|launch|premiere|debut|open|stream|broadcast|air)(?:s|es|d|ed)?(?=\s+[\"“‘'*_]*(?:[A-Z]|it\b|the\s))"
)
"""On that day somebody shows what stands right behind."""
_FOLLOWS = re.compile(r"follow", re.IGNORECASE)
"""Another service shows it later than the first."""
_WITH_A_SEASON = re.compile(rf",?\s+(?:with|for)\s+(?:(?:an?|its|the)\s+)?{SEASON.pattern}", re.IGNORECASE)
"""With what it is back."""
_APPOSED = re.compile(r"\s*[^,.;]{1,40},\s+(?:an?|the)\s[^,.;]{10,70},\s")
"""Between the title and its verb: what it is."""
_OF = re.compile(r"\s+of\s+")


class Cue(NamedTuple):
    """The word for what happens on a date, and what stands around it."""

    kind: KindName
    subject: str
    """What the clause says before it; with it, where it is a noun."""
    object: str = ""
    """What stands between a verb that somebody does to the series and the date."""
    adjacent: bool = False
    """It stands behind the date."""


def telltale(clause: str, behind: str, known: Known) -> Cue | None:
    """The last word for what happens before the date within reach, else a word for a change of dates, else the first word behind."""
    begins: KindName = "premiere" if known.aired else "release"
    tables: list[tuple[re.Pattern[str], KindName]] = [(FIRST if known.aired else OUT, begins)]
    tables += [(LAST, "finale")] if known.aired else []
    near = clause[-REACH:]
    cut = len(clause) - len(near)
    before = [(m.start(), kind) for pattern, kind in tables for m in pattern.finditer(near) if not _is_of_others(near, m.start())]
    if known.aired and (opens := _opens(near, known)):
        before.append((opens, begins))
    if before:
        at, kind = max(before, key=lambda b: (b[0], b[1] == "finale"))
        if OBJECT.match(near[at:]) or SCENE.match(near[at:]):
            return None
        if (
            known.aired
            and _FOLLOWS.match(near, at)
            and (by := known.platforms.find(near[:at]))
            and near[by[-1].end : at].isspace()
        ):
            return None
        if kind == "finale" and _UNTIL.match(near, at) and PUT_OFF.search(near[:at]) and not LAST.search(near[:at]):
            kind = begins
        last = [a for a, k in before if k == "finale" and 0 < at - a < 25]
        if kind != "finale" and last and RUNS.match(near[at:]):
            at, kind = last[-1], "finale"
        noun = NOUN.match(near, at)
        of = _OF.match(near, noun.end()) if noun else None
        ours = known.own.find(near[of.end() :]) if of else []
        if of and near[of.end() :] and not (ours or OBJECT_ITSELF.match(near, of.end())):
            return None
        if self_opens := _ITSELF_OPENS.match(near, at):
            at = self_opens.end()
        ends = of.end() + ours[0].end if of and ours else noun.end() if noun else at
        return Cue(kind, clause[: cut + ends], _thing(near) if kind == begins else "")
    if known.aired and clause.endswith("back ") and _WITH_A_SEASON.match(behind):
        return Cue(begins, clause)
    if move := SET.search(clause):
        kind = "finale" if known.aired and LAST.search(clause) else begins
        return Cue(kind, clause[: move.start()], clause[move.start() :])
    if GETS.search(_named_it(near, known)) or (FROM.search(clause) and SEEN_FROM.search(near)):
        return Cue(begins, clause, clause)
    if SHOWS.search(near) and re.search(r"\b(?:in|into) (?:[\w.]+ )?(?:cinemas|theat(?:ers|res)|early access)\b", near):
        return Cue(begins, clause[:cut], _thing(near))
    reach = _BEHIND if len(clause.split()) > _FEW else 90 if _APPOSED.match(behind) else 70
    after = [(m.start(), kind) for pattern, kind in tables for m in pattern.finditer(behind[:reach])]
    if after:
        at, kind = min(after, key=lambda b: (b[0], b[1] != "finale"))
        thing = (
            behind[at:90]
            if NOUN.match(behind, at)
            else behind[shows.end() : 90]
            if (shows := _SHOWS_IT.match(behind, at))
            else ""
        )
        return Cue(kind, behind[:at] if at > 2 else clause, thing, True)
    return None


def _is_of_others(text: str, start: int) -> bool:
    """ "The last on …" of what are no episodes."""
    return _THE_LAST.match(text, start) is not None and "pisode" not in text


_THE_LAST = re.compile(r"the last (?=on $)")


def _opens(text: str, known: Known) -> int:
    """Where the series itself opens, which of a shop or a scene is said as often; else 0."""
    titles = known.own.find(text) if "open" in text else []
    return found.start("opens") if titles and (found := _TITLE_OPENS.match(text, titles[-1].end)) else 0


_TITLE_OPENS = re.compile(r"[\"”’'*_]*(?:,\s+which|,\s[^,;]{2,60},)?\s+(?P<opens>open(?:s|ed))\b(?!\s+(?:the|its|his|her|up)\b)")


def _named_it(text: str, known: Known) -> str:
    """The text with "it" for the title."""
    for title in reversed(known.own.find(text)):
        text = f"{text[: title.start]}it{text[title.end :]}"
    return text


def _thing(clause: str) -> str:
    """What stands behind the first verb with which somebody shows something."""
    shows = SHOWS.search(clause)
    return clause[shows.end() :] if shows else ""
