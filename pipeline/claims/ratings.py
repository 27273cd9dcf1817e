"""Reads what others rate it: a score on its scale, and whose it is."""

import re
from collections.abc import Iterator
from itertools import islice

from pipeline.claims.claim import Found
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.names import UPPER, key
from pipeline.claims.numbers import ORDINAL, WORDS
from pipeline.claims.places import MACHINES, is_open

_ONES = "one|two|three|four|five|six|seven|eight|nine|ten"
_SCORE = re.compile(
    rf"(?<![\w.,/])(?:(?P<v>\d{{1,3}}(?:[.,]\d{{1,2}})?)|(?P<w>(?i:{_ONES}))(?P<half>\s+and\s+a\s+half)?)(?:[\s-]+(?P<stars>(?i:stars?)))?"
    rf"(?:\s*(?P<pc>%|percent|per cent)|\s*(?:/|out\s+of(?:\s+a\s+possible)?)\s*(?P<best>\d{{1,3}}|(?i:four|five|six|ten))(?:\s+stars)?)?(?![\w/]|[.,]\d|\s+off\b)"
)
_SCORED = re.compile(r"\d\s?/\s?\d|out\s+of|\bstars?\b|%|per\s?cent|\d[.,]\d", re.IGNORECASE)
_SITE = re.compile(rf"(?<![\w’'-])(?:[Tt]he\s+)?[{UPPER}][\w’.!-]*(?:\s+(?:(?:of|the|and|&)\s+)?[{UPPER}&][\w’.!&-]*){{0,3}}")
_ASIDE = re.compile(r",\s(?!(?:the|and)\s|[A-Z])[^,;:.]{3,80},(?=\s(?!and\s))")
_GIVES = re.compile(
    r"\b(?:gave|gives?|given|award(?:s|ed)?|hand(?:s|ed)|rate[sd]?|scor(?:es|ed)|went|goes|settle[sd]?|le(?:ave|ft)s?|shows?|stands?|sits?|ha(?:s|ve|d) (?:it|the (?:film|movie|series|show|anime|game))|puts?|lists?|average[sd]?|score|rating|verdict|currently|hovers|holds?|averages|boasts|managed|mustered|stop(?:s|ped)|marked|dishe[ds] out|doled out|(?:is|was|were) (?:\w+ )?(?:kinder|harsher|cooler|warmer|more generous|less (?:kind|generous|impressed|convinced|taken)))\b|^['’]?s?\s*[*_]*\s*[:–—|-]\s*[*_]*\s*$|^,\s*$|^\s+said\s+(?:only\s+|a\s+full\s+)?$|^,\s+in\s+(?:its|an?)\s+$|^['’]s?\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_MINE = re.compile(r"\b(?:I|we|our|my|me|us)\b|[.;!?]\s")
_AT = re.compile(r"\b(?:on|at|by|from|over at|of)\s+(?:the\s+\w+\s+site\s+)?[*_]*$", re.IGNORECASE)
_BEHIND = re.compile(
    rf"\s+(?:(?!I\b|we\b|episodes?\b|points\b)[a-z]+['’]?\s+){{0,4}}?(?:from|on|at|by|in|with)\s+(?:the\s+)?(?:[a-z]+\s+site\s+)?[*_]*(?P<site>{_SITE.pattern})"
)
_HANDED = re.compile(r"\b(?:gave|gives|hand(?:ed|s)|award(?:ed|s))\s+it\s+(?:an?\s+|a\s+full\s+|only\s+)?$")
"""Who stands before it gave it; what stands behind it is where or when."""
_LEADING = re.compile(
    r"^(?:(?:(?:Voters|Users|Members|Readers|Critics|Viewers)\s+(?:of|on|at)|[Tt]he|Its|On|At|In(?!\s(?:Touch|Review)\b)|And|But|Over|Meanwhile|While|Though|Elsewhere|Only|Even|Voters|Users|Here|Yet|So|As|When|Where|Since|After|Before|Because|If|Now|Then|Once|Last|This|Both|With)\s+)+"
)
_TRAILING = re.compile(r"\s+(?:[Uu]sers?|[Ss]core|[Rr]ating|[Rr]eaders|[Mm]embers)$")
_SHARE = re.compile(
    r"\b(?:score|rating|rated|rates|approval|fresh|critics?|audience|tomato\w*|metacritic|opencritic|reviews?|gave|gives|awarded)\b",
    re.IGNORECASE,
)
"""Without such a word a percentage is of something else."""
_TEN = frozenset("myanimelist mal imdb anilist".split())
_SHARES = frozenset("anilist rottentomatoes".split())
"""Sites that give a share of a hundred."""
_NO_SITE = frozenset(
    """i we it the this episode january february march april may june july august september october november december metacritics season page chapter volume its his her their when where since because score rating verdict our final finale provisional preliminary interim initial tentative current personal
    film disc disk picture video extras series show anime movie game book transfer menu gameplay graphics overall story animation sound music characters art enjoyment total grade my he she they you one critics viewers fans users as in on at of for to when while after with last that some what where who most many if no yes not and but so it's there here monday tuesday wednesday thursday friday saturday sunday""".split()
)
_STARS = {"four": "4", "five": "5", "six": "6", "ten": "10"}
_REACH = 110
_MOST = 40
"""Scores of a sentence that are looked at."""
_MOST_STARS = 5


def rating(line: Line, known: Known) -> Iterator[Found]:
    """What another outlet or a site gives it, on its own scale: the score, with the name that gives it before or right behind."""
    text = line.text
    if "Steam" in text and (m := _OF_PLAYERS.search(text)):
        yield Found("steam", f"{m['v'] or m['w']}/100", m.start(), m.end())
    for m in (m for m in _OF_HUNDRED.finditer(text) if not m["what"] or known.own.find(m["what"])):
        yield Found(_site(m["site"] or m["at"]), f"{m['v'] or m['w']}/100", m.start(), m.end())
    if not _SCORED.search(text) or (line.label and "|" in text and _is_of_works(line, known)):
        return
    for m in islice(_SCORE.finditer(text), _MOST):
        more_stars = bool(m["w"]) and not m["best"] and _AND_STARS.search(text[: m.start()]) is not None
        if m["w"] and not (m["best"] or m["stars"] or more_stars):
            continue
        if _is_of_an_episode(text[_low(m.start()) : m.start()], known):
            continue
        low = _low(m.start())
        behind = _BEHIND.match(text, m.end())
        end = m.end()
        if (handed := _HANDED.search(text, low, m.start())) and (site := _giver(text, low, m.start(), known, line)):
            start, name = site
        elif behind and _is_site(behind["site"], known, line):
            start, name, end = m.start(), behind["site"], behind.end("site")
        elif not handed and (site := _giver(text, low, m.start(), known, line)):
            start, name = site
        else:
            continue
        if _is_of_other_half(text, m.start(), known):
            continue
        if not _RANGE.search(text[low : m.start()]) and (
            value := _value(m, "".join(re.findall(r"\w+", _plain(name).lower())), more_stars)
        ):
            yield Found(_site(name), value, start, end)


def _is_of_works(line: Line, known: Known) -> bool:
    """A row of a table in which another row begins with the title: each is of a work."""
    firsts = (p.text.split("|")[0] for p in line.article.paragraphs if p.kind == "item" and "|" in p.text)
    return not known.own.find(line.text) and any(known.own.find(first) for first in firsts)


def _low(at: int) -> int:
    """From where on in a sentence it is looked for who gives the score there."""
    return max(0, at - _REACH)


def _is_of_an_episode(before: str, known: Known) -> bool:
    """ "Number ten, with 9.1": what is rated last before the score is one episode."""
    named = [*_EPISODE.finditer(before)]
    if not named:
        return False
    between = before[named[-1].end() :]
    return not (_IT.search(between) or known.own.find(between) or _SCORED.search(between))


_EPISODE = re.compile(
    rf"\b(?:[Ee]pisode|[Ee]p\.?|[Nn]umber|[Cc]hapter|[Pp]art)\s+(?:\d{{1,3}}|{_ONES}|eleven|twelve|thirteen)\b|\b[Tt]he\s+(?:\w+\s+)?(?:finale|premiere|pilot|opener)\b|\b[Tt]he\s+{ORDINAL}(?:\s+(?:episode|one|part))?(?=,|\s+(?:is|was|has|sits|stands|got))"
)
_AND_STARS = re.compile(r"\bstars\s+from\s+[^.;]{2,60}(?:,|\band)\s+(?:and\s+)?$")
"""Before the next who gives so many."""
_OF_HUNDRED = re.compile(
    r"\b(?P<site>Metacritic|OpenCritic)(?:['’]s)?(?:\s+(?:(?:(?:still|now|currently)\s+)?(?:has|had|puts|put|shows|lists)\s+(?:it|the game|the film|(?P<what>[^.;,()\d]{3,50}?))\s+(?:currently\s+|now\s+)?(?:on|at)|(?:average|score|rating)(?:\s+(?:of|is|was)|:))|:)\s+(?P<v>\d\d)(?![\d%/]|[.,]\d|\s*(?:/|%|per\s?cent|out of|reviews|critics|points))"
    r"|(?:\b(?:on|at|has|had|holds|with|of|an?)|[:,(–—])\s*(?<!\d,)(?P<w>\d\d)\s+(?:on|at|from)\s+(?P<at>Metacritic|OpenCritic)\b(?!['’]s)"
)
"""Sites whose scale everybody knows."""
_OF_PLAYERS = re.compile(
    r"\bSteam\b[^;.]{0,60}?\b(?P<v>\d\d)\s?(?:%|per\s?cent\b)(?:\s+of\s+[^;.]{2,60}?)?\s+(?:(?:is|are|being|have been)\s+)?positive\b"
    r"|\b(?:(?:stands|sits|hovers|holds|is|it['’]s)\s+(?:currently\s+|now\s+|still\s+)?at|rating of|positive at)\s+(?P<w>\d\d)\s?(?:%|per\s?cent)(?:\s+positive)?\s+on\s+Steam\b(?!['’]s)"
)
"""How many of those who bought it there recommend it."""
_OBJECT = re.compile(r"\b(?:gave|gives?|given|award(?:s|ed)|hand(?:s|ed)|rate[sd]?|scor(?:es|ed))\s+[\"“‘'*_]*$")
"""Before what is rated, which is not who rates."""
_AND_SO = re.compile(
    r"\b(?:gave|gives|awarded|rated)\s+(?:it|the (?:series|show|anime|film|game)|[A-Z][\w’' ]{2,40}['’]s (?:version|series|show|film|adaptation|take))\b[^.;]*(?:\d\s?/\s?\d|\bstars\b)[^.;]{0,50},\s+(?:and\s+)?(?:the\s+)?$"
)
"""Another has given a score, and so does who comes next."""
_AND_LIKED = re.compile(
    r"[^()]{1,15}\)\s+(?:(?:also|even|has|only|merely)\s+)?(?:loved|liked|adored|praised|enjoyed|admired|disliked|hated|panned|called|found|thought|considered|deemed|declared)\s+(?:it|the\s+(?:series|show|anime|film|game))\b"
)
"""Behind a score in brackets: what only who gave it did."""
_OF_ITS = re.compile(r"['’]s\s+|\s+in\s+")
_IN_PLACE = re.compile(r"\s+in\s+")
"""Between an outlet and who writes for it, or the town that it sits in."""
_HAS = re.compile(r"\s+(?:still\s+|now\s+|currently\s+)?(?:has|had)\s")
"""Before the title."""
_VERSION = re.compile(r"['’]s\s+(?:\w+\s+)?(?:version|series|show|film|adaptation|take)\s")
_STANDS = re.compile(
    r"\s+(?:\w+\s+)?(?:stands|sits|stood|sat|hovers|holds|averages)\s+(?:(?:currently|now|still|even|only)\s+)*(?:at\s+)?(?:an?\s+)?$"
)
"""A work does so, and only of a site where anybody votes is it said too."""
_RANGE = re.compile(r"\b(?:from|between)\s+[\d.,]+\s*%?\s+(?:to|and)\s+$")
""" "from 58 to 71": what many give."""


def _giver(text: str, low: int, high: int, known: Known, line: Line) -> tuple[int, str] | None:
    """The nearest name before the score to which a word for giving ties it."""
    before = _ASIDE.sub(lambda m: " " * len(m[0]), text[low:high])
    titles = known.own.find(before)
    sites = [
        _SITE.match(before, m.start(), next((t.start for t in titles if m.start() < t.start < m.end()), m.end())) or m
        for m in _SITE.finditer(before)
        if not any(t.start <= m.start() < t.end for t in titles)
    ]
    for n, m in reversed(list(enumerate(sites))):
        between = before[m.end() :]
        tied = _IN_PLACE if " " not in m[0] else _OF_ITS
        if n and tied.fullmatch(before, sites[n - 1].end(), m.start()) and _is_site(sites[n - 1][0], known, line):
            continue
        if known.own.find(m[0]) or (known.people.find(_plain(m[0])) and _VERSION.match(between)):
            continue
        if _OBJECT.search(before[: m.start()]):
            if set(_plain(m[0]).lower().split()) <= known.title_words:
                continue
            return None
        if not _is_site(m[0], known, line):
            if m[0].lower() in {"i", "we", "our", "my"}:
                return None
            continue
        if _STANDS.match(between) and not is_open(_site(m[0])):
            return None
        at = _AT.search(before[: m.start()]) or _AT_FIRST.match(m[0])
        if _MINE.search(between) or not (
            _GIVES.search(between)
            or (any(t.start >= m.end() for t in titles) and _HAS.match(between))
            or (between == " (" and _AND_LIKED.match(text, high))
            or (not between.strip() and (_AND_SO.search(before[: m.start()]) or _is_listed(text[: low + m.start()], known)))
            or (at and re.search(r"\b(?:is|was|it|has|stands|got|at)\b", between))
        ):
            return None
        return low + m.start(), m[0]
    return None


def _is_listed(before: str, known: Known) -> bool:
    """ "Iron Moth: Kitewire 3/5, Pixel Hearth 8/10": behind the title stands nothing but who gives what."""
    titles = known.own.find(before)
    return bool(titles) and bool(_LISTED.fullmatch(before, titles[-1].end))


_LISTED = re.compile(r"[\"”’'*_]*\s*[:–—(|]\s*(?:[^;.!?,]{2,40}?\s\d[\d.]*\s*(?:/\s?\d+|%|stars?)?,\s+(?:and\s+)?){0,9}")
_AT_FIRST = re.compile(r"(?:On|At|Over at|Over on)\s")


def _is_of_other_half(text: str, at: int, known: Known) -> bool:
    """ "The robots sit at 7.31; Iron Moth is at 8.02": a score in a half that does not name the series, where the other does."""
    if ";" not in text:
        return False
    low, high = text.rfind(";", 0, at) + 1, text.find(";", at)
    half = text[low : high if high >= 0 else len(text)]
    if _IT.search(half) or known.own.find(half):
        return False
    return any(known.own.find(other) and _SCORED.search(other) for other in (text[:low], text[low + len(half) :]))


_IT = re.compile(r"\b(?:it|its|this|(?:the|this) (?:series|show|anime|film|game))\b", re.IGNORECASE)


_WRITER = re.compile(r"^(?!The\s)[A-Z][\w-]+\s[A-Z][\w-]+\sof\s(?=[A-Z])|(?<=\w)[’']s\s[A-Z][\w-]+\s[A-Z][\w-]+$")
"""Who writes for an outlet, before its name or behind it."""


def _plain(name: str) -> str:
    outlet = _WRITER.sub("", name.strip(" *_"))
    return _TRAILING.sub("", re.sub(r"['’]s$", "", _LEADING.sub("", outlet))).strip(" .*_")


def _site(name: str) -> str:
    return key(_plain(name))


def _is_site(name: str, known: Known, line: Line) -> bool:
    who, plain = _site(name), _plain(name)
    joined = "".join(re.findall(r"\w+", plain.lower()))
    return bool(
        who
        and len(who) > 1
        and not set(plain.lower().split()) <= _NO_SITE
        and plain.lower() not in _MACHINES
        and not known.own.find(plain)
        and not known.somebody(plain)
        and joined not in "".join(re.findall(r"\w+", line.article.site.lower()))
    )


def _value(m: re.Match[str], joined: str, stars: bool) -> str:
    """As quoted, on its own scale; empty where nobody knows that."""
    said = (m["v"] or "").replace(",", ".") or str(WORDS[m["w"].lower()] + (0.5 if m["half"] else 0))
    if m["pc"] and joined not in _SHARES and not _SHARE.search(m.string[max(0, m.start() - _REACH) : m.end() + _REACH // 2]):
        return ""
    best = "100" if m["pc"] else _STARS.get((m["best"] or "").lower(), m["best"] or "")
    if not best and joined in _TEN and "." in said:
        best = "10"
    if not best and (m["stars"] or stars):
        best = str(_MOST_STARS)
    if not best or not float(best) >= 4 or not 0 <= float(said) <= float(best):
        return ""
    return f"{said.rstrip('0').rstrip('.') if '.' in said else said}/{best}"


_MACHINES = frozenset(name.lower() for key, names in MACHINES.items() if key not in {"steam", "gog"} for name in names)
"""What a game was played on, which gives it no score; shops do."""
