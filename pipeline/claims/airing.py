"""Reads when it begins, ends and comes out."""

import re
from collections.abc import Iterator

from pipeline.claims.claim import Found, KindName
from pipeline.claims.days import resolve, spots
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.numbers import ORDINAL, number
from pipeline.claims.places import MACHINES, TERRITORIES
from pipeline.claims.seasons import season
from pipeline.terms import Terms

_FIRST = re.compile(
    r"\b(?:premier(?:e[sd]?|ing)|debut(?:s|ed|ing)?|returns?|takes? place|(?:first|opening) episode|episode (?:1|one)\b|(?:begin|start|commenc|kick)\w*\s+(?:off\s+)?(?:airing|streaming|broadcast\w*|its (?:run|broadcast)|on\b|in\b|this|next|from)|began|started|begins|starts|begin|start|kick(?:s|ed)? off|bow(?:s|ed)"
    r"|air(?:s|ed|ing)?|broadcast(?:s|ing)?|stream(?:s|ed|ing)?|launch(?:es|ed|ing)?|release[sd]?|arriv(?:e|es|ed|ing)|land(?:s|ed|ing)?|drop(?:s|ped)?|hit(?:s|ting)?|com(?:e|es|ing)|came|available|goes out|went out|runs?|ran|out|on air|lineup|line-up|slate|season|simulcast(?:s|ing)?|date)\b",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"\b(?:finale|(?:final|last|closing|concluding) (?:episode|instal?lment|chapter)|end(?:s|ed|ing)?|conclud(?:e|es|ed|ing)|wrap(?:s|ped|ping)? up|wrap(?:s|ped)|finish(?:es|ed|ing)?|until|through|com(?:es|e) to (?:an end|a close)|came to (?:an end|a close)|dr[ea]ws? to a close|drew to a close|bows out|signs? off|close[sd])\b",
    re.IGNORECASE,
)
_OUT = re.compile(
    r"\b(?:releas(?:e|es|ed|ing)|launch(?:es|ed|ing)?|com(?:e|es|ing)|came|out|open(?:s|ed|ing)?|arriv(?:e|es|ed|ing)|land(?:s|ed|ing)?|drop(?:s|ped)?|hit(?:s|ting)?|premier(?:e[sd]?|ing)|debut(?:s|ed)?|available|reach(?:es|ed)|in (?:cinemas|theaters|theatres)|date|ships|shipped|bow(?:s|ed)|head(?:s|ing)|due|lineup|slate|on sale)\b",
    re.IGNORECASE,
)
_SET = re.compile(
    r"\b(?:set|slated|scheduled|expected|due|delayed|pushed(?: back)?|moved|postponed|brought forward|slip(?:s|ped)?|shift(?:s|ed)|dated|planned|confirmed|bumped|rescheduled)\s+(?:\w+\s+){0,2}(?:for|to|until|on|forward|in)\b|\bnow\b|\bdelay(?:ed|s)?\b|\bpostponed\b|\bpushed\b|\bmoved\b|\bslips\b|\bnew date\b|\b(?:due|set|slated|scheduled|planned|expected|coming|dated)\s*$|\bdated?\b",
    re.IGNORECASE,
)
_NOT_IT = re.compile(
    r"\b(?:trailers?|teasers?|pvs?|promo\w*|visuals?|posters?|clips?|songs?|singles?|albums?|soundtracks?|ost|panels?|events?|exhibit\w*|conventions?|expo|tickets?|interviews?|articles?|reviews?|podcasts?|manga|novels?|volumes?|books?|figures?|merchandise|pop-up|caf[eé]|concerts?|stage play|patch\w*|updates?|dlc|expansion|beta"
    r"|livestreams?|live ?streams?|showcase|announcement|speaking|recorded|born|died|pre-?orders?|sale|auditions?|production (?:began|started)|filming|shoot|shot|development|voting|poll|casting|embargo|magazine|issue|licen[sc]ed?|acquired|confirmed on|founded|established|next episode|new episodes?|weekly|recap|opening theme|ending theme|this interview|translation|survey|production of|work on|recording|hiatus|break|halfway|added|lifts?)\b",
    re.IGNORECASE,
)
_EPISODE = re.compile(
    rf"\b(?:episodes?|ep\.?|chapter)\s*#?(?P<n>\d{{1,3}}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)\b|\b(?P<o>{ORDINAL})\s+episode\b",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"(?:\b(?:instead of|rather than|originally|initially|formerly|previously|earlier|no longer|not|once|first (?:set|announced|planned|scheduled)|was (?:first |once )?(?:to|meant to|supposed to|due|set|slated|scheduled|planned)(?: (?:to|for))?|were (?:to|due)|had been|would have|missed its|(?:old|original|first|earlier|previous)\s+(?:premiere |release |launch |start |air )?(?:date|plan|window|slot|target)(?:\s+(?:of|was))?)(?:\s+(?:\w+\s+){0,3}(?:for|on|to|in|of|premiere|debut|release|date|planned|window))?(?:\s+(?:on|in|for|the|its|of|from))*|\b(?:delayed|moved|pushed|postponed|shifted|slipped|brought forward|bumped|rescheduled|changed)(?:\s+\w+){0,3}\s+from(?:\s+(?:its|the)(?:\s+\w+){0,3})?)\s*$",
    re.IGNORECASE,
)
_NEW_TOO = re.compile(r"\bnot\s*$|\b(?:first|original|old)\s*$", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[;:]\s|,\s+(?:and|while|but|with|after|where|when)\s|\s[—–]\s|\.\s|\bfollow(?:s|ed|ing)\b|\b(?:while|but|after|before|ahead of|since)\s|\band\s+(?:its|the|a|an)\s",
    re.IGNORECASE,
)
_DUB = re.compile(r"\b(?:dub(?:bed|s)?|(?:english|german|french|spanish)[- ]language (?:version|track))\b", re.IGNORECASE)
_SCREENING = re.compile(
    r"\b(?:(?:advance|early|preview|review|special|private|test|world)\s+(?:\w+\s+)?screening|preview(?:ed)? at|screening|screened|sneak peek)\b",
    re.IGNORECASE,
)
_FESTIVAL = re.compile(r"\b(?:[Ff]estival|Berlinale|Cannes|Sundance|Annecy|TIFF|SXSW|Venice|Locarno|Anime Expo|Comic-Con)\b")
_DISC = re.compile(r"\b(?:blu-?rays?|dvds?|home video|home release|discs?|4k|uhd|box ?set|physical)\b", re.IGNORECASE)
_EARLY = re.compile(r"\bearly access\b", re.IGNORECASE)
_DEMO = re.compile(r"\bdemo\b", re.IGNORECASE)
_SPECIAL = re.compile(
    r"\b(?:sequel|spin-?off|second cour|part (?:2|two)|ova|(?:follow-up|compilation|recap|sequel) (?:film|movie)|special)\b",
    re.IGNORECASE,
)
_TERRITORY = Terms(TERRITORIES)
_MACHINE = Terms(MACHINES)
_SAID_THEN = re.compile(
    r"\b(?:announced?|announces|announcement|confirmed|confirms|revealed|reveals|unveiled|said|says|told(?: \w+){0,3}|posted|published|reported|wrote|tweeted|denied|added|stated|spoke(?: \w+){0,3}|interview\w*|updated)\s*,?(?:\s+(?:on|in|late|earlier|back|as of|at \w+|early))*\s*$",
    re.IGNORECASE,
)
"""A date right behind these is that of the saying."""
_REACH = 130


_EVENT = re.compile(
    r"premi|debut|air|begin|beg[au]n|start|launch|stream|broadcast|releas|arriv|date|land|drop|hit|com[ei]|came|avail|runs?\b|ran|out|final|last|end|conclu|wrap|finish|until|through|open"
    r"|set|slat|sched|due|delay|push|moved|postpon|now|return|bow|kick|cinem|theat|reach|season|slate|line-?up|simulc|goes|place|sale|close|slip|shift|forward|plan|expect"
)
"""Without a trace of one of these no date is that of the series."""
_EVENT = re.compile(
    r"premi|debut|air|begin|beg[au]n|start|launch|stream|broadcast|releas|arriv|date|land|drop|hit|com[ei]|came|avail|runs?\b|ran|out|final|last|end|conclu|wrap|finish|until|through|open"
    r"|set|slat|sched|due|delay|push|moved|postpon|now|return|bow|kick|cinem|theat|reach|season|slate|line-?up|simulc|goes|place|sale|close|slip|shift|forward|plan|expect"
)
"""Without a trace of one of these no date is that of the series."""
_IN_WORDS = re.compile(r"\((?:effectively|i\.e\.|that is|technically|actually|or)\W[^()]*$", re.IGNORECASE)
"""The same date once more, as another calendar has it."""


def airing(line: Line, known: Known) -> Iterator[Found]:
    """When it premieres, ends or is released."""
    text = line.text
    if not _EVENT.search(text.lower()):
        return
    ordered = spots(text)
    for n, spot in enumerate(ordered):
        low = ordered[n - 1].end() if n else 0
        high = ordered[n + 1].start() if n + 1 < len(ordered) else len(text)
        if (
            _is_old(text, spot.start(), spot.end())
            or _IN_WORDS.search(text[: spot.start()])
            or _SAID_THEN.search(text[max(0, spot.start() - 60) : spot.start()])
        ):
            continue
        event = _event(line, spot.start(), spot.end(), low, high, known)
        if event:
            value = resolve(spot, line.published, line.tense(spot.start(), spot.end()), line.day_first)
            if value and _is_likely(value, line, spot.start()):
                yield Found(event[1], value, spot.start(), spot.end(), kind=event[0])


_AHEAD = 5
"""Years that anything is announced ahead at most; what lies further is the story's own time."""
_SHOWN = re.compile(
    r"\b(?:premier\w*|debut\w*|air(?:s|ed)|broadcast|releas\w*|came out|launch\w*|return\w*|expected|due|slated|set|coming|arriv\w*|finale)\b",
    re.IGNORECASE,
)


def _is_likely(value: str, line: Line, start: int) -> bool:
    """Not the story's own time; and a bare year only where something is shown."""
    year = int(value[:4])
    if line.published and year > line.published.year + _AHEAD:
        return False
    return len(value) > 4 or bool(_SHOWN.search(line.text[max(0, start - 80) : start + 80]))


_MOVED = re.compile(
    r"\b(?:delayed|moved|pushed|postponed|shifted|slipped|brought forward|bumped|rescheduled|changed)\b", re.IGNORECASE
)


def _is_old(text: str, start: int, end: int) -> bool:
    if text[start:end].lower().startswith("from ") and _MOVED.search(text[:start]) and re.match(r"\s*(?:to|until)\b", text[end:]):
        return True
    """The date that a newer one in the same sentence takes the place of."""
    before = re.sub(r"\s*\b(?:on|in|for|of|to|until)\s*$", lambda m: m[0] if m[0].strip() in {"for", "to"} else "", text[:start])
    if re.match(r"[^.;]{0,12}\b(?:to|until)\b\s*$", text[end : end + 12]) and re.search(
        r"\b(?:delayed|moved|pushed|postponed|shifted|brought forward|rescheduled|bumped)\b", text[:start], re.I
    ):
        return True
    return bool(
        _OLD.search(before[-80:])
        or _OLD.search(text[max(0, start - 80) : start])
        or re.match(r"\s*,?\s*(?:as (?:first|originally|previously|initially) |originally\b)", text[end:])
    )


def _event(line: Line, start: int, end: int, low: int, high: int, known: Known) -> tuple[KindName, str] | None:
    """What happens on a date: the nearest word for it before the date in its clause, else right behind."""
    text = line.text
    cut = len(text[:start].rstrip(" :：|–—-*")) if line.label or start < 40 else start
    opening = max([m.end() for m in _CLAUSE.finditer(text, max(0, start - 300), cut)], default=0)
    closing = min([m.start() for m in _CLAUSE.finditer(text, end)] + [len(text), end + 90])
    clause, behind = text[opening:start], text[end:closing]
    whole = text[opening:closing]
    if low > opening and (joined := _range_end(text, low, start)):
        return joined if known.aired and not _NOT_IT.search(_near(text[opening:low])) else None
    if any((number(m["n"] or m["o"]) or 0) > 1 for m in _EPISODE.finditer(whole)) and not _FINALE.search(whole):
        return None
    about = _about(line, start, end, low, high, whole, known)
    if about is None:
        return None
    if known.aired and _DISC.search(whole):
        return None if re.search(r"pre-?orders?|\b(?:mass|trailer|news)\b", whole, re.IGNORECASE) else ("release", "home video")
    found = _cue(clause, behind, line, known)
    if found is None:
        return None
    kind, subject, adjacent = found
    if _NOT_IT.search(_near(clause + (behind if adjacent else behind[:12]))) or not _is_it(subject, opening, line, known):
        return None
    if (
        _A_DAY.match(text[start:end])
        and not _STRONG.search(whole)
        and (_WEEKLY.search(line.article.title) or not known.own.find(whole))
    ):
        return None
    if known.aired and _FINALE.search(whole):
        kind = "finale"
    if kind == "finale" and _PART_ENDS.search(whole):
        return None
    return kind, about


def _cue(clause: str, behind: str, line: Line, known: Known) -> tuple[KindName, str, bool] | None:
    """(kind, what stands before the cue, whether the cue stands behind the date)."""
    begins: KindName = "premiere" if known.aired else "release"
    tables: list[tuple[re.Pattern[str], KindName]] = [(_FIRST if known.aired else _OUT, begins)]
    tables += [(_LAST, "finale")] if known.aired else []
    before = [(m.start(), kind) for pattern, kind in tables for m in pattern.finditer(clause[-_REACH:])]
    if before:
        at, kind = max(before)
        if _OBJECT.match(clause[-_REACH:][at:]):
            return None
        ends = [a for a, k in before if k == "finale" and 0 < at - a < 25]
        if kind != "finale" and ends and _RUNS.match(clause[-_REACH:][at:]):
            at, kind = ends[-1], "finale"
        if _SCENE.match(clause[-_REACH:][at:]):
            return None
        return kind, clause[: max(0, len(clause) - _REACH) + at], False
    if move := _SET.search(clause):
        return ("finale" if known.aired and _LAST.search(clause) else begins), clause[: move.start()], False
    after = [(m.start(), kind) for pattern, kind in tables for m in pattern.finditer(behind[:70])]
    if after:
        at, kind = min(after)
        return kind, behind[:at] if at > 2 else clause, True
    return None


_A_DAY = re.compile(
    r"(?:on |from |last |this |next )?(?:\w+day|today|tonight|tomorrow|yesterday|last night|this week)$", re.IGNORECASE
)
"""A day without a date is as often that of an episode."""
_STRONG = re.compile(
    r"\b(?:premier\w*|debut\w*|(?:first|last|final) episode|finale|launch\w*|releas\w*|open(?:s|ed)|out|beg[aiu]n\w*|start\w*|end(?:s|ed)|conclud\w*|arriv\w*|cinemas|hit)\b",
    re.IGNORECASE,
)
_WEEKLY = re.compile(r"\b(?:episodes?|ep\.?|week|chapter|recap)\b", re.IGNORECASE)
_RUNS = re.compile(r"(?:runs?|broadcast|season|simulcast|stream|airing)\b", re.IGNORECASE)
_OBJECT = re.compile(
    r"(?:started|began|launched|opened|ended|starts|begins|opens) (?:the|work|production|her|his|their|a|an|up)\s", re.IGNORECASE
)
"""Somebody does it to something."""
_FINALE = re.compile(r"\b(?:finale|(?:final|last|concluding|closing) (?:episode|instal?lment|chapter|one|part))\b", re.IGNORECASE)
_PART_ENDS = re.compile(r"\b(?:arc|half|cour|pre-?orders?|sale|campaign|festival|voting|chapter one)\b", re.IGNORECASE)
_SCENE = re.compile(r"(?:opens?|begins?|starts?|ends?|closes?) (?:on|with|in|as) (?:an?|the|her|his|two) ", re.IGNORECASE)
"""The first picture, not the first day."""
_ITSELF = re.compile(
    r"\b(?:it|which|series|shows?|anime|film|movie|game|season|drama|thriller|comedy|adaptation|premiere|release|debut|broadcast|simulcast|finale|dub|screening|date|launch"
    r"|(?:first|opening|pilot|premiere|last|final|concluding) (?:\w+ )?episode)(?:['’]s|['’])?(?:,?\s+[\w'’.+-]+){0,4}\W*$",
    re.IGNORECASE,
)
"""The series or a part of it that has its day, a few words before the cue."""
_NEAR_TITLE = 14
"""Words before the cue within which the title is its subject."""


def _is_it(subject: str, opening: int, line: Line, known: Known) -> bool:
    """The clause has the series for its subject, or none, as labels and beginnings have."""
    words = subject.split()
    if line.capitals or len(words) <= 1 or subject.rstrip().endswith(","):
        return True
    if known.own.find(" ".join(words[-_NEAR_TITLE:])) or known.studios.find(subject.strip(" ,")) or _ITSELF.search(subject):
        return True
    return opening > 0 and len(words) <= 3 and bool(known.own.find(line.text[:opening]))


def _near(clause: str) -> str:
    """The clause without what the announcement of the date says of itself ("announced that it will premiere")."""
    said = re.sub(
        r"\b(?:announce[ds]?|announcing|revealed|unveiled|confirmed|said|told|posted|published|updated|wrote|tweeted)\b(?=[^.;]*\b(?:premier|debut|air|will|would|to |release|launch|open|arriv|that|stream|begin|start|final|delay|date))"
        r"|\b(?:the |a |new |official |first |second |final |latest )*(?:trailer|teaser|visual|promo\w*|website|site|account|press release|announcement|update|poster|press|key visual)\b(?=[^.;]{0,40}\b(?:confirm|reveal|announc|say|said|says|gives?|give|gave|lists?|state|show|set|dates|puts|also|that)\w*)|\bvoice[- ]?cast\w*|\bbroadcast on\b",
        "",
        clause,
        flags=re.IGNORECASE,
    )
    return said


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
    if _SPECIAL.search(whole):
        return None
    if known.aired and (other := season(line, start, end, line.tense(start, end))):
        return other
    close = text[max(low, start - 110) : min(high, end + 30)]
    if _DUB.search(close):
        return "dub"
    if known.game and _EARLY.search(close):
        return "early access"
    if known.game and _DEMO.search(close):
        return "demo"
    if _FESTIVAL.search(close):
        return "festival"
    if _SCREENING.search(close):
        return "screening"
    if not known.aired and not known.game and _DISC.search(whole):
        return "home video"
    behind = text[end : min(high, end + 40)]
    behind = behind[: m.start()] if (m := _ELSEWHERE.search(behind)) else behind
    for near in (
        text[max(low, start - 90) : start],
        behind,
        whole[: max(0, low - text.find(whole))] if _MOVED.search(whole) else "",
    ):
        if places := list(_TERRITORY.find(near)):
            several = _SEVERAL.match(near, places[-1].end) or (
                len(places) > 1 and _SEVERAL.fullmatch(near[places[-2].end : places[-1].start])
            )
            return "" if several else places[-1].label
    if known.game and (low or high < len(text)):
        machines = list(dict.fromkeys(h.label for h in _MACHINE.find(text[max(low, start - 60) : start])))
        return machines[0] if len(machines) == 1 else ""
    return ""


_ELSEWHERE = re.compile(r"\band\b|;|\bbefore\b|\bwhile\b|\bwith\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\s*(?:,|and)\s+(?:in\s+)?(?:the\s+)?(?:[A-Z][\w.]+|in|the)?(?:\s[A-Z]\w+)?\s*(?=on\b|from\b|,|and\b|$)")
