"""Tells who makes or plays in another work (a sequel, an expansion, an older film, one that is only wished for) from who does in the series. Knows no roles."""

import re

from pipeline.article import Paragraph
from pipeline.claims.known import Known
from pipeline.claims.line import Line

_WORK = r"(?:sequel|prequel|spin-?off|follow-up|expansion|add-on|DLC|remake|reboot)"
_TIED = re.compile(
    rf"(?<!about )(?<!of )(?<!for )(?<!on )\b(?:an?|the|its|another|second|third)\s+(?:[\w-]+\s+)?{_WORK}\b[^.,;:]{{0,120}}$",
    re.IGNORECASE,
)
"""Up to the name: whoever stands behind without a comma is the sequel's."""
_NEWS = re.compile(
    rf"\b(?:announc\w+|unveil\w+|reveal\w+|put\s+a\s+date\s+on|dated|green-?lit|ordered)\b[^.;]{{0,60}}?\b(?:an?|the|its)\s+(?:\w+\s+)?{_WORK}\b"
    rf"|\b(?:an?|the)\s+(?:\w+\s+)?{_WORK}\b[^.;]{{0,60}}?\b(?:announced|unveiled|revealed|in\s+development|in\s+the\s+works|in\s+production)\b",
    re.IGNORECASE,
)
_HEADED = re.compile(
    rf"\b{_WORK}\W*$|\b{_WORK}\s+(?:announced|revealed|unveiled|confirmed|in the works|in development)\b", re.IGNORECASE
)
_THE_FIRST = re.compile(
    r"\b(?:first|original)\s+(?:one|film|movie|game|series|show|season)\b|\bthe original\b|\bof the (?:TV |television )?(?:series|show|anime)\b",
    re.IGNORECASE,
)

_AGAIN = re.compile(r"\b(?:returns?|returning|back|again|once more)\b")
"""Who had the role before."""
_TO_IT = re.compile(
    rf"\b(?:an?|the)\s+(?:[\w-]+\s+)?{_WORK}\s+(?:to|of)\s+[^.;:,]{{2,60}},?\s+(?:(?:which|that)\s+(?:is|will\s+be)\s+)?$"
)
_THE_FILM = re.compile(
    r"\b(?:direct|helm|writ|wrote|script|scor|compos|produc|design)\w*\s+(?:the|this)\s+(?:\w+\s+)?(?:film|movie|feature)\b"
)
_SERIES = r"(?:the|its)\s+(?:(?:TV|television|original|anime)\s+)?(?:series|show|anime)\b"
_THE_SERIES = re.compile(rf"\b{_SERIES}")
_OF_THE_SERIES = re.compile(rf"\s+(?:of\s+|on\s+|for\s+)?{_SERIES}")
_ONCE_MADE = re.compile(
    r"\b(?:[Aa]n?|the)\s+(?:[\w-]+\s+){0,2}?(?:film|feature|movie|OVA|mini-?series|telefilm)\s+(?:adaptation\s+)?(?:in|of|from)\s+(?P<year>(?:19|20)\d\d)\b"
)
_THAT_FILM = re.compile(r"\b(?:the|that)\s+(?:[\w-]+\s+){0,2}?(?:film|feature|movie)\b")
_THIS_ONE = re.compile(r"\b(?:series|show|anime|season|new|remake)\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*[(（][^()（）]*$")
_WISHED = re.compile(
    r"\b(?:what\s+|things?\s+(?:that\s+)?)?(?:I|we|fans)(?:['’]d|\s+would)?\s+(?:want|wish|hope|like|love)\b|\bwish\s*-?list\b|\bdream cast\b",
    re.IGNORECASE,
)


def is_told_apart(line: Line, end: int) -> bool:
    """What ends there is said of the series, in a sentence that speaks of the work on a film, too."""
    return bool(_OF_THE_SERIES.match(line.text, end) and _THE_FILM.search(line.text))


def ends_with_a_sequel(before: str) -> bool:
    """What stands behind is said of a sequel, with whose first work's title this ends."""
    return bool(_TO_IT.search(before))


def of_an_older_film(line: Line, start: int, known: Known) -> bool:
    """A credit from `start` on is that of a film of a year long past: in brackets behind it, or where the sentence goes on to speak of that film."""
    text = line.text
    if (m := _ONCE_MADE.search(text, 0, start)) and _is_older(m, line, known):
        return bool(_IN_BRACKETS.match(text[m.end() : start]))
    if line.opens or not known.aired or not _THAT_FILM.search(text) or _THIS_ONE.search(text) or known.own.find(text):
        return False
    return any(_is_older(m, line, known) for m in _ONCE_MADE.finditer(line.before))


def _is_older(made: re.Match[str], line: Line, known: Known) -> bool:
    own = {value[:4] for kind, _, value in known.facts if kind in ("premiere", "release", "finale")}
    year = made["year"]
    return line.published is not None and int(year) < line.published.year - 1 and year not in own


def is_wished(line: Line) -> bool:
    """An entry of a list of what somebody would like."""
    every = line.article.paragraphs
    if line.paragraph < 1 or not _is_entry(every[line.paragraph]):
        return False
    above = next((p for p in reversed(every[: line.paragraph]) if not _is_entry(p)), None)
    return above is not None and above.text.rstrip(" *_").endswith(":") and bool(_WISHED.search(above.text))


def _is_entry(paragraph: Paragraph) -> bool:
    return paragraph.kind == "item" or bool(_NUMBER.match(paragraph.text))


_NUMBER = re.compile(r"\W*\d{1,2}[.)]\s")
"""What an entry of a list in plain text begins with."""


def of_a_sequel(line: Line, start: int, end: int, known: Known) -> bool:
    """What is tied to a name from `start` to `end` is said of a sequel: by the words before it, or since the piece announces one and the line does not name the series."""
    if _TIED.search(line.text, 0, start):
        return True
    if known.aired and _THE_FILM.search(line.text) and _THE_SERIES.search(line.text):
        return not is_told_apart(line, end)
    if _AGAIN.search(line.text, start, end) or known.own.find(line.text) or _THE_FIRST.search(line.text):
        return False
    lead = line.article.paragraphs[0].text[:600] if line.article.paragraphs else ""
    return bool(_HEADED.search(line.article.title) or _NEWS.search(lead))
