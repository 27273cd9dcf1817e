"""Which season, version, place or machine a date is of."""

import re

from pipeline.claims.events import (
    CLAUSE,
    DEMO,
    DIGITAL,
    DISC,
    DUB,
    EARLY,
    ELSEWHERE,
    FESTIVAL,
    MACHINE,
    MOVED,
    SAID_THAT,
    SCREENING,
    SEVERAL,
    SPECIAL,
    WHEN,
)
from pipeline.claims.instalments import is_itself
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.mentions import SECOND
from pipeline.claims.numbers import number
from pipeline.claims.seasons import is_unnumbered, season
from pipeline.claims.succession import called_branch
from pipeline.claims.territories import territories

_VERSION = re.compile(
    r"\b(?:versions?|ports?|editions?)\s+for\s+[^,.;]{2,40}|\b(?:PS[45]|PlayStation \d|Xbox(?: One| Series)?(?: X\|S)?|Switch(?: 2)?|Mac|iOS|Android)\s+(?:release|launch|debut)\b|[^,.;]{2,40}\s(?:versions?|ports?|editions?)\b(?!\s+for)",
    re.IGNORECASE,
)
_NEXT = re.compile(r",\s+(?:and|with|while|but)\b|;|\.\s")
"""What stands behind is another thing."""
_AFTER_EARLY = re.compile(
    r"\b(?:after|following|leav\w+|left|out of|exit\w*|emerg\w+)\b[^.;,]{0,40}\bearly access\b", re.IGNORECASE
)
_CLAUSES = re.compile(r";\s|[.!?][\"”’]?\s")
_IN_BRACKETS = re.compile(r"\s*\([^()]{2,40}\)")
_ON_ONE = re.compile(
    r"\W*(?:On|For)\s+(?:the\s+)?[\w ]{2,24}?,?\s+(?:it|the game|this)\b(?=[^.;]*\b(?:later|next year|follow\w*|still|only|to appear|not (?:before|until))\b)"
)
"""A sentence that begins with the one machine where it comes later."""
_PORTED = re.compile(r"\b(?:ports?|ported|out now|already out|already available|after all|headed to|heads to)\b", re.IGNORECASE)
"""It has been out elsewhere before."""
_SENTENCE = 160
"""Characters of the sentence before, about."""
_RUN = re.compile(r"\s*(?:to|until|till)\s+")
"""Between the old day and the new one."""
_TONGUE = (
    r"(?:French|German|Spanish|Italian|Portuguese|Brazilian|Latin American|Polish|Hindi|Arabic|Korean|Mandarin|Tamil|Telugu|Thai)"
)
_OTHER_TONGUES = re.compile(rf"\b{_TONGUE}(?:,?\s+(?:and\s+)?{_TONGUE}){{0,4}}\s+(?:versions?|ones?|dubs|tracks?)\b")
"""Of dubs in several languages none has the day of the dub."""
_IN_CINEMAS = re.compile(r"\bin (?:\w+ ){0,2}(?:cinemas|(?:movie )?theat(?:er|re)s)\b", re.IGNORECASE)
_OPENED = re.compile(r"\bopen(?:s|ed|ing)?\b|\bcinemas?\b|\btheat(?:er|re|rical)", re.IGNORECASE)
"""What discs do not do, whatever the headline speaks of."""
_THERE = re.compile(r"\b[Tt]here\b(?!\s+(?:is|are|was|were|will|has|have)\b)")
_OF_THE_LAST = re.compile(r"\s+(?:in|for)\s+(?:the\s+)?[A-Z]")
_OF_THIS = re.compile(r"\s+(?:in|for)\s+(?:the\s+)?[A-Z]|\s+worldwide\b")
"""Each of two dates has its place behind it."""
_THAT_IS = re.compile(r",?\s+(?:or|that\s+is|that['’]s|meaning|which\s+(?:is|means|makes|(?:in|for)\s+(?:the\s+)?[A-Z]\w*))\b")
"""Behind it comes the same hour in another place."""
_OVER_THERE = re.compile(r"\s+(?:over )?there\b")
_PRONOUN = re.compile(r"\W*(?:(?:It|This|That)\b|(?:Instead of|From|On|In|After|Now)\b[^,;.]{2,40},\s+it\b)")
_ON_TV = re.compile(
    r"\b(?:television|TV|broadcast|on-air)\s+(?:premiere|debut|start|launch)\s+(?:(?:of|on|in)\s+)?$", re.IGNORECASE
)
"""Right before a day: no screening has it."""
_ON_DAY = re.compile(r"\W*(?:On\s+)?")
"""A sentence that begins with the day: what happened stands behind."""
_FIRST_CLAUSE = 120
_DUBBED = re.compile(r",\s+(?:both\s+)?dubbed(?=,| and subtitled| and subbed|\.)")
"""How it is shown in a country, and not what begins."""
_THEN = re.compile(r"\band\s+(?:then\s+)?(?=(?:went|goes|will go|opens|opened|will open|comes|came|will come|is out)\b)")
"""Behind it begins what is said of the next date."""
_HERE = re.compile(r"\b(?:premiered|screened|shown|seen|played|bowed)\s+(?:here|there)\b")
_AT_FESTIVAL = re.compile(
    rf"(?:the\s+)?(?:\w+\s+){{0,2}}{FESTIVAL.pattern}(?:\s+film\s+festival)?(?:\s+\d{{4}})?\s*(?:review|diary|report|notes|blog|:)",
    re.IGNORECASE,
)
"""A headline that says from where a piece comes."""
_WORLD_PREMIERE = re.compile(r"\bworld premiere\b", re.IGNORECASE)


def _by_title(text: str, start: int, known: Known) -> str:
    """ "Iron Moth 3", the last title before a place: the third season."""
    titles = known.own.find(text[:start])
    m = SECOND.match(text, titles[-1].end) if titles else None
    n = number(m[0].strip()) if m and m.end() < start else None
    return f"season {n}" if n else ""


def about_of(line: Line, start: int, end: int, low: int, high: int, whole: str, known: Known) -> str | None:
    """Which season, version, place or machine; None where it is a thing of its own that no claim is made of."""
    text = line.text
    for begin, stop in reversed(called_branch(whole, known.own) if SPECIAL.search(whole) else []):
        whole = whole[:begin] + whole[stop:]
    near = whole[: whole.find(",", whole.find(text[start:end])) + 1 or None]
    if any(not is_itself(near, m.start(), m.end(), known.instalment, known.own) for m in SPECIAL.finditer(near)):
        return None
    if known.aired and (numbered := _by_title(text, start, known)):
        return numbered
    if known.aired and (other := season(line, start, end, line.tense(start, end))):
        return other
    if known.aired and is_unnumbered(text, start):
        return None
    behind = _THEN.split(text[end : min(high, end + 30)])[0]
    low = 0 if _RUN.fullmatch(text[low:start]) and MOVED.search(text[:low]) else low
    close = (
        SAID_THAT.sub(" ", _CLAUSES.split(text[max(low, start - 110) : start])[-1])
        + text[start:end]
        + (behind[: m.start()] if (m := _NEXT.search(behind)) else behind)
    )
    if known.aired and _OTHER_TONGUES.search(close) and "English" not in close:
        return None
    further = _NEXT.split(text[end : min(high, end + 60)])[0]
    subbed = _DUBBED.match(text, end) and territories(text[max(low, start - 60) : start])
    if DUB.search(text[max(low, start - 110) : start] if subbed else f"{close} | {further}") or (
        not line.opens and _PRONOUN.match(text) and DUB.search(line.before)
    ):
        return "dub"
    if known.game and EARLY.search(close) and not _AFTER_EARLY.search(close):
        return "early access"
    if known.game and DEMO.search(close):
        return "demo"
    close = _THEN.split(close)[-1]
    if _ON_DAY.fullmatch(text, 0, start):
        close += CLAUSE.split(text[end : min(high, end + _FIRST_CLAUSE)], maxsplit=1)[0]
    if FESTIVAL.search(close) or (_WORLD_PREMIERE.search(close) and FESTIVAL.search(f"{line.article.title} | {line.before}")):
        return "festival"
    if not _ON_TV.search(text, 0, start) and (
        SCREENING.search(close)
        or (known.aired and _IN_CINEMAS.search(close))
        or (not line.opens and _PRONOUN.match(text) and SCREENING.search(line.before[-_SENTENCE:]))
    ):
        return "screening"
    if (
        not known.aired
        and not known.game
        and (DISC.search(whole) or DIGITAL.search(whole) or (DISC.search(line.article.title) and not _OPENED.search(whole)))
    ):
        return "home video"
    at = when.end() if (when := WHEN.match(text, end)) else end
    behind = text[at : min(high, at + 40)]
    behind = behind[: m.start()] if (m := ELSEWHERE.search(behind) or _THAT_IS.search(behind)) else behind
    ahead = text[max(low, start - 90) : start]
    if low and _OF_THE_LAST.match(text, low) and _OF_THIS.match(behind):
        ahead = ""
    for near in (
        ahead,
        behind,
        whole[: max(0, low - text.find(whole))] if MOVED.search(whole) else "",
    ):
        if places := territories(near):
            several = SEVERAL.match(near, places[-1].end) or (
                len(places) > 1 and SEVERAL.fullmatch(near[places[-2].end : places[-1].start])
            )
            return "" if several else places[-1].label
    there = text[max(low, start - 60) : end + 10]
    if _HERE.search(there) and not line.opens and FESTIVAL.search(line.sentences_before[-1]):
        return "festival"
    if not (known.aired or known.game) and _HERE.search(there) and _AT_FESTIVAL.match(line.article.title):
        return "festival"
    if (_THERE.search(text[max(low, start - 60) : start]) or _OVER_THERE.match(text, end)) and (
        places := territories(f"{line.before} | {text[:start]}")
    ):
        return places[-1].label
    if (
        known.game
        and (version := _VERSION.search(line.text[max(0, start - 130) : start]))
        and (machines := [h.label for h in MACHINE.find(version[0])])
    ):
        return machines[0] if len(set(machines)) == 1 else ""
    if known.game and not line.opens and _PRONOUN.match(text) and (ported := _VERSION.search(line.sentences_before[-1])):
        machines = list(dict.fromkeys(h.label for h in MACHINE.find(ported[0])))
        if len(machines) == 1 and not {h.label for h in MACHINE.find(text)} - {*machines}:
            return machines[0]
    if known.game and (bracket := _IN_BRACKETS.match(text, end)) and (of_it := {h.label for h in MACHINE.find(bracket[0])}):
        return of_it.pop() if len(of_it) == 1 else ""
    if known.game and (ported := _VERSION.search(line.article.title)):
        of = {h.label for h in MACHINE.find(ported[0])}
        one = {h.label for h in MACHINE.find(text[max(low, start - 60) : start])}
        if len(of) == len(one) == 1 and line.paragraph >= 0:
            return one.pop()
    if known.game and (first := _ON_ONE.match(text)) and (machines := [h.label for h in MACHINE.find(first[0])]):
        return machines[0] if len(set(machines)) == 1 else ""
    if (
        known.game
        and _PORTED.search(f"{line.article.title} {text}")
        and (one := {h.label for h in MACHINE.find(_CLAUSES.split(text[max(0, start - 30) : start])[-1])})
    ):
        return one.pop() if len(one) == 1 else ""
    if known.game and (low or high < len(text)):
        machines = list(dict.fromkeys(h.label for h in MACHINE.find(text[max(low, start - 60) : start])))
        return machines[0] if len(machines) == 1 else ""
    return ""
