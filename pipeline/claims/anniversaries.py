"""Reads which anniversary it marks."""

import re
from collections.abc import Iterator

from pipeline.claims.claim import Found
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.names import UPPER, company
from pipeline.claims.numbers import NUMBER, ORDINAL, number

_ANNIVERSARY = re.compile(
    rf"(?P<n>{ORDINAL}|{NUMBER}(?=[\s-]year[\s-]anniversary\b))(?:[\s-]year)?[\s-](?i:anniversary|birthday)(?:\s+(?i:(?:special |limited |collector['’]s )?editions?|(?:Blu-ray )?box(?: set)?|Blu-ray|screenings?|tours?|re-?releases?|visuals?|art ?book|livestreams?|projects?|year|works?|celebrations?|party|parties|concerts?|exhibitions?|events?|campaigns?|series|anime|title|production|original))?(?:\s+(?i:of|for)\s+(?P<of>(?:the\s+|its\s+)?[\w'’ ]{{2,40}}))?|(?P<y>{NUMBER})\s+(?i:years?)\s+(?i:of|since the founding of|in business for|since(?=\s+(?:the|its)\s+(?:studio|company|house|developer|maker)\s+(?:was\s+(?:founded|formed|established|set\s+up)|opened|began|started)\b))\s+(?P<of2>(?:the\s+)?[\w'’ ]{{2,30}})|(?P<who>[\w'’. ]{{2,40}}?)(?:,\s+(?:which|the|an?)\s[^,;.]{{2,80}},)?\s+(?i:turn(?:s|ed|ing)|(?:is|was|will be)\s+celebrating|(?P<is>is|was|will be)(?=\s+[\w-]+\s+years\s+old\b))\s+(?:its\s+)?(?P<t>{NUMBER})(?:\s+(?i:years)(?:\s+old)?)?(?=\s*(?:[.,;]|$|\s(?i:this|next (?:year|month)|today|in|and|with|last|on)\b))|(?P<q>(?i:quarter[\s-]century|half[\s-]century))"
)
_MARKED = re.compile(
    r"anniversary|birthday|years (?:of|since|in)\b|\bturn(?:s|ed|ing) (?:its )?(?:\d+|ten|eleven|twelve|\w+teen|\w+ty)\b|celebrating (?:its )?\d|\byears old\b|century",
    re.IGNORECASE,
)
_ITS = re.compile(r"\b[Ii]ts\s+(?:own\s+)?$")
_OURS = re.compile(r"\b[Oo]ur\s+(?:own\s+)?$")
"""Who says so is of the studio."""
_THE_STUDIOS = re.compile(r"\bthe\s+(?:studio|company|developer|house)['’]s\s+$")
_COMPANY_NOTE = re.compile(r"\W*About\s+(?!the\b|this\b)[A-Z][^.:;]{2,60}:")
"""What a press release says of a company at its end is not of the series."""
_STUDIO = re.compile(r"\b(?:studio|company|developer|house)\b", re.IGNORECASE)
_SERIES = re.compile(r"\b(?:series|franchise|show|anime|film|movie|game|its|work|original)\b", re.IGNORECASE)


_CENTURIES = {"quar": 25, "half": 50}


def anniversary(line: Line, known: Known) -> Iterator[Found]:
    """Whose how-manyth anniversary; of the studio, or of the series itself."""
    text = line.text
    if not _MARKED.search(text) or _COMPANY_NOTE.match(text):
        return
    told: set[str] = set()
    for m in _ANNIVERSARY.finditer(text):
        n = _CENTURIES[m["q"].lower()[:4]] if m["q"] else number(m["n"] or m["y"] or m["t"])
        if not n or n < 2 or (m["is"] and not _is_a_studio(m["who"], known)):
            continue
        behind, before = m["of"] or m["of2"] or m["who"] or "", text[max(0, m.start() - 45) : m.start()]
        whose = _owner(behind, known, line) if behind else ""
        if (
            not whose
            and re.search(r"\b(?:its|their)\s+(?:own\s+)?$", before)
            and (maker := _maker(line) or _first(text[: m.start()], known))
        ):
            whose = maker
        if not whose and _OURS.search(before):
            whose = _owner("studio", known, line)
        if not whose and _THE_STUDIOS.search(before):
            whose = _last(text[: m.start()], known)
        if (
            not whose
            and _ITS.search(before)
            and (hit := next(iter(known.makers.find(text[m.end() : m.end() + 40])), None))
            and hit.start < 10
        ):
            whose = known.studios.find(text[m.end() + hit.start : m.end() + hit.end])
        if not whose and m["n"] and (_ITS.search(before) or _HAPPY.search(before)) and _names_next(text, m.end(), known):
            whose = "series"
        if not whose and (m["n"] or m["q"]):
            whose = _owner(before, known, line, last=True)
        if not whose and m["n"] and re.search(r"\b(?:its|their)\s+(?:own\s+)?$", before):
            whose = _owner(text[: m.start()], known, line, last=True)
        if whose and (m["n"] or whose != "series" or (m["t"] and known.own.find(m["who"])) or (m["y"] and _FEAST.search(before))):
            if whose != "series" or str(n) not in told:
                in_file = not m["y"] and whose in known.studios.keys.values() and known.own.find(line.article.title)
                named = bool(in_file or (m["of"] and known.makers.find(m["of"])))
                yield Found(whose, str(n), m.start(), m.end(), sure=named)
            told.add(str(n))
        elif not whose and _STUDIO.search(m["who"] or ""):
            told.add(str(n))


def _names_next(text: str, end: int, known: Known) -> bool:
    """The series stands right behind, as what has the anniversary ("For its 10th anniversary, Iron Moth …")."""
    between = m.end() if (m := _COMMA.match(text, end)) else -1
    return between > 0 and any(h.start == 0 for h in known.own.find(text[between : between + _TITLE]))


_COMMA = re.compile(r",\s+[\"“‘'*_]*")
_HAPPY = re.compile(r"\b[Hh]appy\s+$")
_FEAST = re.compile(r"\b(?:celebrat(?:e|es|ed|ing)|mark(?:s|ed|ing)?)\s+$", re.IGNORECASE)
_TITLE = 60


def _is_a_studio(text: str, known: Known) -> bool:
    """And nobody there: of a person that is said as often."""
    hits = [*((h.start, h.end) for h in known.makers.find(text)), *(m.span() for m in _STUDIO.finditer(text))]
    return any(end == len(text) and _THE.fullmatch(text[:start]) for start, end in hits)


_THE = re.compile(r"(?:\s*(?:the|and|but|animation)\b)*\s*", re.IGNORECASE)


def _owner(text: str, known: Known, line: Line, last: bool = False) -> str:
    """The studio's key, "series", or nothing where it is somebody else's."""
    places = [
        (m.start(), known.studios.find(m[0]))
        for m in re.finditer(rf"[{UPPER}][\w.-]*(?:\s[{UPPER}][\w.-]*)*", text)
        if known.studios.find(m[0])
    ]
    places += [(h.start, "series") for h in known.own.find(text)]
    sole = (
        _maker(line)
        if not known.studios.keys
        else next(iter(dict.fromkeys(known.studios.keys.values())), "")
        if len(set(known.studios.keys.values())) == 1
        else ""
    )
    places += [(m.start(), sole) for m in _STUDIO.finditer(text)]
    places += [(m.start(), company(m["name"])) for m in _MAKERS.finditer(text) if not known.own.find(m["name"])]
    named = [m.span() for m in _MAKERS.finditer(text)]
    places += [
        (m.start(), "series")
        for m in _SERIES.finditer(text)
        if m[0].lower() not in {"its", "original", "work"} and not any(a <= m.start() < b for a, b in named)
    ]
    return (max(places) if last else min(places))[1] if places else ""


def _first(text: str, known: Known) -> str:
    """The studio of the series file, where the sentence names it before the series."""
    hits, titles = known.makers.find(text), known.own.find(text)
    return (
        known.studios.find(text[hits[0].start : hits[0].end]) if hits and not (titles and titles[0].start < hits[0].start) else ""
    )


def _last(text: str, known: Known) -> str:
    """The studio of the series file that a text names last."""
    hits = known.makers.find(text)
    return known.studios.find(text[hits[-1].start : hits[-1].end]) if hits else ""


def _maker(line: Line) -> str:
    """The key of the one company that the sentence names as a maker, where the series file has none."""
    found = {company(m["name"]) for m in (*_MAKERS.finditer(line.text), *_CALLED.finditer(line.text))}
    return found.pop() if len(found) == 1 else ""


_COMPANY = rf"[{UPPER}][\w.&-]*(?:\s+[{UPPER}][\w.&-]*){{0,3}}"
_MAKERS = re.compile(
    rf"(?P<name>(?:[Ss]tudio\s+{_COMPANY}|{_COMPANY}(?=,?\s+(?:Inc|Ltd|LLC)\b)|[{UPPER}][\w.&-]*(?:\s+[{UPPER}][\w.&-]*){{0,2}}\s+(?:Studios?|Pictures|Films?|Games|Works|Animation|Productions?|Interactive)))\b"
)
_CALLED = re.compile(rf"(?P<name>{_COMPANY}),\s+(?:the|an?)\s+(?:\w+\s+)?(?:studio|developer|company)\b")
