"""Whether a service or a channel is said to show the series, by what stands behind its name. What stands before it tells only whose work it is."""

import re

from pipeline.claims.known import Known
from pipeline.terms import Hit

_SHOWS = re.compile(
    r"^(?:\s+and\s+others)?(?:(?:['’]s?)?\s+(?:[\w+]+\s+){1,2}(?:block|slot|strand)\b)?(?:\s*\([^)]{0,40}\)|,\s(?!(?:which|and)\b)[a-z][^,;.()]{2,40},)?\s*,?\s+(?:which\s+|who\s+)?(?:will\s+|would\s+|also\s+|is\s+|has\s+|have\s+|are\s+|to\s+|now\s+|then\s+|exclusively\s+|be\s+|begin\s+|began\s+|begins\s+|may\s+|might\s+|could\s+|not\s+|(?:had\s+)?(?:set|due|expected|slated|scheduled|going|plans?|planned|meant|intends?|intended)\s+to\s+|won['’]t\s+|later\s+|(?:announced|confirmed|said|says|revealed)(?:\s+\w+){0,3}\s+(?:it\s+)?(?:will|would|is)\s+|(?:announced|confirmed|said|says|revealed)(?:\s+[\w-]+){0,7}?\s+that\s+it\s+(?:will|would|is|was|has|goes\s+on|continues\s+to)\s+)*"
    r"(?:(?:moving|delaying|pushing\s+back|bringing\s+forward)\s+the\s+(?:[\w.]+\s+){0,2}premiere\b|stream(?:s|ed|ing)?|simulcast(?:s|ing)?|air(?:s|ed|ing)?|broadcast(?:s|ing)?|carr(?:y|ies|ied|ying)|(?:set|sets|dates|dated|schedules|scheduled|slots|slotted)\s+(?:an?\s+|the\s+)?[\w\s.]{0,20}(?:premiere|debut|bow|date|launch|finale)|show(?:s|ed|n|ing)?|put\s+(?:it\s+)?on\s+the\s+air|remains?\s+its|order(?:s|ed)|commission(?:s|ed)|host(?:s|ed|ing)|releas(?:es|ed)\s+(?:it|the\s+(?:[\w-]+\s+)?(?:series|show|anime|film|drama|game))\b|premier(?:es?|ed|ing)|pick(?:s|ed)\s+(?:it\s+)?up|follows\s+(?:on|from|in)\s+(?-i:[A-Z]\w*|\d+)|(?:follows?|comes?|is|trails?)\s+(?:[\w-]+\s+){0,3}(?:hours?|minutes?|days?|weeks?|months?)\s+(?:later|behind|after(?:wards)?)|start(?:s|ed)?\s+(?:it\s+)?(?=on\b|in\b|from\b|this\b|next\b)|(?:is|are|was|were)\s+(?:co-)?(?:making|producing|backing|financing)\s+(?:it|(?:an?|the|this|their)\s+(?:new\s+|original\s+)*(?:series|anime|show|drama))\b|(?:repeat|rerun)s?\s+(?:it|them|the\s+(?:[\w-]+\s+){0,2}(?:series|season|run|show|anime|episodes))|add(?:s|ed)|offer(?:s|ed)|had\s+(?:it|the\s+(?:series|show|anime|season))(?=\s+(?:for|in|on|up|first|an?|one|two|the|from|as|within|at)\b)|(?:has|have|gets?|got|took|takes)\s+(?:taken\s+|got\s+)?(?:it|the\s+(?:series|show|anime|film|game|season|drama|programme|production)|all)|is\s+(?:its|the)\s+(?:\w+\s+)?(?:place|home|broadcaster|streamer|service|channel|platform)|(?:has|have|had|showed|put|puts|airs|shows|streams|broadcasts?|carries|carried|ordered|has\s+ordered|commissioned|picked)\s+(?:\w+\s+){0,2}(?:the|its|all)\s+(?:[\w-]+\s+){0,3}(?:series|show|anime|film|game|season|episodes?|run)\b|(?:still\s+|now\s+|already\s+)?has\s+it\b|put\s+it\s+(?:up|on)|(?:has\s+|have\s+)?(?:licen[sc]ed|acquired|secured|holds|bought|landed|snapped\s+up)\s+(?:it|the\s+(?:[\w-]+\s+){0,3}(?:series|show|anime|rights|stream))\b|(?:has|have)\s+the\s+(?:[\w-]+\s+){0,2}(?:rights|premiere|simulcast|(?:streaming|broadcast)\s+(?:window|licen[cs]e)))\b",
    re.IGNORECASE,
)


def shows_it(after: str, known: Known) -> bool:
    """What the place does, behind its name, is to show the series."""
    shows = _SHOWS.match(after)
    return shows is not None and not shows_other(after[shows.end() :], known)


def announces_it(after: str, known: Known) -> bool:
    """The place sets or tells the day of the series or its dub, or speaks of the series as its own; whatever else the sentence tells."""
    told = (m for pattern in (_OF_THE_DUB, _OF_ITS_START, _A_DEAL) if (m := pattern.match(after)))
    if any(_of_the_series(after, m.end(), known) for m in told):
        return True
    own = known.own.find(after[:_REACH])
    return bool(own) and _ITS_OWN.search(after, 0, own[0].start) is not None


def is_its_own(text: str, hit: Hit, capitals: bool, known: Known) -> bool:
    """The series is called the work of the place, or the place its home: "Iron Moth, Netflix's new drama", "Netflix's next crime drama", "HIDIVE, where Iron Moth streams"."""
    before, after = text[: hit.start], text[hit.end :]
    if m := _WHERE.match(after):
        return bool((own := known.own.find(after[: m.end() + _NEAR])) and _OF_IT.fullmatch(after, m.end(), own[0].start))
    if _ITS_PLACE.match(after):
        return True
    if not text[: hit.end].endswith(("'s", "’s")) or _BESIDES.search(before):
        return False
    own = known.own.find(before[-_NEAR:])
    m = _WORK.match(after)
    if not m:
        return bool(own and _BRANCH.match(after) and _IS_THAT.fullmatch(before[-_NEAR:], own[-1].end))
    if own and _IS_THAT.fullmatch(before[-_NEAR:], own[-1].end):
        return True
    named = known.own.find(after[m.end() : m.end() + _NEAR])
    if named and _OF_WHOSE.fullmatch(after, m.end(), m.end() + named[0].start):
        return True
    if capitals:
        return bool(m["new"]) and _DOES.match(after, m.end()) is not None
    return (bool(m["new"]) or m["of"] is not None) and not _OF_ANOTHER.match(after, m.end())


def is_its_slot(before: str, after: str) -> bool:
    """ "In Fuji TV's +Ultra block", "on the stations of Nippon TV"."""
    return bool((_IN.search(before) and _SLOT.match(after)) or _SLOT_OF.search(before))


_DOES = re.compile(
    r"\s+(?:Brings|Gets|Casts|Adds|Stars|Sets|Drops|Unveils|Reveals|Will|Is|Has|Lands|Signs|Finds|Taps|Enlists|Shows|Begins|Wraps)\b"
)
"""A verb with a capital, in a headline, behind what could be a title."""
_IN = re.compile(r"\b(?:in|on|during|within|inside|part\s+of)\s+(?:the\s+)?$")
_SLOT = re.compile(
    r"(?:['’]s?)?\s+[\"“'‘]?(?:[\w+.-]+[\"”'’]?\s+){1,4}?(?:block|slot|strand)\b|\s+(?:catalog(?:ue)?|library)\b", re.IGNORECASE
)
_SLOT_OF = re.compile(
    r"\b(?:block|slot|strand|(?:stations|affiliates|channels)(?:\s+\w+)?)\s+(?:of|on|from)\s+(?:the\s+)?$", re.IGNORECASE
)
_WHERE = re.compile(
    r",\s+where\s+(?:(?:you|viewers|fans|subscribers)\s+can\s+(?:(?:also|now|already|still)\s+)?(?:watch|stream|see|find|catch)\s+)?(?:(?:the|all|both|every)\s+(?:[\w-]+\s+){0,3}of\s+)?(?=[\"“‘'*_]*[A-Z])"
)
_OF_IT = re.compile(r"[\"“‘'*_]*(?:The\s+)?")
_ITS_PLACE = re.compile(
    r",\s+(?:the\s+(?:[\w-]+\s+){0,3}(?:series|show|drama|anime|comedy|thriller)['’]s?|its)\s+(?:[\w-]+\s+){0,2}(?:network|home|broadcaster|streamer|channel|platform)\b"
)
_BESIDES = re.compile(r"\b(?:like|unlike|than|and|or|with|also|both|by|another|other|as\s+is)\s+$", re.IGNORECASE)
"""Before the work of a place beside which the series stands."""
_WORK = re.compile(
    r"\s+(?P<new>(?:(?:big|own|much-anticipated|highly|anticipated|long-awaited)\s+)*(?:next|new|latest|upcoming|coming|forthcoming)\s+)?(?:(?!(?:and|or|of|in|on|for|to|with|from|about|by|at|as|is|are|has|have|had|was|were|will|would|not|the|an?|that|which|who|when|where|said|says|told|chief|boss|head|executives?|president|star|writers?|other|previous|earlier|last|best|biggest)\b)[\w’'-]+,?\s+){0,5}?"
    r"(?:series|drama|thriller|comedy|anime|show|mini-?series|dramedy|docudrama|sitcom|epic|mystery|serial|whodunn?it|western|production|(?:adaptation|version|take)(?P<of>(?=\s+(?:of|on)\b))?)\b(?!['’-])",
    re.IGNORECASE,
)
_BRANCH = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,5}?(?:prequel|sequel|spin-?off|follow-?up|reboot|remake|mini-?series)\b", re.IGNORECASE
)
_OF_WHOSE = re.compile(
    r"(?:\s+(?:of|on)\s+(?:the\s+)?(?:(?:[A-Z][\w.’-]*\s+){1,3}?(?<=['’]s\s))?(?:[a-z][\w-]*\s+){0,3}|\s+)[\"“‘'*_]*(?:The\s+)?"
)
_IS_THAT = re.compile(
    r"[\"”’'*_]*(?:\s\([^()]{2,40}\))?(?:,[\"”’]?\s+|\s+(?:is|was|remains|becomes)\s+(?:also\s+|now\s+)?|(?:\s+[Ss]eason\s+\w+)?[\"”’]?\s+(?:[Rr]eview|REVIEW)\s*[:–—-]\s+(?:(?:[Ii]n|[Ww]ith|[Ww]hy|[Hh]ow)\s+)?)"
)
"""Between the title and what it is."""
_OF_ANOTHER = re.compile(
    r"(?:\s+(?:called|titled|entitled|is|was|will\s+be|of|on)|,|:)?\s+[\"“‘'*_]*(?:The\s+|A\s+)?(?:[\"“‘*_]\w|[A-Z][\w’-]+(?!['’]s)(?:\s+(?:of|the|and|in|to|from)){0,2}(?:\s+[A-Z]|\s*(?:[.,;:]|$|\s(?:is|was|will|has|stars|premieres)\b)))"
)
"""Its title is another."""


def _of_the_series(after: str, start: int, known: Known) -> bool:
    """Its title, or a noun for it without another title, stands right there."""
    own = known.own.find(after[start : start + _NEAR])
    return bool(own and _UP_TO_IT.fullmatch(after, start, start + own[0].start)) or _THE_SERIES.match(after, start) is not None


def shows_other(what: str, known: Known) -> bool:
    """What it shows is another title."""
    return bool(_OTHER_TITLE.match(what) or _OTHER_THING.match(what)) and not known.own.find(what[:_NEAR])


_NEAR = 60
_REACH = 160
_SETS = r"\s+(?:(?:has|have|had|will|to|also|now|again|just|today|later|finally)\s+)*(?:announc(?:e|es|ed)|reveal(?:s|ed)?|confirm(?:s|ed)?|unveil(?:s|ed)?|date[sd]?|name[sd]?|sa(?:id|ys)|sets?|move[sd]?|shift(?:s|ed)?|delay(?:s|ed)?|postpone[sd]?|rescheduled?|(?:push(?:es|ed)?|puts?|h[eo]lds?|brings?|brought)\s+(?:back|forward)|beg[aiu]ns?|start(?:s|ed)?|launch(?:es|ed)?|kick(?:s|ed)?\s+off|lift(?:s|ed)?\s+the\s+curtain\s+on)\s+"
_A_DEAL = re.compile(
    r"\s+(?:(?:has|have|had)\s+)?(?:closed|struck|signed|sealed|made|reached|inked)\s+an?\s+(?:[\w-]+\s+){0,3}deal\s+for\s+(?:(?:[A-Z][\w’'-]*\s+){0,2}[A-Z][\w-]*['’]s\s+)?"
)
_OF_THE_DUB = re.compile(
    rf"{_SETS}(?:[^.;:,]{{0,50}}?\s)?(?:(?:English|French|German|Italian|Spanish|Portuguese)(?:-language)?\s+(?:dub(?:bed\s+version)?|version)|dub)\s+(?:of|for)\s+",
    re.IGNORECASE,
)
_OF_ITS_START = re.compile(
    rf"{_SETS}(?:the\s+|its\s+|an?\s+)?(?:[\w.]+\s+){{0,2}}?(?:premiere|debut|launch|start|bow|run|broadcasts?|release|finale)\s+of\s+",
    re.IGNORECASE,
)
_ITS_OWN = re.compile(
    r"^\s+[^.;:,]{0,90}?\bits\s+(?:(?!(?:to|of|for|from|with|on|about|than|like|after|before|and|or)\s)[a-z][\w-]*\s+){0,4}[\"“‘'*_]*(?:The\s+)?$"
)
_UP_TO_IT = re.compile(r"(?:(?:the|its)\s+)?(?:[a-z][\w-]*\s+){0,5}[\"“‘'*_]*(?:The\s+)?")
_THE_SERIES = re.compile(
    r"(?:the|this|its)\s+(?:[\w-]+\s+){0,4}?(?:series|show|anime|film|game|drama|season|comedy|thriller)\b(?!\s+[\"“‘'*_]*[A-Z])"
)
_OTHER_TITLE = re.compile(
    r"\s+[\"“‘'*_]*(?!(?:It|The|This|All|Season|Series|Episode|TV|English|Japanese|In|On|January|February|March|April|May|June|July|August|September|October|November|December|\w+day)\b)[A-Z][a-z]+\s+[A-Z][a-z]"
)
_OTHER_THING = re.compile(
    r"\s+(?:an?|another|the)\s+(?:[\w-]+\s+){0,3}?(?:talk|interview|concert|livestream|event|recap|making-of|panel|discussion|conversation|stage play|podcast)\b"
    r"|\s+(?:[\w-]+\s+){0,4}(?:seasons?|series|episodes?|runs?)\s+of\s+[\"“‘'*_]*(?!The\b)[A-Z]\w+"
)
"""What it shows, or passes on, is no series, or is a part of another."""
