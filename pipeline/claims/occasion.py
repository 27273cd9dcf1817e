"""What happens on a date: that the series begins, ends or comes out, or nothing that is claimed."""

import re

from pipeline.claims.bearer import APPOSED, WHICH, is_it, is_shown, names_it
from pipeline.claims.claim import KindName
from pipeline.claims.events import (
    A_DAY,
    CLAUSE,
    DISC,
    EPISODE,
    FINALE,
    FIRST,
    HAD,
    ITS_OWN,
    LABELLED,
    LAST,
    MANY,
    NAMED_DAY,
    NEXT,
    NO_DISC,
    NOT_IT,
    OBJECT_ITSELF,
    OF_A_SEASON,
    OTHER_WAS_OUT,
    OUT,
    PART_ENDS,
    PHYSICAL,
    PUT_OFF,
    RELATIVE_ENDS,
    REST_UNTIL,
    SAYING,
    SCREENING,
    STREAMED,
    STRONG,
    THE_LAST_SEASON,
    TILL,
    TO_AIR,
    TO_COME,
    TODAY,
    WEEKLY,
    WHEN,
    behind_saying,
)
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.listings import is_listed, where_all_are
from pipeline.claims.named_days import is_named
from pipeline.claims.numbers import number
from pipeline.claims.runs import is_of_it, run_end
from pipeline.claims.seasons import season
from pipeline.claims.sources import without_source
from pipeline.claims.telltale import Cue, telltale
from pipeline.claims.versions import about_of

_NEAR_TODAY = 7
"""Words behind the verb within which such a word is still its date."""
_ON = re.compile(r"^\s*(?:this|next|on|from|starting|beginning)\s")
"""Between a colon and the date that it leads to."""
_UNTIL = re.compile(r"\b(?:until|till|through)\s+(?:\w+day,?\s+)?$", re.IGNORECASE)
_BEGINS_ANEW = re.compile(r"\s*,?\s*(?:it|they|he|she|we|I|its|his|her|their|the)\s")
"""The day is said of what follows ("where in 2023 it had …")."""
_BESIDE = 3
"""Characters between a date and the title beside it, with a quotation mark, at most."""
_LEAD = re.compile(r"(?:from|since)\s+", re.IGNORECASE)


def event(line: Line, start: int, end: int, low: int, high: int, known: Known) -> tuple[KindName, str] | None:
    """(kind, about) of a date that stands from `start` to `end`, with other dates up to `low` and from `high`: the nearest word for it before the date in its clause, else right behind."""
    text = line.text
    cut = len(text[:start].rstrip(" :：|–—-*")) if line.label or start < 40 else start
    named = known.own.find(text)
    asides = [m.span() for m in _WITH.finditer(text, 0, start)]
    cuts = (
        m.end()
        for m in CLAUSE.finditer(text, max(0, start - 300), cut)
        if _ON.sub("", text[m.end() : start]).strip()
        and not _is_between(m, text, start)
        and not (low <= m.start() and m[0].strip(" ,") == "and" and _LAST_PLACE.fullmatch(text, m.end(), start))
        and not any(a < m.start() < b for a, b in asides)
    )
    own = (
        m.end()
        for m in CLAUSE.finditer(text, max(0, start - 30), start)
        if m.end() == start and (_BEGINS_ANEW.match(text, end) or any(0 < h.start - end < _BESIDE for h in named))
    )
    opening = max((at for at in (*cuts, *own) if not any(h.start < at < h.end for h in named)), default=0)
    when = WHEN.match(text, end)
    closing = min([m.start() for m in CLAUSE.finditer(text, when.end() if when else end)] + [len(text), end + 90])
    clause, behind = text[opening:start], text[end:closing]
    happens = text[when.end() : closing] if when else ""
    named_at = min(
        [h.start for h in known.own.find(happens)] + [m.start() for m in OBJECT_ITSELF.finditer(happens)], default=None
    )
    if (saying := SAYING.search(happens)) and (named_at is None or saying.start() < named_at):
        return None
    if named_at is not None:
        opening, clause, behind = end, "", happens
    whole = f"{clause}{text[start:end]} {behind}"
    begins: KindName = "premiere" if known.aired else "release"
    if low > opening and (joined := run_end(text, low, start)):
        if not (known.aired and is_of_it(text, opening, low, known)):
            return None
        return joined, season(line, start, end, line.tense(start, end))
    if (
        low > opening
        and _RELEASED.search(text, opening, low)
        and _IS.match(text, low)
        and not (FIRST if known.aired else OUT).search(text, low, start)
    ):
        return None
    led = text[: till.end() if (till := TILL.match(text, start, end)) else start]
    until = _UNTIL.search(led)
    if until and not PUT_OFF.search(text[: until.start()]) and (not known.aired or HAD.search(text[: until.start()])):
        return None
    if known.aired and REST_UNTIL.search(led):
        return "finale", about_of(line, start, end, low, high, whole, known) or season(line, start, end, "future")
    if (not known.aired and STREAMED.search(whole)) or (known.game and PHYSICAL.search(whole)):
        return None
    of_next = high < len(text) and _DISC_NEXT.match(behind)
    disc = None if RELATIVE_ENDS.search(clause) and behind.startswith(",") else DISC.search(clause if of_next else whole)
    disc = disc or (
        _A_BOX.fullmatch(line.sentences_before[-1])
        if known.aired and not line.opens and _NOW_ON.fullmatch(text, 0, start)
        else None
    )
    disc = disc or (DISC.search(text[:opening]) if known.aired and _EDITION.search(clause) else None)
    if known.aired and ((opening == 0 and _THE_BOX.match(text) and _ON_SALE.match(text)) or _IN_SHOPS.search(clause)):
        disc = disc or DISC.search(line.article.title)
    if disc and (other := OTHER_WAS_OUT.search(clause)) and not known.own.find(other[0]):
        return None
    if (label := LABELLED.search(text[max(0, start - 60) : start])) and not disc:
        about = about_of(line, start, end, low, high, whole, known)
        return None if about is None else ("finale" if known.aired and label["ends"] else begins, about)
    alone = not (disc or LAST.search(whole)) and bool(
        NAMED_DAY.match(behind)
        or is_named(text, start, end, known)
        or (_EYED.search(clause) and (what := _FOR.match(behind)) and (what["it"] or known.own.find(behind[what.end() :])))
        or is_listed(line, start, end, known)
        or (
            known.aired
            and OF_A_SEASON.match(behind)
            and known.own.find(whole)
            and not A_DAY.match(text[start:end])
            and not NOT_IT.search(SAYING.sub("", clause[-40:]))
        )
    )
    said = behind_saying(clause, known.own)
    opening, clause = opening + said, clause[said:]
    if (to := TO_AIR.search(clause)) and names_it(clause[: to.start()], known):
        clause = clause[to.start() :] if "," in clause[to.end() :] else f"it{clause[to.start() + 1 :]}"
        opening += to.start()
    if (debut := _FOR_A_DEBUT.search(clause)) and _SHOOT.search(clause[: debut.start()]):
        opening, clause = opening + debut.start("debut"), clause[debut.start("debut") :]
    relative = APPOSED.search(clause) or WHICH.search(clause)
    titles = known.own.find(clause[: relative.start()]) if relative else []
    if relative and not titles and (thing := _THE_THING.search(clause[: relative.start()])):
        opening, clause = opening + thing.start(), clause[thing.start() :]
    if (
        relative
        and titles
        and "," not in clause[relative.end() :]
        and not clause[titles[-1].end : relative.start()].strip("\"”’'*_")
    ):
        opening, clause = opening + titles[-1].start, clause[titles[-1].start :]
    lead = _LEAD.match(text[start:end])
    found = telltale(clause + lead[0] if lead else clause, behind, known)
    screened = found is None and bool(SCREENING.search(whole))
    if not (found or alone or disc or screened):
        return None
    if found and found.adjacent and not alone and high < closing and NEXT.match(text, end):
        return None
    if any((number(m["n"] or m["o"]) or 0) > 1 for m in EPISODE.finditer(whole)) and not (
        FINALE.search(whole) or _WITH_THE_LAST.search(whole)
    ):
        return None
    shown = found or Cue(begins, "")
    if not (alone or disc) and not _is_its_day(line, start, end, opening, clause, behind, shown, known):
        return None
    about = about_of(line, start, end, low, high, whole, known)
    if about is None or (screened and not (alone or disc) and about != "screening"):
        return None
    if known.aired and not disc and not line.opens and _ON_SALE.match(text) and _DISC_FIRST.match(line.sentences_before[-1]):
        return None if NO_DISC.search(line.before) else ("release", "home video")
    if known.aired and disc:
        return None if NO_DISC.search(whole) or (about and _SEASON.search(text)) else ("release", "home video")
    if alone:
        return begins, about or where_all_are(line.article)
    if _IS_BACK.search(clause) and not about.startswith("season"):
        return None
    if disc and (found is None or not _is_its_day(line, start, end, opening, clause, behind, shown, known)):
        return None
    kind = "finale" if known.aired and FINALE.search(THE_LAST_SEASON.sub(" ", whole)) else shown.kind
    part = kind == "finale" and PART_ENDS.search(f"{clause}{text[start:end]}{behind.partition(',')[0]}")
    return None if part else (kind, about)


_SEASON = re.compile(rf"\bseason\b[^,;]*{DISC.pattern}", re.IGNORECASE)
"""Of a later one the discs are others than those of the series."""
_IS_BACK = re.compile(r"\b(?:be|comes?)\s+back\s+(?:on\s+|in\s+)?(?:\w+day,?\s+)?$")
"""From a pause, where nobody speaks of a later season."""
_FOR_A_DEBUT = re.compile(
    r",\s+(?:with|for|ahead\s+of|aiming\s+for|eyeing)\s+(?P<debut>(?:an?|its|the)\s+(?:[\w-]+\s+){0,2}(?:premiere|debut|release|launch)\s)"
)
_THE_THING = re.compile(
    r"\b(?:of|in|for|on|to|from)\s+(?=(?:the|this)\s+(?:new\s+)?(?:series|show|anime|film|movie|game|drama|thriller|adaptation)$)"
)
"""Before "which": the series, whatever was told of somebody who is at work on it."""
_SHOOT = re.compile(
    r"\b(?:filming|shooting|(?:the|its|principal)\s+(?:shoot|production|photography)|production|cameras|work)\s+(?:\w+\s+){0,5}?(?:begin|start|roll|under\s?way|resume|get|commence|wrap|finish|complete|end)\w*\b(?!.*\b(?:on|for)\s+(?:an?|another|his|her|their)\s)",
    re.IGNORECASE,
)
"""First when it is made, and then when it is shown."""
_WITH_THE_LAST = re.compile(
    r"(?<!arc )(?<!cour )(?<!half )(?<!part )(?<!block )\b(?:wraps\s+up|ends|concludes|closes|finishes|bows\s+out|signs\s+off)\s+with\s+episode\s"
)
"""What ends with an episode, whatever its number, is over."""
_LAST_PLACE = re.compile(
    r"(?:on\s+)?(?:[A-Z][\w+.-]*)(?:\s[A-Z\d][\w+.-]*){0,3}(?:\s(?:channels|networks|stations|services|platforms))?\s+(?:(?:on|from|in)\s+)?"
)
"""The last of several places, and no clause: it has no verb ("on Tokyo MX, BS11, and AT-X in April")."""
_RELEASED = re.compile(r",\s+(?:released|out|launched|published|premiered|aired|broadcast|shown)\s[^,;]{3,30}$")
_IS = re.compile(r",\s+(?:is|was|has|had|are|were|will)\b")
"""Said between commas, with a day of its own: the sentence goes on with something else."""
_EYED = re.compile(
    r"\b(?:looking at|ey(?:e[sd]?|eing)|target(?:s|ed|ing)|aim(?:s|ed|ing)\s+(?:for|at)|settled on|chosen|picked|set)\s+(?:on\s+)?$"
)
_FOR = re.compile(
    r"\s+for\s+(?P<it>(?:the|its)\s+(?:[\w-]+\s+)?(?:launch|premiere|debut|release|start|series|show|anime|film|movie|game|drama)\b(?!\s+(?:of|[A-Z])))?"
)
"""Somebody has a day in mind, and then it is said for what."""
_WITH = re.compile(
    r",\s+(?:complete )?with\s[^,;.]{2,90},(?=\s+(?:is|will|was|follows?|comes?|arrives?|launches|releases|ships)\b)"
)
"""What comes with it, between commas: what is joined there begins no clause."""
_EDITION = re.compile(r"\beditions?\b")
"""Where the sentence has spoken of discs: one more of them."""
_ON_SALE = re.compile(
    r"\W*(?:It|The\s+(?:\w+\s+)?(?:box|set|edition|collection|discs?))\s+(?:is|['’]s|will|now|ships|comes|arrives|has|goes)\b[^;]{0,30}?\b(?:out|on sale|sold|ships?|shelves|arrives?|comes?|available|released|in (?:shops|stores))\b"
)
_DISC_NEXT = re.compile(rf",\s+(?:and\s+)?(?:the\s+|its\s+)?{DISC.pattern}", re.IGNORECASE)
"""Behind a date: what has the next one."""
_A_BOX = re.compile(
    r"\W*[^.;:,]{2,80}?\b(?:Blu-[Rr]ay|DVD|UHD|4K|[Bb]ox|[Ss]teelbook)s?(?:\s+(?:box|set|edition|collection|disc)s?)*\W*"
)
_NOW_ON = re.compile(r"\W*(?:(?:Now|Out|Due|Moved to|Delayed to|Pushed to)\s+)?(?:(?:on|in)\s+)?", re.IGNORECASE)
"""An entry on discs, and when they come out now."""
_THE_BOX = re.compile(r"\W*The\b")
_IN_SHOPS = re.compile(r"\bin (?:the )?(?:shops|stores)\s+(?:on\s+|from\s+)?$")
"""Of a series, where the headline speaks of discs."""
_DISC_FIRST = re.compile(
    r"(?:\W*|.*?\bthat\s+)(?:(?:[Tt]he|[Aa]|[Ii]ts)\s+)?(?:[\w-]+\s+){0,3}?(?:Blu-[Rr]ay|DVD|(?:disc|box) set|box|steelbook)s?\b"
)
"""The sentence before is about discs, which "it" in this one takes up."""


def _is_between(m: re.Match[str], text: str, start: int) -> bool:
    """ "The box, with six episodes, follows on …": what a comma closes again begins no clause."""
    return m[0].strip(" ,").lower() in ("with", "where") and "," in text[m.end() : start]


def _is_its_day(line: Line, start: int, end: int, opening: int, clause: str, behind: str, cue: Cue, known: Known) -> bool:
    """The clause has the series for its subject, or for what is shown, not a trailer of it, and its word for what happens is near enough to the date."""
    if any(not known.own.find(clause[m.end() :]) for m in MANY.finditer(clause)):
        return False
    clause = without_source(clause, known.own)
    if (other := _WHICH_OTHER.search(clause)) and not known.own.find(other[0]):
        return False
    if NOT_IT.search(
        SAYING.sub("", _AT_EXPO.sub(" ", _WHERE.sub(" ", clause)) + (behind if cue.adjacent else behind[:12].partition(",")[0]))
    ):
        return False
    if not (
        is_it(without_source(cue.subject, known.own), opening, line, known)
        or ITS_OWN.search(clause)
        or is_shown(cue.object, known)
    ):
        return False
    said, whole = line.text[start:end], clause + line.text[start:end] + behind
    if TODAY.match(said) and not cue.adjacent and len(words := clause.split()) > _NEAR_TODAY:
        return telltale(" ".join(words[-_NEAR_TODAY:]) + " ", "", known) is not None
    coming = TO_COME.search(whole) or (known.aired and _LEAD.match(said) and not _TO.match(behind))
    surely = not A_DAY.match(said) or STRONG.search(whole) or _WITH_THE_LAST.search(whole)
    return bool(surely or (coming and not WEEKLY.search(line.article.title)))


_TO = re.compile(r"\s+(?:to|through|until|till)\b")
"""Behind "from Monday": the days of a week on which it is shown."""


_AT_EXPO = re.compile(
    r"\b(?:premieres?|premiered|debuts?|debuted|bows?|bowed|screened|shown|(?:first\s+)?showing|screening|screens?)\s+(?:at|during)\s+(?:the\s+)?(?:[A-Z]\w+\s+){0,2}(?:Expo|Convention|Con)\b"
)
"""Where a series is shown as well as spoken of."""
_WHERE = re.compile(r"(?:^|,\s+)where\s[^,;]{3,60},")
"""Between commas: what somebody does there."""
_WHICH_OTHER = re.compile(
    r"[\"“][^\"“”]{2,60}[\"”],?\s+(?:which|whose)\s[^,;]*$|\b(?:clear of|avoid(?:s|ing)?|opposite|(?:make|makes|making) way for|up against|clash(?:es|ing)? with|stays? out of the way of)\s[^.;]{2,60},\s+which\s[^;,]*$|[^.;:]{0,60},\s+of which\s+(?:an?|the)\s"
)
"""What is said of the work named right before it."""
