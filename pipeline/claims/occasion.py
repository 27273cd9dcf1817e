"""What happens on a date: that the series begins, ends or comes out, or nothing that is claimed."""

import re

from pipeline.claims.claim import KindName
from pipeline.claims.events import (
    A_DAY,
    CLAUSE,
    DISC,
    ENTRY,
    EPISODE,
    FINALE,
    FIRST,
    ITSELF,
    LAST,
    NEAR_TITLE,
    NOT_IT,
    OBJECT,
    OUT,
    PART_ENDS,
    REACH,
    RUNS,
    SCENE,
    SCREENING,
    SET,
    STRONG,
    WEEKLY,
)
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.numbers import number
from pipeline.claims.versions import about_of

_SELF_FIRST = re.compile(
    r"\W*(?:(?:the|this|its|a|an)\s+)?(?:(?:new|second|third|next|upcoming|whole|finished|full|horror|crime|puzzle|sci-fi|drama|comedy|anime|television|tv)\s+){0,2}"
    r"(?:series|show|anime|film|movie|game|season|drama|thriller|comedy|adaptation|feature|demo)(?:\s+(?:from|by|of|about|starring|with)\s+[^,;]{2,50}?)?,?\s+(?:is|was|will|has|had|which|that|then|now|also|itself|premier|debut|open|launch|start|beg)",
    re.IGNORECASE,
)
"""The clause begins with the series: what it says next has it for its subject."""
_ON_IT = re.compile(r"\b(?P<noun>\w+)\s+(?:on|for|about|into|behind|around)\s+(?:the\s+)?[\"“‘']?$", re.IGNORECASE)
"""Work on the series is not the series."""
_ITSELF_LATER = re.compile(r"\b(?:it|series|show|anime|film|movie|game)\b", re.IGNORECASE)
_RELATIVE = re.compile(r",\s+(?:which|who|that|originally|initially|first)\b[^,;]*,")
"""What stands between a subject and its verb."""
_TODAY = re.compile(
    r"(?:on |this )?(?:today|tonight|tomorrow|yesterday|last night|this (?:winter|spring|summer|autumn|fall))$", re.IGNORECASE
)
_NEAR_TODAY = 7
"""Words behind the verb within which such a word is still its date."""
_JOINED = re.compile(r"\s*[:|–—-]\s*[\"“‘'*]*|\s+[\"“‘'*]*")
_TITLE_ENDS = re.compile(r"[\"”’']?\s*(?:[(\[:|,–—-]\s*(?:\d+ (?:episodes|eps|minutes)[,;]?\s*)?)?")
_ENTRY_ENDS = re.compile(r"\s*(?:[-–—|,;()]|$)")
_TO_AIR = re.compile(
    r",\s+(?:(?:which is |now |is )?(?:set|due|slated|scheduled|expected|planned)\s+)?(?:to\s+(?:air|premiere|debut|stream|launch|release|open|arrive|begin)|coming|due|premiering|debuting|opening|launching|out)\b",
    re.IGNORECASE,
)
"""The clause begins anew behind the noun that it is said of."""
_NAMED_DAY = re.compile(
    r"\s+(?:[A-Z]{2,3}\s+|[Tt][Vv]\s+)?(?:[Pp]remiere|[Dd]ebut|[Rr]elease|[Ll]aunch|[Ss]tart)(?:\s+[Dd]ate)?\b(?!\s+of\b)"
)
"""A day that is called the premiere's ("its January 10 debut")."""
_ITS_OWN = re.compile(
    r"\b(?:the|its|whose)\s+(?:series\s+|season\s+)?(?:first episode|opening episode|last episode|final episode|finale|premiere|debut)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
"""A noun that has its day, whatever the subject of the sentence."""
_NO_DISC = re.compile(r"pre-?orders?|\b(?:mass|trailer|news)\b", re.IGNORECASE)


def event(line: Line, start: int, end: int, low: int, high: int, known: Known) -> tuple[KindName, str] | None:
    """(kind, about) of a date that stands from `start` to `end`, with other dates up to `low` and from `high`: the nearest word for it before the date in its clause, else right behind."""
    text = line.text
    cut = len(text[:start].rstrip(" :：|–—-*")) if line.label or start < 40 else start
    opening = max([m.end() for m in CLAUSE.finditer(text, max(0, start - 300), cut)], default=0)
    closing = min([m.start() for m in CLAUSE.finditer(text, end)] + [len(text), end + 90])
    clause, behind = text[opening:start], text[end:closing]
    whole = text[opening:closing]
    begins: KindName = "premiere" if known.aired else "release"
    if low > opening and (joined := _range_end(text, low, start)):
        return joined if known.aired and not NOT_IT.search(_near(text[opening:low])) else None
    disc = DISC.search(whole)
    alone = not (disc or LAST.search(whole)) and bool(_NAMED_DAY.match(behind) or _is_listed(line, start, end, known))
    if (to := _TO_AIR.search(clause)) and _names_it(clause[: to.start()], known):
        clause = clause[to.start() :]
        opening += to.start()
    found = _cue(clause, behind, known)
    if not (found or alone or disc or SCREENING.search(whole)):
        return None
    if any((number(m["n"] or m["o"]) or 0) > 1 for m in EPISODE.finditer(whole)) and not FINALE.search(whole):
        return None
    about = about_of(line, start, end, low, high, whole, known)
    if about is None:
        return None
    if known.aired and disc:
        return None if _NO_DISC.search(whole) else ("release", "home video")
    if alone:
        return begins, about
    if found is None and about == "screening":
        found = begins, "", False
    if found is None or not _is_its_day(line, start, end, opening, clause, behind, found, known):
        return None
    kind = "finale" if known.aired and FINALE.search(whole) else found[0]
    return None if kind == "finale" and PART_ENDS.search(whole) else (kind, about)


def _is_its_day(
    line: Line, start: int, end: int, opening: int, clause: str, behind: str, found: tuple[KindName, str, bool], known: Known
) -> bool:
    """The clause has the series for its subject, not a trailer of it, and its word for what happens is near enough to the date."""
    _, subject, adjacent = found
    if NOT_IT.search(_near(clause + (behind if adjacent else behind[:12]))):
        return False
    if not (_is_it(subject, opening, line, known) or _ITS_OWN.search(clause)):
        return False
    said, whole = line.text[start:end], clause + line.text[start:end] + behind
    if _TODAY.match(said) and not adjacent and len(words := clause.split()) > _NEAR_TODAY:
        return _cue(" ".join(words[-_NEAR_TODAY:]) + " ", "", known) is not None
    return bool(
        not A_DAY.match(said) or STRONG.search(whole) or (known.own.find(whole) and not WEEKLY.search(line.article.title))
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


def _cue(clause: str, behind: str, known: Known) -> tuple[KindName, str, bool] | None:
    """(kind, what stands before the cue, whether the cue stands behind the date)."""
    begins: KindName = "premiere" if known.aired else "release"
    tables: list[tuple[re.Pattern[str], KindName]] = [(FIRST if known.aired else OUT, begins)]
    tables += [(LAST, "finale")] if known.aired else []
    before = [(m.start(), kind) for pattern, kind in tables for m in pattern.finditer(clause[-REACH:])]
    if before:
        at, kind = max(before, key=lambda b: (b[0], b[1] == "finale"))
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
        at, kind = min(after, key=lambda b: (b[0], b[1] != "finale"))
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


def _is_listed(line: Line, start: int, end: int, known: Known) -> bool:
    """A calendar's entry: the date and the title side by side, or a date alone under a heading that is the title."""
    before, after = line.text[:start].strip(" -–—•*:|,([\t"), line.text[end:]
    if line.paragraph < 0 or not line.opens or len(line.text) > ENTRY:
        return False
    if not before:
        named = known.own.find(after[:60])
        return bool(
            (named and _JOINED.fullmatch(after[: named[0].start]))
            or (re.match(r"\s*(?:[.,;|–—-]|$)", after) and line.heading is not line.text and known.own.find(line.heading))
        )
    named = known.own.find(before)
    return bool(named and named[0].start == 0 and _TITLE_ENDS.fullmatch(before[named[-1].end :]) and _ENTRY_ENDS.match(after))


def _names_it(text: str, known: Known) -> bool:
    """The last words before a comma are the series or its season."""
    near = " ".join(text.split()[-8:])
    return bool(known.own.find(near)) or bool(ITSELF.search(near))


def _near(clause: str) -> str:
    """The clause without what the announcement of the date says of itself ("announced that it will premiere")."""
    return re.sub(
        r"\b(?:announce[ds]?|announcing|revealed|unveiled|confirmed|said|told|posted|published|updated|wrote|tweeted)\b(?=[^.;]*\b(?:premier|debut|air|will|would|to |release|launch|open|arriv|that|stream|begin|start|final|delay|date))"
        r"|\b(?:the |a |new |official |first |second |final |latest )*(?:trailer|teaser|visual|promo\w*|website|site|account|press release|announcement|update|poster|press|key visual)\b(?=[^.;,]{0,40}\b(?:confirm|reveal|announc|say|said|says|gives?|give|gave|lists?|state|show|set|dates|puts|also|that)\w*)|\bvoice[- ]?cast\w*|\bbroadcast on\b",
        "",
        clause,
        flags=re.IGNORECASE,
    )
