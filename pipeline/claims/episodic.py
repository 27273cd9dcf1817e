"""Whether a credit is of a single episode, as pieces about one give them, and not of the series."""

import re

from pipeline.claims.credits import LABEL, PASSIVE
from pipeline.claims.events import OF_AN_EPISODE
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.numbers import NUMBER


def is_of_one(m: re.Match[str], line: Line, known: Known) -> bool:
    """A credit that a piece about one episode gives of that episode, and not of the series by its title or as such."""
    if m.re is LABEL:
        of_one = OF_AN_EPISODE.search(line.article.title) or _NUMBERED.search(line.article.title)
        return bool(of_one) and (
            bool(_BOARDS.search(line.text) or _BOARDS.search(line.article.paragraphs[line.paragraph].text))
            or any(_BOX_OF_ONE.match(p.text) for p in line.article.paragraphs[:_HEAD_OF_IT] if p.kind == "item")
        )
    if m.re is not PASSIVE or not OF_AN_EPISODE.search(line.article.title) or m["roles"].lower() == "created":
        return False
    before = line.text[: m.start()]
    titles = known.own.find(before)
    return not (_SERIES_IS.search(before) or (titles and _IS.fullmatch(before, titles[-1].end)))


_SERIES_IS = re.compile(r"\b(?:[Tt]he|[Tt]his)\s+(?:[\w-]+\s+)?(?:series|show|anime)\s+(?:is|was|has\s+been)\s+$")
_IS = re.compile(r"[\"”’'*_]*(?:,\s[^,.;:]{2,60},)?\s+(?:is|was)\s+")
"""Between the title and what somebody did."""
_NUMBERED = re.compile(r"\s#\d")
_BOX_OF_ONE = re.compile(r"(?:Episode|Ep\.?)(?:\s+(?:no\.?|number|#))?\s*[:|]\s*\d|(?:Original\s+)?[Aa]ir\s?date\s*[:|]")
"""A line of a box of facts about one episode."""
_HEAD_OF_IT = 15
_BOARDS = re.compile(r"\bstoryboards?\b", re.IGNORECASE)
"""Every episode has its own."""
SOME_EPISODES = re.compile(r"\b(?:first|last|opening|final)\s+(?:\w+\s+)?(?:episodes?|hours?)\b")
"""Of which somebody did what is told, and of no others."""
ALL_OF_THEM = re.compile(
    r"\b(?:[Aa]ll|[Ee]very)\s+(?:of\s+(?:the|its)\s+)?(?:\w+\s+)?episodes?\s+(?:is|are|was|were|(?:has|have|will)\s+be(?:en)?)\s+$"
)
ALL_EPISODES = re.compile(
    rf"^\s*(?:(?:all|every)\s+(?:\w+\s+)?(?:episodes?|of it|it)|(?:its|all\s+of\s+its|all\s+its|all\s+the)\s+{NUMBER}\s+episodes)\b",
    re.IGNORECASE,
)
"""What is done of the whole, before the words for it and behind them."""
