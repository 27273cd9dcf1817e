"""Tells where a name beside an actor is no part that he has in this work: a song, a place, a part that went to another."""

import re

from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.older import of_an_older_film
from pipeline.claims.stages import is_of_a_stage
from pipeline.claims.wishes import is_wished

_DENIED = re.compile(
    r"\bden(?:y|ies|ied|ying)\s+that\b[^.;,]*$|\b(?:does|do|did|will|would|wo)(?: not|n['’]t) (?:play|voice|portray|star)\b|\b(?:is|are|was)(?: not|n['’]t) (?:playing|voicing|portraying|the voice of)\b|\bis(?: not|n['’]t) [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?$"
)
"""Up to the character."""
_DECLINED = re.compile(
    r"\b(?:turned down|passed on|declined|refused|lost|(?:was|were|had been) (?:first |originally |once |widely )?(?:set |due |supposed |meant |slated |expected |rumou?red |believed |thought |said |reported |lined up )?to (?=play|voice|star|portray)|almost|nearly)\b"
)
"""The part was another's in the end."""
_FOLLOWED = re.compile(
    r"\b(?:replac(?:es?|ed|ing)|succeed(?:s|ed|ing)?|(?:takes?|took|taking)\s+over\s+from|stepp?(?:s|ed|ing)?\s+in\s+for|instead\s+of|rather\s+than)\s+(?:the\s+late\s+)?$"
)
"""Up to the actor: another has his part now."""
_TRIED = re.compile(
    r"\b(?:audition\w*|read|test(?:s|ed|ing)|tried out|screen test)\s+for\s+(?:the\s+)?(?:(?:role|part)\s+of\s+)?$"
)
"""Up to the character: who was heard for it has not got it yet."""

_SONG = re.compile(r"\b(?:opening|ending|closing|theme|song|single|track|tune|number|ballad|album|anthem)\s+[\"“‘'*_]$")
_ONE = re.compile(r"\b(?:an?|another)\s+$", re.IGNORECASE)
_DESCRIBED = re.compile(
    r"\s+(?!(?:and|in|on|for|of|at|from|with|who|but|as|by|to|that|which|whose|while|when|is|was|has)\b)[a-z]"
)
_A_DATE = re.compile(
    r"\s+on\s+(?:the\s+\d|\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d)"
)
"""Where a concert is."""

_HIS = re.compile(r"['’]s?\s+(?!(?:\w+\s+)?(?:voice|actor|actress|performer|part|role|lines)\b)[a-z]")
"""What is of the character."""
_AGED = re.compile(r"\b(?:younger|older)\s+$", re.IGNORECASE)
"""The same character at another age has another actor."""
_WANTED = re.compile(
    r"\b(?:I|[Ww]e|[Ff]ans|[Ee]verybody|[Ee]veryone)(?:['’]d|\s+would|\s+should)\s+(?:still\s+|so\s+|really\s+|all\s+)?(?:have\s+)?(?:love|like|prefer|want|pick|cast|choose|chosen)\w*\b(?!\s+to\s+(?!see|hear|have|cast))[^.;:]*$"
    r"|\b[Mm]y\s+(?:own\s+|first\s+)?(?:pick|choice|casting|dream\s+cast(?:ing)?)\b[^.;]*$"
)
"""Up to the character: what somebody would like."""
_BOOK = r"(?:(?:(?:light|graphic|web)\s+)?novels?|books?|manga|webtoon|comics?|plays?|novella|memoirs?|podcast|(?:short\s+)?stor(?:y|ies))"
_WROTE = re.compile(rf"['’]s?\s+(?:[a-z\d][\w-]*\s+){{0,3}}{_BOOK}\b")
_BOOK_BY = re.compile(rf"\b{_BOOK}\s+(?:by|of|from)\s+(?:(?:author|writer|novelist)\s+)?$")


def _is_author(line: Line, actor: str, at: int, known: Known) -> bool:
    """He is named as the author of a book; or the character is called his who is of the staff, or has written one by what the piece says."""
    text = line.text
    if at < 0:
        return False
    behind = at + len(actor)
    if _WROTE.match(text, behind) or _BOOK_BY.search(text, max(0, at - _BEFORE), at):
        return True
    if not _OWNS_HIM.match(text, behind):
        return False
    who = known.people.find(actor)
    if any(kind == "cast" and value == who for kind, _, value in known.facts):
        return False
    if who:
        return any(holder == who for _, holder in known.holders)
    if not line.opens and re.search(rf"\b(?:[Tt]he|[Ii]ts)\s+(?:[a-z]+\s+)?{_BOOK}\b", line.sentences_before[-1]):
        return True
    body = " ".join(p.text for p in line.article.paragraphs)[:_LONGEST]
    return any(
        _WROTE.match(body, m.end()) or _BOOK_BY.search(body, max(0, m.start() - _BEFORE), m.start())
        for m in re.finditer(re.escape(actor), body)
    )


_OWNS_HIM = re.compile(r"['’]s?\s+[A-Z]")
_BEFORE = 40
_LONGEST = 60000


def is_denied(text: str, start: int, end: int) -> bool:
    """Between the actor and the character it is said that he does not play it."""
    return bool(_DENIED.search(text, start, end))


def is_no_part(line: Line, who: str, actor: str, start: int, end: int, known: Known) -> bool:
    """What ties `who` to `actor` from `start` to `end` gives nobody a part in this work."""
    if is_wished(line):
        return True
    text = line.text
    if _WANTED.search(text, 0, end) or _is_author(line, actor, text.find(actor, start), known):
        return True
    if _FOLLOWED.search(text, 0, max(start, text.find(actor, start))):
        return True
    at = max(start, text.find(who, start))
    behind = at + len(who)
    if (
        _DECLINED.search(text, start, end)
        or _TRIED.search(text, 0, at)
        or _SONG.search(text, 0, at)
        or _AGED.search(text[:at])
        or _HIS.match(text, behind)
        or of_an_older_film(line, start, known)
    ):
        return True
    if not known.characters.find(who) and (
        _A_DATE.match(text, behind) or (_ONE.search(text, 0, at) and _DESCRIBED.match(text, behind))
    ):
        return True
    return is_of_a_stage(line, start, end, known)
