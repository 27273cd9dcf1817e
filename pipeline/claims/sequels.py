"""Reads whether it goes on: yes, no, or open; and in which form."""

import re
from collections.abc import Iterator

from pipeline.claims.cancelled import called_off
from pipeline.claims.claim import Found
from pipeline.claims.instalments import is_itself
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.mentions import SECOND
from pipeline.claims.no_sequel import IS_ONE, JOINS, is_of_another, is_other
from pipeline.claims.numbers import NUMBER, ORDINAL, number
from pipeline.claims.prospects import RENEWED, answer
from pipeline.claims.seasons import SEASON, nth_told
from pipeline.claims.succession import called_branch
from pipeline.terms import Hit

_MORE = re.compile(
    rf"\b(?:(?P<o>{ORDINAL})\s+(?:season|series)|(?:seasons?|series)\s+(?:(?P<and>\d|two|three|four)\s+(?:and|&)\s+)?(?P<n>\d|two|three|four|five)(?!\s+(?:stars?\b|out of|episodes|times|and a half))|(?P<film>(?:sequel|follow-up|compilation|theatrical|feature|anime|recap)\s+(?:film|movie)|(?:film|movie)\s+sequel|movie|feature film|an?\s+(?:\w+\s+)?film|(?<=\bno )film|(?<=\bany )film)|(?P<ova>OVAs?)|(?P<spin>spin-?offs?(?:\s+(?:(?:television|TV|streaming|animated|anime|prequel|comedy|drama)\s+)?(?:series|show|anime|drama|film|movie)\b)?)|(?P<sequel>sequels?(?:\s+(?:series|anime|project|game)\b)?|renew(?=\s)|follow-up|continuation|renew(?:ed|al)|recommissioned|(?:another|further) season|more (?:episodes|seasons)|new season))\b",
    re.IGNORECASE,
)
_I_HOPE = re.compile(r"\bI(?:['’]m| am| was|['’]d| would| really| do)? (?:\w+ )?(?:hop|love|like|want|wish)")
"""The writer's own wish, where nobody is quoted."""
_SPEECH = re.compile('["“”]')
_MAKING = re.compile(
    r"\b(?:mak(?:es|ing)|made|produc(?:es|ing|ed)|shoot(?:s|ing)|shot|film(?:s|ing)|writ(?:es|ing)|work(?:s|ing) on)\s+(?:\w+\s+){0,2}$"
)
"""Somebody makes a film, of whatever."""
_RUN = re.compile(
    rf"\s+(?:by\s+[\w ]{{2,20}}\s+)?for\s+(?:an?|its)\s+({ORDINAL})\s+(?:run|outing|year|cycle|instal?lment|go-round)\b"
)
_NOT_IT = re.compile(
    r"\s+(?:interest|energy|vigou?r|focus|hopes?|calls?|attention|confidence|debate|popularity|life|push|efforts?|faith|strength|criticism|talks?|nightly|daily|weekly|annually|by petition)\b"
)
_IS_RENEWED = re.compile(
    r"\b(?:been|was|is|are|were|be|gets?|got|getting|has|have|had|officially|now|already|not|it|series|show|Netflix|BBC|AMC|HBO|Hulu|Apple|ITV)\s+$"
)
_HAD_BEEN = re.compile(r"\b(?:after|since|when)\s+(?:it|the \w+)\s+(?:was|had been|got)\s+$")
"""What had been so, before what the sentence tells."""
_RENEWS = re.compile(r"\s+(?:for|by\s+(?:the|its|[A-Z])|the|it|its|[\"“*‘'A-Z])")


def sequel(line: Line, known: Known) -> Iterator[Found]:
    """Each word for more of it, with what its clause says of that."""
    text = line.text
    titles, branches = known.own.find(text), called_branch(text, known.own)
    yield from called_off(line, titles, known)
    yield from _numbered(text, titles, known)
    yield from _further_film(text, known)
    for m in nth_told(text, line.before):
        nth = number(m["o"]) or 0
        if nth > 1 and answer(text[: m.start()], text[m.end() :], m[0]) == "yes":
            yield Found(f"season {nth}", "yes", m.start(), m.end())
    for m in _MORE.finditer(text):
        n = number(m["o"] or m["n"]) if (m["o"] or m["n"]) else 0
        if n == 1 or is_other(m, text, known) or (m["sequel"] and is_itself(text, *m.span(), known.instalment, known.own)):
            continue
        if any(a < m.start() < b for a, b in branches):
            continue
        form = f"season {n}" if n else "film" if m["film"] else "ova" if m["ova"] else "spin-off" if m["spin"] else "sequel"
        if form == "sequel" and re.match(r"another|further|new season", m[0], re.IGNORECASE):
            form = "season 2"
        if m["film"] and _NONE.search(text[: m.start()]) and not _NO_FILM.match(text, m.end()):
            continue
        if m["film"] and _MAKING.search(text[: m.start()]) and not known.own.find(text) and "sequel" not in m["film"].lower():
            continue
        if m[0].lower() == "renewed" and (
            _HAD_BEEN.search(text[: m.start()])
            or _NOT_IT.match(text, m.end())
            or not (_IS_RENEWED.search(text[: m.start()]) or _RENEWS.match(text, m.end()))
        ):
            continue
        if m[0].lower() in RENEWED | {"renew"}:
            if re.search(r"season|series \w+|\bseries\b", text[m.end() :], re.IGNORECASE) and _MORE.search(text, m.end()):
                continue
            again = _RUN.match(text, m.end())
            form = f"season {number(again[1])}" if again else "season 2"
        if form.startswith("season") and known.series.medium == "film":
            continue
        if form == "sequel" and known.aired and _NEXT_ONE.fullmatch(m[0]):
            told = (number(s["o"] or s["n"] or s["s"]) or 0 for s in SEASON.finditer(line.article.title))
            form = next((f"season {k}" for k in told if k > 1), form)
        if form == "sequel" and re.match(r"\s+(?:to\b[^.;,]{2,40}\s)?is\s+an?\s+(?:\w+\s+)?(?:film|movie)\b", text[m.end() :]):
            form = "film"
        if form == "sequel" and m[0].lower().startswith("more ") and (SEASON.search(text) or _is_rest(m, text)):
            continue
        too = _AND.search(text, max(0, m.start() - _NEAR), m.start()) if m["o"] else None  # "a second and a third season"
        begins = too.start() if too else m.start()
        start = next((_unquoted(text, t.start) for t in titles if _BESIDE.fullmatch(text, t.end, begins)), begins)
        end = next((t.end for t in titles if _OF_IT.fullmatch(text, m.end(), t.start)), m.end())
        before, behind = _around(text, start, m.end())
        value = answer(_unnamed(before, known), behind, m[0])
        if value == "no" and _IS_LAST.match(text, m.end()):
            value = "yes"
        if value == "yes" and _DENIED.search(text, 0, m.start()):
            continue
        if m[0].lower() == "renew" and value != "no":
            continue
        if not value and (JOINS.search(before) or IS_ONE.search(before)) and not is_of_another(behind, known):
            value = "yes"
        if value == "no" and (
            _PICTURE.match(behind) or _THIS_WEEK.match(behind) or (_NOT_ONE.fullmatch(before) and _ASIDE.match(behind))
        ):
            continue
        if value and not (value == "open" and _I_HOPE.search(text) and not _SPEECH.search(text) and not _is_answer(line)):
            yield Found(form, value, start, end)
            if value == "yes" and n and (_IS_LAST.match(text, m.end()) or _AND_LAST.search(m[0])):
                yield Found(f"season {n + 1}", "no", start, end)
            if (one := too[1] if too else m["and"]) and (also := number(one) or 0) > 1:
                yield Found(f"season {also}", value, start, end)


def _is_rest(m: re.Match[str], text: str) -> bool:
    """ "Two more episodes follow": what is left of the run."""
    return bool(_COUNTED.search(text, 0, m.start()) and _REMAIN.match(text, m.end()))


_COUNTED = re.compile(rf"\b(?:{NUMBER}|just|only)\s+$", re.IGNORECASE)
_REMAIN = re.compile(
    r"\s+(?:(?:of\s+(?:it|the\s+\w+)\s+)?(?:(?:will|are|still|yet|now|set|due|to)\s+)*(?:follow|remain|left|to\s+go|air|come|arrive|drop)\b)"
)
_DENIED = re.compile(r"\bden(?:y|ies|ied)\s+that\b[^;.]*$")
"""Somebody says that it is not so, whatever it is."""
_IS_LAST = re.compile(
    r"[\"”’'*_]*(?:,\s+which|\s+of\s[^,.;]{2,40})?[^.;]{0,60}?\b(?:is|be)\s+(?:also\s+)?(?:the|its|their)\s+(?:final|last)(?:\s+(?:one|season|chapter))?(?=\s*(?:[.,;:!)\"”]|$|and\b|but\b))"
)
"""Behind a season after which there is no other."""
_AND_LAST = re.compile(r"\band\s+(?:final|last|concluding)\b", re.IGNORECASE)
_NEXT_ONE = re.compile(r"follow-up|continuation|sequel", re.IGNORECASE)
"""Of a series whose headline speaks of a later season."""
_AND = re.compile(rf"({ORDINAL})\s+(?:and|or|&)\s+(?:an?\s+)?$")
"""Another season, told in the same breath."""
_NEAR = 30
"""Characters before a season in which it is looked for."""


def _is_answer(line: Line) -> bool:
    """In an interview: the paragraph before asks."""
    asked = line.article.paragraphs[line.paragraph - 1] if line.paragraph > 0 else None
    return asked is not None and asked.kind == "text" and asked.text.rstrip('*_ ”"').endswith("?")


def _unnamed(before: str, known: Known) -> str:
    """With "it" for the titles, and nothing for the character of whom there is no spin-off."""
    for title in reversed(known.own.find(before)):
        before = before[: title.start].rstrip(_MARKS) + "it" + before[title.end :].lstrip(_MARKS)
    named = _NO_NAME.search(before)
    return before[: named.start(1)] if named and known.characters.find(named[1]) else before


_MARKS = '"“”‘’*_'
_NO_NAME = re.compile(r"\b[Nn]o\s+([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s+$")
_THIS_WEEK = re.compile(
    r"[\w\s]{0,20}?\b(?:this|next)\s+(?:week|weekend|month|friday|saturday|sunday|monday|tuesday|wednesday|thursday)\b|\s+(?:today|tonight|tomorrow)\b",
    re.IGNORECASE,
)
"""A break of what is running."""
_PICTURE = re.compile(r"[\"”’]?\s+(?:trailer|teaser|key visual|poster|(?:premiere|release|start|air)\s+date)\b", re.IGNORECASE)
"""What there is none of is not the season."""
_NOT_ONE = re.compile(r"\W*[Nn]ot\s+(?:\w+\s+)?an?\s+")
_ASIDE = re.compile(r",\s")
"""Behind what something is not, before what it is."""
_BESIDE = re.compile(r"[\"”’'*_]*(?:['’]s?)?\s+")
_OF_IT = re.compile(r"\s+(?:of|to|for|from|based on)\s+(?:the\s+)?[\"“‘'*_]*")
"""What stands between the title and the word for more of it, or behind that."""


def _unquoted(text: str, start: int) -> int:
    """Where a title begins with what marks it as one."""
    return len(text[:start].rstrip("\"“‘'*_"))


def _numbered(text: str, titles: list[Hit], known: Known) -> Iterator[Found]:
    """ "Night Ferry 2", and the "Iron Moth film" of what is shown in episodes: the title itself says of what it is the sequel."""
    forms = ([("", SECOND)] if known.aired else [("sequel", SECOND)]) + (
        [("film", _FILM_OF)] if known.aired or known.game else []
    )
    for title in titles:
        for form, pattern in forms:
            m = pattern.match(text, title.end)
            if m and (value := answer(*_around(text, _unquoted(text, title.start), m.end()), m[0])):
                n = number(m[0].strip())
                if form or (n and title.end < m.end()):
                    yield Found(form or f"season {n}", value, title.start, m.end(), sure=True)


def _further_film(text: str, known: Known) -> Iterator[Found]:
    """ "A third film", of what is the second one, or its title with the next number."""
    if known.series.medium != "film":
        return
    last = known.instalment.number if known.instalment else 1
    for m in _NTH_FILM.finditer(text):
        if (number(m["o"]) or 0) > last:
            before, behind = _around(text, m.start(), m.end())
            value = answer(_unnamed(before, known), behind, m[0])
            if value and not (value == "open" and _I_HOPE.search(text) and not _SPEECH.search(text)):
                yield Found("film", value, m.start(), m.end())
    for start, end, which in known.instalment.siblings(text, known.own) if known.instalment else ():
        before, behind = _around(text, start, end)
        if which == "next" and (value := answer(before, behind, text[start:end])):
            yield Found("film", value, start, end, sure=True)


_NTH_FILM = re.compile(
    rf"(?<=\b[Aa] )(?P<o>{ORDINAL})(?:\s+and\s+(?:final|last))?\s+(?:film|movie|instal?lment|chapter)\b(?!\s+(?:from|by|about|with|set)\b)"
)
"""Another of several films; "his third film" is somebody's."""
_NONE = re.compile(r"\b[Nn]o\s+$")
_NO_FILM = re.compile(r"\s+(?:of|is|has been|was|will be|version|planned|exists|yet|in)\b|[\"”’]?[.,;]")
"""Behind it, where it is denied that there is one, and not that another is like it."""
_FILM_OF = re.compile(r"[\"”’'*_]*\s+(?:film|movie)\b(?!\s+(?:series|school|festival|maker))")


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What its clause says before a place and behind it."""
    cuts = [m.end() for m in re.finditer(r";\s|,\s+(?:but|while|although|and)\s|\sbut\s|\s[—–]\s", text[:start])]
    stop = re.search(r";\s|,\s+(?:while|although)\s|\s[—–]\s", text[end:])
    return text[max(cuts, default=0) : start], text[end : end + stop.start() if stop else len(text)]
