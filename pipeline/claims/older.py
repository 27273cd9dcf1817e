"""An older work under the same title, of which a remake's press speaks too: "the series of 1989", "Iron Moth (1989)", "the old show". Or an older film of the same matter. Knows no kinds of claims."""

import re
from collections.abc import Sequence

from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.terms import Hit, Terms

_WORK = r"(?:(?:mini-?)?series|anime|show|serial|version|adaptation|production|cartoon|film|movie|OVA|drama)"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b(?!s)"
_BEHIND = re.compile(rf"[\"”’'*_]*\s*(?:\(|of\s+|from\s+)(?:[A-Z][\w.]*,?\s+)?{_YEAR}")
"""What stands behind a title, or a word for a work."""
_SHOWN = r"(?:premiered|aired|ran|began|started|went out|was (?:first )?(?:shown|broadcast|made|developed))"
_OF_A_YEAR = re.compile(
    rf"\b(?i:the|that|an?|this)\s+(?:[\w-]+\s+){{0,3}}?{_WORK}\s+(?:\(|of\s+|from\s+){_YEAR}"
    rf"|\b(?i:the|that|an?)\s+(?P<ahead>(?:19|20)\d\d)\s+(?:[\w-]+\s+){{0,2}}?{_WORK}\b"
    rf"|\b(?i:an?)\s+(?:[\w-]+\s+){{0,3}}?{_WORK}(?=,|\s+(?:in|of|with|by|for|on|that|which|set)\b|\s+{_SHOWN})[^.;]{{0,70}}?\b{_SHOWN}\s+[^.;]{{0,35}}?(?P<then>(?:19|20)\d\d)\b"
    rf"|(?:\b(?i:the)|['’]s)\s+(?:(?:TV|television|stage|animated|live-action)\s+)?{_WORK}\s+(?:only\s+|first\s+)?{_SHOWN}\s+[^.;]{{0,35}}?(?P<once>(?:19|20)\d\d)\b"
)
_YEAR_AHEAD = re.compile(rf"\b(?i:the|that|an?)\s+{_YEAR}\s+[\"“‘'*_]*$")
_CALLED = r"\b(?i:the|that)\s+(?:original|old|older|classic|earlier|previous)\s+"
_OLD = re.compile(rf"{_CALLED}(?:[\w-]+\s+)?{_WORK}\b")
_OLD_TITLE = re.compile(rf"{_CALLED}[\"“‘'*_]*$")
"""What an older one is called, where the article has told that there is one."""
_RAN = re.compile(
    rf"[\"”’'*_]*,?\s[^.;]{{0,30}}?\b(?:aired|premiered|ran|was (?:first )?(?:shown|broadcast|made|released)|came out)\b[^.;]{{0,40}}?\b(?:in|from|of|on)\s+(?:\w+\s+(?:\d{{1,2}},\s+)?)?{_YEAR}"
)
"""Behind a title: when it was shown, which tells of an older work only where somebody knows when this one was."""
_BACK = re.compile(rf"\W*(?:Back\s+)?[Ii]n\s+(?:the\s+)?(?:(?:early|mid|late|[a-z]+\s+of|[A-Z]\w+)[\s-]+)?{_YEAR}")
"""A sentence that begins with a year tells of it up to the first title."""
_NEWER = re.compile(r"[.;]|\b(?:new|now|current|today|remake)\b")
_ABROAD = re.compile(
    r"\b(?i:the|an?)\s+(?:[A-Z][a-z]+(?:an|ish|ese|ch)|U\.?S\.?|U\.?K\.?|Dutch)\s+(?:original|version|remake|adaptation)\b(?!\s+of\b)"
)
"""Another country's version of what is no anime, whose versions are dubs."""
_ANY_YEAR = re.compile(_YEAR)
_REACH = 12
"""Characters before a title in which its year stands."""


def dated(text: str, titles: Terms, newest: int, known: bool) -> list[tuple[int, int]]:
    """Where a text names a work of a year up to `newest`: by the title, one of `titles`, or by a word for it. `known`: the series file itself tells when this one was."""
    years = [int(m["year"]) for m in _ANY_YEAR.finditer(text)] if newest > 0 else []
    if not any(year <= newest for year in years):
        return []
    own = titles.find(text)
    found = [
        (h.start, m.end(), m) for h in own if (m := _BEHIND.match(text, h.end) or (_RAN.match(text, h.end) if known else None))
    ]
    found += [(m.start(), h.end, m) for h in own if (m := _YEAR_AHEAD.search(text, max(0, h.start - _REACH), h.start))]
    found += [(m.start(), m.end(), m) for m in _OF_A_YEAR.finditer(text)]
    found += [(m.start(), _with_first(m.end(), text, own), m) for m in (_BACK.match(text),) if m and known]
    old = [(start, _with_title(end, text, own)) for start, end, m in found if int(next(g for g in m.groups() if g)) <= newest]
    return old + _called_old(text, own)


def _with_title(end: int, text: str, own: Sequence[Hit]) -> int:
    """The end of the title right behind, which then is the older one's ("the 1995 film Iron Moth")."""
    return next((h.end for h in own if h.start >= end and not text[end : h.start].strip(" \"“‘'*_")), end)


def _with_first(end: int, text: str, own: Sequence[Hit]) -> int:
    """The end of the first title behind, where no word says that it is the new one's."""
    return next((h.end for h in own[:1] if h.start >= end and not _NEWER.search(text, end, h.start)), end)


def abroad(text: str) -> list[tuple[int, int]]:
    """Where a text speaks of another country's version."""
    return [m.span() for m in _ABROAD.finditer(text)]


def called_old(text: str, titles: Terms) -> list[tuple[int, int]]:
    """Where a text speaks of the old one without its year."""
    return _called_old(text, titles.find(text))


def _called_old(text: str, own: Sequence[Hit]) -> list[tuple[int, int]]:
    titles = ((m.start(), h.end) for h in own if (m := _OLD_TITLE.search(text[: h.start])))
    return [*(m.span() for m in _OLD.finditer(text)), *titles]


def of_an_older_film(line: Line, start: int, known: Known) -> bool:
    """A credit from `start` on is that of a film of a year long past: in brackets behind it, or where the sentence goes on to speak of that film."""
    text = line.text
    if (m := _ONCE_MADE.search(text, 0, start)) and _is_long_past(m, line, known):
        return bool(_IN_BRACKETS.match(text[m.end() : start]))
    if line.opens or not known.aired or not _THAT_FILM.search(text) or _THIS_ONE.search(text) or known.own.find(text):
        return False
    return any(_is_long_past(m, line, known) for m in _ONCE_MADE.finditer(line.before))


def _is_long_past(made: re.Match[str], line: Line, known: Known) -> bool:
    own = {value[:4] for kind, _, value in known.facts if kind in ("premiere", "release", "finale")}
    year = made["year"]
    return line.published is not None and int(year) < line.published.year - 1 and year not in own


_ONCE_MADE = re.compile(
    r"\b(?:[Aa]n?|the)\s+(?:[\w-]+\s+){0,2}?(?:film|feature|movie|OVA|mini-?series|telefilm)\s+(?:adaptation\s+)?(?:in|of|from)\s+(?P<year>(?:19|20)\d\d)\b"
)
_THAT_FILM = re.compile(r"\b(?:the|that)\s+(?:[\w-]+\s+){0,2}?(?:film|feature|movie)\b")
_THIS_ONE = re.compile(r"\b(?:series|show|anime|season|new|remake)\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*[(（][^()（）]*$")
