"""Reads that it was made from nothing: an original. Knows no forms that a work can be made from."""

import re
from collections.abc import Iterator

from pipeline.claims.claim import Found
from pipeline.claims.known import Known
from pipeline.claims.line import Line

_ORIGINAL = re.compile(
    r"(?P<an>\b(?:an?|this|as an?|fully|wholly|entirely|completely|studio['’]s|Bones['’]s?|first|new|\w+['’]s|own)\s+)(?:(?:\w+-)?(?:wholly|entirely|completely|fully|brand-new|brand new|new|13-episode|12-episode|[\w-]+-episode|sci-fi|science-fiction|cyberpunk|anniversary|25th|tv|television|so-called|truly)\s+)*original(?P<noun>\s+(?:(?:crime|mecha|robot|romantic|supernatural|psychological|historical|sports|fantasy|horror|British|Japanese|Korean|Chinese|American|French|Irish|Canadian|period|sci-fi|science[ -]fiction|tv|television|cyberpunk|mystery|fantasy|animated|anime|story|action|studio)\s+)*(?:anime|animation|series|work|story|project|production|show|creation|ip|property|screenplay|script|title|film|game|drama|thriller|comedy|mystery|adventure|romance|tale|idea|concept))\b(?!\s+(?:creator|soundtrack|author|novel|manga|run|release|cast|plan|version))|\b(?:not|n['’]t) (?:based on|adapted from|drawn from|taken from|an adaptation of) any\w*|\bas an original\b(?=\s*(?:[,.;]|$))|(?:\b(?:is|are|was|be|being)|['’]s)\s+(?:an?\s+)?(?:wholly\s+|entirely\s+|completely\s+|fully\s+|studio\s+|true\s+|genuine\s+|in-house\s+)?original\b(?=\s*(?:[.,;—–]|and not|rather than|,? not|with no|$|work))|\banime[- ]original\b",
    re.IGNORECASE,
)
_THE_ORIGINAL = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Ff]or|[Oo]f|[Ss]treams?|[Aa]cquires|[Ll]icenses|[Uu]nveils|[Rr]eveals|[Aa]nnounces|^)\s*(?:(?:new|upcoming|[\w-]+-episode|TV|television|sci-fi)\s+)*[Oo]riginal\s+(?:(?:television|TV|sci-fi|robot|fantasy|mecha|horror|mystery|romance|supernatural)\s+)*(?:[Aa]nime|[Aa]nimation|series|film|show|game|project)\s+[\"“‘'*]?$"
)
_APPOSED = re.compile(
    r"[\"”’'*_]*(?:\s+\([^()]{2,50}\))?,[\"”]?\s+the\s+(?:(?:new|upcoming|forthcoming|TV|television|sci-fi|fantasy|mecha)\s+)*original\s+(?:(?:TV|television|sci-fi|fantasy|mecha|action)\s+)*(?:anime|series|animation)\s+(?:by|from|of|that|which|directed|created|written|set)\b(?!\s+(?:the\s+)?(?:19|20)\d\d)"
)
"""Behind the title: what it is."""
_TAKEN = re.compile(
    r"\b(?:delay(?:s|ed)|postpone[sd]|acquire[sd]|licen[sc]e[sd]|ha(?:s|ve)\s+taken|picked\s+up|bought|produc(?:es|ed|ing)|mak(?:es|ing))\s+the\s+(?:(?:new|upcoming|[\w-]+-(?:episode|part)|TV|television|sci-fi|fantasy)\s+)*(?:original\s+(?:TV\s+|television\s+)?(?:anime|series|show)\b|(?<=-part\s)original\b|(?<=-episode\s)original\b)(?!\s+(?:from\s+(?:19|20)\d\d|of\s))"
)
"""What is done with what is new."""
_BEGINS = re.compile(
    r"^\W*The\s+(?:(?:new|upcoming|[\w-]+-episode)\s+)*original\s+(?:(?:TV|television|sci-fi|science[ -]fiction|fantasy|mecha|robot|horror|mystery|romance|supernatural|sports|cyberpunk)\s+)+(?:anime|series|drama)(?=\s+(?:will\s+(?:premiere|air|debut|begin|start|stream|launch|follow|star)|premieres|airs|begins|starts|follows|stars|streams|cent(?:er|re)s|is\s+(?:set|about|scheduled|directed|slated|due)|takes\s+place|tells)\b)"
)
"""What such a sentence speaks of is to come; of an older one it would tell what was."""
_NEXT_ONE = re.compile(r"\b(?:follow-?up|sequel|prequel|spin-?off)\b", re.IGNORECASE)
_OWN_ORIGINAL = re.compile(
    r"\b(?:from|on|of)\s+(?:his|her|their)\s+own\s+(?:original\s+)?(?:screenplay|script|idea|story)\b|\b(?:is|was|it's|it’s)\s+(?:all\s+)?(?:an?\s+)?(?:wholly\s+)?original\s+(?:one|thing|idea|concept)\b",
    re.IGNORECASE,
)
_AN_ORIGINAL = re.compile(
    r"\b[Aa]n?\s+(?:(?:new|\d+-(?:episode|part)|[a-z]+-(?:episode|part))\s+)*original\s+(?:by|that|which)\b"
    r"|\b(?:is|was|as)\s+a\s+(?:brand[- ]new|wholly\s+new|completely\s+new|new)\s+original(?=\s*[,.;])"
    r"|,\s+an\s+original(?:,|\s+and)\s+not\s+an?\s"
    r"|(?:^\W*|,\s+)(?i:original)\s+(?:work|story|screenplay|anime)\W*$"
    r"|^\W*Original\s+(?:series|anime|film|game|work),\s+(?=\d|[a-z]+\s+(?:episodes|parts)\b|[A-Z])"
    r"|\b(?:written|invented|conceived|created|made\s+up)\s+(?:directly\s+|expressly\s+|specially\s+|straight\s+)?for\s+(?:television|the\s+screen|TV)\b"
    r"|\b(?:has|have|had|there\s+(?:is|was)|there['’]s|with)\s+no\s+source\s+material\b"
)
"""Without a noun, or for the screen at once."""
_SERVICE = re.compile(r"(?:Netflix|Crunchyroll|Hulu|Amazon|Disney\+?|HIDIVE|Apple|Max|Peacock)\s+$", re.IGNORECASE)
LIKE = re.compile(
    r"\b(?:feels?|like|as if|seems?|looks?|most|many|few|other|rare|every|these|fans of|an era|less|more|hardly|scarcely)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
"""Before what is compared with it."""
_OF_ANOTHER = re.compile(r"\b(?:manga|novel|game|film)['’]?s?\s+$")


def originals(line: Line, known: Known) -> Iterator[Found]:
    """What says that it was made from nothing."""
    text = line.text
    for title in known.own.find(text):
        if behind := _APPOSED.match(text, title.end):
            yield Found("", "original", title.start, behind.end())
        if original := _THE_ORIGINAL.search(text[: title.start]):
            yield Found("", "original", original.start(), title.end)
    for m in (*_TAKEN.finditer(text), *_BEGINS.finditer(text)):
        yield Found("", "original", m.start(), m.end())
    for m in _AN_ORIGINAL.finditer(text):
        if not LIKE.search(text[: m.start()]):
            yield Found("", "original", m.start(), m.end())
    for m in _OWN_ORIGINAL.finditer(text):
        if not _NEXT_ONE.search(text[: m.start()] if line.opens else f"{line.before} {text[: m.start()]}"):
            yield Found("", "original", m.start(), m.end())
    for m in _ORIGINAL.finditer(text):
        before = text[: m.start()]
        if not (_SERVICE.search(before + (m["an"] or "")) or LIKE.search(before) or _OF_ANOTHER.search(before)):
            yield Found("", "original", m.start(), m.end())
