"""Who speaks: those who make or show the series, in a press release, in answer to questions or where they are quoted, or the outlet itself."""

import re
from functools import lru_cache
from itertools import islice

from pipeline.article import Article
from pipeline.claims.claim import KindName
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.names import A_NAME, NAME

_OPENING = 300
"""Characters of a title, and of a first paragraph, that tell a press release."""


def is_release(article: Article, known: Known) -> bool:
    """True for a press release: it stands on the makers' own site, says that it is one, or opens as one."""
    return (
        _is_site_of(article.site, known.series.studio)
        or _opens_as_release(article.title[:_OPENING], article.paragraphs[0].text[: _OPENING + 100] if article.paragraphs else "")
        or any(_HEADED.fullmatch(p.text) for p in article.paragraphs[:_FIRST] if len(p.text) < _OPENING)
    )


_FIRST = 6
"""Paragraphs above one of which a press release may be called one."""
_HEADED = re.compile(
    r"\W*(?:[\[(](?:via\s+|the\s+following\s+is\s+an?\s+)?(?:official\s+)?press release\b[^\])]{0,60}[\])]|(?:official\s+)?press release:?)\W*",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def _is_site_of(site: str, studios: tuple[str, ...]) -> bool:
    """ "kestrel-studio.example" for Studio Kestrel, and the press rooms of anybody."""
    host = "".join(re.findall(r"[a-z\d.]+", site.lower()))
    labels = host.removeprefix("www.").split(".")[:-1] or [host]
    for studio in studios:
        own = "".join(re.findall(r"[a-z\d]+", _GENERAL.sub(" ", studio.lower())))
        if len(own) >= _LONG and any(
            label == own or _GENERAL_END.sub("", label.removeprefix("studio")) == own for label in labels
        ):
            return True
    return any(_PRESS_ROOM.search(label) for label in labels)


_MOST = 12
"""Words for saying in a sentence that are asked who speaks."""
_LONG = 5
"""Letters of a name that is no common word."""
_GENERAL = re.compile(
    r"\b(?:studios?|animation|pictures|films?|works|productions?|entertainment|games?|interactive|television|tv|inc|ltd|co|atelier)\b"
)
_GENERAL_END = re.compile(
    r"(?:studios?|animation|anime|pictures|films?|works|productions?|entertainment|games?|interactive|television|tv|inc|press|official|jp|en)$"
)
_PRESS_ROOM = re.compile(r"press-?(?:room|office|release|centre|center)|newsroom|media-?cent(?:re|er)|-pr$")


@lru_cache(maxsize=4)
def _opens_as_release(title: str, opening: str) -> bool:
    """Asked once for all claims of an article."""
    return bool(
        _RELEASE.search(f"{title}\n{opening[:_OPENING]}")
        or _NOTICE.match(title)
        or _WE.match(opening)
        or _PLEASED.match(opening)
        or _DATELINE.match(opening)
        or _DATED.match(opening)
    )


_RELEASE = re.compile(
    r"for immediate release|press release\b|^\W*press\b|\b(?:announced|revealed|unveiled|named) the following\b|\bembargoed until\b|\bpress notes\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"\W*(?:(?:[Ii]mportant\s+)?[Nn]otice\s+(?:regarding|concerning|of|on)\b|(?:Notice|To exhibitors)\s*:)")
_WE = re.compile(
    r"\W*(?:Thank you\s+(?:[\w-]+\s+){0,2}for (?:your (?:continued\s+)?support|waiting|your patience)\b|We thank you for\b|To (?:everyone|all) (?:who|of you|our)\b|Dear (?:colleagues|partners|customers|players|fans)\b)"
    r"|[^\"“.?]{0,200}\b(?:confirms?|announces?|shares?)\s+the\s+following\b|Please note (?:that|the following)\b|[A-Z]{3,20}\.\s+The\s[^\"“.?]{0,150}\bannounces?\s+that\b"
)
"""Who makes it, to those who see it."""
_PLEASED = re.compile(
    r"[^\"“?]{0,200}\b(?:is|are)\s+(?:delighted|thrilled|proud|pleased|excited|happy)\s+to\s+(?:announce|reveal|confirm|share|present|unveil|report|inform)\b"
    r"|[^\"“?.]{0,150}\btoday\s+(?:announces?|presents?|confirms?|reveals?|unveils?|answers?)\b"
)
_DATELINE = re.compile(
    r"\W*[A-Z][A-Z.'’ -]{2,30}(?:,\s[\w.'’ -]{2,30}){0,3}\s*(?:/[\w. -]+/|\([\w. -]+\))?\s*(?:—|–|--?)\s.{0,300}?\b(?:today\s+(?:\w+\s+)?(?:announc|unveil|reveal|confirm)\w+|(?:thrilled|proud|pleased|delighted|excited|happy) to \w+)",
    re.DOTALL,
)
"""How a press release opens: where and when, and then who announces it today."""
_DATED = re.compile(
    r"\W*[A-Z][\w.'’ -]{2,30}(?:,\s[\w.'’ -]{2,30}){0,2},?\s*\(?(?:(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\s+\d{1,2}(?:st|nd|rd|th)?),?\s+(?:19|20)\d\d)\)?\W{0,4}\s?[^\"“?]{0,300}?\b(?:announc|unveil|reveal|confirm|today)\w*"
)
"""With the year, which no newspaper needs."""


def is_of_makers(line: Line, known: Known, kind: KindName, start: int, end: int) -> bool:
    """What stands from `start` to `end` is said by somebody who makes or shows the series. Who speaks is thereby named, not told of."""
    if kind == "sequel":
        return False
    text = line.text
    for said in islice(_SAID.finditer(text), _MOST):
        low, high = _speaker(text, said, known, kind in ("staff", "cast"))
        if low < high and not (start < high and low < end) and not _NEW_CLAUSE.search(text, end, low):
            return True
    if _is_quoted(text, start):
        outside = _QUOTED.sub(" ", text)
        if _is_maker(outside, known):
            return True
        if not any(m[0] not in _NOBODY for m in A_NAME.finditer(outside)) and _is_maker(line.before[-_OPENING:], known):
            return True
    return kind not in ("staff", "studio") and _is_answer(line) and _is_interview(line.article, known)


def is_under_news(line: Line) -> bool:
    """An entry of a list to which a sentence leads that tells what was announced ("Further members of the cast were revealed:")."""
    paragraphs, at = line.article.paragraphs, line.paragraph
    if at < 1 or paragraphs[at].kind != "item":
        return False
    while at > 0 and paragraphs[at].kind == "item" and line.paragraph - at < _ENTRIES:
        at -= 1
    lead = paragraphs[at].text.rstrip("*_ ")
    return paragraphs[at].kind == "text" and lead.endswith(":") and _NEWS.search(lead[-_OPENING:]) is not None


_ENTRIES = 40
_NEWS = re.compile(
    r"\b(?:announc(?:es|ed)|reveal(?:s|ed)|confirm(?:s|ed)|unveil(?:s|ed)|disclosed)\b(?!\s+(?:earlier|before|last|in\s+\w+|so far|previously))[^.?!]*:$",
    re.IGNORECASE,
)


def _is_quoted(text: str, at: int) -> bool:
    """In words that somebody says, and not in a title."""
    return any(m.start() < at < m.end() and _SPOKEN.search(m[0]) for m in _QUOTED.finditer(text))


_SPOKEN = re.compile(r"(?:[\"“ ][a-z'’]+\W+){2}[a-z]|[a-z][,.!?][\"”]$|\bI\b")
_QUOTED = re.compile(r"[\"“][^\"“”]*(?:[\"”]|$)")
_SAID = re.compile(r"\b(?:sa(?:id|ys?)|told|tells?|stat(?:es|ed)|promis(?:es|ed))\b")
_NEW_CLAUSE = re.compile(r";\s|[.!?]\s|,\s+(?:and|but|because|while|which|so)\s")
"""Between what is told and who speaks of something else."""
_NOBODY = frozenset("I He She They We It The But And".split())
_ROLE = (
    r"(?i:studio|(?:production )?committee|production company|company|publisher|distributor|developers?|broadcaster|network|streamer|channel|producers?|makers?|director|showrunner|creator|head writer"
    r"|series composer|screenwriter|designer|composer|chief executive|president|spokes(?:man|woman|person))"
)
_BEFORE = re.compile(
    rf"(?:\b{_ROLE}(?:\s+{NAME})?|\b{NAME},\s+(?:the|its|whose)\s(?:[\w’'-]+\s+){{0,2}}{_ROLE})(?:,\s[^,;.]{{2,80}},)?\s+(?:(?:has|have|had|also|later|then|did)\s+)*$"
)
_BEHIND = re.compile(
    rf"\s+(?:(?:the|its|a)\s+(?:[\w’'-]+\s+){{0,2}}{_ROLE}\b|{NAME},\s+(?:(?:the|its|a)\s+|[^,;.]{{2,40}}['’]s\s+)(?:[\w’'-]+\s+){{0,2}}{_ROLE}\b)"
)
_AUX = re.compile(r"(?:,\s[^,;.]{2,80},)?\s+(?:(?:has|have|had|also|later|then|did|itself)\s+)*$")
_NEAR = 140


def _speaker(text: str, said: re.Match[str], known: Known, company: bool) -> tuple[int, int]:
    """Where the maker stands who says it; (0, 0) where somebody else does. `company`: no person, who is told of at the same time."""
    low = max(0, said.start() - _NEAR)
    before = text[low : said.start()]
    m = _BEFORE.search(before)
    if m and not (company and not _COMPANY.search(m[0])) and not _OF.search(before[: m.start()]):
        return low + m.start(), low + m.end()
    if m := _AUX.search(before):
        ahead = before[: m.start()]
        for terms in (known.makers, known.platforms):
            if (hits := terms.find(ahead)) and not ahead[hits[-1].end :].strip() and not _OF.search(ahead[: hits[-1].start]):
                return low + hits[-1].start, low + hits[-1].end
        names = list(A_NAME.finditer(ahead))
        if names and not company and not ahead[names[-1].end() :].strip() and _is_staff(names[-1][0], known):
            return low + names[-1].start(), low + names[-1].end()
    if (m := _BEHIND.match(text, said.end())) and not (company and not _COMPANY.search(m[0])):
        return m.span()
    if not company and (m := _NAME_BEHIND.match(text, said.end())) and _is_staff(m[1], known):
        return m.span()
    return 0, 0


_COMPANY = re.compile(
    r"\b(?:studio|committee|company|publisher|distributor|developers?|broadcaster|network|streamer|channel|makers?|spokes\w+)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"(?<!spokesman )(?<!spokeswoman )(?<!spokesperson )\b(?:for|of|at|from|by|with|to|in)\s+(?:the\s+)?$")
"""Before a name that does not speak itself."""
_NAME_BEHIND = re.compile(rf"\s+({NAME})")


def _is_staff(name: str, known: Known) -> bool:
    who = known.people.find(name)
    return bool(who) and any(who == one for _, one in known.holders)


def _is_maker(text: str, known: Known) -> bool:
    return bool(_ROLES.search(text)) or any(_is_staff(m[0], known) for m in A_NAME.finditer(text))


_ROLES = re.compile(rf"\b{_ROLE}\b")


def _is_answer(line: Line) -> bool:
    """In an interview: the paragraph before asks somebody, and not for the reader."""
    asked = line.article.paragraphs[line.paragraph - 1] if line.paragraph > 0 else None
    if asked is None or asked.kind != "text" or not _asks(asked.text):
        return False
    return not _OF_A_GUIDE.match(asked.text) or any(
        _asks(p.text) and _TO_SOMEBODY.search(p.text) for p in line.article.paragraphs
    )


def _asks(text: str) -> bool:
    return text.rstrip('*_ ”"').endswith("?")


_TO_SOMEBODY = re.compile(r"(?<!can )(?<!could )(?<!should )\byou\b|\byour\b", re.IGNORECASE)
_OF_A_GUIDE = re.compile(
    r"\W*(?:(?:When|Where)\s+(?:is|are|does|do|will|can|was|to)\s+(?!you\s+(?:first|think|feel|get|know|start|begin|record)\b)|Who\s+(?:is|are|stars|plays|voices|will be)\s+(?:in|the cast|playing|starring|coming)\b|What\s+(?:is|are)\s+(?:the\s+)?(?:release date|plot|story|cast)\b|How\s+many\s+(?:episodes|seasons)\b)[^.?]{0,60}\?"
)
"""What readers ask, who are told by the outlet."""


def _is_interview(article: Article, known: Known) -> bool:
    """Somebody who makes it is introduced, and asked."""
    opening = " ".join((article.title, *(p.text for p in article.paragraphs[:2])))[: 3 * _OPENING]
    return _is_maker(opening, known)
