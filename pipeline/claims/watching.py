"""Reads where it can be seen or played."""

import re
from collections.abc import Iterator

from pipeline.claims.absence import (
    AFTER_NO,
    GONE,
    LOST,
    MISSES,
    NO_LONGER,
    SHELVED,
    SKIPPED,
    TALKED_WITH,
    TURN,
    VERSION,
    WHERE_IT,
    clause,
    denied,
)
from pipeline.claims.carrying import announces_it, is_its_own, is_its_slot, shows_it, shows_other
from pipeline.claims.channels import joined, named
from pipeline.claims.claim import Found
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.listed import A_DAY, alone, beside_title, bracketed, dated, header, is_answer, of_both, reviewed
from pipeline.claims.territories import territories
from pipeline.terms import Hit

_SHOWN = re.compile(
    r"\b(?:stream(?:s|ed|ing)?|air(?:s|ed|ing)?|broadcast(?:s|ing)?|watch(?:able|ed|ing)?|available|simulcast(?:s|ing)?|premier(?:e[sd]?|ing)|debut(?:s|ed|ing)?|exclusive(?:ly)?|carr(?:y|ies|ied)|com(?:e|es|ing)|came|launch(?:es|ed)?|arriv(?:e|es|ed|ing)"
    r"|land(?:s|ed|ing)?|hit(?:s|ting)?|shown?|shows|showing|run(?:s|ning)?|ran|releas(?:e|es|ed|ing)|out|platforms?|where to watch|episodes|home|heads?|drops?|dropped|played?|had|aboard|playable|on sale|ships?|pick(?:s|ed) up|add(?:s|ed)|due|planned|scheduled|cinemas|theaters|early access|enter(?:s|ed)|host(?:s|ed|ing)?|begins?|began|lineup|line-up|slate|catalogue|port(?:ed)?|bound|original|seen|appears?|tun(?:e|es|ing) in|pencill?ed in|slated|(?:acquired|picked up|commissioned|ordered|licen[sc]ed)(?= by)|binge|offers?|offered|start(?:s|ed|ing)?|return(?:s|ed|ing)?|mov(?:es|ed|ing)|find|(?:announced|confirmed)(?= (?:only )?for\b)|follow|catch|view\w*|goes|went|go|open(?:s|ed)(?= on\b)|end(?:s|ed)(?= on\b)|bring(?:s|ing)|on course|set for|place(?= on\b)|(?:co-)?produced(?= by)|made(?= by)|gets?(?= (?:it|the (?:series|show|anime|film|game))\b))\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"(?:\b(?:on|via|through|at|by|from|to|onto|for|over|only on|across|and|or|with|hits?|hitting|joins?|plus|including|as well as|is on|both)\s+|[,/&:：|–—-]\s*)(?:the\s+)?(?:\w+['’]s\s+)?(?:(?:streaming\s+)?(?:service|platform|channel|network|streamer|broadcaster|site|Amazon|Nintendo|Sony|Sony['’]s|Microsoft|Microsoft['’]s|Windows|Windows\s+and|Valve['’]s)\s+)*(?:\w+\s+owned\s+)?$",
    re.IGNORECASE,
)
_WEAK_JOINT = re.compile(r"\b(?:through|at|by|from|to|over|and|with|or)\s+(?:the\s+)?$", re.IGNORECASE)
_LABEL = re.compile(
    r"(?i)(?:platforms?|(?:^\W*|\|\s*)(?:where|on|station|service)(?=\s*[:：|])|streaming(?: on)?|available on|where to (?:watch|play)|watch on|stream on|network|broadcasters?|broadcast|stream|channel|on air|systems?|formats?|versions)\s*[:：–—|]\s*[^.]*$"
)
_NOT_PLACE = re.compile(
    r"^(?:['’]s?)?\s*(?:news|executive|spokes\w+|ceo|account|page|channel (?:of|for)|exec\w*|representative|employee|subscribers? (?:said|wonder)|users|told|original (?:film|movie)|store|manga|expo|awards?|magazine|staff|version of|interview|team|panel|booth|premium|database|charts|forums?|backend|community|listing (?:was|has been) (?:removed|deleted)|(?:live)?streams? (?:about|on|for|of|from)|(?:[\w-]+ ){0,2}(?:line-?up|slate|showcase|presentation|upfronts?) (?:live)?(?:stream|event|presentation|announcement|special))\b",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r"\b(?:trailer|teaser|clip|video(?!\s?games?\b)|pv|promo\w*|opening(?! (?:episode|night|weekend))|song|interview|livestream|posted|uploaded|subscribe|account|told|tells|speaking|spoke|reviews?|rated|score|rating|wishlist|charts?|likes|hours of|forum|owned by|subsidiary|stock|shares|event|panel|presentation|upfronts?|soundtrack|album|music video|fans (?:want|hope)|similar|everything else|like (?:a|most)|than|players? on|top sellers?|demo|user reviews|page)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?:tells?|told)\s+(?:me|us)\s+(?:\w+ly\s+)?that\b|(?:the |a |new |official |latest |second )*(?:trailer|teaser|clip|video|promo\w*|panel|event)\s+(?:also\s+)?(?:reveals?|revealed|confirms?|confirmed|announces?|announced|says|shows)\s+(?:that\s+)?|,\s+(?:its|the|his|her)\s+(?:\w+\s+)?(?:account|site|website|page)\s+(?:said|says|announced|confirmed|has it)\b[^,;]*",
    re.IGNORECASE,
)


def platform(line: Line, known: Known) -> Iterator[Found]:
    """Every service, channel, shop or machine that the line says it can be had on."""
    text = line.text
    for group in joined(named(text, known), text):
        if of_both(text, group) or any(_is_place(text, hit, line, known) for hit in group):
            for hit in group:
                spots = [t.label for t in territories(text[hit.end : hit.end + 40])]
                yield Found(spots[0] if len(set(spots)) == 1 else "", hit.label, hit.start, hit.end, denied(text, hit))


def _is_place(text: str, hit: Hit, line: Line, known: Known) -> bool:
    before, after = text[: hit.start], text[hit.end :]
    if (
        GONE.match(after)
        or SHELVED.match(after)
        or LOST.search(before)
        or _FEARED.search(before)
        or (_THERE_FOR_ELSE.search(before) and not _TO_WATCH.match(after))
        or TALKED_WITH.search(before)
    ):
        return False
    version = known.game and (VERSION.match(after) or _VERSION_FOR.search(before))
    if hit.label in _POSTED and (_SHARED.search(before) or _SHARED.match(after)):
        return False
    if (_NOT_PLACE.match(after) and not version) or NO_LONGER.search(clause(before)):
        return False
    if (name := _AND_A_NAME.match(after)) and not any(h.start < name.end() for h in known.platforms.find(after[:_NEXT_NAME])):
        return False
    owned = _OWNS_IT.match(text, hit.end - 2) and (_IT_IS.search(before) or _title_does(_WILL_BE, before, known))
    if owned or _THERE_IT_IS.search(before) or (known.game and _IT_IS_FOR.search(before)):
        return True
    if _LABEL.search(text[: hit.end]) and not re.search(r"[.!?]\s", before):
        return True
    if (
        SKIPPED.search(before)
        or (_FOLLOWING.search(before) and _FOLLOWS.match(after))
        or MISSES.match(after)
        or WHERE_IT.match(after)
        or (_NEEDED.search(before) and _TO_SEE.match(after))
    ):
        return True
    if (
        announces_it(after, known)
        or is_its_own(text, hit, line.capitals, known)
        or bracketed(before, after, known)
        or reviewed(before, after, known)
    ):
        return True
    if (
        _came(before, hit)
        or (hit.label not in _POSTED and _title_does(_REACHES, before, known))
        or dated(line, hit, known)
        or alone(text, known)
        or is_answer(before, line, known)
    ):
        return True
    if _ARE.search(before) or (
        _SOMETHING_OF.search(before) and (m := _SHOW_OF.match(after)) and not _WITH_TITLE.match(after, m.end())
    ):
        return True
    ahead = clause(before)
    if _UNLIKE.search(ahead):
        return False
    end = _ENDS.search(after)
    whole = ahead + "X" + (after[: end.start()] if end else after)
    if _NEWS.search(_LEAD.sub("", whole)) and not version:
        return False
    if re.match(
        r"\s+(?:(?:subscribers|viewers|members)\s+(?:can|will|may)\b|(?:subscribers|viewers|members|players|owners|users)\s+(?:(?:get|see|have)\s+(?:it|the\s+(?:series|game|film|show|anime|first))\b|go first\b))",
        after,
    ) or _TO_SUBSCRIBERS.search(before):
        return True
    if (
        _HOME.search(ahead)
        or ((_SHOWN.search(ahead) or A_DAY.search(ahead)) and is_its_slot(before, after))
        or (hit.label not in _POSTED and _THERE.search(before) and _SINCE.match(after))
        or (hit.label not in _POSTED and _ON.search(before) and _IT.search(ahead))
    ):
        return True
    if refused := AFTER_NO.match(after):
        return not shows_other(after[refused.end() :], known)
    if shows_it(after, known):
        return True
    if re.match(
        r"\s+(?:exclusive|premiere|debut|simulcast|release|stream|original series|original anime|original(?=\s*[,.;]|\s+and\b)|series|launch|broadcast)\b",
        after,
        re.IGNORECASE,
    ) and (known.own.find(text) or _IS_A.search(before)):
        return not re.search(r"\b(?:like|most|another|many|every|a typical)\s*$", before, re.I)
    if line.capitals and re.search(r"\b(?:on|to|hits|via|for)\s+$", before, re.IGNORECASE):
        return True
    if _IS_ON.search(before) or (_MADE_FOR.search(before) and not (_NAMED.match(after) and not known.own.find(after[:_NEAR]))):
        return True
    if header(text, line, known) or beside_title(before, after, known):
        return True
    if (
        (m := _SHOW_OF.match(after))
        and not (_WITH_TITLE.match(after, m.end()) and not known.own.find(after[: m.end() + _NEAR]))
        and (known.own.find(after[: m.end() + 25]) or re.search(r"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Nn]ew)\s+$", before))
        and not re.search(r"\b(?:like|another|other|many|every|most)\b[^,;]{0,20}$", before)
    ):
        return True
    if known.own.find(after[:40]) and re.match(
        r"(?:['’]s?)?\s+(?:(?!(?:over|about|against|from|after|and|with|or)\s)[\w'’-]+\s+){0,3}[\"“‘'*_]*$",
        after[: known.own.find(after[:40])[0].start],
    ):
        return True
    if VERSION.match(after) or _VERSION_FOR.search(before):
        whose = _WHOSE.search(before)
        return not (whose and not known.own.find(before[-_NEAR:]) and not known.studios.find(whose[1])) and not re.search(
            r"\b(?:consider\w*|possib\w*|asked|hop\w+|maybe|would)\b", text
        )
    return bool(
        _JOINT.search(before)
        and (
            _SHOWN.search(ahead if not _WEAK_JOINT.search(before) else " ".join(ahead.split()[-7:]))
            or (_SHOWN.search(after[:60]) and re.match(r"\W*(?:on|via)\b", before.strip().rpartition(" ")[2] + " ", re.I))
        )
    )


_THERE = re.compile(r"(?:^\W*|[,:(–—]\s+)on\s+$")
_SINCE = re.compile(
    r"(?:\s+(?:over\s+)?here)?(?:\s+in\s+(?:the\s+)?[A-Z][\w.]{1,15}(?:\s+[A-Z]\w+)?)?,?\s+since\s+(?!(?:19|20)\d\d\b)"
)


def _came(before: str, hit: Hit) -> bool:
    """The series itself is said to come out there, with nothing between."""
    m = _CAME.search(before) if hit.label not in _POSTED else None
    return m is not None and not (m["which"] and _NO_SERIES.search(before, max(0, m.start() - _NEAR), m.start()))


def _title_does(what: re.Pattern[str], before: str, known: Known) -> bool:
    """What stands before a place is said of "it", or of the title right before."""
    m = what.search(before)
    if m is None or m["it"]:
        return m is not None
    own = known.own.find(before[: m.start()])
    between = before[own[-1].end : m.start()] if own else ""
    return bool(own) and (not between.strip(" \"”’'*_") or _ASIDE.fullmatch(between) is not None)


_ASIDE = re.compile(r"[\"”’'*_]*,[\"”’]?\s[^,;:]{3,80},")
_NEAR = 60
_CAME = re.compile(
    r"(?:\b(?P<which>which|that)|\b[Ii]t|\b(?:[Tt]he|[Tt]his)\s+(?:[\w-]+\s+)?(?:series|show|anime|film|game|drama|thriller|comedy|mystery|fantasy|romance))(?:,\s[^,;]{2,60},)?\s+(?:(?:will|is|was|to|now|finally|then|also|only|be)\s+){0,3}(?:c[ao]mes?(?:\s+out)?|out|released|premier\w+|debut\w*|airs?|aired|start\w*|beg[aiu]ns?|launch\w*|stream\w*|ended|ends|ran|runs|bow(?:s|ed))\b[^,;:]{0,40}\b(?:on|for)\s+(?:the\s+)?$"
)
_NO_SERIES = re.compile(
    r"\b(?:trailers?|teasers?|clips?|videos?|pv|promo\w*|songs?|interviews?|livestreams?|soundtracks?|albums?|demos?|episodes?|panels?|events?|specials?)\b",
    re.IGNORECASE,
)
_REACHES = re.compile(
    r"(?:\b(?P<it>[Ii]t|(?:[Tt]he|[Tt]his)\s+(?:[\w-]+\s+)?(?:series|show|anime|film|game|drama|season|episodes?)|[Ee]pisodes?\s+\d+))?(?:['’]ll)?\s+(?:(?:will|wo|finally|also|then|now|only|has|is|to|first|soon|not)\s+)*(?:reach(?:es|ed|ing)?|join(?:s|ed|ing)?|(?:was\s+|remains\s+)?(?:easily\s+)?the\s+(?:most\s+)?\w+\s+thing\s+on|(?:is|was|becomes?|became)\s+an?\s+(?:\w+\s+)?(?:hit|success|smash)\s+on|(?:lands?|landed|arriv(?:es?|ed|ing)|c[ao]mes?|coming|head(?:s|ed|ing)|be|premieres?|debuts?|launch(?:es)?|streams?)\s+(?:soon\s+|now\s+|exclusively\s+)?(?:to|on|for))\s+(?:the\s+)?$"
)
_WILL_BE = re.compile(r"(?:\b(?P<it>[Ii]t))?\s+(?:is|will\s+be|becomes)\s+$")
_FEARED = re.compile(
    r"\b(?:fears?|rumou?rs?|talk|speculation|questions?|worries|concerns?|complaints?|theor(?:y|ies)|hopes?|demands?|calls?|petitions?)\s+(?:about|of|for|over)\s+(?:an?|the|any)\s+$"
)
"""What others fear or want is not said to be there."""
_NEEDED = re.compile(r"\b[Yy]ou(?:['’]ll| will)? need (?:an?\s+|to have\s+)?$")
_TO_SEE = re.compile(
    r"(?:\s+(?:subscription|account|pass))?(?:\s+(?:to (?:see|watch|play|follow|stream)|for)\s+(?:it|that|this|them|the\s+(?:series|show|film|game|anime))\b|\s*[.;])"
)
_FOLLOWING = re.compile(r"\bwith\s+$")
_FOLLOWS = re.compile(r"\s+(?:following|joining|streaming|airing|simulcasting)\b")
_UNLIKE = re.compile(r"\b(?:[Uu]nlike|[Ll]ike (?:the|most|other|every)|than (?:the|any|most|other))\b[^,;]*$")
_SHOW_OF = re.compile(
    r"(?:['’]s?)?\s+(?:[\w'’-]+\s+){0,3}?(?:series|drama|anime|thriller|original|show|film|comedy|exclusive|hit|production|adaptation|version|mini-?series|sitcom)\b",
    re.IGNORECASE,
)
_WITH_TITLE = re.compile(r"\s+[\"“‘'*_]*[A-Z][a-z]")
"""Behind "the Netflix film": which one."""
_ARE = re.compile(
    r"\b(?:channels?|stations?|broadcasters?|networks?|streamers?|streaming\s+services?|services)(?:\s+(?:in|for|of)\s+(?:the\s+)?[A-Z][\w.]+(?:\s+[A-Z]\w+)?)?\s+(?:is|are|will\s+be)\s+$",
    re.IGNORECASE,
)
"""Before the names of the channels."""
_SOMETHING_OF = re.compile(
    r"\b(?:trailers?|teasers?|clips?|videos?|visuals?|posters?|images?|pictures|footage|looks?|details|cast|voices|stars?)\s+(?:of|for|from|at|in)\s+(?:the|this|its)\s+(?:(?:new|upcoming|coming|forthcoming|next|first)\s+)*$",
    re.IGNORECASE,
)
"""What is shown of a series that is called by its channel."""
_WHOSE = re.compile(
    r"\b(?!(?:It|That|There|What|Here|Nintendo|Sony|Microsoft|Valve|Apple|Today|Yesterday|Tomorrow|\w+day|January|February|March|April|May|June|July|August|September|October|November|December)['’])([A-Z][\w-]+)['’]s\s+(?:\w+\s+)?$"
)
"""Of whose version is spoken."""
_NAMED = re.compile(r",\s+[\"“‘'*_]*(?:The\s+|A\s+)?[A-Z][\w’'-]+\s+(?:(?:of|the|and|in|to)\s+){0,2}[A-Z]")
"""What was made for it has the title behind."""
_THERE_FOR_ELSE = re.compile(
    r"\b(?:you|we|I|they|people|one|viewers|fans|everyone)\s+(?:\w+\s+)?(?:go(?:es)?|went|head(?:s|ed)?|turn(?:s|ed)?|flock(?:s|ed)?|run|ran)\s+(?:(?:back|straight|over|directly|right)\s+)*to\s+$"
)
"""Somebody goes there, for whatever."""
_TO_WATCH = re.compile(r"[^.;]{0,20}\s(?:to|and|for)\s+(?:watch|see|stream|catch|binge|follow|find|play|it\b|the\s)")
_ENDS = re.compile(rf"{TURN.pattern}|:\s|[,.!?][\"”]\s", re.IGNORECASE)
"""What stands behind says nothing more of it."""
_VERSION_FOR = re.compile(r"\b(?:versions?|ports?|release|editions?|builds?)\s+for\s+(?:the\s+)?$", re.IGNORECASE)
_MADE_FOR = re.compile(
    r"\b(?:series|drama|thriller|comedy|anime|mystery|show|original|(?<!in )production|adaptation|season|pilot|first\s+(?:hour|episodes?))\s+(?:for|on)\s+(?:the\s+)?(?:Amazon['’]s\s+|Disney['’]s\s+)?$|\bdrama for [A-Z][\w ]{2,20} and $|\b(?:producing|making|animating|produced|made|animated)\s+(?:it\s+|the series\s+|by\s+(?-i:[A-Z])[^.;,]{2,50}?\s+)?for\s+$",
    re.IGNORECASE,
)
_IS_ON = re.compile(
    r"\b(?:is|are|was|be|now|only|exclusively|nowhere\s+(?:else\s+)?but|and not|but not|not|never|isn['’]t|aren['’]t|wasn['’]t)\s+on\s+(?:the\s+)?$|\b(?:it|series|show|film|game|anime)(?:['’]s| is| was)\s+(?:never|not)\s+going\s+to\s+$",
    re.IGNORECASE,
)


_AND_A_NAME = re.compile(r"\s+&\s+[A-Z]\w+")
"""A word of a title ("Fox & Ledger")."""
_NEXT_NAME = 25
_IT_IS = re.compile(r"\b[Ii]t(?:['’]s| is| will be| becomes)\s+$")
_OWNS_IT = re.compile(r"['’]s(?:\s*[,.;]|\s+(?:from|now|again)\b)")
_THERE_IT_IS = re.compile(r"\b[Ii]n\s+(?:the\s+)?[A-Z][\w.]+(?:\s+[A-Z]\w+)?,?\s+it(?:['’]s|\s+is|\s+will\s+be)\s+$")
_IT_IS_FOR = re.compile(r"\b(?:[Ii]t|[Tt]hat|[Tt]his)(?:['’]s| is| will be)\s+(?:only\s+|out\s+)?for\s+(?:the\s+)?$")
_ON = re.compile(r"\b(?:on|via)\s+(?:the\s+)?$")
_IT = re.compile(
    r"\b(?:it|(?:the|this|its)\s+(?:[\w-]+\s+)?(?:series|show|anime|film|game|drama|season|episodes?|finale|premiere|dub)|(?:viewers|fans|audiences|players|subscribers))\b",
    re.IGNORECASE,
)
"""What can be had there."""
_POSTED = frozenset({"youtube", "steam", "mal"})
"""Where other things than the series are as well."""
_SHARED = re.compile(r"(?i:[^.;]{0,30}\b(?:facebook|instagram|tiktok|twitter|bluesky|reddit|threads|discord)\b)")
"""Buttons and accounts of an outlet."""
_HOME = re.compile(
    r"\b(?:can be had|to be had|pick of|choice of)\b[^.;]{0,60}\b(?:for|on|of|through|via)\s+$|\b(?:pick|choice) of\s+$|\b(?:sold|licen[sc]ed)\s+(?:it|(?:the|this)\s+(?:[\w-]+\s+)?(?:series|film|show|drama|anime))\s+to\s+$|\b(?:green[ -]?light|series\s+order|pick-?up|renewal)\s+(?:at|from|by)\s+$|\bon\s+(?-i:[A-Z])[^,;.]{2,30}\s+in\s+(?:the\s+)?(?-i:[A-Z])[^,;.]{1,30},\s+(?:and\s+)?on\s+(?:the\s+)?$|\b(?:home|place)\b[^.;]{0,40}\b(?:is|remains)\s+(?:on\s+)?$",
    re.IGNORECASE,
)
_TO_SUBSCRIBERS = re.compile(r"\b(?:subscribers?|subscription|members)\s+(?:to|of|on|with)\s+$", re.IGNORECASE)
_IS_A = re.compile(
    r"^\W*(?:It|(?:The|This) (?:\w+ )?(?:series|show|anime|film|game|drama))\s+(?:is|was|will be|remains)\s+(?:an?|the)\s+$",
    re.IGNORECASE,
)
