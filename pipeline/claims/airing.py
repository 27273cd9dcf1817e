"""Reads when it begins, ends and comes out."""

import re
from collections.abc import Iterator

from pipeline.claims.claim import Found, KindName
from pipeline.claims.days import resolve, spots
from pipeline.claims.events import (
    A_DAY,
    AHEAD,
    CLAUSE,
    DEMO,
    DISC,
    DUB,
    EARLY,
    ELSEWHERE,
    EPISODE,
    EVENT,
    FESTIVAL,
    FINALE,
    FIRST,
    IN_WORDS,
    ITSELF,
    LAST,
    MACHINE,
    MOVED,
    NEAR_TITLE,
    NOT_IT,
    OBJECT,
    OLD,
    OUT,
    PART_ENDS,
    REACH,
    RUNS,
    SAID_THEN,
    SCENE,
    SCREENING,
    SET,
    SEVERAL,
    SHOWN,
    SPECIAL,
    STRONG,
    TERRITORY,
    WEEKLY,
)
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.numbers import number
from pipeline.claims.seasons import season


def airing(line: Line, known: Known) -> Iterator[Found]:
    """When it premieres, ends or is released."""
    text = line.text
    if not EVENT.search(text.lower()) and not known.own.find(f"{line.heading} {text}" if len(text) < _ENTRY else ""):
        return
    ordered = spots(text)
    for n, spot in enumerate(ordered):
        low = ordered[n - 1].end() if n else 0
        high = ordered[n + 1].start() if n + 1 < len(ordered) else len(text)
        if (
            _is_old(text, spot.start(), spot.end())
            or IN_WORDS.search(text[: spot.start()])
            or SAID_THEN.search(text[max(0, spot.start() - 60) : spot.start()])
        ):
            continue
        event = _event(line, spot.start(), spot.end(), low, high, known)
        if event:
            value = resolve(spot, line.published, line.tense(spot.start(), spot.end()), line.day_first)
            if value and _is_likely(value, line, spot.start()):
                yield Found(event[1], value, spot.start(), spot.end(), kind=event[0])


def _is_likely(value: str, line: Line, start: int) -> bool:
    """Not the story's own time; and a bare year only where something is shown."""
    year = int(value[:4])
    if line.published and year > line.published.year + AHEAD:
        return False
    return len(value) > 4 or bool(SHOWN.search(line.text[max(0, start - 80) : start + 80]))


def _is_old(text: str, start: int, end: int) -> bool:
    if text[start:end].lower().startswith("from ") and MOVED.search(text[:start]) and re.match(r"\s*(?:to|until)\b", text[end:]):
        return True
    """The date that a newer one in the same sentence takes the place of."""
    before = re.sub(r"\s*\b(?:on|in|for|of|to|until)\s*$", lambda m: m[0] if m[0].strip() in {"for", "to"} else "", text[:start])
    if re.match(r"[^.;]{0,12}\b(?:to|until)\b\s*$", text[end : end + 12]) and re.search(
        r"\b(?:delayed|moved|pushed|postponed|shifted|brought forward|rescheduled|bumped)\b", text[:start], re.I
    ):
        return True
    return bool(
        OLD.search(before[-80:])
        or OLD.search(text[max(0, start - 80) : start])
        or re.match(r"\s*,?\s*(?:as (?:first|originally|previously|initially) |originally\b)", text[end:])
    )


def _event(line: Line, start: int, end: int, low: int, high: int, known: Known) -> tuple[KindName, str] | None:
    """What happens on a date: the nearest word for it before the date in its clause, else right behind."""
    text = line.text
    cut = len(text[:start].rstrip(" :：|–—-*")) if line.label or start < 40 else start
    opening = max([m.end() for m in CLAUSE.finditer(text, max(0, start - 300), cut)], default=0)
    closing = min([m.start() for m in CLAUSE.finditer(text, end)] + [len(text), end + 90])
    clause, behind = text[opening:start], text[end:closing]
    whole = text[opening:closing]
    if low > opening and (joined := _range_end(text, low, start)):
        return joined if known.aired and not NOT_IT.search(_near(text[opening:low])) else None
    if any((number(m["n"] or m["o"]) or 0) > 1 for m in EPISODE.finditer(whole)) and not FINALE.search(whole):
        return None
    about = _about(line, start, end, low, high, whole, known)
    if about is None:
        return None
    if known.aired and DISC.search(whole):
        return None if re.search(r"pre-?orders?|\b(?:mass|trailer|news)\b", whole, re.IGNORECASE) else ("release", "home video")
    if _NAMED_DAY.match(behind) and not DISC.search(whole):
        return ("premiere" if known.aired else "release"), about
    if (to := _TO_AIR.search(clause)) and _names_it(clause[: to.start()], known):
        clause = clause[to.start() :]
        opening += to.start()
    if _is_listed(line, start, end, known):
        return ("premiere" if known.aired else "release"), about
    found = _cue(clause, behind, known)
    if found is None and about == "screening":
        found = ("premiere" if known.aired else "release"), "", False
    if found is None:
        return None
    kind, subject, adjacent = found
    if NOT_IT.search(_near(clause + (behind if adjacent else behind[:12]))):
        return None
    if not (_is_it(subject, opening, line, known) or _ITS_OWN.search(clause)):
        return None
    if _TODAY.match(text[start:end]) and not adjacent and len(clause.split()) > _NEAR_TODAY:
        at = _cue(" ".join(clause.split()[-_NEAR_TODAY:]) + " ", "", known)
        if at is None:
            return None
    if (
        A_DAY.match(text[start:end])
        and not STRONG.search(whole)
        and (WEEKLY.search(line.article.title) or not known.own.find(whole))
    ):
        return None
    if known.aired and FINALE.search(whole):
        kind = "finale"
    if kind == "finale" and PART_ENDS.search(whole):
        return None
    return kind, about


def _cue(clause: str, behind: str, known: Known) -> tuple[KindName, str, bool] | None:
    """(kind, what stands before the cue, whether the cue stands behind the date)."""
    begins: KindName = "premiere" if known.aired else "release"
    tables: list[tuple[re.Pattern[str], KindName]] = [(FIRST if known.aired else OUT, begins)]
    tables += [(LAST, "finale")] if known.aired else []
    before = [(m.start(), kind) for pattern, kind in tables for m in pattern.finditer(clause[-REACH:])]
    if before:
        at, kind = max(before)
        if OBJECT.match(clause[-REACH:][at:]):
            return None
        ends = [a for a, k in before if k == "finale" and 0 < at - a < 25]
        if kind != "finale" and ends and RUNS.match(clause[-REACH:][at:]):
            at, kind = ends[-1], "finale"
        if SCENE.match(clause[-REACH:][at:]):
            return None
        return kind, clause[: max(0, len(clause) - REACH) + at], False
    if move := SET.search(clause):
        return ("finale" if known.aired and LAST.search(clause) else begins), clause[: move.start()], False
    after = [(m.start(), kind) for pattern, kind in tables for m in pattern.finditer(behind[:70])]
    if after:
        at, kind = min(after)
        return kind, behind[:at] if at > 2 else clause, True
    return None


def _is_it(subject: str, opening: int, line: Line, known: Known) -> bool:
    """The clause has the series for its subject, or none, as labels and beginnings have."""
    subject = _RELATIVE.sub(" ", subject)
    if _SELF_FIRST.match(subject):
        return True
    words = subject.split()
    if line.capitals or len(words) <= 1 or subject.rstrip().endswith(","):
        return True
    if titles := known.own.find(subject):
        ahead = _ON_IT.search(subject[: titles[-1].start])
        if ahead and not ITSELF.search(ahead["noun"]) and not _ITSELF_LATER.search(subject, titles[-1].end):
            return False
    if known.own.find(" ".join(words[-NEAR_TITLE:])) or known.studios.find(subject.strip(" ,")) or ITSELF.search(subject):
        return True
    return opening > 0 and len(words) <= 3 and bool(known.own.find(line.text[:opening]))


_SELF_FIRST = re.compile(
    r"\W*(?:(?:the|this|its|a|an)\s+)?(?:(?:new|second|third|next|upcoming|whole|finished|full|horror|crime|puzzle|sci-fi|drama|comedy|anime|television|tv)\s+){0,2}"
    r"(?:series|show|anime|film|movie|game|season|drama|thriller|comedy|adaptation|feature|demo)\s+(?:is|was|will|has|had|which|that|then|now|also|itself|premier|debut|open|launch|start|beg)",
    re.IGNORECASE,
)
"""The clause begins with the series: what it says next has it for its subject."""
_ON_IT = re.compile(r"\b(?P<noun>\w+)\s+(?:on|for|about|into|behind|around)\s+(?:the\s+)?[\"“‘']?$", re.IGNORECASE)
"""Work on the series is not the series."""
_ITSELF_LATER = re.compile(r"\b(?:it|series|show|anime|film|movie|game)\b", re.IGNORECASE)
_RELATIVE = re.compile(r",\s+(?:which|who|that|originally|initially|first)\b[^,;]*,")
"""What stands between a subject and its verb."""


def _is_listed(line: Line, start: int, end: int, known: Known) -> bool:
    """A calendar's entry: the date and the title side by side, or a date alone under a heading that is the title."""
    before, after = line.text[:start].strip(" -–—•*:|,([\t"), line.text[end:]
    if line.paragraph < 0 or not line.opens or len(line.text) > _ENTRY:
        return False
    if not before:
        named = known.own.find(after[:60])
        return bool(
            (named and _JOINED.fullmatch(after[: named[0].start]))
            or (re.match(r"\s*(?:[.,;|–—-]|$)", after) and line.heading is not line.text and known.own.find(line.heading))
        )
    named = known.own.find(before)
    return bool(named) and named[0].start == 0 and not before[named[-1].end :].strip("\"”’' ") and bool(_ENTRY_ENDS.match(after))


_VERSION = re.compile(
    r"\b(?:versions?|ports?|editions?)\s+for\s+[^,.;]{2,40}|[^,.;]{2,40}\s(?:versions?|ports?|editions?)\b(?!\s+for)", re.IGNORECASE
)
_TODAY = re.compile(r"(?:on |this )?(?:today|tonight|tomorrow|yesterday|last night|this (?:winter|spring|summer|autumn|fall))$", re.IGNORECASE)
_NEAR_TODAY = 7
"""Words behind the verb within which such a word is still its date."""
_ENTRY = 160
_JOINED = re.compile(r"\s*[:|–—-]\s*[\"“‘'*]*|\s+[\"“‘'*]*")
_ENTRY_ENDS = re.compile(r"\s*(?:[-–—|,;()]|$)")


def _names_it(text: str, known: Known) -> bool:
    """The last words before a comma are the series or its season."""
    near = " ".join(text.split()[-8:])
    return bool(known.own.find(near)) or bool(ITSELF.search(near))


_TO_AIR = re.compile(
    r",\s+(?:(?:which is |now |is )?(?:set|due|slated|scheduled|expected|planned)\s+)?(?:to\s+(?:air|premiere|debut|stream|launch|release|open|arrive|begin)|coming|due|premiering|debuting|opening|launching|out)\b",
    re.IGNORECASE,
)
"""The clause begins anew behind the noun that it is said of."""
_NAMED_DAY = re.compile(r"\s+(?:[A-Z]{2,3}\s+|[Tt][Vv]\s+)?(?:[Pp]remiere|[Dd]ebut|[Rr]elease|[Ll]aunch|[Ss]tart)(?:\s+[Dd]ate)?\b(?!\s+of\b)")
"""A day that is called the premiere's ("its January 10 debut")."""
_PRONOUN = re.compile(r"\W*(?:It|This|That)\b")
_ITS_OWN = re.compile(
    r"\b(?:the|its|whose)\s+(?:series\s+|season\s+)?(?:first episode|opening episode|last episode|final episode|finale|premiere|debut)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
"""A noun that has its day, whatever the subject of the sentence."""


def _near(clause: str) -> str:
    """The clause without what the announcement of the date says of itself ("announced that it will premiere")."""
    return re.sub(
        r"\b(?:announce[ds]?|announcing|revealed|unveiled|confirmed|said|told|posted|published|updated|wrote|tweeted)\b(?=[^.;]*\b(?:premier|debut|air|will|would|to |release|launch|open|arriv|that|stream|begin|start|final|delay|date))"
        r"|\b(?:the |a |new |official |first |second |final |latest )*(?:trailer|teaser|visual|promo\w*|website|site|account|press release|announcement|update|poster|press|key visual)\b(?=[^.;,]{0,40}\b(?:confirm|reveal|announc|say|said|says|gives?|give|gave|lists?|state|show|set|dates|puts|also|that)\w*)|\bvoice[- ]?cast\w*|\bbroadcast on\b",
        "",
        clause,
        flags=re.IGNORECASE,
    )


def _range_end(text: str, low: int, start: int) -> tuple[KindName, str] | None:
    """ "from 10 January to 3 April": the second date of a run is its end."""
    between = text[low:start]
    if (
        re.fullmatch(r"\s*(?:to|until|through|till|and|–|-|—)\s*(?:on\s+)?", between)
        and re.search(r"\b(?:runs?|ran|air(?:s|ed|ing)?|broadcast|between|streamed|running|from)\b", text[:low], re.IGNORECASE)
        and not re.search(r"\b(?:delayed|moved|pushed|postponed|shifted|brought forward)\b", text[:low], re.IGNORECASE)
    ):
        return "finale", ""
    return None


def _about(line: Line, start: int, end: int, low: int, high: int, whole: str, known: Known) -> str | None:
    """Which season, version, place or machine; None where it is a thing of its own that no claim is made of."""
    text = line.text
    if SPECIAL.search(whole[: whole.find(",", whole.find(text[start:end])) + 1 or None]):
        return None
    if known.aired and (other := season(line, start, end, line.tense(start, end))):
        return other
    close = text[max(low, start - 110) : min(high, end + 30)]
    if DUB.search(close) or (not line.opens and _PRONOUN.match(text) and DUB.search(line.before)):
        return "dub"
    if known.game and EARLY.search(close):
        return "early access"
    if known.game and DEMO.search(close):
        return "demo"
    if FESTIVAL.search(close):
        return "festival"
    if SCREENING.search(close):
        return "screening"
    if not known.aired and not known.game and DISC.search(whole):
        return "home video"
    behind = text[end : min(high, end + 40)]
    behind = behind[: m.start()] if (m := ELSEWHERE.search(behind)) else behind
    for near in (
        text[max(low, start - 90) : start],
        behind,
        whole[: max(0, low - text.find(whole))] if MOVED.search(whole) else "",
    ):
        if places := list(TERRITORY.find(near)):
            several = SEVERAL.match(near, places[-1].end) or (
                len(places) > 1 and SEVERAL.fullmatch(near[places[-2].end : places[-1].start])
            )
            return "" if several else places[-1].label
    if known.game and (version := _VERSION.search(line.text[max(0, start - 90) : start])) and (
        machines := [h.label for h in MACHINE.find(version[0])]
    ):
        return machines[0] if len(set(machines)) == 1 else ""
    if known.game and (low or high < len(text)):
        machines = list(dict.fromkeys(h.label for h in MACHINE.find(text[max(low, start - 60) : start])))
        return machines[0] if len(machines) == 1 else ""
    return ""
