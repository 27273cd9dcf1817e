"""Reads which anniversary it marks, and what others rate it."""

import re
from collections.abc import Iterator

from pipeline.claims.claim import Found
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.names import UPPER, key
from pipeline.claims.numbers import NUMBER, ORDINAL, number
from pipeline.claims.places import OPEN_SITES

_ANNIVERSARY = re.compile(
    rf"(?P<n>{ORDINAL})[\s-](?i:anniversary)(?:\s+(?i:of)\s+(?P<of>(?:the\s+|its\s+)?[\w'’ ]{{2,40}}))?|(?P<y>{NUMBER})\s+(?i:years?)\s+(?i:of|since the founding of|in business for)\s+(?P<of2>(?:the\s+)?[\w'’ ]{{2,30}})"
)
_MARKED = re.compile(r"anniversary|years (?:of|since|in)\b", re.IGNORECASE)
_STUDIO = re.compile(r"\b(?:studio|company|developer|house)\b", re.IGNORECASE)
_SERIES = re.compile(r"\b(?:series|franchise|show|anime|film|movie|game|its|work|original)\b", re.IGNORECASE)


def anniversary(line: Line, known: Known) -> Iterator[Found]:
    """Whose how-manyth anniversary; of the studio, or of the series itself."""
    text = line.text
    if not _MARKED.search(text):
        return
    for m in _ANNIVERSARY.finditer(text):
        n = number(m["n"] or m["y"])
        if not n or n < 2:
            continue
        behind, before = m["of"] or m["of2"] or "", text[max(0, m.start() - 45) : m.start()]
        whose = _owner(behind, known) if behind else ""
        if not whose and m["n"]:
            whose = _owner(before, known, last=True)
        if not whose and m["n"] and re.search(r"\b(?:its|their)\s+(?:own\s+)?$", before):
            whose = _owner(text[: m.start()], known, last=True)
        if whose and (m["n"] or whose != "series"):
            yield Found(whose, str(n), m.start(), m.end())


def _owner(text: str, known: Known, last: bool = False) -> str:
    """The studio's key, "series", or nothing where it is somebody else's."""
    places = [
        (m.start(), known.studios.find(m[0]))
        for m in re.finditer(rf"[{UPPER}][\w.-]*(?:\s[{UPPER}][\w.-]*)*", text)
        if known.studios.find(m[0])
    ]
    places += [(h.start, "series") for h in known.own.find(text)]
    sole = next(iter(dict.fromkeys(known.studios.keys.values())), "") if len(set(known.studios.keys.values())) == 1 else ""
    places += [(m.start(), sole) for m in _STUDIO.finditer(text) if sole]
    places += [(m.start(), "series") for m in _SERIES.finditer(text) if m[0].lower() not in {"its", "original", "work"}]
    return (max(places) if last else min(places))[1] if places else ""


_SCORE = r"(?P<v>(?:one|two|three|four|five)(?= stars)|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?= out of)|\d{1,3}(?:[.,]\d{1,2})?)(?:\s*(?P<pc>%|percent|per cent)|\s*(?:/|out of)\s*(?P<best>\d{1,3}|five|ten))?(?:\s+stars?)?(?![\w/]|[.,]\d)"
_SITE = rf"(?P<site>(?:[{UPPER}][\w'’.&!-]*)(?:\s+(?:of\s+|the\s+)?[{UPPER}][\w’&!-]*){{0,3}})"
_GIVES = r"(?:gave|gives|awarded|awards|rated|rates|scored|scores|has given|handed|went with|lists?|puts?|has|have)\s+(?:it|the\s+\w+|this\s+\w+|[A-Z]\w+(?:\s[A-Z]\w+)*)\s+(?:at\s+)?(?:an?\s+|only\s+|with\s+)*"
_RATINGS = (
    re.compile(
        rf"{_SITE}(?:['’]s\s+\w+|\s+(?:users|members|readers|critics|voters|viewers))?\s+(?:currently\s+|now\s+)?{_GIVES}(?:score of |rating of |average of )?{_SCORE}"
    ),
    re.compile(
        rf"{_SITE}(?:['’]s?)?\s+(?:score|rating|users?|average|audience score|user score|critic score|verdict|Tomatometer|aggregate)s?(?:\s+(?:score|rating|average)s?)?(?:\s+(?:of|is|was|stands at|currently|sits at|has (?:settled|dropped|risen) (?:at|to)|hovers (?:at|around)|rates? it(?: at)?|at|for \w+(?: \w+)? (?:is|stands at))|\s*[:：])+\s*(?:an?\s+|just\s+)?{_SCORE}"
    ),
    re.compile(rf"(?<![\d.]){_SCORE}\s+(?:\w+\s+){{0,3}}(?:on|at|from|by)\s+(?:\w+\s+site\s+)?{_SITE}"),
    re.compile(
        rf"(?:[Oo]n|[Aa]t)\s+(?:the\s+\w+\s+site\s+)?{_SITE},?\s+(?:(?:it|the \w+|users|members|viewers|[A-Z]\w+(?:\s[A-Z]\w+)*)\s+)?(?:currently\s+|now\s+|has\s+|have\s+)?(?:(?:holds?|sits? at|scored?s?|has|stands at|is rated|rates?(?: it)?|averages?|boasts|shows|with|at|rated|earned|settled|dropped|given it)\s+)+(?:at\s+|of\s+)?(?:an?\s+|just\s+)?(?:(?:score|rating|average|user score|average score|mean score)\s+(?:of\s+|is\s+)?)?{_SCORE}"
    ),
)
_THING = re.compile(
    rf"\b(?:gave|gives|awarded|awards|rated|rates|scored|scores|given|handed)\s+([{UPPER}]\w+(?:\s[{UPPER}]\w+)*)"
)
_TEN = frozenset("myanimelist mal imdb".split())
_NO_SITE = frozenset(
    "i we it the this episode january february march april may june july august september october november december metacritics season page chapter volume".split()
)
_STARS = {"five": "5", "ten": "10"}


def rating(line: Line, known: Known) -> Iterator[Found]:
    """What another outlet or a site gives it, on its own scale."""
    for pattern in _RATINGS:
        for m in pattern.finditer(line.text):
            site = re.sub(r"['’]s$", "", m["site"].removeprefix("The ")).strip(" .")
            site = re.sub(r"\s+(?:users?|score|rating)$", "", site)
            who = "".join(key(site).split()) and key(site)
            joined = "".join(re.findall(r"\w+", site.lower()))
            best = "100" if m["pc"] else _STARS.get(m["best"] or "", m["best"] or "")
            if not best and joined in _TEN and "." in m["v"].replace(",", "."):
                best = "10"
            thing = _THING.search(m[0])
            if thing and not known.own.find(thing[1]):
                continue
            value = str(number(m["v"]) or 0) if m["v"].isalpha() else m["v"].replace(",", ".")
            best = best or ("5" if re.search(r"\bstars$", m[0]) or line.text[m.end() :].lstrip().startswith("star") else "")
            if not best or not who or who in _NO_SITE or known.own.find(site) or joined in line.article.site.replace(".", ""):
                continue
            value = value.rstrip("0").rstrip(".") if "." in value else value
            if 0 <= float(value) <= float(best) and float(best) >= 4:
                yield Found(who, f"{value}/{best}", m.start(), m.end())


def is_open(site: str) -> bool:
    """Sites where anybody votes, whose figures change from day to day."""
    return any("".join(site.split()) == key(s) or key(s) == site or set(site.split()) == set(key(s).split()) for s in _OPEN)


_OPEN = (*OPEN_SITES, "Rotten Tomatoes", "Anime Planet", "My Anime List", "Open Critic")
