"""Whether a service, channel, shop or machine is named as one where it can not be seen or played. Knows nothing of what names one where it can."""

import re

from pipeline.claims.telling import AND_DOES, is_false
from pipeline.terms import Hit

TURN = re.compile(
    r"[;]\s|,\s+(?:but|while|whereas|although|though|whatever|no matter)\s|\bbut\b|,\s+and\s+(?:its?|now|the\s+(?:series|show|anime|film|game))\b|\s[—–]\s",
    re.IGNORECASE,
)
NO_LONGER = re.compile(
    r"\b(?:no longer|formerly|former|left|leaves|leaving|removed|once|used to|previously|until recently|was (?:to be|to have|going to|meant to|supposed to))\b",
    re.IGNORECASE,
)
_CARRY = r"(?:stream|carry|show|air|broadcast|simulcast|licens|pick|host|add|get|have|renew(?=\s+(?:its|the|their)\s+(?:licen[cs]e|rights|deal|contract|option))|take)"
AFTER_NO = re.compile(
    rf"^\W*(?:has|have|is|was|will|does|did)\s*(?:not|n['’]t|never)\s+(?:(?:set|due|expected|slated|scheduled|going|plan(?:ning)?|intend(?:ing)?)\s+to\s+)?(?:be\s+)?{_CARRY}|^\W*(?:has|have)\s+(?:passed on|declined|turned (?:it|the \w+) down)|^\W*(?:passed on|declined|turned (?:it|the \w+) down|(?:has |have )?denied)|^\W*won['’]t\s+(?:be\s+)?{_CARRY}"
    rf"|^(?:,\s+which\s[^,;]{{2,80}},)?\s+(?:(?:has|have|also|later|now)\s+)*(?:said|says|confirmed|announced)(?:\s+[\w-]+){{0,7}}?\s+(?:that\s+)?it\s+(?:(?:will|would|does|did|has|is)\s*(?:not|n['’]t|never)|won['’]t)\s+(?:be\s+)?{_CARRY}",
    re.IGNORECASE,
)
_BEFORE_NO = re.compile(
    r"n['’]t\b|\b(?:not|never|neither|nor|unavailable|absent|nowhere|rather than|instead of|den(?:y|ies|ied)|no plans)\b",
    re.IGNORECASE,
)
SKIPPED = re.compile(r"\b(?:skip(?:s|ped|ping)?|bypass(?:es|ed|ing)?|leav(?:es|ing) out)\s+(?:the\s+)?$", re.IGNORECASE)
MISSES = re.compile(
    r"\s+(?:players|owners|users|subscribers|viewers)\s+(?:will\s+)?(?:miss(?:es)? out|(?:are|were|will be) left (?:out|behind))\b"
)
"""It is not to be had there."""
WHERE_IT = re.compile(r",\s+(?:where|on which)\s+(?:it|(?:the|this)\s+(?:game|series|show|film|anime))\b")
GONE = re.compile(
    r"(?:\s+\w+)?(?:,[^,.;]{2,40},)?\s+(?:has|have|had|was|is)\s+(?:(?:now|since|quietly|been|also)\s+){0,2}(?:vanished|disappeared|gone|removed|dropped|delisted|pulled)\b"
)
"""It was to be had there."""
VERSION = re.compile(r"\s+(?:[Vv]ersions?|[Pp]orts?|release|[Ee]ditions?|builds?)\b")
_THERE_IS_NO = re.compile(r"\b(?:no|without an?)\s+(?:\w+\s+)?$", re.IGNORECASE)
_NO_VERSION = re.compile(
    r"\s+\w+\s+(?:(?:(?:is|was|are|has)(?:\s+(?:not|never)|n['’]t))(?=\s*(?:[.,;]|$)|\s+(?:yet\s+|currently\s+|even\s+|actually\s+|been\s+)*(?:com\w+|planned|happening|going|in\s|on the|being|announced|confirmed|expected|out|available|possible|likely|made|due|scheduled|something|real|a thing|ready|finished|there|listed|mentioned|ruled)\b)"
    r"|(?:is|was|has been) (?:ruled out|cancel\w+|scrapped|dropped))",
    re.IGNORECASE,
)
_NEXT = r"(?:,|,?\s+(?:and|or))\s+(?:the\s+)?[A-Z][\w|/]*(?:\s[\w|/]+){0,2}?"
_VERSIONS_FOR = re.compile(
    rf"\b[Vv]ersions?\s+(?:for|on)\s+(?:the\s+)?(?:[A-Z][\w|/]*(?:\s[\w|/]+){{0,2}}?(?:{_NEXT})*(?:,|,?\s+(?:and|or))\s+)?$"
)
_NOT_MADE = re.compile(
    rf"(?:{_NEXT})*\s+(?:is|are)(?:\s+not|n['’]t)\s+(?:planned|coming|happening|in\s+the\s+works|being\s+made)\b"
)
"""Around the names of machines for which there is none."""
SHELVED = re.compile(
    r"\s+(?:versions?|ports?|editions?|builds?)\s+(?:(?:is|was|has been|had been|were|got)\s+)?(?:\w+\s+(?:and|but)\s+)?(?:then\s+|later\s+|quietly\s+)?(?:shelved|abandoned|axed|canned|mothballed)\b"
)
"""It was begun, and will not be had."""
LOST = re.compile(
    r"\b(?:(?:other|rival|competing|losing|unsuccessful)\s+(?:companies|streamers|services|buyers|bidders|bids|offers|distributors|platforms|networks|parties)|bidders|suitors|at the table)\b[^.;]{0,40}\b(?:among\s+(?:them|whom|which)|including|from|such as|were|was)\s+(?:[^.;,]{2,30}(?:,|\band)\s+)*$"
    r"|\b(?:out-?bid(?:ding)?|beat(?:ing)?(?:\s+(?:out|off))?|saw(?:ing)?\s+off)\s+(?:[^.;,]{2,30}(?:,|\band)\s+)*$"
)
"""Before who wanted it and did not get it."""
TALKED_WITH = re.compile(
    r"\b(?:discuss|talk|negotiat|argu|quarrel|clash|disagree|cut ties|met|meet|conversation|chat)(?:s|ed|ing|e|es)?\b(?:(?!\b(?:and|which|that|who)\b)[^.;,]){0,50}?\swith\s+(?:the\s+)?$|\b(?:spoke|spoken|speaks?|speaking)\b(?:(?!\b(?:and|which|that|who)\b)[^.;,]){0,50}?\s(?:with|to)\s+$"
)
"""Somebody speaks with those who show it."""
_COMPARED = re.compile(r"\bas\s+\w+\s+as\b|\bthan\b")
_ANEW = re.compile(r":\s+(?=[a-z][\w'’]*\s)")
_UNTRUE = re.compile(
    r"\b(?:not true that|no truth (?:in|to)|untrue that|false that|contrary to (?:reports|rumou?rs|what))\b", re.IGNORECASE
)
_SUBORDINATE = re.compile(
    r"(?:^\W*|\b(?:[Aa]nd|[Bb]ut|[Ss]o)\s+(?=(?:if|when|unless|because|although|though)\b))(?:[Ii]f|[Ww]hen|[Ww]hile|[Ss]ince|[Bb]ecause|[Aa]lthough|[Tt]hough|[Uu]nless|[Aa]fter|[Bb]efore|[Aa]s)\b[^,;]*,\s"
)
"""What is denied before the main clause begins is not the place."""


def clause(text: str) -> str:
    """What stands behind the last turn of a text."""
    turns = list(TURN.finditer(text))
    return text[turns[-1].end() :] if turns else text


def denied(text: str, hit: Hit) -> bool:
    """The place is named, and said to be none."""
    before = _SUBORDINATE.sub("", _ANEW.split(clause(text[: hit.start]))[-1])
    if re.search(r"\bnot (?:only|just)\b|\buntil\s+$", before) or WHERE_IT.match(text, hit.end) or _LATER.match(text, hit.end):
        return False
    if SKIPPED.search(before) or MISSES.match(text, hit.end):
        return True
    negated = [m for m in _BEFORE_NO.finditer(before) if not (AND_DOES.search(before, m.end()) or _is_praise(before, m))]
    near = (
        bool(negated)
        and len(before[negated[-1].end() :].split()) <= 8
        and not (VERSION.match(text, hit.end) and _COMPARED.search(before, negated[-1].end()))
    )
    if VERSION.match(text, hit.end) and (_NO_VERSION.match(text, hit.end) or _THERE_IS_NO.search(before)):
        return True
    if _VERSIONS_FOR.search(before) and _NOT_MADE.match(text, hit.end):
        return True
    return bool(near or AFTER_NO.match(text[hit.end :]) or is_false(text, hit.start) or _UNTRUE.search(before))


_LATER = re.compile(
    r"(?:(?:,|,?\s+(?:and|or))\s+[A-Z][\w+’'-]*(?:\s[A-Z+][\w+]*)?){0,4}\s+(?:(?:until|till|before)\s+(?!it\b|the\b)|for\s+(?:another|some|at\s+least)\s)"
)
"""It will be there, and not so soon."""


def _is_praise(before: str, no: re.Match[str]) -> bool:
    """Nobody is to miss it, or can stop watching: what is denied says that it is there."""
    return bool(_STILL_SEEN.match(before, no.end()) or (_CAN.search(before, 0, no.end()) and _NOR_WAIT.match(before, no.end())))


_STILL_SEEN = re.compile(
    r"\s+(?:(?:\w+ly|even|want(?:s|ed)? to|be able to|wish to)\s+)*(?:miss|forget|regret|stop|fail|hesitate|overlook|sleep on|underestimate|ignore|look (?:any )?(?:further|past|beyond)|get enough|get tired|tire)\b"
)
_CAN = re.compile(r"\b(?:can|could|ca)\s?(?:n['’]t|not)$")
_NOR_WAIT = re.compile(
    r"\s+(?:(?:\w+ly|even)\s+)?(?:wait|help|resist|put|look away|take\s+(?:my|your|his|her|our|their)|tear|recommend|praise|believe|say enough|be (?:more|happier|prouder|more excited)|go wrong|think of)\b"
)
